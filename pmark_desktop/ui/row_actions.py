"""行の操作: what can be done with the items of the selected rows; a menu, and keys in the table."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.domain.own_items import is_own_item
from pmark_desktop.session.desk import Desk
from pmark_desktop.session.own_desk import OwnDesk
from pmark_desktop.ui.task_table import TaskTable
from pmark_desktop.ui.theme import Style

translate = QCoreApplication.translate
SHORTCUTS = (
    ("Ctrl+Shift+N", "独自タスクを追加", "Add an own task"),
    ("Ctrl+Shift+E", "独自項目を編集", "Edit an own item"),
    ("Ctrl+Shift+D", "選んだ行を複製", "Duplicate the selected rows"),
    ("Alt+Shift+↑ / ↓", "選んだ行を上へ・下へ", "Move the selected rows up or down"),
    ("Ctrl+Shift+Delete", "選んだ行を取り下げる", "Retire the selected rows"),
)
"""Keys, and what they do in Japanese and English."""


class RowActions(QObject):
    """The actions on whole items; the table has them in its own menu and by keys.

    Signals:
        item_wanted: (list key, item id) the form of an own item is wanted; "" is a new one.
        retire_wanted: (item ids) these are to be retired, once a reason is given.
        retired_wanted: the list of what was retired is wanted.
    """

    item_wanted = Signal(str, str)
    retire_wanted = Signal(list)
    retired_wanted = Signal()

    def __init__(
        self, style: Style, desk: Desk, table: TaskTable, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._own = OwnDesk(desk)
        self._table = table
        self.scope: str | None = None
        """The list that new items go to; None takes that of the current row."""
        icons = style.icons
        self.add = self._action("add_own", translate("RowActions", "独自タスクを追加(&N)…"),
                                self._add, "Ctrl+Shift+N")  # fmt: skip
        self.add.setIcon(icons.get("add"))
        self.edit = self._action("edit_own", translate("RowActions", "独自項目を編集(&E)…"),
                                 self._edit, "Ctrl+Shift+E")  # fmt: skip
        self.duplicate = self._action("duplicate", translate("RowActions", "複製(&D)"),
                                      self._duplicate, "Ctrl+Shift+D")  # fmt: skip
        self.duplicate.setIcon(icons.get("copy"))
        self.up = self._action("move_up", translate("RowActions", "上へ(&U)"),
                               lambda: self._move(-1), "Alt+Shift+Up")  # fmt: skip
        self.down = self._action("move_down", translate("RowActions", "下へ(&B)"),
                                 lambda: self._move(1), "Alt+Shift+Down")  # fmt: skip
        self.retire = self._action("retire", translate("RowActions", "取り下げる(&R)…"),
                                   self._retire, "Ctrl+Shift+Delete")  # fmt: skip
        self.retire.setIcon(icons.get("retire"))
        self.retired = self._action("retired", translate("RowActions", "取り下げたタスク(&T)…"),
                                    self.retired_wanted.emit, "")  # fmt: skip
        self.button = self._made_button(style)
        self._add_to_table()

    def _action(self, name: str, words: str, act: Callable[[], object], keys: str) -> QAction:
        made = QAction(words, self)
        made.setObjectName(f"row_{name}")
        made.triggered.connect(lambda _checked=False: act())
        if keys:
            made.setShortcut(QKeySequence(keys))
            made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return made

    def _made_button(self, style: Style) -> QToolButton:
        made = QToolButton()
        made.setObjectName("row_menu")
        made.setText(translate("RowActions", "行の操作"))
        made.setIcon(style.icons.get("more"))
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        menu = QMenu(made)
        menu.setObjectName("row_actions")
        menu.aboutToShow.connect(self.follow)
        menu.aboutToHide.connect(self._allow_keys)
        menu.addAction(self.add)
        menu.addAction(self.edit)
        menu.addSeparator()
        menu.addActions([self.duplicate, self.up, self.down])
        menu.addSeparator()
        menu.addActions([self.retire, self.retired])
        made.setMenu(menu)
        return made

    def _add_to_table(self) -> None:
        table = self._table
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        separator = QAction(table)
        separator.setSeparator(True)
        table.addActions(
            [separator, self.add, self.edit, self.duplicate, self.up, self.down, self.retire]
        )

    def parts(self) -> list[QWidget]:
        """Return what belongs into the head of the page."""
        return [self.button]

    def items(self) -> list[str]:
        """Return the ids of the items of the selected rows, from top to bottom."""
        tasks = self._desk.content.tasks
        chosen = self._table.selected_tasks() or [self._table.current_task()]
        found = [tasks[id_].item.id for id_ in chosen if id_ in tasks]
        return list(dict.fromkeys(found))

    def follow(self) -> None:
        """Let be done what can be done with the rows that are selected now."""
        from pmark_desktop.workspace.retiring import retired_items  # noqa: PLC0415

        can_write = not self._desk.workspace.is_read_only
        items = self.items()
        self.add.setEnabled(can_write)
        self.edit.setEnabled(can_write and len(items) == 1 and self._is_own(items[0]))
        for action in (self.duplicate, self.up, self.down, self.retire):
            action.setEnabled(can_write and bool(items))
        count = len(retired_items(self._desk.workspace))
        words = translate("RowActions", "取り下げたタスク {0}件(&T)…")
        self.retired.setText(words.format(count))
        self.retired.setEnabled(count > 0)

    def _allow_keys(self) -> None:
        """Let the keys work on whatever rows are selected later; what cannot be says so."""
        for action in (self.add, self.edit, self.duplicate, self.up, self.down, self.retire):
            action.setEnabled(True)

    def _is_own(self, item: str) -> bool:
        return any(
            is_own_item(item, one)
            for one in self._desk.content.lists
            for found in one.items
            if found.id == item
        )

    def _add(self) -> None:
        task = self._desk.content.tasks.get(self._table.current_task())
        self.item_wanted.emit(self.scope or (task.list_key if task else ""), "")

    def _edit(self) -> None:
        items = self.items()
        if len(items) == 1:
            self.item_wanted.emit("", items[0])

    def _duplicate(self) -> None:
        if items := self.items():
            self._own.duplicate(items)

    def _move(self, step: int) -> None:
        """Move the selected rows among all of their list; among fewer nobody would see it."""
        if not self._table.shows_all_in_order:
            self._desk.refused.emit(UserError(Why.ROWS_ARRANGED))
        elif items := self.items():
            self._own.move(items, step)

    def _retire(self) -> None:
        if items := self.items():
            self.retire_wanted.emit(items)
