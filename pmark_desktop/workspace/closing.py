"""A cycle that is finished is closed (周期を閉じる): read-only until somebody opens it again."""

from datetime import date

from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.domain.texts import clean
from pmark_desktop.storage import rows
from pmark_desktop.storage.journal import Operation
from pmark_desktop.storage.tables import Table
from pmark_desktop.workspace.workspace import Done, Workspace, cleaned_away


def close_cycle(workspace: Workspace, reason: str, today: date) -> Done:
    """Close the cycle as one operation: nothing in it can be changed then.

    Raises:
        UserError: no reason, or it is closed. Nothing changed.
        StorageError: it could not be written. Nothing changed.
    """
    return _set_closed(workspace, "close_cycle", reason, today)


def reopen_cycle(workspace: Workspace, reason: str) -> Done:
    """Open a closed cycle again as one operation.

    Raises:
        UserError: no reason, or it is open. Nothing changed.
        StorageError: it could not be written. Nothing changed.
    """
    return _set_closed(workspace, "reopen_cycle", reason, None)


def _set_closed(workspace: Workspace, act: str, reason: str, day: date | None) -> Done:
    text, cleaned = clean(reason.strip())
    if not text:
        raise UserError(Why.CLOSE_REASON_MISSING)
    cycle = workspace.content.cycle
    if (cycle.closed_on is None) == (day is None):
        raise UserError(Why.CYCLE_STANDS_SO)

    def write(operation: Operation) -> None:
        operation.change(Table.CYCLE, (cycle.id,), {"closed_on": rows.iso(day)})

    told = cleaned_away(cleaned)
    return workspace.run(act, write, why=text, notices=told, of_closed=day is None)
