"""The other things a workspace keeps: organisation, roles, evidence, events, log entries."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pmark_desktop.domain.rules import Anchor


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """Whose mark it is. `number` is the registration number, `body` the 審査機関."""

    name: str
    number: str = ""
    body: str = ""
    contact: str = ""
    form_no: str = ""
    form_version: str = ""
    guideline_version: str = ""


@dataclass(frozen=True, slots=True)
class RoleHolder:
    """Who holds a role (担当割当); `person` is empty while nobody is named."""

    role: str
    person: str = ""
    mail: str = ""

    @property
    def shown(self) -> str:
        """What stands in the owner column: the person, or the role while there is none."""
        return self.person or self.role


class EvidenceKind(StrEnum):
    """Where a proof is."""

    FILE = "file"
    LINK = "link"
    PAPER = "paper"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One proof (証跡), shared by any number of tasks.

    `number` is given at intake and shown as E-0001. `name` is the file's name as it was, or
    what is shown; `place` the URL, or where the paper lies; `sha256` and `size` (bytes) belong
    to a file. A retired one stays, with its reason.
    """

    number: int
    kind: EvidenceKind
    name: str
    place: str = ""
    sha256: str = ""
    size: int = 0
    added_on: date
    added_by: str
    retired: bool = False
    retired_reason: str = ""
    tasks: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The number as it is written: E-0001."""
        return evidence_label(self.number)


def evidence_label(number: int) -> str:
    """Return an evidence number as it is written: E-0001."""
    return f"E-{number:04d}"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened (発生), and the day its items count from."""

    list_key: str
    number: int
    anchor: Anchor  # EVENT or KNOWN
    name: str
    day: date

    @property
    def occurrence(self) -> str:
        """What its tasks carry after the `@`."""
        return f"{_EVENT_MARK}{self.number}"


_EVENT_MARK = "e"  # every other occurrence begins with a digit


def is_event(occurrence: str) -> bool:
    """Tell whether an occurrence is that of an event (発生), not one by the calendar."""
    return occurrence.startswith(_EVENT_MARK)


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One line of the log (変更履歴).

    `operation` groups what one action changed; `reverses` is the operation that this one
    undid. `old` and `new` are the stored texts, None where there was or is nothing. A `field`
    of `*` is a new row, `new` then its content.
    """

    seq: int
    operation: int
    act: str
    reverses: int | None
    at: str  # ISO 8601 with offset, from the real clock
    who: str
    kind: str
    target: str
    field: str
    old: str | None
    new: str | None
    why: str
    hash: str
