"""A workspace that is only read follows what another writes into its file."""

import os
import shutil

import pytest

from pmark_desktop.domain.errors import Notice, StorageError, Why
from pmark_desktop.storage.migrations import upgrade
from pmark_desktop.workspace.workspace import Workspace
from tests.storage.make_sample import SAMPLES
from tests.workspace.builders import clock, opened, put


@pytest.fixture
def reader(workspace):
    """Return a second look into the file of `workspace`."""
    with Workspace(workspace.path, by="読む人", to_write=False, clock=clock) as reader:
        yield reader


def test_what_another_writes_is_taken_in_once_and_told(workspace, reader):
    assert reader.catch_up() is None
    put(workspace, "CERT-12", due="2027-10-20")
    (told,) = reader.catch_up().notices
    assert (told.notice, told.facts) == (Notice.CAUGHT_UP, {"at": "09:00"})
    assert reader.content == workspace.content
    assert reader.catch_up() is None


def test_who_writes_follows_nobody(workspace):
    put(workspace, "CERT-12", due="2027-10-20")
    assert not workspace.is_followed
    assert workspace.catch_up() is None


def test_what_a_closing_writer_leaves_is_nothing_new(workspace, reader):
    workspace.close()
    assert reader.catch_up() is None


def test_a_file_that_was_replaced_is_opened_anew(workspace, reader, tmp_path):
    put(workspace, "CERT-12", note="新しい方")
    copy = tmp_path / "copy.pmark"
    workspace.database.copy_to(copy)
    os.replace(copy, workspace.path)
    assert reader.catch_up() is not None
    assert reader.content.task("CERT-12").note == "新しい方"
    assert reader.catch_up() is None


@pytest.mark.parametrize("content", [None, b"", b"no workspace"])
def test_a_file_that_is_lost_is_said_and_what_is_known_stays(workspace, reader, tmp_path, content):
    known = reader.content
    if content is None:
        workspace.path.unlink()
    else:
        (tmp_path / "other").write_bytes(content)
        os.replace(tmp_path / "other", workspace.path)
    for _ in range(2):
        with pytest.raises(StorageError) as refused:
            reader.catch_up()
    assert refused.value.why in (
        Why.FILE_NOT_THERE, Why.FILE_EMPTY, Why.FILE_NOT_A_WORKSPACE, Why.FILE_DAMAGED,
    )  # fmt: skip
    assert reader.content is known
    assert reader.log()  # still readable


def test_a_file_that_another_upgrades_is_read_as_it_is_then(tmp_path):
    file = shutil.copy(sorted(SAMPLES.glob("*.pmark"))[0], tmp_path / "old.pmark")
    with Workspace(file, by="読む人", to_write=False) as reader:
        known = reader.content
        assert upgrade(file, clock())
        assert reader.catch_up() is not None
        assert reader.content == known
        with opened(file) as writer:
            assert len(reader.log()) == len(writer.log())
