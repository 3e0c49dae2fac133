"""The form in Excel: what goes out comes back, also after people and programs were at it."""

import dataclasses
import shutil
import subprocess
from datetime import date, datetime
from io import BytesIO

import pytest
from openpyxl import load_workbook
from sheets import HEAD, IDS, ROW, head_xml, items_xml, packed, parts, row_xml, sheet_xml, workbook

from pmark_desktop.domain.checklist import Checklist, Condition, Item, Kind, Repeat, Stage
from pmark_desktop.domain.errors import StorageError, UserError, Why
from pmark_desktop.domain.rules import Offset, Rule, Unit, parse_rule
from pmark_desktop.exchange import checklist_sheet_out
from pmark_desktop.exchange.checklist_file import read_list_file
from pmark_desktop.exchange.checklist_sheet_in import read_sheet
from pmark_desktop.exchange.checklist_sheet_out import write_template
from pmark_desktop.exchange.checklist_toml import read_shipped
from pmark_desktop.words import Language
from pmark_desktop.words_checklist import problem_words

LISTS = {one.key: one for one in read_shipped()}
MED = LISTS["MED"]
OFFICE = shutil.which("soffice")


@pytest.fixture
def written(tmp_path):
    """Write a list and return the path."""

    def write(checklist=MED, language=Language.JA):
        path = tmp_path / "リスト.xlsx"
        write_template(path, language, checklist)
        return path

    return write


@pytest.fixture
def changed(written):
    """Let openpyxl change a written list, and return what is read then."""

    def change(act, checklist=MED):
        path = written(checklist)
        book = load_workbook(path)
        act(book)
        book.save(path)
        return read_list_file(path)

    return change


def said(reading):
    return [(problem.place, problem.code.value) for problem in reading.problems]


def remarked(reading):
    return [(remark.place, remark.code.value) for remark in reading.remarks]


def sheet_list(*items, **given):
    head = {"key": "AB", "title": "一覧", "title_en": "List", "kind": Kind.SUPP,
            "version": "1.10", "date": date(2026, 11, 23), "source": "手作り"}  # fmt: skip
    return Checklist(**(head | given), items=items)


def sheet_item(number=1, **given):
    valid = {"id": f"AB-{number:02}", "title": "項目", "guidance": "手引き", "clause": "J.6",
             "evidence": "記録", "role": "事務局", "stage": Stage.DO, "due": parse_rule("expiry")}  # fmt: skip
    return Item(**(valid | given))


# round trips


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("key", LISTS)
def test_every_shipped_list_comes_back_as_it_was(written, key, language):
    reading = read_list_file(written(LISTS[key], language))
    assert (reading.checklist, reading.problems, reading.remarks) == (LISTS[key], (), ())


def test_texts_come_back_whatever_they_look_like(written):
    texts = [
        "=1+1", "+81-3", "-5", "@x", "\t頭", "'quoted", "_x000D_", "_x0041_", "_x005F_x0041_",
        "1行目\n2行目", "<b>&amp;</b>", "𠮷野家 髙島", "か\u3099", "ｶﾞ", "1.10", "2026-11-23", "3月1日",
        "TRUE", "#REF!", "1E5", "007", "項目", "　前後　の空白　内", "a" * 32_000, "％s {0}", "\u202eabc",
    ]  # fmt: skip
    items = [
        sheet_item(number, guidance=text.strip(), evidence=text.strip(), due_note=text.strip())
        for number, text in enumerate(texts, start=1)
    ]
    assert read_list_file(written(sheet_list(*items))).checklist.items == tuple(items)


