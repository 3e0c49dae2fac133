"""A card that shows what other holidays would change, before it is done."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from pmark_desktop.session.desk import Desk
from pmark_desktop.ui.moves_card import MovesCard
from pmark_desktop.ui.parts import label
from pmark_desktop.ui.theme import Style

_MOST_LINES = 7


class HolidayPreview(QFrame):
    """Heading, summary, differing days and moved dues, above the buttons of the subclass.

    `name` begins the names of the parts.

    Signals:
        ended: it was done, or given up.
    """

    ended = Signal()

    def __init__(self, name: str, style: Style, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"holiday_{name}")
        self.setProperty("class", "card")
        self._style = style
        self._desk = desk
        self._heading: QLabel = label("", "heading", wraps=True, name=f"{name}_heading")
        self._summary: QLabel = label("", "strong", wraps=True, name=f"{name}_summary")
        self.lines = QPlainTextEdit()
        self.lines.setObjectName(f"{name}_lines")
        self.lines.setReadOnly(True)
        self.lines.setTabChangesFocus(True)
        self.moves = MovesCard(style, f"{name}_moves")

    def _lay_out(self, *buttons: QPushButton) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        for one in buttons:
            row.addWidget(one)
        row.addStretch(1)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(14, 12, 14, 12)
        inside.setSpacing(8)
        for part in (self._heading, self._summary, self.lines, self.moves):
            inside.addWidget(part)
        inside.addLayout(row)
        self.hide()

    def _show_lines(self, text: str) -> None:
        """Show the differing days or the problems, one a line; no field for none."""
        self.lines.setPlainText(text)
        self.lines.setVisible(bool(text))
        rows = min(text.count("\n") + 1, _MOST_LINES)
        self.lines.setFixedHeight(rows * self.fontMetrics().lineSpacing() + 18)
