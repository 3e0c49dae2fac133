"""The two-year map as a Qt table: checklists by months, and their total. No widgets here."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from pmark_desktop.domain.two_years import Cell, MonthStanding, Row, TwoYears
from pmark_desktop.session.columns import Tone
from pmark_desktop.words import Language, pick
from pmark_desktop.words_agenda import TOTAL, cell_text, cell_words, month_head, picked_words

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
_DISPLAY = Qt.ItemDataRole.DisplayRole
_CENTER = Qt.AlignmentFlag.AlignCenter
_READ = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_NOTHING = Qt.ItemFlag.NoItemFlags
_HORIZONTAL = Qt.Orientation.Horizontal
_TONES = {
    MonthStanding.NONE: Tone.EXCLUDED, MonthStanding.EMPTY: Tone.LATE,
    MonthStanding.PART: Tone.SOON, MonthStanding.WHOLE: Tone.GOOD,
    MonthStanding.RUNNING: Tone.CALM, MonthStanding.AHEAD: Tone.EXCLUDED,
}  # fmt: skip


class MapRole(IntEnum):
    """Our own roles: what a cell means, and the cell itself."""

    TONE = Qt.ItemDataRole.UserRole + 1
    CELL = Qt.ItemDataRole.UserRole + 2


class MapModel(QAbstractTableModel):
    """What `two_years` found; the total is the last row."""

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._rows: Sequence[Row] = ()
        self._map: TwoYears | None = None
        self._titles: dict[str, str] = {}
        self._present = -1

    def show_map(self, found: TwoYears, titles: dict[str, str], present: int) -> None:
        """Show this map; `titles` are those of the lists, `present` the column of this month.

        The same shape keeps what is chosen; -1 means that this month is not in the period.
        """
        is_same = (
            self._map is not None
            and self._map.months == found.months
            and [row.key for row in self._map.rows] == [row.key for row in found.rows]
        )
        if not is_same:
            self.beginResetModel()
        self._map, self._rows = found, (*found.rows, found.total)
        self._titles = titles | {"": pick(TOTAL, self._language)}
        self._present = present
        if is_same:
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        else:
            self.endResetModel()

    @property
    def present(self) -> int:
        """The column of this month, -1 where it is not in the period."""
        return self._present

    def cell(self, row: int, column: int) -> Cell:
        """Return a cell."""
        return self._rows[row].cells[column]

    def key(self, row: int) -> str:
        """Return the checklist of a row; "" for the total."""
        return self._rows[row].key

    def picked(self, row: int, column: int) -> str:
        """Return what the tasks of a cell are in words: 「2027年4月・内部監査」."""
        title = self._titles[self.key(row)]
        return picked_words(title, self.cell(row, column).month, self._language)

    # Qt overrides

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() or self._map is None else len(self._map.months)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        cell = self.cell(index.row(), index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell_text(cell, self._language)
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return cell_words(self._titles[self.key(index.row())], cell, self._language)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _CENTER
            case MapRole.TONE:
                return _TONES[cell.standing]
            case MapRole.CELL:
                return cell
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return _READ if index.isValid() else _NOTHING

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if self._map is None or role != _DISPLAY:
            return None
        if orientation != _HORIZONTAL:
            return self._titles[self.key(section)]
        month = self._map.months[section]
        with_year = section == 0 or month.month == 1
        return month_head(month, self._language, with_year=with_year)
