"""Widgets side by side where there is room, and one below the other where there is not."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget


class Columns(QWidget):
    """A row of widgets that becomes a column when it gets narrow.

    `column_width` is the least width of one, in pixels; `most` how many stand side by side.
    """

    def __init__(self, column_width: int, most: int, *, spacing: int = 12) -> None:
        super().__init__()
        self._column_width = column_width
        self._most = most
        self._count = 0
        self._widgets: list[QWidget] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(spacing * 2)
        self._grid.setVerticalSpacing(spacing)

    def add(self, widget: QWidget) -> None:
        """Put a widget behind the others."""
        self._widgets.append(widget)
        self._arrange(max(self._count, 1))

    def _arrange(self, count: int) -> None:
        for column in range(max(count, self._count)):
            self._grid.setColumnStretch(column, 1 if column < count else 0)
        self._count = count
        for place, widget in enumerate(self._widgets):
            self._grid.addWidget(widget, place // count, place % count, Qt.AlignmentFlag(0))

    # Qt overrides

    def minimumSizeHint(self) -> QSize:
        widest = max((one.minimumSizeHint().width() for one in self._widgets), default=0)
        if self.hasHeightForWidth():
            return QSize(widest, 0)  # the height follows the width; as hints go it is too much
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        count = min(max(event.size().width() // self._column_width, 1), self._most)
        if count != self._count:
            self._arrange(count)
        super().resizeEvent(event)


class Sheet(QWidget):
    """What scrolls up and down: as high as its width calls for, with nothing blank below."""

    # Qt overrides

    def minimumSizeHint(self) -> QSize:
        width = super().minimumSizeHint().width()
        return QSize(width, 0)  # the height follows the width; as hints go it is too much


def scrolled(content: QWidget, name: str) -> QScrollArea:
    """Return a frameless area that scrolls `content` up and down."""
    area = QScrollArea()
    area.setObjectName(name)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setWidget(content)
    return area
