"""A page with a form: what can be scrolled, and below it the buttons that always stay in sight."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from pmark_desktop.ui.columns import scrolled


def lay_form_page(
    page: QWidget,
    content: QWidget,
    name: str,
    *,
    buttons: tuple[QPushButton, ...],
    reason: QLabel,
    above_foot: QLayout | None = None,
    margin: int = 16,
) -> None:
    """Lay a page out: `content`, scrolled, and a foot with buttons and why one cannot go on.

    `name` is that of the scrolled part; `above_foot` stays in sight too.
    """
    outside = QVBoxLayout(page)
    outside.setContentsMargins(0, 0, 0, 0)
    outside.setSpacing(0)
    outside.addWidget(scrolled(content, name), 1)
    if above_foot is not None:
        outside.addLayout(above_foot)
    foot = QFrame()
    foot.setProperty("class", "bar")
    row = QHBoxLayout(foot)
    row.setContentsMargins(margin, 8, margin, 8)
    row.setSpacing(10)
    for one in buttons:
        row.addWidget(one)
    row.addWidget(reason, 1, Qt.AlignmentFlag.AlignVCenter)
    outside.addWidget(foot)
