from datetime import date

import pytest

from pmark_desktop.domain.days import ClosedSpan, OfficeDays
from pmark_desktop.domain.window import (
    Window,
    WindowState,
    accepted_until,
    renewal_window,
    window_state,
)


@pytest.mark.parametrize(
    ("expires", "window"),
    [
        # https://privacymark.jp/p-application/update/index.html (read 2026-11-23)
        (date(2024, 12, 1), Window(date(2024, 4, 2), date(2024, 8, 1), True)),
        (date(2028, 3, 31), Window(date(2027, 8, 1), date(2027, 11, 30), True)),
        (date(2027, 12, 31), Window(date(2027, 5, 1), date(2027, 8, 31), True)),
        (date(2027, 5, 15), Window(date(2026, 9, 16), date(2027, 1, 15), True)),
        (date(2028, 1, 31), Window(date(2027, 6, 1), date(2027, 9, 30), True)),
        (date(2027, 10, 31), Window(date(2027, 3, 1), date(2027, 6, 30), True)),
        # month ends where the two readings differ: the later start, the earlier end
        (date(2028, 2, 29), Window(date(2027, 7, 1), date(2027, 10, 29), False)),
        (date(2027, 2, 28), Window(date(2026, 7, 1), date(2026, 10, 28), False)),
        (date(2027, 6, 30), Window(date(2026, 11, 1), date(2027, 2, 28), False)),
        (date(2028, 6, 29), Window(date(2027, 10, 30), date(2028, 2, 28), False)),
        (date(2027, 4, 30), Window(date(2026, 9, 1), date(2026, 12, 30), False)),
    ],
)
def test_the_window_of_a_last_day_of_validity(expires, window):
    assert renewal_window(expires) == window


@pytest.mark.parametrize(
    ("closes", "until"),
    [
        (date(2024, 9, 14), date(2024, 9, 17)),  # JIPDEC's example: Saturday, 16th a holiday
        (date(2024, 9, 13), date(2024, 9, 13)),
        (date(2027, 11, 30), date(2027, 11, 30)),
        (date(2026, 5, 3), date(2026, 5, 7)),
        (date(2026, 12, 29), date(2027, 1, 4)),
        (date(2027, 1, 1), date(2027, 1, 4)),
        (date(2026, 9, 19), date(2026, 9, 24)),
    ],
)
def test_an_application_is_accepted_until_the_body_is_open_again(closes, until):
    assert accepted_until(closes, OfficeDays()) == until


def test_the_bodys_own_days_extend_the_acceptance():
    body = OfficeDays([ClosedSpan(date(2027, 11, 30), date(2027, 12, 1))])
    assert accepted_until(date(2027, 11, 30), body) == date(2027, 12, 2)


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (date(2024, 5, 14), WindowState.BEFORE),
        (date(2024, 5, 15), WindowState.OPEN),
        (date(2024, 9, 14), WindowState.OPEN),
        (date(2024, 9, 15), WindowState.EXTENDED),
        (date(2024, 9, 17), WindowState.EXTENDED),
        (date(2024, 9, 18), WindowState.CLOSED),
        (date(2025, 1, 15), WindowState.CLOSED),
    ],
)
@pytest.mark.parametrize(
    ("applied", "decided", "instead"),
    [
        (False, False, None),
        (True, False, WindowState.APPLIED),
        (True, True, WindowState.DECIDED),
        (False, True, WindowState.DECIDED),
    ],
)
def test_where_a_renewal_stands(today, state, applied, decided, instead):
    window = Window(date(2024, 5, 15), date(2024, 9, 14), True)
    found = window_state(window, date(2024, 9, 17), today, applied=applied, decided=decided)
    assert found is (instead or state)


def test_no_extension_follows_an_open_last_day():
    window = renewal_window(date(2028, 3, 31))
    until = accepted_until(window.closes, OfficeDays())
    after = window_state(window, until, date(2027, 12, 1), applied=False, decided=False)
    assert after is WindowState.CLOSED
