"""Checklists to begin with: those that come with the program, and files of one's own."""

from collections.abc import Callable
from pathlib import Path

from pmark_desktop.domain.checklist import Checklist, Kind
from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.exchange.checklist_file import read_list_file
from pmark_desktop.exchange.checklist_problems import Problem
from pmark_desktop.exchange.checklist_sheet_in import SheetReading
from pmark_desktop.exchange.checklist_toml import read_shipped
from pmark_desktop.words import Language
from pmark_desktop.words_checklist import problem_words

ListReading = SheetReading
FileProblem = Problem
MAIN, ALL = "main", "all"
_ENDINGS = (".toml", ".xlsx")


def chosen_lists(wanted: str, language: Language = Language.JA) -> list[Checklist]:
    """Return the lists that `main`, `all`, or keys and paths with commas between name.

    A path ends in `.toml` or `.xlsx`.

    Raises:
        UserError: an unknown key, a list named twice, or a file with mistakes (all listed).
    """
    shipped = read_shipped()
    if wanted == ALL:
        return shipped
    if wanted == MAIN:
        return [checklist for checklist in shipped if checklist.kind is Kind.MAIN]
    found: list[Checklist] = []
    for word in filter(None, (part.strip() for part in wanted.split(","))):
        for checklist in _named(word, shipped, language):
            if any(one.key == checklist.key for one in found):
                raise UserError(Why.LIST_ALREADY_THERE, text=checklist.key)
            found.append(checklist)
    if not found:
        raise UserError(Why.LIST_UNKNOWN, text=wanted, choices=_choices(shipped))
    return found


def _named(word: str, shipped: list[Checklist], language: Language) -> list[Checklist]:
    if word.lower().endswith(_ENDINGS):
        return [read_list(Path(word), language)]
    if word == MAIN:
        return [checklist for checklist in shipped if checklist.kind is Kind.MAIN]
    for checklist in shipped:
        if checklist.key == word.upper():
            return [checklist]
    raise UserError(Why.LIST_UNKNOWN, text=word, choices=_choices(shipped))


def named_list(word: str, language: Language) -> Checklist:
    """Return the list of a key or a path.

    Raises:
        UserError: an unknown key, or a file with mistakes (all listed).
    """
    shipped = read_shipped()
    if word in (MAIN, ALL):
        raise UserError(Why.LIST_UNKNOWN, text=word, choices=_choices(shipped))
    return _named(word, shipped, language)[0]


def read_list(path: Path, language: Language = Language.JA) -> Checklist:
    """Return the list of a file.

    Raises:
        UserError: it has mistakes (all listed).
    """
    reading = read_list_file(path)
    if reading.checklist is None:
        lines = "\n".join(problem_words(problem, language) for problem in reading.problems)
        raise UserError(Why.CHECKLIST_BAD, problems=lines)
    return reading.checklist


def list_reading(path: Path, progress: Callable[[float], None] | None = None) -> ListReading:
    """Return the list of a file, or its problems; `progress` may raise to cancel."""
    return read_list_file(path, progress)


def write_list_template(
    path: Path,
    language: Language,
    checklist: Checklist | None = None,
    progress: Callable[[float], None] | None = None,
) -> None:
    """Write the form for a checklist in Excel, filled in with a list if one is given.

    Raises:
        UserError: the name does not end in .xlsx, or `progress` cancelled. Nothing was written.
        StorageError: it cannot be written. Nothing was written.
    """
    from pmark_desktop.exchange.checklist_sheet_out import write_template  # noqa: PLC0415

    write_template(path, language, checklist, progress)


def _choices(shipped: list[Checklist]) -> str:
    return " ".join([MAIN, ALL, *(checklist.key for checklist in shipped)])


def list_file_problems(path: Path, language: Language) -> list[str]:
    """Return a line for each mistake of a checklist file; nothing if it is sound."""
    return [problem_words(problem, language) for problem in read_list_file(path).problems]
