"""The Cabinet Office's list in every state of health, and what is said about it."""

import os
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmark_desktop.domain.days import national_holidays
from pmark_desktop.domain.holiday_list import HolidayFault as Fault
from pmark_desktop.domain.holiday_list import differences, is_unlike
from pmark_desktop.exchange import holiday_csv
from pmark_desktop.exchange.holiday_csv import MOST_PROBLEMS, read_holiday_csv
from pmark_desktop.words import Language
from pmark_desktop.words_holidays import holiday_problem_words, holiday_problems_words

HEADER = "国民の祝日・休日月日,国民の祝日・休日名称"
YEARS = (2026, 2027)


def lines(*years):
    """Return the lines of whole years as the Cabinet Office writes them."""
    return [
        f"{day.year}/{day.month}/{day.day},{name}"
        for year in years or YEARS
        for day, name in sorted(national_holidays(year).items())
    ]


def csv(*more, header=HEADER, years=YEARS, end="\r\n"):
    return end.join([header, *lines(*years), *more, ""])


def faults(source):
    """Return the faults of a file with their lines; both languages say something about each."""
    found, problems = read_holiday_csv(source)
    assert (found is None) == bool(problems)
    for problem in problems:
        for language in Language:
            said = holiday_problem_words(problem, language)
            assert "{text}" not in said.replace(problem.text, "")
            assert said.startswith(("行", f"{problem.line}行目", f"Line {problem.line}")) == bool(
                problem.line
            )
    return [(problem.fault, problem.line) for problem in problems]


# what is read


@pytest.mark.parametrize("encoding", ["cp932", "utf-8", "utf-8-sig"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_the_list_is_read_in_both_encodings(encoding, end):
    found, problems = read_holiday_csv(csv(end=end).encode(encoding))
    assert problems == []
    assert found == {year: dict(national_holidays(year)) for year in YEARS}


def test_it_is_read_from_a_file(tmp_path):
    path = tmp_path / "syukujitsu.csv"
    path.write_bytes(csv().encode("cp932"))
    found, problems = read_holiday_csv(path)
    assert (sorted(found), problems) == ([2026, 2027], [])


@pytest.mark.parametrize(
    "line",
    ['"2027/1/1","元日"', "2027-01-01,元日", "2027/01/01, 元日 ", "2027/1/1,元日,,"],
)
def test_what_a_spreadsheet_makes_of_a_line_is_read_too(line):
    text = csv().replace("2027/1/1,元日", line)
    assert read_holiday_csv(text.encode())[0][2027][date(2027, 1, 1)] == "元日"


def test_an_older_header_and_empty_lines_are_no_fault():
    text = csv("", " ", header="国民の祝日月日,国民の祝日名称")
    assert faults(text.encode("cp932")) == []


def test_the_same_line_twice_is_no_fault():
    assert faults(csv("2027/1/1,元日").encode()) == []


# what is refused


@pytest.mark.parametrize(
    ("content", "fault", "line"),
    [
        (b"", Fault.FILE_EMPTY, 0),
        (b" \r\n\r\n", Fault.FILE_EMPTY, 0),
        (csv().encode("utf-16"), Fault.NOT_TEXT, 0),
        (csv().encode("utf-16-le"), Fault.NOT_TEXT, 0),
        (csv().encode("utf-32"), Fault.NOT_TEXT, 0),
        (csv().encode() + b"\x00", Fault.NOT_TEXT, 0),
        (csv().encode("euc-jp"), Fault.ENCODING_UNKNOWN, 1),
        (csv().encode("cp932") + b"\x81", Fault.ENCODING_UNKNOWN, 37),
        (bytes(range(1, 256)) * 50, Fault.ENCODING_UNKNOWN, None),
        (csv().encode("cp932") + "2027/12/1,別の日".encode(), Fault.ENCODING_MIXED, 37),
        (HEADER.encode() + csv(header="").encode("cp932"), Fault.ENCODING_MIXED, 1),
        (csv().encode("utf-8-sig") + "2027/12/1,別".encode("cp932"), Fault.ENCODING_MIXED, 37),
        (b"<!DOCTYPE html><html><body>503</body></html>", Fault.WEB_PAGE, 0),
        (b"\xef\xbb\xbf\r\n <HTML lang=ja>", Fault.WEB_PAGE, 0),
        (csv(header=lines(2027)[0]).encode(), Fault.NO_HEADER, 1),
        ("日付,名称\n2027/1/1,元日".encode("cp932"), Fault.NO_HEADER, 1),
        (f"{HEADER},備考\n2027/1/1,元日,x".encode(), Fault.NO_HEADER, 1),
        (HEADER.encode("cp932"), Fault.NO_DAYS, 0),
    ],
)
def test_a_file_that_is_no_such_list_gets_one_reason(content, fault, line):
    found = faults(content)
    assert [one for one, _ in found] == [fault]
    assert line is None or found[0][1] == line


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("1900/1/1,元日", Fault.DATE_OUTSIDE),
        ("1948/7/19,前日", Fault.DATE_OUTSIDE),
        ("2200/1/1,元日", Fault.DATE_OUTSIDE),
        ("2500/1/1,元日", Fault.DATE_OUTSIDE),
        ("2027/2/29,うるう", Fault.DATE_IMPOSSIBLE),
        ("2027/13/1,十三月", Fault.DATE_IMPOSSIBLE),
        ("0000/0/0,零", Fault.DATE_IMPOSSIBLE),
        ("令和9年1月1日,元日", Fault.DATE_UNREADABLE),
        ("\uff12\uff10\uff12\uff17/1/1,元日", Fault.DATE_UNREADABLE),
        ("1/1/2027,元日", Fault.DATE_UNREADABLE),
        (",元日", Fault.DATE_UNREADABLE),
        ("2027/12/1,", Fault.NAME_EMPTY),
        ('2027/12/1,""', Fault.NAME_EMPTY),
        ("2027/12/1," + "長" * 61, Fault.NAME_UNREADABLE),
        ("2027/12/1,元\x07日", Fault.NAME_UNREADABLE),
        ("2027/12/1,元\ufffd日", Fault.NAME_UNREADABLE),
        ("2027/1/1,正月", Fault.DAY_TWICE),
        ("2027/12/1", Fault.LINE_FORM),
        ("2027/12/1,臨時,の日", Fault.LINE_FORM),
        ("=cmd|' /C calc'!A0", Fault.LINE_FORM),
    ],
)
def test_one_bad_line_refuses_the_whole_list_and_is_named(line, fault):
    found = faults(csv(line).encode())
    assert (fault, 37) in found
    assert {number for _, number in found} == {37}


