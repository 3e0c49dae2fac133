"""`start.py lock`: writes `locks/runtime.txt` and `locks/dev.txt` anew from `pyproject.toml`.

uv resolves for all platforms at once. Only wheels are locked, so nothing is ever compiled; hosts
and addresses stay out.
"""

import os
import re
import shutil
import subprocess
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from bootstrap import stamps
from bootstrap.trouble import say

HEADER: Final = """\
# Made from pyproject.toml by `python3 start.py lock` (needs uv); do not edit.
# Hashes: the wheels for Python 3.11 to 3.14 on Windows, macOS and Linux.
"""
COMPILE: Final = (
    *("--no-config", "pip", "compile", "pyproject.toml", "--universal", "--python-version", "3.11"),
    *("--only-binary", ":all:", "--no-annotate", "--no-header", "--quiet", "--upgrade"),
    *("--format", "pylock.toml", "--output-file"),
)
# Qt's wheels are for 64-bit x86 and ARM with glibc; other packages' further ones are never asked.
UNUSED_WHEEL: Final = re.compile(
    r"musllinux|armv7l|ppc64|s390x|riscv64|loongarch64|i686|-win32|wasm|android|-ios_"
    r"|-cp3(10|[0-9]|15)-cp|-cp315-|-cp3\d+t-|-cp3\d+-cp3\d+t-|-pp3"
)


def run() -> int:
    """Write both locks; the second keeps to the first."""
    uv = shutil.which("uv") or shutil.which("uv", path=str(stamps.VENV_PYTHON.parent))
    if uv is None:
        say("uv が必要です: pip install uv")
        return 1
    runtime = stamps.list_file("runtime")
    runtime.write_text(HEADER + lock_text(_resolve(uv)), encoding="ascii", newline="\n")
    dev = lock_text(_resolve(uv, "--group", "dev", "--constraint", str(runtime)))
    stamps.list_file("dev").write_text(HEADER + dev, encoding="ascii", newline="\n")
    return 0


def lock_text(resolved: Mapping[str, Any]) -> str:
    """Return a resolution (the content of a `pylock.toml`) as a requirements file."""
    return "".join(_requirement(package) for package in resolved["packages"])


def _resolve(uv: str, *options: str) -> dict[str, Any]:
    environ = {name: value for name, value in os.environ.items() if not name.startswith("UV_")}
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "pylock.toml"
        command = [uv, *COMPILE, str(target), *options]
        subprocess.run(command, cwd=stamps.ROOT, env=environ, check=True)
        return tomllib.loads(target.read_text(encoding="utf-8"))


def _requirement(package: Mapping[str, Any]) -> str:
    pin = f"{package['name']}=={package['version']}"
    if "marker" in package:
        pin += f" ; {package['marker']}"
    return " \\\n    ".join([pin, *sorted(_hashes(package))]) + "\n"


def _hashes(package: Mapping[str, Any]) -> Iterator[str]:
    for wheel in package["wheels"]:
        name = wheel.get("name") or wheel["url"].rpartition("/")[2]
        if not UNUSED_WHEEL.search(name):
            yield f"--hash=sha256:{wheel['hashes']['sha256']}"
