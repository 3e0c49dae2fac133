"""The pieces of the panel お知らせ: a title that fits its room, a reminder's row, a reason."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from pmark_desktop.domain.reminders import SOON_DAYS, Reminder, ReminderKind
from pmark_desktop.ui.fields import letter_width
from pmark_desktop.ui.parts import button, label, link
from pmark_desktop.ui.theme import Style
from pmark_desktop.words_reminders import (
    due_words,
    remark_words,
    reminder_line,
    reminder_title,
    urgency_words,
)

translate = QCoreApplication.translate
_OWNER_LETTERS = 10
_LEAST_TITLE_LETTERS = 8


class TitleButton(QPushButton):
    """A line of text to click, cut short where there is no room for all of it."""

    def __init__(self, text: str, name: str, clicked: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFlat(True)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("class", "link")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.full = text
        self.setToolTip(text)
        self.clicked.connect(lambda _checked=False: clicked())

    def _fit(self) -> None:
        room = self.width() - letter_width(self)
        short = self.fontMetrics().elidedText(self.full, Qt.TextElideMode.ElideRight, room)
        self.setText(short.replace("&", "&&"))

    # Qt overrides

    def minimumSizeHint(self) -> QSize:
        return QSize(letter_width(self) * _LEAST_TITLE_LETTERS, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        wide = self.fontMetrics().horizontalAdvance(self.full) + letter_width(self) * 2
        return QSize(wide, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def show_in(area: QScrollArea, content: QWidget) -> None:
    """Scroll another widget, on the ground of what lies behind the area.

    The old one is left to finish: what was clicked in it may be why there is a new one.
    """
    old = area.takeWidget()
    if old is not None:
        old.hide()
        old.deleteLater()
    area.setWidget(content)
    area.viewport().setAutoFillBackground(False)
    content.setAutoFillBackground(False)


def shown_title(reminder: Reminder, style: Style) -> str:
    """Return id and title of a reminder as its row shows them."""
    title = reminder_title(reminder, style.language)
    is_task = reminder.kind is ReminderKind.TASK
    return " ".join(f"{reminder.id}  {title}".split()) if is_task else title


def urgency_look(reminder: Reminder) -> str:
    """Return the look of how urgent it is."""
    if reminder.is_late:
        return "late"
    return "soon" if reminder.days_left <= SOON_DAYS else "strong"


class ReminderRow:
    """The widgets of one reminder, side by side in a line of a grid."""

    COLUMNS = 6

    def __init__(
        self, reminder: Reminder, style: Style, wanted: Callable[[], object],
        rest: Callable[[QPushButton], object], stop: Callable[[], object],
    ) -> None:  # fmt: skip
        language = style.language
        self.reminder = reminder
        self.urgency = label(urgency_words(reminder, language), urgency_look(reminder))
        self.due = label(due_words(reminder, language))
        remark = remark_words(reminder, language)
        text = shown_title(reminder, style) + (f"  ― {remark}" if remark else "")
        self.title = TitleButton(text, f"reminder_{reminder.id}", wanted)
        self.title.setAccessibleName(reminder_line(reminder, language))
        self.owner = _short(reminder.owner)
        words = translate("DigestPanel", "あとで")
        self.rest = link(words, f"snooze_{reminder.id}", lambda: rest(self.rest))
        self.stop = link(translate("DigestPanel", "止める…"), f"silence_{reminder.id}", stop)
        for part in (self.rest, self.stop):
            part.setAccessibleDescription(text)

    def put_into(self, grid: QGridLayout, line: int) -> None:
        """Put its widgets into a line of a grid."""
        parts = (self.urgency, self.due, self.title, self.owner, self.rest, self.stop)
        for column, part in enumerate(parts):
            grid.addWidget(part, line, column)


def _short(text: str) -> QLabel:
    plain = " ".join(text.split())
    made = label(plain, "faint")
    room = letter_width(made) * _OWNER_LETTERS
    made.setText(made.fontMetrics().elidedText(plain, Qt.TextElideMode.ElideRight, room))
    made.setToolTip(plain)
    return made


class ReasonLine(QFrame):
    """Asks why a reminder is to be stopped, in the panel itself.

    Signals:
        given: (reason) the person wants it stopped for this reason.
        cancelled: the person changed their mind.
    """

    given = Signal(str)
    cancelled = Signal()

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.setObjectName("silence_reason_line")
        self.edit = QLineEdit(text)
        self.edit.setObjectName("silence_reason")
        self.edit.setAccessibleName(translate("DigestPanel", "止める理由"))
        self.edit.setPlaceholderText(
            translate("DigestPanel", "止める理由(必須) 例: 代理人が手続き済み")
        )
        self.fault = label("", "late", name="silence_fault")
        self.fault.hide()
        self.edit.textChanged.connect(self._take_fault_away)
        self.edit.returnPressed.connect(self._give)
        row = QHBoxLayout()
        row.addWidget(self.edit, 1)
        row.addWidget(button(translate("DigestPanel", "止める"), "silence_now", self._give))
        row.addWidget(
            button(translate("DigestPanel", "やめる"), "silence_cancel", self.cancelled.emit)
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.fault)

    def show_fault(self, text: str) -> None:
        """Say why it was refused."""
        self.fault.setText(text)
        self.fault.show()
        self.edit.setFocus()

    def _take_fault_away(self) -> None:
        self.fault.hide()

    def _give(self) -> None:
        self.given.emit(self.edit.text())

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)
