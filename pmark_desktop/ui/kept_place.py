"""Where a person is in the table of tasks, kept while the rows are put together anew."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QItemSelection, QItemSelectionModel
from PySide6.QtWidgets import QTableView

from pmark_desktop.session.task_model import TaskModel

_FLAG = QItemSelectionModel.SelectionFlag


@contextmanager
def kept_place(table: QTableView, model: TaskModel) -> Iterator[None]:
    """Keep the current cell, the selection and the scroll position of what is shown after.

    A current task that is no longer shown leaves no current cell.
    """
    place = _Place(table, model)
    yield
    place.restore()


class _Place:
    """The current cell, the selected cells and the first visible row, by what is in them."""

    def __init__(self, table: QTableView, model: TaskModel) -> None:
        self._table, self._model = table, model
        index = table.currentIndex()
        self._top = table.verticalScrollBar().value()
        self._sideways = table.horizontalScrollBar().value()
        self._current = _name(model, index.row()) if index.isValid() else None
        self._column = max(index.column(), 0)
        self._row = index.row()
        self._first = _name(model, self._top) if self._top < model.rowCount() else None
        self._is_seen = index.isValid() and not table.visualRect(index).isEmpty()
        self._chosen = self._selected()

    def _selected(self) -> dict[tuple[int, int], list[str]]:
        """Return the selected tasks by the columns that are selected of them; {} for one cell."""
        chosen = self._table.selectionModel().selection()
        spans = [chosen.at(place) for place in range(chosen.count())]
        if len(spans) == 1 and spans[0].width() * spans[0].height() == 1:
            return {}
        found: dict[tuple[int, int], list[str]] = {}
        for span in spans:
            ids = found.setdefault((span.left(), span.right()), [])
            rows = range(span.top(), span.bottom() + 1)
            ids += [self._model.task(row).id for row in rows if not self._model.is_heading(row)]
        return found

    def restore(self) -> None:
        """Go back to where the person was, as far as it is still there."""
        row = _row(self._model, self._current)
        anchor = _row(self._model, self._first)
        if row is not None:
            self._table.setCurrentIndex(self._model.index(row, self._column))
            self._select()
        if row is not None and self._is_seen:
            self._table.verticalScrollBar().setValue(max(row - (self._row - self._top), 0))
        elif anchor is not None:
            self._table.verticalScrollBar().setValue(anchor)
        self._table.horizontalScrollBar().setValue(self._sideways)

    def _select(self) -> None:
        selection = QItemSelection()
        for (left, right), ids in self._chosen.items():
            for first, last in _runs(self._model.rows_of(ids)):
                top, bottom = self._model.index(first, left), self._model.index(last, right)
                selection.merge(QItemSelection(top, bottom), _FLAG.Select)
        if not selection.isEmpty():
            self._table.selectionModel().select(selection, _FLAG.ClearAndSelect)


def _name(model: TaskModel, row: int) -> tuple[bool, str]:
    """Return whether a row is a heading, and the key or task id that it is known by."""
    if model.is_heading(row):
        return True, model.heading(row).key
    return False, model.task(row).id


def _row(model: TaskModel, name: tuple[bool, str] | None) -> int | None:
    if name is None:
        return None
    is_heading, key = name
    if not is_heading:
        return model.row_of(key)
    rows = (row for row in range(model.rowCount()) if model.is_heading(row))
    return next((row for row in rows if model.heading(row).key == key), None)


def _runs(rows: list[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last of each run of neighbouring rows."""
    start = 0
    for place, row in enumerate(rows):
        if place + 1 == len(rows) or rows[place + 1] != row + 1:
            yield rows[start], row
            start = place + 1
