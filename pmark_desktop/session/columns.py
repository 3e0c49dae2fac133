"""The columns of the task table: what they show, sort by, and how they are edited."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from pmark_desktop.domain.checklist import Stage
from pmark_desktop.domain.records import evidence_label
from pmark_desktop.domain.standing import is_due_soon, is_late
from pmark_desktop.domain.task import Result, State, Task
from pmark_desktop.words import (
    FIELDS,
    RESULTS,
    STAGES,
    STATES,
    Language,
    day_words,
    left_words,
    pick,
    title_words,
)


class Tone(StrEnum):
    """What a cell means. The theme says what that looks like."""

    CALM = "calm"
    SOON = "soon"
    LATE = "late"
    WAITING = "waiting"
    PAST = "past"
    DONE = "done"
    EXCLUDED = "excluded"
    REVIEW = "review"
    DOING = "doing"
    GOOD = "good"
    BAD = "bad"
    MISSING = "missing"


class Editor(StrEnum):
    """How a cell is edited."""

    STATE = "state"
    RESULT = "result"
    DATE = "date"
    LINE = "line"
    MEMO = "memo"


SortKey = int | str | None
"""What a column sorts by, as quick to compare as can be; None for an empty cell."""
_DIGITS = re.compile("[0-9]+")
_day_text = lru_cache(maxsize=8192)(day_words)


def _day_key(day: date | None) -> int | None:
    return day.toordinal() if day else None


@lru_cache(maxsize=65_536)
def _number_key(text: str) -> str:
    """Return a text that sorts by its numbers: e2 before e10."""
    return _DIGITS.sub(lambda found: found[0].zfill(9), text)


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name (also the task's field where it is edited), text, order, editor."""

    name: str
    width: int
    text: Callable[[Task, date, Language], str]
    key: Callable[[Task], SortKey]
    tone: Callable[[Task, date], Tone] = lambda _task, _today: Tone.CALM
    editor: Editor | None = None
    is_extra: bool = False  # hidden until it is asked for

    def head(self, language: Language) -> str:
        """The words above the column."""
        return pick(FIELDS[self.name], language)


def row_tone(task: Task, today: date) -> Tone:
    """Return how urgent a task is."""
    if task.state is State.DONE:
        return Tone.DONE
    if task.state is State.EXCLUDED:
        return Tone.EXCLUDED
    if is_late(task, today):
        return Tone.LATE
    if task.is_past:
        return Tone.PAST
    if task.waits_for is not None:
        return Tone.WAITING
    return Tone.SOON if is_due_soon(task, today) else Tone.CALM


_STATE_TONES = {
    State.TODO: Tone.CALM, State.DOING: Tone.DOING, State.REVIEW: Tone.REVIEW,
    State.DONE: Tone.DONE, State.EXCLUDED: Tone.EXCLUDED,
}  # fmt: skip
_RESULT_TONES = {
    Result.UNRATED: Tone.CALM, Result.CONFORMS: Tone.GOOD, Result.OBSERVATION: Tone.SOON,
    Result.NONCONFORMING: Tone.BAD,
}  # fmt: skip
_STATE_ORDER = {state: place for place, state in enumerate(State)}
_STAGE_ORDER = {stage: place for place, stage in enumerate(Stage)}
_RESULT_ORDER = {result: place for place, result in enumerate(Result)}


def _hard_tone(task: Task, today: date) -> Tone:
    late = task.hard_due is not None and task.hard_due < today and not task.is_closed
    return Tone.LATE if late and not task.is_past else Tone.CALM


def _evidence_text(task: Task, _today: date, _language: Language) -> str:
    return " ".join(evidence_label(number) for number in task.evidence)


def _title_text(task: Task, _today: date, language: Language) -> str:
    """Return the title, marked where another edition of its checklist words it otherwise."""
    title = title_words(task, language)
    return f"【{pick(FIELDS['recheck'], language)}】{title}" if task.recheck else title


COLUMNS = (
    Column("id", 126, lambda task, _t, _l: task.id, lambda task: _number_key(task.id)),
    Column(
        "title", 256,
        _title_text,
        lambda task: task.item.title,
        lambda task, _t: Tone.SOON if task.recheck else Tone.CALM,
    ),
    Column(
        "due", 112,
        lambda task, _t, language: _day_text(task.due, language),
        lambda task: _day_key(task.due),
        row_tone, Editor.DATE,
    ),
    Column(
        "left", 104,
        left_words,
        lambda task: _day_key(task.due),
        row_tone,
    ),
    Column(
        "state", 92,
        lambda task, _t, language: pick(STATES[task.state], language),
        lambda task: _STATE_ORDER[task.state],
        lambda task, _t: _STATE_TONES[task.state], Editor.STATE,
    ),
    Column(
        "owner", 128, lambda task, _t, _l: task.owner, lambda task: task.owner or None,
        editor=Editor.LINE,
    ),
    Column(
        "result", 74,
        lambda task, _t, language: pick(RESULTS[task.result], language),
        lambda task: _RESULT_ORDER[task.result],
        lambda task, _t: _RESULT_TONES[task.result], Editor.RESULT,
    ),
    Column(
        "done_on", 116,
        lambda task, _t, language: _day_text(task.done_on, language),
        lambda task: _day_key(task.done_on), editor=Editor.DATE,
    ),
    Column("evidence", 118, _evidence_text, lambda task: _evidence_text(task, date.min, Language.JA) or None),
    Column(
        "checked_by", 96, lambda task, _t, _l: task.checked_by,
        lambda task: task.checked_by or None, editor=Editor.LINE,
    ),
    Column(
        "checked_on", 116,
        lambda task, _t, language: _day_text(task.checked_on, language),
        lambda task: _day_key(task.checked_on), editor=Editor.DATE,
    ),
    Column(
        "hard_due", 116,
        lambda task, _t, language: _day_text(task.hard_due, language),
        lambda task: _day_key(task.hard_due), _hard_tone,
    ),
    Column(
        "note", 220, lambda task, _t, _l: task.note, lambda task: task.note or None,
        editor=Editor.MEMO,
    ),
    Column(
        "reason", 220, lambda task, _t, _l: task.reason, lambda task: task.reason or None,
        editor=Editor.MEMO,
    ),
    Column(
        "list", 180, lambda task, _t, _l: task.list_key, lambda task: task.list_key, is_extra=True
    ),  # the model puts the title in the place of the key
    Column(
        "stage", 84,
        lambda task, _t, language: pick(STAGES[task.item.stage], language),
        lambda task: _STAGE_ORDER[task.item.stage], is_extra=True,
    ),
    Column(
        "tag", 110, lambda task, _t, _l: task.tag, lambda task: task.tag or None,
        editor=Editor.LINE, is_extra=True,
    ),
    Column(
        "recheck", 92,
        lambda task, _t, language: pick(FIELDS["recheck"], language) if task.recheck else "",
        lambda task: 0 if task.recheck else None,
        lambda task, _t: Tone.SOON if task.recheck else Tone.CALM, is_extra=True,
    ),
)  # fmt: skip
PLACES = {column.name: place for place, column in enumerate(COLUMNS)}


def edit_text(task: Task, name: str) -> str:
    """Return what an editor begins with: the stored form of a field."""
    value = getattr(task, name)
    if isinstance(value, date):
        return f"{value:%Y/%m/%d}"
    return "" if value is None else str(value)
