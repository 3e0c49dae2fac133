"""The window computed a second time, with whole numbers, for every expiry of four years.

Nothing here is shared with the program's own arithmetic.
"""

from datetime import date, timedelta

import pytest

from pmark_desktop.domain.window import renewal_window

FOUR_YEARS = [date(2026, 1, 1) + timedelta(days=n) for n in range(1461)]


def _length(year, month):
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _next(year, month, day):
    if day < _length(year, month):
        return year, month, day + 1
    return (year, month + 1, 1) if month < 12 else (year + 1, 1, 1)


def _previous(year, month, day):
    if day > 1:
        return year, month, day - 1
    year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    return year, month, _length(year, month)


def _months_before(year, month, day, months):
    for _ in range(months):
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    return year, month, min(day, _length(year, month))


def _reading_a(expiry):
    """Count from the last day of validity, and add a day to the start."""
    return _next(*_months_before(*expiry, 8)), _months_before(*expiry, 4)


def _reading_b(expiry):
    """Count from the day after the last day of validity."""
    after = _next(*expiry)
    return _months_before(*after, 8), _previous(*_months_before(*after, 4))


@pytest.mark.parametrize("year", [2026, 2027, 2028, 2029])
def test_the_window_is_the_narrower_of_both_readings(year):
    for expires in (day for day in FOUR_YEARS if day.year == year):
        expiry = (expires.year, expires.month, expires.day)
        a, b = _reading_a(expiry), _reading_b(expiry)
        window = renewal_window(expires)
        assert window.opens == date(*max(a[0], b[0]))
        assert window.closes == date(*min(a[1], b[1]))
        assert window.certain is (a == b)


def test_62_of_the_1461_days_of_four_years_are_uncertain():
    assert sum(not renewal_window(day).certain for day in FOUR_YEARS) == 62


def test_no_uncertain_day_lies_outside_the_end_of_a_month():
    uncertain = {(day.month, day.day) for day in FOUR_YEARS if not renewal_window(day).certain}
    assert all(day >= 27 for _, day in uncertain)
