"""A label that gives way: it shows as much of its text as there is room for."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from pmark_desktop.session.cell_texts import wide_tip

_LEAST_LETTERS = 12


class ElidedLabel(QLabel):
    """Plain text on one line; `text()` stays whole, and the tool tip says what was cut."""

    def __init__(
        self, text: str = "", look: str = "", *, middle: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("class", look)
        ends = Qt.TextElideMode
        self._mode = ends.ElideMiddle if middle else ends.ElideRight

    def show_text(self, text: str) -> None:
        """Show a text; what does not fit is in the tool tip."""
        self.setText(text)
        self.setToolTip(wide_tip(text))

    # Qt overrides

    def minimumSizeHint(self) -> QSize:
        whole = super().sizeHint()
        least = self.fontMetrics().averageCharWidth() * _LEAST_LETTERS
        return QSize(min(least, whole.width()), whole.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown = self.fontMetrics().elidedText(self.text(), self._mode, self.width())
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()
