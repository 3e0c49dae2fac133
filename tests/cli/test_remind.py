"""`remind`: exit codes, the shape of its JSON, its lines, and that nobody is kept from the rest."""

import json
import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import pytest

from pmark_desktop.cli import commands, run
from tests.cli.answers import TODAY

FAR, SOON, LATE = "2026-11-23", "2027-09-25", "2028-01-10"
needs_linux = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="notify-send")


@pytest.fixture(autouse=True)
def data_folder(tmp_path, monkeypatch):
    """Keep this person's record out of the user's own folder."""
    folder = tmp_path / "data"
    for name in ("XDG_DATA_HOME", "APPDATA", "HOME"):
        monkeypatch.setenv(name, str(folder))
    return folder


@pytest.fixture
def call(call, monkeypatch):
    """Run a command as on the day of `--today`: only what is given on its day is recorded."""

    def act(command, *arguments, now=None):
        day = arguments[arguments.index("--today") + 1] if "--today" in arguments else TODAY
        with suppress(ValueError):
            at = datetime.fromisoformat(f"{now or day}T09:00+09:00")
            monkeypatch.setattr(commands, "real_clock", lambda: at)
        return call(command, *arguments)

    return act


@pytest.fixture
def calm(tmp_path):
    """Return a workspace in which nothing is due for years."""
    list_ = tmp_path / "calm.toml"
    list_.write_text(
        'format = 1\nkey = "CALM"\ntitle = "一覧"\ntitle_en = "List"\nkind = "main"\n'
        'version = "1"\ndate = 2026-04-01\nsource = "自社規程"\n[[items]]\nid = "CALM-01"\n'
        'title = "点検"\nguidance = "点検する"\nclause = "J.6.1"\nevidence = "記録"\n'
        'role = "事務局"\nstage = "do"\ndue = "expiry - 6 months"\n',
        encoding="utf-8",
    )
    path = tmp_path / "静か.pmark"
    assert run(["new", str(path), "--name", "静かな会社", "--expires", "2029-10-31",
                "--lists", str(list_), "--today", FAR]) == 0  # fmt: skip
    return path


@pytest.fixture
def bad(tmp_path):
    path = tmp_path / "壊れた.pmark"
    path.write_bytes(b"SQLite format 3\0" + b"\xff" * 4000)
    return path


# exit codes


def test_the_exit_code_says_what_was_found(call, calm, file, bad):
    def code(*files, today):
        return call("remind", *files, "--today", today, "--all").code

    assert code(calm, today=FAR) == 0
    assert code(calm, bad, today=FAR) == 1
    assert code(calm, today="2029-04-20") == 10
    assert code(calm, bad, today="2029-04-20") == 11
    assert code(calm, file, today=LATE) == 20
    assert code(bad, file, calm, today=LATE) == 21
    assert code(bad, today=LATE) == 1


def test_what_was_given_is_not_given_again_and_then_there_is_nothing(call, file):
    first = call("remind", file, "--today", LATE)
    assert (first.code, call("remind", file, "--today", LATE).code) == (20, 0)
    assert call("remind", file, "--today", LATE).out == "新しいお知らせはありません。\n"
    assert call("remind", file, "--today", LATE, "--all").out == first.out
    assert call("remind", file, "--today", "2028-01-17").code == 20


def test_all_records_nothing(call, file):
    shown = call("remind", file, "--today", LATE, "--all")
    assert call("remind", file, "--today", LATE).out == shown.out


@pytest.mark.parametrize("now", ["2027-08-25", "2028-01-09", "2028-01-11"])
def test_another_day_than_today_only_looks_and_silences_nothing_later(call, file, now):
    looked = call("remind", file, "--today", LATE, now=now)
    assert looked.code == 20
    assert "記録していません" in looked.err
    given = call("remind", file, "--today", LATE)
    assert (given.code, given.out, given.err) == (20, looked.out, "")
    assert call("remind", file, "--today", LATE, now=now).code == 0  # what was given is known


def test_wrong_usage_is_refused(call):
    assert call("remind").code == 2
    assert call("remind", "x", "--today", "31/31").code == 1


