"""A line for `crontab -e`, where there is no other scheduler."""

import shlex
from collections.abc import Sequence
from pathlib import Path

from pmark_desktop.exchange.schedules.entry import Entry


def cron_line(entry: Entry, files: Sequence[Path]) -> str:
    """Return the line; it names the files itself, for no list of them is kept then.

    cron ends the command at a bare `%`. Source: crontab(5) (read 2026-11-28).
    """
    words = [word for word in entry.command if word != "--scheduled"]
    place = words.index("--notify")
    command = shlex.join([*words[:place], *map(str, files), *words[place:]])
    if entry.program.folder:
        command = f"cd {shlex.quote(entry.program.folder)} && {command}"
    escaped = command.replace("%", "\\%")
    return f"{entry.at.minute} {entry.at.hour} * * * {escaped}"
