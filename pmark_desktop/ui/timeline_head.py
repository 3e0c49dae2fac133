"""What stands above the lines of the timeline: months or years, days or weeks, and the flags."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from pmark_desktop.domain.days import ClosedBy
from pmark_desktop.session.time_scale import Tick, Zoom
from pmark_desktop.session.timeline_sheet import Flag, Sheet
from pmark_desktop.ui.lettering import Lettering
from pmark_desktop.ui.tiles import Tiles
from pmark_desktop.ui.timeline_inks import Inks
from pmark_desktop.words_deadlines import DeadlineTerm, say

_PAD = 4


class HeadPainter:
    """Paints the head: upper words, lower words, rows of flags with the window behind them."""

    def __init__(self, inks: Inks, letters: Lettering) -> None:
        self._ink = inks
        self._letters = letters

    def _major_height(self) -> int:
        return self._letters.height + 6

    def _flags_height(self, sheet: Sheet) -> int:
        """Return how high the rows of flags are."""
        return len(sheet.flags) * (self._letters.height + 4) + 2

    def _minor_height(self, sheet: Sheet) -> int:
        """Return how high the lower row of words is: two lines at day zoom."""
        lines = 2 if sheet.zoom is Zoom.DAY else 1
        return lines * self._letters.height + 4

    def height(self, sheet: Sheet) -> int:
        """Return how high everything above the lines is."""
        return self._major_height() + self._minor_height(sheet) + self._flags_height(sheet)

    # painting

    def paint(self, painter: QPainter, sheet: Sheet, area: QRect, x: int, tiles: Tiles) -> None:
        """Paint the upper words, which stay in sight with their piece, and what is below.

        `x` is the place of the plane at the left of `area`, of which only the top is used.
        """
        major = self._major_height()
        painter.fillRect(area.x(), area.y(), area.width(), major, self._ink.window)
        self._paint_major(painter, sheet, area, x)
        below = QRect(area.x(), area.y() + major, area.width(), self.height(sheet) - major)
        if self._letters.is_paper:
            painter.translate(below.x() - x, below.y())
            self._paint_below(painter, sheet, QRect(x, 0, below.width(), below.height()))
            painter.translate(x - below.x(), -below.y())
        else:
            tiles.draw(
                painter, "head", below, (x, 0),
                lambda inside, plane: self._paint_below(inside, sheet, plane),
            )  # fmt: skip

    def _paint_major(self, painter: QPainter, sheet: Sheet, area: QRect, x: int) -> None:
        bottom, shift = area.y() + self._major_height(), area.x() - x
        for tick in sheet.visible(sheet.ticks.major, x, x + area.width()):
            left, right = (end + shift for end in sheet.ends(tick))
            text_left = max(left, area.x()) + _PAD
            painter.setPen(self._ink.grid)
            painter.drawLine(left, area.y(), left, bottom)
            painter.setPen(self._ink.text)
            if text_left + self._letters.bold_width(tick.text) < right:
                self._letters.draw_bold(painter, text_left, area.y() + 3, tick.text)

    def _paint_below(self, painter: QPainter, sheet: Sheet, plane: QRect) -> None:
        """Paint the lower words, the window and the flags; y 0 is below the upper words."""
        painter.setFont(self._letters.plain)
        minor, height = self._minor_height(sheet), self.height(sheet) - self._major_height()
        painter.fillRect(plane.x(), 0, plane.width(), minor, self._ink.stripe)
        painter.fillRect(plane.x(), minor, plane.width(), height - minor, self._ink.window)
        self._paint_minor(painter, sheet, plane)
        left, right = sheet.window_ends
        painter.fillRect(left, minor, right - left, height - minor, self._ink.band)
        painter.fillRect(left, height - 4, right - left, 3, self._ink.accent)
        for number, row in enumerate(sheet.flags):
            for flag in row:
                if flag.right >= plane.left() and flag.left <= plane.right():
                    top = minor + number * (self._letters.height + 4) + 1
                    self._paint_flag(painter, flag, top, height)
        painter.setPen(self._ink.grid)
        painter.drawLine(plane.x(), height - 1, plane.right() + 1, height - 1)

    def _paint_flag(self, painter: QPainter, flag: Flag, top: int, bottom: int) -> None:
        painter.setPen(self._ink.flag_pen(flag))
        painter.drawLine(flag.at, top, flag.at, bottom)
        painter.setPen(self._ink.late if flag.is_today else self._ink.text)
        self._letters.draw(painter, flag.left + 5, top + 1, flag.text)

    def _paint_minor(self, painter: QPainter, sheet: Sheet, plane: QRect) -> None:
        height = self._minor_height(sheet)
        for tick in sheet.visible(sheet.ticks.minor, plane.left(), plane.right() + 1):
            left, right = sheet.ends(tick)
            painter.setPen(self._ink.grid)
            painter.drawLine(left, 0, left, height)
            painter.setPen(self._ink.faint)
            if sheet.zoom is Zoom.DAY:
                self._paint_day(painter, sheet, tick, QRect(left, 0, right - left, height))
            elif self._letters.width(tick.text) + _PAD < right - left:
                self._letters.draw(painter, left + _PAD, 2, tick.text)

    def _paint_day(self, painter: QPainter, sheet: Sheet, tick: Tick, place: QRect) -> None:
        number, letter = tick.text.split("\n")
        closure = sheet.closure(tick.first)
        if closure is not None:
            painter.fillRect(place.adjusted(1, 0, 0, 0), self._ink.shade)
            painter.setPen(self._ink.text)
            if closure.by is not ClosedBy.WEEKEND:
                is_holiday = closure.by is ClosedBy.HOLIDAY
                mark = DeadlineTerm.HOLIDAY_MARK if is_holiday else DeadlineTerm.CLOSED_MARK
                letter = say(mark, sheet.language)
        letters = self._letters
        for row, text in enumerate((number, letter)):
            x = place.x() + (place.width() - letters.width(text)) // 2 + 1
            letters.draw(painter, x, place.y() + 2 + row * letters.height, text)
