"""The check: what it finds in a file that was tampered with or damaged, and that it finds no more.

Who harms the file is the test, by raw SQL, with the triggers of the log out of the way.
"""

import random

import pytest

from pmark_desktop.storage.schemas import DDL
from pmark_desktop.workspace.checking import Finding, Problem, check
from pmark_desktop.workspace.proofs import attach_file, attach_paper, evidence_bytes
from tests.workspace.builders import TODAY, opened, put

PROOF = b"\0" + random.Random(1).randbytes(2_500_000)  # three pieces
TRIGGERS = [statement for statement in DDL if statement.startswith("CREATE TRIGGER")]


@pytest.fixture
def worked(file):
    """Return a file with evidence and some edits."""
    proof = file.with_name("proof.bin")
    proof.write_bytes(PROOF)
    with opened(file) as workspace:
        attach_file(workspace, "CERT-12", proof, TODAY)
        attach_paper(workspace, "CERT-13", "書庫A", TODAY)
        put(workspace, "CERT-12", note="一")
        put(workspace, "CERT-12", note="二")
    return file


@pytest.fixture
def harm(raw):
    """Return a function that changes the log and puts its triggers back."""

    def run(path, *statements):
        gone = [f"DROP TRIGGER {trigger.split()[2]}" for trigger in TRIGGERS]
        raw(path, *gone, *statements, *TRIGGERS)

    return run


def problems(path):
    with opened(path) as workspace:
        return check(workspace)


def newest(raw, path):
    return raw(path, "SELECT max(seq) FROM log")[0][0][0]


def test_a_sound_file_has_no_problems(worked):
    assert problems(worked) == []


def test_a_check_changes_nothing(worked):
    before = worked.read_bytes()
    with opened(worked, to_write=False) as workspace:
        check(workspace)
    assert worked.read_bytes() == before


@pytest.mark.parametrize(
    "change",
    ["who = 'x'", "at = '2020-01-01'", "act = 'x'", "new = '{}'", "old = 'x'", "why = 'x'",
     "operation = 99", "reverses = 1", "target = '1/CERT-14'", "field = 'x'", "kind = 'x'",
     "hash = substr(hash, 2) || substr(hash, 1, 1)"],
)  # fmt: skip
def test_a_changed_entry_is_found_at_its_place(worked, raw, harm, change):
    harm(worked, f"UPDATE log SET {change} WHERE seq = 5")
    assert Problem(Finding.LOG, "5") in problems(worked)


@pytest.mark.parametrize("new", ["NULL", "'{'", "'[]'", "'5'", "''", "CAST(x'7bff' AS TEXT)"])
def test_an_entry_that_cannot_be_read_is_found_at_its_place(worked, raw, harm, new):
    harm(worked, f"UPDATE log SET new = {new} WHERE seq = 5")
    assert Problem(Finding.LOG, "5") in problems(worked)


@pytest.mark.parametrize("seq", [1, 7])
def test_a_removed_entry_is_found(worked, harm, seq):
    harm(worked, f"DELETE FROM log WHERE seq = {seq}")
    assert Problem(Finding.LOG, str(seq + 1)) in problems(worked)


def test_a_removed_entry_is_found_though_the_numbers_were_closed_up(worked, harm):
    harm(worked, "DELETE FROM log WHERE seq = 7", "UPDATE log SET seq = -seq WHERE seq > 7",
         "UPDATE log SET seq = -seq - 1 WHERE seq < 0")  # fmt: skip
    assert Problem(Finding.LOG, "7") in problems(worked)


def test_swapped_entries_are_found(worked, harm):
    harm(worked, "UPDATE log SET seq = -1 WHERE seq = 6", "UPDATE log SET seq = 6 WHERE seq = 7",
         "UPDATE log SET seq = 7 WHERE seq = -1")  # fmt: skip
    found = problems(worked)
    assert Problem(Finding.LOG, "6") in found
    assert Problem(Finding.LOG, "7") in found


def test_an_entry_put_in_between_is_found(worked, raw, harm):
    last = newest(raw, worked)
    harm(worked, "INSERT INTO log SELECT seq + 1, operation + 1, act, reverses, at, who, kind, "
         f"target, field, old, new, why, hash FROM log WHERE seq = {last}")  # fmt: skip
    assert problems(worked) == [Problem(Finding.LOG, str(last + 1))]


def test_a_cut_tail_is_found_by_the_rows_it_leaves_behind(worked, raw, harm):
    harm(worked, f"DELETE FROM log WHERE seq = {newest(raw, worked)}")
    assert problems(worked) == [Problem(Finding.ROW, "task 1/CERT-12")]


def test_one_change_is_one_fault_of_the_chain(worked, harm):
    harm(worked, "UPDATE log SET who = 'x' WHERE seq = 5")
    assert problems(worked) == [Problem(Finding.LOG, "5")]


