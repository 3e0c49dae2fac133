import pytest

from pmark_desktop.domain.checklist import (
    DEFAULT_LEAD_DAYS,
    ListFault,
    ListProblem,
    Repeat,
    list_problems,
    root_anchor,
)
from pmark_desktop.domain.rules import Anchor


def test_work_takes_14_days_unless_the_list_says_otherwise(make_item):
    assert make_item(due="expiry").lead_days == DEFAULT_LEAD_DAYS == 14


@pytest.mark.parametrize(
    "rule",
    [
        {"due": "expiry - 10 months", "repeat": Repeat.YEARLY},
        {"due": "window_opens", "hard_due": "window_closes", "repeat": Repeat.YEARLY},
        {"due": "year_start + 3 months", "repeat": Repeat.YEARLY},
        {"due": "on 2027-01-03"},
        {"due": "applied - 7 days"},
        {"due": "known + 2 days", "hard_due": "known + 4 days"},
        {"due": "event", "hard_due": "expiry"},
        {"repeat": Repeat.MONTHLY},
        {"repeat": Repeat.QUARTERLY},
    ],
)
def test_a_sound_item_has_no_problem(make_item, rule):
    assert list_problems([make_item(**rule)]) == []


@pytest.mark.parametrize(
    ("rule", "field", "fault", "part"),
    [
        ({}, "due", ListFault.DUE_MISSING, ""),
        ({"repeat": Repeat.YEARLY}, "due", ListFault.DUE_MISSING, ""),
        (
            {"due": "expiry", "repeat": Repeat.MONTHLY},
            "due",
            ListFault.DUE_NOT_ALLOWED,
            "monthly",
        ),
        (
            {"hard_due": "expiry", "repeat": Repeat.QUARTERLY},
            "hard_due",
            ListFault.DUE_NOT_ALLOWED,
            "quarterly",
        ),
        (
            {"due": "event", "repeat": Repeat.YEARLY},
            "due",
            ListFault.EVENT_WITH_REPEAT,
            "event",
        ),
        (
            {"due": "known + 2 days", "repeat": Repeat.YEARLY},
            "due",
            ListFault.EVENT_WITH_REPEAT,
            "known + 2 days",
        ),
        (
            {"due": "on 2027-01-03", "repeat": Repeat.YEARLY},
            "due",
            ListFault.YEARLY_WITHOUT_YEAR,
            "on 2027-01-03",
        ),
        (
            {"due": "applied", "repeat": Repeat.YEARLY},
            "due",
            ListFault.YEARLY_WITHOUT_YEAR,
            "applied",
        ),
        (
            {"due": "expiry", "hard_due": "decided + 3 months", "repeat": Repeat.YEARLY},
            "hard_due",
            ListFault.YEARLY_WITHOUT_YEAR,
            "decided + 3 months",
        ),
        ({"due": "event", "hard_due": "known"}, "hard_due", ListFault.EVENT_MIXED, "known"),
        ({"due": "expiry", "hard_due": "event"}, "hard_due", ListFault.EVENT_MIXED, "event"),
        ({"due": "ORG-99 done + 1 day"}, "due", ListFault.ITEM_UNKNOWN, "ORG-99"),
        (
            {"due": "expiry", "hard_due": "ORG-99 done + 1 day"},
            "hard_due",
            ListFault.ITEM_UNKNOWN,
            "ORG-99",
        ),
        ({"due": "AUD-01 done + 1 day"}, "due", ListFault.CIRCLE, "AUD-01"),
    ],
)
def test_a_bad_item_is_named_with_field_and_fault(make_item, rule, field, fault, part):
    assert list_problems([make_item(id="AUD-01", **rule)]) == [
        ListProblem("AUD-01", field, fault, part)
    ]


def test_a_hard_due_without_due_is_named_beside_the_missing_due(make_item):
    item = make_item(id="AUD-01", hard_due="expiry")
    assert list_problems([item]) == [
        ListProblem("AUD-01", "due", ListFault.DUE_MISSING),
        ListProblem("AUD-01", "hard_due", ListFault.HARD_DUE_WITHOUT_DUE),
    ]


