"""`new` and `sample`: what a workspace may begin with."""

import json
from datetime import date, timedelta

import pytest

from pmark_desktop.workspace.workspace import Workspace
from tests.cli.answers import TODAY, misused, refused

LIST = """
key = "MYLIST"
title = "自社の点検"
title_en = "Our own"
kind = "supp"
version = "1.0"
date = 2026-11-01
source = "自社"
format = 1

[[items]]
id = "MYLIST-01"
title = "台帳の点検"
guidance = "台帳と現物を突き合わせる。"
clause = "J.8"
evidence = "点検記録"
role = "PMS事務局"
stage = "check"
due = "expiry - 6 months"
"""


@pytest.fixture
def new(call, tmp_path):
    """Make a workspace from these options and return the answer and the path."""

    def make(*options, **given):
        wanted = {"name": "株式会社サンプル", "expires": "2028-03-31", "lists": "MED"} | given
        named = [f"--{name.replace('_', '-')}={value}" for name, value in wanted.items()]
        path = tmp_path / "新.pmark"
        return call("new", path, *named, *options), path

    return make


@pytest.fixture
def status(call):
    def read(path, *arguments):
        return json.loads(call("status", path, "--json", *arguments).out)

    return read


@pytest.mark.parametrize(
    "typed",
    [
        "2028-03-31", "2028/3/31", "2028.03.31", "20280331", "２０２８／０３／３１", "2028年3月31日",
        "R10.3.31", "r10/3/31", "令和10年3月31日", "令和１０年３月３１日", " 2028-03-31 ",
        "2028/03/31(金)", "2028ー3ー31",
    ],
)  # fmt: skip
def test_a_date_may_be_written_in_every_form_with_a_year(new, status, typed):
    answer, path = new(expires=typed)
    assert answer.code == 0
    assert status(path)["cycle"]["expires"] == "2028-03-31"


@pytest.mark.parametrize(
    "typed",
    ["", "3/31", "3月31日", "+14", "今日", "2028-02-30", "2027-02-29", "2028-13-01", "2028-00-10",
     "99999999", "2028-03", "来年", "R0.3.31", "1e9", "2028-03-31x", "9999-12-31", "0001-01-01"],
)  # fmt: skip
def test_an_impossible_date_is_refused_and_named(new, typed):
    answer, path = new(expires=typed)
    assert f"「{typed}」" in refused(answer)
    assert not path.exists()


@pytest.mark.parametrize(
    ("today", "far", "old"),
    [
        ("2026-11-23", "2029-11-23", "2026-03-23"), ("2028-02-29", "2031-02-28", "2027-06-29"),
        ("2026-10-31", "2029-10-31", "2026-02-28"), ("2026-01-01", "2029-01-01", "2025-05-01"),
    ],
)  # fmt: skip
def test_expiry_is_taken_up_to_three_years_ahead_and_eight_months_past(new, today, far, old):
    for limit, beyond in ((far, 1), (old, -1)):
        day = date.fromisoformat(limit)
        answer, path = new("--today", today, expires=day + timedelta(days=beyond))
        assert f"{day + timedelta(days=beyond):%Y/%m/%d}" in refused(answer)
        answer, path = new("--today", today, expires=day)
        assert answer.code == 0
        path.unlink()


@pytest.mark.parametrize(
    ("expires", "warned"),
    [("2026-11-24", False), ("2026-11-23", False), ("2026-11-22", True), ("2026-03-23", True)],
)
def test_a_mark_that_expired_is_taken_with_a_warning(new, expires, warned):
    answer, _ = new(expires=expires)
    assert answer.code == 0
    assert ("審査が満了日をまたぐおそれ" in answer.err) == warned


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("4/1", "04-01"), ("１０－１", "10-01"), ("7月1日", "07-01"), ("12-31", "12-31")],
)
def test_the_year_may_start_on_any_day_that_every_year_has(new, typed, kept):
    answer, path = new(year_start=typed)
    assert answer.code == 0
    with Workspace(path, by="", to_write=False) as workspace:
        assert workspace.content.cycle.year_start == kept


@pytest.mark.parametrize("typed", ["02-29", "13-01", "4", "", "04-31", "年度初め"])
def test_another_start_of_the_year_is_refused(new, typed):
    answer, path = new(year_start=typed)
    refused(answer)
    assert not path.exists()


@pytest.mark.parametrize("typed", ["12345678", "12345678(01)", "１２３４５６７８（０１）"])
def test_a_registration_number_is_kept_half_width(new, status, typed):
    answer, path = new(number=typed)
    assert answer.code == 0
    assert status(path)["number"] in ("12345678", "12345678(01)")


@pytest.mark.parametrize(
    "typed", ["1234567", "123456789", "02345678", "12345678(1)", "A1234567", "12345678 (01)"]
)
def test_another_form_of_number_is_refused(new, typed):
    answer, path = new(number=typed)
    assert "12345678(01)" in refused(answer)
    assert not path.exists()


@pytest.mark.parametrize("name", ["=cmd()", "+81", "-x", "@home", "{name} %s", "𠮷野家", "'; --"])
def test_a_name_is_kept_as_typed(new, status, name):
    answer, path = new(name=name)
    assert answer.code == 0
    assert status(path)["name"] == name


