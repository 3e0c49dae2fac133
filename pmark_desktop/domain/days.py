"""Days, months and business days: the arithmetic under every deadline."""

from bisect import bisect_left, bisect_right
from calendar import isleap
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

from pmark_desktop.domain.rules import Offset, Unit

DAY = timedelta(days=1)
_SATURDAY = 5
_HANGS_ON_EQUINOX = ("春分の日", "秋分の日", "国民の休日")


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `first` to `last`, both included."""

    first: date
    last: date

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first <= day <= self.last


@lru_cache(maxsize=4096)
def add_months(day: date, months: int) -> date:
    """Return the day `months` later (earlier if negative), clipped to the month's end."""
    moved: date = day + relativedelta(months=months)
    return moved


def months_ending(last: date, months: int) -> Period:
    """Return the period of `months` whole months that ends with `last`, included.

    It begins on the day after `last`, that many months earlier: the 24 months that end on
    28 February 2027 begin on 1 March 2025.
    """
    return Period(add_months(last + DAY, -months), last)


@dataclass(frozen=True, slots=True)
class ClosedSpan:
    """Days on which an office is closed beside weekends and holidays, both ends included.

    With `every_year` only month and day count, and the span may pass the end of the year;
    29 February is the end of February in the years that have none.
    """

    first: date
    last: date
    every_year: bool = False
    name: str = ""

    def covers(self, day: date) -> bool:
        """Tell whether `day` is one of these days."""
        if not self.every_year:
            return self.first <= day <= self.last
        first, last = _in_year(self.first, day.year), _in_year(self.last, day.year)
        return day >= first or day <= last if self.wraps else first <= day <= last

    @property
    def wraps(self) -> bool:
        """True for a span of every year that goes on past the end of the year."""
        first, last = (self.first.month, self.first.day), (self.last.month, self.last.day)
        return self.every_year and first > last

    def beginning_in(self, year: int) -> Period:
        """Return the days of a span of every year that begins in `year`."""
        first, last = _in_year(self.first, year), _in_year(self.last, year + self.wraps)
        return Period(first, last)

    def days_in(self, year: int) -> Iterator[date]:
        """Yield its days in a year."""
        start, end = date(year, 1, 1), date(year, 12, 31)
        if not self.every_year:
            yield from _days(max(self.first, start), min(self.last, end))
        elif self.wraps:
            yield from _days(start, _in_year(self.last, year))
            yield from _days(_in_year(self.first, year), end)
        else:
            yield from _days(_in_year(self.first, year), _in_year(self.last, year))


def _days(first: date, last: date) -> Iterator[date]:
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        yield date.fromordinal(ordinal)


def _in_year(day: date, year: int) -> date:
    """Return month and day of `day` in another year, 29 February clipped."""
    is_leap_day = (day.month, day.day) == (2, 29)
    return date(year, 2, 28) if is_leap_day and not isleap(year) else day.replace(year=year)


class ClosedBy(StrEnum):
    """Why an office is closed on a day."""

    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    OWN = "own"
    NEW_YEAR = "new_year"


class Closure(NamedTuple):
    """Why an office is closed; `name` is that of the holiday or of its own closed days."""

    by: ClosedBy
    name: str = ""


@lru_cache(maxsize=64)
def national_holidays(year: int) -> Mapping[date, str]:
    """Return the national holidays of a year and their names, substitute holidays included.

    Source: 国民の祝日に関する法律, as computed by the package jpholiday.
    """
    import jpholiday  # noqa: PLC0415  (its tables cost start-up time)

    return MappingProxyType(dict(jpholiday.year_holidays(year)))


def is_national_holiday(day: date) -> bool:
    """Tell whether `day` is a national holiday, without working out the whole year."""
    import jpholiday  # noqa: PLC0415

    return bool(jpholiday.is_holiday(day))


def holiday_name(day: date) -> str | None:
    """Return the name of the national holiday on `day`, without working out the whole year."""
    import jpholiday  # noqa: PLC0415

    name: str | None = jpholiday.is_holiday_name(day)
    return name


def is_forecast(day: date, today: date) -> bool:
    """Tell whether this holiday is only computed: it hangs on an equinox beyond next year.

    One of a year that was read from the Cabinet Office's list is not: ask `OfficeDays`.

    Source: 国立天文台 暦要項, published each February for the year after.
    """
    if day.year <= today.year + 1:
        return False
    name = holiday_name(day) or ""
    return any(part in name for part in _HANGS_ON_EQUINOX)


def is_new_year_break(day: date) -> bool:
    """Tell whether `day` is one of 29 December to 3 January."""
    return (day.month, day.day) >= (12, 29) or (day.month, day.day) <= (1, 3)


