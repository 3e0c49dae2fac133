"""`schedule install|show|remove`, on a systemd made by hand."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import pmark_desktop
from pmark_desktop.exchange.schedules.tools import Answer
from pmark_desktop.workspace import scheduling
from pmark_desktop.workspace.scheduling import scheduled_files
from tests.cli.answers import misused, refused
from tests.workspace.schedulers.systems import Systemd, Windows

ROOT = Path(pmark_desktop.__file__).resolve().parents[1]


@pytest.fixture
def data(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def systemd(monkeypatch, tmp_path, data):
    made = Systemd(tmp_path / "units")
    monkeypatch.setattr(scheduling, "daily_run_here", lambda: made.run(data))
    return made


@pytest.mark.usefixtures("systemd")
def test_it_is_registered_shown_and_removed(call, file, data):
    done = call("schedule", "install", file, "--at", "１７：３０")
    assert (done.code, done.err) == (0, "")
    assert "毎日 17:30、1件のファイル" in done.out
    assert scheduled_files(data) == (Path(file),)
    shown = call("schedule", "show")
    assert shown.code == 0
    assert "登録済み: 毎日 17:30" in shown.out
    assert "次回: Wed 2026-11-25" in shown.out
    assert str(file) in shown.out
    assert call("schedule", "remove").out == "登録を取り消しました。\n"
    assert call("schedule", "remove") == (0, "登録はありませんでした。\n", "")
    assert "登録されていません" in call("schedule", "show").out


@pytest.mark.usefixtures("systemd")
def test_what_is_registered_is_told_as_json(call, file):
    assert json.loads(call("schedule", "show", "--json").out) == {
        "scheduler": "systemd", "name": "pmark-desktop-remind.timer", "registered": False,
        "active": False, "at": None, "next_run": None, "files": [], "error": None,
    }  # fmt: skip
    call("schedule", "install", file)
    Path(file).rename(Path(file).with_name("moved.pmark"))
    assert json.loads(call("schedule", "show", "--json").out) == {
        "scheduler": "systemd", "name": "pmark-desktop-remind.timer", "registered": True,
        "active": True, "at": "09:00", "next_run": "Wed 2026-11-25 09:00:00 JST",
        "files": [{"file": str(file), "there": False}], "error": None,
    }  # fmt: skip
    assert "見つかりません" in call("schedule", "show").out


def test_an_entry_that_was_switched_off_or_spoilt_is_said(call, file, systemd, data):
    call("schedule", "install", file)
    systemd.running = None
    (data / "schedule.json").write_text("{")
    shown = call("schedule", "show", "--lang", "en")
    assert "switched off" in shown.out
    assert "cannot be read" in shown.out
    assert json.loads(call("schedule", "show", "--json").out)["error"].endswith("ください。")
    (systemd.folder / "pmark-desktop-remind.timer").write_text("x")
    assert "時刻は読めません" in call("schedule", "show").out


def test_a_dry_run_tells_all_and_does_nothing(call, file, systemd, data):
    done = call("schedule", "install", file, "--dry-run")
    assert done.code == 0
    for part in (str(file), "OnCalendar=*-*-* 09:00:00", "$ systemctl --user enable", "ExecStart="):
        assert part in done.out
    assert done.out.endswith("登録していません(--dry-run)。\n")
    assert systemd.heard == []
    assert not systemd.folder.exists()
    assert not data.exists()


def test_a_dry_run_for_windows_shows_the_task(call, file, monkeypatch, tmp_path, data):
    monkeypatch.setattr(scheduling, "daily_run_here", lambda: Windows(tmp_path).run(data))
    out = call("schedule", "install", file, "--dry-run", "--lang", "en").out
    assert "<StartWhenAvailable>true</StartWhenAvailable>\n" in out
    assert "<Arguments>remind --scheduled --notify --lang en</Arguments>\n" in out
    assert "$ schtasks /Create /TN" in out


@pytest.mark.parametrize("at", ["24:00", "9", "朝", ""])
def test_a_wrong_time_is_refused(call, file, systemd, at):
    assert "時刻" in refused(call("schedule", "install", file, "--at", at))
    assert systemd.heard == []


@pytest.mark.parametrize("more", [[], ["--dry-run"]])
def test_one_wrong_file_refuses_all(call, file, systemd, tmp_path, more):
    said = refused(call("schedule", "install", file, tmp_path / "none.pmark", *more))
    assert str(tmp_path / "none.pmark") in said
    assert said.count("\n") == 1
    assert systemd.heard == []


def test_a_tool_that_fails_is_one_sentence_with_its_exit_code(call, file, systemd):
    systemd.broken["enable"] = Answer(4, "Failed at /home/花子")
    said = refused(call("schedule", "install", file))
    assert "systemctl が失敗しました(終了コード 4)" in said
    assert "花子" not in said


def test_where_no_systemd_runs_the_line_for_cron_is_said(call, file, systemd):
    systemd.is_missing("systemctl")
    said = refused(call("schedule", "install", file))
    assert "0 9 * * * " in said
    assert said.rstrip().endswith("--notify")


@pytest.mark.parametrize(
    "words", [[], ["install"], ["start"], ["show", "x"], ["remove", "x"], ["install", "x", "--dry"]]
)
def test_wrong_usage_says_how(call, words):
    assert misused(call("schedule", *words)).startswith("usage: pmark-desktop schedule")


def test_the_real_command_leaves_nothing_where_no_systemd_runs(file, tmp_path):
    """As a process, with the tools of this computer, in a home of its own."""
    env = {
        **os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "HOME": str(tmp_path / "home"),
        "XDG_DATA_HOME": str(tmp_path / "d"), "XDG_CONFIG_HOME": str(tmp_path / "c"),
        "XDG_RUNTIME_DIR": str(tmp_path / "none"), "DBUS_SESSION_BUS_ADDRESS": "unix:path=/none",
    }  # fmt: skip
    if sys.platform != "linux":
        pytest.skip("registers for real elsewhere")
    done = subprocess.run(
        [sys.executable, "-m", "pmark_desktop", "schedule", "install", str(file)],
        env=env, capture_output=True, encoding="utf-8", check=False, timeout=60,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (1, "")
    assert "crontab -e" in done.stderr
    assert not [one for name in "dc" for one in (tmp_path / name).rglob("*") if one.is_file()]
