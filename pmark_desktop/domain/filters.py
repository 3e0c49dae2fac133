"""Which tasks to show: conditions that are combined, kept as JSON, and tell what they lost."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from pmark_desktop.domain.checklist import Stage
from pmark_desktop.domain.cycle import Cycle
from pmark_desktop.domain.standing import (
    Concern,
    is_due_soon,
    is_late,
    is_waiting,
    is_without_evidence,
)
from pmark_desktop.domain.task import Result, State, Task
from pmark_desktop.domain.texts import folded

MOST_MEMBERS = 100_000
"""Values of one condition that are read from a file; what is beyond is said to be ignored."""
OPEN_STATES = frozenset({State.TODO, State.DOING, State.REVIEW})


class Span(StrEnum):
    """Where a due (社内期限) lies. LATE and DUE_SOON are of open tasks only, as in the counts."""

    LATE = "late"
    THIS_WEEK = "this_week"
    THIS_MONTH = "this_month"
    DUE_SOON = "due_soon"
    BEFORE_APPLICATION = "before_application"
    NO_DATE = "no_date"


class Mark(StrEnum):
    """What may be special about a task. WAITING and PAST are of open tasks only."""

    WITHOUT_EVIDENCE = "without_evidence"
    WAITING = "waiting"
    PAST = "past"
    PINNED = "pinned"
    OWN = "own"
    RECHECK = "recheck"


@dataclass(frozen=True, slots=True)
class Vantage:
    """What conditions are reckoned from.

    `application` is the last day that counts as before the application; `own_lists` are the
    keys of the lists that the company wrote itself.
    """

    today: date
    application: date
    own_lists: frozenset[str] = frozenset()


def application_day(cycle: Cycle) -> date:
    """Return the day of the application: actual, else planned, else the window's last."""
    return cycle.applied or cycle.applied_planned or cycle.window.closes


