"""Applicability switches: what cannot apply is 対象外 with the switch as its reason, and back."""

from datetime import date

import pytest

from pmark_desktop.domain.checklist import Condition, Repeat
from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.domain.rules import Anchor
from pmark_desktop.domain.task import State
from pmark_desktop.words import Language
from pmark_desktop.workspace.applicability import holds, item_counts, plan_switches, set_switches
from pmark_desktop.workspace.cycles import add_checklists, set_cycle
from pmark_desktop.workspace.events import occur
from tests.workspace.builders import LISTS, TODAY, checklist, item, new_workspace, opened, put

OUT = Condition.OUTSOURCING
OFF, ON = {OUT: False}, {OUT: True}
REASON = "適用条件「委託あり」: なし"
CONDITIONED = checklist(
    "SUB",
    item("SUB-01", "expiry - 9 months", applies_if=OUT),
    item("SUB-02", "SUB-01 done + 5 days", applies_if=OUT),
    item("SUB-03", repeat=Repeat.QUARTERLY, applies_if=OUT),
    item("SUB-04", "event + 3 days", applies_if=OUT),
    item("SUB-05", "expiry - 9 months", applies_if=Condition.PAPER),
)


@pytest.fixture
def workspace(tmp_path):
    with opened(new_workspace(tmp_path / "a.pmark", lists=(*LISTS, CONDITIONED))) as open_one:
        yield open_one


def test_conditions_hold_until_somebody_says_otherwise(workspace):
    assert all(holds(workspace.settings, condition) for condition in Condition)
    assert item_counts(workspace.content.lists) == {OUT: 4, Condition.PAPER: 1}


def test_open_tasks_become_not_applicable_and_come_back_as_they_were(workspace):
    put(workspace, "SUB-01", owner="佐藤", due="2027/05/20", note="覚え書き")
    before = workspace.content

    plan = plan_switches(workspace, OFF)
    done = set_switches(workspace, OFF)

    assert len(plan.excluded) == 10
    gone = [task for task in workspace.content.tasks.values() if task.item.applies_if is OUT]
    assert {(task.state, task.reason) for task in gone} == {(State.EXCLUDED, REASON)}
    assert workspace.content.tasks["SUB-05"].state is State.TODO
    assert len(plan_switches(workspace, ON).returned) == 10
    set_switches(workspace, ON)
    assert workspace.content == before
    assert done.tasks is None


def test_one_step_back_is_the_same(workspace):
    before = workspace.content

    done = set_switches(workspace, OFF)
    workspace.undo(done.operation)

    assert workspace.content == before
    assert holds(workspace.settings, OUT)


def test_worked_on_tasks_are_left_and_listed(workspace):
    put(workspace, "SUB-01", state="doing")
    put(workspace, "SUB-02", state="done", reason="兼ねた")
    put(workspace, "SUB-03@2027-Q1", state="excluded", reason="人の理由")

    plan = plan_switches(workspace, OFF)
    set_switches(workspace, OFF)

    assert [task.id for task in plan.left] == ["SUB-01", "SUB-02"]
    tasks = workspace.content.tasks
    assert tasks["SUB-01"].state is State.DOING
    assert tasks["SUB-02"].state is State.DONE
    set_switches(workspace, ON)
    assert workspace.content.tasks["SUB-03@2027-Q1"].reason == "人の理由"


def test_a_task_that_a_person_took_up_again_is_left_alone(workspace):
    set_switches(workspace, OFF)
    put(workspace, "SUB-01", state="todo", reason="")
    put(workspace, "SUB-03@2027-Q1", reason="やはり対象外")

    assert "SUB-01" not in {task.id for task in plan_switches(workspace, ON).returned}
    set_switches(workspace, ON)

    assert workspace.content.tasks["SUB-03@2027-Q1"].state is State.EXCLUDED


def test_tasks_come_back_with_the_dates_their_rules_give_then(workspace):
    set_switches(workspace, OFF)
    set_cycle(workspace, {"expires": date(2028, 4, 30)}, TODAY)

    set_switches(workspace, ON)

    assert workspace.content.tasks["SUB-01"].due == date(2027, 7, 30)


def test_tasks_that_come_while_it_is_off_are_not_applicable_either(workspace):
    set_switches(workspace, OFF)

    occur(workspace, "SUB", Anchor.EVENT, "再委託", TODAY)
    add_checklists(workspace, [checklist("MORE", item("MORE-01", "expiry", applies_if=OUT))])

    for id_ in ("SUB-04@e1", "MORE-01"):
        assert workspace.content.tasks[id_].reason == REASON


def test_a_reason_kept_in_english_is_known_too(workspace):
    set_switches(workspace, OFF, Language.EN)

    assert len(plan_switches(workspace, ON).returned) == 10


def test_the_same_again_changes_nothing(workspace):
    with pytest.raises(UserError) as refused:
        set_switches(workspace, ON)

    assert refused.value.why is Why.NOTHING_CHANGED
