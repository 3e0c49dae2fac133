"""The command `calendar`: a workspace's dates as a file for other calendars."""

from datetime import date
from pathlib import Path

from pmark_desktop.words import Language, pick
from pmark_desktop.words_calendar import EXPORT_TERMS, ExportTerm
from pmark_desktop.workspace.calendar_export import export_calendar
from pmark_desktop.workspace.workspace import Workspace


def write_calendar_file(workspace: Workspace, target: Path, today: date, language: Language) -> str:
    """Write the calendar file and return what was written, and how it is used.

    Raises:
        UserError: the target is not allowed. Nothing was written.
        StorageError: it could not be written, or the workspace not read.
    """
    exported = export_calendar(workspace, target, today, language)
    written = pick(EXPORT_TERMS[ExportTerm.WRITTEN], language).format(
        file=target, standing=exported.standing, cancelled=exported.cancelled
    )
    return f"{written}\n{pick(EXPORT_TERMS[ExportTerm.HOW_TO_USE], language)}"
