from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmark_desktop.domain.days import (
    ClosedSpan,
    OfficeDays,
    Period,
    add_months,
    is_forecast,
    is_new_year_break,
    months_ending,
    national_holidays,
    offset_day,
)
from pmark_desktop.domain.rules import Offset, Unit

# From 国民の祝日に関する法律, written down by hand: fixed days (2条), Mondays (2条), equinoxes of
# 国立天文台 暦要項 (2026, 2027) and its formula (2028), substitute Mondays and later days (3条2項),
# the day between two holidays (3条3項).
HOLIDAYS = {
    2026: "1/1 1/12 2/11 2/23 3/20 4/29 5/3 5/4 5/5 5/6 7/20 8/11 9/21 9/22 9/23 10/12 11/3 11/23",
    2027: "1/1 1/11 2/11 2/23 3/21 3/22 4/29 5/3 5/4 5/5 7/19 8/11 9/20 9/23 10/11 11/3 11/23",
    2028: "1/1 1/10 2/11 2/23 3/20 4/29 5/3 5/4 5/5 7/17 8/11 9/18 9/22 10/9 11/3 11/23",
}
FIRST, LAST = date(2026, 1, 1), date(2028, 12, 31)
EVERY_DAY = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]


def _by_hand(year):
    return {date(year, *map(int, day.split("/"))) for day in HOLIDAYS[year].split()}


OPEN = [
    day
    for day in EVERY_DAY
    if day.weekday() < 5
    and day not in _by_hand(day.year)
    and (day.month, day.day) not in {(12, 29), (12, 30), (12, 31), (1, 1), (1, 2), (1, 3)}
]


@pytest.mark.parametrize("year", HOLIDAYS)
def test_the_holidays_are_those_of_the_law(year):
    assert set(national_holidays(year)) == _by_hand(year)


def test_an_office_is_open_on_the_same_days_as_by_hand():
    office = OfficeDays()
    assert [day for day in EVERY_DAY if office.is_open(day)] == OPEN


@pytest.mark.parametrize("count", [-250, -21, -5, -2, -1, 1, 2, 5, 21, 250])
def test_a_shift_is_the_nth_open_day_counted_by_hand(count):
    office = OfficeDays()
    for day in EVERY_DAY[400:700]:
        ahead = [one for one in OPEN if (one > day if count > 0 else one < day)]
        assert office.shift(day, count) == (ahead[count - 1] if count > 0 else ahead[count])


@pytest.mark.parametrize(
    ("day", "last", "following"),
    [
        (date(2026, 5, 29), date(2026, 5, 29), date(2026, 5, 29)),
        (date(2026, 5, 31), date(2026, 5, 29), date(2026, 6, 1)),
        (date(2026, 5, 5), date(2026, 5, 1), date(2026, 5, 7)),  # golden week, substitute 5/6
        (date(2026, 9, 22), date(2026, 9, 18), date(2026, 9, 24)),  # silver week
        (date(2027, 1, 2), date(2026, 12, 28), date(2027, 1, 4)),  # new year
        (date(2027, 3, 21), date(2027, 3, 19), date(2027, 3, 23)),  # equinox on a Sunday
    ],
)
def test_closed_days_in_a_row_are_passed_both_ways(day, last, following):
    office = OfficeDays()
    assert (office.last_until(day), office.first_from(day)) == (last, following)


def test_a_shift_by_zero_stays_even_on_a_closed_day():
    assert OfficeDays().shift(date(2026, 5, 31), 0) == date(2026, 5, 31)


@pytest.mark.parametrize(
    ("span", "closed", "opened"),
    [
        (
            ClosedSpan(date(2026, 8, 12), date(2026, 8, 14)),
            [date(2026, 8, 12), date(2026, 8, 14)],
            [date(2026, 8, 10), date(2026, 8, 17), date(2027, 8, 12)],
        ),
        (
            ClosedSpan(date(2020, 8, 12), date(2020, 8, 14), every_year=True),
            [date(2026, 8, 13), date(2027, 8, 13), date(2028, 8, 14)],
            [date(2026, 8, 17), date(2027, 8, 16)],
        ),
        (
            ClosedSpan(date(2020, 12, 25), date(2021, 1, 8), every_year=True),
            [date(2026, 12, 25), date(2027, 1, 8), date(2028, 1, 4)],
            [date(2026, 12, 24), date(2027, 1, 12)],
        ),
        (
            ClosedSpan(date(2028, 2, 29), date(2028, 2, 29), every_year=True),
            [date(2028, 2, 29)],
            [date(2027, 3, 1), date(2028, 2, 28), date(2028, 3, 1)],
        ),
        (ClosedSpan(date(2026, 8, 14), date(2026, 8, 12)), [], [date(2026, 8, 13)]),
    ],
)
def test_an_office_closes_on_its_own_days_too(span, closed, opened):
    office = OfficeDays([span])
    assert not [day for day in closed if office.is_open(day)]
    assert [day for day in opened if office.is_open(day)] == opened


def test_own_days_are_passed_in_a_shift():
    office = OfficeDays([ClosedSpan(date(2027, 8, 12), date(2027, 8, 16))])
    assert office.last_until(date(2027, 8, 15)) == date(2027, 8, 10)  # the 11th is a holiday
    assert office.shift(date(2027, 8, 10), 1) == date(2027, 8, 17)


