"""Own tasks (独自タスク): items that the company adds to its lists, with their tasks."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from pmark_desktop.domain.checklist import Checklist, Item
from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.domain.own_items import own_ids, own_problems, with_items
from pmark_desktop.domain.schedule import Resolver
from pmark_desktop.domain.task import FIELDS, Task, edited
from pmark_desktop.storage import rows
from pmark_desktop.storage.journal import Operation, Value
from pmark_desktop.storage.tables import Table
from pmark_desktop.workspace.editing import parse_fields
from pmark_desktop.workspace.own_texts import (
    ITEM_FIELDS,
    blank_item,
    refuse_problem,
    typed_item,
)
from pmark_desktop.workspace.reschedule import resolver, wanted_tasks
from pmark_desktop.workspace.workspace import Done, Told, Workspace, cleaned_away

MOST_ROWS = 10_000
"""Own tasks that are added at once."""


def add_own_tasks(
    workspace: Workspace, list_key: str, rows_: Sequence[Mapping[str, str]], today: date
) -> Done:
    """Add own items to the end of a list, with their tasks, as one operation.

    Each row holds typed texts: fields of the item (`own_texts.ITEM_FIELDS`: title, guidance,
    clause, evidence, role, stage, rule, repeat, lead_days) and of its task (`task.FIELDS`: owner,
    due, state, note, …). Only the title is needed; a row without a rule has no date until one
    is typed.

    Raises:
        UserError: one row is not allowed (the fact `row` counts from 1). Nothing changed.
        StorageError: it could not be written. Nothing changed.
    """
    plan = planned_own_tasks(workspace, list_key, rows_, today)
    content = workspace.content

    def write(operation: Operation) -> None:
        start = rows.next_position(operation.link, content.cycle.id, list_key)
        for position, item in enumerate(plan.items, start=start):
            row = rows.item_row(content.cycle.id, list_key, position, item)
            operation.create(Table.ITEM, row)
        add_roles(operation, workspace, plan.items)
        for task in plan.tasks:
            operation.create(Table.TASK, whole_row(content.cycle.id, task))

    return workspace.run("add_task", write, notices=plan.told)


@dataclass(frozen=True, slots=True)
class OwnPlan:
    """The items that would be added, their tasks as they would be, and what should be known."""

    items: tuple[Item, ...]
    tasks: tuple[Task, ...]
    told: tuple[Told, ...]


def planned_own_tasks(
    workspace: Workspace, list_key: str, rows_: Sequence[Mapping[str, str]], today: date
) -> OwnPlan:
    """Return what `add_own_tasks` would add. Nothing changes.

    Raises:
        UserError: one row is not allowed.
    """
    if len(rows_) > MOST_ROWS:
        raise UserError(Why.OWN_TOO_MANY, count=len(rows_), most=MOST_ROWS)
    checklist = workspace.content.checklist(list_key)
    ids = own_ids(checklist, known_ids(workspace))
    items: list[Item] = []
    cleaned = 0
    for number, row in enumerate(rows_, start=1):
        with _in_row(number, len(rows_)):
            texts = {field: text for field, text in row.items() if field in ITEM_FIELDS}
            item, removed = typed_item(blank_item(next(ids)), texts)
            items.append(item)
            cleaned += removed
    refuse_problems(checklist, items)
    maker = TaskMaker(workspace, checklist, items)
    tasks: list[Task] = []
    told: list[Told] = []
    for number, (item, row) in enumerate(zip(items, rows_, strict=True), start=1):
        with _in_row(number, len(rows_)):
            texts = {field: text for field, text in row.items() if field not in ITEM_FIELDS}
            changes, notices = parse_fields(texts, today)
            tasks += maker.tasks(item, changes, today)
            told += notices
    cleaned += sum(int(str(one.facts["count"])) for one in told)
    return OwnPlan(tuple(items), tuple(tasks), tuple(cleaned_away(cleaned)))


class TaskMaker:
    """Makes the tasks of own items that are not there yet."""

    def __init__(self, workspace: Workspace, checklist: Checklist, items: Sequence[Item]) -> None:
        content = workspace.content
        after = with_items(checklist, [*checklist.items, *items])
        lists = [after if one.key == checklist.key else one for one in content.lists]
        self._dates: Resolver = resolver(
            content.cycle, lists, workspace.office, content.events, content.tasks
        )
        self._key = checklist.key
        self._owners = {holder.role: holder.shown for holder in content.roles}
        new = {item.id for item in items}
        self._wanted: dict[str, list[tuple[str, str]]] = {}
        for id_, (_, item, occurrence) in wanted_tasks(
            [after], content.cycle, content.events
        ).items():
            if item.id in new:
                self._wanted.setdefault(item.id, []).append((id_, occurrence))

    def tasks(self, item: Item, changes: Mapping[str, object], today: date) -> list[Task]:
        """Return the tasks of an item with what was typed for them.

        Raises:
            UserError: not allowed.
        """
        made = []
        for id_, occurrence in self._wanted.get(item.id, ()):
            given = self._dates.dates(self._key, item, occurrence)
            task = Task(
                id_, self._key, item, occurrence, self._owners.get(item.role, item.role),
                due=given.due, hard_due=given.hard_due, waits_for=given.waits_for,
            )  # fmt: skip
            kept = {name: value for name, value in changes.items() if value not in ("", None)}
            made.append(edited(task, kept, today))
        return made


@contextmanager
def _in_row(number: int, count: int) -> Iterator[None]:
    """Name the row that is refused, where there is more than one."""
    try:
        yield
    except UserError as error:
        if count == 1:
            raise
        raise UserError(Why.ROW_REFUSED, row=number, cause=error) from error


def refuse_problems(checklist: Checklist, items: Sequence[Item]) -> None:
    """Check own items, new or changed, against the others of their list.

    Raises:
        UserError: a rule counts from what is not there, in a circle, or does not fit its repeat.
    """
    for problem in own_problems(checklist, items):
        refuse_problem(problem)


def known_ids(workspace: Workspace) -> frozenset[str]:
    """Return the ids of all items that ever were: none is given twice."""
    with workspace.database.reading() as link:
        return frozenset(rows.load_item_titles(link, workspace.content.cycle.id))


def add_roles(operation: Operation, workspace: Workspace, items: Iterable[Item]) -> None:
    """Bring the roles that these items name and the workspace does not know yet."""
    known = {holder.role for holder in workspace.content.roles}
    for role in dict.fromkeys(item.role for item in items if item.role not in (*known, "")):
        operation.bring(Table.ROLE, {"role": role})


def task_values(task: Task) -> dict[str, object]:
    """Return the fields of a task as `rows.stored` takes them."""
    names = (*FIELDS, "due", "hard_due", "waits_for", "pinned")
    return {name: getattr(task, name) for name in names}


def whole_row(cycle: int, task: Task) -> dict[str, Value]:
    """Return the row of a new task with everything in it."""
    return {
        "cycle": cycle, "id": task.id, "item": task.item.id, "occurrence": task.occurrence,
        **rows.stored(task_values(task)),
    }  # fmt: skip
