"""The two-year map: which month a task stands in, and which months are empty."""

from datetime import date

import pytest

from pmark_desktop.domain.days import Period, months_ending
from pmark_desktop.domain.task import State
from pmark_desktop.domain.two_years import MonthStanding, two_years

PERIOD = months_ending(date(2027, 6, 21), 24)  # from 2025-06-22
TODAY = date(2026, 11, 24)
DONE = {"state": State.DONE, "evidence": (1,)}


def day(text):
    return date.fromisoformat(text)


@pytest.fixture
def task(make_task):
    def make(due=None, done_on=None, **given):
        return make_task(
            due=due and day(due), done_on=done_on and day(done_on), **{"list_key": "AUD"} | given
        )

    return make


def cells(tasks, today=TODAY, period=PERIOD, lists=("AUD", "ORG")):
    """Return the cells that have tasks: list, month, tasks, proved."""
    found = two_years(tasks, lists, period, today)
    return {
        (row.key, f"{cell.month:%Y-%m}"): (len(cell.tasks), cell.proved)
        for row in (*found.rows, found.total)
        for cell in row.cells
        if cell.tasks
    }


def standing(tasks, month, key="AUD", today=TODAY):
    found = two_years(tasks, ("AUD", "ORG"), PERIOD, today)
    row = next(one for one in (*found.rows, found.total) if one.key == key)
    return next(cell.standing for cell in row.cells if cell.month == day(f"{month}-01"))


def test_the_months_are_those_that_have_a_day_in_the_period():
    months = two_years((), (), PERIOD, TODAY).months
    assert (len(months), months[0], months[-1]) == (25, date(2025, 6, 1), date(2027, 6, 1))
    whole = months_ending(date(2027, 11, 30), 24)
    months = two_years((), (), whole, TODAY).months
    assert (len(months), months[0], months[-1]) == (24, date(2025, 12, 1), date(2027, 11, 1))


@pytest.mark.parametrize(
    ("due", "month"),
    [
        ("2025-06-21", None),  # the day before the period, in a month that it has
        ("2025-06-22", "2025-06"), ("2025-06-30", "2025-06"), ("2025-07-01", "2025-07"),
        ("2026-02-28", "2026-02"), ("2026-12-31", "2026-12"), ("2027-01-01", "2027-01"),
        ("2027-06-21", "2027-06"), ("2027-06-22", None), ("2024-06-30", None), (None, None),
    ],
)  # fmt: skip
def test_an_open_task_stands_in_the_month_of_its_due(task, due, month):
    found = cells([task(due)])
    assert found == ({} if month is None else {("AUD", month): (1, 0), ("", month): (1, 0)})


def test_a_done_task_stands_in_the_month_it_was_done_in(task):
    late = task("2026-05-29", "2026-06-03", **DONE)
    assert cells([late]) == {("AUD", "2026-06"): (1, 1), ("", "2026-06"): (1, 1)}
    undated = task("2026-05-29", **DONE)
    assert cells([undated]) == {("AUD", "2026-05"): (1, 1), ("", "2026-05"): (1, 1)}
    too_early = task("2025-07-01", "2025-06-01", **DONE)
    assert cells([too_early]) == {}


def test_only_live_evidence_of_what_is_done_is_proof(task):
    retired = task("2026-05-29", "2026-05-29", state=State.DONE, reason="口頭で確認")
    begun = task("2026-05-29", state=State.REVIEW, evidence=(1,))
    assert cells([retired, begun])["AUD", "2026-05"] == (2, 0)


def test_what_is_excluded_stands_nowhere(task):
    assert cells([task("2026-05-29", state=State.EXCLUDED, reason="なし")]) == {}


def test_the_total_sums_up_all_lists(task):
    tasks = [
        task("2026-05-29", "2026-05-29", **DONE), task("2026-05-01"),
        task("2026-05-10", list_key="ORG"),
    ]  # fmt: skip
    assert cells(tasks) == {
        ("AUD", "2026-05"): (2, 1), ("ORG", "2026-05"): (1, 0), ("", "2026-05"): (3, 1),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("month", "proved", "bare", "found"),
    [
        ("2026-10", 0, 1, MonthStanding.EMPTY),
        ("2026-10", 1, 1, MonthStanding.PART),
        ("2026-10", 2, 0, MonthStanding.WHOLE),
        ("2026-10", 0, 0, MonthStanding.NONE),
        ("2026-11", 0, 1, MonthStanding.RUNNING),
        ("2026-11", 1, 0, MonthStanding.WHOLE),
        ("2026-12", 0, 1, MonthStanding.AHEAD),
        ("2027-01", 0, 0, MonthStanding.NONE),
    ],
)
def test_how_a_month_stands(task, month, proved, bare, found):
    tasks = [task(f"{month}-05", f"{month}-05", **DONE) for _ in range(proved)]
    tasks += [task(f"{month}-05") for _ in range(bare)]
    assert standing(tasks, month) is found


def test_a_past_month_without_any_proof_is_empty_in_the_total_even_if_nothing_was_due(task):
    tasks = [task("2026-10-05", "2026-10-05", **DONE), task("2026-09-05", list_key="ORG")]
    assert standing(tasks, "2026-08", "") is MonthStanding.EMPTY
    assert standing(tasks, "2026-08", "AUD") is MonthStanding.NONE
    assert standing(tasks, "2026-09", "") is MonthStanding.EMPTY
    assert standing(tasks, "2026-10", "") is MonthStanding.WHOLE
    assert standing(tasks, "2026-11", "") is MonthStanding.NONE  # it is not over
    gaps = two_years(tasks, ("AUD", "ORG"), PERIOD, TODAY).empty_months
    assert len(gaps) == 16  # 2025-06 to 2026-09
    assert date(2026, 10, 1) not in gaps


@pytest.mark.parametrize(("today", "is_empty"), [("2026-10-31", False), ("2026-11-01", True)])
def test_a_month_is_over_on_the_first_day_of_the_next(task, today, is_empty):
    empty = standing([task("2026-10-05")], "2026-10", today=day(today)) is MonthStanding.EMPTY
    assert empty is is_empty


def test_a_period_within_one_month_is_one_month(task):
    period = Period(date(2026, 10, 5), date(2026, 10, 20))
    assert cells([task("2026-10-05"), task("2026-10-21")], period=period, lists=("AUD",)) == {
        ("AUD", "2026-10"): (1, 0), ("", "2026-10"): (1, 0),
    }  # fmt: skip
