"""Which command starts this program later, when nobody is there."""

import sys
from collections.abc import Callable
from pathlib import Path, PurePath

from pmark_desktop.exchange.schedules.entry import Program

_PACKAGE = Path(__file__).resolve().parents[2]
_MODULE = ("-m", _PACKAGE.name)


def program_here() -> Program:
    """Return the command that starts what runs now."""
    windows = sys.platform == "win32"
    exists = lambda path: Path(path).is_file()  # noqa: E731
    return find_program(Path(sys.executable), _PACKAGE, windows=windows, exists=exists)


def find_program(
    python: PurePath, package: PurePath, *, windows: bool, exists: Callable[[PurePath], bool]
) -> Program:
    """Return the installed script; in a checkout its Python, started in the checkout's folder.

    On Windows the forms without a console are taken, so that no black window flashes up.
    """
    quiet = _without_console(python, exists) if windows else python
    checkout = package.parent
    if exists(checkout / "start.py"):
        return Program((str(quiet), *_MODULE), str(checkout))
    for script in _scripts(python, windows=windows):
        if exists(script):
            return Program((str(script),))
    return Program((str(quiet), *_MODULE))


def _without_console(python: PurePath, exists: Callable[[PurePath], bool]) -> PurePath:
    quiet = python.with_name("pythonw.exe")
    return quiet if exists(quiet) else python


def _scripts(python: PurePath, *, windows: bool) -> list[PurePath]:
    """Return where the script may be: beside Python; on Windows also below it (no venv)."""
    if not windows:
        return [python.with_name("pmark-desktop")]
    name = "pmark-desktopw.exe"
    return [python.with_name(name), python.parent / "Scripts" / name]
