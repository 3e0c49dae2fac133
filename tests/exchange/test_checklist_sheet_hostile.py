"""Files that would stop, fill or fool a reader: each is refused with a sentence, and soon."""

import struct
import time
import zlib
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sheets import MAIN, RELS, ROW, head_xml, items_xml, packed, parts, row_xml, sheet_xml, workbook

from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.exchange import xlsx_gate, xlsx_grid
from pmark_desktop.exchange.checklist_file import read_list_file
from pmark_desktop.exchange.checklist_sheet_in import read_sheet
from pmark_desktop.words import Language
from pmark_desktop.words_checklist import problem_words

SECONDS = 10  # nothing may take long, whatever it is; on an idle machine all is below one


def codes(content):
    """Return the codes of what is said about a file, after some checks of the words."""
    started = time.monotonic()
    reading = read_sheet(content, "x.xlsx")
    assert time.monotonic() - started < SECONDS
    assert (reading.checklist is None) == bool(reading.problems)
    for problem in (*reading.problems, *reading.remarks):
        assert problem_words(problem).startswith("x.xlsx: ")
        assert problem_words(problem, Language.EN).startswith("x.xlsx: ")
    return [problem.code.value for problem in reading.problems]


def first(content):
    return codes(content)[0]


def test_the_plain_one_is_sound():
    assert codes(workbook()) == []


# other kinds of file


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file_empty"),
        ("番号,実施項目\n".encode(), "sheet_not_xlsx"),
        ("番号,実施項目\n".encode("cp932"), "sheet_not_xlsx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "sheet_old_excel"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "sheet_encrypted",
        ),
        (b"PK\x03\x04" + bytes(100), "sheet_damaged"),
        (workbook()[:800], "sheet_damaged"),
        (packed({"word/document.xml": "<a/>"}), "sheet_not_xlsx"),
        (packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}),
         "sheet_open_document"),
        (packed({"[Content_Types].xml": "<a/>", "xl/workbook.bin": b"x"}), "sheet_binary"),
        (workbook(**{"xl/vbaProject.bin": b"x"}), "sheet_macros"),
        (workbook(**{"[Content_Types].xml": '<Types><Override ContentType="application/vnd.ms-'
                     'excel.sheet.macroEnabled.main+xml"/></Types>'}), "sheet_macros"),
        (bytes(20 * 1024 * 1024 + 1), "file_too_big"),
    ],
)  # fmt: skip
def test_other_files_are_called_by_their_kind(content, code):
    assert first(content) == code


@pytest.mark.parametrize("name", ["nix.xlsx", "a.pmark", "ordner.xlsx", "a\0b.xlsx"])
def test_a_path_that_is_no_file_is_refused(tmp_path, name):
    (tmp_path / "ordner.xlsx").mkdir()
    (tmp_path / "a.pmark").write_bytes(workbook())
    reading = read_list_file(tmp_path / name)
    assert reading.checklist is None
    assert reading.problems[0].code.value.startswith("file_")


# ZIP


def test_too_many_parts_are_refused():
    assert first(workbook(**{f"x/{n}": "" for n in range(1001)})) == "sheet_overdone"


def test_a_part_that_swells_is_refused_before_it_is_read():
    assert first(workbook(**{"xl/x.xml": bytes(2_000_000)})) == "sheet_overdone"


def test_a_part_that_lies_about_its_size_is_counted_as_it_is_read(monkeypatch):
    content = packed(parts(items=items_xml(ROW, after=" " * 3_000_000)))
    lying = _with_size(content, "xl/worksheets/sheet2.xml", 1000)
    assert first(lying) in ("sheet_overdone", "sheet_damaged")


def _with_size(content, name, size):
    """Return a ZIP whose directory claims another size for one entry."""
    place = content.rindex(name.encode()) - 46
    assert content[place : place + 4] == b"PK\x01\x02"
    return content[: place + 24] + struct.pack("<I", size) + content[place + 28 :]


def test_two_parts_of_one_name_are_refused():
    held = BytesIO()
    with ZipFile(held, "w") as archive:
        for name, text in parts().items():
            archive.writestr(name, text)
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("xl/workbook.xml", "<a/>")
    assert first(held.getvalue()) == "sheet_two_answers"


