"""One line beside the cell that is edited: what a date means, or why a text cannot be."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from pmark_desktop.ui.theme import Style

_MOST_WIDTH = 460
_LEAST_WIDTH = 160


class NoteBubble(QLabel):
    """A note in the viewport, below the editor or above it, never over it."""

    def __init__(self, style: Style, viewport: QWidget) -> None:
        super().__init__(viewport)
        self._colors = style.colors
        self.setObjectName("cell_note")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_at(self, editor: QWidget, text: str, *, is_refusal: bool) -> None:
        """Show a note beside an editor; nothing for no text."""
        if not text:
            self.hide()
            return
        colors = self._colors
        ink, ground = (
            (colors.late, colors.late_ground) if is_refusal else (colors.text, colors.base)
        )
        self.setStyleSheet(
            f"QLabel {{ color: {ink}; background: {ground}; border: 1px solid {ink};"
            " border-radius: 4px; padding: 3px 7px; }"
        )
        self.setText(text)
        editor.setAccessibleDescription(text)
        self._place(editor)
        self.show()
        self.raise_()

    def _place(self, editor: QWidget) -> None:
        around, cell = self.parentWidget(), editor.geometry()
        if around is None:
            return
        self.setMinimumSize(0, 0)
        self.ensurePolished()
        plain = self.fontMetrics().horizontalAdvance(self.text()) + 24
        width = max(min(plain, _MOST_WIDTH, around.width() - 8), min(_LEAST_WIDTH, plain))
        self.setFixedSize(width, self.heightForWidth(width))
        x = max(min(cell.left(), around.width() - width - 4), 0)
        below = cell.bottom() + 3
        above = cell.top() - self.height() - 2
        self.move(QPoint(x, below if below + self.height() <= around.height() else max(above, 0)))
