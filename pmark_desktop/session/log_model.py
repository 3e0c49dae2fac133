"""The log (変更履歴) as a Qt table: newest first, read in pages, worded when shown."""

from collections.abc import Callable, Iterable
from enum import IntEnum
from time import perf_counter
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from pmark_desktop.domain.errors import UserError
from pmark_desktop.domain.records import LogEntry
from pmark_desktop.domain.texts import folded
from pmark_desktop.session.cell_texts import plain_tip, table_text
from pmark_desktop.words import Language, pick
from pmark_desktop.words_log import LOG_TERMS, LogTerm
from pmark_desktop.words_log_lines import LogLine, LogWords
from pmark_desktop.workspace.workspace import LogPart

Index = QModelIndex | QPersistentModelIndex
Read = Callable[[int, int | None, int], LogPart]
NO_INDEX = QModelIndex()
COLUMNS = tuple(LogTerm(name) for name in LogLine._fields)
PLACES = {column: place for place, column in enumerate(COLUMNS)}

_PAGE = 500  # entries read at once
_BATCH = 50  # entries searched between two looks at the clock
_TURN_SECONDS = 0.008  # a search gives way to the window after that
_MOST_LINES = 4_000  # lines kept in words
_NO_FLAGS = Qt.ItemFlag.NoItemFlags
_DISPLAY = Qt.ItemDataRole.DisplayRole
_TOOL_TIP = Qt.ItemDataRole.ToolTipRole
_HORIZONTAL = Qt.Orientation.Horizontal
_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_AT = PLACES[LogTerm.AT]


class LogRole(IntEnum):
    """Our own roles."""

    ENTRY = Qt.ItemDataRole.UserRole + 1
    REPEATS = Qt.ItemDataRole.UserRole + 2  # the row above is of the same operation


class LogModel(QAbstractTableModel):
    """The entries of the log that hold the words searched for.

    `read` gives up to so many entries between two numbers (`Workspace.log_part`). A search
    goes through the whole log, in short turns, so that the window lives on.

    Signals:
        counted: the numbers of rows, of entries, or the end of a search changed.
        refused: (error: UserError) the log cannot be read just now.
    """

    counted = Signal()
    refused = Signal(object)

    def __init__(self, read: Read, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._language = language
        self._words = LogWords(language)
        self._loaded: list[LogEntry] = []
        self._shown: list[LogEntry] = []
        self._lines: dict[int, LogLine] = {}
        self._folded: dict[int, str] = {}
        self._search: list[str] = []
        self._scanned = 0
        self._failed = False
        self.total = 0
        """How many entries the whole log has."""
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._scan)

    # what is shown

    def refresh(self) -> None:
        """Show what came to the log since; what is on screen stays where it is."""
        self._failed = False
        newest = self._loaded[0].seq if self._loaded else 0
        if not newest:
            self.fetchMore(NO_INDEX)
            return
        fresh: list[LogEntry] = []
        while part := self._part(newest, fresh[-1].seq if fresh else None):
            fresh += part
        if self._failed:  # a part of it would leave a gap
            return
        self._loaded[:0] = fresh
        self._scanned += len(fresh)
        self._insert(0, self._matching(fresh))
        self.counted.emit()

    def search(self, text: str) -> None:
        """Show only entries that hold all these words; the search may go on for a while."""
        words = folded(text).split()
        if words == self._search:
            return
        self._timer.stop()
        self.beginResetModel()
        self._search = words
        self._scanned = 0
        self._shown = [] if words else list(self._loaded)
        self.endResetModel()
        if words:
            self._timer.start()
            self._scan()
        else:
            self.counted.emit()

    def stop(self) -> None:
        """Leave a search where it is: the file is about to be closed."""
        self._timer.stop()
        self._failed = True

    @property
    def is_searching(self) -> bool:
        """True while a search has not yet gone through the whole log."""
        return self._timer.isActive()

    @property
    def newest_hash(self) -> str:
        """The hash of the newest entry, '' while none is read."""
        return self._loaded[0].hash if self._loaded else ""

    def entry(self, row: int) -> LogEntry:
        """Return the entry of a row."""
        return self._shown[row]

    def line(self, row: int) -> LogLine:
        """Return the words of a row."""
        entry = self._shown[row]
        found = self._lines.get(entry.seq)
        if found is None:
            if len(self._lines) >= _MOST_LINES:
                self._lines.clear()
            found = self._lines[entry.seq] = self._words.line(entry)
        return found

    def text_of(self, rows: Iterable[int]) -> str:
        """Return rows as text, a line each, columns parted by tabs: as spreadsheets take it."""
        return table_text(self.line(row) for row in rows)

    # reading and searching

    def _part(self, after: int, before: int | None) -> list[LogEntry]:
        try:
            part = self._read(after, before, _PAGE)
        except UserError as error:
            self._failed = True
            self.refused.emit(error)
            return []
        self._words.learn(part.origins)
        self.total = part.total
        return list(part.entries)

    def _load_older(self) -> list[LogEntry]:
        older = [] if self._has_all else self._part(0, self._oldest)
        self._loaded += older
        self._failed |= not older and not self._has_all  # entries are missing: ask no more
        return older

    @property
    def _oldest(self) -> int | None:
        return self._loaded[-1].seq if self._loaded else None

    @property
    def _has_all(self) -> bool:
        return self._failed or (bool(self._loaded) and len(self._loaded) >= self.total)

    def _scan(self) -> None:
        """Search on for one short turn."""
        end = perf_counter() + _TURN_SECONDS
        found: list[LogEntry] = []
        while perf_counter() < end:
            if self._scanned >= len(self._loaded) and not self._load_older():
                self._timer.stop()
                break
            batch = self._loaded[self._scanned : self._scanned + _BATCH]
            self._scanned += len(batch)
            found += self._matching(batch)
        self._insert(len(self._shown), found)
        self.counted.emit()

    def _matching(self, entries: list[LogEntry]) -> list[LogEntry]:
        words = self._search
        if not words:
            return entries
        return [one for one in entries if all(word in self._searched(one) for word in words)]

    def _searched(self, entry: LogEntry) -> str:
        found = self._folded.get(entry.seq)
        if found is None:
            found = self._folded[entry.seq] = folded("\n".join(self._words.line(entry)))
        return found

    def _insert(self, row: int, entries: list[LogEntry]) -> None:
        if entries:
            self.beginInsertRows(NO_INDEX, row, row + len(entries) - 1)
            self._shown[row:row] = entries
            self.endInsertRows()

    # Qt overrides

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def canFetchMore(self, parent: Index) -> bool:
        return not (parent.isValid() or self._search or self._has_all)

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._insert(len(self._shown), self._load_older())
            self.counted.emit()

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        row = index.row()
        if not 0 <= row < len(self._shown):
            return None
        if role == _DISPLAY:
            return self.line(row)[index.column()].replace("\n", " ")
        if role == _TOOL_TIP:
            is_time = index.column() == _AT
            return plain_tip(self._shown[row].at if is_time else self.line(row)[index.column()])
        if role == LogRole.REPEATS:
            return row > 0 and self._shown[row - 1].operation == self._shown[row].operation
        return self._shown[row] if role == LogRole.ENTRY else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return _FLAGS if index.isValid() else _NO_FLAGS

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation == _HORIZONTAL and role == _DISPLAY and section < len(COLUMNS):
            return pick(LOG_TERMS[COLUMNS[section]], self._language)
        return None
