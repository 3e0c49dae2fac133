"""The heads of the columns: sorted by with a click, moved, frozen, with a menu of their own."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from pmark_desktop.ui.theme import Style

_ADDS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_PAD = 5
_UP, _DOWN = "▲", "▼"


class ColumnHeader(QHeaderView):
    """The row of column heads.

    Signals:
        sort_wanted: (column, adds) sort by a column; `adds` to those sorted by already.
        menu_wanted: (column, place: QPoint) the menu of a column, at a point of the screen.
    """

    sort_wanted = Signal(int, bool)
    menu_wanted = Signal(int, QPoint)

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("column_heads")
        self._ground, self._mark = QColor(style.colors.window), QColor(style.colors.accent)
        self._frozen: Sequence[int] = ()
        self._frozen_width = 0
        self._shift = 0  # of the drag that goes on, which began on a frozen head
        self._adds = False
        self._order: dict[int, tuple[int, bool]] = {}
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setFirstSectionMovable(True)
        self.setHighlightSections(False)
        self.sectionClicked.connect(self._want_sort)

    def set_frozen(self, columns: Sequence[int], width: int) -> None:
        """Paint these columns over the others; they take `width` pixels."""
        self._frozen, self._frozen_width = columns, width
        self.viewport().update()

    def set_order(self, order: Sequence[tuple[int, bool]]) -> None:
        """Show by which columns the rows are sorted, and which of them descend."""
        self._order = {
            column: (place, descends) for place, (column, descends) in enumerate(order, start=1)
        }
        self.viewport().update()

    def column_at(self, point: QPoint) -> int:
        """Return the column whose head is at a point, -1 where there is none."""
        return self.logicalIndexAt(point.x() - self._shift_at(point.x()))

    def _want_sort(self, column: int) -> None:
        self.sort_wanted.emit(column, self._adds)

    def _shift_at(self, x: float) -> int:
        """Return how far left a frozen head at `x` lies among the scrolled ones."""
        return self.offset() if self._frozen and 0 <= x < self._frozen_width else 0

    def _moved(self, event: QMouseEvent) -> QMouseEvent:
        if not self._shift:
            return event
        place = event.position() - QPointF(self._shift, 0)
        return QMouseEvent(
            event.type(), place, event.globalPosition(), event.button(), event.buttons(),
            event.modifiers(),
        )  # fmt: skip

    # Qt overrides

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._shift = self._shift_at(event.position().x())
        super().mousePressEvent(self._moved(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() == Qt.MouseButton.NoButton:
            self._shift = self._shift_at(event.position().x())
        super().mouseMoveEvent(self._moved(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._adds = bool(event.modifiers() & _ADDS)
        super().mouseReleaseEvent(self._moved(event))
        self._shift = 0

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._shift = self._shift_at(event.position().x())
        super().mouseDoubleClickEvent(self._moved(event))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(self.column_at(event.pos()), event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._frozen and self.offset() > 0:
            painter = QPainter(self.viewport())
            for column in self._frozen:
                size = self.sectionSize(column)
                rect = QRect(self.sectionPosition(column), 0, size, self.viewport().height())
                painter.fillRect(rect, self._ground)
                painter.save()
                self.paintSection(painter, rect, column)
                painter.restore()
            painter.end()

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.save()
        super().paintSection(painter, rect, logicalIndex)
        painter.restore()
        if logicalIndex not in self._order:
            return
        place, descends = self._order[logicalIndex]
        mark = f"{place if len(self._order) > 1 else ''}{_DOWN if descends else _UP}"
        width = self.fontMetrics().horizontalAdvance(mark) + 2 * _PAD
        room = QRect(rect.right() - width, rect.top() + 2, width, rect.height() - 4)
        painter.fillRect(room, self._ground)
        painter.setPen(self._mark)
        painter.drawText(room.adjusted(0, 0, -_PAD, 0), _RIGHT, mark)
