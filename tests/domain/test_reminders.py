from dataclasses import replace
from datetime import date, timedelta

import pytest

from pmark_desktop.domain.cycle import Cycle
from pmark_desktop.domain.reminders import (
    DEFAULT_POLICY,
    Duty,
    Policy,
    ReminderKind,
    count_standing,
    duties,
    reached,
    reminders,
)
from pmark_desktop.domain.task import State

DUE = date(2027, 9, 1)
HARD = date(2027, 11, 30)
EXPIRES = date(2028, 3, 31)  # the window is 2027-08-01 to 2027-11-30
QUIET_BUT_TASKS = replace(DEFAULT_POLICY, window_steps=(), expiry_months=())
QUIET = Policy(task_steps=(), start_by=False, window_steps=(), expiry_months=())


def duty(id_="CERT-12", due=DUE, hard_due=None, lead_days=14):
    return Duty(id_, "更新申請書類の提出", "", "", "申請担当者", due, hard_due, lead_days)


def cycle(expires=EXPIRES, **given):
    return Cycle(id=1, expires=expires, year_start="04-01", created_on=date(2026, 4, 1), **given)


def of_tasks(today, *given, policy=None):
    quiet = replace(policy or DEFAULT_POLICY, window_steps=(), expiry_months=())
    found = reminders(cycle(date(2039, 3, 31)), given, quiet, today)
    return [(one.id, one.due, one.step) for one in found]


def steps(kind, today, policy=DEFAULT_POLICY, **given):
    found = reminders(cycle(**given), [], policy, today)
    return [(one.id, one.step) for one in found if one.kind is kind]


@pytest.mark.parametrize(
    ("today", "step"),
    [
        ("2027-08-01", None),
        ("2027-08-02", 30),
        ("2027-08-17", 30),
        ("2027-08-18", 14),
        ("2027-08-24", 14),
        ("2027-08-25", 7),
        ("2027-08-30", 7),
        ("2027-08-31", 1),
        ("2027-09-01", 0),
        ("2027-09-02", 0),
        ("2027-09-07", 0),
        ("2027-09-08", -7),
        ("2027-09-14", -7),
        ("2027-09-15", -14),
        ("2028-09-01", -364),
    ],
)
def test_the_step_of_a_task_is_the_last_one_that_was_reached(today, step):
    day = date.fromisoformat(today)
    expected = [] if step is None else [("CERT-12", DUE, step)]
    assert of_tasks(day, duty()) == expected


@pytest.mark.parametrize(
    ("lead_days", "today", "step"),
    [
        (45, "2027-07-17", None),
        (45, "2027-07-18", 45),
        (45, "2027-08-01", 45),
        (45, "2027-08-02", 30),
        (10, "2027-08-21", 14),
        (10, "2027-08-22", 10),
        (10, "2027-08-25", 7),
        (0, "2027-09-01", 0),
    ],
)
def test_the_day_to_begin_is_a_step_of_its_own(lead_days, today, step):
    found = of_tasks(date.fromisoformat(today), duty(lead_days=lead_days))
    assert found == ([] if step is None else [("CERT-12", DUE, step)])


def test_the_day_to_begin_is_left_out_where_the_policy_says_so():
    policy = replace(DEFAULT_POLICY, start_by=False)
    assert of_tasks(date(2027, 7, 18), duty(lead_days=45), policy=policy) == []
    (only,) = reminders(cycle(), [duty(lead_days=45)], QUIET_BUT_TASKS, date(2027, 7, 18))
    assert only.is_start


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2027-09-01", [(DUE, 0)]),
        ("2027-11-15", [(DUE, -70)]),
        ("2027-11-16", [(DUE, -70), (HARD, 14)]),
        ("2027-11-23", [(DUE, -77), (HARD, 7)]),
        ("2027-11-29", [(DUE, -84), (HARD, 1)]),
        ("2027-11-30", [(DUE, -84), (HARD, 0)]),
        ("2027-12-06", [(DUE, -91), (HARD, 0)]),
        ("2027-12-07", [(DUE, -91), (HARD, -7)]),
        ("2027-12-14", [(DUE, -98), (HARD, -14)]),
    ],
)
def test_after_its_own_due_a_task_is_reminded_of_its_hard_due_too(today, expected):
    found = of_tasks(date.fromisoformat(today), duty(hard_due=HARD))
    assert [(due, step) for _, due, step in found] == expected


