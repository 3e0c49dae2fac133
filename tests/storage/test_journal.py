"""The log: it only grows, each entry stands on the one before, and an undo names what it undid."""

import hashlib
import json
import sqlite3

import pytest

from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.storage.journal import NO_HASH
from pmark_desktop.workspace.proofs import attach_paper
from tests.workspace.builders import TODAY, opened, put


@pytest.mark.parametrize(
    "statement",
    ["UPDATE log SET who = 'x'", "DELETE FROM log", "UPDATE log SET seq = seq + 100",
     "REPLACE INTO log SELECT * FROM log LIMIT 1"],
)  # fmt: skip
def test_the_log_cannot_be_changed_or_cut(workspace, statement):
    before = workspace.log()
    with pytest.raises(sqlite3.IntegrityError), workspace.database.transaction() as link:
        link.execute("PRAGMA recursive_triggers = ON")
        link.execute(statement)
    assert workspace.log() == before


def test_each_entry_carries_the_hash_of_itself_and_the_one_before(workspace):
    put(workspace, "CERT-12", note="一", reason='"二"\n')
    before = NO_HASH
    for entry in workspace.log():
        row = [
            entry.seq, entry.operation, entry.act, entry.reverses, entry.at, entry.who, entry.kind,
            entry.target, entry.field, entry.old, entry.new, entry.why, before,
        ]  # fmt: skip
        text = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
        assert entry.hash == hashlib.sha256(text.encode()).hexdigest()
        before = entry.hash


def test_an_edit_is_one_operation_with_an_entry_for_each_field(workspace):
    done = put(workspace, "CERT-12", note="備考", owner="山田")
    entries = [entry for entry in workspace.log() if entry.operation == done.operation]
    assert [(entry.field, entry.old, entry.new) for entry in entries] == [
        ("owner", "申請担当者", "山田"), ("note", "", "備考"),
    ]  # fmt: skip
    assert {(entry.kind, entry.target, entry.act) for entry in entries} == {
        ("task", "1/CERT-12", "set_many")
    }
    assert {(entry.who, entry.at) for entry in entries} == {("事務局", "2026-11-23T09:00:00+00:00")}


def test_a_change_of_one_field_names_it_in_its_act(workspace):
    put(workspace, "CERT-12", note="x")
    assert workspace.log(last=1)[0].act == "set note"


def test_what_changes_nothing_is_refused_and_not_logged(workspace):
    before = workspace.log()
    with pytest.raises(UserError) as refused:
        put(workspace, "CERT-12", note="")
    assert refused.value.why is Why.NOTHING_CHANGED
    assert workspace.log() == before


def test_an_undo_names_what_it_reverses_and_a_redo_reverses_the_undo(workspace):
    before = workspace.content
    done = put(workspace, "CERT-12", note="x", due="2027-10-01")
    after = workspace.content
    undone = workspace.undo(done.operation)
    assert workspace.content == before
    redone = workspace.undo(undone.operation, act="redo")
    assert workspace.content == after
    entries = workspace.log()
    heads = {entry.operation: (entry.act, entry.reverses) for entry in entries}
    assert heads[undone.operation] == ("undo", done.operation)
    assert heads[redone.operation] == ("redo", undone.operation)
    again = workspace.undo(redone.operation)
    assert workspace.content == before
    workspace.undo(again.operation, act="redo")
    assert workspace.content == after


def test_an_undo_after_another_change_of_the_same_field_is_refused(workspace):
    first = put(workspace, "CERT-12", note="一")
    put(workspace, "CERT-12", note="二")
    log = workspace.log()
    with pytest.raises(UserError) as refused:
        workspace.undo(first.operation)
    assert refused.value.why is Why.CHANGED_SINCE
    assert workspace.content.task("CERT-12").note == "二"
    assert workspace.log() == log


def test_an_undo_with_one_conflict_changes_nothing_at_all(workspace):
    first = put(workspace, "CERT-12", note="一", owner="山田")
    put(workspace, "CERT-12", owner="鈴木")
    with pytest.raises(UserError):
        workspace.undo(first.operation)
    assert workspace.content.task("CERT-12").note == "一"


def test_nothing_is_undone_twice(workspace):
    done = put(workspace, "CERT-12", note="一")
    workspace.undo(done.operation)
    with pytest.raises(UserError) as refused:
        workspace.undo(done.operation)
    assert refused.value.why is Why.CHANGED_SINCE
    attached = attach_paper(workspace, "CERT-12", "書庫A", TODAY)
    workspace.undo(attached.operation)
    with pytest.raises(UserError) as refused:
        workspace.undo(attached.operation)
    assert refused.value.why is Why.NOTHING_CHANGED


@pytest.mark.parametrize("operation", [0, -1, 999])
def test_an_operation_that_never_was_cannot_be_undone(workspace, operation):
    with pytest.raises(UserError):
        workspace.undo(operation)


def test_the_log_goes_on_after_reopening(file):
    with opened(file) as workspace:
        first = put(workspace, "CERT-12", note="一")
        newest = workspace.log(last=1)[0]
    with opened(file, by="別の人") as workspace:
        second = put(workspace, "CERT-12", note="二")
        entry = workspace.log(last=1)[0]
    assert second.operation == first.operation + 1
    assert (entry.seq, entry.who) == (newest.seq + 1, "別の人")


def test_the_name_of_who_did_it_is_made_fit_to_be_kept(file):
    with opened(file, by="山\x00田\udcff") as workspace:
        put(workspace, "CERT-12", note="x")
        assert workspace.log(last=1)[0].who == "山田\ufffd"


def test_entries_of_one_and_the_same_time_keep_their_order(workspace):
    for number in range(60):
        put(workspace, "CERT-12", note=str(number))
    entries = workspace.log(last=60)
    assert [entry.new for entry in entries] == [str(number) for number in range(60)]
    assert len({entry.at for entry in entries}) == 1


def test_the_history_of_a_task_holds_its_entries_and_its_evidence(workspace):
    put(workspace, "CERT-12", note="x")
    put(workspace, "CERT-13", note="other")
    attach_paper(workspace, "CERT-12", "書庫A", TODAY)
    history = workspace.history("CERT-12")
    assert [(entry.kind, entry.field) for entry in history] == [
        ("task", "*"), ("task", "note"), ("evidence", "*"), ("proof", "*"),
    ]  # fmt: skip
    assert [entry.seq for entry in history] == sorted(entry.seq for entry in history)
