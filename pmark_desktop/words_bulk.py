"""The words of changing many tasks at once (まとめて変更), in Japanese and English. No Qt here."""

from collections.abc import Mapping, Sequence

from pmark_desktop.domain.due_ways import DueWay
from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.words import Both, Language, pick
from pmark_desktop.words_refusals import explain

DUE_WAYS: Mapping[DueWay, Both] = {
    DueWay.DAYS: ("日数で動かす", "Move by days"),
    DueWay.BUSINESS_DAYS: ("営業日で動かす", "Move by business days"),
    DueWay.TO_DAY: ("この日にする", "Set to a day"),
    DueWay.TO_RULE: ("決まりの日に戻す", "Back to the rule"),
}
_REASONS: Mapping[str, Both] = {
    Why.DUE_AFTER_HARD_DUE.value: ("絶対期限より後になる", "It would be after the hard due"),
    Why.EVIDENCE_MISSING.value: ("完了には証跡か理由が要る", "Done needs evidence or a reason"),
    Why.REASON_MISSING.value: ("対象外には理由が要る", "Not applicable needs a reason"),
    Why.DONE_ON_MISSING.value: ("完了には実施日が要る", "Done needs its day"),
    Why.DUE_OF_CLOSED.value: (
        "完了・対象外の期限は動かない",
        "Done or not applicable: the due stays",
    ),
    Why.DUE_NOT_THERE.value: ("動かす期限がまだない", "There is no due yet to move"),
}
"""Reasons that differ from task to task, said for many."""
_MOST_NAMED = 12


def reason_words(error: UserError, language: Language = Language.JA) -> str:
    """Return why several tasks are refused, in one line."""
    words = _REASONS.get(error.why.value)
    return pick(words, language) if words else explain(error, language)


def names_words(names: Sequence[str], language: Language = Language.JA) -> str:
    """Return the ids of tasks in one line; of very many the first."""
    shown = ("、" if language is Language.JA else ", ").join(names[:_MOST_NAMED])
    more = len(names) - _MOST_NAMED
    if more <= 0:
        return shown
    return f"{shown} ほか{more}件" if language is Language.JA else f"{shown} and {more} more"


def bulk_summary(changed: int, refused: int, same: int, language: Language = Language.JA) -> str:
    """Return what a change would do: 「10件を変更、2件は変更できません、3件は同じまま」."""
    ja = language is Language.JA
    parts = [f"{changed}件を変更" if ja else f"{changed} change"]
    if refused:
        parts.append(f"{refused}件は変更できません" if ja else f"{refused} refused")
    if same:
        parts.append(f"{same}件は同じまま" if ja else f"{same} stay the same")
    return ("、" if ja else ", ").join(parts)