def test_a_protected_entry_is_refused():
    content = bytearray(workbook())
    for place in _entries(content):
        content[place + 8] |= 1
    assert first(bytes(content)) == "sheet_encrypted"


def _entries(content):
    place = content.find(b"PK\x01\x02")
    while place >= 0:
        yield place
        place = content.find(b"PK\x01\x02", place + 4)


def test_a_damaged_part_is_named():
    content = bytearray(packed(parts(), ZIP_STORED))
    place = content.index("項目".encode())
    content[place] ^= 0x20  # the checksum no longer holds
    reading = read_sheet(bytes(content), "x.xlsx")
    assert reading.problems[0].code.value == "sheet_damaged"
    assert "xl/workbook.xml" in problem_words(reading.problems[0])


# XML

BOMB = (
    '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><worksheet>&c;</worksheet>'
)


@pytest.mark.parametrize(
    ("part", "text", "code"),
    [
        ("xl/worksheets/sheet2.xml", BOMB, "sheet_doctype"),
        ("xl/workbook.xml", BOMB, "sheet_doctype"),
        ("[Content_Types].xml", BOMB, "sheet_doctype"),
        ("_rels/.rels", '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', "sheet_doctype"),
        ("xl/worksheets/sheet2.xml", "<worksheet><row>", "sheet_damaged"),
        ("xl/worksheets/sheet2.xml", b"<a>\xff\xfe</a>", "sheet_damaged"),
        ("xl/worksheets/sheet2.xml", b'<?xml version="1.0" encoding="Shift_JIS"?><a/>', None),
        ("xl/worksheets/sheet2.xml", "<a>" * 100 + "</a>" * 100, "sheet_overdone"),
        ("xl/worksheets/sheet2.xml", "", "sheet_damaged"),
    ],
)  # fmt: skip
def test_xml_that_no_spreadsheet_program_writes_is_refused(part, text, code):
    found = first(workbook(**{part: text}))
    assert found == code or (code is None and found.startswith("sheet_"))


def test_utf_16_is_read():
    text = '<?xml version="1.0" encoding="UTF-16"?>' + items_xml(ROW)
    assert codes(workbook(items=text.encode("utf-16"))) == []


def test_strict_open_xml_is_read_and_not_an_empty_workbook():
    strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    found = {name: text.replace(MAIN, strict) for name, text in parts().items()}
    assert codes(packed(found)) == []


def test_prefixed_names_are_read():
    rows = f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData>{_prefixed()}</x:sheetData></x:worksheet>'
    assert codes(workbook(items=rows)) == []


def _prefixed():
    xml = items_xml(ROW)
    inside = xml[xml.index("<row") : xml.index("</sheetData>")]
    for name in ("row", "c", "is", "t"):
        inside = inside.replace(f"<{name} ", f"<x:{name} ").replace(f"<{name}>", f"<x:{name}>")
        inside = inside.replace(f"</{name}>", f"</x:{name}>")
    return inside


def test_too_many_elements_are_refused(monkeypatch):
    monkeypatch.setattr(xlsx_gate, "MOST_ELEMENTS", 500)
    assert first(workbook(items=items_xml(ROW, "<row/>" * 600))) == "sheet_overdone"


# the workbook


@pytest.mark.parametrize(
    ("rels", "code"),
    [
        ('<Relationship Id="r1" Type="{0}/worksheet" Target="worksheets/sheet9.xml"/>'
         '<Relationship Id="r2" Type="{0}/worksheet" Target="worksheets/sheet2.xml"/>',
         "sheet_damaged"),
        ('<Relationship Id="r2" Type="{0}/worksheet" Target="worksheets/sheet2.xml"/>',
         "sheet_damaged"),
        ('<Relationship Id="r1" Type="{0}/worksheet" Target="http://example.jp/a" '
         'TargetMode="External"/>', "sheet_linked"),
        ('<Relationship Id="r1" Type="{0}/chartsheet" Target="worksheets/sheet1.xml"/>'
         '<Relationship Id="r2" Type="{0}/chartsheet" Target="worksheets/sheet2.xml"/>',
         "sheet_without_items"),
    ],
)  # fmt: skip
def test_sheets_that_are_not_there_are_not_an_empty_list(rels, code):
    text = f'<Relationships xmlns="x">{rels.format(RELS)}</Relationships>'
    assert first(workbook(**{"xl/_rels/workbook.xml.rels": text})) == code


