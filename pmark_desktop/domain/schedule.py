"""From items and anchors to tasks and their dates: occurrences, dues, hard dues, waiting."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from pmark_desktop.domain.checklist import Checklist, Item, Repeat, root_anchor, root_item
from pmark_desktop.domain.cycle import STAGED, Cycle
from pmark_desktop.domain.days import DAY, OfficeDays, Period, add_months, offset_day
from pmark_desktop.domain.records import Event
from pmark_desktop.domain.rules import Anchor, ItemDone, Offset, Rule
from pmark_desktop.domain.task import task_id

YEAR_ONE, YEAR_TWO = "1", "2"
_YEARS_AHEAD = 12  # a rule reaches ten years
APPLICATION_ITEM = "CERT-12"
"""The item whose due is the planned day of application until the officer plans another."""


@dataclass(frozen=True, slots=True)
class Dates:
    """What the rules of one task give.

    `waits_for` names the anchor (`site_visit`) or task (`AUD-16@1`) that has no date yet; then
    `due` is None. `unmoved` is the due before it went back from a closed day.
    """

    due: date | None = None
    hard_due: date | None = None
    waits_for: str | None = None
    unmoved: date | None = None


def occurrences(checklist: Checklist, cycle: Cycle) -> Iterator[tuple[Item, str]]:
    """Yield each item and occurrence that this cycle calls for, in the list's order.

    Items that count from an event have none before it happens; see `event_items`. A fixed day
    (`on`) outside the review period calls for nothing.
    """
    known = {item.id: item for item in checklist.items}
    for item in checklist.items:
        anchor = root_anchor(item, known)
        if anchor is not None and anchor.is_occurrence:
            continue
        if not _is_outside(item, known, cycle.review_period):
            for occurrence in _occurrences_of(item, cycle):
                yield item, occurrence


def event_items(checklist: Checklist, anchor: Anchor) -> list[Item]:
    """Return the items that count from `anchor`, directly or through another item."""
    known = {item.id: item for item in checklist.items}
    return [item for item in checklist.items if root_anchor(item, known) is anchor]


def _is_outside(item: Item, known: Mapping[str, Item], period: Period) -> bool:
    """Tell whether an item's fixed day, its own or that of the item it waits for, is outside."""
    root = root_item(item, known)
    base = root.due.base if root and root.due else None
    return isinstance(base, date) and base not in period


def _occurrences_of(item: Item, cycle: Cycle) -> list[str]:
    match item.repeat:
        case Repeat.ONCE:
            return [""]
        case Repeat.YEARLY:
            return [YEAR_ONE, YEAR_TWO]
        case Repeat.MONTHLY:
            return [f"{last:%Y-%m}" for last in _month_ends(cycle.term)]
        case Repeat.QUARTERLY:
            return [name for name, last in _quarters(cycle) if last in cycle.term]


def _month_ends(term: Period) -> Iterator[date]:
    """Yield the last day of each calendar month whose last day lies in the term."""
    first = term.first.replace(day=1)
    while (last := add_months(first, 1) - DAY) <= term.last:
        yield last
        first = add_months(first, 1)


def _quarters(cycle: Cycle) -> Iterator[tuple[str, date]]:
    """Yield name and last day of each quarter counted from the start of the PMS year."""
    for year in range(cycle.term.first.year - 1, cycle.term.last.year + 1):
        start = cycle.year_start_in(year)
        for number in (1, 2, 3, 4):
            yield f"{year}-Q{number}", add_months(start, 3 * number) - DAY


