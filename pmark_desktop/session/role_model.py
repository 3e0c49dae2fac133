"""Who holds which role (担当割当), as a Qt table."""

from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from pmark_desktop.domain.records import RoleHolder
from pmark_desktop.words import FIELDS, Language, pick

translate = QCoreApplication.translate
Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()


class RoleColumn(IntEnum):
    """The columns, in their order."""

    ROLE = 0
    PERSON = 1
    MAIL = 2
    OPEN = 3


_SHOWN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole)
_EDITED = (RoleColumn.PERSON, RoleColumn.MAIL)
_READ = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


class RoleModel(QAbstractTableModel):
    """Roles, their holders, and how many open tasks each role has.

    An edit leaves as `edited` and comes back through `show`.

    Signals:
        edited: (role, person, mail) the person asks for this.
    """

    edited = Signal(str, str, str)

    def __init__(
        self, language: Language, *, can_edit: bool, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._language = language
        self._can_edit = can_edit
        self._rows: list[tuple[str, str, str, int]] = []

    def show(self, holders: Sequence[RoleHolder], open_tasks: Mapping[str, int]) -> None:
        """Show these; only cells that differ are told, so that an open editor stays."""
        rows = [(one.role, one.person, one.mail, open_tasks.get(one.role, 0)) for one in holders]
        if [row[0] for row in rows] != [row[0] for row in self._rows]:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        before, self._rows = self._rows, rows
        for place, (old, new) in enumerate(zip(before, rows, strict=True)):
            for column in RoleColumn:
                if old[column] != new[column]:
                    cell = self.index(place, column)
                    self.dataChanged.emit(cell, cell)

    # Qt overrides

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(RoleColumn)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        if section == RoleColumn.OPEN:
            return translate("RoleModel", "未完了のタスク")
        return pick(FIELDS[("role", "person", "mail")[section]], self._language)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = index.column()
        if role in _SHOWN:
            value = self._rows[index.row()][column]
            return str(value)
        if role == Qt.ItemDataRole.TextAlignmentRole and column == RoleColumn.OPEN:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole:
            return str(self._rows[index.row()][column])
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        can_edit = self._can_edit and index.column() in _EDITED
        return _READ | Qt.ItemFlag.ItemIsEditable if can_edit else _READ

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        before = self._rows[index.row()]
        after = [before[RoleColumn.ROLE], before[RoleColumn.PERSON], before[RoleColumn.MAIL]]
        after[index.column()] = str(value).strip()
        if tuple(after) != before[: RoleColumn.OPEN]:
            self.edited.emit(*after)
        return False  # what is shown comes back from the file
