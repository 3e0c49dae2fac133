"""The cells of a workbook file as they were typed: values only, within bounds.

An own reader on expat. openpyxl trusts the claimed size of a sheet and loses rows, never ends
on a merged range over all cells, and answers "no sheets" where it understands nothing.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from pmark_desktop.exchange.checklist_problems import ChecklistProblem as Code
from pmark_desktop.exchange.checklist_problems import quoted
from pmark_desktop.exchange.xlsx_gate import Parts, SheetFaultError, local

MOST_SHEETS = 60
MOST_ROWS = 20_000
MOST_COLUMNS = 500
MOST_CELLS = 400_000
MOST_MERGED = 10_000

_REF = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]{1,3})?")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_DAY_FORMATS = {*range(14, 18), 22, *range(27, 37), *range(50, 59)}
_NOT_IN_FORMATS = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_HIDDEN_STATES = ("hidden", "veryHidden")
_LETTERS = 26


class CellKind(StrEnum):
    """What a cell holds."""

    TEXT = "text"
    NUMBER = "number"
    DAY = "day"
    FLAG = "flag"
    ERROR = "error"
    WRONG = "wrong"  # no spreadsheet program writes that


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell that is not empty; `text` is what stands there, of a day as ISO."""

    kind: CellKind
    text: str
    is_formula: bool = False


@dataclass(slots=True)
class Grid:
    """A sheet: its cells by row and column, counted from 1.

    `hidden_columns` are spans, ends included; `merged` names ranges of several cells.
    """

    name: str
    is_hidden: bool
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)

    def place(self, row: int, column: int) -> str:
        """Return the name of a cell: `項目!H12`."""
        return f"{self.name}!{column_letters(column)}{row}"

    def text(self, row: int, column: int) -> str:
        """Return what stands in a cell; '' where nothing does."""
        found = self.cells.get((row, column))
        return found.text if found else ""

    def is_column_hidden(self, column: int) -> bool:
        """Tell whether a column is hidden."""
        return any(first <= column <= last for first, last in self.hidden_columns)


