"""The list of steps: names, jumping, and steps that cannot be turned just now."""

import pytest

from pmark_desktop.domain.checklist import Condition
from pmark_desktop.domain.errors import StorageError, Why
from pmark_desktop.session.own_desk import OwnDesk
from pmark_desktop.session.step_model import StepModel
from pmark_desktop.words import Language
from pmark_desktop.workspace.editing import plan_texts


@pytest.fixture
def own(desk):
    return OwnDesk(desk)


def notes(desk):
    tasks = desk.content.tasks
    return [tasks[id_].note for id_ in ("CERT-13", "CERT-14", "CERT-15")]


def write_notes(desk):
    for number, id_ in enumerate(("CERT-13", "CERT-14", "CERT-15"), start=1):
        assert desk.edit(id_, "note", f"備考{number}")


def test_any_number_of_steps_is_jumped_over_each_in_the_log_by_itself(desk):
    before = notes(desk)
    write_notes(desk)
    after = notes(desk)
    turned = []
    desk.steps.turned.connect(lambda step: turned.append(step.text()))
    count = len({entry.operation for entry in desk.workspace.log()})

    assert desk.steps.go_to(0)
    assert notes(desk) == before
    assert desk.steps.go_to(3)
    assert notes(desk) == after
    assert len({entry.operation for entry in desk.workspace.log()}) == count + 6
    assert turned == ["CERT-13 の備考を変更", "CERT-15 の備考を変更"]


def test_a_jump_stops_where_a_step_was_changed_elsewhere(desk):
    write_notes(desk)
    # somebody undoes the second step by other means: it cannot be undone again
    middle = desk.steps.steps()[1]
    desk.workspace.undo(middle.first_operation)
    refused = []
    desk.refused.connect(refused.append)

    assert not desk.steps.go_to(0)
    assert [error.why for error in refused] == [Why.CHANGED_SINCE]
    assert desk.steps.position == 1
    assert [step.is_done for step in desk.steps.steps()] == [True, False]
    assert desk.steps.go_to(2)
    assert notes(desk)[0] == "備考1"
    assert notes(desk)[2] == "備考3"


@pytest.mark.parametrize("direct", [False, True])
def test_a_step_that_cannot_be_turned_just_now_can_be_turned_later(desk, monkeypatch, direct):
    write_notes(desk)
    real = desk.workspace.undo

    def full_disk(*_args, **_given):
        raise StorageError(Why.DISK_FULL, file="x")

    monkeypatch.setattr(desk.workspace, "undo", full_disk)
    if direct:
        desk.stack.undo()
    else:
        assert not desk.steps.undo()
        assert desk.steps.position == 3
    monkeypatch.setattr(desk.workspace, "undo", real)
    if direct:
        desk.stack.redo()  # nothing was undone: nothing is done again

    assert notes(desk)[2] == "備考3"
    assert desk.steps.undo()
    assert notes(desk)[2] != "備考3"
    assert desk.steps.redo()
    assert notes(desk)[2] == "備考3"


def test_a_closed_cycle_keeps_the_steps_before_its_end(desk, own):
    write_notes(desk)
    own.close_cycle("決定")

    assert desk.steps.undo()
    assert desk.steps.undo()
    assert desk.steps.redo()
    assert desk.steps.redo()
    assert desk.workspace.is_read_only
    assert own.reopen_cycle("訂正")
    assert desk.steps.go_to(0)
    assert not desk.workspace.is_read_only


def test_steps_are_named_after_what_was_done(desk, own, tmp_path):
    file = tmp_path / "監査報告書.pdf"
    file.write_bytes(b"%PDF-1.4 x")
    desk.attach_file("CERT-13", file)
    own.add_tasks("AUD", [{"title": "支店の点検"}])
    own.add_tasks("AUD", [{"title": "一"}, {"title": "二"}])
    own.edit_item("OWN-01", {"title": "本店の点検"})
    own.duplicate(["OWN-01"])
    own.move(["OWN-02", "OWN-03"], -1)
    own.retire(["OWN-02"], "不要")
    own.bring_back(["OWN-02"])
    own.switch_list("MED", "次世代医療", on=True)
    own.set_switches({Condition.OUTSOURCING: False})
    own.add_list("自社", "")
    plan = plan_texts(desk.workspace, {id_: {"due": "2027/3/1"} for id_ in ("OWN-01", "OWN-03")},
                      desk.today)  # fmt: skip
    desk.edit_many(plan)

    assert [step.text() for step in desk.steps.steps()] == [
        "監査報告書.pdf を追加",
        "支店の点検 を追加",
        "独自タスクの追加 2件",
        "独自項目の変更 OWN-01",
        "項目の複製 OWN-01",
        "項目の並べ替え 2件",
        "項目の取り下げ OWN-02",
        "取り下げた項目を戻す OWN-02",
        "チェックリストを使う 次世代医療",
        "適用条件の変更 適用条件「委託あり」",
        "自社チェックリストの追加 自社",
        "社内期限を2件変更",
    ]
    assert desk.steps.go_to(0)
    assert desk.steps.go_to(12)
    assert desk.content.tasks["OWN-03"].pinned


def test_the_list_says_where_one_is_in_words(desk):
    model = StepModel(desk.steps, Language.JA)
    assert model.text(0) == "▶ 開いたときの状態(今ここ)"
    write_notes(desk)
    desk.steps.undo()

    texts = [model.text(row) for row in range(model.rowCount())]
    assert texts[2].startswith("▶")
    assert texts[2].endswith("CERT-14 の備考を変更(今ここ)")
    assert texts[3].endswith("(元に戻した)")
    english = StepModel(desk.steps, Language.EN)
    assert english.text(0).strip() == "As it was when opened"
