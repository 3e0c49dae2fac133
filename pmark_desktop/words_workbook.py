"""The words that only the evidence workbook needs, in Japanese and English. No Qt here."""

from collections.abc import Mapping
from enum import StrEnum

from pmark_desktop.words import Both


class Term(StrEnum):
    """A word or sentence of the workbook."""

    # sheets
    COVER = "cover"
    SUMMARY = "summary"
    ITEMS = "items"
    ROLES = "roles"
    EVENTS = "events"
    OPEN_TASKS = "open_tasks"
    EVENT_NO = "event_no"
    EVENT_NAME = "event_name"
    EVENT_DAY = "event_day"
    COUNTED_FROM = "counted_from"
    EVIDENCE = "evidence"
    LOG = "log"
    LEGEND = "legend"
    LONG_TEXTS = "long_texts"
    # cover
    TITLE = "title"
    SUBTITLE = "subtitle"
    FORM = "form"
    ORGANISATION = "organisation"
    NUMBER = "number"
    BODY = "body"
    CONTACT = "contact"
    TERM = "term"
    WINDOW = "window"
    WINDOW_ASK = "window_ask"
    WINDOW_ANSWER = "window_answer"
    ACCEPTED_UNTIL = "accepted_until"
    REVIEW_PERIOD = "review_period"
    YEAR_START = "year_start"
    GUIDELINE = "guideline"
    STANDING = "standing"
    DAYS_LEFT = "days_left"
    TODAY = "today"
    WRITTEN = "written"
    NEWEST_HASH = "newest_hash"
    NO_HASH = "no_hash"
    APPROVED = "approved"
    CHECKED = "checked"
    MADE = "made"
    BOX_DATE = "box_date"
    TO = "to"
    # headings
    PLAN = "plan"
    ACTUAL = "actual"
    LIST_KEY = "list_key"
    TOTAL = "total"
    DONE = "done"
    EXCLUDED = "excluded"
    PROGRESS = "progress"
    PAST_OPEN = "past_open"
    PAST = "past"
    SUM = "sum"
    SCHEDULE = "schedule"
    PLANNED = "planned"
    DECIDED = "decided"
    REPEAT = "repeat"
    DUE_RULE = "due_rule"
    HARD_DUE_RULE = "hard_due_rule"
    DUE_NOTE = "due_note"
    LEAD_DAYS = "lead_days"
    KIND = "kind"
    EVIDENCE_NAME = "evidence_name"
    PLACE = "place"
    COVERS = "covers"
    ADDED_ON = "added_on"
    ADDED_BY = "added_by"
    SIZE = "size"
    IN_USE = "in_use"
    RETIRED = "retired"
    SEQ = "seq"
    AT = "at"
    OFFSET = "offset"
    WHO = "who"
    OPERATION = "operation"
    ACT = "act"
    TARGET_KIND = "target_kind"
    TARGET = "target"
    FIELD = "field"
    OLD = "old"
    NEW = "new"
    WHY = "why"
    HASH = "hash"
    SECTION = "section"
    WORD = "word"
    MEANING = "meaning"
    SOURCE_PLACE = "source_place"
    PART = "part"
    TEXT = "text"
    # sentences
    OCCURRENCE = "occurrence"
    ROLE = "role"
    PAPER_AT = "paper_at"
    LATE = "late"
    SOON = "soon"
    WAITING = "waiting"
    OUTSIDE = "outside"
    DROPPED = "dropped"
    RECHECK = "recheck"
    PINNED = "pinned"
    DUE_NOTE_IS = "due_note_is"
    REASON_IS = "reason_is"
    SEE_LONG_TEXTS = "see_long_texts"
    PAGE_DATE = "page_date"
    PAGE_HASH = "page_hash"
    LIST_VERSION = "list_version"


