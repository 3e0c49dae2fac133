"""Changes to tasks: what may be typed, what follows, what is refused."""

from datetime import date

import pytest

from pmark_desktop.domain.errors import Notice, UserError, Why
from pmark_desktop.domain.standing import is_late
from pmark_desktop.domain.task import Result, State
from pmark_desktop.workspace.cycles import set_cycle
from pmark_desktop.workspace.editing import (
    EditPlan,
    parse_field,
    parse_fields,
    plan_edits,
    write_edits,
)
from pmark_desktop.workspace.proofs import attach_paper
from tests.workspace.builders import TODAY, opened, put


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [("state", " Done ", State.DONE), ("result", "conforms", Result.CONFORMS),
     ("due", "令和9年11月30日", date(2027, 11, 30)), ("due", "  ", None), ("due", "", None),
     ("done_on", "２０２６／１１／２３", date(2026, 11, 23)), ("checked_on", "20261101",
                                                      date(2026, 11, 1)),
     ("note", "=SUM(A1)", "=SUM(A1)"), ("note", "@x\n-1\t+2", "@x\n-1\t+2"),
     ("owner", "山田\u3000花子", "山田\u3000花子"), ("reason", "", "")],
)  # fmt: skip
def test_a_text_becomes_the_value_of_its_field(field, text, value):
    assert parse_field(field, text, TODAY) == (value, 0)


@pytest.mark.parametrize(
    ("field", "text", "why"),
    [("state", "finished", Why.CHOICE_UNKNOWN), ("state", "", Why.CHOICE_UNKNOWN),
     ("result", "done", Why.CHOICE_UNKNOWN), ("due", "2027-02-30", Why.DATE_UNREADABLE),
     ("due", "9999-12-31", Why.DATE_UNREADABLE), ("due", "0001-01-01", Why.DATE_UNREADABLE),
     ("note", "x" * 32_768, Why.TEXT_TOO_LONG), ("note", "𠮷" * 16_384, Why.TEXT_TOO_LONG),
     ("hard_due", "2027-01-01", Why.FIELD_UNKNOWN), ("id", "x", Why.FIELD_UNKNOWN),
     ("", "x", Why.FIELD_UNKNOWN)],
)  # fmt: skip
def test_a_text_that_cannot_be_is_refused(field, text, why):
    with pytest.raises(UserError) as refused:
        parse_field(field, text, TODAY)
    assert refused.value.why is why


def test_a_date_without_a_year_needs_a_today():
    assert parse_field("due", "+14", TODAY) == (date(2026, 12, 7), 0)
    with pytest.raises(UserError) as refused:
        parse_field("due", "+14")
    assert refused.value.why is Why.DATE_NEEDS_YEAR


def test_cleaned_text_is_kept_with_a_notice(workspace):
    changes, (told,) = parse_fields({"note": "a\x00b\ud800", "reason": "\x07"})
    assert changes == {"note": "ab\ufffd", "reason": ""}
    assert (told.notice, told.facts) == (Notice.TEXT_CLEANED, {"count": 3})
    done = put(workspace, "CERT-12", note="a\x00b")
    assert [one.notice for one in done.notices] == [Notice.TEXT_CLEANED]


REFUSED = [
    ("CERT-12", {"due": "2027-12-01"}, Why.DUE_AFTER_HARD_DUE),
    ("CERT-12", {"state": "done"}, Why.EVIDENCE_MISSING),
    ("CERT-12", {"state": "done", "reason": " 　"}, Why.EVIDENCE_MISSING),
    ("CERT-12", {"state": "excluded"}, Why.REASON_MISSING),
    ("CERT-12", {"state": "done", "reason": "x", "done_on": "2026-11-24"}, Why.DONE_ON_IN_FUTURE),
    ("CERT-12", {"checked_on": "2026-11-24"}, Why.CHECKED_ON_IN_FUTURE),
    ("CERT-99", {"note": "x"}, Why.TASK_UNKNOWN),
    ("CERT-12@1", {"note": "x"}, Why.TASK_UNKNOWN),
    ("cert-12", {"note": "x"}, Why.TASK_UNKNOWN),
]


