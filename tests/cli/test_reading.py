"""What is asked of a workspace without changing it: `status`, `tasks`, `export`, `check`."""

import json
import shutil
import sqlite3
from pathlib import Path

import pytest
from openpyxl import load_workbook

from pmark_desktop.cli import run
from pmark_desktop.workspace.workspace import Workspace
from tests.cli.answers import TODAY, misused, refused

COMMANDS = (["status"], ["status", "--json"], ["tasks"], ["tasks", "--json"], ["check"])


@pytest.fixture(scope="module")
def lively(template, tmp_path_factory):
    """A workspace with some of everything, made once."""
    from pmark_desktop.cli import run

    path = shutil.copy(template, tmp_path_factory.mktemp("lively") / "会社.pmark")
    today = ["--today", "2026-11-23"]
    for words in (
        ["set", "CERT-12", "state=doing", "due=2026-12-01", "note=メモ", "owner=見本 花子"],
        ["attach", "CERT-12", "https://example.jp/x"],
        ["attach", "LAW-02", "--paper", "書庫A"],
        [
            "set",
            "LAW-02",
            "state=done",
            "result=conforms",
            "checked_by=例示",
            "checked_on=R8.11.22",
        ],
        ["set", "LAW-03", "state=done", "reason=該当なし"],
        ["set", "LAW-07", "state=excluded", "reason=対象の事業がない"],
        ["occur", "ORG", "--on", "2026-11-10", "--name", "本店の移転"],
    ):
        assert run([words[0], str(path), *words[1:], *today]) == 0
    return path


@pytest.fixture
def small(call, tmp_path):
    """A workspace of a few tasks."""
    path = tmp_path / "小.pmark"
    assert call("new", path, "--name", "x", "--expires", "2028-03-31", "--lists", "MED").code == 0
    return path


def of(file, id_, call):
    found = json.loads(call("tasks", file, "--json").out)
    return next(task for task in found if task["id"] == id_)


# status


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
    assert [one["key"] for one in found["lists"]] == ["LAW", "ORG", "AUD", "CERT", "PDCA", "INC"]
    assert list(found["lists"][0]) == ["key", "title", "total", "done", "excluded", "late"]
    assert list(found["counts"]) == [
        "total", "done", "excluded", "late", "due_soon", "waiting", "without_evidence", "past",
    ]  # fmt: skip


def test_status_is_said_in_a_few_lines(call, lively):
    out = call("status", lively).out
    assert out.splitlines()[:4] == [
        "株式会社サンプル",
        "基準日: 2026/11/23(月)",
        "満了日: 2028/03/31(金)  あと494日",
        "受付期間: 2027/08/01(日) - 2027/11/30(火)  受付開始まで 251日",
    ]
    assert "証跡なし 1" in out


def test_status_counts_in_all_and_by_list(call, lively):
    found = json.loads(call("status", lively, "--json").out)
    counts, lists = found["counts"], {one["key"]: one for one in found["lists"]}
    assert (counts["done"], counts["excluded"], counts["without_evidence"]) == (2, 1, 1)
    for name in ("total", "done", "excluded", "late"):
        assert sum(one[name] for one in lists.values()) == counts[name]
    law = lists["LAW"]
    assert (law["title"], law["done"], law["excluded"]) == ("法改正対応レビュー", 2, 1)
    assert lists["INC"]["total"] == 0


@pytest.mark.parametrize(
    ("today", "state", "left"),
    [
        ("2027-07-31", "before", 244), ("2027-08-01", "open", 243), ("2027-11-30", "open", 122),
        ("2027-12-01", "closed", 121), ("2028-04-01", "closed", -1), ("R9.8.1", "open", 243),
    ],
)  # fmt: skip
def test_today_moves_the_deadlines(call, lively, today, state, left):
    found = json.loads(call("status", lively, "--json", "--today", today).out)
    assert (found["cycle"]["window"]["state"], found["cycle"]["days_left"]) == (state, left)


def test_a_window_that_ends_on_a_closed_day_is_extended(call, file):
    call("set", file, "cycle", "window_opens=2027-08-01", "window_closes=2027-11-28")
    for today, state in (("2027-11-29", "extended"), ("2027-11-30", "closed")):
        window = json.loads(call("status", file, "--json", "--today", today).out)["cycle"]["window"]
        assert (window["accepted_until"], window["state"]) == ("2027-11-29", state)
        assert call("status", file, "--today", today).code == 0


