"""What the page 概況 says, in both languages."""

from datetime import date

import pytest

from pmark_desktop.domain.agenda import NextStep, Reason
from pmark_desktop.domain.rules import Anchor
from pmark_desktop.domain.two_years import Cell, MonthStanding
from pmark_desktop.words import Language
from pmark_desktop.words_agenda import (
    cell_text,
    cell_words,
    lateness_words,
    month_head,
    next_anchor_words,
    no_task_title,
    picked_words,
    reason_words,
    waiting_words,
)

TODAY = date(2027, 1, 7)
MONTH = date(2026, 5, 1)


@pytest.mark.parametrize(
    ("reason", "day", "words"),
    [
        (Reason.HARD_DUE_PASSED, date(2027, 1, 4), "絶対期限を3日過ぎています"),
        (
            Reason.LATE_BEFORE_HARD_DUE, date(2027, 1, 5),
            "社内期限を2日過ぎています。絶対期限は2027/02/01(月)です",
        ),
        (Reason.WINDOW_OPEN, date(2027, 1, 19), "受付中です(あと12日)。まだ申請していません"),
        (Reason.WINDOW_OPEN, TODAY, "受付は今日(2027/01/07(木))までです。まだ申請していません"),
        (
            Reason.WINDOW_EXTENDED, date(2027, 1, 8),
            "受付は2027/01/08(金)まで延長中です(あと1日)。まだ申請していません",
        ),
        (
            Reason.WINDOW_CLOSED, date(2027, 1, 2),
            "受付最終日を5日過ぎています。審査機関へ至急連絡してください",
        ),
        (Reason.LATE, date(2027, 1, 5), "社内期限を2日過ぎています"),
        (Reason.START_PASSED, date(2027, 1, 6), "着手の目安(2027/01/06(水))を過ぎています"),
        (Reason.START_TODAY, TODAY, "今日が着手の目安です"),
        (
            Reason.START_AHEAD, date(2027, 1, 10),
            "いま急ぐものはありません。着手の目安は2027/01/10(日)です",
        ),
    ],
)  # fmt: skip
def test_reasons_say_days_and_weekdays(make_task, reason, day, words):
    task = make_task(hard_due=date(2027, 2, 1))
    assert reason_words(NextStep(task, reason, day), TODAY) == words


@pytest.mark.parametrize("reason", list(Reason))
@pytest.mark.parametrize("language", list(Language))
def test_every_reason_has_words_without_places_left_open(reason, language):
    step = NextStep(None, reason, TODAY)
    for words in (reason_words(step, TODAY, language), no_task_title(step, language)):
        assert words
        assert "{" not in words


def test_a_step_without_a_task_says_what_to_do():
    assert no_task_title(NextStep(None, Reason.WINDOW_OPEN)) == "更新を申請し、申請日を登録する"
    assert no_task_title(NextStep(None, Reason.ALL_CLOSED)) == "いま急ぐものはありません"
    found = next_anchor_words(Anchor.WINDOW_OPENS, date(2027, 2, 22))
    assert found == "次は、受付開始日 2027/02/22(月)です"


def test_waiting_names_the_anchor_or_the_task():
    assert waiting_words("site_visit", 5) == "現地審査日を待つタスク 5件"
    assert waiting_words("AUD-16@1", 2) == "AUD-16@1の実施を待つタスク 2件"
    assert waiting_words("site_visit", 5, Language.EN) == "5 waiting for: Site visit"


@pytest.mark.parametrize(
    ("due", "hard_due", "words"),
    [
        (date(2027, 1, 5), None, "2日超過"),
        (date(2027, 1, 5), date(2027, 1, 7), "2日超過"),
        (date(2027, 1, 1), date(2027, 1, 4), "絶対期限 3日超過"),
        (None, date(2027, 1, 4), "絶対期限 3日超過"),
    ],
)
def test_a_passed_hard_due_is_named(make_task, due, hard_due, words):
    assert lateness_words(make_task(due=due, hard_due=hard_due), TODAY) == words


@pytest.mark.parametrize(
    ("tasks", "proved", "standing", "text", "words"),
    [
        (5, 3, MonthStanding.PART, "3/5", "内部監査 2026年5月 タスク5件 証跡あり3件"),
        (
            2, 0, MonthStanding.EMPTY, "0/2",
            "内部監査 2026年5月 タスク2件 証跡あり0件 記録なし",
        ),
        (0, 0, MonthStanding.EMPTY, "なし", "内部監査 2026年5月 タスクなし 記録なし"),
        (0, 0, MonthStanding.NONE, "", "内部監査 2026年5月 タスクなし"),
    ],
)  # fmt: skip
def test_a_cell_of_the_map_is_short_to_see_and_whole_to_hear(tasks, proved, standing, text, words):
    cell = Cell(MONTH, tuple(f"AUD-{number}" for number in range(tasks)), proved, standing)
    assert cell_text(cell) == text
    assert cell_words("内部監査", cell) == words


def test_months_are_named_in_both_languages():
    assert picked_words("内部監査", MONTH) == "2026年5月・内部監査"
    assert month_head(MONTH, with_year=True) == "2026\n5月"
    assert month_head(MONTH, Language.EN, with_year=False) == "\nMay"
