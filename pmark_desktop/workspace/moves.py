"""What a change of an anchor or of closed days would do to the tasks, before it is done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pmark_desktop.domain.checklist import Checklist, Item
from pmark_desktop.domain.cycle import Cycle
from pmark_desktop.domain.days import OfficeDays
from pmark_desktop.domain.schedule import Dates, Resolver
from pmark_desktop.domain.task import Task
from pmark_desktop.workspace.reschedule import resolver, wanted_tasks
from pmark_desktop.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Move:
    """A task as it is now, and the dates it would have.

    `due` None: it would wait for `waits_for`. Of a pinned task, `due` is the date set by hand,
    which stays, and `by_rule` what its rule would give.
    """

    task: Task
    due: date | None
    hard_due: date | None
    waits_for: str | None = None
    by_rule: date | None = None

    @property
    def passes_hard_due(self) -> bool:
        """True when it would be due after the scheme's own date: only a date set by hand can."""
        return self.due is not None and self.hard_due is not None and self.due > self.hard_due

    def is_late(self, today: date) -> bool:
        """Tell whether its due or hard due would lie before `today`."""
        return any(day is not None and day < today for day in (self.due, self.hard_due))


@dataclass(frozen=True, slots=True)
class Arrival:
    """A task that would come: its id, its item, and its dates."""

    id: str
    item: Item
    dates: Dates


@dataclass(frozen=True, slots=True)
class Moves:
    """All that would become of the tasks, each part in the order of lists and items.

    `moved`: open tasks that get another due or hard due, or begin or cease to wait. `pinned`:
    open tasks that keep the date set by hand although their rule gives another now. `passing`:
    those of either whose date would lie after their hard due. `late`: those that would be late
    on the day of the preview and are not now. `come`: tasks the cycle calls for newly. `go`:
    untouched tasks it no longer calls for. `outside`: worked-on ones, which stay, marked 期間外.
    Done and excluded tasks never move.
    """

    moved: tuple[Move, ...] = ()
    pinned: tuple[Move, ...] = ()
    passing: tuple[Move, ...] = ()
    late: tuple[Move, ...] = ()
    come: tuple[Arrival, ...] = ()
    go: tuple[Task, ...] = ()
    outside: tuple[Task, ...] = ()

    @property
    def is_empty(self) -> bool:
        """True when no task would be touched."""
        return not (self.moved or self.pinned or self.come or self.go or self.outside)


def preview(
    workspace: Workspace,
    *,
    cycle: Cycle | None = None,
    office: OfficeDays | None = None,
    lists: Sequence[Checklist] | None = None,
    today: date,
) -> Moves:
    """Return what the tasks would do under another cycle, other working days or other items.

    Nothing changes. `lists` are the checklists in use as they would be.
    """
    content = workspace.content
    lists = content.lists if lists is None else lists
    before = _resolver(workspace, content.cycle, workspace.office, content.lists)
    after = _resolver(workspace, cycle or content.cycle, office or workspace.office, lists)
    items = {item.id: item for one in lists for item in one.items}
    wanted = wanted_tasks(lists, cycle or content.cycle, content.events)
    leaving = [task for task in content.tasks.values() if task.id not in wanted]
    go = tuple(task for task in leaving if task.is_untouched)
    outside = tuple(task for task in leaving if not (task.is_untouched or task.is_outside))
    gone = {task.id for task in go}
    moved: list[Move] = []
    pinned: list[Move] = []
    passing: list[Move] = []
    late: list[Move] = []
    for task in content.tasks.values():
        if task.is_closed or task.id in gone:
            continue
        move = _move(task, items.get(task.item.id, task.item), before, after)
        if move is None:
            continue
        (pinned if task.pinned else moved).append(move)
        if move.passes_hard_due:
            passing.append(move)
        if not task.is_past and move.is_late(today) and not _is_late(task, today):
            late.append(move)
    come = tuple(
        Arrival(id_, item, after.dates(checklist.key, item, occurrence))
        for id_, (checklist, item, occurrence) in wanted.items()
        if id_ not in content.tasks
    )
    return Moves(tuple(moved), tuple(pinned), tuple(passing), tuple(late), come, go, outside)


def _resolver(
    workspace: Workspace, cycle: Cycle, office: OfficeDays, lists: Sequence[Checklist]
) -> Resolver:
    content = workspace.content
    return resolver(cycle, lists, office, content.events, content.tasks)


def _move(task: Task, item: Item, before: Resolver, after: Resolver) -> Move | None:
    """Return how an open task of an item would move; None where it stays as it is."""
    then = after.dates(task.list_key, item, task.occurrence)
    if task.pinned:
        now = before.dates(task.list_key, task.item, task.occurrence)
        stays = then.due == now.due and then.hard_due == task.hard_due
        return None if stays else Move(task, task.due, then.hard_due, by_rule=then.due)
    same = (then.due, then.hard_due, then.waits_for) == (task.due, task.hard_due, task.waits_for)
    return None if same else Move(task, then.due, then.hard_due, then.waits_for)


def _is_late(task: Task, today: date) -> bool:
    return any(day is not None and day < today for day in (task.due, task.hard_due))
