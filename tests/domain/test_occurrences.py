"""Which tasks a list calls for in a cycle, and when those that follow the calendar are due.

Unless a test says otherwise the mark ends on 2028-03-31 and the PMS year starts on 04-01; the
term then begins on 2026-04-01, the review period is 2025-12-01 to 2027-11-30.
"""

from datetime import date

import pytest

from pmark_desktop.domain.checklist import Checklist, Kind, Repeat
from pmark_desktop.domain.days import OfficeDays
from pmark_desktop.domain.rules import Anchor
from pmark_desktop.domain.schedule import Dates, Resolver, event_items, occurrences


def day(text):
    return date.fromisoformat(text)


def checklist(items):
    texts = {"title": "内部監査", "title_en": "Internal audit", "version": "1", "source": ""}
    return Checklist(key="AUD", kind=Kind.MAIN, date=day("2026-11-23"), items=tuple(items), **texts)


@pytest.mark.parametrize(
    ("expires", "first", "last"),
    [
        ("2028-03-31", "2026-04", "2028-03"),
        ("2028-03-30", "2026-03", "2028-02"),  # 2026-03-31 lies in the term, 2028-03-31 does not
        ("2028-02-29", "2026-03", "2028-02"),
        ("2028-02-28", "2026-02", "2028-01"),
        ("2027-02-28", "2025-03", "2027-02"),
        ("2027-12-31", "2026-01", "2027-12"),
    ],
)
def test_a_monthly_item_has_a_task_for_each_month_that_ends_in_the_term(
    make_item, make_cycle, expires, first, last
):
    items = checklist([make_item(repeat=Repeat.MONTHLY)])
    found = [name for _, name in occurrences(items, make_cycle(expires=expires))]
    assert (found[0], found[-1], len(found)) == (first, last, 24)


@pytest.mark.parametrize(
    ("month", "due", "unmoved"),
    [
        ("2026-04", "2026-04-30", "2026-04-30"),
        ("2026-05", "2026-05-29", "2026-05-31"),
        ("2026-12", "2026-12-28", "2026-12-31"),
        ("2027-02", "2027-02-26", "2027-02-28"),
        ("2028-02", "2028-02-29", "2028-02-29"),
    ],
)
def test_a_month_is_due_on_its_last_business_day(resolve, month, due, unmoved):
    found = resolve(None, month, repeat=Repeat.MONTHLY)
    assert found == Dates(due=day(due), unmoved=day(unmoved))


@pytest.mark.parametrize(
    ("year_start", "quarters"),
    [
        (
            "04-01",
            "2026-Q1 2026-06-30, 2026-Q2 2026-09-30, 2026-Q3 2026-12-28, 2026-Q4 2027-03-31, "
            "2027-Q1 2027-06-30, 2027-Q2 2027-09-30, 2027-Q3 2027-12-28, 2027-Q4 2028-03-31",
        ),
        (
            "01-31",  # ends 04-29, 07-30, 10-30, 01-30: counted from the start of the year
            "2026-Q1 2026-04-28, 2026-Q2 2026-07-30, 2026-Q3 2026-10-30, 2026-Q4 2027-01-29, "
            "2027-Q1 2027-04-28, 2027-Q2 2027-07-30, 2027-Q3 2027-10-29, 2027-Q4 2028-01-28",
        ),
        (
            "10-21",
            "2025-Q2 2026-04-20, 2025-Q3 2026-07-17, 2025-Q4 2026-10-20, 2026-Q1 2027-01-20, "
            "2026-Q2 2027-04-20, 2026-Q3 2027-07-20, 2026-Q4 2027-10-20, 2027-Q1 2028-01-20",
        ),
        (
            "02-28",
            "2026-Q1 2026-05-27, 2026-Q2 2026-08-27, 2026-Q3 2026-11-27, 2026-Q4 2027-02-26, "
            "2027-Q1 2027-05-27, 2027-Q2 2027-08-27, 2027-Q3 2027-11-26, 2027-Q4 2028-02-25",
        ),
        (
            "05-31",  # 11-30 and 02-28/29 are clipped starts
            "2025-Q4 2026-05-29, 2026-Q1 2026-08-28, 2026-Q2 2026-11-27, 2026-Q3 2027-02-26, "
            "2026-Q4 2027-05-28, 2027-Q1 2027-08-30, 2027-Q2 2027-11-29, 2027-Q3 2028-02-28",
        ),
    ],
)
def test_a_quarterly_item_follows_the_pms_year(make_item, make_cycle, year_start, quarters):
    item = make_item(repeat=Repeat.QUARTERLY)
    cycle = make_cycle(year_start=year_start)
    resolver = Resolver(cycle, {}, OfficeDays())
    found = [name for _, name in occurrences(checklist([item]), cycle)]
    assert (
        ", ".join(f"{name} {resolver.dates('AUD', item, name).due}" for name in found) == quarters
    )


