"""The steps of an open workspace as a Qt list: one row for each, the oldest first."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from pmark_desktop.session.history import Step, UndoList
from pmark_desktop.words import Language

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


class StepModel(QAbstractListModel):
    """Row 0 is how it was when the file was opened; row n is how it is after step n."""

    def __init__(self, steps: UndoList, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps = steps
        self._language = language
        self._shown: list[Step] = []
        self._position = 0
        steps.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the steps as they are now."""
        self.beginResetModel()
        self._shown = self._steps.steps()
        self._position = self._steps.position
        self.endResetModel()

    @property
    def position(self) -> int:
        """The row of the present state."""
        return self._position

    def is_undone(self, row: int) -> bool:
        """Tell whether the step of a row is undone."""
        return row > self._position

    def text(self, row: int) -> str:
        """Return a row in words: time, name, and how it stands; never by colour alone."""
        ja = self._language is Language.JA
        if row == 0:
            name = "開いたときの状態" if ja else "As it was when opened"
        else:
            step = self._shown[row - 1]
            name = f"{step.at:%H:%M}  {step.text()}" if step.at else step.text()
        if row == self._position:
            return f"▶ {name}" + ("(今ここ)" if ja else " (now)")
        if self.is_undone(row):
            return f"↶ {name}" + ("(元に戻した)" if ja else " (undone)")
        return f"   {name}"

    # Qt overrides

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._shown) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.text(index.row())
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return _FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags
