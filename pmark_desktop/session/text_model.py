"""Rows of plain text as a Qt table, for short lists that are shown whole."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from pmark_desktop.session.cell_texts import plain_tip, table_text

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


class TextModel(QAbstractTableModel):
    """Rows of text under the words of `heads`."""

    def __init__(self, heads: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heads = tuple(heads)
        self._rows: list[tuple[str, ...]] = []

    def show(self, rows: Iterable[Sequence[str]]) -> None:
        """Show these rows; nothing happens where they are the same."""
        fresh = [tuple(row) for row in rows]
        if fresh != self._rows:
            self.beginResetModel()
            self._rows = fresh
            self.endResetModel()

    def text_of(self, rows: Iterable[int]) -> str:
        """Return rows as text, for pasting elsewhere."""
        return table_text(self._rows[row] for row in rows)

    # Qt overrides

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        text = self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return text.replace("\n", " ")
        return plain_tip(text) if role == Qt.ItemDataRole.ToolTipRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return _FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._heads[section]
        return None
