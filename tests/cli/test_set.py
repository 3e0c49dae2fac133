"""`set` and `occur`: one operation each, or nothing at all."""

import json

import pytest

from pmark_desktop.workspace.workspace import Workspace
from tests.cli.answers import misused, refused


def log_of(file):
    with Workspace(file, by="", to_write=False) as workspace:
        return workspace.log()


@pytest.mark.parametrize(
    ("pair", "kept"),
    [
        ("state=doing", "doing"), ("state= REVIEW ", "review"), ("result=nonconforming",
        "nonconforming"), ("owner=見本 花子", "見本 花子"), ("due=２０２７－０８－２０", "2027-08-20"),
        ("due=令和9年8月20日", "2027-08-20"), ("done_on=2026/11/20", "2026-11-20"),
        ("checked_by=例示 一郎", "例示 一郎"), ("checked_on=R8.11.23", "2026-11-23"),
        ("note=一行目\n二行目\tタブ", "一行目\n二行目\tタブ"), ("reason=a=b", "a=b"),
        ("note==1+1", "=1+1"), ("note=+81", "+81"), ("note=-5", "-5"), ("owner=@x", "@x"),
        ("note=か\u3099", "か\u3099"), ("note={0} %s", "{0} %s"),
    ],
)  # fmt: skip
def test_a_field_takes_what_is_written(call, file, tasks, pair, kept):
    answer = call("set", file, "CERT-12", pair)
    assert (answer.code, answer.err) == (0, "")
    assert tasks()["CERT-12"][pair.partition("=")[0]] == kept


@pytest.mark.parametrize(
    ("field", "empty"),
    [("owner", ""), ("done_on", None), ("checked_by", ""), ("checked_on", None), ("note", ""),
     ("reason", "")],
)  # fmt: skip
def test_an_empty_value_clears(call, file, tasks, field, empty):
    filled = "2026-11-20" if field.endswith("_on") else "x"
    call("set", file, "CERT-12", f"{field}={filled}")
    assert tasks()["CERT-12"][field] == filled
    assert call("set", file, "CERT-12", f"{field}=").code == 0
    assert tasks()["CERT-12"][field] == empty


def test_several_fields_are_one_operation(call, file):
    before = log_of(file)[-1].operation
    call("set", file, "CERT-12", "state=doing", "owner=見本", "note=x", "--by", "例示 一郎")
    new = [entry for entry in log_of(file) if entry.operation > before]
    assert {entry.operation for entry in new} == {before + 1}
    assert {entry.who for entry in new} == {"例示 一郎"}
    assert {entry.field for entry in new} == {"state", "owner", "note"}


def test_the_log_has_the_real_time_whatever_today_is(call, file):
    call("set", file, "CERT-12", "note=x", "--today", "2027-05-05")
    assert not log_of(file)[-1].at.startswith("2027-05-05")


def test_without_a_name_the_account_is_logged(call, file, monkeypatch):
    monkeypatch.setenv("LOGNAME", "hanako")
    call("set", file, "CERT-12", "note=x")
    assert log_of(file)[-1].who == "hanako"


def test_a_due_set_by_hand_is_pinned_and_stays_when_its_anchor_moves(call, file, tasks):
    call("set", file, "CERT-12", "due=2027-08-20")
    call("set", file, "cycle", "window_opens=2027-07-01")
    pinned = tasks()["CERT-12"]
    assert (pinned["due"], pinned["pinned"]) == ("2027-08-20", True)
    assert pinned["rule"] == "window_opens + 1 month"
    call("set", file, "CERT-12", "due=")
    assert (tasks()["CERT-12"]["due"], tasks()["CERT-12"]["pinned"]) == ("2027-07-30", False)


