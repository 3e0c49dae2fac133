"""Checklists switched on and off, and own checklists (自社)."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from pmark_desktop.domain.checklist import Checklist, Kind
from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.domain.own_items import OWN_SOURCE, is_own_list, own_key
from pmark_desktop.domain.texts import clean
from pmark_desktop.exchange.checklist_toml import read_shipped
from pmark_desktop.storage import rows
from pmark_desktop.storage.journal import Operation
from pmark_desktop.storage.tables import Table
from pmark_desktop.workspace.cycles import add_checklists, refit
from pmark_desktop.workspace.workspace import Done, Workspace, cleaned_away

_KEY = re.compile(r"[A-Z][A-Z0-9]{1,7}")
OWN_VERSION = "1"


@dataclass(frozen=True, slots=True)
class ListStanding:
    """A checklist: in use or not, in the file or only with the program, and its tasks if in use."""

    checklist: Checklist
    is_on: bool
    is_here: bool
    tasks: int = 0
    open_tasks: int = 0

    @property
    def can_switch(self) -> bool:
        """True unless it belongs to every renewal."""
        return not (self.is_on and self.checklist.kind is Kind.MAIN)


def list_standings(workspace: Workspace) -> list[ListStanding]:
    """Return every checklist: in use, switched off, and those that come with the program."""
    content = workspace.content
    counts: dict[str, list[int]] = {}
    for task in content.tasks.values():
        count = counts.setdefault(task.list_key, [0, 0])
        count[0] += 1
        count[1] += not task.is_closed
    with workspace.database.reading() as link:
        unused = rows.load_unused_lists(link, content.cycle.id)
        keys = rows.list_keys(link, content.cycle.id)
    shipped = [checklist for checklist in read_shipped() if checklist.key not in keys]
    return [
        *(ListStanding(one, True, True, *counts.get(one.key, (0, 0))) for one in content.lists),
        *(ListStanding(one, is_on=False, is_here=True) for one in unused),
        *(ListStanding(one, is_on=False, is_here=False) for one in shipped),
    ]


def switch_list(workspace: Workspace, key: str, *, on: bool) -> Done:
    """Put a checklist into use or out of it, as one operation; its tasks keep all they hold.

    Raises:
        UserError: there is none, it belongs to every renewal, or it stands so. Nothing changed.
        StorageError: it could not be written. Nothing changed.
    """
    for standing in list_standings(workspace):
        if standing.checklist.key == key:
            break
    else:
        keys = " ".join(one.checklist.key for one in list_standings(workspace))
        raise UserError(Why.LIST_UNKNOWN, text=key, choices=keys)
    if standing.is_on == on:
        raise UserError(Why.NOTHING_CHANGED)
    if not standing.can_switch:
        raise UserError(Why.LIST_IS_MAIN, text=standing.checklist.title)
    if not standing.is_here:
        return add_checklists(workspace, [standing.checklist])
    cycle = workspace.content.cycle.id

    def write(operation: Operation) -> None:
        operation.change(Table.CHECKLIST, (cycle, key), {"live": int(on)})
        if on:
            refit(operation, workspace)

    return workspace.run("list_on" if on else "list_off", write)


def parse_list_key(workspace: Workspace, text: str) -> str:
    """Return the key that was typed for an own list; an own one where it is empty.

    Raises:
        UserError: of another form, or taken.
    """
    with workspace.database.reading() as link:
        here = rows.list_keys(link, workspace.content.cycle.id)
        ids = rows.load_item_titles(link, workspace.content.cycle.id)
    taken = here | {one.key for one in read_shipped()}
    taken |= {id_.partition("-")[0] for id_ in ids}
    key = unicodedata.normalize("NFKC", text).strip().upper()
    if not key:
        return own_key(taken)
    if not _KEY.fullmatch(key):
        raise UserError(Why.LIST_KEY_WRONG, text=text, field="key")
    if key in taken:
        raise UserError(Why.LIST_ALREADY_THERE, text=key, field="key")
    return key


def add_own_list(workspace: Workspace, title: str, key: str, today: date) -> Done:
    """Add an own checklist without items, as one operation. `key` "" lets one be made.

    Raises:
        UserError: the title is empty or the key cannot be used. Nothing changed.
        StorageError: it could not be written. Nothing changed.
    """
    name, cleaned = _title(title)
    found = parse_list_key(workspace, key)
    checklist = Checklist(
        key=found, title=name, title_en="", kind=Kind.SUPP, version=OWN_VERSION,
        date=today, source=OWN_SOURCE, items=(),
    )  # fmt: skip
    cycle = workspace.content.cycle.id

    def write(operation: Operation) -> None:
        with workspace.database.reading() as link:
            position = len(rows.list_keys(link, cycle))
        operation.create(Table.CHECKLIST, rows.checklist_row(cycle, position, checklist))

    return workspace.run("add_own_list", write, notices=cleaned_away(cleaned))


def rename_own_list(workspace: Workspace, key: str, title: str) -> Done:
    """Give an own checklist another title, as one operation.

    Raises:
        UserError: the title is empty, or the list was published by others. Nothing changed.
        StorageError: it could not be written. Nothing changed.
    """
    checklist = workspace.content.checklist(key)
    if not is_own_list(checklist):
        raise UserError(Why.ITEM_PUBLISHED, text=key)
    name, cleaned = _title(title)
    target = (workspace.content.cycle.id, key)

    def write(operation: Operation) -> None:
        operation.change(Table.CHECKLIST, target, {"title": name})

    return workspace.run("rename_list", write, notices=cleaned_away(cleaned))


def _title(text: str) -> tuple[str, int]:
    found = clean(text.strip())
    name = " ".join(found.text.split())
    if not name:
        raise UserError(Why.NAME_MISSING)
    return name, found.removed
