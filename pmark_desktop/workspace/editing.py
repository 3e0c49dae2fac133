"""Changes to tasks: what was typed becomes values, then one operation."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cached_property

from pmark_desktop.domain.errors import Notice, UserError, Why
from pmark_desktop.domain.schedule import Resolver
from pmark_desktop.domain.task import FIELDS, Result, State, Task, edited, is_past
from pmark_desktop.domain.texts import clean
from pmark_desktop.domain.typed_dates import parse_date
from pmark_desktop.storage import rows
from pmark_desktop.storage.journal import Operation
from pmark_desktop.storage.tables import Table
from pmark_desktop.workspace.reschedule import affect_others, move_tasks, resolver
from pmark_desktop.workspace.workspace import Done, Told, Workspace, cleaned_away

DATE_FIELDS = ("due", "done_on", "checked_on")
TEXT_FIELDS = ("owner", "checked_by", "note", "reason", "tag")
_CHOICES: Mapping[str, type[StrEnum]] = {"state": State, "result": Result}


def parse_field(field: str, text: str, today: date | None = None) -> tuple[object, int]:
    """Return the value that `text` means in a field, and how many characters were cleaned away.

    An empty text clears. Dates without a year are read only where `today` is given.

    Raises:
        UserError: there is no such field, or it cannot hold this.
    """
    if field in _CHOICES:
        return _choice(field, text), 0
    if field in DATE_FIELDS:
        return (parse_date(text, today) if text.strip() else None), 0
    if field in TEXT_FIELDS:
        return clean(text)
    if field == "recheck":
        return _flag(text), 0
    raise UserError(Why.FIELD_UNKNOWN, text=field, choices=" ".join(FIELDS))


def _flag(text: str) -> bool:
    try:
        return {"": False, "0": False, "1": True}[text.strip()]
    except KeyError:
        raise UserError(Why.CHOICE_UNKNOWN, text=text, field="recheck", choices="0 1") from None


def _choice(field: str, text: str) -> StrEnum:
    codes = _CHOICES[field]
    for code in codes:
        if text.strip().lower() == code.value:
            return code
    choices = " ".join(code.value for code in codes)
    raise UserError(Why.CHOICE_UNKNOWN, text=text, field=field, choices=choices)


def parse_fields(
    texts: Mapping[str, str], today: date | None = None
) -> tuple[dict[str, object], list[Told]]:
    """Return the values of several fields, and a notice where something was cleaned away.

    Raises:
        UserError: one of them cannot be.
    """
    found, cleaned = {}, 0
    for field, text in texts.items():
        found[field], removed = parse_field(field, text, today)
        cleaned += removed
    return found, cleaned_away(cleaned)


@dataclass(frozen=True, slots=True)
class Edit:
    """A task as it is, as it would be, and the stored values that lead there."""

    before: Task
    after: Task
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Refused:
    """A task whose change is not allowed, and why."""

    task: str
    error: UserError


@dataclass(frozen=True, slots=True)
class EditPlan:
    """What changes to several tasks would do: those that are allowed, and those that are not.

    A task that would stay as it is stands in neither.
    """

    edits: tuple[Edit, ...]
    refused: tuple[Refused, ...]


Changes = Mapping[str, object]


def plan_edits(
    workspace: Workspace, wanted: Mapping[str, Changes], today: date
) -> EditPlan:  # fmt: skip
    """Return what changes to fields, by task id, would do. Nothing changes.

    They are judged together: a date that hangs on another task sees that task as it would be.
    """
    edits: dict[str, tuple[Task, Task]] = {}
    refused = []
    for id_, changes in wanted.items():
        try:
            before = workspace.content.task(id_)
            edits[id_] = before, edited(before, dict(changes), today)
        except UserError as error:
            refused.append(Refused(id_, error))
    dates = _Dates(workspace, {id_: after for id_, (_, after) in edits.items()})
    planned = [
        _edit(before, after, "due" in wanted[id_], dates) for id_, (before, after) in edits.items()
    ]
    return EditPlan(tuple(edit for edit in planned if _changes(edit)), tuple(refused))


def plan_texts(
    workspace: Workspace, wanted: Mapping[str, Mapping[str, str]], today: date
) -> EditPlan:
    """Return what typed texts would do, by task id and field. Nothing changes.

    A task with a text that cannot be read is refused whole.
    """
    values: dict[str, Changes] = {}
    unread = []
    for id_, texts in wanted.items():
        try:
            values[id_], _ = parse_fields(texts, today)
        except UserError as error:
            unread.append(Refused(id_, error))
    plan = plan_edits(workspace, values, today)
    return replace(plan, refused=(*unread, *plan.refused))


def write_edits(
    workspace: Workspace,
    plan: EditPlan,
    *,
    act: str = "set_many",
    notices: Iterable[Told] = (),
    also: Callable[[Operation], None] | None = None,
) -> Done:
    """Carry out what was planned as one operation; tasks that wait for these follow.

    `also` writes what else belongs to it.

    Raises:
        UserError: nothing would change.
        StorageError: it could not be written. Nothing changed.
    """
    content = workspace.content
    after = {edit.after.id: edit.after for edit in plan.edits}
    advice = [one for edit in plan.edits for one in _advice(edit.before, edit.after)]
    advice += _newly_past(plan.edits, content.cycle.created_on)

    def write(operation: Operation) -> None:
        for edit in plan.edits:
            key = (content.cycle.id, edit.after.id)
            operation.change(Table.TASK, key, rows.stored(edit.values))
        if affect_others(((edit.before, edit.after) for edit in plan.edits), content.lists):
            others = [task for task in content.tasks.values() if task.id not in after]
            dates = _Dates(workspace, after).resolver
            move_tasks(operation, content.cycle, others, dates)
        if also is not None:
            also(operation)

    return workspace.run(act, write, notices=(*notices, *advice))


def set_fields(
    workspace: Workspace,
    id_: str,
    changes: Changes,
    today: date,
    notices: tuple[Told, ...] = (),
) -> Done:
    """Change fields of one task as one operation; other tasks follow where they wait for it.

    Raises:
        UserError: not allowed. Nothing changed.
        StorageError: it could not be written. Nothing changed.
    """
    plan = plan_edits(workspace, {id_: changes}, today)
    if plan.refused:
        raise plan.refused[0].error
    if not plan.edits:
        raise UserError(Why.NOTHING_CHANGED)
    return write_edits(workspace, plan, act=_act(plan.edits[0]), notices=notices)


def changed_fields(edit: Edit) -> list[str]:
    """Return the names of the fields that an edit changes, in their order."""
    return [field for field in FIELDS if getattr(edit.before, field) != getattr(edit.after, field)]


def _act(edit: Edit) -> str:
    fields = changed_fields(edit)
    return f"set {fields[0]}" if len(fields) == 1 else "set_many"


class _Dates:
    """The dates that rules give once some tasks are as they would be; made when first asked."""

    def __init__(self, workspace: Workspace, after: Mapping[str, Task]) -> None:
        self._workspace = workspace
        self._after = after

    @cached_property
    def resolver(self) -> Resolver:
        """What gives the dates."""
        content, office = self._workspace.content, self._workspace.office
        tasks = dict(content.tasks) | dict(self._after)
        return resolver(content.cycle, content.lists, office, content.events, tasks)

    def by_rule(self, task: Task) -> Task:
        """Return `task` with the dates that its rule gives."""
        dates = self.resolver.dates(task.list_key, task.item, task.occurrence)
        return replace(task, due=dates.due, hard_due=dates.hard_due, waits_for=dates.waits_for)


def _edit(before: Task, after: Task, sets_due: bool, dates: _Dates) -> Edit:
    reopened = before.is_closed and not after.is_closed
    by_rule = not after.pinned and (sets_due or reopened)
    if by_rule:
        after = dates.by_rule(after)
    values: dict[str, object] = {field: getattr(after, field) for field in (*FIELDS, "pinned")}
    if by_rule:
        values |= {"hard_due": after.hard_due, "waits_for": after.waits_for}
    elif after.pinned:
        values["waits_for"] = None
        if reopened:  # the hard due did not follow while it was closed
            values["hard_due"] = dates.by_rule(after).hard_due
    return Edit(before, after, values)


def _changes(edit: Edit) -> bool:
    return any(getattr(edit.before, name) != value for name, value in edit.values.items())


def _advice(before: Task, after: Task) -> list[Told]:
    same = after.checked_by.strip() and after.checked_by.strip() == after.owner.strip()
    if same and before.checked_by != after.checked_by:
        return [Told(Notice.CHECKER_IS_OWNER, {"task": after.id})]
    return []


def _newly_past(edits: Iterable[Edit], since: date) -> list[Told]:
    """Say how many open tasks leave the reminders: they go back to a rule of before."""
    count = sum(
        not (edit.before.is_past or edit.after.is_closed)
        and is_past(
            edit.after.due,
            edit.after.hard_due,
            since,
            occurrence=edit.after.occurrence,
            pinned=edit.after.pinned,
        )
        for edit in edits
    )
    return [Told(Notice.BECAME_PAST, {"count": count, "since": since})] if count else []
