"""`remind`: what has to be told now, over any number of workspaces.

Exit codes: 0 nothing, 10 due soon, 20 late, and 1 more if a workspace could not be read.
On another day than today (`--today`) one only looks: what is recorded as given is not told again,
and a day of next year would keep silent about this year's deadlines.
"""

import sys
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from pmark_desktop.domain.errors import Notice
from pmark_desktop.domain.reminders import Reminder
from pmark_desktop.words import Language
from pmark_desktop.words_refusals import explain, notice_words
from pmark_desktop.words_reminders import ReminderTerm, reminder_line, reminder_title, term
from pmark_desktop.workspace.reminder_round import (
    Report,
    give,
    read_files,
    send_notification,
    total,
)
from pmark_desktop.workspace.reminding import open_record
from pmark_desktop.workspace.workspace import Told

if TYPE_CHECKING:
    from pmark_desktop.cli.commands import Call

NOTHING, SOON, LATE, UNREAD = 0, 10, 20, 1


def remind(call: "Call") -> int:
    """Tell what stands in the files and was not told yet, and return the exit code."""
    files = _scheduled() if call.scheduled else call.files
    if not files and not call.scheduled:
        print(remind_usage(call.language), file=sys.stderr)
        return 2
    teller = _Teller(call)
    reports = read_files(files, call.day)
    if call.all:
        teller.tell(reports)
    else:
        with open_record() as record:
            told = give(record, reports, call.day, teller.tell, records=call.is_today)
        _say(told, call.language)
        if not call.is_today:
            _say([Told(Notice.NOT_RECORDED, {"day": call.day})], call.language)
    return teller.code


class _Teller:
    def __init__(self, call: "Call") -> None:
        self._call = call
        self.code = NOTHING

    def tell(self, reports: list[Report]) -> bool:
        """Print, and notify if that is wanted; True if the person was reached."""
        call = self._call
        self.code = exit_code(reports)
        for report in reports:
            _say(report.told, call.language)
        if call.json:
            self._print_json(reports)
        else:
            if text := reports_text(reports, call.language):
                print(text)
            for report in reports:
                _say_unread(report, call.language)
        if sys.stdout is not None:  # as it is for a program without a console (Windows)
            sys.stdout.flush()  # before it is recorded as given
        failed = send_notification(reports, call.language) if call.notify else None
        if failed is not None:
            _say([failed], call.language)
        was_printed = sys.stdout is not None
        return failed is None and (call.notify or was_printed)

    def _print_json(self, reports: Sequence[Report]) -> None:
        from pmark_desktop.cli.commands import print_json  # noqa: PLC0415

        print_json(reports_facts(reports, self._call.day, self._call.language))


def _scheduled() -> list[str]:
    from pmark_desktop.workspace.scheduling import scheduled_files  # noqa: PLC0415

    return [str(path) for path in scheduled_files()]


def remind_usage(language: Language) -> str:
    """Return how the files are named."""
    if language is Language.JA:
        return "FILE(.pmark)を1つ以上か、--scheduled を指定してください。"
    return "Give at least one FILE (.pmark), or --scheduled."


def _say_unread(report: Report, language: Language) -> None:
    if report.error is not None:
        print(f"■ {report.file}  {term(ReminderTerm.ERROR, language)}", file=sys.stderr)
        print(f"  {explain(report.error, language)}", file=sys.stderr)


def _say(told: Iterable[Told], language: Language) -> None:
    for one in told:
        print(notice_words(one.notice, one.facts, language), file=sys.stderr)


def exit_code(reports: Iterable[Report]) -> int:
    """Return the exit code of what these reports hold."""
    found = list(reports)
    standing = total(found)
    code = LATE if standing.late else SOON if standing.total else NOTHING
    return code + (UNREAD if any(report.error is not None for report in found) else 0)


def reports_facts(reports: Iterable[Report], today: date, language: Language) -> dict[str, Any]:
    """Return all of it as plain data, for scripts: stable names, ISO dates."""
    return {
        "today": today.isoformat(),
        "workspaces": [
            {
                "file": report.file,
                "name": report.name,
                "error": None if report.error is None else explain(report.error, language),
                "reminders": [_facts(one, language) for one in report.reminders],
            }
            for report in reports
        ],
    }


def _facts(reminder: Reminder, language: Language) -> dict[str, Any]:
    return {
        "kind": reminder.kind.value,
        "id": reminder.id,
        "title": reminder.title or reminder_title(reminder, language),
        "owner": reminder.owner,
        "due": reminder.due.isoformat(),
        "days_left": reminder.days_left,
        "step": reminder.step,
        "hard": reminder.hard,
    }


def reports_text(reports: Iterable[Report], language: Language) -> str:
    """Return a heading and a line for each reminder; files without any are left out.

    That there is nothing is said only where every file was read.
    """
    parts, is_whole = [], True
    for report in reports:
        is_whole = is_whole and report.error is None
        if report.reminders:
            parts.append(f"■ {report.name}  ({report.file})")
            parts += [f"  {reminder_line(one, language)}" for one in report.reminders]
    nothing = term(ReminderTerm.NOTHING, language) if is_whole else ""
    return "\n".join(parts) or nothing
