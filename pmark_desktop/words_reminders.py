"""The words of reminders (お知らせ), in Japanese and English. No Qt here."""

import json
from collections.abc import Mapping
from enum import StrEnum

from pmark_desktop.domain.reminders import (
    EXPIRY,
    WINDOW_CLOSES,
    WINDOW_OPENS,
    Reminder,
    ReminderKind,
    Standing,
)
from pmark_desktop.words import Both, Language, day_words, occurrence_words, pick


class ReminderTerm(StrEnum):
    """A phrase of reminders."""

    LEFT = "left"
    TODAY = "today"
    LATE = "late"
    OPENED = "opened"
    BEGIN = "begin"
    DUE = "due"
    HARD_DUE = "hard_due"
    OWNER = "owner"
    CALL_BODY = "call_body"
    NOTHING = "nothing"
    ERROR = "error"
    STANDING = "standing"
    CALM = "calm"
    FILES = "files"
    UNREAD = "unread"
    PROGRAM = "program"


TERMS: Mapping[ReminderTerm, Both] = {
    ReminderTerm.LEFT: ("あと{days}日", "{days} days left"),
    ReminderTerm.TODAY: ("今日まで", "today"),
    ReminderTerm.LATE: ("{days}日超過", "{days} days late"),
    ReminderTerm.OPENED: ("受付中", "open now"),
    ReminderTerm.BEGIN: ("着手の時期", "time to begin"),
    ReminderTerm.DUE: ("期限 {day}", "due {day}"),
    ReminderTerm.HARD_DUE: ("絶対期限 {day}", "hard due {day}"),
    ReminderTerm.OWNER: ("担当 {owner}", "owner {owner}"),
    ReminderTerm.CALL_BODY: ("審査機関へ至急連絡", "call the assessment body now"),
    ReminderTerm.NOTHING: ("新しいお知らせはありません。", "No new reminders."),
    ReminderTerm.ERROR: ("読めません", "cannot be read"),
    ReminderTerm.STANDING: ("超過 {late}件・7日以内 {soon}件", "{late} late, {soon} within 7 days"),
    ReminderTerm.CALM: ("お知らせ {total}件", "{total} reminders"),
    ReminderTerm.FILES: ("お知らせ {total}件(ファイル {files}件)", "{total} reminders ({files} files)"),
    ReminderTerm.UNREAD: ("読めないファイル {files}件", "{files} files could not be read"),
    ReminderTerm.PROGRAM: ("Pマーク更新デスク", "P-mark Renewal Desk"),
}  # fmt: skip

DATE_TITLES: Mapping[str, Both] = {
    WINDOW_OPENS: ("更新申請の受付開始日", "First day to apply for renewal"),
    WINDOW_CLOSES: ("更新申請の受付最終日", "Last day to apply for renewal"),
    EXPIRY: ("Pマークの有効期間の満了日", "Last day of validity of the mark"),
}
"""What is reminded of beside tasks, by its id."""

POLICY_PARTS: Mapping[str, Both] = {
    "task_steps": ("タスクの期限の {value} 日前", "tasks {value} days before"),
    "start_by": ("着手の時期 {value}", "time to begin: {value}"),
    "late_every": ("超過は {value} 日ごと", "late every {value} days"),
    "window_steps": ("受付開始・最終日の {value} 日前", "window {value} days before"),
    "expiry_months": ("満了日の {value} か月前", "expiry {value} months before"),
}
"""The parts of a policy as the log tells them."""
_TRUTH: Mapping[bool, Both] = {True: ("あり", "yes"), False: ("なし", "no")}


def term(which: ReminderTerm, language: Language, **facts: object) -> str:
    """Return a phrase of reminders."""
    return pick(TERMS[which], language).format(**facts)


