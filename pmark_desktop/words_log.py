"""The words that only the log (変更履歴) needs, in Japanese and English. No Qt here."""

from collections.abc import Mapping
from enum import StrEnum

from pmark_desktop.domain.checklist import Condition, Kind
from pmark_desktop.words import Both


class LogTerm(StrEnum):
    """A heading or phrase of the log."""

    # headings
    AT = "at"
    OPERATION = "operation"
    WHO = "who"
    ACT = "act"
    TARGET = "target"
    FIELD = "field"
    OLD = "old"
    NEW = "new"
    WHY = "why"
    REVERSES = "reverses"
    # phrases
    REVERSAL = "reversal"
    CHANGE = "change"
    NOTHING = "nothing"
    BYTES = "bytes"
    DAYS = "days"
    BY_HAND = "by_hand"
    BY_RULE = "by_rule"
    TO_RULE = "to_rule"
    DUE_BY_HAND = "due_by_hand"
    YES = "yes"
    NO = "no"
    # what became of a task
    TASK_ADDED = "task_added"
    TASK_GONE = "task_gone"
    TASK_BACK = "task_back"
    TASK_OUTSIDE = "task_outside"
    TASK_INSIDE = "task_inside"
    # what became of its evidence
    PROOF_ADDED = "proof_added"
    PROOF_GONE = "proof_gone"
    PROOF_BACK = "proof_back"
    EVIDENCE_RETIRED = "evidence_retired"
    EVIDENCE_BACK = "evidence_back"
    UNDONE = "undone"
    REDONE = "redone"