def test_every_field_comes_back(written):
    items = (
        sheet_item(1, due=parse_rule("expiry - 1 month"), hard_due=parse_rule("window_closes"),
                   due_note="注", lead_days=0, applies_if=Condition.UNDER16, replaces=("AB-91",)),
        sheet_item(2, due=None, repeat=Repeat.MONTHLY, replaces=("AB-92", "AB-93")),
        sheet_item(3, due=Rule(date(2027, 1, 3)), stage=Stage.ACT, lead_days=730),
        sheet_item(4, due=parse_rule("AB-01 done + 1 week")),
        sheet_item(5, due=Rule(parse_rule("expiry").base, Offset(0, Unit.MONTH))),
    )  # fmt: skip
    checklist = sheet_list(*items)
    assert read_list_file(written(checklist)).checklist == checklist


def test_an_empty_form_holds_nothing_and_says_what_is_missing(written):
    reading = read_list_file(written(None))
    assert {code for _, code in said(reading)} == {"field_missing", "no_items"}
    assert len(reading.problems) == len(HEAD) + 1


def test_a_list_with_mistakes_goes_out_to_be_mended(written):
    wrong = sheet_list(sheet_item(guidance=""), title_en="")
    reading = read_list_file(written(wrong))
    assert said(reading) == [("チェックリスト!C5", "field_missing"), ("項目!C3", "field_missing")]


# the file


def test_the_form_helps_to_fill_it_in(written):
    book = load_workbook(written())
    head, items, notes = book.worksheets
    assert [sheet.title for sheet in book.worksheets] == ["チェックリスト", "項目", "記入のしかた"]
    assert items.row_dimensions[1].hidden
    assert head.column_dimensions["A"].hidden
    assert items.freeze_panes == "C3"
    assert (items.page_setup.paperSize, items.page_setup.orientation) == (9, "landscape")
    choices = {str(rule.sqref): rule.formula1 for rule in items.data_validations.dataValidation}
    assert choices["G3:G2002"] == '"計画(P),実施(D),点検(C),改善(A)"'
    assert choices["K3:K2002"] == '"1回,毎年,四半期ごと,毎月"'
    assert len(choices["M3:M2002"]) < 256
    assert items.column_dimensions["A"].number_format == "@"
    texts = [str(cell.value) for row in notes.iter_rows() for cell in row if cell.value]
    assert "満了日の10か月前" in texts
    assert any("計算式は使えません" in text for text in texts)


def test_no_text_is_a_formula_and_no_file_of_another_kind_is_written(written, tmp_path):
    book = load_workbook(written(sheet_list(sheet_item(title="=SUM(A1)"))))
    cell = book["項目"]["B3"]
    assert (cell.data_type, cell.value, cell.quotePrefix) == ("s", "=SUM(A1)", True)
    with pytest.raises(UserError) as refused:
        write_template(tmp_path / "x.xls", Language.JA)
    assert refused.value.why is Why.TARGET_WRONG_TYPE


def test_a_form_that_does_not_read_back_the_same_is_not_written(written, monkeypatch):
    path = written()
    before = path.read_bytes()
    monkeypatch.setattr(checklist_sheet_out, "fit", lambda text: text.replace("医", "薬"))
    monkeypatch.setattr(checklist_sheet_out, "_filled", dict)
    with pytest.raises(StorageError) as refused:
        write_template(path, Language.JA, MED)
    assert refused.value.why is Why.WRITTEN_WRONGLY
    assert path.read_bytes() == before
    assert len(list(path.parent.iterdir())) == 1


def test_writing_is_cancelled_in_the_middle(tmp_path):
    def cancel(fraction):
        if fraction > 0.3:
            raise UserError(Why.CANCELLED)

    with pytest.raises(UserError):
        write_template(tmp_path / "x.xlsx", Language.JA, MED, cancel)
    assert list(tmp_path.iterdir()) == []


# what people do to it


def test_columns_may_change_places_and_others_stand_between(changed):
    def act(book):
        sheet = book["項目"]
        sheet.insert_cols(1)
        sheet["A2"], sheet["A3"] = "社内メモ", "x"
        sheet.move_range("C1:C40", cols=20)

    reading = changed(act)
    assert reading.checklist == MED
    assert remarked(reading) == [("項目", "columns_unread")]


