"""The days of the cycle in a calendar: expiry, window, what is planned or fixed, the clocks."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pmark_desktop.domain.cycle import STAGED, Cycle
from pmark_desktop.domain.days import add_months
from pmark_desktop.domain.rules import Anchor
from pmark_desktop.exchange.ics import CalendarEvent
from pmark_desktop.storage.journal import Change
from pmark_desktop.words import ANCHORS, FIELDS, day_words, pick
from pmark_desktop.words_calendar import CalendarTerm
from pmark_desktop.workspace.calendar_entries import ALARM_DAYS, Source, Texts
from pmark_desktop.workspace.calendar_past import (
    CLOCK_MONTHS,
    CLOCKS,
    DUE,
    Past,
    clock_past,
    clock_rule,
    cycle_changes,
    cycle_past,
)

WINDOW_ALARM_DAYS = (60, 30, 14, 7, 3, 1)
EXPIRY_ALARM_MONTHS = (12, 10, 8, 6, 4, 3, 2, 1)
_WINDOW_FIELDS = ("expires", "window_opens", "window_closes")
_CLOCK_WORDS = {
    Anchor.FINDINGS_ISSUED: (CalendarTerm.REPORT_CLOCK, CalendarTerm.REPORT_RULE),
    Anchor.DECIDED: (CalendarTerm.CONTRACT_CLOCK, CalendarTerm.CONTRACT_RULE),
}


@dataclass(frozen=True, slots=True)
class _Kind:
    """An event of the cycle: the fields it stands on, its day, its texts, its alarms."""

    name: str
    fields: Collection[str]
    day: Callable[[Cycle], date | None]
    texts: Texts
    days_before: Collection[int] = ALARM_DAYS


def cycle_events(source: Source) -> Iterator[CalendarEvent]:
    """Yield the events of the cycle; what was shown before and is gone is cancelled.

    A day that lies in the past stays shown: a calendar that has it would keep an older day else.
    The day until which an application is still taken is none of them: nobody plans with it.
    """
    changes = cycle_changes(source.link, source.content.cycle)
    cycle = source.content.cycle
    for kind in (*_window_kinds(source, cycle), *_anchor_kinds(source, cycle)):
        yield from _events(source, kind, cycle_past(changes, kind.fields, kind.day))
    for anchor in CLOCKS:
        yield from _clock(source, anchor, changes)


def _events(source: Source, kind: _Kind, past: Past) -> Iterator[CalendarEvent]:
    day = kind.day(source.content.cycle)
    if day is not None:
        alarms = source.alarms(day, kind.days_before)
        yield source.event(kind.name, day, past, kind.texts, alarms)
    elif past.last_days:
        yield source.cancelled(kind.name, past, DUE, kind.texts.summary)


def _window_kinds(source: Source, cycle: Cycle) -> Iterator[_Kind]:
    """Yield expiry and window; who has applied needs no alarm of the window."""
    window = cycle.window
    by_answer = cycle.window_opens is not None or cycle.window_closes is not None
    rule = CalendarTerm.WINDOW_ANSWERED if by_answer else CalendarTerm.WINDOW_RULE
    lines = [source.word(rule), "" if window.certain else source.word(CalendarTerm.ASK)]
    ahead = () if cycle.applied else WINDOW_ALARM_DAYS
    expiry_ahead = () if cycle.decided else [
        (cycle.expires - add_months(cycle.expires, -months)).days for months in EXPIRY_ALARM_MONTHS
    ]  # fmt: skip
    yield _Kind(
        "expiry", ("expires",), lambda of: of.expires,
        Texts(source.word(CalendarTerm.EXPIRY), [source.word(CalendarTerm.EXPIRY_RULE)]),
        expiry_ahead,
    )  # fmt: skip
    yield _Kind(
        "window-opens", _WINDOW_FIELDS, lambda of: of.window.opens,
        Texts(source.word(CalendarTerm.WINDOW_OPENS), lines), ahead,
    )  # fmt: skip
    yield _Kind(
        "window-closes", _WINDOW_FIELDS, lambda of: of.window.closes,
        Texts(
            source.word(CalendarTerm.WINDOW_CLOSES),
            [*lines, source.word(CalendarTerm.NO_EXTENSION)],
        ),
        ahead,
    )  # fmt: skip


def _anchor_kinds(source: Source, cycle: Cycle) -> Iterator[_Kind]:
    """Yield application, site visit, findings and decision.

    The planned day of application that follows CERT-12 is no event: that task has its own.
    """
    for anchor in STAGED:
        planned, actual = f"{anchor.value}_planned", anchor.value
        is_actual = cycle.actual(anchor) is not None
        title = source.word(
            CalendarTerm.ACTUAL if is_actual else CalendarTerm.PLANNED,
            title=pick(ANCHORS[anchor], source.language),
        )
        lines = [
            source.line(pick(FIELDS[name], source.language), day_words(day, source.language))
            for name, day in ((planned, cycle.planned(anchor)), (actual, cycle.actual(anchor)))
        ]
        yield _Kind(
            anchor.value.replace("_", "-"),
            (planned, actual),
            lambda of, anchor=anchor: of.actual(anchor) or of.planned(anchor),  # type: ignore[misc]  # mypy cannot infer a default of a lambda
            Texts(title, lines),
        )


def _clock(source: Source, anchor: Anchor, changes: Sequence[Change]) -> Iterator[CalendarEvent]:
    """Yield the clock that runs since the actual date of `anchor`, where no task stands for it."""
    content = source.content
    covered = any(str(item.hard_due) == clock_rule(anchor) for item in content.items.values())
    started = content.cycle.actual(anchor)
    day = add_months(started, CLOCK_MONTHS) if started and not covered else None
    summary, rule = (source.word(term) for term in _CLOCK_WORDS[anchor])
    since = source.line(pick(ANCHORS[anchor], source.language), day_words(started, source.language))
    name = f"{anchor.value.replace('_', '-')}-3-months"
    kind = _Kind(name, (), lambda _: day, Texts(summary, [rule, since]))
    yield from _events(source, kind, clock_past(source.link, content.cycle, changes, anchor))
