"""The editors inside table cells: choices, one line, and a memo of several lines."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ALT = Qt.KeyboardModifier.AltModifier
MEMO_HEIGHT = 110


class LineEditor(QLineEdit):
    """One line. A Japanese composition that is cut short is kept, never lost or doubled."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrame(False)
        self._composing = ""

    def whole_text(self) -> str:
        """Return the text with what is still being composed at its place."""
        at = self.cursorPosition()
        return self.text()[:at] + self._composing + self.text()[at:]

    # Qt overrides

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = event.preeditString()
        super().inputMethodEvent(event)


class MemoEditor(QPlainTextEdit):
    """Several lines over the cell: Enter ends, Alt+Enter is a new line.

    Signals:
        finished: the person pressed Enter.
    """

    finished = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self._composing = ""

    def whole_text(self) -> str:
        """Return the text with what is still being composed at its place."""
        text, at = self.toPlainText(), self.textCursor().position()
        return text[:at] + self._composing + text[at:]

    # Qt overrides

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = event.preeditString()
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in _ENTERS:
            super().keyPressEvent(event)
        elif event.modifiers() & _ALT:
            self.textCursor().insertText("\n")
        else:
            self.finished.emit()


class ChoiceEditor(QComboBox):
    """One of several codes, shown in words."""

    def __init__(self, choices: Iterable[tuple[str, str]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        for code, words in choices:
            self.addItem(words, code)
