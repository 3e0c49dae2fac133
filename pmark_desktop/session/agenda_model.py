"""A few tasks as a short list: how urgent, by when, what. No widgets here."""

from collections.abc import Callable, Sequence
from datetime import date
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from pmark_desktop.domain.task import Task
from pmark_desktop.session.cell_texts import plain_tip, table_text
from pmark_desktop.session.columns import Tone, row_tone
from pmark_desktop.words import Language, day_words, title_words

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
_DISPLAY = Qt.ItemDataRole.DisplayRole
_READ = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_NOTHING = Qt.ItemFlag.NoItemFlags
Words = Callable[[Task, date, Language], str]


class AgendaColumn(IntEnum):
    """The columns, from left to right."""

    LEFT = 0
    DAY = 1
    TITLE = 2


class AgendaModel(QAbstractTableModel):
    """Tasks in the order they are given; `left` says in words how urgent one is."""

    def __init__(self, language: Language, left: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._left = left
        self._tasks: Sequence[Task] = ()
        self._today = date.min

    def show_tasks(self, tasks: Sequence[Task], today: date) -> None:
        """Show these tasks as they stand on `today`."""
        self.beginResetModel()
        self._tasks, self._today = tasks, today
        self.endResetModel()

    def task(self, row: int) -> Task:
        """Return the task of a row."""
        return self._tasks[row]

    def tone(self, index: Index) -> Tone:
        """Return what a cell means."""
        is_urgency = index.column() in (AgendaColumn.LEFT, AgendaColumn.DAY)
        return row_tone(self._tasks[index.row()], self._today) if is_urgency else Tone.CALM

    def text_of(self, rows: Sequence[int]) -> str:
        """Return rows as text, for copying."""
        return table_text(
            [self._tasks[row].id, *(self._text(row, column) for column in AgendaColumn)]
            for row in rows
        )

    def _text(self, row: int, column: int) -> str:
        task = self._tasks[row]
        match column:
            case AgendaColumn.LEFT:
                return self._left(task, self._today, self._language)
            case AgendaColumn.DAY:
                return day_words(self._day(task), self._language)
            case _:
                return title_words(task, self._language)

    def _day(self, task: Task) -> date | None:
        """Return the day that the urgency is about: the hard due once it has passed."""
        passed = task.hard_due is not None and task.hard_due < self._today
        return task.hard_due if passed else task.due

    # Qt overrides

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._tasks)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(AgendaColumn)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if not index.isValid() or index.row() >= len(self._tasks):
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(index.row(), index.column())
            case Qt.ItemDataRole.AccessibleTextRole:
                texts = (self._text(index.row(), column) for column in AgendaColumn)
                return " ".join((self._tasks[index.row()].id, *texts))
            case Qt.ItemDataRole.ToolTipRole:
                task = self._tasks[index.row()]
                words = title_words(task, self._language)
                return plain_tip("\n".join(filter(None, (f"{task.id} {words}", task.owner))))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return _READ if index.isValid() else _NOTHING
