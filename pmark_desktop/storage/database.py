"""One SQLite file. Only this folder knows sqlite3, and nothing else opens that file.

A plain open() and close() of the file in this process would drop the locks that SQLite holds
on it (POSIX); a second SQLite library would as well.
Source: https://sqlite.org/howtocorrupt.html, 2.2 (read 2026-11-23).
"""

import os
import sqlite3
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from pmark_desktop.domain.errors import StorageError, Why
from pmark_desktop.storage.schemas import APPLICATION_ID, LENSES, OBJECTS, SCHEMA

DRAFT = ".part"
"""The end of the name that a file has until it is whole."""
Link = sqlite3.Connection
"""An open file, as it is handed through the layers that may not know what it is."""

_BUSY_MS = 3000

# Faults of disk, lock or file. What is not listed is our own mistake.
_OUTSIDE = {
    "BUSY": Why.FILE_BUSY,
    "LOCKED": Why.FILE_BUSY,
    "READONLY": Why.FILE_READ_ONLY,
    "FULL": Why.DISK_FULL,
    "CORRUPT": Why.FILE_DAMAGED,
    "NOTADB": Why.FILE_NOT_A_WORKSPACE,
    "IOERR": Why.FILE_UNREADABLE,
    "CANTOPEN": Why.FILE_UNREADABLE,
    "PERM": Why.FILE_UNREADABLE,
    "AUTH": Why.FILE_UNREADABLE,
    "TOOBIG": Why.FILE_DAMAGED,
}


class Mark(NamedTuple):
    """How a file stands: another mark means that another has written, upgraded or replaced it.

    `identity` is None while there is no file at its place. What a connection writes itself does
    not change its `version`.
    """

    identity: tuple[int, int] | None
    schema: int
    version: int

    def is_same_file(self, other: "Mark") -> bool:
        """Tell whether an open connection can go on reading."""
        return (self.identity, self.schema) == (other.identity, other.schema)


class Database:
    """An open workspace file. Use it from the thread that opened it.

    Rollback journal with full sync: a commit that returned survives the loss of power, also on
    a share, and at rest there is one file.
    """

    def __init__(self, path: Path, *, writes: bool) -> None:
        """Open an existing file.

        Raises:
            StorageError: it is not there, not ours, newer, damaged, or cannot be read.
        """
        self.path = check_place(path, writes=writes)
        self.writes = writes
        self._link = connect(self.path, "ro" if is_read_only(self.path) else "rw")
        try:
            with outside_faults(self.path):
                self._prepare()
            self._identity = _identity(self.path)
        except BaseException:
            self._link.close()
            raise

    def _prepare(self) -> None:
        run = self._link.execute
        run("PRAGMA trusted_schema = OFF")
        run("PRAGMA foreign_keys = ON")
        run("PRAGMA cell_size_check = ON")
        run("PRAGMA mmap_size = 0")
        run("PRAGMA temp_store = MEMORY")
        version = check_kind(self._link, self.path)
        self._check_size()
        if self.writes:
            run("PRAGMA journal_mode = TRUNCATE")
            run("PRAGMA synchronous = FULL")
        else:
            for statement in LENSES.get(version, ()):
                run(statement)
            run("PRAGMA query_only = ON")

    def _check_size(self) -> None:
        """Refuse a file that ends within its last page: SQLite sees only whole ones missing."""
        with self.reading() as link:
            pages = link.execute("PRAGMA page_count").fetchone()[0]
            size = link.execute("PRAGMA page_size").fetchone()[0]
            if self.path.stat().st_size < pages * size:
                raise StorageError(Why.FILE_DAMAGED, file=self.path.name)

    @property
    def mark(self) -> Mark:
        """How the file stands now.

        Raises:
            StorageError: the file cannot be read just now.
        """
        here = _identity(self.path)
        with outside_faults(self.path):
            version = self._link.execute("PRAGMA data_version").fetchone()[0]
            schema = self._link.execute("PRAGMA user_version").fetchone()[0]
        return Mark(here, schema, version)

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Yield the connection; commit at the end, roll back on any error.

        Raises:
            StorageError: disk, lock or file said no. Nothing changed.
        """
        if not self.writes:
            raise StorageError(Why.FILE_READ_ONLY)
        if _identity(self.path) != self._identity:
            raise StorageError(Why.FILE_REPLACED, file=self.path.name)
        with outside_faults(self.path):
            self._link.execute("BEGIN IMMEDIATE")
            try:
                yield self._link
                self._link.execute("COMMIT")
            except BaseException:
                if self._link.in_transaction:
                    self._link.execute("ROLLBACK")
                raise

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Yield the connection for queries that belong together.

        Raises:
            StorageError: the file cannot be read just now.
        """
        with outside_faults(self.path):
            if self._link.in_transaction:
                yield self._link
                return
            self._link.execute("BEGIN")
            try:
                yield self._link
            finally:
                if self._link.in_transaction:  # SQLite ends it itself on a fault of the disk
                    self._link.execute("ROLLBACK")

    def copy_to(self, target: Path) -> None:
        """Write a whole copy, as of now, to a new file.

        Raises:
            StorageError: the copy could not be made.
        """
        with outside_faults(target):
            other = connect(target, "rwc")
            try:
                self._link.backup(other)
                other.execute("PRAGMA journal_mode = DELETE")
            finally:
                other.close()

    def close(self) -> None:
        """Close the file; it is then one file again, without a journal beside it."""
        if self.writes and _identity(self.path) == self._identity:  # else the journal is another's
            with suppress(sqlite3.Error):  # a reader is still there: the next close does it
                self._link.execute("PRAGMA journal_mode = DELETE")
        self._link.close()


