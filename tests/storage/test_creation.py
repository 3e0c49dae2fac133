"""A new workspace appears whole, or not at all."""

import errno
import os
import sqlite3
import threading

import pytest

from pmark_desktop.domain.errors import StorageError, UserError, Why
from pmark_desktop.storage import files
from pmark_desktop.storage.files import create_file
from tests.workspace.builders import new_workspace, opened


def test_a_new_workspace_is_one_file(tmp_path):
    path = new_workspace(tmp_path / "会社.pmark")
    assert os.listdir(tmp_path) == [path.name]


def test_a_failed_filling_leaves_nothing(tmp_path):
    def fill(link):
        link.execute("INSERT INTO role (role) VALUES ('a')")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        create_file(tmp_path / "a.pmark", fill)
    assert os.listdir(tmp_path) == []


def test_a_fault_of_the_disk_while_filling_leaves_nothing_and_is_explained(tmp_path):
    def fill(link):
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorname = "SQLITE_FULL"
        raise error

    with pytest.raises(StorageError) as refused:
        create_file(tmp_path / "a.pmark", fill)
    assert refused.value.why is Why.DISK_FULL
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("kind", ["file", "folder", "broken link"])
def test_a_name_that_is_taken_is_refused_and_left_alone(tmp_path, kind):
    path = tmp_path / "a.pmark"
    if kind == "file":
        path.write_text("mine")
    elif kind == "folder":
        path.mkdir()
    else:
        path.symlink_to(tmp_path / "nowhere")
    with pytest.raises(StorageError) as refused:
        new_workspace(path)
    assert refused.value.why is Why.FILE_IS_THERE
    assert os.listdir(tmp_path) == [path.name]
    assert kind != "file" or path.read_text() == "mine"


def test_a_name_taken_at_the_last_moment_is_left_alone(tmp_path):
    path = tmp_path / "a.pmark"
    with pytest.raises(StorageError) as refused:
        create_file(path, lambda _: path.write_text("theirs") and None)
    assert refused.value.why is Why.FILE_IS_THERE
    assert path.read_text() == "theirs"
    assert os.listdir(tmp_path) == [path.name]


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(StorageError) as refused:
        new_workspace(tmp_path / "ない" / "a.pmark")
    assert refused.value.why is Why.TARGET_FOLDER_MISSING


def test_a_folder_that_is_a_file_is_refused(tmp_path):
    (tmp_path / "a").write_text("x")
    with pytest.raises(StorageError):
        new_workspace(tmp_path / "a" / "b.pmark")


@pytest.mark.parametrize("name", ["長" * 300 + ".pmark", "a\0b.pmark"])
def test_an_impossible_name_is_refused_in_words(tmp_path, name):
    with pytest.raises(StorageError):
        new_workspace(tmp_path / name)
    assert os.listdir(tmp_path) == []


def test_what_is_refused_leaves_nothing(tmp_path):
    with pytest.raises(UserError):
        new_workspace(tmp_path / "a.pmark", number="123")
    assert os.listdir(tmp_path) == []


def test_of_many_that_create_the_same_file_one_succeeds(tmp_path):
    path, won = tmp_path / "a.pmark", []

    def create(name):
        try:
            new_workspace(path, name=name)
        except StorageError:
            return
        won.append(name)

    threads = [threading.Thread(target=create, args=(f"会社{n}",)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with opened(path) as workspace:
        assert won == [workspace.content.organisation.name]
    assert os.listdir(tmp_path) == [path.name]


def test_a_file_system_without_hard_links_will_do(tmp_path, monkeypatch):
    def link(*_):
        raise OSError(errno.EOPNOTSUPP, "not supported")

    monkeypatch.setattr(os, "link", link)
    path = new_workspace(tmp_path / "a.pmark")
    with pytest.raises(StorageError):
        new_workspace(path)
    with opened(path) as workspace:
        assert not workspace.is_read_only
    assert os.listdir(tmp_path) == [path.name]


def test_a_folder_that_says_no_is_explained(tmp_path, monkeypatch):
    def place(*_):
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr(files, "place_new", place)
    with pytest.raises(StorageError) as refused:
        new_workspace(tmp_path / "a.pmark")
    assert refused.value.why is Why.TARGET_NOT_WRITABLE
    assert os.listdir(tmp_path) == []
