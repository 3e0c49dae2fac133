"""Tables as Excel and LibreOffice put them on the clipboard, and read them from it. No Qt here.

The plain text is tabs between cells and a line for each row. A cell is quoted where it holds a
tab or a line end; a quote in it is then doubled, and only then: `"引用"` is a cell with two
quotes. Python's csv reads that wrongly (also a quote in the middle of a cell, or one that never
ends), so it is done here.
"""

import re
from collections.abc import Iterable
from datetime import date
from html import escape, unescape
from typing import NamedTuple

from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.session.cell_texts import table_text

MOST_CHARACTERS = 10_000_000
MOST_ROWS = 100_000
MOST_CELLS = 1_000_000
_MOST_HTML = 4_000_000  # ten times as slow as plain text, and hardly ever needed
_MOST_SPAN = 50  # columns that one cell of a web table may take

Cell = str | date
Rows = list[list[str]]

# A quoted cell ends with a quote before a tab, a line end or the end of all; where there is none,
# the quote is a letter like others. Possessive: a text of quotes only takes no longer.
_CELL = re.compile(r'(?:"((?:[^"]++|"")*+)"(?=[\t\n]|\Z)|([^\t\n]*))(\t|\n|\Z)')
_UNUSABLE = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_DAY_ZERO = date(1899, 12, 30).toordinal()  # day 0 of a spreadsheet, for days after February 1900
_BINARY_SHARE = 20  # one in so many characters that no text has: then it is none


class Block(NamedTuple):
    """Cells from the clipboard; every row has the same length.

    `cleaned` is how many unusable characters were taken out or replaced.
    """

    rows: Rows
    cleaned: int = 0

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.rows[0])

    @property
    def is_single(self) -> bool:
        """True for one cell."""
        return len(self.rows) == 1 and self.width == 1


def plain_text(rows: Iterable[Iterable[Cell]]) -> str:
    """Return rows as the plain text of a clipboard; days are `2027/11/30`."""
    return table_text((_shown(cell) for cell in row) for row in rows)


def html_table(rows: Iterable[Iterable[Cell]]) -> str:
    """Return rows as an HTML table that Excel and LibreOffice read cell by cell.

    Texts are marked as text, so that `=1+1`, `007` and `1-2` arrive as they are; days arrive as
    days. A line end stays within its cell.
    """
    lines = ["<tr>" + "".join(map(_html_cell, row)) + "</tr>" for row in rows]
    return (
        '<html><head><meta charset="utf-8"><style>br{mso-data-placement:same-cell;}</style></head>'
        f"<body><table>{''.join(lines)}</table></body></html>"
    )


def _html_cell(cell: Cell) -> str:
    if isinstance(cell, date):
        form = "mso-number-format:'yyyy\\/mm\\/dd'"
        serial = cell.toordinal() - _DAY_ZERO  # LibreOffice reads this, Excel the style
        return f'<td style="{form}" sdval="{serial}" sdnum="1041;0;YYYY/MM/DD">{_shown(cell)}</td>'
    if not cell:
        return "<td></td>"
    text = escape(cell, quote=False).replace("\n", "<br>").replace("\t", "&#9;")
    form = "white-space:pre-wrap;mso-number-format:'\\@'"
    return f'<td style="{form}" sdnum="1041;0;@">{text}</td>'


def _shown(cell: Cell) -> str:
    return f"{cell:%Y/%m/%d}" if isinstance(cell, date) else cell


def read_plain(text: str) -> Block:
    """Return the cells of the plain text of a clipboard.

    Raises:
        UserError: it is too large, no text, or holds nothing.
    """
    text, cleaned = _usable(text)
    if '"' not in text:
        lines = text.removesuffix("\n").split("\n", MOST_ROWS)
        _refuse_rows(len(lines))
        return _block([line.split("\t") for line in lines], cleaned)
    rows: Rows = [[]]
    last = ""
    for found in _CELL.finditer(text):
        quoted, plain, end = found.groups()
        if not end and not found.group() and last != "\t":
            break  # after the last line end
        rows[-1].append(plain if quoted is None else _unquoted(quoted))
        last = end
        if end == "\n":
            rows.append([])
            _refuse_rows(len(rows) - 1)
        elif not end:
            break
    if not rows[-1]:
        rows.pop()
    return _block(rows, cleaned)


def _unquoted(inside: str) -> str:
    """Return what stands between quotes; with them where nothing asked for quotes."""
    if "\n" in inside or "\t" in inside or '""' in inside:
        return inside.replace('""', '"')
    return f'"{inside}"'


