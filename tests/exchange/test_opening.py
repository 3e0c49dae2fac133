"""Copies that the system's programs open."""

import os
import stat
import time
from pathlib import Path

import pytest

from pmark_desktop.exchange.opening import OpeningFolder, copy_name, may_launch, write_copy


@pytest.fixture
def folder(monkeypatch, tmp_path):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    folder = OpeningFolder()
    yield folder
    folder.close()


def test_a_copy_is_private_and_read_only(folder):
    path = write_copy(folder.path, "E-0001.pdf", [b"%PDF", b"-1.7"])
    assert path.read_bytes() == b"%PDF-1.7"
    if os.name == "posix":
        assert stat.S_IMODE(folder.path.stat().st_mode) == 0o700
        assert stat.S_IMODE(path.stat().st_mode) == 0o400


def test_opening_again_gives_the_same_copy(folder):
    first = write_copy(folder.path, "E-0001.pdf", [b"x"])
    assert write_copy(folder.path, "E-0001.pdf", [b"x"]) == first


@pytest.mark.parametrize(
    ("original", "name"),
    [
        ("山田太郎_退職届.PDF", "E-0007.pdf"),
        ("報告書.tar.gz", "E-0007.gz"),
        ("名前だけ", "E-0007"),
        ("x.山田太郎", "E-0007"),
        ("x." + "a" * 40, "E-0007"),
        ("x. pdf", "E-0007"),
    ],
)
def test_the_name_of_a_copy_tells_no_name(original, name):
    assert copy_name("E-0007", original) == name


@pytest.mark.parametrize("name", ["a.exe", "a.JS", "a.lnk", "a.iso", "a.docm", "a.xlsm", "a.hta"])
def test_what_may_run_is_not_launched(name):
    assert not may_launch(Path(name))


@pytest.mark.parametrize("name", ["a.pdf", "a.xlsx", "a.docx", "a.png", "a.txt", "a"])
def test_what_only_shows_is_launched(name):
    assert may_launch(Path(name))


def test_nothing_is_left_after_closing(folder, tmp_path):
    write_copy(folder.path, "E-0001.pdf", [b"x"])
    folder.close()
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_program_left_is_removed_after_a_day(folder, tmp_path):
    left, young = tmp_path / "pmark-opened-old", tmp_path / "pmark-opened-young"
    for one in (left, young):
        one.mkdir()
        (one / "E-0001.pdf").write_bytes(b"x")
    day_ago = time.time() - 25 * 3600
    os.utime(left, (day_ago, day_ago))
    OpeningFolder().close()
    assert not left.exists()
    assert young.exists()
