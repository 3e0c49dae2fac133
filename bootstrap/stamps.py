"""Which sets of packages are in place.

A set is a file `locks/NAME.txt`. It is in place while its stamp, `.venv/stamps/NAME`, holds the
very same text below a line that names the Python. Comparing costs two small reads, which is all
that a second start does.
"""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ROOT / "locks"
VENV = ROOT / ".venv"
STAMPS = VENV / "stamps"
VENV_PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def list_file(name: str) -> Path:
    """Return the file that names the packages of a set."""
    return LOCKS / f"{name}.txt"


def fits(name: str) -> bool:
    """Tell whether the set is in place for the Python that runs this."""
    try:
        stamp = (STAMPS / name).read_bytes()
    except OSError:
        return False
    return stamp == _text(name) and os.access(VENV_PYTHON, os.X_OK)


def write(name: str) -> None:
    """Note that the set is in place."""
    STAMPS.mkdir(exist_ok=True)
    (STAMPS / name).write_bytes(_text(name))


def remove(name: str) -> None:
    """Forget the set: it is about to change."""
    (STAMPS / name).unlink(missing_ok=True)


def _text(name: str) -> bytes:
    major, minor = sys.version_info[:2]
    return f"Python {major}.{minor} {sys.platform}\n".encode() + list_file(name).read_bytes()
