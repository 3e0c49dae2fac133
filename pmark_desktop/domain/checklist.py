"""A published checklist: items with rules, and what can be wrong with a whole list."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from pmark_desktop.domain.rules import Anchor, ItemDone, Rule


class Kind(StrEnum):
    """Whether a list belongs to every renewal or is switched on where it applies."""

    MAIN = "main"
    SUPP = "supp"


class Stage(StrEnum):
    """Where an item stands in the PDCA round."""

    PLAN = "plan"
    DO = "do"
    CHECK = "check"
    ACT = "act"


class Repeat(StrEnum):
    """How often an item is to be done within a cycle."""

    ONCE = "once"
    YEARLY = "yearly"
    QUARTERLY = "quarterly"
    MONTHLY = "monthly"

    @property
    def fills_term(self) -> bool:
        """True where the calendar itself gives the due dates, without a rule."""
        return self in (Repeat.MONTHLY, Repeat.QUARTERLY)


class Condition(StrEnum):
    """What must be so in the company for an item to apply."""

    OUTSOURCING = "outsourcing"
    PAPER = "paper"
    SENSITIVE = "sensitive"
    UNDER16 = "under16"
    BIOMETRIC = "biometric"
    MEDICAL = "medical"
    OVERSEAS = "overseas"


DEFAULT_LEAD_DAYS = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A line of a checklist.

    `due` is None only for an item that repeats monthly or quarterly. `lead_days` is how many
    days before the due the work has to start. `replaces` are ids of former editions whose
    answers go to this item; only a published list has them, a workspace does not keep them.
    """

    id: str
    title: str
    guidance: str
    clause: str
    evidence: str
    role: str
    stage: Stage
    due: Rule | None = None
    hard_due: Rule | None = None
    due_note: str = ""
    repeat: Repeat = Repeat.ONCE
    lead_days: int = DEFAULT_LEAD_DAYS
    applies_if: Condition | None = None
    replaces: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist:
    """A published list of items, in its order."""

    key: str
    title: str
    title_en: str
    kind: Kind
    version: str
    date: date
    source: str
    items: tuple[Item, ...]


class ListFault(StrEnum):
    """What can be wrong between the items of one list."""

    ID_TWICE = "id_twice"
    ITEM_UNKNOWN = "item_unknown"
    CIRCLE = "circle"
    REPEATS_DIFFER = "repeats_differ"
    DUE_MISSING = "due_missing"
    DUE_NOT_ALLOWED = "due_not_allowed"
    HARD_DUE_WITHOUT_DUE = "hard_due_without_due"
    YEARLY_WITHOUT_YEAR = "yearly_without_year"
    EVENT_WITH_REPEAT = "event_with_repeat"
    EVENT_MIXED = "event_mixed"
    REPLACES_ALIVE = "replaces_alive"
    REPLACED_TWICE = "replaced_twice"


class ListProblem(NamedTuple):
    """One fault: the item and field it is in, and the other item or word it is about."""

    item: str
    field: str
    fault: ListFault
    part: str = ""


_YEARLY_BASES = (
    Anchor.EXPIRY, Anchor.WINDOW_OPENS, Anchor.WINDOW_CLOSES, Anchor.YEAR_START,
)  # fmt: skip


def list_problems(items: Sequence[Item]) -> list[ListProblem]:
    """Return all that is wrong between these items, in their order; nothing if they are sound."""
    known: dict[str, Item] = {}
    found: list[ListProblem] = []
    for item in items:
        if item.id in known:
            found.append(ListProblem(item.id, "id", ListFault.ID_TWICE))
        known.setdefault(item.id, item)
    for item in items:
        found += _presence(item)
        for field, rule in _rules(item):
            found += _rule_problems(item, field, rule, known)
    return [*found, *_replacing_problems(items, known)]