def read_html(text: str) -> Block:
    """Return the cells of the first table of an HTML clipboard.

    Raises:
        UserError: it is too large, or holds no table.
    """
    text, cleaned = _usable(text, _MOST_HTML)
    start = text.lower().find("<table")
    if start < 0:
        raise UserError(Why.CLIPBOARD_EMPTY)
    reader = _TableReader()
    for mark, words in _MARK_OR_WORDS.findall(text, start):
        if words:
            reader.take(words)
        elif reader.mark(mark):
            break
    reader.close()
    return _block(reader.rows, cleaned)


# Written so that no `<` is looked at twice: a text of nothing else takes no longer.
_MARK_OR_WORDS = re.compile(r"<(/?[a-zA-Z!][^<>]*)>|([^<]+|<)")
_SPANS = re.compile(r"(col|row)span\s*=\s*[\"']?([0-9]{1,6})", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\r\n]+")


class _TableReader:
    """Takes marks and words in turn, and has the rows of the first table at its end."""

    def __init__(self) -> None:
        self.rows: Rows = []
        self._cell: list[str] | None = None
        self._is_pre = False
        self._covered: dict[int, int] = {}  # column, and the last row that a cell in it takes

    def take(self, words: str) -> None:
        """Take what stands between marks."""
        if self._cell is not None:
            self._cell.append(words if self._is_pre else _SPACES.sub(" ", words))

    def mark(self, mark: str) -> bool:
        """Take a mark; True at the end of the table."""
        name = mark.split(None, 1)[0].lower().rstrip("/")
        if name in ("td", "th"):
            self.close()
            self._open(mark)
        elif name in ("/td", "/th", "/tr", "tr", "/table"):
            self.close()
            if name == "tr":
                _refuse_rows(len(self.rows) + 1)
                self.rows.append([])
        elif name == "br" and self._cell is not None:
            self._cell.append("\0")
        return name == "/table"

    def close(self) -> None:
        """End the open cell, if one is."""
        if self._cell is None:
            return
        text = unescape("".join(self._cell))
        if not self._is_pre:
            text = "\n".join(part.strip(" ") for part in text.split("\0"))
        text = text.replace("\0", "\n").removesuffix("\n")  # one at the end is not seen
        row, here = self.rows[-1], len(self.rows) - 1
        while self._covered.get(len(row), -1) >= here:
            row.append("")  # a cell from above reaches down to here
        for column in range(len(row), len(row) + self._wide):
            self._covered[column] = here + self._tall - 1
        row += [text, *[""] * (self._wide - 1)]
        self._cell = None

    def _open(self, mark: str) -> None:
        if not self.rows:
            self.rows.append([])
        self._cell = []
        self._is_pre = "white-space:pre" in mark.replace(" ", "")
        spans = {name.lower(): int(count) for name, count in _SPANS.findall(mark)}
        self._wide = min(max(spans.get("col", 1), 1), _MOST_SPAN)
        self._tall = max(spans.get("row", 1), 1)


def _usable(text: str, most: int = MOST_CHARACTERS) -> tuple[str, int]:
    """Return a text with one kind of line end and without what no text has, and its count."""
    if len(text) > most:
        raise UserError(Why.CLIPBOARD_TOO_BIG, most=most // 1_000_000)
    if "\0" in text:
        raise UserError(Why.CLIPBOARD_NOT_TEXT)
    text, controls = _UNUSABLE.subn("", text)
    text, surrogates = _SURROGATES.subn("\ufffd", text)
    cleaned = controls + surrogates
    if cleaned * _BINARY_SHARE > len(text) + controls:
        raise UserError(Why.CLIPBOARD_NOT_TEXT)
    return text.replace("\r\n", "\n").replace("\r", "\n"), cleaned


def _refuse_rows(count: int) -> None:
    if count > MOST_ROWS:
        raise UserError(Why.CLIPBOARD_TOO_MANY, most=MOST_ROWS)


def _block(rows: Rows, cleaned: int) -> Block:
    """Return rows made equally long."""
    width = max(map(len, rows), default=0)
    if not width or rows == [[""]]:
        raise UserError(Why.CLIPBOARD_EMPTY)
    if width * len(rows) > MOST_CELLS:
        raise UserError(Why.CLIPBOARD_TOO_MANY, most=MOST_ROWS)
    return Block([row + [""] * (width - len(row)) for row in rows], cleaned)
