import json
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmark_desktop.domain.errors import StorageError, Why
from pmark_desktop.exchange.schedules import file_list
from pmark_desktop.exchange.schedules.file_list import NAME, read_files, write_files

PATHS = [
    Path(text)
    for text in (
        r"\\server\共有\会社 A&B.pmark", "/日本語/100%/o'brien/\"q\".pmark", "C:\\%TEMP%\\$(x).pmark",
        "/\udc8e\udc9f.pmark", "/改\n行.pmark", "/\U0001f600.pmark",
    )
]  # fmt: skip


def test_every_path_survives_in_its_place(tmp_path):
    write_files(tmp_path / "new" / "folder", PATHS)
    assert read_files(tmp_path / "new" / "folder") == tuple(PATHS)


def test_two_hundred_of_the_longest_paths_fit(tmp_path):
    files = [Path(f"/{number}/{'あ' * 4000}") for number in range(200)]
    write_files(tmp_path, files)
    assert read_files(tmp_path) == tuple(files)


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps the folder private instead")
def test_nobody_else_may_read_it(tmp_path):
    (tmp_path / NAME).touch(mode=0o644)
    write_files(tmp_path, PATHS)
    assert stat.S_IMODE((tmp_path / NAME).stat().st_mode) == 0o600
    assert [one.name for one in tmp_path.iterdir()] == [NAME]


def test_without_a_list_nothing_is_registered(tmp_path):
    with pytest.raises(StorageError) as refused:
        read_files(tmp_path / "none")
    assert refused.value.why is Why.SCHEDULE_LIST_MISSING


@pytest.mark.parametrize(
    "content",
    [
        b"", b"{", b"\xff\xfe\0", b"[" * 100_000, b"null", b'{"format": 2, "files": ["/a"]}',
        b'{"format": 1}', b'{"format": 1, "files": []}', b'{"format": 1, "files": "/a"}',
        b'{"format": 1, "files": [1]}', b'{"format": 1, "files": [""]}',
        b'{"format": 1, "files": ["/a\\u0000"]}',
        json.dumps({"format": 1, "files": ["/a"] * 201}).encode(),
    ],
    ids=range(13),
)  # fmt: skip
def test_a_list_that_is_not_ours_is_refused(tmp_path, content):
    (tmp_path / NAME).write_bytes(content)
    with pytest.raises(StorageError) as refused:
        read_files(tmp_path)
    assert refused.value.why is Why.SCHEDULE_LIST_BAD


def test_a_list_of_endless_length_is_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr(file_list, "_MOST_BYTES", 40)
    (tmp_path / NAME).write_bytes(b'{"format": 1, "files": ["/a"]}' + b" " * 30)
    with pytest.raises(StorageError) as refused:
        read_files(tmp_path)
    assert refused.value.why is Why.SCHEDULE_LIST_BAD


def test_a_folder_in_its_place_is_refused(tmp_path):
    (tmp_path / NAME).mkdir()
    with pytest.raises(StorageError) as refused:
        read_files(tmp_path)
    assert refused.value.why is Why.SCHEDULE_LIST_BAD


@given(st.binary(max_size=60))
def test_any_bytes_are_a_list_or_refused(tmp_path_factory, content):
    folder = tmp_path_factory.mktemp("list")
    (folder / NAME).write_bytes(content)
    with pytest.raises(StorageError):
        read_files(folder)
