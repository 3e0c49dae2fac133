"""Files that leave for a moment, to be looked at in the program that the system has for them.

They lie read-only in a private folder under the system's temporary one, by number and ending:
no name of a person or a file is left there. The folder goes when the program ends; what a run
that died left behind goes at the next start.
"""

import contextlib
import errno
import hashlib
import os
import re
import shutil
import stat
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from pmark_desktop.domain.errors import StorageError, Why

PREFIX = "pmark-open-"
_IN_USE = "in-use"  # held by a lock of the system as long as its program lives
_YOUNG_SECONDS = 60  # a folder that is just being made is nobody's leftover
_ENDING = re.compile(r"\.[A-Za-z0-9-]{1,24}")
_PIECE_BYTES = 1024 * 1024
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_CREATE = (
    os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
)

_DANGEROUS = (
    # programs and what installs them
    "exe com scr pif dll cpl msc msi msp mst msix msixbundle appx appxbundle appinstaller gadget",
    "jar jnlp apk app pkg mpkg deb rpm run bin elf appimage",
    # scripts
    "bat cmd ps1 ps1xml ps2 psc1 psd1 psm1 vbs vbe vb js jse mjs ws wsf wsh wsc sct hta py pyw pyc",
    "pyz pl rb php sh bash zsh csh fish command tool workflow action scpt applescript terminal",
    # what points elsewhere or changes the system
    "lnk url website webloc desktop inetloc fileloc scf reg inf ins isp job application appref-ms",
    "settingcontent-ms library-ms search-ms searchconnector-ms theme themepack diagcab",
    # pages, which may carry scripts
    "htm html xhtml shtml mht mhtml svg",
    # images of disks, which lose the mark of where they came from
    "iso img vhd vhdx dmg udf",
    # documents that carry programs
    "docm dotm xlsm xltm xlsb xlam xla xll pptm potm ppsm ppam ppa sldm accdb accde accda ade adp",
    "mdb mde mda odc iqy oqy rqy dqy slk one chm hlp wll mam maf mau mad",
)
DANGEROUS = frozenset(ending for line in _DANGEROUS for ending in line.split())
"""Endings, in small letters and without the dot, that are handed out but never started."""


def may_launch(path: Path) -> bool:
    """Tell whether a file may be given to the program that the system has for it.

    Not one that could run something, and not one without an ending, which says not what it is.
    """
    ending = ending_of(path.name)
    return bool(ending) and ending.removeprefix(".") not in DANGEROUS


def ending_of(name: str) -> str:
    """Return the ending of a file name, small and with its dot; '' if it has none of letters.

    Dots and spaces at the end do not count: Windows does not see them.
    """
    ending = Path(name.rstrip(". ")).suffix
    return ending.lower() if _ENDING.fullmatch(ending) else ""


class OpeningFolder:
    """A private folder for what is looked at in this run; made when it is first asked for."""

    def __init__(self, under: Path | None = None) -> None:
        self._under = under
        self._path: Path | None = None
        self._held: int | None = None

    @property
    def path(self) -> Path:
        """The folder.

        Raises:
            StorageError: it cannot be made.
        """
        if self._path is None or not self._path.is_dir():
            self.close()
            with outside_faults(PREFIX):
                self._path = Path(tempfile.mkdtemp(prefix=PREFIX, dir=self._under))  # 0700
                self._held = os.open(self._path / _IN_USE, os.O_RDWR | os.O_CREAT, 0o600)
                _hold(self._held)
        return self._path

    def close(self) -> None:
        """Remove the folder. What another program still holds (Windows) goes at the next start."""
        if self._held is not None:
            os.close(self._held)
            self._held = None
        if self._path is not None:
            remove_folder(self._path)
            self._path = None


def remove_leftovers(under: Path | None = None, now: Callable[[], float] = time.time) -> int:
    """Remove the folders of runs that ended without doing so; return how many went."""
    place = Path(tempfile.gettempdir()) if under is None else under
    removed = 0
    with contextlib.suppress(OSError):
        for folder in place.glob(f"{PREFIX}*"):
            if _is_leftover(folder, now()):
                remove_folder(folder)
                removed += not folder.exists()
    return removed


def remove_folder(folder: Path) -> None:
    """Remove a folder of ours with its read-only files, as far as the system lets it go."""

    def make_writable(again: Callable[..., Any], name: str, _fault: object) -> None:
        with contextlib.suppress(OSError):
            Path(name).chmod(stat.S_IRWXU)
            again(name)

    if sys.version_info >= (3, 12):
        shutil.rmtree(folder, onexc=make_writable)
    else:
        shutil.rmtree(folder, onerror=make_writable)


def write_copy(folder: Path, name: str, sha256: str, parts: Iterable[bytes]) -> Path:
    """Write a read-only file of this content and return where it is.

    One that is there already is used if it is the same; a different one stays as it is, and
    this one gets a number behind its name.

    Raises:
        StorageError: it could not be written; nothing of it is left.
    """
    with outside_faults(name):
        for path in _names(folder / name):
            try:
                handle = os.open(path, _CREATE, 0o600)
            except FileExistsError:
                if _is_same(path, sha256):
                    return path
                continue
            _fill(handle, path, parts)
            return path
    raise AssertionError  # the names do not end


@contextlib.contextmanager
def outside_faults(name: str) -> Iterator[None]:
    """Turn faults of the disk into a StorageError."""
    try:
        yield
    except OSError as error:
        why = Why.DISK_FULL if error.errno in _FULL else Why.TARGET_NOT_WRITABLE
        raise StorageError(why, file=name) from error


def _names(path: Path) -> Iterator[Path]:
    yield path
    number = 2
    while True:
        yield path.with_name(f"{path.stem}-{number}{path.suffix}")
        number += 1


def _fill(handle: int, path: Path, parts: Iterable[bytes]) -> None:
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(parts)
        path.chmod(stat.S_IRUSR)
    except BaseException:
        with contextlib.suppress(OSError):
            path.unlink()
        raise


def _is_same(path: Path, sha256: str) -> bool:
    """Tell whether a plain file has this content; someone may have put a link there."""
    if not stat.S_ISREG(path.lstat().st_mode):
        return False
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE_BYTES):
            digest.update(piece)
    return digest.hexdigest() == sha256


def _is_leftover(folder: Path, now: float) -> bool:
    try:
        found = folder.lstat()
    except OSError:
        return False
    if not stat.S_ISDIR(found.st_mode) or now - found.st_mtime < _YOUNG_SECONDS:
        return False
    is_mine = sys.platform == "win32" or found.st_uid == os.getuid()
    return is_mine and not _is_held(folder / _IN_USE)


if sys.platform == "win32":

    def _hold(_handle: int) -> None:
        """Do nothing: Windows lets nobody remove a file that is open."""

    def _is_held(mark: Path) -> bool:
        try:
            mark.unlink()
        except FileNotFoundError:
            return False
        except OSError:
            return True
        return False

else:
    import fcntl

    def _hold(handle: int) -> None:
        """Hold a file until it is closed or this program dies, however it dies."""
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _is_held(mark: Path) -> bool:
        try:
            handle = os.open(mark, os.O_RDWR | os.O_NOFOLLOW)
        except FileNotFoundError:
            return False
        except OSError:
            return True
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return True
        finally:
            os.close(handle)
        return False
