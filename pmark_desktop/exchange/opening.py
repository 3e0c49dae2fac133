"""A private folder for copies that the system's programs open, and what may be opened at all."""

import os
import shutil
import stat
import tempfile
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path, PurePath

_PREFIX = "pmark-opened-"
_OLD_SECONDS = 24 * 3600.0
_MOST_SUFFIX = 12
# What runs, mounts, or carries macros when it is opened.
_DANGEROUS = frozenset(
    (
        ".app", ".appref-ms", ".bat", ".chm", ".cmd", ".com", ".command", ".cpl", ".desktop",
        ".dll", ".docm", ".dotm", ".exe", ".gadget", ".hta", ".htm", ".html", ".img", ".inf",
        ".iso", ".jar", ".jnlp", ".js", ".jse", ".lnk", ".mht", ".msc", ".msi", ".msix", ".msp",
        ".mst", ".one", ".pif", ".pl", ".potm", ".ppam", ".ppsm", ".pptm", ".ps1", ".py", ".pyw",
        ".rb", ".reg", ".scf", ".scr", ".sct", ".search-ms", ".settingcontent-ms", ".sh",
        ".sldm", ".svg", ".url", ".vb", ".vbe", ".vbs", ".vhd", ".vhdx", ".website", ".workflow",
        ".ws", ".wsc", ".wsf", ".wsh", ".xhtml", ".xlam", ".xll", ".xlsb", ".xlsm", ".xltm",
    )
)  # fmt: skip


class OpeningFolder:
    """A folder that only this account can read, for as long as the program runs."""

    def __init__(self) -> None:
        _remove_old(Path(tempfile.gettempdir()))
        self.path = Path(tempfile.mkdtemp(prefix=_PREFIX))

    def close(self) -> None:
        """Remove the folder and the copies in it; one that is still open elsewhere stays."""
        _remove(self.path)


def write_copy(folder: Path, name: str, parts: Iterable[bytes]) -> Path:
    """Write a read-only copy named `name` into `folder` and return its path.

    One that is there already has the same content: names are by evidence number.
    """
    path = folder / name
    if path.exists():
        return path
    draft = folder / f".{name}.part"
    with draft.open("wb") as file:
        file.writelines(parts)
    draft.chmod(stat.S_IRUSR)
    draft.replace(path)
    return path


def copy_name(label: str, original: str) -> str:
    """Return what a copy is called: number and kind of file, never a name of a person or file."""
    suffix = PurePath(original).suffix.lower()
    plain = suffix[1:].isascii() and suffix[1:].isalnum() and len(suffix) <= _MOST_SUFFIX
    return label + (suffix if plain else "")


def may_launch(path: Path) -> bool:
    """Tell whether opening a file only shows it, as far as its kind tells."""
    return path.suffix.lower() not in _DANGEROUS


def _remove_old(place: Path) -> None:
    """Remove what a program that was killed left behind a day or more ago."""
    with suppress(OSError):
        for folder in place.glob(f"{_PREFIX}*"):
            with suppress(OSError):
                found = folder.lstat()
                ours = not hasattr(os, "getuid") or found.st_uid == os.getuid()
                if (
                    ours
                    and stat.S_ISDIR(found.st_mode)
                    and time.time() - found.st_mtime > _OLD_SECONDS
                ):
                    _remove(folder)


def _remove(folder: Path) -> None:
    with suppress(OSError):
        for path in folder.iterdir():
            path.chmod(stat.S_IRUSR | stat.S_IWUSR)  # Windows deletes no read-only file
    shutil.rmtree(folder, ignore_errors=True)
