"""A field of several lines: like `Field`, its label above and its fault below."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from pmark_desktop.ui.parts import label

_AIR = 14


class AreaField(QWidget):
    """Text of several lines; Tab leaves it.

    Signals:
        changed: what is typed is different now.
        left: the person is done with this field.
    """

    changed = Signal()
    left = Signal()

    def __init__(self, name: str, words: str, lines: int) -> None:
        super().__init__()
        self.setObjectName(f"{name}_field")
        self.name = name
        self.words = words
        self.edit = QPlainTextEdit()
        self.edit.setObjectName(name)
        self.edit.setAccessibleName(words.split("(&", maxsplit=1)[0])
        self.edit.setTabChangesFocus(True)
        self.edit.setFixedHeight(self.fontMetrics().height() * lines + _AIR)
        self.edit.textChanged.connect(self._typed)
        self.edit.installEventFilter(self)
        self.fault = label(look="late", wraps=True, name=f"{name}_fault")
        self.fault.hide()
        above = label(words)
        above.setBuddy(self.edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(above)
        column.addWidget(self.edit)
        column.addWidget(self.fault)
        self.setFocusProxy(self.edit)

    @property
    def text(self) -> str:
        """What is typed, without space around it."""
        return self.edit.toPlainText().strip()

    def reset_to(self, text: str) -> None:
        """Show this text."""
        self.edit.setPlainText(text)
        self.show_fault("")

    def show_fault(self, text: str) -> None:
        """Say below the field what is wrong with it; nothing takes that away."""
        self.fault.setText(text)
        self.fault.setVisible(bool(text))
        self.edit.setAccessibleDescription(text)

    def _typed(self) -> None:
        self.show_fault("")
        self.changed.emit()

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.left.emit()
        return super().eventFilter(watched, event)
