"""One two-year term of the mark and its renewal, and the dates it gives to count from."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from pmark_desktop.domain.days import Period, add_months, months_ending
from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.domain.rules import Anchor
from pmark_desktop.domain.window import Window, renewal_window

TERM_MONTHS = 24
_AHEAD_MONTHS = 36
_PAST_MONTHS = 8
DEFAULT_YEAR_START = "04-01"
STAGED = (Anchor.APPLIED, Anchor.SITE_VISIT, Anchor.FINDINGS_ISSUED, Anchor.DECIDED)
"""The anchors with a planned (予定) and an actual (確定) date, in their order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cycle:
    """One term of the mark.

    `expires` is the last day of validity printed on the certificate (登録証). `year_start` is
    `MM-DD`. `window_opens` and `window_closes` are set only where the assessment body gave its
    answer, with `window_answered_on` and `window_source` saying when and who. Planned
    dates hold until there are actual ones. One with `closed_on` is finished: it is only read.
    """

    id: int
    expires: date
    year_start: str
    created_on: date
    window_opens: date | None = None
    window_closes: date | None = None
    window_source: str = ""
    window_answered_on: date | None = None
    closed_on: date | None = None
    applied_planned: date | None = None
    applied: date | None = None
    site_visit_planned: date | None = None
    site_visit: date | None = None
    findings_issued_planned: date | None = None
    findings_issued: date | None = None
    decided_planned: date | None = None
    decided: date | None = None

    @property
    def window(self) -> Window:
        """The filing window: the published rule, or what the assessment body answered."""
        ruled = renewal_window(self.expires)
        answered = self.window_opens is not None and self.window_closes is not None
        return Window(
            self.window_opens or ruled.opens,
            self.window_closes or ruled.closes,
            certain=ruled.certain or answered,
        )

    @property
    def term(self) -> Period:
        """The two years of validity, both ends included."""
        return months_ending(self.expires, TERM_MONTHS)

    @property
    def review_period(self) -> Period:
        """The two years of records that the assessment looks at (審査対象期間).

        They end with the last day of application, never with its extension.
        """
        return months_ending(self.window.closes, TERM_MONTHS)

    def planned(self, anchor: Anchor) -> date | None:
        """Return the planned date of one of `STAGED`."""
        day: date | None = getattr(self, f"{anchor.value}_planned")
        return day

    def actual(self, anchor: Anchor) -> date | None:
        """Return the actual date of one of `STAGED`."""
        day: date | None = getattr(self, anchor.value)
        return day

    def year_start_in(self, year: int) -> date:
        """Return the first day of the PMS year that begins in `year`."""
        month, day = map(int, self.year_start.split("-"))
        return date(year, month, day)


def check_expiry(expires: date, today: date) -> bool:
    """Return whether the mark is still valid on `today`.

    Raises:
        UserError: over 3 years ahead, or over 8 months past.
    """
    if expires > add_months(today, _AHEAD_MONTHS):
        raise UserError(Why.EXPIRY_TOO_FAR, day=expires)
    if expires < add_months(today, -_PAST_MONTHS):
        raise UserError(Why.EXPIRY_TOO_OLD, day=expires)
    return expires >= today


def check_window(cycle: Cycle) -> None:
    """Check the answer of the assessment body on the window.

    Raises:
        UserError: it ends before it begins, or is not within the term of the mark.
    """
    window = cycle.window
    if not cycle.term.first <= window.opens <= window.closes <= cycle.expires:
        raise UserError(Why.WINDOW_WRONG, opens=window.opens, closes=window.closes)


def parse_year_start(text: str) -> str:
    """Return `MM-DD` for the first day of the PMS year; 4/1, 04-01 and 4月1日 are read.

    Raises:
        UserError: not a day that every year has.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    found = re.fullmatch(r"([0-9]{1,2})[-/.月]([0-9]{1,2})日?", plain)
    try:
        if found is None:
            raise ValueError
        day = date(2027, int(found[1]), int(found[2]))  # 2027 has no 29 February
    except ValueError:
        raise UserError(Why.YEAR_START_WRONG, text=text) from None
    return f"{day:%m-%d}"
