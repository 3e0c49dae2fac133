"""The language of due dates: `expiry - 10 months`, `AUD-16 done + 60 days`, `on 2027-01-03`.

    rule = "on" YYYY-MM-DD
         | (ANCHOR | ITEM "done") [("+" | "-") n unit]
    unit = day(s) | business day(s) | week(s) | month(s) | year(s)

A bare anchor is legal. Upper and lower case are told apart; spaces are free.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache


class Anchor(StrEnum):
    """A date that others count from."""

    EXPIRY = "expiry"
    WINDOW_OPENS = "window_opens"
    WINDOW_CLOSES = "window_closes"
    APPLIED = "applied"
    SITE_VISIT = "site_visit"
    FINDINGS_ISSUED = "findings_issued"
    DECIDED = "decided"
    YEAR_START = "year_start"
    EVENT = "event"
    KNOWN = "known"

    @property
    def is_occurrence(self) -> bool:
        """True for the anchors that every event brings along itself."""
        return self in (Anchor.EVENT, Anchor.KNOWN)


class Unit(StrEnum):
    """What an offset is counted in."""

    DAY = "day"
    BUSINESS_DAY = "business day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class RuleFault(StrEnum):
    """What is wrong with the text of a rule."""

    EMPTY = "rule_empty"
    FORM = "rule_form"
    ANCHOR_UNKNOWN = "rule_anchor_unknown"
    DATE_IMPOSSIBLE = "rule_date_impossible"
    UNIT_UNKNOWN = "rule_unit_unknown"
    NUMBER_TOO_BIG = "rule_number_too_big"
    ON_WITH_OFFSET = "rule_on_with_offset"


class RuleError(ValueError):
    """A rule cannot be read: `fault` says how, `part` which piece of the text."""

    def __init__(self, fault: RuleFault, part: str = "") -> None:
        super().__init__(fault.value)
        self.fault = fault
        self.part = part


@dataclass(frozen=True, slots=True)
class ItemDone:
    """The day on which the task of an item, in the same occurrence, was done."""

    item: str


@dataclass(frozen=True, slots=True)
class Offset:
    """How far from the base; `count` is negative for days before it."""

    count: int
    unit: Unit

    def __str__(self) -> str:
        sign, size = "-" if self.count < 0 else "+", abs(self.count)
        return f"{sign} {size} {self.unit.value}{'' if size == 1 else 's'}"


NO_OFFSET = Offset(0, Unit.DAY)


@dataclass(frozen=True, slots=True)
class Rule:
    """A due date as it is written: a base and a distance from it."""

    base: Anchor | ItemDone | date
    offset: Offset = NO_OFFSET

    def __str__(self) -> str:
        if isinstance(self.base, date):
            return f"on {self.base.isoformat()}"
        name = f"{self.base.item} done" if isinstance(self.base, ItemDone) else self.base.value
        return name if self.offset == NO_OFFSET else f"{name} {self.offset}"


ITEM_ID = re.compile(r"[A-Z][A-Z0-9]{1,7}-[0-9]{2,3}")
_MOST = {  # ten years either way: beyond that a rule is a slip of the pen
    Unit.DAY: 3660, Unit.BUSINESS_DAY: 2500, Unit.WEEK: 520, Unit.MONTH: 120, Unit.YEAR: 10,
}  # fmt: skip
_ON = re.compile(r"on\s+(?P<day>[^\s+]+)\s*(?P<rest>.*)")
_COUNTED = re.compile(
    r"(?P<base>[A-Za-z_][\w-]*(?=\s+done\b)|[A-Za-z_]\w*)(?P<done>\s+done)?\s*"
    r"(?:(?P<sign>[+-])\s*(?P<count>[0-9]+)\s*(?P<unit>[A-Za-z][A-Za-z ]*))?",
    re.ASCII,
)


@lru_cache(maxsize=1024)  # a workspace of ten thousand items has a few dozen rules
def parse_rule(text: str) -> Rule:
    """Return the rule that `text` writes.

    Raises:
        RuleError: the text is no rule.
    """
    text = " ".join(text.split())
    if not text:
        raise RuleError(RuleFault.EMPTY)
    if fixed := _ON.fullmatch(text):
        return _fixed(fixed["day"], fixed["rest"])
    found = _COUNTED.fullmatch(text)
    if found is None:
        raise RuleError(RuleFault.FORM, text)
    return Rule(_base(found["base"], done=bool(found["done"])), _offset(found))


def _fixed(day: str, rest: str) -> Rule:
    if rest:
        raise RuleError(RuleFault.ON_WITH_OFFSET, rest)
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", day):
        raise RuleError(RuleFault.DATE_IMPOSSIBLE, day)
    try:
        return Rule(date.fromisoformat(day))
    except ValueError:
        raise RuleError(RuleFault.DATE_IMPOSSIBLE, day) from None


def _base(name: str, *, done: bool) -> Anchor | ItemDone:
    if done:
        if not ITEM_ID.fullmatch(name):
            raise RuleError(RuleFault.ANCHOR_UNKNOWN, f"{name} done")
        return ItemDone(name)
    if name not in list(Anchor):
        raise RuleError(RuleFault.ANCHOR_UNKNOWN, name)
    return Anchor(name)


def _offset(found: re.Match[str]) -> Offset:
    if found["count"] is None:
        return NO_OFFSET
    word = found["unit"].strip()
    name = word.removesuffix("s")
    if name not in list(Unit):
        raise RuleError(RuleFault.UNIT_UNKNOWN, word)
    unit, digits = Unit(name), found["count"]
    if len(digits) > len(str(max(_MOST.values()))) or int(digits) > _MOST[unit]:
        raise RuleError(RuleFault.NUMBER_TOO_BIG, digits)
    return Offset(-int(digits) if found["sign"] == "-" else int(digits), unit)