def test_control_characters_and_lone_surrogates_are_cleaned_with_a_notice(new, status):
    answer, path = new(name="株式\x07会社\udc81", body="審\x1b査")
    assert answer.code == 0
    assert "3字" in answer.err
    assert status(path)["name"] == "株式会社\ufffd"


@pytest.mark.parametrize("given", [{"name": "  "}, {"name": ""}, {"name": "\x07"}])
def test_a_name_is_needed(new, given):
    answer, path = new(**given)
    refused(answer)
    assert not path.exists()


def test_a_name_that_no_cell_can_hold_is_refused(new):
    answer, path = new(name="長" * 32_768)
    assert "32767" in refused(answer)
    assert not path.exists()


@pytest.mark.parametrize(
    ("lists", "keys"),
    [
        ("all", ["LAW", "ORG", "AUD", "CERT", "PDCA", "OUT", "INC", "SEC", "MED"]),
        ("main,OUT", ["LAW", "ORG", "AUD", "CERT", "PDCA", "OUT"]), ("cert", ["CERT"]),
        (" SEC , MED ,", ["SEC", "MED"]),
    ],
)  # fmt: skip
def test_keys_are_taken_in_their_order(new, status, lists, keys):
    answer, path = new(lists=lists)
    assert answer.code == 0
    assert [one["key"] for one in status(path)["lists"]] == keys


@pytest.mark.parametrize("lists", ["NOPE", "", ",", "AUD,AUD", "main,AUD", "AUD;ORG"])
def test_an_unknown_or_repeated_list_is_refused(new, lists):
    answer, path = new(lists=lists)
    refused(answer)
    assert not path.exists()


def test_a_list_of_ones_own_stands_beside_a_shipped_one(new, status, tmp_path):
    own = tmp_path / "自社.toml"
    own.write_text(LIST, encoding="utf-8")
    answer, path = new(lists=f"CERT,{own}")
    assert answer.code == 0, answer.err
    assert [(one["key"], one["total"]) for one in status(path)["lists"]][1] == ("MYLIST", 1)


def test_all_mistakes_of_a_list_are_told_at_once(new, tmp_path):
    own = tmp_path / "自社.toml"
    own.write_text(LIST.replace("expiry -", "expires -").replace("check", "chek"), encoding="utf-8")
    answer, path = new(lists=own)
    lines = [line for line in refused(answer).splitlines() if line.startswith("自社.toml: ")]
    assert [line.split(": ")[1] for line in lines] == ["MYLIST-01 stage", "MYLIST-01 due"]
    assert not path.exists()


def test_several_list_files_are_each_checked(call, tmp_path):
    good, bad = tmp_path / "良.toml", tmp_path / "悪.toml"
    good.write_text(LIST, encoding="utf-8")
    bad.write_text(LIST.replace("MYLIST-01", "MYLIST-1"), encoding="utf-8")
    code, out, err = call("checklist", "check", good, bad, tmp_path / "無.toml")
    assert code == 1
    assert "良.toml: 誤りはありません" in out
    assert [line.split(": ")[0] for line in err.splitlines()] == ["悪.toml", "無.toml"]
    assert call("checklist", "check", good).code == 0


@pytest.mark.parametrize("words", [(), ("verify", "x.toml"), ("check",)])
def test_checklist_has_one_action(call, words):
    misused(call("checklist", *words))


def test_without_a_choice_the_five_main_lists_are_used(call, status, tmp_path):
    path = tmp_path / "x.pmark"
    assert call("new", path, "--name", "x", "--expires", "2028-03-31").code == 0
    assert [one["key"] for one in status(path)["lists"]] == ["LAW", "ORG", "AUD", "CERT", "PDCA"]


def test_a_file_that_is_there_is_never_written_over(call, file):
    before = file.read_bytes()
    refused(call("new", file, "--name", "x", "--expires", "2028-03-31"))
    refused(call("sample", file))
    assert file.read_bytes() == before


def test_the_folder_has_to_be_there(call, tmp_path):
    place = tmp_path / "無" / "x.pmark"
    refused(call("new", place, "--name", "x", "--expires", "2028-03-31"))
    refused(call("sample", place))


def test_the_log_names_who_began(new, status):
    _, path = new("--by", "例示\x07 一郎")
    with Workspace(path, by="", to_write=False) as workspace:
        assert {entry.who for entry in workspace.log()} == {"例示 一郎"}


# the sample


def test_a_sample_is_alive_and_counts_from_its_day(call, status, tmp_path):
    path = tmp_path / "s.pmark"
    answer = call("sample", path)
    found = status(path)
    assert answer.code == 0
    assert (date.fromisoformat(found["cycle"]["window"]["opens"]) - date(2026, 11, 23)).days == 90
    assert all(found["counts"][name] for name in ("done", "late", "excluded", "due_soon", "past"))


def test_an_untouched_sample_is_made_anew_and_an_edited_one_is_not(call, status, tmp_path):
    path = tmp_path / "s.pmark"
    call("sample", path, "--today", "2026-01-15")
    assert call("sample", path).code == 0
    assert status(path)["today"] == TODAY
    assert call("set", path, "LAW-09@2", "note=x").code == 0
    before = path.read_bytes()
    assert "s.pmark" in refused(call("sample", path))
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["s.pmark"]


def test_a_sample_that_somebody_has_open_is_left_alone(call, tmp_path):
    path = tmp_path / "s.pmark"
    call("sample", path)
    with Workspace(path, by="x"):
        refused(call("sample", path))
