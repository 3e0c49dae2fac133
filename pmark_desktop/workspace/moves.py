"""What a change of an anchor or of closed days would do to the tasks, before it is done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pmark_desktop.domain import standing
from pmark_desktop.domain.checklist import Checklist, Item
from pmark_desktop.domain.cycle import Cycle
from pmark_desktop.domain.days import OfficeDays
from pmark_desktop.domain.schedule import Dates, Resolver
from pmark_desktop.domain.task import Task, is_past
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


@dataclass(frozen=True, slots=True)
class Arrival:
    """A task that would come: its id, its item, its occurrence, and its dates."""

    id: str
    item: Item
    occurrence: str
    dates: Dates


@dataclass(frozen=True, slots=True)
class Moves:
    """All that would become of the tasks, each part in the order of lists and items.

    `moved`: open tasks that get another due or hard due, or begin or cease to wait. `pinned`:
    open tasks that keep the date set by hand although their rule gives another now. `passing`:
    those of either whose date would lie after their hard due. `late`: those that would be late
    on the day of the preview and are not now; newly called for ones too. `past`: those that would
    become 過年度分, of which nobody is reminded. `come`: tasks the cycle calls for newly. `go`:
    untouched tasks it no longer calls for. `outside`: worked-on ones, which stay, marked 期間外.
    `dropped`: those of an item that the list would not have any more; they stay, marked 廃止.
    Done and excluded tasks never move.
    """

    moved: tuple[Move, ...] = ()
    pinned: tuple[Move, ...] = ()
    passing: tuple[Move, ...] = ()
    late: tuple[Move | Arrival, ...] = ()
    past: tuple[Move, ...] = ()
    come: tuple[Arrival, ...] = ()
    go: tuple[Task, ...] = ()
    outside: tuple[Task, ...] = ()
    dropped: tuple[Task, ...] = ()

    @property
    def is_empty(self) -> bool:
        """True when no task would be touched."""
        return not (
            self.moved or self.pinned or self.come or self.go or self.outside or self.dropped
        )


def preview(
    workspace: Workspace,
    *,
    cycle: Cycle | None = None,
    office: OfficeDays | None = None,
    lists: Sequence[Checklist] | None = None,
    tasks: Mapping[str, Task] | None = None,
    today: date,
) -> Moves:
    """Return what the tasks would do under another cycle, other working days or other items.

    Nothing changes. `lists` are the checklists in use as they would be, `tasks` the present ones
    where some would be called otherwise.
    """
    content = workspace.content
    lists = content.lists if lists is None else lists
    tasks = content.tasks if tasks is None else tasks
    before = _resolver(workspace, content.cycle, workspace.office, content.lists, tasks)
    after = _resolver(workspace, cycle or content.cycle, office or workspace.office, lists, tasks)
    items = {item.id: item for one in lists for item in one.items}
    wanted = wanted_tasks(lists, cycle or content.cycle, content.events)
    leaving = [task for task in tasks.values() if task.id not in wanted]
    go = tuple(task for task in leaving if task.is_untouched)
    stay = [task for task in leaving if not (task.is_untouched or task.is_dropped)]
    dropped = tuple(task for task in stay if task.item.id not in items)
    outside = tuple(task for task in stay if task.item.id in items and not task.is_outside)
    gone = {task.id for task in go}
    moved: list[Move] = []
    pinned: list[Move] = []
    for task in tasks.values():
        if task.is_closed or task.id in gone:
            continue
        move = _move(task, items.get(task.item.id, task.item), before, after)
        if move is None:
            continue
        (pinned if task.pinned else moved).append(move)
    come = tuple(
        Arrival(id_, item, occurrence, after.dates(checklist.key, item, occurrence))
        for id_, (checklist, item, occurrence) in wanted.items()
        if id_ not in tasks
    )
    moves, since = (*moved, *pinned), content.cycle.created_on
    return Moves(
        tuple(moved), tuple(pinned),
        passing=tuple(move for move in moves if move.passes_hard_due),
        late=(
            *(move for move in moves if _becomes_late(move, since, today)),
            *(one for one in come if _arrives_late(one, since, today)),
        ),
        past=tuple(move for move in moves if _becomes_past(move, since)),
        come=come, go=go, outside=outside, dropped=dropped,
    )  # fmt: skip


def _resolver(
    workspace: Workspace,
    cycle: Cycle,
    office: OfficeDays,
    lists: Sequence[Checklist],
    tasks: Mapping[str, Task],
) -> Resolver:
    return resolver(cycle, lists, office, workspace.content.events, tasks)


def _move(task: Task, item: Item, before: Resolver, after: Resolver) -> Move | None:
    """Return how an open task of an item would move; None where it stays as it is."""
    then = after.dates(task.list_key, item, task.occurrence)
    if task.pinned:
        now = before.dates(task.list_key, task.item, task.occurrence)
        stays = then.due == now.due and then.hard_due == task.hard_due
        return None if stays else Move(task, task.due, then.hard_due, by_rule=then.due)
    same = (then.due, then.hard_due, then.waits_for) == (task.due, task.hard_due, task.waits_for)
    return None if same else Move(task, then.due, then.hard_due, then.waits_for)


def _becomes_late(move: Move, since: date, today: date) -> bool:
    is_now = standing.is_late(move.task, today)
    return not is_now and not _is_past(move, since) and _lies_before(today, move.due, move.hard_due)


def _arrives_late(one: Arrival, since: date, today: date) -> bool:
    due, hard_due = one.dates.due, one.dates.hard_due
    past = is_past(due, hard_due, since, occurrence=one.occurrence, pinned=False)
    return not past and _lies_before(today, due, hard_due)


def _becomes_past(move: Move, since: date) -> bool:
    return not move.task.is_past and _is_past(move, since)


def _is_past(move: Move, since: date) -> bool:
    task = move.task
    return is_past(
        move.due, move.hard_due, since, occurrence=task.occurrence, pinned=task.pinned
    )  # fmt: skip


def _lies_before(today: date, *days: date | None) -> bool:
    return any(day is not None and day < today for day in days)
