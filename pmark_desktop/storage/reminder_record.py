"""What was given, put off and silenced: one small file of the person, for all workspaces.

It lies in the person's data folder, never in a workspace: reminding works beside an open window
and on a read-only share. It holds ids, dates, steps and the reasons for silence, nothing else.
Several processes may use it at once. Where it cannot be used, all is kept in memory for as long
as the program runs, and `troubles` says so: no fault of this file may hide a deadline.
"""

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from pmark_desktop.domain.days import add_months
from pmark_desktop.domain.errors import Notice, StorageError, Why
from pmark_desktop.domain.reminders import Channel, Key, Subject
from pmark_desktop.storage.database import connect, is_read_only, outside_faults

NAME = "reminders.sqlite"
APPLICATION_ID = 0x504D5252  # "PMRR"
SCHEMA = 1
KEPT_MONTHS = 36
_VOUCHING_DAYS = 30
_DAMAGED = (Why.FILE_DAMAGED, Why.FILE_NOT_A_WORKSPACE)
_SUBJECT = "workspace TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, due TEXT NOT NULL"
_GIVEN = (
    "SELECT channel FROM given WHERE workspace = ? AND kind = ? AND id = ? AND due = ? AND step = ?"
)
_TABLES = (
    f"CREATE TABLE given ({_SUBJECT}, step INTEGER NOT NULL, channel TEXT NOT NULL, "
    "day TEXT NOT NULL, PRIMARY KEY (workspace, kind, id, due, step, channel)) "
    "STRICT, WITHOUT ROWID",
    f"CREATE TABLE snoozed ({_SUBJECT}, until TEXT NOT NULL, "
    "PRIMARY KEY (workspace, kind, id, due)) STRICT, WITHOUT ROWID",
    f"CREATE TABLE silenced ({_SUBJECT}, reason TEXT NOT NULL, day TEXT NOT NULL, "
    "PRIMARY KEY (workspace, kind, id, due)) STRICT, WITHOUT ROWID",
)


class Trouble(NamedTuple):
    """What a person should know about the record, and the facts for its words."""

    notice: Notice
    facts: Mapping[str, object]


class Silence(NamedTuple):
    """Why reminders of a subject were stopped, and on which day."""

    reason: str
    day: date


class Marks(NamedTuple):
    """What is recorded of one workspace; of what was given, the keys that were asked for."""

    given: Mapping[Key, frozenset[Channel]]
    snoozed: Mapping[Subject, date]
    silenced: Mapping[Subject, Silence]


