"""Reads the Cabinet Office's list of national holidays: the whole list, or all that is wrong.

Two columns under a header, a line each, from 1955 to next year, as a rule CP932.

Source: 内閣府「国民の祝日」について, https://www8.cao.go.jp/chosei/shukujitsu/gaiyou.html, offers
    syukujitsu.csv. Its form was read in copies of 1955 to 2024 kept in public repositories
    (shogo82148/holidays-jp, read 2026-11-28): substitute holidays are lines named 休日.
"""

import os
import re
import stat
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from pmark_desktop.domain.holiday_list import (
    FIRST_DAY,
    LAST_DAY,
    HolidayProblem,
    HolidaysByYear,
    year_fault,
)
from pmark_desktop.domain.holiday_list import HolidayFault as Fault
from pmark_desktop.domain.texts import clean
from pmark_desktop.exchange.checklist_problems import quoted

MOST_BYTES = 1024 * 1024  # the list of 1955 to 2027 has 22 thousand
MOST_LINES = 5_000  # and about 1,070 lines
MOST_PROBLEMS = 50
_MOST_NAME = 60

_HEADER = re.compile("国民の祝日.*月日,国民の祝日.*名称")
_DATE = re.compile(r"([0-9]{4})[/-]([0-9]{1,2})[/-]([0-9]{1,2})", re.ASCII)
_WEB_PAGE = re.compile(rb"\s*<(?:!doctype|html|head|\?xml|script|!--)", re.IGNORECASE)
_ENDS = re.compile("\r\n|\n|\r")
_BOM = b"\xef\xbb\xbf"


def read_holiday_csv(source: Path | bytes) -> tuple[HolidaysByYear | None, list[HolidayProblem]]:
    """Return the holidays of a file by year, or None and what is wrong, in the order of lines.

    Nothing in a file, whatever its bytes, makes this raise. No more than `MOST_BYTES` are read.
    """
    content = _content(source) if isinstance(source, Path) else source
    if isinstance(content, Fault):
        return None, [HolidayProblem(content)]
    text = _text(content)
    if isinstance(text, HolidayProblem):
        return None, [text]
    found = _Lines()
    found.read(text)
    return (None if found.problems else found.by_year), found.problems


def _content(path: Path) -> bytes | Fault:
    """Return at most one byte more than allowed, or why the file cannot be read.

    A workspace is never opened here: closing it again would drop the locks of SQLite.
    """
    try:
        if path.resolve().suffix.casefold() == ".pmark":
            return Fault.FILE_IS_WORKSPACE
        if not stat.S_ISREG(path.stat().st_mode):  # opening a pipe or a device may do things
            return Fault.FILE_NOT_PLAIN
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(path, flags), "rb") as file:
            opened = os.fstat(file.fileno())
            if not stat.S_ISREG(opened.st_mode):
                return Fault.FILE_NOT_PLAIN
            if opened.st_size > MOST_BYTES:
                return Fault.FILE_TOO_BIG
            return file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        return Fault.FILE_NOT_THERE
    except (OSError, RuntimeError, ValueError):  # a loop of links; a name with a zero in it
        return Fault.FILE_UNREADABLE


def _text(content: bytes) -> str | HolidayProblem:
    """Return the text of a file, or the one problem that hides all others."""
    if len(content) > MOST_BYTES:
        return HolidayProblem(Fault.FILE_TOO_BIG)
    if not content.strip():
        return HolidayProblem(Fault.FILE_EMPTY)
    if max(content.count(b"\n"), content.count(b"\r")) > MOST_LINES:
        return HolidayProblem(Fault.TOO_MANY_LINES)
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in content:
        return HolidayProblem(Fault.NOT_TEXT)
    if _WEB_PAGE.match(content.removeprefix(_BOM)):
        return HolidayProblem(Fault.WEB_PAGE)
    return _decoded(content)


