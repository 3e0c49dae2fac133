"""The `.venv`: made, filled from the locks, repaired.

Everything happens under a lock file, so that two first starts follow each other. While it is
changed, `.venv/unfinished` stands in it; who finds that there makes the `.venv` anew.
"""

import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from bootstrap import stamps, system
from bootstrap.trouble import NO_DISK, NO_ENSUREPIP, Trouble, explain_os, explain_pip, say

UNFINISHED = stamps.VENV / "unfinished"
LOCK = stamps.VENV / "lock"
LINK = "pmark_desktop_checkout.pth"
PIP_INSTALL = (
    *("-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"),
    *("--retries", "2", "--require-hashes", "--only-binary", ":all:"),
)


def provided(names: Sequence[str]) -> bool:
    """Put the sets in place; when that cannot be, say why and return False.

    System packages that may not be installed are named, and count as provided: much works
    without them.
    """
    try:
        _provide(names)
    except OSError as error:
        return _give_up(explain_os(error))
    except Trouble as trouble:
        return _give_up(trouble)
    return True


def _give_up(trouble: Trouble) -> bool:
    if trouble is NO_DISK:
        with suppress(OSError):
            _empty_venv()  # a half-made one would keep the disk full
    trouble.say()
    return False


def _provide(names: Sequence[str]) -> None:
    stamps.VENV.mkdir(exist_ok=True)
    with _locked():
        missing = [name for name in names if not stamps.fits(name)]
        packages = [name for name in missing if not name.startswith("debian")]
        if packages:
            say("準備しています…(初回のみ。数分かかることがあります)")
            _provide_packages(packages)
        for name in missing:
            if name not in packages and system.provided(stamps.list_file(name)):
                stamps.write(name)


def _provide_packages(names: Sequence[str]) -> None:
    if not _is_sound():
        _make_venv()
    UNFINISHED.touch()
    for name in names:
        stamps.remove(name)
        _run_in_venv(*PIP_INSTALL, "-r", str(stamps.list_file(name)))
    _link_checkout()
    _compile_checkout()
    for name in names:
        stamps.write(name)
    UNFINISHED.unlink()


def _is_sound() -> bool:
    """Tell whether the `.venv` is whole, of this Python, and has pip."""
    if UNFINISHED.exists() or not os.access(stamps.VENV_PYTHON, os.X_OK):
        return False
    question = "import pip, sys; print(*sys.version_info[:2])"
    try:
        answer = subprocess.check_output(
            [stamps.VENV_PYTHON, "-I", "-c", question], stderr=subprocess.DEVNULL, text=True
        )
    except (OSError, subprocess.CalledProcessError):
        return False
    return answer.split() == [str(part) for part in sys.version_info[:2]]


def _make_venv() -> None:
    _need_ensurepip()
    _empty_venv()
    UNFINISHED.touch()
    # Where this runs inside a venv (perhaps the one just emptied), the Python below it.
    python = getattr(sys, "_base_executable", sys.executable)
    _checked([python, "-I", "-m", "venv", "--without-pip", str(stamps.VENV)])
    _run_in_venv("-m", "ensurepip", "--default-pip")  # by itself: venv would hide what it says


def _need_ensurepip() -> None:
    if _has_ensurepip():
        return
    package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    if not system.has_apt():
        raise NO_ENSUREPIP
    if not (system.installed([package]) and _has_ensurepip()):
        raise Trouble(
            "この Python には venv がありません。次を実行してから、もう一度始めてください: "
            + system.install_command([package]),
            "This Python has no venv module. Run the command above, then run this again.",
        )


def _has_ensurepip() -> bool:
    importlib.invalidate_caches()
    return all(importlib.util.find_spec(name) for name in ("venv", "ensurepip"))


def _empty_venv() -> None:
    """Remove all but the lock file, which others wait on."""
    for entry in stamps.VENV.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        elif entry != LOCK:
            entry.unlink()


def _link_checkout() -> None:
    """Make the checkout importable in the `.venv`.

    The path is relative: it survives a move of the folder, and no encoding can spoil it.
    """
    base = {"base": str(stamps.VENV), "platbase": str(stamps.VENV)}
    packages = Path(sysconfig.get_path("purelib", "venv", vars=base))
    (packages / LINK).write_text(os.path.relpath(stamps.ROOT, packages) + "\n", encoding="utf-8")


def _compile_checkout() -> None:
    command = [str(stamps.VENV_PYTHON), "-I", "-m", "compileall", "-q", "pmark_desktop"]
    subprocess.run(command, cwd=stamps.ROOT, capture_output=True, check=False)


def _run_in_venv(*args: str) -> None:
    _checked([str(stamps.VENV_PYTHON), "-I", *args])


def _checked(command: Sequence[str]) -> None:
    environment = os.environ | {"PIP_USER": "0", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        raise explain_pip(done.stdout)


@contextmanager
def _locked() -> Iterator[None]:
    with LOCK.open("a") as file:
        if not _try_lock(file, wait=False):
            say("別の起動が準備中です。終わるまで待ちます…")
            while not _try_lock(file, wait=True):
                pass
        yield


def _try_lock(file: IO[str], *, wait: bool) -> bool:
    """Lock the file until it is closed; False if another process has it."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415  only there

            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415  not on Windows

            fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        return False
    except PermissionError:  # Windows: another process has it
        return False
    except OSError as error:  # Windows: still taken after ten tries; else a place without locks
        return os.name != "nt" or not wait or error.errno is None
    return True
