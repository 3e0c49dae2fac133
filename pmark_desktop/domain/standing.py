"""How tasks stand on a day: what is late, soon, waiting, unproved, and the counts of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from pmark_desktop.domain.task import State, Task

SOON_DAYS = 30


class Concern(StrEnum):
    """What may be the matter with a task; each is a count in the banner and a filter."""

    LATE = "late"
    DUE_SOON = "due_soon"
    WAITING = "waiting"
    WITHOUT_EVIDENCE = "without_evidence"
    PAST = "past"


def is_late(task: Task, today: date) -> bool:
    """Tell whether its due or hard due lies before `today` and it is still open.

    What was due before the cycle began (過年度分) is not late.
    """
    if task.is_closed or task.is_past:
        return False
    due, hard_due = task.due, task.hard_due
    return (due is not None and due < today) or (hard_due is not None and hard_due < today)


def is_due_soon(task: Task, today: date) -> bool:
    """Tell whether it is open and due from `today` to 30 days ahead, both included."""
    if task.is_closed or task.is_past or task.due is None:
        return False
    return today <= task.due <= today + timedelta(days=SOON_DAYS)


def is_waiting(task: Task) -> bool:
    """Tell whether it is open and has no date because its anchor has none (起点待ち)."""
    return task.waits_for is not None and not task.is_closed


def is_without_evidence(task: Task) -> bool:
    """Tell whether it is done with no live evidence; a reason alone counts as without."""
    return task.state == State.DONE and not task.evidence


def concerns(task: Task, today: date) -> frozenset[Concern]:
    """Return all that is the matter with `task`; PAST only while it is open."""
    found = {
        Concern.LATE: is_late(task, today),
        Concern.DUE_SOON: is_due_soon(task, today),
        Concern.WAITING: is_waiting(task),
        Concern.WITHOUT_EVIDENCE: is_without_evidence(task),
        Concern.PAST: task.is_past and not task.is_closed,
    }
    return frozenset(concern for concern, holds in found.items() if holds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many tasks stand how. `total` includes the excluded; `past` the closed ones too."""

    total: int = 0
    done: int = 0
    excluded: int = 0
    late: int = 0
    due_soon: int = 0
    waiting: int = 0
    without_evidence: int = 0
    past: int = 0
    past_open: int = 0

    @property
    def progress(self) -> float:
        """Done among what has to be done, 0 to 1; 1 where there is nothing to do."""
        wanted = self.total - self.excluded
        return self.done / wanted if wanted else 1.0


def count(tasks: Iterable[Task], today: date) -> Counts:
    """Return the counts of these tasks on `today`."""
    total = done = excluded = late = soon = waiting = bare = past = past_open = 0
    soon_until = today + timedelta(days=SOON_DAYS)
    for task in tasks:
        total += 1
        past += task.is_past
        if task.state == State.DONE:
            done += 1
            bare += not task.evidence
        elif task.state == State.EXCLUDED:
            excluded += 1
        else:
            waiting += task.waits_for is not None
            past_open += task.is_past
            if not task.is_past:
                late += is_late(task, today)
                soon += task.due is not None and today <= task.due <= soon_until
    return Counts(
        total=total, done=done, excluded=excluded, late=late, due_soon=soon, waiting=waiting,
        without_evidence=bare, past=past, past_open=past_open,
    )  # fmt: skip
