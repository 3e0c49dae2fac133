"""The lock file: who has it open, and when that is believed."""

import json
import os
import socket
import subprocess
import sys
import threading

import pytest

from pmark_desktop.domain.errors import StorageError, UserError, Why
from pmark_desktop.storage import lock
from pmark_desktop.storage.lock import FileLock, Holder
from tests.storage.processes import die, go, process
from tests.workspace.builders import opened, put

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="POSIX")
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="needs /proc")


@pytest.fixture
def locked(file):
    """Return the path of the lock file."""
    return file.with_name(f"{file.name}.lock")


def holder(**given):
    """Return the text of a lock file."""
    host = socket.gethostname()
    known = {"host": host, "user": "山田", "pid": os.getpid(), "started": "", "since": "昨日"}
    return json.dumps(known | given)


def test_the_second_process_reads_and_is_told_who_holds_it(file):
    with process("hold", file) as child:
        assert child.stdout.readline() == "ready\n"
        with opened(file) as workspace:
            assert workspace.is_read_only
            assert workspace.holder.pid == child.pid
            assert workspace.holder.host == socket.gethostname()
            assert workspace.content.tasks
            with pytest.raises(UserError) as refused:
                put(workspace, "CERT-12", note="x")
            assert refused.value.why is Why.FILE_LOCKED
            assert refused.value.facts.keys() == {"host", "user", "since"}
        assert os.path.exists(f"{file}.lock"), "the reader does not take the lock away"
        child.stdin.write("\n\n")
        child.stdin.flush()
        child.wait()
    with opened(file) as workspace:
        assert not workspace.is_read_only


def test_the_lock_of_a_killed_process_is_taken_over(file, locked):
    with process("hold", file) as child:
        go(child)
        die(child)
        assert locked.exists()
        with opened(file) as workspace:
            assert not workspace.is_read_only
            put(workspace, "CERT-12", note="x")
    assert not locked.exists()


@LINUX
def test_the_lock_of_a_killed_process_that_nobody_has_buried_is_taken_over(file):
    with process("hold", file) as child:
        go(child)
        child.kill()
        os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)  # dead, but still in the table
        with opened(file) as workspace:
            assert not workspace.is_read_only


def test_the_same_process_opens_for_writing_once(file, workspace):
    with opened(file) as second:
        assert second.is_read_only
        assert second.holder.pid == os.getpid()
    put(workspace, "CERT-12", note="x")


def test_a_reader_takes_no_lock(file, locked):
    with opened(file, to_write=False) as workspace:
        assert workspace.is_read_only
        assert not locked.exists()
        with opened(file) as writer:
            put(writer, "CERT-12", note="x")


def test_a_lock_tells_host_user_process_and_since_when(file, locked):
    with opened(file):
        found = json.loads(locked.read_text(encoding="utf-8"))
    assert found.keys() == {"host", "user", "pid", "started", "since"}
    assert (found["host"], found["pid"]) == (socket.gethostname(), os.getpid())


@LINUX
def test_a_process_number_used_again_is_not_the_holder(file, locked):
    locked.write_text(holder(started="another boot:1"))
    with opened(file) as workspace:
        assert not workspace.is_read_only


@LINUX
def test_a_process_number_used_again_by_another_account_is_not_the_holder(
    file, locked, monkeypatch
):
    def kill(*_):
        raise PermissionError

    monkeypatch.setattr(os, "kill", kill)
    locked.write_text(holder(started="another boot:1"))
    with opened(file) as workspace:
        assert not workspace.is_read_only


def test_a_process_whose_start_cannot_be_told_is_believed(file, locked):
    locked.write_text(holder(started=""))
    with opened(file) as workspace:
        assert workspace.is_read_only


def test_a_lock_of_another_computer_stays_however_old(file, locked):
    locked.write_text(holder(host="other-pc", pid=1, since="2001-01-01T00:00:00+09:00"))
    os.utime(locked, (0, 0))
    text = locked.read_text()
    with opened(file) as workspace:
        assert workspace.is_read_only
        assert workspace.holder == Holder("other-pc", "山田", 1, "", "2001-01-01T00:00:00+09:00")
    assert locked.read_text() == text


@POSIX
@pytest.mark.parametrize("pid", [2**22 + 1, 2**31 + 5, 2**70])
def test_a_number_no_process_can_have_is_gone(file, locked, pid):
    locked.write_text(holder(pid=pid, started="x"))
    with opened(file) as workspace:
        assert not workspace.is_read_only