@pytest.mark.parametrize("command", [*COMMANDS, ["set", "CERT-12", "note=x"]])
@pytest.mark.parametrize("today", ["tomorrow", "11/23", "2026-02-30", "+1"])
def test_a_today_that_is_none_is_refused_before_anything_is_done(call, file, command, today):
    before = file.read_bytes()
    refused(call(command[0], file, *command[1:], "--today", today))
    assert file.read_bytes() == before


# tasks


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


def test_a_task_is_told_field_for_field(call, lively):
    task = of(lively, "CERT-12", call)
    guidance = task.pop("guidance")
    assert guidance
    assert task == {
        "id": "CERT-12", "list": "CERT", "item": "CERT-12", "occurrence": "",
        "title": "更新申請の提出", "owner": "見本 花子", "state": "doing", "result": "unrated",
        "due": "2026-12-01", "hard_due": "2027-11-30", "rule": "window_opens + 1 month",
        "waits_for": None, "pinned": True, "past": False, "done_on": None, "checked_by": "",
        "checked_on": None, "evidence": ["E-0001"], "note": "メモ", "reason": "",
    }  # fmt: skip
    done = of(lively, "LAW-02", call)
    assert (done["state"], done["result"], done["evidence"]) == ("done", "conforms", ["E-0002"])
    assert (done["done_on"], done["checked_on"]) == ("2026-11-23", "2026-11-22")


def test_a_repeated_task_without_a_rule_tells_how_often(call, lively):
    found = json.loads(call("tasks", lively, "--json").out)
    assert {task["rule"] for task in found if "-Q" in task["occurrence"]} == {"quarterly"}


def test_tasks_stand_by_list_item_and_occurrence(call, file):
    for number in range(11):
        call("occur", file, "ORG", "--on", "2026-12-01", "--name", f"移転{number}")
    found = json.loads(call("tasks", file, "--json", "--list", "ORG").out)
    sets = [task["occurrence"] for task in found if task["item"] == "ORG-03"]
    assert sets == [f"e{number}" for number in range(1, 12)]
    found = json.loads(call("tasks", file, "--json").out)
    assert [task["list"] for task in found] == sorted(task["list"] for task in found)


def test_the_text_has_the_tasks_of_the_json_in_the_same_order(call, lively):
    found = [task["id"] for task in json.loads(call("tasks", lively, "--json").out)]
    *lines, total = call("tasks", lively).out.splitlines()
    assert [line.split("  ")[0] for line in lines] == found
    assert total == f"{len(found)}件"


def test_one_list_is_told_alone(call, lively):
    found = json.loads(call("tasks", lively, "--json", "--list", "CERT").out)
    assert {task["list"] for task in found} == {"CERT"}
    assert "LAW, ORG" in refused(call("tasks", lively, "--list", "NOPE"))


def test_late_is_what_is_due_before_today_open_and_not_past(call, lively):
    day = "2027-03-01"
    found = json.loads(call("tasks", lively, "--json", "--today", day).out)
    late = {
        task["id"]
        for task in found
        if task["state"] not in ("done", "excluded") and not task["past"]
        and any(due and due < day for due in (task["due"], task["hard_due"]))
    }  # fmt: skip
    told = json.loads(call("tasks", lively, "--json", "--late", "--today", day).out)
    assert {task["id"] for task in told} == late != set()


@pytest.mark.parametrize("days", ["0", "7", "８", "400", "99999999999999999999"])
def test_within_is_what_is_open_and_due_in_these_days(call, lively, days):
    found = json.loads(call("tasks", lively, "--json").out)
    told = json.loads(call("tasks", lively, "--json", "--within", days).out)
    assert all(task["due"] >= "2026-11-23" for task in told)
    assert all(task["state"] not in ("done", "excluded") for task in told)
    assert ("CERT-12" in {task["id"] for task in told}) == (int(days) >= 8)
    both = json.loads(call("tasks", lively, "--json", "--late", "--within", days).out)
    assert len(told) <= len(both) <= len(found)


@pytest.mark.parametrize("days", ["-1", "x", "", "1.5", "²"])
def test_days_are_a_number(call, lively, days):
    misused(call("tasks", lively, f"--within={days}"))


def test_english_is_spoken_on_request(call, lively):
    out = call("tasks", lively, "--lang", "en").out
    assert out.splitlines()[-1].endswith(" tasks")
    assert "Cannot" not in call("status", lively, "--lang", "en").err
    assert "There is no task" in call("set", lively, "X", "note=x", "--lang", "en").err
    misused(call("status", lively, "--lang", "fr"))


