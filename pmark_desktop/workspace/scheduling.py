"""The daily run that reminds while the program is closed: registered, shown and removed."""

import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import time
from pathlib import Path
from shlex import join

from pmark_desktop.domain.daily_run import MOST_FILES, SchedulerKind
from pmark_desktop.domain.errors import StorageError, UserError, Why
from pmark_desktop.exchange.places import data_folder
from pmark_desktop.exchange.schedules.entry import (
    Entry,
    Program,
    Registered,
    refuse_unusable,
)
from pmark_desktop.exchange.schedules.file_list import NAME as LIST_NAME
from pmark_desktop.exchange.schedules.file_list import read_files, write_files
from pmark_desktop.exchange.schedules.program import program_here
from pmark_desktop.exchange.schedules.tools import Runner, run_tool
from pmark_desktop.words import Language
from pmark_desktop.workspace.glance import glance
from pmark_desktop.workspace.schedulers.scheduler import (
    Scheduler,
    Steps,
    read_or_none,
    restore,
    take_away,
)
from pmark_desktop.workspace.workspace import Clock, real_clock


def scheduled_files(folder: Path | None = None) -> tuple[Path, ...]:
    """Return the files that `remind --scheduled` looks at, in the order they were given.

    Raises:
        StorageError: none are registered, or the list cannot be read.
    """
    return read_files(folder or data_folder())


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person wants to register: these files, at this time, in this language."""

    files: tuple[Path, ...]
    at: time
    language: Language = Language.JA


@dataclass(frozen=True, slots=True)
class Plan:
    """What registering would do, in full: for a person to agree to."""

    kind: SchedulerKind
    name: str
    command: tuple[str, ...]
    list_file: Path
    files: tuple[Path, ...]
    steps: Steps


@dataclass(frozen=True, slots=True)
class Standing:
    """What is registered now. `missing` are those of `files` that are not there any more.

    `registered` None: nothing runs; files may still be listed from before. `trouble` says why
    the list could not be read.
    """

    kind: SchedulerKind
    name: str
    registered: Registered | None
    files: tuple[Path, ...] = ()
    missing: frozenset[Path] = frozenset()
    trouble: UserError | None = None


class DailyRun:
    """The one daily run of this person, on one computer."""

    def __init__(
        self, scheduler: Scheduler, folder: Path, program: Program, clock: Clock = real_clock
    ) -> None:
        """`folder` holds the list of files; the real clock says from which day on it runs."""
        self._clock = clock
        self._scheduler = scheduler
        self._folder = folder
        self._list = folder / LIST_NAME
        self._program = program

    @property
    def kind(self) -> SchedulerKind:
        """Who starts it here."""
        return self._scheduler.kind

    def plan(self, wanted: Wanted) -> Plan:
        """Return what `install` would do; asks no tool and changes nothing.

        Raises:
            UserError: no files, too many, or the program lies where nothing could start it.
        """
        files, entry = _checked(wanted.files), self._entry(wanted)
        steps = self._scheduler.steps(entry, self._clock().date())
        return Plan(
            self.kind, self._scheduler.name, entry.command, self._list, files, steps
        )  # fmt: skip

    def install(self, wanted: Wanted) -> None:
        """Register these files in place of all before; a failure leaves everything as it was.

        Raises:
            UserError: a file is no readable workspace, or the scheduler said no.
        """
        files, entry, today = _checked(wanted.files), self._entry(wanted), self._clock().date()
        self._scheduler.steps(entry, today)  # refuses a program that cannot be named there
        self.refuse_unreadable(files)
        before = read_or_none(self._list)
        try:
            self._write_list(files)
            self._scheduler.install(entry, today, files)
        except BaseException:
            restore({self._list: before})
            raise

    def refuse_unreadable(self, files: Iterable[Path]) -> None:
        """Do nothing if each file is a workspace that can be read.

        Raises:
            UserError: one is not; which, and why.
        """
        for file in files:
            try:
                glance(file, self._clock().date())
            except UserError as error:
                raise UserError(Why.SCHEDULE_FILE_REFUSED, file=file, problems=error) from error

    def standing(self) -> Standing:
        """Return what is registered.

        Raises:
            UserError: the scheduler would not tell.
        """
        registered = self._scheduler.registered()
        files: tuple[Path, ...] = ()
        trouble: UserError | None = None
        try:
            files = read_files(self._folder)
        except StorageError as error:
            trouble = error if registered is not None else None
        missing = frozenset(file for file in files if not _is_there(file))
        return Standing(self.kind, self._scheduler.name, registered, files, missing, trouble)

    def remove(self) -> bool:
        """Take the daily run away; False if there was none.

        Raises:
            UserError: the scheduler or a folder said no.
        """
        removed = self._scheduler.remove()
        listed = os.path.lexists(self._list)
        take_away(self._list)
        return removed or listed

    def _entry(self, wanted: Wanted) -> Entry:
        refuse_unusable(self._program)
        return Entry(self._program, wanted.at, wanted.language)

    def _write_list(self, files: Sequence[Path]) -> None:
        try:
            write_files(self._folder, files)
        except StorageError as error:
            if error.why is Why.DISK_FULL:
                raise
            raise StorageError(Why.SCHEDULE_FOLDER_DENIED, folder=self._folder) from error


def daily_run_here(run: Runner = run_tool) -> DailyRun:
    """Return the daily run of this person on this computer."""
    return DailyRun(_scheduler_here(run), data_folder(), program_here())


def command_line(command: Sequence[str]) -> str:
    """Return a command as a person types it on this computer."""
    if sys.platform == "win32":
        from subprocess import list2cmdline  # noqa: PLC0415

        return list2cmdline(command)
    return join(command)


def _scheduler_here(run: Runner) -> Scheduler:
    if sys.platform == "win32":
        from pmark_desktop.workspace.schedulers import windows_scheduler  # noqa: PLC0415

        parts = [os.environ.get(name, "") for name in ("USERDOMAIN", "USERNAME")]
        user = "\\".join(parts) if all(parts) else ""
        return windows_scheduler.WindowsScheduler(run, data_folder(), user)
    if sys.platform == "darwin":
        from pmark_desktop.workspace.schedulers import launch_agent  # noqa: PLC0415

        agents = Path.home() / "Library" / "LaunchAgents"
        return launch_agent.LaunchAgent(run, agents, os.getuid())
    from pmark_desktop.workspace.schedulers import user_timer  # noqa: PLC0415

    home = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    # systemd starts it without the settings of a shell; the data folder has to be the same.
    own = os.environ.get("XDG_DATA_HOME")
    environment = {"XDG_DATA_HOME": os.path.abspath(own)} if own else {}  # noqa: PTH100
    return user_timer.UserTimer(run, home / "systemd" / "user", environment)


def _checked(files: Iterable[Path]) -> tuple[Path, ...]:
    """Return the files by their whole paths, each once, in the order they were given."""
    whole = tuple(dict.fromkeys(Path(os.path.abspath(file)) for file in files))  # noqa: PTH100  keeps links
    if not whole:
        raise UserError(Why.SCHEDULE_NO_FILES)
    if len(whole) > MOST_FILES:
        raise UserError(Why.SCHEDULE_TOO_MANY_FILES, count=len(whole), most=MOST_FILES)
    return whole


def _is_there(file: Path) -> bool:
    return os.path.isfile(file)  # noqa: PTH113  never raises
