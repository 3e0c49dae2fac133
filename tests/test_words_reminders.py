"""The words of reminders, and of their settings in the log."""

import json
from datetime import date

import pytest

from pmark_desktop.domain.reminders import (
    DEFAULT_POLICY,
    EXPIRY,
    WINDOW_CLOSES,
    WINDOW_OPENS,
    Reminder,
    ReminderKind,
    Standing,
)
from pmark_desktop.words import Language
from pmark_desktop.words_log_values import ValueWords
from pmark_desktop.words_reminders import notification_words, policy_words, reminder_line
from pmark_desktop.workspace.reminder_policy import policy_texts

DUE = date(2027, 9, 1)


def task(days_left, **given):
    return Reminder(**{"kind": ReminderKind.TASK, "id": "CERT-12", "title": "更新申請書類の提出",
                       "owner": "見本 花子", "due": DUE, "days_left": days_left, "step": 7} | given)  # fmt: skip


def dated(id_, days_left):
    kind = ReminderKind.EXPIRY if id_ == EXPIRY else ReminderKind.WINDOW
    return Reminder(kind=kind, id=id_, due=DUE, days_left=days_left, step=0, hard=True)


@pytest.mark.parametrize(
    ("reminder", "line"),
    [
        (task(7), "あと7日  CERT-12  更新申請書類の提出  期限 2027/09/01(水)  担当 見本 花子"),
        (task(0, owner=""), "今日まで  CERT-12  更新申請書類の提出  期限 2027/09/01(水)"),
        (task(-3, owner="", hard=True), "3日超過  CERT-12  更新申請書類の提出  絶対期限 2027/09/01(水)"),
        (task(7, owner="", occurrence="1", is_start=True),
         "あと7日  CERT-12  更新申請書類の提出(1年目)  期限 2027/09/01(水)  着手の時期"),
        (task(7, owner="", occurrence="e1", event_name="移転"),
         "あと7日  CERT-12  更新申請書類の提出(移転)  期限 2027/09/01(水)"),
        (dated(WINDOW_OPENS, 3), "あと3日  更新申請の受付開始日  2027/09/01(水)"),
        (dated(WINDOW_OPENS, 0), "受付中  更新申請の受付開始日  2027/09/01(水)"),
        (dated(WINDOW_OPENS, -9), "受付中  更新申請の受付開始日  2027/09/01(水)"),
        (dated(WINDOW_CLOSES, -1), "1日超過  更新申請の受付最終日  2027/09/01(水)  審査機関へ至急連絡"),
        (dated(EXPIRY, 60), "あと60日  Pマークの有効期間の満了日  2027/09/01(水)"),
    ],
)  # fmt: skip
def test_a_reminder_is_one_line(reminder, line):
    assert reminder_line(reminder) == line
    assert reminder_line(reminder, Language.EN)


def test_a_notification_holds_counts_only():
    assert notification_words(Standing(2, 3, 12), 4, 1) == (
        "Pマーク更新デスク",
        "超過 2件・7日以内 3件\nお知らせ 12件(ファイル 4件)\n読めないファイル 1件",
    )
    assert notification_words(Standing(0, 0, 5), 1, 0)[1] == "お知らせ 5件(ファイル 1件)"


@pytest.mark.parametrize("language", Language)
def test_the_log_tells_a_policy_in_words(language):
    stored = json.dumps({"task_steps": [30, 7], "start_by": False, "window_steps": []})
    told = ValueWords(language).value("setting", "value", stored)
    assert "30, 7" in told
    assert "task_steps" not in told
    whole = json.dumps({"name": "reminders", "value": stored})
    assert "30, 7" in ValueWords(language).value("setting", "*", whole)


@pytest.mark.parametrize("stored", ["", "x", "[1]", '{"other": 1}', "[" * 20_000])
def test_what_is_no_policy_is_told_as_it_is(stored):
    assert policy_words(stored) == stored


def test_every_part_of_a_policy_has_words():
    from pmark_desktop.words_reminders import POLICY_PARTS

    assert POLICY_PARTS.keys() == policy_texts(DEFAULT_POLICY).keys()
