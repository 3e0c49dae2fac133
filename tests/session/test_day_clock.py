"""The one clock of the window."""

from datetime import UTC, date, datetime, timedelta

import pytest

from pmark_desktop.session.day_clock import DayClock


class Hands:
    """A real time that a test moves."""

    def __init__(self, at=datetime(2026, 11, 24, 23, 59, 30, tzinfo=UTC)):
        self.at = at

    def __call__(self):
        return self.at


@pytest.fixture
def hands():
    return Hands()


@pytest.fixture
def clock(qapp, hands):
    return DayClock(now=hands)


def test_a_day_holds_until_midnight(qtbot, clock, hands):
    hands.at += timedelta(seconds=29)
    with qtbot.assertNotEmitted(clock.day_changed):
        clock.look()
    assert clock.today == date(2026, 11, 24)


def test_midnight_is_told_once(qtbot, clock, hands):
    hands.at += timedelta(seconds=30)
    with qtbot.waitSignal(clock.day_changed) as told:
        clock.look()
    assert told.args == [date(2026, 11, 25)]
    assert clock.today == date(2026, 11, 25)
    with qtbot.assertNotEmitted(clock.day_changed):
        clock.look()


@pytest.mark.parametrize("days", [3, 400, -2])
def test_a_computer_that_slept_or_was_set_is_followed(qtbot, clock, hands, days):
    hands.at += timedelta(days=days)
    clock.look()
    assert clock.today == date(2026, 11, 24) + timedelta(days=days)


def test_until_it_looks_the_day_is_the_same_for_all(clock, hands):
    hands.at += timedelta(days=1)
    assert clock.today == date(2026, 11, 24)


def test_a_fixed_day_never_changes(qtbot, hands):
    clock = DayClock(date(2027, 1, 1), now=hands)
    hands.at += timedelta(days=1)
    with qtbot.assertNotEmitted(clock.day_changed):
        clock.look()
    assert clock.today == date(2027, 1, 1)


def test_it_looks_by_itself_at_most_once_a_minute(qtbot, clock, hands):
    clock.start()
    assert clock._timer.isActive()
    assert clock._timer.interval() >= 60_000


def test_a_fixed_day_lets_others_look_all_the_same(qtbot, hands):
    clock = DayClock(date(2027, 1, 1), now=hands)
    clock.start()
    assert clock._timer.isActive()
    with qtbot.waitSignal(clock.looked):
        clock.look()
