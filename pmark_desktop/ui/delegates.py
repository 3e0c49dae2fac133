"""How the cells of the task table are painted and edited. What they mean comes from the model."""

from collections.abc import Mapping

from PySide6.QtCore import QAbstractItemModel, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QStaticText
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from pmark_desktop.domain.task import Result, State
from pmark_desktop.session.columns import COLUMNS, Editor, Tone
from pmark_desktop.session.task_model import Index, TaskModel
from pmark_desktop.ui.editors import MEMO_HEIGHT, ChoiceEditor, LineEditor, MemoEditor
from pmark_desktop.ui.fitted_text import fitted
from pmark_desktop.ui.theme import Look, Style
from pmark_desktop.words import RESULTS, STATES, pick

_PAD = 7
_MOST_TEXTS = 20_000
# Looked up once: a paint must not build enums.
_EDIT = Qt.ItemDataRole.EditRole
_PLAIN = Qt.TextFormat.PlainText
_CACHED = QStaticText.PerformanceHint.AggressiveCaching


class TaskDelegate(QStyledItemDelegate):
    """Paints cells straight from the model with texts laid out before, and edits them."""

    def __init__(self, style: Style, font: QFont, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self.chosen = range(0), range(0)  # rows and columns of the selection; the table says so
        self._tones: Mapping[Tone, Look] = style.tones
        self._chosen = QColor(style.colors.chosen)
        self._stripe = QColor(style.colors.stripe)
        self._row = QColor(style.colors.row)
        self.current_row = -1  # the table says which
        self.lines = 1  # of text in a row; the table says how many
        self._open: QWidget | None = None
        self._texts: dict[tuple[str, int, bool, int], QStaticText] = {}
        self.set_font(font)

    def commit(self) -> None:
        """Save what is being typed, without waiting for the focus to move."""
        if self._open is not None:
            self._finish(self._open)

    # painting

    def set_font(self, font: QFont) -> None:
        """Paint in this font from now on."""
        self._texts.clear()
        self._plain_metrics = QFontMetrics(font)
        self._plain = QFont(font)
        self._bold = QFont(font)
        self._bold.setBold(True)
        self._bold_metrics = QFontMetrics(self._bold)
        self._height = self._plain_metrics.height()

    def _text(self, text: str, width: int, *, is_bold: bool) -> QStaticText:
        key = (text, width, is_bold, self.lines)
        made = self._texts.get(key)
        if made is None:
            if len(self._texts) > _MOST_TEXTS:
                self._texts.clear()
            metrics = self._bold_metrics if is_bold else self._plain_metrics
            font = self._bold if is_bold else self._plain
            made = QStaticText(fitted(text, font, metrics, width, self.lines))
            made.setTextFormat(_PLAIN)
            made.setPerformanceHint(_CACHED)
            self._texts[key] = made
        return made

    # editing

    def _editor(self, parent: QWidget, index: Index) -> QWidget | None:
        match COLUMNS[index.column()].editor:
            case Editor.STATE:
                return self._choice(
                    parent, [(one.value, pick(STATES[one], self._style.language)) for one in State]
                )
            case Editor.RESULT:
                return self._choice(
                    parent,
                    [(one.value, pick(RESULTS[one], self._style.language)) for one in Result],
                )
            case Editor.MEMO:
                memo = MemoEditor(parent)
                memo.finished.connect(lambda: self._finish(memo))
                return memo
            case Editor.LINE | Editor.DATE:
                return LineEditor(parent)
        return None

    def _choice(self, parent: QWidget, choices: list[tuple[str, str]]) -> ChoiceEditor:
        box = ChoiceEditor(choices, parent)
        box.activated.connect(lambda: self._finish(box))
        return box

    def _finish(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)

    # Qt overrides

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, TaskModel):
            return
        rect: QRect = option.rect
        row, place = index.row(), index.column()
        if model.is_heading(row):
            return  # the table paints it across all columns
        text, tone = model.cell(row, place)
        look = self._tones[tone]
        if row in self.chosen[0] and place in self.chosen[1]:
            painter.fillRect(rect, self._chosen)
        elif look.ground is not None and text:
            painter.fillRect(rect, look.ground)
        elif row == self.current_row:
            painter.fillRect(rect, self._row)
        elif row % 2:
            painter.fillRect(rect, self._stripe)
        if not text:
            return
        painter.setFont(self._bold if look.is_bold else self._plain)
        painter.setPen(look.color)
        static = self._text(text, rect.width() - 2 * _PAD, is_bold=look.is_bold)
        height = self._height if self.lines == 1 else round(static.size().height())
        top = rect.y() + (rect.height() - height) // 2
        painter.drawStaticText(QPoint(rect.x() + _PAD, top), static)

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, index: Index
    ) -> QWidget | None:
        self._open = self._editor(parent, index)
        return self._open

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        self._open = None
        super().destroyEditor(editor, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        text = str(index.data(_EDIT) or "")
        if isinstance(editor, ChoiceEditor):
            editor.setCurrentIndex(editor.findData(text))
            editor.showPopup()
        elif isinstance(editor, MemoEditor):
            editor.setPlainText(text)
            editor.selectAll()  # typing replaces, as in a cell of one line
        elif isinstance(editor, LineEditor):
            editor.setText(text)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, ChoiceEditor):
            model.setData(index, editor.currentData(), _EDIT)
        elif isinstance(editor, LineEditor | MemoEditor):
            model.setData(index, editor.whole_text(), _EDIT)

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
