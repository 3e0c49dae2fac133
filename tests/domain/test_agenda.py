"""今やる1件 and what stands around it: each priority beats the lower ones."""

from datetime import date, timedelta

import pytest

from pmark_desktop.domain.agenda import (
    Countdown,
    ListProgress,
    Reason,
    countdown,
    late_tasks,
    list_progress,
    natural_key,
    next_anchor,
    next_step,
    soon_tasks,
    start_by,
    waiting_groups,
)
from pmark_desktop.domain.days import ClosedSpan, OfficeDays
from pmark_desktop.domain.rules import Anchor
from pmark_desktop.domain.task import State
from pmark_desktop.domain.window import WindowState

TODAY = date(2027, 9, 10)
CLOSES = date(2027, 11, 30)


def days(number):
    return TODAY + timedelta(days=number)


@pytest.fixture
def task(make_task, make_item):
    """Build a task by id, with its due and hard due as days from today."""

    def make(id_, due=None, hard=None, *, lead=14, **given):
        item = make_item(id=id_.split("@")[0], lead_days=lead)
        dates = {"due": None if due is None else days(due)}
        dates["hard_due"] = None if hard is None else days(hard)
        return make_task(item=item, id=id_, **dates, **given)

    return make


def step(tasks, state=WindowState.BEFORE, last_day=CLOSES):
    found = next_step(tasks, state, last_day, TODAY)
    return found.task and found.task.id, found.reason, found.day


@pytest.fixture
def ladder(task):
    """Return one task for each priority, the highest first."""
    return [
        task("AUD-01", -5, -1),  # past its hard due
        task("AUD-02", -40, 30),  # late, its hard due ahead
        task("CERT-12", 20, 80),  # the clock of the window
        task("AUD-03", -60),  # late
        task("AUD-04", 40, lead=30),  # the earliest start
        task("AUD-05", 30, lead=14),
    ]


@pytest.mark.parametrize(
    ("gone", "found"),
    [
        (0, ("AUD-01", Reason.HARD_DUE_PASSED, days(-1))),
        (1, ("AUD-02", Reason.LATE_BEFORE_HARD_DUE, days(-40))),
        (2, ("CERT-12", Reason.WINDOW_OPEN, CLOSES)),
    ],
)
def test_each_priority_beats_the_lower(ladder, gone, found):
    assert step(reversed(ladder[gone:]), WindowState.OPEN) == found


@pytest.mark.parametrize(
    ("gone", "found"),
    [
        (3, ("AUD-03", Reason.LATE, days(-60))),
        (4, ("AUD-04", Reason.START_AHEAD, days(10))),
        (5, ("AUD-05", Reason.START_AHEAD, days(16))),
    ],
)
def test_without_the_clock_of_the_window_comes_what_is_late_then_the_earliest_start(
    ladder, gone, found
):
    assert step(reversed(ladder[gone:])) == found


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        (WindowState.OPEN, Reason.WINDOW_OPEN),
        (WindowState.EXTENDED, Reason.WINDOW_EXTENDED),
        (WindowState.CLOSED, Reason.WINDOW_CLOSED),
    ],
)
def test_a_window_that_runs_asks_for_the_application_also_without_a_task(task, state, reason):
    assert step([task("AUD-03", -60)], state) == (None, reason, CLOSES)
    done = task("CERT-12", 20, 80, state=State.DONE)
    assert step([done, task("AUD-03", -60)], state) == (None, reason, CLOSES)
    assert next_step([], state, CLOSES, TODAY).is_application


@pytest.mark.parametrize("state", [WindowState.BEFORE, WindowState.APPLIED, WindowState.DECIDED])
def test_no_clock_of_the_window_runs_before_it_opens_or_after_the_application(task, state):
    assert step([task("AUD-03", -60), task("CERT-12", 20, 80)], state)[0] == "AUD-03"


@pytest.mark.parametrize(
    ("due", "lead", "reason"),
    [
        (15, 14, Reason.START_AHEAD),
        (14, 14, Reason.START_TODAY),
        (13, 14, Reason.START_PASSED),
        (0, 0, Reason.START_TODAY),
    ],
)
def test_the_start_by_date_is_the_due_minus_the_lead_days(task, due, lead, reason):
    one = task("AUD-01", due, lead=lead)
    assert step([one]) == ("AUD-01", reason, start_by(one))
    assert start_by(one) == days(due - lead)


@pytest.mark.parametrize(
    ("first", "second"),
    [("AUD-2", "AUD-10"), ("ORG-03@e2", "ORG-03@e10"), ("AUD-10", "CERT-2"), ("A-01@1", "A-01@2")],
)
@pytest.mark.parametrize("dates", [(-3, -1), (-3, 9), (-3, None), (30, None)])
def test_ties_are_told_apart_by_id_as_a_person_counts(task, first, second, dates):
    assert natural_key(first) < natural_key(second)
    assert step([task(second, *dates), task(first, *dates)])[0] == first


