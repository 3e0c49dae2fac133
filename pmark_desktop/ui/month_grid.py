"""The days of a month, painted by ourselves: chosen by keys, tasks dragged from day to day."""

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from pmark_desktop.domain.days import add_months
from pmark_desktop.domain.task import Task
from pmark_desktop.session.cell_texts import plain_tip
from pmark_desktop.session.cycle_marks import cycle_marks
from pmark_desktop.session.desk import Desk
from pmark_desktop.session.due_moves import drop_on, task_tip, typed, why_fixed
from pmark_desktop.session.month import (
    EARLIEST,
    LATEST,
    DayCell,
    by_day,
    first_of_month,
    month_cells,
    shown_period,
)
from pmark_desktop.session.timeline_sheet import Choice
from pmark_desktop.ui.lettering import Lettering
from pmark_desktop.ui.month_painter import MonthPainter, MonthPart
from pmark_desktop.ui.theme import Style
from pmark_desktop.words import day_words
from pmark_desktop.words_deadlines import DeadlineTerm, closure_words, say
from pmark_desktop.workspace.workspace import Content

_KEYS = Qt.Key
_DAYS: dict[int, int] = {
    _KEYS.Key_Left: -1, _KEYS.Key_Right: 1, _KEYS.Key_Up: -7, _KEYS.Key_Down: 7,
}  # fmt: skip
_MONTHS: dict[int, int] = {_KEYS.Key_PageUp: -1, _KEYS.Key_PageDown: 1}
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class MonthGrid(QWidget):
    """The calendar of one month. It reads when `refresh` is called.

    Signals:
        task_wanted: (task id) the person wants to see a task.
        day_changed: (day: date) another day is the chosen one, or its tasks are others.
        entered: the person pressed Enter on the chosen day.
        hinted: (text) something the person should know; "" when it is past.
    """

    task_wanted = Signal(str)
    day_changed = Signal(object)
    entered = Signal()
    hinted = Signal(str)

    def __init__(self, style: Style, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("month_grid")
        self._style = style
        self._desk = desk
        self._choice = Choice()
        self.chosen = desk.today
        self._cells: tuple[DayCell, ...] = ()
        self._press: QPoint | None = None
        self._pressed: Task | None = None
        self._hand: QPoint | None = None
        self._shown: Content | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._set_letters()

    def _set_letters(self) -> None:
        self._letters = Lettering(self.font())
        self._painter = MonthPainter(self._style, self._letters)
        self.setMinimumSize(QSize(420, self._letters.height * 14))

    # what is shown

    @property
    def letters(self) -> Lettering:
        """The letters that it is painted in."""
        return self._letters

    @property
    def choice(self) -> Choice:
        """Which tasks are shown."""
        return self._choice

    @property
    def month(self) -> date:
        """The first day of the month that is shown."""
        return first_of_month(self.chosen)

    @property
    def cell(self) -> DayCell | None:
        """The chosen day and what falls on it."""
        return next((cell for cell in self._cells if cell.day == self.chosen), None)

    def refresh(self) -> None:
        """Show the workspace as it is now; the month and the chosen day stay."""
        content, today = self._desk.content, self._desk.today
        self._shown = content
        tasks = by_day(self._choice.tasks(content.tasks.values()), today)
        marks = cycle_marks(content.cycle, shown_period(self.month), today)
        office = self._desk.workspace.office
        self._cells = month_cells(self.month, tasks, marks, office, today)
        self._announce()
        self.update()
        self.day_changed.emit(self.chosen)

    def show_only(self, choice: Choice) -> None:
        """Show these tasks."""
        self._choice = choice
        self.refresh()

    def choose(self, day: date) -> None:
        """Make a day the chosen one and show its month."""
        before = self.month
        self.chosen = min(max(day, EARLIEST), add_months(LATEST, 1) - timedelta(days=1))
        if self.month != before or self._shown is not self._desk.content:
            self.refresh()
            return
        self._announce()
        self.update()
        self.day_changed.emit(self.chosen)

    def turn(self, months: int) -> None:
        """Show the month so many months later (earlier if < 0)."""
        self.choose(add_months(self.chosen, months))

    def part(self) -> MonthPart:
        """Return what is painted."""
        if not self._cells:
            self.refresh()
        drop = None
        number = self._painter.day_number_at(self._plain_part(), self._hand) if self._hand else None
        if self._pressed is not None and number is not None:
            cell = self._cells[number]
            drop = drop_on(
                self._pressed, cell.day, cell.closure, self._desk.today, self._style.language
            )
        return MonthPart(
            self.rect(), self._cells, self._desk.today, self.chosen, self.hasFocus(),
            self._pressed if self._hand else None, drop, self._hand,
        )  # fmt: skip

    def place_of(self, task: str) -> QPoint | None:
        """Return where a task is painted; None where it is not."""
        part = self._plain_part()
        for number in range(len(self._cells)):
            for line in self._painter.cell_lines(part, number):
                if line.task is not None and line.task.id == task:
                    return line.place.center()
        return None

    def place_of_day(self, day: date) -> QPoint | None:
        """Return the middle of a day; None for one that is not shown."""
        for number, cell in enumerate(self._cells):
            if cell.day == day:
                return self._painter.cell_place(self._plain_part(), number).center()
        return None

    def _plain_part(self) -> MonthPart:
        return MonthPart(self.rect(), self._cells, self._desk.today)

    def _announce(self) -> None:
        """Say the chosen day and its tasks to those who cannot see them."""
        language, cell = self._style.language, self.cell
        words = [day_words(self.chosen, language)]
        if cell is not None:
            words += [mark.name(language) for mark in cell.marks]
            if cell.closure is not None:
                words.append(closure_words(cell.closure, language))
            words.append(say(DeadlineTerm.TASKS, language, count=len(cell.tasks)))
        said = " ".join(words)
        self.setAccessibleName(f"{say(DeadlineTerm.CALENDAR, language)}: {said}")
        self.setAccessibleDescription(said)

    # moving a task

    def _let_go(self) -> None:
        """End a drag; the task moves if it was dropped on another day."""
        part, task = self.part(), self._pressed
        self._press = self._pressed = self._hand = None
        self.unsetCursor()
        self.update()
        if task is None or part.drop is None or part.drop.day == task.due:
            return
        if (
            self._desk.edit(task.id, "due", typed(part.drop.day))
            and self._shown is not self._desk.content
        ):
            self.refresh()

    def _start(self, place: QPoint) -> None:
        """Take a task into the hand, or say why it cannot be moved."""
        if self._pressed is None:
            return
        is_read_only = self._desk.workspace.is_read_only
        why = why_fixed(self._pressed, self._style.language, is_read_only=is_read_only)
        self.hinted.emit(why)
        if why:
            self._press = self._pressed = None
            return
        self._hand = place
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self.update()

    def _tip_at(self, place: QPoint) -> str:
        part, language = self._plain_part(), self._style.language
        if (task := self._painter.task_at(part, place)) is not None:
            return task_tip(task, self._desk.today, language)
        number = self._painter.day_number_at(part, place)
        if number is None:
            return ""
        cell = self._cells[number]
        head = f"{day_words(cell.day, language)} {closure_words(cell.closure, language)}"
        return "\n".join([head, *(mark.tip(language) for mark in cell.marks)])

    # Qt overrides

    def paintEvent(self, _event: QPaintEvent) -> None:
        part, painter = self.part(), QPainter(self)
        try:
            self._painter.paint(painter, part)
        finally:  # a painter that outlives its widget would end the program
            painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._set_letters()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            tip = plain_tip(self._tip_at(event.pos()))
            QToolTip.showText(event.globalPos(), tip, self, QRect(event.pos(), QSize(4, 4)))
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.modifiers() & ~_KEYPAD:
            super().keyPressEvent(event)
        elif key in _DAYS:
            self.choose(self.chosen + timedelta(days=_DAYS[key]))
        elif key in _MONTHS:
            self.turn(_MONTHS[key])
        elif key == _KEYS.Key_Home:
            self.choose(self._desk.today)
        elif key in (_KEYS.Key_Return, _KEYS.Key_Enter):
            self.entered.emit()
        elif key == _KEYS.Key_Escape and self._hand is not None:
            self._pressed = None
            self._let_go()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if turned := event.angleDelta().y():
            self.turn(-1 if turned > 0 else 1)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        place, part = event.position().toPoint(), self._plain_part()
        self.hinted.emit("")
        self._press, self._pressed = place, self._painter.task_at(part, place)
        number = self._painter.day_number_at(part, place)
        if number is not None and self._cells[number].is_inside:
            self.choose(self._cells[number].day)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if self._hand is not None:
            self._hand = place
            self.update()
        elif self._press is not None:
            if (place - self._press).manhattanLength() >= QApplication.startDragDistance():
                self._start(place)
        else:
            over = self._painter.task_at(self._plain_part(), place) is not None
            shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        was_held, place = self._hand is not None, event.position().toPoint()
        if was_held:
            self._let_go()
            return
        self._press = self._pressed = None
        number = self._painter.day_number_at(self._plain_part(), place)
        if number is not None and not self._cells[number].is_inside:
            self.choose(self._cells[number].day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        task = self._painter.task_at(self._plain_part(), event.position().toPoint())
        if task is not None:
            self.task_wanted.emit(task.id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