def test_every_bad_line_is_told_up_to_a_number():
    found = faults(csv("x", "2027/2/30,x", "1900/1/1,x").encode())
    assert [line for _, line in found] == [37, 38, 39]
    many = faults(csv(*["x"] * 500).encode())
    assert len(many) == MOST_PROBLEMS + 1
    assert many[-1][0] is Fault.STOPPED


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("\n".join([HEADER, *lines(2026), *lines(2027)[:9]]), Fault.YEAR_CUT_SHORT),
        ("\n".join([HEADER, *lines(2026), *lines(2027)[-5:]]), Fault.YEAR_TOO_FEW),
        (csv(*(f"2027/{m}/{d},休" for m in (6, 12) for d in range(1, 29))), Fault.YEAR_TOO_MANY),
    ],
)
def test_a_year_that_cannot_be_whole_is_refused(text, fault):
    assert [one for one, _ in faults(text.encode())] == [fault]


def test_a_list_of_weekends_is_told_from_one_of_holidays():
    weekends = {date(2027, 1, 2) + timedelta(weeks=n): "休日" for n in range(26)}
    assert is_unlike(weekends, national_holidays(2027))
    assert not is_unlike(dict(list(national_holidays(2027).items())[2:]), national_holidays(2027))


def test_differences_are_days_that_only_one_has():
    computed = national_holidays(2027)
    published = {day: f"{name}!" for day, name in computed.items() if day != date(2027, 3, 21)}
    published[date(2027, 3, 20)] = "春分の日"
    assert list(differences(published, computed)) == [
        (date(2027, 3, 20), "春分の日", None),
        (date(2027, 3, 21), None, "春分の日"),
    ]


# the file itself


@pytest.mark.parametrize("kind", ["folder", "missing", "workspace", "link to a workspace", "nul"])
def test_what_is_no_plain_file_is_refused_unread(tmp_path, kind):
    workspace = tmp_path / "a.pmark"
    workspace.write_bytes(csv().encode())
    (tmp_path / "b.csv").symlink_to(workspace)
    path, fault = {
        "folder": (tmp_path, Fault.FILE_NOT_PLAIN),
        "missing": (tmp_path / "c.csv", Fault.FILE_NOT_THERE),
        "workspace": (workspace, Fault.FILE_IS_WORKSPACE),
        "link to a workspace": (tmp_path / "b.csv", Fault.FILE_IS_WORKSPACE),
        "nul": (tmp_path / "a\x00b", Fault.FILE_UNREADABLE),
    }[kind]
    assert faults(path) == [(fault, 0)]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in the file system here")
def test_a_pipe_does_not_hold_the_reader(tmp_path):
    os.mkfifo(tmp_path / "pipe.csv")
    assert faults(tmp_path / "pipe.csv") == [(Fault.FILE_NOT_PLAIN, 0)]


def test_a_hundred_megabytes_are_refused_without_being_read(tmp_path, monkeypatch):
    path = tmp_path / "big.csv"
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    monkeypatch.setattr(holiday_csv, "_text", lambda _content: pytest.fail("it was read"))
    assert faults(path) == [(Fault.FILE_TOO_BIG, 0)]


def test_a_million_lines_are_refused_by_their_number():
    assert faults(b"\n" * 1_000_000) == [(Fault.FILE_EMPTY, 0)]
    assert faults(b"a\n" * 500_000) == [(Fault.TOO_MANY_LINES, 0)]
    assert faults(b"a\r" * 500_000) == [(Fault.TOO_MANY_LINES, 0)]
    assert faults(b"2027/1/1,x\n" * 1_000_000) == [(Fault.FILE_TOO_BIG, 0)]


@given(st.binary(max_size=400))
def test_no_bytes_make_it_raise(content):
    faults(content)
    faults(f"{HEADER}\r\n".encode("cp932") + content)


@given(st.text(max_size=200))
def test_no_text_makes_it_raise(text):
    faults(f"{HEADER}\n{text}".encode("utf-8", "surrogatepass"))


def test_many_problems_are_a_line_each():
    _, problems = read_holiday_csv(csv("x", "y").encode())
    assert holiday_problems_words(problems).splitlines() == [
        "37行目: 「x」は「日付,名称」の形ではありません。",
        "38行目: 「y」は「日付,名称」の形ではありません。",
    ]
