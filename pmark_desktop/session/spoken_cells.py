"""Cells as a screen reader says them, without Qt: 「社内期限 2026年11月30日 月曜日 残り7日」."""

from datetime import date

from pmark_desktop.domain.task import Task
from pmark_desktop.session.columns import Column
from pmark_desktop.words import Language, pick
from pmark_desktop.words_spoken import COUNT, NOTHING, URGENCY, spoken_day, spoken_left

_DAYS = ("due", "hard_due", "done_on", "checked_on")
_URGENT = ("due", "left", "hard_due")


def spoken_cell(column: Column, task: Task, text: str, today: date, language: Language) -> str:
    """Return a cell with the words above it, and what its colour means, in words.

    `text` is what the cell shows.
    """
    parts = [column.head(language), *_value(column.name, task, text, today, language)]
    if column.name in _URGENT:
        urgency = URGENCY.get(column.tone(task, today))
        said = pick(urgency, language) if urgency else ""
        if said and not any(said in part for part in parts[1:]):
            parts.append(said)
    return " ".join(parts)


def _value(name: str, task: Task, text: str, today: date, language: Language) -> list[str]:
    if name in _DAYS:
        day: date | None = getattr(task, name)
        found = [spoken_day(day, language)] if day is not None else []
        if name == "due" and (left := spoken_left(task, today, language)):
            found.append(left)
        return found or [pick(NOTHING, language)]
    if name == "evidence" and task.evidence:
        return [pick(COUNT, language).format(len(task.evidence)), text]
    return [" ".join(text.split()) or pick(NOTHING, language)]
