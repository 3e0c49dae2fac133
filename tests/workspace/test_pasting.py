"""Many cells at once: what changes, what stays and why."""

from datetime import date

import pytest

from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.domain.task import Result, State
from pmark_desktop.workspace.pasting import Cell, own_rows, plan_cells, write_paste
from tests.workspace.builders import TODAY, new_workspace, opened


@pytest.fixture
def workspace(tmp_path):
    with opened(new_workspace(tmp_path / "a.pmark")) as workspace:
        yield workspace


def plan(workspace, *cells):
    return plan_cells(workspace, [Cell(*cell) for cell in cells], TODAY)


def after(found, task):
    return next(edit.after for edit in found.edits.edits if edit.after.id == task)


def listed(found):
    return [(one.cell.task, one.cell.field, one.error.why) for one in found.skipped]


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [("due", "2027/03/01", date(2027, 3, 1)), ("due", "2027/3/1(月)", date(2027, 3, 1)),
     ("due", "令和9年3月1日", date(2027, 3, 1)), ("due", "R9.3.1", date(2027, 3, 1)),
     ("due", "２０２７／３／１", date(2027, 3, 1)), ("due", "20270301", date(2027, 3, 1)),
     ("due", "+14", date(2026, 12, 7)), ("due", "今日", TODAY), ("done_on", "11/20", date(2026, 11, 20)),
     ("state", "着手", State.DOING), ("result", "○", Result.CONFORMS),
     ("owner", "  見本 花子　", "見本 花子"), ("note", " =1+1\n", " =1+1\n")],
)  # fmt: skip
def test_a_pasted_text_becomes_the_value_of_its_field(workspace, field, text, value):
    assert getattr(after(plan(workspace, ("CERT-12", field, text)), "CERT-12"), field) == value


def test_cells_that_cannot_be_are_listed_and_the_others_change(workspace):
    found = plan(
        workspace,
        ("CERT-12", "title", "別の題"), ("CERT-12", "due", "2027/2/30"), ("CERT-12", "owner", "山田"),
        ("CERT-13", "state", "ほぼ完了"), ("CERT-13", "note", "x" * 40_000), ("CERT-14", "note", "ok"),
    )  # fmt: skip
    assert listed(found) == [
        ("CERT-12", "title", Why.CELL_READ_ONLY), ("CERT-12", "due", Why.DATE_UNREADABLE),
        ("CERT-13", "state", Why.CHOICE_UNKNOWN), ("CERT-13", "note", Why.TEXT_TOO_LONG),
    ]  # fmt: skip
    assert {edit.after.id for edit in found.edits.edits} == {"CERT-12", "CERT-14"}
    assert after(found, "CERT-12").owner == "山田"


def test_a_rule_that_forbids_one_cell_leaves_the_others_of_its_task(workspace):
    found = plan(workspace, ("CERT-12", "state", "済"), ("CERT-12", "owner", "山田"),
                 ("CERT-12", "done_on", "2027/1/1"), ("CERT-12", "due", "2099/1/1"))  # fmt: skip
    assert {(field, why) for _, field, why in listed(found)} == {
        ("state", Why.EVIDENCE_MISSING), ("done_on", Why.DONE_ON_IN_FUTURE),
        ("due", Why.DUE_AFTER_HARD_DUE),
    }  # fmt: skip
    assert after(found, "CERT-12").owner == "山田"
    assert not found.edits.refused


def test_a_state_and_the_reason_it_needs_go_together_in_any_order(workspace):
    found = plan(workspace, ("CERT-12", "state", "対象外"), ("CERT-12", "reason", "紙がないため"))
    assert not found.skipped
    assert after(found, "CERT-12").state is State.EXCLUDED


def test_a_task_that_is_not_there_is_listed(workspace):
    assert listed(plan(workspace, ("X-1", "note", "a"))) == [("X-1", "note", Why.TASK_UNKNOWN)]


def test_characters_that_had_to_go_are_counted(workspace):
    assert plan(workspace, ("CERT-12", "note", "a\x07b")).cleaned == 1


def test_what_is_the_same_changes_nothing_and_pins_no_date(workspace):
    due = f"{workspace.content.tasks['CERT-12'].due:%Y/%m/%d}"
    found = plan(
        workspace, ("CERT-12", "state", "未着手"), ("CERT-12", "note", ""), ("CERT-12", "due", due)
    )
    assert (found.edits.edits, found.skipped) == ((), ())


def test_rows_that_find_no_task_are_added_in_the_same_operation(workspace):
    rows = own_rows(
        ("id", "title", "due", "state", "owner"),
        [["", " 独自の点検 ", "2027/5/10", "着手", " 山田 "], ["9", "教育の記録", "", "", ""]],
    )
    before = set(workspace.content.tasks)
    found = plan(workspace, ("CERT-12", "note", "変更"))
    done = write_paste(workspace, found.edits, "CERT", rows, TODAY)
    added = [workspace.content.tasks[id_] for id_ in workspace.content.tasks if id_ not in before]
    assert [(task.item.title, task.due, task.state, task.owner) for task in added] == [
        ("独自の点検", date(2027, 5, 10), State.DOING, "山田"),
        ("教育の記録", None, State.TODO, added[1].owner),
    ]
    assert workspace.content.tasks["CERT-12"].note == "変更"
    workspace.undo(done.operation)
    assert set(workspace.content.tasks) == before
    assert workspace.content.tasks["CERT-12"].note == ""


def test_a_row_that_cannot_be_a_task_leaves_everything_as_it_was(workspace):
    found = plan(workspace, ("CERT-12", "note", "変更"))
    newest = workspace.log(1)
    with pytest.raises(UserError):
        write_paste(
            workspace, found.edits, "CERT", [{"title": "a"}, {"title": "b", "due": "x"}], TODAY
        )
    assert workspace.log(1) == newest
    assert workspace.content.tasks["CERT-12"].note == ""
