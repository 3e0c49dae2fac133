"""What a new workspace would hold, before it is made."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pmark_desktop.domain.checklist import Checklist
from pmark_desktop.domain.cycle import Cycle
from pmark_desktop.domain.days import OfficeDays
from pmark_desktop.domain.schedule import APPLICATION_ITEM, Dates
from pmark_desktop.domain.task import is_past
from pmark_desktop.workspace.creating import NewWorkspace, planned_cycle
from pmark_desktop.workspace.reschedule import resolver, wanted_tasks


@dataclass(frozen=True, slots=True)
class Prospect:
    """The cycle, the dates of the application (None without its item), and how many tasks.

    `past` of the `tasks` would be 過年度分.
    """

    cycle: Cycle
    application: Dates | None
    tasks: int
    past: int


def prospect(
    expires: date, year_start: str, lists: Sequence[Checklist], today: date
) -> Prospect:  # fmt: skip
    """Return what a workspace made today with these would hold.

    Raises:
        UserError: one of them is not allowed.
    """
    given = NewWorkspace(name="-", expires=expires, lists=lists, year_start=year_start)
    cycle = planned_cycle(given, today)
    resolved = resolver(cycle, lists, OfficeDays())
    wanted = wanted_tasks(lists, cycle, ())
    dates = {
        id_: resolved.dates(checklist.key, item, occurrence)
        for id_, (checklist, item, occurrence) in wanted.items()
    }
    past = sum(
        is_past(one.due, one.hard_due, today, occurrence=wanted[id_][2], pinned=False)
        for id_, one in dates.items()
    )
    return Prospect(cycle, dates.get(APPLICATION_ITEM), len(dates), past)
