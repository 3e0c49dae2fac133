"""The workbook as a file: whole or not at all, the same each time, read back before it counts."""

import errno
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
import snapshots

import pmark_desktop
from pmark_desktop.domain.errors import StorageError, UserError, Why
from pmark_desktop.exchange import files
from pmark_desktop.exchange.workbook import log, read_back, write_out, write_workbook

ROOT = Path(pmark_desktop.__file__).parents[1]
SOFFICE = shutil.which("soffice")
OLDER = b"the workbook of last month"


def test_the_same_snapshot_gives_the_same_bytes(tmp_path):
    for name in ("one.xlsx", "two.xlsx"):
        write_workbook(tmp_path / name, snapshots.lively())
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()


def test_another_suffix_is_refused(tmp_path):
    with pytest.raises(UserError) as caught:
        write_workbook(tmp_path / "out.xls", snapshots.lively())
    assert caught.value.why is Why.TARGET_WRONG_TYPE
    assert caught.value.facts == {"suffix": ".xlsx", "file": "out.xls"}
    assert not list(tmp_path.iterdir())


def test_progress_goes_up_to_one(tmp_path):
    seen = []
    write_workbook(tmp_path / "out.xlsx", snapshots.many(100), progress=seen.append)
    assert seen == sorted(seen)
    assert len(seen) > 20
    assert seen[0] < 0.1
    assert seen[-1] == 1.0


@pytest.mark.parametrize("moment", [0.0, 0.3, 0.5, 0.7, 0.9, 1.0])
def test_cancelling_leaves_the_older_file_and_nothing_else(tmp_path, moment):
    path = tmp_path / "out.xlsx"
    path.write_bytes(OLDER)

    def cancel(fraction):
        if fraction >= moment:
            raise UserError(Why.CANCELLED)

    with pytest.raises(UserError) as caught:
        write_workbook(path, snapshots.many(100), progress=cancel)
    assert caught.value.why is Why.CANCELLED
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [OLDER]


def test_a_workbook_that_excel_holds_is_left_alone(tmp_path, monkeypatch):
    path = tmp_path / "out.xlsx"
    path.write_bytes(OLDER)

    def held(*_known, **_more):
        raise PermissionError(errno.EACCES, "in use")

    monkeypatch.setattr(os, "replace", held)
    monkeypatch.setattr(files.time, "sleep", lambda _seconds: None)
    with pytest.raises(StorageError) as caught:
        write_workbook(path, snapshots.lively())
    assert caught.value.why is Why.TARGET_HELD
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [OLDER]


def test_a_kill_in_the_middle_leaves_the_older_file(tmp_path):
    path = tmp_path / "out.xlsx"
    path.write_bytes(OLDER)
    code = (
        f"import os, sys; sys.path.insert(0, {str(Path(__file__).parent)!r})\n"
        "import snapshots; from pathlib import Path\n"
        "from pmark_desktop.exchange.workbook import write_workbook\n"
        "def die(fraction):\n"
        "    if fraction > 0.6: os.kill(os.getpid(), 9)\n"
        f"write_workbook(Path({str(path)!r}), snapshots.many(100), progress=die)\n"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, cwd=ROOT).returncode != 0
    assert path.read_bytes() == OLDER


@pytest.mark.parametrize(
    ("seam", "fault"),
    [
        ("_text", lambda value: f"<t>{value.replace('監', '鑑').replace('&', '')}</t>"),
        ("_text", lambda _value: "<t>unclosed"),
        ("_text", lambda _value: "<t>x</t><f>1+1</f>"),
        ("_serial", lambda _value: "1"),
        ("_rows_xml", lambda *_known: iter(())),
    ],
)
def test_a_file_that_says_something_else_never_takes_its_name(tmp_path, monkeypatch, seam, fault):
    path = tmp_path / "out.xlsx"
    path.write_bytes(OLDER)
    monkeypatch.setattr(write_out, seam, fault)
    with pytest.raises(StorageError) as caught:
        write_workbook(path, snapshots.lively())
    assert caught.value.why is Why.WRITTEN_WRONGLY
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [OLDER]


def test_a_damaged_part_is_seen(tmp_path, monkeypatch):
    def damaged(draft, *known):
        content = bytearray(draft.read_bytes())
        content[len(content) // 2] ^= 0xFF
        draft.write_bytes(content)
        return read_back.check_draft(draft, *known)

    monkeypatch.setattr("pmark_desktop.exchange.workbook.book.check_draft", damaged)
    with pytest.raises(StorageError) as caught:
        write_workbook(tmp_path / "out.xlsx", snapshots.lively())
    assert caught.value.why is Why.WRITTEN_WRONGLY


def test_a_log_longer_than_a_sheet_goes_on_on_the_next(tmp_path, monkeypatch):
    monkeypatch.setattr(log, "MOST_ROWS", 3)
    path = tmp_path / "out.xlsx"
    write_workbook(path, snapshots.lively())
    with ZipFile(path) as archive:
        book = archive.read("xl/workbook.xml").decode()
    assert '"変更履歴"' in book
    assert '"変更履歴(2)"' in book


def test_nothing_in_the_file_tells_user_machine_or_program_path(tmp_path, monkeypatch):
    monkeypatch.setenv("USER", "planted-user")
    monkeypatch.setenv("HOSTNAME", "planted-host")
    write_workbook(tmp_path / "out.xlsx", snapshots.lively())
    with ZipFile(tmp_path / "out.xlsx") as archive:
        content = b"".join(archive.read(name) for name in archive.namelist())
        assert all(entry.create_system == 0 for entry in archive.infolist())
    for planted in (b"planted", str(tmp_path).encode(), b"openpyxl", b"Openpyxl"):
        assert planted not in content


def test_the_heavy_library_waits_until_a_workbook_is_written():
    code = "import sys, pmark_desktop.exchange.workbook as w; print('openpyxl' in sys.modules)"
    command = [sys.executable, "-c", code]
    assert subprocess.check_output(command, text=True, cwd=ROOT).strip() == "False"


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_a_second_program_opens_it_without_repair(tmp_path):
    hostile = snapshots.task(note="=1+1 & <b> か\u3099𠮷 \u202e", owner="@x", checked_by="\t-1")
    lively = snapshots.lively()
    path = tmp_path / "out.xlsx"
    write_workbook(path, replace(lively, tasks=[*lively.tasks, replace(hostile, id="AUD-99")]))
    profile = (tmp_path / "profile").as_uri()
    command = [
        SOFFICE, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf",
        "--outdir", str(tmp_path), str(path),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    pdf = (tmp_path / "out.pdf").read_bytes()
    assert pdf.startswith(b"%PDF")
    sheets = 13
    assert pdf.count(b"/Type/Page/") + pdf.count(b"/Type/Page\n") >= sheets
