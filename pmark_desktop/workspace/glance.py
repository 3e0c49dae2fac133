"""A glance at a workspace: whose it is and when it runs out, without loading its tasks."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pmark_desktop.domain.cycle import Cycle
from pmark_desktop.domain.days import OfficeDays
from pmark_desktop.domain.errors import StorageError, Why
from pmark_desktop.domain.records import Organisation
from pmark_desktop.domain.window import WindowState, accepted_until, window_state
from pmark_desktop.storage import rows
from pmark_desktop.storage.database import Database


@dataclass(frozen=True, slots=True)
class Glance:
    """Whose mark it is, its cycle, and where the renewal stands on a day."""

    organisation: Organisation
    cycle: Cycle
    accepted_until: date
    state: WindowState


def glance(path: Path, today: date) -> Glance:
    """Return the little that a list of files shows. Takes no lock and changes nothing.

    Raises:
        StorageError: it is not there, no workspace, or cannot be read.
    """
    database = Database(path, writes=False)
    try:
        with database.reading() as link:
            organisation, cycle = rows.load_organisation(link), rows.load_cycle(link)
            body = OfficeDays(rows.load_closed_days(link, "body"), rows.load_holidays(link))
    except (ValueError, TypeError, KeyError) as error:  # values this program never writes
        raise StorageError(Why.FILE_DAMAGED, file=path.name) from error
    finally:
        database.close()
    accepted = accepted_until(cycle.window.closes, body)
    state = window_state(
        cycle.window,
        accepted,
        today,
        applied=cycle.applied is not None and cycle.applied <= today,
        decided=cycle.decided is not None and cycle.decided <= today,
    )
    return Glance(organisation, cycle, accepted, state)
