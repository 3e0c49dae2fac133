from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.domain.typed_dates import parse_date

TODAY = date(2026, 11, 20)
DAY = date(2026, 11, 23)
PIECES = "0123456789/-.年月日令和平成昭和RHS元+今日 ０１２（月）"


def _outcome(text, today):
    """Return the day that is read, or why not; any other error is a bug."""
    try:
        return parse_date(text, today)
    except UserError as error:
        return error.why


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-23", "2026/11/23", "2026.11.23", "2026年11月23日", "20261123",
        "R8.11.23", "r8/11/23", "R8-11-23", "令和8年11月23日", "㋿8年11月23日",
        "２０２６／１１／２３", "２０２６１１２３", "２０２６－１１－２３",
        "Ｒ８．１１．２３", "令和８年１１月２３日",
        " 2026/11/23 ", "2026/11/23(月)", "2026年11月23日（月）", "2026−11−23",
    ],
)  # fmt: skip
def test_a_date_with_a_year_is_read_with_or_without_today(text):
    assert parse_date(text) == parse_date(text, TODAY) == DAY


@pytest.mark.parametrize(
    "text", ["2027/1/5", "2027-01-05", "2027年1月5日", "R9.1.5", "令和9年1月5日"]
)
def test_month_and_day_may_have_one_digit(text):
    assert parse_date(text) == date(2027, 1, 5)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("令和元年5月1日", date(2019, 5, 1)),
        ("R1.5.1", date(2019, 5, 1)),
        ("H31.4.30", date(2019, 4, 30)),
        ("平成元年1月8日", date(1989, 1, 8)),
        ("S64.1.7", date(1989, 1, 7)),
        ("昭和1年12月25日", date(1926, 12, 25)),
        ("R10.2.29", date(2028, 2, 29)),
    ],
)
def test_an_era_is_read_up_to_its_limits(text, day):
    assert parse_date(text) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("11/23", date(2026, 11, 23)),
        ("11-23", date(2026, 11, 23)),
        ("11月23日", date(2026, 11, 23)),
        ("１１／２３", date(2026, 11, 23)),
        ("1/5", date(2027, 1, 5)),  # the nearest, before or after
        ("5/1", date(2027, 5, 1)),
        ("6/1", date(2026, 6, 1)),
        ("+14", date(2026, 12, 4)),
        ("＋１４", date(2026, 12, 4)),
        ("-1", date(2026, 11, 19)),
        ("+0", TODAY),
        ("+42", date(2027, 1, 1)),
        ("今日", TODAY),
        ("本日", TODAY),
        ("明日", date(2026, 11, 21)),
        ("昨日", date(2026, 11, 19)),
        ("today", TODAY),
    ],
)
def test_a_date_without_a_year_counts_from_today(text, day):
    assert parse_date(text, TODAY) == day


@pytest.mark.parametrize(
    "text", ["11/23", "11月23日", "１１／２３", "+14", "-1", "今日", "明日", "today"]
)
def test_a_date_without_a_year_needs_today(text):
    with pytest.raises(UserError) as refused:
        parse_date(text)
    assert (refused.value.why, refused.value.facts["text"]) == (Why.DATE_NEEDS_YEAR, text)


@pytest.mark.parametrize(
    "text",
    [
        "", "  ", "　", "(月)", "未定", "2026", "2026/11", "11", "8.11.23", "26/11/23",
        "2026/11/23/1",
        "2026/02/29", "2026/2/30", "2026/13/1", "2026/0/1", "2026/1/0", "20260229", "2026112",
        "0000-01-01", "2026-11-23T00:00", "2026/11/23 10:00", "+-1", "+",
        "R0.12.31", "R1.4.30", "H31.5.1", "H1.1.7", "S64.1.8", "S1.12.24", "M45.7.30", "R8.2.29",
        "令和8年2月29日", "令和100年1月1日", "平成31年5月1日", "昭和64年1月8日", "明治45年7月30日",
        "٢٠٢٦/11/23", "+99999", "\ud800", "2026/11/23\x00", "=TODAY()",
    ],
)  # fmt: skip
@pytest.mark.parametrize("today", [None, TODAY])
def test_what_is_no_date_is_refused(text, today):
    with pytest.raises(UserError) as refused:
        parse_date(text, today)
    assert (refused.value.why, refused.value.facts["text"]) == (Why.DATE_UNREADABLE, text)


@pytest.mark.parametrize("text", ["13/1", "2/30", "0/1", "4/31", "１３月１日"])
def test_an_impossible_day_without_a_year_is_refused(text):
    with pytest.raises(UserError) as refused:
        parse_date(text, TODAY)
    assert refused.value.why is Why.DATE_UNREADABLE


def test_29_february_without_a_year_needs_a_leap_year_nearby():
    assert parse_date("2/29", date(2027, 6, 1)) == date(2028, 2, 29)
    with pytest.raises(UserError):
        parse_date("2/29", date(2026, 6, 1))


@pytest.mark.parametrize("text", ["-9999", "11/23", "12/31", "1/1"])
@pytest.mark.parametrize("today", [date.min, date.max])
def test_steps_at_the_ends_of_the_calendar_never_break(text, today):
    found = _outcome(text, today)
    assert isinstance(found, date) or found is Why.DATE_UNREADABLE


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.sampled_from(["-", "/", "."]))
def test_every_day_is_read_back_from_how_it_is_written(day, mark):
    written = [
        f"{day:%Y{mark}%m{mark}%d}",
        f"{day.year}年{day.month}月{day.day}日",
        f"{day:%Y%m%d}",
    ]
    assert {parse_date(text) for text in written} == {day}


@given(st.text(alphabet=PIECES, max_size=14) | st.text())
def test_no_text_breaks_the_reader(text):
    for today in (None, TODAY):
        assert isinstance(_outcome(text, today), date | Why)


@pytest.mark.parametrize(
    ("text", "day"), [("1900/1/1", date(1900, 1, 1)), ("2199-12-31", date(2199, 12, 31))]
)
def test_the_years_1900_to_2199_are_read(text, day):
    assert parse_date(text) == day


@pytest.mark.parametrize(
    "text", ["1899-12-31", "2200-01-01", "0001-01-01", "9999-12-31", "10000101"]
)
def test_a_year_beyond_all_planning_is_a_slip_of_the_pen(text):
    with pytest.raises(UserError) as refused:
        parse_date(text, TODAY)
    assert refused.value.why is Why.DATE_UNREADABLE


@pytest.mark.parametrize(
    "text",
    [
        "２０２６ー１１ー２３",
        "2026ｰ11ｰ23",
        "2026–11–23",
        "2026年 11月 23日",
        "2026 / 11 / 23",
        "R8年11月23日",
    ],
)
def test_the_signs_and_spaces_of_a_japanese_keyboard_are_read(text):
    assert parse_date(text) == DAY


@pytest.mark.parametrize(
    "text", ["2026月11年23", "2026年11年23", "2026/11/23日", "8年11月23日", "年11月23日"]
)
def test_year_month_and_day_signs_stand_in_their_order(text):
    with pytest.raises(UserError):
        parse_date(text, TODAY)