def test_a_hard_due_on_the_same_day_is_one_reminder_and_says_so():
    (only,) = reminders(cycle(), [duty(hard_due=DUE)], QUIET_BUT_TASKS, DUE)
    assert (only.hard, only.due, only.days_left) == (True, DUE, 0)


def test_a_hard_due_before_a_date_set_by_hand_is_not_hidden_by_it():
    found = of_tasks(date(2027, 11, 23), duty(due=date(2028, 2, 1), hard_due=HARD))
    assert found == [("CERT-12", HARD, 7)]


def test_steps_and_lead_days_of_any_size_are_no_crash():
    assert of_tasks(DUE - timedelta(days=9000), duty(lead_days=10**12))[0][2] == 10**12
    quiet = replace(QUIET, task_steps=())
    assert of_tasks(date(2027, 11, 16), duty(due=date(2028, 2, 1), hard_due=HARD, lead_days=0),
                    policy=quiet) == [("CERT-12", HARD, 14)]  # fmt: skip


def test_a_hard_due_is_told_of_while_the_due_waits_for_its_anchor():
    assert of_tasks(date(2027, 11, 16), duty(due=None, hard_due=HARD)) == [("CERT-12", HARD, 14)]
    assert of_tasks(date(2027, 11, 16), duty(due=None)) == []


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2027-06-01", []),
        ("2027-06-02", [("window_opens", 60)]),
        ("2027-07-02", [("window_opens", 30)]),
        ("2027-07-18", [("window_opens", 14)]),
        ("2027-07-25", [("window_opens", 7)]),
        ("2027-07-29", [("window_opens", 3)]),
        ("2027-07-31", [("window_opens", 1)]),
        ("2027-08-01", [("window_opens", 0)]),
        ("2027-08-20", [("window_opens", 0)]),  # told late rather than never
        ("2027-09-30", [("window_opens", 0)]),
        ("2027-10-01", [("window_closes", 60)]),
        ("2027-10-31", [("window_closes", 30)]),
        ("2027-11-16", [("window_closes", 14)]),
        ("2027-11-23", [("window_closes", 7)]),
        ("2027-11-27", [("window_closes", 3)]),
        ("2027-11-29", [("window_closes", 1)]),
        ("2027-11-30", [("window_closes", 0)]),
        ("2027-12-06", [("window_closes", 0)]),
        ("2027-12-07", [("window_closes", -7)]),
        ("2028-01-04", [("window_closes", -35)]),
    ],
)
def test_the_window_is_told_of_before_it_opens_and_closes_and_weekly_after(today, expected):
    assert steps(ReminderKind.WINDOW, date.fromisoformat(today)) == expected


def test_a_window_that_was_missed_is_late_and_one_that_opened_is_not():
    missed = reminders(cycle(), [], DEFAULT_POLICY, date(2027, 12, 7))
    opened = reminders(cycle(), [], DEFAULT_POLICY, date(2027, 8, 20))
    assert [one.is_late for one in missed if one.kind is ReminderKind.WINDOW] == [True]
    assert [one.is_late for one in opened if one.kind is ReminderKind.WINDOW] == [False]


@pytest.mark.parametrize("today", ["2027-08-02", "2027-11-30", "2027-12-07"])
def test_a_window_is_told_of_until_the_day_of_application(today):
    day = date.fromisoformat(today)
    assert steps(ReminderKind.WINDOW, day, applied=day) == []
    assert steps(ReminderKind.WINDOW, day, applied=day + timedelta(days=1)) != []
    assert steps(ReminderKind.WINDOW, day, applied_planned=day) != []
    assert steps(ReminderKind.WINDOW, day, decided=day) == []


