"""An agent of launchd: one file, and `launchctl` to load it."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from pmark_desktop.domain.daily_run import SchedulerKind
from pmark_desktop.exchange.schedules import launchd
from pmark_desktop.exchange.schedules.entry import NAME, Entry, Registered
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


class LaunchAgent:
    """The agent of this person; `folder` is their LaunchAgents, `user` their number."""

    kind = SchedulerKind.LAUNCHD
    name = NAME

    def __init__(self, run: Runner, folder: Path, user: int) -> None:
        self._run = run
        self._file = folder / launchd.FILE
        domain = f"gui/{user}"
        self._load: Command = ("launchctl", "bootstrap", domain, str(self._file))
        self._unload: Command = ("launchctl", "bootout", f"{domain}/{NAME}")
        self._look: Command = ("launchctl", "print", f"{domain}/{NAME}")
        # Somebody may have switched it off in the settings of macOS; who registers wants it on.
        self._allow: Command = ("launchctl", "enable", f"{domain}/{NAME}")

    def steps(self, entry: Entry, _today: date) -> Steps:
        """Return the agent and the calls that load it."""
        text = launchd.agent_file(entry).decode("utf-8")
        return Steps({self._file: text}, (self._unload, self._allow, self._load))

    def install(self, entry: Entry, _today: date, _files: Sequence[Path]) -> None:
        """Write the agent and load it; what was there before is kept on failure.

        Raises:
            UserError: launchd failed, or the folder is closed.
        """
        before = read_or_none(self._file)
        was_loaded = self._run(self._look).code == 0  # a missing tool is told before any change
        try:
            put(self._file, launchd.agent_file(entry))
            if was_loaded:
                demand(self._run, self._unload)
            attempt(self._run, self._allow)
            demand(self._run, self._load)
        except BaseException:
            restore({self._file: before})
            if was_loaded and before is not None:
                attempt(self._run, self._load)
            raise

    def registered(self) -> Registered | None:
        """Return what the agent says and whether it is loaded; None without an agent."""
        agent = read_or_none(self._file)
        if agent is None:
            return None
        return Registered(launchd.read_time(agent), self._run(self._look).code == 0)

    def remove(self) -> bool:
        """Unload the agent and remove its file.

        Raises:
            UserError: launchd would not let go of it, or the folder is closed.
        """
        loaded = self._run(self._look).code == 0
        if loaded:
            demand(self._run, self._unload)
        was_there = read_or_none(self._file) is not None
        take_away(self._file)
        return loaded or was_there
