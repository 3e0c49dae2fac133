"""A file on its way to becoming evidence: read once, checked, hashed."""

import errno
import hashlib
import os
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pmark_desktop.domain.errors import UserError, Why

MOST_MIB = 100
PIECE_BYTES = 1024 * 1024

# A pipe must not hold us, and Windows must not change line ends.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class Taken:
    """What was read: the file's own name, its SHA-256, its size in bytes, its bytes."""

    name: str
    sha256: str
    size: int
    pieces: tuple[bytes, ...]


def take_in(path: Path, progress: Callable[[float], None] | None = None) -> Taken:
    """Read a file of 1 byte to 100 MiB; the hash is of the bytes that are kept.

    Raises:
        UserError: it is empty, too big, no plain file, not there, cannot be read, or changed
            while it was read; or what `progress` raises to cancel.
    """
    try:
        number = os.open(
            path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        )
    except FileNotFoundError as error:
        raise UserError(Why.EVIDENCE_NOT_THERE) from error
    except OSError as error:
        special = error.errno == errno.ENXIO or os.path.isdir(path)  # noqa: PTH112  (never raises)
        raise UserError(Why.EVIDENCE_NOT_A_FILE if special else Why.EVIDENCE_UNREADABLE) from error
    except ValueError as error:  # a NUL in the path
        raise UserError(Why.EVIDENCE_NOT_THERE) from error
    try:
        before = os.fstat(number)
        _check(before)  # before fdopen, which a folder makes fail
    except BaseException:
        os.close(number)
        raise
    with os.fdopen(number, "rb") as file:
        try:
            taken = _read(file.read, path.name, before.st_size, progress)
            after, named = os.fstat(number), path.stat()
        except OSError as error:
            raise UserError(Why.EVIDENCE_CHANGED) from error
    same = (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
    if not same or taken.size != before.st_size or named.st_ino != before.st_ino:
        raise UserError(Why.EVIDENCE_CHANGED)
    return taken


def _check(found: os.stat_result) -> None:
    if not stat.S_ISREG(found.st_mode):
        raise UserError(Why.EVIDENCE_NOT_A_FILE)
    if found.st_size == 0:
        raise UserError(Why.EVIDENCE_EMPTY)
    if found.st_size > MOST_MIB * 1024 * 1024:
        raise UserError(Why.EVIDENCE_TOO_BIG, limit=MOST_MIB)


def _read(
    read: Callable[[int], bytes], name: str, size: int, progress: Callable[[float], None] | None
) -> Taken:
    digest, pieces, count = hashlib.sha256(), [], 0
    while count <= size and (piece := read(PIECE_BYTES)):
        digest.update(piece)
        pieces.append(piece)
        count += len(piece)
        if progress:
            progress(min(count / size, 1.0))
    return Taken(name, digest.hexdigest(), count, tuple(pieces))
