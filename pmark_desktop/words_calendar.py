"""The words that only the calendar file needs, in Japanese and English. No Qt here.

No word here names a person or the organisation: the file goes where others may read it.
"""

from collections.abc import Mapping
from enum import StrEnum

from pmark_desktop.words import Both


class CalendarTerm(StrEnum):
    """A heading or phrase of the calendar file."""

    NAME = "name"
    # before or after the title of an event
    DONE = "done"
    CANCELLED = "cancelled"
    OWN_DUE = "own_due"
    HARD_DUE = "hard_due"
    # events of the cycle
    EXPIRY = "expiry"
    WINDOW_OPENS = "window_opens"
    WINDOW_CLOSES = "window_closes"
    PLANNED = "planned"
    ACTUAL = "actual"
    REPORT_CLOCK = "report_clock"
    CONTRACT_CLOCK = "contract_clock"
    # lines of a description
    LINE = "line"
    START_BY = "start_by"
    DUE_NOTE = "due_note"
    PINNED = "pinned"
    GONE = "gone"
    ASK = "ask"
    EXPIRY_RULE = "expiry_rule"
    WINDOW_RULE = "window_rule"
    WINDOW_ANSWERED = "window_answered"
    NO_EXTENSION = "no_extension"
    REPORT_RULE = "report_rule"
    CONTRACT_RULE = "contract_rule"


CALENDAR_TERMS: Mapping[CalendarTerm, Both] = {
    CalendarTerm.NAME: ("Pマーク更新", "P-mark renewal"),
    CalendarTerm.DONE: ("【完了】{title}", "[Done] {title}"),
    CalendarTerm.CANCELLED: ("【取消】{title}", "[Cancelled] {title}"),
    CalendarTerm.OWN_DUE: ("{title}(社内期限)", "{title} (due)"),
    CalendarTerm.HARD_DUE: ("{title}(絶対期限)", "{title} (hard due)"),
    CalendarTerm.EXPIRY: ("Pマーク 満了日(有効期間の最終日)", "P-mark: last day of validity"),
    CalendarTerm.WINDOW_OPENS: ("Pマーク 更新申請の受付開始日", "P-mark: filing window opens"),
    CalendarTerm.WINDOW_CLOSES: (
        "Pマーク 更新申請の受付最終日", "P-mark: last day of the filing window",
    ),
    CalendarTerm.PLANNED: ("Pマーク {title}(予定)", "P-mark: {title} (planned)"),
    CalendarTerm.ACTUAL: ("Pマーク {title}(確定)", "P-mark: {title} (actual)"),
    CalendarTerm.REPORT_CLOCK: (
        "Pマーク 改善報告書の提出期限(絶対期限)", "P-mark: improvement report (hard due)",
    ),
    CalendarTerm.CONTRACT_CLOCK: (
        "Pマーク 付与契約と登録料の期限(絶対期限)", "P-mark: contract and fee (hard due)",
    ),
    CalendarTerm.LINE: ("{heading}: {text}", "{heading}: {text}"),
    CalendarTerm.START_BY: ("着手の目安", "Start by"),
    CalendarTerm.DUE_NOTE: ("期限の補足", "Note on the due"),
    CalendarTerm.PINNED: ("{rule}(期限は手入力)", "{rule} (the due was set by hand)"),
    CalendarTerm.GONE: (
        "この予定はなくなりました(対象外、起点待ち、期間外など)。予定表に残っているときは、削除してください。",
        "This date is gone (not applicable, waiting, or outside the period). Delete it if your calendar still shows it.",
    ),
    CalendarTerm.ASK: (
        "要照会: 月末の数え方で前後します。審査機関に確かめてください。",
        "Ask the assessment body: at a month's end there are two ways to count.",
    ),
    CalendarTerm.EXPIRY_RULE: (
        "登録証に印字された有効期間の最終日", "Last day of validity printed on the certificate",
    ),
    CalendarTerm.WINDOW_RULE: (
        "満了日の8か月前の翌日から、4か月前の日まで",
        "From the day after 8 months before the last day of validity to 4 months before it",
    ),
    CalendarTerm.WINDOW_ANSWERED: ("審査機関の回答による日", "As answered by the assessment body"),
    CalendarTerm.NO_EXTENSION: (
        "最終日が休業日でも、延長を当てにせず、この日までに提出してください。",
        "Apply by this day; do not count on an extension over closed days.",
    ),
    CalendarTerm.REPORT_RULE: (
        "指摘事項文書の発行日(受領日ではありません)から3か月以内",
        "Within 3 months of the issue date of the findings (not of their receipt)",
    ),
    CalendarTerm.CONTRACT_RULE: (
        "付与適格決定日から3か月以内。過ぎると決定が無効になります。",
        "Within 3 months of the decision, or it is void",
    ),
}  # fmt: skip


class ExportTerm(StrEnum):
    """A sentence about a calendar file that was written."""

    WRITTEN = "written"
    HOW_TO_USE = "how_to_use"


EXPORT_TERMS: Mapping[ExportTerm, Both] = {
    ExportTerm.WRITTEN: (
        "予定表を書き出しました: {file}(予定{standing}件、取消{cancelled}件)",
        "Calendar written: {file} ({standing} events, {cancelled} cancelled)",
    ),
    ExportTerm.HOW_TO_USE: (
        "OutlookやGoogleカレンダーなどで、専用の予定表に「インポート」してください。次に書き出したファイルを同じ予定表に取り込むと、予定が更新されます(更新されないソフトでは、予定表を空にしてから)。",
        "Import it into a calendar of its own in Outlook, Google Calendar or the like. A newer file, imported into the same calendar, updates it (where a program does not, empty the calendar first).",
    ),
}