@pytest.mark.parametrize(
    ("expires", "names"),
    [
        ("2028-06-30", "2026-Q2 2026-Q3 2026-Q4 2027-Q1 2027-Q2 2027-Q3 2027-Q4 2028-Q1"),
        ("2028-06-29", "2026-Q1 2026-Q2 2026-Q3 2026-Q4 2027-Q1 2027-Q2 2027-Q3 2027-Q4"),
    ],
)
def test_a_quarter_belongs_to_the_term_that_has_its_last_day(make_item, make_cycle, expires, names):
    items = checklist([make_item(repeat=Repeat.QUARTERLY)])
    found = occurrences(items, make_cycle(expires=expires))
    assert " ".join(name for _, name in found) == names


def test_a_list_gives_its_tasks_in_its_order(make_item, make_cycle):
    items = [
        make_item(id="AUD-02", due="expiry", repeat=Repeat.YEARLY),
        make_item(id="AUD-01", due="expiry"),
        make_item(id="AUD-03", due="AUD-02 done + 1 day", repeat=Repeat.YEARLY),
    ]
    found = [(item.id, name) for item, name in occurrences(checklist(items), make_cycle())]
    assert found == [
        ("AUD-02", "1"), ("AUD-02", "2"), ("AUD-01", ""), ("AUD-03", "1"), ("AUD-03", "2"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("fixed", "is_task"),
    [
        ("2025-11-30", False),
        ("2025-12-01", True),
        ("2027-01-03", True),
        ("2027-11-30", True),
        ("2027-12-01", False),  # within the term, but after the review period
    ],
)
def test_a_fixed_day_outside_the_review_period_makes_no_task(make_item, make_cycle, fixed, is_task):
    first = make_item(id="LAW-05", due=f"on {fixed}")
    second = make_item(id="LAW-06", due="LAW-05 done + 30 days")
    found = list(occurrences(checklist([first, second]), make_cycle()))
    assert found == ([(first, ""), (second, "")] if is_task else [])


def test_items_of_an_event_make_no_task_before_it_happens(make_item, make_cycle):
    items = [
        make_item(id="INC-01", due="known"),
        make_item(id="INC-02", due="INC-01 done + 1 day"),
        make_item(id="INC-03", due="event - 30 days"),
        make_item(id="INC-04", due="expiry - 1 month"),
    ]
    found = [item.id for item, _ in occurrences(checklist(items), make_cycle())]
    assert found == ["INC-04"]


def test_an_event_calls_for_the_items_that_count_from_it(make_item):
    items = [
        make_item(id="INC-01", due="known"),
        make_item(id="INC-02", due="INC-01 done + 1 day"),
        make_item(id="INC-03", due="event - 30 days"),
        make_item(id="INC-04", due="expiry - 1 month"),
    ]
    known = [item.id for item in event_items(checklist(items), Anchor.KNOWN)]
    happened = [item.id for item in event_items(checklist(items), Anchor.EVENT)]
    assert (known, happened) == (["INC-01", "INC-02"], ["INC-03"])


def test_an_empty_list_calls_for_nothing(make_cycle):
    assert list(occurrences(checklist([]), make_cycle())) == []
    assert event_items(checklist([]), Anchor.EVENT) == []


@pytest.mark.parametrize(
    ("quarter", "due"),
    [("2024-Q1", "2024-06-28"), ("2028-Q1", "2028-06-30"), ("2028-Q4", "2029-03-30")],
)
def test_a_quarter_that_a_corrected_expiry_left_outside_keeps_its_date(resolve, quarter, due):
    assert resolve(None, quarter, repeat=Repeat.QUARTERLY).due == day(due)


def test_a_broken_chain_in_an_unchecked_list_ends(make_item, make_cycle):
    circle = [
        make_item(id="AUD-01", due="AUD-02 done + 1 day"),
        make_item(id="AUD-02", due="AUD-01 done + 1 day"),
        make_item(id="AUD-03", due="ORG-99 done + 1 day"),
    ]
    found = [item.id for item, _ in occurrences(checklist(circle), make_cycle())]
    assert found == ["AUD-01", "AUD-02", "AUD-03"]
