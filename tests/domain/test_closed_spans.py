from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmark_desktop.domain import days
from pmark_desktop.domain.closed_spans import (
    LEAST_OPEN_DAYS,
    MOST_LETTERS,
    MOST_SPANS,
    check_spans,
    closed_span,
    next_days,
)
from pmark_desktop.domain.days import ClosedSpan, OfficeDays, Period
from pmark_desktop.domain.errors import UserError, Why

D = date.fromisoformat
AROUND = (D("2026-11-23"), D("2028-03-31"))


def span(first, last=None, *, yearly=False, name="夏季休業"):
    return closed_span(name, D(first), D(last) if last else None, every_year=yearly)


def check(*spans):
    check_spans(spans, OfficeDays(spans), AROUND)


# one span


@pytest.mark.parametrize(
    ("first", "last", "yearly", "kept"),
    [
        ("2027-08-12", "2027-08-14", False, ("2027-08-12", "2027-08-14")),
        ("2027-08-12", None, False, ("2027-08-12", "2027-08-12")),
        ("2026-12-28", "2027-01-05", True, ("2026-12-28", "2027-01-05")),
        ("2026-12-28", "2026-01-05", True, ("2026-12-28", "2027-01-05")),  # a year is of no matter
        ("2027-08-12", "2020-08-14", True, ("2027-08-12", "2027-08-14")),
        ("2028-02-29", None, True, ("2028-02-29", "2028-02-29")),
        ("2029-02-20", "2028-02-29", True, ("2028-02-20", "2028-02-29")),  # it stays a leap day
        ("2028-12-01", "2028-02-29", True, ("2027-12-01", "2028-02-29")),
        ("2028-02-29", "2024-02-29", True, ("2024-02-29", "2024-02-29")),
        ("2028-02-29", "2027-01-31", True, ("2028-02-29", "2029-01-31")),
    ],
)
def test_a_span_is_kept_with_its_last_day_last(first, last, yearly, kept):
    made = span(first, last, yearly=yearly)
    assert (made.first, made.last) == tuple(map(D, kept))


@pytest.mark.parametrize(
    ("first", "last", "yearly", "why"),
    [
        ("2027-08-14", "2027-08-12", False, Why.CLOSED_ENDS_FIRST),
        ("2026-05-01", "2027-05-01", True, Why.CLOSED_OVER_A_YEAR),
        ("2026-05-01", "2030-06-01", True, Why.CLOSED_OVER_A_YEAR),
        ("2028-02-29", "2029-02-28", True, Why.CLOSED_OVER_A_YEAR),
    ],
)
def test_a_span_that_cannot_be_is_refused(first, last, yearly, why):
    with pytest.raises(UserError) as refused:
        span(first, last, yearly=yearly)
    assert refused.value.why is why


def test_a_name_of_a_page_is_refused():
    with pytest.raises(UserError) as refused:
        span("2027-08-12", name="長" * (MOST_LETTERS + 1))
    assert refused.value.why is Why.TEXT_TOO_LONG


# 29 February


@pytest.mark.parametrize(
    ("first", "last", "year", "closed"),
    [
        ("2028-02-29", "2028-02-29", 2028, ("2028-02-29", "2028-02-29")),
        ("2028-02-29", "2028-02-29", 2027, ("2027-02-28", "2027-02-28")),
        ("2028-02-25", "2028-02-29", 2027, ("2027-02-25", "2027-02-28")),
        ("2028-02-29", "2028-03-02", 2030, ("2030-02-28", "2030-03-02")),
    ],
)
def test_29_february_is_the_end_of_february_where_there_is_none(first, last, year, closed):
    made = span(first, last, yearly=True)
    days_of_year = list(made.days_in(year))
    assert (days_of_year[0], days_of_year[-1]) == tuple(map(D, closed))


@given(
    st.dates(date(2024, 1, 1), date(2029, 12, 31)),
    st.integers(0, 364),
    st.booleans(),
    st.integers(2023, 2031),
)
def test_the_days_of_a_span_are_those_it_covers(first, length, yearly, year):
    one = ClosedSpan(first, first + timedelta(days=length), yearly)
    every = [date(year, 1, 1) + timedelta(days=n) for n in range(365)]
    assert sorted(set(one.days_in(year)) - {date(year, 12, 31)}) == [
        day for day in every if one.covers(day) and day != date(year, 12, 31)
    ]


# those of every year, as dates


@pytest.mark.parametrize(
    ("first", "last", "today", "shown"),
    [
        ("2020-08-12", "2020-08-14", "2026-08-14", ("2026-08-12", "2026-08-14")),
        ("2020-08-12", "2020-08-14", "2026-08-15", ("2027-08-12", "2027-08-14")),
        ("2020-12-28", "2021-01-05", "2027-01-05", ("2026-12-28", "2027-01-05")),
        ("2020-12-28", "2021-01-05", "2027-01-06", ("2027-12-28", "2028-01-05")),
        ("2020-12-28", "2021-01-05", "2026-11-24", ("2026-12-28", "2027-01-05")),
        ("2028-02-29", "2028-02-29", "2026-11-24", ("2027-02-28", "2027-02-28")),
    ],
)
def test_a_span_of_every_year_is_shown_as_it_is_now_or_next(first, last, today, shown):
    made = span(first, last, yearly=True)
    assert next_days(made, D(today)) == Period(*map(D, shown))


