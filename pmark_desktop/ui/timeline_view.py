"""年表: the timeline of deadlines, painted by ourselves; zoomed, panned and edited by hand."""

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QToolTip, QWidget

from pmark_desktop.session.cell_texts import plain_tip
from pmark_desktop.session.desk import Desk
from pmark_desktop.session.due_moves import drop_on, moved, spoken, task_tip, typed, why_fixed
from pmark_desktop.session.time_scale import Zoom
from pmark_desktop.session.timeline import Placed, Reading, Step, first_near, neighbour
from pmark_desktop.session.timeline_sheet import Choice, Sheet, make_sheet
from pmark_desktop.ui.lettering import Lettering
from pmark_desktop.ui.theme import Style
from pmark_desktop.ui.timeline_ghost import Ghost
from pmark_desktop.ui.timeline_painter import Part, TimelinePainter
from pmark_desktop.words import day_words
from pmark_desktop.words_deadlines import DeadlineTerm, closure_words, say
from pmark_desktop.workspace.workspace import Content

translate = QCoreApplication.translate
_KEYS = Qt.Key
_CTRL, _ALT, _SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_STEPS: dict[int, Step] = {
    _KEYS.Key_Left: Step(tasks=-1), _KEYS.Key_Right: Step(tasks=1),
    _KEYS.Key_Up: Step(lines=-1), _KEYS.Key_Down: Step(lines=1),
}  # fmt: skip
_SIDES: dict[int, int] = {_KEYS.Key_Left: -1, _KEYS.Key_Right: 1}
_NEARER = (_KEYS.Key_Plus, _KEYS.Key_Equal, _KEYS.Key_Semicolon)  # the plus of JIS keyboards
_FARTHER = (_KEYS.Key_Minus, _KEYS.Key_Underscore)
_LABELS = {Zoom.DAY: 300, Zoom.WEEK: 230, Zoom.MONTH: 200, Zoom.QUARTER: 180}
_TODAY_AT = 0.25  # of the width
_PAN_STEP = 0.2
_EDGE, _EDGE_STEP, _EDGE_MS = 36, 24, 30  # a task held near the edge goes on scrolling