def _decoded(content: bytes) -> str | HolidayProblem:
    """Return the text in UTF-8 or CP932; no line of the one may stand among lines of the other.

    Japanese in CP932 is never valid UTF-8, but UTF-8 often looks like odd kanji in CP932.
    """
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    if content.startswith(_BOM):
        return HolidayProblem(Fault.ENCODING_MIXED, _first_not_utf8(content))
    lines = content.splitlines()
    for number, line in enumerate(lines, start=1):
        if not line.isascii() and _is_utf8(line):
            return HolidayProblem(Fault.ENCODING_MIXED, number)
    try:
        return content.decode("cp932")
    except UnicodeDecodeError as error:
        return HolidayProblem(Fault.ENCODING_UNKNOWN, content.count(b"\n", 0, error.start) + 1)


def _first_not_utf8(content: bytes) -> int:
    lines = content.splitlines()
    return next((at for at, line in enumerate(lines, start=1) if not _is_utf8(line)), 0)


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


class _Lines:
    """Reads line by line and takes note of what is wrong."""

    def __init__(self) -> None:
        self.by_year: dict[int, dict[date, str]] = {}
        self.problems: list[HolidayProblem] = []
        self._first_lines: dict[int, int] = {}

    def read(self, text: str) -> None:
        """Read the whole text."""
        lines = list(_filled(text))
        header = ",".join(_fields(lines[0][1])) if lines else ""
        if not _HEADER.fullmatch(header):
            self._note(Fault.NO_HEADER, lines[0][0] if lines else 1, header)
            return
        for number, line in lines[1:]:
            if len(self.problems) == MOST_PROBLEMS:
                self.problems.append(HolidayProblem(Fault.STOPPED, number))
                return
            self._read_line(number, line)
        if not self.problems:
            self._check_years()

    def _read_line(self, number: int, line: str) -> None:
        fields = _fields(line)
        while len(fields) > 2 and not fields[-1]:  # noqa: PLR2004  (empty columns of a spreadsheet)
            fields.pop()
        if len(fields) != 2:  # noqa: PLR2004
            self._note(Fault.LINE_FORM, number, line)
            return
        day = self._day(number, fields[0])
        name = self._name(number, fields[1])
        if day is None or name is None:
            return
        known = self.by_year.setdefault(day.year, {})
        self._first_lines.setdefault(day.year, number)
        if known.setdefault(day, name) != name:
            self._note(Fault.DAY_TWICE, number, fields[0])

    def _day(self, number: int, text: str) -> date | None:
        found = _DATE.fullmatch(text)
        if found is None:
            self._note(Fault.DATE_UNREADABLE, number, text)
            return None
        try:
            day = date(*map(int, found.groups()))
        except ValueError:
            self._note(Fault.DATE_IMPOSSIBLE, number, text)
            return None
        if FIRST_DAY <= day <= LAST_DAY:
            return day
        self._note(Fault.DATE_OUTSIDE, number, text)
        return None

    def _name(self, number: int, text: str) -> str | None:
        if not text:
            self._note(Fault.NAME_EMPTY, number, text)
            return None
        if len(text) > _MOST_NAME or "\ufffd" in text or clean(text).text != text:
            self._note(Fault.NAME_UNREADABLE, number, text)
            return None
        return text

    def _check_years(self) -> None:
        if not self.by_year:
            self._note(Fault.NO_DAYS, 0, "")
        for year, days in self.by_year.items():
            if (fault := year_fault(year, days)) is not None:
                self._note(fault, self._first_lines[year], str(year))

    def _note(self, fault: Fault, line: int, text: str) -> None:
        self.problems.append(HolidayProblem(fault, line, quoted(text, 40)))


def _filled(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines that hold something, with their numbers."""
    for number, line in enumerate(_ENDS.split(text), start=1):
        if line.strip():
            yield number, line


def _fields(line: str) -> list[str]:
    """Return the fields of a line; a spreadsheet may have put them in quotes."""
    return [field.strip().removeprefix('"').removesuffix('"').strip() for field in line.split(",")]
