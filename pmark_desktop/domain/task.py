"""A task: one item to be done in one cycle, once per occurrence."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from pmark_desktop.domain.checklist import Item
from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.domain.records import is_event


class State(StrEnum):
    """How far the work is. Says nothing about whether the requirement is met."""

    TODO = "todo"
    DOING = "doing"
    REVIEW = "review"
    DONE = "done"
    EXCLUDED = "excluded"


class Result(StrEnum):
    """Whether the requirement is met. Says nothing about how far the work is."""

    UNRATED = "unrated"
    CONFORMS = "conforms"
    OBSERVATION = "observation"
    NONCONFORMING = "nonconforming"


CLOSED_STATES = (State.DONE, State.EXCLUDED)


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do.

    `id` is the item's id and, after an `@`, the occurrence: `AUD-16@1`, `PDCA-09@2026-04`,
    `ORG-03@e1`, `CERT-12`. `due` (社内期限) is the company's own date and may move; `hard_due`
    (絶対期限) is the scheme's. Where `due` is None the task waits: `waits_for` names the anchor
    or the task (起点待ち). A `pinned` due was set by hand. `is_past` marks an occurrence that
    was due before the cycle was created (過年度分), `is_outside` one that a corrected expiry
    left outside the period (期間外). `evidence` are the numbers of live evidence. `recheck` marks
    a task whose item another edition of its checklist words otherwise (要再確認), `is_dropped`
    one whose item a newer edition does not have any more (廃止).

    Rules are kept by `edited`, not by construction: a task that breaks a newer rule must
    still open.
    """

    id: str
    list_key: str
    item: Item
    occurrence: str = ""
    owner: str = ""
    state: State = State.TODO
    result: Result = Result.UNRATED
    due: date | None = None
    hard_due: date | None = None
    waits_for: str | None = None
    pinned: bool = False
    done_on: date | None = None
    checked_by: str = ""
    checked_on: date | None = None
    note: str = ""
    reason: str = ""
    is_past: bool = False
    is_outside: bool = False
    evidence: tuple[int, ...] = ()
    event_name: str = ""
    tag: str = ""
    recheck: bool = False
    is_dropped: bool = False

    @property
    def is_closed(self) -> bool:
        """True when nothing is left to do: done or excluded."""
        return self.state in CLOSED_STATES

    @property
    def is_untouched(self) -> bool:
        """True while nobody has put anything into this task."""
        return (
            self.state is State.TODO
            and self.result is Result.UNRATED
            and not (self.pinned or self.done_on or self.checked_by or self.checked_on)
            and not (self.note or self.reason or self.evidence or self.tag)
        )

    def days_left(self, today: date) -> int | None:
        """Return days until `due`, negative when late; None if closed or waiting."""
        if self.due is None or self.is_closed:
            return None
        return (self.due - today).days


FIELDS = (
    "state", "result", "owner", "due", "done_on", "checked_by", "checked_on", "note", "reason",
    "tag", "recheck",
)  # fmt: skip
"""What a person may change in a task."""


def task_id(item: str, occurrence: str) -> str:
    """Return the id of the task of an item in an occurrence; '' is the only one."""
    return f"{item}@{occurrence}" if occurrence else item


def is_past(
    due: date | None, hard_due: date | None, since: date, *, occurrence: str, pinned: bool
) -> bool:
    """Tell whether a duty by rule was due before `since`, the day its cycle was created.

    One whose hard due still lies ahead is not: nobody may miss the application because the
    program was first opened after the company's own date. Nor is one of an event (発生), which
    may be entered late, nor a due set by hand: these are open as ever, and late.
    """
    if due is None or due >= since or pinned or is_event(occurrence):
        return False
    return hard_due is None or hard_due < since


def edited(task: Task, changes: dict[str, object], today: date) -> Task:
    """Return `task` with these fields changed, and what follows from them.

    A due date that is set becomes pinned. One that becomes done gets `today` as its day where
    it has none. `due` None unpins: the caller puts the rule's date in its place.

    Raises:
        UserError: the change breaks a rule; nothing is changed.
    """
    after: Task = replace(task, **changes)  # type: ignore[arg-type]  # names from FIELDS
    if "due" in changes:
        is_set = after.due is not None
        waits_for = None if is_set else after.waits_for
        after = replace(after, pinned=is_set, waits_for=waits_for)
        _check_due(after)
    if after.state == State.DONE != task.state and after.done_on is None:
        after = replace(after, done_on=today)
    if {"state", "reason"} & changes.keys():
        _check_grounds(after)
    if {"state", "done_on"} & changes.keys() and after.state == State.DONE and not after.done_on:
        raise UserError(Why.DONE_ON_MISSING, task=task.id)
    _check_past(after, changes, today)
    return after


def _check_due(task: Task) -> None:
    if task.due and task.hard_due and task.due > task.hard_due:
        raise UserError(Why.DUE_AFTER_HARD_DUE, task=task.id, hard_due=task.hard_due)


def _check_grounds(task: Task) -> None:
    """Done needs evidence or a reason, excluded a reason."""
    has_reason = bool(task.reason.strip())
    if task.state == State.DONE and not (task.evidence or has_reason):
        raise UserError(Why.EVIDENCE_MISSING, task=task.id)
    if task.state == State.EXCLUDED and not has_reason:
        raise UserError(Why.REASON_MISSING, task=task.id)


def _check_past(task: Task, changes: dict[str, object], today: date) -> None:
    if "done_on" in changes and task.done_on and task.done_on > today:
        raise UserError(Why.DONE_ON_IN_FUTURE, day=task.done_on)
    if "checked_on" in changes and task.checked_on and task.checked_on > today:
        raise UserError(Why.CHECKED_ON_IN_FUTURE, day=task.checked_on)
