"""A clock before the last entry of the log is noticed; a little difference is not."""

import sqlite3
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from pmark_desktop.domain.errors import Notice
from pmark_desktop.workspace.wrong_clock import clock_notice
from tests.workspace.builders import clock, opened

WRITTEN = clock()


@pytest.mark.parametrize(
    ("now", "is_wrong"),
    [
        (WRITTEN, False),
        (WRITTEN + timedelta(days=4000), False),
        (WRITTEN - timedelta(hours=23), False),
        (WRITTEN - timedelta(hours=25), True),
        (WRITTEN - timedelta(days=1500), True),
        (datetime(2000, 1, 1, tzinfo=UTC), True),
        (WRITTEN.astimezone(timezone(timedelta(hours=-10))), False),
    ],
)
def test_a_clock_is_judged_by_the_log(file, now, is_wrong):
    with opened(file, clock=lambda: now) as workspace:
        told = clock_notice(workspace)
        assert (told is not None) is is_wrong


def test_the_notice_names_both_days(file):
    with opened(file, clock=lambda: datetime(2020, 1, 1, tzinfo=UTC)) as workspace:
        told = clock_notice(workspace)
        assert told.notice is Notice.CLOCK_BEHIND
        assert told.facts == {"now": date(2020, 1, 1), "last": date(2026, 11, 23)}


def test_a_time_that_is_none_does_no_harm(file):
    link = sqlite3.connect(file, isolation_level=None)
    trigger = link.execute(
        "SELECT sql FROM sqlite_schema WHERE name = 'log_is_not_changed'"
    ).fetchone()[0]
    for statement in ("DROP TRIGGER log_is_not_changed", "UPDATE log SET at = 'gestern'", trigger):
        link.execute(statement)
    link.close()
    with opened(file, to_write=False) as workspace:
        assert clock_notice(workspace) is None
