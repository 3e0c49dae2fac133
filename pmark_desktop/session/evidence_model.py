"""All evidence (証跡) as a Qt table: what it is, where it is used, whether it still counts."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from pmark_desktop.domain.records import Evidence, EvidenceKind
from pmark_desktop.domain.texts import folded
from pmark_desktop.session.cell_texts import plain_tip, table_text
from pmark_desktop.session.columns import Tone
from pmark_desktop.words import KINDS, Language, day_words, pick
from pmark_desktop.words_evidence import EVIDENCE_TERMS, EvidenceTerm

Index = QModelIndex | QPersistentModelIndex
Key = tuple[int, str]
NO_INDEX = QModelIndex()

_NO_FLAGS = Qt.ItemFlag.NoItemFlags
_DISPLAY = Qt.ItemDataRole.DisplayRole
_TOOL_TIP = Qt.ItemDataRole.ToolTipRole
_HORIZONTAL = Qt.Orientation.Horizontal
_DESCENDING = Qt.SortOrder.DescendingOrder
_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_KIND_ORDER = {kind: place for place, kind in enumerate(EvidenceKind)}
_UNITS = ("KB", "MB")
_STEP = 1024
_WHOLE_FROM = 100  # no decimals from here on


class EvidenceRole(IntEnum):
    """Our own roles."""

    TONE = Qt.ItemDataRole.UserRole + 1
    EVIDENCE = Qt.ItemDataRole.UserRole + 2


def say(term: EvidenceTerm, language: Language, **facts: object) -> str:
    """Return a word or phrase of the list of evidence."""
    words = pick(EVIDENCE_TERMS[term], language)
    return words.format(**facts) if facts else words


def size_words(size: int, language: Language) -> str:
    """Return a size in bytes as a person reads it: 117バイト, 3.4 MB."""
    if size < _STEP:
        return say(EvidenceTerm.BYTES, language, count=size)
    amount, unit = size / _STEP, _UNITS[0]
    if amount >= _STEP:
        amount, unit = amount / _STEP, _UNITS[1]
    shown = f"{amount:.0f}" if amount >= _WHOLE_FROM else f"{amount:.1f}"
    return say(EvidenceTerm.ABOUT_BYTES, language, size=shown, unit=unit)


def _place(one: Evidence, language: Language) -> str:
    return size_words(one.size, language) if one.kind is EvidenceKind.FILE else one.place


def _tasks(one: Evidence, language: Language) -> str:
    return " ".join(one.tasks) or say(EvidenceTerm.NO_TASK, language)


def standing_words(one: Evidence, language: Language) -> str:
    """Return whether evidence is in use, and if not, why: 「取り下げ: 差し替えのため」."""
    if not one.retired:
        return say(EvidenceTerm.IN_USE, language)
    reason = one.retired_reason or say(EvidenceTerm.UNDONE, language)
    return say(EvidenceTerm.RETIRED, language, reason=reason)


def _standing_tone(one: Evidence) -> Tone:
    return Tone.EXCLUDED if one.retired else Tone.GOOD


def _tasks_tone(one: Evidence) -> Tone:
    return _row_tone(one) if one.tasks or one.retired else Tone.MISSING


def _row_tone(one: Evidence) -> Tone:
    return Tone.EXCLUDED if one.retired else Tone.CALM


@dataclass(frozen=True, slots=True)
class EvidenceColumn:
    """One column: its heading, text, order, and meaning where the row's own does not say it."""

    term: EvidenceTerm
    width: int
    text: Callable[[Evidence, Language], str]
    key: Callable[[Evidence], Key]
    tone: Callable[[Evidence], Tone] = _row_tone


