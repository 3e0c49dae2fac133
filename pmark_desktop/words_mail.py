"""The words of a mail draft to an owner, in Japanese and English. No Qt here."""

from collections.abc import Mapping
from enum import StrEnum

from pmark_desktop.words import Both


class MailTerm(StrEnum):
    """A part of a mail draft."""

    SUBJECT = "subject"
    TO_PERSON = "to_person"
    TO_ROLE = "to_role"
    SENDER_UNKNOWN = "sender_unknown"
    GREETING = "greeting"
    ABOUT = "about"
    LATE = "late"
    SOON = "soon"
    LATER = "later"
    WAITING = "waiting"
    TASK = "task"
    DATES = "dates"
    DUE_LEFT = "due_left"
    HARD_DUE = "hard_due"
    REQUEST = "request"
    ATTACHED = "attached"
    CLOSING = "closing"


MAIL_TERMS: Mapping[MailTerm, Both] = {
    MailTerm.SUBJECT: (
        "【Pマーク更新】ご担当タスクの確認のお願い({count}件)",
        "[P-mark renewal] Your open tasks ({count})",
    ),
    MailTerm.TO_PERSON: ("{name} 様", "Dear {name},"),
    MailTerm.TO_ROLE: ("{name}の方へ", "Dear {name},"),
    MailTerm.SENDER_UNKNOWN: ("(差出人のお名前)", "(your name)"),
    MailTerm.GREETING: ("お疲れさまです。{sender}です。", "This is {sender}."),
    MailTerm.ABOUT: (
        "プライバシーマークの更新について、ご担当のタスク{count}件をお知らせします({today} 現在)。",
        "These are your {count} open tasks of the privacy mark renewal, as of {today}.",
    ),
    MailTerm.LATE: ("■ 期限を過ぎているもの({count}件)", "# Late ({count})"),
    MailTerm.SOON: ("■ 30日以内に期限が来るもの({count}件)", "# Due within 30 days ({count})"),
    MailTerm.LATER: ("■ その後に期限が来るもの({count}件)", "# Due later ({count})"),
    MailTerm.WAITING: ("■ 期限がまだ決まっていないもの({count}件)", "# Without a date yet ({count})"),
    MailTerm.TASK: ("{number}. {id} {title}", "{number}. {id} {title}"),
    MailTerm.DATES: ("    {dates}", "    {dates}"),
    MailTerm.DUE_LEFT: ("期限: {day} {left}", "Due: {day}, {left}"),
    MailTerm.HARD_DUE: ("絶対期限: {day}", "Hard due: {day}"),
    MailTerm.REQUEST: (
        "お忙しいところ恐れ入りますが、ご対応をお願いいたします。\n終わりましたら、記録(証跡)とあわせてお知らせください。期限に間に合わないおそれがあるときは、早めにご相談ください。",
        "Please see to them. When one is done, let me know and send its record (evidence). If a date may not be met, tell me early.",
    ),
    MailTerm.ATTACHED: (
        "添付の予定表({file})を開くと、期限をご自身の予定表に取り込めます。",
        "Open the attached calendar ({file}) to add the dates to your own.",
    ),
    MailTerm.CLOSING: ("どうぞよろしくお願いいたします。\n\n{sender}", "Thank you.\n\n{sender}"),
}  # fmt: skip
