"""The daily run that reminds while the program is closed: when, of how many files, by whom."""

import re
import unicodedata
from datetime import time
from enum import StrEnum

from pmark_desktop.domain.errors import UserError, Why

DEFAULT_AT = time.fromisoformat("09:00")
MOST_FILES = 200
"""Workspaces that one daily run looks at; `remind` is measured with as many."""

_COLON = re.compile(r"([0-9]{1,2}):([0-9]{2})")
_KANJI = re.compile(r"(午前|午後)?([0-9]{1,2})時(?:(半)|([0-9]{1,2})分?)?")
_NOON = 12


class SchedulerKind(StrEnum):
    """Who starts the daily run."""

    TASK_SCHEDULER = "task_scheduler"
    SYSTEMD = "systemd"
    LAUNCHD = "launchd"


def parse_time(text: str) -> time:
    """Return the time of day that was typed: `9:00`, `09:00`, `９：００`, `9時`, `午後1時半`.

    Raises:
        UserError: no time, or one that no day has.
    """
    plain = unicodedata.normalize("NFKC", text).strip().replace(" ", "")
    try:
        if found := _COLON.fullmatch(plain):
            return _time(int(found[1]), int(found[2]))
        if found := _KANJI.fullmatch(plain):
            minute = 30 if found[3] else int(found[4] or 0)
            return _time(_hour(found[1], int(found[2])), minute)
        raise ValueError
    except ValueError:
        raise UserError(Why.TIME_UNREADABLE, text=text) from None


def time_words(at: time) -> str:
    """Return a time of day as a person writes it: `9:00`."""
    return f"{at.hour}:{at.minute:02}"


def _hour(half: str | None, hour: int) -> int:
    if half is None:
        return hour
    if hour > _NOON:
        raise ValueError
    return hour % _NOON + (_NOON if half == "午後" else 0)


def _time(hour: int, minute: int) -> time:
    return time.fromisoformat(f"{hour:02}:{minute:02}")
