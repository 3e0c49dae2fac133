"""A month as a calendar shows it: whole weeks from Sunday, and what falls on each day."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from pmark_desktop.domain.days import DAY, Closure, OfficeDays, Period, add_months
from pmark_desktop.domain.task import Task
from pmark_desktop.session.columns import Tone, row_tone
from pmark_desktop.session.cycle_marks import Mark

WEEK = 7
SUNDAY = 6
_URGENCY = (
    Tone.LATE, Tone.SOON, Tone.CALM, Tone.PAST, Tone.DONE, Tone.EXCLUDED,
)  # fmt: skip
EARLIEST, LATEST = date(1902, 1, 1), date(2199, 12, 1)
"""The first days of the months that can be shown."""


def first_of_month(day: date) -> date:
    """Return the first day of the month of `day`, within what can be shown."""
    return min(max(day.replace(day=1), EARLIEST), LATEST)


def shown_days(month: date) -> tuple[date, ...]:
    """Return the days of the calendar of the month of `month`: whole weeks from Sunday."""
    first = month.replace(day=1)
    last = add_months(first, 1) - DAY
    begin = first - timedelta(days=(first.weekday() - SUNDAY) % WEEK)
    end = last + timedelta(days=(SUNDAY - 1 - last.weekday()) % WEEK)
    return tuple(begin + timedelta(days=number) for number in range((end - begin).days + 1))


def by_day(tasks: Iterable[Task], today: date) -> dict[date, list[Task]]:
    """Return tasks by their due, on each day the most urgent first; the waiting are left out."""
    order = {tone: place for place, tone in enumerate(_URGENCY)}
    found: dict[date, list[Task]] = {}
    for task in tasks:
        if task.due is not None:
            found.setdefault(task.due, []).append(task)
    for here in found.values():
        if len(here) > 1:
            here.sort(key=lambda task: order.get(row_tone(task, today), len(order)))
    return found


def fitting(count: int, room: int) -> tuple[int, int]:
    """Return how many of `count` tasks are shown in `room` lines, and how many are not.

    Where not all fit, a line is kept to say so.
    """
    if count <= room:
        return count, 0
    shown = max(room - 1, 0)
    return shown, count - shown


@dataclass(frozen=True, slots=True)
class DayCell:
    """A day of the calendar. `is_inside` is False for days of the months beside it."""

    day: date
    is_inside: bool
    closure: Closure | None
    is_forecast: bool
    marks: tuple[Mark, ...]
    tasks: tuple[Task, ...]


def month_cells(
    month: date,
    tasks: Mapping[date, Sequence[Task]],
    marks: Iterable[Mark],
    office: OfficeDays,
    today: date,
) -> tuple[DayCell, ...]:
    """Return the days of a month's calendar with all that falls on them."""
    here: dict[date, list[Mark]] = {}
    for mark in marks:
        here.setdefault(mark.day, []).append(mark)
    return tuple(
        DayCell(
            day, day.month == month.month, office.why_closed(day), office.is_forecast(day, today),
            tuple(here.get(day, ())), tuple(tasks.get(day, ())),
        )
        for day in shown_days(month)
    )  # fmt: skip


def shown_period(month: date) -> Period:
    """Return the first and last day of a month's calendar."""
    days = shown_days(month)
    return Period(days[0], days[-1])
