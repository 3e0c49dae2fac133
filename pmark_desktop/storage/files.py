"""Workspace files as a whole: made in one step, copied, brought to the newest schema."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from pmark_desktop.domain.errors import StorageError, Why
from pmark_desktop.storage.database import DRAFT, connect, outside_faults
from pmark_desktop.storage.lock import place_new
from pmark_desktop.storage.schemas import APPLICATION_ID, DDL, SCHEMA


def create_file(path: Path, fill: Callable[[sqlite3.Connection], None]) -> None:
    """Make a workspace file that `fill` writes its first content into.

    It is written under another name in the same folder and gets its own in one step.

    Raises:
        StorageError: there is a file of that name, or the folder or disk said no.
    """
    if os.path.lexists(path):
        raise StorageError(Why.FILE_IS_THERE, file=path.name)
    if not os.path.isdir(path.parent):  # noqa: PTH112  (never raises)
        raise StorageError(Why.TARGET_FOLDER_MISSING, file=str(path.parent))
    draft = path.with_name(f".{os.urandom(16).hex()}{DRAFT}")
    try:
        with outside_faults(path):
            _write(draft, fill)
        if not place_new(draft, path):
            raise StorageError(Why.FILE_IS_THERE, file=path.name)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise StorageError(Why.TARGET_NOT_WRITABLE, file=path.name) from error
    finally:
        with suppress(OSError, ValueError):
            draft.unlink(missing_ok=True)
            draft.with_name(draft.name + "-journal").unlink(missing_ok=True)


def _write(draft: Path, fill: Callable[[sqlite3.Connection], None]) -> None:
    from uuid import uuid4  # noqa: PLC0415

    link = connect(draft, "rwc")
    try:
        link.execute("PRAGMA synchronous = FULL")
        link.execute("PRAGMA foreign_keys = ON")
        link.execute("BEGIN IMMEDIATE")
        link.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        link.execute(f"PRAGMA user_version = {SCHEMA}")
        for statement in DDL:
            link.execute(statement)
        link.execute("INSERT INTO workspace VALUES (1, ?)", (str(uuid4()),))
        fill(link)
        link.execute("COMMIT")
    finally:
        link.close()
