"""The two-year map as a table that is walked by keys; how its cells are painted."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from pmark_desktop.domain.two_years import Cell, MonthStanding
from pmark_desktop.session.map_model import Index, MapModel, MapRole
from pmark_desktop.ui.theme import Style

translate = QCoreApplication.translate
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_CENTER = Qt.AlignmentFlag.AlignCenter
_DISPLAY = Qt.ItemDataRole.DisplayRole
_FOCUS = QStyle.StateFlag.State_HasFocus
_HORIZONTAL, _VERTICAL = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
_PAD, _ROW_PADDING, _TITLE_PADDING, _SIGN = 2, 6, 10, 7
_SMALLER = 0.85  # the letters of 25 months side by side
_MOST_TITLE_LINES = 9  # heights of a line that the titles may take


class MapTable(QTableView):
    """Checklists by months.

    Signals:
        cell_opened: (row, column) the person clicked a cell, or pressed Enter on it.
        row_opened: (row) the person clicked the title of a row.
    """

    cell_opened = Signal(int, int)
    row_opened = Signal(int)

    def __init__(self, model: MapModel, style: Style) -> None:
        super().__init__()
        self.setObjectName("two_years_map")
        self.setAccessibleName(translate("MapTable", "2年間の記録"))
        self._map = model
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * _SMALLER)
        for part in (self, self.horizontalHeader(), self.verticalHeader()):
            part.setFont(font)
        self.setModel(model)
        self.setItemDelegate(_CellDelegate(style, self))
        self._set_behaviour()
        self._set_headers()
        self.clicked.connect(lambda index: self.cell_opened.emit(index.row(), index.column()))
        self.verticalHeader().sectionClicked.connect(self.row_opened)

    def _set_behaviour(self) -> None:
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(
            QAbstractItemView.SelectionMode.NoSelection
        )  # a ring says where one is
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _set_headers(self) -> None:
        months, titles = self.horizontalHeader(), self.verticalHeader()
        months.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        months.setSectionsClickable(False)
        months.setHighlightSections(False)
        titles.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        titles.setSectionsClickable(True)
        titles.setHighlightSections(False)
        titles.setTextElideMode(Qt.TextElideMode.ElideRight)
        titles.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        titles.setToolTip(translate("MapTable", "このチェックリストを開く"))

    def fit(self) -> None:
        """Give the columns room for their texts, and the table that of all its rows."""
        line, heads, titles = (
            self.fontMetrics().height(),
            self.horizontalHeader(),
            self.verticalHeader(),
        )
        heads.setMinimumSectionSize(self._widest(self._cell_texts()) + 2 * _PAD)
        titles.setDefaultSectionSize(line + _ROW_PADDING)
        rows = range(self._map.rowCount())
        wanted = self._widest(str(self._map.headerData(row, _VERTICAL)) for row in rows)
        titles.setFixedWidth(min(wanted, line * _MOST_TITLE_LINES) + _TITLE_PADDING)
        self._fit_height()

    def _cell_texts(self) -> Iterator[str]:
        """Yield every text of the cells and of the heads of months, a line each."""
        for column in range(self._map.columnCount()):
            yield from str(self._map.headerData(column, _HORIZONTAL)).split("\n")
            for row in range(self._map.rowCount()):
                yield str(self._map.index(row, column).data())

    def _widest(self, texts: Iterable[str]) -> int:
        metrics = QFontMetrics(self.font())
        return max((metrics.horizontalAdvance(text) for text in texts), default=0)

    def _fit_height(self) -> None:
        """Take the height of all rows, and that of the scroll bar where one is needed."""
        heads, titles = self.horizontalHeader(), self.verticalHeader()
        rows = self._map.rowCount() * titles.defaultSectionSize()
        wanted = self._map.columnCount() * heads.minimumSectionSize() + titles.width()
        bar = self.horizontalScrollBar().sizeHint().height() if wanted > self.width() else 0
        self.setFixedHeight(heads.sizeHint().height() + rows + bar + 2)

    def show_present(self) -> None:
        """Make this month the current one, without opening it, and bring it into sight."""
        column = self._map.present
        if column >= 0 and not self.currentIndex().isValid() and self._map.rowCount():
            index = self._map.index(0, column)
            self.selectionModel().setCurrentIndex(
                index, self.selectionModel().SelectionFlag.NoUpdate
            )
            self.scrollTo(index)

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_height()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTERS and self.currentIndex().isValid():
            self.cell_opened.emit(self.currentIndex().row(), self.currentIndex().column())
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange and self.model() is not None:
            self.fit()
        super().changeEvent(event)


class _CellDelegate(QStyledItemDelegate):
    """Paints a cell: its meaning by colour, a gap by a corner too, the present month by a ground."""

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self._tones = style.tones
        colors = style.colors
        self._row, self._line = QColor(colors.row), QColor(colors.line)
        self._accent, self._late = QColor(colors.accent), QColor(colors.late)

    # Qt overrides

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model, rect = index.model(), option.rect
        cell = index.data(MapRole.CELL)
        if not isinstance(model, MapModel) or not isinstance(cell, Cell):
            return
        look = self._tones[index.data(MapRole.TONE)]
        is_total, is_empty = not model.key(index.row()), cell.standing is MonthStanding.EMPTY
        if is_empty and look.ground is not None:
            painter.fillRect(rect, look.ground)
        elif index.column() == model.present:
            painter.fillRect(rect, self._row)
        font = QFont(option.font)
        font.setBold(is_empty)
        painter.setFont(font)
        painter.setPen(look.color)
        painter.drawText(rect, _CENTER, str(index.data(_DISPLAY)))
        painter.setPen(self._line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        if is_empty:
            paint_sign(painter, rect.topRight() + QPoint(1, 0), self._late)
        if is_total:
            painter.setPen(QPen(self._line, 2))
            painter.drawLine(rect.topLeft(), rect.topRight())
        if option.state & _FOCUS:
            painter.setPen(QPen(self._accent, 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))


def paint_sign(painter: QPainter, corner: QPoint, color: QColor) -> None:
    """Paint the sign of a gap into the upper right corner of a cell."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    tip = QPointF(corner)
    painter.drawPolygon(QPolygonF([tip, tip - QPointF(_SIGN, 0), tip + QPointF(0, _SIGN)]))
    painter.restore()