# export


def test_the_workbook_holds_the_tasks_and_names_the_day(call, lively, tmp_path):
    out = tmp_path / "台帳.XLSX"
    answer = call("export", lively, out)
    assert (answer.code, answer.err) == (0, "")
    assert str(out) in answer.out
    book = load_workbook(out)
    rows = {row[0]: row for row in book["CERT 審査機関対応"].iter_rows(values_only=True)}
    assert rows["CERT-12"][8] == "対応中"
    assert [row[2] for row in book["発生一覧"].iter_rows(min_row=2, values_only=True)] == [
        "本店の移転"
    ]


def test_an_older_workbook_is_replaced_whole_or_kept(call, small, tmp_path):
    out = tmp_path / "台帳.xlsx"
    out.write_bytes(b"old")
    for target in (tmp_path / "台帳.txt", tmp_path / "台帳", tmp_path / "無" / "台帳.xlsx"):
        refused(call("export", small, target))
    assert [one.name for one in tmp_path.iterdir() if one != small] == ["台帳.xlsx"]
    assert out.read_bytes() == b"old"
    assert call("export", small, out, "--lang", "en").code == 0
    assert load_workbook(out).sheetnames[0] == "Cover"


def test_the_workspace_is_never_the_target(call, file, tmp_path):
    before = file.read_bytes()
    refused(call("export", file, file))
    named = file.rename(tmp_path / "会社.xlsx")
    (tmp_path / "link.xlsx").symlink_to(named)
    for target in (named, tmp_path / "link.xlsx", tmp_path / "." / "会社.xlsx"):
        assert "ワークスペース" in refused(call("export", named, target))
    assert named.read_bytes() == before


def test_a_folder_of_that_name_is_no_target(call, lively, tmp_path):
    (tmp_path / "台帳.xlsx").mkdir()
    refused(call("export", lively, tmp_path / "台帳.xlsx"))


# check


def test_a_sound_file_has_no_problems(call, lively):
    answer = call("check", lively)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == "異常はありません。\n"


def tampered(path, *statements):
    link = sqlite3.connect(path)
    for name, kind in link.execute("SELECT name, type FROM sqlite_schema WHERE type = 'trigger'"):
        assert kind == "trigger"
        statements = (f"DROP TRIGGER {name}", *statements)
    kept = [sql for (sql,) in link.execute("SELECT sql FROM sqlite_schema WHERE type = 'trigger'")]
    for statement in (*statements, *kept):
        link.execute(statement)
    link.commit()
    link.close()


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE task SET state = 'done' WHERE id = 'LAW-05'", ["LAW-05"]),
        ("UPDATE task SET note = 'x' WHERE id = 'CERT-12'", ["CERT-12"]),
        ("DELETE FROM proof WHERE evidence = 1", ["proof 1/1/CERT-12"]),
        ("UPDATE cycle SET applied = '2026-11-01'", ["cycle 1"]),
        ("UPDATE log SET who = 'x' WHERE seq = 5", ["5 件目"]),
        ("DELETE FROM log WHERE seq = 7", ["8 件目"]),
        ("UPDATE organisation SET name = 'x'", ["organisation"]),
    ],
)  # fmt: skip
def test_what_somebody_changed_by_hand_is_found(call, lively, tmp_path, statement, said):
    path = shutil.copy(lively, tmp_path / "x.pmark")
    tampered(path, statement)
    code, out, err = call("check", path)
    assert (code, err) == (1, "")
    assert all(word in out for word in said)


def test_evidence_that_is_no_longer_the_same_is_found(call, file, tmp_path):
    proof = tmp_path / "証跡.txt"
    proof.write_text("本文")
    call("attach", file, "CERT-12", proof)
    tampered(file, "UPDATE chunk SET bytes = x'00'")
    code, out, _ = call("check", file)
    assert code == 1
    assert "E-0001" in out


# files