@pytest.mark.parametrize(("task", "texts", "why"), REFUSED)
def test_what_is_refused_changes_nothing(workspace, task, texts, why):
    before = workspace.content, len(workspace.log())
    with pytest.raises(UserError) as refused:
        put(workspace, task, note="also", **{k: v for k, v in texts.items() if k != "note"})
    assert refused.value.why is why
    assert (workspace.content, len(workspace.log())) == before


def test_an_edit_is_in_the_file_at_once(file):
    writer, reader = opened(file), opened(file, to_write=False)
    put(writer, "CERT-12", note="備考")
    with opened(file, to_write=False) as fresh:
        assert fresh.content.task("CERT-12").note == "備考"
        assert fresh.content == writer.content
    writer.close()
    reader.close()


def test_an_edit_tells_which_tasks_it_changed(workspace):
    assert put(workspace, "CERT-12", note="x").tasks == {"CERT-12"}
    done = put(workspace, "AUD-16@1", state="done", reason="x")
    assert done.tasks == {"AUD-16@1", "AUD-17@1"}


def test_done_gets_today_where_it_has_no_day(workspace):
    put(workspace, "CERT-14", state="done", reason="x")
    assert workspace.content.task("CERT-14").done_on == TODAY


def test_what_waits_for_a_task_follows_its_day_and_waits_again_when_it_is_reopened(workspace):
    put(workspace, "AUD-16@1", state="done", reason="x", done_on="2026-05-28")
    assert workspace.content.task("AUD-17@1").due == date(2026, 7, 27)
    assert workspace.content.task("AUD-17@2").waits_for == "AUD-16@2"
    put(workspace, "AUD-16@1", done_on="2026-06-01")
    assert workspace.content.task("AUD-17@1").due == date(2026, 7, 31)
    put(workspace, "AUD-16@1", state="doing")
    assert workspace.content.task("AUD-17@1").due is None
    assert workspace.content.task("AUD-17@1").waits_for == "AUD-16@1"


def test_an_excluded_task_lets_nothing_follow(workspace):
    put(workspace, "AUD-16@1", state="excluded", reason="x")
    assert workspace.content.task("AUD-17@1").waits_for == "AUD-16@1"


def test_a_date_set_by_hand_is_pinned_and_an_empty_one_goes_back_to_the_rule(workspace):
    put(workspace, "CERT-12", due="2027-10-01")
    assert workspace.content.task("CERT-12").pinned
    assert workspace.content.task("CERT-13").due == date(2027, 10, 15)  # 申請日(予定)
    put(workspace, "CERT-12", due="")
    task = workspace.content.task("CERT-12")
    assert (task.pinned, task.due, task.hard_due) == (False, date(2027, 9, 1), date(2027, 11, 30))
    assert workspace.content.task("CERT-13").due == date(2027, 9, 15)


def test_a_waiting_task_with_a_date_of_its_own_waits_no_more(workspace):
    put(workspace, "AUD-17@2", due="2027-07-01")
    assert workspace.content.task("AUD-17@2").waits_for is None
    put(workspace, "AUD-17@2", due="")
    assert workspace.content.task("AUD-17@2").waits_for == "AUD-16@2"


def test_a_done_task_reopened_after_the_anchor_moved_gets_the_new_dates(workspace):
    put(workspace, "ORG-01", state="done", reason="x")
    before = workspace.content.task("ORG-01").due
    set_cycle(workspace, {"expires": date(2028, 6, 30)}, TODAY)
    assert workspace.content.task("ORG-01").due == before
    put(workspace, "ORG-01", state="todo")
    assert workspace.content.task("ORG-01").due == date(2027, 12, 28)  # 12/30 is a closed day