# what is printed


def test_the_json_has_the_shape_that_scripts_rely_on(call, file, bad):
    code, out, err = call("remind", file, bad, "--json", "--today", LATE)
    found = json.loads(out)
    assert code == 21
    assert found.keys() == {"today", "workspaces"}
    assert found["today"] == LATE
    good, damaged = found["workspaces"]
    assert (good["file"], good["name"], good["error"]) == (str(file), "株式会社サンプル", None)
    assert (damaged["file"], damaged["name"], damaged["reminders"]) == (str(bad), None, [])
    assert "開いていません" in damaged["error"] or "書き込んでいません" in damaged["error"]
    for one in good["reminders"]:
        assert {"kind", "id", "title", "owner", "due", "days_left", "step"} <= one.keys()
        assert one["title"]
    window = next(one for one in good["reminders"] if one["kind"] == "window")
    assert (window["id"], window["due"], window["days_left"], window["step"]) == (
        "window_closes", "2027-11-30", -41, -35,
    )  # fmt: skip
    assert {one["kind"] for one in good["reminders"]} == {"task", "window", "expiry"}
    assert err == ""


def test_a_line_says_how_urgent_what_when_and_who(call, file):
    out = call("remind", file, "--today", "2027-08-25").out
    heading, *lines = out.splitlines()
    assert heading == f"■ 株式会社サンプル  ({file})"
    assert any(
        line.startswith("  あと7日  CERT-12  ") and "  期限 2027/09/01(水)  担当 申請担当者" in line
        for line in lines
    )
    english = call("remind", file, "--today", "2027-08-25", "--lang", "en", "--all").out
    assert "  7 days left  CERT-12  " in english
    assert "  due Wed 2027-09-01  owner " in english


def test_a_window_that_closed_says_whom_to_call(call, file):
    out = call("remind", file, "--today", "2027-12-07").out
    assert "7日超過  更新申請の受付最終日  2027/11/30(火)  審査機関へ至急連絡" in out


def test_what_cannot_be_read_is_said_once_on_the_side(call, file, bad, tmp_path):
    gone = tmp_path / "ない.pmark"
    code, out, err = call("remind", gone, bad, file, tmp_path, "--today", LATE)
    assert code == 21
    assert "■ 株式会社サンプル" in out
    assert "読めません" not in out
    for one in (gone, bad, tmp_path):
        assert err.count(f"■ {one}  読めません\n") == 1
    assert err.count("開いていません。") + err.count("書き込んでいません。") == 3


def test_of_a_file_that_cannot_be_read_nobody_says_there_is_nothing(call, calm, bad):
    code, out, err = call("remind", bad, calm, "--today", FAR)
    assert (code, out) == (1, "")
    assert f"■ {bad}  読めません" in err


def test_only_files_with_something_to_say_are_listed(call, file, calm):
    out = call("remind", calm, file, "--today", LATE).out
    assert "静かな会社" not in out


def test_a_damaged_record_is_said_and_hides_nothing(call, file, data_folder):
    call("remind", file, "--today", LATE)
    (record,) = data_folder.rglob("reminders.sqlite")
    record.write_bytes(b"junk" * 5000)
    code, out, err = call("remind", file, "--today", LATE)
    assert code == 20
    assert "CERT-12" in out
    assert "新しく始めました" in err
    assert call("remind", file, "--today", LATE).code == 0


def test_no_word_of_the_contents_is_kept_in_the_record(call, file, data_folder):
    call("remind", file, "--today", LATE)
    (record,) = data_folder.rglob("reminders.sqlite")
    content = record.read_bytes()
    assert b"CERT-12" in content
    for words in ("株式会社サンプル", "申請担当者", "更新申請"):
        assert words.encode() not in content


def test_titles_of_several_lines_stay_on_one(call, file):
    call("set", file, "CERT-12", "owner=一行目\n二行目")
    out = call("remind", file, "--today", "2027-08-25").out
    assert "担当 一行目 二行目" in out


