"""A published list of national holidays: what can be wrong with it, and how it differs."""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

HolidaysByYear = Mapping[int, Mapping[date, str]]
FIRST_DAY, LAST_DAY = date(1948, 7, 20), date(2199, 12, 31)
"""The days that may be holidays: from the day on which the law came into force.

Source: 国民の祝日に関する法律 (昭和23年法律第178号), in force since 1948-07-20.
"""
MOST_IN_A_YEAR = 30  # 2019 had the most: 22
LEAST_IN_A_YEAR = 9  # 1955 to 1965 had nine or ten
_NOVEMBER = 11  # 3 and 23 November have been holidays since 1948: a year without them is cut


class HolidayFault(StrEnum):
    """Why a list of holidays, a line of it, or a year of it cannot be used."""

    # the file
    FILE_NOT_THERE = "file_not_there"
    FILE_NOT_PLAIN = "file_not_plain"
    FILE_IS_WORKSPACE = "file_is_workspace"
    FILE_UNREADABLE = "file_unreadable"
    FILE_EMPTY = "file_empty"
    FILE_TOO_BIG = "file_too_big"
    TOO_MANY_LINES = "too_many_lines"
    WEB_PAGE = "web_page"
    NOT_TEXT = "not_text"
    ENCODING_UNKNOWN = "encoding_unknown"
    ENCODING_MIXED = "encoding_mixed"
    NO_HEADER = "no_header"
    NO_DAYS = "no_days"
    # a line
    LINE_FORM = "line_form"
    DATE_UNREADABLE = "date_unreadable"
    DATE_IMPOSSIBLE = "date_impossible"
    DATE_OUTSIDE = "date_outside"
    NAME_EMPTY = "name_empty"
    NAME_UNREADABLE = "name_unreadable"
    DAY_TWICE = "day_twice"
    # a year
    YEAR_TOO_MANY = "year_too_many"
    YEAR_TOO_FEW = "year_too_few"
    YEAR_CUT_SHORT = "year_cut_short"
    YEAR_UNLIKE = "year_unlike"
    # the list of problems
    STOPPED = "stopped"


class HolidayProblem(NamedTuple):
    """One thing that is wrong. `line` counts from 1, 0 is the whole file; `text` is quoted."""

    fault: HolidayFault
    line: int = 0
    text: str = ""


class Difference(NamedTuple):
    """A day on which a published list and the computed holidays differ; None: no holiday."""

    day: date
    published: str | None
    computed: str | None


def year_fault(year: int, days: Mapping[date, str]) -> HolidayFault | None:
    """Return what is wrong with the holidays of a whole year; None where nothing is."""
    if len(days) > MOST_IN_A_YEAR:
        return HolidayFault.YEAR_TOO_MANY
    if year == FIRST_DAY.year:  # the law came in the middle of it
        return None
    if max(days).month < _NOVEMBER:
        return HolidayFault.YEAR_CUT_SHORT
    return HolidayFault.YEAR_TOO_FEW if len(days) < LEAST_IN_A_YEAR else None


def is_unlike(published: Mapping[date, str], computed: Mapping[date, str]) -> bool:
    """Tell whether a list has not even half of the holidays that the law gives a year.

    A new law moves a few; a list of other days, such as weekends, has hardly one.
    """
    return 2 * len(published.keys() & computed.keys()) < len(computed)


def differences(
    published: Mapping[date, str], computed: Mapping[date, str]
) -> Iterator[Difference]:
    """Yield each day that is a holiday in only one of them, in order; names do not matter."""
    for day in sorted(published.keys() ^ computed.keys()):
        yield Difference(day, published.get(day), computed.get(day))
