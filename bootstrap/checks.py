"""`start.py test`: ruff, mypy and pytest, each to its end, all reported."""

import os
import subprocess
from collections.abc import Sequence
from typing import Final

from bootstrap import environment, stamps
from bootstrap.trouble import say

CHECKS: Final = {
    "ruff check": ("ruff", "check", "--quiet", "."),
    "ruff format": ("ruff", "format", "--check", "--quiet", "."),
    "mypy": ("mypy",),
    "pytest": ("pytest",),
}


def sets() -> tuple[str, ...]:
    """Return the sets of packages the tests need.

    LibreOffice, a second reader of the workbook, is large: only a CI machine is given it; elsewhere
    its tests run where it is present.
    """
    needed = ("runtime", "dev", "debian", "debian-test")
    return (*needed, "debian-ci") if os.environ.get("CI") else needed


def run(args: Sequence[str]) -> int:
    """Run all checks, `args` go to pytest; return 0 if none failed."""
    needed = sets()
    if not all(stamps.fits(name) for name in needed) and not environment.provided(needed):
        return 1
    failed = [name for name in CHECKS if not _passes(name, args)]
    if failed:
        say(f"失敗したもの: {', '.join(failed)}")
    return 1 if failed else 0


def _passes(name: str, args: Sequence[str]) -> bool:
    print(f"== {name}", flush=True)
    extra = args if name == "pytest" else ()
    command = [str(stamps.VENV_PYTHON), "-m", *CHECKS[name], *extra]
    # Without a screen, and with one so that no window jumps at the developer.
    environ = {"QT_QPA_PLATFORM": "offscreen"} | os.environ
    return subprocess.run(command, cwd=stamps.ROOT, env=environ, check=False).returncode == 0
