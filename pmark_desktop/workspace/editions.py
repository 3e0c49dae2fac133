"""A checklist from a file comes into a running cycle: as a new one, or as a newer edition.

An edition is one operation. Answers stay where the judged text is the same; where it is not, they
stay too and the task is marked 要再確認. Items the edition does not have go out of use, never
away: their untouched tasks go, worked-on ones stay and are marked 廃止. Renamed items (`replaces`)
get new tasks with all that the old ones held. What the company wrote itself stays as it is, and
what it retired stays retired.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from pmark_desktop.domain.checklist import Checklist, Item
from pmark_desktop.domain.editions import (
    EDITION_ACT,
    Edition,
    Fate,
    check_newer,
    compare,
    renames_text,
)
from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.domain.own_items import with_items
from pmark_desktop.domain.rules import ItemDone, Rule
from pmark_desktop.domain.task import Task, task_id
from pmark_desktop.storage import rows
from pmark_desktop.storage.journal import Operation, retirement
from pmark_desktop.storage.tables import Table
from pmark_desktop.workspace.creating import check_lists
from pmark_desktop.workspace.cycles import add_checklists, refit, with_overdue_pins
from pmark_desktop.workspace.moves import Moves, preview
from pmark_desktop.workspace.own_content import add_roles, whole_row
from pmark_desktop.workspace.reschedule import wanted_tasks
from pmark_desktop.workspace.workspace import Done, Workspace


@dataclass(frozen=True, slots=True)
class IntakePlan:
    """What taking a list in would do.

    Of a list that is new here, the edition has every item as new. `moves` is what becomes of the
    tasks, under their new ids; `rechecks` the tasks that would be marked 要再確認, under their
    present ones; `retired` the items that the company has retired and that stay so.
    """

    edition: Edition
    is_new_list: bool
    moves: Moves
    rechecks: tuple[Task, ...] = ()
    retired: tuple[Item, ...] = ()


def plan_intake(workspace: Workspace, checklist: Checklist, today: date) -> IntakePlan:
    """Return what taking in a list of a file would do. Nothing changes.

    Raises:
        UserError: it is here already and the same, older, or changed without a new version; it
            is switched off here; own items count from what it does not have; or nothing can be
            changed (read-only, a closed cycle).
    """
    workspace.refuse_if_read_only()
    content = workspace.content
    present = next((one for one in content.lists if one.key == checklist.key), None)
    if present is None:
        _refuse_other_unused(workspace, checklist)
        check_lists([checklist], content.lists)
        edition = compare(replace(checklist, items=()), checklist)
        moves = preview(workspace, lists=[*content.lists, checklist], today=today)
        return IntakePlan(edition, is_new_list=True, moves=moves)
    check_lists([checklist], [one for one in content.lists if one is not present])
    newer, retired = _without_retired(workspace, checklist)
    edition = compare(_with_dropped(_published(present), newer, content.tasks.values()), newer)
    check_newer(edition)
    _refuse_awaited(present, edition)
    lists = [_merged(present, edition) if one is present else one for one in content.lists]
    renames = _Renames(workspace, edition, lists)
    moves = preview(workspace, lists=lists, tasks=renames.tasks(), today=today)
    return IntakePlan(edition, False, moves, tuple(_rechecks(workspace, edition)), retired)


def take_in(workspace: Workspace, checklist: Checklist, today: date) -> Done:
    """Take in a list of a file as one operation; see `plan_intake` for what it does.

    Raises:
        UserError: see `plan_intake`. Nothing changed.
        StorageError: it could not be written. Nothing changed.
    """
    plan = plan_intake(workspace, checklist, today)
    if plan.is_new_list:
        return add_checklists(workspace, [checklist])
    content = workspace.content
    present = content.checklist(checklist.key)
    writer = _Writer(workspace, present, plan)
    why = renames_text(plan.edition.renamed)
    return with_overdue_pins(workspace, workspace.run(EDITION_ACT, writer.write, why=why))


def _refuse_other_unused(workspace: Workspace, checklist: Checklist) -> None:
    """Refuse another edition of a list that is switched off: nobody would see what changes."""
    with workspace.database.reading() as link:
        unused = rows.load_unused_lists(link, workspace.content.cycle.id)
    for one in unused:
        if one.key == checklist.key and not compare(_published(one), checklist).is_same:
            raise UserError(Why.EDITION_LIST_OFF, text=checklist.key)


def _published(checklist: Checklist) -> Checklist:
    """Return a list without the items that the company added to it."""
    theirs = [item for item in checklist.items if item.id.startswith(f"{checklist.key}-")]
    return with_items(checklist, theirs)


def _without_retired(
    workspace: Workspace, checklist: Checklist
) -> tuple[Checklist, tuple[Item, ...]]:
    """Return a list without the items that a person retired here, and those.

    One that another item counts from comes back: else that would wait for ever.
    """
    cycle = workspace.content.cycle.id
    awaited = {other for _, other in _awaited(checklist.items)}
    with workspace.database.reading() as link:
        unused = {item.id for _, item in rows.load_retired_items(link, cycle)}
        found = {}
        for item in checklist.items:
            if item.id in unused - awaited:
                entry = retirement(link, "item", f"{cycle}/{item.id}")
                if entry is not None and entry.act != EDITION_ACT:
                    found[item.id] = item
    kept = [item for item in checklist.items if item.id not in found]
    return with_items(checklist, kept), tuple(found.values())


def _awaited(items: Iterable[Item]) -> Iterator[tuple[str, str]]:
    """Yield the ids of items and of those that they count from."""
    for item in items:
        for rule in (item.due, item.hard_due):
            if rule is not None and isinstance(rule.base, ItemDone):
                yield item.id, rule.base.item


def _refuse_awaited(present: Checklist, edition: Edition) -> None:
    """Refuse an edition that takes away what own items count from."""
    gone = {change.old.id for change in edition.of(Fate.GONE) if change.old is not None}
    waiting = {item: other for item, other in _awaited(_own(present)) if other in gone}
    if waiting:
        raise UserError(
            Why.EDITION_AWAITED,
            text=" ".join(sorted(set(waiting.values()))), others=" ".join(waiting),
        )  # fmt: skip


def _with_dropped(present: Checklist, newer: Checklist, tasks: Iterable[Task]) -> Checklist:
    """Return a list with the items that were dropped once, hold answers, and are named again."""
    named = {id_ for item in newer.items for id_ in (item.id, *item.replaces)}
    dropped = {
        task.item.id: task.item
        for task in tasks
        if task.is_dropped and task.list_key == present.key and task.item.id in named
    }
    return with_items(present, [*present.items, *dropped.values()])


def _own(checklist: Checklist) -> list[Item]:
    return [item for item in checklist.items if not item.id.startswith(f"{checklist.key}-")]


def _merged(present: Checklist, edition: Edition) -> Checklist:
    """Return the newer edition with the own items of the list, each behind what it stood behind."""
    renamed = edition.renamed
    here = {item.id for item in edition.new.items}
    behind: dict[str, list[Item]] = {}
    last = ""
    for item in present.items:
        id_ = renamed.get(item.id, item.id)
        if item in _own(present):
            behind.setdefault(last, []).append(_recounted(item, renamed))
        elif id_ in here:
            last = id_
    items = list(behind.get("", ()))
    for item in edition.new.items:
        items += [item, *behind.get(item.id, ())]
    return with_items(edition.new, items)


def _recounted(item: Item, renamed: Mapping[str, str]) -> Item:
    """Return an own item whose rules name the new ids of what they count from."""

    def now(rule: Rule | None) -> Rule | None:
        if rule is None or not isinstance(rule.base, ItemDone):
            return rule
        return replace(rule, base=ItemDone(renamed.get(rule.base.item, rule.base.item)))

    return replace(item, due=now(item.due), hard_due=now(item.hard_due))


def _rechecks(workspace: Workspace, edition: Edition) -> Iterator[Task]:
    """Yield the tasks whose judged text changes."""
    reworded = {change.old.id for change in edition.of(Fate.REWORDED) if change.old is not None}
    for task in workspace.content.tasks.values():
        if task.item.id in reworded:
            yield task


class _Renames:
    """The tasks that get another id: those that the newer edition calls for under it."""

    def __init__(self, workspace: Workspace, edition: Edition, lists: Sequence[Checklist]) -> None:
        content = workspace.content
        self._tasks = content.tasks
        wanted = wanted_tasks(lists, content.cycle, content.events)
        renamed = edition.renamed
        self.ids = {
            task.id: task_id(renamed[task.item.id], task.occurrence)
            for task in content.tasks.values()
            if task.item.id in renamed and task_id(renamed[task.item.id], task.occurrence) in wanted
        }
        """The new id of each, by its present one."""

    def renamed(self, task: Task) -> Task:
        """Return a task under its new id, its item still worded as it was."""
        id_ = self.ids.get(task.id)
        if id_ is None:
            return task
        item = replace(task.item, id=id_.partition("@")[0])
        return replace(task, id=id_, item=item)

    def tasks(self) -> dict[str, Task]:
        """Return all tasks by the ids they would have."""
        found = map(self.renamed, self._tasks.values())
        return {task.id: task for task in found}


class _Writer:
    """Writes an edition, within one operation."""

    def __init__(self, workspace: Workspace, present: Checklist, plan: IntakePlan) -> None:
        content = workspace.content
        self._workspace = workspace
        self._cycle = content.cycle.id
        self._key = present.key
        self._edition = plan.edition
        self._retired = plan.retired
        self._rechecks = plan.rechecks
        self._after = _merged(present, plan.edition)
        self._own = {item.id for item in _own(present)}
        lists = [self._after if one is present else one for one in content.lists]
        self._renames = _Renames(workspace, plan.edition, lists)

    def write(self, operation: Operation) -> None:
        """Write it all: the list, its items, then what becomes of the tasks."""
        new = self._edition.new
        row = rows.checklist_row(self._cycle, 0, new)
        changes = {name: row[name] for name in row if name not in ("cycle", "key", "position")}
        operation.change(Table.CHECKLIST, (self._cycle, self._key), changes)
        self._write_items(operation)
        add_roles(operation, self._workspace, new.items)
        self._rename_tasks(operation)
        self._follow_roles(operation)
        for task in self._rechecks:
            id_ = self._renames.ids.get(task.id, task.id)
            operation.change(Table.TASK, (self._cycle, id_), {"recheck": 1})
        refit(operation, self._workspace)

    def _write_items(self, operation: Operation) -> None:
        before = {
            change.new.id: change.old
            for change in self._edition.changes
            if change.new is not None and change.old is not None and change.is_renamed
        }
        for position, item in enumerate(self._after.items):
            row = rows.item_row(self._cycle, self._key, position, item)
            if item.id in self._own:
                operation.change(
                    Table.ITEM, (self._cycle, item.id),
                    {name: row[name] for name in ("position", "due", "hard_due")},
                )  # fmt: skip
                continue
            if item.id in before:  # first as it was, so that the log says what became of it
                old = replace(before[item.id], id=item.id)
                operation.bring(Table.ITEM, rows.item_row(self._cycle, self._key, position, old))
            operation.bring(Table.ITEM, row)
        for item in self._retired:
            row = rows.item_row(self._cycle, self._key, len(self._after.items), item)
            texts = {name: row[name] for name in row if name not in ("cycle", "id", "list")}
            operation.change(Table.ITEM, (self._cycle, item.id), texts)
        for change in self._edition.changes:
            leaves = change.fate is Fate.GONE or change.is_renamed
            if leaves and change.old is not None:
                operation.change(Table.ITEM, (self._cycle, change.old.id), {"live": 0})

    def _rename_tasks(self, operation: Operation) -> None:
        """Give what a task holds to the task of its new id; the old one goes out of use."""
        proofs: dict[str, list[int]] = {}
        with self._workspace.database.reading() as link:
            for evidence in rows.load_evidence(link, self._cycle):
                for id_ in evidence.tasks:
                    proofs.setdefault(id_, []).append(evidence.number)
        for old_id, new_id in self._renames.ids.items():
            task = self._renames.renamed(self._workspace.content.tasks[old_id])
            row = whole_row(self._cycle, replace(task, recheck=False))
            operation.bring(Table.TASK, row | {"outside": int(task.is_outside)})
            if task.recheck:
                operation.change(Table.TASK, (self._cycle, new_id), {"recheck": 1})
            for number in proofs.get(old_id, ()):
                operation.change(Table.PROOF, (number, self._cycle, old_id), {"live": 0})
                operation.bring(
                    Table.PROOF, {"evidence": number, "cycle": self._cycle, "task": new_id}
                )
            operation.change(Table.TASK, (self._cycle, old_id), {"live": 0})

    def _follow_roles(self, operation: Operation) -> None:
        """Give open tasks of another role to who holds it, where no person chose the owner."""
        content = self._workspace.content
        shown = {holder.role: holder.shown for holder in content.roles}
        roles = {
            change.old.id: change.new.role
            for change in self._edition.changes
            if change.old is not None and change.new is not None and "role" in change.fields
        }
        for task in content.tasks.values():
            if task.item.id not in roles or task.is_closed or task.is_dropped:
                continue
            if task.owner in ("", shown.get(task.item.role, task.item.role)):
                role = roles[task.item.id]
                id_ = self._renames.ids.get(task.id, task.id)
                owner = {"owner": shown.get(role, role)}
                operation.change(Table.TASK, (self._cycle, id_), owner)
