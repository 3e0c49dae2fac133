"""Takes typed fields out of one TOML table and notes whatever is wrong with them."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar

from pmark_desktop.domain.errors import UserError
from pmark_desktop.domain.rules import Anchor, Rule, RuleError, RuleFault, Unit, parse_rule
from pmark_desktop.domain.texts import clean
from pmark_desktop.exchange.checklist_problems import ChecklistProblem as Code
from pmark_desktop.exchange.checklist_problems import Problem, quoted

Choice = TypeVar("Choice", bound=StrEnum)

UNREADABLE = Rule(date.min)
"""Stands where a rule was written but cannot be read, so that later checks see that it is there."""

MOST_UNKNOWN = 20
"""Unknown fields of one table that are named; a table with more is another kind of file."""


class Fields:
    """The fields of the head (`ordinal` 0) or of one item.

    Every reader returns something usable: a field that is missing or wrong gives the empty
    value and a problem. `broken` holds the names of such fields.
    """

    def __init__(
        self, table: Mapping[str, Any], known: Sequence[str], file: str, ordinal: int
    ) -> None:
        self.item = ""
        self.ordinal = ordinal
        self._table = table
        self._known = known
        self._file = file
        self._found: list[tuple[Code, str, dict[str, str | int]]] = []

    @property
    def broken(self) -> set[str]:
        """The fields with a problem so far."""
        return {name for _, name, _ in self._found}

    def note(self, code: Code, field: str, **facts: str | int) -> None:
        """Keep a problem of `field`."""
        self._found.append((code, field, facts))

    def problems(self) -> list[Problem]:
        """Return what was noted, in the order of the file; missing fields come last."""
        written = list(self._table)
        order = {name: place for place, name in enumerate([*written, *self._missing()])}
        found = sorted(self._found, key=lambda problem: order.get(problem[1], len(order)))
        return [
            Problem(self._file, code, self.ordinal, self.item, quoted(field), facts)
            for code, field, facts in found
        ]

    def note_unknown(self) -> None:
        """Note every field that the format does not know, with the one it may stand for."""
        from difflib import get_close_matches  # noqa: PLC0415 - only a file with mistakes needs it

        unknown = [name for name in self._table if name not in self._known]
        for name in unknown[:MOST_UNKNOWN]:
            if close := get_close_matches(name[:40].casefold(), self._missing() or self._known, 1):
                self.note(Code.FIELD_MISSPELT, name, suggestion=close[0])
            else:
                self.note(Code.FIELD_UNKNOWN, name, known=", ".join(self._known))

    def text(self, field: str, *, needed: bool = True, many_lines: bool = True) -> str:
        """Return a text without spaces around it; empty if there is none."""
        if field not in self._table:
            if needed:
                self.note(Code.FIELD_MISSING, field)
            return ""
        value = self._table[field]
        if not isinstance(value, str):
            self.note(Code.NOT_TEXT, field)
            return ""
        return self._clean(field, value, needed=needed, many_lines=many_lines)

    def choice(
        self, field: str, choices: Sequence[Choice], *, needed: bool = True
    ) -> Choice | None:
        """Return one of `choices`; None if there is none."""
        text = self.text(field, needed=needed, many_lines=False)
        if field not in self._table or field in self.broken:
            return None
        for choice in choices:
            if choice.value == text:
                return choice
        self.note(Code.CHOICE_UNKNOWN, field, text=quoted(text), allowed=", ".join(choices))
        return None

    def number(self, field: str, limits: tuple[int, int], default: int) -> int:
        """Return a whole number within `limits`, ends included; `default` if there is none."""
        least, most = limits
        value = self._table.get(field, default)
        if isinstance(value, bool) or not isinstance(value, int):
            self.note(Code.NOT_NUMBER, field)
            return default
        if not least <= value <= most:
            self.note(Code.NUMBER_OUTSIDE, field, least=least, most=most)
            return default
        return value

    def day(self, field: str) -> date:
        """Return a TOML date, not a time and not a text."""
        value = self._table.get(field)
        if value is None:
            self.note(Code.FIELD_MISSING, field)
        elif isinstance(value, datetime) or not isinstance(value, date):
            self.note(Code.NOT_DATE, field)
        else:
            return value
        return date.min

    def rule(self, field: str) -> Rule | None:
        """Return a rule; None if there is none, `UNREADABLE` if it cannot be read."""
        if field not in self._table:
            return None
        text = self.text(field, needed=False, many_lines=False)
        if field in self.broken:
            return UNREADABLE
        try:
            return parse_rule(text)
        except RuleError as error:
            self.note(Code(error.fault.value), field, **_rule_facts(error))
            return UNREADABLE

    def ids(self, field: str, form: re.Pattern[str]) -> tuple[str, ...]:
        """Return a list of item ids; none where there is none."""
        value = self._table.get(field, [])
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            self.note(Code.NOT_IDS, field)
            return ()
        for one in value:
            if not form.fullmatch(one):
                self.note(Code.ID_FORM, field, text=quoted(one))
                return ()
        return tuple(value)

    def _missing(self) -> list[str]:
        return [name for name in self._known if name not in self._table]

    def _clean(self, field: str, value: str, *, needed: bool, many_lines: bool) -> str:
        try:
            text, removed = clean(value)
        except UserError as error:
            self.note(Code.TEXT_TOO_LONG, field, most=int(str(error.facts["most"])))
            return ""
        text = text.strip()
        wrong: Sequence[tuple[bool, Code]] = (
            (removed > 0, Code.TEXT_CONTROLS),
            (needed and not text, Code.FIELD_EMPTY),
            (not many_lines and ("\n" in text or "\t" in text), Code.TEXT_MANY_LINES),
        )
        for is_wrong, code in wrong:
            if is_wrong:
                self.note(code, field)
                return ""
        return text


def _rule_facts(error: RuleError) -> dict[str, str | int]:
    facts: dict[str, str | int] = {"part": quoted(error.part)}
    if error.fault is RuleFault.ANCHOR_UNKNOWN:
        facts["allowed"] = ", ".join(Anchor)
    elif error.fault is RuleFault.UNIT_UNKNOWN:
        facts["allowed"] = ", ".join(Unit)
    return facts
