"""A table with headings above groups of rows: painted across all columns, folded by a key."""

from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from pmark_desktop.session.task_model import TaskModel
from pmark_desktop.ui.frozen_columns import FrozenTable
from pmark_desktop.ui.kept_place import kept_place
from pmark_desktop.ui.theme import Style

_TOGGLES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_ALIGNED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_ELIDE = Qt.TextElideMode.ElideRight
_PAD = 8
_OPEN, _SHUT = "▼", "▶"


class HeadingTable(FrozenTable):
    """A table of tasks in groups. A heading stays at the left however far one scrolls."""

    def __init__(self, tasks: TaskModel, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self._groups = tasks
        self._colors = (
            QColor(style.colors.window), QColor(style.colors.row), QColor(style.colors.text),
            QColor(style.colors.line),
        )  # fmt: skip
        self._focus = QPen(QColor(style.colors.accent), 2)
        self._language = style.language
        self.clicked.connect(self._clicked_on)

    def toggle_group(self, row: int) -> None:
        """Fold the group of a heading row away, or open it."""
        heading = self._groups.heading(row)
        with kept_place(self, self._groups):
            self._groups.fold({heading.key}, is_folded=not heading.is_folded)

    def fold_all(self, *, is_folded: bool) -> None:
        """Fold all groups away, or open them."""
        with kept_place(self, self._groups):
            keys = {heading.key for heading in self._groups.headings}
            self._groups.fold(keys, is_folded=is_folded)

    def is_on_heading(self) -> bool:
        """Tell whether the current row stands above a group."""
        index = self.currentIndex()
        return index.isValid() and self._groups.is_heading(index.row())

    def _clicked_on(self, index: QModelIndex) -> None:
        if index.isValid() and self._groups.is_heading(index.row()):
            self.toggle_group(index.row())

    def _paint_headings(self, event: QPaintEvent) -> None:
        first = max(self.rowAt(event.rect().top()), 0)
        last = self.rowAt(event.rect().bottom())
        final = last if last >= 0 else self._groups.rowCount() - 1
        rows = [row for row in range(first, final + 1) if self._groups.is_heading(row)]
        if not rows:
            return
        painter = QPainter(self.viewport())
        font = QFont(self.font())
        font.setBold(True)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        for row in rows:
            self._paint_heading(painter, metrics, row)
        painter.end()

    def _paint_heading(self, painter: QPainter, metrics: QFontMetrics, row: int) -> None:
        ground, chosen, text, line = self._colors
        width = self.viewport().width()
        rect = QRect(0, self.rowViewportPosition(row), width, self.rowHeight(row) - 1)
        is_current = row == self.currentIndex().row()
        painter.fillRect(rect, chosen if is_current else ground)
        painter.setPen(line)
        painter.drawLine(rect.left(), rect.bottom() + 1, rect.right(), rect.bottom() + 1)
        heading = self._groups.heading(row)
        words = f"{_SHUT if heading.is_folded else _OPEN}  {heading.words(self._language)}"
        inside = rect.adjusted(_PAD, 0, -_PAD, 0)
        if is_current and self.hasFocus():
            painter.setPen(self._focus)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.setPen(text)
        painter.drawText(inside, _ALIGNED, metrics.elidedText(words, _ELIDE, inside.width()))

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _TOGGLES and self.is_on_heading():
            self.toggle_group(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._groups.headings:
            self._paint_headings(event)
