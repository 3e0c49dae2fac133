"""Where the files that come with the program lie."""

from pathlib import Path

from pmark_desktop.domain.errors import StorageError, Why

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


def _folder(name: str) -> Path:
    """Look into the package (a wheel carries the folder there), then beside it (a checkout)."""
    for folder in (_PACKAGE / name, _PACKAGE.parent / name):
        if folder.is_dir():
            return folder
    raise StorageError(Why.FILE_NOT_THERE, file=_PACKAGE.parent / name)
