import pytest

from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.domain.texts import MOST_UNITS, clean, folded, parse_registration


@pytest.mark.parametrize(
    "text",
    [
        "", "=1+1", "+81-3-1234", "-", "@name", "'text", "\tindented", "two\nlines",
        "ｶﾞ Ａ １ ㈱ ﬁ", "か\u3099", "髙﨑 𠮟る 👨‍👩‍👧",
        "\u3000 edges \u3000", "\u200b\u2028\u200e", "\u00a0",
    ],
)  # fmt: skip
def test_text_is_kept_as_typed(text):
    assert clean(text) == (text, 0)


@pytest.mark.parametrize(
    ("text", "cleaned", "removed"),
    [
        ("a\x00b", "ab", 1),
        ("\x01\x08\x0b\x0c\x0e\x1f", "", 6),
        ("a\x7fb\x80c\x85d\x9fe", "abcde", 4),
        ("a\ufffeb\uffff", "ab", 2),
        ("a\ud800b", "a\ufffdb", 1),
        ("\udfff", "\ufffd", 1),
        ("a\r\nb\rc\n", "a\nb\nc\n", 0),  # line ends change without a notice
        ("\x1b[31m=1", "[31m=1", 1),
    ],
)
def test_control_characters_and_lone_surrogates_are_cleaned_and_counted(text, cleaned, removed):
    assert clean(text) == (cleaned, removed)


@pytest.mark.parametrize("text", ["あ" * MOST_UNITS, "𠮟" * 16_383 + "a", "a\x00" * MOST_UNITS])
def test_a_text_may_fill_an_excel_cell(text):
    assert clean(text).text == text.replace("\x00", "")


@pytest.mark.parametrize(("text", "length"), [("あ" * 32_768, 32_768), ("𠮟" * 16_384, 32_768)])
def test_a_text_over_32767_utf16_units_is_refused(text, length):
    with pytest.raises(UserError) as refused:
        clean(text)
    assert refused.value.why is Why.TEXT_TOO_LONG
    assert refused.value.facts == {"length": length, "most": 32_767}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ＰＭＳ", "pms"),
        ("ｶﾞｲﾄﾞ", "がいど"),
        ("ガイド", "がいど"),
        ("㈱", "(株)"),
        ("Straße", "STRASSE"),
        ("髙﨑", "高崎"),
        ("渡邊", "渡辺"),
        ("渡邉", "渡辺"),
        ("齋藤", "斎藤"),
        ("國學院", "国学院"),
        ("葛\U000e0100城", "葛城"),
        ("\ufa19社", "神社"),
        ("サーバー", "ｻｰﾊﾞｰ"),
        ("A－1", "A-1"),
        ("A‐1", "A−1"),
        ("1ヶ月", "1か月"),
        ("１ヵ月", "1か月"),
        ("〜", "～"),
    ],
)
def test_width_case_and_kana_do_not_matter_in_a_search(one, other):
    assert folded(one) == folded(other)


def test_a_long_vowel_and_kanji_stay_apart_in_a_search():
    assert folded("サーバー") != folded("サバ")
    assert folded("監査") != folded("監督")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("", ""),
        ("10123456", "10123456"),
        ("10123456(01)", "10123456(01)"),
        ("99999999(99)", "99999999(99)"),
        ("１０１２３４５６（０２）", "10123456(02)"),
        (" 10123456(02)\n", "10123456(02)"),
    ],
)  # source: JIPDEC, https://privacymark.jp/system/about/pm-guidance
def test_a_registration_number_is_kept_in_half_width(text, number):
    assert parse_registration(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "09123456", "00000000", "1012345", "101234567", "10123456(1)", "10123456(001)",
        "10123456()", "10123456(02", "10123456 (02)", "A0123456",
        "10-123456", "１０１２３４５", "٠١٢٣٤٥٦٧",
        "なし", "10123456(02)(03)", "10123456\x00",
    ],
)  # fmt: skip
def test_a_registration_number_of_another_form_is_refused(text):
    with pytest.raises(UserError) as refused:
        parse_registration(text)
    assert (refused.value.why, refused.value.facts["text"]) == (Why.REGISTRATION_WRONG, text)
