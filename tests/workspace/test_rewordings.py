"""The old text beside the new one, for as long as a task is to be checked again."""

from dataclasses import replace

import pytest

from pmark_desktop.workspace.editions import take_in
from pmark_desktop.workspace.rewordings import rewordings
from tests.workspace.builders import TODAY, checklist, item, new_workspace, opened, put

BASE = checklist("AUD", item("AUD-01", "expiry", guidance="計画を作る。"), item("AUD-02", "expiry"))


@pytest.fixture
def workspace(tmp_path):
    with opened(new_workspace(tmp_path / "a.pmark", lists=(BASE,))) as workspace:
        yield workspace


def take(workspace, version, **given):
    id_ = given.pop("id", "AUD-01")
    edition = replace(BASE, version=version, items=(
        replace(BASE.items[0], **(given | {"id": id_})), BASE.items[1],
    ))  # fmt: skip
    return take_in(workspace, edition, TODAY).operation


def said(workspace, task="AUD-01"):
    return [(one.field, one.old, one.new) for one in rewordings(workspace, task)]


def test_the_text_before_stands_beside_the_present_one(workspace):
    take(workspace, "1.1", guidance="計画を作り、承認する。")
    assert said(workspace) == [("guidance", "計画を作る。", "計画を作り、承認する。")]
    assert said(workspace, "AUD-02") == []


def test_a_second_edition_does_not_hide_what_the_first_changed(workspace):
    take(workspace, "1.1", guidance="計画を作り、承認する。")
    take(workspace, "1.2", guidance="計画を作り、代表者が承認する。", evidence="計画書")
    assert said(workspace) == [
        ("guidance", "計画を作る。", "計画を作り、代表者が承認する。"),
        ("evidence", "", "計画書"),
    ]


def test_what_was_confirmed_is_not_shown_again(workspace):
    take(workspace, "1.1", guidance="計画を作り、承認する。")
    put(workspace, "AUD-01", recheck="0")
    assert said(workspace) == []
    take(workspace, "1.2", guidance="計画を作り、代表者が承認する。")
    assert said(workspace) == [
        ("guidance", "計画を作り、承認する。", "計画を作り、代表者が承認する。")
    ]


def test_undo_of_the_confirmation_shows_the_same_again(workspace):
    take(workspace, "1.1", guidance="計画を作り、承認する。")
    before = said(workspace)
    done = put(workspace, "AUD-01", recheck="0")
    workspace.undo(done.operation)
    assert said(workspace) == before


def test_redo_of_the_edition_shows_the_same_again(workspace):
    operation = take(workspace, "1.1", guidance="計画を作り、承認する。")
    before = said(workspace)
    undone = workspace.undo(operation)
    workspace.undo(undone.operation, act="redo")
    assert said(workspace) == before


def test_a_renamed_item_shows_the_text_of_its_old_id(workspace):
    take(workspace, "1.1", id="AUD-11", replaces=("AUD-01",), guidance="承認する。")
    assert said(workspace, "AUD-11") == [("guidance", "計画を作る。", "承認する。")]


def test_a_renamed_item_shows_it_also_after_the_edition_was_undone_once(workspace):
    edition = {"id": "AUD-11", "replaces": ("AUD-01",), "guidance": "承認する。"}
    workspace.undo(take(workspace, "1.1", **edition))
    take(workspace, "1.1", **edition)
    assert said(workspace, "AUD-11") == [("guidance", "計画を作る。", "承認する。")]


def test_a_mark_set_by_hand_has_no_old_text(workspace):
    put(workspace, "AUD-02", recheck="1")
    assert said(workspace, "AUD-02") == []
