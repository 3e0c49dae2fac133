"""What the log says of the events of a calendar: how often they changed, their last day.

A calendar tells a newer event from an older one by its number (SEQUENCE). The log only grows, so
the number of its entries about what an event stands on rises with every change, over undo and
redo too, and needs no memory of its own.
"""

import json
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from typing import Any

from pmark_desktop.domain.cycle import Cycle
from pmark_desktop.domain.days import add_months
from pmark_desktop.domain.rules import Anchor
from pmark_desktop.domain.task import State, is_past
from pmark_desktop.storage.database import Link
from pmark_desktop.storage.journal import WHOLE_ROW, Change, changes_by_row
from pmark_desktop.storage.tables import Table

Row = dict[str, str | None]
Shown = Callable[[Row], Mapping[str, date]]
DUE, HARD_DUE = "due", "hard_due"
CLOCK_MONTHS = 3
CLOCKS = (Anchor.FINDINGS_ISSUED, Anchor.DECIDED)
"""The anchors that start a clock of three months: improvement report, contract.

Source: domain.md of this project, from JIPDEC's contracts: from the issue date of the findings,
and from the decision.
"""

TASK_FIELDS = ("owner", "state", "due", "hard_due", "waits_for", "pinned", "outside", "live")
_NEW_TASK: Row = {"state": "todo", "pinned": "0", "outside": "0", "live": "1"}
_CYCLE_FIELDS = tuple(name for name in Table.CYCLE.value.fields if name != "created_on")
_NOT_COUNTED = -1  # in the place of the number of an entry


@dataclass(slots=True)
class Past:
    """The past of what some events stand on: a task, or one date of the cycle.

    `changes` counts the entries of the log after the row was made; `last_days` are the days that
    each event was last shown with, by its kind; `at` is when the last change was made.
    """

    changes: int = 0
    last_days: dict[str, date] = field(default_factory=dict)
    at: str = ""


def task_pasts(link: Link, cycle: Cycle, owner: str | None = None) -> dict[str, Past]:
    """Return the past of every task that ever was, by id.

    With `owner` an event counts as shown only while the task was theirs.
    """

    def shown(row: Row) -> Mapping[str, date]:
        is_theirs = owner is None or (row.get("owner") or "").strip() == owner
        if not is_theirs or row["live"] == "0" or row["outside"] == "1":
            return {}
        if row["state"] == State.EXCLUDED:
            return {}
        return shown_days(
            _day(row.get("due")), _day(row.get("hard_due")), cycle.created_on,
            occurrence=row.get("occurrence") or "", pinned=row["pinned"] == "1",
        )  # fmt: skip

    start = f"{cycle.id}/"
    by_task = groupby(changes_by_row(link, Table.TASK, TASK_FIELDS), attrgetter("target"))
    return {
        target.removeprefix(start): _past(changes, _NEW_TASK, shown)
        for target, changes in by_task
        if target.startswith(start)
    }


def shown_days(
    due: date | None, hard_due: date | None, since: date, *, occurrence: str, pinned: bool
) -> dict[str, date]:
    """Return the days that a task in use is shown on, by kind; none for those of past years.

    The hard due has an event of its own where it is another day.
    """
    if is_past(due, hard_due, since, occurrence=occurrence, pinned=pinned):
        return {}
    found = {DUE: due} if due else {}
    return found | ({HARD_DUE: hard_due} if hard_due and hard_due != due else {})


def cycle_changes(link: Link, cycle: Cycle) -> list[Change]:
    """Return every change of the cycle, the oldest first."""
    changes = changes_by_row(link, Table.CYCLE, _CYCLE_FIELDS)
    return [one for one in changes if one.target == str(cycle.id)]


def cycle_past(
    changes: Iterable[Change], fields: Collection[str], shown: Callable[[Cycle], date | None]
) -> Past:
    """Return the past of the event that stands on some fields of the cycle."""

    def shown_then(row: Row) -> Mapping[str, date]:
        day = shown(_cycle(row))
        return {DUE: day} if day else {}

    counted = (WHOLE_ROW, *fields)
    return _past(
        (one if one.field in counted else one._replace(seq=_NOT_COUNTED) for one in changes),
        {}, shown_then,
    )  # fmt: skip


def clock_past(link: Link, cycle: Cycle, changes: Iterable[Change], anchor: Anchor) -> Past:
    """Return the past of a clock that starts on the actual date of `anchor`.

    It was shown while no item in use had the same hard due: such a task has its own event.
    """
    starts = [one for one in changes if one.field in (WHOLE_ROW, anchor.value)]
    covers = _covering_changes(link, cycle, clock_rule(anchor))
    covering = {one.field for one in covers}

    def shown(row: Row) -> Mapping[str, date]:
        started = _day(row.get(anchor.value))
        is_covered = any(row.get(one) == "1" for one in covering)
        return {DUE: add_months(started, CLOCK_MONTHS)} if started and not is_covered else {}

    return _past(sorted([*starts, *covers]), {}, shown)


def clock_rule(anchor: Anchor) -> str:
    """Return the rule of a task that is the same as the clock."""
    return f"{anchor.value} + {CLOCK_MONTHS} months"


def _covering_changes(link: Link, cycle: Cycle, rule: str) -> list[Change]:
    """Return when items of this hard due came into use and went; the field is the item's id."""
    start = f"{cycle.id}/"
    covering: set[str] = set()
    found = []
    for one in changes_by_row(link, Table.ITEM, ("live",)):
        if one.field == WHOLE_ROW and one.target.startswith(start):
            if rule not in (one.new or "") or json.loads(one.new or "")["hard_due"] != rule:
                continue
            covering.add(one.target)
            found.append(one._replace(field=one.target, new="1"))
        elif one.target in covering:
            found.append(one._replace(field=one.target))
    return found


def _past(changes: Iterable[Change], new: Row, shown: Shown) -> Past:
    """Go through the changes of one row; what was shown counts at the end of an operation.

    A change that is `_NOT_COUNTED` is followed all the same.
    """
    past, row, operation = Past(), dict(new), 0
    for one in changes:
        if one.operation != operation:
            if operation:
                past.last_days |= shown(row)
            operation = one.operation
        if one.field == WHOLE_ROW:
            row |= _content(one.new)
        else:
            row[one.field] = one.new
            past.changes += one.seq != _NOT_COUNTED
        if one.seq != _NOT_COUNTED:
            past.at = one.at
    past.last_days |= shown(row) if operation else {}
    return past


def _content(new: str | None) -> Row:
    whole: dict[str, Any] = json.loads(new or "{}")
    return {name: None if value is None else str(value) for name, value in whole.items()}


def _cycle(row: Row) -> Cycle:
    texts: dict[str, Any] = {name: row.get(name) for name in Table.CYCLE.value.fields}
    for name in texts.keys() - {"year_start", "window_source"}:
        texts[name] = _day(texts[name])
    return Cycle(id=0, **texts)


@lru_cache(maxsize=4096)
def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
