"""Paints a piece of the timeline, on a screen or on paper. Only what is visible is touched."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from pmark_desktop.domain.days import DAY, ClosedBy
from pmark_desktop.domain.rules import Anchor
from pmark_desktop.session.due_moves import Drop
from pmark_desktop.session.time_scale import Tick, Zoom
from pmark_desktop.session.timeline import MARKER, Lane, Line, Placed
from pmark_desktop.session.timeline_sheet import Flag, Sheet
from pmark_desktop.ui.lettering import Lettering
from pmark_desktop.ui.markers import Markers, draw_hard, draw_marker
from pmark_desktop.ui.theme import Style
from pmark_desktop.ui.tiles import Tiles
from pmark_desktop.words_deadlines import DeadlineTerm, say

_PAD = 4
_SHADE = 20  # of 255: closed days, over whatever lies below
_HALF = MARKER // 2
_DASHED = Qt.PenStyle.DashLine
_DOTTED = Qt.PenStyle.DotLine
_SOLID = Qt.PenStyle.SolidLine


@dataclass(frozen=True, slots=True)
class Ghost:
    """A task under the hand: which one, and what the day below it would mean."""

    placed: Placed
    line: int
    drop: Drop


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
        colors = style.colors
        self._base, self._window = QColor(colors.base), QColor(colors.window)
        self._text, self._faint = QColor(colors.text), QColor(colors.faint)
        self._line, self._accent = QColor(colors.line), QColor(colors.accent)
        self._band, self._chosen = QColor(colors.row), QColor(colors.chosen)
        self._stripe = QColor(colors.stripe)
        self._late, self._soon = QColor(colors.late), QColor(colors.soon)
        self._shade = QColor(colors.text)
        self._shade.setAlpha(_SHADE)
        self._tones = {tone: look.color for tone, look in style.tones.items()}
        self._grid = QPen(self._line, 1)
        self._today = QPen(self._late, 2)
        self.line_height = max(letters.height + 4, MARKER + 6)

    # heights

    def _major_height(self) -> int:
        return self._letters.height + 6

    def flags_height(self, sheet: Sheet) -> int:
        """Return how high the rows of flags are."""
        return len(sheet.flags) * (self._letters.height + 4) + 2

    def minor_height(self, sheet: Sheet) -> int:
        """Return how high the lower row of words is: two lines at day zoom."""
        lines = 2 if sheet.zoom is Zoom.DAY else 1
        return lines * self._letters.height + 4

    def head_height(self, sheet: Sheet) -> int:
        """Return how high everything above the lines is."""
        return self._major_height() + self.minor_height(sheet) + self.flags_height(sheet)

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
            self._paint_ghost(painter, sheet, part, body, part.ghost)
        painter.restore()
        painter.save()
        painter.setClipRect(QRect(area.x(), area.y(), area.width(), head))
        self._paint_head(painter, sheet, part)
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
                painter.fillRect(plane.x(), top, plane.width(), height, self._window)
                painter.setPen(self._grid)
                painter.drawLine(plane.x(), top, plane.x() + plane.width(), top)
            else:
                self._paint_line(painter, sheet, line, plane, top)

    def _paint_ground(self, painter: QPainter, sheet: Sheet, plane: QRect) -> None:
        painter.fillRect(plane, self._base)
        self._fill_window(painter, sheet, plane)
        if sheet.zoom.shows_closed_days:
            for day, left, width in self._visible_days(sheet, plane):
                if sheet.closure(day) is not None:
                    painter.fillRect(left, plane.y(), width, plane.height(), self._shade)
        painter.setPen(self._grid)
        ticks = sheet.ticks.major if sheet.zoom is Zoom.DAY else sheet.ticks.minor
        for tick in self._visible_ticks(sheet, ticks, plane):
            x = round(sheet.scale.x_of(tick.first))
            painter.drawLine(x, plane.y(), x, plane.bottom() + 1)
        for flag in _flags(sheet):
            if plane.x() - 2 <= flag.at <= plane.right() + 2:
                painter.setPen(self._flag_pen(flag))
                painter.drawLine(flag.at, plane.y(), flag.at, plane.bottom() + 1)

    def _fill_window(self, painter: QPainter, sheet: Sheet, plane: QRect) -> QRect:
        """Paint the window as a band over all of `plane`, and return where it is."""
        left = round(sheet.scale.x_of(sheet.window.first))
        right = round(sheet.scale.x_of(sheet.window.last + DAY))
        band = QRect(left, plane.y(), right - left, plane.height()).intersected(plane)
        painter.fillRect(band, self._band)
        return band

    def _visible_days(self, sheet: Sheet, plane: QRect) -> Iterator[tuple[date, int, int]]:
        """Yield the days in sight with their x and width."""
        scale = sheet.scale
        day, last = scale.day_at(plane.left()), scale.day_at(plane.right() + 1)
        while day <= last:
            left = round(scale.x_of(day))
            yield day, left, round(scale.x_of(day + DAY)) - left
            day += DAY

    def _visible_ticks(self, sheet: Sheet, ticks: Sequence[Tick], plane: QRect) -> Sequence[Tick]:
        first, last = (sheet.scale.day_at(x) for x in (plane.left(), plane.right() + 1))
        begin = bisect_left(ticks, first, key=lambda tick: tick.last)
        end = bisect_left(ticks, last + DAY, key=lambda tick: tick.first)
        return ticks[begin:end]

    def _flag_pen(self, flag: Flag) -> QPen:
        """Today is red, what is settled solid, what is planned dashed, a new year dotted."""
        if flag.mark is None:
            return self._today
        if flag.mark.anchor is Anchor.YEAR_START:
            return QPen(self._faint, 1, _DOTTED)
        return QPen(self._accent, 2, _DASHED if flag.mark.is_planned else _SOLID)

    def _paint_line(
        self, painter: QPainter, sheet: Sheet, line: Line, plane: QRect, top: int
    ) -> None:
        tone = None
        bars = [flag.at for flag in _flags(sheet) if _is_bar(flag)]
        for one in line.visible(plane.left(), plane.right()):
            for at in bars:
                if one.label < at < one.right:  # words are read better without a line through
                    ground = self._band if sheet.scale.day_at(at) in sheet.window else self._base
                    painter.fillRect(at - 2, top + 2, 5, self.line_height - 4, ground)
            if one.hard is not None:
                middle = top + self.line_height // 2
                draw_hard(painter, self._style, one.at, one.hard, middle)
                tone = None
            if one.tone is not tone:
                tone = one.tone
                painter.setPen(self._tones[tone])
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
                painter.fillRect(body.x(), top, body.width(), height, self._window)
                painter.setPen(self._grid)
                bottom = top + height - 1
                painter.drawLine(body.x(), bottom, body.x() + body.width(), bottom)
            self._paint_heading(painter, sheet, lane, QPoint(body.x(), top), body.width())

    def _paint_heading(
        self, painter: QPainter, sheet: Sheet, lane: Lane, corner: QPoint, width: int
    ) -> None:
        letters = self._letters
        top = corner.y() + (self.line_height - letters.height) // 2
        title = letters.elided(lane.title, width // 2, is_bold=True)
        painter.setPen(self._text)
        letters.draw_bold(painter, corner.x() + 2 * _PAD, top, title)
        painter.setPen(self._faint)
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
        painter.fillRect(frame, self._chosen)
        painter.setPen(QPen(self._accent, 2 if part.has_focus else 1))
        painter.drawRect(frame)
        painter.setPen(self._text)  # on this ground not every tone could be read
        self._paint_task(painter, one, shift, top)

    # the head

    def _paint_head(self, painter: QPainter, sheet: Sheet, part: Part) -> None:
        """Paint the upper words, which stay in sight with their piece, and what is below."""
        area, major = part.area, self._major_height()
        painter.fillRect(area.x(), area.y(), area.width(), major, self._window)
        self._paint_major(painter, sheet, part)
        below = QRect(area.x(), area.y() + major, area.width(), self.head_height(sheet) - major)
        if self._letters.is_paper:
            painter.translate(below.x() - part.x, below.y())
            self._paint_below(painter, sheet, QRect(part.x, 0, below.width(), below.height()))
            painter.translate(part.x - below.x(), -below.y())
        else:
            self._tiles.draw(
                painter, "head", below, (part.x, 0),
                lambda inside, plane: self._paint_below(inside, sheet, plane),
            )  # fmt: skip

    def _paint_major(self, painter: QPainter, sheet: Sheet, part: Part) -> None:
        area, shift = part.area, part.area.x() - part.x
        plane = QRect(part.x, 0, area.width(), self._major_height())
        for tick in self._visible_ticks(sheet, sheet.ticks.major, plane):
            left, right = (round(x) + shift for x in _ends(sheet, tick))
            x = max(left, area.x()) + _PAD
            painter.setPen(self._grid)
            painter.drawLine(left, area.y(), left, area.y() + plane.height())
            painter.setPen(self._text)
            if x + self._letters.bold_width(tick.text) < right:
                self._letters.draw_bold(painter, x, area.y() + 3, tick.text)

    def _paint_below(self, painter: QPainter, sheet: Sheet, plane: QRect) -> None:
        """Paint the lower words, the window and the flags; y 0 is below the upper words."""
        painter.setFont(self._letters.plain)
        minor, height = self.minor_height(sheet), self.head_height(sheet) - self._major_height()
        painter.fillRect(plane.x(), 0, plane.width(), minor, self._stripe)
        painter.fillRect(plane.x(), minor, plane.width(), height - minor, self._window)
        self._paint_minor(painter, sheet, plane)
        flags = QRect(plane.x(), minor, plane.width(), height - minor)
        band = self._fill_window(painter, sheet, flags)
        painter.fillRect(band.x(), height - 4, band.width(), 3, self._accent)
        for number, row in enumerate(sheet.flags):
            for flag in row:
                if flag.right >= plane.left() and flag.left <= plane.right():
                    top = minor + number * (self._letters.height + 4) + 1
                    self._paint_flag(painter, flag, top, height)
        painter.setPen(self._grid)
        painter.drawLine(plane.x(), height - 1, plane.right() + 1, height - 1)

    def _paint_flag(self, painter: QPainter, flag: Flag, top: int, bottom: int) -> None:
        painter.setPen(self._flag_pen(flag))
        painter.drawLine(flag.at, top, flag.at, bottom)
        painter.setPen(self._late if flag.is_today else self._text)
        self._letters.draw(painter, flag.left + 5, top + 1, flag.text)

    def _paint_minor(self, painter: QPainter, sheet: Sheet, plane: QRect) -> None:
        height = self.minor_height(sheet)
        for tick in self._visible_ticks(sheet, sheet.ticks.minor, plane):
            left, right = (round(x) for x in _ends(sheet, tick))
            painter.setPen(self._grid)
            painter.drawLine(left, 0, left, height)
            painter.setPen(self._faint)
            if sheet.zoom is Zoom.DAY:
                self._paint_day(painter, sheet, tick, QRect(left, 0, right - left, height))
            elif self._letters.width(tick.text) + _PAD < right - left:
                self._letters.draw(painter, left + _PAD, 2, tick.text)

    def _paint_day(self, painter: QPainter, sheet: Sheet, tick: Tick, place: QRect) -> None:
        number, letter = tick.text.split("\n")
        closure = sheet.closure(tick.first)
        if closure is not None:
            painter.fillRect(place.adjusted(1, 0, 0, 0), self._shade)
            painter.setPen(self._text)
            if closure.by is not ClosedBy.WEEKEND:
                is_holiday = closure.by is ClosedBy.HOLIDAY
                mark = DeadlineTerm.HOLIDAY_MARK if is_holiday else DeadlineTerm.CLOSED_MARK
                letter = say(mark, sheet.language)
        letters = self._letters
        for row, text in enumerate((number, letter)):
            x = place.x() + (place.width() - letters.width(text)) // 2 + 1
            letters.draw(painter, x, place.y() + 2 + row * letters.height, text)

    # under the hand

    def _paint_ghost(
        self, painter: QPainter, sheet: Sheet, part: Part, body: QRect, ghost: Ghost
    ) -> None:
        shift, drop = body.x() - part.x, ghost.drop
        color = self._late if drop.is_wall else self._soon if drop.is_closed else self._accent
        x = sheet.scale.middle_of(drop.day) + shift
        left = round(sheet.scale.x_of(drop.day)) + shift
        width = max(round(sheet.scale.pixels), 2)
        tint = QColor(color)
        tint.setAlpha(50)
        painter.fillRect(left, body.y(), width, body.height(), tint)
        painter.setPen(QPen(color, 1, _DASHED))
        painter.drawLine(x, body.y(), x, body.bottom())
        if drop.is_wall and ghost.placed.hard is not None:
            painter.setPen(QPen(self._late, 3))
            hard = ghost.placed.hard + shift
            painter.drawLine(hard, body.y(), hard, body.bottom())
        top = body.y() + ghost.line * self.line_height - part.y
        draw_marker(painter, self._style, ghost.placed.tone, x, top + self.line_height // 2)
        words = ghost_words(ghost)
        size = self._letters.width(words) + 16, self._letters.height + 8
        at = QPoint(min(x + 14, body.right() - size[0]), top - size[1] - 2)
        if at.y() < body.y():
            at.setY(top + self.line_height + 2)
        place = QRect(max(at.x(), body.x()), at.y(), *size)
        painter.setPen(QPen(color, 2))
        painter.setBrush(self._base)
        painter.drawRect(place)
        painter.setPen(color if drop.is_wall or drop.is_closed else self._text)
        self._letters.draw(painter, place.x() + 8, place.y() + 4, words)


def ghost_words(ghost: Ghost) -> str:
    """Return what stands beside a task under the hand."""
    sign = "✕ " if ghost.drop.is_wall else ""
    return f"{sign}{ghost.placed.task.id}  {ghost.drop.words}"


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


def _ends(sheet: Sheet, tick: Tick) -> tuple[float, float]:
    """Return where a tick begins and where the next one does."""
    return sheet.scale.x_of(tick.first), sheet.scale.x_of(tick.last + DAY)


def _is_bar(flag: Flag) -> bool:
    """Tell whether the line of a flag would spoil words; a dotted one does not."""
    return flag.mark is None or flag.mark.anchor is not Anchor.YEAR_START


def _flags(sheet: Sheet) -> Iterator[Flag]:
    """Yield all flags, today's last: its line lies above the others."""
    found = [flag for row in sheet.flags for flag in row]
    yield from sorted(found, key=lambda flag: flag.is_today)
