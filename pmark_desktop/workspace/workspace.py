"""The open workspace: what it holds, and the one way to change it."""

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from pmark_desktop.domain.checklist import Checklist, Item
from pmark_desktop.domain.cycle import Cycle
from pmark_desktop.domain.days import OfficeDays
from pmark_desktop.domain.editions import EDITION_ACT, former_id
from pmark_desktop.domain.errors import Notice, StorageError, UserError, Why
from pmark_desktop.domain.records import Event, Evidence, LogEntry, Organisation, RoleHolder
from pmark_desktop.domain.snapshot import Snapshot
from pmark_desktop.domain.task import Task
from pmark_desktop.domain.texts import clean
from pmark_desktop.domain.window import WindowState, accepted_until, window_state
from pmark_desktop.storage import rows
from pmark_desktop.storage.database import Database, Link, Mark, check_place, is_read_only
from pmark_desktop.storage.journal import (
    Heading,
    Operation,
    all_entries,
    entries_about,
    entries_between,
    entries_of,
    entry_count,
    first_act,
    newest_hash,
)
from pmark_desktop.storage.lock import FileLock, Holder
from pmark_desktop.storage.migrations import upgrade
from pmark_desktop.storage.tables import Table

Clock = Callable[[], datetime]
NO_END = 2**62  # above every number that an entry can have


def real_clock() -> datetime:
    """Return the present time with its offset: for the log, never for deadlines."""
    return datetime.now().astimezone()


class Told(NamedTuple):
    """A notice and the facts for its words."""

    notice: Notice
    facts: Mapping[str, object]


def cleaned_away(count: int) -> list[Told]:
    """Return the notice that so many characters were cleaned away; none for none."""
    return [Told(Notice.TEXT_CLEANED, {"count": count})] if count else []


@dataclass(frozen=True, slots=True)
class Done:
    """What an operation did.

    `tasks` are the ids of changed tasks; None when tasks came or went, or more than tasks
    changed: then everything is to be shown anew.
    """

    operation: int
    tasks: frozenset[str] | None
    notices: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True)
class LogPart:
    """Some entries of the log, newest first.

    `origins` says for each operation that one of them reverses which act that was about;
    `total` is how many entries the whole log has.
    """

    entries: Sequence[LogEntry]
    origins: Mapping[int, str]
    total: int


@dataclass(frozen=True, slots=True)
class Content:
    """All of one cycle, as it is in the file. `tasks` are in the order of lists and items."""

    organisation: Organisation
    cycle: Cycle
    lists: Sequence[Checklist]
    events: Sequence[Event]
    roles: Sequence[RoleHolder]
    tasks: Mapping[str, Task]

    @property
    def items(self) -> dict[str, Item]:
        """Every item in use, by id."""
        return {item.id: item for checklist in self.lists for item in checklist.items}

    def task(self, id_: str) -> Task:
        """Return a task.

        Raises:
            UserError: there is none of this id.
        """
        try:
            return self.tasks[id_]
        except KeyError:
            raise UserError(Why.TASK_UNKNOWN, task=id_) from None

    def checklist(self, key: str) -> Checklist:
        """Return a checklist in use.

        Raises:
            UserError: there is none of this key.
        """
        for checklist in self.lists:
            if checklist.key == key:
                return checklist
        keys = ", ".join(checklist.key for checklist in self.lists)
        raise UserError(Why.LIST_UNKNOWN, text=key, choices=keys)


