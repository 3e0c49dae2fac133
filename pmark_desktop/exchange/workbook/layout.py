"""What a sheet is before it is written: rows of values with their looks, heights, links."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, auto
from math import ceil
from typing import NamedTuple

Value = str | int | float | date | None
"""What a cell may hold. A `datetime` is a `date`; nothing is computed by the sheet."""

MOST_UNITS = 32_767
"""UTF-16 units that Excel keeps in one cell."""

LINE_POINTS = 15.0
"""Height of a line of 9 point 游ゴシック, whose lines stand wide."""
_MOST_POINTS = 405.0  # Excel ends at 409.5
MOST_LINES = int(_MOST_POINTS / LINE_POINTS)
"""Lines that the tallest row can show."""


class Look(Enum):
    """How a cell looks. `frame.py` knows the fonts and colours of each."""

    BARE = auto()
    TITLE = auto()
    SUBTITLE = auto()
    FORM = auto()
    LABEL = auto()
    VALUE = auto()
    VALUE_DATE = auto()
    VALUE_ERA = auto()
    VALUE_MIDDLE = auto()
    SMALL = auto()
    HASH = auto()
    BOX_HEAD = auto()
    BOX = auto()
    BOX_FOOT = auto()
    PLAN = auto()
    ACTUAL = auto()
    HEAD = auto()
    TEXT = auto()
    FAINT = auto()
    LINK = auto()
    CENTRE_LINK = auto()
    CENTRE = auto()
    DATE = auto()
    WEEKDAY = auto()
    MOMENT = auto()
    COUNT = auto()
    PERCENT = auto()
    TOTAL = auto()
    TOTAL_COUNT = auto()
    TOTAL_PERCENT = auto()


class Row(NamedTuple):
    """One line of a sheet; `height` in points."""

    values: tuple[Value, ...]
    looks: tuple[Look, ...]
    height: float


class Tone(Enum):
    """What a colour says; the word beside it says the same."""

    LATE = auto()
    SOON = auto()
    DONE = auto()
    DOING = auto()
    REVIEW = auto()
    EXCLUDED = auto()


class Colour(NamedTuple):
    """A conditional format: cells in `area` take `tone` where `formula` holds."""

    area: str
    formula: str
    tone: Tone


class Column(NamedTuple):
    """A column: its heading, its width in digits of the standard font, the look of a cell."""

    heading: str
    width: float
    look: Look = Look.TEXT


@dataclass(slots=True, kw_only=True)
class Sheet:
    """One sheet.

    The first `head` rows are repeated on every page; the last of them carries the filter.
    `frozen` columns stay in view. `merged` are areas like `B4:E4`. `links` leads from a cell to
    an address, or with a leading `#` to a cell of this workbook. `page_title` stands in the
    page's heading; the cover has none.
    """

    title: str
    widths: Sequence[float]
    rows: list[Row]
    page_title: str = ""
    head: int = 0
    frozen: int = 0
    merged: list[str] = field(default_factory=list)
    links: dict[str, str] = field(default_factory=dict)
    colours: list[Colour] = field(default_factory=list)

    @property
    def is_cover(self) -> bool:
        """True for a sheet of one page, without a heading."""
        return not self.page_title


def letter(column: int) -> str:
    """Return the letters of a column; the first is 0."""
    first, last = divmod(column, 26)
    return (chr(64 + first) if first else "") + chr(65 + last)


_WIDE = re.compile(r"[^\x00-\xff｡-ﾟ]")
_DIGITS_PER_WIDTH = 1.3  # a column counts digits of 11 points, cells are set in 9
_SLACK = 1.5  # half a character each side, and marks that may not begin a line


def capacity(width: float) -> float:
    """Return how many half-width characters a line of a column surely holds."""
    return max(width * _DIGITS_PER_WIDTH - _SLACK, 2.0)


def text_width(text: str) -> int:
    """Return the width of a text in half-width characters."""
    return len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))


def line_count(text: str, room: float) -> int:
    """Return how many lines `text` takes where a line holds `room` half-width characters."""
    if len(text) * 2 <= room and "\n" not in text:
        return 1
    return sum(max(1, ceil(text_width(part) / room)) for part in text.split("\n"))


def row_height(lines: int) -> float:
    """Return the height in points of a row of so many lines."""
    return min(lines * LINE_POINTS + 3.0, _MOST_POINTS)


class Table:
    """The columns of a sheet, and what every row needs of them."""

    def __init__(self, *columns: Column) -> None:
        self.columns = columns
        self.widths = tuple(column.width for column in columns)
        self.looks = tuple(column.look for column in columns)
        self.rooms = tuple(capacity(width) for width in self.widths)

    @property
    def heading(self) -> Row:
        """The row of column headings."""
        names = tuple(column.heading for column in self.columns)
        lines = max(map(line_count, names, self.rooms))
        return Row(names, (Look.HEAD,) * len(names), row_height(lines))
