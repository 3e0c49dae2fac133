"""A cycle that ends on 31 March 2028, and how one rule resolves in it."""

from collections.abc import Callable
from datetime import date

import pytest

from pmark_desktop.domain.cycle import Cycle
from pmark_desktop.domain.days import OfficeDays
from pmark_desktop.domain.schedule import Dates, Resolver


@pytest.fixture
def make_cycle() -> Callable[..., Cycle]:
    """Build cycles; as text, dates are `YYYY-MM-DD`. Its window: 2027-08-01 to 2027-11-30."""

    def make(**given) -> Cycle:
        for field, value in given.items():
            if isinstance(value, str) and field not in ("year_start", "window_source"):
                given[field] = date.fromisoformat(value)
        valid = {"id": 1, "expires": date(2028, 3, 31), "year_start": "04-01"}
        return Cycle(**(valid | {"created_on": date(2026, 4, 1)} | given))

    return make


@pytest.fixture
def resolve(make_item, make_cycle) -> Callable[..., Dates]:
    """Give the dates of one item: of `due`, in `occurrence`, with what the resolver may know."""

    def dates(due=None, occurrence="", *, cycle=None, office=None, **given) -> Dates:
        known = {name: given.pop(name) for name in _KNOWN & given.keys()}
        items = {one.id: one for one in known.pop("items", ())}
        item = make_item(due=due, **given)
        resolver = Resolver(cycle or make_cycle(), items, office or OfficeDays(), **known)
        return resolver.dates("AUD", item, occurrence)

    return dates


_KNOWN = {"items", "events", "done", "application_due"}
