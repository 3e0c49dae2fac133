"""The open file: what is set, what a transaction promises, what happens to the file outside."""

import os
import shutil
import sqlite3
import sys

import pytest

from pmark_desktop.domain.errors import StorageError, Why
from pmark_desktop.storage import database
from pmark_desktop.storage.database import Database
from tests.workspace.builders import opened, put

NOTE = "UPDATE task SET note = 'x' WHERE id = 'CERT-12'"


@pytest.fixture
def db(file):
    base = Database(file, writes=True)
    yield base
    base.close()


def one(link, query):
    return link.execute(query).fetchone()[0]


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "truncate"), ("synchronous", 2), ("foreign_keys", 1), ("trusted_schema", 0),
     ("cell_size_check", 1), ("mmap_size", 0), ("query_only", 0)],
)  # fmt: skip
def test_the_connection_is_set_for_a_share_and_for_the_loss_of_power(db, pragma, value):
    with db.reading() as link:
        assert one(link, f"PRAGMA {pragma}") == value


def test_a_reader_cannot_write_by_any_way(file):
    base = Database(file, writes=False)
    with pytest.raises(StorageError) as refused, base.transaction():
        pass
    assert refused.value.why is Why.FILE_READ_ONLY
    with pytest.raises(StorageError) as refused, base.reading() as link:
        link.execute(NOTE)
    assert refused.value.why is Why.FILE_READ_ONLY
    base.close()


def test_at_rest_it_is_one_file_in_delete_mode(file):
    with opened(file) as workspace:
        put(workspace, "CERT-12", note="x")
    assert os.listdir(file.parent) == [file.name]
    assert file.read_bytes()[18:20] == b"\1\1"  # rollback journal, both versions


def test_an_error_within_a_transaction_takes_all_of_it_back(db):
    with pytest.raises(ZeroDivisionError), db.transaction() as link:
        link.execute(NOTE)
        raise ZeroDivisionError
    with db.reading() as link:
        assert one(link, "SELECT note FROM task WHERE id = 'CERT-12'") == ""
        assert not os.path.getsize(f"{db.path}-journal")


def test_a_transaction_sqlite_has_ended_itself_still_tells_the_true_error(db):
    with pytest.raises(ZeroDivisionError), db.transaction() as link:
        link.execute("ROLLBACK")
        raise ZeroDivisionError
    with pytest.raises(ZeroDivisionError), db.reading() as link:
        link.execute("ROLLBACK")
        raise ZeroDivisionError


def test_readings_nest_within_a_transaction_and_see_it(db):
    with db.transaction() as link:
        link.execute(NOTE)
        with db.reading() as inner, db.reading() as innermost:
            assert one(innermost, "SELECT note FROM task WHERE id = 'CERT-12'") == "x"
        assert inner.in_transaction


def test_a_reader_beside_a_writer_sees_what_is_committed(db, file):
    reader = Database(file, writes=False)
    with db.transaction() as link:
        link.execute(NOTE)
        with reader.reading() as other:
            assert one(other, "SELECT note FROM task WHERE id = 'CERT-12'") == ""
    with reader.reading() as other:
        assert one(other, "SELECT note FROM task WHERE id = 'CERT-12'") == "x"
    reader.close()


def test_a_file_somebody_else_writes_to_is_said_to_be_busy(file, monkeypatch, raw):
    monkeypatch.setattr(database, "_BUSY_MS", 1)
    base = Database(file, writes=True)
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StorageError) as refused, base.transaction():
        pass
    assert refused.value.why is Why.FILE_BUSY
    other.execute("ROLLBACK")
    other.close()
    with base.transaction() as link:
        link.execute(NOTE)
    base.close()


@pytest.mark.parametrize("fate", ["replaced", "removed", "moved", "folder moved"])
def test_a_file_that_is_gone_or_another_takes_no_more_edits(tmp_path, template, fate):
    folder = tmp_path / "場所"
    folder.mkdir()
    file = shutil.copy(template, folder / "a.pmark")
    spare = shutil.copy(template, tmp_path / "spare.pmark")
    workspace = opened(file)
    if fate == "replaced":
        spare.replace(file)
    elif fate == "removed":
        file.unlink()
    elif fate == "moved":
        file.rename(folder / "b.pmark")
    else:
        folder.rename(tmp_path / "別の場所")
    with pytest.raises(StorageError) as refused:
        put(workspace, "CERT-12", note="x")
    assert refused.value.why is Why.FILE_REPLACED
    assert workspace.content.task("CERT-12").note == ""
    workspace.close()


def test_closing_a_replaced_file_leaves_the_journal_of_the_new_one(tmp_path, template):
    file = shutil.copy(template, tmp_path / "a.pmark")
    base = Database(file, writes=True)
    shutil.copy(template, tmp_path / "b.pmark").replace(file)
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    other.execute(NOTE)
    base.close()
    assert os.path.exists(f"{file}-journal")
    other.execute("ROLLBACK")
    other.close()


