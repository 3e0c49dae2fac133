from datetime import date

import pytest

from pmark_desktop.domain.cycle import (
    DEFAULT_YEAR_START,
    STAGED,
    check_expiry,
    check_window,
    parse_year_start,
)
from pmark_desktop.domain.days import Period
from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.domain.rules import Anchor
from pmark_desktop.domain.window import Window


@pytest.mark.parametrize(
    ("expires", "term", "review"),
    [
        ("2028-03-31", ("2026-04-01", "2028-03-31"), ("2025-12-01", "2027-11-30")),
        ("2024-12-01", ("2022-12-02", "2024-12-01"), ("2022-08-02", "2024-08-01")),
        ("2027-06-30", ("2025-07-01", "2027-06-30"), ("2025-03-01", "2027-02-28")),
        ("2027-02-28", ("2025-03-01", "2027-02-28"), ("2024-10-29", "2026-10-28")),
        ("2028-02-29", ("2026-03-01", "2028-02-29"), ("2025-10-30", "2027-10-29")),
        ("2027-12-31", ("2026-01-01", "2027-12-31"), ("2025-09-01", "2027-08-31")),
    ],
)
def test_term_and_review_period_have_24_months(make_cycle, expires, term, review):
    cycle = make_cycle(expires=expires)
    assert cycle.term == Period(*map(date.fromisoformat, term))
    assert cycle.review_period == Period(*map(date.fromisoformat, review))


def test_the_review_period_ends_with_the_unmoved_last_day_of_the_window(make_cycle):
    cycle = make_cycle(expires="2025-01-14")  # its window closes on Saturday 2024-09-14
    assert cycle.review_period == Period(date(2022, 9, 15), date(2024, 9, 14))


def test_what_the_body_answered_replaces_the_ruled_window(make_cycle):
    answer = {"window_opens": "2027-06-30", "window_closes": "2027-10-31"}
    cycle = make_cycle(expires="2028-02-29", **answer)
    assert cycle.window == Window(date(2027, 6, 30), date(2027, 10, 31), True)
    assert cycle.review_period == Period(date(2025, 11, 1), date(2027, 10, 31))


@pytest.mark.parametrize(
    ("expires", "window"),
    [
        ("2028-03-31", Window(date(2027, 8, 1), date(2027, 10, 15), True)),
        ("2028-02-29", Window(date(2027, 7, 1), date(2027, 10, 15), False)),  # still to be asked
    ],
)
def test_an_answer_about_one_day_leaves_the_other_to_the_rule(make_cycle, expires, window):
    assert make_cycle(expires=expires, window_closes="2027-10-15").window == window


@pytest.mark.parametrize(
    ("opens", "closes"),
    [("2027-12-01", "2027-11-30"), (None, "2027-07-31"), ("2027-08-01", "2028-04-01")],
)
def test_a_window_ends_after_it_begins_and_within_the_validity(make_cycle, opens, closes):
    given = {"window_closes": closes} | ({"window_opens": opens} if opens else {})
    with pytest.raises(UserError) as refused:
        check_window(make_cycle(**given))
    assert refused.value.why is Why.WINDOW_WRONG


@pytest.mark.parametrize(
    ("opens", "closes"), [("2027-08-01", "2027-08-01"), ("2027-08-01", "2028-03-31")]
)
def test_a_window_may_last_one_day_or_end_with_the_validity(make_cycle, opens, closes):
    check_window(make_cycle(window_opens=opens, window_closes=closes))


@pytest.mark.parametrize("anchor", STAGED)
def test_each_stage_has_a_planned_and_an_actual_date(make_cycle, anchor):
    cycle = make_cycle(**{f"{anchor.value}_planned": "2027-09-01", anchor.value: "2027-09-02"})
    assert cycle.planned(anchor) == date(2027, 9, 1)
    assert cycle.actual(anchor) == date(2027, 9, 2)


def test_the_stages_stand_in_the_order_of_the_assessment():
    names = "applied site_visit findings_issued decided"
    assert [Anchor(name) for name in names.split()] == list(STAGED)


@pytest.mark.parametrize(
    ("expires", "is_valid"),
    [
        (date(2029, 11, 23), True),
        (date(2028, 3, 31), True),
        (date(2026, 11, 23), True),  # the last day itself
        (date(2026, 11, 22), False),
        (date(2026, 3, 23), False),
    ],
)
def test_an_expiry_up_to_3_years_ahead_and_8_months_past_is_taken(expires, is_valid):
    assert check_expiry(expires, date(2026, 11, 23)) is is_valid


@pytest.mark.parametrize(
    ("expires", "today", "why"),
    [
        (date(2029, 11, 24), date(2026, 11, 23), Why.EXPIRY_TOO_FAR),
        (date(2026, 3, 22), date(2026, 11, 23), Why.EXPIRY_TOO_OLD),
        (date(2027, 3, 1), date(2024, 2, 29), Why.EXPIRY_TOO_FAR),
        (date(2026, 2, 27), date(2026, 10, 31), Why.EXPIRY_TOO_OLD),
        (date.max, date(2026, 11, 23), Why.EXPIRY_TOO_FAR),
        (date.min, date(2026, 11, 23), Why.EXPIRY_TOO_OLD),
    ],
)
def test_an_expiry_outside_the_limits_is_refused(expires, today, why):
    with pytest.raises(UserError) as refused:
        check_expiry(expires, today)
    assert (refused.value.why, refused.value.facts["day"]) == (why, expires)


@pytest.mark.parametrize(
    ("text", "year_start"),
    [
        ("04-01", "04-01"),
        ("4/1", "04-01"),
        ("4月1日", "04-01"),
        ("１０／２１", "10-21"),
        (" 12.31 ", "12-31"),
        ("02-28", "02-28"),
        ("01-31", "01-31"),
    ],
)
def test_the_start_of_the_pms_year_is_read(text, year_start):
    assert parse_year_start(text) == year_start


@pytest.mark.parametrize(
    "text", ["02-29", "2/29", "2月29日", "02-30", "04-31", "13-01", "00-01", "4", "", "2027-04-01"]
)
def test_a_year_start_that_not_every_year_has_is_refused(text):
    with pytest.raises(UserError) as refused:
        parse_year_start(text)
    assert (refused.value.why, refused.value.facts["text"]) == (Why.YEAR_START_WRONG, text)


def test_the_pms_year_starts_on_1_april_unless_told_otherwise(make_cycle):
    cycle = make_cycle(year_start=DEFAULT_YEAR_START)
    assert cycle.year_start_in(2027) == date(2027, 4, 1)