@pytest.mark.parametrize(
    "given",
    [
        {"state": State.DONE}, {"state": State.EXCLUDED}, {"is_past": True}, {"is_outside": True},
        {"waits_for": "site_visit"},
    ],
)  # fmt: skip
@pytest.mark.parametrize("dates", [(-3, -1), (-3, None), (30, None)])
def test_what_cannot_be_done_now_is_never_the_next_step(task, given, dates):
    assert step([task("AUD-01", *dates, **given)])[0] is None
    assert step([task("AUD-01", *dates, **given), task("AUD-02", 300)])[0] == "AUD-02"


def test_a_waiting_application_is_no_task_but_the_step_stays(task):
    assert step([task("CERT-12", waits_for="applied")], WindowState.OPEN)[:2] == (
        None, Reason.WINDOW_OPEN,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ([], Reason.NO_TASKS),
        ([{"state": State.DONE}, {"state": State.EXCLUDED}], Reason.ALL_CLOSED),
        ([{"state": State.DONE}, {"waits_for": "site_visit"}], Reason.ONLY_WAITING),
        ([{"is_past": True}], Reason.ONLY_PAST),
    ],
)
def test_nothing_to_do_says_why(task, given, reason):
    tasks = [task(f"AUD-0{number}", -9, **one) for number, one in enumerate(given)]
    assert step(tasks) == (None, reason, None)


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({}, (Anchor.WINDOW_CLOSES, CLOSES)),
        ({"applied": "2027-09-01"}, (Anchor.EXPIRY, date(2028, 3, 31))),
        (
            {"applied": "2027-09-01", "site_visit_planned": "2028-01-20"},
            (Anchor.SITE_VISIT, date(2028, 1, 20)),
        ),
        ({"site_visit": "2027-09-10"}, (Anchor.SITE_VISIT, TODAY)),
        ({"expires": "2027-05-01"}, None),
    ],
)
def test_the_next_day_of_the_cycle(make_cycle, given, found):
    assert next_anchor(make_cycle(**given), TODAY) == found


@pytest.mark.parametrize(
    ("day", "left", "business"),
    [
        (date(2026, 11, 24), 0, 0),
        (date(2026, 11, 25), 1, 1),
        (date(2026, 11, 28), 4, 3),  # a Saturday
        (date(2026, 11, 30), 6, 4),
        (date(2027, 1, 4), 41, 24),  # 12/29 to 1/3 are closed, and 12/28 by the company
        (date(2026, 11, 22), -2, 0),
    ],
)
def test_business_days_count_after_today_up_to_and_including_the_day(day, left, business):
    office = OfficeDays([ClosedSpan(date(2026, 12, 28), date(2026, 12, 28))])
    assert countdown(day, date(2026, 11, 24), office) == Countdown(day, left, business)


def test_late_tasks_come_by_hard_due_then_by_due(task):
    tasks = [
        task("AUD-04", -90), task("AUD-10", -10), task("AUD-9", -10), task("AUD-01", -2, 5),
        task("AUD-02", 5, -1), task("AUD-05", -3, state=State.DONE), task("AUD-06", 0),
    ]  # fmt: skip
    found = [one.id for one in late_tasks(tasks, TODAY)]
    assert found == ["AUD-02", "AUD-01", "AUD-04", "AUD-9", "AUD-10"]


def test_soon_tasks_are_those_of_today_to_thirty_days_ahead(task):
    tasks = [task("A-3", 31), task("A-2", 30), task("A-10", 0), task("A-9", 0), task("A-1", -1)]
    assert [one.id for one in soon_tasks(tasks, TODAY)] == ["A-9", "A-10", "A-2"]


def test_waiting_tasks_are_grouped_by_what_they_wait_for(task):
    tasks = [
        task("AUD-17@1", waits_for="AUD-16@1"), task("CERT-20", waits_for="decided"),
        task("CERT-14", waits_for="site_visit"), task("CERT-15", waits_for="site_visit"),
        task("CERT-16", waits_for="site_visit", state=State.EXCLUDED),
        task("X-1", waits_for="unheard of"),
    ]  # fmt: skip
    found = waiting_groups(tasks)
    assert [(one.waits_for, one.tasks) for one in found] == [
        ("site_visit", ("CERT-14", "CERT-15")), ("decided", ("CERT-20",)),
        ("AUD-16@1", ("AUD-17@1",)), ("unheard of", ("X-1",)),
    ]  # fmt: skip
    assert [one.anchor for one in found] == [Anchor.SITE_VISIT, Anchor.DECIDED, None, None]


def test_progress_leaves_out_what_is_excluded(task):
    tasks = [
        task("AUD-1", -1), task("AUD-2", -1, state=State.DONE), task("AUD-3", state=State.EXCLUDED),
        task("ORG-1", 5, list_key="ORG"), task("LAW-1", list_key="LAW", state=State.EXCLUDED),
    ]  # fmt: skip
    assert list_progress(tasks, TODAY) == {
        "AUD": ListProgress(done=1, wanted=2, late=1), "ORG": ListProgress(done=0, wanted=1),
    }  # fmt: skip
