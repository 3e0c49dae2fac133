"""Checklist tasks as a Qt table. No widgets, no colours, no files."""

from collections.abc import Callable, Collection, Iterable
from datetime import date
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from pmark_desktop.domain.standing import Concern, concerns
from pmark_desktop.domain.task import Task
from pmark_desktop.domain.texts import folded
from pmark_desktop.session.cell_texts import wide_tip
from pmark_desktop.session.columns import COLUMNS, Column, Tone, edit_text
from pmark_desktop.words import Language

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()


class Role(IntEnum):
    """Our own roles."""

    TONE = Qt.ItemDataRole.UserRole + 1
    TASK = Qt.ItemDataRole.UserRole + 2


# Looked up once: an enum costs more than the whole of a cell (measured: 0.4 µs against 0.02).
_DISPLAY = Qt.ItemDataRole.DisplayRole
_EDIT = Qt.ItemDataRole.EditRole
_TOOL_TIP = Qt.ItemDataRole.ToolTipRole
_ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole
_HORIZONTAL = Qt.Orientation.Horizontal
_READ = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_NOTHING = Qt.ItemFlag.NoItemFlags
_WRITE = _READ | Qt.ItemFlag.ItemIsEditable
_DESCENDING = Qt.SortOrder.DescendingOrder
_WITH_REASON = ("due", "left", "hard_due")  # whose tool tip tells how the due came about


