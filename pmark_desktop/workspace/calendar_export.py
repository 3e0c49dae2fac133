"""The calendar file of a workspace, for Outlook, Google, Thunderbird and the like."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from pmark_desktop.domain.errors import StorageError, UserError, Why
from pmark_desktop.exchange.ics import CalendarEvent, calendar_bytes, fit, write_calendar
from pmark_desktop.words import Language, pick
from pmark_desktop.words_calendar import CALENDAR_TERMS, CalendarTerm
from pmark_desktop.workspace.calendar_cycle import cycle_events
from pmark_desktop.workspace.calendar_entries import Source, task_events
from pmark_desktop.workspace.workspace import Workspace


class Exported(NamedTuple):
    """How many events a calendar file holds: those that stand, and those that are cancelled."""

    standing: int
    cancelled: int


def export_calendar(
    workspace: Workspace, target: Path, today: date, language: Language, owner: str | None = None
) -> Exported:
    """Write the calendar file whole, or not at all; an older one is replaced.

    With `owner` it holds only the tasks that are theirs, and the ends of those that were. The
    workspace is only read.

    Raises:
        UserError: the target is the workspace, or does not end in .ics.
        StorageError: the target cannot be written, or the workspace not read, just now.
    """
    refuse_workspace(workspace, target)
    events = calendar_events(workspace, today, language, owner)
    write_calendar(target, calendar_name(language), events, workspace.now(), language.value)
    cancelled = sum(event.is_cancelled for event in events)
    return Exported(len(events) - cancelled, cancelled)


def calendar_events(
    workspace: Workspace, today: date, language: Language, owner: str | None = None
) -> list[CalendarEvent]:
    """Return the events of a workspace by day, or only those of the tasks of one owner.

    Raises:
        StorageError: the file cannot be read, or holds what this program never writes.
    """
    try:
        with workspace.database.reading() as link:  # days and log of one moment
            content = workspace.content_now()
            source = Source(link, content, workspace.uuid, today, language, workspace.now())
            found = list(task_events(source, owner))
            if owner is None:
                found += cycle_events(source)
    except (ValueError, TypeError, KeyError, OverflowError) as error:
        raise StorageError(Why.FILE_DAMAGED, file=workspace.path.name) from error
    return sorted(found, key=lambda event: (event.day, event.uid))


def owner_calendar(workspace: Workspace, owner: str, today: date, language: Language) -> bytes:
    """Return the content of the calendar file of one owner's tasks."""
    events = map(fit, calendar_events(workspace, today, language, owner))
    return calendar_bytes(calendar_name(language), events, workspace.now(), language.value)


def calendar_name(language: Language) -> str:
    """Return what the calendar is called: nothing of the organisation, nobody's name."""
    return pick(CALENDAR_TERMS[CalendarTerm.NAME], language)


def refuse_workspace(workspace: Workspace, target: Path) -> None:
    """Do nothing if `target` is another file than the workspace.

    Raises:
        UserError: it is the workspace.
    """
    if target.resolve() == workspace.path.resolve():
        raise UserError(Why.TARGET_IS_WORKSPACE, file=target.name)
