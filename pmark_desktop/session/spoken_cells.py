"""Cells as a screen reader says them, without Qt: 「社内期限 2026年11月30日 月曜日 残り7日」."""

from collections.abc import Mapping
from datetime import date

from pmark_desktop.domain.task import Task
from pmark_desktop.session.columns import Column, Tone
from pmark_desktop.words import Both, Language, left_words, pick

_WEEKDAYS: tuple[Both, ...] = (
    ("月曜日", "Monday"), ("火曜日", "Tuesday"), ("水曜日", "Wednesday"), ("木曜日", "Thursday"),
    ("金曜日", "Friday"), ("土曜日", "Saturday"), ("日曜日", "Sunday"),
)  # fmt: skip
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_URGENCY: Mapping[Tone, Both] = {
    Tone.LATE: ("超過", "late"),
    Tone.SOON: ("注意", "attention"),
    Tone.DONE: ("完了", "done"),
    Tone.EXCLUDED: ("対象外", "not applicable"),
    Tone.PAST: ("過年度分", "past year"),
}
"""What a colour says; what waits says so itself."""
_NOTHING: Both = ("なし", "none")
_COUNT: Both = ("{0}件", "{0} items:")
_DAYS = ("due", "hard_due", "done_on", "checked_on")
_URGENT = ("due", "left", "hard_due")


def spoken_day(day: date, language: Language) -> str:
    """Return a day as it is said: 「2026年11月30日 月曜日」, “Monday 30 November 2026”."""
    weekday = pick(_WEEKDAYS[day.weekday()], language)
    if language is Language.JA:
        return f"{day.year}年{day.month}月{day.day}日 {weekday}"
    return f"{weekday} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def spoken_cell(column: Column, task: Task, text: str, today: date, language: Language) -> str:
    """Return a cell with the words above it, and what its colour means, in words.

    `text` is what the cell shows.
    """
    parts = [column.head(language), *_value(column.name, task, text, today, language)]
    if column.name in _URGENT:
        urgency = _URGENCY.get(column.tone(task, today))
        said = pick(urgency, language) if urgency else ""
        if said and not any(said in part for part in parts[1:]):
            parts.append(said)
    return " ".join(parts)


def _value(name: str, task: Task, text: str, today: date, language: Language) -> list[str]:
    if name in _DAYS:
        day: date | None = getattr(task, name)
        found = [spoken_day(day, language)] if day is not None else []
        if name == "due" and (left := left_words(task, today, language)):
            found.append(left.replace("あと", "残り", 1))
        return found or [pick(_NOTHING, language)]
    if name == "evidence" and task.evidence:
        return [pick(_COUNT, language).format(len(task.evidence)), text]
    return [" ".join(text.split()) or pick(_NOTHING, language)]
