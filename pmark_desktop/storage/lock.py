"""The lock file beside a workspace: who has it open for writing.

It appears with its content in one step, and is taken over only if its process is provably
gone: same computer, and no such process, or one that started at another time.
"""

import errno
import json
import os
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from pmark_desktop.domain.errors import StorageError, Why

if sys.platform != "win32":
    import fcntl

_MOST_BYTES = 4096
_MOST_SHOWN = 40  # characters of a time that is none
_FULL = (errno.ENOSPC, errno.EDQUOT)
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)  # a pipe must not hold us


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a workspace open: host, user, process, since when (ISO 8601)."""

    host: str
    user: str
    pid: int
    started: str
    since: str

    @property
    def since_when(self) -> datetime | str:
        """Since when; what another program wrote there may be no time, then as it stands."""
        try:
            return datetime.fromisoformat(self.since)
        except ValueError:
            return self.since[:_MOST_SHOWN]


class FileLock:
    """A lock that is held from `take` to `release`."""

    def __init__(self, workspace: Path) -> None:
        self.path = workspace.with_name(workspace.name + ".lock")
        self._mine: str | None = None

    def take(self) -> Holder | None:
        """Take the lock and return None, or return who holds it.

        Raises:
            StorageError: the folder cannot be written.
        """
        for _ in range(3):  # each round either wins, meets a holder, or removes a dead one
            if self._place():
                return None
            text = self._read()
            holder = _holder(text)
            if text is not None and not (holder and _is_gone(holder)):
                return holder or Holder("?", "?", 0, "", "?")
            if text is not None:
                self._remove_dead(text)
        return _holder(self._read()) or Holder("?", "?", 0, "", "?")

    def release(self) -> None:
        """Give the lock back, if it is still this one."""
        if self._mine is not None and self._read() == self._mine:
            with suppress(OSError):
                self.path.unlink()
        self._mine = None

    def _place(self) -> bool:
        text = json.dumps(asdict(_me()), ensure_ascii=False)
        draft = self.path.with_name(f".{os.urandom(16).hex()}.lock")
        try:
            _write_through(draft, text)
            placed = place_new(draft, self.path)
        except OSError as error:
            why = Why.DISK_FULL if error.errno in _FULL else Why.FILE_UNREADABLE
            raise StorageError(why, file=self.path.name) from error
        finally:
            with suppress(OSError):
                draft.unlink(missing_ok=True)
        if placed:
            self._mine = text
        return placed

    def _read(self) -> str | None:
        try:
            with self._opened() as file:
                return file.read(_MOST_BYTES).decode("utf-8", "replace")
        except FileNotFoundError:
            return None
        except OSError as error:
            raise StorageError(Why.FILE_UNREADABLE, file=self.path.name) from error

    def _remove_dead(self, text: str) -> None:
        """Remove a dead lock, never one that was taken meanwhile: one at a time may do it.

        A dead process is one of this computer, and so is everybody who finds it dead.
        """
        if sys.platform == "win32":
            self._move_dead(text)
            return
        with suppress(OSError), self._opened() as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            same = os.path.samestat(os.fstat(file.fileno()), self.path.stat())
            if same and file.read(_MOST_BYTES).decode("utf-8", "replace") == text:
                self.path.unlink()

    def _move_dead(self, text: str) -> None:
        """Remove a dead lock where an open file has no other lock; put back a living one."""
        aside = self.path.with_name(f".{os.urandom(16).hex()}.lock")
        try:
            self.path.rename(aside)
        except OSError:
            return
        if aside.read_text(encoding="utf-8", errors="replace") != text:
            place_new(aside, self.path)
        with suppress(OSError):
            aside.unlink(missing_ok=True)

    def _opened(self) -> BinaryIO:
        return open(self.path, "rb", opener=lambda path, _: os.open(path, _FLAGS))


def _write_through(draft: Path, text: str) -> None:
    """Write to the disk before it gets its name: a lost power leaves no empty lock."""
    with draft.open("x", encoding="utf-8", errors="replace") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def place_new(draft: Path, target: Path) -> bool:
    """Give a finished file its name in one step; False if the name is taken.

    Raises:
        OSError: the folder cannot be written.
    """
    if sys.platform == "win32":
        try:
            draft.rename(target)  # fails where there is one
        except FileExistsError:
            return False
        return True
    try:
        os.link(draft, target)
    except FileExistsError:
        return False
    except OSError:  # a file system without hard links
        return _place_without_links(draft, target)
    draft.unlink()
    return True


def _place_without_links(draft: Path, target: Path) -> bool:
    try:
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        return False
    try:
        draft.replace(target)
    except OSError:
        target.unlink(missing_ok=True)  # ours, and empty
        raise
    return True


def _me() -> Holder:
    now = datetime.now().astimezone().isoformat(timespec="seconds")
    return Holder(_host(), _user(), os.getpid(), _started(os.getpid()) or "", now)


def _host() -> str:
    import socket  # noqa: PLC0415  (reading takes no lock, and starts sooner without)

    return socket.gethostname()


def _user() -> str:
    from getpass import getuser  # noqa: PLC0415

    try:
        return getuser()
    except (OSError, KeyError, ImportError):  # no entry for this account
        return "?"


def _holder(text: str | None) -> Holder | None:
    try:
        found = json.loads(text or "")
        return Holder(
            str(found["host"]), str(found["user"]), int(found["pid"]), str(found["started"]),
            str(found["since"]),
        )  # fmt: skip
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return None


def _is_gone(holder: Holder) -> bool:
    if holder.host != _host() or holder.pid <= 0:
        return False
    started = _started(holder.pid)
    return started is None or bool(started and holder.started and started != holder.started)


def _started(pid: int) -> str | None:
    """Return when a process of this computer began: None if there is none, '' if unknown."""
    if sys.platform == "win32":
        from pmark_desktop.storage.windows import process_started  # noqa: PLC0415

        return process_started(pid)
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return None
    except OSError:  # of another account: /proc tells all the same
        pass
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace")
        boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    except OSError:
        return ""
    state, *rest = fields.rpartition(")")[2].split()
    return None if state in "ZX" else f"{boot}:{rest[18]}"  # a zombie has closed its files
