"""Days as places on a line, and the words above it."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmark_desktop.domain.cycle import Cycle
from pmark_desktop.domain.days import DAY, Period
from pmark_desktop.session.time_scale import TimeScale, Zoom, ticks, time_range
from pmark_desktop.words import Language

JA, EN = Language.JA, Language.EN
FIRST = date(2026, 4, 1)
DAYS = st.integers(0, 1200).map(lambda number: FIRST + timedelta(days=number))
SCALES = st.tuples(st.sampled_from(Zoom), st.sampled_from([1.0, 1.25, 1.5, 2.0])).map(
    lambda pair: TimeScale(FIRST, date(2029, 12, 31), pair[0].pixels * pair[1])
)


def cycle(**given):
    wanted = {"id": 1, "expires": date(2028, 3, 31), "year_start": "04-01"}
    return Cycle(**wanted | {"created_on": date(2026, 11, 24)} | given)


@given(SCALES, DAYS)
def test_a_day_is_found_again_where_it_begins_and_in_its_middle(scale, day):
    assert scale.day_at(scale.x_of(day)) == day
    assert scale.day_at(scale.middle_of(day)) == day
    assert scale.moved(day, 0) == day
    assert scale.moved(day, 3 * scale.pixels) == min(day + 3 * DAY, scale.last)


@given(SCALES, st.floats(0, 1000))
def test_every_x_lies_within_its_day(scale, x):
    day = scale.day_at(x)
    assert scale.x_of(day) <= x < scale.x_of(day + DAY)


def test_beyond_the_ends_are_the_ends():
    scale = TimeScale(FIRST, date(2026, 4, 30), 30.0)
    assert (scale.day_at(-5), scale.day_at(10_000)) == (FIRST, date(2026, 4, 30))
    assert scale.width == 900


@given(
    st.sampled_from(Zoom),
    st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    st.integers(0, 900),
    st.sampled_from(["01-01", "04-01", "04-15", "12-31", "10-01"]),
)
def test_ticks_cover_every_day_once_and_in_order(zoom, first, length, year_start):
    period = Period(first, first + timedelta(days=length))
    made = ticks(zoom, period, year_start, JA)
    for row in (made.major, made.minor):
        assert row[0].first == period.first
        assert row[-1].last == period.last
        assert all(one.last + DAY == other.first for one, other in pairwise(row))
        assert all(one.first <= one.last for one in row)


@pytest.mark.parametrize(
    ("zoom", "language", "major", "minor"),
    [
        (Zoom.DAY, JA, "2027年12月", "31\n金"),
        (Zoom.DAY, EN, "December 2027", "31\nF"),
        (Zoom.WEEK, JA, "2027年12月", "12/27"),
        (Zoom.MONTH, JA, "2027年", "12月"),
        (Zoom.MONTH, EN, "2027", "Dec"),
        (Zoom.QUARTER, JA, "2027年度", "第3四半期"),
        (Zoom.QUARTER, EN, "PMS year 2027", "Q3"),
    ],
)
def test_the_last_day_of_a_year_is_named_at_every_zoom(zoom, language, major, minor):
    made = ticks(zoom, Period(date(2027, 12, 1), date(2028, 1, 31)), "04-01", language)
    for row, words in ((made.major, major), (made.minor, minor)):
        here = [tick for tick in row if tick.first <= date(2027, 12, 31) <= tick.last]
        assert [tick.text for tick in here] == [words]


def test_the_leap_day_is_a_day_like_any_other():
    made = ticks(Zoom.DAY, Period(date(2028, 2, 28), date(2028, 3, 1)), "04-01", JA)
    assert [tick.text for tick in made.minor] == ["28\n月", "29\n火", "1\n水"]
    assert [tick.last for tick in made.major] == [date(2028, 2, 29), date(2028, 3, 1)]


def test_quarters_begin_with_the_pms_year_and_not_with_january():
    made = ticks(Zoom.QUARTER, Period(date(2027, 2, 1), date(2027, 12, 31)), "10-15", JA)
    assert [(tick.first, tick.text) for tick in made.minor] == [
        (date(2027, 2, 1), "第2四半期"),
        (date(2027, 4, 15), "第3四半期"),
        (date(2027, 7, 15), "第4四半期"),
        (date(2027, 10, 15), "第1四半期"),
    ]
    assert [tick.text for tick in made.major] == ["2026年度", "2027年度"]


def test_zooming_ends_at_the_nearest_and_the_farthest():
    assert Zoom.DAY.nearer(1) is Zoom.DAY
    assert Zoom.QUARTER.nearer(-1) is Zoom.QUARTER
    assert Zoom.MONTH.nearer(1) is Zoom.WEEK


TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("given", "dues", "expected"),
    [
        ({}, [], (date(2026, 3, 1), date(2028, 9, 30))),  # six months past expiry
        ({"decided": date(2028, 6, 10)}, [], (date(2026, 3, 1), date(2028, 6, 30))),
        ({"decided_planned": date(2028, 1, 5)}, [], (date(2026, 3, 1), date(2028, 3, 31))),
        ({}, [date(2025, 12, 24), date(2028, 12, 1)], (date(2025, 12, 1), date(2028, 12, 31))),
        ({}, [date(1900, 1, 1), date(9999, 12, 31)], (date(2026, 3, 1), date(2028, 9, 30))),
        ({"expires": date(2028, 2, 29)}, [], (date(2026, 2, 1), date(2028, 8, 31))),
    ],
)
def test_the_line_goes_from_two_years_before_expiry_to_the_decision(given, dues, expected):
    found = time_range(cycle(**given), TODAY, dues)
    assert (found.first, found.last) == expected


def test_today_is_on_the_line_even_long_after_expiry():
    assert time_range(cycle(), date(2029, 5, 3), []).last == date(2029, 5, 31)