@pytest.mark.parametrize("language", list(Language))
def test_without_the_hidden_ids_the_headings_do(written, language):
    path = written(MED, language)
    book = load_workbook(path)
    for sheet in book.worksheets[:2]:
        sheet.delete_rows(1)
    book.worksheets[0].delete_cols(1)
    book.save(path)
    assert read_list_file(path).checklist == MED


def test_renamed_sheets_and_headings_are_found_by_their_ids(changed):
    def act(book):
        book["項目"].title, book["チェックリスト"].title = "Sheet2", "Sheet1"
        book.worksheets[1]["B2"] = "やること"

    assert changed(act).checklist == MED


def test_both_tables_may_stand_on_one_sheet():
    rows = "".join(row_xml(number, pair) for number, pair in enumerate(HEAD, start=1))
    one = sheet_xml(rows + row_xml(9, IDS) + row_xml(10, ROW))
    reading = read_sheet(workbook(head=sheet_xml(""), items=one), "x.xlsx")
    assert said(reading) == []
    assert [item.id for item in reading.checklist.items] == ["AB-01"]


@pytest.mark.parametrize(("column", "field"), [(2, "title"), (8, "due"), (6, "role")])
def test_a_missing_column_is_said_once(changed, column, field):
    reading = changed(lambda book: book["項目"].delete_cols(column))
    assert [(p.place, p.code.value, p.field) for p in reading.problems] == [
        ("項目", "sheet_column_missing", field)
    ]


def test_a_column_twice_is_said(changed):
    def act(book):
        book["項目"]["P1"] = "title"

    assert said(changed(act)) == [("項目!P2", "sheet_column_twice")]


def test_columns_that_may_be_empty_may_be_missing(changed):
    item = sheet_item()
    reading = changed(lambda book: book["項目"].delete_cols(9, 6), sheet_list(item))
    assert reading.checklist.items == (item,)


def test_empty_rows_are_read_over_and_mistakes_keep_their_row(changed):
    def act(book):
        sheet = book["項目"]
        sheet.insert_rows(4, 3)
        sheet["B5"] = " 　\n"
        sheet["G8"] = "いつか"

    assert said(changed(act)) == [("項目!G8", "choice_unknown")]


def test_hidden_rows_columns_and_sheets_are_read_and_told(changed):
    def act(book):
        sheet = book["項目"]
        sheet.row_dimensions[4].hidden = True
        sheet.column_dimensions["I"].hidden = True
        sheet.sheet_state = "hidden"
        book.create_sheet("メモ")["A1"] = "x"

    reading = changed(act)
    assert reading.checklist == MED
    assert remarked(reading) == [
        ("項目", "table_hidden"),
        ("項目", "rows_hidden"),
        ("項目", "columns_hidden"),
        ("", "sheets_unread"),
    ]


def test_merged_cells_are_those_of_the_first(changed):
    reading = changed(lambda book: book["項目"].merge_cells("C3:C4"))
    assert said(reading) == [("項目!C4", "field_missing")]
    assert remarked(reading) == [("項目!C3:C4", "cells_merged")]


