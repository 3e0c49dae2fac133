"""Checklist tasks as a Qt table. No widgets, no colours, no files."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
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

from pmark_desktop.domain.filters import EVERYTHING, Filter, Vantage, search_words, tests
from pmark_desktop.domain.task import Task
from pmark_desktop.domain.views import Group, SortBy
from pmark_desktop.session.arrangement import Groups, Heading, SortKeys
from pmark_desktop.session.cell_texts import wide_tip
from pmark_desktop.session.columns import COLUMNS, PLACES, Column, Tone, edit_text
from pmark_desktop.session.search_keys import EvidenceNames, SearchKeys
from pmark_desktop.session.spoken_cells import spoken_cell
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
_ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole
_HORIZONTAL = Qt.Orientation.Horizontal
_READ = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_NOTHING = Qt.ItemFlag.NoItemFlags
_WRITE = _READ | Qt.ItemFlag.ItemIsEditable
_DESCENDING = Qt.SortOrder.DescendingOrder
_WITH_REASON = ("due", "left", "hard_due")  # whose tool tip tells how the due came about
_NOTHING_SHOWN = ("", Tone.CALM)
_LIST = PLACES["list"]
_MOST_TOLD = 20  # changed rows that are told one by one

Cells = list[tuple[str, Tone]]


def _known(order: Iterable[SortBy]) -> tuple[SortBy, ...]:
    """Return an order without columns that only a newer version knows."""
    return tuple(one for one in order if one.column in PLACES)


class TaskModel(QAbstractTableModel):
    """The tasks of one cycle that scope, filter and search let through, sorted and in groups.

    Above the tasks of a group stands a heading row, of which `is_heading` is true. An edit
    leaves as `edited` and comes back through `replace`: what is shown is what was saved. A row
    that no longer fits the filter, order or group stays where it is until one of them is set
    anew, so that nothing vanishes under the hand.

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
        evidence_names: EvidenceNames = dict,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._why_due = why_due
        self._vantage = Vantage(today, today)
        self._language = language
        self._can_edit = can_edit
        self._titles: Mapping[str, str] = {}
        self._tasks: list[Task] = []
        self._places: dict[str, int] = {}
        self._cells: list[Cells | None] = []
        self._keys = SearchKeys(self._texts, evidence_names)
        self._sorts = SortKeys()
        self._flags = [_WRITE if can_edit and column.editor else _READ for column in COLUMNS]
        self._flags.append(_NOTHING)  # of the invalid index, whose column is -1
        self._heads = [column.head(language) for column in COLUMNS]
        self._found: list[int] = []  # places of what fits, in the order of the rows
        self._rows: list[int] = []  # places, and ~n for heading n
        self._headings: list[Heading] = []
        self._scope: str | None = None
        self._wanted = EVERYTHING
        self._search = ""
        self._order: tuple[SortBy, ...] = ()
        self._group = Group.NONE
        self._folded: set[str] = set()

    # what is there

    def reset(self, tasks: Iterable[Task], titles: Mapping[str, str] | None = None) -> None:
        """Take these tasks instead of the present ones; what was shown and is there stays shown.

        What came into a list that was there is shown too, until it is filtered again: nobody adds
        a task and does not see it.
        `titles` are those of the checklists, by key and in their order.
        """
        self.beginResetModel()
        shown = {self._tasks[place].id for place in self._found}
        before, lists = self._places, {task.list_key for task in self._tasks}
        self._tasks = list(tasks)
        self._places = {task.id: place for place, task in enumerate(self._tasks)}
        lists &= lists if self._scope is None else {self._scope}
        shown |= {one.id for one in self._tasks if one.list_key in lists and one.id not in before}
        self._titles = self._titles if titles is None else titles
        self._forget_texts()
        self._sorts.reset(self._tasks)
        self._arrange(kept=shown)
        self.endResetModel()

    def replace(self, tasks: Iterable[Task]) -> None:
        """Show new versions of tasks that are here."""
        changed: set[int] = set()
        for task in tasks:
            place = self._places[task.id]
            self._tasks[place] = task
            self._cells[place] = None
            self._keys.forget(place)
            self._sorts.renew(place)
            changed.add(place)
        rows = [row for row, place in enumerate(self._rows) if place in changed]
        last = len(COLUMNS) - 1
        if len(rows) > _MOST_TOLD:
            rows = [rows[0], rows[-1]]
            self.dataChanged.emit(self.index(rows[0], 0), self.index(rows[1], last))
        else:
            for row in rows:
                self.dataChanged.emit(self.index(row, 0), self.index(row, last))

    def set_vantage(self, vantage: Vantage) -> None:
        """Count from another day; what is shown stays shown, in the words of that day."""
        if vantage == self._vantage:
            return
        self._vantage = vantage
        self._forget_texts()
        if self._rows:
            last = self.index(len(self._rows) - 1, len(COLUMNS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def warm(self, seconds: float) -> bool:
        """Get the search ready for about so long; False when it is."""
        return self._keys.warm(seconds)

    # what is shown

    def show_only(
        self, *, scope: str | None = None, wanted: Filter = EVERYTHING, search: str | None = None
    ) -> None:
        """Show of one list (None: all) what the filter lets through.

        `search` takes the place of the filter's own.
        """
        self._scope, self._wanted = scope, wanted
        self._search = wanted.search if search is None else search
        self._rearrange()

    def set_order(self, order: Sequence[SortBy]) -> None:
        """Sort by these columns, the first counting most; by none: the order of the lists."""
        self._order = _known(order)
        self._rearrange()

    def set_group(self, group: Group) -> None:
        """Put the rows together by something, every group open."""
        self._group = group
        self._folded.clear()
        self._rearrange()

    def arrange(self, order: Sequence[SortBy], group: Group) -> None:
        """Set order and groups at once."""
        self._order, self._group = _known(order), group
        self._folded.clear()
        self._rearrange()

    def fold(self, keys: Collection[str], *, is_folded: bool) -> None:
        """Leave out the tasks of some groups, or show them again."""
        self._folded = self._folded | set(keys) if is_folded else self._folded - set(keys)
        self.beginResetModel()
        self._lay_rows()
        self.endResetModel()

    @property
    def order(self) -> tuple[SortBy, ...]:
        """What the rows are sorted by."""
        return self._order

    @property
    def group(self) -> Group:
        """What the rows are put together by."""
        return self._group

    @property
    def headings(self) -> Sequence[Heading]:
        """The headings, from top to bottom."""
        return self._headings

    @property
    def scope_total(self) -> int:
        """How many tasks there are before filter and search."""
        if self._scope is None:
            return len(self._tasks)
        return sum(task.list_key == self._scope for task in self._tasks)

    @property
    def found_count(self) -> int:
        """How many tasks are shown, those of folded groups among them."""
        return len(self._found)

    def is_heading(self, row: int) -> bool:
        """Tell whether a row stands above a group; it has no task."""
        return self._rows[row] < 0

    def heading(self, row: int) -> Heading:
        """Return the heading of a heading row."""
        return self._headings[~self._rows[row]]

    def task(self, row: int) -> Task:
        """Return the task of a row that is no heading."""
        return self._tasks[self._rows[row]]

    def first_task(self) -> str:
        """Return the id of the first task that is shown; "" where there is none."""
        return next((self._tasks[place].id for place in self._rows if place >= 0), "")

    def row_of(self, id_: str) -> int | None:
        """Return the row of a task, None if it is not shown."""
        place = self._places.get(id_)
        try:
            return None if place is None else self._rows.index(place)
        except ValueError:
            return None

    def rows_of(self, ids: Collection[str]) -> list[int]:
        """Return the rows of those of some tasks that are shown, from top to bottom."""
        wanted = {self._places[id_] for id_ in ids if id_ in self._places}
        return [row for row, place in enumerate(self._rows) if place in wanted]

    def unfold_to(self, id_: str) -> None:
        """Open the group that a task is in, if it is found but folded away."""
        place = self._places.get(id_)
        if place is not None and self._folded and self.row_of(id_) is None:
            key = Groups(self._group, self._titles, self._language).key(self._tasks[place])
            self.fold({key}, is_folded=False)

    def cell(self, row: int, place: int) -> tuple[str, Tone]:
        """Return text and meaning of a cell: all that painting needs, without Qt in between."""
        at = self._rows[row]
        if at < 0:
            return _NOTHING_SHOWN
        cells = self._cells[at]
        if cells is None:
            task, today = self._tasks[at], self._vantage.today
            texts = self._texts(task)
            cells = self._cells[at] = [
                (text, column.tone(task, today))
                for column, text in zip(COLUMNS, texts, strict=True)
            ]
        return cells[place]

    def _texts(self, task: Task) -> list[str]:
        """Return what the cells of a task show."""
        today, language = self._vantage.today, self._language
        texts = [column.text(task, today, language) for column in COLUMNS]
        texts[_LIST] = self._titles.get(task.list_key, task.list_key)
        return texts

    def _forget_texts(self) -> None:
        self._keys.reset(self._tasks)
        self._cells = [None] * len(self._tasks)

    # arranging

    def _rearrange(self) -> None:
        self.beginResetModel()
        self._arrange()
        self.endResetModel()

    def _arrange(self, kept: Collection[str] = ()) -> None:
        fitting = self._fitting()
        if kept:
            places = {*fitting, *(self._places[id_] for id_ in kept if id_ in self._places)}
            fitting = sorted(places)
        self._found = self._sorts.sort(fitting, self._order) if self._order else fitting
        self._lay_rows()

    def _fitting(self) -> list[int]:
        """Return the places of the tasks that fit: one pass for each condition."""
        tasks, scope = self._tasks, self._scope
        found = list(range(len(tasks)))
        if scope is not None:
            found = [place for place in found if tasks[place].list_key == scope]
        for test in tests(self._wanted, self._vantage):
            found = [place for place in found if test(tasks[place])]
        words = search_words(self._search)
        return self._keys.holding(words, found) if words else found

    def _lay_rows(self) -> None:
        if self._group is Group.NONE:
            self._rows, self._headings = self._found, []
            return
        groups = Groups(self._group, self._titles, self._language)
        self._rows, self._headings = groups.arranged(self._tasks, self._found, self._folded)

    def _tip(self, task: Task, column: Column, text: str) -> str:
        """Return the whole text of a cell, of a due also how it came about."""
        if column.name in _WITH_REASON and self._why_due is not None:
            return wide_tip(self._why_due(task, self._vantage.today))
        return wide_tip(text)

    def _heading_data(self, index: Index, role: int) -> str | None:
        if role == _ACCESSIBLE or (role == _DISPLAY and index.column() == 0):
            return self.heading(index.row()).words(self._language)
        return None

    def _task_data(self, row: int, place: int, role: int) -> Any:
        task, column, today = self.task(row), COLUMNS[place], self._vantage.today
        match role:
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(task, column, self.cell(row, place)[0])
            case Qt.ItemDataRole.EditRole:
                return edit_text(task, column.name) if column.editor else None
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken_cell(column, task, self.cell(row, place)[0], today, self._language)
            case Role.TONE:
                return column.tone(task, today)
            case Role.TASK:
                return task
        return None

    # Qt overrides

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        row = index.row()
        if not index.isValid() or row >= len(self._rows):
            return None
        if self._rows[row] < 0:
            return self._heading_data(index, role)
        if role == _DISPLAY:
            return self.cell(row, index.column())[0]
        return self._task_data(row, index.column(), role)

    def setData(self, index: Index, value: Any, role: int = _EDIT) -> bool:
        column = COLUMNS[index.column()]
        if role != _EDIT or column.editor is None or not self._can_edit:
            return False
        if self.is_heading(index.row()):
            return False
        task = self.task(index.row())
        if str(value) != edit_text(task, column.name):
            self.edited.emit(task.id, column.name, str(value))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self._headings and index.isValid() and self._rows[index.row()] < 0:
            return _READ
        return self._flags[index.column()]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation == _HORIZONTAL and role == _DISPLAY and section < len(COLUMNS):
            return self._heads[section]
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        descends = order == _DESCENDING
        self.set_order([SortBy(COLUMNS[column].name, descends)] if column >= 0 else [])
