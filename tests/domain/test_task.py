from datetime import date

import pytest

from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.domain.task import FIELDS, Result, State, edited, is_past, task_id

TODAY = date(2026, 11, 23)
YESTERDAY, TOMORROW = date(2026, 11, 22), date(2026, 11, 24)


def _why(task, **changes):
    """Return why the change is refused; the task is checked to be as it was."""
    before = repr(task)
    with pytest.raises(UserError) as refused:
        edited(task, changes, TODAY)
    assert repr(task) == before
    return refused.value.why


@pytest.mark.parametrize(
    ("item", "occurrence", "name"),
    [
        ("CERT-12", "", "CERT-12"),
        ("AUD-16", "1", "AUD-16@1"),
        ("PDCA-09", "2026-04", "PDCA-09@2026-04"),
        ("ORG-03", "e1", "ORG-03@e1"),
    ],
)
def test_the_id_of_a_task_is_item_and_occurrence(item, occurrence, name):
    assert task_id(item, occurrence) == name


@pytest.mark.parametrize("reason", ["", "  ", "\u3000\n"])
def test_done_needs_evidence_or_a_written_reason(make_task, reason):
    assert _why(make_task(reason=reason), state=State.DONE) is Why.EVIDENCE_MISSING


@pytest.mark.parametrize("proof", [{"evidence": (1,)}, {"reason": "前年の記録で足りる"}])
def test_done_with_proof_or_reason_is_done_today(make_task, proof):
    after = edited(make_task(**proof), {"state": State.DONE}, TODAY)
    assert (after.state, after.done_on) == (State.DONE, TODAY)


def test_a_reason_may_come_in_the_same_edit(make_task):
    changes = {"state": State.DONE, "reason": "該当なしを確認"}
    assert edited(make_task(), changes, TODAY).state is State.DONE


@pytest.mark.parametrize("given", [YESTERDAY, TODAY])
def test_done_keeps_the_day_it_is_given(make_task, given):
    task = make_task(evidence=(1,))
    assert edited(task, {"state": State.DONE, "done_on": given}, TODAY).done_on == given
    assert (
        edited(make_task(evidence=(1,), done_on=given), {"state": State.DONE}, TODAY).done_on
        == given
    )


def test_done_without_its_day_is_refused(make_task):
    task = make_task(evidence=(1,), state=State.DONE, done_on=YESTERDAY)
    assert _why(task, done_on=None) is Why.DONE_ON_MISSING


def test_the_only_reason_of_a_done_task_cannot_be_emptied(make_task):
    task = make_task(reason="対象なし", state=State.DONE, done_on=YESTERDAY)
    assert _why(task, reason=" ") is Why.EVIDENCE_MISSING


def test_the_reason_of_a_proved_task_can_be_emptied(make_task):
    task = make_task(reason="x", evidence=(3,), state=State.DONE, done_on=YESTERDAY)
    assert edited(task, {"reason": ""}, TODAY).reason == ""


@pytest.mark.parametrize("given", [{}, {"evidence": (1,)}, {"reason": "　"}])
def test_excluded_needs_a_reason_whatever_the_evidence(make_task, given):
    assert _why(make_task(**given), state=State.EXCLUDED) is Why.REASON_MISSING


def test_the_reason_of_an_excluded_task_cannot_be_emptied(make_task):
    task = make_task(state=State.EXCLUDED, reason="事業所が一つ")
    assert _why(task, reason="") is Why.REASON_MISSING


def test_excluded_with_a_reason_gets_no_day(make_task):
    after = edited(make_task(reason="委託なし"), {"state": State.EXCLUDED}, TODAY)
    assert (after.state, after.done_on) == (State.EXCLUDED, None)


@pytest.mark.parametrize(
    ("field", "why"),
    [("done_on", Why.DONE_ON_IN_FUTURE), ("checked_on", Why.CHECKED_ON_IN_FUTURE)],
)
def test_a_day_of_work_in_the_future_is_refused(make_task, field, why):
    assert _why(make_task(), **{field: TOMORROW}) is why
    assert getattr(edited(make_task(), {field: TODAY}, TODAY), field) == TODAY


def test_a_done_on_in_the_future_is_refused_together_with_done_too(make_task):
    task = make_task(evidence=(1,))
    assert _why(task, state=State.DONE, done_on=TOMORROW) is Why.DONE_ON_IN_FUTURE


def test_a_due_set_by_hand_is_pinned_up_to_the_hard_due(make_task):
    task = make_task(due=date(2027, 9, 1), hard_due=date(2027, 11, 30))
    after = edited(task, {"due": date(2027, 11, 30)}, TODAY)
    assert (after.due, after.pinned) == (date(2027, 11, 30), True)
    assert _why(task, due=date(2027, 12, 1)) is Why.DUE_AFTER_HARD_DUE


def test_a_due_set_by_hand_is_not_moved_from_a_closed_day(make_task):
    sunday = date(2027, 10, 31)
    assert edited(make_task(due=date(2027, 9, 1)), {"due": sunday}, TODAY).due == sunday


