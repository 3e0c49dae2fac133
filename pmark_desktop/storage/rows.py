"""Rows as domain objects, and domain objects as rows."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from pmark_desktop.domain.checklist import Checklist, Condition, Item, Kind, Repeat, Stage
from pmark_desktop.domain.cycle import Cycle
from pmark_desktop.domain.days import ClosedSpan
from pmark_desktop.domain.records import Event, Evidence, EvidenceKind, Organisation, RoleHolder
from pmark_desktop.domain.rules import Anchor, Rule, parse_rule
from pmark_desktop.domain.schedule import Dates
from pmark_desktop.domain.task import CLOSED_STATES, Result, State, Task, is_past, task_id
from pmark_desktop.storage.journal import Value
from pmark_desktop.storage.tables import Table


class Days(dict[str | None, date | None]):
    """Days by their ISO text; each text is read once."""

    def __missing__(self, text: str | None) -> date | None:
        day = self[text] = date.fromisoformat(text) if text else None
        return day


def iso(day: date | None) -> str | None:
    """Return how a day is stored."""
    return day.isoformat() if day else None


def load_organisation(link: sqlite3.Connection) -> Organisation:
    """Return whose mark it is."""
    names = Table.ORGANISATION.value.fields
    row = link.execute(f"SELECT {', '.join(names)} FROM organisation").fetchone()  # noqa: S608
    return Organisation(**dict(zip(names, row, strict=True)))


def load_cycle(link: sqlite3.Connection) -> Cycle:
    """Return the newest cycle."""
    names = ("id", *Table.CYCLE.value.fields)
    row = link.execute(
        f"SELECT {', '.join(names)} FROM cycle ORDER BY id DESC LIMIT 1"  # noqa: S608
    ).fetchone()
    texts: dict[str, Any] = dict(zip(names, row, strict=True))
    for name in texts.keys() - {"id", "year_start", "window_source"}:
        texts[name] = date.fromisoformat(texts[name]) if texts[name] else None
    return Cycle(**texts)


def load_lists(link: sqlite3.Connection, cycle: int) -> list[Checklist]:
    """Return the checklists in use, in order, with their items in order."""
    return _load_lists(link, cycle, in_use=True)


def load_unused_lists(link: sqlite3.Connection, cycle: int) -> list[Checklist]:
    """Return the checklists that were switched off, in order, with their items in order."""
    return _load_lists(link, cycle, in_use=False)


def _load_lists(link: sqlite3.Connection, cycle: int, *, in_use: bool) -> list[Checklist]:
    items: dict[str, list[Item]] = {}
    for key, item in _load_items(link, cycle, in_use=True):
        items.setdefault(key, []).append(item)
    found = link.execute(
        "SELECT key, title, title_en, kind, version, date, source FROM checklist "
        "WHERE cycle = ? AND live = ? ORDER BY position",
        (cycle, in_use),
    )
    return [
        Checklist(
            key=key, title=title, title_en=title_en, kind=Kind(kind), version=version,
            date=date.fromisoformat(day), source=source, items=tuple(items.get(key, ())),
        )
        for key, title, title_en, kind, version, day, source in found
    ]  # fmt: skip


def load_retired_items(link: sqlite3.Connection, cycle: int) -> list[tuple[str, Item]]:
    """Return the items that are out of use and the keys of their lists, in order."""
    return _load_items(link, cycle, in_use=False)


def _load_items(link: sqlite3.Connection, cycle: int, *, in_use: bool) -> list[tuple[str, Item]]:
    rules = _Rules()
    fields = (
        "list, id, title, guidance, clause, evidence, role, stage, due, hard_due, due_note, "
        "repeat, lead_days, applies_if"
    )
    found = link.execute(
        f"SELECT {fields} FROM item WHERE cycle = ? AND live = ? ORDER BY position",  # noqa: S608
        (cycle, in_use),
    )
    return [(key, _item(row, rules)) for key, *row in found]


def item_positions(link: sqlite3.Connection, cycle: int, list_key: str) -> dict[str, int]:
    """Return the positions of the items in use of a list, in order."""
    found = link.execute(
        "SELECT id, position FROM item WHERE cycle = ? AND list = ? AND live ORDER BY position",
        (cycle, list_key),
    )
    return dict(found.fetchall())


def list_keys(link: sqlite3.Connection, cycle: int) -> frozenset[str]:
    """Return the keys of all checklists that ever were."""
    found = link.execute("SELECT key FROM checklist WHERE cycle = ?", (cycle,))
    return frozenset(key for (key,) in found)


_STAGES = {stage.value: stage for stage in Stage}
_REPEATS = {repeat.value: repeat for repeat in Repeat}


class _Rules(dict[str | None, Rule | None]):
    """Rules by their text; each text is read once."""

    def __missing__(self, text: str | None) -> Rule | None:
        rule = self[text] = parse_rule(text) if text else None
        return rule


def _item(row: Sequence[Any], rules: _Rules) -> Item:
    (
        id_, title, guidance, clause, evidence, role, stage, due, hard_due, due_note, repeat,
        lead_days, applies_if,
    ) = row  # fmt: skip
    return Item(
        id=id_,
        title=title,
        guidance=guidance,
        clause=clause,
        evidence=evidence,
        role=role,
        stage=_STAGES[stage],
        due=rules[due],
        hard_due=rules[hard_due],
        due_note=due_note,
        repeat=_REPEATS[repeat],
        lead_days=lead_days,
        applies_if=Condition(applies_if) if applies_if else None,
    )


def load_item_titles(link: sqlite3.Connection, cycle: int) -> dict[str, str]:
    """Return the title of every item by id, of those out of use too."""
    return dict(link.execute("SELECT id, title FROM item WHERE cycle = ?", (cycle,)))


def next_position(link: sqlite3.Connection, cycle: int, list_key: str) -> int:
    """Return the position behind the last item of a list, in use or not."""
    found = link.execute(
        "SELECT coalesce(max(position), -1) + 1 FROM item WHERE cycle = ? AND list = ?",
        (cycle, list_key),
    ).fetchone()
    return int(found[0])


_STATES = {state.value: state for state in State}
_RESULTS = {result.value: result for result in Result}
_TASKS = """
    SELECT id, item, occurrence, owner, state, result, due, hard_due, waits_for, pinned, done_on,
           checked_by, checked_on, note, reason, outside, tag, recheck
      FROM task WHERE cycle = ? AND live"""


def load_tasks(
    link: sqlite3.Connection,
    cycle: Cycle,
    lists: Iterable[Checklist],
    events: Iterable[Event],
    only: Task | None = None,
) -> dict[str, Task]:
    """Return the tasks in use by id, or only what became of one of them; in no order.

    Those of an item that a newer edition dropped are among them as long as they are in use.
    """
    places = (
        {item.id: (checklist.key, item) for checklist in lists for item in checklist.items}
        if only is None
        else {only.item.id: (only.list_key, only.item)}
    )
    dropped = _dropped_places(link, cycle.id, lists, only)
    places |= dropped
    names = {(event.list_key, event.occurrence): event.name for event in events}
    proofs = _proofs(link, cycle.id, only.id if only else None)
    since, days = cycle.created_on, Days()
    query, values = (_TASKS, (cycle.id,)) if only is None else (
        f"{_TASKS} AND id = ?", (cycle.id, only.id),
    )  # fmt: skip
    tasks = {}
    for (
        id_, item, occurrence, owner, state, result, due, hard_due, waits_for, pinned, done_on,
        checked_by, checked_on, note, reason, outside, tag, recheck,
    ) in link.execute(query, values):  # fmt: skip
        if item not in places:
            continue  # its list is out of use
        list_key, line = places[item]
        due_day, hard_day, standing = days[due], days[hard_due], _STATES[state]
        awaited = waits_for
        if awaited is not None and standing in CLOSED_STATES:
            awaited = None  # nothing is waited for any more
        tasks[id_] = Task(
            id_, list_key, line, occurrence, owner, standing, _RESULTS[result], due_day, hard_day,
            awaited, bool(pinned), days[done_on],
            checked_by, days[checked_on], note, reason,
            is_past(due_day, hard_day, since, occurrence=occurrence, pinned=bool(pinned)),
            bool(outside), proofs.get(id_, ()), names.get((list_key, occurrence), ""), tag,
            bool(recheck), item in dropped,
        )  # fmt: skip
    return tasks


def _dropped_places(
    link: sqlite3.Connection, cycle: int, lists: Iterable[Checklist], only: Task | None
) -> dict[str, tuple[str, Item]]:
    """Return list and item of every item out of use that still has tasks in use, by id."""
    if only is not None:
        return {only.item.id: (only.list_key, only.item)} if only.is_dropped else {}
    keys = {checklist.key for checklist in lists}
    found = link.execute(
        "SELECT id FROM item WHERE cycle = ? AND NOT live AND EXISTS (SELECT 1 FROM task "
        "WHERE task.cycle = item.cycle AND task.id >= item.id AND task.id < item.id || 'A' "
        "AND task.item = item.id AND task.live)",  # an id begins with that of its item
        (cycle,),
    )
    dropped = {id_ for (id_,) in found}
    if not dropped:
        return {}
    unused = _load_items(link, cycle, in_use=False)
    return {item.id: (key, item) for key, item in unused if item.id in dropped and key in keys}


def _proofs(link: sqlite3.Connection, cycle: int, only: str | None) -> dict[str, tuple[int, ...]]:
    query = (
        "SELECT proof.task, proof.evidence FROM proof JOIN evidence ON number = evidence "
        "WHERE cycle = ? AND proof.live AND evidence.live"
    )
    query, values = _only(query, "proof.task", cycle, only)
    found: dict[str, tuple[int, ...]] = {}
    for task, evidence in link.execute(f"{query} ORDER BY proof.evidence", values):
        found[task] = (*found.get(task, ()), evidence)
    return found


def _only(
    query: str, column: str, cycle: int, only: str | None
) -> tuple[str, tuple[int | str, ...]]:
    """Return a query on a cycle and its values, narrowed to one task if wanted."""
    return (query, (cycle,)) if only is None else (f"{query} AND {column} = ?", (cycle, only))


def proof_numbers(link: sqlite3.Connection, cycle: int, task: str) -> list[int]:
    """Return the numbers of all evidence ever attached to a task."""
    found = link.execute(
        "SELECT evidence FROM proof WHERE cycle = ? AND task = ? ORDER BY evidence", (cycle, task)
    )
    return [number for (number,) in found]


def has_proof(link: sqlite3.Connection, evidence: int, cycle: int, task: str) -> bool:
    """Tell whether evidence is or ever was attached to a task."""
    found = link.execute(
        "SELECT 1 FROM proof WHERE evidence = ? AND cycle = ? AND task = ?", (evidence, cycle, task)
    ).fetchone()
    return found is not None


def next_evidence_number(link: sqlite3.Connection) -> int:
    """Return the number that the next evidence gets; none is given twice."""
    found = link.execute("SELECT coalesce(max(number), 0) + 1 FROM evidence").fetchone()
    return int(found[0])


def next_event_number(link: sqlite3.Connection, cycle: int, list_key: str) -> int:
    """Return the number that the next event of a list gets; none is given twice."""
    found = link.execute(
        "SELECT coalesce(max(number), 0) + 1 FROM event WHERE cycle = ? AND list = ?",
        (cycle, list_key),
    ).fetchone()
    return int(found[0])


def unused_tasks(link: sqlite3.Connection, cycle: int) -> list[str]:
    """Return the ids of tasks that are out of use."""
    found = link.execute("SELECT id FROM task WHERE cycle = ? AND NOT live", (cycle,))
    return [id_ for (id_,) in found]


def load_events(link: sqlite3.Connection, cycle: int) -> list[Event]:
    """Return what happened, in the order it was entered."""
    found = link.execute(
        "SELECT list, number, anchor, name, day FROM event WHERE cycle = ? AND live "
        "ORDER BY list, number",
        (cycle,),
    )
    return [
        Event(key, number, Anchor(anchor), name, date.fromisoformat(day))
        for key, number, anchor, name, day in found
    ]


def load_roles(link: sqlite3.Connection) -> list[RoleHolder]:
    """Return the roles in the order they came up, with who holds them."""
    found = link.execute(
        "SELECT role, person, mail FROM role "
        "WHERE EXISTS (SELECT 1 FROM item WHERE item.role = role.role AND live) ORDER BY rowid"
    )
    return [RoleHolder(*row) for row in found]


def load_evidence(link: sqlite3.Connection, cycle: int) -> list[Evidence]:
    """Return all evidence by number, the retired too, with the tasks it is attached to."""
    tasks: dict[int, tuple[str, ...]] = {}
    for number, task in link.execute(
        "SELECT evidence, task FROM proof WHERE cycle = ? AND live ORDER BY task", (cycle,)
    ):
        tasks[number] = (*tasks.get(number, ()), task)
    found = link.execute(
        "SELECT number, kind, name, place, sha256, size, added_on, added_by, live, retired_reason "
        "FROM evidence ORDER BY number"
    )
    return [
        Evidence(
            number=number, kind=EvidenceKind(kind), name=name, place=place, sha256=sha256 or "",
            size=size, added_on=date.fromisoformat(added_on), added_by=added_by,
            retired=not live, retired_reason=why, tasks=tasks.get(number, ()),
        )
        for number, kind, name, place, sha256, size, added_on, added_by, live, why in found
    ]  # fmt: skip


def load_closed_days(link: sqlite3.Connection, whose: str) -> list[ClosedSpan]:
    """Return the own closed days of the `company` or the assessment `body`."""
    return list(load_closed_entries(link, whose).values())


def load_closed_entries(link: sqlite3.Connection, whose: str) -> dict[int, ClosedSpan]:
    """Return the own closed days of the `company` or the assessment `body` by id, in order."""
    found = link.execute(
        "SELECT id, first, last, every_year, name FROM closed_day WHERE whose = ? AND live "
        "ORDER BY first, id",
        (whose,),
    )
    return {
        number: ClosedSpan(date.fromisoformat(first), date.fromisoformat(last), bool(yearly), name)
        for number, first, last, yearly, name in found
    }


def next_closed_day(link: sqlite3.Connection) -> int:
    """Return the id that the next closed days get; none is given twice."""
    found = link.execute("SELECT coalesce(max(id), 0) + 1 FROM closed_day").fetchone()
    return int(found[0])


def load_holidays(link: sqlite3.Connection) -> dict[int, dict[date, str]]:
    """Return the published national holidays and their names, by year."""
    found = link.execute("SELECT year, days FROM holiday_year WHERE live ORDER BY year")
    return {
        year: {date.fromisoformat(day): name for day, name in json.loads(days)}
        for year, days in found
    }


def load_holiday_sources(link: sqlite3.Connection) -> dict[int, str]:
    """Return where the published holidays of a year come from, by year."""
    return dict(link.execute("SELECT year, source FROM holiday_year WHERE live ORDER BY year"))


def load_settings(link: sqlite3.Connection) -> dict[str, str]:
    """Return what is settled for this workspace, by name."""
    return dict(link.execute("SELECT name, value FROM setting WHERE live"))


def next_setting(link: sqlite3.Connection, prefix: str) -> int:
    """Return the number behind `prefix` that no setting has or had: undo brings back its own."""
    found = link.execute(
        "SELECT coalesce(max(CAST(substr(name, ?) AS INTEGER)), 0) + 1 FROM setting "
        "WHERE substr(name, 1, ?) = ? AND length(name) < 20",
        (len(prefix) + 1, len(prefix), prefix),
    ).fetchone()
    return int(found[0])


def load_uuid(link: sqlite3.Connection) -> str:
    """Return what this workspace is known by, wherever its file lies."""
    return str(link.execute("SELECT uuid FROM workspace").fetchone()[0])


def checklist_row(cycle: int, position: int, checklist: Checklist) -> dict[str, Value]:
    """Return the row of a checklist."""
    return {
        "cycle": cycle, "key": checklist.key, "position": position, "title": checklist.title,
        "title_en": checklist.title_en, "kind": checklist.kind.value,
        "version": checklist.version, "date": iso(checklist.date), "source": checklist.source,
    }  # fmt: skip


def item_row(cycle: int, list_key: str, position: int, item: Item) -> dict[str, Value]:
    """Return the row of an item."""
    return {
        "cycle": cycle, "id": item.id, "list": list_key, "position": position,
        "title": item.title, "guidance": item.guidance, "clause": item.clause,
        "evidence": item.evidence, "role": item.role, "stage": item.stage.value,
        "due": str(item.due) if item.due else None,
        "hard_due": str(item.hard_due) if item.hard_due else None,
        "due_note": item.due_note, "repeat": item.repeat.value, "lead_days": item.lead_days,
        "applies_if": item.applies_if.value if item.applies_if else None,
    }  # fmt: skip


def task_row(
    cycle: int, item: Item, occurrence: str, *, owner: str, dates: Dates
) -> dict[str, Value]:
    """Return the row of a new task."""
    return {
        "cycle": cycle, "id": task_id(item.id, occurrence), "item": item.id,
        "occurrence": occurrence, "owner": owner,
        "due": iso(dates.due), "hard_due": iso(dates.hard_due), "waits_for": dates.waits_for,
    }  # fmt: skip


def stored(changes: Mapping[str, object]) -> dict[str, Value]:
    """Return field values as they are stored: days as ISO text, truth as 0 and 1."""
    return {name: _stored(value) for name, value in changes.items()}


def _stored(value: object) -> Value:
    match value:
        case date():
            return value.isoformat()
        case bool():
            return int(value)
        case str():
            return str(value)
        case int() | None:
            return value
    raise TypeError(type(value).__name__)