class Resolver:
    """Gives the dates of tasks, from what is known of one cycle.

    Args:
        cycle: the anchors.
        items: all items by id; ids are unique over all lists.
        office: the days on which the company works.
        events: what happened, by list key and number.
        done: the day on which a task was done, by task id; only those that are done.
        application_due: the due of `APPLICATION_ITEM` where it is not the rule's (set by
            hand, or done); it is the planned day of application until another is planned.
    """

    def __init__(
        self,
        cycle: Cycle,
        items: Mapping[str, Item],
        office: OfficeDays,
        *,
        events: Iterable[Event] = (),
        done: Mapping[str, date] | None = None,
        application_due: date | None = None,
    ) -> None:
        self._cycle = cycle
        self._items = items
        self._office = office
        self._events = {(event.list_key, event.occurrence): event for event in events}
        self._done = done or {}
        self._year_starts: dict[Offset, tuple[date, date]] = {}
        window = cycle.window
        self._anchors: dict[Anchor, date | None] = {
            Anchor.EXPIRY: cycle.expires,
            Anchor.WINDOW_OPENS: window.opens,
            Anchor.WINDOW_CLOSES: window.closes,
        }
        for anchor in STAGED:
            self._anchors[anchor] = cycle.actual(anchor) or cycle.planned(anchor)
        if self._anchors[Anchor.APPLIED] is None:
            self._anchors[Anchor.APPLIED] = application_due or self._application_due()

    def anchor(self, anchor: Anchor) -> date | None:
        """Return the date of an anchor of the cycle: actual, else planned, else None."""
        return self._anchors.get(anchor)

    def dates(self, list_key: str, item: Item, occurrence: str) -> Dates:
        """Return the dates of the task of `item` in `occurrence`."""
        if item.repeat.fills_term:
            last = self._end_of(occurrence)
            return Dates(due=self._office.last_until(last), unmoved=last)
        if item.due is None:
            return Dates()
        task = _Slot(list_key, item, occurrence)
        base = self._base(item.due, task)
        hard_due = self._intended(item.hard_due, task) if item.hard_due else None
        if base is None:
            return Dates(hard_due=hard_due, waits_for=_awaited(item.due, occurrence))
        due = self._at(item.due, base, task)
        if hard_due is not None:
            due = min(due, hard_due)
        start = _in_year(item.due, base, task)
        return Dates(self._moved(item.due, start, due), hard_due, None, due)

    def counted(self, list_key: str, item: Item, occurrence: str) -> tuple[date, date] | None:
        """Return the day a due counts from, and the day its rule gives before it is moved.

        Neither the hard due nor a closed day has moved it. None where there is no rule, or its
        anchor has no date. What is due at the end of a period counts from that end.
        """
        if item.repeat.fills_term:
            last = self._end_of(occurrence)
            return last, last
        task = _Slot(list_key, item, occurrence)
        base = self._base(item.due, task) if item.due else None
        if item.due is None or base is None:
            return None
        return _in_year(item.due, base, task), self._at(item.due, base, task)

    def _application_due(self) -> date | None:
        item = self._items.get(APPLICATION_ITEM)
        if item is None or item.repeat.fills_term:
            return None
        return self.dates("CERT", item, "").due

    def _end_of(self, occurrence: str) -> date:
        if "Q" in occurrence:  # also one that a corrected expiry left outside
            year, number = occurrence.split("-Q")
            return add_months(self._cycle.year_start_in(int(year)), 3 * int(number)) - DAY
        return add_months(date.fromisoformat(f"{occurrence}-01"), 1) - DAY

    def _intended(self, rule: Rule, task: "_Slot") -> date | None:
        base = self._base(rule, task)
        return None if base is None else self._at(rule, base, task)

    def _base(self, rule: Rule, task: "_Slot") -> date | None:
        match rule.base:
            case ItemDone(item):
                return self._done.get(task_id(item, task.occurrence))
            case Anchor.EVENT | Anchor.KNOWN:
                event = self._events.get((task.list_key, task.occurrence))
                return event.day if event else None
            case Anchor.YEAR_START:
                return self._year_start(rule, task)
            case Anchor():
                return self._anchors[rule.base]
            case _:
                return rule.base

    def _at(self, rule: Rule, base: date, task: "_Slot") -> date:
        return _in_year(rule, offset_day(base, rule.offset, self._office), task)

    def _year_start(self, rule: Rule, task: "_Slot") -> date:
        """Return the start of the PMS year of an occurrence.

        The latest that puts the due on or before the last day of application is that of year
        two, and of an item that is done once; year one is the one before. A hard due counts
        from the same start as its due.
        """
        due = task.item.due
        leads = due if due is not None and due.base is Anchor.YEAR_START else rule
        if leads.offset not in self._year_starts:
            self._year_starts[leads.offset] = self._two_year_starts(leads.offset)
        one, two = self._year_starts[leads.offset]
        return one if task.occurrence == YEAR_ONE else two

    def _two_year_starts(self, offset: Offset) -> tuple[date, date]:
        """Return the two latest starts whose dates lie on or before the last day to apply."""
        last = self._cycle.window.closes
        year = last.year + _YEARS_AHEAD
        found: list[date] = []
        while len(found) < len((YEAR_ONE, YEAR_TWO)):
            start = self._cycle.year_start_in(year)
            if offset_day(start, offset, self._office) <= last:
                found.append(start)
            year -= 1
        return found[1], found[0]

    def _moved(self, rule: Rule, start: date, due: date) -> date:
        """Return `due`, or the last business day before it where that is allowed.

        A due that counts on from `start` does not go back before it.
        """
        if isinstance(rule.base, Anchor) and rule.base.is_occurrence:
            return due
        moved = self._office.last_until(due)
        counts_on = not isinstance(rule.base, date) and rule.offset.count >= 0
        return due if counts_on and moved < start else moved


@dataclass(frozen=True, slots=True)
class _Slot:
    list_key: str
    item: Item
    occurrence: str


def _in_year(rule: Rule, day: date, task: _Slot) -> date:
    """Return `day` of year two as it falls in the year of the task: 12 months earlier in one.

    A PMS year has starts of its own, and a finished task its own day: those do not shift.
    """
    shifts = isinstance(rule.base, Anchor) and rule.base is not Anchor.YEAR_START
    return add_months(day, -12) if shifts and task.occurrence == YEAR_ONE else day


def _awaited(rule: Rule, occurrence: str) -> str:
    base = rule.base
    return task_id(base.item, occurrence) if isinstance(base, ItemDone) else str(base)
