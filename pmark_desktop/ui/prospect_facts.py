"""The dates of a cycle in words: the window, the review period, the application."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from pmark_desktop.domain.cycle import Cycle
from pmark_desktop.domain.rules import Anchor
from pmark_desktop.ui.facts_card import Fact
from pmark_desktop.words import ANCHORS, FIELDS, Language, day_words, pick
from pmark_desktop.workspace.prospect import Prospect

translate = QCoreApplication.translate


def prospect_facts(found: Prospect, today: date, language: Language) -> list[Fact]:
    """Return what a new workspace would hold."""
    facts = cycle_facts(found.cycle, today, language)
    if found.application is not None:
        due, hard = found.application.due, found.application.hard_due
        words = translate("ProspectFacts", "申請の{0}")
        for name, day in (("due", due), ("hard_due", hard)):
            field = pick(FIELDS[name], language)
            facts.append(Fact(words.format(field), day_words(day, language)))
    counted = translate("ProspectFacts", "{0}件").format(found.tasks)
    if found.past:
        past = translate("ProspectFacts", "(うち過年度分 {0}件)").format(found.past)
        counted = f"{counted} {past}"
    facts.append(Fact(translate("ProspectFacts", "タスク"), counted, ""))
    return facts


def cycle_facts(
    cycle: Cycle, today: date, language: Language, accepted: date | None = None
) -> list[Fact]:
    """Return the days that a cycle gives to count from.

    `accepted` is the day until which an application is still taken, where that is known.
    """
    window, period = cycle.window, cycle.review_period
    span = f"{day_words(window.opens, language)} – {day_words(window.closes, language)}"
    facts = [
        Fact(pick(ANCHORS[Anchor.EXPIRY], language), _countdown(cycle.expires, today, language)),
        Fact(translate("ProspectFacts", "申請の受付期間"), span),
    ]
    facts.append(_reason(cycle))
    if accepted is not None and accepted != window.closes:
        words = translate(
            "ProspectFacts",
            "最終日が審査機関の休業日のため、{0}まで受け付けられる見込みです。計画では当てにしません。",
        )
        facts.append(Fact("", words.format(day_words(accepted, language)), "faint"))
    records = f"{day_words(period.first, language)} – {day_words(period.last, language)}"
    facts.append(Fact(translate("ProspectFacts", "審査対象期間"), records, ""))
    return facts


def _reason(cycle: Cycle) -> Fact:
    """Return where the window comes from."""
    if cycle.window_opens or cycle.window_closes:
        words = translate("ProspectFacts", "審査機関の回答による受付期間です。")
    elif cycle.window.certain:
        words = translate("ProspectFacts", "公表の規則: 満了日の8か月前の翌日から4か月前の日まで")
    else:
        words = translate(
            "ProspectFacts",
            "要照会: 月末の数え方が公表の規則では決まらないため、安全側(遅い開始日・早い最終日)を示しています。審査機関に照会してください。",
        )
        return Fact("", words, "soon")
    return Fact("", words, "faint")


def _countdown(expires: date, today: date, language: Language) -> str:
    left = (expires - today).days
    words = (
        translate("ProspectFacts", "{0}  あと{1}日")
        if left >= 0
        else translate("ProspectFacts", "{0}  {1}日経過")
    )
    return words.format(day_words(expires, language), abs(left))
