"""From an older schema to the newest, with a verified copy kept first."""

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from pmark_desktop.domain.errors import StorageError, Why
from pmark_desktop.storage.database import check_kind, connect, outside_faults
from pmark_desktop.storage.journal import newest_hash
from pmark_desktop.storage.schemas import SCHEMA, STEPS


def upgrade(
    path: Path, now: datetime, steps: Mapping[int, Sequence[str]] = STEPS, newest: int = SCHEMA
) -> Path | None:
    """Bring a file to schema `newest`, each step one transaction; return the copy made before.

    None if there was nothing to do. The caller holds the lock, and nobody has the file open.

    Raises:
        StorageError: a copy could not be made or verified, or a step failed; the file is as it
            was before that step.
    """
    with outside_faults(path):
        link = connect(path, "rw")
        try:
            link.execute("PRAGMA trusted_schema = OFF")
            version = check_kind(link, path)
            if version >= newest:
                return None
            copy = _verified_copy(link, path, version, now)
            link.execute("PRAGMA journal_mode = TRUNCATE")
            link.execute("PRAGMA synchronous = FULL")
            for number in range(version, newest):
                _step(link, number, steps[number])
            link.execute("PRAGMA journal_mode = DELETE")
            return copy
        finally:
            link.close()


def _step(link: sqlite3.Connection, number: int, statements: Sequence[str]) -> None:
    link.execute("BEGIN IMMEDIATE")
    try:
        for statement in statements:
            link.execute(statement)
        link.execute(f"PRAGMA user_version = {number + 1}")
        if link.execute("PRAGMA foreign_key_check").fetchone():
            raise StorageError(Why.FILE_DAMAGED, file="")
        link.execute("COMMIT")
    except BaseException:
        if link.in_transaction:
            link.execute("ROLLBACK")
        raise


def _verified_copy(link: sqlite3.Connection, path: Path, version: int, now: datetime) -> Path:
    """Copy the file beside it, named by time, schema and the end of its log, and check it."""
    tip = newest_hash(link)
    copy = path.with_name(f"{path.stem}-{now:%Y%m%d-%H%M%S}-v{version}-{tip[:12]}{path.suffix}")
    draft = copy.with_name(f".{copy.name}.part")
    try:
        other = connect(draft, "rwc")
        try:
            link.backup(other)
            sound = other.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            same = newest_hash(other) == tip
        finally:
            other.close()
        if not (sound and same):
            raise StorageError(Why.FILE_DAMAGED, file=path.name)
        draft.replace(copy)
    except OSError as error:
        raise StorageError(Why.TARGET_NOT_WRITABLE, file=copy.name) from error
    finally:
        draft.unlink(missing_ok=True)
    return copy