@contextmanager
def outside_faults(path: Path) -> Iterator[None]:
    """Turn faults of disk, lock and file into a StorageError; let our mistakes through."""
    try:
        yield
    except UnicodeDecodeError as error:
        raise StorageError(Why.FILE_DAMAGED, file=path.name) from error
    except sqlite3.Error as error:
        if "decode to UTF-8" in str(error):  # the module's own error, without a code
            raise StorageError(Why.FILE_DAMAGED, file=path.name) from error
        code = getattr(error, "sqlite_errorname", "").removeprefix("SQLITE_")
        for start, why in _OUTSIDE.items():
            if code.startswith(start):
                raise StorageError(why, file=path.name) from error
        raise


def check_place(path: Path, *, writes: bool) -> Path:
    """Return the real path of a file that may be a workspace.

    Raises:
        StorageError: it is not there, no file, empty, or has a second name to be written by.
    """
    name = path.name
    try:
        real = path.resolve(strict=True)
        found = real.stat()
    except FileNotFoundError as error:
        raise StorageError(Why.FILE_NOT_THERE, file=name) from error
    except (OSError, RuntimeError, ValueError) as error:
        raise StorageError(Why.FILE_UNREADABLE, file=name) from error
    if stat.S_ISDIR(found.st_mode):
        raise StorageError(Why.FILE_IS_A_FOLDER, file=name)
    if not stat.S_ISREG(found.st_mode):
        raise StorageError(Why.FILE_NOT_A_WORKSPACE, file=name)
    if found.st_size == 0:
        raise StorageError(Why.FILE_EMPTY, file=name)
    if not os.access(real, os.R_OK):
        raise StorageError(Why.FILE_UNREADABLE, file=name)
    if writes and found.st_nlink > 1 and not _drops_draft(real):
        raise StorageError(Why.FILE_MANY_NAMES, file=name)
    return real


def _drops_draft(real: Path) -> bool:
    """Remove the second name that a killed creation left behind; tell whether that was all."""
    for draft in real.parent.glob(f".*{DRAFT}"):
        with suppress(OSError):
            if draft.samefile(real):
                draft.unlink()
    return real.stat().st_nlink == 1


def is_read_only(path: Path) -> bool:
    """Tell whether the file or its folder does not let itself be written.

    A missing write mark counts even for an administrator, who could write all the same.
    """
    everyone = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
    places = [path] if sys.platform == "win32" else [path, path.parent]
    marked = any(not place.stat().st_mode & everyone for place in places)
    return marked or not all(os.access(place, os.W_OK) for place in (path, path.parent))


def check_kind(link: sqlite3.Connection, path: Path) -> int:
    """Return the schema number of an open file that is ours.

    Raises:
        StorageError: of another program, of a newer version, or with strange objects in it.
    """
    number = link.execute("PRAGMA application_id").fetchone()[0]
    if number not in (0, APPLICATION_ID):
        raise StorageError(Why.FILE_OF_ANOTHER_PROGRAM, file=path.name)
    found = link.execute(
        "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    )
    objects = frozenset((kind, name, " ".join((sql or "").split())) for kind, name, sql in found)
    if number == 0:
        why = Why.FILE_OF_ANOTHER_PROGRAM if objects else Why.FILE_NOT_A_WORKSPACE
        raise StorageError(why, file=path.name)
    version: int = link.execute("PRAGMA user_version").fetchone()[0]
    if version > SCHEMA:
        raise StorageError(Why.FILE_NEWER, file=path.name, version=version)
    if objects != OBJECTS.get(version):
        raise StorageError(Why.FILE_STRANGE_OBJECTS, file=path.name)
    return version


def connect(path: Path, mode: str) -> sqlite3.Connection:
    """Return a bare connection; `mode` is `ro`, `rw` or `rwc`."""
    with outside_faults(path):
        return sqlite3.connect(
            _address(path, mode), uri=True, isolation_level=None, timeout=_BUSY_MS / 1000
        )


def _address(path: Path, mode: str) -> str:
    """Return the SQLite address of a path; a share is `file:////server/share/…`."""
    plain = path.absolute().as_posix()
    start = "file://" if plain.startswith("/") else "file:///"
    return f"{start}{quote(os.fsencode(plain))}?mode={mode}"


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
