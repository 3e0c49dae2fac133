"""The open workspace: read beside another, told apart by the day, handed on as a snapshot."""

import os
import sqlite3
from datetime import UTC, date, datetime

import pytest

from pmark_desktop.domain.errors import StorageError, UserError, Why
from pmark_desktop.domain.window import WindowState
from pmark_desktop.workspace.cycles import set_cycle
from pmark_desktop.workspace.glance import glance
from pmark_desktop.workspace.proofs import attach_paper
from pmark_desktop.workspace.workspace import default_name
from tests.workspace.builders import EXPIRES, TODAY, opened, put


def test_what_is_open_is_what_is_in_the_file(file):
    with opened(file) as workspace:
        put(workspace, "CERT-12", note="x")
        attach_paper(workspace, "CERT-12", "書庫", TODAY)
        with opened(file, to_write=False) as reader:
            assert reader.content == workspace.content
            assert reader.evidence() == workspace.evidence()
            assert reader.log() == workspace.log()


def test_a_content_in_hand_does_not_change_under_ones_feet(workspace):
    before = workspace.content
    note = before.task("CERT-12").note
    put(workspace, "CERT-12", note="x")
    assert before.task("CERT-12").note == note
    assert workspace.content.task("CERT-12").note == "x"


def test_an_edit_keeps_the_order_of_the_tasks(workspace):
    order = list(workspace.content.tasks)
    put(workspace, "AUD-16@1", note="x")
    assert list(workspace.content.tasks) == order


def test_it_tells_when_it_saved_last(workspace):
    assert workspace.saved_at is None
    put(workspace, "CERT-12", note="x")
    assert workspace.saved_at == datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def test_a_refused_edit_is_not_a_saved_one(workspace):
    with pytest.raises(UserError):
        put(workspace, "CERT-12", due="2030-01-01")
    assert workspace.saved_at is None
    assert not workspace.database._link.in_transaction


def test_a_mistake_of_ours_within_an_operation_leaves_nothing_half_done(workspace):
    def body(operation):
        operation.link.execute("UPDATE task SET note = 'x'")
        raise ZeroDivisionError

    before = workspace.content, workspace.log()
    with pytest.raises(ZeroDivisionError):
        workspace.run("set", body)
    with opened(workspace.path, to_write=False) as fresh:
        assert (fresh.content, fresh.log()) == before
    put(workspace, "CERT-12", note="it goes on")


def test_a_mistake_in_sql_is_our_bug_and_not_dressed_up(workspace):
    with pytest.raises(sqlite3.OperationalError):
        workspace.run("set", lambda operation: operation.link.execute("SELECT nothing"))
    put(workspace, "CERT-12", note="it goes on")


def test_unknown_lists_and_tasks_are_named_with_what_there_is(workspace):
    with pytest.raises(UserError) as refused:
        workspace.content.checklist("XX")
    assert refused.value.facts == {"text": "XX", "choices": "CERT, AUD, ORG"}
    with pytest.raises(UserError) as refused:
        workspace.content.task("XX-01")
    assert refused.value.why is Why.TASK_UNKNOWN


def test_a_failed_opening_leaves_no_lock_and_no_open_file(file):
    link = sqlite3.connect(file)
    link.execute("DELETE FROM cycle")
    link.commit()
    link.close()
    before = len(os.listdir("/proc/self/fd")) if os.path.exists("/proc/self/fd") else 0
    for _ in range(3):
        with pytest.raises(StorageError):
            opened(file)
    assert os.listdir(file.parent) == [file.name]
    after = len(os.listdir("/proc/self/fd")) if os.path.exists("/proc/self/fd") else 0
    assert after == before


def test_closing_twice_does_no_harm(file):
    workspace = opened(file)
    workspace.close()
    workspace.close()
    assert os.listdir(file.parent) == [file.name]


def test_a_closing_day_at_the_weekend_is_extended_by_the_body(workspace):
    set_cycle(workspace, {"window_closes": date(2027, 11, 28)}, TODAY)  # a Sunday
    assert workspace.accepted_until() == date(2027, 11, 29)
    assert workspace.window_state(date(2027, 11, 29)) is WindowState.EXTENDED


def test_a_snapshot_is_all_of_one_moment(workspace):
    put(workspace, "CERT-12", note="x")
    snapshot = workspace.snapshot(TODAY)
    assert [task.id for task in snapshot.tasks] == list(workspace.content.tasks)
    assert snapshot.newest_hash == snapshot.log[-1].hash
    assert snapshot.log[0].seq == 1
    assert (snapshot.today, snapshot.window_state) == (TODAY, WindowState.BEFORE)
    assert snapshot.cycle.expires == EXPIRES


def test_a_part_of_the_log_is_newest_first(workspace):
    done = put(workspace, "CERT-12", note="x")
    workspace.undo(done.operation)
    part = workspace.log_part(most=2)
    assert [entry.seq for entry in part.entries] == [part.total, part.total - 1]
    assert part.origins == {done.operation: "set note"}
    older = workspace.log_part(before=part.entries[-1].seq, most=3)
    assert older.entries[0].seq == part.total - 2
    assert workspace.log_part(after=part.total).entries == []


def test_a_glance_says_whose_it_is_and_changes_nothing(file):
    before = file.read_bytes()
    with opened(file):
        seen = glance(file, TODAY)
    assert seen.organisation.name == "株式会社サンプル"
    assert (seen.cycle.expires, seen.state) == (EXPIRES, WindowState.BEFORE)
    assert glance(file, TODAY) == seen
    assert len(file.read_bytes()) == len(before)


@pytest.mark.parametrize(
    "statement",
    ["DELETE FROM cycle", "DELETE FROM organisation", "UPDATE cycle SET expires = '2028-19-39'",
     "UPDATE organisation SET name = CAST(x'ff' AS TEXT)"],
)  # fmt: skip
def test_a_glance_at_a_damaged_file_is_refused_in_words(file, statement):
    link = sqlite3.connect(file)
    link.execute(statement)
    link.commit()
    link.close()
    with pytest.raises(StorageError) as refused:
        glance(file, TODAY)
    assert refused.value.why is Why.FILE_DAMAGED


def test_there_is_always_a_name_for_the_log(monkeypatch):
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    assert default_name()
    monkeypatch.setenv("LOGNAME", "山田")
    assert default_name() == "山田"
