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
    now = workspace.now()
    with workspace.database.reading() as link:
        text = newest_time(link)
    with suppress(ValueError, TypeError):  # a time this program never writes: `check` names it
        last = datetime.fromisoformat(text)
        if now + _TOLERANCE < last:
            return Told(Notice.CLOCK_BEHIND, {"now": now.date(), "last": last.date()})
    return None