def test_a_pinned_task_reopened_after_the_anchor_moved_gets_the_new_hard_due(workspace):
    put(workspace, "CERT-12", due="2027-11-30")
    put(workspace, "CERT-12", state="excluded", reason="x")
    set_cycle(workspace, {"expires": date(2027, 12, 31)}, TODAY)
    put(workspace, "CERT-12", state="todo")
    task = workspace.content.task("CERT-12")
    assert (task.due, task.hard_due) == (date(2027, 11, 30), workspace.content.cycle.window.closes)


def test_a_task_can_be_done_with_evidence_alone(workspace):
    attach_paper(workspace, "CERT-12", "書庫A", TODAY)
    put(workspace, "CERT-12", state="done")
    assert workspace.content.task("CERT-12").state is State.DONE


def test_who_checks_his_own_work_is_told(workspace):
    done = put(workspace, "CERT-12", owner="山田", checked_by="山田 ")
    assert [one.notice for one in done.notices] == [Notice.CHECKER_IS_OWNER]


# several tasks at once


def values(texts):
    return {id_: parse_fields(fields, TODAY)[0] for id_, fields in texts.items()}


def test_a_due_set_before_the_cycle_is_late_not_of_past_years(workspace):
    assert not put(workspace, "ORG-01", due="2025-12-01").notices  # 2026 was meant: late shows it
    task = workspace.content.task("ORG-01")
    assert (task.is_past, is_late(task, TODAY)) == (False, True)


def test_a_task_that_goes_back_to_a_rule_before_the_cycle_is_told_of(workspace):
    assert workspace.content.task("AUD-16@1").is_past
    put(workspace, "AUD-16@1", due="2026-12-01")
    (told,) = put(workspace, "AUD-16@1", due="").notices  # it leaves late and reminders
    assert (told.notice, told.facts["count"]) == (Notice.BECAME_PAST, 1)
    assert not put(workspace, "AUD-16@1", note="x").notices  # said already


def test_many_tasks_change_in_one_operation_and_come_back_with_one_undo(workspace):
    before = dict(workspace.content.tasks)
    wanted = {"ORG-01": {"owner": "佐藤"}, "CERT-12": {"owner": "佐藤", "note": "x"}}
    done = write_edits(workspace, plan_edits(workspace, values(wanted), TODAY))
    assert (
        workspace.content.task("ORG-01").owner == workspace.content.task("CERT-12").owner == "佐藤"
    )
    assert {entry.operation for entry in workspace.log(last=3)} == {done.operation}
    workspace.undo(done.operation)
    assert dict(workspace.content.tasks) == before


def test_what_is_refused_is_named_and_the_rest_is_planned(workspace):
    wanted = {"ORG-01": {"state": "done"}, "CERT-12": {"state": "doing"}, "NO-01": {"note": "x"}}
    plan = plan_edits(workspace, values(wanted), TODAY)
    assert [edit.after.id for edit in plan.edits] == ["CERT-12"]
    assert {one.task: one.error.why for one in plan.refused} == {
        "ORG-01": Why.EVIDENCE_MISSING, "NO-01": Why.TASK_UNKNOWN,
    }  # fmt: skip


def test_a_task_that_stays_as_it_is_is_not_in_a_plan(workspace):
    plan = plan_edits(workspace, {"ORG-01": {"owner": "PMS事務局"}}, TODAY)
    assert plan == EditPlan((), ())
    with pytest.raises(UserError) as refused:
        write_edits(workspace, plan)
    assert refused.value.why is Why.NOTHING_CHANGED


def test_a_date_that_hangs_on_another_task_sees_it_as_it_will_be(workspace):
    put(workspace, "AUD-17@1", due="2027-01-20")
    wanted = {
        "AUD-16@1": {"state": "done", "reason": "済", "done_on": "2026-11-20"},
        "AUD-17@1": {"due": ""},
    }
    write_edits(workspace, plan_edits(workspace, values(wanted), TODAY))
    task = workspace.content.task("AUD-17@1")
    assert (task.due, task.pinned, task.waits_for) == (date(2027, 1, 19), False, None)
