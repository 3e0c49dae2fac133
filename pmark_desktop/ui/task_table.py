"""The table of tasks: keys, dropping of files, widths; painting is the delegate's."""

from pathlib import Path

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionRange,
    QModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from pmark_desktop.session.columns import COLUMNS, PLACES, Editor
from pmark_desktop.session.task_model import TaskModel
from pmark_desktop.ui.delegates import TaskDelegate
from pmark_desktop.ui.heading_rows import HeadingTable
from pmark_desktop.ui.theme import Style

_ROW_PADDING = 12
_USUAL_HEIGHT = 19  # of a line of text, in which the widths of columns are given
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TYPED = (Editor.LINE, Editor.MEMO)


class TaskTable(HeadingTable):
    """The tasks that the model shows.

    Signals:
        chosen: (task id) another task is the current one; "" when there is none.
        files_dropped: (task id, paths) files were dropped on a task.
    """

    chosen = Signal(str)
    files_dropped = Signal(str, list)

    def __init__(self, model: TaskModel, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(model, style, parent)
        self.setObjectName("task_table")
        self._tasks = model
        self._lines = 1
        self._painter = TaskDelegate(style, self.font(), self)
        self.setItemDelegate(self._painter)
        self.setModel(model)
        self._set_behaviour()
        self._set_headers()
        self.selectionModel().currentRowChanged.connect(self._tell_chosen)
        self.selectionModel().currentChanged.connect(self._choose_input)

    def _set_behaviour(self) -> None:
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed
        )
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)
        self.setDropIndicatorShown(True)

    def _set_headers(self) -> None:
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.fontMetrics().height() + _ROW_PADDING)
        heads = self.horizontalHeader()
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        scale = self.fontMetrics().height() / _USUAL_HEIGHT
        for place, column in enumerate(COLUMNS):
            self.setColumnWidth(place, round(column.width * scale))

    def current_task(self) -> str:
        """Return the id of the current task, "" when there is none."""
        return self._task_of(self.currentIndex())

    def _task_of(self, index: QModelIndex) -> str:
        has_task = index.isValid() and not self._tasks.is_heading(index.row())
        return self._tasks.task(index.row()).id if has_task else ""

    def set_lines(self, lines: int) -> None:
        """Make the rows so many lines of text high."""
        self._lines = self._painter.lines = lines
        height = self.fontMetrics().height() * lines + _ROW_PADDING
        self.verticalHeader().setDefaultSectionSize(height)
        self.viewport().update()

    def choose(self, task: str, column: int | None = None) -> bool:
        """Make a task the current one and show it; False if it is not in the table."""
        row = self._tasks.row_of(task)
        if row is None:
            return False
        place = self.currentIndex().column() if column is None else column
        index = self._tasks.index(row, max(place, 0))
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def edit_field(self, field: str) -> None:
        """Open the editor of a field of the current task."""
        index = self.currentIndex()
        if index.isValid():
            cell = index.siblingAtColumn(PLACES[field])
            self.setCurrentIndex(cell)
            self.edit(cell)

    def commit_editor(self) -> None:
        """Save what is being typed."""
        self._painter.commit()

    def _tell_chosen(self, current: QModelIndex, _before: QModelIndex) -> None:
        self._painter.current_row = current.row()
        self.viewport().update()
        self.chosen.emit(self._task_of(current))

    def _choose_input(self, current: QModelIndex, _before: QModelIndex) -> None:
        """Switch the input method off where nothing can be written in Japanese."""
        editor = COLUMNS[current.column()].editor if current.isValid() else None
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, editor in _TYPED)

    def _dropped_on(self, event: QDropEvent) -> str:
        return self._task_of(self.indexAt(event.position().toPoint()))

    # Qt overrides

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        ranges = self.selectionModel().selection()
        whole = ranges.first() if not ranges.isEmpty() else QItemSelectionRange()
        self._painter.chosen = (
            range(whole.top(), whole.bottom() + 1),
            range(whole.left(), whole.right() + 1),
        )
        super().selectionChanged(selected, deselected)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._painter.set_font(self.font())
            self.set_lines(self._lines)
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.is_on_heading():
            super().keyPressEvent(event)
            return
        if event.key() in _ENTERS and self.state() != QAbstractItemView.State.EditingState:
            index = self.currentIndex()
            if index.isValid() and index.row() + 1 < self._tasks.rowCount():
                self.setCurrentIndex(index.siblingAtRow(index.row() + 1))
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_files(event):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if local_files(event) and self._dropped_on(event):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        task, files = self._dropped_on(event), local_files(event)
        if task and files:
            event.acceptProposedAction()
            self.files_dropped.emit(task, files)


def local_files(event: QDropEvent) -> list[Path]:
    """Return the files of this computer that a drag carries."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
