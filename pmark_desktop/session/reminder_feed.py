"""The reminders of the open workspace: what stands, what is new, what was put aside."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from pmark_desktop.domain.errors import StorageError, UserError, Why
from pmark_desktop.domain.reminders import Channel, Key, Reminder, Standing, count_standing
from pmark_desktop.workspace import reminding
from pmark_desktop.workspace.workspace import Told

if TYPE_CHECKING:
    from pmark_desktop.session.desk import Desk


@dataclass(frozen=True, slots=True)
class PutAside:
    """A reminder that is not shown: put off until a day, or silenced for a reason."""

    reminder: Reminder
    until: date | None = None
    reason: str = ""


class ReminderFeed(QObject):
    """What the desk has to remind of; it follows every change and the clock.

    The digest holds what this person has not taken note of yet, whenever it came up: what was
    merely on the screen was hardly read, and comes again with the next start.

    Args:
        desk: the open workspace.
        record: where it is recorded what was given; None opens this person's own.

    Signals:
        changed: what stands, is new or is put aside may be different now.
        appeared: (reminders: list[Reminder]) these came up while the workspace was open.
    """

    changed = Signal()
    appeared = Signal(object)

    def __init__(self, desk: "Desk", record: reminding.ReminderRecord | None = None) -> None:
        super().__init__(desk)
        self._desk = desk
        self._record = record or reminding.open_record(is_patient=False)
        self._marks = reminding.NO_MARKS
        self._was_noted: dict[Key, bool] = {}
        self._found: Sequence[Reminder] = ()
        self._standing: list[Reminder] = []
        self._has_warned = False
        self._is_closed = False
        self._is_stale = False
        self._fresh: list[Reminder] = []
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._tell)
        self._take_in()
        desk.changed.connect(self._follow)
        desk.clock.day_changed.connect(self.refresh)

    def close(self) -> None:
        """Follow nothing any more, and close the record."""
        self._soon.stop()
        self._desk.changed.disconnect(self._follow)
        self._desk.clock.day_changed.disconnect(self.refresh)
        self._record.close()
        self._is_closed = True

    # what there is

    @property
    def standing(self) -> list[Reminder]:
        """All that stands and is not put aside, the most urgent first."""
        self._settle()
        return self._standing

    @property
    def counts(self) -> Standing:
        """How urgent what stands is."""
        return count_standing(self.standing)

    @property
    def digest(self) -> list[Reminder]:
        """What is new to this person: not yet taken note of."""
        return [one for one in self.standing if not self._was_noted[one.key]]

    @property
    def noted(self) -> int:
        """How many of what stands the person has taken note of."""
        return sum(self._was_noted[one.key] for one in self.standing)

    @property
    def put_aside(self) -> list[PutAside]:
        """What is put off or silenced, with the day or the reason, the most urgent first."""
        self._settle()
        today, found = self._desk.today, []
        for one in self._found:
            until = self._marks.snoozed.get(one.subject)
            if (silence := self._marks.silenced.get(one.subject)) is not None:
                found.append(PutAside(one, reason=silence.reason))
            elif until is not None and until > today:
                found.append(PutAside(one, until=until))
        return found

    @property
    def troubles(self) -> tuple[Told, ...]:
        """What should be known about the record and the policy of this file."""
        self._settle()
        return (*reminding.troubles(self._record), *self._policy_told)

    def rest_until(self, reminder: Reminder, days: int) -> date:
        """Return the day on which it would come again if it were put off by so many days."""
        return reminding.rest_until(reminder, self._desk.today, days)

    # following

    def refresh(self, *_: object) -> None:
        """Work out anew what stands, and tell what came up."""
        self._is_stale = True
        self._tell()

    def _follow(self, *_: object) -> None:
        """Work it out when it is asked for, at the latest after this turn: once for many edits."""
        self._is_stale = True
        self._soon.start()

    def _settle(self) -> None:
        if not self._is_stale or self._is_closed:
            return
        self._is_stale = False
        known = {one.key for one in self._standing} | self._was_noted.keys()
        self._take_in()
        self._fresh += [one for one in self._standing if one.key not in known]

    def _tell(self) -> None:
        self._soon.stop()
        self._settle()
        fresh = [one for one in self._fresh if one in self._standing]
        self._fresh.clear()
        self.changed.emit()
        if fresh:
            self.appeared.emit(fresh)

    def _take_in(self) -> None:
        today = self._desk.today
        found = reminding.standing(self._desk.workspace, today)
        self._uuid, self._found, self._policy_told = found.uuid, found.reminders, found.told
        new = [one.key for one in self._found if one.key not in self._was_noted]
        self._marks = self._read_marks(new)
        for key in new:
            self._was_noted[key] = Channel.WINDOW in self._marks.given.get(key, ())
        self._standing = [one for one in self._found if reminding.is_awake(one, self._marks, today)]

    def _read_marks(self, keys: Iterable[Key]) -> reminding.Marks:
        try:
            return self._record.marks(self._uuid, keys)
        except StorageError:
            self._warn()
            return self._marks

    def _warn(self) -> None:
        """Say once that the record does not work; reminders go on without it."""
        if not self._has_warned:
            self._has_warned = True
            self._desk.told.emit((reminding.record_trouble(self._record),))

    # wishes

    def take_note(self, read: Iterable[Reminder]) -> None:
        """Take these out of the digest, for good: the person has read them."""
        read = [one for one in read if not self._was_noted.get(one.key, True)]
        if self._is_closed or not read:
            return
        try:
            reminding.mark_given(self._record, self._uuid, read, Channel.WINDOW, self._desk.today)
        except StorageError as error:  # they come again with the next start
            if error.why is not Why.FILE_BUSY:
                self._warn()
        for one in read:
            self._was_noted[one.key] = True
        self.changed.emit()

    def snooze(self, reminder: Reminder, days: int) -> bool:
        """Put a reminder off by some days, at the latest to its own date; True if it is."""

        def act() -> None:
            reminding.snooze(self._record, self._uuid, reminder, self._desk.today, days)
            self._was_noted[reminder.key] = False

        return self._do(act)

    def silence(self, reminder: Reminder, reason: str) -> bool:
        """Stop the reminders of one date for a reason; True if they are stopped."""
        return self._do(
            lambda: reminding.silence(self._record, self._uuid, reminder, reason, self._desk.today)
        )

    def wake(self, reminder: Reminder) -> bool:
        """Bring back what was put aside, into the digest too; True if it is back."""

        def act() -> None:
            reminding.wake(self._record, self._uuid, reminder.subject)
            self._was_noted[reminder.key] = False

        return self._do(act)

    def _do(self, act: Callable[[], None]) -> bool:
        self._settle()
        try:
            act()
        except UserError as error:
            self._desk.refused.emit(error)
            return False
        self._take_in()
        self.changed.emit()
        return True
