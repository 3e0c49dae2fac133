"""Lists of days or months as people type them: `30, 14, 7, 1, 0`, also full-width, with 、."""

import re
import unicodedata

from pmark_desktop.domain.errors import UserError, Why

MOST_STEPS = 30
MOST_DAYS = 3650
MOST_MONTHS = 120
_BETWEEN = re.compile(r"[\s,;/・、]+")


def parse_steps(
    text: str, most: int, *, least: int = 0, count: int = MOST_STEPS
) -> tuple[int, ...]:
    """Return the numbers in `text`, each once, the greatest first; an empty text gives none.

    Raises:
        UserError: something else than whole numbers from `least` to `most`, or too many.
    """
    plain = unicodedata.normalize("NFKC", text).strip(" \t\r\n,、")
    words = _BETWEEN.split(plain) if plain else []
    if all(re.fullmatch("[0-9]{1,5}", word) for word in words):
        numbers = {int(word) for word in words}
        if len(numbers) <= count and all(least <= one <= most for one in numbers):
            return tuple(sorted(numbers, reverse=True))
    raise UserError(Why.STEPS_WRONG, text=text, least=least, most=most, count=count)


def steps_text(steps: tuple[int, ...]) -> str:
    """Return steps as they are typed."""
    return ", ".join(map(str, steps))
