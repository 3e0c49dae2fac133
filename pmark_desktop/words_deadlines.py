"""The words of 期限, the timeline and the month calendar, in Japanese and English. No Qt here."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from pmark_desktop.domain.days import ClosedBy, Closure
from pmark_desktop.domain.rules import Anchor
from pmark_desktop.words import ANCHORS, Both, Language, pick


class DeadlineTerm(StrEnum):
    """A word or phrase of the timeline and the month calendar."""

    YEAR = "year"
    PMS_YEAR = "pms_year"
    QUARTER = "quarter"
    PLANNED = "planned"
    ASK = "ask"
    TODAY = "today"
    WINDOW = "window"
    TASKS = "tasks"
    WAITING = "waiting"
    ELSEWHERE = "elsewhere"
    NO_TASK = "no_task"
    MORE = "more"
    CLOSED_MARK = "closed_mark"
    HOLIDAY_MARK = "holiday_mark"
    CLOSED_DAY = "closed_day"
    FORECAST = "forecast"
    WALL = "wall"
    BEFORE_TODAY = "before_today"
    SAME_DAY = "same_day"
    READ_ONLY = "read_only"
    CLOSED_TASK = "closed_task"
    NOTHING = "nothing"
    ALL_WAIT = "all_wait"
    NOTHING_OPEN = "nothing_open"
    AS_OF = "as_of"
    PAGE = "page"
    REST = "rest"
    NO_CURRENT = "no_current"
    TIMELINE = "timeline"
    CALENDAR = "calendar"


DEADLINE_TERMS: Mapping[DeadlineTerm, Both] = {
    DeadlineTerm.YEAR: ("{year}年", "{year}"),
    DeadlineTerm.PMS_YEAR: ("{year}年度", "PMS year {year}"),
    DeadlineTerm.QUARTER: ("第{quarter}四半期", "Q{quarter}"),
    DeadlineTerm.PLANNED: ("{name}(予定)", "{name} (planned)"),
    DeadlineTerm.ASK: ("{name}(要照会)", "{name} (to be asked)"),
    DeadlineTerm.TODAY: ("今日", "Today"),
    DeadlineTerm.WINDOW: ("更新申請の受付期間", "Application window"),
    DeadlineTerm.TASKS: ("{count}件", "{count} tasks"),
    DeadlineTerm.WAITING: ("起点待ち {count}件", "{count} waiting"),
    DeadlineTerm.ELSEWHERE: ("この範囲の外 {count}件", "{count} outside this range"),
    DeadlineTerm.NO_TASK: ("日付のあるタスクはありません", "no task with a date"),
    DeadlineTerm.MORE: ("ほか{count}件", "{count} more"),
    DeadlineTerm.CLOSED_MARK: ("休", "off"),
    DeadlineTerm.HOLIDAY_MARK: ("祝", "hol"),
    DeadlineTerm.CLOSED_DAY: ("休業日: {name}", "closed: {name}"),
    DeadlineTerm.FORECAST: ("{name}(予測)", "{name} (forecast)"),
    DeadlineTerm.WALL: (
        "絶対期限 {day} より後には移せません", "not after the hard due {day}",
    ),
    DeadlineTerm.BEFORE_TODAY: ("今日より前(期限超過になります)", "before today: it will be late"),
    DeadlineTerm.SAME_DAY: ("元の日", "as it was"),
    DeadlineTerm.READ_ONLY: (
        "読み取り専用のため、期限は移せません。", "The file is read-only: no date can be moved.",
    ),
    DeadlineTerm.CLOSED_TASK: (
        "{task} は{state}のため、期限は移せません。状態を戻すと移せます。",
        "{task} is closed ({state}), so its date cannot be moved. Reopen it first.",
    ),
    DeadlineTerm.NOTHING: (
        "タスクがありません。チェックリストを追加するか、発生を登録すると、ここに並びます。",
        "There are no tasks. Add a checklist or enter an event, and they appear here.",
    ),
    DeadlineTerm.ALL_WAIT: (
        "日付のあるタスクはありません。起点の日(申請日など)を設定の「周期」に入れると、期限が決まります。",
        "No task has a date. Enter the days they count from (such as the application) in the settings.",
    ),
    DeadlineTerm.NOTHING_OPEN: (
        "未完了で、日付のあるタスクはありません。", "There is no open task with a date.",
    ),
    DeadlineTerm.AS_OF: ("基準日 {day}", "as of {day}"),
    DeadlineTerm.PAGE: ("{page} / {pages} ページ", "page {page} / {pages}"),
    DeadlineTerm.REST: ("{month} 欄に入らなかったタスク", "{month}: tasks that found no room"),
    DeadlineTerm.NO_CURRENT: (
        "矢印キーでタスクを選びます", "Choose a task with the arrow keys",
    ),
    DeadlineTerm.TIMELINE: ("期限の年表", "Timeline of deadlines"),
    DeadlineTerm.CALENDAR: ("期限のカレンダー", "Calendar of deadlines"),
}  # fmt: skip
CLOSURES: Mapping[ClosedBy, Both] = {
    ClosedBy.WEEKEND: ("土日", "weekend"),
    ClosedBy.HOLIDAY: ("祝日", "holiday"),
    ClosedBy.OWN: ("会社の休業日", "company holiday"),
    ClosedBy.NEW_YEAR: ("年末年始", "New Year break"),
}
SHORT_ANCHORS: Mapping[Anchor, Both] = {
    Anchor.EXPIRY: ("満了日", "Expiry"),
    Anchor.WINDOW_OPENS: ("受付開始", "Window opens"),
    Anchor.WINDOW_CLOSES: ("受付最終日", "Window closes"),
    Anchor.APPLIED: ("申請", "Application"),
    Anchor.SITE_VISIT: ("現地審査", "Site visit"),
    Anchor.FINDINGS_ISSUED: ("指摘事項文書", "Findings"),
    Anchor.DECIDED: ("決定", "Decision"),
    Anchor.YEAR_START: ("PMS年度", "PMS year"),
    Anchor.EVENT: ANCHORS[Anchor.EVENT],
    Anchor.KNOWN: ANCHORS[Anchor.KNOWN],
}
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_SHORT_MONTH = 3
_WEEKDAYS: Both = ("月火水木金土日", "MTWTFSS")
_WEEKDAY_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def say(term: DeadlineTerm, language: Language, **facts: object) -> str:
    """Return a word or phrase of the timeline with its facts."""
    words = pick(DEADLINE_TERMS[term], language)
    return words.format(**facts) if facts else words


def year_words(year: int, language: Language) -> str:
    """Return a year: 「2027年」."""
    return say(DeadlineTerm.YEAR, language, year=year)


def month_words(day: date, language: Language, *, with_year: bool) -> str:
    """Return the month of a day: 「2027年4月」, or 「4月」 (April 2027, Apr)."""
    if language is Language.JA:
        return f"{day.year}年{day.month}月" if with_year else f"{day.month}月"
    name = _MONTHS[day.month - 1]
    return f"{name} {day.year}" if with_year else name[:_SHORT_MONTH]


def weekday_letter(day: date, language: Language) -> str:
    """Return the weekday of a day in one letter."""
    return pick(_WEEKDAYS, language)[day.weekday()]


def weekday_head(weekday: int, language: Language) -> str:
    """Return what stands above a column of the calendar; Monday is 0."""
    return _WEEKDAYS[0][weekday] if language is Language.JA else _WEEKDAY_NAMES[weekday]


def short_day_words(day: date, language: Language) -> str:
    """Return a day without its year: 「4/5(月)」, Mon 4/5."""
    if language is Language.JA:
        return f"{day.month}/{day.day}({_WEEKDAYS[0][day.weekday()]})"
    return f"{_WEEKDAY_NAMES[day.weekday()]} {day.month}/{day.day}"


def closure_words(closure: Closure | None, language: Language) -> str:
    """Return why nobody works: the holiday's name, 「会社の休業日」; nothing for None."""
    if closure is None:
        return ""
    return closure.name or pick(CLOSURES[closure.by], language)