BEHIND = {
    "a logged field": ("UPDATE task SET note = 'x' WHERE id = 'CERT-12'", "task 1/CERT-12"),
    "a date of its rule": (
        "UPDATE task SET due = '2027-01-01' WHERE id = 'AUD-16@1'", "task 1/AUD-16@1",
    ),
    "a field nobody ever touched": (
        "UPDATE task SET state = 'done', reason = 'x', done_on = '2026-01-01' "
        "WHERE id = 'AUD-16@1'", "task 1/AUD-16@1",
    ),
    "a task out of use": ("UPDATE task SET live = 0 WHERE id = 'AUD-16@1'", "task 1/AUD-16@1"),
    "a removed task": ("DELETE FROM task WHERE id = 'AUD-16@1'", "task 1/AUD-16@1"),
    "an added task": (
        "INSERT INTO task (cycle, id, item) VALUES (1, 'CERT-12@x', 'CERT-12')", "task 1/CERT-12@x",
    ),
    "the organisation": ("UPDATE organisation SET body = 'x'", "organisation 1"),
    "the cycle": ("UPDATE cycle SET applied = '2026-01-01'", "cycle 1"),
    "an item": ("UPDATE item SET guidance = 'x' WHERE id = 'ORG-01'", "item 1/ORG-01"),
    "a role": ("UPDATE role SET person = 'x' WHERE role = '監査責任者'", "role 監査責任者"),
    "an evidence name": ("UPDATE evidence SET name = 'x' WHERE number = 2", "evidence 2"),
    "a proof": ("UPDATE proof SET live = 0 WHERE evidence = 2", "proof 2/1/CERT-13"),
    "an event": (
        "INSERT INTO event VALUES (1, 'ORG', 1, 'event', 'x', '2026-01-01', 1)", "event 1/ORG/1",
    ),
    "a closed day": (
        "INSERT INTO closed_day VALUES (1, 'company', '', '2026-08-13', '2026-08-15', 1, 1)",
        "closed_day 1",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BEHIND)
def test_a_row_changed_behind_the_log_is_found_by_its_name(worked, raw, name):
    statement, place = BEHIND[name]
    raw(worked, statement)
    assert problems(worked) == [Problem(Finding.ROW, place)]


def test_a_note_that_is_no_text_is_found_or_refused(worked, harm):
    harm(worked, "UPDATE log SET who = CAST(x'ff' AS TEXT) WHERE seq = 5")
    assert problems(worked) == [Problem(Finding.LOG, "5")]


@pytest.mark.parametrize(
    "statement",
    ["UPDATE chunk SET bytes = CAST(x'ff' || substr(bytes, 2) AS BLOB) WHERE number = 1",
     "UPDATE chunk SET bytes = substr(bytes, 1, length(bytes) - 1) WHERE number = 2",
     "DELETE FROM chunk WHERE number = 1", "DELETE FROM chunk",
     "UPDATE chunk SET number = 7 WHERE number = 0",
     "INSERT INTO chunk SELECT sha256, 9, x'00' FROM chunk WHERE number = 0"],
)  # fmt: skip
def test_changed_evidence_is_found_and_not_handed_out(worked, raw, statement):
    raw(worked, statement)
    assert Problem(Finding.EVIDENCE, "E-0001") in problems(worked)
    with opened(worked) as workspace, pytest.raises(Exception, match="evidence_damaged"):
        evidence_bytes(workspace, workspace.evidence()[0])


def test_one_flipped_bit_of_evidence_is_found(worked, raw):
    content = bytearray(worked.read_bytes())
    place = content.index(PROOF[5000:5050]) + 25
    content[place] ^= 4
    worked.write_bytes(content)
    assert problems(worked) == [Problem(Finding.EVIDENCE, "E-0001")]


def test_a_row_that_points_to_nothing_is_found(worked, raw):
    raw(worked, "UPDATE item SET list = 'WEG' WHERE id = 'ORG-01'")
    found = problems(worked)
    assert Problem(Finding.LINK, "item → checklist") in found
    assert Problem(Finding.ROW, "item 1/ORG-01") in found


def test_an_index_that_differs_from_its_table_is_found(worked, raw):
    content = bytearray(worked.read_bytes())
    page = int.from_bytes(content[16:18], "big")
    root = raw(worked, "SELECT rootpage FROM sqlite_schema WHERE name = 'log_operation'")[0][0][0]
    content[(root - 1) * page + page - 1] ^= 1
    worked.write_bytes(content)
    assert Finding.PAGE in {problem.finding for problem in problems(worked)}


def test_a_problem_names_places_and_never_contents(worked, raw):
    raw(worked, "UPDATE task SET note = '秘密' WHERE id = 'CERT-12'")
    assert "秘密" not in str(problems(worked))
