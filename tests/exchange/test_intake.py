"""A file becomes evidence: what is taken, what is refused, and that nothing holds us."""

import hashlib
import os
import socket
import sys
import threading
from contextlib import suppress
from pathlib import Path

import pytest

from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.exchange import intake
from pmark_desktop.exchange.intake import MOST_MIB, PIECE_BYTES, take_in

MIB = 1024 * 1024
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="POSIX")
DESCRIPTORS = Path("/proc/self/fd")


def refusal(path, progress=None):
    """Return why a file is refused; it leaves no file open, and is itself as it was."""
    before = len(os.listdir(DESCRIPTORS)) if DESCRIPTORS.exists() else 0
    with pytest.raises(UserError) as refused:
        take_in(path, progress)
    after = len(os.listdir(DESCRIPTORS)) if DESCRIPTORS.exists() else 0
    assert after == before
    return refused.value.why


def sparse(path, size):
    """Make a file that only claims its size."""
    with path.open("wb") as file:
        file.truncate(size)
    return path


@pytest.mark.parametrize("size", [1, PIECE_BYTES - 1, PIECE_BYTES, PIECE_BYTES + 1, 3 * MIB + 7])
def test_the_bytes_come_whole_with_their_hash_and_size(tmp_path, size):
    path = tmp_path / "監査 報告書.pdf"
    content = (b"0123456789abcde" * (size // 15 + 1))[:size]
    path.write_bytes(content)
    taken = take_in(path)
    assert b"".join(taken.pieces) == content
    assert taken.sha256 == hashlib.sha256(content).hexdigest()
    assert (taken.name, taken.size) == ("監査 報告書.pdf", size)
    assert all(len(piece) <= PIECE_BYTES for piece in taken.pieces)


def test_line_ends_stay_as_they_are(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"a\r\nb\nc\x1ad")
    assert b"".join(take_in(tmp_path / "a.txt").pieces) == b"a\r\nb\nc\x1ad"


def test_an_empty_file_is_refused(tmp_path):
    (tmp_path / "a").touch()
    assert refusal(tmp_path / "a") is Why.EVIDENCE_EMPTY


def test_one_byte_too_many_is_refused_without_reading(tmp_path, monkeypatch):
    monkeypatch.setattr(intake, "_read", None)
    assert refusal(sparse(tmp_path / "a", MOST_MIB * MIB + 1)) is Why.EVIDENCE_TOO_BIG
    with pytest.raises(UserError) as refused:
        take_in(sparse(tmp_path / "b", 2**40))
    assert refused.value.facts == {"limit": 100}


def test_the_biggest_allowed_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr(intake, "MOST_MIB", 2)
    assert take_in(sparse(tmp_path / "a", 2 * MIB)).size == 2 * MIB
    assert refusal(sparse(tmp_path / "b", 2 * MIB + 1)) is Why.EVIDENCE_TOO_BIG


def test_a_folder_is_refused(tmp_path):
    assert refusal(tmp_path) is Why.EVIDENCE_NOT_A_FILE


def test_what_is_not_there_is_refused(tmp_path):
    assert refusal(tmp_path / "a") is Why.EVIDENCE_NOT_THERE
    assert refusal(tmp_path / "a\0b") is Why.EVIDENCE_NOT_THERE
    (tmp_path / "file").write_text("x")
    assert refusal(tmp_path / "file" / "a") in (Why.EVIDENCE_NOT_THERE, Why.EVIDENCE_UNREADABLE)


def test_a_name_too_long_for_the_disk_is_refused(tmp_path):
    assert refusal(tmp_path / ("長" * 300)) in (Why.EVIDENCE_NOT_THERE, Why.EVIDENCE_UNREADABLE)


def test_links_are_followed_and_broken_or_circular_ones_refused(tmp_path):
    (tmp_path / "real").write_bytes(b"x")
    (tmp_path / "link.txt").symlink_to(tmp_path / "real")
    assert take_in(tmp_path / "link.txt").name == "link.txt"
    (tmp_path / "broken").symlink_to(tmp_path / "nowhere")
    assert refusal(tmp_path / "broken") is Why.EVIDENCE_NOT_THERE
    (tmp_path / "round").symlink_to(tmp_path / "round")
    assert refusal(tmp_path / "round") is Why.EVIDENCE_UNREADABLE
    (tmp_path / "folder").symlink_to(tmp_path)
    assert refusal(tmp_path / "folder") is Why.EVIDENCE_NOT_A_FILE


@POSIX
@pytest.mark.parametrize("with_writer", [False, True])
def test_a_pipe_is_refused_and_does_not_hold_us(tmp_path, with_writer):
    os.mkfifo(tmp_path / "pipe")
    writer = os.open(tmp_path / "pipe", os.O_RDWR | os.O_NONBLOCK) if with_writer else None
    try:
        assert refusal(tmp_path / "pipe") is Why.EVIDENCE_NOT_A_FILE
    finally:
        if writer is not None:
            os.close(writer)


@POSIX
def test_sockets_and_devices_are_refused(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # the path of a socket is short
    with socket.socket(socket.AF_UNIX) as here:
        here.bind("socket")
        assert refusal(Path("socket")) is Why.EVIDENCE_NOT_A_FILE
    assert refusal(Path("/dev/zero")) is Why.EVIDENCE_NOT_A_FILE
    assert refusal(Path("/dev/null")) is Why.EVIDENCE_NOT_A_FILE


def test_a_file_nobody_may_read_is_refused(tmp_path, monkeypatch):
    (tmp_path / "a").write_bytes(b"x")

    def no(*_):
        raise PermissionError

    monkeypatch.setattr(os, "open", no)
    with pytest.raises(UserError) as refused:
        take_in(tmp_path / "a")
    assert refused.value.why is Why.EVIDENCE_UNREADABLE


# while it is read


def append(path):
    with path.open("ab") as file:
        file.write(b"more")


def overwrite(path):
    with path.open("r+b") as file:
        file.write(b"other")
    os.utime(path, ns=(1, 1))


def truncate(path):
    os.truncate(path, MIB + 5)


def replace(path):
    other = path.with_name("other")
    other.write_bytes(path.read_bytes())
    other.replace(path)


CHANGES = {
    "grows": append, "is overwritten": overwrite, "shrinks": truncate, "is replaced": replace,
    "vanishes": Path.unlink, "is renamed": lambda path: path.rename(path.with_name("moved")),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_a_file_that_changes_while_it_is_read_is_refused(tmp_path, change):
    path = tmp_path / "a"
    path.write_bytes(b"x" * (2 * MIB))
    once = iter([CHANGES[change]])

    def act(_):
        for do in once:
            do(path)

    assert refusal(path, act) is Why.EVIDENCE_CHANGED


def test_a_file_that_grows_without_end_is_not_read_without_end(tmp_path):
    path = tmp_path / "log"
    path.write_bytes(b"x" * PIECE_BYTES)
    calls = []

    def grow(_):
        calls.append(1)
        assert len(calls) < 5
        with path.open("ab") as file:
            file.write(b"x" * PIECE_BYTES)

    assert refusal(path, grow) is Why.EVIDENCE_CHANGED


def test_a_file_that_another_thread_writes_to_is_whole_or_refused(tmp_path):
    path, stop = tmp_path / "a", threading.Event()

    def write():
        letter = 0
        while not stop.is_set():
            letter = (letter + 1) % 26
            with suppress(OSError):
                path.write_bytes(bytes([65 + letter]) * (600_000 + letter))

    path.write_bytes(b"A" * 600_000)
    thread = threading.Thread(target=write)
    thread.start()
    try:
        for _ in range(20):
            try:
                taken = take_in(path)
            except UserError as refused:
                assert refused.why in (Why.EVIDENCE_CHANGED, Why.EVIDENCE_EMPTY)
            else:
                content = b"".join(taken.pieces)
                assert taken.sha256 == hashlib.sha256(content).hexdigest()
    finally:
        stop.set()
        thread.join()


def test_a_disk_that_fails_while_reading_is_no_traceback(tmp_path, monkeypatch):
    (tmp_path / "a").write_bytes(b"x" * 10)

    def fail(*_):
        raise OSError(5, "I/O error")

    monkeypatch.setattr(intake, "_read", fail)
    assert refusal(tmp_path / "a") is Why.EVIDENCE_CHANGED


def test_progress_rises_to_one_and_may_cancel(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"x" * (3 * PIECE_BYTES))
    seen = []
    take_in(path, seen.append)
    assert seen == pytest.approx([1 / 3, 2 / 3, 1])

    def cancel(_):
        raise UserError(Why.CANCELLED)

    assert refusal(path, cancel) is Why.CANCELLED
