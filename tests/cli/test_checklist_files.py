"""`checklist template | read | add`: a list goes out to Excel and comes in again."""

import json
from dataclasses import replace

import pytest
from openpyxl import load_workbook

from pmark_desktop.exchange.checklist_sheet_out import write_template
from pmark_desktop.exchange.checklist_toml import read_shipped
from pmark_desktop.words import Language

LISTS = {one.key: one for one in read_shipped()}


@pytest.fixture
def sheet(tmp_path):
    """Write a list to Excel and return the path."""

    def write(checklist, name="リスト.xlsx"):
        path = tmp_path / name
        write_template(path, Language.JA, checklist)
        return path

    return write


def newer(key, **given):
    first, *others = LISTS[key].items
    return replace(LISTS[key], version="1.1", items=(replace(first, **given), *others))


def test_an_empty_template_is_written_and_reads_as_such(call, tmp_path):
    out = tmp_path / "ひな型.xlsx"
    answer = call("checklist", "template", out)
    assert (answer.code, str(out) in answer.out) == (0, True)
    assert load_workbook(out).sheetnames == ["チェックリスト", "項目", "記入のしかた"]
    answer = call("checklist", "read", out)
    assert answer.code == 1
    assert "ひな型.xlsx: チェックリスト!C3: リストの記号: 空です。" in answer.err


@pytest.mark.parametrize("source", ["LAW", "law"])
def test_a_template_of_a_list_reads_as_that_list(call, tmp_path, source):
    out = tmp_path / "法.xlsx"
    assert call("checklist", "template", out, "--from", source).code == 0
    answer = call("checklist", "read", out)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith("法改正対応レビュー(LAW) 版 1.0  18項目")
    assert "LAW-01  関連法令・規範一覧の棚卸し  満了日の14か月前" in answer.out


def test_read_as_json_gives_the_list_or_the_problems(call, sheet):
    path = sheet(LISTS["MED"])
    found = json.loads(call("checklist", "read", path, "--json").out)
    assert (found["checklist"]["key"], len(found["checklist"]["items"])) == ("MED", 9)
    assert (found["problems"], found["remarks"]) == ([], [])
    book = load_workbook(path)
    book["項目"]["A4"].value = "MED-1"
    book.save(path)
    answer = call("checklist", "read", path, "--json", "--lang", "en")
    found = json.loads(answer.out)
    assert (answer.code, found["checklist"]) == (1, None)
    assert [(one["place"], one["code"]) for one in found["problems"]] == [("項目!A4", "id_form")]
    assert "Id: " in found["problems"][0]["message"]


def test_check_takes_sheets_too(call, sheet):
    path = sheet(LISTS["MED"])
    assert call("checklist", "check", path).code == 0
    assert call("checklist", "check", path.with_name("nix.xlsx")).code == 1


def test_a_workspace_begins_with_a_sheet(call, sheet, tmp_path):
    path = sheet(LISTS["MED"])
    made = call(
        "new", tmp_path / "x.pmark", "--name", "x", "--expires", "2028-03-31", "--lists", path
    )
    assert made.code == 0


def test_add_brings_in_a_list_that_is_not_here(call, sheet, file, tasks):
    answer = call("checklist", "add", file, sheet(LISTS["MED"]))
    assert answer.code == 0
    assert "新しいチェックリスト: " in answer.out
    assert "追加 9件" in answer.out
    assert "MED-01@1" in tasks()


def test_add_brings_in_a_newer_edition_after_its_preview(call, sheet, file, tasks):
    call("set", file, "LAW-01@1", "note=済")
    answer = call("checklist", "add", file, sheet(newer("LAW", guidance="別の文。")))
    assert answer.code == 0
    assert "版 1.0 → 版 1.1" in answer.out
    assert "変更(要再確認)  LAW-01" in answer.out
    assert "変更なし 17件" in answer.out
    assert tasks()["LAW-01@1"]["guidance"] == "別の文。"
    assert tasks()["LAW-01@1"]["note"] == "済"


def test_the_present_edition_again_is_nothing_to_do(call, sheet, file):
    answer = call("checklist", "add", file, sheet(LISTS["LAW"]))
    assert (answer.code, answer.out) == (0, "いまの版と同じです。取り込むものはありません。\n")


@pytest.mark.parametrize(
    ("change", "words"),
    [({"version": "0.9"}, "より古い版です"), ({"title": "別の題"}, "版の番号を上げてください")],
)
def test_an_edition_that_is_not_newer_is_refused(call, sheet, file, tasks, change, words):
    before = tasks()
    answer = call("checklist", "add", file, sheet(replace(LISTS["LAW"], **change)))
    assert (answer.code, answer.out) == (1, "")
    assert words in answer.err
    assert tasks() == before


def test_a_file_with_mistakes_is_refused_with_all_of_them(call, sheet, file):
    path = sheet(LISTS["MED"])
    book = load_workbook(path)
    book["項目"]["A4"].value = "MED-1"
    book["項目"]["H5"].value = "満了の10か月前"
    book.save(path)
    answer = call("checklist", "add", file, path)
    assert answer.code == 1
    assert "項目!A4: 番号: " in answer.err
    assert "項目!H5: 社内期限の決まり: 「満了の10か月前」は" in answer.err


@pytest.mark.parametrize("out", ["x.txt", "x.pmark", "x"])
def test_a_template_has_to_be_an_excel_file(call, tmp_path, out):
    answer = call("checklist", "template", tmp_path / out)
    assert (answer.code, (tmp_path / out).exists()) == (1, False)


@pytest.mark.parametrize("words", [["checklist"], ["checklist", "eat"], ["checklist", "read"]])
def test_wrong_usage_is_said(call, words):
    assert call(*words).code == 2
