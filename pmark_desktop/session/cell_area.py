"""Which cells a selection is, and where a block of cells goes. Numbers only, no Qt.

Rows and columns are those that are shown, from top to bottom and from left to right as they are
seen: what is filtered away, hidden or a heading is not among them and is never touched.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pmark_desktop.domain.errors import UserError, Why

Selected = Mapping[int, Sequence[int]]
"""The selected columns of each selected row, both in the order in which they are seen."""


@dataclass(frozen=True, slots=True)
class Area:
    """Cells in these rows and columns: a rectangle as it is seen."""

    rows: Sequence[int]
    columns: Sequence[int]


def rectangle(selected: Selected) -> Area:
    """Return a selection as one rectangle; parts above or beside each other count as one.

    Raises:
        UserError: it is none, as the selections that Excel does not copy either.
    """
    shapes = {tuple(columns) for columns in selected.values()}
    if len(shapes) != 1:
        raise UserError(Why.CELLS_APART)
    return Area(tuple(selected), shapes.pop())


@dataclass(frozen=True, slots=True)
class Landing:
    """Where a block goes: row and column of each place, and of the block what goes there.

    `rows_over` is how many rows of the block found no row, `columns_over` how many columns.
    """

    area: Area
    height: int
    width: int
    rows_over: int = 0
    columns_over: int = 0

    def cells(self, block: Sequence[Sequence[str]]) -> Iterator[tuple[int, int, str]]:
        """Yield row, column and text of each place."""
        for down, row in enumerate(self.area.rows):
            texts = block[down % self.height]
            for right, column in enumerate(self.area.columns):
                yield row, column, texts[right % self.width]


def landing(
    height: int, width: int, selected: Selected, rows: Sequence[int], columns: Sequence[int]
) -> Landing:
    """Return where a block of this size goes, as Excel does it.

    It begins at the first selected cell, and fills the selection where that is a multiple of
    it. `rows` and `columns` are all that are shown, `columns` from left to right.

    Raises:
        UserError: more than one rectangle is selected, and the block is more than one cell.
    """
    chosen = rectangle(selected)
    top, left = bisect_left(rows, chosen.rows[0]), columns.index(chosen.columns[0])
    tall, wide = max(len(chosen.rows), height), max(len(chosen.columns), width)
    _refuse_apart(chosen, rows, columns)
    if tall % height or wide % width:
        tall, wide = height, width
    down, right = rows[top : top + tall], columns[left : left + wide]
    return Landing(
        Area(down, right), height, width,
        rows_over=tall - len(down), columns_over=max(wide - len(right), 0),
    )  # fmt: skip


def _refuse_apart(area: Area, rows: Sequence[int], columns: Sequence[int]) -> None:
    """Do nothing where no cell that is shown lies between the parts of an area.

    Raises:
        UserError: one does: a block has no one place to go to.
    """
    top, left = bisect_left(rows, area.rows[0]), columns.index(area.columns[0])
    whole = Area(rows[top : top + len(area.rows)], columns[left : left + len(area.columns)])
    if list(whole.rows) != list(area.rows) or list(whole.columns) != list(area.columns):
        raise UserError(Why.CELLS_APART)


def fill(
    selected: Selected, rows: Sequence[int], columns: Sequence[int], *, is_down: bool
) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Yield source and target (row, column) of each cell that is filled, down or to the right.

    The first row (column) of the selection is the source; of a single row (column) it is the
    one before it. Nothing comes where there is none.

    Raises:
        UserError: more than one rectangle is selected.
    """
    area = rectangle(selected)
    line, shown = (area.rows, rows) if is_down else (area.columns, columns)
    source, targets = line[0], line[1:]
    if not targets:
        at = list(shown).index(source)
        if at == 0:
            return
        source, targets = shown[at - 1], (source,)
    for target in targets:
        for other in area.columns if is_down else area.rows:
            if is_down:
                yield (source, other), (target, other)
            else:
                yield (other, source), (other, target)
