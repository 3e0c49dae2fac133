"""Keeping what the table shows as a view: under a name, in the place of another, renamed."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from pmark_desktop.domain.views import View
from pmark_desktop.session.desk import Desk
from pmark_desktop.ui.view_menu import ViewMenu
from pmark_desktop.workspace.saved_views import SavedView

translate = QCoreApplication.translate


class KeptViews:
    """Does what the menu of views asks for.

    `present` returns what is shown now as a view of a name.
    """

    def __init__(
        self, menu: ViewMenu, desk: Desk, present: Callable[[str], View], page: QWidget
    ) -> None:
        self._desk = desk
        self._present = present
        self._page = page
        menu.save_wanted.connect(self._save)
        menu.replace_wanted.connect(self._replace)
        menu.rename_wanted.connect(self._rename)

    def _save(self) -> None:
        name = self._asked(translate("TaskPage", "ビューの保存"))
        if name is not None:
            self._desk.save_view(self._present(name))

    def _replace(self, held: SavedView) -> None:
        if held.view is not None:
            self._desk.change_view(held.key, self._present(held.view.name))

    def _rename(self, held: SavedView) -> None:
        if held.view is None:
            return
        name = self._asked(translate("TaskPage", "ビューの名前の変更"), held.view.name)
        if name is not None:
            self._desk.rename_view(held.key, name)

    def _asked(self, title: str, present: str = "") -> str | None:
        from pmark_desktop.ui import dialogs  # noqa: PLC0415

        question = translate("TaskPage", "ビューの名前:")
        return dialogs.ask_line(self._page, title, question, present)
