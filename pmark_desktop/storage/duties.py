"""The open tasks of a file, as much of each as a reminder says: little to read, and soon read."""

import sqlite3

from pmark_desktop.domain.cycle import Cycle
from pmark_desktop.domain.reminders import Duty
from pmark_desktop.domain.task import is_past
from pmark_desktop.storage.rows import Days

_DUTIES = """
    SELECT task.id, item.title, task.occurrence, coalesce(event.name, ''), task.owner,
           task.due, task.hard_due, item.lead_days, task.pinned
      FROM task
      JOIN item ON item.cycle = task.cycle AND item.id = task.item AND item.live
      JOIN checklist ON checklist.cycle = item.cycle AND checklist.key = item.list
           AND checklist.live
      LEFT JOIN event ON event.cycle = item.cycle AND event.list = item.list AND event.live
           AND task.occurrence = 'e' || event.number
     WHERE task.cycle = ? AND task.live AND NOT task.outside
       AND task.state NOT IN ('done', 'excluded')
       AND (task.due IS NOT NULL OR task.hard_due IS NOT NULL)"""


def load_duties(link: sqlite3.Connection, cycle: Cycle) -> list[Duty]:
    """Return the open tasks with a date; see `domain.reminders.duties`, which says the same."""
    days, since = Days(), cycle.created_on
    return [
        Duty(id_, title, occurrence, event, owner, days[due], days[hard_due], lead_days)
        for id_, title, occurrence, event, owner, due, hard_due, lead_days, pinned in link.execute(
            _DUTIES, (cycle.id,)
        )
        if not is_past(days[due], days[hard_due], since, occurrence=occurrence, pinned=bool(pinned))
    ]