def test_an_id_used_twice_is_named_once_for_each_repetition(make_item):
    items = [make_item(id="AUD-01", due="expiry") for _ in range(3)]
    assert list_problems(items) == [ListProblem("AUD-01", "id", ListFault.ID_TWICE)] * 2


def test_all_problems_of_a_list_are_returned_not_only_the_first(make_item):
    items = [make_item(id=f"AUD-{n:02}") for n in range(1, 31)]
    assert [problem.item for problem in list_problems(items)] == [item.id for item in items]


@pytest.mark.parametrize("other", [Repeat.YEARLY, Repeat.MONTHLY, Repeat.QUARTERLY])
def test_a_pair_must_repeat_alike(make_item, other):
    due = "expiry" if other is Repeat.YEARLY else None
    first = make_item(id="AUD-16", due=due, repeat=other)
    second = make_item(id="AUD-17", due="AUD-16 done + 60 days")
    assert list_problems([first, second]) == [
        ListProblem("AUD-17", "due", ListFault.REPEATS_DIFFER, "AUD-16")
    ]


def test_a_yearly_pair_is_sound_in_either_order(make_item):
    first = make_item(id="AUD-16", due="expiry - 10 months", repeat=Repeat.YEARLY)
    second = make_item(id="AUD-17", due="AUD-16 done + 60 days", repeat=Repeat.YEARLY)
    assert list_problems([first, second]) == list_problems([second, first]) == []


def test_a_circle_is_named_by_its_members_and_not_by_who_waits_for_it(make_item):
    items = [
        make_item(id="AUD-01", due="AUD-02 done + 1 day"),
        make_item(id="AUD-02", due="AUD-03 done + 1 day"),
        make_item(id="AUD-03", due="AUD-01 done + 1 day"),
        make_item(id="AUD-04", due="AUD-01 done + 1 day"),
    ]
    assert list_problems(items) == [
        ListProblem("AUD-01", "due", ListFault.CIRCLE, "AUD-02"),
        ListProblem("AUD-02", "due", ListFault.CIRCLE, "AUD-03"),
        ListProblem("AUD-03", "due", ListFault.CIRCLE, "AUD-01"),
    ]


def test_a_circle_through_a_hard_due_is_seen(make_item):
    items = [
        make_item(id="AUD-01", due="expiry", hard_due="AUD-02 done + 1 day"),
        make_item(id="AUD-02", due="AUD-01 done + 1 day"),
    ]
    assert [problem.fault for problem in list_problems(items)] == [ListFault.CIRCLE] * 2


def test_a_chain_of_500_items_is_followed_to_its_anchor(make_item):
    chain = [make_item(id="AUD-000", due="known")]
    chain += [
        make_item(id=f"AUD-{n:03}", due=f"AUD-{n - 1:03} done + 1 day") for n in range(1, 500)
    ]
    assert list_problems(chain) == []
    assert root_anchor(chain[-1], {item.id: item for item in chain}) is Anchor.KNOWN


@pytest.mark.parametrize(
    "rule", [{"repeat": Repeat.MONTHLY}, {"due": "on 2027-01-03"}, {"due": "AUD-99 done + 1 day"}]
)
def test_without_an_anchor_at_its_end_a_chain_has_no_root(make_item, rule):
    item = make_item(id="AUD-01", **rule)
    assert root_anchor(item, {"AUD-01": item}) is None


def test_a_circle_has_no_root(make_item):
    one = make_item(id="AUD-01", due="AUD-02 done + 1 day")
    two = make_item(id="AUD-02", due="AUD-01 done + 1 day")
    assert root_anchor(one, {"AUD-01": one, "AUD-02": two}) is None


def test_a_hard_due_that_waits_for_an_item_of_an_event_is_named(make_item):
    reported = make_item(id="INC-01", due="known")
    mixed = make_item(id="INC-02", due="expiry", hard_due="INC-01 done + 5 days")
    assert list_problems([reported, mixed]) == [
        ListProblem("INC-02", "hard_due", ListFault.EVENT_MIXED, "INC-01 done + 5 days")
    ]


def test_a_hard_due_may_wait_for_an_item_of_the_same_event(make_item):
    reported = make_item(id="INC-01", due="known")
    answered = make_item(id="INC-02", due="known + 1 day", hard_due="INC-01 done + 5 days")
    assert list_problems([reported, answered]) == []
