"""Due rules as people write them, back into the language of rules: 「満了日の10か月前」.

What `words.rule_words` says, in Japanese or English, comes back as the same rule. No Qt here.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from pmark_desktop.domain.errors import UserError
from pmark_desktop.domain.rules import ITEM_ID, Anchor, Unit
from pmark_desktop.domain.typed_dates import parse_date
from pmark_desktop.words import ANCHORS, UNITS

_ALIASES: Mapping[str, Unit] = {
    "ヶ月": Unit.MONTH, "ケ月": Unit.MONTH, "カ月": Unit.MONTH, "ヵ月": Unit.MONTH,
    "箇月": Unit.MONTH, "週": Unit.WEEK,
}  # fmt: skip
_JAPANESE_UNITS = {words[0]: unit for unit, words in UNITS.items()} | dict(_ALIASES)
_ENGLISH_UNITS = {words[1]: unit for unit, words in UNITS.items()}
_BASES = {
    word.casefold(): anchor.value
    for anchor, words in ANCHORS.items()
    for word in (words[0], words[1], anchor.value)
}
_BY_LENGTH = "|".join(sorted(_JAPANESE_UNITS, key=len, reverse=True))
_JAPANESE = re.compile(
    rf"(?P<base>.+?)(?:から|の)?(?P<count>[0-9]+)(?P<unit>{_BY_LENGTH})(?P<side>前|後)"
)
_ENGLISH = re.compile(r"(?P<count>[0-9]+) (?P<unit>[a-z ]+?)s? (?P<side>before|after) (?P<base>.+)")
_DONE = re.compile(
    r"(?P<item>[A-Z][A-Z0-9]*-[0-9]+)(?: done|の(?:実施日|完了|実施))", re.IGNORECASE
)
_ENGLISH_WEEKDAY = re.compile(r"^(?:on )?(?:mon|tue|wed|thu|fri|sat|sun) ", re.IGNORECASE)
_DASHES = str.maketrans("−‐–—", "----")
_MOST = 120  # characters of a rule; a longer text is none, and backtracking would take long
_SIDES = {"前": "-", "before": "-", "後": "+", "after": "+"}


@lru_cache(maxsize=1024)  # two thousand items have a few dozen rules
def rule_text(text: str) -> str:
    """Return the rule that words mean, as `parse_rule` reads it; any other text as it came.

    Full-width digits and spaces do not matter.
    """
    if len(text) > _MOST:
        return text
    plain = " ".join(unicodedata.normalize("NFKC", text).translate(_DASHES).split())
    for pattern, units, shown in (
        (_JAPANESE, _JAPANESE_UNITS, plain.replace(" ", "")),
        (_ENGLISH, _ENGLISH_UNITS, plain.lower()),
    ):
        found = pattern.fullmatch(shown)
        if found is None or found["unit"] not in units:
            continue
        if base := _counted_base(found["base"]):
            count, unit = found["count"], units[found["unit"]].value
            plural = "" if count == "1" else "s"
            return f"{base} {_SIDES[found['side']]} {count} {unit}{plural}"
    return _counted_base(plain) or _fixed_day(plain) or plain


def _counted_base(words: str) -> str:
    """Return an anchor or `ITEM done`; '' for anything else."""
    words = words.removesuffix("の当日")
    key = words.casefold()
    found = _BASES.get(key) or _BASES.get(key.replace(" ", ""))
    if found:
        return Anchor(found).value
    done = _DONE.fullmatch(words)
    item = done["item"].upper() if done else ""
    return f"{item} done" if ITEM_ID.fullmatch(item) else ""


def _fixed_day(words: str) -> str:
    try:
        return f"on {parse_date(_ENGLISH_WEEKDAY.sub('', words)).isoformat()}"
    except UserError:
        return ""
