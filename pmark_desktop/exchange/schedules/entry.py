"""The one entry a person has with the scheduler of the system."""

import re
from dataclasses import dataclass
from datetime import time

from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.words import Language

NAME = "pmark-desktop-remind"
"""What the entry is called everywhere: it stays the same, so that a new one replaces it."""
DESCRIPTION = "Pマーク更新デスク: 期限のお知らせ / reminders of deadlines"
"""Said in the scheduler's own lists; it names nobody."""
MOST_MINUTES = 10
"""How long a run may take before the scheduler ends it."""
ARGUMENTS = ("remind", "--scheduled", "--notify")

_UNUSABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Program:
    """What starts this program: words of a command, and the folder to start it in ('' for any)."""

    words: tuple[str, ...]
    folder: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A daily run of `remind` at a time of day."""

    program: Program
    at: time
    language: Language = Language.JA

    @property
    def command(self) -> tuple[str, ...]:
        """The whole command; the first word is an absolute path. Files come from the list."""
        spoken = () if self.language is Language.JA else ("--lang", self.language.value)
        return (*self.program.words, *ARGUMENTS, *spoken)


@dataclass(frozen=True, slots=True)
class Registered:
    """What the scheduler says it has: `next_run` is its own text, '' where it does not tell."""

    at: time | None
    is_active: bool
    next_run: str = ""


def refuse_unusable(program: Program) -> None:
    """Do nothing if every scheduler can hold these words.

    A control character would end a line of a unit file and is no XML; a name that is not Unicode
    cannot be written there.

    Raises:
        UserError: one has such a character, or nothing says where the program is.
    """
    texts = (*program.words, program.folder)
    if not any(program.words[:1]) or any(map(_UNUSABLE.search, texts)):
        shown = " ".join(texts).encode("ascii", "backslashreplace").decode("ascii")
        raise UserError(Why.SCHEDULE_PROGRAM_UNUSABLE, program=shown)
