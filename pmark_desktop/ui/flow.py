"""Widgets side by side, on as many lines as they need."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QSpacerItem, QWidget

_ACROSS = Qt.Orientation.Horizontal


class FlowLayout(QLayout):
    """A layout that breaks its lines as words are broken.

    What is left of a line goes to the widgets in it that expand, and to stretches. Widgets of a
    line stand on its middle.
    """

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setSpacing(spacing)

    def add_stretch(self) -> None:
        """Add a gap that takes what is left of its line."""
        policy = QSizePolicy.Policy
        self.addItem(QSpacerItem(0, 0, policy.Expanding, policy.Minimum))

    def _lay(self, rect: QRect, *, moves: bool) -> int:
        """Put the widgets into a rectangle, or only return the height that this would take."""
        margins = self.contentsMargins()
        inside = rect.marginsRemoved(margins)
        y = inside.y()
        for number, line in enumerate(self._lines(inside.width())):
            y += self.spacing() if number else 0
            height = max(size.height() for _, size in line)
            if moves:
                self._place(line, QRect(inside.x(), y, inside.width(), height))
            y += height
        return y - rect.y() + margins.bottom()

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """Return what stands on each line, with the size it wants."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        x = 0
        for item in self._items:
            if item.widget() is not None and item.isEmpty():
                continue
            size = item.sizeHint()
            if item.expandingDirections() & _ACROSS:
                size.setWidth(item.minimumSize().width())  # it grows into what is left
            size = size.boundedTo(QSize(max(width, 1), 10_000))
            if not lines or x + size.width() > width:
                lines.append([])
                x = 0
            lines[-1].append((item, size))
            x += size.width() + self.spacing()
        return lines

    def _place(self, line: list[tuple[QLayoutItem, QSize]], rect: QRect) -> None:
        """Put one line into its rectangle."""
        growing = [item for item, _ in line if item.expandingDirections() & _ACROSS]
        taken = sum(size.width() for _, size in line) + self.spacing() * (len(line) - 1)
        spare, waiting, x = rect.width() - taken, len(growing), rect.x()
        for item, size in line:
            wide = size.width()
            if item in growing:
                wide = min(wide + max(spare, 0) // waiting, item.maximumSize().width())
                spare, waiting = spare - (wide - size.width()), waiting - 1
            y = rect.y() + (rect.height() - size.height()) // 2
            item.setGeometry(QRect(x, y, wide, size.height()))
            x += wide + self.spacing()

    # Qt overrides

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._lay(QRect(0, 0, width, 0), moves=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._lay(rect, moves=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._items]
        width = max((size.width() for size in sizes), default=0)
        height = max((size.height() for size in sizes), default=0)
        margins = self.contentsMargins()
        return QSize(min(width, 160), height + margins.top() + margins.bottom())
