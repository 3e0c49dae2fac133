"""What typed and pasted text may be, and how it is compared."""

import re
import unicodedata
from typing import NamedTuple

from pmark_desktop.domain.errors import UserError, Why

MOST_UNITS = 32_767
"""UTF-16 units in one text: what an Excel cell holds."""

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
_SURROGATES = re.compile("[\ud800-\udfff]")


class Cleaned(NamedTuple):
    """A text fit to be kept, and how many characters were taken out or replaced."""

    text: str
    removed: int


def clean(text: str) -> Cleaned:
    """Return `text` without control characters (tab and newline stay) and lone surrogates.

    Line ends become a newline; that is not counted. Nothing else changes: text with a leading
    `=` or in any Unicode form stays as typed.

    Raises:
        UserError: longer than `MOST_UNITS`.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text, controls = _CONTROLS.subn("", text)
    text, surrogates = _SURROGATES.subn("\ufffd", text)
    length = len(text) + sum(char > "\uffff" for char in text)
    if length > MOST_UNITS:
        raise UserError(Why.TEXT_TOO_LONG, length=length, most=MOST_UNITS)
    return Cleaned(text, controls + surrogates)


def folded(text: str) -> str:
    """Return the form in which texts are searched: width, case and kana do not matter.

    For matching only, never for storing.
    """
    plain = unicodedata.normalize("NFKC", text).casefold()
    return plain.translate(_KATAKANA_TO_HIRAGANA)


_KATAKANA_TO_HIRAGANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}


def parse_registration(text: str) -> str:
    """Return a registration number in half-width form; empty stays empty.

    `AAnnnnnn` or `AAnnnnnn(mm)`: AA is the code of the assessment body, from 10.

    Raises:
        UserError: of another form.

    Source: JIPDEC, https://privacymark.jp/system/about/pm-guidance (read 2026-11-23).
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    if plain and not re.fullmatch(r"[1-9][0-9]{7}(\([0-9]{2}\))?", plain, re.ASCII):
        raise UserError(Why.REGISTRATION_WRONG, text=text)
    return plain
