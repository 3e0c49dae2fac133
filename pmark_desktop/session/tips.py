"""Tool tips of plain text: Qt would read one that looks like HTML as HTML."""

from html import escape

_MOST_CHARACTERS = 2_000


def plain_tip(text: str) -> str:
    """Return a tool tip that shows `text` as it is, with its line ends; '' for nothing.

    What is longer than a screen is cut.
    """
    if not text:
        return ""
    shown = text if len(text) <= _MOST_CHARACTERS else f"{text[:_MOST_CHARACTERS]}…"
    return f'<p style="white-space: pre-wrap">{escape(shown)}</p>'