class OfficeDays:
    """The days on which an office works: not weekends, holidays, 12/29 to 1/3, its own days.

    Args:
        closed: its own closed days.
        holidays: by year, the national holidays as they were published; the other years are
            computed.
    """

    def __init__(
        self,
        closed: Iterable[ClosedSpan] = (),
        holidays: Mapping[int, Mapping[date, str]] | None = None,
    ) -> None:
        self._closed = tuple(closed)
        self._published = holidays or {}
        self._years: dict[int, list[date]] = {}
        self._own: dict[int, frozenset[date]] = {}

    def holidays(self, year: int) -> Mapping[date, str]:
        """Return the national holidays of a year and their names: published, else computed."""
        return self._published.get(year) or national_holidays(year)

    def is_published(self, year: int) -> bool:
        """Tell whether the holidays of a year were read from a published list."""
        return bool(self._published.get(year))

    def is_forecast(self, day: date, today: date) -> bool:
        """Tell whether `day` is a holiday that is only computed as yet (see `is_forecast`)."""
        return not self.is_published(day.year) and is_forecast(day, today)

    def why_closed(self, day: date) -> Closure | None:
        """Return why the office does not work on `day`; None where it does."""
        if day.weekday() >= _SATURDAY:
            return Closure(ClosedBy.WEEKEND)
        if (name := self._holiday_name(day)) is not None:
            return Closure(ClosedBy.HOLIDAY, name)
        for span in self._closed:
            if span.covers(day):
                return Closure(ClosedBy.OWN, span.name)
        return Closure(ClosedBy.NEW_YEAR) if is_new_year_break(day) else None

    def is_open(self, day: date) -> bool:
        """Tell whether the office works on `day`."""
        days = self._years.get(day.year)
        if days is None:
            return self._is_working(day) and not self._is_holiday(day)
        at = bisect_left(days, day)
        return at < len(days) and days[at] == day

    def last_until(self, day: date) -> date:
        """Return `day`, or the last business day before it."""
        return day if self.is_open(day) else self.shift(day, -1)

    def first_from(self, day: date) -> date:
        """Return `day`, or the next business day after it."""
        return day if self.is_open(day) else self.shift(day, 1)

    def shift(self, day: date, count: int) -> date:
        """Return the business day that is `count` business days after `day` (before if < 0).

        From a closed day the next (or the last) business day is the first. Zero is `day` itself.
        """
        year, left = day.year, abs(count)
        if not left:
            return day
        days = self._open_days(year)
        at = bisect_right(days, day) if count > 0 else bisect_left(days, day)
        while True:
            here = days[at:] if count > 0 else days[:at][::-1]
            if left <= len(here):
                return here[left - 1]
            left -= len(here)
            year += 1 if count > 0 else -1
            days = self._open_days(year)
            at = 0 if count > 0 else len(days)

    def open_count(self, year: int) -> int:
        """Return how many business days a year has."""
        return len(self._open_days(year))

    def count_between(self, first: date, last: date) -> int:
        """Return how many business days lie after `first`, up to and including `last`."""
        years = [self._open_days(year) for year in range(first.year, last.year + 1)]
        return sum(bisect_right(days, last) - bisect_right(days, first) for days in years)

    def _open_days(self, year: int) -> list[date]:
        if year not in self._years:
            holidays = self.holidays(year)
            day, found = date(year, 1, 1), []
            while day.year == year:
                if self._is_working(day) and day not in holidays:
                    found.append(day)
                day += DAY
            self._years[year] = found
        return self._years[year]

    def _holiday_name(self, day: date) -> str | None:
        published = self._published.get(day.year)
        return published.get(day) if published else holiday_name(day)

    def _is_holiday(self, day: date) -> bool:
        published = self._published.get(day.year)
        return day in published if published else is_national_holiday(day)

    def _is_working(self, day: date) -> bool:
        """Tell whether the office would work on `day` if it were no holiday."""
        closed = is_new_year_break(day) or day in self._own_days(day.year)
        return day.weekday() < _SATURDAY and not closed

    def _own_days(self, year: int) -> frozenset[date]:
        if year not in self._own:
            spans = self._closed
            self._own[year] = frozenset(day for span in spans for day in span.days_in(year))
        return self._own[year]


def offset_day(base: date, offset: Offset, office: OfficeDays) -> date:
    """Return the day at `offset` from `base`; months and years clip to the month's end."""
    match offset.unit:
        case Unit.DAY:
            return base + timedelta(days=offset.count)
        case Unit.WEEK:
            return base + timedelta(weeks=offset.count)
        case Unit.MONTH:
            return add_months(base, offset.count)
        case Unit.YEAR:
            return add_months(base, 12 * offset.count)
        case Unit.BUSINESS_DAY:
            return office.shift(base, offset.count)
