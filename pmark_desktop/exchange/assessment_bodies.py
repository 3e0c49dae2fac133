"""Reads the names of assessment bodies (審査機関) that forms suggest."""

import tomllib
from pathlib import Path

from pmark_desktop.exchange.places import resource_folder

FILE = "assessment_bodies.toml"


def read_bodies(path: Path | None = None) -> tuple[str, ...]:
    """Return the names in a file, by default the one that comes with the program.

    They only help typing: a file that is gone or damaged suggests nothing.
    """
    try:
        source = path or resource_folder() / FILE
        names = tomllib.loads(source.read_text(encoding="utf-8"))["names"]
    except (OSError, KeyError, ValueError):
        return ()
    names = names if isinstance(names, list) else []
    return tuple(name for name in names if isinstance(name, str))