def _none() -> frozenset[Any]:
    return frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Conditions that all have to hold; an empty one holds for every task.

    Of `states`, `results`, `stages`, `lists`, `owners`, `tags` and `spans` one has to fit, of
    `marks` every one. The owner or tag "" is a task without. `picked` are the only tasks to show
    (None: all), called `picked_title`. Of `search` every word has to be found.
    """

    states: frozenset[State] = field(default_factory=_none)
    results: frozenset[Result] = field(default_factory=_none)
    stages: frozenset[Stage] = field(default_factory=_none)
    lists: frozenset[str] = field(default_factory=_none)
    owners: frozenset[str] = field(default_factory=_none)
    tags: frozenset[str] = field(default_factory=_none)
    spans: frozenset[Span] = field(default_factory=_none)
    marks: frozenset[Mark] = field(default_factory=_none)
    picked: frozenset[str] | None = None
    picked_title: str = ""
    search: str = ""

    @property
    def is_empty(self) -> bool:
        """True when every task fits."""
        return self == EVERYTHING


EVERYTHING = Filter()
CODES: Mapping[str, type[StrEnum]] = {
    "states": State, "results": Result, "stages": Stage, "spans": Span, "marks": Mark,
}  # fmt: skip
"""The conditions of which one chooses among fixed codes."""
NAMES = ("lists", "owners", "tags")
"""The conditions of which one chooses among what is there."""
CHOICES = ("states", "results", "lists", "owners", "spans", "stages", "marks", "tags")
"""All conditions that hold several values, in the order in which they are offered."""
_OF_CONCERN = {
    Concern.LATE: Filter(spans=frozenset({Span.LATE})),
    Concern.DUE_SOON: Filter(spans=frozenset({Span.DUE_SOON})),
    Concern.WAITING: Filter(marks=frozenset({Mark.WAITING})),
    Concern.WITHOUT_EVIDENCE: Filter(marks=frozenset({Mark.WITHOUT_EVIDENCE})),
    Concern.PAST: Filter(marks=frozenset({Mark.PAST})),
}


def of_concern(concern: Concern) -> Filter:
    """Return the filter that lets through what a count of the banner counts."""
    return _OF_CONCERN[concern]


def toggled(wanted: Filter, condition: str, value: str) -> Filter:
    """Return the filter with a value of a condition put in, or taken out where it is in."""
    codes = CODES.get(condition)
    one = codes(value) if codes is not None else value
    return replace(wanted, **{condition: getattr(wanted, condition) ^ {one}})


def without(wanted: Filter, condition: str) -> Filter:
    """Return the filter without a condition."""
    if condition == "picked":
        return replace(wanted, picked=None, picked_title="")
    return replace(wanted, **{condition: getattr(EVERYTHING, condition)})


# what fits

Test = Callable[[Task], bool]


def tests(wanted: Filter, vantage: Vantage) -> list[Test]:
    """Return what a task has to pass, all but the search; nothing where every task fits."""
    found: list[Test] = []
    if wanted.picked is not None:
        picked = wanted.picked
        found.append(lambda task: task.id in picked)
    for name, value_of in _VALUES.items():
        if values := getattr(wanted, name):
            found.append(_member_test(values, value_of))
    if wanted.spans:
        spans = [_span_test(span, vantage) for span in wanted.spans]
        found.append(lambda task: any(test(task) for test in spans))
    return found + [_mark_test(mark, vantage) for mark in Mark if mark in wanted.marks]


_VALUES: Mapping[str, Callable[[Task], str]] = {
    "lists": lambda task: task.list_key, "states": lambda task: task.state,
    "results": lambda task: task.result, "stages": lambda task: task.item.stage,
    "owners": lambda task: task.owner, "tags": lambda task: task.tag,
}  # fmt: skip


def _member_test(values: frozenset[str], value_of: Callable[[Task], str]) -> Test:
    return lambda task: value_of(task) in values


def search_words(search: str) -> list[str]:
    """Return the words of a search as they are looked for, the longest first."""
    return sorted(dict.fromkeys(folded(search).split()), key=len, reverse=True)


def matches(task: Task, wanted: Filter, vantage: Vantage, searched: str) -> bool:
    """Tell whether a task fits; `searched` is the folded text that a search looks into."""
    return all(test(task) for test in tests(wanted, vantage)) and all(
        word in searched for word in search_words(wanted.search)
    )


def _span_test(span: Span, vantage: Vantage) -> Test:
    today = vantage.today
    match span:
        case Span.LATE:
            return lambda task: is_late(task, today)
        case Span.DUE_SOON:
            return lambda task: is_due_soon(task, today)
        case Span.NO_DATE:
            return lambda task: task.due is None
        case Span.BEFORE_APPLICATION:
            last = vantage.application
            return lambda task: task.due is not None and task.due <= last
        case Span.THIS_WEEK:
            week = today.isocalendar()[:2]  # from Monday to Sunday
            return lambda task: task.due is not None and task.due.isocalendar()[:2] == week
    return lambda task: (
        task.due is not None and task.due.year == today.year and task.due.month == today.month
    )


def _mark_test(mark: Mark, vantage: Vantage) -> Test:
    match mark:
        case Mark.WITHOUT_EVIDENCE:
            return is_without_evidence
        case Mark.WAITING:
            return is_waiting
        case Mark.PAST:
            return lambda task: task.is_past and not task.is_closed
        case Mark.PINNED:
            return lambda task: task.pinned
        case Mark.RECHECK:
            return lambda task: task.recheck
    own = vantage.own_lists
    return lambda task: (
        task.list_key in own or not task.item.id.startswith(f"{task.list_key}-")
    )  # a publisher's ids begin with the key of the list


# kept as JSON


class Read(NamedTuple):
    """A filter that was read, and the parts of it that could not be: `states: gone`."""

    wanted: Filter
    ignored: tuple[str, ...]


def filter_json(wanted: Filter) -> dict[str, object]:
    """Return what JSON keeps of a filter: only the conditions that are set, sorted."""
    held: dict[str, object] = {
        name: sorted(getattr(wanted, name)) for name in CHOICES if getattr(wanted, name)
    }
    if wanted.picked is not None:
        held |= {"picked": sorted(wanted.picked), "picked_title": wanted.picked_title}
    if wanted.search:
        held["search"] = wanted.search
    return held


def read_filter(held: object) -> Read:
    """Return the filter that `filter_json` made; what is damaged or unknown is left out."""
    if not isinstance(held, dict):
        return Read(EVERYTHING, ("filter",))
    found: dict[str, Any] = {}
    ignored: list[str] = []
    for name, value in held.items():
        if (name in CHOICES or name == "picked") and isinstance(value, list):
            found[name] = _members(name, value, ignored)
        elif name in ("picked_title", "search") and isinstance(value, str):
            found[name] = value
        else:
            ignored.append(str(name))
    return Read(Filter(**found), tuple(ignored))


def _members(name: str, value: list[object], ignored: list[str]) -> frozenset[str]:
    if len(value) > MOST_MEMBERS:
        ignored.append(f"{name}: {len(value) - MOST_MEMBERS}")
    codes = CODES.get(name)
    return frozenset(_known(name, value[:MOST_MEMBERS], codes, ignored))


def _known(
    name: str, values: Iterable[object], codes: type[StrEnum] | None, ignored: list[str]
) -> Iterable[str]:
    for one in values:
        if not isinstance(one, str):
            ignored.append(f"{name}: {one!r:.40}")
        elif codes is None:
            yield one
        else:
            try:
                yield codes(one)
            except ValueError:
                ignored.append(f"{name}: {one:.40}")