TYPED = [
    ("H", "満了日の１０ヶ月前", "due", parse_rule("expiry - 10 months")),
    ("H", " expiry  -10 months ", "due", parse_rule("expiry - 10 months")),
    ("H", date(2027, 1, 3), "due", Rule(date(2027, 1, 3))),
    ("H", datetime(2027, 1, 3, 9, 0), "due", Rule(date(2027, 1, 3))),
    ("H", "令和9年1月3日", "due", Rule(date(2027, 1, 3))),
    ("L", "３０", "lead_days", 30),
    ("L", "30日前", "lead_days", 30),
    ("L", 30.0, "lead_days", 30),
    ("L", None, "lead_days", 14),
    ("G", "実施（Ｄ）", "stage", Stage.DO),
    ("G", "act", "stage", Stage.ACT),
    ("G", "p", "stage", Stage.PLAN),
    ("K", "1回", "repeat", Repeat.ONCE),
    ("K", "once", "repeat", Repeat.ONCE),
    ("K", "Yearly", "repeat", Repeat.YEARLY),
    ("M", "Data of persons under 16", "applies_if", Condition.UNDER16),
    ("N", "AB-91、ＡＢ-92 AB-93", "replaces", ("AB-91", "AB-92", "AB-93")),
    ("D", 6.2, "clause", "6.2"),
    ("D", 6, "clause", "6"),
    ("F", True, "role", "TRUE"),
]
WRONG = [
    ("H", "満了の10か月前", "rule_form"),
    ("H", "満了日の500か月前", "rule_number_too_big"),
    ("H", "AB-99の実施日の3日後", "item_unknown"),
    ("H", None, "due_missing"),
    ("L", 14.5, "not_number"),
    ("L", "二週間", "not_number"),
    ("L", 731, "number_outside"),
    ("L", date(2026, 1, 1), "cell_day"),
    ("A", "AB-1", "id_form"),
    ("A", "CD-01", "id_of_another_list"),
    ("B", "2行\nの題", "text_many_lines"),
    ("B", "=1+1", "cell_formula"),
    ("K", "毎週", "choice_unknown"),
    ("N", "古い番号", "id_form"),
]


def in_rows(cases):
    """Return what puts each value into a row of its own: one workbook for all of them."""

    def act(book):
        for row, case in enumerate(cases, start=3):
            book["項目"][f"{case[0]}{row}"] = case[1]

    return act


def test_what_is_typed_is_understood(changed):
    items = [sheet_item(number) for number in range(1, len(TYPED) + 1)]
    reading = changed(in_rows(TYPED), sheet_list(*items))
    assert said(reading) == []
    for (_, value, field, expected), item in zip(TYPED, reading.checklist.items, strict=True):
        assert (value, getattr(item, field)) == (value, expected)


@pytest.mark.parametrize("value", ["ＡＢ－０１ ", "AB−01"])
def test_an_id_may_be_typed_in_full_width(changed, value):
    reading = changed(in_rows([("A", value)]), sheet_list(sheet_item()))
    assert reading.checklist.items[0].id == "AB-01"


def test_mistakes_are_listed_with_their_cell(changed):
    items = [sheet_item(number) for number in range(1, len(WRONG) + 1)]
    reading = changed(in_rows(WRONG), sheet_list(*items))
    assert said(reading) == [
        (f"項目!{column}{row}", code) for row, (column, _, code) in enumerate(WRONG, start=3)
    ]


def test_a_broken_id_does_not_blame_those_that_count_from_it(changed):
    items = [sheet_item(1), sheet_item(2, due=parse_rule("AB-01 done"))]
    reading = changed(in_rows([("A", date(2026, 1, 1))]), sheet_list(*items))
    assert said(reading) == [("項目!A3", "cell_day")]


def test_an_item_that_is_there_cannot_be_replaced(changed):
    reading = changed(in_rows([("N", "AB-01")]), sheet_list(sheet_item()))
    assert said(reading) == [("項目!N3", "replaces_alive")]


@pytest.mark.parametrize(
    ("value", "version", "remarks"),
    [("1.10", "1.10", []), (1.1, "1.1", ["version_was_number"]), ("１．２", "1.2", [])],
)
def test_a_version_that_became_a_number_is_told(changed, value, version, remarks):
    def act(book):
        book["チェックリスト"]["C7"] = value

    reading = changed(act)
    assert reading.checklist.version == version
    assert [code for _, code in remarked(reading)] == remarks


@pytest.mark.parametrize(
    "value", [date(2026, 4, 1), "2026/4/1", "令和8年4月1日", "R8.4.1", "２０２６年４月１日"]
)
def test_the_date_of_a_version_is_read_in_every_form(changed, value):
    def act(book):
        book["チェックリスト"]["C8"] = value

    assert changed(act).checklist.date == date(2026, 4, 1)


