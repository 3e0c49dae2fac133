"""The steps of an open workspace as a Qt list: one row for each, the oldest first."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from pmark_desktop.session.history import Step, UndoList
from pmark_desktop.words import Language
from pmark_desktop.words_steps import step_line

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


class StepModel(QAbstractListModel):
    """Row 0 is how it was when the file was opened; row n is how it is after step n.

    `faint` is the colour of the steps that are undone; the present one is bold.
    """

    def __init__(
        self,
        steps: UndoList,
        language: Language,
        faint: QColor | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._faint = faint
        self._bold = QFont()
        self._bold.setBold(True)
        self._steps = steps
        self._language = language
        self._shown: list[str] = []  # not the steps: a stack that goes takes them along
        self._position = 0
        steps.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the steps as they are now."""
        self.beginResetModel()
        self._shown = [_words(step) for step in self._steps.steps()]
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
        name = self._shown[row - 1] if row else ""
        return step_line(name, row, self._position, self._language)

    # Qt overrides

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._shown) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.text(index.row())
        if role == Qt.ItemDataRole.FontRole and index.row() == self._position:
            return self._bold
        if role == Qt.ItemDataRole.ForegroundRole and self.is_undone(index.row()):
            return self._faint
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return _FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags


def _words(step: Step) -> str:
    return f"{step.at:%H:%M}  {step.text()}" if step.at else step.text()
