"""Dates as people type them: 2026/11/23, R8.11.23, 令和8年11月23日, 11/23, +14, 今日."""

import re
import unicodedata
from datetime import date, timedelta

from pmark_desktop.domain.errors import UserError, Why

_WORDS = {"今日": 0, "本日": 0, "明日": 1, "昨日": -1, "today": 0}
_ERAS = {  # first and last day; source: 元号を改める政令
    "R": (date(2019, 5, 1), date.max), "令和": (date(2019, 5, 1), date.max),
    "H": (date(1989, 1, 8), date(2019, 4, 30)), "平成": (date(1989, 1, 8), date(2019, 4, 30)),
    "S": (date(1926, 12, 25), date(1989, 1, 7)), "昭和": (date(1926, 12, 25), date(1989, 1, 7)),
}  # fmt: skip
_MARK = r"[-/.]"
_ERA = re.compile(
    rf"(令和|平成|昭和|[RHS])\s*([0-9]{{1,2}}|元){_MARK}([0-9]{{1,2}}){_MARK}([0-9]{{1,2}})"
)
_FULL = re.compile(rf"([0-9]{{4}}){_MARK}([0-9]{{1,2}}){_MARK}([0-9]{{1,2}})")
_DIGITS = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_SHORT = re.compile(rf"([0-9]{{1,2}}){_MARK}([0-9]{{1,2}})")
_STEP = re.compile(r"([+-])([0-9]{1,4})")
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_IN_KANJI = re.compile(r"(?:(.+)年)?([0-9]{1,2})月([0-9]{1,2})日?")
_DASHES = str.maketrans("−ーｰ‐–—", "------")  # what a Japanese keyboard gives for a minus
_AROUND_SIGNS = re.compile(r"\s*([-+/.年月日])\s*")
_WEEKDAY = re.compile(r"\([月火水木金土日]\)$")


def parse_date(text: str, today: date | None = None) -> date:
    """Return the day that `text` names; full-width digits and signs are read too.

    Forms without a year (`11/23`, `+14`, `今日`) need `today`: `11/23` is then the nearest
    such day, before or after it.

    Raises:
        UserError: no date, one that does not exist, or a year is needed.
    """
    plain = _plain(text)
    try:
        if (day := _with_year(plain)) is not None:
            if not _FIRST_YEAR <= day.year <= _LAST_YEAR:  # rules reach ten years either way
                raise ValueError
            return day
        if today is None:
            if _is_without_year(plain):
                raise UserError(Why.DATE_NEEDS_YEAR, text=text)
            raise ValueError
        return _from_today(plain, today)
    except (ValueError, OverflowError):
        raise UserError(Why.DATE_UNREADABLE, text=text) from None


def _plain(text: str) -> str:
    """Return `text` in half width, with one kind of sign between its numbers."""
    plain = unicodedata.normalize("NFKC", text).translate(_DASHES).strip()
    plain = _WEEKDAY.sub("", _AROUND_SIGNS.sub(r"\1", plain)).strip()
    if found := _IN_KANJI.fullmatch(plain):
        return "/".join(part for part in found.groups() if part)
    return plain


def _with_year(plain: str) -> date | None:
    if found := _FULL.fullmatch(plain) or _DIGITS.fullmatch(plain):
        year, month, day = map(int, found.groups())
        return date(year, month, day)
    if found := _ERA.fullmatch(plain.upper()):
        first, last = _ERAS[found[1]]
        year = first.year + (1 if found[2] == "元" else int(found[2])) - 1
        day_of_era = date(year, int(found[3]), int(found[4]))
        if not first <= day_of_era <= last:
            raise ValueError
        return day_of_era
    return None


def _is_without_year(plain: str) -> bool:
    return plain in _WORDS or bool(_SHORT.fullmatch(plain) or _STEP.fullmatch(plain))


def _from_today(plain: str, today: date) -> date:
    if plain.lower() in _WORDS:
        return today + timedelta(days=_WORDS[plain.lower()])
    if found := _STEP.fullmatch(plain):
        return today + timedelta(days=int(found[1] + found[2]))
    if found := _SHORT.fullmatch(plain):
        return _nearest(int(found[1]), int(found[2]), today)
    raise ValueError


def _nearest(month: int, day: int, today: date) -> date:
    found = []
    for year in (today.year - 1, today.year, today.year + 1):
        try:
            found.append(date(year, month, day))
        except ValueError:  # 29 February
            continue
    return min(found, key=lambda one: abs(one - today))  # ValueError when there is none
