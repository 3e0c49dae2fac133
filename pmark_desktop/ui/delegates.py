"""How the cells of the task table are painted and edited. What they mean comes from the model."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QStaticText
from PySide6.QtWidgets import QApplication, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from pmark_desktop.domain.task import Result, State
from pmark_desktop.session.cell_typing import CellTyping
from pmark_desktop.session.columns import COLUMNS, Editor, Tone
from pmark_desktop.session.task_model import Index, TaskModel
from pmark_desktop.ui.date_editor import DateEditor
from pmark_desktop.ui.editors import (
    MEMO_HEIGHT,
    ChoiceEditor,
    LineEditor,
    MemoEditor,
    NameEditor,
)
from pmark_desktop.ui.fitted_text import fitted
from pmark_desktop.ui.note_bubble import NoteBubble
from pmark_desktop.ui.theme import Look, Style
from pmark_desktop.words import RESULTS, STATES, Both, pick

_NAMES = ("owner", "checked_by")
_LEAVING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_PLAIN_END = QStyledItemDelegate.EndEditHint.NoHint
_REVERT = QStyledItemDelegate.EndEditHint.RevertModelCache
_PAD = 7
_MOST_TEXTS = 20_000
# Looked up once: a paint must not build enums.
_EDIT = Qt.ItemDataRole.EditRole
_PLAIN = Qt.TextFormat.PlainText
_CACHED = QStaticText.PerformanceHint.AggressiveCaching


class Typed(NamedTuple):
    """What was typed into a field of a task."""

    task: str
    field: str
    text: str


def _text_of(editor: QWidget) -> str:
    if isinstance(editor, ChoiceEditor):
        return str(editor.currentData())
    return editor.whole_text() if isinstance(editor, LineEditor | MemoEditor) else ""


class _Drawn(NamedTuple):
    """A text laid out for a column, and all that is needed to draw it."""

    look: Look
    font: QFont
    text: QStaticText
    height: int


class TaskDelegate(QStyledItemDelegate):
    """Paints cells straight from the model with texts laid out before, and edits them.

    Signals:
        left: (right, down) a cell was saved by a key that goes so many cells on.
        unsaved: (typed: Typed, reason) an editor was closed with a text that cannot be.
    """

    left = Signal(int, int)
    unsaved = Signal(object, str)

    def __init__(
        self, tasks: TaskModel, style: Style, font: QFont, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._style = style
        self._chosen_spans: Sequence[tuple[range, range]] = ()
        self._asked_row = -1  # cells are painted row by row: each row is looked up once
        self._asked: list[range] = []
        self._tones: Mapping[Tone, Look] = style.tones
        self._chosen = QColor(style.colors.chosen)
        self._stripe = QColor(style.colors.stripe)
        self._row = QColor(style.colors.row)
        self.current_row = -1  # the table says which
        self._lines = 1  # of text in a row
        self._open: QWidget | None = None
        self._cell = QPersistentModelIndex()
        self._note_bubble: NoteBubble | None = None
        self._is_leaving = False
        self._held: tuple[str, str] | None = None  # the cell's text, and as the editor shows it
        self.typing: CellTyping | None = None  # the page says so
        self.begins_at_end = False  # the table says how an editor was opened
        self.refusal = ""
        """Why what was just committed was not saved; "" while all is well."""
        self._made: dict[tuple[str, Tone, int], _Drawn] = {}
        self.set_font(font)

    def commit(self) -> None:
        """Save what is being typed, without waiting for the focus to move."""
        if self._open is not None:
            editor = self._open
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, _PLAIN_END)

    def commit_unfocused(self) -> None:
        """Save what is being typed where the focus is not in its editor."""
        now = QApplication.focusWidget()
        if (
            self._open is not None
            and now is not self._open
            and not (now and self._open.isAncestorOf(now))
        ):
            self.commit()

    def set_chosen(self, spans: Sequence[tuple[range, range]]) -> None:
        """Paint the cells in these ranges of rows and columns as selected."""
        self._chosen_spans = spans
        self._asked_row = -1

    # painting

    def set_lines(self, lines: int) -> None:
        """Paint so many lines of text in a row."""
        self._made.clear()
        self._lines = lines

    def set_font(self, font: QFont) -> None:
        """Paint in this font from now on."""
        self._made.clear()
        self._plain_metrics = QFontMetrics(font)
        self._plain = QFont(font)
        self._bold = QFont(font)
        self._bold.setBold(True)
        self._bold_metrics = QFontMetrics(self._bold)
        self._height = self._plain_metrics.height()

    def _drawn(self, text: str, tone: Tone, width: int) -> _Drawn:
        """Return a text as it is drawn in a column of so many pixels."""
        made = self._made.get((text, tone, width))
        if made is None:
            if len(self._made) > _MOST_TEXTS:
                self._made.clear()
            look = self._tones[tone]
            metrics = self._bold_metrics if look.is_bold else self._plain_metrics
            font = self._bold if look.is_bold else self._plain
            static = QStaticText(fitted(text, font, metrics, width - 2 * _PAD, self._lines))
            static.setTextFormat(_PLAIN)
            static.setPerformanceHint(_CACHED)
            height = self._height if self._lines == 1 else round(static.size().height())
            made = self._made[text, tone, width] = _Drawn(look, font, static, height)
        return made

    # editing

    def typed(self) -> Typed | None:
        """Return what is being typed, if it differs from what the cell holds."""
        if self._open is None or not self._cell.isValid() or isinstance(self._open, ChoiceEditor):
            return None
        text = _text_of(self._open)
        if self._is_same(self._cell, text):
            return None
        return self._typed_as(self._cell, text)

    def _is_same(self, index: Index, text: str) -> bool:
        """Tell whether a text in the editor is what its cell holds.

        A memo shows some letters as others, which is no wish to change them.
        """
        stored = str(index.data(_EDIT) or "")
        return text == stored or (stored, text) == self._held

    def put(self, text: str) -> None:
        """Put a text into the open editor."""
        if isinstance(self._open, LineEditor | MemoEditor):
            self._open.begin(text, at_end=True)

    def opened(self) -> None:
        """Do what Qt would undo while it opens an editor: the caret at the end, the open list."""
        if isinstance(self._open, LineEditor) and self.begins_at_end:
            self._open.end(False)
        elif isinstance(self._open, ChoiceEditor):
            self._open.showPopup()

    def open_list(self) -> None:
        """Show what the open editor offers: the month, or the names."""
        if isinstance(self._open, DateEditor):
            self._open.open_picker()

    def _typed_as(self, index: Index, text: str) -> Typed:
        row = index.row()
        task = "" if self._tasks.is_heading(row) else self._tasks.task(row).id
        return Typed(task, COLUMNS[index.column()].name, text)

    def _editor(self, parent: QWidget, index: Index) -> QWidget | None:
        column = COLUMNS[index.column()]
        match column.editor:
            case Editor.STATE:
                return self._choice(parent, column.name, STATES)
            case Editor.RESULT:
                return self._choice(parent, column.name, RESULTS)
            case Editor.MEMO:
                memo = MemoEditor(parent)
                memo.left.connect(lambda right, down: self._leave(memo, right, down))
                memo.textChanged.connect(self._bubble(parent).hide)
                return memo
            case Editor.DATE if self.typing is not None:
                return self._date(parent, self.typing)
            case Editor.LINE if self.typing is not None and column.name in _NAMES:
                return self._line(NameEditor(self.typing.names, parent))
            case Editor.LINE | Editor.DATE:
                return self._line(LineEditor(parent))
        return None

    def _line(self, line: LineEditor) -> LineEditor:
        line.left.connect(lambda right, down: self._leave(line, right, down))
        line.textEdited.connect(lambda _text: self._note(line, ""))
        return line

    def _date(self, parent: QWidget, typing: CellTyping) -> LineEditor:
        line = DateEditor(self._style, typing, parent)
        line.left.connect(lambda right, down: self._leave(line, right, down))
        line.textEdited.connect(lambda _text: self._note(line, line.hint()))
        line.picked.connect(lambda: self._leave(line, 0, 0))
        return line

    def _choice(
        self, parent: QWidget, field: str, words: Mapping[State, Both] | Mapping[Result, Both]
    ) -> ChoiceEditor:
        choices = [(code.value, pick(both, self._style.language)) for code, both in words.items()]
        box = ChoiceEditor(field, choices, parent)
        box.activated.connect(lambda: self._leave(box, 0, 0))
        box.left.connect(lambda right, down: self._leave(box, right, down))
        box.dismissed.connect(lambda: self._drop(box))
        return box

    def _drop(self, editor: QWidget) -> None:
        if editor is self._open:
            self.closeEditor.emit(editor, _REVERT)

    def _leave(self, editor: QWidget, right: int, down: int) -> None:
        """Save and go on; what cannot be saved stays in its editor with the reason beside it."""
        if editor is not self._open or not self._cell.isValid():
            return
        self.refusal = ""
        self._is_leaving = True
        try:
            self.commitData.emit(editor)
        finally:
            self._is_leaving = False
        if self.refusal:
            self._note(editor, self.refusal, is_refusal=True)
            return
        self.closeEditor.emit(editor, _PLAIN_END)
        if right or down:
            self.left.emit(right, down)

    def _bubble(self, viewport: QWidget) -> NoteBubble:
        if self._note_bubble is None:
            self._note_bubble = NoteBubble(self._style, viewport)
        return self._note_bubble

    def _note(self, editor: QWidget, text: str, *, is_refusal: bool = False) -> None:
        viewport = editor.parentWidget()
        if viewport is not None:
            self._bubble(viewport).show_at(editor, text, is_refusal=is_refusal)

    # Qt overrides

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, place = index.row(), index.column()
        rect: QRect = option.rect
        text, tone = self._tasks.cell(row, place)  # a heading shows nothing: the table paints it
        if row != self._asked_row:
            self._asked_row = row
            self._asked = [columns for rows, columns in self._chosen_spans if row in rows]
        drawn = self._drawn(text, tone, rect.width()) if text else None
        if self._asked and any(place in columns for columns in self._asked):
            painter.fillRect(rect, self._chosen)
        elif drawn and drawn.look.ground is not None:
            painter.fillRect(rect, drawn.look.ground)
        elif row == self.current_row:
            painter.fillRect(rect, self._row)
        elif row % 2:
            painter.fillRect(rect, self._stripe)
        if drawn:
            painter.setFont(drawn.font)
            painter.setPen(drawn.look.color)
            top = rect.y() + (rect.height() - drawn.height) // 2
            painter.drawStaticText(QPoint(rect.x() + _PAD, top), drawn.text)

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, index: Index
    ) -> QWidget | None:
        self._open = self._editor(parent, index)
        if self._open is not None:
            self._open.setAccessibleName(COLUMNS[index.column()].head(self._style.language))
        self._held = None
        self._cell = QPersistentModelIndex(index)
        return self._open

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        if editor is self._open:
            self._open = None
        if self._note_bubble is not None:
            self._note_bubble.hide()
        super().destroyEditor(editor, index)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_key = event.type() == QEvent.Type.KeyPress
        if is_key and isinstance(event, QKeyEvent) and event.key() in _LEAVING:
            return False  # the editors know what these keys mean
        return super().eventFilter(watched, event)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        text = str(index.data(_EDIT) or "")
        if isinstance(editor, ChoiceEditor):
            editor.setCurrentIndex(editor.findData(text))
        elif isinstance(editor, LineEditor | MemoEditor):
            if self._held is not None and editor.draft != self._held[1]:
                return  # the cell changed while it is being written in: what is typed stays
            editor.begin(text, at_end=self.begins_at_end)
            self._held = text, editor.draft

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        text = _text_of(editor)
        typed = self._typed_as(index, text)
        is_same = self._is_same(index, text)
        self.refusal = ""
        if not is_same and self.typing is not None:
            self.refusal = self.typing.refusal(typed.task, typed.field, text)
        if not is_same and not self.refusal:
            model.setData(index, text, _EDIT)  # it may still be refused: the disk may be full
        if self.refusal and not self._is_leaving:
            self.unsaved.emit(typed, self.refusal)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        place = QRect(option.rect)
        if isinstance(editor, MemoEditor):
            place.setHeight(MEMO_HEIGHT)
            around = editor.parentWidget()
            if around is not None:
                place.moveBottom(min(place.bottom(), max(around.height() - 1, MEMO_HEIGHT)))
        editor.setGeometry(place)
