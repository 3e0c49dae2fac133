"""Wishes of the window: saved, undone, told, refused."""

from datetime import date

from pmark_desktop.domain.errors import Why
from pmark_desktop.domain.rules import Anchor
from pmark_desktop.workspace.checking import check


def test_an_edit_is_saved_told_and_can_be_undone_and_redone(desk, qtbot):
    with qtbot.waitSignal(desk.changed) as told:
        assert desk.edit("CERT-12", "due", "2027/3/1")
    assert "CERT-12" in told.args[0].tasks
    assert desk.content.tasks["CERT-12"].due == date(2027, 3, 1)
    desk.stack.undo()
    assert not desk.content.tasks["CERT-12"].pinned
    desk.stack.redo()
    assert desk.content.tasks["CERT-12"].due == date(2027, 3, 1)
    assert desk.stack.undoText() == "CERT-12 の社内期限を変更"


def test_a_refused_edit_leaves_nothing_to_undo_and_keeps_what_could_be_redone(desk, qtbot):
    desk.edit("CERT-12", "note", "下書き")
    desk.stack.undo()
    with qtbot.waitSignal(desk.refused) as told:
        assert not desk.edit("CERT-12", "due", "2027/2/30")
    assert told.args[0].why is Why.DATE_UNREADABLE
    assert desk.stack.canRedo()
    assert not desk.stack.canUndo()


def test_the_same_value_again_is_no_step(desk, qtbot):
    desk.edit("CERT-12", "note", "下書き")
    with qtbot.assertNotEmitted(desk.refused):
        assert not desk.edit("CERT-12", "note", "下書き")
    assert desk.stack.count() == 1


def test_a_date_without_year_is_the_nearest(desk):
    desk.edit("CERT-12", "due", "3/1")
    assert desk.content.tasks["CERT-12"].due == date(2027, 3, 1)


def test_a_date_set_by_hand_goes_back_to_its_rule(desk):
    before = desk.content.tasks["CERT-12"].due
    desk.edit("CERT-12", "due", "2027/3/1")
    desk.back_to_rule("CERT-12")
    assert (desk.content.tasks["CERT-12"].due, desk.content.tasks["CERT-12"].pinned) == (
        before,
        False,
    )


def test_every_kind_of_wish_can_be_undone(desk, tmp_path):
    proof = tmp_path / "証明.pdf"
    proof.write_bytes(b"%PDF-")
    before = dict(desk.content.tasks)
    wishes = [
        lambda: desk.edit("CERT-13", "owner", "例示 一郎"),
        lambda: desk.attach_file("CERT-13", proof),
        lambda: desk.attach_link("CERT-13", "https://example.jp/"),
        lambda: desk.attach_paper("CERT-13", "書庫A"),
        lambda: desk.occur("ORG", Anchor.EVENT, "組織改編", "2026/12/1"),
        lambda: desk.assign("申請担当者", "仮名 三郎", "s@example.jp"),
        lambda: desk.set_cycle({"expires": "2027/12/31"}),
        lambda: desk.set_organisation({"name": "株式会社みほん"}),
        lambda: desk.retire_evidence(1, "古い版のため"),
    ]
    assert all(wish() for wish in wishes)
    assert desk.stack.count() == len(wishes)
    while desk.stack.canUndo():
        desk.stack.undo()
    assert dict(desk.content.tasks) == before
    assert desk.content.organisation.name == "株式会社サンプル"
    assert check(desk.workspace) == []


def test_control_characters_are_taken_out_and_that_is_told(desk, qtbot):
    with qtbot.waitSignal(desk.told):
        desk.edit("CERT-12", "note", "見\x07本")
    assert desk.content.tasks["CERT-12"].note == "見本"


def test_many_tasks_change_in_one_step_with_its_number_in_the_name(desk):
    from pmark_desktop.workspace.editing import plan_texts

    before = dict(desk.content.tasks)
    wanted = {id_: {"owner": "佐藤"} for id_ in ("CERT-12", "CERT-13", "ORG-17")}
    plan = plan_texts(desk.workspace, wanted | {"CERT-14": {"due": "いつか"}}, desk.today)
    assert [one.task for one in plan.refused] == ["CERT-14"]
    assert desk.edit_many(plan)
    assert desk.stack.undoText() == "担当を3件変更"
    desk.stack.undo()
    assert dict(desk.content.tasks) == before