def test_reminders_load_neither_qt_nor_what_they_do_not_need(file, tmp_path):
    script = (
        "import sys; from pmark_desktop.cli import run; run(sys.argv[1:]);"
        "print([one for one in ('PySide6', 'jpholiday', 'openpyxl', 'subprocess', 'tomllib')"
        " if one in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, "remind", str(file), "--today", LATE],
        capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert done.stdout.splitlines()[-1] == "[]"


def test_what_is_printed_nowhere_was_not_given(call, file, monkeypatch):
    with monkeypatch.context() as console:
        console.setattr(commands, "real_clock", lambda: datetime.fromisoformat(f"{LATE}T09:00Z"))
        console.setattr(sys, "stdout", None)
        run(["remind", str(file), "--today", LATE])
    assert call("remind", file, "--today", LATE).code == 20


# notifications


@pytest.fixture
def notified(tmp_path, monkeypatch):
    """Return what a fake notify-send was called with; `fail` makes it fail."""
    folder = tmp_path / "bin"
    folder.mkdir()
    program, said = folder / "notify-send", tmp_path / "said"
    program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >> {said}\ntest ! -e {tmp_path}/fail\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    return said


@needs_linux
def test_one_notification_for_all_holds_counts_only(call, file, calm, bad, notified):
    code, _, err = call("remind", file, calm, bad, "--today", LATE, "--notify")
    said = notified.read_text()
    assert code == 21
    assert said.count("Pマーク更新デスク") == 1
    assert "超過" in said
    assert "読めないファイル 1件" in said
    for words in ("株式会社", "CERT", "申請", "壊れた"):
        assert words not in said
    assert "通知" not in err


@needs_linux
def test_nothing_to_tell_is_not_notified(call, calm, notified):
    assert call("remind", calm, "--today", FAR, "--notify").code == 0
    assert not notified.exists()


@needs_linux
@pytest.mark.parametrize("way", ["absent", "failing"])
def test_a_notification_that_fails_is_said_and_told_again(call, file, notified, tmp_path, way):
    if way == "absent":
        shutil.rmtree(tmp_path / "bin")
    else:
        (tmp_path / "fail").touch()
    code, out, err = call("remind", file, "--today", LATE, "--notify")
    assert code == 20
    assert "CERT-12" in out
    assert "デスクトップ通知を出せませんでした(notify-send)" in err
    assert call("remind", file, "--today", LATE).code == 20
    assert call("remind", file, "--today", LATE).code == 0


# several processes


ROOT = Path(__file__).parents[2]
PROGRAM = (
    "import sys; from datetime import datetime; from pmark_desktop.cli import commands, run;"
    f"commands.real_clock = lambda: datetime.fromisoformat('{LATE}T09:00+00:00');"
    "sys.exit(run(sys.argv[1:]))"
)


def started(*arguments):
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, "remind", *map(str, arguments), "--json", "--today", LATE],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT,
        start_new_session=True,
    )  # fmt: skip


def keys_of(out):
    return [
        (found["file"], one["id"], one["due"], one["step"])
        for found in json.loads(out)["workspaces"]
        for one in found["reminders"]
    ]


def test_of_several_at_once_each_gives_what_the_others_do_not(call, file):
    everything = keys_of(call("remind", file, "--json", "--today", LATE, "--all").out)
    at_once = [started(file) for _ in range(4)]
    given = [key for one in at_once for key in keys_of(one.communicate(timeout=60)[0])]
    assert sorted(given) == sorted(everything)
    assert sorted(one.returncode for one in at_once) == [0, 0, 0, 20]


@needs_linux
def test_who_is_killed_before_the_end_has_given_nothing(call, file, notified, tmp_path):
    gate = tmp_path / "gate"
    os.mkfifo(gate)
    (tmp_path / "bin" / "notify-send").write_text(f"#!/bin/sh\necho > {gate}\nread x < {gate}\n")
    child = started(file, "--notify")
    gate.read_text()  # it has printed, and is about to record
    os.killpg(child.pid, signal.SIGKILL)
    assert keys_of(child.communicate(timeout=60)[0])
    code, out, err = call("remind", file, "--today", LATE)
    assert code == 20
    assert "CERT-12" in out
    assert err == ""
