"""Texts that would break a workbook, and that have to be read back as they are."""

import re
from datetime import date
from zipfile import ZipFile

import pytest
import snapshots
from openpyxl import load_workbook

from pmark_desktop.domain.records import Organisation
from pmark_desktop.exchange.workbook import write_workbook
from pmark_desktop.exchange.workbook.safe_texts import address, fit, pieces, sheet_name, units

KEPT = [
    "=1+1", "+81-3", "-5", "@SUM(A1)", "\t=1", "=cmd|' /C calc'!A0", "'=1", "007", "1E5",
    "𠮷野家", "か\u3099", "一\u202e二", "\u200b", "<b>&amp;</b>", "%s {0} {{x}}", "]]>",
    "_x0041_", "_x000D_", "a_x", " 前と後 ", "一行目\n二行目", "\t", "'; DROP TABLE task; --",
]  # fmt: skip


def written(tmp_path, **fields):
    path = tmp_path / "out.xlsx"
    write_workbook(path, snapshots.snapshot(tasks=[snapshots.task(**fields)]))
    return path


@pytest.mark.parametrize("text", KEPT)
def test_a_text_is_read_back_as_it_was_typed(tmp_path, text):
    cell = load_workbook(written(tmp_path, note=text))["AUD 内部監査"]["O3"]
    # openpyxl leaves the escaped underscore of texts in cells; Excel reads it back.
    assert (cell.value.replace("_x005F_", "_"), cell.data_type) == (text, "s")
    assert cell.quotePrefix == text.startswith(("=", "+", "-", "@", "\t"))


def test_no_formula_is_in_the_file(tmp_path):
    with ZipFile(written(tmp_path, note="=1+1", owner="=A1", checked_by="@x")) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if "/sheet" in name]
    assert len(sheets) == 9
    assert not any(re.search(rb"<f[ />]", sheet) for sheet in sheets)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a\x00b", "a\ufffdb"),
        ("a\x0bb\x1fc", "a\ufffdb\ufffdc"),
        ("a\x85b", "a\ufffdb"),
        ("lone \ud800 surrogate", "lone \ufffd surrogate"),
        ("\ufffe\uffff", "\ufffd\ufffd"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
    ],
)
def test_what_xml_cannot_carry_is_marked(tmp_path, text, kept):
    assert fit(text) == kept
    cell = load_workbook(written(tmp_path, note=text))["AUD 内部監査"]["O3"]
    assert cell.value == kept


def test_bad_characters_in_names_still_give_a_file(tmp_path):
    path = tmp_path / "out.xlsx"
    odd = snapshots.checklist("AUD", "監査/[内部]*?\x00\ud800:" + "長" * 40, [snapshots.item()])
    organisation = Organisation(name="株式&会社\x00\ud800", form_no="&P", number="\x01")
    write_workbook(path, snapshots.snapshot([odd], organisation=organisation))
    book = load_workbook(path)
    assert book.sheetnames[2] == "AUD 監査__内部___��_" + "長" * 15
    assert book.properties.creator == "株式&会社��"
    assert book["集計"].oddHeader.left.text == "株式&&会社��"


@pytest.mark.parametrize("text", ["a" * 32_767, "長" * 32_767, "𠮷" * 16_383 + "a", "行\n" * 9_000])
def test_a_text_that_just_fits_is_whole_in_its_cell(tmp_path, text):
    value = load_workbook(written(tmp_path, note=text))["AUD 内部監査"]["O3"].value
    assert value.endswith(text)
    assert units(value) <= 32_767


@pytest.mark.parametrize("char", ["a", "長", "𠮷", "\n"])
def test_a_text_that_does_not_fit_goes_on_in_full(tmp_path, char):
    text = char * (16_000 if char == "𠮷" else 32_000)
    book = load_workbook(written(tmp_path, note=text, reason=text))
    cell = book["AUD 内部監査"]["O3"].value
    assert cell.startswith("【全文は「長文」シート 1】\n")
    assert units(cell) <= 32_767
    parts = [row[3].value for row in book["長文"].iter_rows(min_row=2)]
    assert "".join(parts) == f"{text}\n理由: {text}"
    assert book["長文"]["B2"].value == "AUD 内部監査 O3"


def test_a_text_too_high_for_a_row_is_also_printed_in_full(tmp_path):
    text = "\n".join(f"{n}行目" for n in range(100))
    book = load_workbook(written(tmp_path, note=text))
    assert book["AUD 内部監査"]["O3"].value == f"【全文は「長文」シート 1】\n{text}"
    for row in range(2, book["長文"].max_row + 1):
        assert book["長文"].cell(row, 4).value.count("\n") < 27
        assert book["長文"].row_dimensions[row].height <= 409


def test_a_row_is_as_high_as_its_text_needs(tmp_path):
    path = tmp_path / "out.xlsx"
    tasks = [snapshots.task(note="短い"), snapshots.task(task_id="AUD-02", note="長い備考。" * 20)]
    write_workbook(path, snapshots.snapshot(tasks=tasks))
    heights = load_workbook(path)["AUD 内部監査"].row_dimensions
    assert heights[4].height >= 8 * 15 > heights[3].height


@pytest.mark.parametrize(
    ("wanted", "taken", "name"),
    [
        ("内部監査", [], "内部監査"),
        ("a/b\\c?d*e[f]g:h", [], "a_b_c_d_e_f_g_h"),
        ("'quoted'", [], "quoted"),
        ("x" * 40, [], "x" * 31),
        ("𠮷" * 20, [], "𠮷" * 15),
        ("", [], "_"),
        ("History", [], "History_"),
        ("履歴", [], "履歴_"),
        ("ＡＢＣ", ["abc"], "ＡＢＣ(2)"),
        ("x" * 40, ["x" * 31, "x" * 28 + "(2)"], "x" * 28 + "(3)"),
    ],
)
def test_sheet_names_are_made_safe(wanted, taken, name):
    assert sheet_name(wanted, taken) == name


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://example.jp/a?b=1&c=%20#d", "https://example.jp/a?b=1&c=%20#d"),
        ("https://例え.jp:8080/道 1", "https://xn--r8jz45g.jp:8080/%E9%81%93%201"),
        ("https://example.jp/100%", "https://example.jp/100%25"),
        ("file:///etc/passwd", None),
        ("javascript:alert(1)", None),
        ("https://", None),
        ("https://example.jp:port/", None),
        ("https://example.jp/" + "a" * 2000, None),
        ("メモ", None),
    ],
)
def test_only_sound_addresses_become_links(url, found):
    assert address(url) == found


def test_pieces_tear_no_character():
    assert list(pieces("a𠮷b", 2)) == ["a", "𠮷", "b"]
    assert list(pieces("", 5)) == [""]


def test_a_day_before_excel_counts_is_a_text(tmp_path):
    sheet = load_workbook(written(tmp_path, done_on=date(1899, 5, 1)))["AUD 内部監査"]
    assert sheet["H3"].value == "1899/05/01"
