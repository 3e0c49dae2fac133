"""Tables on the clipboard: as Excel and LibreOffice write them, and what is not a table."""

import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.session.clipboard_text import (
    MOST_CHARACTERS,
    MOST_ROWS,
    html_table,
    plain_text,
    read_html,
    read_plain,
)

CAPTURED = Path(__file__).parent / "clipboard"  # by LibreOffice 7.4 on Linux, read with xclip
CELLS = [
    ["No.", "状態", "担当", "社内期限", "備考"],
    ["CERT-12", "完了", "見本 花子", "2027/03/01", "一行目\n二行目"],
    ["CERT-13", "対象外", "佐藤, 次郎", "2027/11/30", '彼は"はい"と言った'],
    ["CERT-14", "対応中", '"引用"', "2026/11/23", "タブ\tの中"],
    ["CERT-15", "", "<b>太字</b> & 印", "12,345.5", '"改行\n"と引用"'],
    ["CERT-16", "済", " 前後の空白 ", "", "Err:509"],
]


def captured(name):
    return (CAPTURED / name).read_bytes().decode()


def test_a_table_of_libreoffice_is_read_cell_by_cell():
    assert read_plain(captured("libreoffice.tsv")).rows == CELLS


def test_the_plain_text_of_libreoffice_has_blanks_where_cells_have_line_ends_and_tabs():
    flat = [[text.replace("\n", " ").replace("\t", " ") for text in row] for row in CELLS]
    assert read_plain(captured("libreoffice.txt")).rows == flat


def test_the_html_of_libreoffice_is_read_too():
    rows = read_html(captured("libreoffice.html")).rows
    assert rows == [[text.strip(" ").replace("\t", " ") for text in row] for row in CELLS]


