"""The timeline as it is looked at: painted, zoomed, scrolled. Nothing is changed here."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from pmark_desktop.session.cell_texts import plain_tip
from pmark_desktop.session.desk import Desk
from pmark_desktop.session.due_moves import task_tip
from pmark_desktop.session.time_scale import Zoom
from pmark_desktop.session.timeline import Placed, Reading
from pmark_desktop.session.timeline_sheet import Choice, Sheet, make_sheet
from pmark_desktop.ui.lettering import Lettering
from pmark_desktop.ui.theme import Style
from pmark_desktop.ui.timeline_painter import Part, TimelinePainter
from pmark_desktop.words import day_words
from pmark_desktop.words_deadlines import DeadlineTerm, closure_words, say
from pmark_desktop.workspace.workspace import Content

_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LABELS = {Zoom.DAY: 300, Zoom.WEEK: 230, Zoom.MONTH: 200, Zoom.QUARTER: 180}
"""How wide the words of a task may be at each zoom, in pixels at usual letter size."""
_TODAY_AT = 0.25  # of the width
_LEAST_WIDTH = 36


class TimelineSurface(QAbstractScrollArea):
    """The timeline of the open workspace, to look at. It reads when `refresh` is called.

    Signals:
        zoom_changed: (Zoom) the zoom is another one.
    """

    zoom_changed = Signal(object)

    def __init__(self, style: Style, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline")
        self._style = style
        self._desk = desk
        self._choice = Choice()
        self.zoom = Zoom.MONTH
        self._sheet: Sheet | None = None
        self._content: Content | None = None  # what the sheet was made of
        self._made_for: tuple[object, ...] = ()
        self._is_placed = False
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.viewport().setObjectName("timeline_viewport")
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setAutoFillBackground(False)
        self._set_letters()

    def _set_letters(self) -> None:
        self._letters = Lettering(self.font())
        self._painter = TimelinePainter(self._style, self._letters)

    # what is shown

    @property
    def sheet(self) -> Sheet:
        """What is shown; made with the first look at it."""
        if self._sheet is None:
            self._sheet = self._make_sheet()
        return self._sheet

    @property
    def letters(self) -> Lettering:
        """The letters that it is painted in."""
        return self._letters

    @property
    def choice(self) -> Choice:
        """Which tasks are shown."""
        return self._choice

    def refresh(self) -> None:
        """Show the workspace as it is now; the place in sight stays."""
        if not self._is_current():
            left = self._left_days() if self._sheet is not None else None
            self._sheet = self._make_sheet()
            self._set_bars()
            if left is not None:
                self._show_days_at(left, 0)
        self.viewport().update()

    def show_only(self, choice: Choice) -> None:
        """Show these tasks."""
        self._choice = choice
        self.refresh()

    def set_zoom(self, zoom: Zoom, at: int | None = None) -> None:
        """Zoom; the day at x `at` of the viewport stays there (None: the middle)."""
        if zoom is self.zoom:
            return
        at = self.viewport().width() // 2 if at is None else at
        days = self._left_days() + self.sheet.scale.days_at(at)
        self.zoom = zoom
        self._sheet = self._make_sheet()
        self._set_bars()
        self._show_days_at(days, at)
        self.viewport().update()
        self.zoom_changed.emit(zoom)

    def zoom_by(self, steps: int, at: int | None = None) -> None:
        """Zoom so many steps nearer (farther if < 0)."""
        self.set_zoom(self.zoom.nearer(steps), at)

    def show_today(self) -> None:
        """Bring today into sight, a quarter of the width from the left."""
        days = (self._desk.today - self.sheet.scale.first).days
        self._show_days_at(days, round(self.viewport().width() * _TODAY_AT))

    def part(self) -> Part:
        """Return the piece that is in sight."""
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return Part(self.viewport().rect(), across, down)

    def place_of(self, task: str) -> QPoint:
        """Return where the marker of a task is, in the viewport; it may be out of sight."""
        placed, line = self.sheet.timeline.task(task), self.sheet.timeline.places[task][0]
        x = (placed.at if placed else 0) - self.horizontalScrollBar().value()
        height = self._painter.line_height
        y = self._head() + line * height + height // 2 - self.verticalScrollBar().value()
        return QPoint(x, y)

    def _make_sheet(self) -> Sheet:
        self._content, self._made_for = self._desk.content, self._wanted()
        desk, most = self._desk, round(LABELS[self.zoom] * self._letters.stretch)
        return make_sheet(
            desk.content, desk.workspace.office, self._choice, self.zoom,
            Reading(self._letters.ruler(most), desk.today, self._style.language),
            stretch=self._letters.stretch,
        )  # fmt: skip

    def _wanted(self) -> tuple[object, ...]:
        return self._choice, self.zoom, self._desk.today

    def _is_current(self) -> bool:
        """Tell whether the sheet shows what it should; each change brings another content."""
        is_same = self._content is self._desk.content and self._made_for == self._wanted()
        return self._sheet is not None and is_same

    def _empty_words(self) -> str:
        """Return what is said where no task is shown."""
        tasks = self._desk.content.tasks.values()
        if not tasks:
            return say(DeadlineTerm.NOTHING, self._style.language)
        if self._choice.open_only and any(task.due for task in tasks):
            return say(DeadlineTerm.NOTHING_OPEN, self._style.language)
        return say(DeadlineTerm.ALL_WAIT, self._style.language)

    def _paint_words(self, painter: QPainter, words: str) -> None:
        place = self.viewport().rect().adjusted(40, self._head(), -40, 0)
        painter.setPen(self._style.colors.faint)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(place, int(flags), words)

    # where things are

    def _head(self) -> int:
        return self._painter.head_height(self.sheet)

    def _left_days(self) -> float:
        return self.sheet.scale.days_at(self.horizontalScrollBar().value())

    def _show_days_at(self, days: float, at: int) -> None:
        self.horizontalScrollBar().setValue(round(days * self.sheet.scale.pixels) - at)

    def _set_bars(self) -> None:
        size, sheet = self.viewport().size(), self.sheet
        room = size.height() - self._painter.head_height(sheet)
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setRange(0, max(sheet.scale.width - size.width(), 0))
        across.setPageStep(size.width())
        across.setSingleStep(max(round(sheet.scale.pixels), 20))
        down.setRange(0, max(self._painter.body_height(sheet) - room, 0))
        down.setPageStep(max(room, 1))
        down.setSingleStep(self._painter.line_height)

    def _found_at(self, place: QPoint) -> Placed | None:
        if place.y() < self._head() + self._stuck_height():
            return None
        return self.sheet.timeline.found_at(self._line_at(place.y()), self._x_at(place.x()))

    def _stuck_height(self) -> int:
        """Return how much of the lines the title of the topmost lane covers."""
        height, timeline = self._painter.line_height, self.sheet.timeline
        first = self.verticalScrollBar().value() // height
        is_below = first < len(timeline.lines) and not timeline.lines[first].is_heading
        return height if is_below else 0

    def _line_at(self, y: int) -> int:
        return (y - self._head() + self.verticalScrollBar().value()) // self._painter.line_height

    def _x_at(self, x: int) -> int:
        return x + self.horizontalScrollBar().value()

    def _tip_at(self, place: QPoint) -> str:
        language, sheet = self._style.language, self.sheet
        if (found := self._found_at(place)) is not None:
            return task_tip(found.task, self._desk.today, language)
        x, day = self._x_at(place.x()), sheet.scale.day_at(self._x_at(place.x()))
        if place.y() < self._head():
            flags = [flag for row in sheet.flags for flag in row if flag.left <= x <= flag.right]
            lines = [flag.mark.tip(language) for flag in flags if flag.mark]
            if day in sheet.window:
                ends = " – ".join(
                    day_words(end, language) for end in (sheet.window.first, sheet.window.last)
                )
                lines.append(f"{say(DeadlineTerm.WINDOW, language)} {ends}")
            return "\n".join([*lines, self._day_tip(place)])
        return self._day_tip(place) if sheet.zoom.shows_closed_days else ""

    def _day_tip(self, place: QPoint) -> str:
        language = self._style.language
        day = self.sheet.scale.day_at(self._x_at(place.x()))
        return f"{day_words(day, language)} {closure_words(self.sheet.closure(day), language)}"

    # Qt overrides

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        try:
            self._painter.paint(painter, self.sheet, self.part())
            if not self.sheet.timeline.places:
                self._paint_words(painter, self._empty_words())
        finally:  # a painter that outlives its widget would end the program
            painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_bars()
        if not self._is_placed and self.viewport().width() > _LEAST_WIDTH:
            self._is_placed = True
            self.show_today()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._set_letters()
            self._sheet = None

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            tip = plain_tip(self._tip_at(event.pos()))
            QToolTip.showText(
                event.globalPos(), tip, self.viewport(), QRect(event.pos(), QSize(4, 4))
            )
            return True
        return super().viewportEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta()
        if event.modifiers() & _CTRL:
            if turned.y():
                self.zoom_by(1 if turned.y() > 0 else -1, round(event.position().x()))
            event.accept()
            return
        flat = not self.verticalScrollBar().maximum() or bool(event.modifiers() & _SHIFT)
        if flat and turned.y() and not turned.x():
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - turned.y())
            event.accept()
            return
        super().wheelEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(900, 500)
