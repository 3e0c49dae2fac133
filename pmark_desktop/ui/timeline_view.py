"""年表: the timeline of deadlines, with a current task that is moved by hand or by keys."""

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from pmark_desktop.session.desk import Desk
from pmark_desktop.session.due_moves import drop_on, moved, spoken, typed, why_fixed
from pmark_desktop.session.timeline import Placed, Step, first_near, neighbour
from pmark_desktop.ui.theme import Style
from pmark_desktop.ui.timeline_ghost import Ghost
from pmark_desktop.ui.timeline_painter import Part
from pmark_desktop.ui.timeline_surface import TimelineSurface
from pmark_desktop.words_deadlines import DeadlineTerm, say

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
SHORTCUTS = (
    ("Alt+← / →", "年表とカレンダーで、社内期限を動かす(Shiftで営業日)",
     "In the timeline and the month: move the due (Shift: business days)"),
    ("Ctrl+← / →", "年表を横に動かす", "Move along the timeline"),
    ("+ / -", "年表を拡大・縮小", "A closer or wider timeline"),
)  # fmt: skip
_NEARER = (_KEYS.Key_Plus, _KEYS.Key_Equal, _KEYS.Key_Semicolon)  # the plus of JIS keyboards
_FARTHER = (_KEYS.Key_Minus, _KEYS.Key_Underscore)
_PAN_STEP = 0.2
_EDGE, _EDGE_STEP, _EDGE_MS = 36, 24, 30  # a task held near the edge goes on scrolling


class TimelineView(TimelineSurface):
    """The timeline of the open workspace. It reads when `refresh` is called.

    Signals:
        task_wanted: (task id) the person wants to see a task.
        hinted: (text) something the person should know; "" when it is past.
    """

    task_wanted = Signal(str)
    hinted = Signal(str)

    def __init__(self, style: Style, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(style, desk, parent)
        self._current: str | None = None
        self._press: QPoint | None = None
        self._pressed: Placed | None = None
        self._panned_from: tuple[int, int] | None = None
        self._grip = 0
        self._hand = QPoint()
        self._ghost: Ghost | None = None
        self._edge = QTimer(self)
        self._edge.setInterval(_EDGE_MS)
        self._edge.timeout.connect(self._scroll_at_edge)
        self._announce()

    # what is shown

    @property
    def current(self) -> str | None:
        """The task that keys are about."""
        return self._current

    def refresh(self) -> None:
        """Show the workspace as it is now; the place in sight and the current task stay."""
        self._press = self._pressed = self._panned_from = self._ghost = None
        self._edge.stop()
        super().refresh()
        if self._current is not None and self.sheet.timeline.task(self._current) is None:
            self._current = None
        self._announce()

    def choose(self, task: str | None) -> None:
        """Make a task the current one and bring it into sight."""
        self._current = task if task and self.sheet.timeline.task(task) else None
        self._bring_into_sight()
        self._announce()
        self.viewport().update()

    def part(self) -> Part:
        """Return the piece that is in sight, with the current task and what is in the hand."""
        here = super().part()
        return replace(here, current=self._current, ghost=self._ghost, has_focus=self.hasFocus())

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
            self.refresh()
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
            self.refresh()

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

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~_KEYPAD
        if not self._key(event.key(), held):
            super().keyPressEvent(event)

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