class Workspace:
    """An open workspace file. Use it from the thread that opened it.

    `holder` is who else has the file open, `is_read_only` whether nothing can be changed.
    """

    def __init__(
        self, path: Path, *, by: str, to_write: bool = True, clock: Clock = real_clock
    ) -> None:
        """Open a workspace, for writing if that is wanted and possible.

        Raises:
            StorageError: it cannot be opened at all.
        """
        real = check_place(path, writes=to_write)
        self.by = clean(by).text or "?"
        self.holder: Holder | None = None
        self._clock = clock
        self._lock = FileLock(real)
        writes = to_write and not is_read_only(real) and self._locks()
        try:
            if writes:
                upgrade(real, clock())
            self._database = Database(real, writes=writes)
            try:
                self._mark = self._database.mark
                self.content = self._load()
            except BaseException:
                self._database.close()
                raise
        except BaseException:
            self._lock.release()
            raise
        self.saved_at: datetime | None = None

    def _locks(self) -> bool:
        self.holder = self._lock.take()
        return self.holder is None

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self._database.path

    @property
    def is_read_only(self) -> bool:
        """True when nothing can be changed: a read-only place, another has it open, or closed."""
        return not self._database.writes or self.content.cycle.closed_on is not None

    @property
    def is_followed(self) -> bool:
        """True when another may write the file, and `catch_up` takes that in."""
        return not self._database.writes

    @property
    def database(self) -> Database:
        """The file, for the other modules of this layer."""
        return self._database

    def now(self) -> datetime:
        """Return the real time, by the clock that the log is written by."""
        return self._clock()

    def close(self) -> None:
        """Close the file and give up the lock."""
        self._database.close()
        self._lock.release()

    def __enter__(self) -> "Workspace":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # changing

    def refuse_if_read_only(self) -> None:
        """Do nothing if the file may be changed.

        Raises:
            UserError: somebody else has it open, its place is read-only, or its cycle is closed.
        """
        self._refuse_if_not_ours()
        if (day := self.content.cycle.closed_on) is not None:
            raise UserError(Why.CYCLE_CLOSED, day=day)

    def _refuse_if_not_ours(self) -> None:
        if self.holder is not None:
            raise UserError(
                Why.FILE_LOCKED,
                host=self.holder.host, user=self.holder.user, since=self.holder.since_when,
            )  # fmt: skip
        if not self._database.writes:
            raise StorageError(Why.FILE_READ_ONLY)

    def run(
        self,
        act: str,
        body: Callable[[Operation], None],
        *,
        why: str = "",
        reverses: int | None = None,
        notices: Sequence[Told] = (),
        of_closed: bool = False,
    ) -> Done:
        """Do one operation: what `body` changes is committed whole, or not at all.

        `of_closed` lets it change a cycle that is closed: only to open it again.

        Raises:
            UserError: it is not allowed, or would change nothing.
            StorageError: it could not be written. Nothing changed.
        """
        if of_closed:
            self._refuse_if_not_ours()
        else:
            self.refuse_if_read_only()
        now = self._clock()
        heading = Heading(act, self.by, now.isoformat(timespec="seconds"), why, reverses)
        with self._database.transaction() as link:
            operation = Operation(link, heading)
            body(operation)
            if not operation.touched:
                raise UserError(Why.NOTHING_CHANGED)
        self.saved_at = now
        return Done(operation.number, self._refresh(operation), tuple(notices))

    def undo(self, operation: int, *, act: str = "undo") -> Done:
        """Reverse an operation by a new one that names it.

        Raises:
            UserError: something was changed again since. Nothing changed.
        """
        with self._database.reading() as link:
            closes = any(
                (entry.kind, entry.field) == ("cycle", "closed_on")
                for entry in entries_of(link, operation)
            )
        return self.run(
            act, lambda doing: doing.reverse(operation), reverses=operation, of_closed=closes
        )

    def touched_by(self, operation: int) -> list[tuple[str, str]]:
        """Return kind and target of every row that an operation changed, the first first."""
        with self._database.reading() as link:
            found = [(entry.kind, entry.target) for entry in entries_of(link, operation)]
        return list(dict.fromkeys(found))

    def _refresh(self, operation: Operation) -> frozenset[str] | None:
        kinds = {kind for kind, _ in operation.touched}
        if operation.is_structural or kinds != {Table.TASK.value.name}:
            self.content = self._load()
            return None
        ids = frozenset(target.split("/", 1)[1] for _, target in operation.touched)
        tasks = dict(self.content.tasks)
        with self._database.reading() as link:
            here = self.content
            for id_ in ids:
                tasks |= rows.load_tasks(link, here.cycle, here.lists, here.events, tasks[id_])
        self.content = replace(self.content, tasks=tasks)
        return ids

    # reading

    def _load(self) -> Content:
        try:
            with without_collecting():
                return self._loaded()
        except (ValueError, TypeError, KeyError) as error:  # values this program never writes
            raise StorageError(Why.FILE_DAMAGED, file=self.path.name) from error

    def _loaded(self) -> Content:
        with self._database.reading() as link:
            cycle = rows.load_cycle(link)
            lists = rows.load_lists(link, cycle.id)
            events = rows.load_events(link, cycle.id)
            tasks = rows.load_tasks(link, cycle, lists, events)
            holidays = rows.load_holidays(link)
            self.office = OfficeDays(rows.load_closed_days(link, "company"), holidays)
            self.body_office = OfficeDays(rows.load_closed_days(link, "body"), holidays)
            self.settings: Mapping[str, str] = rows.load_settings(link)
            self.uuid = rows.load_uuid(link)
            return Content(
                organisation=rows.load_organisation(link),
                cycle=cycle,
                lists=lists,
                events=events,
                roles=rows.load_roles(link),
                tasks=_in_order(tasks, lists),
            )

    def catch_up(self) -> Done | None:
        """Take in what another has written since; None where there is nothing new.

        A file that was replaced, or upgraded by the one who writes it, is opened anew.

        Raises:
            StorageError: it cannot be read just now. What is known stays.
        """
        if not self.is_followed or (mark := self._database.mark) == self._mark:
            return None
        if mark.is_same_file(self._mark):
            self.content = self._load()
        else:
            mark = self._open_anew()
        self._mark = mark
        return Done(0, None, (Told(Notice.CAUGHT_UP, {"at": f"{self._clock():%H:%M}"}),))

    def _open_anew(self) -> Mark:
        """Read from what lies at the file's place now, or stay with what was there."""
        former, self._database = self._database, Database(self.path, writes=False)
        try:
            mark = self._database.mark  # before it is read: what comes after counts as newer
            self.content = self._load()
        except BaseException:
            former, self._database = self._database, former
            raise
        finally:
            former.close()
        return mark

    def content_now(self) -> Content:
        """Return what the file holds now: more than `content` knows where another writes it.

        Within `database.reading` it is of one moment with what else is read there.
        """
        return self.content if self._database.writes else self._load()

    def evidence(self) -> list[Evidence]:
        """Return all evidence by number, the retired too."""
        with self._database.reading() as link:
            return rows.load_evidence(link, self.content.cycle.id)

    def log(self, last: int | None = None) -> list[LogEntry]:
        """Return the whole log, or its `last` entries, oldest first."""
        with self._database.reading() as link:
            return all_entries(link, last=last)

    def log_part(self, after: int = 0, before: int | None = None, most: int = 500) -> LogPart:
        """Return up to `most` entries between two numbers, both left out, newest first."""
        with self._database.reading() as link:
            entries = entries_between(link, after, NO_END if before is None else before, most)
            reversed_ = {entry.reverses for entry in entries if entry.reverses is not None}
            origins = {operation: first_act(link, operation) for operation in reversed_}
            return LogPart(entries, origins, entry_count(link))

    def history(self, task: str) -> list[LogEntry]:
        """Return the log of one task, of its evidence and of their links, oldest first.

        What was told of it under an id that a newer edition replaced belongs to it.
        """
        found: list[LogEntry] = []
        seen: set[str] = set()
        with self._database.reading() as link:
            while task and task not in seen:
                seen.add(task)
                entries = self._entries_of_task(link, task)
                found += entries
                task = _former_task(entries, task)
        return sorted({entry.seq: entry for entry in found}.values(), key=lambda entry: entry.seq)

    def _entries_of_task(self, link: Link, task: str) -> list[LogEntry]:
        cycle = self.content.cycle.id
        found = entries_about(link, "task", f"{cycle}/{task}")
        for number in rows.proof_numbers(link, cycle, task):
            found += entries_about(link, "proof", f"{number}/{cycle}/{task}")
            found += entries_about(link, "evidence", str(number))
        return found

    def accepted_until(self) -> date:
        """Return the day until which an application is still taken (shown, never planned)."""
        return accepted_until(self.content.cycle.window.closes, self.body_office)

    def window_state(self, today: date) -> WindowState:
        """Return where the renewal stands; an actual date counts from its own day on."""
        cycle = self.content.cycle
        is_over = today > cycle.window.closes  # only then does an extension matter
        return window_state(
            cycle.window,
            self.accepted_until() if is_over else cycle.window.closes,
            today,
            applied=cycle.applied is not None and cycle.applied <= today,
            decided=cycle.decided is not None and cycle.decided <= today,
        )

    def snapshot(self, today: date) -> Snapshot:
        """Return all of it, for writing down elsewhere."""
        with self._database.reading() as link:
            return Snapshot(
                organisation=self.content.organisation,
                cycle=self.content.cycle,
                lists=tuple(self.content.lists),
                roles=tuple(self.content.roles),
                events=tuple(self.content.events),
                tasks=tuple(self.content.tasks.values()),
                evidence=rows.load_evidence(link, self.content.cycle.id),
                log=all_entries(link),
                newest_hash=newest_hash(link),
                today=today,
                written_at=self._clock(),
                accepted_until=self.accepted_until(),
                window_state=self.window_state(today),
            )


