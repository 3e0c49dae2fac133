"""Paints a piece of the timeline, on a screen or on paper. Only what is visible is touched."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPainter, QPen

from pmark_desktop.domain.rules import Anchor
from pmark_desktop.session.time_scale import Zoom
from pmark_desktop.session.timeline import MARKER, Lane, Line, Placed
from pmark_desktop.session.timeline_sheet import Flag, Sheet
from pmark_desktop.ui.lettering import Lettering
from pmark_desktop.ui.markers import Markers, draw_hard, draw_marker
from pmark_desktop.ui.theme import Style
from pmark_desktop.ui.tiles import Tiles
from pmark_desktop.ui.timeline_ghost import Brush, Ghost, paint_ghost
from pmark_desktop.ui.timeline_head import HeadPainter
from pmark_desktop.ui.timeline_inks import Inks
from pmark_desktop.words_deadlines import DeadlineTerm, say

_PAD = 4
_HALF = MARKER // 2


@dataclass(frozen=True, slots=True)
class Part:
    """Which piece is painted: x, and y below the head, of what comes to the left top of `area`."""

    area: QRect
    x: int
    y: int
    current: str | None = None
    ghost: Ghost | None = None
    has_focus: bool = False


class TimelinePainter:
    """Knows how the timeline looks: heights, colours, order."""

    def __init__(self, style: Style, letters: Lettering) -> None:
        self._style = style
        self._letters = letters
        self._markers = Markers(style)
        self._tiles = Tiles()
        self._kept_for: Sheet | None = None
        self._ink = Inks(style)
        self._head = HeadPainter(self._ink, letters)
        self.line_height = max(letters.height + 4, MARKER + 6)

    # heights

    def head_height(self, sheet: Sheet) -> int:
        """Return how high everything above the lines is."""
        return self._head.height(sheet)

    def body_height(self, sheet: Sheet) -> int:
        """Return how high all lines are."""
        return len(sheet.timeline.lines) * self.line_height

    # painting

    def paint(self, painter: QPainter, sheet: Sheet, part: Part) -> None:
        """Paint the piece of the timeline that `part` names.

        On a screen, what does not stick to the edge is painted in tiles that are kept until
        another sheet comes.
        """
        if sheet is not self._kept_for:
            self._tiles.clear()
            self._kept_for = sheet
        painter.setFont(self._letters.plain)
        area, head = part.area, self.head_height(sheet)
        body = QRect(area.x(), area.y() + head, area.width(), area.height() - head)
        painter.save()
        painter.setClipRect(body)
        if self._letters.is_paper:
            painter.translate(body.x() - part.x, body.y() - part.y)
            self._paint_body(painter, sheet, QRect(part.x, part.y, body.width(), body.height()))
            painter.translate(part.x - body.x(), part.y - body.y())
        else:
            self._tiles.draw(
                painter, "body", body, (part.x, part.y),
                lambda inside, plane: self._paint_body(inside, sheet, plane),
            )  # fmt: skip
        self._paint_current(painter, sheet, part, body)
        self._paint_headings(painter, sheet, part, body)
        if part.ghost is not None:
            corner = QPoint(part.x, part.y)
            brush = Brush(self._style, self._ink, self._letters, self.line_height, corner)
            paint_ghost(painter, brush, sheet, body, part.ghost)
        painter.restore()
        painter.save()
        painter.setClipRect(QRect(area.x(), area.y(), area.width(), head))
        self._head.paint(painter, sheet, area, part.x, self._tiles)
        painter.restore()

    # what moves with the plane: x from the beginning of the scale, y from the first line

    def _paint_body(self, painter: QPainter, sheet: Sheet, plane: QRect) -> None:
        painter.setFont(self._letters.plain)
        self._paint_ground(painter, sheet, plane)
        height, lines = self.line_height, sheet.timeline.lines
        first, last = plane.top() // height, min(plane.bottom() // height, len(lines) - 1)
        for number in range(first, last + 1):
            line, top = lines[number], number * height
            if line.is_heading:
                painter.fillRect(plane.x(), top, plane.width(), height, self._ink.window)
                painter.setPen(self._ink.grid)
                painter.drawLine(plane.x(), top, plane.x() + plane.width(), top)
            else:
                self._paint_line(painter, sheet, line, plane, top)

    def _paint_ground(self, painter: QPainter, sheet: Sheet, plane: QRect) -> None:
        painter.fillRect(plane, self._ink.base)
        left, right = sheet.window_ends
        painter.fillRect(left, plane.y(), right - left, plane.height(), self._ink.band)
        if sheet.zoom.shows_closed_days:
            for day, left, width in sheet.visible_days(plane.left(), plane.right() + 1):
                if sheet.closure(day) is not None:
                    painter.fillRect(left, plane.y(), width, plane.height(), self._ink.shade)
        painter.setPen(self._ink.grid)
        ticks = sheet.ticks.major if sheet.zoom is Zoom.DAY else sheet.ticks.minor
        for tick in sheet.visible(ticks, plane.left(), plane.right() + 1):
            x, _ = sheet.ends(tick)
            painter.drawLine(x, plane.y(), x, plane.bottom() + 1)
        for flag in _flags(sheet):
            if plane.x() - 2 <= flag.at <= plane.right() + 2:
                painter.setPen(self._ink.flag_pen(flag))
                painter.drawLine(flag.at, plane.y(), flag.at, plane.bottom() + 1)

    def _paint_line(
        self, painter: QPainter, sheet: Sheet, line: Line, plane: QRect, top: int
    ) -> None:
        tone = None
        bars = [flag.at for flag in _flags(sheet) if _is_bar(flag)]
        for one in line.visible(plane.left(), plane.right()):
            for at in bars:
                if one.label < at < one.right:  # words are read better without a line through
                    ground = (
                        self._ink.band if sheet.scale.day_at(at) in sheet.window else self._ink.base
                    )
                    painter.fillRect(at - 2, top + 2, 5, self.line_height - 4, ground)
            if one.hard is not None:
                middle = top + self.line_height // 2
                draw_hard(painter, self._style, one.at, one.hard, middle)
                tone = None
            if one.tone is not tone:
                tone = one.tone
                painter.setPen(self._ink.tones[tone])
            self._paint_task(painter, one, 0, top)

    def _paint_task(self, painter: QPainter, one: Placed, shift: int, top: int) -> None:
        """Paint marker and words, in the colour that the painter has."""
        letters, middle = self._letters, top + self.line_height // 2
        if letters.is_paper:
            draw_marker(painter, self._style, one.tone, one.at + shift, middle)
        else:
            marker = self._markers.get(one.tone, painter.device().devicePixelRatioF())
            painter.drawPixmap(one.at + shift - _HALF - 1, middle - _HALF - 1, marker)
        text_top = top + (self.line_height - letters.height) // 2
        letters.draw(painter, one.label + shift, text_top, one.text)

    # what sticks to the edge of the view

    def _paint_headings(self, painter: QPainter, sheet: Sheet, part: Part, body: QRect) -> None:
        """Write the titles of the lanes in sight; that of the topmost stays at the top."""
        height, lanes = self.line_height, sheet.timeline.lanes
        for lane in lanes:
            top = body.y() + lane.first * height - part.y
            end = top + lane.lines * height
            if end <= body.y() or top > body.bottom():
                continue
            if top < body.y():
                top = min(body.y(), end - height)
                painter.fillRect(body.x(), top, body.width(), height, self._ink.window)
                painter.setPen(self._ink.grid)
                bottom = top + height - 1
                painter.drawLine(body.x(), bottom, body.x() + body.width(), bottom)
            self._paint_heading(painter, sheet, lane, QPoint(body.x(), top), body.width())

    def _paint_heading(
        self, painter: QPainter, sheet: Sheet, lane: Lane, corner: QPoint, width: int
    ) -> None:
        letters = self._letters
        top = corner.y() + (self.line_height - letters.height) // 2
        title = letters.elided(lane.title, width // 2, is_bold=True)
        painter.setPen(self._ink.text)
        letters.draw_bold(painter, corner.x() + 2 * _PAD, top, title)
        painter.setPen(self._ink.faint)
        x = corner.x() + 2 * _PAD + letters.bold_width(title) + 12
        letters.draw(painter, x, top, lane_words(sheet, lane))

    def _paint_current(self, painter: QPainter, sheet: Sheet, part: Part, body: QRect) -> None:
        one = sheet.timeline.task(part.current) if part.current else None
        if one is None or part.current is None:
            return
        top = sheet.timeline.places[part.current][0] * self.line_height - part.y + body.y()
        shift = body.x() - part.x
        left = min(one.label, one.at - _HALF) + shift - 3
        right = max(one.label + self._letters.width(one.text), one.at + _HALF) + shift + 3
        frame = QRect(left, top + 1, right - left, self.line_height - 2)
        painter.fillRect(frame, self._ink.chosen)
        painter.setPen(QPen(self._ink.accent, 2 if part.has_focus else 1))
        painter.drawRect(frame)
        painter.setPen(self._ink.text)  # on this ground not every tone could be read
        self._paint_task(painter, one, shift, top)


def lane_words(sheet: Sheet, lane: Lane) -> str:
    """Return how many tasks a lane has, and how many are not placed."""
    language = sheet.language
    count = say(DeadlineTerm.TASKS, language, count=lane.count)
    parts = [count if lane.count else say(DeadlineTerm.NO_TASK, language)]
    if lane.waiting:
        parts.append(say(DeadlineTerm.WAITING, language, count=lane.waiting))
    if lane.elsewhere:
        parts.append(say(DeadlineTerm.ELSEWHERE, language, count=lane.elsewhere))
    return "  ".join(parts)


def _is_bar(flag: Flag) -> bool:
    """Tell whether the line of a flag would spoil words; a dotted one does not."""
    return flag.mark is None or flag.mark.anchor is not Anchor.YEAR_START


def _flags(sheet: Sheet) -> Iterator[Flag]:
    """Yield all flags, today's last: its line lies above the others."""
    found = [flag for row in sheet.flags for flag in row]
    yield from sorted(found, key=lambda flag: flag.is_today)
