"""The closed days of the company and of the assessment body: entered, changed, retired."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from pmark_desktop.domain.closed_spans import Whose, check_spans, closed_span
from pmark_desktop.domain.days import ClosedSpan, OfficeDays
from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.domain.texts import clean
from pmark_desktop.domain.typed_dates import parse_date
from pmark_desktop.storage import rows
from pmark_desktop.storage.journal import Operation
from pmark_desktop.storage.tables import Table
from pmark_desktop.workspace.cycles import fit, with_overdue_pins
from pmark_desktop.workspace.workspace import Done, Told, Workspace, cleaned_away

_ACT = "closed_day"


@dataclass(frozen=True, slots=True)
class ClosedEntry:
    """One entry of closed days, and what it is known by."""

    id: int
    span: ClosedSpan


def closed_days(workspace: Workspace, whose: Whose) -> list[ClosedEntry]:
    """Return the closed days of an office by their first day."""
    with workspace.database.reading() as link:
        found = rows.load_closed_entries(link, whose.value)
    return [ClosedEntry(id_, span) for id_, span in found.items()]


def parse_span(
    name: str, first: str, last: str, *, every_year: bool, today: date | None = None
) -> tuple[ClosedSpan, list[Told]]:
    """Return the closed days that texts mean, and a notice where something was cleaned away.

    An empty `last` is one day. Dates without a year are read only where `today` is given; a
    `last` without one is that day near `first`, where that near `today` would be before it.

    Raises:
        UserError: they cannot be.
    """
    text, cleaned = clean(name)
    start = parse_date(first, today)
    end = parse_date(last, today) if last.strip() else None
    if end is not None and end < start and today is not None:
        end = parse_date(last, start)
    span = closed_span(" ".join(text.split()), start, end, every_year=every_year)
    return span, cleaned_away(cleaned)


def office_after(
    workspace: Workspace, whose: Whose, span: ClosedSpan | None, instead_of: int | None = None
) -> OfficeDays:
    """Return an office as it will be with `span`, put `instead_of` an entry if one is given.

    None takes that entry away. Nothing changes: this is for showing what would.

    Raises:
        UserError: the entry is not there, the same one is, or too few business days are left.
    """
    with workspace.database.reading() as link:
        spans = rows.load_closed_entries(link, whose.value)
        holidays = rows.load_holidays(link)
    if instead_of is not None and spans.pop(instead_of, None) is None:
        raise UserError(Why.CLOSED_UNKNOWN)
    if span is not None and span in spans.values():
        raise UserError(Why.CLOSED_TWICE, name=span.name)
    after = [*spans.values(), *([span] if span else ())]
    office = OfficeDays(after, holidays)
    if span is not None:
        cycle = workspace.content.cycle
        check_spans(after, office, (cycle.created_on, cycle.expires))
    return office


def add_closed(
    workspace: Workspace, whose: Whose, span: ClosedSpan, notices: list[Told] | None = None
) -> Done:
    """Enter closed days as one operation; every task that is open and not pinned follows.

    Those of the assessment body move no task, only the day until which it still accepts.

    Raises:
        UserError: not allowed. Nothing changed.
        StorageError: it could not be written. Nothing changed.
    """
    office = office_after(workspace, whose, span)

    def write(operation: Operation) -> None:
        row = {"id": rows.next_closed_day(operation.link), "whose": whose.value}
        operation.create(Table.CLOSED_DAY, row | rows.stored(_fields(span)))
        _follow(operation, workspace, whose, office)

    return _run(workspace, write, notices)


def change_closed(
    workspace: Workspace,
    whose: Whose,
    id_: int,
    span: ClosedSpan,
    notices: list[Told] | None = None,
) -> Done:
    """Change closed days as one operation; tasks follow as in `add_closed`.

    Raises:
        UserError: not allowed, or nothing would change. Nothing changed.
        StorageError: it could not be written. Nothing changed.
    """
    office = office_after(workspace, whose, span, id_)

    def write(operation: Operation) -> None:
        operation.change(Table.CLOSED_DAY, (id_,), rows.stored(_fields(span)))
        _follow(operation, workspace, whose, office)

    return _run(workspace, write, notices)


def retire_closed(workspace: Workspace, whose: Whose, id_: int) -> Done:
    """Take closed days out of use as one operation; tasks follow as in `add_closed`.

    Raises:
        UserError: they are no longer there. Nothing changed.
        StorageError: it could not be written. Nothing changed.
    """
    office = office_after(workspace, whose, None, id_)

    def write(operation: Operation) -> None:
        operation.change(Table.CLOSED_DAY, (id_,), {"live": 0})
        _follow(operation, workspace, whose, office)

    return _run(workspace, write, None)


def _fields(span: ClosedSpan) -> Mapping[str, object]:
    return {
        "name": span.name, "first": span.first, "last": span.last, "every_year": span.every_year,
    }  # fmt: skip


def _follow(operation: Operation, workspace: Workspace, whose: Whose, office: OfficeDays) -> None:
    if whose is Whose.COMPANY and operation.touched:
        content = workspace.content
        fit(operation, workspace, content.cycle, content.lists, office=office)


def _run(
    workspace: Workspace, write: Callable[[Operation], None], notices: list[Told] | None
) -> Done:
    return with_overdue_pins(workspace, workspace.run(_ACT, write, notices=notices or ()))
