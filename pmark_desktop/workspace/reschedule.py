"""Dates and occurrences again, after an anchor, an event or a finished task changed."""

from collections.abc import Iterable, Mapping, Sequence

from pmark_desktop.domain.checklist import Checklist, Item
from pmark_desktop.domain.cycle import Cycle
from pmark_desktop.domain.days import OfficeDays
from pmark_desktop.domain.records import Event, RoleHolder
from pmark_desktop.domain.rules import ItemDone
from pmark_desktop.domain.schedule import (
    APPLICATION_ITEM,
    Dates,
    Resolver,
    event_items,
    occurrences,
)
from pmark_desktop.domain.task import State, Task, task_id
from pmark_desktop.storage import rows
from pmark_desktop.storage.journal import Operation, Value
from pmark_desktop.storage.tables import Table


def resolver(
    cycle: Cycle,
    lists: Iterable[Checklist],
    office: OfficeDays,
    events: Iterable[Event] = (),
    tasks: Mapping[str, Task] | None = None,
) -> Resolver:
    """Return what gives the dates, given these tasks."""
    tasks = tasks or {}
    done = {
        task.id: task.done_on
        for task in tasks.values()
        if task.state is State.DONE and task.done_on is not None
    }
    application = tasks.get(APPLICATION_ITEM)
    fixed = application is not None and (application.pinned or application.is_closed)
    return Resolver(
        cycle,
        {item.id: item for checklist in lists for item in checklist.items},
        office,
        events=events,
        done=done,
        application_due=application.due if application and fixed else None,
    )


def affect_others(changes: Iterable[tuple[Task, Task]], lists: Iterable[Checklist]) -> bool:
    """Tell whether other tasks may get other dates when tasks change so (before and after)."""
    moved = [
        after
        for before, after in changes
        if (before.state, before.done_on, before.due) != (after.state, after.done_on, after.due)
    ]
    if not moved:
        return False
    awaited = {
        rule.base.item
        for one in lists
        for item in one.items
        for rule in (item.due, item.hard_due)
        if rule is not None and isinstance(rule.base, ItemDone)
    }
    return any(after.id == APPLICATION_ITEM or after.item.id in awaited for after in moved)


def date_changes(task: Task, dates: Dates) -> dict[str, Value]:
    """Return what the rules change in a task; nothing where it is done or excluded.

    A date set by hand stays; only its hard due follows.
    """
    if task.is_closed:
        return {}
    if task.pinned:
        return {"hard_due": rows.iso(dates.hard_due)}
    return {
        "due": rows.iso(dates.due),
        "hard_due": rows.iso(dates.hard_due),
        "waits_for": dates.waits_for,
    }


def move_tasks(operation: Operation, cycle: Cycle, tasks: Iterable[Task], dates: Resolver) -> None:
    """Give tasks the dates that their rules give now."""
    for task in tasks:
        now = dates.dates(task.list_key, task.item, task.occurrence)
        if changes := date_changes(task, now):
            same = (
                changes["hard_due"] == rows.iso(task.hard_due)
                and changes.get("due", rows.iso(task.due)) == rows.iso(task.due)
                and changes.get("waits_for", task.waits_for) == task.waits_for
            )
            if not same:
                operation.change(Table.TASK, (cycle.id, task.id), changes)


def wanted_tasks(
    lists: Sequence[Checklist], cycle: Cycle, events: Iterable[Event]
) -> dict[str, tuple[Checklist, Item, str]]:
    """Return every task that this cycle and these events call for, by id."""
    wanted = {}
    by_list: dict[str, list[Event]] = {}
    for event in events:
        by_list.setdefault(event.list_key, []).append(event)
    for checklist in lists:
        for item, occurrence in occurrences(checklist, cycle):
            wanted[task_id(item.id, occurrence)] = (checklist, item, occurrence)
        for event in by_list.get(checklist.key, ()):
            for item in event_items(checklist, event.anchor):
                wanted[task_id(item.id, event.occurrence)] = (checklist, item, event.occurrence)
    return wanted


def add_tasks(
    operation: Operation,
    cycle: Cycle,
    wanted: Mapping[str, tuple[Checklist, Item, str]],
    dates: Resolver,
    roles: Iterable[RoleHolder],
) -> None:
    """Create tasks with the dates of their rules, owned by who holds their role."""
    owners = {holder.role: holder.shown for holder in roles}
    for checklist, item, occurrence in wanted.values():
        given = dates.dates(checklist.key, item, occurrence)
        owner = owners.get(item.role, item.role)
        operation.create(
            Table.TASK, rows.task_row(cycle.id, item, occurrence, owner=owner, dates=given)
        )


def fit_to_term(
    operation: Operation,
    cycle: Cycle,
    tasks: Mapping[str, Task],
    unused: Iterable[str],
    wanted: Mapping[str, tuple[Checklist, Item, str]],
) -> set[str]:
    """Take tasks out of use that the cycle no longer calls for; return the ids still missing.

    Untouched ones go, worked-on ones stay and are marked 期間外; `unused` ones come back if
    they are called for again.
    """
    for task in tasks.values():
        key = (cycle.id, task.id)
        if task.id in wanted:
            if task.is_outside:
                operation.change(Table.TASK, key, {"outside": 0})
        elif task.is_untouched:
            operation.change(Table.TASK, key, {"live": 0})
        elif not task.is_outside:
            operation.change(Table.TASK, key, {"outside": 1})
    back = set(unused) & wanted.keys()
    for id_ in sorted(back):
        operation.change(Table.TASK, (cycle.id, id_), {"live": 1, "outside": 0})
    return set(wanted) - set(tasks) - back
