"""Own items once they are there: edited, duplicated, moved up and down; and what that would do."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from pmark_desktop.domain.checklist import Checklist, Item
from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.domain.own_items import is_own_item, own_ids, with_items
from pmark_desktop.domain.task import Task, edited, task_id
from pmark_desktop.storage import rows
from pmark_desktop.storage.journal import Operation
from pmark_desktop.storage.tables import Table
from pmark_desktop.workspace.cycles import refit
from pmark_desktop.workspace.moves import Moves, preview
from pmark_desktop.workspace.own_content import (
    TaskMaker,
    add_roles,
    known_ids,
    refuse_problems,
    whole_row,
)
from pmark_desktop.workspace.own_texts import blank_item, typed_item
from pmark_desktop.workspace.workspace import Done, Workspace, cleaned_away

COPY_MARK = "(写し)"


def place_of(workspace: Workspace, item_id: str) -> tuple[Checklist, Item]:
    """Return the list and the item of an id in use.

    Raises:
        UserError: there is none.
    """
    for checklist in workspace.content.lists:
        for item in checklist.items:
            if item.id == item_id:
                return checklist, item
    raise UserError(Why.ITEM_UNKNOWN, text=item_id)


def preview_item(
    workspace: Workspace, list_key: str, item_id: str, texts: Mapping[str, str], today: date
) -> Moves:
    """Return what saving an own item would do to the tasks; `item_id` "" is a new one.

    Raises:
        UserError: what is typed cannot be. Nothing changes in any case.
    """
    if item_id:
        checklist, before = place_of(workspace, item_id)
    else:
        checklist = workspace.content.checklist(list_key)
        before = blank_item(next(own_ids(checklist, known_ids(workspace))))
    after, _ = typed_item(before, texts)
    refuse_problems(checklist, [after])
    kept = [after if item.id == after.id else item for item in checklist.items]
    items = kept if item_id else [*kept, after]
    changed = with_items(checklist, items)
    lists = [changed if one.key == changed.key else one for one in workspace.content.lists]
    return preview(workspace, lists=lists, today=today)


def edit_item(workspace: Workspace, item_id: str, texts: Mapping[str, str]) -> Done:
    """Change an own item to what was typed, as one operation; its open tasks follow.

    A task whose date was set by hand keeps it; one whose owner was the holder of the old role
    gets that of the new.

    Raises:
        UserError: the item was published by others, or what is typed cannot be. Nothing changed.
        StorageError: it could not be written. Nothing changed.
    """
    checklist, before = place_of(workspace, item_id)
    if not is_own_item(item_id, checklist):
        raise UserError(Why.ITEM_PUBLISHED, text=item_id)
    after, cleaned = typed_item(before, texts)
    refuse_problems(checklist, [after])
    content = workspace.content

    def write(operation: Operation) -> None:
        row = rows.item_row(content.cycle.id, checklist.key, 0, after)
        for name in ("cycle", "id", "list", "position"):
            del row[name]
        operation.change(Table.ITEM, (content.cycle.id, item_id), row)
        add_roles(operation, workspace, [after])
        _follow_role(operation, workspace, before, after)
        if (after.due, after.repeat) != (before.due, before.repeat):
            refit(operation, workspace)

    return workspace.run("edit_item", write, notices=cleaned_away(cleaned))


def _follow_role(operation: Operation, workspace: Workspace, before: Item, after: Item) -> None:
    if after.role == before.role:
        return
    holders = {holder.role: holder.shown for holder in workspace.content.roles}
    old = holders.get(before.role, before.role)
    new = holders.get(after.role, after.role)
    for task in workspace.content.tasks.values():
        if task.item.id == after.id and not task.is_closed and task.owner in (old, ""):
            key = (workspace.content.cycle.id, task.id)
            operation.change(Table.TASK, key, {"owner": new})


def duplicate_items(
    workspace: Workspace, item_ids: Sequence[str], today: date, mark: str = COPY_MARK
) -> Done:
    """Put an own copy behind each of these items, as one operation.

    Its tasks begin anew: they take over owner, tag and a date set by hand, but no work.

    Raises:
        UserError: an item is not there. Nothing changed.
        StorageError: it could not be written. Nothing changed.
    """
    ids = set(known_ids(workspace))
    copies: dict[str, tuple[Checklist, Item, Item]] = {}
    for item_id in dict.fromkeys(item_ids):
        checklist, item = place_of(workspace, item_id)
        new_id = next(own_ids(checklist, ids))
        ids.add(new_id)
        copy = replace(item, id=new_id, title=f"{item.title}{mark}", applies_if=None)
        copies[item_id] = (checklist, item, copy)

    def write(operation: Operation) -> None:
        by_list: dict[str, list[tuple[Item, Item]]] = {}
        for checklist, item, copy in copies.values():
            by_list.setdefault(checklist.key, []).append((item, copy))
        for key, pairs in by_list.items():
            _insert(operation, workspace, workspace.content.checklist(key), pairs)
            for task in _copied_tasks(workspace, key, pairs, today):
                row = whole_row(workspace.content.cycle.id, task)
                operation.create(Table.TASK, row)

    return workspace.run("duplicate_item", write)


def _insert(
    operation: Operation,
    workspace: Workspace,
    checklist: Checklist,
    pairs: Sequence[tuple[Item, Item]],
) -> None:
    """Write copies and move what stands behind them."""
    cycle = workspace.content.cycle.id
    copies = {item.id: copy for item, copy in pairs}
    place = -1
    for item_id, position in rows.item_positions(operation.link, cycle, checklist.key).items():
        place = max(place + 1, position)
        operation.change(Table.ITEM, (cycle, item_id), {"position": place})
        if copy := copies.get(item_id):
            place += 1
            operation.create(Table.ITEM, rows.item_row(cycle, checklist.key, place, copy))


def _copied_tasks(
    workspace: Workspace, list_key: str, pairs: Sequence[tuple[Item, Item]], today: date
) -> list[Task]:
    content = workspace.content
    maker = TaskMaker(workspace, content.checklist(list_key), [copy for _, copy in pairs])
    made = []
    for item, copy in pairs:
        for task in maker.tasks(copy, {}, today):
            original = content.tasks.get(task_id(item.id, task.occurrence))
            if original is not None:
                changes: dict[str, object] = {"owner": original.owner, "tag": original.tag}
                if original.pinned and original.due is not None:
                    changes["due"] = original.due
                task = edited(task, changes, today)  # noqa: PLW2901
            made.append(task)
    return made


def move_items(workspace: Workspace, item_ids: Sequence[str], step: int) -> Done:
    """Move items up (-1) or down (1) within their list, as one operation.

    Several of one list move together; those at the end stay there.

    Raises:
        UserError: an item is not there, or none can move further. Nothing changed.
        StorageError: it could not be written. Nothing changed.
    """
    by_list: dict[str, set[str]] = {}
    for item_id in item_ids:
        checklist, _ = place_of(workspace, item_id)
        by_list.setdefault(checklist.key, set()).add(item_id)
    cycle = workspace.content.cycle.id

    def write(operation: Operation) -> None:
        for key, moving in by_list.items():
            positions = rows.item_positions(operation.link, cycle, key)
            places = _rising(list(positions.values()))
            for item_id, place in zip(moved(list(positions), moving, step), places, strict=True):
                if positions[item_id] != place:
                    operation.change(Table.ITEM, (cycle, item_id), {"position": place})

    return workspace.run("move_item", write)


def moved(order: Sequence[str], moving: set[str], step: int) -> list[str]:
    """Return an order in which some have moved by one, up (-1) or down (1), as far as they can."""
    found = list(order) if step < 0 else list(reversed(order))
    for place in range(1, len(found)):
        if found[place] in moving and found[place - 1] not in moving:
            found[place - 1], found[place] = found[place], found[place - 1]
    return found if step < 0 else found[::-1]


def _rising(positions: Sequence[int]) -> list[int]:
    """Return the same places, each greater than the one before."""
    found: list[int] = []
    for position in positions:
        found.append(max(position, found[-1] + 1) if found else position)
    return found
