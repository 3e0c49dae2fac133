"""Paints a month's calendar, on a screen or on paper."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QPainter, QPen

from pmark_desktop.domain.days import ClosedBy
from pmark_desktop.domain.task import Task
from pmark_desktop.session.columns import row_tone
from pmark_desktop.session.cycle_marks import Mark
from pmark_desktop.session.due_moves import Drop
from pmark_desktop.session.month import SUNDAY, WEEK, DayCell, fitting
from pmark_desktop.session.timeline import MARKER
from pmark_desktop.ui.lettering import Lettering
from pmark_desktop.ui.markers import Markers, draw_marker
from pmark_desktop.ui.theme import Style
from pmark_desktop.words import title_words
from pmark_desktop.words_deadlines import DeadlineTerm, closure_words, say, weekday_head

_PAD = 4
_HALF = MARKER // 2
_BAR = 3
_SHADE = 16  # of 255
_GHOST = 56
_WITH_ID = 200  # pixels of a day from which a task has its id before its title


@dataclass(frozen=True, slots=True)
class MonthPart:
    """What of a month is painted where, and what the person is about."""

    area: QRect
    cells: Sequence[DayCell]
    today: date
    chosen: date | None = None
    has_focus: bool = False
    held: Task | None = None
    drop: Drop | None = None
    hand: QPoint | None = None

    @property
    def weeks(self) -> int:
        """How many rows there are."""
        return len(self.cells) // WEEK


@dataclass(frozen=True, slots=True)
class CellLine:
    """A line of a day: an anchor, a task, or how many more there are."""

    place: QRect
    mark: Mark | None = None
    task: Task | None = None
    more: int = 0


class MonthPainter:
    """Knows how a month looks: places of days and lines, colours."""

    def __init__(self, style: Style, letters: Lettering) -> None:
        self._style = style
        self.letters = letters
        self._markers = Markers(style)
        colors = style.colors
        self._shade = QColor(colors.text)
        self._shade.setAlpha(_SHADE)
        self.line_height = max(letters.height + 1, MARKER + 2)

    # where things are

    @property
    def head_height(self) -> int:
        """How high the row of weekdays is."""
        return self.letters.height + 6

    def cell_place(self, part: MonthPart, number: int) -> QRect:
        """Return where a day is; the days fill the area without gaps."""
        area = part.area.adjusted(0, self.head_height, -1, -1)
        row, column = divmod(number, WEEK)
        left, right = (area.x() + area.width() * one // WEEK for one in (column, column + 1))
        top, bottom = (area.y() + area.height() * one // part.weeks for one in (row, row + 1))
        return QRect(left, top, right - left, bottom - top)

    def cell_lines(self, part: MonthPart, number: int) -> Iterator[CellLine]:
        """Yield the lines of a day: its anchors, its tasks, and what found no room."""
        cell, place = part.cells[number], self.cell_place(part, number)
        top = place.y() + self.letters.height + 3
        room = max((place.bottom() - top) // self.line_height, 0)
        lines: list[tuple[Mark | None, Task | None]] = [(mark, None) for mark in cell.marks]
        lines += [(None, task) for task in cell.tasks]
        shown, more = fitting(len(lines), room)
        here = QRect(place.x() + 2, top, place.width() - 4, self.line_height)
        for mark, task in lines[:shown]:
            yield CellLine(here, mark, task)
            here = here.translated(0, self.line_height)
        if more and room:
            yield CellLine(here, more=more)

    def day_number_at(self, part: MonthPart, place: QPoint) -> int | None:
        """Return which day is at a point."""
        for number in range(len(part.cells)):
            if self.cell_place(part, number).contains(place):
                return number
        return None

    def task_at(self, part: MonthPart, place: QPoint) -> Task | None:
        """Return the task at a point."""
        number = self.day_number_at(part, place)
        if number is None:
            return None
        found = (line.task for line in self.cell_lines(part, number) if line.place.contains(place))
        return next(found, None)

    # painting

    def paint(self, painter: QPainter, part: MonthPart) -> None:
        """Paint the month."""
        painter.setFont(self.letters.plain)
        painter.fillRect(part.area, QColor(self._style.colors.base))
        self._paint_head(painter, part)
        for number in range(len(part.cells)):
            self._paint_cell(painter, part, number)
        if part.held is not None and part.drop is not None and part.hand is not None:
            self._paint_held(painter, part, part.held, part.drop, part.hand)

    def _paint_head(self, painter: QPainter, part: MonthPart) -> None:
        colors, letters = self._style.colors, self.letters
        head = QRect(part.area.topLeft(), part.area.size())
        head.setHeight(self.head_height)
        painter.fillRect(head, QColor(colors.window))
        for column in range(WEEK):
            weekday = (SUNDAY + column) % WEEK
            place = self.cell_place(part, column)
            text = weekday_head(weekday, self._style.language)
            painter.setPen(QColor(colors.late if weekday == SUNDAY else colors.text))
            x = place.x() + (place.width() - letters.bold_width(text)) // 2
            letters.draw_bold(painter, x, head.y() + 3, text)

    def _paint_cell(self, painter: QPainter, part: MonthPart, number: int) -> None:
        cell, place = part.cells[number], self.cell_place(part, number)
        colors = self._style.colors
        if not cell.is_inside:
            painter.fillRect(place, QColor(colors.window))
        elif cell.closure is not None:
            painter.fillRect(place, self._shade)
        if part.drop is not None and part.drop.day == cell.day:
            painter.fillRect(place, self._drop_tint(part.drop))
        painter.setPen(QPen(QColor(colors.line), 1))
        painter.drawRect(place)
        self._paint_day(painter, part, cell, place)
        for line in self.cell_lines(part, number):
            self._paint_cell_line(painter, part, line)
        if cell.day == part.chosen:
            painter.setPen(QPen(QColor(colors.accent), 3 if part.has_focus else 1))
            painter.drawRect(place.adjusted(1, 1, -1, -1))

    def _paint_day(self, painter: QPainter, part: MonthPart, cell: DayCell, place: QRect) -> None:
        colors, letters = self._style.colors, self.letters
        top = place.y() + 2
        text = str(cell.day.day) if cell.is_inside else f"{cell.day.month}/{cell.day.day}"
        x = place.x() + _PAD + 2
        is_red = cell.closure is not None and (
            cell.closure.by is ClosedBy.HOLIDAY or cell.day.weekday() == SUNDAY
        )
        if cell.day == part.today:
            words = f"{text} {say(DeadlineTerm.TODAY, self._style.language)}"
            width = letters.bold_width(words)
            painter.fillRect(x - 4, top, width + 8, letters.height + 1, QColor(colors.accent))
            painter.setPen(QColor(colors.on_accent))
            letters.draw_bold(painter, x, top, words)
        else:
            width = letters.bold_width(text)
            plain = colors.text if cell.is_inside else colors.faint
            painter.setPen(QColor(colors.late if is_red else plain))
            letters.draw_bold(painter, x, top, text)
        if (why := self._closed_words(cell)) and place.width() - width > MARKER:
            painter.setPen(QColor(colors.late if is_red else colors.faint))
            room = place.right() - x - width - 10
            letters.draw(painter, x + width + 8, top, letters.elided(why, room))

    def _closed_words(self, cell: DayCell) -> str:
        """Return why nobody works, where the weekday does not say it."""
        if cell.closure is None or cell.closure.by is ClosedBy.WEEKEND:
            return ""
        language = self._style.language
        name = closure_words(cell.closure, language)
        return say(DeadlineTerm.FORECAST, language, name=name) if cell.is_forecast else name

    def _paint_cell_line(self, painter: QPainter, part: MonthPart, line: CellLine) -> None:
        colors, letters, place = self._style.colors, self.letters, line.place
        language = self._style.language
        text_top = place.y() + (place.height() - letters.height) // 2
        if line.mark is not None:
            painter.fillRect(
                place.x(), place.y() + 1, place.width(), place.height() - 2, QColor(colors.chosen)
            )
            painter.fillRect(
                place.x(), place.y() + 1, _BAR, place.height() - 2, QColor(colors.accent)
            )
            painter.setPen(QColor(colors.text))
            text = letters.elided(line.mark.name(language), place.width() - 12)
            letters.draw(painter, place.x() + 8, text_top, text)
        elif line.task is not None:
            self._paint_task(painter, part, line.task, place)
        else:
            painter.setPen(QColor(colors.text))
            text = say(DeadlineTerm.MORE, language, count=line.more)
            letters.draw(painter, place.x() + 8, text_top, letters.elided(text, place.width() - 8))

    def _paint_task(self, painter: QPainter, part: MonthPart, task: Task, place: QRect) -> None:
        letters, tone = self.letters, row_tone(task, part.today)
        middle = place.y() + place.height() // 2
        x = place.x() + _HALF + 3
        if letters.is_paper:
            draw_marker(painter, self._style, tone, x, middle)
        else:
            marker = self._markers.get(tone, painter.device().devicePixelRatioF())
            painter.drawPixmap(x - _HALF - 1, middle - _HALF - 1, marker)
        painter.setPen(self._style.tones[tone].color)
        text = title_words(task, self._style.language)
        if place.width() >= _WITH_ID:
            text = f"{task.id} {text}"
        left = x + _HALF + 4
        text_top = place.y() + (place.height() - letters.height) // 2
        letters.draw(painter, left, text_top, letters.elided(text, place.right() - left))

    def _drop_color(self, drop: Drop) -> QColor:
        colors = self._style.colors
        return QColor(
            colors.late if drop.is_wall else colors.soon if drop.is_closed else colors.accent
        )

    def _drop_tint(self, drop: Drop) -> QColor:
        tint = self._drop_color(drop)
        tint.setAlpha(_GHOST)
        return tint

    def _paint_held(
        self, painter: QPainter, part: MonthPart, task: Task, drop: Drop, hand: QPoint
    ) -> None:
        words = f"{'✕ ' if drop.is_wall else ''}{task.id}  {drop.words}"
        width, height = self.letters.width(words) + 16, self.letters.height + 8
        x = min(hand.x() + 14, part.area.right() - width)
        y = min(hand.y() + 14, part.area.bottom() - height)
        place = QRect(max(x, part.area.x()), y, width, height)
        color = self._drop_color(drop)
        painter.setPen(QPen(color, 2))
        painter.setBrush(QColor(self._style.colors.base))
        painter.drawRect(place)
        is_plain = not drop.is_wall and not drop.is_closed
        painter.setPen(QColor(self._style.colors.text) if is_plain else color)
        self.letters.draw(painter, place.x() + 8, place.y() + 4, words)
