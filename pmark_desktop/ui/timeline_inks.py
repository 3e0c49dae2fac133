"""The colours and pens of the timeline, made once of those of a theme."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from pmark_desktop.domain.rules import Anchor
from pmark_desktop.session.columns import Tone
from pmark_desktop.session.timeline_sheet import Flag
from pmark_desktop.ui.theme import Style

_SHADE = 20  # of 255: closed days, over whatever lies below
_DASHED = Qt.PenStyle.DashLine
_DOTTED = Qt.PenStyle.DotLine
_SOLID = Qt.PenStyle.SolidLine


class Inks:
    """What the timeline is painted with. `band` is the ground of the window, `tones` are words."""

    def __init__(self, style: Style) -> None:
        colors = style.colors
        self.base, self.window = QColor(colors.base), QColor(colors.window)
        self.text, self.faint = QColor(colors.text), QColor(colors.faint)
        self.accent, self.stripe = QColor(colors.accent), QColor(colors.stripe)
        self.band, self.chosen = QColor(colors.row), QColor(colors.chosen)
        self.late, self.soon = QColor(colors.late), QColor(colors.soon)
        self.shade = QColor(colors.text)
        self.shade.setAlpha(_SHADE)
        self.tones: Mapping[Tone, QColor] = {tone: look.color for tone, look in style.tones.items()}
        self.grid = QPen(QColor(colors.line), 1)
        self._today = QPen(self.late, 2)
        self._year = QPen(self.faint, 1, _DOTTED)
        self._planned = QPen(self.accent, 2, _DASHED)
        self._settled = QPen(self.accent, 2, _SOLID)

    def flag_pen(self, flag: Flag) -> QPen:
        """Today is red, what is settled solid, what is planned dashed, a new year dotted."""
        if flag.mark is None:
            return self._today
        if flag.mark.anchor is Anchor.YEAR_START:
            return self._year
        return self._planned if flag.mark.is_planned else self._settled
