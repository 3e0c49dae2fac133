"""A timer of systemd and the service it starts, both of the person alone.

Source: systemd.service(5) «COMMAND LINES», systemd.unit(5) «SPECIFIERS», systemd.timer(5), of
systemd 252 (read 2026-11-28); what is said here of characters was tried with `systemd-analyze`.
"""

import re
from collections.abc import Mapping
from datetime import time

from pmark_desktop.exchange.schedules.entry import DESCRIPTION, MOST_MINUTES, NAME, Entry

SERVICE, TIMER = f"{NAME}.service", f"{NAME}.timer"
WANTED_BY = "timers.target"
REMINDED = "10 11 20 21"
"""Exit codes of `remind` that say something is due: no failure."""

# systemd takes no executable whose path has one of these: a shell has to start it.
_NO_EXECUTABLE = re.compile(r"""["'\\]""")
_NO_TEXT = re.compile("[\x00-\x1f\x7f-\x9f\udc80-\udcff]")
_BY_SHELL = ("/bin/sh", "-c", 'exec "$0" "$@"')
_ON_CALENDAR = re.compile(r"^OnCalendar=\*-\*-\* (\d\d:\d\d):00$", re.MULTILINE)


def unit_files(entry: Entry, environment: Mapping[str, str]) -> dict[str, str]:
    """Return the text of both files by name; `environment` is set for the run."""
    return {SERVICE: _service(entry, environment), TIMER: _timer(entry)}


def _service(entry: Entry, environment: Mapping[str, str]) -> str:
    command = entry.command
    if _NO_EXECUTABLE.search(command[0]):
        command = (*_BY_SHELL, *command)
    lines = [
        "[Unit]",
        f"Description={DESCRIPTION}",
        "",
        "[Service]",
        "Type=oneshot",
        *(f"Environment={quoted(f'{name}={value}')}" for name, value in environment.items()),
        # The slash keeps a space or backslash at the end; a folder is not quoted, only `%` counts.
        *([f"WorkingDirectory={_doubled(entry.program.folder)}/"] if entry.program.folder else []),
        # `:` keeps every `$` as it is.
        f"ExecStart=:{' '.join(map(quoted, command))}",
        f"SuccessExitStatus={REMINDED}",
        f"TimeoutStartSec={MOST_MINUTES}min",
    ]
    return "\n".join(lines) + "\n"


def _timer(entry: Entry) -> str:
    return f"""[Unit]
Description={DESCRIPTION}

[Timer]
OnCalendar=*-*-* {entry.at:%H:%M}:00
Persistent=true
RandomizedDelaySec=2min

[Install]
WantedBy={WANTED_BY}
"""


def quoted(word: str) -> str:
    """Return a word for a command line or an environment of systemd.

    Inside double quotes a backslash escapes, and `%` is a specifier unless doubled. A control
    character, which might end the line, and a byte that is no text are written by their number.
    """
    escaped = _doubled(word.replace("\\", "\\\\").replace('"', '\\"'))
    return f'"{_NO_TEXT.sub(_numbered, escaped)}"'


def _numbered(found: re.Match[str]) -> str:
    return "".join(f"\\x{byte:02x}" for byte in found[0].encode("utf-8", "surrogateescape"))


def _doubled(text: str) -> str:
    return text.replace("%", "%%")


def read_time(timer: str) -> time | None:
    """Return the time of day of a timer; None where it is not one of ours."""
    found = _ON_CALENDAR.search(timer)
    try:
        return time.fromisoformat(found[1]) if found else None
    except ValueError:
        return None


def read_properties(text: str) -> dict[str, str]:
    """Return what `systemctl show` tells, by property."""
    pairs = (line.partition("=") for line in text.splitlines())
    return {name: value for name, equals, value in pairs if equals}
