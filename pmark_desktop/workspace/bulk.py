"""One change for many tasks (まとめて変更): what was typed becomes a plan, with what is refused."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from pmark_desktop.domain.due_ways import DueWay
from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.domain.task import Task
from pmark_desktop.domain.typed_dates import parse_date
from pmark_desktop.domain.typed_steps import MOST_DAYS
from pmark_desktop.workspace.editing import EditPlan, Refused, parse_fields, plan_edits
from pmark_desktop.workspace.workspace import Workspace

FIELDS = ("state", "result", "owner", "done_on", "checked_by", "checked_on", "reason", "tag")
"""What is set to the same value in every task; the due date is moved in ways of its own."""


@dataclass(frozen=True, slots=True)
class BulkWish:
    """What is typed: texts by field (those of `FIELDS`), and how the due moves, if it does.

    `due_text` is a number of days with its sign (`-5`, `+10`), or a day, as `due_way` has it.
    """

    texts: Mapping[str, str]
    due_way: DueWay | None = None
    due_text: str = ""

    @property
    def is_empty(self) -> bool:
        """True when nothing is to change."""
        return not self.texts and self.due_way is None


def parse_count(text: str) -> int:
    """Return a typed number of days, after or (with a minus) before.

    Raises:
        UserError: it is none, or too big.
    """
    plain = unicodedata.normalize("NFKC", text).strip().translate(_SIGNS)
    digits = plain.removeprefix("+").removeprefix("-")
    is_number = digits.isascii() and digits.isdecimal() and len(digits) <= len(str(MOST_DAYS))
    if not is_number or plain.startswith("+-") or not 0 < int(digits) <= MOST_DAYS:
        raise UserError(Why.SHIFT_WRONG, text=text, most=MOST_DAYS)
    return int(plain)


_SIGNS = str.maketrans("−–—ーｰ‐", "------")  # what Japanese keyboards type for a minus


def plan_bulk(workspace: Workspace, ids: Sequence[str], wish: BulkWish, today: date) -> EditPlan:
    """Return what a wish would do to these tasks. Nothing changes.

    Tasks that would stay as they are stand neither in the edits nor in the refusals.

    Raises:
        UserError: something typed cannot be read.
    """
    values, _ = parse_fields(wish.texts, today)
    dues = _Dues(workspace, wish, today)
    wanted: dict[str, dict[str, object]] = {}
    refused = []
    for id_ in ids:
        task = workspace.content.tasks.get(id_)
        if task is None:  # it went while the panel was open
            continue
        try:
            changes = _really_new(task, values | dues.change(task))
        except UserError as error:
            refused.append(Refused(id_, error))
            continue
        if changes:
            wanted[id_] = changes
    plan = plan_edits(workspace, wanted, today)
    return replace(plan, refused=(*refused, *plan.refused))


def _really_new(task: Task, changes: Mapping[str, object]) -> dict[str, object]:
    """Return the changes that are changes: what a task holds already is not judged anew."""
    pins = not task.pinned and changes.get("due") is not None
    return {
        field: value
        for field, value in changes.items()
        if getattr(task, field) != value or (field == "due" and pins)
    }


class _Dues:
    """What becomes of the due date of one task after the other."""

    def __init__(self, workspace: Workspace, wish: BulkWish, today: date) -> None:
        self._office = workspace.office
        self._way = wish.due_way
        self._count = 0
        self._day: date | None = None
        if self._way in (DueWay.DAYS, DueWay.BUSINESS_DAYS):
            self._count = parse_count(wish.due_text)
        elif self._way is DueWay.TO_DAY:
            self._day = parse_date(wish.due_text, today)

    def change(self, task: Task) -> dict[str, object]:
        """Return the change of the due date of a task; nothing where there is none.

        Raises:
            UserError: the task is closed, or has no date to count from.
        """
        if self._way is None:
            return {}
        if self._way is DueWay.TO_RULE:
            return {"due": None} if task.pinned else {}
        if task.is_closed:
            raise UserError(Why.DUE_OF_CLOSED, task=task.id)
        if self._way is DueWay.TO_DAY:
            return {"due": self._day}
        if task.due is None:
            raise UserError(Why.DUE_NOT_THERE, task=task.id)
        return {"due": self._moved(task.due)}

    def _moved(self, day: date) -> date:
        try:
            if self._way is DueWay.BUSINESS_DAYS:
                return parse_date(self._office.shift(day, self._count).isoformat())
            return parse_date((day + timedelta(days=self._count)).isoformat())
        except OverflowError:
            raise UserError(Why.DATE_UNREADABLE, text=str(self._count)) from None


@dataclass(frozen=True, slots=True)
class RefusedGroup:
    """Tasks that are refused for the same reason; `error` is that of the first."""

    error: UserError
    tasks: tuple[str, ...]


def grouped(refused: Sequence[Refused]) -> list[RefusedGroup]:
    """Return refusals by reason, the most frequent first."""
    groups: dict[Why, list[Refused]] = {}
    for one in refused:
        groups.setdefault(one.error.why, []).append(one)
    found = [
        RefusedGroup(group[0].error, tuple(one.task for one in group)) for group in groups.values()
    ]
    return sorted(found, key=lambda group: -len(group.tasks))
