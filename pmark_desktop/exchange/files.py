"""Files that appear whole or not at all."""

import contextlib
import errno
import os
import shutil
import stat
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pmark_desktop.domain.errors import StorageError, Why

_WAITS = (0.05, 0.1, 0.2, 0.4, 0.8)  # seconds; a virus scanner lets go within that, Excel never
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NO_FOLDER = (FileNotFoundError, NotADirectoryError)
_DRAFT_SUFFIX = ".part"


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Yield an empty draft beside `path`; it takes that name if the block succeeds.

    Whatever goes wrong, the draft is gone and an older file at `path` is as it was. A link is
    followed; the file it points to is replaced.

    Raises:
        StorageError: the folder is missing, the disk is full, another program (Excel) holds
            the file, or it cannot be written.
    """
    target = Path(os.path.realpath(path))
    if not _may_be_replaced(target):
        raise StorageError(Why.TARGET_NOT_WRITABLE, file=path.name)
    draft = target.with_name(f".{uuid.uuid4().hex}{_DRAFT_SUFFIX}")
    try:
        draft.touch(exist_ok=False)
        yield draft
        _settle(draft, target)
        _take_name(draft, target)
        _settle_folder(target.parent)
    except OSError as error:
        raise StorageError(_why(error, target), file=path.name) from error
    finally:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)


class _HeldError(OSError):
    """The target would not give way, however often it was asked."""


def _settle(draft: Path, target: Path) -> None:
    """Put the bytes on the disk before the name changes: a power cut keeps one of the two."""
    with draft.open("rb+") as file:
        os.fsync(file.fileno())
    with contextlib.suppress(OSError):  # who may read it stays as it was
        shutil.copymode(target, draft)


def _take_name(draft: Path, target: Path) -> None:
    for wait in _WAITS:
        try:
            draft.replace(target)
        except PermissionError:
            time.sleep(wait)
        else:
            return
    try:
        draft.replace(target)
    except PermissionError as error:
        raise _HeldError(*error.args) from error


def _settle_folder(folder: Path) -> None:
    with contextlib.suppress(OSError):  # Windows cannot open a folder, nor need it
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _why(error: OSError, target: Path) -> Why:
    if isinstance(error, _HeldError):
        return Why.TARGET_HELD
    if error.errno in _FULL:
        return Why.DISK_FULL
    if isinstance(error, _NO_FOLDER) and not target.parent.is_dir():
        return Why.TARGET_FOLDER_MISSING
    return Why.TARGET_NOT_WRITABLE


def _may_be_replaced(target: Path) -> bool:
    """Tell whether `target` is free, or a file that nobody marked read-only.

    POSIX would replace a read-only file all the same; whoever marked it wants to keep it.
    """
    try:
        mode = target.stat().st_mode
    except OSError:
        return True  # not there, or not to be seen: writing will tell
    return stat.S_ISREG(mode) and bool(mode & stat.S_IWUSR)