def test_done_takes_the_day_that_is_given_before_today(call, file, tasks):
    call("set", file, "LAW-02", "state=done", "reason=該当なし", "done_on=2026-11-20")
    assert tasks()["LAW-02"]["done_on"] == "2026-11-20"
    call("set", file, "LAW-03", "state=done", "reason=該当なし", "--today", "2026-11-30")
    assert tasks()["LAW-03"]["done_on"] == "2026-11-30"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["CERT-12", "due=2027-12-01"], "2027/11/30"), (["CERT-12", "state=done"], "証跡"),
        (["CERT-12", "state=excluded"], "理由"), (["CERT-12", "done_on=2026-11-24"], "先の日付"),
        (["CERT-12", "checked_on=2026-11-24"], "先の日付"), (["CERT-12", "due=8/20"], "年"),
        (["CERT-12", "due=+14"], "年"), (["CERT-12", "state="], "todo doing"),
        (["CERT-12", "result=適合"], "conforms"), (["CERT-12", "titel=x"], "checked_by"),
        (["CERT-12", "id=x"], "checked_by"), (["cert-12", "note=x"], "cert-12"),
        (["CERT-12", "note=x", "due=x"], "「x」"),
        (["CERT-12", "note=" + "𠮷" * 16_384], "32768"),
        (["cycle", "applied=2027-13-01"], "2027-13-01"), (["cycle", "expires="], "日付"),
        (["cycle", "expires=2029-11-24"], "3年"), (["cycle", "expires=2026-03-22"], "8か月"),
        (["cycle", "window_opens=2027-12-01"], "受付期間"), (["cycle", "event=2027-01-01"], "欄"),
        (["cycle", "year_start=02-29"], "2月29日"), (["cycle", "applied.done=2027-01-01"], "欄"),
    ],
)  # fmt: skip
def test_a_refusal_says_why_and_leaves_the_bytes_alone(call, file, words, said):
    before = file.read_bytes()
    assert said in refused(call("set", file, *words))
    assert file.read_bytes() == before
    assert [one.name for one in file.parent.iterdir()] == [file.name]


def test_a_text_that_just_fits_is_kept_whole(call, file, tasks):
    text = "𠮷" * 16_383 + "a"
    assert call("set", file, "CERT-12", f"note={text}").code == 0
    assert tasks()["CERT-12"]["note"] == text


@pytest.mark.parametrize(
    ("typed", "kept", "count"),
    [("a\x00b\x07c", "abc", 2), ("a\udcffb", "a\ufffdb", 1), ("\x85\ufffe", "", 2)],
)
def test_what_no_text_may_hold_is_cleaned_with_a_notice(call, file, tasks, typed, kept, count):
    call("set", file, "CERT-12", "note=before")
    code, out, err = call("set", file, "CERT-12", f"note={typed}")
    assert code == 0
    assert f"{count}字" in err
    assert f"{count}字" not in out
    assert tasks()["CERT-12"]["note"] == kept


def test_a_checker_who_is_the_owner_is_told_so(call, file):
    answer = call("set", file, "CERT-12", "owner=見本", "checked_by=見本")
    assert answer.code == 0
    assert "CERT-12" in answer.err


def test_nothing_to_change_writes_nothing(call, file):
    before = file.read_bytes()
    code, out, err = call("set", file, "CERT-12", "state=todo")
    assert (code, err) == (0, "")
    assert "変更はありません" in out
    assert file.read_bytes() == before


@pytest.mark.parametrize("words", [["CERT-12"], [], ["CERT-12", "note"], ["CERT-12", "=x"]])
def test_a_pair_is_field_and_value(call, file, words):
    misused(call("set", file, *words))


# the cycle


def test_planned_and_actual_anchors_move_what_counts_from_them(call, file, tasks):
    waiting = tasks()["CERT-15"]
    assert (waiting["due"], waiting["waits_for"]) == (None, "site_visit")
    assert call("set", file, "cycle", "site_visit.planned=2028-01-20").code == 0
    assert tasks()["CERT-15"]["due"] == "2027-12-21"
    assert call("set", file, "cycle", "site_visit=２０２８/２/１").code == 0
    assert tasks()["CERT-15"]["due"] == "2027-12-28"
    call("set", file, "cycle", "site_visit=")
    assert tasks()["CERT-15"]["due"] == "2027-12-21"
    call("set", file, "cycle", "site_visit.planned=")
    assert tasks()["CERT-15"]["waits_for"] == "site_visit"