COLUMNS = (
    EvidenceColumn(
        EvidenceTerm.NUMBER, 70, lambda one, _l: one.label, lambda one: (one.number, "")
    ),
    EvidenceColumn(
        EvidenceTerm.KIND, 62, lambda one, language: pick(KINDS[one.kind], language),
        lambda one: (_KIND_ORDER[one.kind], ""),
    ),
    EvidenceColumn(
        EvidenceTerm.NAME, 240, lambda one, _l: one.name, lambda one: (0, folded(one.name))
    ),
    EvidenceColumn(EvidenceTerm.PLACE, 130, _place, lambda one: (one.size, one.place)),
    EvidenceColumn(
        EvidenceTerm.TASKS, 130, _tasks,
        lambda one: (0 if one.tasks else 1, " ".join(one.tasks)), _tasks_tone,
    ),
    EvidenceColumn(
        EvidenceTerm.ADDED_ON, 112, lambda one, language: day_words(one.added_on, language),
        lambda one: (one.added_on.toordinal(), ""),
    ),
    EvidenceColumn(
        EvidenceTerm.ADDED_BY, 84, lambda one, _l: one.added_by, lambda one: (0, one.added_by)
    ),
    EvidenceColumn(
        EvidenceTerm.STANDING, 170, standing_words,
        lambda one: (int(one.retired), one.retired_reason), _standing_tone,
    ),
)  # fmt: skip
PLACES = {column.term: place for place, column in enumerate(COLUMNS)}


class EvidenceModel(QAbstractTableModel):
    """The evidence that the filter and the search let through, in the order asked for."""

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._all: list[Evidence] = []
        self._shown: list[Evidence] = []
        self._folded: dict[Evidence, str] = {}
        self._search = ""
        self._with_retired = False
        self._order: tuple[int, bool] | None = None

    # what is shown

    def reset(self, evidence: Iterable[Evidence]) -> None:
        """Take this evidence instead of the present; rows that stay keep their index."""
        fresh = list(evidence)
        if fresh != self._all:
            self._all = fresh
            self._folded.clear()
            self._rearrange()

    def show_only(self, *, search: str = "", with_retired: bool = False) -> None:
        """Show what holds the words; the retired only where they are asked for."""
        self._search, self._with_retired = search, with_retired
        self._rearrange()

    @property
    def total(self) -> int:
        """How much evidence there is before the search: with the retired if they are shown."""
        return sum(self._with_retired or not one.retired for one in self._all)

    @property
    def retired_count(self) -> int:
        """How much evidence is retired."""
        return sum(one.retired for one in self._all)

    def evidence(self, row: int) -> Evidence:
        """Return the evidence of a row."""
        return self._shown[row]

    def row_of(self, number: int) -> int | None:
        """Return the row of a number, None if it is not shown."""
        rows = (row for row, one in enumerate(self._shown) if one.number == number)
        return next(rows, None)

    def text_of(self, rows: Iterable[int]) -> str:
        """Return rows as text, for pasting elsewhere."""
        return table_text(
            [column.text(self._shown[row], self._language) for column in COLUMNS] for row in rows
        )

    def _rearrange(self) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        held = [(self._shown[index.row()].number, index.column()) for index in before]
        words = folded(self._search).split()
        self._shown = [
            one
            for one in self._all
            if (self._with_retired or not one.retired)
            and all(word in self._searched(one) for word in words)
        ]
        if self._order is not None:
            column, descends = self._order
            self._shown.sort(key=COLUMNS[column].key, reverse=descends)
        rows = {one.number: row for row, one in enumerate(self._shown)}
        after = [
            self.index(rows[number], column) if number in rows else NO_INDEX
            for number, column in held
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _searched(self, one: Evidence) -> str:
        if one not in self._folded:
            parts = [column.text(one, self._language) for column in COLUMNS]
            self._folded[one] = folded("\n".join([*parts, one.place, one.sha256]))
        return self._folded[one]

    # Qt overrides

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if not 0 <= index.row() < len(self._shown):
            return None
        one, column = self._shown[index.row()], COLUMNS[index.column()]
        if role == _DISPLAY:
            return column.text(one, self._language).replace("\n", " ")
        if role == _TOOL_TIP:
            return plain_tip(column.text(one, self._language))
        if role == EvidenceRole.TONE:
            return column.tone(one)
        return one if role == EvidenceRole.EVIDENCE else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return _FLAGS if index.isValid() else _NO_FLAGS

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation == _HORIZONTAL and role == _DISPLAY and section < len(COLUMNS):
            return say(COLUMNS[section].term, self._language)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._order = (column, order == _DESCENDING) if column >= 0 else None
        self._rearrange()
