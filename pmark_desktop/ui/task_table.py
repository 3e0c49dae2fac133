"""The table of tasks: keys, dropping of files, widths; painting is the delegate's."""

from bisect import bisect_left
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from pmark_desktop.domain.task import Task
from pmark_desktop.domain.views import Group
from pmark_desktop.session.cell_typing import CellTyping
from pmark_desktop.session.columns import COLUMNS, PLACES, Editor
from pmark_desktop.session.task_model import TaskModel
from pmark_desktop.ui.delegates import TaskDelegate, Typed
from pmark_desktop.ui.heading_rows import HeadingTable
from pmark_desktop.ui.theme import Style

_ROW_PADDING = 12
USUAL_HEIGHT = 19  # of a line of text, in which the widths of columns are given
translate = QCoreApplication.translate
_KEYS = Qt.Key
_ENTERS = (_KEYS.Key_Return, _KEYS.Key_Enter)
_TABS = (_KEYS.Key_Tab, _KEYS.Key_Backtab)
_ARROWS = (_KEYS.Key_Up, _KEYS.Key_Down, _KEYS.Key_Left, _KEYS.Key_Right)
_SHIFT, _CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
_ALT, _KEYPAD = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.KeypadModifier
_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
_FLAGS = QItemSelectionModel.SelectionFlag
_TRIGGERS = QAbstractItemView.EditTrigger
_AT_END = (_TRIGGERS.EditKeyPressed, _TRIGGERS.DoubleClicked)
_TYPED = (Editor.LINE, Editor.MEMO)
SHORTCUTS = (
    ("Enter", "下のセルへ(入力中は確定して下へ)", "Cell below (saves what is typed)"),
    ("Shift+Enter", "上のセルへ", "Cell above"),
    ("Tab", "右のセルへ(入力中は確定して右へ)", "Cell to the right (saves what is typed)"),
    ("Shift+Tab", "左のセルへ", "Cell to the left"),
    ("Ctrl+Tab / Ctrl+Shift+Tab", "表から次・前の欄へ出る", "Leave the table, on or back"),
    ("F2", "セルの末尾から編集", "Edit at the end of the cell"),
    ("Esc", "入力をやめて元に戻す", "Leave a cell as it was"),
    ("Alt+Enter", "備考・理由の中で改行", "New line in notes and reasons"),
    ("Alt+↓", "カレンダー・選択肢を開く", "Open the month or the choices"),
    ("Shift+矢印", "選択を広げる", "Widen the selection"),
    ("Ctrl+矢印", "端のセルへ(Shiftで選択)", "Cell at the edge (Shift selects)"),
    ("Ctrl+A", "すべてのセルを選ぶ", "Select all cells"),
    ("Shift+Space", "行全体を選ぶ", "Select whole rows"),
    ("Ctrl+Space", "列全体を選ぶ", "Select whole columns"),
)
"""Keys of the table, and what they do in Japanese and English."""


