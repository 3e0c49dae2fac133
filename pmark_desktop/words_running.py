"""The clocks that run from an anchor, in two languages."""

from collections.abc import Mapping
from datetime import date

from pmark_desktop.domain.running import Running, RunningTerm
from pmark_desktop.words import ANCHORS, Both, Language, day_words, pick

RUNNING: Mapping[Running, Both] = {
    Running.IMPROVEMENT: ("改善報告書の提出", "Improvement report"),
    Running.CONTRACT: ("契約と付与登録料", "Contract and fee"),
}


def running_words(term: RunningTerm, today: date, language: Language) -> str:
    """Return how a clock stands: 「2028/04/15(土)まで あと74日」."""
    ja = language is Language.JA
    until = day_words(term.until, language)
    if term.is_over:
        return f"{until}まで(済)" if ja else f"until {until} (done)"
    if term.is_planned or term.starts > today:
        return f"{until}まで(予定)" if ja else f"until {until} (planned)"
    left = (term.until - today).days
    if left < 0:
        return f"{until}まで {-left}日超過" if ja else f"until {until}, {-left} days late"
    return f"{until}まで あと{left}日" if ja else f"until {until}, {left} days left"


def running_reason(term: RunningTerm, language: Language) -> str:
    """Return what a clock counts from: 「指摘事項文書の発行日 2028/01/15(土) から3か月以内」."""
    anchor, day = pick(ANCHORS[term.anchor], language), day_words(term.starts, language)
    if language is Language.JA:
        return f"{anchor} {day} から3か月以内"
    return f"within 3 months of: {anchor.lower()}, {day}"
