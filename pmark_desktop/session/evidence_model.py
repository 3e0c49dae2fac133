"""All evidence (証跡) as a Qt table."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from pmark_desktop.domain.records import Evidence, EvidenceKind
from pmark_desktop.domain.texts import folded
from pmark_desktop.session.tips import plain_tip
from pmark_desktop.words import EVIDENCE_COLUMNS, KINDS, Language, day_words, pick, state_of

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
_DISPLAY = Qt.ItemDataRole.DisplayRole
_TOOL_TIP = Qt.ItemDataRole.ToolTipRole
_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_HORIZONTAL = Qt.Orientation.Horizontal
_KIB = 1024


def size_words(size: int) -> str:
    """Return a size in bytes as a person reads it: 3.4 MB."""
    if size < _KIB:
        return f"{size} B"
    if size < _KIB * _KIB:
        return f"{size / _KIB:.0f} KB"
    return f"{size / _KIB / _KIB:.1f} MB"


class EvidenceModel(QAbstractTableModel):
    """Evidence by number: what is in use, the retired on demand, what holds the words."""

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._all: list[Evidence] = []
        self._shown: list[Evidence] = []
        self._search = ""
        self._with_retired = False

    def reset(self, evidence: Iterable[Evidence]) -> None:
        """Take this evidence instead of the present."""
        self._all = list(evidence)
        self._rearrange()

    def show_only(self, *, search: str, with_retired: bool) -> None:
        """Show what holds all these words, with or without the retired."""
        self._search, self._with_retired = search, with_retired
        self._rearrange()

    @property
    def total(self) -> int:
        """How much evidence is in use."""
        return sum(not one.retired for one in self._all)

    def evidence(self, row: int) -> Evidence:
        """Return the evidence of a row."""
        return self._shown[row]

    def row_of(self, number: int) -> int | None:
        """Return the row of a number, None if it is not shown."""
        return next((row for row, one in enumerate(self._shown) if one.number == number), None)

    def _rearrange(self) -> None:
        words = folded(self._search).split()
        self.beginResetModel()
        self._shown = [
            one
            for one in self._all
            if (self._with_retired or not one.retired)
            and all(word in folded(" ".join(self._texts(one))) for word in words)
        ]
        self.endResetModel()

    def _texts(self, one: Evidence) -> tuple[str, ...]:
        place = size_words(one.size) if one.kind is EvidenceKind.FILE else one.place
        return (
            one.label,
            pick(KINDS[one.kind], self._language),
            one.name,
            place,
            " ".join(one.tasks),
            f"{day_words(one.added_on, self._language)} {one.added_by}",
            state_of(one, self._language),
        )

    # Qt overrides

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(EVIDENCE_COLUMNS)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if not 0 <= index.row() < len(self._shown) or role not in (_DISPLAY, _TOOL_TIP):
            return None
        text = self._texts(self._shown[index.row()])[index.column()]
        return plain_tip(text) if role == _TOOL_TIP else text.replace("\n", " ")

    def flags(self, index: Index) -> Qt.ItemFlag:
        return _FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation == _HORIZONTAL and role == _DISPLAY and section < len(EVIDENCE_COLUMNS):
            return pick(EVIDENCE_COLUMNS[section], self._language)
        return None