RUBBISH = {
    "empty": b"", "bytes": b"\xff\xfe\x00", "text": b"locked", "a number": b"5", "null": b"null",
    "deep": b"[" * 4096, "long": b'{"host": "' + b"x" * 10_000, "nothing in it": b"{}",
    "no process": holder(pid=None).encode(), "text for a number": holder(pid="x").encode(),
    "infinite": holder(pid=float("inf")).encode(), "no number": holder(pid=float("nan")).encode(),
    "negative": holder(pid=-1).encode(), "zero": holder(pid=0).encode(),
}  # fmt: skip


@pytest.mark.parametrize("name", RUBBISH)
def test_a_lock_nobody_can_read_is_kept_and_the_file_opens_read_only(file, locked, name):
    locked.write_bytes(RUBBISH[name])
    with opened(file) as workspace:
        assert workspace.is_read_only
        assert workspace.holder is not None
        with pytest.raises(UserError) as refused:
            put(workspace, "CERT-12", note="x")
        assert refused.value.why is Why.FILE_LOCKED
    assert locked.read_bytes() == RUBBISH[name]


@POSIX
def test_a_pipe_in_the_place_of_the_lock_does_not_hold_us(file, locked):
    os.mkfifo(locked)
    with opened(file) as workspace:
        assert workspace.is_read_only


def test_a_folder_in_the_place_of_the_lock_is_explained(file, locked):
    locked.mkdir()
    with pytest.raises(StorageError) as refused:
        opened(file)
    assert refused.value.why is Why.FILE_UNREADABLE


def test_a_lock_is_not_given_back_twice_nor_for_another(file, locked):
    mine = FileLock(file)
    assert mine.take() is None
    locked.write_text("somebody took it over")
    mine.release()
    mine.release()
    assert locked.read_text() == "somebody took it over"


def test_a_lock_that_vanished_is_no_trouble_at_the_end(file, locked):
    with opened(file):
        locked.unlink()
    assert os.listdir(file.parent) == [file.name]


@POSIX
@pytest.mark.parametrize("hindrance", ["none", "links"])
def test_of_many_that_find_a_dead_lock_one_gets_it(file, locked, monkeypatch, hindrance):
    if hindrance == "links":
        monkeypatch.setattr(os, "link", lambda *_: (_ for _ in ()).throw(OSError(95, "no links")))
    dead = subprocess.Popen([sys.executable, "-S", "-c", ""])
    dead.wait()
    for _ in range(5):
        locked.write_text(holder(pid=dead.pid, started="x"))
        locks, barrier, won = [FileLock(file) for _ in range(8)], threading.Barrier(8), []

        def take(one, barrier=barrier, won=won):
            barrier.wait()
            if one.take() is None:
                won.append(one)

        threads = [threading.Thread(target=take, args=(one,)) for one in locks]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(won) == 1
        for one in locks:
            one.release()
        assert os.listdir(file.parent) == [file.name]


@POSIX
def test_who_finds_a_dead_lock_too_late_leaves_the_new_one_alone(file, locked, monkeypatch):
    def taken_meanwhile(*_):
        locked.unlink()
        locked.write_text(holder(host="other-pc"))

    monkeypatch.setattr(lock.fcntl, "flock", taken_meanwhile)
    locked.write_text(holder(pid=2**31 + 5, started="x"))
    assert FileLock(file).take().host == "other-pc"
    assert json.loads(locked.read_text())["host"] == "other-pc"


@POSIX
def test_who_finds_a_dead_lock_that_another_is_removing_does_not_meddle(file, locked):
    locked.write_text(holder(pid=2**31 + 5, started="x"))
    with locked.open() as theirs:
        lock.fcntl.flock(theirs, lock.fcntl.LOCK_EX)
        assert FileLock(file).take() is not None
        assert locked.exists()
    assert FileLock(file).take() is None


def test_a_lock_never_shows_half_its_content(file, locked, monkeypatch):
    seen = []

    def place(draft, target):
        seen.append((json.loads(draft.read_text(encoding="utf-8")), target.exists()))
        return real(draft, target)

    real = lock.place_new
    monkeypatch.setattr(lock, "place_new", place)
    with opened(file):
        assert locked.exists()
    ((content, there),) = seen
    assert content["pid"] == os.getpid()
    assert not there


def test_what_cannot_be_opened_leaves_no_lock(tmp_path):
    path = tmp_path / "a.pmark"
    path.write_text("no workspace")
    with pytest.raises(StorageError):
        opened(path)
    assert os.listdir(tmp_path) == [path.name]
