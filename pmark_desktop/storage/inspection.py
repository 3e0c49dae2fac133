"""What a check looks at: pages, links, the chain of the log, rows against the log, evidence."""

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from pmark_desktop.storage.contents import pieces
from pmark_desktop.storage.journal import NO_HASH, WHOLE_ROW, entry_hash
from pmark_desktop.storage.tables import TABLES, Shape

_ENTRIES = """SELECT seq, operation, act, reverses, at, who, kind, target, field, old, new, why,
                     hash FROM log ORDER BY seq"""
_LAST_NEW = """SELECT target, field, new, max(seq) FROM log WHERE kind = ? GROUP BY target, field"""


@contextmanager
def lenient_texts(link: sqlite3.Connection) -> Iterator[None]:
    """Read text that is no UTF-8 with a mark in its place, so that it can be named."""
    link.text_factory = lambda raw: raw.decode("utf-8", "replace")
    try:
        yield
    finally:
        link.text_factory = str


def damaged_pages(link: sqlite3.Connection) -> Iterator[str]:
    """Yield what SQLite itself finds wrong with the structure of the file."""
    for (line,) in link.execute("PRAGMA integrity_check"):
        if line != "ok":
            yield str(line)


def broken_links(link: sqlite3.Connection) -> Iterator[str]:
    """Yield each table with a row that points to nothing."""
    for table, _, parent, _ in link.execute("PRAGMA foreign_key_check"):
        yield f"{table} → {parent}"


def log_faults(link: sqlite3.Connection) -> Iterator[int]:
    """Yield the number of each entry that is missing or whose hash does not fit.

    After a changed entry the chain goes on from the hash that stands there, so that one change
    is one fault.
    """
    before, expected = NO_HASH, 1
    for *row, found in link.execute(_ENTRIES):
        if row[0] != expected or entry_hash(row, before) != found:
            yield int(row[0])
        before, expected = found, int(row[0]) + 1


def row_faults(link: sqlite3.Connection) -> Iterator[str]:
    """Yield each row that differs from its last logged values, and each one not in the log.

    A field that was never logged still has the default of its column.
    """
    for name, table in TABLES.items():
        wanted, unset = _logged(link, name), _defaults(link, name)
        for target, present in _present(link, table.value):
            logged = wanted.pop(target, None)
            if logged is None or any(
                _text(value) != logged.get(field, unset[field])
                for field, value in present.items()
                if field in unset  # an older file has fewer columns
            ):
                yield f"{name} {target}"
        for target in wanted:
            yield f"{name} {target}"


def _defaults(link: sqlite3.Connection, table: str) -> dict[str, str | None]:
    """Return the default of each column of the file itself; the schema is known to be ours."""
    found = link.execute("SELECT name, dflt_value FROM pragma_table_info(?, 'main')", (table,))
    return {
        name: _text(link.execute(f"SELECT {default or 'NULL'}").fetchone()[0])
        for name, default in found.fetchall()
    }


def _logged(link: sqlite3.Connection, kind: str) -> dict[str, dict[str, str | None]]:
    """Return the last logged value of each field of each row of a table."""
    found: dict[str, dict[str, str | None]] = {}
    later: list[tuple[str, str, str | None]] = []
    for target, field, new, _ in link.execute(_LAST_NEW, (kind,)):
        if field == WHOLE_ROW:
            found[target] = _whole(new)
        else:
            later.append((target, field, new))
    for target, field, new in later:
        found.setdefault(target, {})[field] = new
    return found


def _whole(new: str | None) -> dict[str, str | None]:
    """Return the logged fields of a new row; none where the entry was tampered with."""
    try:
        return {name: _text(value) for name, value in json.loads(new or "").items()}
    except (ValueError, AttributeError):
        return {}


def _present(link: sqlite3.Connection, shape: Shape) -> Iterator[tuple[str, dict[str, object]]]:
    names = (*shape.key, *shape.fields)
    for row in link.execute(f"SELECT {', '.join(names)} FROM {shape.name}"):  # noqa: S608
        yield shape.target(row[: len(shape.key)]), dict(zip(names, row, strict=True))


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def evidence_faults(link: sqlite3.Connection) -> Iterator[int]:
    """Yield the number of every evidence file, also retired, that is not what was attached."""
    found = link.execute(
        "SELECT number, sha256, size FROM evidence WHERE kind = 'file' ORDER BY number"
    )
    for number, sha256, size in found.fetchall():
        digest, count = hashlib.sha256(), 0
        for piece in pieces(link, sha256):
            digest.update(piece)
            count += len(piece)
        if count != size or digest.hexdigest() != sha256:
            yield number
