"""The clocks of the scheme: three months, to the day."""

from datetime import date

import pytest

from pmark_desktop.domain.running import Running, running_terms
from pmark_desktop.domain.task import State

TODAY = date(2028, 2, 1)


def only(cycle, tasks=(), today=TODAY):
    (term,) = running_terms(cycle, tasks, today)
    return term


@pytest.mark.parametrize(
    ("issued", "until"),
    [
        ("2028-01-15", "2028-04-15"),
        ("2027-11-30", "2028-02-29"),  # a leap year
        ("2026-11-30", "2027-02-28"),
        ("2028-01-31", "2028-04-30"),
        ("2027-12-31", "2028-03-31"),
        ("2028-02-29", "2028-05-29"),
    ],
)
def test_a_report_is_due_three_months_from_the_day_of_issue(make_cycle, issued, until):
    term = only(make_cycle(findings_issued=issued))
    assert (term.kind, term.until) == (Running.IMPROVEMENT, date.fromisoformat(until))


def test_a_contract_is_due_three_months_from_the_decision(make_cycle):
    term = only(make_cycle(decided="2028-01-20"))
    assert (term.kind, term.until) == (Running.CONTRACT, date(2028, 4, 20))
    assert term.is_running(TODAY)


def test_without_an_anchor_no_clock_runs(make_cycle):
    assert running_terms(make_cycle(), (), TODAY) == []


def test_a_planned_day_gives_a_term_that_does_not_run_yet(make_cycle):
    term = only(make_cycle(findings_issued_planned="2028-01-15"))
    assert term.is_planned
    assert not term.is_running(TODAY)


def test_an_actual_day_comes_before_a_planned_one(make_cycle):
    term = only(make_cycle(findings_issued="2028-01-20", findings_issued_planned="2028-01-15"))
    assert (term.starts, term.is_planned) == (date(2028, 1, 20), False)


def test_the_day_of_issue_itself_starts_the_clock(make_cycle):
    term = only(make_cycle(findings_issued="2028-02-01"))
    assert term.is_running(TODAY)
    assert not term.is_running(date(2028, 1, 31))


def test_a_clock_still_runs_after_its_end(make_cycle):
    assert only(make_cycle(findings_issued="2027-09-01")).is_running(TODAY)


@pytest.mark.parametrize("state", [State.DONE, State.EXCLUDED])
def test_a_report_that_is_handed_in_ends_its_clock(make_cycle, make_task, make_item, state):
    task = make_task(item=make_item(id="CERT-18", due="findings_issued + 2 months"), state=state)
    assert only(make_cycle(findings_issued="2028-01-15"), [task]).is_over


def test_a_decision_ends_the_clock_of_the_report(make_cycle):
    cycle = make_cycle(findings_issued="2027-12-01", decided="2028-01-20")
    report, contract = running_terms(cycle, (), TODAY)
    assert (report.is_over, contract.is_over) == (True, False)


def test_a_decision_that_lies_ahead_does_not(make_cycle):
    cycle = make_cycle(findings_issued="2027-12-01", decided="2028-03-20")
    report, contract = running_terms(cycle, (), TODAY)
    assert not report.is_over
    assert not contract.is_running(TODAY)