TERMS: Mapping[Term, Both] = {
    Term.COVER: ("表紙", "Cover"),
    Term.SUMMARY: ("集計", "Summary"),
    Term.ITEMS: ("項目一覧", "Items"),
    Term.ROLES: ("担当割当", "Roles"),
    Term.EVENTS: ("発生一覧", "Events"),
    Term.OPEN_TASKS: ("未了の件数", "Open tasks"),
    Term.EVENT_NO: ("番号", "No."),
    Term.EVENT_NAME: ("発生の名称", "Event"),
    Term.EVENT_DAY: ("日付", "Day"),
    Term.COUNTED_FROM: ("起点", "Counted from"),
    Term.EVIDENCE: ("証跡一覧", "Evidence"),
    Term.LOG: ("変更履歴", "Log"),
    Term.LEGEND: ("凡例", "Legend"),
    Term.LONG_TEXTS: ("長文", "Long texts"),
    Term.TITLE: ("プライバシーマーク更新 証跡台帳", "Privacy Mark renewal: evidence register"),
    Term.SUBTITLE: ("個人情報保護マネジメントシステム(PMS)の実施記録", "Records of the PMS"),
    Term.FORM: ("様式番号 {no}  版 {version}", "Form {no}, version {version}"),
    Term.ORGANISATION: ("事業者名", "Organisation"),
    Term.NUMBER: ("登録番号", "Registration number"),
    Term.BODY: ("審査機関", "Assessment body"),
    Term.CONTACT: ("審査機関の連絡先", "Contact at the body"),
    Term.TERM: ("有効期間", "Term of validity"),
    Term.WINDOW: ("更新申請の受付期間", "Filing window"),
    Term.WINDOW_ASK: ("月末の数え方により前後する。審査機関へ要照会", "Ask the assessment body"),
    Term.WINDOW_ANSWER: ("審査機関の回答: {source}", "Answer of the body: {source}"),
    Term.ACCEPTED_UNTIL: (
        "最終日が休業日のため {day} まで受付", "Last day is closed: taken until {day}",
    ),
    Term.REVIEW_PERIOD: ("審査対象期間", "Review period"),
    Term.YEAR_START: ("PMS年度の開始日", "Start of the PMS year"),
    Term.GUIDELINE: ("準拠する指針の版", "Guideline version"),
    Term.STANDING: ("更新申請の状況", "Renewal"),
    Term.DAYS_LEFT: ("{standing}(満了日まで{days}日)", "{standing} ({days} days to expiry)"),
    Term.TODAY: ("基準日", "As of"),
    Term.WRITTEN: ("作成日", "Created on"),
    Term.NEWEST_HASH: ("変更履歴の最新ハッシュ", "Newest hash of the log"),
    Term.NO_HASH: ("(履歴なし)", "(no log)"),
    Term.APPROVED: ("承認", "Approved"),
    Term.CHECKED: ("確認", "Checked"),
    Term.MADE: ("作成", "Prepared"),
    Term.BOX_DATE: ("年    月    日", "      /      /      "),
    Term.TO: ("〜", "to"),
    Term.PLAN: ("計画", "Plan"),
    Term.ACTUAL: ("実績・証跡", "Actual and evidence"),
    Term.LIST_KEY: ("記号", "Key"),
    Term.TOTAL: ("件数", "Tasks"),
    Term.DONE: ("完了", "Done"),
    Term.EXCLUDED: ("対象外", "Not applicable"),
    Term.PROGRESS: ("進捗", "Progress"),
    Term.PAST_OPEN: ("過年度分のうち未了", "Past, still open"),
    Term.PAST: ("過年度分", "Past years"),
    Term.SUM: ("合計", "Total"),
    Term.SCHEDULE: ("更新の日程", "Steps of the renewal"),
    Term.PLANNED: ("予定", "Planned"),
    Term.DECIDED: ("確定", "Actual"),
    Term.REPEAT: ("頻度", "Repeat"),
    Term.DUE_RULE: ("社内期限の決まり", "Rule of due"),
    Term.HARD_DUE_RULE: ("絶対期限の決まり", "Rule of hard due"),
    Term.DUE_NOTE: ("期限の補足", "About the due"),
    Term.LEAD_DAYS: ("着手の目安(期限の何日前)", "Days of work"),
    Term.KIND: ("種類", "Kind"),
    Term.EVIDENCE_NAME: ("名称", "Name"),
    Term.PLACE: ("リンク・保管場所", "Link or place"),
    Term.COVERS: ("対象の項目", "Covers"),
    Term.ADDED_ON: ("追加日", "Added on"),
    Term.ADDED_BY: ("追加者", "Added by"),
    Term.SIZE: ("大きさ(バイト)", "Bytes"),
    Term.IN_USE: ("有効", "In use"),
    Term.RETIRED: ("取り下げ", "Retired"),
    Term.SEQ: ("番号", "No."),
    Term.AT: ("日時", "At"),
    Term.OFFSET: ("時差", "Offset"),
    Term.WHO: ("実施者", "Who"),
    Term.OPERATION: ("操作番号", "Operation"),
    Term.ACT: ("操作", "Act"),
    Term.TARGET_KIND: ("対象", "Kind"),
    Term.TARGET: ("対象の番号・名称", "Target"),
    Term.FIELD: ("欄", "Field"),
    Term.OLD: ("変更前", "Before"),
    Term.NEW: ("変更後", "After"),
    Term.WHY: ("理由", "Why"),
    Term.HASH: ("ハッシュ(先頭12桁)", "Hash (first 12)"),
    Term.SECTION: ("区分", "Section"),
    Term.WORD: ("ことば", "Word"),
    Term.MEANING: ("意味", "Meaning"),
    Term.SOURCE_PLACE: ("元の場所", "From"),
    Term.PART: ("何番目", "Part"),
    Term.TEXT: ("全文", "Text"),
    Term.OCCURRENCE: ("({which})", "({which})"),
    Term.ROLE: ("({role})", "({role})"),
    Term.PAPER_AT: ("{name}(紙: {place})", "{name} (paper: {place})"),
    Term.LATE: ("期限超過", "Late"),
    Term.SOON: ("30日以内", "Within 30 days"),
    Term.WAITING: ("起点待ち: {anchor}", "Waits for: {anchor}"),
    Term.OUTSIDE: ("期間外", "Outside the period"),
    Term.DROPPED: ("廃止(新しい版にない項目)", "Dropped by a newer edition"),
    Term.RECHECK: ("要再確認(版が変わり、文が変わった)", "To check again: reworded by a newer edition"),
    Term.PINNED: ("手入力の期限(決まり: {rule})", "Due set by hand (rule: {rule})"),
    Term.DUE_NOTE_IS: ("期限の補足: {text}", "About the due: {text}"),
    Term.REASON_IS: ("理由: {text}", "Reason: {text}"),
    Term.SEE_LONG_TEXTS: ("【全文は「長文」シート {numbers}】", "[whole text: sheet Long texts {numbers}]"),
    Term.PAGE_DATE: ("基準日 {day}", "As of {day}"),
    Term.PAGE_HASH: ("最新ハッシュ {hash}", "Newest hash {hash}"),
    Term.LIST_VERSION: ("版 {version}({day})  出典: {source}", "Version {version} ({day}), source: {source}"),
}  # fmt: skip

