"""Texts, sheet names and addresses as a workbook can carry them."""

import re
import unicodedata
from collections.abc import Collection, Iterator
from urllib.parse import quote, urlsplit

REPLACEMENT = "\ufffd"
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LOOKS_LIKE_FORMULA = ("=", "+", "-", "@", "\t")
_MOST_NAME_UNITS = 31
_NOT_IN_NAMES = re.compile(r"[\\/?*\[\]:\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_RESERVED = {"history", "履歴"}
_MOST_ADDRESS = 2_000  # Excel ends at 2,079


def fit(text: str) -> str:
    """Return `text` with a mark in the place of each character that XML cannot carry.

    Line ends become a newline; everything else stays as it is.
    """
    if _UNFIT.search(text) is None:
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _UNFIT.sub(REPLACEMENT, text)


def needs_quote_prefix(text: str) -> bool:
    """Tell whether a spreadsheet would take the text, typed again, for a formula."""
    return text.startswith(_LOOKS_LIKE_FORMULA)


def units(text: str) -> int:
    """Return the length of a text as Excel counts it: in UTF-16 units."""
    return len(text) if text.isascii() else len(text) + sum(char > "\uffff" for char in text)


def pieces(text: str, most: int) -> Iterator[str]:
    """Yield `text` in pieces of at most `most` UTF-16 units; no character is torn."""
    piece: list[str] = []
    length = 0
    for char in text:
        size = 2 if char > "\uffff" else 1
        if length + size > most:
            yield "".join(piece)
            piece, length = [], 0
        piece.append(char)
        length += size
    yield "".join(piece)


def sheet_name(wanted: str, taken: Collection[str]) -> str:
    r"""Return `wanted` as a sheet may be called, different from all `taken`.

    At most 31 UTF-16 units, none of `\ / ? * [ ] :`, no apostrophe at an end, not a name that
    Excel keeps for itself. Names that differ only in case or width count as the same.
    """
    plain = _shortened(_NOT_IN_NAMES.sub("_", wanted), _MOST_NAME_UNITS)
    if not plain or _folded(plain) in _RESERVED:
        plain = _shortened(f"{plain}_", _MOST_NAME_UNITS)
    used = {_folded(name) for name in taken}
    name, count = plain, 1
    while _folded(name) in used:
        count += 1
        mark = f"({count})"
        name = _shortened(plain, _MOST_NAME_UNITS - len(mark)) + mark
    return name


def _shortened(name: str, most: int) -> str:
    return next(pieces(name.strip().strip("'").strip(), most)).rstrip("' ")


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()


def address(url: str) -> str | None:
    """Return `url` as a cell can link to it; None where Excel would call the file damaged."""
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname or "", parts.port  # a port that is none raises
        if parts.scheme not in ("http", "https") or not host or ":" in host:
            return None
        if not parts.netloc.isascii():
            plain = host.encode("idna").decode("ascii")
            parts = parts._replace(netloc=plain if port is None else f"{plain}:{port}")
    except (ValueError, UnicodeError):
        return None
    found = quote(parts.geturl(), safe="!#$%&'()*+,/:;=?@~")
    found = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", found)
    return found if len(found) <= _MOST_ADDRESS else None
