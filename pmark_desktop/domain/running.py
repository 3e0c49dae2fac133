"""The scheme's clocks that start with an anchor: the improvement report and the contract."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pmark_desktop.domain.cycle import Cycle
from pmark_desktop.domain.days import add_months
from pmark_desktop.domain.rules import Anchor
from pmark_desktop.domain.task import Task

IMPROVEMENT_MONTHS = 3
CONTRACT_MONTHS = 3


class Running(StrEnum):
    """What a clock runs for."""

    IMPROVEMENT = "improvement"
    CONTRACT = "contract"


@dataclass(frozen=True, slots=True)
class RunningTerm:
    """A clock of the scheme.

    It begins on `starts` and ends with `until`, included. `is_planned`: the anchor has only a
    planned date as yet. `is_over`: what it runs for is done.
    """

    kind: Running
    anchor: Anchor
    starts: date
    until: date
    is_planned: bool
    is_over: bool

    def is_running(self, today: date) -> bool:
        """Tell whether it has begun and what it runs for is not done; also past its end."""
        return not (self.is_planned or self.is_over) and self.starts <= today


_CLOCKS = (
    (Running.IMPROVEMENT, Anchor.FINDINGS_ISSUED, IMPROVEMENT_MONTHS, "CERT-18"),
    (Running.CONTRACT, Anchor.DECIDED, CONTRACT_MONTHS, "CERT-19"),
)


def running_terms(cycle: Cycle, tasks: Iterable[Task], today: date) -> list[RunningTerm]:
    """Return the clocks whose anchor has a date.

    The improvement report is due within 3 months of the day on which the findings document was
    issued, not received; the decision ends that clock. The contract and its fee are due within 3
    months of the decision. A clock is over once its task is done or excluded.

    Source: JIPDEC プライバシーマーク制度 審査の約款 and 付与の手続き, https://privacymark.jp
        (read 2026-11-23).
    """
    closed = {task.item.id for task in tasks if task.is_closed}
    decided = cycle.decided is not None and cycle.decided <= today
    found = []
    for kind, anchor, months, item in _CLOCKS:
        actual = cycle.actual(anchor)
        starts = actual or cycle.planned(anchor)
        if starts is not None:
            over = item in closed or (kind is Running.IMPROVEMENT and decided)
            until = add_months(starts, months)
            found.append(RunningTerm(kind, anchor, starts, until, actual is None, over))
    return found
