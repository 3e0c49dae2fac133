"""What has to be told now: of an open workspace, or of a file that is only looked into."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from pmark_desktop.domain.errors import Notice, StorageError, UserError, Why
from pmark_desktop.domain.reminders import (
    Channel,
    Reminder,
    Subject,
    duties,
    latest_rest,
    reminders,
)
from pmark_desktop.domain.texts import clean
from pmark_desktop.exchange.places import data_folder
from pmark_desktop.storage import rows
from pmark_desktop.storage.database import Database
from pmark_desktop.storage.duties import load_duties
from pmark_desktop.storage.journal import newest_time
from pmark_desktop.storage.reminder_record import Marks, ReminderRecord, Silence
from pmark_desktop.workspace.reminder_policy import policy_of
from pmark_desktop.workspace.workspace import Told, Workspace, real_clock
from pmark_desktop.workspace.wrong_clock import judged_clock

__all__ = ["Marks", "ReminderRecord", "Silence"]
NO_MARKS = Marks({}, {}, {})
_SHORT_PATIENCE_MS = 250


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands in one workspace on a day, given already or not, the most urgent first."""

    uuid: str
    name: str
    reminders: Sequence[Reminder]
    told: tuple[Told, ...] = ()


def standing(workspace: Workspace, today: date) -> Standing:
    """Return what stands in an open workspace."""
    content = workspace.content
    policy, is_readable = policy_of(workspace.settings)
    found = reminders(content.cycle, duties(content.tasks.values()), policy, today)
    return Standing(workspace.uuid, content.organisation.name, found, _told(is_readable))


def read_standing(path: Path, today: date) -> Standing:
    """Return what stands in a file. Takes no lock, loads only open tasks and changes nothing.

    Raises:
        StorageError: it is not there, no workspace, or cannot be read.
    """
    database = Database(path, writes=False)
    try:
        with database.reading() as link:
            organisation, cycle = rows.load_organisation(link), rows.load_cycle(link)
            policy, is_readable = policy_of(rows.load_settings(link))
            open_tasks, uuid = load_duties(link, cycle), rows.load_uuid(link)
            newest = newest_time(link)
        found = reminders(cycle, open_tasks, policy, today)
    except (
        ValueError,
        TypeError,
        KeyError,
        OverflowError,
    ) as error:  # values this program never writes
        raise StorageError(Why.FILE_DAMAGED, file=path.name) from error
    finally:
        database.close()
    wrong_clock = judged_clock(real_clock(), newest)
    told = (*_told(is_readable), *([wrong_clock] if wrong_clock else []))
    return Standing(uuid, organisation.name, found, told)


def _told(policy_is_readable: bool) -> tuple[Told, ...]:
    return () if policy_is_readable else (Told(Notice.POLICY_UNREADABLE, {}),)


def open_record(*, is_patient: bool = True) -> ReminderRecord:
    """Return this person's record; a window is not patient with others who write it."""
    if is_patient:
        return ReminderRecord(data_folder(), real_clock())
    return ReminderRecord(data_folder(), real_clock(), _SHORT_PATIENCE_MS)


def troubles(record: ReminderRecord) -> tuple[Told, ...]:
    """Return what a person should know about the record."""
    return tuple(Told(*one) for one in record.troubles)


def record_trouble(record: ReminderRecord) -> Told:
    """Return the notice that the record could not be used just now."""
    return Told(Notice.RECORD_UNUSED, {"file": str(record.path)})


def is_awake(reminder: Reminder, marks: Marks, today: date) -> bool:
    """Tell whether nobody silenced it or put it off to a day after `today`."""
    until = marks.snoozed.get(reminder.subject)
    return reminder.subject not in marks.silenced and (until is None or until <= today)


def is_given(reminder: Reminder, marks: Marks, channel: Channel) -> bool:
    """Tell whether it need not be given any more by this way.

    The window gives what it has not shown itself; the command what neither has given.
    """
    given = marks.given.get(reminder.key, frozenset())
    return channel in given if channel is Channel.WINDOW else bool(given)


def pending(
    found: Iterable[Reminder], marks: Marks, channel: Channel, today: date
) -> list[Reminder]:
    """Return those of these reminders that have to be given now by this way."""
    return [
        one for one in found if is_awake(one, marks, today) and not is_given(one, marks, channel)
    ]


def mark_given(
    record: ReminderRecord, uuid: str, given: Iterable[Reminder], channel: Channel, today: date
) -> None:
    """Record that these were given.

    Raises:
        StorageError: it could not be written.
    """
    record.mark(uuid, [one.key for one in given], channel, today)


def rest_until(reminder: Reminder, today: date, days: int) -> date:
    """Return the day on which a reminder that is put off comes again: at the latest its own."""
    wanted, latest = today + timedelta(days=days), latest_rest(reminder, today)
    return wanted if latest is None else min(wanted, latest)


def snooze(record: ReminderRecord, uuid: str, reminder: Reminder, today: date, days: int) -> date:
    """Put a reminder off by some days and return the day on which it comes again.

    Raises:
        StorageError: it could not be written.
    """
    until = rest_until(reminder, today, days)
    record.snooze(uuid, reminder.key, until)
    return until


def silence(
    record: ReminderRecord, uuid: str, reminder: Reminder, reason: str, today: date
) -> None:
    """Stop the reminders of one date for a reason; they come again when the date moves.

    Raises:
        UserError: there is no reason, or it is too long.
        StorageError: it could not be written.
    """
    words = clean(reason.strip()).text
    if not words:
        raise UserError(Why.REASON_MISSING)
    record.silence(uuid, reminder.subject, words, today)


def wake(record: ReminderRecord, uuid: str, subject: Subject) -> None:
    """Let a date that was put off or silenced be reminded of again.

    Raises:
        StorageError: it could not be written.
    """
    record.wake(uuid, subject)
