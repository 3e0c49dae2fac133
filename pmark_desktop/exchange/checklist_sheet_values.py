"""What the cells of a checklist in Excel mean, in the terms of a TOML file."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date

from pmark_desktop.domain.errors import UserError
from pmark_desktop.domain.typed_dates import parse_date
from pmark_desktop.exchange.checklist_problems import ChecklistProblem as Code
from pmark_desktop.exchange.xlsx_grid import Cell, CellKind
from pmark_desktop.words_checklist_sheet import choice_code
from pmark_desktop.words_rules import rule_text

_MOST_DIGITS = 15  # what a number in Excel keeps
_DASHES = str.maketrans("−‐–—", "----")
_AFTER_NUMBER = re.compile(r"(?:営業)?日前?$|days?$")
_BETWEEN_IDS = re.compile(r"[,、;\s/]+")
_UNFIT: Mapping[CellKind, Code] = {
    CellKind.ERROR: Code.CELL_ERROR,
    CellKind.WRONG: Code.CELL_UNREADABLE,
}


def value_of(field: str, cell: Cell) -> object | Code:
    """Return what a cell means in a field, or why it cannot be used; '' is an empty cell.

    What is no value of this field comes back as text: the checks of a list tell about it.
    """
    if cell.is_formula:
        return Code.CELL_FORMULA
    if cell.kind in _UNFIT:
        return _UNFIT[cell.kind]
    if cell.kind is CellKind.DAY:
        return _of_day(field, date.fromisoformat(cell.text))
    text = cell.text.strip()
    if cell.kind is CellKind.NUMBER:
        plain = _plain_number(text)
        if plain is None:
            return Code.CELL_DIGITS_LOST
        text = plain
    return _READERS.get(field, _as_it_is)(text)


def _of_day(field: str, day: date) -> object | Code:
    if field == "date":
        return day
    if field in ("due", "hard_due"):
        return f"on {day.isoformat()}"
    return Code.CELL_DAY


def _plain_number(text: str) -> str | None:
    """Return a number as Excel shows it; None where it cannot have kept all digits."""
    number = float(text)
    if not abs(number) < 10**_MOST_DIGITS:
        return None
    return str(int(number)) if number.is_integer() else repr(number)


def _as_it_is(text: str) -> object:
    return text


def _code(text: str) -> object:
    return unicodedata.normalize("NFKC", text).translate(_DASHES).strip()


def _day(text: str) -> object:
    try:
        return parse_date(text) if text else ""
    except UserError:
        return text


def _number(text: str) -> object:
    plain = _AFTER_NUMBER.sub("", unicodedata.normalize("NFKC", text)).strip()
    is_number = plain.isascii() and plain.isdecimal() and len(plain) < _MOST_DIGITS
    return int(plain) if is_number else text


def _ids(text: str) -> object:
    found = [str(_code(part)) for part in _BETWEEN_IDS.split(text) if part]
    return found or ""


def _chooser(field: str) -> Callable[[str], object]:
    return lambda text: choice_code(field, text)


_READERS: Mapping[str, Callable[[str], object]] = {
    "id": _code, "key": _code, "version": _code, "date": _day,
    "due": rule_text, "hard_due": rule_text, "lead_days": _number, "replaces": _ids,
    **{field: _chooser(field) for field in ("kind", "stage", "repeat", "applies_if")},
}  # fmt: skip