@pytest.mark.parametrize("content", [b"", b"x", b"PK\x03\x04" + b"\0" * 500, b"SQLite format 3\0"])
@pytest.mark.parametrize("command", [*COMMANDS, ["export", "o.xlsx"], ["set", "X", "note=x"]])
def test_no_command_takes_what_is_no_workspace(call, tmp_path, content, command, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "x.pmark"
    path.write_bytes(content)
    refused(call(command[0], path, *command[1:]))
    assert path.read_bytes() == content
    assert [one.name for one in tmp_path.iterdir()] == ["x.pmark"]


@pytest.mark.parametrize("name", ["無い.pmark", "無/い.pmark", ".", "a\0b.pmark", "x" * 300])
def test_a_file_that_is_not_there_is_said_so(call, tmp_path, name):
    for words in (["status"], ["set", "X", "note=x"]):
        refused(call(words[0], f"{tmp_path}/{name}", *words[1:]))


@pytest.mark.parametrize("part", [0.3, 0.5, 0.999])
def test_a_file_that_was_cut_is_refused_or_found_out(call, lively, tmp_path, part):
    whole = Path(lively).read_bytes()
    path = tmp_path / "x.pmark"
    path.write_bytes(whole[: int(len(whole) * part)])
    refused(call("status", path))
    refused(call("set", path, "CERT-12", "note=y"))


def test_what_another_has_open_is_read_and_not_written(call, file, small, tmp_path, monkeypatch):
    monkeypatch.setenv("LOGNAME", "hanako")
    with Workspace(file, by="x"):
        for command in COMMANDS:
            assert call(command[0], file, *command[1:]).code == 0
        for words in (["set", "CERT-12", "note=x"], ["attach", "CERT-12", "--paper", "x"]):
            assert "hanako さんが" in refused(call(words[0], file, *words[1:]))
    assert call("set", file, "CERT-12", "note=x").code == 0
    with Workspace(small, by="x"):
        assert call("export", small, tmp_path / "o.xlsx").code == 0


def test_a_read_only_file_is_read_and_not_written(call, file):
    file.chmod(0o444)
    before = file.read_bytes()
    for command in COMMANDS:
        assert call(command[0], file, *command[1:]).code == 0
    for words in (
        ["set", "CERT-12", "note=x"], ["set", "cycle", "applied=2026-11-01"],
        ["occur", "ORG", "--on", "2026-12-01", "--name", "x"], ["attach", "CERT-12", "https://a.jp"],
    ):  # fmt: skip
        assert "読み取り専用" in refused(call(words[0], file, *words[1:]))
    assert file.read_bytes() == before


def test_reading_leaves_nothing_beside_the_file(call, file):
    before = file.read_bytes()
    for command in COMMANDS:
        call(command[0], file, *command[1:])
    assert [one.name for one in file.parent.iterdir()] == [file.name]
    assert file.read_bytes() == before


def test_the_application_is_late_for_who_begins_inside_the_window(tmp_path, capsys):
    path, day = str(tmp_path / "x.pmark"), ["--today", "2027-10-15"]
    run(["new", path, "--name", "株式会社サンプル", "--expires", "2028-03-31", *day])
    capsys.readouterr()
    run(["tasks", path, "--json", "--late", *day])
    (late,) = json.loads(capsys.readouterr().out)
    assert (late["id"], late["past"], late["hard_due"]) == ("CERT-12", False, "2027-11-30")


def test_an_application_entered_ahead_counts_from_its_own_day(tmp_path, capsys):
    path = str(tmp_path / "x.pmark")
    run(
        [
            "new",
            path,
            "--name",
            "株式会社サンプル",
            "--expires",
            "2028-03-31",
            "--today",
            "2026-11-23",
        ]
    )
    run(["set", path, "cycle", "applied=2027-08-20", "--today", "2027-08-10"])
    for today, state in (("2027-08-19", "open"), ("2027-08-20", "applied")):
        capsys.readouterr()
        run(["status", path, "--json", "--today", today])
        assert json.loads(capsys.readouterr().out)["cycle"]["window"]["state"] == state


def test_a_clock_that_cannot_be_right_is_said_beside_the_answer(call, file, monkeypatch):
    from datetime import UTC, datetime

    from pmark_desktop.workspace import workspace

    monkeypatch.setattr(workspace, "real_clock", lambda: datetime(2020, 1, 1, tzinfo=UTC))
    monkeypatch.setattr(
        workspace.Workspace.__init__, "__kwdefaults__",
        workspace.Workspace.__init__.__kwdefaults__ | {"clock": workspace.real_clock},
    )  # fmt: skip
    code, out, err = call("status", file, "--json")
    assert code == 0
    assert json.loads(out)["today"] == TODAY
    assert "パソコンの時計(2020/01/01(水))" in err


def test_a_day_that_was_asked_for_is_no_wrong_clock(call, file):
    assert call("status", file, "--today", "2001-01-01").err == ""
