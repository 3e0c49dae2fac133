"""start.py and bootstrap/: what they decide and say. Nothing is fetched or installed here."""

import ast
import errno
import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bootstrap import checks, environment, launch, stamps, system, trouble

ROOT = Path(__file__).parent.parent
posix_only = pytest.mark.skipif(os.name == "nt", reason="uses a shell script as Python")


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """Point bootstrap at an empty checkout with two sets."""
    monkeypatch.setattr(stamps, "LOCKS", tmp_path / "locks")
    monkeypatch.setattr(stamps, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(stamps, "STAMPS", tmp_path / ".venv" / "stamps")
    monkeypatch.setattr(stamps, "VENV_PYTHON", tmp_path / ".venv" / "bin" / "python")
    monkeypatch.setattr(environment, "LOCK", tmp_path / ".venv" / "lock")
    monkeypatch.setattr(environment, "UNFINISHED", tmp_path / ".venv" / "unfinished")
    for folder in ("locks", ".venv/bin"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "locks" / "runtime.txt").write_text("openpyxl==3.1.5\n")
    (tmp_path / "locks" / "debian.txt").write_text("libegl1\n")
    (tmp_path / ".venv" / "bin" / "python").touch(mode=0o755)
    return tmp_path


def output_of(*command, cwd=None):
    return subprocess.run(command, cwd=cwd, capture_output=True, encoding="utf-8", check=False)


# --- start.py itself


def test_start_py_can_be_read_by_old_pythons():
    source = (ROOT / "start.py").read_text(encoding="utf-8")
    tree = ast.parse(source, feature_version=(3, 4))
    assert source.startswith("# -*- coding: utf-8 -*-")
    assert not [node for node in ast.walk(tree) if isinstance(node, (ast.JoinedStr, ast.AnnAssign))]


@pytest.mark.parametrize("name", ["python2.7", "python3.6", "python3.8", "python3.10"])
def test_an_old_python_is_told_what_to_do(name):
    python = shutil.which(name)
    if python is None or output_of(python, "-V").returncode:
        pytest.skip(f"{name} is not here")
    done = output_of(python, str(ROOT / "start.py"))
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 2
    assert "3.11" in done.stderr


@posix_only
def test_a_ready_start_passes_arguments_folder_and_exit_code(tmp_path):
    home, elsewhere = tmp_path / "checkout", tmp_path / "elsewhere"
    elsewhere.mkdir()
    shutil.copytree(ROOT / "bootstrap", home / "bootstrap")
    shutil.copytree(ROOT / "locks", home / "locks")
    shutil.copy(ROOT / "start.py", home)
    python = home / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text('#!/bin/sh\nprintf "%s\\n" "$@"\npwd\nexit 7\n')
    python.chmod(0o755)
    write = "import sys; sys.path.insert(0, '.'); from bootstrap import stamps; "
    write += "stamps.write('runtime'); stamps.write('debian')"
    subprocess.run([sys.executable, "-c", write], cwd=home, check=True)

    done = output_of(sys.executable, str(home / "start.py"), "人事 部.pmark", cwd=elsewhere)

    assert done.stderr == ""
    assert done.stdout.split("\n")[:-1] == [
        "-P",
        "-m",
        "pmark_desktop",
        "人事 部.pmark",
        str(elsewhere),
    ]
    assert done.returncode == 7


# --- which sets, and whether they are in place


@pytest.mark.parametrize(
    ("args", "qt"),
    [
        ([], True),
        (["会社.pmark"], True),
        (["--sample"], True),
        (["C:\\data\\a.pmark"], True),
        (["status", "a.pmark"], False),
        (["export", "a.pmark", "b.xlsx"], False),
    ],
)
def test_system_libraries_are_for_windows_only(args, qt):
    assert ("debian" in launch.sets_for(args)) == qt


def test_a_set_fits_until_its_list_changes(checkout):
    assert not stamps.fits("runtime")
    stamps.write("runtime")
    assert stamps.fits("runtime")
    stamps.list_file("runtime").write_text("openpyxl==3.1.6\n")
    assert not stamps.fits("runtime")


def test_a_set_does_not_fit_another_python(checkout, monkeypatch):
    stamps.write("runtime")
    monkeypatch.setattr(sys, "version_info", (3, 99, 0))
    assert not stamps.fits("runtime")


def test_a_set_does_not_fit_when_the_python_below_is_gone(checkout):
    stamps.write("runtime")
    stamps.VENV_PYTHON.unlink()
    assert not stamps.fits("runtime")


def test_the_stamp_is_written_only_after_the_install(checkout, monkeypatch):
    def fail(*_):
        raise trouble.NO_NETWORK

    monkeypatch.setattr(environment, "_is_sound", lambda: True)
    monkeypatch.setattr(environment, "_run_in_venv", fail)
    stamps.write("debian")
    assert not environment.provided(("runtime", "debian"))
    assert not stamps.fits("runtime")
    assert environment.UNFINISHED.exists()


def test_an_unfinished_venv_is_not_sound(checkout):
    environment.UNFINISHED.touch()
    assert not environment._is_sound()


def test_emptying_keeps_the_lock_and_follows_no_link(checkout):
    (checkout / "kept").mkdir()
    (checkout / "kept" / "file").touch()
    environment.LOCK.touch()
    (stamps.VENV / "lib").mkdir()
    try:
        (stamps.VENV / "lib64").symlink_to(checkout / "kept", target_is_directory=True)
    except OSError:
        pytest.skip("no symbolic links here")
    environment._empty_venv()
    assert [entry.name for entry in stamps.VENV.iterdir()] == ["lock"]
    assert (checkout / "kept" / "file").exists()


def test_ci_alone_gets_the_office_program(monkeypatch):
    monkeypatch.delenv("CI", raising=False)
    assert "debian-ci" not in checks.sets()
    monkeypatch.setenv("CI", "true")
    assert "debian-ci" in checks.sets()


# --- system packages


def test_missing_packages_are_those_without_any_choice_present(monkeypatch):
    monkeypatch.setattr(system, "_present", lambda names: {"libb-t64", "libc"} & set(names))
    listing = "# a comment\nliba\nlibb libb-t64\n\nlibc  # why\nfont1 font2\n"
    assert system.missing_packages(listing) == ["liba", "font1"]


def test_where_nothing_may_be_installed_the_command_is_named(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(system, "has_apt", lambda: True)
    monkeypatch.setattr(system, "_present", lambda names: set())
    monkeypatch.setattr(system, "_privilege", lambda: None)
    listing = tmp_path / "debian.txt"
    listing.write_text("libegl1\n")
    assert not system.provided(listing)
    command = "sudo apt-get install --no-install-recommends libegl1"
    assert command in capsys.readouterr().err


def test_nothing_is_asked_of_apt_when_nothing_is_missing(tmp_path, monkeypatch):
    monkeypatch.setattr(system, "has_apt", lambda: True)
    monkeypatch.setattr(system, "_present", set)
    monkeypatch.setattr(system, "_run", lambda command: pytest.fail(str(command)))
    listing = tmp_path / "debian.txt"
    listing.write_text("libegl1\n")
    assert system.provided(listing)


# --- troubles


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        ("ERROR: [Errno 28] No space left on device", trouble.NO_DISK),
        ("OSError: [WinError 112] There is not enough space", trouble.NO_DISK),
        (
            "Retrying ... NewConnectionError('...')\nERROR: No matching distribution",
            trouble.NO_NETWORK,
        ),
        ("ProxyError('Cannot connect to proxy.')", trouble.NO_NETWORK),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM", trouble.WRONG_HASH),
        ("ERROR: No matching distribution found for x==1", trouble.NO_WHEEL),
        ("[Errno 13] Permission denied: '/x'", trouble.READ_ONLY),
    ],
)
def test_pip_output_tells_the_cause(output, expected):
    assert trouble.explain_pip(output) is expected


def test_an_unknown_pip_failure_shows_its_last_line():
    assert "boom" in trouble.explain_pip("a\nboom\n\n").japanese


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (errno.ENOSPC, trouble.NO_DISK),
        (errno.EROFS, trouble.READ_ONLY),
        (errno.EACCES, trouble.READ_ONLY),
    ],
)
def test_os_errors_tell_the_cause(number, expected):
    assert trouble.explain_os(OSError(number, "x")) is expected


def test_a_console_without_japanese_is_no_trouble(monkeypatch):
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(raw, encoding="cp1252"))
    trouble.say("準備 ok")
    assert raw.getvalue().strip() == b"?? ok"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_one_sentence(checkout, capsys):
    shutil.rmtree(stamps.VENV)
    checkout.chmod(0o500)
    assert not environment.provided(("runtime",))
    assert trouble.READ_ONLY.japanese in capsys.readouterr().err


def test_a_missing_ensurepip_is_one_sentence(checkout, monkeypatch, capsys):
    monkeypatch.setattr(environment, "_has_ensurepip", lambda: False)
    monkeypatch.setattr(system, "has_apt", lambda: False)
    assert not environment.provided(("runtime",))
    assert trouble.NO_ENSUREPIP.japanese in capsys.readouterr().err
