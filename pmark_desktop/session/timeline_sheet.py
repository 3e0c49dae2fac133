"""All that one picture of the timeline shows: tasks, anchors, words above, closed days."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from pmark_desktop.domain.days import DAY, Closure, OfficeDays, Period
from pmark_desktop.domain.task import Task
from pmark_desktop.session.cycle_marks import Mark, cycle_marks
from pmark_desktop.session.time_scale import Tick, Ticks, TimeScale, Zoom, ticks, time_range
from pmark_desktop.session.timeline import Reading, Ruler, Timeline, make_timeline, stack
from pmark_desktop.words import Language
from pmark_desktop.words_deadlines import DeadlineTerm, say, short_day_words
from pmark_desktop.workspace.workspace import Content

_FLAG_PAD = 5  # pixels beside the words of a flag
WhyClosed = Callable[[date], Closure | None]


@dataclass(frozen=True, slots=True)
class Choice:
    """What the person wants to see: one checklist (None: all), and only what is open."""

    scope: str | None = None
    open_only: bool = False

    def tasks(self, tasks: Iterable[Task]) -> list[Task]:
        """Return those that are wanted, in their order."""
        return [
            task
            for task in tasks
            if (self.scope is None or task.list_key == self.scope)
            and not (self.open_only and task.is_closed)
        ]


@dataclass(frozen=True, slots=True)
class Flag:
    """An anchor, or today (`mark` None), above the lines: words from `left` to `right`.

    `at` is where its line stands.
    """

    mark: Mark | None
    text: str
    at: int
    left: int
    right: int

    @property
    def is_today(self) -> bool:
        """True for the flag of today."""
        return self.mark is None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One picture of the timeline. `flags` lie in rows that do not overlap."""

    zoom: Zoom
    timeline: Timeline
    ticks: Ticks
    flags: tuple[tuple[Flag, ...], ...]
    window: Period
    why_closed: WhyClosed
    language: Language
    _closures: dict[date, Closure | None] = field(default_factory=dict)

    @property
    def scale(self) -> TimeScale:
        """Where the days are."""
        return self.timeline.scale

    @property
    def window_ends(self) -> tuple[int, int]:
        """Return x where the window opens, and where the day after it begins."""
        scale = self.scale
        return round(scale.x_of(self.window.first)), round(scale.x_of(self.window.last + DAY))

    def ends(self, tick: Tick) -> tuple[int, int]:
        """Return x where a tick begins, and where the next one does."""
        return round(self.scale.x_of(tick.first)), round(self.scale.x_of(tick.last + DAY))

    def visible(self, row: Sequence[Tick], left: int, right: int) -> Sequence[Tick]:
        """Return the ticks of a row between two x, both included."""
        first, last = self.scale.day_at(left), self.scale.day_at(right)
        begin = bisect_left(row, first, key=lambda tick: tick.last)
        return row[begin : bisect_right(row, last, key=lambda tick: tick.first)]

    def visible_days(self, left: int, right: int) -> Iterator[tuple[date, int, int]]:
        """Yield the days between two x, both included, with x and width of each."""
        day, last = self.scale.day_at(left), self.scale.day_at(right)
        while day <= last:
            begin = round(self.scale.x_of(day))
            yield day, begin, round(self.scale.x_of(day + DAY)) - begin
            day += DAY

    def closure(self, day: date) -> Closure | None:
        """Return why the company is closed on a day; each is asked for once."""
        if day not in self._closures:
            self._closures[day] = self.why_closed(day)
        return self._closures[day]


def make_sheet(
    content: Content,
    office: OfficeDays,
    choice: Choice,
    zoom: Zoom,
    reading: Reading,
    *,
    stretch: float = 1.0,
    period: Period | None = None,
) -> Sheet:
    """Return the picture of a workspace.

    `stretch` is how much larger than usual the letters are. With a `period` only its days and
    tasks are shown, and only the lists that have any.
    """
    cycle, lists = content.cycle, content.lists
    _, today, language = reading
    dues = (task.due for task in content.tasks.values() if task.due is not None)
    shown = period or time_range(cycle, today, dues)
    scale = TimeScale(shown.first, shown.last, zoom.pixels * stretch)
    tasks = choice.tasks(content.tasks.values())
    if period is not None:
        tasks = [task for task in tasks if task.due is not None and task.due in period]
    keys = {task.list_key for task in tasks}
    in_use = [
        one
        for one in lists
        if choice.scope in (None, one.key) and (period is None or one.key in keys)
    ]
    timeline = make_timeline(tasks, in_use, scale, reading, shows_titles=zoom.shows_titles)
    marks = cycle_marks(cycle, shown, today)
    return Sheet(
        zoom=zoom,
        timeline=timeline,
        ticks=ticks(zoom, shown, cycle.year_start, language),
        flags=_flags(marks, scale, reading),
        window=Period(cycle.window.opens, cycle.window.closes),
        why_closed=office.why_closed,
        language=language,
    )


def _flags(
    marks: Iterable[Mark], scale: TimeScale, reading: Reading
) -> tuple[tuple[Flag, ...], ...]:
    """Return the flags, today's among them, in rows that do not overlap."""
    ruler, today, language = reading
    flags = []
    if scale.first <= today <= scale.last:
        words = f"{say(DeadlineTerm.TODAY, language)} {short_day_words(today, language)}"
        flags.append(_flag(None, words, today, scale, ruler))
    flags += [_flag(mark, mark.label(language), mark.day, scale, ruler) for mark in marks]
    return tuple(tuple(row) for row in stack(flags))


def _flag(mark: Mark | None, text: str, day: date, scale: TimeScale, ruler: Ruler) -> Flag:
    at, width = scale.middle_of(day), ruler.width(text) + 2 * _FLAG_PAD
    if at + width <= scale.width:
        return Flag(mark, text, at, at, at + width)
    return Flag(mark, text, at, at - width, at)
