"""States and results by the words that people write."""

import pytest

from pmark_desktop.domain.task import Result, State
from pmark_desktop.words import RESULTS, STATES
from pmark_desktop.words_choices import (
    RESULT_WORDS,
    STATE_WORDS,
    code_of,
    codes_beginning,
    plain_word,
)


@pytest.mark.parametrize(
    ("text", "code"),
    [("完了", "done"), ("済", "done"), ("ＯＫ", "done"), ("ok", "done"), ("○", "done"), ("〇", "done"),
     ("Done", "done"), (" 対応済み ", "done"), ("N/A", "excluded"), ("ｎ／ａ", "excluded"),
     ("対象外", "excluded"), ("該当なし", "excluded"), ("未", "todo"), ("未着手", "todo"),
     ("着手", "doing"), ("対応中", "doing"), ("In progress", "doing"), ("確認待ち", "review"),
     ("「完了」", "done"), ("", "todo"), ("  ", "todo"), ("何か", "何か"), ("done", "done")],
)  # fmt: skip
def test_a_word_is_a_state(text, code):
    assert code_of("state", text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [("適合", "conforms"), ("OK", "conforms"), ("不適合", "nonconforming"), ("NG", "nonconforming"),
     ("×", "nonconforming"), ("観察", "observation"), ("観察事項", "observation"), ("△", "observation"),
     ("", "unrated"), ("未評価", "unrated"), ("完了", "完了")],
)  # fmt: skip
def test_a_word_is_a_result(text, code):
    assert code_of("result", text) == code


def test_other_fields_keep_their_texts():
    assert code_of("note", "済") == "済"


@pytest.mark.parametrize("table", [STATE_WORDS, RESULT_WORDS])
def test_no_word_means_two_things(table):
    words = [
        plain_word(word) for aliases in table.values() for word in set(map(plain_word, aliases))
    ]
    assert len(words) == len(set(words))


def test_every_code_has_its_own_words():
    for field, table in (("state", STATES), ("result", RESULTS)):
        for code, words in table.items():
            assert {code_of(field, word) for word in words} == {code.value}
    assert set(STATE_WORDS) == set(State)
    assert set(RESULT_WORDS) == set(Result)


def test_letters_choose_the_first_word_that_begins_with_them():
    assert codes_beginning("state", "do")[0] == "doing"
    assert codes_beginning("state", "don") == ["done"]
    assert codes_beginning("result", "n")[0] == "unrated"
    assert codes_beginning("state", "zz") == codes_beginning("state", "") == []
