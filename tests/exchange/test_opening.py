"""Copies that the system's programs open."""

import errno
import os
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path

import pytest

from pmark_desktop.domain.errors import StorageError, Why
from pmark_desktop.exchange import opening
from pmark_desktop.exchange.opening import (
    DANGEROUS,
    OpeningFolder,
    ending_of,
    may_launch,
    remove_leftovers,
    write_copy,
)

LATER = time.time() + 3600
on_posix = pytest.mark.skipif(os.name != "posix", reason="modes and links of POSIX")


@pytest.fixture
def folder(tmp_path):
    folder = OpeningFolder(tmp_path)
    yield folder
    folder.close()


def copy(folder, content, name="E-0001.pdf"):
    return write_copy(folder.path, name, sha256(content).hexdigest(), [content[:1], content[1:]])


@on_posix
def test_a_copy_is_private_and_read_only(folder):
    path = copy(folder, b"%PDF-1.7")
    assert path.read_bytes() == b"%PDF-1.7"
    assert (folder.path.stat().st_mode & 0o777, path.stat().st_mode & 0o777) == (0o700, 0o400)


def test_nothing_is_made_before_it_is_asked_for(tmp_path):
    OpeningFolder(tmp_path).close()
    assert list(tmp_path.iterdir()) == []


def test_opening_again_gives_the_same_copy(folder):
    assert copy(folder, b"one") == copy(folder, b"one")


def test_a_different_file_is_never_overwritten(folder):
    first, second = copy(folder, b"one"), copy(folder, b"two")
    assert (first.read_bytes(), second.read_bytes()) == (b"one", b"two")
    assert second.name == "E-0001-2.pdf"
    assert copy(folder, b"two") == second


@on_posix
def test_a_planted_link_is_not_followed(folder, tmp_path):
    victim = tmp_path / "victim.txt"
    victim.write_bytes(b"mine")
    (folder.path / "E-0001.pdf").symlink_to(victim)
    assert copy(folder, b"evidence").name == "E-0001-2.pdf"
    assert victim.read_bytes() == b"mine"


def test_a_full_disk_is_told_and_leaves_nothing(folder):
    def parts():
        yield b"x"
        raise OSError(errno.ENOSPC, "full")

    with pytest.raises(StorageError) as told:
        write_copy(folder.path, "E-0001.pdf", "0" * 64, parts())
    assert told.value.why is Why.DISK_FULL
    assert not list(folder.path.glob("E-*"))


def test_closing_removes_read_only_copies_too(folder, tmp_path):
    copy(folder, b"one")
    folder.close()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_vanished_is_made_anew(folder, tmp_path):
    first = folder.path
    opening.remove_folder(first)
    assert folder.path != first
    assert copy(folder, b"one").exists()


def test_the_folder_of_a_living_run_stays(folder, tmp_path):
    copy(folder, b"one")
    assert remove_leftovers(tmp_path, now=lambda: LATER) == 0
    assert copy(folder, b"one").exists()


def test_what_a_killed_run_left_is_removed(tmp_path):
    script = (
        "import os, sys; from pathlib import Path; "
        "from pmark_desktop.exchange.opening import OpeningFolder, write_copy; "
        "write_copy(OpeningFolder(Path(sys.argv[1])).path, 'E-0001.pdf', '', [b'x']); "
        "os._exit(9)"
    )
    subprocess.run(
        [sys.executable, "-c", script, tmp_path], check=False, cwd=Path(__file__).parents[2]
    )
    assert len(list(tmp_path.iterdir())) == 1
    assert remove_leftovers(tmp_path, now=lambda: LATER) == 1
    assert list(tmp_path.iterdir()) == []


def test_young_and_foreign_things_stay(tmp_path):
    young, file = tmp_path / f"{opening.PREFIX}young", tmp_path / f"{opening.PREFIX}file"
    young.mkdir()
    file.write_text("x")
    (tmp_path / "other").mkdir()
    assert remove_leftovers(tmp_path) == 0
    assert remove_leftovers(tmp_path, now=lambda: LATER) == 1
    assert {one.name for one in tmp_path.iterdir()} == {file.name, "other"}


@pytest.mark.parametrize(
    ("name", "ending"),
    [
        ("山田太郎_退職届.PDF", ".pdf"),
        ("報告書.tar.gz", ".gz"),
        ("名前だけ", ""),
        ("x.山田太郎", ""),
        ("x." + "a" * 40, ""),
        ("x. pdf", ""),
        ("setup.exe. .", ".exe"),
        ("議事録.txt:evil.exe", ".exe"),
        ("\u202efdp.exe", ".exe"),
        ("a/b", ""),
        (".bashrc", ""),
    ],
)
def test_only_a_plain_ending_is_kept(name, ending):
    assert ending_of(name) == ending


@pytest.mark.parametrize(
    "name",
    ["a.exe", "a.JS", "a.lnk", "a.iso", "a.bat", "a.cmd", "a.ps1", "a.vbs", "a.scr", "a.msi",
     "a.docm", "a.xlsm", "a.hta", "a.html", "a.desktop", "a.settingcontent-ms", "a", "a.txt.exe"],
)  # fmt: skip
def test_what_may_run_is_not_launched(name):
    assert not may_launch(Path(name))


@pytest.mark.parametrize("name", ["a.pdf", "a.xlsx", "a.docx", "a.png", "a.txt", "a.msg", "a.zip"])
def test_what_only_shows_is_launched(name):
    assert may_launch(Path(name))


def test_the_table_is_written_as_it_is_looked_up():
    assert all(ending == ending_of(f"a.{ending}").removeprefix(".") for ending in DANGEROUS)
