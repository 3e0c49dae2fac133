"""カレンダー: a month of deadlines, and beside it the tasks of the chosen day."""

from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from pmark_desktop.domain.task import Task
from pmark_desktop.session.cell_texts import plain_tip
from pmark_desktop.session.columns import row_tone
from pmark_desktop.session.desk import Desk
from pmark_desktop.session.due_moves import moved, spoken, task_tip, typed, why_fixed
from pmark_desktop.session.timeline_sheet import Choice
from pmark_desktop.ui.markers import Markers
from pmark_desktop.ui.month_grid import MonthGrid
from pmark_desktop.ui.parts import label
from pmark_desktop.ui.theme import Style
from pmark_desktop.words import day_words, left_words, title_words
from pmark_desktop.words_deadlines import closure_words, month_words

translate = QCoreApplication.translate
_TASK = Qt.ItemDataRole.UserRole
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole
_SIDES: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
SHORTCUTS = (
    (
        "← → ↑ ↓ / PageUp / PageDown",
        "カレンダーで、日・月を移る",
        "In the month: other days and months",
    ),
    ("Home", "カレンダーと年表で、今日へ", "In the month and the timeline: today"),
)
_SIDE_LINES = 13  # heights of a line of text


class MonthView(QWidget):
    """A month and the tasks of its chosen day. It reads when `refresh` is called.

    Signals:
        task_wanted: (task id) the person wants to see a task.
        month_changed: (first day: date) another month is shown.
        hinted: (text) something the person should know; "" when it is past.
    """

    task_wanted = Signal(str)
    month_changed = Signal(object)
    hinted = Signal(str)

    def __init__(self, style: Style, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("month_view")
        self._style = style
        self._desk = desk
        self._markers = Markers(style)
        self._month: date | None = None
        self.grid = MonthGrid(style, desk)
        self._day = label(look="strong", wraps=True, name="month_day")
        self._about = label(look="faint", wraps=True, name="month_day_about")
        self.list = DayList()
        self.list.setAccessibleName(translate("MonthView", "選んだ日のタスク"))
        self._help = label(
            translate("MonthView", "Enterで開く、Alt+←→で1日ずつ移動(Shiftも押すと営業日)"),
            "faint", wraps=True, name="month_help",
        )  # fmt: skip
        self._lay_out()
        self.grid.day_changed.connect(self._show_day)
        self.grid.entered.connect(self._enter)
        self.grid.task_wanted.connect(self.task_wanted)
        self.grid.hinted.connect(self.hinted)
        self.list.opened.connect(self.task_wanted)
        self.list.move_wanted.connect(self._move)
        self.list.left.connect(self.grid.setFocus)

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(4)
        side.addWidget(self._day)
        side.addWidget(self._about)
        side.addWidget(self.list, 1)
        side.addWidget(self._help)
        side.addStretch()
        beside = QWidget()
        beside.setLayout(side)
        side.setContentsMargins(0, 0, 0, 0)
        beside.setFixedWidth(self.fontMetrics().height() * _SIDE_LINES)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.grid, 1)
        row.addWidget(beside)

    # showing

    def refresh(self) -> None:
        """Show the workspace as it is now."""
        self.grid.refresh()

    def show_only(self, choice: Choice) -> None:
        """Show these tasks."""
        self.grid.show_only(choice)

    def _show_day(self, day: date) -> None:
        language, cell = self._style.language, self.grid.cell
        self._day.setText(day_words(day, language))
        lines = []
        if cell is not None:
            lines = [closure_words(cell.closure, language)]
            lines += [mark.name(language) for mark in cell.marks]
            if not cell.tasks:
                lines.append(translate("MonthView", "期限のタスクはありません"))
        self._about.setText("\n".join(filter(None, lines)))
        self._about.setVisible(any(lines))
        self._fill(cell.tasks if cell else ())
        if self.grid.month != self._month:
            self._month = self.grid.month
            self.month_changed.emit(self._month)

    def _fill(self, tasks: tuple[Task, ...]) -> None:
        current = self.list.current()
        self.list.clear()
        today, language = self._desk.today, self._style.language
        for task in tasks:
            marker = self._markers.get(row_tone(task, today), self.devicePixelRatioF())
            words = f"{task.id}  {left_words(task, today, language)}\n{title_words(task, language)}"
            item = QListWidgetItem(QIcon(marker), words)
            item.setData(_TASK, task.id)
            item.setData(_SPOKEN, spoken(task, today, language))
            item.setToolTip(plain_tip(task_tip(task, today, language)))
            self.list.addItem(item)
            if task.id == current:
                self.list.setCurrentItem(item)
        self.list.setVisible(bool(tasks))
        self._help.setVisible(bool(tasks))

    # wishes

    def _enter(self) -> None:
        """Open the one task of the day, or go to the list of several."""
        if self.list.count() == 1:
            self.task_wanted.emit(self.list.item(0).data(_TASK))
        elif self.list.count():
            self.list.setCurrentRow(max(self.list.currentRow(), 0))
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _move(self, id_: str, count: int, in_business_days: bool) -> None:
        task = self._desk.content.tasks[id_]
        is_read_only = self._desk.workspace.is_read_only
        why = why_fixed(task, self._style.language, is_read_only=is_read_only)
        self.hinted.emit(why)
        if why or task.due is None:
            return
        office = self._desk.workspace.office
        day = moved(task.due, count, office, in_business_days=in_business_days)
        if self._desk.edit(id_, "due", typed(day)):
            self.grid.choose(day)
            self.list.choose(id_)

    def month_words(self) -> str:
        """Return the month that is shown, in words."""
        return month_words(self.grid.month, self._style.language, with_year=True)


class DayList(QListWidget):
    """The tasks of a day.

    Signals:
        opened: (task id) the person pressed Enter on a task, or double-clicked it.
        move_wanted: (task id, days, in business days) the person moves a task.
        left: the person pressed Escape.
    """

    opened = Signal(str)
    move_wanted = Signal(str, int, bool)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("day_list")
        self.setWordWrap(True)
        self.setSpacing(2)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemDoubleClicked.connect(lambda item: self.opened.emit(item.data(_TASK)))

    def current(self) -> str | None:
        """Return the current task."""
        item = self.currentItem()
        return str(item.data(_TASK)) if item is not None else None

    def choose(self, task: str) -> None:
        """Make a task the current one, if it is here."""
        for row in range(self.count()):
            if self.item(row).data(_TASK) == task:
                self.setCurrentRow(row)

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        task, key = self.current(), event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and task:
            self.opened.emit(task)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and key in _SIDES and task:
            in_business_days = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.move_wanted.emit(task, _SIDES[key], in_business_days)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
