"""What a person has to be told in time (お知らせ): of tasks, of the window, of the mark's end."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from pmark_desktop.domain.cycle import Cycle
from pmark_desktop.domain.days import add_months
from pmark_desktop.domain.task import Task

WINDOW_OPENS, WINDOW_CLOSES, EXPIRY = "window_opens", "window_closes", "expiry"
"""The ids of what is reminded of beside tasks."""
SOON_DAYS = 7
_HARD_STEPS = (14, 7, 1, 0)


class ReminderKind(StrEnum):
    """What a reminder is about."""

    TASK = "task"
    WINDOW = "window"
    EXPIRY = "expiry"


class Channel(StrEnum):
    """By which way a reminder was given: in the window, or by the command `remind`."""

    WINDOW = "window"
    COMMAND = "command"


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """When reminders are given. Steps are days before a date, 0 the day itself, greatest first.

    `start_by` adds the day on which the work of a task has to begin: `lead_days` of its item
    before its due. `late_every` is the days between two reminders of what is late.
    `window_steps` count before the first and before the last day of application,
    `expiry_months` are months before the last day of validity. An empty row gives none.
    """

    task_steps: tuple[int, ...] = (30, 14, 7, 1, 0)
    start_by: bool = True
    late_every: int = 7
    window_steps: tuple[int, ...] = (60, 30, 14, 7, 3, 1, 0)
    expiry_months: tuple[int, ...] = (12, 10, 8, 6, 4, 3, 2, 1)


DEFAULT_POLICY = Policy()


class Subject(NamedTuple):
    """What can be put off or silenced: one date of one thing. A date that moves is another."""

    kind: str
    id: str
    due: date


class Key(NamedTuple):
    """What is given once: one step before (or, negative, after) one date of one thing."""

    kind: str
    id: str
    due: date
    step: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """One thing to be told now.

    `step` is the step that was reached last, in days before `due`, negative when late;
    `days_left` how far `due` really is. `hard` tells that `due` is the scheme's date
    (絶対期限), `is_start` that the step is the day to begin. `title` is the item's; empty for
    the window and the expiry, whose words are not the domain's.
    """

    kind: ReminderKind
    id: str
    due: date
    days_left: int
    step: int
    title: str = ""
    owner: str = ""
    occurrence: str = ""
    event_name: str = ""
    hard: bool = False
    is_start: bool = False

    @property
    def subject(self) -> Subject:
        """What of it can be put off or silenced."""
        return Subject(self.kind.value, self.id, self.due)

    @property
    def key(self) -> Key:
        """What of it is given once."""
        return Key(self.kind.value, self.id, self.due, self.step)

    @property
    def is_late(self) -> bool:
        """True when its date has passed; an open window is not late for having opened."""
        return self.days_left < 0 and self.id != WINDOW_OPENS


class Duty(NamedTuple):
    """An open task as far as reminders go; at least one of its dates is known."""

    id: str
    title: str
    occurrence: str
    event_name: str
    owner: str
    due: date | None
    hard_due: date | None
    lead_days: int


def duties(tasks: Iterable[Task]) -> Iterator[Duty]:
    """Yield what of these tasks can be reminded of.

    Never what is closed, of past years (過年度分), outside the period or without a date. One
    that waits for its anchor is there if the scheme's own date is known.
    """
    for task in tasks:
        if task.is_closed or task.is_past or task.is_outside:
            continue
        if task.due is not None or task.hard_due is not None:
            yield Duty(
                task.id, task.item.title, task.occurrence, task.event_name, task.owner, task.due,
                task.hard_due, task.item.lead_days,
            )  # fmt: skip


def reminders(
    cycle: Cycle, open_tasks: Iterable[Duty], policy: Policy, today: date
) -> list[Reminder]:
    """Return all that stands on `today`: for each date the one step that was reached last.

    Steps that were missed fall into it. What is late comes first, then by date and id.
    """
    found = [*_of_window(cycle, policy, today), *_of_expiry(cycle, policy, today)]
    first_step = max(*policy.task_steps, *_HARD_STEPS)
    for duty in open_tasks:
        days = max(first_step, duty.lead_days)
        if _is_within(duty.due, today, days) or _is_within(duty.hard_due, today, days):
            found += _of_task(duty, policy, today)  # most are further off
    return sorted(found, key=_urgency)


def _is_within(day: date | None, today: date, days: int) -> bool:
    return day is not None and (day - today).days <= days


def _urgency(reminder: Reminder) -> tuple[bool, date, str]:
    return not reminder.is_late, reminder.due, reminder.id


def reached(due: date, today: date, steps: Iterable[int], late_every: int) -> int | None:
    """Return the last of these steps before `due` that has come by `today`; None before all.

    Late by whole `late_every` days it is their number, negative; late by less, the last step.
    """
    left = (due - today).days
    late_by = -left // late_every * late_every
    if late_by > 0:
        return -late_by
    return min((step for step in steps if step >= left), default=None)


def _of_task(duty: Duty, policy: Policy, today: date) -> Iterator[Reminder]:
    """Yield the reminder of the due, and that of the hard due once nothing earlier is ahead."""
    due, hard_due = duty.due or duty.hard_due, duty.hard_due
    if due is None:
        return
    first = _of_due(duty, due, policy, today)
    if first is not None:
        yield first
    if hard_due is None or hard_due == due:
        return
    if due < today or hard_due < due:  # the second: a date set by hand that the scheme overtook
        step = reached(hard_due, today, _HARD_STEPS, policy.late_every)
        if step is not None:
            yield _task_reminder(duty, hard_due, step, today, hard=True)


def _of_due(duty: Duty, due: date, policy: Policy, today: date) -> Reminder | None:
    starts = (duty.lead_days,) if policy.start_by else ()
    step = reached(due, today, (*policy.task_steps, *starts), policy.late_every)
    if step is None:
        return None
    is_start = step in starts and step > 0 and today <= due
    return _task_reminder(duty, due, step, today, hard=due == duty.hard_due, is_start=is_start)


def _task_reminder(
    duty: Duty, due: date, step: int, today: date, *, hard: bool, is_start: bool = False
) -> Reminder:
    return Reminder(
        kind=ReminderKind.TASK, id=duty.id, due=due, days_left=(due - today).days, step=step,
        title=duty.title, owner=duty.owner, occurrence=duty.occurrence,
        event_name=duty.event_name, hard=hard, is_start=is_start,
    )  # fmt: skip


def _has_come(day: date | None, today: date) -> bool:
    return day is not None and day <= today


def _of_window(cycle: Cycle, policy: Policy, today: date) -> Iterator[Reminder]:
    """Yield where the filing window stands until the renewal is applied for.

    That it has opened stays until the last day comes near: nobody may miss it for having
    been away on that one day. After the last day it goes on, with no end but the application.
    """
    if _has_come(cycle.applied, today) or _has_come(cycle.decided, today):
        return
    window, steps = cycle.window, policy.window_steps
    closing = reached(window.closes, today, steps, policy.late_every)
    if closing is not None:
        yield _date_reminder(ReminderKind.WINDOW, WINDOW_CLOSES, window.closes, closing, today)
    is_ahead = today <= window.opens
    if is_ahead or closing is None:
        never = timedelta.max.days  # the opening is not late
        opening = reached(window.opens, today, steps, never)
        if opening is not None:
            yield _date_reminder(ReminderKind.WINDOW, WINDOW_OPENS, window.opens, opening, today)


def _of_expiry(cycle: Cycle, policy: Policy, today: date) -> Iterator[Reminder]:
    if _has_come(cycle.decided, today):
        return
    expires = cycle.expires
    steps = [(expires - add_months(expires, -months)).days for months in policy.expiry_months]
    step = reached(expires, today, steps, policy.late_every)
    if step is not None:
        yield _date_reminder(ReminderKind.EXPIRY, EXPIRY, expires, step, today)


def _date_reminder(kind: ReminderKind, id_: str, due: date, step: int, today: date) -> Reminder:
    days_left = (due - today).days
    return Reminder(kind=kind, id=id_, due=due, days_left=days_left, step=step, hard=True)


class Standing(NamedTuple):
    """How many reminders stand: late, within `SOON_DAYS` days, and all."""

    late: int
    soon: int
    total: int


def count_standing(found: Iterable[Reminder]) -> Standing:
    """Return how urgent these reminders are together."""
    late = soon = total = 0
    for one in found:
        total += 1
        late += one.is_late
        soon += not one.is_late and one.days_left <= SOON_DAYS
    return Standing(late, soon, total)


def latest_rest(reminder: Reminder, today: date) -> date | None:
    """Return the last day to which it may be put off: its own date, or None where it is late."""
    return reminder.due if reminder.due > today else None
