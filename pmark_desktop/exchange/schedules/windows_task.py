"""A task of the Windows Task Scheduler, as the XML that `schtasks` takes and gives.

Source: MS-TSCH 2.5 «Task Schema», and the Task Scheduler Schema in the Windows documentation
(both read 2026-11-28).
"""

import re
from collections.abc import Iterable
from csv import reader
from datetime import date, time
from xml.sax.saxutils import escape

from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.exchange.schedules.entry import (
    DESCRIPTION,
    MOST_MINUTES,
    Entry,
    Program,
    Registered,
)

NAMESPACE = "http://schemas.microsoft.com/windows/2004/02/mit/task"
_LOGON_DELAY = "PT2M"
_MOST_LETTERS = 200_000
# The scheduler puts in the value of %NAME% and $(NAME) and knows no way to write them plainly.
_REPLACED = re.compile(r"%[^%]+%|\$\(")
_NEEDS_QUOTES = re.compile(r'[\s"]')


def task_file(entry: Entry, start: date, user: str = "", *, at_logon: bool = False) -> bytes:
    r"""Return the task in UTF-16, the encoding that its declaration has to name.

    `start` is the first day. `user` is `DOMAIN\name`, '' for whoever registers it. `at_logon`
    also runs it two minutes after that user signs in: a day on which nobody was signed in at the
    time is not a missed run to the scheduler.

    Raises:
        UserError: the program's path has a form that the scheduler would change.
    """
    refuse_replaced(entry.program)
    text = f"""<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="{NAMESPACE}">
  <RegistrationInfo>
    <Description>{escape(DESCRIPTION)}</Description>
  </RegistrationInfo>
  <Triggers>
    <CalendarTrigger>
      <StartBoundary>{start.isoformat()}T{entry.at:%H:%M}:00</StartBoundary>
      <Enabled>true</Enabled>
      <ScheduleByDay>
        <DaysInterval>1</DaysInterval>
      </ScheduleByDay>
    </CalendarTrigger>{_logon(user) if at_logon and user else ""}
  </Triggers>
  <Principals>
    <Principal id="Author">{_line("UserId", user, 6)}
      <LogonType>InteractiveToken</LogonType>
      <RunLevel>LeastPrivilege</RunLevel>
    </Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <StartWhenAvailable>true</StartWhenAvailable>
    <RunOnlyIfNetworkAvailable>false</RunOnlyIfNetworkAvailable>
    <Enabled>true</Enabled>
    <Hidden>false</Hidden>
    <WakeToRun>false</WakeToRun>
    <ExecutionTimeLimit>PT{MOST_MINUTES}M</ExecutionTimeLimit>
  </Settings>
  <Actions Context="Author">
    <Exec>
      <Command>{escape(entry.command[0])}</Command>
      <Arguments>{escape(_command_line(entry.command[1:]))}</Arguments>{_folder(entry.program)}
    </Exec>
  </Actions>
</Task>
"""
    return text.replace("\n", "\r\n").encode("utf-16")


def refuse_replaced(program: Program) -> None:
    """Do nothing if the scheduler leaves the words as they are.

    Raises:
        UserError: it would put something else in place of a part of them.
    """
    shown = " ".join((*program.words, program.folder)).strip()
    if _REPLACED.search(shown):
        raise UserError(Why.SCHEDULE_PROGRAM_UNUSABLE, program=shown)


def _logon(user: str) -> str:
    return f"""
    <LogonTrigger>
      <Enabled>true</Enabled>
      <UserId>{escape(user)}</UserId>
      <Delay>{_LOGON_DELAY}</Delay>
    </LogonTrigger>"""


def _folder(program: Program) -> str:
    return _line("WorkingDirectory", program.folder, 6)


def _line(name: str, text: str, indent: int) -> str:
    return f"\n{' ' * indent}<{name}>{escape(text)}</{name}>" if text else ""


def _command_line(words: Iterable[str]) -> str:
    """Join arguments that are ours and simple: a space is all that may need quotes."""
    return " ".join(f'"{word}"' if _NEEDS_QUOTES.search(word) else word for word in words)


def read_task(text: str) -> Registered:
    """Return what a task is, from the XML that `schtasks /Query /XML` printed.

    Its declaration says UTF-16 whatever the encoding was, so it is left out. What cannot be read
    counts as there, but not active.
    """
    from xml.etree import ElementTree as ET  # noqa: PLC0415  from the scheduler itself

    found = text[text.find("<Task ") :] if "<Task " in text else ""
    try:
        root = ET.fromstring(found[:_MOST_LETTERS])  # noqa: S314  no DOCTYPE is left in it
    except ET.ParseError:
        return Registered(None, is_active=False)
    space = {"t": NAMESPACE}
    boundary = root.findtext("t:Triggers/t:CalendarTrigger/t:StartBoundary", "", space)
    enabled = [
        root.findtext("t:Settings/t:Enabled", "true", space),
        root.findtext("t:Triggers/t:CalendarTrigger/t:Enabled", "true", space),
    ]
    at = _time_of(boundary)
    active = at is not None and all(one.strip() in ("true", "1") for one in enabled)
    return Registered(at, is_active=active)


def _time_of(boundary: str) -> time | None:
    try:
        return time.fromisoformat(boundary.strip().partition("T")[2][:5])
    except ValueError:
        return None


def read_next_run(listing: str) -> str:
    """Return when it runs next, in the words of `schtasks /Query /FO CSV /NH`; '' for never.

    A task has a line for each trigger: name, next run, status. Only a day has digits; what
    stands for «none» is another word in every language.
    """
    for row in reader(listing.splitlines()):
        if len(row) > 1 and any(char.isdecimal() for char in row[1]):
            return row[1].strip()
    return ""


def is_listed(name: str, listing: str) -> bool:
    """Tell whether a list of all tasks (`schtasks /Query /FO CSV /NH`) has one of this name."""
    wanted = f"\\{name}".casefold()
    return any(row and row[0].strip().casefold() == wanted for row in reader(listing.splitlines()))
