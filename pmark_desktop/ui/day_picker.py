"""A month to pick a day from: holidays and Sundays red, Saturdays blue, closed days shaded."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolTip, QVBoxLayout, QWidget

from pmark_desktop.domain.days import ClosedBy, OfficeDays, add_months
from pmark_desktop.session.cell_texts import plain_tip
from pmark_desktop.session.month import LATEST, SUNDAY, WEEK, first_of_month, shown_days
from pmark_desktop.ui.parts import button, label
from pmark_desktop.ui.theme import Style
from pmark_desktop.words import day_words
from pmark_desktop.words_deadlines import closure_words, month_words, weekday_head

translate = QCoreApplication.translate
_KEYS = Qt.Key
_DAYS = {_KEYS.Key_Left: -1, _KEYS.Key_Right: 1, _KEYS.Key_Up: -WEEK, _KEYS.Key_Down: WEEK}
_MONTHS = {_KEYS.Key_PageUp: -1, _KEYS.Key_PageDown: 1}
_SATURDAY = 5
_SHADE = 22  # of 255
_WEEKS = 6
_LAST = add_months(LATEST, 1) - timedelta(days=1)
_FIRST = date(1902, 1, 1)


class DayGrid(QWidget):
    """The days of the month of the chosen day, by keys, wheel and mouse.

    Signals:
        picked: (day: date) the person wants this day.
        moved: (day: date) another day is the chosen one.
    """

    picked = Signal(object)
    moved = Signal(object)

    def __init__(self, style: Style, office: OfficeDays, today: date, chosen: date) -> None:
        super().__init__()
        self.setObjectName("day_grid")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._style = style
        self._office = office
        self._today = today
        self.chosen = min(max(chosen, _FIRST), _LAST)
        height = self.fontMetrics().height()
        self._cell = QSize(max(height * 2, 34), height + 10)
        self.setFixedSize(self._cell.width() * WEEK, self._cell.height() * (_WEEKS + 1))
        self._tell()

    def choose(self, day: date) -> None:
        """Make a day the chosen one."""
        self.chosen = min(max(day, _FIRST), _LAST)
        self._tell()
        self.update()
        self.moved.emit(self.chosen)

    def turn(self, months: int) -> None:
        """Go so many months on."""
        self.choose(add_months(self.chosen, months))

    def _tell(self) -> None:
        """Say the chosen day to who cannot see it."""
        self.setAccessibleName(self.tip(self.chosen))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))

    def tip(self, day: date) -> str:
        """Return a day in words, and why nobody works on it."""
        language = self._style.language
        why = closure_words(self._office.why_closed(day), language)
        return f"{day_words(day, language)} {why}".strip()

    def ink(self, day: date) -> str:
        """Return the colour of a day's number."""
        colors = self._style.colors
        closure = self._office.why_closed(day)
        if day.weekday() == SUNDAY or (closure and closure.by is ClosedBy.HOLIDAY):
            return colors.late
        if day in self._office.holidays(day.year):  # a holiday on a Saturday is no less one
            return colors.late
        return colors.accent if day.weekday() == _SATURDAY else colors.text

    def place_of(self, day: date) -> QRect:
        """Return where a day of the shown month's weeks is."""
        row, column = divmod(shown_days(self.chosen).index(day), WEEK)
        corner = QPoint(column * self._cell.width(), (row + 1) * self._cell.height())
        return QRect(corner, self._cell)

    def _day_at(self, place: QPoint) -> date | None:
        days = shown_days(self.chosen)
        return next((day for day in days if self.place_of(day).contains(place)), None)

    def _paint(self, painter: QPainter) -> None:
        colors, cell = self._style.colors, self._cell
        center = Qt.AlignmentFlag.AlignCenter
        for column in range(WEEK):
            weekday = (SUNDAY + column) % WEEK
            ink = {SUNDAY: colors.late, _SATURDAY: colors.accent}.get(weekday, colors.text)
            painter.setPen(QColor(ink))
            head = QRect(QPoint(column * cell.width(), 0), cell)
            painter.drawText(head, center, weekday_head(weekday, self._style.language))
        shade = QColor(colors.text)
        shade.setAlpha(_SHADE)
        for day in shown_days(self.chosen):
            place = self.place_of(day)
            is_inside = day.month == self.chosen.month
            if day == self.chosen:
                painter.fillRect(place, QColor(colors.chosen))
            elif is_inside and self._office.why_closed(day) is not None:
                painter.fillRect(place, shade)
            painter.setPen(QColor(self.ink(day) if is_inside else colors.faint))
            font = painter.font()
            font.setBold(day == self._today)
            painter.setFont(font)
            painter.drawText(place, center, str(day.day))
            if day in (self._today, self.chosen):
                width = 2 if day == self.chosen else 1
                painter.setPen(QPen(QColor(colors.accent), width))
                painter.drawRect(place.adjusted(1, 1, -2, -2))

    # Qt overrides

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            self._paint(painter)
        finally:  # a painter that outlives its widget would end the program
            painter.end()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            day = self._day_at(event.pos())
            QToolTip.showText(event.globalPos(), plain_tip(self.tip(day)) if day else "", self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = _KEYS(event.key())
        if key in _DAYS:
            self.choose(self.chosen + timedelta(days=_DAYS[key]))
        elif key in _MONTHS:
            self.turn(_MONTHS[key])
        elif key == _KEYS.Key_Home:
            self.choose(self._today)
        elif key in (_KEYS.Key_Return, _KEYS.Key_Enter, _KEYS.Key_Space):
            self.picked.emit(self.chosen)
        else:
            super().keyPressEvent(event)  # Esc closes what it stands in

    def wheelEvent(self, event: QWheelEvent) -> None:
        if turned := event.angleDelta().y():
            self.turn(-1 if turned > 0 else 1)
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        day = self._day_at(event.position().toPoint())
        if day is not None and event.button() == Qt.MouseButton.LeftButton:
            self.choose(day)
            self.picked.emit(day)


class DayPicker(QFrame):
    """A month that pops up below a field.

    Signals:
        picked: (day: date) the person wants this day; it is closed.
    """

    picked = Signal(object)

    def __init__(
        self, style: Style, office: OfficeDays, today: date, chosen: date, parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("day_picker")
        self.setProperty("class", "card")
        self._language = style.language
        self.grid = DayGrid(style, office, today, chosen)
        self.setFocusProxy(self.grid)
        self._month = label(look="strong", name="picker_month")
        self._words = label(look="faint", name="picker_day")
        self.grid.moved.connect(self._describe)
        self.grid.picked.connect(self._take)
        head = QHBoxLayout()
        for words, name, tip, turn in (
            ("‹", "previous_month", translate("DayPicker", "前の月(PageUp)"), -1),
            ("›", "next_month", translate("DayPicker", "次の月(PageDown)"), 1),
        ):
            step = button(words, name, self._turner(turn))
            step.setToolTip(tip)
            step.setAccessibleName(tip)
            step.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            step.setFixedWidth(36)
            head.addWidget(step)
        head.insertWidget(1, self._month, 1, Qt.AlignmentFlag.AlignCenter)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(8, 8, 8, 8)
        inside.setSpacing(6)
        inside.addLayout(head)
        inside.addWidget(self.grid)
        inside.addWidget(self._words)
        self._describe(self.grid.chosen)

    def _turner(self, months: int) -> Callable[[], None]:
        return lambda: self.grid.turn(months)

    def _describe(self, day: date) -> None:
        self._month.setText(month_words(first_of_month(day), self._language, with_year=True))
        self._words.setText(self.grid.tip(day))

    def _take(self, day: date) -> None:
        self.picked.emit(day)
        self.close()

    def open_below(self, field: QWidget) -> None:
        """Show it below a field, or above it where the screen ends."""
        self.adjustSize()
        screen = field.screen().availableGeometry()
        corner = field.mapToGlobal(QPoint(0, field.height()))
        if corner.y() + self.height() > screen.bottom():
            corner = field.mapToGlobal(QPoint(0, -self.height()))
        corner.setX(max(min(corner.x(), screen.right() - self.width()), screen.left()))
        self.move(corner)
        self.show()
        self.grid.setFocus(Qt.FocusReason.PopupFocusReason)
