"""The gauge of the window with its days written beside it."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent

from pmark_desktop.domain.rules import Anchor
from pmark_desktop.session.desk import Desk
from pmark_desktop.ui.banner import Gauge
from pmark_desktop.ui.theme import Style
from pmark_desktop.words import ANCHORS, day_words, pick

translate = QCoreApplication.translate
_GAP = 10  # pixels between two labels
_MIDDLE = Qt.AlignmentFlag.AlignCenter


class _Label(NamedTuple):
    """Words that belong to a place on the line, `width` pixels wide."""

    at: float
    words: str
    color: str
    width: int


class LabelledGauge(Gauge):
    """Above the line today and expiry, below it the first and the last day to apply."""

    def __init__(self, style: Style, desk: Desk) -> None:
        super().__init__(style, desk)
        self.setObjectName("overview_gauge")
        line = self.fontMetrics().height()
        widest = self.fontMetrics().horizontalAdvance(self._texts()[1][1])
        self.setMinimumSize(QSize(2 * widest + _GAP, 2 * line + 30))

    def refresh(self) -> None:
        """Show how it stands now."""
        self.setAccessibleName(" ".join(words for _, words, _ in self._texts()))
        self.setToolTip(self.accessibleName())
        self.update()

    def _texts(self) -> list[tuple[int, str, str]]:
        """Return ordinal, words and colour of today, expiry, first and last day to apply."""
        cycle, colors, language = self._desk.content.cycle, self._style.colors, self._style.language
        today = self._desk.today
        shown = [(today, translate("WindowGauge", "今日"), colors.late)]
        for anchor, day, color in (
            (Anchor.EXPIRY, cycle.expires, colors.text),
            (Anchor.WINDOW_OPENS, cycle.window.opens, colors.accent),
            (Anchor.WINDOW_CLOSES, cycle.window.closes, colors.accent),
        ):
            shown.append((day, pick(ANCHORS[anchor], language), color))
        return [
            (day.toordinal(), f"{name} {day_words(day, language)}", color)
            for day, name, color in shown
        ]

    def _labels(self) -> list[_Label]:
        advance = self.fontMetrics().horizontalAdvance
        return [
            _Label(self.place(ordinal), words, color, advance(words) + 2)
            for ordinal, words, color in self._texts()
        ]

    # Qt overrides

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, line = QPainter(self), self.fontMetrics().height()
        self.paint_line(painter, self.height() / 2)
        labels = self._labels()
        for top, two in ((0, labels[:2]), (self.height() - line, labels[2:])):
            for label, left in places(min(two), max(two), self.width()):
                painter.setPen(QColor(label.color))
                painter.drawText(QRectF(left, top, label.width, line), _MIDDLE, label.words)


def places(first: _Label, second: _Label, width: float) -> list[tuple[_Label, float]]:
    """Return where two labels begin: in the middle of their places, but never on each other."""
    right = min(max(second.at - second.width / 2, first.width + _GAP), width - second.width)
    left = min(max(first.at - first.width / 2, 0), right - _GAP - first.width)
    return [(first, left), (second, right)]
