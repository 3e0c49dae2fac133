"""The table of words: codes, columns and days in Japanese and English. No Qt here.

The window, the command line and the workbook all take their words from this file and its
neighbours (`words_*.py`); what else is on screen stands in Qt's translation files.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum

from pmark_desktop.domain.checklist import Checklist, Repeat, Stage
from pmark_desktop.domain.records import EvidenceKind
from pmark_desktop.domain.rules import Anchor, ItemDone, Rule, Unit
from pmark_desktop.domain.standing import Concern
from pmark_desktop.domain.task import Result, State, Task
from pmark_desktop.domain.window import Window, WindowState


class Language(StrEnum):
    """What the program speaks. Japanese unless a person chooses otherwise."""

    JA = "ja"
    EN = "en"


Both = tuple[str, str]  # Japanese, English

STATES: Mapping[State, Both] = {
    State.TODO: ("未着手", "To do"),
    State.DOING: ("対応中", "In progress"),
    State.REVIEW: ("確認待ち", "In review"),
    State.DONE: ("完了", "Done"),
    State.EXCLUDED: ("対象外", "Not applicable"),
}
RESULTS: Mapping[Result, Both] = {
    Result.UNRATED: ("未評価", "Not rated"),
    Result.CONFORMS: ("適合", "Conforms"),
    Result.OBSERVATION: ("観察", "Observation"),
    Result.NONCONFORMING: ("不適合", "Nonconforming"),
}
STAGES: Mapping[Stage, Both] = {
    Stage.PLAN: ("計画(P)", "Plan"),
    Stage.DO: ("実施(D)", "Do"),
    Stage.CHECK: ("点検(C)", "Check"),
    Stage.ACT: ("改善(A)", "Act"),
}
REPEATS: Mapping[Repeat, Both] = {
    Repeat.ONCE: ("1回", "Once"),
    Repeat.YEARLY: ("毎年", "Yearly"),
    Repeat.QUARTERLY: ("四半期ごと", "Quarterly"),
    Repeat.MONTHLY: ("毎月", "Monthly"),
}
KINDS: Mapping[EvidenceKind, Both] = {
    EvidenceKind.FILE: ("ファイル", "File"),
    EvidenceKind.LINK: ("リンク", "Link"),
    EvidenceKind.PAPER: ("紙", "Paper"),
}
ANCHORS: Mapping[Anchor, Both] = {
    Anchor.EXPIRY: ("満了日", "Last day of validity"),
    Anchor.WINDOW_OPENS: ("受付開始日", "Window opens"),
    Anchor.WINDOW_CLOSES: ("受付最終日", "Window closes"),
    Anchor.APPLIED: ("申請日", "Application"),
    Anchor.SITE_VISIT: ("現地審査日", "Site visit"),
    Anchor.FINDINGS_ISSUED: ("指摘事項文書の発行日", "Findings issued"),
    Anchor.DECIDED: ("付与適格決定日", "Decision"),
    Anchor.YEAR_START: ("PMS年度の開始日", "Start of the PMS year"),
    Anchor.EVENT: ("発生日", "Day of the event"),
    Anchor.KNOWN: ("知った日", "Day of knowing"),
}
WINDOW_STATES: Mapping[WindowState, Both] = {
    WindowState.BEFORE: ("受付開始まで {opens_in}日", "{opens_in} days until the window opens"),
    WindowState.OPEN: ("受付中 あと{closes_in}日", "Window open, {closes_in} days left"),
    WindowState.EXTENDED: (
        "最終日の延長中({accepted}まで)", "Last day extended (until {accepted})",
    ),
    WindowState.CLOSED: ("締切超過 → 審査機関へ至急連絡", "Window closed: call the assessment body now"),
    WindowState.APPLIED: ("申請済", "Applied"),
    WindowState.DECIDED: ("決定済", "Decided"),
}  # fmt: skip
CONCERNS: Mapping[Concern, Both] = {
    Concern.LATE: ("期限超過", "Late"),
    Concern.DUE_SOON: ("30日以内", "Within 30 days"),
    Concern.WAITING: ("起点待ち", "Waiting"),
    Concern.WITHOUT_EVIDENCE: ("証跡なし", "Without evidence"),
    Concern.PAST: ("過年度の記録を確認", "Records of past years"),
}
FIELDS: Mapping[str, Both] = {
    "id": ("No.", "No."),
    "list": ("チェックリスト", "Checklist"),
    "title": ("実施項目", "Item"),
    "guidance": ("進め方", "Guidance"),
    "clause": ("指針項番", "Clause"),
    "expected": ("確認方法・証跡", "Expected evidence"),
    "state": ("状態", "State"),
    "result": ("評価", "Result"),
    "owner": ("担当", "Owner"),
    "role": ("役割", "Role"),
    "due": ("社内期限", "Due"),
    "left": ("残り", "Left"),
    "hard_due": ("絶対期限", "Hard due"),
    "rule": ("期限の決まり", "Rule"),
    "waits_for": ("起点待ち", "Waits for"),
    "done_on": ("実施日", "Done on"),
    "checked_by": ("確認者", "Checked by"),
    "checked_on": ("確認日", "Checked on"),
    "note": ("備考", "Note"),
    "reason": ("理由", "Reason"),
    "tag": ("タグ", "Tag"),
    "recheck": ("要再確認", "To check again"),
    "evidence": ("証跡", "Evidence"),
    "evidence_no": ("証跡番号", "Evidence no."),
    "pinned": ("手入力の期限", "Pinned"),
    "stage": ("PDCA", "PDCA"),
    "is_outside": ("期間外", "Outside the period"),
    "is_dropped": ("廃止", "Dropped"),
    "live": ("有効", "In use"),
    "retired_reason": ("取り下げの理由", "Reason for retiring"),
    # organisation
    "name": ("名称", "Name"),
    "number": ("登録番号", "Registration number"),
    "body": ("審査機関", "Assessment body"),
    "contact": ("審査機関の連絡先", "Contact at the body"),
    "form_no": ("様式番号", "Form no."),
    "form_version": ("様式の版", "Form version"),
    "guideline_version": ("指針の版", "Guideline version"),
    # roles
    "person": ("氏名", "Person"),
    "mail": ("メール", "Mail"),
    # cycle
    "expires": ("満了日", "Last day of validity"),
    "year_start": ("PMS年度の開始日", "Start of the PMS year"),
    "window_opens": ("受付開始日(回答)", "Window opens (answer)"),
    "window_closes": ("受付最終日(回答)", "Window closes (answer)"),
    "window_source": ("回答の出所", "Source of the answer"),
    "window_answered_on": ("回答日", "Answered on"),
    "closed_on": ("周期を閉じた日", "Cycle closed on"),
    "applied_planned": ("申請日(予定)", "Application (planned)"),
    "applied": ("申請日(確定)", "Application (actual)"),
    "site_visit_planned": ("現地審査日(予定)", "Site visit (planned)"),
    "site_visit": ("現地審査日(確定)", "Site visit (actual)"),
    "findings_issued_planned": ("指摘事項文書の発行日(予定)", "Findings issued (planned)"),
    "findings_issued": ("指摘事項文書の発行日(確定)", "Findings issued (actual)"),
    "decided_planned": ("付与適格決定日(予定)", "Decision (planned)"),
    "decided": ("付与適格決定日(確定)", "Decision (actual)"),
    # days on which nobody works
    "whose": ("対象", "Whose"),
    "first": ("開始日", "First day"),
    "last": ("最終日", "Last day"),
    "every_year": ("毎年", "Every year"),
    "year": ("年", "Year"),
    "days": ("祝日", "Holidays"),
    "source": ("出典", "Source"),
    "value": ("内容", "Content"),
    "*": ("登録", "Created"),
}
LOG_KINDS: Mapping[str, Both] = {
    "workspace": ("ワークスペース", "Workspace"),
    "organisation": ("組織", "Organisation"),
    "cycle": ("周期", "Cycle"),
    "checklist": ("チェックリスト", "Checklist"),
    "item": ("項目", "Item"),
    "task": ("タスク", "Task"),
    "role": ("担当割当", "Roles"),
    "event": ("発生", "Event"),
    "evidence": ("証跡", "Evidence"),
    "proof": ("証跡の紐付け", "Evidence link"),
    "closed_day": ("休業日", "Closed days"),
    "holiday_year": ("祝日", "Holidays"),
    "setting": ("設定", "Setting"),
}
ACTS: Mapping[str, Both] = {
    "create": ("ワークスペースの作成", "create the workspace"),
    "sample": ("サンプルの作成", "create the sample"),
    "migrate": ("形式の更新", "upgrade the file"),
    "set": ("{field}の変更", "change of {field}"),
    "set_many": ("タスクの変更", "change of a task"),
    "cycle": ("周期の変更", "change of the cycle"),
    "organisation": ("組織情報の変更", "change of the organisation"),
    "assign": ("担当割当の変更", "change of a role"),
    "occur": ("発生の登録", "entry of an event"),
    "attach": ("証跡の追加", "attaching evidence"),
    "link": ("証跡の紐付け", "linking evidence"),
    "retire_evidence": ("証跡の取り下げ", "retiring evidence"),
    "closed_day": ("休業日の変更", "change of closed days"),
    "holidays": ("祝日の取り込み", "import of holidays"),
    "holidays_back": ("祝日を計算に戻す", "computing holidays again"),
    "setting": ("お知らせの設定の変更", "change of the reminder settings"),
    "view": ("ビューの変更", "change of a view"),
    "add_list": ("チェックリストの追加", "adding a checklist"),
    "edition": ("チェックリストの新しい版の取り込み", "taking a newer edition"),
    "add_task": ("独自タスクの追加", "adding own tasks"),
    "edit_item": ("独自項目の変更", "change of an own item"),
    "duplicate_item": ("項目の複製", "duplicating an item"),
    "move_item": ("項目の並べ替え", "moving an item"),
    "retire_item": ("項目の取り下げ", "retiring an item"),
    "bring_back_item": ("取り下げた項目を戻す", "bringing back an item"),
    "add_own_list": ("自社チェックリストの追加", "adding an own checklist"),
    "rename_list": ("チェックリストの名前の変更", "renaming a checklist"),
    "list_on": ("チェックリストを使う", "switching a checklist on"),
    "list_off": ("チェックリストを外す", "switching a checklist off"),
    "applicability": ("適用条件の変更", "change of what applies"),
    "close_cycle": ("周期を閉じる", "closing the cycle"),
    "reopen_cycle": ("周期を開き直す", "opening the cycle again"),
    "undo": ("元に戻す", "undo"),
    "redo": ("やり直す", "redo"),
}


def pick(words: Both, language: Language) -> str:
    """Return the words in one language."""
    return words[0] if language is Language.JA else words[1]


def many_words(fields: Sequence[str], count: int, language: Language) -> str:
    """Return the name of a change to several tasks: 「社内期限を12件変更」."""
    ja = language is Language.JA
    if len(fields) != 1:
        return f"{count}件を変更" if ja else f"change of {count} tasks"
    field = pick(FIELDS[fields[0]], language)
    return f"{field}を{count}件変更" if ja else f"{field} of {count} tasks"


_WEEKDAYS = ("月火水木金土日", ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"))


def day_words(day: date | None, language: Language = Language.JA) -> str:
    """Return a day with its weekday, `2027/11/30(火)`; nothing for None."""
    if day is None:
        return ""
    if language is Language.JA:
        return f"{day:%Y/%m/%d}({_WEEKDAYS[0][day.weekday()]})"
    return f"{_WEEKDAYS[1][day.weekday()]} {day.isoformat()}"


def time_words(moment: datetime, language: Language = Language.JA) -> str:
    """Return a moment as it was on its clock, with the weekday: `2026/11/24(火) 09:12`."""
    return f"{day_words(moment.date(), language)} {moment:%H:%M}"


UNIT_CHOICES: Mapping[Unit, Both] = {
    Unit.DAY: ("日", "days"),
    Unit.BUSINESS_DAY: ("営業日", "business days"),
    Unit.WEEK: ("週間", "weeks"),
    Unit.MONTH: ("か月", "months"),
    Unit.YEAR: ("年", "years"),
}
"""Units as they are chosen from, beside a number."""
UNITS: Mapping[Unit, Both] = {
    Unit.DAY: ("日", "day"),
    Unit.BUSINESS_DAY: ("営業日", "business day"),
    Unit.WEEK: ("週間", "week"),
    Unit.MONTH: ("か月", "month"),
    Unit.YEAR: ("年", "year"),
}


def rule_words(rule: Rule | None, repeat: Repeat, language: Language = Language.JA) -> str:
    """Return a due rule as a person says it: 「満了日の12か月前」."""
    if rule is None:
        last = {
            Repeat.MONTHLY: ("毎月の最終営業日", "last business day of each month"),
            Repeat.QUARTERLY: ("四半期の最終営業日", "last business day of each quarter"),
        }
        return pick(last.get(repeat, ("", "")), language)
    base = _base_words(rule, language)
    count, unit = rule.offset.count, pick(UNITS[rule.offset.unit], language)
    if count == 0:
        return base
    if language is Language.JA:
        return f"{base}の{abs(count)}{unit}{'前' if count < 0 else '後'}"
    plural = "" if abs(count) == 1 else "s"
    return f"{abs(count)} {unit}{plural} {'before' if count < 0 else 'after'} {base.lower()}"


def _base_words(rule: Rule, language: Language) -> str:
    match rule.base:
        case ItemDone(item):
            return f"{item}の実施日" if language is Language.JA else f"{item} done"
        case Anchor():
            return pick(ANCHORS[rule.base], language)
        case _:
            return day_words(rule.base, language)


def window_words(
    state: WindowState, window: Window, accepted: date, today: date, language: Language
) -> str:
    """Return the gauge of the window: 「受付開始まで 90日」, 「受付中 あと12日」."""
    return pick(WINDOW_STATES[state], language).format(
        opens_in=(window.opens - today).days,
        closes_in=(window.closes - today).days,
        accepted=day_words(accepted, language),
    )


def waits_words(waits_for: str | None, language: Language = Language.JA) -> str:
    """Return what a task waits for: 「現地審査日」, 「AUD-16@1の実施」; nothing for None."""
    if waits_for is None:
        return ""
    if waits_for in list(Anchor):
        return pick(ANCHORS[Anchor(waits_for)], language)
    return f"{waits_for}の実施" if language is Language.JA else f"{waits_for} done"


def occurrence_words(occurrence: str, language: Language = Language.JA) -> str:
    """Return an occurrence as a person says it: 1年目, 2026年4月, 2026年度 第1四半期."""
    ja = language is Language.JA
    if occurrence in ("1", "2"):
        return f"{occurrence}年目" if ja else f"year {occurrence}"
    if "-Q" in occurrence:
        year, quarter = occurrence.split("-Q")
        return f"{year}年度 第{quarter}四半期" if ja else f"{year} Q{quarter}"
    if "-" in occurrence:
        year, month = occurrence.split("-")
        return f"{year}年{int(month)}月" if ja else occurrence
    return occurrence


def list_title(checklist: Checklist, language: Language = Language.JA) -> str:
    """Return the title of a checklist; its own where there is no English one."""
    return checklist.title if language is Language.JA else checklist.title_en or checklist.title


def title_words(task: Task, language: Language = Language.JA) -> str:
    """Return an item with the occurrence it is done for: 「監査計画の承認(1年目)」."""
    about = occurrence_words("" if task.event_name else task.occurrence, language)
    about = about or task.event_name
    return f"{task.item.title}({about})" if about else task.item.title


def left_words(task: Task, today: date, language: Language = Language.JA) -> str:
    """Return how urgent a task is in words: 「あと7日」, 「3日超過」, 「起点待ち: 現地審査日」."""
    ja = language is Language.JA
    if task.is_closed:
        return ""
    if task.waits_for is not None:
        return (
            f"{pick(CONCERNS[Concern.WAITING], language)}: {waits_words(task.waits_for, language)}"
        )
    left = task.days_left(today)
    if left is None:
        return ""
    if task.is_past:
        return "過年度分" if ja else "past year"
    if left < 0:
        return f"{-left}日超過" if ja else f"{-left} days late"
    if left == 0:
        return "今日まで" if ja else "today"
    return f"あと{left}日" if ja else f"{left} days left"
