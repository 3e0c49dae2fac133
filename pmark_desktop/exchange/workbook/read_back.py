"""Reads a written workbook back and compares every cell with what was meant.

An own light reader: openpyxl would take longer to read the file than we take to write it.
"""

import re
import zlib
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import IO, NamedTuple
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from pmark_desktop.domain.errors import StorageError, Why
from pmark_desktop.exchange.workbook.frame import Frame
from pmark_desktop.exchange.workbook.layout import Row, Sheet, Value, letter
from pmark_desktop.exchange.workbook.plan import Steps
from pmark_desktop.exchange.workbook.safe_texts import needs_quote_prefix

_BLOCK = 1 << 16
_ESCAPED = re.compile(r"_x005F_(?=x[0-9A-Fa-f]{4}_)")
_MOMENT_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001  (Excel knows no time zones)
_UNREADABLE = (ValueError, LookupError, EOFError, BadZipFile, zlib.error, expat.ExpatError)
_VALUES = ("v", "t")
_NEAR = timedelta(milliseconds=1)  # a day with its hour is a binary fraction


class _Cell(NamedTuple):
    place: str
    style: str
    kind: str
    text: str | None


class _MismatchError(ValueError):
    """The file says something else than was meant."""


def check_draft(draft: Path, frame: Frame, sheets: list[Sheet], steps: Steps) -> None:
    """Compare the file with the sheets it was written from.

    Raises:
        StorageError: it cannot be read, or a cell differs in value, type or style, or holds a
            formula.
    """
    try:
        with ZipFile(draft) as archive:
            _check_parts(archive, frame)
            for name, sheet in zip(frame.sheet_parts, sheets, strict=True):
                with archive.open(name) as part:
                    _check_sheet(_rows(part), sheet, frame, steps)
    except _UNREADABLE as error:
        raise StorageError(Why.WRITTEN_WRONGLY, file=draft.name) from error


def _check_parts(archive: ZipFile, frame: Frame) -> None:
    expected = {*frame.parts, *frame.sheet_parts}
    if sorted(archive.namelist()) != sorted(expected):
        raise _MismatchError("parts")
    for name, content in frame.parts.items():
        if archive.read(name) != content:
            raise _MismatchError(name)


def _check_sheet(found: Iterator[list[_Cell]], sheet: Sheet, frame: Frame, steps: Steps) -> None:
    letters = [letter(column) for column in range(len(sheet.widths))]
    for number, (row, cells) in enumerate(zip(sheet.rows, found, strict=True), start=1):
        steps.step()
        meant = _meant(number, row, frame, letters)
        for (place, style, value), cell in zip(meant, cells, strict=True):
            if (place, style) != (cell.place, cell.style) or not _same(value, cell):
                raise _MismatchError(f"{sheet.title} {place}")


def _meant(
    number: int, row: Row, frame: Frame, letters: list[str]
) -> Iterator[tuple[str, str, Value]]:
    for column, value, look in zip(letters, row.values, row.looks, strict=False):
        quoted = isinstance(value, str) and needs_quote_prefix(value)
        style = frame.styles[look]
        yield f"{column}{number}", str(style.quoted if quoted else style.plain), value


def _same(meant: Value, cell: _Cell) -> bool:
    if meant is None or meant == "" or cell.text is None:
        return not meant and meant != 0 and cell.text is None
    if isinstance(meant, str):
        return cell.kind == "inlineStr" and _plain(cell.text) == meant
    return not cell.kind and _same_number(meant, float(cell.text))


def _plain(text: str) -> str:
    return _ESCAPED.sub("_", text) if "_x005F_" in text else text


def _same_number(meant: float | date, number: float) -> bool:
    if not isinstance(meant, date):
        return number == meant
    found = _MOMENT_ZERO + timedelta(days=number)
    if isinstance(meant, datetime):
        return abs(found - meant) < _NEAR
    return number.is_integer() and found.date() == meant


def _rows(part: IO[bytes]) -> Iterator[list[_Cell]]:
    """Yield the rows of a sheet as they come.

    Raises:
        ValueError: a cell holds a formula.
    """
    reader = _SheetReader()
    for _ in _fed(part, reader.parser):
        yield from reader.taken()


class _SheetReader:
    """Collects rows from the events of a parser."""

    def __init__(self) -> None:
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self._ready: list[list[_Cell]] = []
        self._row: list[_Cell] = []
        self._cell = ("", "", "")
        self._value: str | None = None
        self._in_value = False

    def taken(self) -> list[list[_Cell]]:
        """Return the rows that are complete, and forget them."""
        ready, self._ready = self._ready, []
        return ready

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "c":
            get = attributes.get
            self._cell = (attributes["r"], get("s", ""), get("t", ""))
            self._value = None
        elif name in _VALUES:
            self._in_value, self._value = True, ""
        elif name == "row":
            self._row = []
        elif name == "f":
            raise _MismatchError(self._cell[0])

    def _end(self, name: str) -> None:
        if name == "c":
            self._row.append(_Cell(*self._cell, self._value))
        elif name in _VALUES:
            self._in_value = False
        elif name == "row":
            self._ready.append(self._row)

    def _text(self, text: str) -> None:
        if self._in_value:
            self._value = (self._value or "") + text


def _fed(part: IO[bytes], parser: expat.XMLParserType) -> Iterator[None]:
    """Feed a part to a parser block by block."""
    while block := part.read(_BLOCK):
        parser.Parse(block, False)
        yield
    parser.Parse(b"", True)
    yield