def column_letters(column: int) -> str:
    """Return the letters of a column counted from 1."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


class Book:
    """A workbook file, opened for its cells.

    Raises:
        SheetFaultError: it cannot be read.
    """

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._book = self._book_part()
        self._relations = parts.relations(self._book)
        self._first_day = date(1899, 12, 30)
        self._sheets = self._read_names()
        self._strings = self._read_strings()
        self._day_styles = self._read_styles()

    @property
    def names(self) -> list[str]:
        """The sheets in their order."""
        return list(self._sheets)

    def peek(self, name: str) -> Grid:
        """Return the beginning of a sheet, enough to tell what it is."""
        return self._grid(name, blocks=2)

    def read(self, name: str) -> Grid:
        """Return a whole sheet."""
        return self._grid(name)

    def _grid(self, name: str, blocks: int | None = None) -> Grid:
        part, is_hidden = self._sheets[name]
        reader = _SheetReader(Grid(name, is_hidden), self)
        for count, _ in enumerate(
            self._parts.parse(part, reader.start, reader.end, reader.text), start=1
        ):
            if count == blocks:
                break
        return reader.grid

    def string(self, number: str, place: str) -> str:
        """Return a shared text."""
        if not number.isdecimal() or int(number) >= len(self._strings):
            raise SheetFaultError(Code.SHEET_DAMAGED, place, part="sharedStrings")
        return self._strings[int(number)]

    def is_day(self, style: str) -> bool:
        """Tell whether numbers of a style are shown as days."""
        return style.isdecimal() and int(style) in self._day_styles

    def day(self, serial: float) -> date | None:
        """Return the day that a number stands for; None outside of what Excel can show."""
        if not 61 <= serial < 2_958_466:  # noqa: PLR2004  1900-03-01 (before, Excel's own error) to 9999
            return None
        return self._first_day + timedelta(days=int(serial))

    def _book_part(self) -> str:
        for kind, target in self._parts.relations("").values():
            if kind == "officeDocument" and self._parts.has(target):
                return target
        raise SheetFaultError(Code.SHEET_NOT_XLSX)

    def _read_names(self) -> dict[str, tuple[str, bool]]:
        found: dict[str, tuple[str, bool]] = {}

        def start(element: str, given: dict[str, str]) -> None:
            if local(element) == "workbookPr" and given.get("date1904") in ("1", "true"):
                self._first_day = date(1904, 1, 1)
            if local(element) != "sheet" or not self._is_worksheet(given):
                return
            name = given.get("name", "")
            if name in found:
                raise SheetFaultError(Code.SHEET_TWO_ANSWERS, what=quoted(name))
            part = self._relations[_relation_id(given)][1]
            if not self._parts.has(part):
                raise SheetFaultError(Code.SHEET_DAMAGED, quoted(name), part=quoted(part))
            found[name] = (part, given.get("state") in _HIDDEN_STATES)

        for _ in self._parts.parse(self._book, start):
            pass
        if len(found) > MOST_SHEETS:
            raise SheetFaultError(Code.SHEET_OVERDONE)
        return found

    def _is_worksheet(self, given: Mapping[str, str]) -> bool:
        relation = self._relations.get(_relation_id(given))
        if relation is None:
            raise SheetFaultError(Code.SHEET_DAMAGED, quoted(given.get("name", "")), part="rels")
        return relation[0] == "worksheet"  # not a chart, nor a macro sheet of long ago

    def _part_of(self, kind: str) -> str | None:
        for found, target in self._relations.values():
            if found == kind and self._parts.has(target):
                return target
        return None

    def _read_strings(self) -> list[str]:
        strings: list[str] = []
        part = self._part_of("sharedStrings")
        if part is not None:
            reader = _TextReader()

            def start(element: str, _given: dict[str, str]) -> None:
                if local(element) == "si":
                    reader.begin()
                reader.start(local(element))

            def end(element: str) -> None:
                reader.end(local(element))
                if local(element) == "si":
                    strings.append(reader.whole())

            for _ in self._parts.parse(part, start, end, reader.text):
                pass
        return strings

    def _read_styles(self) -> set[int]:  # noqa: C901  two handlers that share a place
        """Return the numbers of the styles that show days."""
        own: dict[str, str] = {}
        styles: list[str] = []
        is_inside = False

        def start(element: str, given: dict[str, str]) -> None:
            nonlocal is_inside
            match local(element):
                case "numFmt":
                    own[given.get("numFmtId", "")] = given.get("formatCode", "")
                case "cellXfs":
                    is_inside = True
                case "xf" if is_inside:
                    styles.append(given.get("numFmtId", "0"))

        def end(element: str) -> None:
            nonlocal is_inside
            if local(element) == "cellXfs":
                is_inside = False

        part = self._part_of("styles")
        if part is not None:
            for _ in self._parts.parse(part, start, end):
                pass
        return {place for place, number in enumerate(styles) if _shows_days(number, own)}


def _relation_id(given: Mapping[str, str]) -> str:
    return next((value for name, value in given.items() if name.endswith(":id")), "")


def _shows_days(number: str, own: Mapping[str, str]) -> bool:
    if number in own:
        plain = _NOT_IN_FORMATS.sub("", own[number]).lower()
        return "y" in plain or "d" in plain or "ggg" in plain
    return number.isdecimal() and int(number) in _DAY_FORMATS


class _TextReader:
    """Joins the runs of a text; furigana (`rPh`) is not part of it."""

    def __init__(self) -> None:
        self._runs: list[str] = []
        self._in_text = False
        self._in_furigana = False

    def begin(self) -> None:
        """Begin another text."""
        self._runs = []
        self._in_text = self._in_furigana = False

    def start(self, element: str) -> None:
        """Note that an element begins."""
        if element == "rPh":
            self._in_furigana = True
        elif element == "t":
            self._in_text = not self._in_furigana

    def end(self, element: str) -> None:
        """Note that an element ends."""
        if element == "rPh":
            self._in_furigana = False
        elif element == "t":
            self._in_text = False

    def text(self, text: str) -> None:
        """Take letters."""
        if self._in_text:
            self._runs.append(text)

    def whole(self) -> str:
        """Return the text; `_x000D_` stands for a character that XML cannot carry."""
        text = "".join(self._runs)
        if "_x" not in text:
            return text
        return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


class _SheetReader:
    """Fills a grid from the events of a parser."""

    def __init__(self, grid: Grid, book: Book) -> None:
        self.grid = grid
        self._book = book
        self._row = 0
        self._column = 0
        self._given: dict[str, str] = {}
        self._text = _TextReader()
        self._value: list[str] = []
        self._in_value = False
        self._is_formula = False
        self._has_value = False

    def start(self, element: str, given: dict[str, str]) -> None:  # noqa: C901  a table of names
        """Note that an element begins."""
        match local(element):
            case "c":
                self._begin_cell(given)
            case "v":
                self._in_value = self._has_value = True
            case "f":
                self._is_formula = True
            case "row":
                self._begin_row(given)
            case "is":
                self._has_value = True
            case "t" | "rPh" as name:
                self._text.start(name)
            case "col":
                self._hide_columns(given)
            case "mergeCell":
                self._merge(given)

    def end(self, element: str) -> None:
        """Note that an element ends."""
        match local(element):
            case "c":
                self._end_cell()
            case "v":
                self._in_value = False
            case "t" | "rPh" as name:
                self._text.end(name)

    def text(self, text: str) -> None:
        """Take letters."""
        if self._in_value:
            self._value.append(text)
        else:
            self._text.text(text)

    def _begin_row(self, given: Mapping[str, str]) -> None:
        number = given.get("r", "")
        self._row = int(number) if number.isdecimal() and len(number) < 8 else self._row + 1  # noqa: PLR2004
        self._column = 0
        if given.get("hidden") in ("1", "true") and self._row <= MOST_ROWS:
            self.grid.hidden_rows.add(self._row)

    def _begin_cell(self, given: dict[str, str]) -> None:
        self._given = given
        self._column += 1
        if found := _REF.fullmatch(given.get("r", "")):
            self._column, self._row = _column(found[1]), int(found[2])
        self._text.begin()
        self._value = []
        self._is_formula = self._has_value = False

    def _end_cell(self) -> None:
        if not (self._has_value or self._is_formula):
            return
        cell = self._cell()
        if not (cell.text.strip() or cell.is_formula):
            return
        grid, key = self.grid, (self._row, self._column)
        if self._row > MOST_ROWS or self._column > MOST_COLUMNS or len(grid.cells) >= MOST_CELLS:
            raise SheetFaultError(
                Code.SHEET_TOO_FAR, grid.place(*key), rows=MOST_ROWS, columns=MOST_COLUMNS
            )
        if key in grid.cells:
            raise SheetFaultError(Code.SHEET_TWO_ANSWERS, grid.place(*key), what=grid.place(*key))
        grid.cells[key] = cell

    def _cell(self) -> Cell:
        value, formula = "".join(self._value), self._is_formula
        match self._given.get("t", "n"):
            case "s":
                place = self.grid.place(self._row, self._column)
                return Cell(CellKind.TEXT, self._book.string(value, place), formula)
            case "inlineStr":
                return Cell(CellKind.TEXT, self._text.whole(), formula)
            case "str":
                return Cell(CellKind.TEXT, value, formula)
            case "n":
                kind, text = self._number(value)
                return Cell(kind, text, formula)
            case "d":
                return Cell(*_iso_day(value), formula)
            case "b" if value in ("0", "1"):
                return Cell(CellKind.FLAG, "TRUE" if value == "1" else "FALSE", formula)
            case "e":
                return Cell(CellKind.ERROR, value, formula)
        return Cell(CellKind.WRONG, value or "?", formula)

    def _number(self, value: str) -> tuple[CellKind, str]:
        if not value:
            return CellKind.NUMBER, ""
        if not _NUMBER.fullmatch(value):
            return CellKind.WRONG, value
        if not self._book.is_day(self._given.get("s", "")):
            return CellKind.NUMBER, value
        day = self._book.day(float(value))
        return (CellKind.DAY, day.isoformat()) if day else (CellKind.WRONG, value)

    def _hide_columns(self, given: Mapping[str, str]) -> None:
        first, last = given.get("min", ""), given.get("max", "")
        is_hidden = given.get("hidden") in ("1", "true")
        if is_hidden and first.isdecimal() and last.isdecimal():
            self.grid.hidden_columns.append((int(first), int(last)))

    def _merge(self, given: Mapping[str, str]) -> None:
        ends = [_REF.fullmatch(end) for end in given.get("ref", "").split(":")]
        if len(ends) == 2 and ends[0] and ends[1] and len(self.grid.merged) < MOST_MERGED:  # noqa: PLR2004
            first, last = ends[0], ends[1]
            self.grid.merged.append(
                (int(first[2]), _column(first[1]), int(last[2]), _column(last[1]))
            )


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number


def _iso_day(value: str) -> tuple[CellKind, str]:
    try:
        return CellKind.DAY, datetime.fromisoformat(value).date().isoformat()
    except ValueError:
        return CellKind.WRONG, value


def rows_with_values(grid: Grid) -> Iterator[int]:
    """Yield the rows in which something stands, from top to bottom."""
    yield from sorted({row for row, _ in grid.cells})
