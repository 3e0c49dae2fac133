"""What to do now, and what lies before it: the next step, countdowns, late, soon, waiting."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from pmark_desktop.domain.cycle import STAGED, Cycle
from pmark_desktop.domain.days import OfficeDays
from pmark_desktop.domain.rules import Anchor
from pmark_desktop.domain.schedule import APPLICATION_ITEM
from pmark_desktop.domain.standing import is_due_soon, is_late
from pmark_desktop.domain.task import State, Task
from pmark_desktop.domain.window import WindowState

_DIGITS = re.compile(r"([0-9]+)")
NaturalKey = tuple[int | str, ...]


class Reason(StrEnum):
    """Why something is the next step; the first that holds, in this order."""

    HARD_DUE_PASSED = "hard_due_passed"
    LATE_BEFORE_HARD_DUE = "late_before_hard_due"
    WINDOW_OPEN = "window_open"
    WINDOW_EXTENDED = "window_extended"
    WINDOW_CLOSED = "window_closed"
    LATE = "late"
    START_PASSED = "start_passed"
    START_TODAY = "start_today"
    START_AHEAD = "start_ahead"
    ONLY_PAST = "only_past"
    ONLY_WAITING = "only_waiting"
    ALL_CLOSED = "all_closed"
    NO_TASKS = "no_tasks"


_RUNNING = {
    WindowState.OPEN: Reason.WINDOW_OPEN,
    WindowState.EXTENDED: Reason.WINDOW_EXTENDED,
    WindowState.CLOSED: Reason.WINDOW_CLOSED,
}


@dataclass(frozen=True, slots=True)
class NextStep:
    """The one thing to do now (今やる1件).

    `task` is None where it is no task: to apply and enter the day (`is_application`), or
    nothing that could be done today. `day` is the day that the reason is about: the hard due,
    the due, the last day on which the application is taken, or the start-by date (due minus
    lead days).
    """

    task: Task | None
    reason: Reason
    day: date | None = None

    @property
    def is_application(self) -> bool:
        """True where the renewal has to be applied for."""
        return self.reason in _RUNNING.values()

    @property
    def is_pressing(self) -> bool:
        """True where something is late or its clock runs, False where there is time."""
        return self.reason in _PRESSING


_PRESSING = (
    Reason.HARD_DUE_PASSED, Reason.LATE_BEFORE_HARD_DUE, *_RUNNING.values(), Reason.LATE,
    Reason.START_PASSED,
)  # fmt: skip


def natural_key(id_: str) -> NaturalKey:
    """Return what ids sort by: AUD-2 before AUD-10, e2 before e10."""
    parts = _DIGITS.split(id_)  # text and number in turn
    return tuple(int(part) if place % 2 else part for place, part in enumerate(parts))


def start_by(task: Task) -> date | None:
    """Return the day on which the work has to begin (着手の目安); None without a due."""
    return task.due - timedelta(days=task.item.lead_days) if task.due else None


def next_step(
    tasks: Iterable[Task], state: WindowState, last_day: date, today: date
) -> NextStep:  # fmt: skip
    """Return the one thing to do now.

    First what is late and has a hard due, the earliest hard due first. Then the application,
    while its window is open, extended or closed and nothing is applied: the task CERT-12, or
    no task where that is closed. Then what is late, the earliest due first. Then the earliest
    start-by date. Equals are told apart by id. What is done, excluded, past, outside the
    period or waiting is never the next step.

    `last_day` is the last day on which the application is taken: the end of the window, or in
    its extension the day until which that reaches.
    """
    everything = list(tasks)
    doable = [task for task in everything if _is_doable(task)]
    late = [task for task in doable if is_late(task, today)]
    if found := _first((task.hard_due, task) for task in late):
        return _late_step(*found, today)
    if state in _RUNNING:
        applying = [task for task in doable if task.item.id == APPLICATION_ITEM]
        return NextStep(next(iter(applying), None), _RUNNING[state], last_day)
    if found := _first((task.due, task) for task in late):
        return NextStep(found[1], Reason.LATE, found[0])
    if found := _first_to_start(doable):
        return NextStep(found[1], _start_reason(found[0], today), found[0])
    return NextStep(None, _nothing_reason(everything))


def _is_doable(task: Task) -> bool:
    return not (task.is_closed or task.is_past or task.is_outside or task.waits_for is not None)


def _first(dated: Iterable[tuple[date | None, Task]]) -> tuple[date, Task] | None:
    """Return the earliest, of equals the one whose id comes first; what has no day is none."""
    known = [(day, task) for day, task in dated if day is not None]
    if not known:
        return None
    earliest = min(day for day, _ in known)
    return earliest, min(
        (task for day, task in known if day == earliest), key=lambda task: natural_key(task.id)
    )


def _first_to_start(tasks: list[Task]) -> tuple[date, Task] | None:
    """Return the earliest start-by date and its task; found by number, as days are slow."""
    starts = [
        (task.due.toordinal() - task.item.lead_days, task) for task in tasks if task.due is not None
    ]
    earliest = min((start for start, _ in starts), default=None)
    return _first((start_by(task), task) for start, task in starts if start == earliest)


def _late_step(hard_due: date, task: Task, today: date) -> NextStep:
    if hard_due < today:
        return NextStep(task, Reason.HARD_DUE_PASSED, hard_due)
    return NextStep(task, Reason.LATE_BEFORE_HARD_DUE, task.due)


def _start_reason(start: date, today: date) -> Reason:
    if start == today:
        return Reason.START_TODAY
    return Reason.START_PASSED if start < today else Reason.START_AHEAD


def _nothing_reason(tasks: list[Task]) -> Reason:
    still_open = [task for task in tasks if not task.is_closed]
    if not still_open:
        return Reason.ALL_CLOSED if tasks else Reason.NO_TASKS
    if any(task.waits_for is not None for task in still_open):
        return Reason.ONLY_WAITING
    return Reason.ONLY_PAST


def next_anchor(cycle: Cycle, today: date) -> tuple[Anchor, date] | None:
    """Return the next day of the cycle from `today` on; None when all have passed.

    The window counts until the application, a planned day until there is an actual one.
    """
    days: dict[Anchor, date | None] = {
        anchor: cycle.actual(anchor) or cycle.planned(anchor) for anchor in STAGED
    }
    if cycle.applied is None:
        days |= {
            Anchor.WINDOW_OPENS: cycle.window.opens, Anchor.WINDOW_CLOSES: cycle.window.closes,
        }  # fmt: skip
    days[Anchor.EXPIRY] = cycle.expires
    ahead = [(day, anchor) for anchor, day in days.items() if day is not None and day >= today]
    if not ahead:
        return None
    day, anchor = min(ahead, key=lambda one: one[0])
    return anchor, day


@dataclass(frozen=True, slots=True)
class Countdown:
    """How far a day is: `days` from today, negative when it has passed.

    `business_days` of the company lie after today, up to and including the day; 0 once it has
    passed.
    """

    day: date
    days: int
    business_days: int


def countdown(day: date, today: date, office: OfficeDays) -> Countdown:
    """Return the days and business days from `today` to `day`."""
    business = office.count_between(today, day) if day > today else 0
    return Countdown(day, (day - today).days, business)


def late_tasks(tasks: Iterable[Task], today: date) -> list[Task]:
    """Return what is late: by hard due, then what has none by due; equals by id."""
    return sorted(
        (task for task in tasks if is_late(task, today)),
        key=lambda task: (task.hard_due or date.max, task.due or date.max, natural_key(task.id)),
    )


def soon_tasks(tasks: Iterable[Task], today: date) -> list[Task]:
    """Return what is due from `today` to 30 days ahead, both included, by due and id."""
    return sorted(
        (task for task in tasks if is_due_soon(task, today)),
        key=lambda task: (task.due or date.max, natural_key(task.id)),
    )


@dataclass(frozen=True, slots=True)
class WaitingGroup:
    """The open tasks that wait for one anchor, or for one other task to be done."""

    waits_for: str
    tasks: tuple[str, ...]

    @property
    def anchor(self) -> Anchor | None:
        """The anchor that has no date; None where another task has to be done."""
        return Anchor(self.waits_for) if self.waits_for in list(Anchor) else None


def waiting_groups(tasks: Iterable[Task]) -> list[WaitingGroup]:
    """Return who waits for what: the days of the cycle in their order, then tasks by id."""
    found: dict[str, list[str]] = {}
    for task in tasks:
        if task.waits_for is not None and not task.is_closed:
            found.setdefault(task.waits_for, []).append(task.id)
    return [WaitingGroup(key, tuple(found[key])) for key in sorted(found, key=_waiting_key)]


def _waiting_key(waits_for: str) -> tuple[int, NaturalKey]:
    anchors = list(Anchor)
    place = anchors.index(Anchor(waits_for)) if waits_for in anchors else len(anchors)
    return place, natural_key(waits_for)


@dataclass(frozen=True, slots=True)
class ListProgress:
    """How far a checklist is: `done` of `wanted`, the excluded left out; `late` of them."""

    done: int = 0
    wanted: int = 0
    late: int = 0


def list_progress(tasks: Iterable[Task], today: date) -> Mapping[str, ListProgress]:
    """Return the progress of each checklist that has tasks, by its key."""
    counts: dict[str, list[int]] = {}
    for task in tasks:
        if task.state != State.EXCLUDED:
            numbers = counts.setdefault(task.list_key, [0, 0, 0])
            numbers[0] += task.state == State.DONE
            numbers[1] += 1
            numbers[2] += is_late(task, today)
    return {key: ListProgress(*numbers) for key, numbers in counts.items()}
