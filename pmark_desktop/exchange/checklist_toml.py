"""Reads checklists from TOML files: the whole list, or everything that is wrong with it.

One file is one list, UTF-8, with a head (`format` to `source`) and a table `[[items]]` for each
item. The README shows how to write one; `checklists/` holds those that come with the program.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pmark_desktop.domain.checklist import Checklist
from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.exchange.checklist_problems import ChecklistProblem as Code
from pmark_desktop.exchange.checklist_problems import Problem, quoted
from pmark_desktop.exchange.checklist_table import checklist_of
from pmark_desktop.exchange.places import checklist_folder

SHIPPED = ("LAW", "ORG", "AUD", "CERT", "PDCA", "OUT", "INC", "SEC", "MED")
MOST_BYTES = 1024 * 1024

_PLACE = re.compile(r"\(at line (?P<line>[0-9]+), column (?P<column>[0-9]+)\)")
# tomllib needs the square of the length for a.a.a.a…: half a megabyte would take hours.
_KEY = r"""(?:[\w-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')"""
_DEEP_KEY = re.compile(rf"(?:^|[\[{{,])[ \t]*(?:{_KEY}[ \t]*\.[ \t]*){{16}}", re.MULTILINE)


def read_checklist(source: Path | bytes, name: str = "") -> tuple[Checklist | None, list[Problem]]:
    """Return the list of a file, or None and all its problems in the order of the file.

    `name` is what the problems call the file; without it, the name of the path. Nothing in a
    file, whatever its bytes, makes this raise.
    """
    name = quoted(name or (source.name if isinstance(source, Path) else ""))
    content = file_content(source, MOST_BYTES) if isinstance(source, Path) else source
    if isinstance(content, Code):
        return None, [Problem(name, content)]
    table = _table(content, name)
    if isinstance(table, Problem):
        return None, [table]
    return checklist_of(table, name)


def read_shipped() -> list[Checklist]:
    """Return the lists that come with the program, in the order of `SHIPPED`.

    Raises:
        UserError: one of them was changed and has mistakes, or is gone.
    """
    folder = checklist_folder()
    lists: list[Checklist] = []
    problems: list[Problem] = []
    for key in SHIPPED:
        checklist, found = read_checklist(folder / f"{key}.toml")
        lists += [checklist] if checklist else []
        problems += found
    if problems:
        raise UserError(Why.CHECKLIST_BAD, problems="\n".join(map(str, problems)))
    return lists


def file_content(path: Path, most: int) -> bytes | Code:
    """Return the bytes of a file, at most one more than `most`, or why it cannot be read.

    A workspace is never opened here, not even by mistake: closing it again would drop the
    locks that SQLite holds on it.
    """
    try:
        if path.resolve().suffix.casefold() == ".pmark":
            return Code.FILE_IS_WORKSPACE
        if not path.is_file():
            return Code.FILE_NOT_PLAIN if path.exists() else Code.FILE_NOT_THERE
        with path.open("rb") as file:
            return file.read(most + 1)
    except (OSError, RuntimeError, ValueError):  # a loop of links; a name with a zero in it
        return Code.FILE_UNREADABLE


def _table(content: bytes, name: str) -> dict[str, Any] | Problem:
    """Return the TOML of a file, or the one problem that hides all others."""
    if len(content) > MOST_BYTES:
        return Problem(name, Code.FILE_TOO_BIG, facts={"most_kib": MOST_BYTES // 1024})
    content = content.removeprefix(b"\xef\xbb\xbf")
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return Problem(name, Code.NOT_UTF8, facts={"line": line})
    if not text.strip():
        return Problem(name, Code.FILE_EMPTY)
    if deep := _DEEP_KEY.search(text):
        return _overdone(name, text.count("\n", 0, deep.start()) + 1)
    return _parsed(text, name)


def _parsed(text: str, name: str) -> dict[str, Any] | Problem:
    import tomllib  # noqa: PLC0415 - not at start-up: few starts read a list

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return Problem(name, Code.NOT_TOML, facts=_toml_facts(str(error), text))
    except (RecursionError, ValueError):  # a number of 5,000 digits is a bare ValueError
        return _overdone(name, 0)


def _toml_facts(message: str, text: str) -> Mapping[str, str | int]:
    detail = quoted(message.partition(" (at ")[0])
    if place := _PLACE.search(message):
        return {"line": int(place["line"]), "column": int(place["column"]), "detail": detail}
    last = text.rstrip("\n")
    column = len(last) - last.rfind("\n")
    return {"line": last.count("\n") + 1, "column": column, "detail": detail}


def _overdone(name: str, line: int) -> Problem:
    return Problem(name, Code.TOML_OVERDONE, facts={"line": line})
