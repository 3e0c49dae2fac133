"""Changes to the cycle's anchors, and to the checklists in use: tasks move, come and go."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from pmark_desktop.domain.checklist import Checklist
from pmark_desktop.domain.cycle import (
    STAGED,
    Cycle,
    check_expiry,
    check_window,
    parse_year_start,
)
from pmark_desktop.domain.days import OfficeDays
from pmark_desktop.domain.errors import Notice, UserError, Why
from pmark_desktop.domain.rules import Anchor
from pmark_desktop.domain.task import Task
from pmark_desktop.domain.texts import clean
from pmark_desktop.domain.typed_dates import parse_date
from pmark_desktop.storage import rows
from pmark_desktop.storage.journal import Operation
from pmark_desktop.storage.tables import Table
from pmark_desktop.workspace.applicability import exclude_new
from pmark_desktop.workspace.creating import add_lists, check_lists
from pmark_desktop.workspace.reschedule import (
    add_tasks,
    fit_to_term,
    move_tasks,
    resolver,
    wanted_tasks,
)
from pmark_desktop.workspace.workspace import Done, Told, Workspace

DATE_FIELDS = (
    "expires", "window_opens", "window_closes", "window_answered_on",
    *(f"{anchor.value}{stage}" for anchor in STAGED for stage in ("_planned", "")),
)  # fmt: skip
FIELDS = (*DATE_FIELDS, "year_start", "window_source")


def parse_cycle_fields(texts: Mapping[str, str], today: date | None = None) -> dict[str, object]:
    """Return the values that texts mean; `applied.planned` is the field `applied_planned`.

    Raises:
        UserError: there is no such field, or it cannot hold this.
    """
    found: dict[str, object] = {}
    for name, text in texts.items():
        field = name.replace(".", "_")
        if field == "expiry":
            field = "expires"
        if field in DATE_FIELDS:
            found[field] = parse_date(text, today) if text.strip() else None
        elif field == "year_start":
            found[field] = parse_year_start(text)
        elif field == "window_source":
            found[field] = clean(text.strip()).text
        else:
            raise UserError(Why.FIELD_UNKNOWN, text=name, choices=" ".join(FIELDS))
    if found.get("expires", True) is None:
        raise UserError(Why.DATE_UNREADABLE, text="")
    return found


def set_cycle(workspace: Workspace, changes: Mapping[str, object], today: date) -> Done:
    """Change anchors as one operation; every task that is open and not pinned follows.

    Raises:
        UserError: not allowed. Nothing changed.
        StorageError: it could not be written. Nothing changed.
    """
    after, told = changed_cycle(workspace.content.cycle, changes, today)

    def write(operation: Operation) -> None:
        operation.change(Table.CYCLE, (after.id,), rows.stored(changes))
        fit(operation, workspace, after, workspace.content.lists)

    done = workspace.run("cycle", write, notices=told)
    return replace(done, notices=(*done.notices, *_overdue_pins(workspace)))


def changed_cycle(
    before: Cycle, changes: Mapping[str, object], today: date
) -> tuple[Cycle, list[Told]]:
    """Return the cycle with these fields changed, and what the person should know of it.

    Raises:
        UserError: not allowed.
    """
    after: Cycle = replace(before, **changes)  # type: ignore[arg-type]  # names from FIELDS
    told = []
    if after.expires != before.expires and not check_expiry(after.expires, today):
        told.append(Told(Notice.MARK_EXPIRED, {"day": after.expires}))
    check_window(after)
    answered = after.window_answered_on
    if answered != before.window_answered_on and answered is not None and answered > today:
        raise UserError(Why.ANSWERED_ON_IN_FUTURE, day=answered)
    told += [
        Told(Notice.ACTUAL_AHEAD, {"day": changes[anchor.value]})
        for anchor in STAGED
        if anchor is not Anchor.SITE_VISIT and _is_ahead(changes.get(anchor.value), today)
    ]
    return after, told


def fit(
    operation: Operation,
    workspace: Workspace,
    cycle: Cycle,
    lists: Sequence[Checklist],
    *,
    office: OfficeDays | None = None,
    tasks: Mapping[str, Task] | None = None,
) -> None:
    """Bring all tasks to what this cycle and these lists call for.

    `office` is how the company works from now on, where that changes too; `tasks` are those of
    these lists before it, where that are not the present ones.
    """
    content = workspace.content
    tasks = content.tasks if tasks is None else tasks
    wanted = wanted_tasks(lists, cycle, content.events)
    with workspace.database.reading() as link:
        unused = rows.unused_tasks(link, cycle.id)
    missing = fit_to_term(operation, cycle, tasks, unused, wanted)
    office = office or workspace.office
    dates = resolver(cycle, lists, office, content.events, tasks)
    move_tasks(operation, cycle, tasks.values(), dates)
    with workspace.database.reading() as link:
        loaded = rows.load_tasks(link, cycle, lists, content.events)
    returned = [loaded[id_] for id_ in sorted(loaded.keys() - tasks.keys())]
    move_tasks(operation, cycle, returned, dates)
    come = {id_: wanted[id_] for id_ in wanted if id_ in missing}
    add_tasks(operation, cycle, come, dates, content.roles)
    exclude_new(operation, workspace, come.values())


def refit(operation: Operation, workspace: Workspace) -> None:
    """Bring all tasks to what the lists call for, as this operation has left lists and items."""
    content = workspace.content
    with workspace.database.reading() as link:
        lists = rows.load_lists(link, content.cycle.id)
        tasks = rows.load_tasks(link, content.cycle, lists, content.events)
    fit(operation, workspace, content.cycle, lists, tasks=tasks)


def add_checklists(workspace: Workspace, lists: Sequence[Checklist]) -> Done:
    """Put more checklists into use as one operation.

    One that was switched off comes back with these texts, and with its tasks.

    Raises:
        UserError: one of them is in use already. Nothing changed.
    """
    content = workspace.content
    check_lists(lists, content.lists)

    def write(operation: Operation) -> None:
        add_lists(
            operation, content.cycle, lists,
            known_roles=content.roles, first_position=len(content.lists),
        )  # fmt: skip
        refit(operation, workspace)

    return workspace.run("add_list", write)


def with_overdue_pins(workspace: Workspace, done: Done) -> Done:
    """Return `done`, and with it which dates set by hand lie after their hard due now."""
    return replace(done, notices=(*done.notices, *_overdue_pins(workspace)))


def _is_ahead(day: object, today: date) -> bool:
    return isinstance(day, date) and day > today


def _overdue_pins(workspace: Workspace) -> list[Told]:
    """Say which dates set by hand lie after their hard due since it moved."""
    return [
        Told(Notice.PAST_HARD_DUE, {"task": task.id, "hard_due": task.hard_due})
        for task in workspace.content.tasks.values()
        if task.pinned and not task.is_closed
        and task.due and task.hard_due and task.due > task.hard_due
    ]  # fmt: skip
