"""System packages on Debian and Ubuntu; elsewhere there is nothing to do.

A list (`locks/debian*.txt`) names one package a line, and after it others that do as well.
"""

import os
import shlex
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from bootstrap.trouble import say

APT = ("apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300")
INSTALL = ("install", "--yes", "--no-install-recommends")


def provided(list_file: Path) -> bool:
    """Install what is missing of a list; False if some still is."""
    if not has_apt():
        return True
    missing = missing_packages(list_file.read_text(encoding="utf-8"))
    if not missing or installed(missing):
        return True
    say("システムの部品が足りません。次を実行してください(Please run this once):")
    say(f"  {install_command(missing)}")
    return False


def has_apt() -> bool:
    """Tell whether this is a Debian-like system."""
    return bool(shutil.which("apt-get") and shutil.which("dpkg-query"))


def missing_packages(listing: str) -> list[str]:
    """Return the first name of each line of which nothing is installed."""
    lines = [line.split("#")[0].split() for line in listing.splitlines()]
    choices = [names for names in lines if names]
    present = _present([name for names in choices for name in names])
    return [names[0] for names in choices if present.isdisjoint(names)]


def installed(packages: Sequence[str]) -> bool:
    """Install packages where that is allowed; False if it is not, or fails."""
    prefix = _privilege()
    if prefix is None:
        return False
    say(f"システムの部品を入れています: {' '.join(packages)}")
    apt = (*prefix, "env", "DEBIAN_FRONTEND=noninteractive", *APT)
    _run([*apt, "update"])  # may fail for one source of several; the install tells
    return _run([*apt, *INSTALL, *packages])


def install_command(packages: Sequence[str]) -> str:
    """Return the command for a person to type."""
    return shlex.join(["sudo", "apt-get", "install", "--no-install-recommends", *packages])


def _privilege() -> tuple[str, ...] | None:
    """Return what to put before a command to be root; None if that may not be."""
    if os.name == "posix" and os.geteuid() == 0:
        return ()
    if shutil.which("sudo") and _run(["sudo", "-n", "true"]):
        return ("sudo", "-n")
    return None


def _present(packages: Sequence[str]) -> set[str]:
    query = ["dpkg-query", "-W", "-f", "${Package} ${db:Status-Status}\n", *packages]
    answer = subprocess.run(query, capture_output=True, text=True, check=False).stdout
    pairs = (line.split() for line in answer.splitlines())
    return {pair[0] for pair in pairs if pair[1:] == ["installed"]}


def _run(command: Sequence[str]) -> bool:
    quiet = subprocess.DEVNULL
    return not subprocess.run(command, stdin=quiet, capture_output=True, check=False).returncode
