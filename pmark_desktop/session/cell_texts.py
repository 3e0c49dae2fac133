"""Cells of read-only tables elsewhere: as a tool tip, and as text to be pasted."""

from collections.abc import Iterable
from html import escape

_MOST_CHARACTERS = 2_000
_MOST_IN_LINE = 60


def plain_tip(text: str) -> str:
    """Return a tool tip that shows `text` as it is, with its line ends; '' for nothing.

    Qt would read a text that looks like HTML as HTML. What is longer than a screen is cut.
    """
    if not text:
        return ""
    shown = text if len(text) <= _MOST_CHARACTERS else f"{text[:_MOST_CHARACTERS]}…"
    return f'<p style="white-space: pre-wrap">{escape(shown)}</p>'


def wide_tip(text: str) -> str:
    """Return a tool tip as `plain_tip` does, whose lines are not broken where they are short.

    Qt makes a tool tip that may be broken as narrow as it can.
    """
    if max(map(len, text.split("\n"))) > _MOST_IN_LINE:
        return plain_tip(text)
    return plain_tip(text).replace("pre-wrap", "pre", 1)


def table_text(rows: Iterable[Iterable[str]]) -> str:
    """Return rows as text, a line each, columns parted by tabs: as spreadsheets take it."""
    return "\n".join("\t".join(_cell(text) for text in row) for row in rows)


def _cell(text: str) -> str:
    """Return a cell as spreadsheets quote it: only where a tab, line end or quote asks for it."""
    if "\t" in text or "\n" in text or text.startswith('"'):
        return '"' + text.replace('"', '""') + '"'
    return text
