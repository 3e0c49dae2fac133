"""The words of the applicability switches (適用条件), in Japanese and English. No Qt here."""

from collections.abc import Mapping

from pmark_desktop.domain.checklist import Condition
from pmark_desktop.words import LOG_KINDS, Both, Language, pick
from pmark_desktop.words_finding import VIEW, VIEW_SETTING
from pmark_desktop.words_log import SETTINGS

CONDITION_NAMES: Mapping[Condition, Both] = {
    Condition.OUTSOURCING: ("委託あり", "Outsourcing"),
    Condition.PAPER: ("紙の保管", "Paper records"),
    Condition.SENSITIVE: ("要配慮", "Sensitive data"),
    Condition.UNDER16: ("16歳未満", "Under 16"),
    Condition.BIOMETRIC: ("生体情報", "Biometric data"),
    Condition.MEDICAL: ("医療情報", "Medical data"),
    Condition.OVERSEAS: ("海外", "Abroad"),
}
_REASON: Both = ("適用条件「{name}」: なし", "Applies if “{name}”: no")
_NAME: Both = ("適用条件「{name}」", "Applies if “{name}”")


def condition_name(condition: Condition, language: Language = Language.JA) -> str:
    """Return a condition as a heading says it: 「適用条件「委託あり」」."""
    return pick(_NAME, language).format(name=pick(CONDITION_NAMES[condition], language))


def switch_reason(condition: Condition, language: Language = Language.JA) -> str:
    """Return why a task is 対象外 while its condition does not hold; it is kept in the file."""
    return pick(_REASON, language).format(name=pick(CONDITION_NAMES[condition], language))


def is_switch_reason(text: str, condition: Condition) -> bool:
    """Tell whether a stored reason is that of a condition, in whichever language it was kept."""
    return text in {switch_reason(condition, language) for language in Language}


SWITCHES = {f"applies:{condition.value}": condition for condition in Condition}
"""By the name of the setting that holds it: each switch."""


def setting_words(name: str, language: Language = Language.JA) -> str:
    """Return what a setting of the workspace is about; its name where that is not known."""
    if name in SWITCHES:
        return condition_name(SWITCHES[name], language)
    if name.startswith(VIEW_SETTING):
        return pick(VIEW, language)
    if name in SETTINGS:
        return pick(SETTINGS[name], language)
    return f"{pick(LOG_KINDS['setting'], language)} {name}"
