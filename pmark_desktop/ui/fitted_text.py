"""A text made to fit into a cell of one or more lines."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption

_ELIDE = Qt.TextElideMode.ElideRight
_BREAK = " ⏎ "  # a line end where there is no room for one
_MOST_SHOWN = 600  # characters that three lines of a very wide column can hold


def fitted(text: str, font: QFont, metrics: QFontMetrics, width: int, lines: int) -> str:
    """Return what of a text fits into so many lines of a width in pixels, an ellipsis for more."""
    if lines == 1:
        return metrics.elidedText(text.replace("\n", _BREAK), _ELIDE, width)
    found: list[str] = []
    for paragraph in text[:_MOST_SHOWN].split("\n"):
        found += _broken(paragraph, font, metrics, width, lines + 1 - len(found))
        if len(found) > lines:
            break
    if len(found) > lines:
        rest = _BREAK.join(found[lines - 1 :]) if "\n" in text else "".join(found[lines - 1 :])
        found[lines - 1 :] = [metrics.elidedText(f"{rest}…", _ELIDE, width)]
    return "\n".join(line.rstrip() for line in found)


def _broken(text: str, font: QFont, metrics: QFontMetrics, width: int, most: int) -> list[str]:
    """Return a paragraph in at most so many lines; the last holds all the rest."""
    if metrics.horizontalAdvance(text) <= width:
        return [text]
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    found: list[str] = []
    layout.beginLayout()
    while len(found) < most - 1 and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        found.append(text[line.textStart() : line.textStart() + line.textLength()])
    layout.endLayout()
    rest = text[sum(map(len, found)) :]
    return [*found, rest] if rest else found