def test_the_computed_due_set_by_hand_is_pinned_all_the_same(make_task):
    task = make_task(due=date(2027, 9, 1))
    assert edited(task, {"due": task.due}, TODAY).pinned


def test_an_empty_due_is_no_longer_pinned(make_task):
    task = make_task(due=date(2027, 9, 1), pinned=True)
    after = edited(task, {"due": None}, TODAY)
    assert (after.due, after.pinned) == (None, False)


def test_a_task_that_breaks_a_rule_still_takes_other_edits(make_task):
    broken = make_task(state=State.DONE, due=date(2027, 9, 2), hard_due=date(2027, 9, 1))
    assert edited(broken, {"note": "確認中"}, TODAY).note == "確認中"


def test_state_and_result_do_not_touch_each_other(make_task):
    rated = edited(make_task(), {"result": Result.NONCONFORMING}, TODAY)
    assert (rated.state, rated.result) == (State.TODO, Result.NONCONFORMING)
    moved = edited(rated, {"state": State.REVIEW}, TODAY)
    assert (moved.state, moved.result) == (State.REVIEW, Result.NONCONFORMING)


@pytest.mark.parametrize("state", [State.TODO, State.DOING, State.REVIEW])
def test_a_closed_task_can_be_opened_again(make_task, state):
    task = make_task(state=State.DONE, evidence=(1,), done_on=YESTERDAY)
    assert edited(task, {"state": state}, TODAY).state is state


def test_an_edit_of_nothing_changes_nothing(make_task):
    task = make_task(due=date(2027, 9, 1))
    assert edited(task, {}, TODAY) == task


@pytest.mark.parametrize(
    "given",
    [
        {"state": State.DOING}, {"result": Result.CONFORMS}, {"pinned": True}, {"done_on": TODAY},
        {"checked_by": "佐藤"}, {"checked_on": TODAY}, {"note": "n"}, {"reason": "r"},
        {"evidence": (1,)},
    ],
)  # fmt: skip
def test_a_task_is_untouched_until_somebody_puts_something_in(make_task, given):
    assert make_task(due=TODAY, owner="PMS事務局", waits_for="applied").is_untouched
    assert not make_task(**given).is_untouched


def test_days_left_are_negative_when_late_and_none_when_closed_or_waiting(make_task):
    assert make_task(due=TOMORROW).days_left(TODAY) == 1
    assert make_task(due=YESTERDAY).days_left(TODAY) == -1
    assert make_task().days_left(TODAY) is None
    assert make_task(due=TODAY, state=State.EXCLUDED).days_left(TODAY) is None


def test_every_field_a_person_may_change_is_one_of_a_task(make_task):
    assert set(FIELDS) <= set(make_task().__slots__)


def test_a_task_that_gets_a_due_by_hand_no_longer_waits(make_task):
    after = edited(make_task(waits_for="site_visit"), {"due": TOMORROW}, TODAY)
    assert (after.due, after.waits_for) == (TOMORROW, None)


@pytest.mark.parametrize("state", ["done", "excluded"])
def test_a_state_that_comes_as_plain_text_needs_grounds_too(make_task, state):
    assert _why(make_task(), state=state) in (Why.EVIDENCE_MISSING, Why.REASON_MISSING)


def test_the_day_of_a_done_task_can_be_corrected_after_its_evidence_was_retired(make_task):
    task = make_task(state=State.DONE, done_on=TODAY)
    assert edited(task, {"done_on": YESTERDAY}, TODAY).done_on == YESTERDAY


@pytest.mark.parametrize(
    ("due", "hard_due", "past"),
    [
        (date(2027, 9, 1), None, True),
        (date(2027, 10, 15), None, False),  # due on the very day the cycle is created
        (date(2027, 9, 1), date(2027, 11, 30), False),  # the scheme's date is still ahead
        (date(2027, 9, 1), date(2027, 10, 15), False),
        (date(2027, 9, 1), date(2027, 10, 14), True),
        (None, date(2027, 9, 1), False),
    ],
)
def test_an_occurrence_is_past_only_if_its_hard_due_is_past_too(due, hard_due, past):
    since = date(2027, 10, 15)
    assert is_past(due, hard_due, since, occurrence="", pinned=False) is past


@pytest.mark.parametrize(
    ("occurrence", "pinned", "past"),
    [
        ("", False, True),
        ("1", False, True),
        ("2027-09", False, True),
        ("2027-Q1", False, True),
        ("e1", False, False),  # it happened, and was entered late: the duty is as open as ever
        ("e12", False, False),
        ("", True, False),  # somebody set this day: it is no date of before the program
        ("1", True, False),
        ("e1", True, False),
    ],
)
def test_only_a_duty_by_rule_of_before_is_past_never_an_event_or_a_pinned_due(
    occurrence, pinned, past
):  # fmt: skip
    due, since = date(2027, 9, 1), date(2027, 10, 15)
    assert is_past(due, None, since, occurrence=occurrence, pinned=pinned) is past