def _former_task(entries: Iterable[LogEntry], task: str) -> str:
    """Return the task whose answers an edition gave to this one; '' where none did."""
    item, at, occurrence = task.partition("@")
    for entry in entries:
        if entry.act == EDITION_ACT and (former := former_id(entry.why, item)):
            return f"{former}{at}{occurrence}"
    return ""


def _in_order(tasks: dict[str, Task], lists: Sequence[Checklist]) -> dict[str, Task]:
    """Return the tasks by list, item and occurrence (e2 before e10)."""
    by_item: dict[str, list[Task]] = {
        item.id: [] for checklist in lists for item in checklist.items
    }
    if any(task.is_dropped for task in tasks.values()):
        by_item = _with_dropped(tasks, lists)
    for task in tasks.values():
        by_item[task.item.id].append(task)
    return {
        task.id: task
        for found in by_item.values()
        for task in (sorted(found, key=_by_occurrence) if len(found) > 1 else found)
    }


def _with_dropped(tasks: Mapping[str, Task], lists: Sequence[Checklist]) -> dict[str, list[Task]]:
    """Return a place for each item: those that an edition dropped come last in their list."""
    dropped: dict[str, list[str]] = {}
    for task in tasks.values():
        if task.is_dropped:
            dropped.setdefault(task.list_key, []).append(task.item.id)
    return {
        id_: []
        for checklist in lists
        for id_ in (
            *(item.id for item in checklist.items), *sorted(dropped.get(checklist.key, ())),
        )
    }  # fmt: skip


def _by_occurrence(task: Task) -> tuple[int, str]:
    return len(task.occurrence), task.occurrence


@contextmanager
def without_collecting() -> Iterator[None]:
    """Do not look for garbage while many objects come up of which none is garbage."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def default_name() -> str:
    """Return the name of the account, for the log where no name is set."""
    from getpass import getuser  # noqa: PLC0415

    try:
        return getuser()
    except (OSError, KeyError, ImportError):  # an account without a name
        return "?"
