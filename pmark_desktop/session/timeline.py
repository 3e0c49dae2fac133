"""Where everything of the timeline lies: lanes of checklists, tasks in lines. No widgets.

Lines are all of one height. A lane begins with a line for its heading; below it the tasks
stand in as few lines as they need without touching each other. What is visible is found by
bisection, so that painting touches nothing else.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from heapq import heappop, heappush
from typing import NamedTuple, Protocol, TypeVar

from pmark_desktop.domain.checklist import Checklist
from pmark_desktop.domain.task import Task
from pmark_desktop.session.columns import Tone, row_tone
from pmark_desktop.session.time_scale import TimeScale
from pmark_desktop.words import Language, left_words, list_title, title_words
from pmark_desktop.workspace.workspace import without_collecting

MARKER = 14
"""How wide a marker is, in pixels; it stands on the middle of its day."""
_GAP = 8  # between what stands in one line
_SAID = (Tone.LATE, Tone.SOON)  # said in words beside the marker, at every zoom
Measure = Callable[[str], int]
Elide = Callable[[str, int], str]


class Spanned(Protocol):
    """Whatever takes a piece of a line."""

    @property
    def left(self) -> int:
        """Where it begins."""

    @property
    def right(self) -> int:
        """Where it ends."""


AnySpanned = TypeVar("AnySpanned", bound=Spanned)


class Ruler(NamedTuple):
    """How wide texts are in the letters that will be used, and how they are cut to a width."""

    width: Measure
    elide: Elide
    most: int  # the widest label, in pixels


class Reading(NamedTuple):
    """How it is read: in which letters, on which day, in which language."""

    ruler: Ruler
    today: date
    language: Language


@dataclass(frozen=True, slots=True)
class Placed:
    """A task on the timeline. All places are x in whole pixels from the beginning of the scale.

    `at` is the middle of its marker, `label` where its words begin; `left` and `right` are what
    it takes of its line, the tick of its hard due (`hard`) included.
    """

    task: Task
    tone: Tone
    text: str
    at: int
    label: int
    left: int
    right: int
    hard: int | None = None


@dataclass(slots=True)
class Line:
    """One line of a lane; `placed` is in order and does not overlap. A heading has none."""

    lane: int
    is_heading: bool = False
    placed: list[Placed] = field(default_factory=list)
    lefts: list[int] = field(default_factory=list)
    rights: list[int] = field(default_factory=list)

    def visible(self, left: int, right: int) -> Sequence[Placed]:
        """Return what shows between two x, both included."""
        return self.placed[bisect_left(self.rights, left) : bisect_right(self.lefts, right)]


@dataclass(frozen=True, slots=True)
class Lane:
    """A checklist: its first line is its heading, `lines` counts that too.

    `waiting` tasks have no date and `elsewhere` ones lie outside the scale: neither is placed.
    """

    key: str
    title: str
    first: int
    lines: int
    count: int
    waiting: int
    elsewhere: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """All lanes and lines, and where each task stands: its line and its place in it."""

    scale: TimeScale
    lanes: tuple[Lane, ...]
    lines: tuple[Line, ...]
    places: dict[str, tuple[int, int]]

    def task(self, id_: str) -> Placed | None:
        """Return where a task stands; None for one that is not placed."""
        place = self.places.get(id_)
        return self.lines[place[0]].placed[place[1]] if place else None

    def found_at(self, line: int, x: int) -> Placed | None:
        """Return what stands in a line at `x`."""
        if not 0 <= line < len(self.lines):
            return None
        return next(iter(self.lines[line].visible(x, x)), None)


def make_timeline(
    tasks: Iterable[Task],
    lists: Sequence[Checklist],
    scale: TimeScale,
    reading: Reading,
    *,
    shows_titles: bool,
) -> Timeline:
    """Return the timeline of `tasks`, a lane for each of `lists` in their order."""
    with without_collecting():
        return _made(tasks, lists, scale, reading, shows_titles=shows_titles)


def _made(
    tasks: Iterable[Task],
    lists: Sequence[Checklist],
    scale: TimeScale,
    reading: Reading,
    *,
    shows_titles: bool,
) -> Timeline:
    by_list: dict[str, list[Task]] = {checklist.key: [] for checklist in lists}
    for task in tasks:
        by_list[task.list_key].append(task)
    lanes: list[Lane] = []
    lines: list[Line] = []
    for checklist in lists:
        inside, waiting, elsewhere = _sorted_out(by_list[checklist.key], scale)
        placed = [_place(task, scale, reading, shows_titles=shows_titles) for task in inside]
        stacked = stack(placed)
        number = len(lanes)
        title = list_title(checklist, reading.language)
        lanes.append(
            Lane(
                checklist.key, title, len(lines), len(stacked) + 1, len(placed), waiting, elsewhere
            )
        )
        lines.append(Line(number, is_heading=True))
        lines += [_line(number, row) for row in stacked]
    places = {
        one.task.id: (number, place)
        for number, line in enumerate(lines)
        for place, one in enumerate(line.placed)
    }
    return Timeline(scale, tuple(lanes), tuple(lines), places)


def stack(placed: Iterable[AnySpanned]) -> list[list[AnySpanned]]:
    """Return lines in which nothing touches: as few as there can be, the topmost first.

    Whoever comes next from the left takes the topmost line that is free by then.
    """
    rows: list[list[AnySpanned]] = []
    taken: list[tuple[int, int]] = []  # where a line is free again, and its number
    free: list[int] = []
    for one in sorted(placed, key=lambda one: (one.left, one.right)):
        while taken and taken[0][0] <= one.left:
            heappush(free, heappop(taken)[1])
        if free:
            row = heappop(free)
            rows[row].append(one)
        else:
            row = len(rows)
            rows.append([one])
        heappush(taken, (one.right + _GAP, row))
    return rows


def _sorted_out(tasks: Sequence[Task], scale: TimeScale) -> tuple[list[Task], int, int]:
    """Return the tasks on the scale, and how many wait and how many lie elsewhere."""
    dated = [task for task in tasks if task.due is not None]
    inside = [task for task in dated if task.due and scale.first <= task.due <= scale.last]
    waiting = sum(not task.is_closed for task in tasks if task.due is None)
    return inside, waiting, len(dated) - len(inside)


def _place(task: Task, scale: TimeScale, reading: Reading, *, shows_titles: bool) -> Placed:
    tone, ruler = row_tone(task, reading.today), reading.ruler
    text = _label(task, tone, reading, shows_titles=shows_titles)
    width = ruler.width(text)
    if width > ruler.most:
        text = ruler.elide(text, ruler.most)
        width = ruler.width(text)
    at = scale.middle_of(task.due) if task.due else 0
    half = MARKER // 2
    left, right = at - half, at + half
    hard = None
    if task.hard_due is not None and not task.is_closed:
        hard = scale.middle_of(max(scale.first, min(task.hard_due, scale.last)))
    if right + 4 + width <= scale.width:
        label = right + 4
        right = label + width
    else:  # at the end of the line the words stand before the marker
        label = left - 4 - width
        left = label
    if hard is not None:
        left, right = min(left, hard - 1), max(right, hard + 1)
    return Placed(task, tone, text, at, label, left, right, hard)


def _label(task: Task, tone: Tone, reading: Reading, *, shows_titles: bool) -> str:
    parts = [task.id]
    if tone in _SAID:
        parts.append(left_words(task, reading.today, reading.language))
    if shows_titles:
        parts.append(title_words(task, reading.language))
    return " ".join(parts)


def _line(lane: int, row: list[Placed]) -> Line:
    return Line(lane, False, row, [one.left for one in row], [one.right for one in row])


# the way from one task to another


class Step(NamedTuple):
    """A step with an arrow key: lines down (or up), tasks to the right (or left)."""

    lines: int = 0
    tasks: int = 0


def neighbour(timeline: Timeline, id_: str, step: Step) -> str | None:
    """Return the task that a step leads to: None at the end.

    To the right and left by day within the lane; down and up to the nearest day in the next
    line that has any task.
    """
    place = timeline.places.get(id_)
    if place is None:
        return None
    here = timeline.lines[place[0]].placed[place[1]]
    if step.tasks:
        return _beside(timeline, place, here, step.tasks)
    line = place[0] + step.lines
    while 0 <= line < len(timeline.lines):
        if timeline.lines[line].placed:
            return nearest(timeline.lines[line], here.at).task.id
        line += step.lines
    return None


def nearest(line: Line, x: int) -> Placed:
    """Return the task of a line whose day is nearest to `x`; the line has one at least."""
    return min(line.placed, key=lambda one: abs(one.at - x))


def first_near(timeline: Timeline, x: int) -> str | None:
    """Return the topmost task of those nearest to `x`: where the arrow keys begin."""
    found = [nearest(line, x) for line in timeline.lines if line.placed]
    best = min(found, key=lambda one: abs(one.at - x), default=None)
    return best.task.id if best else None


def _beside(timeline: Timeline, place: tuple[int, int], here: Placed, tasks: int) -> str | None:
    lane = timeline.lanes[timeline.lines[place[0]].lane]
    lines = timeline.lines[lane.first : lane.first + lane.lines]
    order = sorted(
        (one.at, number, one.task.id)
        for number, line in enumerate(lines, lane.first)
        for one in line.placed
    )
    at = bisect_left(order, (here.at, place[0], here.task.id)) + tasks
    return order[at][2] if 0 <= at < len(order) else None
