"""Where the files that come with the program lie, and where it keeps its own."""

import os
import sys
from pathlib import Path

from pmark_desktop.domain.errors import StorageError, Why

_NAME = "pmark-desktop"
_PACKAGE = Path(__file__).resolve().parent.parent


def resource_folder() -> Path:
    """Return the folder of fonts, icons and translations.

    Raises:
        StorageError: the installation is incomplete.
    """
    return _folder("resources")


def checklist_folder() -> Path:
    """Return the folder of the checklists that come with the program.

    Raises:
        StorageError: the installation is incomplete.
    """
    return _folder("checklists")


def data_folder() -> Path:
    """Return this person's own folder for data of the program; it may not exist yet.

    The same as Qt's AppDataLocation of an application of our name, without Qt.
    """
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA") or home / "AppData" / "Roaming") / _NAME
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / _NAME
    return Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share") / _NAME


def _folder(name: str) -> Path:
    """Look into the package (a wheel carries the folder there), then beside it (a checkout)."""
    for folder in (_PACKAGE / name, _PACKAGE.parent / name):
        if folder.is_dir():
            return folder
    raise StorageError(Why.FILE_NOT_THERE, file=_PACKAGE.parent / name)
