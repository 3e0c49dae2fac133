"""From an older schema to a newer: a verified copy first, and each step whole or not at all."""

import os
import sqlite3

import pytest

from pmark_desktop.domain.errors import StorageError, Why
from pmark_desktop.storage import migrations
from pmark_desktop.storage.migrations import upgrade
from pmark_desktop.storage.schemas import SCHEMA
from tests.workspace.builders import clock, opened, put

STEPS = {
    SCHEMA: [
        "ALTER TABLE role ADD COLUMN phone TEXT NOT NULL DEFAULT ''",
        "UPDATE role SET phone = '1'",
    ],
    SCHEMA + 1: ["CREATE TABLE extra (x TEXT) STRICT", "INSERT INTO extra VALUES ('y')"],
}


def version(raw, path):
    return raw(path, "PRAGMA user_version")[0][0][0]


def test_every_schema_up_to_the_newest_has_its_step():
    assert sorted(migrations.STEPS) == list(range(1, SCHEMA))


def test_a_file_of_the_newest_schema_is_left_alone(file):
    before = file.read_bytes()
    assert upgrade(file, clock()) is None
    assert file.read_bytes() == before
    assert os.listdir(file.parent) == [file.name]


def test_steps_raise_the_number_and_leave_a_copy_of_before(file, raw):
    with opened(file) as workspace:
        put(workspace, "CERT-12", note="x")
        tip = workspace.log(last=1)[0].hash
    copy = upgrade(file, clock(), STEPS, newest=SCHEMA + 2)
    assert version(raw, file) == SCHEMA + 2
    assert raw(file, "SELECT x FROM extra") == [[("y",)]]
    assert copy.name == f"会社-20261123-090000-v{SCHEMA}-{tip[:12]}.pmark"
    assert sorted(os.listdir(file.parent)) == sorted([file.name, copy.name])
    with opened(copy) as workspace:
        assert workspace.content.task("CERT-12").note == "x"
        assert not workspace.is_read_only


@pytest.mark.parametrize(
    ("statements", "error"),
    [(["CREATE TABLE a (x)", "SELECT nothing"], sqlite3.OperationalError),
     (["CREATE TABLE a (x)", "INSERT INTO role (role) SELECT role FROM role"],
      sqlite3.IntegrityError),
     (["CREATE TABLE a (x)", "UPDATE item SET list = 'WEG' WHERE id = 'ORG-01'"], StorageError)],
)  # fmt: skip
def test_a_step_that_fails_leaves_the_file_as_it_was(file, raw, statements, error):
    with pytest.raises(error):
        upgrade(file, clock(), {SCHEMA: statements}, newest=SCHEMA + 1)
    assert version(raw, file) == SCHEMA
    with opened(file) as workspace:
        put(workspace, "CERT-12", note="x")
    assert len([name for name in os.listdir(file.parent) if name.startswith("会社-")]) == 1


def test_a_later_step_that_fails_keeps_the_ones_before(file, raw):
    with pytest.raises(sqlite3.OperationalError):
        upgrade(file, clock(), {**STEPS, SCHEMA + 1: ["SELECT nothing"]}, newest=SCHEMA + 2)
    assert version(raw, file) == SCHEMA + 1
    assert raw(file, "SELECT DISTINCT phone FROM role") == [[("1",)]]


def test_without_a_sound_copy_nothing_is_begun(file, raw, monkeypatch):
    hashes = iter(["one", "another"])
    monkeypatch.setattr(migrations, "newest_hash", lambda _: next(hashes).ljust(64))
    before = file.read_bytes()
    with pytest.raises(StorageError) as refused:
        upgrade(file, clock(), STEPS, newest=SCHEMA + 2)
    assert refused.value.why is Why.FILE_DAMAGED
    assert file.read_bytes() == before
    assert os.listdir(file.parent) == [file.name]


def test_a_damaged_file_is_not_migrated(file, raw):
    content = bytearray(file.read_bytes())
    page = int.from_bytes(content[16:18], "big")
    root = raw(file, "SELECT rootpage FROM sqlite_schema WHERE name = 'log_operation'")[0][0][0]
    content[(root - 1) * page + page - 1] ^= 1
    file.write_bytes(content)
    with pytest.raises(StorageError) as refused:
        upgrade(file, clock(), STEPS, newest=SCHEMA + 2)
    assert refused.value.why is Why.FILE_DAMAGED
    assert file.read_bytes() == content
    assert os.listdir(file.parent) == [file.name]


def test_a_copy_that_cannot_be_placed_stops_it(file, raw):
    with opened(file) as workspace:
        tip = workspace.log(last=1)[0].hash
    file.with_name(f"会社-20261123-090000-v{SCHEMA}-{tip[:12]}.pmark").mkdir()
    with pytest.raises(StorageError) as refused:
        upgrade(file, clock(), STEPS, newest=SCHEMA + 2)
    assert refused.value.why is Why.TARGET_NOT_WRITABLE
    assert version(raw, file) == SCHEMA


def test_a_file_that_is_none_of_ours_is_neither_copied_nor_changed(tmp_path, raw):
    path = tmp_path / "a.pmark"
    raw(path, "CREATE TABLE log (hash TEXT, seq INTEGER)")
    before = path.read_bytes()
    with pytest.raises(StorageError):
        upgrade(path, clock(), {0: ["DROP TABLE log"], **STEPS}, newest=SCHEMA + 2)
    assert path.read_bytes() == before
    assert os.listdir(tmp_path) == [path.name]