class TimelineView(QAbstractScrollArea):
    """The timeline of the open workspace. It reads when `refresh` is called.

    Signals:
        task_wanted: (task id) the person wants to see a task.
        zoom_changed: (Zoom) the zoom is another one.
        hinted: (text) something the person should know; "" when it is past.
    """

    task_wanted = Signal(str)
    zoom_changed = Signal(object)
    hinted = Signal(str)

    def __init__(self, style: Style, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline")
        self._style = style
        self._desk = desk
        self._choice = Choice()
        self.zoom = Zoom.MONTH
        self._sheet: Sheet | None = None
        self._current: str | None = None
        self._press: QPoint | None = None
        self._pressed: Placed | None = None
        self._panned_from: tuple[int, int] | None = None
        self._grip = 0
        self._hand = QPoint()
        self._shown: Content | None = None
        self._ghost: Ghost | None = None
        self._is_placed = False
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.viewport().setObjectName("timeline_viewport")
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setAutoFillBackground(False)
        self._edge = QTimer(self)
        self._edge.setInterval(_EDGE_MS)
        self._edge.timeout.connect(self._scroll_at_edge)
        self._set_letters()
        self._announce()

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

    @property
    def current(self) -> str | None:
        """The task that keys are about."""
        return self._current

    def refresh(self) -> None:
        """Show the workspace as it is now; the place in sight and the current task stay."""
        left = self._left_days() if self._sheet is not None else None
        self._press = self._pressed = self._panned_from = self._ghost = None
        self._edge.stop()
        self._sheet = self._make_sheet()
        if self._current is not None and self.sheet.timeline.task(self._current) is None:
            self._current = None
        self._set_bars()
        if left is not None:
            self._show_days_at(left, 0)
        self._announce()
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

    def choose(self, task: str | None) -> None:
        """Make a task the current one and bring it into sight."""
        self._current = task if task and self.sheet.timeline.task(task) else None
        self._bring_into_sight()
        self._announce()
        self.viewport().update()

    def part(self) -> Part:
        """Return the piece that is in sight."""
        return Part(
            self.viewport().rect(), self.horizontalScrollBar().value(),
            self.verticalScrollBar().value(), self._current, self._ghost, self.hasFocus(),
        )  # fmt: skip

    def place_of(self, task: str) -> QPoint:
        """Return where the marker of a task is, in the viewport; it may be out of sight."""
        placed, line = self.sheet.timeline.task(task), self.sheet.timeline.places[task][0]
        x = (placed.at if placed else 0) - self.horizontalScrollBar().value()
        height = self._painter.line_height
        y = self._head() + line * height + height // 2 - self.verticalScrollBar().value()
        return QPoint(x, y)

    def _catch_up(self) -> None:
        """Show what was saved, unless the page has done so already."""
        if self._shown is not self._desk.content:
            self.refresh()

    def _make_sheet(self) -> Sheet:
        self._shown = self._desk.content
        desk, most = self._desk, round(_LABELS[self.zoom] * self._letters.stretch)
        return make_sheet(
            desk.content, desk.workspace.office, self._choice, self.zoom,
            Reading(self._letters.ruler(most), desk.today, self._style.language),
            stretch=self._letters.stretch,
        )  # fmt: skip

    def _empty_words(self) -> str:
        """Return what is said where no task is shown."""
        tasks = self._desk.content.tasks.values()
        if not tasks:
            return say(DeadlineTerm.NOTHING, self._style.language)
        if self._choice.open_only and any(task.due for task in tasks):
            return say(DeadlineTerm.NOTHING_OPEN, self._style.language)
        return say(DeadlineTerm.ALL_WAIT, self._style.language)

    def _announce(self) -> None:
        """Say the current task to those who cannot see it."""
        language = self._style.language
        title = say(DeadlineTerm.TIMELINE, language)
        task = self._desk.content.tasks.get(self._current) if self._current else None
        if task is None:
            self.setAccessibleName(title)
            self.setAccessibleDescription(say(DeadlineTerm.NO_CURRENT, language))
            return
        words = spoken(task, self._desk.today, language)
        self.setAccessibleName(f"{title}: {words}")
        self.setAccessibleDescription(words)

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

    def _bring_into_sight(self) -> None:
        placed = self.sheet.timeline.task(self._current) if self._current else None
        if placed is None:
            return
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        width = self.viewport().width()
        if placed.left < across.value() or placed.right > across.value() + width:
            across.setValue(placed.at - width // 3)
        height = self._painter.line_height
        top = self.sheet.timeline.places[placed.task.id][0] * height
        room = self.viewport().height() - self._head()
        if top - height < down.value():
            down.setValue(top - height)
        elif top + height > down.value() + room:
            down.setValue(top + height - room)

    # moving a task

    def _refuse_to_move(self, task: str) -> bool:
        """Say why a task cannot be moved, if so."""
        why = why_fixed(
            self._desk.content.tasks[task],
            self._style.language,
            is_read_only=self._desk.workspace.is_read_only,
        )
        self.hinted.emit(why)
        return bool(why)

    def _move_current(self, count: int, *, in_business_days: bool) -> None:
        task = self._desk.content.tasks.get(self._current) if self._current else None
        if task is None or task.due is None or self._refuse_to_move(task.id):
            return
        office = self._desk.workspace.office
        day = moved(task.due, count, office, in_business_days=in_business_days)
        if self._desk.edit(task.id, "due", typed(day)):
            self._catch_up()
            self._bring_into_sight()

    def _hold(self, place: QPoint) -> None:
        """Show what would become of the task under the hand."""
        self._hand = place
        if self._pressed is None:
            return
        sheet, task = self.sheet, self._pressed.task
        way = self._x_at(place.x()) - self._grip
        day = sheet.scale.moved(task.due, way) if task.due else sheet.scale.first
        drop = drop_on(task, day, sheet.closure(day), self._desk.today, self._style.language)
        self._ghost = Ghost(self._pressed, sheet.timeline.places[task.id][0], drop)
        self.viewport().update()
        is_near = not _EDGE < place.x() < self.viewport().width() - _EDGE
        if is_near != self._edge.isActive():
            self._edge.start() if is_near else self._edge.stop()

    def _scroll_at_edge(self) -> None:
        step = -_EDGE_STEP if self._hand.x() <= _EDGE else _EDGE_STEP
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() + step)
        self._hold(self._hand)

    def _let_go(self, *, drops: bool) -> None:
        """End a drag; the task moves if it was dropped on another day."""
        ghost, self._ghost = self._ghost, None
        self._press = self._pressed = self._panned_from = None
        self._edge.stop()
        self.viewport().unsetCursor()
        self.viewport().update()
        if ghost is None or not drops or ghost.drop.day == ghost.placed.task.due:
            return
        if self._desk.edit(ghost.placed.task.id, "due", typed(ghost.drop.day)):
            self._catch_up()

    # keys

    def _key(self, key: int, held: Qt.KeyboardModifier) -> bool:
        """Do what a key asks for; False for a key that is not ours."""
        if held == _CTRL and key in _SIDES:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() + _SIDES[key] * round(bar.pageStep() * _PAN_STEP))
        elif held in (_ALT, _ALT | _SHIFT) and key in _SIDES:
            self._move_current(_SIDES[key], in_business_days=bool(held & _SHIFT))
        elif key in _NEARER and not held & _ALT:
            self.zoom_by(1)
        elif key in _FARTHER and not held & _ALT:
            self.zoom_by(-1)
        else:
            return not held and self._plain_key(key)
        return True

    def _plain_key(self, key: int) -> bool:
        if key in _STEPS:
            self._walk(_STEPS[key])
        elif key in (_KEYS.Key_Return, _KEYS.Key_Enter) and self._current:
            self.task_wanted.emit(self._current)
        elif key == _KEYS.Key_Home:
            self.show_today()
        elif key == _KEYS.Key_Escape and self._ghost is not None:
            self._let_go(drops=False)
        else:
            return False
        return True

    def _walk(self, step: Step) -> None:
        """Go to the neighbouring task; the first time, to the one nearest today or in sight."""
        self.hinted.emit("")
        if self._current is not None:
            found = neighbour(self.sheet.timeline, self._current, step)
            self.choose(found or self._current)
            return
        left, width = self.horizontalScrollBar().value(), self.viewport().width()
        today = self.sheet.scale.middle_of(self._desk.today)
        x = today if left <= today <= left + width else left + width // 2
        self.choose(first_near(self.sheet.timeline, x))

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
        if not self._is_placed and self.viewport().width() > _EDGE:
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~_KEYPAD
        if not self._key(event.key(), held):
            super().keyPressEvent(event)

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

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        place = event.position().toPoint()
        self._press, self._pressed = place, self._found_at(place)
        self.hinted.emit("")
        if self._pressed is None:
            self._panned_from = (
                self.horizontalScrollBar().value(),
                self.verticalScrollBar().value(),
            )
            return
        self._grip = self._x_at(place.x())
        self._current = self._pressed.task.id
        self._announce()
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if self._press is None:
            over = self._found_at(place) is not None
            shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            return
        way = place - self._press
        if self._panned_from is not None:
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self.horizontalScrollBar().setValue(self._panned_from[0] - way.x())
            self.verticalScrollBar().setValue(self._panned_from[1] - way.y())
        elif self._ghost is not None:
            self._hold(place)
        elif (
            self._pressed is not None and way.manhattanLength() >= QApplication.startDragDistance()
        ):
            if self._refuse_to_move(self._pressed.task.id):
                self._let_go(drops=False)
            else:
                self._hold(place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._let_go(drops=True)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        found = self._found_at(event.position().toPoint())
        if found is not None:
            self.task_wanted.emit(found.task.id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(900, 500)