def test_a_single_span_is_shown_as_it_is():
    assert next_days(span("2020-08-12"), AROUND[0]) == Period(D("2020-08-12"), D("2020-08-12"))


# all of them


@pytest.mark.parametrize(
    "spans",
    [
        (),
        (span("2026-12-28", "2027-01-05", yearly=True), span("2027-08-09", "2027-08-20")),
        (span("2027-02-01", "2027-07-31"),),
        (span("2027-04-01", "2027-08-31", yearly=True),),
    ],
)
def test_an_office_that_still_works_is_fine(spans):
    check(*spans)


@pytest.mark.parametrize(
    ("spans", "year"),
    [
        ([("2027-01-01", "2027-12-31")], 2027),
        ([("2026-08-01", "2029-03-31")], 2027),
        ([("1900-01-01", "2199-12-31")], 1900),
        ([("2027-01-01", "2027-08-31")], 2027),
        ([("2150-01-01", "2150-08-31")], 2150),
        ([("2027-01-01", "2027-04-30"), ("2027-05-01", "2027-08-31")], 2027),
    ],
)
def test_too_few_business_days_are_refused_with_the_year(spans, year):
    with pytest.raises(UserError) as refused:
        check(*(span(first, last) for first, last in spans))
    assert refused.value.why is Why.CLOSED_LEAVES_TOO_FEW
    assert refused.value.facts["year"] == year
    assert refused.value.facts["left"] < LEAST_OPEN_DAYS


def test_every_year_closed_for_most_of_it_is_refused():
    with pytest.raises(UserError) as refused:
        check(span("2027-01-04", "2027-12-28", yearly=True))
    assert refused.value.why is Why.CLOSED_LEAVES_TOO_FEW


def test_the_holidays_count_where_it_is_close(monkeypatch):
    monkeypatch.setattr(days, "national_holidays", lambda _year: {})
    one = span("2027-01-04", "2027-07-31")
    left = OfficeDays([one]).open_count(2027)
    assert LEAST_OPEN_DAYS <= left < LEAST_OPEN_DAYS + 30
    check_spans([one], OfficeDays([one]), ())
    holidays = [day for day in (date(2027, 9, 1) + timedelta(days=n) for n in range(30))
                if day.weekday() < 5]  # fmt: skip
    office = OfficeDays([one], {2027: dict.fromkeys(holidays, "休")})
    with pytest.raises(UserError) as refused:
        check_spans([one], office, ())
    assert refused.value.facts["left"] == left - len(holidays)


def test_too_many_spans_are_refused():
    many = [span("2027-08-12", name=str(n)) for n in range(MOST_SPANS + 1)]
    check(*many[1:])
    with pytest.raises(UserError) as refused:
        check(*many)
    assert refused.value.why is Why.CLOSED_TOO_MANY


# closed days in a row

SUMMER = ClosedSpan(date(2027, 8, 12), date(2027, 8, 13), name="夏季休業")
ROUND_NEW_YEAR = ClosedSpan(date(2020, 12, 25), date(2021, 1, 6), every_year=True)


@pytest.mark.parametrize(
    ("spans", "day", "last", "following"),
    [
        ([], "2026-09-23", "2026-09-18", "2026-09-24"),  # silver week: Sat 19 to Wed 23
        ([], "2026-09-19", "2026-09-18", "2026-09-24"),
        ([], "2027-05-05", "2027-04-30", "2027-05-06"),  # golden week; Fri 30 April is open
        ([], "2027-04-29", "2027-04-28", "2027-04-30"),
        ([ClosedSpan(date(2027, 4, 30), date(2027, 4, 30))], "2027-05-05", "2027-04-28",
         "2027-05-06"),
        ([], "2027-01-03", "2026-12-28", "2027-01-04"),  # the end of the year
        ([], "2028-01-01", "2027-12-28", "2028-01-04"),
        ([SUMMER], "2027-08-15", "2027-08-10", "2027-08-16"),  # joined to 山の日, Wed 11
        ([SUMMER], "2027-08-11", "2027-08-10", "2027-08-16"),
        ([ROUND_NEW_YEAR], "2027-01-06", "2026-12-24", "2027-01-07"),
        ([ROUND_NEW_YEAR], "2027-12-25", "2027-12-24", "2028-01-07"),
        ([ROUND_NEW_YEAR], "2029-01-01", "2028-12-22", "2029-01-09"),  # 1/8 is 成人の日
    ],
)  # fmt: skip
def test_days_in_a_row_are_passed_both_ways(spans, day, last, following):
    office = OfficeDays(spans)
    assert (office.last_until(D(day)), office.first_from(D(day))) == (D(last), D(following))
    assert office.open_count(D(day).year) > LEAST_OPEN_DAYS  # the whole year says the same
    assert (office.last_until(D(day)), office.first_from(D(day))) == (D(last), D(following))


def test_published_holidays_take_the_place_of_the_computed():
    published = dict(days.national_holidays(2027))
    published[D("2027-03-20")] = published.pop(D("2027-03-22"))
    office = OfficeDays([], {2027: published, 2028: {}})
    assert office.is_open(D("2027-03-22"))
    assert not office.is_open(D("2028-03-20"))  # an empty year is computed
    assert (office.is_published(2027), office.is_published(2028)) == (True, False)
    assert office.why_closed(D("2027-05-05")).name == "こどもの日"
    assert office.why_closed(D("2028-05-05")).name == "こどもの日"