class ReminderRecord:
    """The record of one person. Use it from the thread that made it.

    Args:
        folder: the person's data folder; it is made where there is none.
        now: the real time: a damaged record is moved aside under a name that carries it.
        patience_ms: how long to wait for another process that writes.

    `troubles` are what should be told once.
    """

    def __init__(self, folder: Path, now: datetime, patience_ms: int = 3000) -> None:
        self.path = folder / NAME
        self.troubles: list[Trouble] = []
        self._seen: int | None = None
        self._pruned_on: date | None = None
        self._link = self._settled(now)
        self._link.execute(f"PRAGMA busy_timeout = {patience_ms}")

    def close(self) -> None:
        """Close the file."""
        self._link.close()

    def __enter__(self) -> "ReminderRecord":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # opening

    def _settled(self, now: datetime) -> sqlite3.Connection:
        """Return a connection to the record, to a fresh one, or to memory: never an error."""
        try:
            return self._opened()
        except StorageError as error:
            is_damaged = error.why in _DAMAGED
        if is_damaged:
            aside = self._moved_aside(now)
            with suppress(StorageError):
                link = self._opened()
                if aside is not None:
                    self.troubles.append(Trouble(Notice.RECORD_RENEWED, {"file": aside.name}))
                return link
        self.troubles.append(Trouble(Notice.RECORD_UNUSED, {"file": str(self.path)}))
        return self._in_memory()

    def _opened(self) -> sqlite3.Connection:
        with outside_faults(self.path):
            self._make_place()
            link = connect(self.path, "rw")
            try:
                _prepare(link, self.path.name)
            except BaseException:
                link.close()
                raise
            return link

    def _make_place(self) -> None:
        """Make the file, for this person's eyes only, where there is none."""
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with suppress(FileExistsError):
                os.close(os.open(self.path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            self._seen = self.path.stat().st_ino
            if is_read_only(self.path):
                raise StorageError(Why.FILE_READ_ONLY)
        except (OSError, ValueError) as error:
            raise StorageError(Why.FILE_UNREADABLE, file=self.path.name) from error

    def _moved_aside(self, now: datetime) -> Path | None:
        """Give a damaged record a dated name; None if another process was faster, or cannot.

        Its journal goes first: left behind, it would be played back into the fresh record.
        """
        aside = self.path.with_name(f"{self.path.stem}-{now:%Y%m%d-%H%M%S}.damaged")
        journal = self.path.with_name(f"{NAME}-journal")
        try:
            if self.path.stat().st_ino != self._seen:
                return None
            with suppress(FileNotFoundError):
                journal.rename(aside.with_name(f"{aside.name}-journal"))
            self.path.rename(aside)
        except OSError:
            return None
        return aside

    def _in_memory(self) -> sqlite3.Connection:
        """Return a record in memory, with what can still be read of the one on the disk."""
        memory = sqlite3.connect(":memory:", isolation_level=None)
        with suppress(StorageError, sqlite3.Error):
            link = connect(self.path, "ro")
            try:
                _check_kind(link, self.path.name)
                link.backup(memory)
                _check(memory, self.path.name)
            finally:
                link.close()
            return memory
        memory.close()
        fresh = sqlite3.connect(":memory:", isolation_level=None)
        _create(fresh)
        return fresh

    # reading

    def marks(self, workspace: str, keys: Iterable[Key]) -> Marks:
        """Return what is recorded of a workspace, by its uuid, and by which way `keys` were given.

        Raises:
            StorageError: the record cannot be read just now.
        """
        with outside_faults(self.path):
            try:
                return self._marks(workspace, keys)
            except (ValueError, TypeError) as error:  # values this program never writes
                raise StorageError(Why.FILE_DAMAGED, file=self.path.name) from error

    def _marks(self, workspace: str, keys: Iterable[Key]) -> Marks:
        run = self._link.execute
        given: dict[Key, frozenset[Channel]] = {}
        for key in keys:  # looked up one by one: years of what was given are not read
            found = run(_GIVEN, (workspace, key.kind, key.id, key.due.isoformat(), key.step))
            if channels := found.fetchall():
                given[key] = frozenset(Channel(channel) for (channel,) in channels)
        snoozed = {
            Subject(kind, id_, date.fromisoformat(due)): date.fromisoformat(until)
            for kind, id_, due, until in run(
                "SELECT kind, id, due, until FROM snoozed WHERE workspace = ?", (workspace,)
            )
        }
        silenced = {
            Subject(kind, id_, date.fromisoformat(due)): Silence(why, date.fromisoformat(day))
            for kind, id_, due, why, day in run(
                "SELECT kind, id, due, reason, day FROM silenced WHERE workspace = ?", (workspace,)
            )
        }
        return Marks(given, snoozed, silenced)

    # writing

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Hold the record alone: what is read in it stays true until its end.

        Others wait for it, and then see what was given. A process that dies in it has given
        nothing as far as the record goes: rather twice than never.

        Raises:
            StorageError: the record cannot be written just now. Nothing was recorded.
        """
        if self._link.in_transaction:
            yield
            return
        with outside_faults(self.path):
            self._link.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._link.execute("COMMIT")
            except BaseException:
                if self._link.in_transaction:
                    self._link.execute("ROLLBACK")
                raise

    def mark(self, workspace: str, keys: Iterable[Key], channel: Channel, day: date) -> None:
        """Record that these were given, on `day`; what is very old goes.

        Raises:
            StorageError: it could not be written.
        """
        rows = [
            (workspace, kind, id_, due.isoformat(), step, channel.value, day.isoformat())
            for kind, id_, due, step in keys
        ]
        if not rows:
            return
        with self.transaction():
            self._link.executemany("INSERT OR IGNORE INTO given VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
            if day != self._pruned_on:
                self._pruned_on = day
                self._prune(day)

    def snooze(self, workspace: str, key: Key, until: date) -> None:
        """Keep silent about a subject until a day; then its step is given once more.

        Raises:
            StorageError: it could not be written.
        """
        place = (workspace, key.kind, key.id, key.due.isoformat())
        with self.transaction():
            self._link.execute(
                "INSERT OR REPLACE INTO snoozed VALUES (?, ?, ?, ?, ?)", (*place, until.isoformat())
            )
            self._link.execute(
                "DELETE FROM given WHERE workspace = ? AND kind = ? AND id = ? AND due = ? "
                "AND step = ?",
                (*place, key.step),
            )

    def silence(self, workspace: str, subject: Subject, reason: str, day: date) -> None:
        """Stop the reminders of a subject, for a reason, until its date moves.

        Raises:
            StorageError: it could not be written.
        """
        place = (workspace, subject.kind, subject.id, subject.due.isoformat())
        with self.transaction():
            self._link.execute(
                "INSERT OR REPLACE INTO silenced VALUES (?, ?, ?, ?, ?, ?)",
                (*place, reason, day.isoformat()),
            )

    def wake(self, workspace: str, subject: Subject) -> None:
        """Let a subject be reminded of again, whether it was put off or silenced.

        Raises:
            StorageError: it could not be written.
        """
        place = (workspace, subject.kind, subject.id, subject.due.isoformat())
        with self.transaction():
            for table in ("snoozed", "silenced"):
                self._link.execute(
                    f"DELETE FROM {table} "  # noqa: S608  (our names)
                    "WHERE workspace = ? AND kind = ? AND id = ? AND due = ?",
                    place,
                )

    def _prune(self, day: date) -> None:
        """Let go of what is over three years old, once many later days vouch for the clock.

        A clock that is merely set forward for a day must not make the record forget.
        """
        cut = (add_months(day, -KEPT_MONTHS).isoformat(),)
        old = self._link.execute("SELECT 1 FROM given WHERE day < ? LIMIT 1", cut).fetchone()
        if old is None:
            return
        later = self._link.execute("SELECT count(DISTINCT day) FROM given WHERE day >= ?", cut)
        if later.fetchone()[0] < _VOUCHING_DAYS:
            return
        self._link.execute("DELETE FROM given WHERE day < ?", cut)
        self._link.execute("DELETE FROM snoozed WHERE until < ?", cut)
        self._link.execute("DELETE FROM silenced WHERE day < ?", cut)


def _prepare(link: sqlite3.Connection, name: str) -> None:
    link.execute("PRAGMA trusted_schema = OFF")
    link.execute("PRAGMA cell_size_check = ON")
    if _is_blank(link):
        link.execute("BEGIN IMMEDIATE")  # only one of several fills it
        try:
            if _is_blank(link):
                _create(link)
            link.execute("COMMIT")
        except BaseException:
            if link.in_transaction:
                link.execute("ROLLBACK")
            raise
    _check(link, name)


def _is_blank(link: sqlite3.Connection) -> bool:
    number = link.execute("PRAGMA application_id").fetchone()[0]
    return number == 0 and link.execute("SELECT 1 FROM sqlite_schema").fetchone() is None


def _create(link: sqlite3.Connection) -> None:
    link.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    link.execute(f"PRAGMA user_version = {SCHEMA}")
    for statement in _TABLES:
        link.execute(statement)


def _check_kind(link: sqlite3.Connection, name: str) -> None:
    """Check that a file is a record this program can use.

    Raises:
        StorageError: of another program, or of a newer version.
    """
    if link.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise StorageError(Why.FILE_OF_ANOTHER_PROGRAM, file=name)
    version: int = link.execute("PRAGMA user_version").fetchone()[0]
    if version != SCHEMA:
        raise StorageError(Why.FILE_NEWER, file=name, version=version)


def _check(link: sqlite3.Connection, name: str) -> None:
    """Check kind, objects and pages.

    Raises:
        StorageError: it is another's, newer, or damaged.
    """
    _check_kind(link, name)
    found = {sql for (sql,) in link.execute("SELECT sql FROM sqlite_schema WHERE sql NOT NULL")}
    sound = link.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
    if found != set(_TABLES) or not sound:
        raise StorageError(Why.FILE_DAMAGED, file=name)
