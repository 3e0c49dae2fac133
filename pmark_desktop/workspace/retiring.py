"""Items taken out of use with a reason (取り下げ), and brought back with all their tasks hold."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pmark_desktop.domain.checklist import Checklist, Item
from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.domain.rules import ItemDone
from pmark_desktop.domain.schedule import APPLICATION_ITEM
from pmark_desktop.domain.task import Task
from pmark_desktop.domain.texts import clean
from pmark_desktop.storage import rows
from pmark_desktop.storage.journal import Operation, entries_of, retirement
from pmark_desktop.storage.tables import Table
from pmark_desktop.workspace.cycles import refit
from pmark_desktop.workspace.own_content import refuse_problems
from pmark_desktop.workspace.own_items import place_of
from pmark_desktop.workspace.workspace import Done, Workspace, cleaned_away


@dataclass(frozen=True, slots=True)
class Retired:
    """An item out of use: its list, why, since when (as the log writes it), and by whom."""

    list_key: str
    item: Item
    reason: str
    at: str
    who: str
    operation: int


def tasks_of(workspace: Workspace, item_ids: Iterable[str]) -> list[Task]:
    """Return the tasks of these items, in the order of lists and items."""
    wanted = set(item_ids)
    return [task for task in workspace.content.tasks.values() if task.item.id in wanted]


def retire_items(workspace: Workspace, item_ids: Sequence[str], reason: str) -> Done:
    """Take items with all their tasks out of use, as one operation; evidence stays.

    Raises:
        UserError: no reason, or others count from one of them. Nothing changed.
        StorageError: it could not be written. Nothing changed.
    """
    text, cleaned = clean(reason.strip())
    if not text:
        raise UserError(Why.RETIRE_REASON_MISSING)
    retiring = set(item_ids)
    for item_id in item_ids:
        _refuse_needed(*place_of(workspace, item_id), retiring)
    cycle = workspace.content.cycle.id
    leaving = tasks_of(workspace, retiring)

    def write(operation: Operation) -> None:
        for item_id in dict.fromkeys(item_ids):
            operation.change(Table.ITEM, (cycle, item_id), {"live": 0})
        for task in leaving:
            operation.change(Table.TASK, (cycle, task.id), {"live": 0})

    return workspace.run("retire_item", write, why=text, notices=cleaned_away(cleaned))


def _refuse_needed(checklist: Checklist, item: Item, retiring: set[str]) -> None:
    """Refuse to retire what others wait for: they would wait for ever."""
    if item.id == APPLICATION_ITEM:
        raise UserError(Why.ITEM_NEEDED, text=item.id)
    waiting = [
        other.id
        for other in checklist.items
        if other.id not in retiring
        and any(
            rule is not None and rule.base == ItemDone(item.id)
            for rule in (other.due, other.hard_due)
        )
    ]
    if waiting:
        raise UserError(Why.ITEM_AWAITED, text=item.id, others=" ".join(waiting))


def retired_items(workspace: Workspace, list_key: str | None = None) -> list[Retired]:
    """Return what was retired of the lists in use (None: of all), in the order of lists."""
    content = workspace.content
    found = []
    with workspace.database.reading() as link:
        for key, item in rows.load_retired_items(link, content.cycle.id):
            entry = retirement(link, "item", f"{content.cycle.id}/{item.id}")
            if entry is not None and list_key in (None, key):
                found.append(Retired(key, item, entry.why, entry.at, entry.who, entry.operation))
    order = {checklist.key: place for place, checklist in enumerate(content.lists)}
    in_use = [one for one in found if one.list_key in order]
    return sorted(in_use, key=lambda one: order[one.list_key])


def bring_back(workspace: Workspace, item_ids: Sequence[str]) -> Done:
    """Put retired items into use again with their tasks, as one operation.

    Open tasks get the dates that their rules give now.

    Raises:
        UserError: one is not retired, or counts from an item out of use. Nothing changed.
        StorageError: it could not be written. Nothing changed.
    """
    content = workspace.content
    retired = {one.item.id: one for one in retired_items(workspace)}
    for item_id in item_ids:
        if item_id not in retired:
            raise UserError(Why.ITEM_UNKNOWN, text=item_id)
    for key in {retired[item_id].list_key for item_id in item_ids}:
        items = [retired[id_].item for id_ in item_ids if retired[id_].list_key == key]
        refuse_problems(content.checklist(key), items)
    with workspace.database.reading() as link:
        gone = {
            entry.target
            for operation in {retired[item_id].operation for item_id in item_ids}
            for entry in entries_of(link, operation)
            if (entry.kind, entry.field, entry.new) == ("task", "live", "0")
        }
    of_these = {
        target.split("/", 1)[1]
        for target in gone
        if target.split("/", 1)[1].partition("@")[0] in item_ids
    }

    def write(operation: Operation) -> None:
        for item_id in dict.fromkeys(item_ids):
            operation.change(Table.ITEM, (content.cycle.id, item_id), {"live": 1})
        for id_ in sorted(of_these):
            operation.change(Table.TASK, (content.cycle.id, id_), {"live": 1})
        refit(operation, workspace)

    return workspace.run("bring_back_item", write)
