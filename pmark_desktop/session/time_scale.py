"""Days as places on a line: zoom, scale, and the ticks with their words. No widgets."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from math import ceil, floor

from pmark_desktop.domain.cycle import STAGED, TERM_MONTHS, Cycle
from pmark_desktop.domain.days import DAY, Period, add_months
from pmark_desktop.words import Language
from pmark_desktop.words_deadlines import (
    DeadlineTerm,
    month_words,
    say,
    weekday_letter,
    year_words,
)

_AFTER_EXPIRY_MONTHS = 6
_FARTHEST_MONTHS = 60  # from expiry: a date mistyped by a century must not stretch the line
_QUARTER_MONTHS = 3
_MONTHS_OF_YEAR = 12


class Zoom(StrEnum):
    """What the line is divided into, from near to far."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"

    @property
    def pixels(self) -> float:
        """How wide a day is at usual letter size, in pixels; exact in binary."""
        return _PIXELS[self]

    def nearer(self, steps: int) -> "Zoom":
        """Return the zoom so many steps nearer (farther if < 0); the ends stay the ends."""
        order = list(Zoom)
        return order[min(max(order.index(self) - steps, 0), len(order) - 1)]

    @property
    def shows_closed_days(self) -> bool:
        """True where a day is wide enough to be shaded."""
        return self in (Zoom.DAY, Zoom.WEEK)

    @property
    def shows_titles(self) -> bool:
        """True where tasks carry their title beside their id."""
        return self in (Zoom.DAY, Zoom.WEEK)


_PIXELS = {Zoom.DAY: 30.0, Zoom.WEEK: 9.0, Zoom.MONTH: 3.25, Zoom.QUARTER: 1.25}


@dataclass(frozen=True, slots=True)
class TimeScale:
    """Days from `first` to `last`, both included, each `pixels` wide; x is 0 where it begins."""

    first: date
    last: date
    pixels: float

    @property
    def width(self) -> int:
        """How wide all of it is."""
        return round(((self.last - self.first).days + 1) * self.pixels)

    def x_of(self, day: date) -> float:
        """Return where `day` begins; days beyond the ends have a place too."""
        return (day - self.first).days * self.pixels

    def middle_of(self, day: date) -> int:
        """Return the middle of `day`, in whole pixels that lie in it where it is one wide."""
        days = (day - self.first).days
        return max(floor((days + 0.5) * self.pixels), ceil(days * self.pixels))

    def moved(self, day: date, way: float) -> date:
        """Return the day that is `way` pixels from `day`, within the ends."""
        days = (day - self.first).days + round(way / self.pixels)
        return self.first + timedelta(days=min(max(days, 0), (self.last - self.first).days))

    def days_at(self, x: float) -> float:
        """Return how many days, with fractions, `x` lies after the beginning."""
        return x / self.pixels

    def day_at(self, x: float) -> date:
        """Return the day at `x`; beyond the ends, the first or the last."""
        days = floor(x / self.pixels)
        return self.first + timedelta(days=min(max(days, 0), (self.last - self.first).days))


def time_range(cycle: Cycle, today: date, dues: Iterable[date]) -> Period:
    """Return the whole months that the timeline shows.

    From two years before expiry to the decision, or, without one, to six months past expiry;
    wide enough for `today` and for `dues` that are not further than five years from expiry.
    """
    near, far = (add_months(cycle.expires, sign * _FARTHEST_MONTHS) for sign in (-1, 1))
    stages = [cycle.actual(anchor) or cycle.planned(anchor) for anchor in STAGED]
    end = stages[-1] or add_months(cycle.expires, _AFTER_EXPIRY_MONTHS)
    fixed = [add_months(cycle.expires, -TERM_MONTHS), cycle.expires, end]
    moving = [today, *filter(None, stages), *dues]
    days = [*fixed, *(day for day in moving if near <= day <= far)]
    first, last = min(days).replace(day=1), max(days)
    return Period(first, add_months(last.replace(day=1), 1) - DAY)


@dataclass(frozen=True, slots=True)
class Tick:
    """A piece of the line with words: days from `first` to `last`, both included."""

    first: date
    last: date
    text: str


@dataclass(frozen=True, slots=True)
class Ticks:
    """The two rows of words above the line, each in order and without gaps."""

    major: tuple[Tick, ...]
    minor: tuple[Tick, ...]


def ticks(zoom: Zoom, period: Period, year_start: str, language: Language) -> Ticks:
    """Return the words above a period.

    `year_start` (MM-DD) is where the PMS year and its quarters begin.
    """
    match zoom:
        case Zoom.DAY:
            return Ticks(_months(period, language, with_year=True), _days(period, language))
        case Zoom.WEEK:
            return Ticks(_months(period, language, with_year=True), _weeks(period))
        case Zoom.MONTH:
            return Ticks(_years(period, language), _months(period, language, with_year=False))
        case Zoom.QUARTER:
            return _quarters(period, year_start, language)


def _pieces(
    period: Period, starts: Iterator[date], words: Callable[[date], str]
) -> tuple[Tick, ...]:
    """Return the pieces between these days; the first and the last are cut to the period."""
    found: list[Tick] = []
    here = next(starts)
    while here <= period.last:
        after = next(starts)
        if after > period.first:
            last = min(after - DAY, period.last)
            found.append(Tick(max(here, period.first), last, words(here)))
        here = after
    return tuple(found)


def _steps(start: date, months: int) -> Iterator[date]:
    """Yield days so many months apart, counted from `start` so that none is clipped twice."""
    count = 0
    while True:
        yield add_months(start, months * count)
        count += 1


def _days(period: Period, language: Language) -> tuple[Tick, ...]:
    count = (period.last - period.first).days + 1
    days = (period.first + timedelta(days=number) for number in range(count))
    return tuple(Tick(day, day, f"{day.day}\n{weekday_letter(day, language)}") for day in days)


def _weeks(period: Period) -> tuple[Tick, ...]:
    """Return weeks from Monday, as offices count them."""

    def mondays() -> Iterator[date]:
        day = period.first - timedelta(days=period.first.weekday())
        while True:
            yield day
            day += timedelta(weeks=1)

    return _pieces(period, mondays(), lambda day: f"{day.month}/{day.day}")


def _months(period: Period, language: Language, *, with_year: bool) -> tuple[Tick, ...]:
    return _pieces(
        period,
        _steps(period.first.replace(day=1), 1),
        lambda day: month_words(day, language, with_year=with_year),
    )


def _years(period: Period, language: Language) -> tuple[Tick, ...]:
    start = date(period.first.year, 1, 1)
    return _pieces(
        period, _steps(start, _MONTHS_OF_YEAR), lambda day: year_words(day.year, language)
    )


def _quarters(period: Period, year_start: str, language: Language) -> Ticks:
    """Return PMS years and their quarters, as the quarterly tasks are counted."""
    month, day = map(int, year_start.split("-"))
    start = date(period.first.year, month, day)
    if start > period.first:
        start = date(period.first.year - 1, month, day)

    def quarter(here: date) -> str:
        months = (here.year - start.year) * _MONTHS_OF_YEAR + here.month - start.month
        number = months % _MONTHS_OF_YEAR // _QUARTER_MONTHS + 1
        return say(DeadlineTerm.QUARTER, language, quarter=number)

    years = _pieces(
        period,
        _steps(start, _MONTHS_OF_YEAR),
        lambda here: say(DeadlineTerm.PMS_YEAR, language, year=here.year),
    )
    return Ticks(years, _pieces(period, _steps(start, _QUARTER_MONTHS), quarter))
