"""One change for many tasks: what would change, what is refused and why, what stays."""

from datetime import date

import pytest

from pmark_desktop.domain.due_ways import DueWay
from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.domain.task import State
from pmark_desktop.workspace.bulk import BulkWish, grouped, parse_count, plan_bulk
from pmark_desktop.workspace.editing import write_edits
from tests.workspace.builders import TODAY, new_workspace, opened, put


@pytest.fixture
def workspace(tmp_path):
    with opened(new_workspace(tmp_path / "a.pmark")) as open_one:
        yield open_one


def dues_of(plan):
    return {edit.after.id: edit.after.due for edit in plan.edits}


@pytest.mark.parametrize(
    ("way", "text", "expected"),
    [
        (DueWay.DAYS, "5", date(2027, 5, 15)),
        (DueWay.DAYS, "-10", date(2027, 4, 30)),
        (DueWay.DAYS, "−10", date(2027, 4, 30)),
        (DueWay.BUSINESS_DAYS, "5", date(2027, 5, 17)),
        (DueWay.BUSINESS_DAYS, "-1", date(2027, 5, 7)),
        (DueWay.TO_DAY, "2027/6/1", date(2027, 6, 1)),
    ],
)
def test_dues_move(workspace, way, text, expected):
    plan = plan_bulk(workspace, ["AUD-30"], BulkWish({}, way, text), TODAY)

    assert dues_of(plan) == {"AUD-30": expected}


def test_what_cannot_move_is_refused_with_its_reason_and_the_rest_moves(workspace):
    put(workspace, "ORG-01", state="done", reason="兼ねた")
    ids = ["AUD-30", "CERT-12", "CERT-14", "ORG-01", "AUD-17@1"]

    plan = plan_bulk(workspace, ids, BulkWish({}, DueWay.DAYS, "200"), TODAY)

    assert dues_of(plan) == {"AUD-30": date(2027, 11, 26)}
    found = {group.error.why: group.tasks for group in grouped(plan.refused)}
    assert found == {
        Why.DUE_AFTER_HARD_DUE: ("CERT-12",),
        Why.DUE_NOT_THERE: ("CERT-14", "AUD-17@1"),
        Why.DUE_OF_CLOSED: ("ORG-01",),
    }
    write_edits(workspace, plan)
    assert workspace.content.tasks["AUD-30"].pinned


def test_back_to_the_rule_touches_only_what_was_set_by_hand(workspace):
    put(workspace, "AUD-30", due="2027/06/01")

    plan = plan_bulk(workspace, ["AUD-30", "ORG-01"], BulkWish({}, DueWay.TO_RULE), TODAY)

    assert dues_of(plan) == {"AUD-30": date(2027, 5, 10)}


def test_many_fields_at_once_and_what_is_so_already_stays(workspace):
    put(workspace, "AUD-30", owner="佐藤", state="doing")
    wish = BulkWish({"owner": "佐藤", "state": "doing", "tag": "本社"})

    plan = plan_bulk(workspace, ["AUD-30", "ORG-01"], wish, TODAY)
    again = plan_bulk(workspace, ["AUD-30"], BulkWish({"owner": "佐藤"}), TODAY)

    assert [edit.after.tag for edit in plan.edits] == ["本社", "本社"]
    assert plan.edits[1].after.state is State.DOING
    assert again.edits == again.refused == ()


def test_done_without_evidence_is_refused_unless_a_reason_comes_with_it(workspace):
    without = plan_bulk(workspace, ["AUD-30"], BulkWish({"state": "done"}), TODAY)
    with_one = plan_bulk(
        workspace, ["AUD-30"], BulkWish({"state": "done", "reason": "兼ねた"}), TODAY
    )

    assert without.refused[0].error.why is Why.EVIDENCE_MISSING
    assert with_one.edits[0].after.done_on == TODAY


def test_a_task_that_has_gone_is_passed_over(workspace):
    plan = plan_bulk(workspace, ["ZZZ-99", "AUD-30"], BulkWish({"tag": "x"}), TODAY)

    assert len(plan.edits) == 1


@pytest.mark.parametrize("text", ["", "0", "五", "1.5", "+-3", "99999999", "--2", "²³x"])
def test_numbers_that_are_none(text):
    with pytest.raises(UserError) as refused:
        parse_count(text)

    assert refused.value.why is Why.SHIFT_WRONG


@pytest.mark.parametrize(("text", "count"), [("5", 5), ("+5", 5), ("-5", -5), ("-10", -10)])
def test_numbers(text, count):
    assert parse_count(text) == count


def test_a_day_beyond_the_calendar_is_refused(workspace):
    put(workspace, "AUD-30", due="2199/12/30")

    plan = plan_bulk(workspace, ["AUD-30"], BulkWish({}, DueWay.DAYS, "90"), TODAY)

    assert plan.refused[0].error.why is Why.DATE_UNREADABLE
