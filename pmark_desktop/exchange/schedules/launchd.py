"""An agent of launchd: a property list in the person's own library.

Source: launchd.plist(5) of macOS 14 (read 2026-11-28).
"""

import plistlib
from datetime import time
from typing import Any
from xml.parsers.expat import ExpatError

from pmark_desktop.exchange.schedules.entry import NAME, Entry

FILE = f"{NAME}.plist"


def agent_file(entry: Entry) -> bytes:
    """Return the property list.

    launchd makes up for a time the computer slept through, not for one at which it was off:
    `RunAtLoad` does, at the next login. A reminder is given once, however often it runs.
    """
    keys: dict[str, Any] = {
        "Label": NAME,
        "ProgramArguments": list(entry.command),
        "StartCalendarInterval": {"Hour": entry.at.hour, "Minute": entry.at.minute},
        "RunAtLoad": True,
        "ProcessType": "Background",
        "LimitLoadToSessionType": "Aqua",
    }
    if entry.program.folder:
        keys["WorkingDirectory"] = entry.program.folder
    return plistlib.dumps(keys)


def read_time(agent: bytes) -> time | None:
    """Return the time of day of an agent; None where it is not one of ours."""
    try:
        found = plistlib.loads(agent)["StartCalendarInterval"]
        return time(found["Hour"], found["Minute"])
    except (ExpatError, plistlib.InvalidFileException, ValueError, KeyError, TypeError, IndexError):
        return None