def test_the_answer_of_the_assessment_body_is_what_counts():
    given = {"window_opens": date(2027, 8, 10), "window_closes": date(2027, 8, 20)}
    assert steps(ReminderKind.WINDOW, date(2027, 8, 10), **given) == [
        ("window_opens", 0),
        ("window_closes", 14),
    ]


@pytest.mark.parametrize(
    ("expires", "today", "step"),
    [
        ("2028-03-31", "2027-03-30", None),
        ("2028-03-31", "2027-03-31", 366),
        ("2028-03-31", "2027-05-30", 366),
        ("2028-03-31", "2027-05-31", 305),
        ("2028-03-31", "2027-07-31", 244),
        ("2028-03-31", "2027-09-30", 183),
        ("2028-03-31", "2027-11-30", 122),
        ("2028-03-31", "2027-12-31", 91),
        ("2028-03-31", "2028-01-31", 60),
        ("2028-03-31", "2028-02-29", 31),
        ("2028-03-31", "2028-04-06", 31),
        ("2028-03-31", "2028-04-07", -7),
        ("2028-02-29", "2027-02-27", None),
        ("2028-02-29", "2027-02-28", 366),
        ("2028-02-29", "2028-01-28", 62),
        ("2028-02-29", "2028-01-29", 31),
    ],
)
def test_expiry_is_told_of_by_months_clipped_to_their_end(expires, today, step):
    found = steps(
        ReminderKind.EXPIRY, date.fromisoformat(today), expires=date.fromisoformat(expires)
    )
    assert found == ([] if step is None else [("expiry", step)])


def test_expiry_is_told_of_until_the_decision():
    day = date(2028, 3, 1)
    assert steps(ReminderKind.EXPIRY, day, decided=day) == []
    assert steps(ReminderKind.EXPIRY, day, decided=day + timedelta(days=1)) != []
    assert steps(ReminderKind.EXPIRY, day, applied=day) != []


@pytest.mark.parametrize("late_every", [1, 7, 30])
@pytest.mark.parametrize("given", [(30, 14, 7, 1, 0), (5,), ()])
def test_each_step_is_reached_once_in_order_and_none_is_left_out(given, late_every):
    days = [DUE + timedelta(days=one) for one in range(-40, 100)]
    seen = [reached(DUE, day, given, late_every) for day in days]
    order = [step for step in seen if step is not None]
    assert order == sorted(order, reverse=True)
    lates = {-late for late in range(late_every, 100, late_every)}
    assert set(order) == set(given) | lates


def test_what_is_closed_past_or_outside_is_never_told_of(make_task):
    shown = make_task(id="OPEN", due=DUE)
    hidden = [
        make_task(due=DUE, state=State.DONE),
        make_task(due=DUE, state=State.EXCLUDED),
        make_task(due=DUE, is_past=True),
        make_task(due=DUE, hard_due=HARD, is_outside=True),
        make_task(waits_for="site_visit"),
    ]
    assert [one.id for one in duties([shown, *hidden])] == ["OPEN"]


def test_what_is_late_comes_first_then_by_date_and_id():
    today = date(2027, 9, 10)
    given = [
        duty("B", today),
        duty("A", today),
        duty("Z", date(2027, 9, 1)),
        duty("Y", date(2027, 9, 3)),
    ]
    assert [id_ for id_, _, _ in of_tasks(today, *given)] == ["Z", "Y", "A", "B"]


def test_an_empty_policy_tells_of_nothing_but_what_is_late():
    assert reminders(cycle(), [duty()], QUIET, DUE) == []
    late = reminders(cycle(), [duty()], QUIET, DUE + timedelta(days=7))
    assert [one.step for one in late] == [-7]


def test_the_standing_counts_what_is_late_and_what_is_near():
    today = date(2027, 9, 1)
    given = [duty("A", today - timedelta(days=1)), duty("B", today), duty("C", today + timedelta(days=7)),
             duty("D", today + timedelta(days=8))]  # fmt: skip
    found = reminders(cycle(), given, QUIET_BUT_TASKS, today)
    assert count_standing(found) == (1, 2, 4)
