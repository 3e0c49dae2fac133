"""Something happened (発生を登録): one set of tasks that count from its day."""

from dataclasses import dataclass
from datetime import date

from pmark_desktop.domain.checklist import Checklist, Item
from pmark_desktop.domain.errors import Notice, UserError, Why
from pmark_desktop.domain.records import Event
from pmark_desktop.domain.rules import Anchor
from pmark_desktop.domain.schedule import Dates, event_items
from pmark_desktop.domain.task import task_id
from pmark_desktop.domain.texts import clean
from pmark_desktop.storage import rows
from pmark_desktop.storage.journal import Operation
from pmark_desktop.storage.tables import Table
from pmark_desktop.workspace.applicability import exclude_new
from pmark_desktop.workspace.reschedule import add_tasks, resolver
from pmark_desktop.workspace.workspace import Done, Told, Workspace


def event_lists(workspace: Workspace) -> list[tuple[str, str, Anchor]]:
    """Return key, title and kind of every list that has items counting from such an event."""
    return [
        (checklist.key, checklist.title, anchor)
        for checklist in workspace.content.lists
        for anchor in (Anchor.EVENT, Anchor.KNOWN)
        if event_items(checklist, anchor)
    ]


@dataclass(frozen=True, slots=True)
class PlannedTask:
    """A task that an event would make."""

    id: str
    item: Item
    dates: Dates


def preview(workspace: Workspace, list_key: str, anchor: Anchor, day: date) -> list[PlannedTask]:
    """Return the tasks that `occur` would make on `day`. Nothing changes.

    Raises:
        UserError: there is no such list in use.
    """
    content = workspace.content
    checklist = content.checklist(list_key)
    event = Event(list_key, _next_number(workspace, list_key), anchor, "", day)
    events = [*content.events, event]
    dates = resolver(content.cycle, content.lists, workspace.office, events, content.tasks)
    return [
        PlannedTask(id_, item, dates.dates(list_key, item, occurrence))
        for id_, (_, item, occurrence) in _tasks_of(event, checklist).items()
    ]


def _next_number(workspace: Workspace, list_key: str) -> int:
    with workspace.database.reading() as link:
        return rows.next_event_number(link, workspace.content.cycle.id, list_key)


def _tasks_of(event: Event, checklist: Checklist) -> dict[str, tuple[Checklist, Item, str]]:
    return {
        task_id(item.id, event.occurrence): (checklist, item, event.occurrence)
        for item in event_items(checklist, event.anchor)
    }


def occur(workspace: Workspace, list_key: str, anchor: Anchor, name: str, day: date) -> Done:
    """Enter an event as one operation: `ORG-03@e1` and its like, any number of sets.

    Raises:
        UserError: the list has no such items, or the name is empty. Nothing changed.
        StorageError: it could not be written. Nothing changed.
    """
    content = workspace.content
    checklist = content.checklist(list_key)
    text, cleaned = clean(name.strip())
    if not text:
        raise UserError(Why.NAME_MISSING)
    if not event_items(checklist, anchor):
        raise UserError(Why.LIST_HAS_NO_EVENTS, text=list_key)
    event = Event(list_key, _next_number(workspace, list_key), anchor, text, day)
    events = [*content.events, event]
    dates = resolver(content.cycle, content.lists, workspace.office, events, content.tasks)
    wanted = _tasks_of(event, checklist)

    def write(operation: Operation) -> None:
        operation.create(
            Table.EVENT,
            {
                "cycle": content.cycle.id, "list": list_key, "number": event.number,
                "anchor": anchor.value, "name": text, "day": rows.iso(day),
            },
        )  # fmt: skip
        add_tasks(operation, content.cycle, wanted, dates, content.roles)
        exclude_new(operation, workspace, wanted.values())

    told = [Told(Notice.TEXT_CLEANED, {"count": cleaned})] if cleaned else []
    return workspace.run("occur", write, notices=told)