Line = tuple[Both, Both, Both]

_STATE: Both = ("状態", "State")
_RESULT: Both = ("評価", "Result")
_DUE: Both = ("期限", "Due")
_NOTE: Both = ("備考", "Note")
_PROOF: Both = ("証跡", "Evidence")
_RECORD: Both = ("記録", "Record")

LEGEND: tuple[Line, ...] = (
    (_STATE, ("未着手", "To do"), ("まだ着手していない", "Not begun")),
    (_STATE, ("対応中", "In progress"), ("着手し、まだ終えていない", "Begun, not finished")),
    (_STATE, ("確認待ち", "In review"), ("実施を終え、確認者の確認を待っている", "Finished, waits for the check")),
    (_STATE, ("完了", "Done"), ("終えた。証跡、または理由がある", "Finished, with evidence or a reason")),
    (_STATE, ("対象外", "Not applicable"), ("当社には当てはまらない。理由を備考に書く", "Does not apply; the reason stands in the note")),
    (_RESULT, ("未評価", "Not rated"), ("適合かどうかをまだ評価していない", "Not yet rated")),
    (_RESULT, ("適合", "Conforms"), ("要求事項を満たしている", "The requirement is met")),
    (_RESULT, ("観察", "Observation"), ("満たしているが、改善の余地がある", "Met, but could be better")),
    (_RESULT, ("不適合", "Nonconforming"), ("要求事項を満たしていない。是正処置が要る", "Not met; needs corrective action")),
    (_DUE, ("基準日", "As of"), ("この台帳で超過や残りを数える日。開いた日によって変わらない", "The day everything is judged by; it does not move")),
    (_DUE, ("社内期限", "Due"), ("当社が決めた期限。動かすことがある", "The company's own date; may move")),
    (_DUE, ("絶対期限", "Hard due"), ("制度上の期限。動かせない", "The scheme's date; never moves")),
    (_DUE, ("赤い期限・「期限超過」", "Red, “Late”"), ("基準日より前の期限で、完了も対象外もしていない", "Before the day of this record, still open")),
    (_DUE, ("黄の期限・「30日以内」", "Yellow, “Within 30 days”"), ("基準日から30日以内の期限で、まだ終えていない", "Within 30 days, still open")),
    (_DUE, ("審査対象期間", "Review period"), ("受付最終日に終わる24か月。審査で見る2年分の記録の期間", "The 24 months that end with the window")),
    (_NOTE, ("過年度分", "Past years"), ("この周期を作った日より前が期限だった回。超過に数えない", "Due before this cycle was created; not late")),
    (_NOTE, ("期間外", "Outside the period"), ("満了日の訂正で審査対象から外れた回。記録は残す", "Left outside by a corrected expiry; kept")),
    (_NOTE, ("起点待ち", "Waiting"), ("期限を数える起点の日がまだ決まっていない", "The date to count from is not known yet")),
    (_NOTE, ("手入力の期限", "Due set by hand"), ("決まりから計算した日ではなく、手で決めた期限", "Set by hand instead of by its rule")),
    (_NOTE, ("@e1", "@e1"), ("発生を登録して作られた回。発生一覧の番号と同じ", "Made by an event; its number is in the sheet Events")),
    (_NOTE, ("N年目", "Year n"), ("毎年行う項目の、周期の1年目と2年目", "First and second year of the cycle")),
    (_PROOF, ("E-0001", "E-0001"), ("証跡番号。証跡一覧の番号と同じ。1つの証跡を複数の項目で使うことがある", "Number of a proof, as in the sheet Evidence")),
    (_PROOF, ("SHA-256", "SHA-256"), ("ファイルの指紋。追加したときの中身から計算し、差し替えれば一致しない", "Fingerprint of the file as it was attached")),
    (_PROOF, ("取り下げ", "Retired"), ("使うのをやめた証跡。理由とともに残す", "No longer used; kept with its reason")),
    (_RECORD, ("担当割当", "Roles"), ("基準日に、どの役割をだれが持つか。氏名が空の役割は未定", "Who holds which role on the day of this record; empty: nobody yet")),
    (_RECORD, ("ハッシュ", "Hash"), ("変更履歴の1件ごとの指紋。前の件の値を含むので、後からの書き換えが分かる", "Each log entry holds the hash of the one before")),
    (_RECORD, ("シートの保護", "Protection"), ("記録のため編集できない(パスワードなし)。絞り込みと列幅の変更はできる", "Sheets are protected without a password; filters and column widths work")),
    (_RECORD, ("�", "�"), ("元の文字が制御文字などで、表計算ファイルに書けないことを示す", "A character that a workbook cannot carry")),
    (_RECORD, ("「長文」シート", "Sheet “Long texts”"), ("行の高さに収まらない文の全文を置く。ないときは、すべて各シートに収まっている", "Holds texts too long for a row; absent where there are none")),
)  # fmt: skip
