"""The preview of a change as a Qt table: one row for each task that it touches."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from pmark_desktop.domain.task import Task
from pmark_desktop.session.cell_texts import plain_tip, table_text
from pmark_desktop.words import Language, day_words, pick, title_words, waits_words
from pmark_desktop.words_moves import (
    BECOMES_LATE,
    BECOMES_PAST,
    FATES,
    MOVE_TERMS,
    NO_MOVES,
    PASSES_HARD_DUE,
    RULE_GIVES,
    SUMMARY,
    Fate,
    MoveTerm,
    counts_words,
)
from pmark_desktop.workspace.moves import Arrival, Move, Moves

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
COLUMNS = tuple(MoveTerm)
_WARNINGS = {"passing": PASSES_HARD_DUE, "late": BECOMES_LATE, "past": BECOMES_PAST}
_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


@dataclass(frozen=True, slots=True)
class MoveRow:
    """One line in words; `is_warned` where something is to be minded."""

    texts: tuple[str, ...]
    is_warned: bool


def move_rows(moves: Moves, language: Language) -> list[MoveRow]:
    """Return the lines of a preview: what is to be minded first, then in the order of lists."""
    minds = _minds(moves, language)
    rows = [
        *(_row(move, minds, language) for move in (*moves.moved, *moves.pinned)),
        *(_arrival(one, minds, language) for one in moves.come),
        *(_leaving(task, Fate.GOES, language) for task in moves.go),
        *(_leaving(task, Fate.OUTSIDE, language) for task in moves.outside),
        *(_leaving(task, Fate.DROPPED, language) for task in moves.dropped),
    ]
    return sorted(rows, key=lambda row: not row.is_warned)


def _minds(moves: Moves, language: Language) -> dict[str, list[str]]:
    """Return what is to be minded in each task, by its id."""
    found: dict[str, list[str]] = {}
    for name, words in _WARNINGS.items():
        for one in getattr(moves, name):
            id_ = one.id if isinstance(one, Arrival) else one.task.id
            found.setdefault(id_, []).append(pick(words, language))
    return found


def _row(move: Move, minds: Mapping[str, list[str]], language: Language) -> MoveRow:
    task = move.task
    warning = [*minds.get(task.id, ())]
    if task.pinned and move.by_rule is not None:
        given = day_words(move.by_rule, language)
        warning.append(pick(RULE_GIVES, language).format(day=given))
    return MoveRow(
        (
            pick(FATES[_fate(move)], language), task.id, title_words(task, language),
            _due_words(task.due, task.waits_for, language),
            _due_words(move.due, move.waits_for, language),
            day_words(move.hard_due, language), "  ".join(warning),
        ),
        is_warned=task.id in minds,
    )  # fmt: skip


def _fate(move: Move) -> Fate:
    if move.task.pinned:
        return Fate.PINNED
    if move.due is None:
        return Fate.WAITS
    return Fate.BEGINS if move.task.due is None else Fate.MOVES


def _due_words(due: date | None, waits_for: str | None, language: Language) -> str:
    return day_words(due, language) or waits_words(waits_for, language)


def _arrival(one: Arrival, minds: Mapping[str, list[str]], language: Language) -> MoveRow:
    due = _due_words(one.dates.due, one.dates.waits_for, language)
    texts = (
        pick(FATES[Fate.COMES], language), one.id, one.item.title, "", due,
        day_words(one.dates.hard_due, language), "  ".join(minds.get(one.id, ())),
    )  # fmt: skip
    return MoveRow(texts, is_warned=one.id in minds)


def _leaving(task: Task, fate: Fate, language: Language) -> MoveRow:
    due = _due_words(task.due, task.waits_for, language)
    title = title_words(task, language)
    return MoveRow((pick(FATES[fate], language), task.id, title, due, "", "", ""), is_warned=False)


def summary_words(moves: Moves, language: Language) -> str:
    """Return how many tasks do what, in one line; what is to be minded last."""
    if moves.is_empty:
        return pick(NO_MOVES, language)
    return counts_words({name: len(getattr(moves, name)) for name in SUMMARY}, language)


class MovesModel(QAbstractTableModel):
    """What would become of the tasks."""

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._rows: list[MoveRow] = []

    def show(self, moves: Moves) -> None:
        """Show another preview."""
        self.beginResetModel()
        self._rows = move_rows(moves, self._language)
        self.endResetModel()

    def is_warned(self, row: int) -> bool:
        """Tell whether something in this row is to be minded."""
        return self._rows[row].is_warned

    def text_of(self, rows: Iterable[int]) -> str:
        """Return rows as text, as spreadsheets take it."""
        return table_text(self._texts(rows))

    def _texts(self, rows: Iterable[int]) -> Iterator[tuple[str, ...]]:
        for row in rows:
            yield self._rows[row].texts

    # Qt overrides

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        text = self._rows[index.row()].texts[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        return plain_tip(text) if role == Qt.ItemDataRole.ToolTipRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return pick(MOVE_TERMS[COLUMNS[section]], self._language)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return _FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags
