"""What every scheduler can do, and how files are put in place and taken back."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from pmark_desktop.domain.daily_run import SchedulerKind
from pmark_desktop.domain.errors import StorageError, UserError, Why
from pmark_desktop.exchange.files import whole_file
from pmark_desktop.exchange.schedules.entry import Entry, Registered
from pmark_desktop.exchange.schedules.tools import Runner

Command = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Steps:
    """What registering does: the files it writes (as text), then the tools it calls."""

    files: Mapping[Path, str]
    commands: Sequence[Command]


class Scheduler(Protocol):
    """Holds at most one entry of this person. Every method may raise UserError."""

    kind: SchedulerKind
    name: str

    def steps(self, entry: Entry, today: date) -> Steps:
        """Return what `install` would do, without doing it."""

    def install(self, entry: Entry, today: date, files: Sequence[Path]) -> None:
        """Register the entry in place of an older one; a failure leaves everything as it was.

        `files` are only named, to a person who has to register them elsewhere.
        """

    def registered(self) -> Registered | None:
        """Return what is registered; None for nothing."""

    def remove(self) -> bool:
        """Take the entry away; False if there was none."""


def demand(run: Runner, command: Command) -> None:
    """Run a tool that has to succeed.

    Raises:
        UserError: it did not.
    """
    answer = run(command)
    if answer.code:
        raise UserError(Why.SCHEDULE_TOOL_FAILED, tool=command[0], code=answer.code)


def attempt(run: Runner, *commands: Command) -> None:
    """Run tools whose failure changes nothing any more."""
    for command in commands:
        with suppress(UserError):
            run(command)


def read_or_none(path: Path) -> bytes | None:
    """Return the content of a file; None where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError:
        return None


def put(path: Path, content: bytes) -> None:
    """Write a file whole, with its folder.

    Raises:
        StorageError: the folder or the disk said no.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(Why.SCHEDULE_FOLDER_DENIED, folder=path.parent) from error
    try:
        with whole_file(path) as draft:
            draft.write_bytes(content)
    except StorageError as error:
        if error.why is Why.DISK_FULL:
            raise
        raise StorageError(Why.SCHEDULE_FOLDER_DENIED, folder=path.parent) from error


def take_away(path: Path) -> None:
    """Remove a file, or the link of that name; nothing where there is none.

    Raises:
        StorageError: the folder said no.
    """
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise StorageError(Why.SCHEDULE_FOLDER_DENIED, folder=path.parent) from error


def restore(before: Mapping[Path, bytes | None]) -> None:
    """Put files back to what they held, as far as that can be; None: there was none."""
    for path, content in before.items():
        with suppress(StorageError):
            if content is None:
                take_away(path)
            else:
                put(path, content)
