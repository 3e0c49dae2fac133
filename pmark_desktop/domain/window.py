"""The days on which a renewal may be filed (更新申請受付期間)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pmark_desktop.domain.days import DAY, OfficeDays, add_months


class WindowState(StrEnum):
    """Where a renewal stands against its window."""

    BEFORE = "before"
    OPEN = "open"
    EXTENDED = "extended"
    CLOSED = "closed"
    APPLIED = "applied"
    DECIDED = "decided"


@dataclass(frozen=True, slots=True)
class Window:
    """Days on which a renewal may be filed, both ends included.

    `certain` is False where the published rule does not settle a month's end: then these are
    the later start and the earlier end, and the assessment body has to be asked (要照会).
    """

    opens: date
    closes: date
    certain: bool


def renewal_window(expires: date) -> Window:
    """Return the filing window of a mark whose last day of validity is `expires`.

    "8 and 4 months before" can be counted from the last day or from the day after it.
    Near month ends the two differ; then the narrower window is returned, not certain.
    Weekends and holidays do not move these days: more time is the assessment body's to give.

    Source: JIPDEC 更新申請の手続き, https://privacymark.jp/p-application/update/index.html
        (read 2026-11-23). Its example: 2024-12-01 gives 2024-04-02 to 2024-08-01.
    """
    after = expires + DAY
    opens = {add_months(expires, -8) + DAY, add_months(after, -8)}
    closes = {add_months(expires, -4), add_months(after, -4) - DAY}
    return Window(max(opens), min(closes), certain=len(opens) == len(closes) == 1)


def accepted_until(closes: date, body: OfficeDays) -> date:
    """Return the day until which an application is still taken when `closes` is a closed day.

    It is only shown, never planned with.

    Source: the same page. Its example: Saturday 2024-09-14 is accepted until Tuesday 09-17.
    """
    return body.first_from(closes)


def window_state(
    window: Window, accepted: date, today: date, *, applied: bool, decided: bool
) -> WindowState:
    """Return where a renewal stands on `today`; a filed or decided one is past its window."""
    if decided:
        return WindowState.DECIDED
    if applied:
        return WindowState.APPLIED
    if today < window.opens:
        return WindowState.BEFORE
    if today <= window.closes:
        return WindowState.OPEN
    return WindowState.EXTENDED if today <= accepted else WindowState.CLOSED