def test_links_to_other_files_are_refused_but_not_an_address():
    link = '<Relationships><Relationship Id="h" Type="{0}/{1}" Target="{2}" TargetMode="External"/></Relationships>'
    shown = link.format(RELS, "hyperlink", "https://example.jp/")
    rels = "xl/worksheets/_rels/sheet2.xml.rels"
    assert codes(workbook(**{rels: shown})) == []
    fetched = link.format(RELS, "externalLinkPath", "file:///C:/x.xlsx")
    name = "xl/externalLinks/_rels/externalLink1.xml.rels"
    assert first(workbook(**{name: fetched})) == "sheet_linked"


def test_no_sheets_and_two_sheets_of_one_name_are_refused():
    empty = f'<workbook xmlns="{MAIN}"><sheets/></workbook>'
    assert first(workbook(**{"xl/workbook.xml": empty})) == "sheet_without_items"
    twice = parts()["xl/workbook.xml"].replace("チェックリスト", "項目")
    assert first(workbook(**{"xl/workbook.xml": twice})) == "sheet_two_answers"


# a sheet


def test_a_claimed_size_is_not_believed():
    small = '<dimension ref="A1:B1"/>'
    large = '<dimension ref="A1:XFD1048576"/>'
    for claim in (small, large):
        assert codes(workbook(items=items_xml(ROW, before=claim))) == []


@pytest.mark.parametrize(
    "after",
    [
        '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
        '<hyperlinks><hyperlink ref="A1:XFD1048576"/></hyperlinks>',
        '<dataValidations><dataValidation sqref="A1:XFD1048576"/></dataValidations>',
        '<conditionalFormatting sqref="A1:XFD1048576"/>',
        '<mergeCells><mergeCell ref="A1:A0"/><mergeCell ref=""/><mergeCell ref="A1:B2:C3"/></mergeCells>',
    ],
)
def test_what_spans_all_cells_costs_nothing(after):
    assert codes(workbook(items=items_xml(ROW, after=after))) == []


def test_very_many_empty_rows_are_read_over():
    rows = "".join(f'<row r="{n}"/>' for n in range(3, 60_000))
    assert codes(workbook(items=items_xml(ROW, rows))) == []


@pytest.mark.parametrize("place", ["A20001", "XFD1048576", "SH5", "A1048576"])
def test_a_value_outside_of_the_form_is_refused_with_its_cell(place):
    content = workbook(items=items_xml(ROW, f"<row>{_cell(place)}</row>"))
    reading = read_sheet(content, "x.xlsx")
    assert [(p.code.value, p.place) for p in reading.problems] == [
        ("sheet_too_far", f"項目!{place}")
    ]


def _cell(place):
    return f'<c r="{place}"><v>1</v></c>'


def test_too_many_cells_are_refused(monkeypatch):
    monkeypatch.setattr(xlsx_grid, "MOST_CELLS", 8)
    assert first(workbook()) == "sheet_too_far"


def test_the_same_cell_twice_is_refused():
    assert first(workbook(items=items_xml(ROW, row_xml(2, ("AB-02",))))) == "sheet_two_answers"


