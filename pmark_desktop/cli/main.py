"""From arguments to a command, and from what happens to an exit code."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress

from pmark_desktop.cli.commands import COMMANDS, Call
from pmark_desktop.cli.parser import COMMAND_NAMES, command_parser, window_parser
from pmark_desktop.domain.errors import UserError
from pmark_desktop.words import Language

FINE, REFUSED = 0, 1


def run(arguments: Sequence[str]) -> int:
    """Do what the arguments ask for and return the exit code.

    Without a command the window opens; where there is no screen, the same job is done
    without one.
    """
    _speak_utf8()
    if arguments and arguments[0] in COMMAND_NAMES:
        command = arguments[0]
        call = command_parser(command).parse_args(arguments[1:], Call())
    else:
        command = "window" if has_screen() else "tour"
        call = window_parser().parse_args(arguments, Call())
    return _guarded(command, call)


def has_screen() -> bool:
    """Tell whether a window can be seen by anybody."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _guarded(command: str, call: Call) -> int:
    try:
        call.settle_day()
        code = COMMANDS[command](call)
        if sys.stdout is not None:  # as it is for a program without a console (Windows)
            sys.stdout.flush()  # here, not at the end of Python, which could only complain
    except UserError as error:
        from pmark_desktop.words_refusals import explain  # noqa: PLC0415

        print(explain(error, call.language), file=sys.stderr)
    except BrokenPipeError:  # whoever read our output has enough
        _let_go_of_output()
        return FINE
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        if os.environ.get("PMARK_DEBUG"):
            raise
        print(_bug(error, call.language), file=sys.stderr)
    else:
        return code
    return REFUSED


def _let_go_of_output() -> None:
    """Send what is still to be written nowhere: Python writes it out at its end."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _bug(error: Exception, language: Language) -> str:
    kind = type(error).__name__
    if language is Language.EN:
        return f"An unexpected error ({kind}). Nothing half-done was saved. Please report it."
    return f"予期しないエラーです({kind})。途中の変更は保存していません。開発元へお知らせください。"


def _speak_utf8() -> None:
    """Write Japanese wherever the output goes, also into a pipe on Windows."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            encoding = None if sys.platform != "win32" or stream.isatty() else "utf-8"
            reconfigure(encoding=encoding, errors="replace")