class TaskModel(QAbstractTableModel):
    """The tasks of one cycle: those that the scope, the concern and the search let through.

    An edit leaves as `edited` and comes back through `replace`: what is shown is what was
    saved. A row that no longer fits the filter stays until the filter is set anew, so that
    nothing vanishes under the hand.

    Signals:
        edited: (task id, field, text) the person asks for this change.
    """

    edited = Signal(str, str, str)

    def __init__(
        self,
        today: date,
        language: Language,
        *,
        can_edit: bool,
        why_due: Callable[[Task, date], str] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._why_due = why_due
        self._today = today
        self._language = language
        self._can_edit = can_edit
        self._tasks: dict[str, Task] = {}
        self._folded: dict[str, str] = {}
        self._cells: dict[str, list[tuple[str, Tone]]] = {}
        self._flags = [_WRITE if can_edit and column.editor else _READ for column in COLUMNS]
        self._flags.append(_NOTHING)  # of the invalid index, whose column is -1
        self._shown: list[Task] = []
        self._scope: str | None = None
        self._concern: Concern | None = None
        self._picked: frozenset[str] | None = None
        self._search = ""
        self._order: tuple[int, bool] | None = None

    # what is shown

    def reset(self, tasks: Iterable[Task]) -> None:
        """Take these tasks, in their own order, instead of the present ones."""
        self._tasks = {task.id: task for task in tasks}
        self._folded.clear()
        self._cells.clear()
        self._rearrange()

    def replace(self, tasks: Iterable[Task]) -> None:
        """Show new versions of tasks that are here."""
        fresh = {task.id: task for task in tasks}
        self._tasks |= fresh
        for id_ in fresh:
            self._folded.pop(id_, None)
            self._cells.pop(id_, None)
        for row, task in enumerate(self._shown):
            if task.id in fresh:
                self._shown[row] = fresh[task.id]
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(COLUMNS) - 1))

    def set_today(self, today: date) -> None:
        """Count from another day; what is shown stays shown, in the words of that day."""
        self._today = today
        self._folded.clear()
        self._cells.clear()
        if self._shown:
            last = self.index(len(self._shown) - 1, len(COLUMNS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def show_only(
        self,
        *,
        scope: str | None = None,
        concern: Concern | None = None,
        picked: Collection[str] | None = None,
        search: str = "",
    ) -> None:
        """Show one list (None: all), one concern (None: all), and what holds the words.

        `picked` are the ids of the only tasks to show (None: all).
        """
        self._scope, self._concern, self._search = scope, concern, search
        self._picked = None if picked is None else frozenset(picked)
        self._rearrange()

    @property
    def scope_total(self) -> int:
        """How many tasks there are before the concern, the picked ones and the search."""
        return sum(self._is_in_scope(task) for task in self._tasks.values())

    def task(self, row: int) -> Task:
        """Return the task of a row."""
        return self._shown[row]

    def is_heading(self, _row: int) -> bool:
        """Tell whether a row is the heading of a group instead of a task."""
        return False

    def row_of(self, id_: str) -> int | None:
        """Return the row of a task, None if it is not shown."""
        return next((row for row, task in enumerate(self._shown) if task.id == id_), None)

    def cell(self, row: int, place: int) -> tuple[str, Tone]:
        """Return text and meaning of a cell: all that painting needs, without Qt in between."""
        task = self._shown[row]
        cells = self._cells.get(task.id)
        if cells is None:
            today, language = self._today, self._language
            cells = self._cells[task.id] = [
                (column.text(task, today, language), column.tone(task, today)) for column in COLUMNS
            ]
        return cells[place]

    def _rearrange(self) -> None:
        self.beginResetModel()
        words = folded(self._search).split()
        self._shown = [
            task
            for task in self._tasks.values()
            if self._is_in_scope(task)
            and (self._picked is None or task.id in self._picked)
            and (self._concern is None or self._concern in concerns(task, self._today))
            and (not words or all(word in self._searched(task) for word in words))
        ]
        self._sort()
        self.endResetModel()

    def _tip(self, task: Task, column: Column) -> str:
        """Return the whole text of a cell, of a due also how it came about."""
        if column.name in _WITH_REASON and self._why_due is not None:
            return wide_tip(self._why_due(task, self._today))
        return wide_tip(column.text(task, self._today, self._language))

    def _is_in_scope(self, task: Task) -> bool:
        return self._scope is None or task.list_key == self._scope

    def _searched(self, task: Task) -> str:
        """Return all that a search looks into, folded once for each version of a task."""
        if task.id not in self._folded:
            item = task.item
            parts = [column.text(task, self._today, self._language) for column in COLUMNS]
            parts += [item.guidance, item.clause, item.evidence, item.role, task.event_name]
            self._folded[task.id] = folded("\n".join(parts))
        return self._folded[task.id]

    def _sort(self) -> None:
        if self._order is None:
            return
        place, descends = self._order
        key = COLUMNS[place].key
        empty = [task for task in self._shown if key(task)[0]]
        filled = [task for task in self._shown if not key(task)[0]]
        filled.sort(key=key, reverse=descends)
        self._shown = filled + empty

    # Qt overrides

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        task, column = self._shown[index.row()], COLUMNS[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(task, self._today, self._language)
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(task, column)
            case Qt.ItemDataRole.EditRole:
                return edit_text(task, column.name) if column.editor else None
            case Qt.ItemDataRole.AccessibleTextRole:
                text = column.text(task, self._today, self._language)
                return f"{column.head(self._language)} {text}"
            case Role.TONE:
                return column.tone(task, self._today)
            case Role.TASK:
                return task
        return None

    def setData(self, index: Index, value: Any, role: int = _EDIT) -> bool:
        column = COLUMNS[index.column()]
        if role != _EDIT or column.editor is None or not self._can_edit:
            return False
        task = self._shown[index.row()]
        if str(value) != edit_text(task, column.name):
            self.edited.emit(task.id, column.name, str(value))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        return self._flags[index.column()]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation == _HORIZONTAL and role == _DISPLAY and section < len(COLUMNS):
            return COLUMNS[section].head(self._language)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        ids = [(self._shown[index.row()].id, index.column()) for index in before]
        self._order = (column, order == _DESCENDING) if column >= 0 else None
        if self._order is None:
            kept = {task.id for task in self._shown}
            self._shown = [task for task in self._tasks.values() if task.id in kept]
        self._sort()
        rows = {task.id: row for row, task in enumerate(self._shown)}
        self.changePersistentIndexList(before, [self.index(rows[id_], at) for id_, at in ids])
        self.layoutChanged.emit()