def test_an_edit_comes_back_after_the_file_does(file, tmp_path):
    with opened(file) as workspace:
        file.rename(tmp_path / "weg")
        with pytest.raises(StorageError):
            put(workspace, "CERT-12", note="x")
        (tmp_path / "weg").rename(file)
        put(workspace, "CERT-12", note="x")
        assert workspace.content.task("CERT-12").note == "x"


def test_a_copy_is_whole_and_stands_alone(db, tmp_path):
    with db.transaction() as link:
        link.execute(NOTE)
    copy = tmp_path / "写し" / "copy.pmark"
    copy.parent.mkdir()
    db.copy_to(copy)
    assert os.listdir(copy.parent) == [copy.name]
    other = Database(copy, writes=False)
    with other.reading() as link:
        assert one(link, "SELECT note FROM task WHERE id = 'CERT-12'") == "x"
        assert one(link, "PRAGMA integrity_check") == "ok"
    other.close()


# places

NAMES = [
    "漢字の会社.pmark", "絵文字🏢.pmark", "a#b?c%20d%.pmark", "a b  c.pmark", "か\u3099.pmark",
    "=1+1.pmark", "'\";--.pmark", "&mode=ro.pmark", ".pmark", "noext", "株" * 70 + ".pmark",
    "-a.pmark", "file:a.pmark", "a\nb.pmark", "\u202egnp.pmark",
]  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="names that Windows does not have")
@pytest.mark.parametrize("name", NAMES)
def test_any_name_will_do(template, tmp_path, name):
    folder = tmp_path / "フォルダ #1?%"
    folder.mkdir()
    file = shutil.copy(template, folder / name)
    with opened(file) as workspace:
        put(workspace, "CERT-12", note=name)
    with opened(file) as workspace:
        assert not workspace.is_read_only
        assert workspace.content.task("CERT-12").note == name
    assert os.listdir(folder) == [name]


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes only there")
def test_a_name_in_shift_jis_will_do(template, tmp_path):
    folder = tmp_path / os.fsdecode("資料".encode("shift_jis"))
    folder.mkdir()
    file = shutil.copy(template, folder / os.fsdecode("会社.pmark".encode("shift_jis")))
    with opened(file) as workspace:
        put(workspace, "CERT-12", note="x")
    assert os.listdir(folder) == [file.name]


def test_a_relative_path_is_followed_from_the_present_folder(template, tmp_path, monkeypatch):
    shutil.copy(template, tmp_path / "a.pmark")
    monkeypatch.chdir(tmp_path)
    with opened(database.Path("a.pmark")) as workspace:
        monkeypatch.chdir("/")
        put(workspace, "CERT-12", note="x")
    assert os.listdir(tmp_path) == ["a.pmark"]


def test_a_very_long_path_works_or_is_refused_in_words(template, tmp_path):
    folder = tmp_path.joinpath(*["長いフォルダ名" * 4] * 8)
    folder.mkdir(parents=True)
    file = shutil.copy(template, folder / "a.pmark")
    try:
        with opened(file) as workspace:
            put(workspace, "CERT-12", note="x")
    except StorageError as refused:
        assert refused.why is Why.FILE_UNREADABLE
    assert os.listdir(folder) == ["a.pmark"]


def test_a_link_leads_to_the_real_file_and_its_lock(file, tmp_path):
    link = tmp_path / "link.pmark"
    link.symlink_to(file)
    with opened(link) as workspace:
        assert workspace.path == file
        put(workspace, "CERT-12", note="x")
        assert sorted(os.listdir(tmp_path)) == sorted(
            [link.name, file.name, f"{file.name}.lock", f"{file.name}-journal"]
        )
        with opened(file) as second:
            assert second.is_read_only
    assert link.is_symlink()


def test_a_hard_link_is_read_but_not_written(file, tmp_path):
    os.link(file, tmp_path / "b.pmark")
    with pytest.raises(StorageError) as refused:
        opened(file)
    assert refused.value.why is Why.FILE_MANY_NAMES
    with opened(file, to_write=False) as workspace:
        assert workspace.content.tasks


@pytest.mark.skipif(sys.platform == "win32", reason="mode bits of POSIX")
@pytest.mark.parametrize(("file_mode", "folder_mode"), [(0o444, 0o755), (0o644, 0o555)])
def test_a_read_only_place_opens_read_only(template, tmp_path, file_mode, folder_mode):
    folder = tmp_path / "sealed"
    folder.mkdir()
    file = shutil.copy(template, folder / "a.pmark")
    file.chmod(file_mode)
    folder.chmod(folder_mode)
    before = file.read_bytes()
    try:
        with opened(file) as workspace:
            assert workspace.is_read_only
            assert workspace.holder is None
            assert workspace.content.tasks
            with pytest.raises(StorageError) as refused:
                put(workspace, "CERT-12", note="x")
            assert refused.value.why is Why.FILE_READ_ONLY
            assert os.listdir(folder) == ["a.pmark"]
        assert file.read_bytes() == before
    finally:
        folder.chmod(0o755)
