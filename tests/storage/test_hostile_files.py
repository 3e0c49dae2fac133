"""Whatever lies under the name of a workspace: one sentence, and not one byte changed."""

import os
import random
import shutil
import sqlite3
import sys
import zipfile
from pathlib import Path

import pytest

from pmark_desktop.domain.errors import StorageError, Why
from pmark_desktop.storage.database import connect
from pmark_desktop.storage.schemas import SCHEMA
from pmark_desktop.workspace.checking import check
from pmark_desktop.workspace.proofs import attach_file
from tests.workspace.builders import TODAY, opened


def refusal(path):
    """Open for writing and for reading; both are refused for the same reason, nothing changes."""
    before = path.read_bytes() if os.path.isfile(path) else None
    beside = sorted(os.listdir(path.parent))
    why = set()
    for to_write in (True, False):
        with pytest.raises(StorageError) as refused:
            opened(path, to_write=to_write)
        why.add(refused.value.why)
    assert sorted(os.listdir(path.parent)) == beside
    assert before is None or path.read_bytes() == before
    assert len(why) == 1
    return why.pop()


def zip_of(path):
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("xl/workbook.xml", "<workbook/>")


BYTES = {
    "empty": (b"", Why.FILE_EMPTY),
    "one byte": (b"x", Why.FILE_NOT_A_WORKSPACE),
    "short text": ("これはメモです".encode(), Why.FILE_NOT_A_WORKSPACE),
    "long text": (b"a line of text\r\n" * 1000, Why.FILE_NOT_A_WORKSPACE),
    "zeros": (bytes(8192), Why.FILE_NOT_A_WORKSPACE),
    "name of the format only": (b"SQLite format 3\0", Why.FILE_NOT_A_WORKSPACE),
    "random": (random.Random(1).randbytes(8192), Why.FILE_NOT_A_WORKSPACE),
}


@pytest.mark.parametrize("name", BYTES)
def test_what_is_no_database_is_refused(tmp_path, name):
    content, why = BYTES[name]
    path = tmp_path / "a.pmark"
    path.write_bytes(content)
    assert refusal(path) is why


def test_a_workbook_is_refused(tmp_path):
    zip_of(tmp_path / "a.pmark")
    assert refusal(tmp_path / "a.pmark") is Why.FILE_NOT_A_WORKSPACE


def test_a_missing_file_is_refused(tmp_path):
    assert refusal(tmp_path / "a.pmark") is Why.FILE_NOT_THERE
    assert refusal(tmp_path / ("長" * 300)) is Why.FILE_UNREADABLE


def test_a_zero_in_the_path_is_refused(tmp_path):
    with pytest.raises(StorageError):
        opened(tmp_path / "a\0b.pmark")


def test_a_folder_is_refused(tmp_path):
    (tmp_path / "a.pmark").mkdir()
    assert refusal(tmp_path / "a.pmark") is Why.FILE_IS_A_FOLDER


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX")
def test_a_pipe_is_refused_and_does_not_hold_us(tmp_path):
    os.mkfifo(tmp_path / "a.pmark")
    assert refusal(tmp_path / "a.pmark") is Why.FILE_NOT_A_WORKSPACE


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="POSIX")
def test_a_device_is_refused():
    with pytest.raises(StorageError) as refused:
        opened(Path("/dev/zero"))
    assert refused.value.why is Why.FILE_NOT_A_WORKSPACE


def test_links_to_nothing_and_in_a_circle_are_refused(tmp_path):
    (tmp_path / "a.pmark").symlink_to(tmp_path / "b.pmark")
    assert refusal(tmp_path / "a.pmark") is Why.FILE_NOT_THERE
    (tmp_path / "b.pmark").symlink_to(tmp_path / "a.pmark")
    assert refusal(tmp_path / "a.pmark") is Why.FILE_UNREADABLE


