"""Changes to a task: what was typed becomes a value, then one operation."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum

from pmark_desktop.domain.errors import Notice, UserError, Why
from pmark_desktop.domain.schedule import Resolver
from pmark_desktop.domain.task import FIELDS, Result, State, Task, edited
from pmark_desktop.domain.texts import clean
from pmark_desktop.domain.typed_dates import parse_date
from pmark_desktop.storage import rows
from pmark_desktop.storage.journal import Operation
from pmark_desktop.storage.tables import Table
from pmark_desktop.workspace.reschedule import affects_others, move_tasks, resolver
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


def set_fields(
    workspace: Workspace,
    id_: str,
    changes: Mapping[str, object],
    today: date,
    notices: tuple[Told, ...] = (),
) -> Done:
    """Change fields of one task as one operation; other tasks follow where they wait for it.

    Raises:
        UserError: not allowed. Nothing changed.
        StorageError: it could not be written. Nothing changed.
    """
    before = workspace.content.task(id_)
    after = edited(before, dict(changes), today)
    reopened = before.is_closed and not after.is_closed
    by_rule = not after.pinned and ("due" in changes or reopened)
    if by_rule:
        after = _by_rule(workspace, after)
    fields = [field for field in FIELDS if getattr(before, field) != getattr(after, field)]
    act = f"set {fields[0]}" if len(fields) == 1 else "set_many"
    values: dict[str, object] = {field: getattr(after, field) for field in (*FIELDS, "pinned")}
    if by_rule:
        values |= {"hard_due": after.hard_due, "waits_for": after.waits_for}
    elif after.pinned:
        values["waits_for"] = None
        if reopened:  # the hard due did not follow while it was closed
            values["hard_due"] = _by_rule(workspace, after).hard_due

    def write(operation: Operation) -> None:
        key = (workspace.content.cycle.id, after.id)
        operation.change(Table.TASK, key, rows.stored(values))
        if affects_others(before, after, workspace.content.lists):
            _move_others(operation, workspace, after)

    return workspace.run(act, write, notices=(*notices, *_advice(before, after)))


def _by_rule(workspace: Workspace, task: Task) -> Task:
    """Return `task` with the dates that its rule gives."""
    dates = _resolver(workspace, task).dates(task.list_key, task.item, task.occurrence)
    return replace(task, due=dates.due, hard_due=dates.hard_due, waits_for=dates.waits_for)


def _resolver(workspace: Workspace, task: Task) -> Resolver:
    content = workspace.content
    tasks = dict(content.tasks) | {task.id: task}
    return resolver(content.cycle, content.lists, workspace.office, content.events, tasks)


def _move_others(operation: Operation, workspace: Workspace, task: Task) -> None:
    content = workspace.content
    others = [other for other in content.tasks.values() if other.id != task.id]
    move_tasks(operation, content.cycle, others, _resolver(workspace, task))


def _advice(before: Task, after: Task) -> list[Told]:
    same = after.checked_by.strip() and after.checked_by.strip() == after.owner.strip()
    if same and before.checked_by != after.checked_by:
        return [Told(Notice.CHECKER_IS_OWNER, {"task": after.id})]
    return []