@pytest.mark.parametrize(
    ("first", "last", "count"),
    [
        (date(2026, 4, 28), date(2026, 5, 7), 3),  # 4/30, 5/1, 5/7
        (date(2026, 5, 7), date(2026, 5, 7), 0),
        (date(2026, 12, 28), date(2027, 1, 4), 1),
        (date(2026, 12, 28), date(2027, 1, 3), 0),
        (date(2027, 1, 4), date(2026, 12, 28), 0),
        (date(2025, 12, 31), date(2028, 12, 31), len(OPEN)),
    ],
)
def test_business_days_are_counted_after_the_first_up_to_the_last(first, last, count):
    assert OfficeDays().count_between(first, last) == count


@pytest.mark.parametrize(
    ("day", "is_break"),
    [
        (date(2026, 12, 28), False),
        (date(2026, 12, 29), True),
        (date(2027, 1, 1), True),
        (date(2027, 1, 3), True),
        (date(2027, 1, 4), False),
    ],
)
def test_the_new_year_break_is_29_december_to_3_january(day, is_break):
    assert is_new_year_break(day) is is_break


@pytest.mark.parametrize(
    ("day", "today", "forecast"),
    [
        (date(2028, 3, 20), date(2026, 12, 31), True),
        (date(2028, 9, 22), date(2026, 1, 1), True),
        (date(2028, 3, 20), date(2027, 1, 1), False),
        (date(2027, 3, 21), date(2026, 1, 1), False),  # next year
        (date(2032, 9, 21), date(2026, 1, 1), True),  # a holiday between an equinox and another
        (date(2033, 3, 21), date(2026, 1, 1), True),  # the substitute for an equinox
        (date(2028, 5, 3), date(2026, 1, 1), False),  # fixed by law
        (date(2028, 3, 21), date(2026, 1, 1), False),  # no holiday
    ],
)
def test_only_what_hangs_on_an_equinox_beyond_next_year_is_a_forecast(day, today, forecast):
    assert is_forecast(day, today) is forecast


@pytest.mark.parametrize(
    ("day", "months", "moved"),
    [
        (date(2028, 3, 31), -1, date(2028, 2, 29)),
        (date(2027, 3, 31), -1, date(2027, 2, 28)),
        (date(2027, 12, 31), 2, date(2028, 2, 29)),
        (date(2028, 2, 29), -12, date(2027, 2, 28)),
        (date(2028, 2, 29), 48, date(2032, 2, 29)),
        (date(2027, 2, 28), 12, date(2028, 2, 28)),  # clipped, never stretched
        (date(2026, 12, 31), 1, date(2027, 1, 31)),
        (date(2027, 1, 31), -1, date(2026, 12, 31)),
        (date(2027, 10, 31), 1, date(2027, 11, 30)),
        (date(2027, 5, 15), 0, date(2027, 5, 15)),
    ],
)
def test_months_clip_to_the_end_of_the_month(day, months, moved):
    assert add_months(day, months) == moved


@pytest.mark.parametrize(
    ("offset", "day"),
    [
        (Offset(3, Unit.DAY), date(2026, 12, 31)),
        (Offset(-1, Unit.WEEK), date(2026, 12, 21)),
        (Offset(2, Unit.BUSINESS_DAY), date(2027, 1, 5)),
        (Offset(-1, Unit.BUSINESS_DAY), date(2026, 12, 25)),
        (Offset(14, Unit.MONTH), date(2028, 2, 28)),
        (Offset(-2, Unit.YEAR), date(2024, 12, 28)),
        (Offset(0, Unit.MONTH), date(2026, 12, 28)),
    ],
)
def test_every_unit_counts_from_28_december_2026(offset, day):
    assert offset_day(date(2026, 12, 28), offset, OfficeDays()) == day


def test_a_year_from_29_february_is_28_february():
    assert offset_day(date(2028, 2, 29), Offset(1, Unit.YEAR), OfficeDays()) == date(2029, 2, 28)


@pytest.mark.parametrize(
    ("last", "first"),
    [
        (date(2028, 3, 31), date(2026, 4, 1)),
        (date(2027, 11, 30), date(2025, 12, 1)),
        (date(2027, 2, 28), date(2025, 3, 1)),
        (date(2028, 2, 29), date(2026, 3, 1)),
        (date(2028, 3, 1), date(2026, 3, 2)),
        (date(2027, 12, 31), date(2026, 1, 1)),
        (date(2028, 1, 30), date(2026, 1, 31)),
    ],
)
def test_24_months_begin_on_the_day_after_the_same_day_two_years_before(last, first):
    assert months_ending(last, 24) == Period(first, last)


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_24_months_have_two_years_of_days(last):
    period = months_ending(last, 24)
    assert (period.last - period.first).days in (729, 730)


def test_both_ends_of_a_period_belong_to_it():
    period = Period(date(2026, 4, 1), date(2028, 3, 31))
    inside = [date(2026, 3, 31), date(2026, 4, 1), date(2028, 3, 31), date(2028, 4, 1)]
    assert [day in period for day in inside] == [False, True, True, False]
    assert "2027-01-01" not in period
