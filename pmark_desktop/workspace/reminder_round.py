"""A round of reminders over several files: one after the other, none in the way of the others."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from pmark_desktop.domain.errors import Notice, StorageError, UserError
from pmark_desktop.domain.reminders import Channel, Reminder, Standing, count_standing
from pmark_desktop.words import Language
from pmark_desktop.words_reminders import notification_words
from pmark_desktop.workspace.reminding import (
    ReminderRecord,
    mark_given,
    pending,
    read_standing,
    record_trouble,
    troubles,
)
from pmark_desktop.workspace.workspace import Told


@dataclass(frozen=True, slots=True)
class Report:
    """What one file has to tell, or why it could not be read; `file` is as it was written."""

    file: str
    name: str | None = None
    uuid: str = ""
    reminders: Sequence[Reminder] = ()
    error: UserError | None = None
    told: tuple[Told, ...] = ()


def read_files(files: Iterable[str], today: date) -> list[Report]:
    """Return what stands in each of these files; one that is named twice is read once.

    Nothing is locked, nothing is changed, and an older file is not upgraded.
    """
    found: dict[str, Report] = {}
    for file in _expanded(files):
        place = _place(Path(file))
        if place not in found:
            found[place] = _read(file, today)
    return list(found.values())


def _expanded(files: Iterable[str]) -> Iterator[str]:
    """Yield the names; a pattern that no shell has resolved (Windows) becomes its matches."""
    for file in files:
        matches = _matches(file) if any(char in file for char in "*?[") else []
        yield from matches or [file]


def _matches(file: str) -> list[str]:
    from glob import glob  # noqa: PLC0415

    try:
        return [] if Path(file).exists() else sorted(glob(file))  # noqa: PTH207  (any pattern)
    except (OSError, ValueError):
        return []


def _place(path: Path) -> str:
    try:
        return str(path.resolve())
    except (OSError, RuntimeError, ValueError):  # a circle of links, a NUL in the name
        return str(path)


def _read(file: str, today: date) -> Report:
    try:
        found = read_standing(Path(file), today)
    except UserError as error:
        return Report(file, error=error)
    return Report(file, found.name, found.uuid, found.reminders, told=found.told)


def give(
    record: ReminderRecord,
    reports: Sequence[Report],
    today: date,
    tell: Callable[[list[Report]], bool],
    *,
    records: bool = True,
) -> tuple[Told, ...]:
    """Let `tell` give what nobody was given yet, and record it if that worked.

    The record is held meanwhile, so of two at once each gives what the other does not; who dies
    in between has given nothing. Without a usable record all is given. One that only looks
    (`records` False) leaves the record as it is. Returns what should be known about the record.
    """
    is_told = False

    def tell_once(found: list[Report]) -> bool:
        nonlocal is_told
        is_told = True
        return tell(found)

    try:
        with record.transaction():
            left = [_left(record, report, today) for report in reports]
            if tell_once(left) and records:
                for report in left:
                    mark_given(record, report.uuid, report.reminders, Channel.COMMAND, today)
    except StorageError:
        if not is_told:
            tell(list(reports))
        return (*troubles(record), record_trouble(record))
    return troubles(record)


def _left(record: ReminderRecord, report: Report, today: date) -> Report:
    if not report.reminders:
        return report
    marks = record.marks(report.uuid, [one.key for one in report.reminders])
    return replace(report, reminders=pending(report.reminders, marks, Channel.COMMAND, today))


def total(reports: Iterable[Report]) -> Standing:
    """Return how many reminders these reports hold, and how urgent they are."""
    return count_standing(one for report in reports for one in report.reminders)


def send_notification(reports: Sequence[Report], language: Language) -> Told | None:
    """Show one notification for all, counts only; return what to know where that failed.

    Nothing is shown where there is nothing to tell.
    """
    from pmark_desktop.exchange.notification import notify  # noqa: PLC0415

    unread = sum(report.error is not None for report in reports)
    files = sum(bool(report.reminders) for report in reports)
    if not (files or unread):
        return None
    failed = notify(*notification_words(total(reports), files, unread, language))
    return Told(Notice.NOT_NOTIFIED, {"program": failed}) if failed else None
