"""A new workspace: organisation, cycle, checklists and their tasks, in one step."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pmark_desktop.domain.checklist import Checklist
from pmark_desktop.domain.cycle import (
    DEFAULT_YEAR_START,
    Cycle,
    check_expiry,
    check_window,
    parse_year_start,
)
from pmark_desktop.domain.days import OfficeDays
from pmark_desktop.domain.errors import Notice, UserError, Why
from pmark_desktop.domain.records import RoleHolder
from pmark_desktop.domain.texts import clean, parse_registration
from pmark_desktop.storage import rows
from pmark_desktop.storage.database import Link
from pmark_desktop.storage.files import create_file
from pmark_desktop.storage.journal import Heading, Operation
from pmark_desktop.storage.tables import Table
from pmark_desktop.workspace.reschedule import add_tasks, resolver, wanted_tasks
from pmark_desktop.workspace.workspace import Clock, Told, cleaned_away, real_clock

FIRST_CYCLE = 1
Also = Callable[[Operation, Cycle], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewWorkspace:
    """What a person gives to begin with. `expires` is the last day of validity."""

    name: str
    expires: date
    lists: Sequence[Checklist]
    number: str = ""
    body: str = ""
    year_start: str = DEFAULT_YEAR_START


def checked(given: NewWorkspace, today: date) -> tuple[NewWorkspace, list[Told]]:
    """Return what was given in its stored form, and what the person should know.

    Raises:
        UserError: something in it is not allowed.
    """
    check_lists(given.lists)
    name, cleaned = clean(given.name.strip())
    if not name:
        raise UserError(Why.NAME_MISSING)
    body, cleaned_body = clean(given.body.strip())
    told = cleaned_away(cleaned + cleaned_body)
    if not check_expiry(given.expires, today):
        told.append(Told(Notice.MARK_EXPIRED, {"day": given.expires}))
    form = NewWorkspace(
        name=name,
        expires=given.expires,
        lists=given.lists,
        number=parse_registration(given.number),
        body=body,
        year_start=parse_year_start(given.year_start),
    )
    return form, told


def check_lists(lists: Sequence[Checklist], present: Sequence[Checklist] = ()) -> None:
    """Check that no key and no item id is there twice.

    Raises:
        UserError: one is.
    """
    keys = {one.key for one in present}
    ids = {item.id for one in present for item in one.items}
    for checklist in lists:
        if checklist.key in keys or not ids.isdisjoint(item.id for item in checklist.items):
            raise UserError(Why.LIST_ALREADY_THERE, text=checklist.key)
        keys.add(checklist.key)
        ids.update(item.id for item in checklist.items)


def planned_cycle(given: NewWorkspace, today: date) -> Cycle:
    """Return the cycle that such a workspace begins with, for showing its dates beforehand.

    Raises:
        UserError: something in it is not allowed.
    """
    form, _ = checked(given, today)
    cycle = Cycle(
        id=FIRST_CYCLE, expires=form.expires, year_start=form.year_start, created_on=today
    )
    check_window(cycle)
    return cycle


def create_workspace(
    path: Path,
    given: NewWorkspace,
    today: date,
    *,
    by: str,
    clock: Clock = real_clock,
    also: Also | None = None,
) -> list[Told]:
    """Make a workspace file and return what the person should know.

    `also` adds to the same first operation: so the sample is filled.

    Raises:
        UserError: something given is not allowed. Nothing was made.
        StorageError: the file could not be made.
    """
    form, told = checked(given, today)
    cycle = planned_cycle(form, today)
    heading = Heading(
        "sample" if also else "create", clean(by).text or "?", clock().isoformat(timespec="seconds")
    )
    create_file(path, _filler(form, cycle, heading, also))
    return told


def _filler(
    form: NewWorkspace, cycle: Cycle, heading: Heading, also: Also | None
) -> Callable[[Link], None]:
    def fill(link: Link) -> None:
        operation = Operation(link, heading)
        operation.create(
            Table.ORGANISATION,
            {"id": 1, "name": form.name, "number": form.number, "body": form.body},
        )
        operation.create(
            Table.CYCLE,
            {
                "id": cycle.id, "expires": rows.iso(cycle.expires),
                "year_start": cycle.year_start, "created_on": rows.iso(cycle.created_on),
            },
        )  # fmt: skip
        add_lists(operation, cycle, form.lists, known_roles=())
        dates = resolver(cycle, form.lists, OfficeDays())
        add_tasks(operation, cycle, wanted_tasks(form.lists, cycle, ()), dates, ())
        if also:
            also(operation, cycle)

    return fill


def add_lists(
    operation: Operation,
    cycle: Cycle,
    lists: Sequence[Checklist],
    *,
    known_roles: Sequence[RoleHolder],
    first_position: int = 0,
) -> None:
    """Put checklists with their items and new roles into the file; tasks come after."""
    roles = {holder.role for holder in known_roles}
    for position, checklist in enumerate(lists, start=first_position):
        operation.bring(Table.CHECKLIST, rows.checklist_row(cycle.id, position, checklist))
        for place, item in enumerate(checklist.items):
            operation.bring(Table.ITEM, rows.item_row(cycle.id, checklist.key, place, item))
            if item.role and item.role not in roles:
                roles.add(item.role)
                operation.bring(Table.ROLE, {"role": item.role})
