"""A month as a calendar shows it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmark_desktop.domain.days import ClosedBy, OfficeDays
from pmark_desktop.domain.task import State
from pmark_desktop.session.month import by_day, first_of_month, fitting, month_cells, shown_days

TODAY = date(2026, 11, 24)


@given(st.dates(date(1950, 1, 1), date(2150, 1, 1)))
def test_a_calendar_is_whole_weeks_from_sunday_around_its_month(day):
    days = shown_days(day)
    assert len(days) in (28, 35, 42)
    assert (days[0].weekday(), days[-1].weekday()) == (6, 5)
    assert next(one for one in days if one.month == day.month).day == 1
    assert len({one for one in days if one.month == day.month}) >= 28


@pytest.mark.parametrize(
    ("month", "first", "last"),
    [
        (date(2026, 2, 1), date(2026, 2, 1), date(2026, 2, 28)),  # just four weeks
        (date(2028, 2, 1), date(2028, 1, 30), date(2028, 3, 4)),  # with 29 February
        (date(2026, 12, 1), date(2026, 11, 29), date(2027, 1, 2)),
    ],
)
def test_months_of_odd_lengths(month, first, last):
    days = shown_days(month)
    assert (days[0], days[-1]) == (first, last)


@pytest.mark.parametrize(
    ("count", "room", "expected"),
    [
        (0, 3, (0, 0)),
        (3, 3, (3, 0)),
        (4, 3, (2, 2)),
        (20, 3, (2, 18)),
        (2, 0, (0, 2)),
        (2, 1, (0, 2)),
    ],
)
def test_where_not_all_fit_a_line_is_kept_to_say_so(count, room, expected):
    assert fitting(count, room) == expected


def test_the_most_urgent_comes_first_and_the_waiting_not_at_all(make_task):
    day = date(2026, 11, 20)
    done = make_task(due=day, state=State.DONE)
    late, waiting = make_task(due=day), make_task(due=None, waits_for="site_visit")
    assert by_day([done, waiting, late], TODAY) == {day: [late, done]}


def test_days_say_why_nobody_works():
    cells = month_cells(date(2026, 11, 1), {}, (), OfficeDays(), TODAY)
    found = {cell.day: cell.closure for cell in cells}
    assert found[date(2026, 11, 3)].name == "文化の日"
    assert found[date(2026, 11, 7)].by is ClosedBy.WEEKEND
    assert found[date(2026, 11, 4)] is None
    assert [cell.is_inside for cell in cells].count(True) == 30


def test_months_end_where_dates_do():
    assert first_of_month(date(1, 1, 5)) == date(1902, 1, 1)
    assert first_of_month(date(9999, 12, 31)) == date(2199, 12, 1)