OTHERS = {
    "another program's": (["CREATE TABLE a (x)"], Why.FILE_OF_ANOTHER_PROGRAM),
    "with another mark": (
        ["CREATE TABLE a (x)", "PRAGMA application_id = 77"], Why.FILE_OF_ANOTHER_PROGRAM,
    ),
    "with a negative version": (
        ["CREATE TABLE a (x)", "PRAGMA user_version = -5"], Why.FILE_OF_ANOTHER_PROGRAM,
    ),
    "without tables": (["PRAGMA user_version = 0", "VACUUM"], Why.FILE_NOT_A_WORKSPACE),
    "with our version only": (
        [f"PRAGMA user_version = {SCHEMA}", "VACUUM"], Why.FILE_NOT_A_WORKSPACE,
    ),
    "with our mark only": (
        ["PRAGMA application_id = 1347244619", "VACUUM"], Why.FILE_STRANGE_OBJECTS,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", OTHERS)
def test_another_database_is_refused(tmp_path, raw, name):
    statements, why = OTHERS[name]
    raw(tmp_path / "a.pmark", *statements)
    assert refusal(tmp_path / "a.pmark") is why


CHANGED = {
    "another mark": ("PRAGMA application_id = 77", Why.FILE_OF_ANOTHER_PROGRAM),
    "no mark": ("PRAGMA application_id = 0", Why.FILE_OF_ANOTHER_PROGRAM),
    "version 0": ("PRAGMA user_version = 0", Why.FILE_STRANGE_OBJECTS),
    "a negative version": ("PRAGMA user_version = -1", Why.FILE_STRANGE_OBJECTS),
    "an unknown table": ("CREATE TABLE extra (x)", Why.FILE_STRANGE_OBJECTS),
    "an unknown view": ("CREATE VIEW v AS SELECT 1", Why.FILE_STRANGE_OBJECTS),
    "an unknown index": ("CREATE INDEX i ON task (note)", Why.FILE_STRANGE_OBJECTS),
    "an unknown trigger": (
        "CREATE TRIGGER t AFTER UPDATE ON task BEGIN SELECT 1; END", Why.FILE_STRANGE_OBJECTS,
    ),
    "a missing table": ("DROP TABLE chunk", Why.FILE_STRANGE_OBJECTS),
    "a missing trigger": ("DROP TRIGGER log_is_not_cut", Why.FILE_STRANGE_OBJECTS),
    "a missing index": ("DROP INDEX log_target", Why.FILE_STRANGE_OBJECTS),
    "one column more": ("ALTER TABLE role ADD COLUMN x TEXT", Why.FILE_STRANGE_OBJECTS),
    "one column less": ("ALTER TABLE role DROP COLUMN mail", Why.FILE_STRANGE_OBJECTS),
    "a table under another name": ("ALTER TABLE role RENAME TO roles", Why.FILE_STRANGE_OBJECTS),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGED)
def test_a_workspace_with_something_strange_is_refused(file, raw, name):
    statement, why = CHANGED[name]
    raw(file, statement)
    assert refusal(file) is why


def test_a_known_name_with_another_body_is_refused(file, raw):
    raw(
        file, "DROP TRIGGER log_is_not_changed",
        "CREATE TRIGGER log_is_not_changed AFTER UPDATE ON task "
        "BEGIN UPDATE organisation SET name = 'x'; END",
    )  # fmt: skip
    assert refusal(file) is Why.FILE_STRANGE_OBJECTS


def test_a_view_in_the_place_of_a_table_is_refused(file, raw):
    raw(file, "ALTER TABLE role RENAME TO r", "CREATE VIEW role AS SELECT * FROM r")
    assert refusal(file) is Why.FILE_STRANGE_OBJECTS


@pytest.mark.parametrize("version", [SCHEMA + 1, 99, 2**31 - 1])
def test_a_newer_file_is_refused_with_the_version_it_needs_and_kept(file, raw, version):
    raw(file, "CREATE TABLE of_the_future (x)", f"PRAGMA user_version = {version}")
    assert refusal(file) is Why.FILE_NEWER
    with pytest.raises(StorageError) as refused:
        opened(file)
    assert refused.value.facts["version"] == version


CONTENTS = {
    "no cycle": "DELETE FROM cycle",
    "no organisation": "DELETE FROM organisation",
    "an impossible day": "UPDATE cycle SET expires = '2028-19-39'",
    "an impossible due": "UPDATE task SET due = '2027-02-30'",
    "a rule nobody knows": "UPDATE item SET due = 'tomorrow'",
    "a condition nobody knows": "UPDATE item SET applies_if = 'x'",
    "a note that is no text": "UPDATE task SET note = CAST(x'ff' AS TEXT)",
    "a title that is no text": "UPDATE item SET title = CAST(x'e38182ff' AS TEXT)",
}


@pytest.mark.parametrize("name", CONTENTS)
def test_contents_no_program_of_ours_wrote_are_refused_as_damage(file, raw, name):
    raw(file, CONTENTS[name])
    assert refusal(file) is Why.FILE_DAMAGED


# damage


@pytest.fixture(scope="module")
def whole(template, tmp_path_factory):
    """Return the bytes of a workspace with evidence in it."""
    folder = tmp_path_factory.mktemp("whole")
    (folder / "proof.bin").write_bytes(random.Random(1).randbytes(20_000))
    path = shutil.copy(template, folder / "a.pmark")
    with opened(path) as workspace:
        attach_file(workspace, "CERT-12", folder / "proof.bin", TODAY)
    return path.read_bytes()


def outcome(path):
    """Return why it is refused, or how many problems a check finds."""
    try:
        with opened(path) as workspace:
            return len(check(workspace))
    except StorageError as refused:
        return refused.why


@pytest.mark.parametrize("place", [0.02, 0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9, 0.97, 0.999])
def test_a_file_cut_short_anywhere_is_refused(tmp_path, whole, place):
    path = tmp_path / "a.pmark"
    path.write_bytes(whole[: int(len(whole) * place)])
    assert refusal(path) in (Why.FILE_DAMAGED, Why.FILE_NOT_A_WORKSPACE)


@pytest.mark.parametrize("size", [1, 15, 16, 99, 100, 101, 511, 512, 1023, 4095, 4096, 4097, 8192])
def test_a_file_of_which_only_the_head_is_left_is_refused(tmp_path, whole, size):
    path = tmp_path / "a.pmark"
    path.write_bytes(whole[:size])
    assert refusal(path) in (Why.FILE_DAMAGED, Why.FILE_NOT_A_WORKSPACE)


@pytest.mark.parametrize("missing", [1, 2, 100, 2048, 4095, 4096])
def test_a_file_that_lacks_a_part_of_its_last_page_is_refused(tmp_path, whole, missing):
    path = tmp_path / "a.pmark"
    path.write_bytes(whole[:-missing])
    assert refusal(path) is Why.FILE_DAMAGED


def test_a_page_of_zeros_is_refused_or_found(tmp_path, whole):
    path = tmp_path / "a.pmark"
    page = int.from_bytes(whole[16:18], "big")
    for start in range(0, len(whole), page):
        path.write_bytes(whole[:start] + bytes(page) + whole[start + page :])
        assert outcome(path), f"page {start // page} of zeros"


def readable(path):
    """Return everything SQLite reads from a file, without any judgement."""
    link = sqlite3.connect(path)
    link.text_factory = bytes
    try:
        tables = link.execute("SELECT name, sql FROM sqlite_schema ORDER BY 1").fetchall()
        names = [name.decode() for name, sql in tables if sql and b"CREATE TABLE" in sql]
        return tables, [sorted(map(repr, link.execute(f"SELECT * FROM {name}"))) for name in names]
    finally:
        link.close()


def test_a_flipped_bit_is_refused_or_found_wherever_it_changes_anything(tmp_path, whole):
    chance, path, unseen = random.Random(7), tmp_path / "a.pmark", []
    path.write_bytes(whole)
    sound = readable(path)
    for _ in range(100):
        bit = chance.randrange(len(whole) * 8)
        hurt = bytearray(whole)
        hurt[bit // 8] ^= 1 << bit % 8
        path.write_bytes(hurt)
        if not outcome(path) and readable(path) != sound:
            unseen.append(bit)
    assert unseen == []


def test_more_bytes_after_the_end_do_no_harm(tmp_path, whole):
    path = tmp_path / "a.pmark"
    path.write_bytes(whole + b"rest of a broken transfer")
    assert outcome(path) == 0


@pytest.mark.parametrize("rest", [b"", b"rubbish" * 100, bytes(4096)])
def test_a_stray_journal_does_no_harm(file, rest):
    journal = file.with_name(f"{file.name}-journal")
    journal.write_bytes(rest)
    assert outcome(file) == 0


def test_a_connection_never_makes_a_file(tmp_path):
    for mode in ("ro", "rw"):
        with pytest.raises(StorageError):
            connect(tmp_path / "a.pmark", mode).execute("PRAGMA user_version")
    assert os.listdir(tmp_path) == []
