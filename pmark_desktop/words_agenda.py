"""The words that only the page 概況 needs, in Japanese and English. No Qt here."""

from collections.abc import Mapping
from datetime import date

from pmark_desktop.domain.agenda import NextStep, Reason
from pmark_desktop.domain.rules import Anchor
from pmark_desktop.domain.task import Task
from pmark_desktop.domain.two_years import Cell, MonthStanding
from pmark_desktop.words import ANCHORS, Both, Language, day_words, left_words, pick, waits_words

_REASONS: Mapping[Reason, Both] = {
    Reason.HARD_DUE_PASSED: (
        "絶対期限を{days}日過ぎています", "{days} days past the hard due",
    ),
    Reason.LATE_BEFORE_HARD_DUE: (
        "社内期限を{days}日過ぎています。絶対期限は{hard_due}です",
        "{days} days late; the hard due is {hard_due}",
    ),
    Reason.WINDOW_OPEN: (
        "受付中です(あと{days}日)。まだ申請していません",
        "The window is open ({days} days left), and nothing is applied yet",
    ),
    Reason.WINDOW_EXTENDED: (
        "受付は{day}まで延長中です(あと{days}日)。まだ申請していません",
        "The last day is extended to {day} ({days} days left), and nothing is applied yet",
    ),
    Reason.WINDOW_CLOSED: (
        "受付最終日を{days}日過ぎています。審査機関へ至急連絡してください",
        "{days} days past the last day to apply: call the assessment body now",
    ),
    Reason.LATE: ("社内期限を{days}日過ぎています", "{days} days late"),
    Reason.START_PASSED: (
        "着手の目安({day})を過ぎています", "The day to begin ({day}) has passed",
    ),
    Reason.START_TODAY: ("今日が着手の目安です", "Today is the day to begin"),
    Reason.START_AHEAD: (
        "いま急ぐものはありません。着手の目安は{day}です",
        "Nothing is pressing; the day to begin is {day}",
    ),
    Reason.ONLY_PAST: (
        "残っているのは、過年度分と期間外のタスクだけです",
        "Only tasks of past years or outside the period are left",
    ),
    Reason.ONLY_WAITING: (
        "残っているのは、起点の日付を待つタスクだけです",
        "Only tasks that wait for a date are left",
    ),
    Reason.ALL_CLOSED: ("すべてのタスクが終わっています", "Every task is finished"),
    Reason.NO_TASKS: ("タスクがありません", "There are no tasks"),
}  # fmt: skip
_LAST_DAY: Both = (
    "受付は今日({day})までです。まだ申請していません",
    "Today ({day}) is the last day to apply, and nothing is applied yet",
)
_APPLY: Both = ("更新を申請し、申請日を登録する", "Apply for the renewal and enter the day")
_CALM: Both = ("いま急ぐものはありません", "Nothing is pressing")
_NEXT_ANCHOR: Both = ("次は、{anchor} {day}です", "Next: {anchor}, {day}")
_WAITING: Both = ("{anchor}を待つタスク {count}件", "{count} waiting for: {anchor}")
_HARD_DUE_PASSED: Both = ("絶対期限 {days}日超過", "{days} days past hard due")
_MONTHS = (
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
)  # fmt: skip
TOTAL: Both = ("合計", "Total")
NO_RECORD: Both = ("記録なし", "No record")
NO_RECORD_SHORT: Both = ("なし", "none")
_CELL: Both = ("タスク{tasks}件 証跡あり{proved}件", "{tasks} tasks, {proved} with evidence")
_NO_TASKS: Both = ("タスクなし", "no tasks")


def reason_words(step: NextStep, today: date, language: Language = Language.JA) -> str:
    """Return why something is the next step: 「絶対期限を3日過ぎています」."""
    days = abs((step.day - today).days) if step.day else 0
    hard_due = step.task.hard_due if step.task else None
    words = _REASONS[step.reason]
    if step.is_application and step.day == today:
        words = _LAST_DAY
    return pick(words, language).format(
        days=days, day=day_words(step.day, language), hard_due=day_words(hard_due, language)
    )


def no_task_title(step: NextStep, language: Language = Language.JA) -> str:
    """Return what to do where the next step is no task."""
    return pick(_APPLY if step.is_application else _CALM, language)


def next_anchor_words(anchor: Anchor, day: date, language: Language = Language.JA) -> str:
    """Return the next day of the cycle: 「次は、受付開始日 2027/02/22(月)です」."""
    name = pick(ANCHORS[anchor], language)
    return pick(_NEXT_ANCHOR, language).format(anchor=name, day=day_words(day, language))


def waiting_words(waits_for: str, count: int, language: Language = Language.JA) -> str:
    """Return who waits for what: 「現地審査日を待つタスク 5件」."""
    return pick(_WAITING, language).format(anchor=waits_words(waits_for, language), count=count)


def lateness_words(task: Task, today: date, language: Language = Language.JA) -> str:
    """Return how late a task is: 「絶対期限 3日超過」 once that has passed, else 「2日超過」."""
    if task.hard_due is not None and task.hard_due < today and not task.is_closed:
        days = (today - task.hard_due).days
        return pick(_HARD_DUE_PASSED, language).format(days=days)
    return left_words(task, today, language)


def month_words(month: date, language: Language = Language.JA) -> str:
    """Return a month with its year: 「2027年4月」."""
    if language is Language.JA:
        return f"{month.year}年{month.month}月"
    return f"{_MONTHS[month.month - 1]} {month.year}"


def month_head(month: date, language: Language = Language.JA, *, with_year: bool) -> str:
    """Return what stands above a month of the map, in two lines: the year, and the month."""
    name = f"{month.month}月" if language is Language.JA else _MONTHS[month.month - 1]
    return f"{month.year if with_year else ''}\n{name}"


def picked_words(title: str, month: date, language: Language = Language.JA) -> str:
    """Return what the tasks of a cell of the map are: 「2027年4月・内部監査」."""
    return f"{month_words(month, language)}・{title}"


def cell_text(cell: Cell, language: Language = Language.JA) -> str:
    """Return a cell of the map: 「3/5」 is three proved of five; a gap without tasks 「なし」."""
    if cell.tasks:
        return f"{cell.proved}/{len(cell.tasks)}"
    return pick(NO_RECORD_SHORT, language) if cell.standing is MonthStanding.EMPTY else ""


def cell_words(title: str, cell: Cell, language: Language = Language.JA) -> str:
    """Return a cell in words: 「内部監査 2026年5月 タスク5件 証跡あり3件」."""
    parts = [title, month_words(cell.month, language)]
    count = pick(_CELL, language).format(tasks=len(cell.tasks), proved=cell.proved)
    parts.append(count if cell.tasks else pick(_NO_TASKS, language))
    if cell.standing is MonthStanding.EMPTY:
        parts.append(pick(NO_RECORD, language))
    return " ".join(parts)