def root_item(item: Item, known: Mapping[str, Item]) -> Item | None:
    """Return the item at the end of a chain of `ITEM done`; None for a broken chain."""
    seen: set[str] = set()
    while item.due is not None and isinstance(item.due.base, ItemDone):
        if item.id in seen or item.due.base.item not in known:
            return None
        seen.add(item.id)
        item = known[item.due.base.item]
    return item


def root_anchor(item: Item, known: Mapping[str, Item]) -> Anchor | None:
    """Return the anchor that an item counts from, directly or through other items.

    None for an item without rule, one with a fixed day, and a broken chain.
    """
    root = root_item(item, known)
    base = root.due.base if root and root.due else None
    return base if isinstance(base, Anchor) else None


def _rules(item: Item) -> Iterator[tuple[str, Rule]]:
    if item.due:
        yield "due", item.due
    if item.hard_due:
        yield "hard_due", item.hard_due


def _replacing_problems(items: Sequence[Item], known: Mapping[str, Item]) -> Iterator[ListProblem]:
    """Yield ids that are replaced although they are there, or by two items."""
    replaced: set[str] = set()
    for item in items:
        for old in item.replaces:
            if old in known:
                yield ListProblem(item.id, "replaces", ListFault.REPLACES_ALIVE, old)
            elif old in replaced:
                yield ListProblem(item.id, "replaces", ListFault.REPLACED_TWICE, old)
            replaced.add(old)


def _presence(item: Item) -> Iterator[ListProblem]:
    if item.repeat.fills_term:
        for field, _ in _rules(item):
            yield ListProblem(item.id, field, ListFault.DUE_NOT_ALLOWED, item.repeat.value)
    elif item.due is None:
        yield ListProblem(item.id, "due", ListFault.DUE_MISSING)
        if item.hard_due:
            yield ListProblem(item.id, "hard_due", ListFault.HARD_DUE_WITHOUT_DUE)


def _rule_problems(
    item: Item, field: str, rule: Rule, known: Mapping[str, Item]
) -> Iterator[ListProblem]:
    if isinstance(rule.base, ItemDone):
        yield from _chain_problems(item, field, rule.base.item, known)
    elif item.repeat is Repeat.YEARLY and rule.base not in _YEARLY_BASES:
        occurrence = isinstance(rule.base, Anchor) and rule.base.is_occurrence
        fault = ListFault.EVENT_WITH_REPEAT if occurrence else ListFault.YEARLY_WITHOUT_YEAR
        yield ListProblem(item.id, field, fault, str(rule))
    if field == "hard_due":
        yield from _mixed(item, rule, known)


def _chain_problems(
    item: Item, field: str, other: str, known: Mapping[str, Item]
) -> Iterator[ListProblem]:
    if other not in known:
        yield ListProblem(item.id, field, ListFault.ITEM_UNKNOWN, other)
    elif _leads_back(item.id, other, known):
        yield ListProblem(item.id, field, ListFault.CIRCLE, other)
    elif known[other].repeat is not item.repeat:
        yield ListProblem(item.id, field, ListFault.REPEATS_DIFFER, other)


def _leads_back(start: str, item: str, known: Mapping[str, Item]) -> bool:
    """Tell whether waiting for `item` means, in the end, waiting for `start`."""
    seen: set[str] = set()
    ahead = [item]
    while ahead:
        here = ahead.pop()
        if here == start:
            return True
        if here in seen or here not in known:
            continue
        seen.add(here)
        bases = [rule.base for _, rule in _rules(known[here])]
        ahead += [base.item for base in bases if isinstance(base, ItemDone)]
    return False


def _mixed(item: Item, rule: Rule, known: Mapping[str, Item]) -> Iterator[ListProblem]:
    """An event's hard due needs the same event: nothing else has such a date."""
    base: Anchor | ItemDone | date | None = rule.base
    if isinstance(base, ItemDone) and base.item in known:
        base = root_anchor(known[base.item], known)
    is_occurrence = isinstance(base, Anchor) and base.is_occurrence
    if is_occurrence and base is not root_anchor(item, known):
        yield ListProblem(item.id, "hard_due", ListFault.EVENT_MIXED, str(rule))
