"""The page of tasks: what is shown in words, the search, the table, and the chosen task."""

from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from pmark_desktop.domain.errors import UserError
from pmark_desktop.domain.standing import Concern
from pmark_desktop.session.cell_typing import CellTyping
from pmark_desktop.session.desk import Desk
from pmark_desktop.session.task_model import TaskModel
from pmark_desktop.ui.cell_commands import CellCommands
from pmark_desktop.ui.detail import DetailPanel
from pmark_desktop.ui.parts import button, label
from pmark_desktop.ui.retire_bar import RetireBar
from pmark_desktop.ui.row_actions import RowActions
from pmark_desktop.ui.task_side import TaskSide
from pmark_desktop.ui.task_table import TaskTable
from pmark_desktop.ui.theme import Style
from pmark_desktop.words import CONCERNS, list_title, pick
from pmark_desktop.words_refusals import explain
from pmark_desktop.workspace.why_dates import WhyDates
from pmark_desktop.workspace.workspace import Done

translate = QCoreApplication.translate
_SEARCH_MS = 120
_COLUMNS = "columns"
SHORTCUTS = (("Ctrl+F", "タスクを検索", "Search the tasks"),)


class Picked(NamedTuple):
    """Tasks that were picked elsewhere, and what they are: 「2027年4月・内部監査」."""

    title: str
    ids: tuple[str, ...]


