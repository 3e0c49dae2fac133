"""What is typed for own items, as an item: texts, choices, the rule of its due, days of work."""

import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any, TypeVar

from pmark_desktop.domain.checklist import (
    DEFAULT_LEAD_DAYS,
    Item,
    ListFault,
    ListProblem,
    Repeat,
    Stage,
)
from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.domain.own_items import MOST_LEAD_DAYS
from pmark_desktop.domain.rules import Rule, RuleError, parse_rule
from pmark_desktop.domain.texts import clean

TEXTS = ("title", "guidance", "clause", "evidence", "role")
ITEM_FIELDS = (*TEXTS, "stage", "rule", "repeat", "lead_days")
"""What a person types for an own item. `rule` is the language of `domain.rules`; empty: none."""

_ONE_LINE = ("title", "clause", "role")
_FAULTS = {
    ListFault.ITEM_UNKNOWN: Why.RULE_ITEM_UNKNOWN,
    ListFault.CIRCLE: Why.RULE_CIRCLE,
    ListFault.REPEATS_DIFFER: Why.RULE_REPEATS_DIFFER,
    ListFault.DUE_NOT_ALLOWED: Why.RULE_NOT_ALLOWED,
    ListFault.YEARLY_WITHOUT_YEAR: Why.RULE_WITHOUT_YEAR,
    ListFault.EVENT_WITH_REPEAT: Why.RULE_EVENT_REPEATS,
}
Choice = TypeVar("Choice", bound=StrEnum)


def blank_item(id_: str) -> Item:
    """Return an own item before anything is typed."""
    return Item(
        id=id_, title="", guidance="", clause="", evidence="", role="",
        stage=Stage.DO, lead_days=DEFAULT_LEAD_DAYS,
    )  # fmt: skip


def typed_item(before: Item, texts: Mapping[str, str]) -> tuple[Item, int]:
    """Return an item with what was typed, and how many characters were cleaned away.

    Raises:
        UserError: a field is unknown or cannot hold this; its fact `field` names it.
    """
    values: dict[str, Any] = {}
    cleaned = 0
    for field, text in texts.items():
        value, removed = parse_item_field(field, text)
        values["due" if field == "rule" else field] = value
        cleaned += removed
    after = replace(before, **values)
    if not after.title:
        raise UserError(Why.TITLE_MISSING, field="title")
    return after, cleaned


def parse_item_field(field: str, text: str) -> tuple[object, int]:
    """Return the value that a typed text means for a field, and how much was cleaned away.

    Raises:
        UserError: there is no such field, or it cannot hold this.
    """
    match field:
        case "stage":
            return _choice(field, text, Stage, Stage.DO), 0
        case "repeat":
            return _choice(field, text, Repeat, Repeat.ONCE), 0
        case "rule":
            return _rule(text), 0
        case "lead_days":
            return _days(text), 0
        case _ if field in TEXTS:
            found = clean(text.strip())
            if field in _ONE_LINE:
                return " ".join(found.text.split()), found.removed
            return found
    raise UserError(Why.FIELD_UNKNOWN, text=field, choices=" ".join(ITEM_FIELDS))


def item_texts(item: Item) -> dict[str, str]:
    """Return an item as it is typed, by field."""
    return {name: str(getattr(item, name)) for name in TEXTS} | {
        "stage": item.stage.value,
        "rule": str(item.due) if item.due else "",
        "repeat": item.repeat.value,
        "lead_days": str(item.lead_days),
    }


def refuse_problem(problem: ListProblem) -> None:
    """Refuse an item for what is wrong between it and others of its list.

    Raises:
        UserError: always.
    """
    why = _FAULTS.get(problem.fault, Why.RULE_UNREADABLE)
    raise UserError(why, item=problem.item, text=problem.part, field="rule")


def _choice(field: str, text: str, codes: type[Choice], empty: Choice) -> Choice:
    wanted = text.strip().lower()
    if not wanted:
        return empty
    for code in codes:
        if code.value == wanted:
            return code
    choices = " ".join(codes)
    raise UserError(Why.CHOICE_UNKNOWN, text=text, field=field, choices=choices)


def _rule(text: str) -> Rule | None:
    if not text.strip():
        return None
    try:
        return parse_rule(text)
    except RuleError:
        raise UserError(Why.RULE_UNREADABLE, text=text.strip(), field="rule") from None


def _days(text: str) -> int:
    digits = unicodedata.normalize("NFKC", text).strip()
    if not digits:
        return DEFAULT_LEAD_DAYS
    is_number = digits.isdecimal() and digits.isascii() and len(digits) <= len(str(MOST_LEAD_DAYS))
    if not is_number or int(digits) > MOST_LEAD_DAYS:
        raise UserError(Why.LEAD_DAYS_WRONG, text=text, most=MOST_LEAD_DAYS, field="lead_days")
    return int(digits)
