"""The way from `start.py` to the program.

Imports little: on a second start this is all that runs before the program does.
"""

import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from bootstrap import stamps

INTERRUPTED = 130


def main(args: Sequence[str]) -> int:
    """Return the exit code; every expected trouble is one sentence and 1."""
    try:
        return _run(args)
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        from bootstrap import trouble  # noqa: PLC0415  a second start does without

        trouble.explain_os(error).say()
        return 1


def sets_for(args: Sequence[str]) -> tuple[str, ...]:
    """Return the sets of packages needed: Qt's system libraries only where a window may open.

    Commands are plain words (`status`); a window is opened by no arguments, a file or an option.
    """
    is_command = bool(args) and args[0].isalpha()
    return ("runtime",) if is_command else ("runtime", "debian")


def _run(args: Sequence[str]) -> int:
    if args and args[0] in ("test", "lock"):
        return _run_for_developers(args[0], args[1:])
    wanted = sets_for(args)
    if not all(stamps.fits(name) for name in wanted):
        from bootstrap import environment  # noqa: PLC0415  a second start does without

        if not environment.provided(wanted):
            return 1
    return _start_program(args)


def _run_for_developers(command: str, args: Sequence[str]) -> int:
    from bootstrap import checks, locks  # noqa: PLC0415  a second start does without

    return checks.run(args) if command == "test" else locks.run()


def _start_program(args: Sequence[str]) -> int:
    # -P: a file in the user's folder (calendar.py, say) must not stand in for a module.
    command = [str(stamps.VENV_PYTHON), "-P", "-m", "pmark_desktop", *args]
    if os.name != "nt":
        _replace_process(command)
    import subprocess  # noqa: PLC0415  only on Windows, where exec would not wait

    return subprocess.call(command)


def _replace_process(command: Sequence[str]) -> NoReturn:
    sys.stdout.flush()
    sys.stderr.flush()
    os.execv(command[0], list(command))  # noqa: S606  no shell wanted