@pytest.mark.parametrize("value", ["4月1日", "2026/2/30", "いつか"])
def test_a_date_without_a_year_or_that_is_none_is_a_mistake(changed, value):
    def act(book):
        book["チェックリスト"]["C8"] = value

    assert said(changed(act)) == [("チェックリスト!C8", "not_date")]


def test_a_workbook_that_counts_from_1904_is_read_right(changed):
    def act(book):
        from openpyxl.utils.datetime import CALENDAR_MAC_1904

        book.epoch = CALENDAR_MAC_1904

    assert changed(act).checklist == MED


def test_furigana_is_no_part_of_a_text():
    strings = (
        '<sst xmlns="x"><si><t>監査</t><rPh sb="0" eb="2"><t>カンサ</t></rPh>'
        "<phoneticPr/></si></sst>"
    )
    rels = (
        '<Relationship Id="r9" Type="http://x/sharedStrings" Target="sharedStrings.xml"/>'
        "</Relationships>"
    )
    found = parts(items=items_xml(ROW).replace(
        '<c r="B2" t="inlineStr"><is><t xml:space="preserve">項目</t></is></c>',
        '<c r="B2" t="s"><v>0</v></c>',
    ))  # fmt: skip
    name = "xl/_rels/workbook.xml.rels"
    found[name] = found[name].replace("</Relationships>", rels)
    found["xl/sharedStrings.xml"] = strings
    assert read_sheet(packed(found), "x").checklist.items[0].title == "監査"


def test_words_call_cells_and_headings_in_both_languages(changed):
    def act(book):
        book["項目"]["G3"] = "いつか"
        book["項目"]["A4"] = "MED-01"

    one, two = changed(act).problems
    assert problem_words(one) == (
        "リスト.xlsx: 項目!G3: PDCA: 「いつか」は使えません。次のどれかにしてください: "
        "計画(P), 実施(D), 点検(C), 改善(A)"
    )
    assert problem_words(two, Language.EN) == (
        "リスト.xlsx: 項目!A4: Id: Row 3 has the same id. Use another number."
    )


# other programs


@pytest.mark.parametrize("key", ["LAW", "INC"])
def test_our_cells_are_those_of_openpyxl(written, key):
    from pmark_desktop.exchange.xlsx_gate import Parts
    from pmark_desktop.exchange.xlsx_grid import Book

    path = written(LISTS[key])
    ours = Book(Parts(path.read_bytes()))
    for sheet in load_workbook(path).worksheets:
        theirs = {
            (cell.row, cell.column): cell.value
            for row in sheet.iter_rows()
            for cell in row
            if cell.value is not None
        }
        grid = ours.read(sheet.title)
        assert grid.cells.keys() == theirs.keys()
        for place, cell in grid.cells.items():
            value = theirs[place]
            shown = value.date().isoformat() if isinstance(value, datetime) else str(value)
            assert cell.text == shown


@pytest.mark.skipif(OFFICE is None, reason="needs LibreOffice")
def test_a_form_that_libreoffice_saved_still_reads(written, tmp_path):
    checklist = dataclasses.replace(LISTS["AUD"], version="1.10")
    source = written(checklist)
    out = tmp_path / "out"
    subprocess.run(
        [OFFICE, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless",
         "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(out), str(source)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    saved = out / source.name
    assert saved.read_bytes() != source.read_bytes()
    reading = read_list_file(saved)
    assert said(reading) == []
    assert reading.checklist == checklist


def test_a_book_without_styles_is_read():
    assert said(read_sheet(workbook(head=head_xml()), "x")) == []


def test_the_file_is_the_same_kind_whatever_it_is_called(written, tmp_path):
    path = written()
    other = path.rename(tmp_path / "名前.dat")
    assert read_list_file(other).checklist == MED
    assert read_sheet(BytesIO(other.read_bytes()).getvalue(), "").checklist == MED
