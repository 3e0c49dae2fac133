"""The days of the cycle itself on the timeline and the calendar: anchors, planned or settled."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pmark_desktop.domain.cycle import STAGED, Cycle
from pmark_desktop.domain.days import Period
from pmark_desktop.domain.rules import Anchor
from pmark_desktop.words import ANCHORS, Language, day_words, pick
from pmark_desktop.words_deadlines import SHORT_ANCHORS, DeadlineTerm, say, short_day_words


@dataclass(frozen=True, slots=True)
class Mark:
    """An anchor of the cycle on its day.

    `is_planned` is True while the day is no more than intended (予定): also an actual one that
    lies ahead. `is_certain` is False where the assessment body has to be asked (要照会).
    """

    anchor: Anchor
    day: date
    is_planned: bool = False
    is_certain: bool = True

    def name(self, language: Language, *, is_short: bool = False) -> str:
        """Return what it is, and how sure: 「現地審査(予定)」."""
        words = pick((SHORT_ANCHORS if is_short else ANCHORS)[self.anchor], language)
        if self.is_planned:
            return say(DeadlineTerm.PLANNED, language, name=words)
        return words if self.is_certain else say(DeadlineTerm.ASK, language, name=words)

    def label(self, language: Language) -> str:
        """Return what stands beside its line: 「受付最終日 11/30(火)」."""
        return f"{self.name(language, is_short=True)} {short_day_words(self.day, language)}"

    def tip(self, language: Language) -> str:
        """Return it in full: 「受付最終日 2027/11/30(火)」."""
        return f"{self.name(language)} {day_words(self.day, language)}"


def cycle_marks(cycle: Cycle, period: Period, today: date) -> tuple[Mark, ...]:
    """Return the anchors of a cycle within `period`, by day."""
    found = [mark for mark in _marks(cycle, period, today) if mark.day in period]
    return tuple(sorted(found, key=lambda mark: mark.day))


def _marks(cycle: Cycle, period: Period, today: date) -> Iterator[Mark]:
    window = cycle.window
    for year in range(period.first.year, period.last.year + 1):
        yield Mark(Anchor.YEAR_START, cycle.year_start_in(year))
    yield Mark(Anchor.WINDOW_OPENS, window.opens, is_certain=window.certain)
    yield Mark(Anchor.WINDOW_CLOSES, window.closes, is_certain=window.certain)
    yield Mark(Anchor.EXPIRY, cycle.expires)
    for anchor in STAGED:
        actual = cycle.actual(anchor)
        day = actual or cycle.planned(anchor)
        if day is not None:
            yield Mark(anchor, day, is_planned=actual is None or actual > today)
