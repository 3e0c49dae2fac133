"""Operations and their log: rows change only here, and each change is written down.

One user action is one operation: one transaction that changes rows and appends an entry for
each field. Every entry carries the hash of itself and of the one before it.
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.domain.records import LogEntry
from pmark_desktop.storage.tables import TABLES, Table

Value = str | int | None
WHOLE_ROW = "*"
_NO_OPERATION = 2**63 - 1  # greater than any that there is
_COLUMNS = "seq, operation, act, reverses, at, who, kind, target, field, old, new, why, hash"
_INSERT = f"INSERT INTO log ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608
NO_HASH = "0" * 64


class Heading(NamedTuple):
    """What all entries of an operation share: what is done, by whom, when (real clock), why."""

    act: str
    who: str
    at: str
    why: str = ""
    reverses: int | None = None


class Operation:
    """One user action, within a transaction that the caller opened."""

    def __init__(self, link: sqlite3.Connection, heading: Heading) -> None:
        self.link = link
        self._heading = heading
        last = link.execute("SELECT seq, operation, hash FROM log ORDER BY seq DESC LIMIT 1")
        seq, operation, newest = last.fetchone() or (0, 0, NO_HASH)
        self._seq: int = seq
        self._hash: str = newest
        self.number: int = operation + 1
        self.is_structural = False  # rows came or went
        self.touched: set[tuple[str, str]] = set()
        """Kind and target of every row changed so far."""

    def create(self, table: Table, row: Mapping[str, Value]) -> None:
        """Put a new row into `table`."""
        shape = table.value
        names = ", ".join(row)
        marks = ", ".join("?" * len(row))
        self.link.execute(
            f"INSERT INTO {shape.name} ({names}) VALUES ({marks})",  # noqa: S608  (our names)
            tuple(row.values()),
        )
        whole = json.dumps(dict(row), ensure_ascii=False, sort_keys=True)
        self._append(table, shape.target(tuple(row[part] for part in shape.key)), whole)

    def bring(self, table: Table, row: Mapping[str, Value]) -> None:
        """Put a row into `table`; one that went out of use comes back with these values."""
        shape = table.value
        key = tuple(row[part] for part in shape.key)
        where = " AND ".join(f"{part} = ?" for part in shape.key)
        there = self.link.execute(
            f"SELECT 1 FROM {shape.name} WHERE {where}",  # noqa: S608  (our names)
            key,
        ).fetchone()
        if there is None:
            self.create(table, row)
        elif "live" in shape.fields:
            fields = {field: value for field, value in row.items() if field not in shape.key}
            self.change(table, key, fields | {"live": 1})

    def change(
        self, table: Table, key: tuple[Value, ...], changes: Mapping[str, Value]
    ) -> tuple[str, ...]:
        """Set these fields of one row and return the names of those that really changed."""
        shape = table.value
        where = " AND ".join(f"{part} = ?" for part in shape.key)
        names = ", ".join(changes)
        old = self.link.execute(
            f"SELECT {names} FROM {shape.name} WHERE {where}",  # noqa: S608  (our names)
            key,
        ).fetchone()
        differing = [
            (field, before, after)
            for (field, after), before in zip(changes.items(), old, strict=True)
            if before != after
        ]
        if differing:
            fields = ", ".join(f"{field} = ?" for field, _, _ in differing)
            self.link.execute(
                f"UPDATE {shape.name} SET {fields} WHERE {where}",  # noqa: S608  (our names)
                (*(after for _, _, after in differing), *key),
            )
        for field, before, after in differing:
            self._append(table, shape.target(key), _text(after), field, _text(before))
        return tuple(field for field, _, _ in differing)

    def reverse(self, operation: int) -> None:
        """Put back what `operation` changed: new rows go out of use, fields get their old value.

        Raises:
            UserError: something was changed again since.
        """
        for entries in _by_row(reversed(entries_of(self.link, operation))):
            table = TABLES[entries[0].kind]
            key = table.value.key_of(entries[0].target)
            if entries[0].field == WHOLE_ROW:
                if "live" in table.value.fields:
                    self.change(table, key, {"live": 0})
                continue
            where = " AND ".join(f"{part} = ?" for part in table.value.key)
            names = ", ".join(entry.field for entry in entries)
            present = self.link.execute(
                f"SELECT {names} FROM {table.value.name} WHERE {where}",  # noqa: S608
                key,
            ).fetchone()
            wanted = [entry.new for entry in entries]
            if present is None or list(map(_text, present)) != wanted:
                raise UserError(Why.CHANGED_SINCE)
            old = {
                entry.field: _typed(entry.old, value)
                for entry, value in zip(entries, present, strict=True)
            }
            self.change(table, key, old)

    def _append(
        self, table: Table, target: str, new: str | None, field: str = WHOLE_ROW,
        old: str | None = None,
    ) -> None:  # fmt: skip
        kind = table.value.name
        head = self._heading
        self._seq += 1
        row = (
            self._seq, self.number, head.act, head.reverses, head.at, head.who,
            kind, target, field, old, new, head.why,
        )  # fmt: skip
        self._hash = entry_hash(row, self._hash)
        self.link.execute(_INSERT, (*row, self._hash))
        self.touched.add((kind, target))
        self.is_structural |= field in (WHOLE_ROW, "live")


def entry_hash(row: Iterable[Value], before: str) -> str:
    """Return the hash of an entry (all columns but `hash`) and of the hash before it."""
    return hashlib.sha256(_hashed([*row, before]).encode()).hexdigest()


_hashed = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode  # made once


def _by_row(entries: Iterable[LogEntry]) -> Iterator[list[LogEntry]]:
    """Yield entries that follow each other and change different fields of one row together."""
    here: list[LogEntry] = []
    for entry in entries:
        is_same = here and (entry.kind, entry.target) == (here[0].kind, here[0].target)
        fields = {one.field for one in here} | {WHOLE_ROW}
        if here and not (is_same and entry.field not in fields and here[0].field != WHOLE_ROW):
            yield here
            here = []
        here.append(entry)
    if here:
        yield here


def entries_of(link: sqlite3.Connection, operation: int) -> list[LogEntry]:
    """Return the entries of one operation, oldest first."""
    found = link.execute(
        f"SELECT {_COLUMNS} FROM log WHERE operation = ? ORDER BY seq",  # noqa: S608
        (operation,),
    )
    return [LogEntry(*row) for row in found]


def entries_about(link: sqlite3.Connection, kind: str, target: str) -> list[LogEntry]:
    """Return the entries about one row, oldest first."""
    found = link.execute(
        f"SELECT {_COLUMNS} FROM log WHERE kind = ? AND target = ? ORDER BY seq",  # noqa: S608
        (kind, target),
    )
    return [LogEntry(*row) for row in found]


def all_entries(link: sqlite3.Connection, *, last: int | None = None) -> list[LogEntry]:
    """Return the whole log, or its `last` entries, oldest first."""
    found = link.execute(
        f"SELECT {_COLUMNS} FROM log ORDER BY seq DESC LIMIT ?",  # noqa: S608
        (-1 if last is None else last,),
    )
    return [LogEntry(*row) for row in found][::-1]


def entries_between(link: sqlite3.Connection, after: int, before: int, most: int) -> list[LogEntry]:
    """Return up to `most` entries numbered between the two, both left out, newest first."""
    found = link.execute(
        f"SELECT {_COLUMNS} FROM log WHERE seq > ? AND seq < ? "  # noqa: S608
        "ORDER BY seq DESC LIMIT ?",
        (after, before, most),
    )
    return [LogEntry(*row) for row in found]


class Change(NamedTuple):
    """What one entry of the log did to one field; `field` `*` is a new row, `new` its content."""

    seq: int
    operation: int
    target: str
    field: str
    new: str | None
    at: str


def changes_by_row(
    link: sqlite3.Connection, table: Table, fields: Iterable[str]
) -> Iterator[Change]:
    """Yield every change of these fields and every new row, row by row, the oldest first."""
    wanted = (WHOLE_ROW, *fields)
    marks = ", ".join("?" * len(wanted))
    found = link.execute(
        f"SELECT seq, operation, target, field, new, at FROM log "  # noqa: S608  (only marks)
        f"WHERE kind = ? AND field IN ({marks}) ORDER BY target, seq",
        (table.value.name, *wanted),
    )
    return map(Change._make, found)


def entry_count(link: sqlite3.Connection) -> int:
    """Return how many entries there are."""
    return int(link.execute("SELECT count(*) FROM log").fetchone()[0])


def first_act(link: sqlite3.Connection, operation: int) -> str:
    """Return the act that an operation is about: of an undo, what it undid, however often."""
    act, before = "", operation + 1
    while operation < before:  # a log that somebody changed may run in a circle
        found = link.execute(
            "SELECT act, reverses FROM log WHERE operation = ? LIMIT 1", (operation,)
        ).fetchone()
        if found is None:
            break
        act, before = str(found[0]), operation
        if found[1] is None:
            break
        operation = found[1]
    return act


def retirements(link: sqlite3.Connection, kind: str, targets: Iterable[str]) -> dict[str, LogEntry]:
    """Return by target the entry that took a row out of use, with its reason.

    A row whose creation was undone was not taken out of use: it never was.
    """
    found: dict[str, LogEntry] = {}
    by_operation: dict[int, set[str]] = {}
    for target in targets:
        taker = _last_taken_by(link, kind, target)
        if taker is not None:
            by_operation.setdefault(taker, set()).add(target)
    for operation, wanted in by_operation.items():
        for entry in entries_of(link, operation):  # once, however many rows it took
            is_it = (entry.kind, entry.field, entry.new) == (kind, "live", "0")
            if is_it and entry.target in wanted:
                found[entry.target] = entry
    return found


def _last_taken_by(link: sqlite3.Connection, kind: str, target: str) -> int | None:
    """Return the operation that put a row in or out of use; None if none did.

    After one that reverses another all is as it was before that other, by whatever it came so.
    """
    before = _NO_OPERATION
    while True:
        newest = link.execute(
            "SELECT operation, reverses FROM log WHERE kind = ? AND target = ? "
            "AND field = 'live' AND operation < ? ORDER BY seq DESC LIMIT 1",
            (kind, target, before),
        ).fetchone()
        if newest is None:
            return None
        operation, reverses = newest
        if reverses is None:
            return int(operation)
        before = int(reverses)


def retirement(link: sqlite3.Connection, kind: str, target: str) -> LogEntry | None:
    """Return the entry that took one row out of use; None if none did."""
    return retirements(link, kind, [target]).get(target)


def newest_time(link: sqlite3.Connection) -> str:
    """Return when the last entry was written (ISO 8601 with offset); '' without entries."""
    found = link.execute("SELECT at FROM log ORDER BY seq DESC LIMIT 1").fetchone()
    return str(found[0]) if found else ""


def newest_hash(link: sqlite3.Connection) -> str:
    """Return the hash of the last entry."""
    found = link.execute("SELECT hash FROM log ORDER BY seq DESC LIMIT 1").fetchone()
    return str(found[0]) if found else NO_HASH


def _text(value: Value) -> str | None:
    return None if value is None else str(value)


def _typed(text: str | None, like: Value) -> Value:
    """Return a logged text as the column keeps it: a number where a number stands."""
    return int(text) if isinstance(like, int) and text is not None else text