@pytest.mark.parametrize(
    ("text", "rows"),
    [("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),  # Excel ends each row
     ('"一\n二"\tx\r\n', [["一\n二", "x"]]), ('"a\r\nb"\r\n', [["a\nb"]]),
     ('"a\tb"\tc', [["a\tb", "c"]]), ('"1\n""2"""\tz', [['1\n"2"', "z"]]),
     ('"引用"\tz', [['"引用"', "z"]]), ('""\tz', [['""', "z"]]), ('"""x"""\tz', [['"x"', "z"]]),
     ('彼は"はい"\tz', [['彼は"はい"', "z"]]), ('"閉じない\tz\nw', [['"閉じない', "z"], ["w", ""]]),
     ('"a"b\tc', [['"a"b', "c"]]), ('"a\nb"c\td', [['"a', ""], ['b"c', "d"]]),
     ("a\n\nb", [["a"], [""], ["b"]]), ('"a\nb"\t', [["a\nb", ""]]), ('x\t"\n"\n', [["x", "\n"]]),
     ("\ta\nb", [["", "a"], ["b", ""]]), ("a\rb\r", [["a"], ["b"]]), ('"', [['"']]),
     ("=1+1\t@x\t-2", [["=1+1", "@x", "-2"]]), ('\t"\n"', [["", "\n"]])],
)  # fmt: skip
def test_quotes_tabs_and_line_ends(text, rows):
    assert read_plain(text).rows == rows


@given(
    st.integers(1, 4).flatmap(
        lambda width: st.lists(
            st.lists(st.text('ab"\t\n= 日', max_size=6), min_size=width, max_size=width),
            min_size=1, max_size=4,
        )
    )
)  # fmt: skip
def test_what_is_copied_comes_back_the_same(rows):
    if rows == [[""]] or rows[-1] == [""]:
        return  # an empty last line and a line end are the same text
    assert read_plain(plain_text(rows)).rows == rows
    kept = [[text.removesuffix("\n") for text in row] for row in rows]
    assert read_html(html_table(rows)).rows == kept


@given(st.text(max_size=200))
def test_any_text_is_cells_or_refused(text):
    for read in (read_plain, read_html):
        try:
            block = read(text)
        except UserError:
            continue
        assert {len(row) for row in block.rows} == {block.width}


def test_days_leave_as_days_and_texts_that_look_like_others_as_texts():
    rows = [[date(2027, 11, 30), "007", "=1+1", "<b>&"]]
    assert plain_text(rows) == "2027/11/30\t007\t=1+1\t<b>&"
    page = html_table(rows)
    assert "mso-number-format:'yyyy\\/mm\\/dd'" in page
    assert (
        'sdval="46721" sdnum="1041;0;YYYY/MM/DD">2027/11/30</td>' in page
    )  # as LibreOffice writes
    assert "&lt;b&gt;&amp;" in page
    assert page.count("mso-number-format:'\\@'") == 3


@pytest.mark.parametrize(
    ("text", "why"),
    [("", Why.CLIPBOARD_EMPTY), ("\n", Why.CLIPBOARD_EMPTY), ("a\0b", Why.CLIPBOARD_NOT_TEXT),
     ("\x01\x02\x03PNG", Why.CLIPBOARD_NOT_TEXT), ("\ud800\udfff" * 40, Why.CLIPBOARD_NOT_TEXT),
     ("x" * (MOST_CHARACTERS + 1), Why.CLIPBOARD_TOO_BIG),
     ("x\n" * (MOST_ROWS + 1), Why.CLIPBOARD_TOO_MANY),
     ('"x\n' * (MOST_ROWS + 1), Why.CLIPBOARD_TOO_MANY),
     ("\t" * 2_000_000, Why.CLIPBOARD_TOO_MANY),
     ("\t" * 900_000 + "\nx" * 10, Why.CLIPBOARD_TOO_MANY)],
    ids=lambda value: str(value)[:12] if isinstance(value, Why) else "text",
)  # fmt: skip
def test_what_is_no_table_is_refused(text, why):
    with pytest.raises(UserError) as caught:
        read_plain(text)
    assert caught.value.why is why


def test_a_few_unusable_characters_are_taken_out_and_counted():
    block = read_plain("見本 花子様\tx\x07yz です\n" * 3 + "あ\ud800い" + "う" * 60)
    assert block.rows[0] == ["見本 花子様", "xyz です"]
    assert block.rows[3][0].startswith("あ\ufffdい")
    assert block.cleaned == 4


@pytest.mark.parametrize(
    "text",
    ['"' * MOST_CHARACTERS, '"a' * (MOST_CHARACTERS // 2), '"\t' * 400_000, '""\t' * 300_000,
     '"x\n' * 90_000, "a" * MOST_CHARACTERS, "<" * MOST_CHARACTERS, "<table" * 1_000_000,
     "<table>" + "<td" * 2_000_000, "<table>" + "<td>" * 1_500_000, "<table><!" + "-" * 5_000_000],
    ids=range(11),
)  # fmt: skip
def test_a_hostile_clipboard_is_read_or_refused_in_seconds(text):
    start = time.process_time()
    for read in (read_plain, read_html):
        try:
            read(text)
        except UserError:
            continue
    assert time.process_time() - start < 6


@pytest.mark.parametrize(
    ("page", "rows"),
    [("<TABLE><TR><TD>a<BR>b</TD><TH colspan=2>c</TH></TR><tr><td>d</table>",
      [["a\nb", "c", ""], ["d", "", ""]]),
     ("<table><td colspan=999999>x</table>", [["x", *[""] * 49]]),
     ("<table><tr><td> a \n b </td></tr></table><table><td>other", [["a b"]]),
     ("<table><tr><td rowspan=2>a<td colspan=2 rowspan=3>b<td>c<tr><td>d<tr><td>e<td>f</table>",
      [["a", "b", "", "c"], ["", "", "", "d"], ["e", "", "", "f"]]),
     ("<table><tr><td rowspan=0>a<td>b<tr><td>c", [["a", "b"], ["c", ""]]),
     ("<table><tr><td>1 < 2 &amp; 3", [["1 < 2 & 3"]])],
)  # fmt: skip
def test_web_tables(page, rows):
    assert read_html(page).rows == rows


def test_html_without_a_table_is_refused():
    with pytest.raises(UserError, match="clipboard_empty"):
        read_html("<p>文章だけ</p>")
