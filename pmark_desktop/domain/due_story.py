"""How a task came by its due: what its rule gives, what moved it, and what did not."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from pmark_desktop.domain.days import DAY, Closure, OfficeDays
from pmark_desktop.domain.rules import Anchor
from pmark_desktop.domain.schedule import Resolver
from pmark_desktop.domain.task import Task

_MOST_CLOSED = 60  # days in a row that are named; a longer closure is cut


class DueSource(StrEnum):
    """Where a due comes from."""

    NOWHERE = "nowhere"
    RULE = "rule"
    BY_HAND = "by_hand"
    WAITING = "waiting"
    KEPT = "kept"


class Stays(StrEnum):
    """Why a due stays on a closed day."""

    EVENT = "event"
    START = "start"
    BY_HAND = "by_hand"


class ClosedDay(NamedTuple):
    """A day on which the company does not work, and why; a forecast may still change."""

    day: date
    closure: Closure
    is_forecast: bool


@dataclass(frozen=True, slots=True)
class DueStory:
    """How a due came about; what did not happen is None or empty.

    `start` is the day that the rule counts from and `counted` what it gives. `limited` is the
    same, cut to the hard due. `moved` is where it went from a closed day, over the days of
    `closed`, latest first. `stays` says why it did not go although its day, the first of
    `closed`, is closed. A due that is KEPT was given before the task was closed, and would
    be another by now. `hard_closed` is the closed day of the hard due, which never moves.
    """

    source: DueSource
    start: date | None = None
    counted: date | None = None
    limited: date | None = None
    moved: date | None = None
    closed: tuple[ClosedDay, ...] = ()
    stays: Stays | None = None
    hard_closed: ClosedDay | None = None


def due_story(task: Task, resolver: Resolver, office: OfficeDays, today: date) -> DueStory:
    """Return how a task came by its due, as its rule, its anchors and the closed days are now."""
    looking = _Looking(office, today)
    hard = looking.at(task.hard_due)
    if task.waits_for is not None:
        return DueStory(DueSource.WAITING, hard_closed=hard)
    counted = resolver.counted(task.list_key, task.item, task.occurrence)
    start, given = counted or (None, None)
    if task.pinned:
        closed = looking.at(task.due)
        return DueStory(
            DueSource.BY_HAND, start, given,
            moved=resolver.dates(task.list_key, task.item, task.occurrence).due,
            closed=(closed,) if closed else (), stays=Stays.BY_HAND if closed else None,
            hard_closed=hard,
        )  # fmt: skip
    dates = resolver.dates(task.list_key, task.item, task.occurrence)
    if task.due is None or dates.due is None or dates.unmoved is None:
        return DueStory(DueSource.NOWHERE if task.due is None else DueSource.KEPT)
    if task.due != dates.due:
        return DueStory(DueSource.KEPT, start, given, moved=dates.due, hard_closed=hard)
    limited = dates.unmoved if dates.unmoved != given else None
    if dates.due != dates.unmoved:
        row = looking.row(dates.unmoved, dates.due)
        return DueStory(
            DueSource.RULE, start, given, limited, dates.due, row, hard_closed=hard
        )  # fmt: skip
    closed = looking.at(dates.due)
    if closed is None:
        return DueStory(DueSource.RULE, start, given, limited, hard_closed=hard)
    return DueStory(
        DueSource.RULE, start, given, limited, closed=(closed,), stays=_why_it_stays(task),
        hard_closed=hard,
    )  # fmt: skip


def _why_it_stays(task: Task) -> Stays:
    base = task.item.due.base if task.item.due else None
    return Stays.EVENT if isinstance(base, Anchor) and base.is_occurrence else Stays.START


class _Looking:
    """Looks up why days are closed."""

    def __init__(self, office: OfficeDays, today: date) -> None:
        self._office = office
        self._today = today

    def at(self, day: date | None) -> ClosedDay | None:
        """Return why a day is closed; None where it is not, or there is no day."""
        closure = self._office.why_closed(day) if day else None
        if day is None or closure is None:
            return None
        return ClosedDay(day, closure, self._office.is_forecast(day, self._today))

    def row(self, last: date, before: date) -> tuple[ClosedDay, ...]:
        """Return the closed days from `last` back to the day after `before`."""
        found: list[ClosedDay] = []
        day = last
        while day > before and len(found) < _MOST_CLOSED:
            if (closed := self.at(day)) is not None:
                found.append(closed)
            day -= DAY
        return tuple(found)
