"""A table whose first columns stay where they are when it is scrolled sideways.

One view, not two laid over each other: keys, selection, editors and rows cannot fall out of step.
What is frozen is painted over the rest, and where a cell is and what is at a point follow.
"""

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from pmark_desktop.ui.column_header import ColumnHeader
from pmark_desktop.ui.theme import Style

Index = QModelIndex | QPersistentModelIndex
MOST_FROZEN = 3
_MOST_OF_WIDTH = 0.7  # of the view; wider ones would leave nothing to scroll
_GRID = QStyle.StyleHint.SH_Table_GridLineColor
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_FOCUS = 2  # pixels
_USUAL = QAbstractItemView.ScrollHint.EnsureVisible


class FrozenTable(QTableView):
    """A table that scrolls by pixels, with up to `MOST_FROZEN` frozen columns."""

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edge = QColor(style.colors.accent)
        self._frozen: tuple[int, ...] = ()
        self._frozen_count = 0
        self._frozen_width = 0
        self.heads = ColumnHeader(style, self)
        self.setHorizontalHeader(self.heads)
        self.heads.sectionResized.connect(self._measure)
        self.heads.sectionMoved.connect(self._measure)

    @property
    def frozen_count(self) -> int:
        """How many of the visible columns are to stay; fewer do where there is no room."""
        return self._frozen_count

    def set_frozen(self, count: int) -> None:
        """Let so many of the first visible columns stay where they are."""
        self._frozen_count = max(0, min(count, MOST_FROZEN))
        self._measure()

    def _measure(self, *_: object) -> None:
        """Work out which columns are frozen: the first that are visible, if there is room."""
        heads = self.heads
        visible = (heads.logicalIndex(place) for place in range(heads.count()))
        # a column that is being hidden has no size before it counts as hidden
        shown = [one for one in visible if heads.sectionSize(one)][: self._frozen_count]
        room = self.viewport().width() * _MOST_OF_WIDTH
        while shown and sum(map(heads.sectionSize, shown)) > room:
            shown.pop()
        self._frozen = tuple(shown)
        self._frozen_width = sum(map(heads.sectionSize, shown))
        heads.set_frozen(self._frozen, self._frozen_width)
        self.viewport().update()

    def _is_over(self) -> bool:
        """Tell whether the frozen columns lie over others now."""
        return bool(self._frozen) and self.heads.offset() > 0

    def _update_frozen(self, more: int = 0) -> None:
        if self._frozen:
            self.viewport().update(0, 0, self._frozen_width + more + 1, self.viewport().height())

    def _paint_frozen(self, event: QPaintEvent) -> None:
        area = event.rect().intersected(QRect(0, 0, self._frozen_width, self.viewport().height()))
        if area.isEmpty():
            return
        first, last = self.rowAt(area.top()), self.rowAt(area.bottom())
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        grid = QColor.fromRgba(self.style().styleHint(_GRID, option, self) & 0xFFFFFFFF)
        painter = QPainter(self.viewport())
        painter.setClipRect(area)
        painter.fillRect(area, self.palette().base())
        if first >= 0:
            final = last if last >= 0 else self.model().rowCount() - 1
            for row in range(first, final + 1):
                self._paint_row(painter, option, row, grid)
        painter.end()

    def _paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, row: int, grid: QColor
    ) -> None:
        top, height = self.rowViewportPosition(row), self.rowHeight(row)
        delegate, model = self.itemDelegate(), self.model()
        for column in self._frozen:
            left, width = self.heads.sectionPosition(column), self.heads.sectionSize(column)
            option.rect = QRect(left, top, width - 1, height - 1)
            delegate.paint(painter, option, model.index(row, column))
            painter.setPen(grid)
            painter.drawLine(left + width - 1, top, left + width - 1, top + height - 1)
        painter.setPen(grid)
        painter.drawLine(0, top + height - 1, self._frozen_width, top + height - 1)

    def _paint_focus(self) -> None:
        """Frame the cell that the keys are in; a ground alone is hardly seen."""
        index = self.currentIndex()
        if not (index.isValid() and self.hasFocus()):
            return
        painter = QPainter(self.viewport())
        if self._is_over() and index.column() not in self._frozen:
            painter.setClipRect(self.viewport().rect().adjusted(self._frozen_width, 0, 0, 0))
        painter.setPen(QPen(self._edge, _FOCUS))
        painter.drawRect(self.visualRect(index).adjusted(1, 1, -1, -1))
        painter.end()

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers()
        if event.key() in _TABS and held & Qt.KeyboardModifier.ControlModifier:
            is_back = event.key() == _TABS[1] or held & Qt.KeyboardModifier.ShiftModifier
            QWidget.focusNextPrevChild(self, not is_back)  # the view's own goes to its cells
            return
        super().keyPressEvent(event)

    def visualRect(self, index: Index) -> QRect:
        rect = super().visualRect(index)
        if self._is_over() and index.column() in self._frozen:
            rect.moveLeft(self.heads.sectionPosition(index.column()))
        return rect

    def indexAt(self, point: QPoint) -> QModelIndex:
        if self._is_over() and 0 <= point.x() < self._frozen_width:
            point = QPoint(point.x() - self.heads.offset(), point.y())
        return super().indexAt(point)

    def scrollTo(self, index: Index, hint: QAbstractItemView.ScrollHint = _USUAL) -> None:
        bar = self.horizontalScrollBar()
        before = bar.value()
        super().scrollTo(index, hint)
        if not index.isValid() or not self._frozen:
            return
        if index.column() in self._frozen:
            bar.setValue(before)  # it is visible wherever the others are
            return
        hidden = self._frozen_width - self.columnViewportPosition(index.column())
        if hidden > 0 and self._is_over():
            bar.setValue(bar.value() - hidden)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if dx:
            self._update_frozen(abs(dx))

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if self._is_over():
            self._update_frozen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._is_over():
            self._paint_frozen(event)
        if self._frozen:
            painter = QPainter(self.viewport())
            edge = self._frozen_width - 1
            painter.fillRect(edge, event.rect().top(), 1, event.rect().height(), self._edge)
            painter.end()
        self._paint_focus()