def test_rows_and_cells_in_any_order_and_without_names_are_read():
    row = "".join(f'<c t="inlineStr"><is><t>{value}</t></is></c>' for value in ROW)
    ids = "".join(f'<c t="inlineStr"><is><t>{v}</t></is></c>' for v in
                  ("id", "title", "guidance", "clause", "evidence", "role", "stage", "due"))  # fmt: skip
    assert codes(workbook(items=sheet_xml(f"<row>{ids}</row><row>{row}</row>"))) == []
    backwards = sheet_xml(row_xml(5, ROW) + row_xml(1, ("id", "title", "guidance", "clause",
                          "evidence", "role", "stage", "due")))  # fmt: skip
    assert codes(workbook(items=backwards)) == []


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ('<c r="B2"><f>1+1</f><v>2</v></c>', "cell_formula"),
        ('<c r="B2"><f>1+1</f></c>', "cell_formula"),
        ('<c r="B2" t="str"><f>A1</f><v>項目</v></c>', "cell_formula"),
        ('<c r="B2" t="e"><v>#REF!</v></c>', "cell_error"),
        ('<c r="B2" t="b"><v>2</v></c>', "cell_unreadable"),
        ('<c r="B2" t="weird"><v>2</v></c>', "cell_unreadable"),
        ('<c r="B2"><v>1_000</v></c>', "cell_unreadable"),
        ('<c r="B2"><v>NaN</v></c>', "cell_unreadable"),
        ('<c r="B2"><v>１２</v></c>', "cell_unreadable"),
        ('<c r="B2"><v>1E400</v></c>', "cell_digits_lost"),
        ('<c r="B2"><v>1234567890123456</v></c>', "cell_digits_lost"),
        ('<c r="B2" t="s"><v>0</v></c>', "sheet_damaged"),
        ('<c r="B2" t="d"><v>2026-11-23</v></c>', "cell_day"),
        ('<c r="B2" t="d"><v>never</v></c>', "cell_unreadable"),
    ],
)  # fmt: skip
def test_cells_that_are_no_text_are_listed_by_their_cell(cell, code):
    row = row_xml(2, (ROW[0], "", *ROW[2:])).replace('<c r="C2"', f'{cell}<c r="C2"')
    reading = read_sheet(workbook(items=items_xml(row)), "x.xlsx")
    assert [(p.code.value, p.place) for p in reading.problems] == [(code, "項目!B2")]


def test_a_text_of_a_million_letters_is_a_problem_of_its_cell():
    long = (ROW[0], ROW[1], "あ" * 32_768, *ROW[3:])
    reading = read_sheet(workbook(items=items_xml(long)), "x.xlsx")
    assert [(p.code.value, p.place) for p in reading.problems] == [("text_too_long", "項目!C2")]


def test_a_rule_of_thirty_thousand_digits_takes_no_time():
    long = (*ROW[:7], "満了日の" + "1" * 30_000 + "か月前", "")
    assert codes(workbook(items=items_xml(long))) == ["rule_form"]


def test_two_thousand_items_are_the_most():
    rows = [(f"AB-{n:03}", *ROW[1:]) for n in range(2001)]
    assert first(workbook(items=items_xml(*rows))) == "too_many_items"


def test_a_form_of_a_newer_program_is_refused():
    head = head_xml().replace("<sheetData>", f"<sheetData>{row_xml(30, ('pmark-checklist/2',))}")
    assert first(workbook(head=head)) == "sheet_form_newer"


# cancelling, and anything at all


def test_reading_is_cancelled_in_the_middle():
    rows = "".join(row_xml(n, (f"AB-{n}", *ROW[1:])) for n in range(3, 2000))
    seen = []

    def cancel(fraction):
        seen.append(fraction)
        if fraction > 0.3:
            raise UserError(Why.CANCELLED)

    with pytest.raises(UserError):
        read_sheet(workbook(items=items_xml(ROW, rows)), "x.xlsx", cancel)
    assert 0.3 < seen[-1] < 1.0
    assert seen == sorted(seen)


@given(st.data())
def test_flipped_bytes_never_raise(data):
    content = bytearray(packed(parts(), ZIP_STORED))
    for _ in range(data.draw(st.integers(1, 8))):
        place = data.draw(st.integers(0, len(content) - 1))
        content[place] = data.draw(st.integers(0, 255))
    read_sheet(bytes(content), "x.xlsx")


@given(st.binary(max_size=400))
def test_any_xml_part_never_raises(junk):
    read_sheet(workbook(**{"xl/worksheets/sheet2.xml": junk}), "x.xlsx")


@given(st.binary(max_size=400))
def test_any_bytes_never_raise(junk):
    read_sheet(b"PK" + zlib.compress(junk) + junk, "x.xlsx")