LOG_TERMS: Mapping[LogTerm, Both] = {
    LogTerm.AT: ("日時", "At"),
    LogTerm.OPERATION: ("操作番号", "Operation"),
    LogTerm.WHO: ("名前", "Who"),
    LogTerm.ACT: ("操作", "Act"),
    LogTerm.TARGET: ("対象", "Target"),
    LogTerm.FIELD: ("欄", "Field"),
    LogTerm.OLD: ("変更前", "Before"),
    LogTerm.NEW: ("変更後", "After"),
    LogTerm.WHY: ("理由", "Why"),
    LogTerm.REVERSES: ("元に戻した操作", "Reversed"),
    LogTerm.REVERSAL: ("{act}: 操作 {number} ({origin})", "{act}: operation {number} ({origin})"),
    LogTerm.CHANGE: ("{field} {old} → {new}", "{field}: {old} → {new}"),
    LogTerm.NOTHING: ("(なし)", "(none)"),
    LogTerm.BYTES: ("{count}バイト", "{count} bytes"),
    LogTerm.DAYS: ("{count}日", "{count} days:"),
    LogTerm.BY_HAND: ("手入力", "By hand"),
    LogTerm.BY_RULE: ("決まりから計算", "By the rule"),
    LogTerm.TO_RULE: ("{change}(決まりの日に戻した)", "{change} (back to the rule)"),
    LogTerm.DUE_BY_HAND: ("{change}(手入力)", "{change} (by hand)"),
    LogTerm.YES: ("はい", "Yes"),
    LogTerm.NO: ("いいえ", "No"),
    LogTerm.TASK_ADDED: ("タスクを追加", "Task added"),
    LogTerm.TASK_GONE: ("タスクを一覧から外した", "Task taken off the list"),
    LogTerm.TASK_BACK: ("タスクを一覧に戻した", "Task put back on the list"),
    LogTerm.TASK_OUTSIDE: ("審査対象の期間外になった", "Now outside the period"),
    LogTerm.TASK_INSIDE: ("審査対象の期間内に戻った", "Inside the period again"),
    LogTerm.PROOF_ADDED: ("証跡 {evidence} を追加", "Evidence {evidence} attached"),
    LogTerm.PROOF_GONE: ("証跡 {evidence} を外した", "Evidence {evidence} taken off"),
    LogTerm.PROOF_BACK: ("証跡 {evidence} を付け直した", "Evidence {evidence} attached again"),
    LogTerm.EVIDENCE_RETIRED: ("証跡 {evidence} を取り下げ", "Evidence {evidence} retired"),
    LogTerm.EVIDENCE_BACK: ("証跡 {evidence} を使用中に戻した", "Evidence {evidence} in use again"),
    LogTerm.UNDONE: ("元に戻す: {what}", "Undo: {what}"),
    LogTerm.REDONE: ("やり直す: {what}", "Redo: {what}"),
}  # fmt: skip
LIVE: Mapping[str, tuple[Both, Both]] = {
    "evidence": (("取り下げ", "Retired"), ("使用中", "In use")),
    "proof": (("外した", "Taken off"), ("付いている", "Attached")),
}
"""By kind: what `live` means when it is 0 and when it is 1."""
OTHER_LIVE: tuple[Both, Both] = (("使用しない", "Out of use"), ("使用中", "In use"))
LOG_FIELDS: Mapping[tuple[str, str], Both] = {
    ("checklist", "key"): ("記号", "Key"),
    ("checklist", "title"): ("題名", "Title"),
    ("checklist", "title_en"): ("題名(英語)", "Title (English)"),
    ("checklist", "kind"): ("区分", "Kind"),
    ("checklist", "version"): ("版", "Version"),
    ("checklist", "date"): ("版の日付", "Date"),
    ("checklist", "source"): ("出典", "Source"),
    ("checklist", "position"): ("並び順", "Position"),
    ("item", "position"): ("並び順", "Position"),
    ("item", "evidence"): ("確認方法・証跡", "Expected evidence"),
    ("item", "due"): ("社内期限の決まり", "Rule of due"),
    ("item", "hard_due"): ("絶対期限の決まり", "Rule of hard due"),
    ("item", "due_note"): ("期限の補足", "About the due"),
    ("item", "repeat"): ("頻度", "Repeat"),
    ("item", "lead_days"): ("着手の目安(期限の何日前)", "Days of work"),
    ("item", "applies_if"): ("当てはまる条件", "Applies if"),
    ("task", "occurrence"): ("回", "Occurrence"),
    ("task", "pinned"): ("期限の決め方", "Due set"),
    ("task", "outside"): ("期間外", "Outside the period"),
    ("event", "anchor"): ("種類", "Kind"),
    ("event", "day"): ("日付", "Day"),
    ("evidence", "kind"): ("種類", "Kind"),
    ("evidence", "place"): ("場所", "Place"),
    ("evidence", "sha256"): ("SHA-256", "SHA-256"),
    ("evidence", "size"): ("大きさ", "Size"),
    ("evidence", "added_on"): ("追加日", "Added on"),
    ("evidence", "added_by"): ("追加者", "Added by"),
    ("cycle", "created_on"): ("登録日", "Created on"),
    ("closed_day", "whose"): ("どこの休業日", "Whose"),
    ("closed_day", "first"): ("初日", "First day"),
    ("closed_day", "last"): ("最終日", "Last day"),
    ("closed_day", "every_year"): ("毎年", "Every year"),
}
"""By kind and field: the words for fields that `words.FIELDS` does not have, or says of another."""
SETTINGS: Mapping[str, Both] = {
    "reminders": ("お知らせの設定", "Reminder settings"),
}
"""By name: what a setting of the workspace is about."""
SWITCH: Mapping[str, Both] = {"yes": ("あり", "Yes"), "no": ("なし", "No")}
LIST_KINDS: Mapping[Kind, Both] = {
    Kind.MAIN: ("主要", "Main"),
    Kind.SUPP: ("追加", "Supplementary"),
}
CONDITIONS: Mapping[Condition, Both] = {
    Condition.OUTSOURCING: ("個人情報の取扱いを委託している", "Handling is outsourced"),
    Condition.PAPER: ("紙の個人情報がある", "Personal data on paper"),
    Condition.SENSITIVE: ("要配慮個人情報を扱う", "Sensitive data is handled"),
    Condition.UNDER16: ("16歳未満の個人情報を扱う", "Data of persons under 16"),
    Condition.BIOMETRIC: ("生体情報を扱う", "Biometric data is handled"),
    Condition.MEDICAL: ("医療情報を扱う", "Medical data is handled"),
    Condition.OVERSEAS: ("外国の第三者に提供・委託している", "Data goes abroad"),
}
WHOSE: Mapping[str, Both] = {
    "company": ("自社", "The company"),
    "body": ("審査機関", "The assessment body"),
}
