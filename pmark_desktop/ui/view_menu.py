"""The menu of views: six that are always there, and those that the officer kept."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QMenu, QWidget

from pmark_desktop.domain.errors import Notice
from pmark_desktop.domain.views import BUILT_IN
from pmark_desktop.session.desk import Desk
from pmark_desktop.ui.staying_menu import emptied
from pmark_desktop.ui.theme import Style
from pmark_desktop.words import pick
from pmark_desktop.words_finding import BUILT_INS, VIEW_SETTING
from pmark_desktop.workspace.saved_views import MOST_NAME, SavedView, saved_views
from pmark_desktop.workspace.workspace import Told

translate = QCoreApplication.translate
_MOST_IGNORED = 5
Act = Callable[[], object]
ForView = Callable[[SavedView], object]


class ViewMenu(QMenu):
    """The views to choose from, and what can be done with the kept ones.

    Signals:
        chosen: (View) the person wants to look at the tasks like this.
        save_wanted: what is shown is to be kept under a name.
        replace_wanted: (SavedView) what is shown is to take the place of a view.
        rename_wanted: (SavedView) a view is to get another name.
    """

    chosen = Signal(object)
    save_wanted = Signal()
    replace_wanted = Signal(object)
    rename_wanted = Signal(object)

    def __init__(self, style: Style, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("view_menu")
        self._style = style
        self._desk = desk
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Show the views as they are now."""
        emptied(self)
        for which, view in BUILT_IN.items():
            words = pick(BUILT_INS[which], self._style.language)
            self._add(self, words, f"view_{which.value}", partial(self.chosen.emit, view))
        kept = saved_views(self._desk.workspace.settings)
        if kept:
            self.addSeparator()
        for one in kept:
            self._add(self, self._name(one), one.key, partial(self._choose, one))
        self.addSeparator()
        self._add_changes(kept)

    def _add_changes(self, kept: list[SavedView]) -> None:
        if self._desk.workspace.is_read_only:
            words = translate("ViewMenu", "読み取り専用のため、ビューは保存できません")
            self.addAction(words).setEnabled(False)
            return
        save = translate("ViewMenu", "今の表示をビューとして保存(&S)…")
        self._add(self, save, "save_view", self.save_wanted.emit, is_plain=False)
        readable = [one for one in kept if one.view is not None]
        replace = translate("ViewMenu", "今の表示で置き換える(&R)")
        self._submenu(replace, "replace_view", readable, self.replace_wanted.emit)
        rename = translate("ViewMenu", "名前を変える(&N)")
        self._submenu(rename, "rename_view", readable, self.rename_wanted.emit)
        self._submenu(translate("ViewMenu", "削除(&D)"), "retire_view", kept, self._retire)

    def _submenu(self, title: str, name: str, kept: list[SavedView], act: ForView) -> None:
        menu = QMenu(title, self)
        menu.setObjectName(name)
        menu.setEnabled(bool(kept))
        for one in kept:
            self._add(menu, self._name(one), f"{name}_{one.key}", partial(act, one))
        self.addMenu(menu)

    def _add(self, menu: QMenu, words: str, name: str, act: Act, *, is_plain: bool = True) -> None:
        action = menu.addAction(words.replace("&", "&&") if is_plain else words)
        action.setObjectName(name)
        action.triggered.connect(lambda _checked=False: act())

    def _name(self, one: SavedView) -> str:
        if one.view is None:
            return translate("ViewMenu", "(読めないビュー {0})").format(
                one.key.removeprefix(VIEW_SETTING)
            )
        name = one.view.name
        return name if len(name) <= MOST_NAME else f"{name[:MOST_NAME]}…"

    def _choose(self, one: SavedView) -> None:
        if one.view is None:
            self._desk.told.emit((Told(Notice.VIEW_UNREADABLE, {}),))
            return
        self.chosen.emit(one.view)
        if one.ignored:
            parts = ", ".join(one.ignored[:_MOST_IGNORED])
            facts = {"name": one.view.name, "parts": parts}
            self._desk.told.emit((Told(Notice.VIEW_IGNORED, facts),))

    def _retire(self, one: SavedView) -> None:
        name = self._name(one)
        if self._desk.retire_view(one.key, name):
            self._desk.told.emit((Told(Notice.VIEW_RETIRED, {"name": name}),))
