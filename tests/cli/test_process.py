"""The program as a process: exit codes, what goes where, what is loaded, a reader that leaves."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import pmark_desktop
from pmark_desktop import __version__
from pmark_desktop.cli import commands, run
from pmark_desktop.domain.errors import UserError, Why
from tests.cli.answers import TODAY

ROOT = Path(pmark_desktop.__file__).resolve().parents[1]
WITHOUT_QT = """
import sys
from pmark_desktop.cli import run
file, folder = sys.argv[1:]
day = ["--today", "2026-11-23"]
codes = [
    run(words + day)
    for words in (
        ["status", file], ["status", file, "--json"], ["tasks", file, "--late"], ["check", file],
        ["set", file, "CERT-12", "note=x"], ["set", file, "cycle", "applied.planned=2027-09-01"],
        ["occur", file, "ORG", "--on", "2026-12-01", "--name", "x"],
        ["attach", file, "CERT-12", "--paper", "x"], ["sample", folder + "/s.pmark"],
        ["checklist", "check", folder + "/none.toml"], ["set", file, "CERT-12", "state=done"],
        ["export", file, folder + "/o.xlsx"], ["set", file, "CERT-99", "note=x"],
    )
]
assert codes == [0] * 9 + [1, 0, 0, 1], codes
assert not any("PySide6" in name or "shiboken" in name for name in sys.modules)
"""


def program(*words, code="from pmark_desktop.__main__ import main; main()", **more):
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"} | more.pop("env", {})
    command = [sys.executable, "-W", "error", "-c", code, *map(str, words)]
    return subprocess.run(
        command, env=env, capture_output=True, encoding="utf-8", check=False, timeout=60, **more
    )


def test_no_command_loads_qt(file, tmp_path):
    done = program(file, tmp_path, code=WITHOUT_QT)
    assert done.returncode == 0, done.stderr


def test_answers_and_refusals_go_their_own_ways(file):
    day = ("--today", TODAY)
    fine = program("status", file, "--json", *day)
    assert (fine.returncode, fine.stderr) == (0, "")
    assert json.loads(fine.stdout)["name"] == "株式会社サンプル"
    refused = program("set", file, "CERT-99", "note=x", *day)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr.startswith("タスク CERT-99 はありません。")
    assert refused.stderr.count("\n") == 1
    misused = program("tasks", file, "--whithin", "3")
    assert (misused.returncode, misused.stdout) == (2, "")
    assert "Traceback" not in refused.stderr + misused.stderr


def test_json_stays_true_where_the_output_knows_no_japanese(file):
    env = {"PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    done = program("status", file, "--json", env=env)
    assert json.loads(done.stdout)["name"] == "株式会社サンプル"
    assert program("status", file, env=env).returncode == 0


def test_a_reader_that_has_enough_is_no_trouble(file):
    code = (
        "import os, sys; from pmark_desktop.__main__ import main;"
        "read, write = os.pipe(); os.close(read); os.dup2(write, 1); main()"
    )
    done = program("tasks", file, code=code)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_program_without_a_console_runs_all_the_same(file):
    code = "import sys; sys.stdout = sys.stderr = None; from pmark_desktop.__main__ import main; main()"
    for words in (("status", file), ("status", file, "--json")):
        assert program(*words, code=code).returncode == 0
    assert program("set", file, "X", "note=x", code=code).returncode == 1


def test_a_path_in_another_encoding_is_refused_in_one_line(tmp_path):
    done = program("status", os.fsdecode(os.fsencode(tmp_path) + b"/\x8e\x9f.pmark"))
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1


# in this process


@pytest.mark.parametrize(
    "words",
    [
        ["new"], ["new", "x.pmark"], ["new", "x.pmark", "--name", "x"], ["status"], ["sample"],
        ["tasks", "x", "--today"], ["tasks", "x", "--lat"], ["set", "x"], ["attach", "x"],
        ["export", "x"], ["check"], ["occur", "x", "ORG", "--on", "2026-12-01"], ["checklist"],
        ["status", "x", "y"], ["--nonsense"], ["x.pmark", "y.pmark"],
    ],
)  # fmt: skip
def test_wrong_usage_ends_with_2_and_says_how(words, capsys):
    with pytest.raises(SystemExit) as ended:
        run(words)
    assert ended.value.code == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("usage: pmark-desktop")


@pytest.mark.parametrize("words", [["--help"], ["new", "--help"], ["checklist", "-h"]])
def test_help_is_given_in_the_width_of_the_screen(words, capsys, monkeypatch):
    lengths = []
    for columns in ("40", "80", "none"):
        monkeypatch.setenv("COLUMNS", columns)
        with pytest.raises(SystemExit) as ended:
            run(words)
        assert ended.value.code == 0
        out = capsys.readouterr().out
        assert out.startswith("usage: pmark-desktop")
        lengths.append(len(out.splitlines()))
    assert lengths[0] > lengths[1]


def test_the_version_is_told(capsys):
    with pytest.raises(SystemExit):
        run(["--version"])
    assert capsys.readouterr().out == f"pmark-desktop {__version__}\n"


@pytest.mark.parametrize(
    ("fault", "code", "said"),
    [
        (ValueError("a name"), 1, "予期しないエラー"), (KeyboardInterrupt(), 130, ""),
        (UserError(Why.DISK_FULL), 1, "空き容量"), (BrokenPipeError(), 0, ""),
    ],
)  # fmt: skip
def test_whatever_happens_is_an_exit_code_and_a_sentence(
    monkeypatch, capsys, fault, code, said
):  # fmt: skip
    def fail(_call):
        raise fault

    monkeypatch.setitem(commands.COMMANDS, "status", fail)
    monkeypatch.delenv("PMARK_DEBUG", raising=False)
    monkeypatch.setattr("pmark_desktop.cli.main._let_go_of_output", lambda: None)
    assert run(["status", "x"]) == code
    err = capsys.readouterr().err
    assert said in err
    assert "a name" not in err


# without a screen


@pytest.fixture
def here(monkeypatch, tmp_path):
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_file_is_told_about_where_there_is_no_window(here, file, capsys):
    before = file.read_bytes()
    assert run([str(file), "--today", TODAY]) == 0
    assert "株式会社サンプル" in capsys.readouterr().out
    assert file.read_bytes() == before
    assert [one.name for one in here.iterdir()] == [file.name]


def test_the_tour_tells_dates_and_what_is_due(here, capsys):
    assert run(["--sample", "--today", TODAY, "--lang", "en"]) == 0
    out = capsys.readouterr().out
    assert "Late and within 30 days:" in out
    assert "90 days until the window opens" in out
    assert str(here / "sample.pmark") in out
    assert str(here / "sample.xlsx") in out
    assert {one.name for one in here.iterdir()} == {"sample.pmark", "sample.xlsx"}


def test_the_tour_writes_nothing_over_that_somebody_may_have_changed(here, capsys):
    (here / "sample.xlsx").write_bytes(b"mine")
    assert run(["--today", TODAY]) == 0
    assert (here / "sample.xlsx").read_bytes() == b"mine"
    second = (here / "sample-2.xlsx").read_bytes()
    run(["set", "sample.pmark", "CERT-12", "note=大切なメモ", "--today", TODAY])
    sample = (here / "sample.pmark").read_bytes()
    assert run(["--today", "2026-12-24"]) == 0
    assert "編集済み" in capsys.readouterr().out
    assert (here / "sample.pmark").read_bytes() == sample
    assert (here / "sample-2.xlsx").read_bytes() == second
    assert len([*here.iterdir()]) == 3


def test_an_untouched_sample_counts_from_the_new_day(here, capsys):
    run(["sample", "sample.pmark", "--today", TODAY])
    (here / "sample.xlsx").write_bytes(b"of yesterday")
    assert run(["--today", "2026-12-24"]) == 0
    assert "受付開始まで 90日" in capsys.readouterr().out
    assert (here / "sample.xlsx").read_bytes() == b"of yesterday"
    assert (here / "sample-2.xlsx").exists()


def test_the_tour_refuses_what_is_no_workspace_and_leaves_it(here, capsys):
    (here / "sample.pmark").write_bytes(b"mine")
    assert run(["--today", TODAY]) == 1
    assert "Traceback" not in capsys.readouterr().err
    assert [one.read_bytes() for one in here.iterdir()] == [b"mine"]
