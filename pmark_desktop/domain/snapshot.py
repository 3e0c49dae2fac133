"""All that a workspace says at one moment, for those who write it down elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from pmark_desktop.domain.checklist import Checklist
from pmark_desktop.domain.cycle import Cycle
from pmark_desktop.domain.records import Event, Evidence, LogEntry, Organisation, RoleHolder
from pmark_desktop.domain.task import Task
from pmark_desktop.domain.window import WindowState


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """One cycle as it stands.

    `today` is the day everything is judged by (基準日), `written_at` the real time. `lists` are
    those in use, in order; `roles` say who holds which (担当割当), `events` what happened;
    `tasks` follow the lists, by item and occurrence; `evidence` holds the retired too; `log`
    is whole and oldest first; `newest_hash` is that of its last entry.
    """

    organisation: Organisation
    cycle: Cycle
    lists: Sequence[Checklist]
    roles: Sequence[RoleHolder]
    events: Sequence[Event]
    tasks: Sequence[Task]
    evidence: Sequence[Evidence]
    log: Sequence[LogEntry]
    newest_hash: str
    today: date
    written_at: datetime
    accepted_until: date
    window_state: WindowState
