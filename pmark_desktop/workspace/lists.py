"""Checklists to begin with: those that come with the program, and files of one's own."""

from pathlib import Path

from pmark_desktop.domain.checklist import Checklist, Kind
from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.exchange.checklist_toml import read_checklist, read_shipped
from pmark_desktop.words import Language
from pmark_desktop.words_checklist import problem_words

MAIN, ALL = "main", "all"


def chosen_lists(wanted: str, language: Language = Language.JA) -> list[Checklist]:
    """Return the lists that `main`, `all`, or keys and `.toml` paths with commas between name.

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
    if word.lower().endswith(".toml"):
        return [read_list(Path(word), language)]
    if word == MAIN:
        return [checklist for checklist in shipped if checklist.kind is Kind.MAIN]
    for checklist in shipped:
        if checklist.key == word.upper():
            return [checklist]
    raise UserError(Why.LIST_UNKNOWN, text=word, choices=_choices(shipped))


def read_list(path: Path, language: Language = Language.JA) -> Checklist:
    """Return the checklist of a `.toml` file.

    Raises:
        UserError: it has mistakes; all of them are listed.
    """
    checklist, problems = read_checklist(path)
    if checklist is None:
        lines = "\n".join(problem_words(problem, language) for problem in problems)
        raise UserError(Why.CHECKLIST_BAD, problems=lines)
    return checklist


def _choices(shipped: list[Checklist]) -> str:
    return " ".join([MAIN, ALL, *(checklist.key for checklist in shipped)])


def list_file_problems(path: Path, language: Language) -> list[str]:
    """Return a line for each mistake of a checklist file; nothing if it is sound."""
    return [problem_words(problem, language) for problem in read_checklist(path)[1]]
