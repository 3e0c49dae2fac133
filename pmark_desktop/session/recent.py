"""The files opened last, with as much of each as fits a line."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.domain.window import Window, WindowState
from pmark_desktop.workspace.glance import Glance, glance

MOST_RECENT = 8


@dataclass(frozen=True, slots=True)
class RecentFile:
    """One file. `seen` is None until it was read, and stays so where `trouble` says why."""

    path: Path
    read_on: date
    seen: Glance | None = None
    trouble: UserError | None = None

    @property
    def is_missing(self) -> bool:
        """True when there is no file of that name now."""
        return self.trouble is not None and self.trouble.why is Why.FILE_NOT_THERE

    @property
    def days_left(self) -> int | None:
        """Days to the mark's last day, negative after it; None where it is not known."""
        return (self.seen.cycle.expires - self.read_on).days if self.seen else None

    @property
    def window(self) -> Window | None:
        """The filing window, where it is known."""
        return self.seen.cycle.window if self.seen else None

    @property
    def state(self) -> WindowState | None:
        """Where the renewal stands, where it is known."""
        return self.seen.state if self.seen else None


def read_recent(paths: Iterable[Path], today: date) -> list[RecentFile]:
    """Return the first eight files, each read for itself; one in trouble says so."""
    return [_read(path, today) for path in list(paths)[:MOST_RECENT]]


def _read(path: Path, today: date) -> RecentFile:
    try:
        return RecentFile(path, today, seen=glance(path, today))
    except UserError as error:
        return RecentFile(path, today, trouble=error)