@pytest.mark.parametrize("anchor", ["applied", "site_visit", "findings_issued", "decided"])
def test_every_staged_anchor_has_a_plan_and_a_fact(call, file, anchor):
    given = (f"{anchor}.planned=2027-09-01", f"{anchor}=2027-09-02")
    assert call("set", file, "cycle", *given, "--today", "2027-10-01").code == 0
    with Workspace(file, by="", to_write=False) as workspace:
        cycle = workspace.content.cycle
    found = getattr(cycle, f"{anchor}_planned"), getattr(cycle, anchor)
    assert [day.isoformat() for day in found] == ["2027-09-01", "2027-09-02"]


def test_an_actual_date_ahead_is_taken_with_a_notice(call, file):
    code, _, err = call("set", file, "cycle", "applied=2027-08-20")
    assert code == 0
    assert "2027/08/20" in err
    for today, state in (("2027-08-19", "open"), ("2027-08-20", "applied")):
        found = json.loads(call("status", file, "--json", "--today", today).out)
        assert found["cycle"]["window"]["state"] == state


def test_a_corrected_expiry_moves_the_window(call, file):
    assert call("set", file, "cycle", "expires=2028-06-30").code == 0
    found = json.loads(call("status", file, "--json").out)["cycle"]
    assert (found["expires"], found["window"]["certain"]) == ("2028-06-30", False)


def test_the_answer_of_the_body_settles_the_window(call, file):
    call("set", file, "cycle", "expires=2028-06-30")
    given = ("window_opens=2027-11-01", "window_closes=2028-02-29", "window_source=11/20 電話")
    assert call("set", file, "cycle", *given).code == 0
    window = json.loads(call("status", file, "--json").out)["cycle"]["window"]
    assert (window["opens"], window["closes"]) == ("2027-11-01", "2028-02-29")
    assert window["certain"]


# events


def test_an_event_makes_its_tasks_and_prints_them(call, file, tasks):
    before = tasks().keys()
    answer = call("occur", file, "ORG", "--on", "令和8年12月1日", "--name", "=本店の移転")
    new = tasks().keys() - before
    assert (answer.code, answer.err) == (0, "")
    assert {id_.split("@")[1] for id_ in new} == {"e1"}
    assert all(id_ in answer.out for id_ in new)
    assert "=本店の移転" in answer.out


def test_knowing_of_a_leak_counts_from_that_day(call, file, tasks):
    assert call("occur", file, "INC", "--on", "2026-11-20", "--name", "誤送信", "--known").code == 0
    assert tasks()["INC-06@e1"]["hard_due"] == "2026-11-24"


@pytest.mark.parametrize(
    "words",
    [
        ["AUD", "--on", "2026-12-01", "--name", "x"], ["NOPE", "--on", "2026-12-01", "--name", "x"],
        ["ORG", "--on", "12/1", "--name", "x"], ["ORG", "--on", "2026-12-01", "--name", " "],
        ["ORG", "--on", "2026-12-01", "--name", "x", "--known"],
        ["ORG", "--on", "2026-12-01", "--name", "x", "--today", "2026-13-01"],
        ["ORG", "--on", "2026-12-01", "--name", "長" * 32_768],
    ],
)  # fmt: skip
def test_an_event_that_cannot_be_leaves_the_bytes_alone(call, file, words):
    before = file.read_bytes()
    refused(call("occur", file, *words))
    assert file.read_bytes() == before


def test_the_name_of_an_event_is_cleaned_with_a_notice(call, file):
    answer = call("occur", file, "ORG", "--on", "2026-12-01", "--name", "移\x07転")
    assert answer.code == 0
    assert "1字" in answer.err
    assert "移転" in answer.out
