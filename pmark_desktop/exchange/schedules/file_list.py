"""The list of files that the daily run looks at, in the person's own data folder.

A list, not arguments: 200 paths are longer than a command line of Windows may be (8,191
letters), and nothing has to be escaped for a scheduler.
"""

import json
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from pmark_desktop.domain.daily_run import MOST_FILES
from pmark_desktop.domain.errors import StorageError, Why
from pmark_desktop.exchange.files import whole_file

NAME = "schedule.json"
_FORMAT = 1
_MOST_BYTES = 40 * 1024 * 1024  # 200 of the longest paths there are, 32,767 letters, all escaped
_PRIVATE = 0o600


def write_files(folder: Path, files: Sequence[Path]) -> None:
    """Write the list, whole or not at all; nobody else may read it.

    Letters outside ASCII are escaped, so that a name that is not Unicode survives as well.

    Raises:
        StorageError: the folder or the disk said no.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(Why.SCHEDULE_FOLDER_DENIED, folder=folder) from error
    text = json.dumps({"format": _FORMAT, "files": [str(one) for one in files]}, indent=1)
    with whole_file(folder / NAME) as draft:
        draft.chmod(_PRIVATE)
        draft.write_text(text + "\n", encoding="ascii")
    with suppress(OSError):  # an older list keeps its mode, whatever somebody made of that
        (folder / NAME).chmod(_PRIVATE)


def read_files(folder: Path) -> tuple[Path, ...]:
    """Return the files in the order they were given.

    Raises:
        StorageError: there is no list, or it is not one of ours.
    """
    place = folder / NAME
    try:
        with place.open("rb") as file:
            content = file.read(_MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise StorageError(Why.SCHEDULE_LIST_MISSING) from error
    except OSError as error:
        raise StorageError(Why.SCHEDULE_LIST_BAD, file=place) from error
    try:
        if len(content) > _MOST_BYTES:
            raise ValueError
        return _files(json.loads(content))
    except (ValueError, RecursionError) as error:
        raise StorageError(Why.SCHEDULE_LIST_BAD, file=place) from error


def _files(found: object) -> tuple[Path, ...]:
    if not isinstance(found, dict) or found.get("format") != _FORMAT:
        raise ValueError
    names = found.get("files")
    if not isinstance(names, list) or not 0 < len(names) <= MOST_FILES:
        raise ValueError
    if not all(isinstance(name, str) and name and "\0" not in name for name in names):
        raise ValueError
    return tuple(map(Path, names))
