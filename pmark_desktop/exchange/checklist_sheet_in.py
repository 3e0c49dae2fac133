"""Reads a checklist from an Excel file: the whole list, or everything that is wrong with it.

First the file is let in at all (`xlsx_gate`), then its cells are read (`xlsx_grid`), then they
become the table that a TOML file would hold, and the same checks judge it: `checklist_of`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from pmark_desktop.domain.checklist import Checklist
from pmark_desktop.exchange.checklist_problems import ChecklistProblem as Code
from pmark_desktop.exchange.checklist_problems import Problem, quoted
from pmark_desktop.exchange.checklist_sheet_form import (
    HeadTable,
    ItemTable,
    check_form,
    find_head,
    find_items,
)
from pmark_desktop.exchange.checklist_sheet_values import value_of
from pmark_desktop.exchange.checklist_table import FORMAT, checklist_of
from pmark_desktop.exchange.xlsx_gate import Parts, Progress, SheetFaultError
from pmark_desktop.exchange.xlsx_grid import Book, CellKind, Grid, column_letters, rows_with_values
from pmark_desktop.words_checklist_sheet import HEAD_LABELS, NEEDED, SHEETS, Sheet

_MOST_NAMED = 10
_OWN_SHEETS = set(SHEETS[Sheet.NOTES])


@dataclass(frozen=True, slots=True)
class SheetReading:
    """What a file holds: the list, or None and its problems; and what should be known of it."""

    checklist: Checklist | None
    problems: tuple[Problem, ...] = ()
    remarks: tuple[Problem, ...] = ()


def read_sheet(content: bytes, name: str, progress: Progress | None = None) -> SheetReading:
    """Return the list of an Excel file, or all that is wrong with it, in the file's order.

    `name` is what the problems call the file. Nothing in a file, whatever its bytes, makes this
    raise; only `progress` may, to cancel.
    """
    name = quoted(name)
    try:
        reader = _opened(content, name, progress)
    except SheetFaultError as fault:
        problem = Problem(name, fault.code, facts=fault.facts, place=quoted(fault.place))
        return SheetReading(None, (problem,))
    checklist, problems = reader.read()
    return SheetReading(checklist, tuple(problems), tuple(reader.remarks()))


def sheet_table(content: bytes) -> dict[str, Any]:
    """Return the table that an Excel file holds, unjudged: what a TOML file would hold.

    Raises:
        SheetFaultError: it cannot be read.
    """
    return _opened(content, "").table()


def _opened(content: bytes, name: str, progress: Progress | None = None) -> "_Reader":
    book = Book(Parts(content, progress))
    grids = [book.peek(sheet) for sheet in book.names]
    check_form(grids)
    items, head = find_items(grids), find_head(grids)
    grid = book.read(items.sheet)
    head_grid = grid if head.sheet == items.sheet else book.read(head.sheet)
    others = [one.name for one in grids if one.cells and one.name not in {items.sheet, head.sheet}]
    return _Reader(name, (grid, items), (head_grid, head), others)


class _Reader:
    """Reads the two tables, and knows the cell of every field."""

    def __init__(
        self,
        name: str,
        items: tuple[Grid, ItemTable],
        head: tuple[Grid, HeadTable],
        others: Iterable[str],
    ) -> None:
        self._name = name
        self._grid, self._items = items
        self._head_grid, self._head = head
        self._others = others
        self._rows = list(self._filled_rows())
        self._cell_problems: list[Problem] = []

    def read(self) -> tuple[Checklist | None, list[Problem]]:
        """Return the list or its problems, each with its cell."""
        if columns := list(self._column_problems()):
            return None, columns
        checklist, found = checklist_of(self.table(), self._name)
        wrong = {(problem.ordinal, problem.field) for problem in self._cell_problems}
        problems = [*self._cell_problems, *(self._placed(one) for one in self._left(found, wrong))]
        problems.sort(key=lambda problem: problem.ordinal)  # keeps the order within an item
        return (None if problems else checklist), problems

    def table(self) -> dict[str, Any]:
        """Return what a TOML file of the same content would hold."""
        table = self._head_values()
        table["format"] = FORMAT
        table["items"] = [
            self._item_values(row, ordinal) for ordinal, row in enumerate(self._rows, start=1)
        ]
        return table

    def remarks(self) -> Iterator[Problem]:
        """Yield what should be known although the list can be read."""
        yield from self._hidden()
        if self._items.unread:
            headings = _named(map(quoted, self._items.unread.values()))
            yield self._remark(Code.COLUMNS_UNREAD, headings=headings)
        yield from self._merged()
        version = self._head_grid.cells.get((self._head.rows.get("version", 0), self._head.column))
        if version is not None and version.kind is CellKind.NUMBER:
            text = str(value_of("version", version))
            found = self._remark(Code.VERSION_WAS_NUMBER, text=text)
            yield replace(found, place=self._head_place("version"))
        if unread := [sheet for sheet in self._others if sheet not in _OWN_SHEETS]:
            yield replace(
                self._remark(Code.SHEETS_UNREAD, sheets=_named(map(quoted, unread))), place=""
            )

    def _hidden(self) -> Iterator[Problem]:
        grid = self._grid
        if grid.is_hidden:
            yield self._remark(Code.TABLE_HIDDEN)
        if rows := [row for row in self._rows if row in grid.hidden_rows]:
            yield self._remark(Code.ROWS_HIDDEN, rows=_named(map(str, rows)), count=len(rows))
        columns = sorted(self._items.columns.values())
        if hidden := [column for column in columns if grid.is_column_hidden(column)]:
            yield self._remark(Code.COLUMNS_HIDDEN, columns=_named(map(column_letters, hidden)))

    def _merged(self) -> Iterator[Problem]:
        grid = self._grid
        for first, column, last, last_column in grid.merged:
            if last > self._items.last_heading and (first, column) in grid.cells:
                ends = f"{column_letters(column)}{first}:{column_letters(last_column)}{last}"
                yield Problem(self._name, Code.CELLS_MERGED, place=f"{grid.name}!{ends}")

    def _remark(self, code: Code, **facts: str | int) -> Problem:
        return Problem(self._name, code, facts=facts, place=self._grid.name)

    def _filled_rows(self) -> Iterator[int]:
        columns = set(self._items.columns.values())
        filled = {row for row, column in self._grid.cells if column in columns}
        yield from (
            row for row in rows_with_values(self._grid)
            if row > self._items.last_heading and row in filled and row not in self._head_rows()
        )  # fmt: skip

    def _head_rows(self) -> set[int]:
        return set(self._head.rows.values()) if self._head.sheet == self._items.sheet else set()

    def _column_problems(self) -> Iterator[Problem]:
        for field, column in self._items.twice.items():
            place = self._grid.place(self._items.last_heading, column)
            yield Problem(self._name, Code.SHEET_COLUMN_TWICE, field=field, place=place)
        for field in (*NEEDED, "due"):
            if field not in self._items.columns:
                yield Problem(
                    self._name, Code.SHEET_COLUMN_MISSING, field=field, place=self._grid.name
                )

    def _head_values(self) -> dict[str, object]:
        values: dict[str, object] = {}
        for field in HEAD_LABELS:
            row = self._head.rows.get(field)
            if row is not None:
                self._take(values, field, self._head_grid, (row, self._head.column), 0)
        return values

    def _item_values(self, row: int, ordinal: int) -> dict[str, object]:
        values: dict[str, object] = {}
        for field, column in self._items.columns.items():
            self._take(values, field, self._grid, (row, column), ordinal)
        return values

    def _take(
        self, values: dict[str, object], field: str, grid: Grid, place: tuple[int, int],
        ordinal: int,
    ) -> None:  # fmt: skip
        cell = grid.cells.get(place)
        if cell is None:
            return
        value = value_of(field, cell)
        if isinstance(value, Code):
            facts = {"text": quoted(cell.text)}
            found = Problem(self._name, value, ordinal, "", field, facts, grid.place(*place))
            self._cell_problems.append(found)
        elif value != "":
            values[field] = value

    def _left(self, found: Iterable[Problem], wrong: set[tuple[int, str]]) -> Iterator[Problem]:
        """Yield what does not only follow from a cell that could not be read."""
        ids_are_wrong = any(field == "id" for _, field in wrong)
        repeats = {ordinal for ordinal, field in wrong if field == "repeat"}
        for problem in found:
            is_same = (problem.ordinal, problem.field) in wrong
            follows = problem.ordinal in repeats and problem.code in (
                Code.DUE_MISSING, Code.DUE_NOT_ALLOWED, Code.REPEATS_DIFFER,
            )  # fmt: skip
            if not (is_same or follows or (ids_are_wrong and problem.code is Code.ITEM_UNKNOWN)):
                yield problem

    def _placed(self, problem: Problem) -> Problem:
        if problem.ordinal == 0:
            place = self._head_place(problem.field)
            if problem.field == "items":
                place = self._grid.name
            return replace(problem, place=place, facts=self._facts(problem))
        row = self._rows[problem.ordinal - 1]
        column = self._items.columns.get(problem.field)
        place = self._grid.place(row, column) if column else f"{self._grid.name}!{row}:{row}"
        return replace(problem, place=place, facts=self._facts(problem))

    def _facts(self, problem: Problem) -> Mapping[str, str | int]:
        """Return the facts with the row in the place of the number of an item."""
        if problem.code is not Code.ID_TWICE:
            return problem.facts
        return {"first": self._rows[int(problem.facts["first"]) - 1]}

    def _head_place(self, field: str) -> str:
        row = self._head.rows.get(field)
        grid = self._head_grid
        return grid.place(row, self._head.column) if row is not None else grid.name


def _named(names: Iterable[str]) -> str:
    shown = list(names)
    more = "…" if len(shown) > _MOST_NAMED else ""
    return ", ".join(shown[:_MOST_NAMED]) + more
