"""Which own closed days an office may have: not backwards, not too many, not all the year."""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum

from pmark_desktop.domain.days import (
    ClosedSpan,
    OfficeDays,
    Period,
    add_months,
    is_new_year_break,
)
from pmark_desktop.domain.errors import UserError, Why

MOST_SPANS = 400
MOST_LETTERS = 60
LEAST_OPEN_DAYS = 100
"""Business days that every year keeps: fewer is a slip, and none would leave no day to go to."""
_MOST_HOLIDAYS = 30  # more than a year ever had (22 in 2019)
_YEARS_AROUND = 14  # a rule reaches ten years from a day of the cycle
_SATURDAY = 5


class Whose(StrEnum):
    """Whose closed days these are."""

    COMPANY = "company"
    BODY = "body"


def closed_span(name: str, first: date, last: date | None, *, every_year: bool) -> ClosedSpan:
    """Return the span from `first` to `last`, both included; `last` None is one day.

    One of every year may pass the end of the year: 12/28 to 1/5, in whatever year either is
    written. It is kept with its last day after its first.

    Raises:
        UserError: the last day lies before the first, a span of every year takes a year or
            more, or the name is too long.
    """
    if len(name) > MOST_LETTERS:
        raise UserError(Why.TEXT_TOO_LONG, length=len(name), most=MOST_LETTERS)
    last = last or first
    if every_year:
        if last >= add_months(first, 12):
            raise UserError(Why.CLOSED_OVER_A_YEAR, first=first, last=last)
        if last < first:
            first, last = _in_order(first, last)
    if last < first:
        raise UserError(Why.CLOSED_ENDS_FIRST, first=first, last=last)
    return ClosedSpan(first, last, every_year, name)


def _in_order(first: date, last: date) -> tuple[date, date]:
    """Return the same months and days with the last less than a year after the first.

    The one that moves to another year is the one that every year has.
    """
    if (last.month, last.day) == (2, 29):
        year = last.year if (first.month, first.day) <= (2, 29) else last.year - 1
        return (last if (first.month, first.day) == (2, 29) else first.replace(year=year)), last
    wraps = (last.month, last.day) < (first.month, first.day)
    return first, last.replace(year=first.year + wraps)


def next_days(span: ClosedSpan, today: date) -> Period:
    """Return the days of a span: of one of every year, those that last or come next."""
    if not span.every_year:
        return Period(span.first, span.last)
    before = span.beginning_in(today.year - 1)
    here = span.beginning_in(today.year)
    if today in before:
        return before
    return here if here.last >= today else span.beginning_in(today.year + 1)


def check_spans(spans: Sequence[ClosedSpan], office: OfficeDays, around: Iterable[date]) -> None:
    """Check that an office with these closed days still works; `office` has them already.

    Looked at are the years near the days `around`, those of the cycle, and those of the spans.

    Raises:
        UserError: there are too many spans, or a year keeps too few business days.
    """
    if len(spans) > MOST_SPANS:
        raise UserError(Why.CLOSED_TOO_MANY, most=MOST_SPANS)
    for year in sorted(_years(spans, around)):
        left = _open_at_most(spans, year)
        if left < LEAST_OPEN_DAYS + _MOST_HOLIDAYS:  # only then are holidays worked out
            left = min(left, office.open_count(year)) if left >= LEAST_OPEN_DAYS else left
            if left < LEAST_OPEN_DAYS:
                raise UserError(
                    Why.CLOSED_LEAVES_TOO_FEW, year=year, left=left, least=LEAST_OPEN_DAYS
                )


def _years(spans: Iterable[ClosedSpan], around: Iterable[date]) -> set[int]:
    years = {
        year
        for day in around
        for year in range(day.year - _YEARS_AROUND, day.year + _YEARS_AROUND + 1)
    }
    for span in spans:
        if not span.every_year:  # one that takes a whole year fails in its first or second
            years |= set(range(span.first.year, min(span.last.year, span.first.year + 2) + 1))
    return years


def _open_at_most(spans: Iterable[ClosedSpan], year: int) -> int:
    """Return how many business days a year would have if it had no holidays."""
    closed = {day for span in spans for day in span.days_in(year)}
    first = date(year, 1, 1).toordinal()
    days = map(date.fromordinal, range(first, date(year, 12, 31).toordinal() + 1))
    return sum(
        day.weekday() < _SATURDAY and day not in closed and not is_new_year_break(day)
        for day in days
    )
