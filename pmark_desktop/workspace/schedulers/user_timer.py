"""A user timer of systemd: two files, and `systemctl --user` to switch it on."""

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

from pmark_desktop.domain.daily_run import SchedulerKind
from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.exchange.schedules import systemd
from pmark_desktop.exchange.schedules.cron import cron_line
from pmark_desktop.exchange.schedules.entry import Entry, Registered
from pmark_desktop.exchange.schedules.tools import Runner
from pmark_desktop.workspace.schedulers.scheduler import (
    Command,
    Steps,
    attempt,
    demand,
    put,
    read_or_none,
    restore,
    take_away,
)

_PROPERTIES = "--property=ActiveState,UnitFileState,NextElapseUSecRealtime"


def _systemctl(*words: str) -> Command:
    return ("systemctl", "--user", *words)


_PROBE = _systemctl("show", "--property=Version")
_RELOAD = _systemctl("daemon-reload")
_ENABLE = _systemctl("enable", systemd.TIMER)
_START = _systemctl("restart", systemd.TIMER)
_DISABLE = _systemctl("disable", "--now", systemd.TIMER)
_LOOK = _systemctl("show", systemd.TIMER, _PROPERTIES)


class UserTimer:
    """The timer of this person; `folder` is where units of a user lie."""

    kind = SchedulerKind.SYSTEMD
    name = systemd.TIMER

    def __init__(self, run: Runner, folder: Path, environment: Mapping[str, str]) -> None:
        self._run = run
        self._folder = folder
        self._environment = environment
        self._timer = folder / systemd.TIMER
        self._service = folder / systemd.SERVICE
        self._wish = folder / f"{systemd.WANTED_BY}.wants" / systemd.TIMER

    def steps(self, entry: Entry, _today: date) -> Steps:
        """Return the units and the calls that switch the timer on."""
        units = systemd.unit_files(entry, self._environment)
        files = {self._folder / name: text for name, text in units.items()}
        return Steps(files, (_RELOAD, _ENABLE, _START))

    def install(self, entry: Entry, today: date, files: Sequence[Path]) -> None:
        """Write the units and switch the timer on; what was there before is kept on failure.

        Raises:
            UserError: no systemd of this person runs, it failed, or the folder is closed.
        """
        if not self._is_running():  # asked before anything is written
            raise UserError(Why.SCHEDULE_NO_SESSION, line=cron_line(entry, files))
        steps = self.steps(entry, today)
        before = {path: read_or_none(path) for path in steps.files}
        try:
            for path, text in steps.files.items():
                put(path, text.encode())
            for command in steps.commands:
                demand(self._run, command)
        except BaseException:
            self._take_back(before)
            raise

    def _is_running(self) -> bool:
        """Tell whether this person's systemd answers; it does not in a container, or as `su`."""
        try:
            return self._run(_PROBE).code == 0
        except UserError as error:
            if error.why is Why.SCHEDULE_TOOL_MISSING:
                return False
            raise

    def _take_back(self, before: Mapping[Path, bytes | None]) -> None:
        was_there = before[self._timer] is not None
        if not was_there:
            attempt(self._run, _DISABLE)
            with suppress(OSError):
                self._wish.unlink(missing_ok=True)
        restore(before)
        attempt(self._run, _RELOAD, *([_START] if was_there else []))

    def registered(self) -> Registered | None:
        """Return what the timer says and whether systemd runs it; None without a timer."""
        timer = read_or_none(self._timer)
        if timer is None:
            return None
        at = systemd.read_time(timer.decode("utf-8", "replace"))
        if not self._is_running():
            return Registered(at, is_active=False)
        found = systemd.read_properties(self._run(_LOOK).text)
        active = found.get("ActiveState") == "active" and found.get("UnitFileState") == "enabled"
        return Registered(at, active, found.get("NextElapseUSecRealtime", "") if active else "")

    def remove(self) -> bool:
        """Switch the timer off and remove its files.

        Where no systemd runs, nothing can run the timer either: the files alone go.

        Raises:
            UserError: systemd would not let go of it, or the folder is closed.
        """
        files = [path for path in (self._wish, self._timer, self._service) if os.path.lexists(path)]
        if not files:
            return False
        runs = self._is_running()
        if runs and os.path.lexists(self._timer):
            demand(self._run, _DISABLE)
        for path in files:
            take_away(path)
        if runs:
            attempt(self._run, _RELOAD)
        return True
