"""The tools of the system that the daily run is registered with; never through a shell."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from typing import NamedTuple

from pmark_desktop.domain.errors import UserError, Why

SECONDS = 30
"""How long a tool may take: `schtasks` can need some seconds, a broken bus of systemd 25."""


class Answer(NamedTuple):
    """What a tool said: its exit code, and both of its outputs as one text."""

    code: int
    text: str


Runner = Callable[[Sequence[str]], Answer]
"""Runs a tool by its name and arguments. Raises UserError: not there, denied, or too slow."""


def run_tool(command: Sequence[str]) -> Answer:
    """Run a tool and return what it said.

    Raises:
        UserError: it is not there, may not be run, or did not end in time.
    """
    tool = command[0]
    place = _place(tool)
    if place is None:
        raise UserError(Why.SCHEDULE_TOOL_MISSING, tool=tool)
    try:
        done = subprocess.run(  # noqa: S603  a list of our own words, no shell
            [place, *command[1:]],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=SECONDS,
            check=False,
            env=os.environ | {"LC_ALL": "C.UTF-8", "SYSTEMD_COLORS": "0"},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired as error:
        raise UserError(Why.SCHEDULE_TOOL_SLOW, tool=tool, seconds=SECONDS) from error
    except PermissionError as error:
        raise UserError(Why.SCHEDULE_DENIED, tool=tool) from error
    except OSError as error:
        raise UserError(Why.SCHEDULE_TOOL_MISSING, tool=tool) from error
    return Answer(done.returncode, decoded(done.stdout))


def _place(tool: str) -> str | None:
    """Return where a tool is; on Windows never the folder that happens to be the current one."""
    if sys.platform == "win32":
        root = os.environ.get("SYSTEMROOT", r"C:\Windows")
        place = os.path.join(root, "System32", f"{tool}.exe")  # noqa: PTH118  stays a text
        return place if os.path.isfile(place) else None  # noqa: PTH113  never raises
    return shutil.which(tool)


def decoded(output: bytes) -> str:
    """Return the text of a tool, whatever it is written in; what is none becomes a mark.

    `schtasks` writes UTF-16 or the code page of the console, the others UTF-8.
    """
    if output.startswith((b"\xff\xfe", b"\xfe\xff")):
        return output.decode("utf-16", "replace")
    if b"\0" in output[:64]:
        return output.decode("utf-16-le", "replace")
    try:
        return output.decode("utf-8-sig")
    except UnicodeDecodeError:
        return output.decode("oem" if sys.platform == "win32" else "cp932", "replace")
