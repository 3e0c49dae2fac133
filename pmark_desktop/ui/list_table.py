"""A table that is only read: whole rows, fixed heights, copying; painted by the stock delegate."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QColor, QGuiApplication, QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from pmark_desktop.ui.theme import Look, Style

translate = QCoreApplication.translate
Index = QModelIndex | QPersistentModelIndex
LookOf = Callable[[Index], Look | None]

_ROW_PADDING = 12
_DIGIT_PIXELS = 7  # what a digit takes in the font that the widths are meant for
SHORTCUTS = (
    ("Ctrl+C", "一覧の選んだ行をコピー", "Copy the selected rows of a list"),
    ("Enter", "一覧の行を開く", "Open the row of a list"),
)
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ListTable(QTableView):
    """Rows of a model that cannot be edited.

    `widths` are those of the columns, `look_of` says how a cell looks (None: as any other), and
    `text_of` gives rows as text, for copying.

    Signals:
        opened: (row) the person double-clicked a row, or pressed Enter on it.
        row_changed: (row) another row is the current one; -1 when there is none.
    """

    opened = Signal(int)
    row_changed = Signal(int)

    def __init__(
        self,
        model: QAbstractItemModel,
        style: Style,
        *,
        widths: Sequence[int],
        look_of: LookOf,
        text_of: Callable[[Sequence[int]], str],
    ) -> None:
        super().__init__()
        self._text_of = text_of
        self.setModel(model)
        self.setItemDelegate(_LookDelegate(look_of, self))
        self._set_behaviour()
        self._set_colors(style)
        self._set_headers(widths)
        self._copy = QAction(translate("ListTable", "選んだ行をコピー"), self)
        self._copy.setObjectName("copy_rows")
        self._copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        self._copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._copy.triggered.connect(self.copy_rows)
        self.addAction(self._copy)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))
        self.selectionModel().currentRowChanged.connect(
            lambda now, _before: self.row_changed.emit(now.row())
        )

    def _set_behaviour(self) -> None:
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)

    def _set_colors(self, style: Style) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Highlight, QColor(style.colors.chosen))
        palette.setColor(QPalette.ColorRole.HighlightedText, QColor(style.colors.text))
        self.setPalette(palette)

    def _set_headers(self, widths: Sequence[int]) -> None:
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.fontMetrics().height() + _ROW_PADDING)
        heads = self.horizontalHeader()
        heads.setSectionsMovable(False)
        heads.setHighlightSections(False)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        scale = max(self.fontMetrics().horizontalAdvance("0") / _DIGIT_PIXELS, 1.0)
        for place, width in enumerate(widths):
            self.setColumnWidth(place, round(width * scale))
        heads.setStretchLastSection(True)

    def chosen_rows(self) -> list[int]:
        """Return the selected rows from top to bottom."""
        rows: set[int] = set()
        spans = self.selectionModel().selection()  # a list of indexes would take seconds
        for span in (spans.at(place) for place in range(spans.count())):
            rows.update(range(span.top(), span.bottom() + 1))
        return sorted(rows)

    def choose_row(self, row: int) -> None:
        """Make a row the current one and show it."""
        index = self.model().index(row, max(self.currentIndex().column(), 0))
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def copy_rows(self) -> None:
        """Put the selected rows on the clipboard as text."""
        rows = self.chosen_rows()
        if rows:
            QGuiApplication.clipboard().setText(self._text_of(rows))

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTERS and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
            return
        if event.matches(QKeySequence.StandardKey.Copy):  # Qt's own copies one cell
            self.copy_rows()
            return
        super().keyPressEvent(event)


class _LookDelegate(QStyledItemDelegate):
    """Paints a cell in the colour of its meaning; a selected one in that of text, to be read."""

    def __init__(self, look_of: LookOf, parent: QWidget) -> None:
        super().__init__(parent)
        self._look_of = look_of

    # Qt overrides

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        look = self._look_of(index)
        if look is not None:
            option.palette.setColor(QPalette.ColorRole.Text, look.color)
