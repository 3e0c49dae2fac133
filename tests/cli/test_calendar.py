"""`calendar FILE OUT.ics`."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pmark_desktop.exchange.ics_reader import read_calendar
from tests.cli.answers import misused, refused
from tests.storage.make_sample import SAMPLES

ROOT = Path(__file__).resolve().parents[2]


def test_the_dates_are_written_and_it_says_how_to_use_them(call, file, tmp_path):
    out = tmp_path / "予定.ics"
    answer = call("calendar", file, out)
    found = read_calendar(out.read_bytes())
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith(f"予定表を書き出しました: {out}(予定{len(found)}件、取消0件)\n")
    assert "「インポート」してください" in answer.out
    assert {"CERT-12", "CERT-12.hard", "expiry"} <= {one.uid.split("@")[0] for one in found}


def test_a_date_that_moved_has_a_higher_number_the_next_time(call, file, tmp_path):
    out = tmp_path / "予定.ics"

    def number():
        assert call("calendar", file, out).code == 0
        found = read_calendar(out.read_bytes())
        return next(one.sequence for one in found if one.uid.startswith("CERT-12@"))

    before = number()
    assert call("set", file, "CERT-12", "due=2027-10-01").code == 0
    assert number() > before


def test_english(call, file, tmp_path):
    out = tmp_path / "dates.ics"
    answer = call("calendar", file, out, "--lang", "en")
    assert answer.out.startswith(f"Calendar written: {out} (")
    found = {one.uid.split("@")[0]: one for one in read_calendar(out.read_bytes())}
    assert found["expiry"].summary == "P-mark: last day of validity"
    assert b"X-WR-CALNAME:P-mark renewal\r\n" in out.read_bytes()


def test_a_file_that_somebody_has_open_is_read_all_the_same(call, file, tmp_path):
    from pmark_desktop.workspace.workspace import Workspace

    with Workspace(file, by="x"):
        assert call("calendar", file, tmp_path / "予定.ics").code == 0


def test_an_older_file_stays_as_it_is(call, tmp_path):
    path = shutil.copy(SAMPLES / "v1.pmark", tmp_path / "old.pmark")
    before = path.read_bytes()
    assert call("calendar", path, tmp_path / "予定.ics").code == 0
    assert path.read_bytes() == before
    assert {one.name for one in tmp_path.iterdir()} == {"old.pmark", "予定.ics"}


@pytest.mark.parametrize("name", ["予定.txt", "予定", "なし/予定.ics"])
def test_a_target_that_cannot_be_is_refused(call, file, tmp_path, name):
    before = {one.name for one in tmp_path.iterdir()}
    refused(call("calendar", file, tmp_path / name))
    assert {one.name for one in tmp_path.iterdir()} == before


def test_the_workspace_itself_is_refused(call, file):
    before = file.read_bytes()
    refused(call("calendar", file, file))
    assert file.read_bytes() == before


def test_without_a_target_it_is_wrong_usage(call, file):
    misused(call("calendar", file))


def test_neither_qt_nor_excel_nor_mail_is_loaded(file, tmp_path):
    code = f"""
import sys
from pmark_desktop.cli import run
assert run(["calendar", {str(file)!r}, {str(tmp_path / "a.ics")!r}]) == 0
assert not {{"PySide6", "openpyxl", "email"}} & set(sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
