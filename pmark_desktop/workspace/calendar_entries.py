"""Which tasks of a workspace stand in a calendar, and in what words.

Every task in use with a date has an event on its due, and one more on its hard due where that is
another day. A task that is done stays, marked 【完了】, without alarms. What is gone (out of use,
対象外, 起点待ち again, 期間外) and had a date before is cancelled; what never had one is left out,
and so is 過年度分. No name of a person, no note and no reason leaves
the workspace this way.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import NamedTuple

from pmark_desktop.domain.task import State, Task
from pmark_desktop.exchange.ics import CalendarEvent
from pmark_desktop.storage import rows
from pmark_desktop.storage.database import Link
from pmark_desktop.words import (
    FIELDS,
    STATES,
    Language,
    day_words,
    list_title,
    pick,
    rule_words,
    title_words,
)
from pmark_desktop.words_calendar import CALENDAR_TERMS, CalendarTerm
from pmark_desktop.workspace.calendar_past import DUE, HARD_DUE, Past, shown_days, task_pasts
from pmark_desktop.workspace.workspace import Content

ALARM_DAYS = (14, 7, 1)
"""Days before a date on which it is reminded of, beside the day on which to start."""

_HARD_MARK = ".hard"


class Texts(NamedTuple):
    """The words of an event: its title, the lines of its description, the list it is from."""

    summary: str
    lines: Iterable[str]
    category: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """What all events of one export share: the file, what it holds, and what it is known by.

    `stamp` is the real time of the export.
    """

    link: Link
    content: Content
    uuid: str
    today: date
    language: Language
    stamp: datetime

    def word(self, term: CalendarTerm, **facts: str) -> str:
        """Return a term of the calendar with its facts."""
        return pick(CALENDAR_TERMS[term], self.language).format_map(facts)

    def line(self, heading: str, text: str) -> str:
        """Return a line of a description; nothing where there is no text."""
        return self.word(CalendarTerm.LINE, heading=heading, text=text) if text else ""

    def uid(self, name: str) -> str:
        """Return what an event is known by, in every export and wherever the file lies.

        Later cycles of the same workspace do the same tasks again.
        """
        cycle = self.content.cycle.id
        return f"{name}{'' if cycle == 1 else f'.c{cycle}'}@{self.uuid}.pmark"

    def alarms(self, day: date, days_before: Iterable[int]) -> tuple[int, ...]:
        """Return those days before `day` that are not past yet, the farthest first.

        A program that knows only one alarm takes the first or the last: both make sense.
        """
        left = (day - self.today).days
        return tuple(sorted({days for days in days_before if 1 <= days <= left}, reverse=True))

    def event(
        self, name: str, day: date, past: Past, texts: "Texts", alarms: tuple[int, ...] = ()
    ) -> CalendarEvent:
        """Return an event with what the log says of it."""
        return CalendarEvent(
            uid=self.uid(name),
            day=day,
            summary=texts.summary,
            description="\n".join(filter(None, texts.lines)),
            categories=tuple(filter(None, (self.word(CalendarTerm.NAME), texts.category))),
            sequence=past.changes,
            changed_at=self.changed_at(past),
            alarms=alarms,
        )

    def cancelled(self, name: str, past: Past, kind: str, summary: str) -> CalendarEvent:
        """Return the end of an event that was shown before, on its last day."""
        title = self.word(CalendarTerm.CANCELLED, title=summary)
        texts = Texts(title, [self.word(CalendarTerm.GONE)])
        return replace(self.event(name, past.last_days[kind], past, texts), is_cancelled=True)

    def changed_at(self, past: Past) -> datetime:
        """Return when the log last changed what an event stands on."""
        return datetime.fromisoformat(past.at) if past.at else self.stamp


def task_events(source: Source, owner: str | None = None) -> Iterator[CalendarEvent]:
    """Yield the events of all tasks, or of the tasks of one owner and the ends of their former."""
    content = source.content
    pasts = task_pasts(source.link, content.cycle, owner)
    for task in content.tasks.values():
        past = pasts.pop(task.id, Past())
        days = _days_of(task, content.cycle.created_on, owner)
        for kind, day in days.items():
            texts, alarms = _texts(source, task, kind), _alarms(source, task, kind, day)
            yield source.event(_name(task.id, kind), day, past, texts, alarms)
        yield from _gone(source, task.id, past, days, _title(source, task))
    yield from _out_of_use(source, pasts)


def _days_of(task: Task, since: date, owner: str | None) -> Mapping[str, date]:
    is_theirs = owner is None or task.owner.strip() == owner
    if not is_theirs or task.state == State.EXCLUDED or task.is_outside:
        return {}
    return shown_days(
        task.due, task.hard_due, since, occurrence=task.occurrence, pinned=task.pinned
    )


def _gone(
    source: Source, id_: str, past: Past, days: Mapping[str, date], title: str
) -> Iterator[CalendarEvent]:
    for kind in past.last_days.keys() - days.keys():
        is_hard = kind == HARD_DUE
        summary = source.word(CalendarTerm.HARD_DUE, title=title) if is_hard else title
        yield source.cancelled(_name(id_, kind), past, kind, summary)


def _out_of_use(source: Source, pasts: Mapping[str, Past]) -> Iterator[CalendarEvent]:
    """Yield the ends of the tasks that the workspace no longer shows at all."""
    titles = rows.load_item_titles(source.link, source.content.cycle.id)
    for id_, past in pasts.items():
        title = titles.get(id_.partition("@")[0], "")
        yield from _gone(source, id_, past, {}, f"{id_} {title}")


def _name(id_: str, kind: str) -> str:
    return id_ if kind == DUE else f"{id_}{_HARD_MARK}"


def _title(source: Source, task: Task) -> str:
    """Return id and title; an event is named by its number (e1), not as a person named it."""
    return f"{task.id} {title_words(replace(task, event_name=''), source.language)}"


def _texts(source: Source, task: Task, kind: str) -> Texts:
    summary = _title(source, task)
    if kind == HARD_DUE or task.due == task.hard_due:
        summary = source.word(CalendarTerm.HARD_DUE, title=summary)
    elif task.hard_due:
        summary = source.word(CalendarTerm.OWN_DUE, title=summary)
    if task.state == State.DONE:
        summary = source.word(CalendarTerm.DONE, title=summary)
    checklist = source.content.checklist(task.list_key)
    return Texts(summary, _description(source, task), list_title(checklist, source.language))


def _alarms(source: Source, task: Task, kind: str, day: date) -> tuple[int, ...]:
    if task.state == State.DONE:
        return ()
    start = () if kind == HARD_DUE else (task.item.lead_days,)
    return source.alarms(day, (*ALARM_DAYS, *start))


def _description(source: Source, task: Task) -> Iterator[str]:
    language = source.language

    def field(name: str, text: str) -> str:
        return source.line(pick(FIELDS[name], language), text)

    yield field("due", day_words(task.due, language))
    yield field("hard_due", day_words(task.hard_due, language))
    rule = rule_words(task.item.due, task.item.repeat, language)
    yield field("rule", source.word(CalendarTerm.PINNED, rule=rule) if task.pinned else rule)
    yield source.line(source.word(CalendarTerm.DUE_NOTE), task.item.due_note)
    if task.due and not task.is_closed:
        start = task.due - timedelta(days=task.item.lead_days)
        yield source.line(source.word(CalendarTerm.START_BY), day_words(start, language))
    yield field("state", pick(STATES[task.state], language))
    yield field("guidance", task.item.guidance)
