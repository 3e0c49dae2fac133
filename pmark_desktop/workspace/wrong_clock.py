"""A computer whose clock is wrong: it says a time before the last entry of the log."""

from contextlib import suppress
from datetime import datetime, timedelta

from pmark_desktop.domain.errors import Notice
from pmark_desktop.storage.journal import newest_time
from pmark_desktop.workspace.workspace import Told, Workspace

_TOLERANCE = timedelta(days=1)  # the clocks of two computers may differ by a little


def clock_notice(workspace: Workspace) -> Told | None:
    """Return what to say when the real clock is over a day before the last entry of the log.

    Deadlines counted by such a clock seem further away than they are. Only the real clock is
    judged: a day asked for with `--today` is no wrong clock.
    """
    with workspace.database.reading() as link:
        return judged_clock(workspace.now(), newest_time(link))


def judged_clock(now: datetime, newest: str) -> Told | None:
    """Return what to say of a clock, given when the last entry of a log was written."""
    with suppress(ValueError, TypeError):  # a time this program never writes: `check` names it
        last = datetime.fromisoformat(newest)
        if now + _TOLERANCE < last:
            return Told(Notice.CLOCK_BEHIND, {"now": now.date(), "last": last.date()})
    return None
