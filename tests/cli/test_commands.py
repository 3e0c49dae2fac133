"""The command line as a script uses it: exit codes, stdout and stderr, stable names."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

import pmark_desktop
from pmark_desktop.cli import run
from pmark_desktop.workspace.workspace import Workspace

ROOT = Path(pmark_desktop.__file__).parents[1]
TODAY = ("--today", "2026-11-23")


@pytest.fixture
def call(capsys):
    """Run a command on 2026-11-23 and return its exit code, stdout and stderr."""

    def act(command, *arguments):
        day = () if "--today" in arguments else TODAY
        code = run([command, *map(str, arguments), *day])
        said = capsys.readouterr()
        return code, said.out, said.err

    return act


@pytest.fixture
def file(tmp_path, call):
    path = tmp_path / "会社.pmark"
    assert call("new", path, "--name", "株式会社サンプル", "--expires", "2028-03-31")[0] == 0
    return path


@pytest.fixture
def tasks(call, file):
    """Return the tasks of the file by id."""

    def read(*arguments):
        code, out, _ = call("tasks", file, "--json", *arguments)
        assert code == 0
        return {task["id"]: task for task in json.loads(out)}

    return read


def refused(result):
    code, out, err = result
    assert (code, out) == (1, "")
    assert "ていません。" in err  # what did not happen, then what to do
    assert "Traceback" not in err
    return err


def test_the_command_line_loads_no_qt(file):
    script = (
        "import sys; from pmark_desktop.cli import run;"
        "code = run(sys.argv[1:]);"
        "assert not any(name.startswith('PySide6') for name in sys.modules);"
        "sys.exit(code)"
    )
    edit = ("set", file, "CERT-12", "note=x")
    for words in (("status", file), ("tasks", file), ("check", file), edit):
        done = subprocess.run(
            [sys.executable, "-c", script, *map(str, words)],
            env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert (done.returncode, done.stderr) == (0, "")


def test_status_json_field_for_field(call, file):
    code, out, _ = call("status", file, "--json")
    found = json.loads(out)
    assert code == 0
    assert list(found) == ["name", "number", "today", "cycle", "counts", "lists"]
    assert found["cycle"] == {
        "expires": "2028-03-31",
        "days_left": 494,
        "review_period": {"from": "2025-12-01", "to": "2027-11-30"},
        "window": {
            "opens": "2027-08-01", "closes": "2027-11-30", "certain": True,
            "accepted_until": "2027-11-30", "state": "before",
        },
    }  # fmt: skip
    assert [one["key"] for one in found["lists"]] == ["LAW", "ORG", "AUD", "CERT", "PDCA"]
    assert list(found["lists"][0]) == ["key", "title", "total", "done", "excluded", "late"]
    assert list(found["counts"]) == [
        "total", "done", "excluded", "late", "due_soon", "waiting", "without_evidence", "past",
    ]  # fmt: skip


def test_the_worked_example_of_dates(tasks):
    found = tasks()
    assert (found["AUD-16@1"]["due"], found["AUD-16@2"]["due"]) == ("2026-05-29", "2027-05-31")
    assert (found["CERT-12"]["due"], found["CERT-12"]["hard_due"]) == ("2027-09-01", "2027-11-30")
    assert found["AUD-17@1"]["waits_for"] == "AUD-16@1"
    assert found["AUD-16@1"]["past"]


def test_tasks_json_names_and_order(tasks):
    found = list(tasks().values())
    assert list(found[0]) == [
        "id", "list", "item", "occurrence", "title", "guidance", "owner", "state", "result",
        "due", "hard_due", "rule", "waits_for", "pinned", "past", "done_on", "checked_by",
        "checked_on", "evidence", "note", "reason",
    ]  # fmt: skip
    assert [(one["list"], one["item"], one["occurrence"]) for one in found] == sorted(
        (one["list"], one["item"], one["occurrence"]) for one in found
    )


def test_counts_are_those_of_the_tasks(call, file, tasks):
    call("set", file, "LAW-02", "state=done", "reason=該当なし", "--today", "2027-03-01")
    counts = json.loads(call("status", file, "--json", "--today", "2027-03-01")[1])["counts"]
    found = tasks("--today", "2027-03-01").values()
    assert counts["total"] == len(found)
    assert counts["past"] == sum(task["past"] for task in found)
    assert counts["waiting"] == sum(task["waits_for"] is not None for task in found)
    assert counts["late"] == len(tasks("--late", "--today", "2027-03-01"))
    assert (counts["done"], counts["without_evidence"]) == (1, 1)


def test_within_gives_what_is_due_from_today_both_ends_included(tasks):
    due = tasks()["CERT-12"]["due"]
    assert "CERT-12" in tasks("--within", "0", "--today", due)
    assert "CERT-12" in tasks("--within", "7", "--today", "2027-08-25")
    assert "CERT-12" not in tasks("--within", "6", "--today", "2027-08-25")


@pytest.mark.parametrize(
    ("expires", "code"),
    [
        ("2029-11-23", 0), ("2029-11-24", 1), ("2026-11-23", 0), ("2026-03-23", 0),
        ("2026-03-22", 1), ("令和10年3月31日", 0), ("２０２８／３／３１", 0), ("R10.3.31", 0),
        ("2028-02-30", 1), ("3/31", 1), ("+14", 1), ("", 1),
    ],
)  # fmt: skip
def test_limits_of_the_expiry_to_the_day(call, tmp_path, expires, code):
    path = tmp_path / "x.pmark"
    result = call("new", path, "--name", "x", "--expires", expires)
    assert result[0] == code
    assert path.exists() == (code == 0)


def test_an_expired_mark_is_taken_with_a_warning(call, tmp_path):
    code, _, err = call("new", tmp_path / "x.pmark", "--name", "x", "--expires", "2026-10-31")
    assert code == 0
    assert "満了日" in err


@pytest.mark.parametrize(
    "wrong",
    [
        ("--number", "0123456(01)"), ("--number", "02345678"), ("--year-start", "02-29"),
        ("--year-start", "13-01"), ("--lists", "NOPE"), ("--lists", "LAW,LAW"),
    ],
)  # fmt: skip
def test_a_wrong_beginning_is_refused_and_nothing_made(call, tmp_path, wrong):
    path = tmp_path / "x.pmark"
    refused(call("new", path, "--name", "x", "--expires", "2028-03-31", *wrong))
    assert list(tmp_path.iterdir()) == []


def test_a_full_width_number_is_stored_half_width(call, tmp_path):
    path = tmp_path / "x.pmark"
    call(
        "new",
        path,
        "--name",
        "x",
        "--expires",
        "2028-03-31",
        "--number",
        "１２３４５６７８（０１）",
    )
    assert json.loads(call("status", path, "--json")[1])["number"] == "12345678(01)"


@pytest.mark.parametrize(
    ("lists", "keys"),
    [
        ("main", ["LAW", "ORG", "AUD", "CERT", "PDCA"]),
        ("all", ["LAW", "ORG", "AUD", "CERT", "PDCA", "OUT", "INC", "SEC", "MED"]),
        ("CERT,INC", ["CERT", "INC"]),
    ],
)
def test_lists_are_chosen(call, tmp_path, lists, keys):
    path = tmp_path / "x.pmark"
    call("new", path, "--name", "x", "--expires", "2028-03-31", "--lists", lists)
    status = json.loads(call("status", path, "--json")[1])
    assert [one["key"] for one in status["lists"]] == keys


def test_every_mistake_of_a_checklist_is_listed(call, tmp_path):
    text = (ROOT / "checklists" / "AUD.toml").read_text(encoding="utf-8")
    bad = tmp_path / "X.toml"
    bad.write_text(
        text.replace('id = "AUD-02"', 'id = "AUD-01"')
        .replace("expiry - 10 months", "expirty - 10 months")
        .replace('title = "内部監査"', 'titel = "内部監査"'),
        encoding="utf-8",
    )
    code, out, err = call("checklist", "check", bad)
    assert (code, out) == (1, "")
    assert all(word in err for word in ("AUD-01", "AUD-16", "titel", "expirty"))
    refused(
        call("new", tmp_path / "x.pmark", "--name", "x", "--expires", "2028-03-31", "--lists", bad)
    )
    assert call("checklist", "check", ROOT / "checklists" / "AUD.toml")[0] == 0


def test_an_existing_file_is_never_written_over(call, file):
    before = file.read_bytes()
    refused(call("new", file, "--name", "x", "--expires", "2028-03-31"))
    refused(call("sample", file))
    assert file.read_bytes() == before


def test_set_is_one_operation_under_the_name_given(call, file, tasks):
    code, *_ = call(
        "set", file, "CERT-12", "owner=見本 花子", "due=２０２７/８/２０", "note==1+1", "state=doing",
        "--by", "例示 一郎",
    )  # fmt: skip
    task = tasks()["CERT-12"]
    assert (code, task["owner"], task["due"], task["note"], task["pinned"]) == (
        0, "見本 花子", "2027-08-20", "=1+1", True,
    )  # fmt: skip
    with Workspace(file, by="", to_write=False) as workspace:
        entries = workspace.log()
    last = entries[-1].operation
    assert {entry.who for entry in entries if entry.operation == last} == {"例示 一郎"}


def test_an_empty_due_goes_back_to_the_rule(call, file, tasks):
    call("set", file, "CERT-12", "due=2027-08-20")
    assert call("set", file, "CERT-12", "due=")[0] == 0
    assert (tasks()["CERT-12"]["due"], tasks()["CERT-12"]["pinned"]) == ("2027-09-01", False)


def test_done_fills_the_day_and_moves_what_waits(call, file, tasks):
    call("set", file, "AUD-16@1", "state=done", "reason=書面で報告")
    assert tasks()["AUD-16@1"]["done_on"] == "2026-11-23"
    assert tasks()["AUD-17@1"]["due"] == "2027-01-22"


@pytest.mark.parametrize(
    "words",
    [
        ("CERT-12", "due=2027-12-01"), ("CERT-12", "state=done"), ("CERT-12", "state=excluded"),
        ("CERT-12", "done_on=2026-11-24"), ("CERT-12", "due=2027-02-30"), ("CERT-12", "due=8/20"),
        ("CERT-12", "state=finished"), ("CERT-12", "titel=x"), ("CERT-99", "note=x"),
        ("CERT-12", "note=" + "長" * 32_768), ("cycle", "applied=2027-13-01"),
        ("cycle", "expiry="), ("cycle", "window_opens=2027-12-01"), ("cycle", "nonsense=1"),
    ],
)  # fmt: skip
def test_what_is_refused_changes_nothing(call, file, words):
    before = file.read_bytes()
    refused(call("set", file, *words))
    assert file.read_bytes() == before


def test_control_characters_are_cleaned_with_a_notice(call, file, tasks):
    code, _, err = call("set", file, "CERT-12", "note=見\x07本\x1b")
    assert (code, tasks()["CERT-12"]["note"]) == (0, "見本")
    assert "2字" in err


def test_the_same_value_again_is_fine(call, file):
    call("set", file, "CERT-12", "note=x")
    assert call("set", file, "CERT-12", "note=x")[0] == 0


def test_anchors_planned_and_actual(call, file, tasks):
    call("set", file, "cycle", "site_visit.planned=2028-01-20", "applied=2027-08-20")
    assert tasks()["CERT-15"]["due"] == "2027-12-21"
    window = json.loads(call("status", file, "--json", "--today", "2027-09-01")[1])["cycle"][
        "window"
    ]
    assert window["state"] == "applied"


@pytest.mark.parametrize(
    ("today", "state"),
    [
        ("2027-07-31", "before"), ("2027-08-01", "open"), ("2027-11-30", "open"),
        ("2027-12-01", "closed"),
    ],
)  # fmt: skip
def test_the_state_of_the_window_to_the_day(call, file, today, state):
    found = json.loads(call("status", file, "--json", "--today", today)[1])
    assert found["cycle"]["window"]["state"] == state


def test_events_make_sets_of_tasks(call, file, tasks):
    assert call("occur", file, "ORG", "--on", "2026-12-01", "--name", "本店の移転")[0] == 0
    assert call("occur", file, "ORG", "--on", "2027-02-01", "--name", "代表者の交代")[0] == 0
    assert tasks()["ORG-03@e1"]["due"] == "2026-12-08"
    assert tasks()["ORG-03@e2"]["due"] == "2027-02-08"
    refused(call("occur", file, "ORG", "--on", "2026-12-01", "--name", "x", "--known"))


def test_evidence_of_every_kind(call, file, tasks, tmp_path):
    proof = tmp_path / "受付通知.pdf"
    proof.write_bytes(b"%PDF-")
    assert call("attach", file, "CERT-12", proof)[0] == 0
    assert call("attach", file, "CERT-12", "https://example.jp/x")[0] == 0
    assert call("attach", file, "CERT-12", "--paper", "書庫A")[0] == 0
    assert tasks()["CERT-12"]["evidence"] == ["E-0001", "E-0002", "E-0003"]
    assert call("set", file, "CERT-12", "state=done")[0] == 0


def test_bad_evidence_is_refused(call, file, tmp_path):
    (tmp_path / "空.pdf").touch()
    with (tmp_path / "大.bin").open("wb") as big:
        big.truncate(100 * 1024 * 1024 + 1)
    (tmp_path / "リンク").symlink_to(tmp_path / "ない")
    for source in ("空.pdf", "大.bin", "リンク", "ない", "."):
        refused(call("attach", file, "CERT-12", tmp_path / source))
    refused(call("attach", file, "CERT-12", "ftp://example.jp/"))
    assert call("attach", file, "CERT-12")[0] == 2


def test_the_workbook_replaces_an_older_one_whole(call, file, tmp_path):
    out = tmp_path / "台帳.xlsx"
    out.write_bytes(b"old")
    assert call("export", file, out)[0] == 0
    assert load_workbook(out).sheetnames[:2] == ["表紙", "集計"]
    refused(call("export", file, tmp_path / "台帳.txt"))
    refused(call("export", file, tmp_path / "ない" / "台帳.xlsx"))


def test_check_finds_what_another_program_changed(call, file):
    import sqlite3

    assert call("check", file)[0] == 0
    link = sqlite3.connect(file)
    link.execute("UPDATE task SET note = 'x' WHERE id = 'CERT-12'")
    link.commit()
    link.close()
    code, out, _ = call("check", file)
    assert code == 1
    assert "CERT-12" in out


def test_what_another_has_open_is_read_but_not_written(call, file):
    with Workspace(file, by="x"):
        assert call("status", file)[0] == 0
        assert "開いています" in refused(call("set", file, "CERT-12", "note=x"))


def test_a_read_only_file_is_read_but_not_written(call, file):
    file.chmod(0o444)
    assert call("status", file)[0] == 0
    refused(call("set", file, "CERT-12", "note=x"))


@pytest.mark.parametrize("content", [b"", b"hello" * 1000, b"SQLite format 3\0" + b"\0" * 84])
def test_what_is_no_workspace_is_refused(call, tmp_path, content):
    path = tmp_path / "x.pmark"
    path.write_bytes(content)
    for command in ("status", "check"):
        refused(call(command, path))
    assert path.read_bytes() == content


@pytest.mark.parametrize(
    "words", [["new"], ["status"], ["set", "x"], ["tasks", "x", "--within", "a"]]
)
def test_wrong_usage_is_exit_2(words, capsys):
    with pytest.raises(SystemExit) as ended:
        run(words)
    assert ended.value.code == 2


def test_a_field_without_equals_is_wrong_usage(file, capsys):
    with pytest.raises(SystemExit) as ended:
        run(["set", str(file), "CERT-12", "state"])
    assert ended.value.code == 2


def test_english_on_request(call, file):
    assert "days left" in call("status", file, "--lang", "en")[1]


@pytest.fixture
def no_screen(monkeypatch, tmp_path):
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_without_a_screen_the_sample_and_its_workbook_are_written(no_screen, capsys):
    assert run([*TODAY]) == 0
    out = capsys.readouterr().out
    assert {path.name for path in no_screen.iterdir()} == {"sample.pmark", "sample.xlsx"}
    assert "受付開始まで 90日" in out
    assert str(no_screen / "sample.xlsx") in out


def test_an_edited_sample_is_never_written_over(no_screen, capsys):
    run([*TODAY])
    run(["set", "sample.pmark", "CERT-12", "note=大切なメモ", *TODAY])
    book = (no_screen / "sample.xlsx").read_bytes()
    assert run(["--today", "2026-12-24"]) == 0
    with Workspace(no_screen / "sample.pmark", by="", to_write=False) as workspace:
        assert workspace.content.tasks["CERT-12"].note == "大切なメモ"
    assert (no_screen / "sample.xlsx").read_bytes() == book


def test_an_untouched_sample_counts_from_the_new_day(no_screen, capsys):
    run([*TODAY])
    assert run(["--today", "2026-12-24"]) == 0
    with Workspace(no_screen / "sample.pmark", by="", to_write=False) as workspace:
        opens = workspace.content.cycle.window.opens
    assert abs((opens - date(2026, 12, 24)).days - 90) <= 3
    assert (no_screen / "sample-2.xlsx").exists()
