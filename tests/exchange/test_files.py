import errno
import os
import sys

import pytest

from pmark_desktop.domain.errors import StorageError, Why
from pmark_desktop.exchange import files
from pmark_desktop.exchange.files import whole_file


@pytest.fixture
def waits(monkeypatch):
    """Waiting costs no time; the list tells how long it would have been."""
    waited = []
    monkeypatch.setattr(files.time, "sleep", waited.append)
    return waited


def write(path, content=b"new"):
    with whole_file(path) as draft:
        draft.write_bytes(content)


def refuse(monkeypatch, error, times=99):
    """Let the next calls of os.replace fail."""
    real, left = os.replace, [times]

    def replace(source, target, **known):
        if left[0]:
            left[0] -= 1
            raise error
        return real(source, target, **known)

    monkeypatch.setattr(os, "replace", replace)


def test_a_new_file_appears_and_nothing_beside_it(tmp_path):
    write(tmp_path / "out.xlsx")
    assert [file.name for file in tmp_path.iterdir()] == ["out.xlsx"]
    assert (tmp_path / "out.xlsx").read_bytes() == b"new"


def test_an_older_file_is_replaced_whole(tmp_path):
    (tmp_path / "out.xlsx").write_bytes(b"older and longer")
    write(tmp_path / "out.xlsx")
    assert (tmp_path / "out.xlsx").read_bytes() == b"new"


def test_a_failing_block_leaves_the_older_file_and_no_draft(tmp_path):
    (tmp_path / "out.xlsx").write_bytes(b"older")
    with pytest.raises(StorageError), whole_file(tmp_path / "out.xlsx") as draft:
        draft.mkdir()  # as any fault in the block
    assert [file.name for file in tmp_path.iterdir()] == ["out.xlsx"]
    assert (tmp_path / "out.xlsx").read_bytes() == b"older"


def test_a_name_as_long_as_a_folder_allows_is_written(tmp_path):
    write(tmp_path / ("長" * 83 + ".xlsx"))
    assert len(list(tmp_path.iterdir())) == 1


def test_two_drafts_of_one_file_do_not_meet(tmp_path):
    with whole_file(tmp_path / "out.xlsx") as first, whole_file(tmp_path / "out.xlsx") as second:
        first.write_bytes(b"1")
        second.write_bytes(b"2")
    assert (tmp_path / "out.xlsx").read_bytes() == b"1"  # the outer block ends last


def test_a_held_target_is_asked_again_and_then_named(tmp_path, monkeypatch, waits):
    (tmp_path / "out.xlsx").write_bytes(b"older")
    refuse(monkeypatch, PermissionError(errno.EACCES, "held"))
    with pytest.raises(StorageError) as caught:
        write(tmp_path / "out.xlsx")
    assert (caught.value.why, caught.value.facts) == (Why.TARGET_HELD, {"file": "out.xlsx"})
    assert len(waits) >= 3
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [b"older"]


def test_a_target_held_for_a_moment_is_replaced(tmp_path, monkeypatch, waits):
    refuse(monkeypatch, PermissionError(errno.EACCES, "scanned"), times=2)
    write(tmp_path / "out.xlsx")
    assert (tmp_path / "out.xlsx").read_bytes() == b"new"
    assert len(waits) == 2


def test_a_target_marked_read_only_is_kept(tmp_path):
    (tmp_path / "out.xlsx").write_bytes(b"older")
    (tmp_path / "out.xlsx").chmod(0o444)
    with pytest.raises(StorageError) as caught:
        write(tmp_path / "out.xlsx")
    assert caught.value.why is Why.TARGET_NOT_WRITABLE
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [b"older"]


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (OSError(errno.ENOSPC, "full"), Why.DISK_FULL),
        (OSError(errno.EDQUOT, "quota"), Why.DISK_FULL),
        (OSError(errno.EIO, "broken"), Why.TARGET_NOT_WRITABLE),
    ],
)
def test_what_the_disk_says_is_told_and_leaves_nothing(tmp_path, monkeypatch, error, why):
    def fsync(_handle):
        raise error

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(StorageError) as caught:
        write(tmp_path / "out.xlsx")
    assert caught.value.why is why
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(StorageError) as caught:
        write(tmp_path / "no" / "out.xlsx")
    assert caught.value.why is Why.TARGET_FOLDER_MISSING


def test_a_folder_in_the_place_of_the_file_is_not_writable(tmp_path):
    (tmp_path / "out.xlsx").mkdir()
    with pytest.raises(StorageError) as caught:
        write(tmp_path / "out.xlsx")
    assert caught.value.why is Why.TARGET_NOT_WRITABLE
    assert (tmp_path / "out.xlsx").is_dir()


@pytest.mark.skipif(sys.platform == "win32", reason="links and modes are a matter of POSIX")
def test_a_link_is_followed_and_the_rights_stay(tmp_path):
    there = tmp_path / "there"
    there.mkdir()
    (there / "real.xlsx").write_bytes(b"older")
    (there / "real.xlsx").chmod(0o640)
    (tmp_path / "out.xlsx").symlink_to(there / "real.xlsx")
    write(tmp_path / "out.xlsx")
    assert (tmp_path / "out.xlsx").is_symlink()
    assert (there / "real.xlsx").read_bytes() == b"new"
    assert (there / "real.xlsx").stat().st_mode & 0o777 == 0o640