class TaskPage(QWidget):
    """Tasks of one checklist, or of all.

    Signals:
        event_wanted: the person wants to enter an event.
        item_wanted: (list key, item id) the form of an own item is wanted; "" is a new one.
        retired_wanted: the list of what was retired is wanted.
    """

    event_wanted = Signal()
    item_wanted = Signal(str, str)
    retired_wanted = Signal()

    def __init__(
        self, style: Style, desk: Desk, store: QSettings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("task_page")
        self._style = style
        self._desk = desk
        self._store = store
        self._why = WhyDates(desk.workspace, style.language)
        self._scope: str | None = None
        self._concern: Concern | None = None
        self._picked: Picked | None = None
        self.model = TaskModel(
            desk.today, style.language,
            can_edit=not desk.workspace.is_read_only, why_due=self._why.whole, parent=self,
        )  # fmt: skip
        self.model.edited.connect(self._edit)
        self.table = TaskTable(self.model, style)
        self.table.serve(CellTyping(desk))
        self.commands = CellCommands(self.table, desk, self)
        self.detail = DetailPanel(style, desk, self._why)
        self.table.chosen.connect(self.detail.show_task)
        self.table.files_dropped.connect(self.detail.evidence.attach_files)
        self._side = TaskSide(style, desk, self.table, self.detail)
        self._rows = RowActions(style, desk, self.table, self)
        self._rows.item_wanted.connect(self.item_wanted)
        self._rows.retired_wanted.connect(self.retired_wanted)
        self.retiring = RetireBar(style, desk, self._rows, self.table)
        self._title = label(look="title", name="page_title")
        self._count = label(look="faint", name="shown_count")
        self._empty = label(look="faint", name="empty", wraps=True)
        self._chip = self._made_chip()
        self.search = self._made_search()
        self._lay_out()
        self.model.reset(desk.content.tasks.values())
        self.show_only()
        if state := store.value(_COLUMNS):
            self.table.horizontalHeader().restoreState(state)

    def _made_search(self) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName("search")
        field.setPlaceholderText(translate("TaskPage", "検索(Ctrl+F)"))
        field.setAccessibleName(translate("TaskPage", "タスクの検索"))
        field.setClearButtonEnabled(True)
        field.setMinimumWidth(220)
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(_SEARCH_MS)
        self._waiting.timeout.connect(self._filter)
        field.textChanged.connect(lambda _text: self._waiting.start())
        field.returnPressed.connect(self._search_now)
        find = QAction(self)
        find.setShortcut(QKeySequence.StandardKey.Find)
        find.triggered.connect(self._find)
        self.addAction(find)
        return field

    def _made_chip(self) -> QPushButton:
        chip = button("", "concern_chip", lambda: self.show_only(self._scope))
        chip.setIcon(self._style.icons.get("close"))
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        chip.setToolTip(translate("TaskPage", "この絞り込みをやめる"))
        return chip

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(14, 10, 14, 8)
        head.setSpacing(12)
        head.addWidget(self._title)
        head.addWidget(self._count)
        head.addWidget(self._chip)
        head.addStretch(1)
        self._event = button(
            translate("TaskPage", "発生を登録"), "enter_event", self.event_wanted.emit,
            icon=self._style.icons.get("event"),
        )  # fmt: skip
        self._event.setEnabled(not self._desk.workspace.is_read_only)
        head.addWidget(self._event)
        head.addWidget(self._rows.button)
        head.addWidget(self.search)
        left = QFrame()
        inside = QVBoxLayout(left)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addLayout(head)
        inside.addWidget(self.retiring)
        inside.addWidget(self._empty)
        inside.addWidget(self.table, 1)
        self._empty.setContentsMargins(14, 20, 14, 20)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setObjectName("task_split")
        split.addWidget(left)
        split.addWidget(self._side)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 0)
        split.setCollapsible(0, False)
        split.setSizes([900, 330])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(split)

    # showing

    def show_only(
        self,
        scope: str | None = None,
        concern: Concern | None = None,
        picked: Picked | None = None,
    ) -> None:
        """Show the tasks of one checklist (None: all), or only one concern of them.

        `picked` shows exactly these tasks. Concern and picked ones are named by the chip that
        takes them away.
        """
        self._scope, self._concern, self._picked = scope, concern, picked
        self._rows.scope = scope
        self._filter()

    def show_task(self, task: str) -> None:
        """Make a task the chosen one, widening what is shown if it is hidden."""
        if self.model.row_of(task) is None:
            self.search.clear()
            self.show_only()
        self.table.choose(task)

    def refresh(self, done: Done) -> None:
        """Follow what was saved."""
        if done.tasks is None:
            self.model.reset(self._desk.content.tasks.values())
            self._keep_choice()
        else:
            tasks = self._desk.content.tasks
            self.model.replace(tasks[id_] for id_ in done.tasks if id_ in tasks)
        self._describe()
        self._side.refresh()

    def set_today(self, today: date) -> None:
        """Show everything as it stands on another day."""
        self.model.set_today(today)
        self._side.refresh()

    def stop(self) -> None:
        """Remember the widths of the columns, and ask the workspace nothing more."""
        self._waiting.stop()
        self._side.stop()
        self._store.setValue(_COLUMNS, self.table.widths())

    def _find(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _search_now(self) -> None:
        self._waiting.stop()
        self._filter()
        self.table.setFocus()

    def _filter(self) -> None:
        self._waiting.stop()
        self.model.show_only(
            scope=self._scope,
            concern=self._concern,
            picked=self._picked.ids if self._picked else None,
            search=self.search.text(),
        )
        self._keep_choice()
        self._describe()

    def _keep_choice(self) -> None:
        """Choose the same task again; the first one where it is gone."""
        wanted = self.detail.task_id
        if wanted and self.table.choose(wanted):
            return
        if self.model.rowCount():
            self.table.choose(self.model.task(0).id)
        else:
            self.detail.show_task("")

    def _describe(self) -> None:
        title = translate("TaskPage", "すべてのタスク")
        if self._scope is not None:
            title = list_title(self._desk.content.checklist(self._scope), self._style.language)
        self._title.setText(title)
        shown, total = self.model.rowCount(), self.model.scope_total
        self._count.setText(translate("TaskPage", "{0} / {1}件").format(shown, total))
        names = [self._picked.title.replace("&", "&&")] if self._picked else []
        if self._concern is not None:
            names.append(pick(CONCERNS[self._concern], self._style.language))
        self._chip.setVisible(bool(names))
        self._chip.setText(" ".join(names))
        self._empty.setVisible(shown == 0)
        self.table.setVisible(shown > 0)
        self._empty.setText(
            translate(
                "TaskPage", "該当するタスクはありません。検索の言葉か絞り込みを変えてください。"
            )
        )

    def _edit(self, task: str, field: str, text: str) -> None:
        refusals = self._desk.refused.connect(self._note_refusal)
        self._desk.edit(task, field, text)
        self._desk.refused.disconnect(refusals)

    def _note_refusal(self, error: UserError) -> None:
        """Let the editor stay open: what was typed is not lost where it cannot be saved."""
        self.table.note_refusal(explain(error, self._style.language))
