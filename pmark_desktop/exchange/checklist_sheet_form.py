"""Where the parts of a checklist stand in a workbook: by hidden ids, else by their headings."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from pmark_desktop.exchange.checklist_problems import ChecklistProblem as Code
from pmark_desktop.exchange.xlsx_gate import SheetFaultError
from pmark_desktop.exchange.xlsx_grid import Grid, rows_with_values
from pmark_desktop.words_checklist_sheet import (
    HEAD_LABELS,
    ITEM_LABELS,
    VALUE,
    fields_by_heading,
    folded_heading,
)

FORM = "pmark-checklist"
FORM_VERSION = 1
FORM_MARK = f"{FORM}/{FORM_VERSION}"
"""Stands hidden in the first cell of the form, so that it is known whatever it is called."""
VALUE_ID = "value"

_HEAD_BY_LABEL = fields_by_heading(HEAD_LABELS)
_ITEM_BY_LABEL = fields_by_heading(ITEM_LABELS)
_VALUE_LABELS = {folded_heading(word) for word in VALUE}
_SEARCHED_ROWS = 40
_ENOUGH = 4  # so many known names in a line make it a heading


@dataclass(frozen=True, slots=True)
class HeadTable:
    """The head of a list: the row of each field, and the column of their values."""

    sheet: str
    rows: Mapping[str, int]
    column: int


@dataclass(frozen=True, slots=True)
class ItemTable:
    """The items: the column of each field, and the last row of headings.

    `twice` names fields that two columns claim. `unread` are the columns of other headings.
    """

    sheet: str
    columns: Mapping[str, int]
    last_heading: int
    twice: Mapping[str, int] = field(default_factory=dict)
    unread: Mapping[int, str] = field(default_factory=dict)


def check_form(grids: Iterable[Grid]) -> None:
    """Refuse a form that a newer program wrote.

    Raises:
        SheetFaultError: it is one.
    """
    for grid in grids:
        for (row, _), cell in grid.cells.items():
            name, slash, version = cell.text.partition("/")
            is_mark = row <= _SEARCHED_ROWS and name == FORM and slash and version.isdecimal()
            if is_mark and version != str(FORM_VERSION):
                raise SheetFaultError(Code.SHEET_FORM_NEWER, grid.name, known=FORM_VERSION)


def find_items(grids: Iterable[Grid]) -> ItemTable:
    """Return where the items are.

    Raises:
        SheetFaultError: nowhere, or on two sheets.
    """
    found = [table for table in map(_items_in, grids) if table is not None]
    if not found:
        raise SheetFaultError(Code.SHEET_WITHOUT_ITEMS)
    if len(found) > 1:
        names = ", ".join(table.sheet for table in found)
        raise SheetFaultError(Code.SHEET_TWO_TABLES, names=names)
    return found[0]


def _items_in(grid: Grid) -> ItemTable | None:
    rows = [row for row in rows_with_values(grid) if row <= _SEARCHED_ROWS]
    by_row = {row: _cells_of(grid, row) for row in rows}
    ids = next((row for row in rows if _count(by_row[row], _as_id) >= _ENOUGH), None)
    heads = next(
        (row for row in rows if row != ids and _count(by_row[row], _as_heading) >= _ENOUGH), None
    )
    if ids is None and heads is None:
        return None
    columns: dict[str, int] = {}
    twice: dict[str, int] = {}
    for row, name_of in ((ids, _as_id), (heads, _as_heading)):
        for column, text in by_row.get(row or 0, {}).items():
            name = name_of(text)
            if name is None or column in columns.values():
                continue
            if name in columns and name_of is _as_id:
                twice[name] = column
            columns.setdefault(name, column)
    last = max(ids or 0, heads or 0)
    unread = {
        column: text
        for column, text in by_row.get(heads or 0, {}).items()
        if column not in columns.values() and column not in twice.values()
    }
    return ItemTable(grid.name, columns, last, twice, unread)


def find_head(grids: Iterable[Grid]) -> HeadTable:
    """Return where the head of the list is.

    Raises:
        SheetFaultError: nowhere, or on two sheets.
    """
    found = [table for table in map(_head_in, grids) if table is not None]
    if not found:
        raise SheetFaultError(Code.SHEET_WITHOUT_HEAD)
    if len(found) > 1:
        names = ", ".join(table.sheet for table in found)
        raise SheetFaultError(Code.SHEET_TWO_TABLES, names=names)
    return found[0]


def _head_in(grid: Grid) -> HeadTable | None:
    near = {place: cell for place, cell in grid.cells.items() if place[0] <= _SEARCHED_ROWS}
    by_column: dict[int, dict[str, int]] = {}
    for (row, column), cell in sorted(near.items()):
        name = cell.text.strip()
        name = name if name in HEAD_LABELS else _HEAD_BY_LABEL.get(folded_heading(name), "")
        if name:
            by_column.setdefault(column, {}).setdefault(name, row)
    labels = {column: rows for column, rows in by_column.items() if len(rows) >= _ENOUGH}
    if not labels:
        return None
    rows: dict[str, int] = {}
    for known in labels.values():
        rows |= {name: row for name, row in known.items() if name not in rows}
    values = [
        column
        for (_, column), cell in sorted(near.items())
        if cell.text.strip() == VALUE_ID or folded_heading(cell.text) in _VALUE_LABELS
    ]
    return HeadTable(grid.name, rows, values[0] if values else max(labels) + 1)


def _cells_of(grid: Grid, row: int) -> dict[int, str]:
    found = {column: cell.text for (at, column), cell in grid.cells.items() if at == row}
    return dict(sorted(found.items()))


def _count(cells: Mapping[int, str], name_of: Callable[[str], str | None]) -> int:
    return len({name_of(text) for text in cells.values()} - {None})


def _as_id(text: str) -> str | None:
    return text.strip() if text.strip() in ITEM_LABELS else None


def _as_heading(text: str) -> str | None:
    return _ITEM_BY_LABEL.get(folded_heading(text))