def reminder_title(reminder: Reminder, language: Language = Language.JA) -> str:
    """Return what a reminder is about: 「監査計画の承認(1年目)」, 「更新申請の受付最終日」."""
    if reminder.kind is not ReminderKind.TASK:
        return pick(DATE_TITLES[reminder.id], language)
    about = reminder.event_name or occurrence_words(reminder.occurrence, language)
    return f"{reminder.title}({about})" if about else reminder.title


def urgency_words(reminder: Reminder, language: Language = Language.JA) -> str:
    """Return how urgent it is: 「あと7日」, 「今日まで」, 「3日超過」, 「受付中」."""
    left = reminder.days_left
    if reminder.id == WINDOW_OPENS and left <= 0:
        return term(ReminderTerm.OPENED, language)
    if left < 0:
        return term(ReminderTerm.LATE, language, days=-left)
    if left == 0:
        return term(ReminderTerm.TODAY, language)
    return term(ReminderTerm.LEFT, language, days=left)


def due_words(reminder: Reminder, language: Language = Language.JA) -> str:
    """Return its date with the weekday, and for a task whether it is the scheme's own."""
    day = day_words(reminder.due, language)
    if reminder.kind is not ReminderKind.TASK:
        return day
    return term(ReminderTerm.HARD_DUE if reminder.hard else ReminderTerm.DUE, language, day=day)


def remark_words(reminder: Reminder, language: Language = Language.JA) -> str:
    """Return what else to know: whom to call once the window has closed, that work begins."""
    if reminder.id == WINDOW_CLOSES and reminder.is_late:
        return term(ReminderTerm.CALL_BODY, language)
    return term(ReminderTerm.BEGIN, language) if reminder.is_start else ""


def reminder_line(reminder: Reminder, language: Language = Language.JA) -> str:
    """Return a reminder as one line.

    「あと7日  CERT-12  更新申請書類の提出  期限 2027/09/01(水)  担当 見本 花子」
    """
    is_task = reminder.kind is ReminderKind.TASK
    owner = reminder.owner and term(ReminderTerm.OWNER, language, owner=reminder.owner)
    parts = (
        urgency_words(reminder, language), reminder.id if is_task else "",
        reminder_title(reminder, language), due_words(reminder, language), owner,
        remark_words(reminder, language),
    )  # fmt: skip
    return "  ".join(" ".join(part.split()) for part in parts if part)


def policy_words(stored: str, language: Language = Language.JA) -> str:
    """Return a stored policy as the log tells it; what is none stays as it is stored."""
    try:
        held = json.loads(stored)
    except (ValueError, RecursionError):
        return stored
    if not isinstance(held, dict) or not held.keys() <= POLICY_PARTS.keys():
        return stored
    parts = [
        pick(words, language).format(value=_policy_value(held[name], language))
        for name, words in POLICY_PARTS.items()
        if name in held
    ]
    return " / ".join(parts)


def _policy_value(value: object, language: Language) -> str:
    if isinstance(value, bool):
        return pick(_TRUTH[value], language)
    if isinstance(value, list):
        return ", ".join(map(str, value)) or pick(_TRUTH[False], language)
    return str(value)


def standing_words(standing: Standing, language: Language = Language.JA) -> str:
    """Return counts only: 「超過 2件・7日以内 3件」, or how many stand if none is urgent."""
    if standing.late or standing.soon:
        return term(ReminderTerm.STANDING, language, late=standing.late, soon=standing.soon)
    return term(ReminderTerm.CALM, language, total=standing.total)


def notification_words(
    standing: Standing, files: int, unread: int, language: Language = Language.JA
) -> tuple[str, str]:
    """Return title and text of a notification: counts only, never a name or a title.

    `files` is in how many files they are, `unread` how many could not be read.
    """
    lines = []
    if standing.late or standing.soon:
        lines.append(standing_words(standing, language))
    if standing.total:
        lines.append(term(ReminderTerm.FILES, language, total=standing.total, files=files))
    if unread:
        lines.append(term(ReminderTerm.UNREAD, language, files=unread))
    return term(ReminderTerm.PROGRAM, language), "\n".join(lines)
