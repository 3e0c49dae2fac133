"""Small pieces that many widgets are made of."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QToolButton, QVBoxLayout


def label(text: str = "", look: str = "", *, wraps: bool = False, name: str = "") -> QLabel:
    """Return a label of plain text; `look` is a class of the style sheet."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wraps)
    made.setObjectName(name)
    if look:
        made.setProperty("class", look)
    if wraps:
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return made


def bigger(made: QLabel, factor: float) -> QLabel:
    """Return a label with bold letters so many times as high as those around it."""
    font = made.font()
    font.setPointSizeF(font.pointSizeF() * factor)
    font.setBold(True)
    made.setFont(font)
    return made


def button(
    text: str, name: str, clicked: Callable[[], object], *, icon: QIcon | None = None,
    look: str = "",
) -> QPushButton:  # fmt: skip
    """Return a push button that calls `clicked`."""
    made = QPushButton(text)
    made.setObjectName(name)
    if icon is not None:
        made.setIcon(icon)
    if look:
        made.setProperty("class", look)
    made.setAutoDefault(False)
    made.clicked.connect(lambda _checked=False: clicked())
    return made


def by_enter(made: QPushButton) -> QPushButton:
    """Return a button that Enter presses too, not only the space bar."""
    made.setAutoDefault(True)  # outside of a dialog this does nothing else
    return made


def link(text: str, name: str, clicked: Callable[[], object]) -> QPushButton:
    """Return words that lead somewhere, by click, space bar and Enter."""
    made = by_enter(button(text.replace("&", "&&"), name, clicked, look="link"))
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made


def tool_button(text: str, name: str, icon: QIcon, clicked: Callable[[], object]) -> QToolButton:
    """Return a flat button with icon and words that calls `clicked`."""
    made = QToolButton()
    made.setObjectName(name)
    made.setText(text)
    made.setIcon(icon)
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    made.setAutoRaise(True)
    made.clicked.connect(lambda _checked=False: clicked())
    return made


def card(name: str = "") -> tuple[QFrame, QVBoxLayout]:
    """Return a framed box and the layout inside it."""
    frame = QFrame()
    frame.setObjectName(name)
    frame.setProperty("class", "card")
    inside = QVBoxLayout(frame)
    inside.setContentsMargins(14, 12, 14, 12)
    inside.setSpacing(8)
    return frame, inside


def restyle(widget: QFrame | QLabel | QPushButton, look: str) -> None:
    """Give a widget another class of the style sheet."""
    if widget.property("class") != look:
        widget.setProperty("class", look)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
