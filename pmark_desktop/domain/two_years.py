"""The two-year map: in which months of the review period work was done and proved."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pmark_desktop.domain.days import Period
from pmark_desktop.domain.task import State, Task

_YEAR = 12


class MonthStanding(StrEnum):
    """How a month stands with its records."""

    NONE = "none"  # nothing was to be done
    EMPTY = "empty"  # it is over, and there is no proof at all (記録なし)
    PART = "part"  # it is over, and proof of some tasks is missing
    WHOLE = "whole"  # every task has proof
    RUNNING = "running"  # it is the present month
    AHEAD = "ahead"  # it is still to come


@dataclass(frozen=True, slots=True)
class Cell:
    """The tasks of a checklist in one calendar month.

    `month` is its first day. A task stands in the month it was done in, else in that of its
    due; `proved` of them are done with live evidence. The excluded, those without a date and
    those outside the review period stand in none.
    """

    month: date
    tasks: tuple[str, ...]
    proved: int
    standing: MonthStanding


@dataclass(frozen=True, slots=True)
class Row:
    """One checklist over all months; the total has the key ""."""

    key: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class TwoYears:
    """Checklists by months of the review period (審査対象期間).

    `months` holds the first day of each calendar month that has a day in the period, up to 25,
    as a period of 24 months may begin and end within a month. Of these two only the days
    within the period count. `rows` follow the checklists; `total` sums them up.

    Two years of records are looked at, and a gap in them is what reviewers ask about: so a
    past month without any proof is `EMPTY` in the total even if nothing was due in it, but in
    a checklist only if something was.
    """

    period: Period
    months: tuple[date, ...]
    rows: tuple[Row, ...]
    total: Row

    @property
    def empty_months(self) -> list[date]:
        """The past months without any proof."""
        return [cell.month for cell in self.total.cells if cell.standing is MonthStanding.EMPTY]


def two_years(tasks: Iterable[Task], lists: Sequence[str], period: Period, today: date) -> TwoYears:
    """Return the map of these tasks; `lists` are the keys of all their checklists, in order."""
    months = tuple(_months(period))
    first, last, start = period.first, period.last, _ordinal(period.first)
    found: dict[str, list[list[str]]] = {}
    proved: dict[str, list[int]] = {}
    for key in (*lists, ""):
        found[key], proved[key] = [[] for _ in months], [0] * len(months)
    for task in tasks:
        day = _day_of(task)
        if day is None or not first <= day <= last:
            continue
        place = day.year * _YEAR + day.month - 1 - start
        is_proved = task.state == State.DONE and bool(task.evidence)
        for key in (task.list_key, ""):
            found[key][place].append(task.id)
            proved[key][place] += is_proved

    def row(key: str) -> Row:
        numbers = zip(months, found[key], proved[key], strict=True)
        return Row(key, tuple(_cell(*given, today, is_total=not key) for given in numbers))

    return TwoYears(period, months, tuple(row(key) for key in lists), row(""))


def _cell(month: date, tasks: list[str], proved: int, today: date, *, is_total: bool) -> Cell:
    standing = _standing(month, len(tasks), proved, today)
    if is_total and standing is MonthStanding.NONE and _is_over(month, today):
        standing = MonthStanding.EMPTY
    return Cell(month, tuple(tasks), proved, standing)


def _day_of(task: Task) -> date | None:
    if task.state == State.EXCLUDED:
        return None
    return (task.done_on if task.state == State.DONE else None) or task.due


def _standing(month: date, tasks: int, proved: int, today: date) -> MonthStanding:
    if not tasks:
        return MonthStanding.NONE
    if proved == tasks:
        return MonthStanding.WHOLE
    if _ordinal(month) == _ordinal(today):
        return MonthStanding.RUNNING
    if not _is_over(month, today):
        return MonthStanding.AHEAD
    return MonthStanding.PART if proved else MonthStanding.EMPTY


def _is_over(month: date, today: date) -> bool:
    return _ordinal(month) < _ordinal(today)


def _ordinal(day: date) -> int:
    """Return a number of the calendar month that grows by one with each."""
    return day.year * _YEAR + day.month - 1


def _months(period: Period) -> Iterable[date]:
    for number in range(_ordinal(period.first), _ordinal(period.last) + 1):
        yield date(number // _YEAR, number % _YEAR + 1, 1)