class TaskTable(HeadingTable):
    """The tasks that the model shows.

    Signals:
        chosen: (task id) another task is the current one; "" when there is none.
        files_dropped: (task id, paths) files were dropped on a task.
        selection_changed: other cells are selected; `selected_tasks` tells of which tasks.
        unsaved: (typed: Typed, reason) an editor was closed with a text that cannot be;
            `type_again` opens it with that text.
    """

    chosen = Signal(str)
    files_dropped = Signal(str, list)
    selection_changed = Signal()
    unsaved = Signal(object, str)

    def __init__(self, model: TaskModel, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(model, style, parent)
        self.setObjectName("task_table")
        self.setAccessibleName(translate("TaskTable", "タスクの表"))
        self._tasks = model
        self._lines = 1
        self._painter = TaskDelegate(model, style, self.font(), self)
        self._painter.left.connect(self.move_by)
        self._painter.unsaved.connect(self.unsaved)
        self.setItemDelegate(self._painter)
        self._typed: Typed | None = None
        self._anchor: tuple[int, int] | None = None  # where a selection by Ctrl+Shift+arrow began
        model.modelAboutToBeReset.connect(self._keep_typed)  # before Qt closes the editor
        self.setModel(model)
        model.modelReset.connect(self._take_typed_up)
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
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
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
        scale = self.fontMetrics().height() / USUAL_HEIGHT
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
        self._lines = lines
        self._painter.set_lines(lines)
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
        self._go_to(index)
        self.scrollTo(index)
        return True

    def edit_field(self, field: str) -> None:
        """Open the editor of a field of the current task."""
        index = self.currentIndex()
        if index.isValid():
            cell = index.siblingAtColumn(PLACES[field])
            self._go_to(cell)
            self.edit(cell)

    def commit_editor(self) -> None:
        """Save what is being typed."""
        self._painter.commit()
        if self._typed is not None:
            self._save_typed(self._typed)

    def serve(self, typing: CellTyping) -> None:
        """Check what is typed, and offer names and days, by this."""
        self._painter.typing = typing

    def note_refusal(self, reason: str) -> None:
        """Take note of why what was just committed was not saved."""
        self._painter.refusal = reason

    def type_again(self, typed: Typed) -> None:
        """Open the editor of a cell with a text that was not saved, also of a hidden column."""
        self.heads.setSectionHidden(PLACES[typed.field], False)
        if self.choose(typed.task, PLACES[typed.field]):
            self.setFocus()
            self.edit(self.currentIndex())
            self._painter.put(typed.text)

    def _keep_typed(self) -> None:
        """Keep what is being typed while the table is filled anew; Qt would throw it away.

        It may be filled several times before the text is taken up.
        """
        self._typed = self._painter.typed() or self._typed

    def _take_typed_up(self) -> None:
        if self._typed is not None:
            QTimer.singleShot(0, self, self._type_on)  # the page chooses its row first

    def _type_on(self) -> None:
        typed = self._typed
        if typed is None:
            return
        if self._tasks.row_of(typed.task) is None or not self.isVisible():
            self._save_typed(typed)  # there is no cell to type in
        else:
            self._typed = None
            self.type_again(typed)

    def _save_typed(self, typed: Typed) -> None:
        """Save what was typed into a cell that cannot be seen any more; tell if it cannot be."""
        self._typed = None
        self._painter.refusal = ""
        self._tasks.edited.emit(*typed)
        if reason := self._painter.refusal:
            self.unsaved.emit(typed, reason)

    # which cells

    def task_at(self, row: int) -> Task:
        """Return the task of a row."""
        return self._tasks.task(row)

    def shown_rows(self) -> Sequence[int]:
        """Return the rows of tasks from top to bottom, without headings."""
        is_heading = self._tasks.is_heading
        return [row for row in range(self._tasks.rowCount()) if not is_heading(row)]

    def shown_places(self) -> Sequence[int]:
        """Return the columns that are shown, as they are seen from left to right."""
        heads = self.horizontalHeader()
        order = (heads.logicalIndex(place) for place in range(heads.count()))
        return [place for place in order if not heads.isSectionHidden(place)]

    @property
    def shows_all_in_order(self) -> bool:
        """True while the rows stand in the order of their lists, and none is filtered away."""
        tasks = self._tasks
        in_order = not tasks.order and tasks.group in (Group.NONE, Group.LIST)
        return in_order and tasks.found_count == tasks.scope_total

    def last_list(self) -> str:
        """Return the key of the checklist of the last task that is shown."""
        return self.task_at(self.shown_rows()[-1]).list_key

    def selected_cells(self) -> dict[int, list[int]]:
        """Return the selected columns of each row of a task, both as they are seen."""
        places = self.shown_places()
        found: dict[int, set[int]] = {}
        for rows, columns in self._spans():
            here = set(columns)
            for row in rows:
                found.setdefault(row, set()).update(here)
        is_heading = self._tasks.is_heading
        ordered = {
            row: [place for place in places if place in found[row]]
            for row in sorted(found)
            if not is_heading(row)
        }
        return {row: columns for row, columns in ordered.items() if columns}

    def selected_tasks(self) -> list[str]:
        """Return the ids of the tasks with a selected cell, from top to bottom."""
        rows: set[int] = set()
        for span, _ in self._spans():
            rows.update(span)
        is_heading = self._tasks.is_heading
        return [self._tasks.task(row).id for row in sorted(rows) if not is_heading(row)]

    def _spans(self) -> list[tuple[range, range]]:
        """Return the selected ranges of rows and columns; they may overlap."""
        ranges = self.selectionModel().selection()  # a list of indexes would take seconds
        spans = (ranges.at(place) for place in range(ranges.count()))
        return [
            (range(one.top(), one.bottom() + 1), range(one.left(), one.right() + 1))
            for one in spans
        ]

    # moving

    def move_by(self, right: int, down: int) -> None:
        """Go so many shown columns and rows on; at the end of a row to the next one."""
        index = self.currentIndex()
        rows, places = self.shown_rows(), self.shown_places()
        if not index.isValid() or not rows or index.column() not in places:
            return
        at = bisect_left(rows, index.row()) + down
        column = places.index(index.column()) + right
        if right and not 0 <= column < len(places):
            at += 1 if right > 0 else -1
            if not 0 <= at < len(rows):
                return
            column %= len(places)
        at = min(max(at, 0), len(rows) - 1)
        self._go_to(self._tasks.index(rows[at], places[column]))

    def _go_to(self, index: QModelIndex) -> None:
        """Make a cell the current one and the only one selected, whatever keys are held.

        `setCurrentIndex` would widen the selection while Shift is down.
        """
        self.selectionModel().setCurrentIndex(index, _FLAGS.ClearAndSelect)

    def _jump(self, key: int, *, extends: bool) -> None:
        """Go to the first or last row or column that is shown, as Ctrl and an arrow do."""
        index = self.currentIndex()
        rows, places = self.shown_rows(), self.shown_places()
        if not index.isValid() or not rows:
            return
        row = {_KEYS.Key_Up: rows[0], _KEYS.Key_Down: rows[-1]}.get(_KEYS(key), index.row())
        place = {_KEYS.Key_Left: places[0], _KEYS.Key_Right: places[-1]}.get(
            _KEYS(key), index.column()
        )
        target = self._tasks.index(row, place)
        if extends:
            anchor = self._anchor or (index.row(), index.column())
            whole = QItemSelection(self._tasks.index(*anchor), target)
            self.selectionModel().setCurrentIndex(target, _FLAGS.NoUpdate)
            self.selectionModel().select(whole, _FLAGS.ClearAndSelect)
            self._anchor = anchor
            self.scrollTo(target)
        else:
            self._go_to(target)

    def _select_lines(self, *, is_rows: bool) -> None:
        """Widen the selection to whole rows, or to whole columns."""
        last = self._tasks.rowCount() - 1, self._tasks.columnCount() - 1
        chosen = QItemSelection()
        for rows, columns in self._spans():
            top, bottom = (rows[0], rows[-1]) if is_rows else (0, last[0])
            left, right = (0, last[1]) if is_rows else (columns[0], columns[-1])
            chosen.merge(
                QItemSelection(self._tasks.index(top, left), self._tasks.index(bottom, right)),
                _FLAGS.Select,
            )
        self.selectionModel().select(chosen, _FLAGS.ClearAndSelect)

    def _tell_chosen(self, current: QModelIndex, _before: QModelIndex) -> None:
        self._painter.current_row = current.row()
        self.viewport().update()
        self.chosen.emit(self._task_of(current))

    def _choose_input(self, current: QModelIndex, _before: QModelIndex) -> None:
        """Switch the input method off where nothing can be written in Japanese."""
        self._anchor = None
        editor = COLUMNS[current.column()].editor if current.isValid() else None
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, editor in _TYPED)

    def _dropped_on(self, event: QDropEvent) -> str:
        return self._task_of(self.indexAt(event.position().toPoint()))

    # Qt overrides

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        self._painter.set_chosen(self._spans())
        super().selectionChanged(selected, deselected)
        self.selection_changed.emit()

    def edit(self, index: QModelIndex, *how: Any) -> bool:
        """Open an editor; F2 and a double click put the caret at the end, typing replaces."""
        self._painter.begins_at_end = bool(how) and how[0] in _AT_END
        is_open = bool(super().edit(index, *how))
        if is_open:
            self._painter.opened()
        return is_open

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._painter.set_font(self.font())
            self.set_lines(self._lines)
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers() & ~_KEYPAD
        if self.is_on_heading() and not (key in _ARROWS and held & _CONTROL):
            super().keyPressEvent(event)
        elif key in _ENTERS and not held & ~_SHIFT:
            self.move_by(0, -1 if held else 1)
        elif key in _TABS and not held & ~_SHIFT:
            self.move_by(-1 if held or key == _KEYS.Key_Backtab else 1, 0)
        elif key == _KEYS.Key_Space and held in (_SHIFT, _CONTROL):
            self._select_lines(is_rows=held == _SHIFT)
        elif key == _KEYS.Key_Backspace and not held:
            self.edit(self.currentIndex())
            self._painter.put("")
        elif key in _ARROWS and held in (_CONTROL, _CONTROL | _SHIFT):
            self._jump(key, extends=held != _CONTROL)
        elif key == _KEYS.Key_Down and held == _ALT:
            self.edit(self.currentIndex())
            self._painter.open_list()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _PASSING:
            self._painter.commit_unfocused()  # a composition begun on the cell leaves focus here

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
