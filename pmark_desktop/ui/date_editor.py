"""A line for a date: typed in any form, or picked from a month that pops up."""

from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from pmark_desktop.session.cell_typing import CellTyping
from pmark_desktop.ui.day_picker import DayPicker
from pmark_desktop.ui.editors import LineEditor
from pmark_desktop.ui.theme import Style

translate = QCoreApplication.translate
_ALT, _CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


class DateEditor(LineEditor):
    """A date. QDateEdit cannot be empty and reads 2027/1/5 wrongly, so this reads by itself.

    Signals:
        picked: a day was picked from the month; it stands in the line.
    """

    picked = Signal()

    def __init__(self, style: Style, typing: CellTyping, parent: QWidget) -> None:
        super().__init__(parent)
        self._style = style
        self._typing = typing
        self.picker: DayPicker | None = None
        self._open = QAction(style.icons.get("calendar"), "", self)
        self._open.setObjectName("open_picker")
        self._open.setToolTip(translate("DateEditor", "カレンダーから選ぶ(Alt+↓)"))
        self._open.triggered.connect(self.open_picker)
        self.addAction(self._open, QLineEdit.ActionPosition.TrailingPosition)

    def hint(self) -> str:
        """Return the day that is typed in words, with its weekday; "" for none."""
        return self._typing.day_hint(self.text())

    def open_picker(self) -> None:
        """Show the month of the day that is typed; that of today for none."""
        today = self._typing.today
        chosen = self._typing.day(self.text()) or today
        self.picker = DayPicker(self._style, self._typing.office, today, chosen, self)
        self.picker.picked.connect(self._take)
        self.picker.destroyed.connect(self._forget_picker)
        self.picker.open_below(self)

    def _forget_picker(self) -> None:
        self.picker = None

    def _take(self, day: date) -> None:
        self.setText(f"{day:%Y/%m/%d}")
        self.picked.emit()

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & _ALT:
            self.open_picker()
        elif event.key() == Qt.Key.Key_Semicolon and event.modifiers() & _CONTROL:
            self.setText(f"{self._typing.today:%Y/%m/%d}")
            self.textEdited.emit(self.text())
        else:
            super().keyPressEvent(event)
