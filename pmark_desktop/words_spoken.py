"""Words that only a screen reader says: days with their weekday, and what a colour means."""

from collections.abc import Mapping
from datetime import date

from pmark_desktop.domain.task import Task
from pmark_desktop.words import Both, Language, left_words, pick

_WEEKDAYS: tuple[Both, ...] = (
    ("月曜日", "Monday"), ("火曜日", "Tuesday"), ("水曜日", "Wednesday"), ("木曜日", "Thursday"),
    ("金曜日", "Friday"), ("土曜日", "Saturday"), ("日曜日", "Sunday"),
)  # fmt: skip
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
URGENCY: Mapping[str, Both] = {
    "late": ("超過", "late"),
    "soon": ("注意", "attention"),
    "done": ("完了", "done"),
    "excluded": ("対象外", "not applicable"),
    "past": ("過年度分", "past year"),
}
"""What a colour says, by the name of the tone; what waits says so itself."""
NOTHING: Both = ("なし", "none")
COUNT: Both = ("{0}件", "{0} items:")


def spoken_day(day: date, language: Language) -> str:
    """Return a day as it is said: 「2026年11月30日 月曜日」, “Monday 30 November 2026”."""
    weekday = pick(_WEEKDAYS[day.weekday()], language)
    if language is Language.JA:
        return f"{day.year}年{day.month}月{day.day}日 {weekday}"
    return f"{weekday} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def spoken_left(task: Task, today: date, language: Language) -> str:
    """Return how long there is until the due, as it is said: 「残り7日」; "" without one."""
    return left_words(task, today, language).replace("あと", "残り", 1)
