"""The editors inside table cells: choices, one line, names, and a memo of several lines.

Enter goes down, Shift+Enter up, Tab right, Shift+Tab left: each editor says so by `left` and the
delegate saves before it closes it.
"""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QSignalBlocker, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QListView, QPlainTextEdit, QWidget

from pmark_desktop.domain.texts import folded
from pmark_desktop.words_choices import codes_beginning

_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ALT, _SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
_SEARCH_MS = 900  # typed letters that are this far apart begin another word
_MOST_NAMES = 12
MEMO_HEIGHT = 110


def _down(event: QKeyEvent) -> int:
    """Return how many rows an Enter goes down."""
    return -1 if event.modifiers() & _SHIFT else 1


def finish_composition(composing: str) -> None:
    """Let the input method hand over what is being composed, so that it does not come later."""
    if composing:
        QGuiApplication.inputMethod().commit()


class LineEditor(QLineEdit):
    """One line. A Japanese composition that is cut short is kept, never lost or doubled.

    Signals:
        left: (right, down) the person leaves the cell by a key, so many cells on.
    """

    left = Signal(int, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrame(False)
        self._composing = ""

    @property
    def draft(self) -> str:
        """The text so far, with what is still being composed at its place."""
        at = self.cursorPosition()
        return self.text()[:at] + self._composing + self.text()[at:]

    def whole_text(self) -> str:
        """End a composition, and return the text with what was composed."""
        finish_composition(self._composing)
        return self.draft

    def begin(self, text: str, *, at_end: bool) -> None:
        """Start with a text: all of it chosen, or the caret behind it."""
        self.setText(text)
        if at_end:
            self.end(False)
        else:
            self.selectAll()

    # Qt overrides

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = event.preeditString()
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTERS:
            event.accept()
            self.left.emit(0, _down(event))
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, is_next: bool) -> bool:
        self.left.emit(1 if is_next else -1, 0)
        return True


class NameEditor(LineEditor):
    """One line that offers names which contain what is typed, in whatever width or kana."""

    def __init__(self, names: Callable[[], Sequence[str]], parent: QWidget) -> None:
        super().__init__(parent)
        self._names = names
        self._found = QStringListModel(self)
        self._offers = QCompleter(self._found, self)
        self._offers.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._offers.setMaxVisibleItems(_MOST_NAMES)
        self._offers.setWidget(self)
        self._list = QListView()
        self._offers.setPopup(self._list)
        self._offers.highlighted.connect(self._take)
        self._offers.activated.connect(self._take)
        self.textEdited.connect(self.offer)

    def offer(self, typed: str) -> None:
        """Show the names that contain what was typed; none for nothing, and for what is whole."""
        wanted = folded(typed).strip()
        found = [name for name in self._names() if wanted and wanted in folded(name)]
        if not found or found == [typed]:
            self._list.hide()
            return
        self._found.setStringList(found[:_MOST_NAMES])
        self._offers.complete()

    def offered(self) -> list[str]:
        """Return the names that are offered now."""
        return self._found.stringList() if self._list.isVisible() else []

    def _take(self, name: str) -> None:
        with QSignalBlocker(self):
            self.setText(name)

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and not self._list.isVisible():
            self._found.setStringList(list(self._names())[:_MOST_NAMES])
            self._offers.complete()
            return
        if event.key() in _ENTERS:
            self._list.hide()
        super().keyPressEvent(event)

    def focusNextPrevChild(self, is_next: bool) -> bool:
        self._list.hide()
        return super().focusNextPrevChild(is_next)


class MemoEditor(QPlainTextEdit):
    """Several lines over the cell: Enter ends, Alt+Enter is a new line.

    Signals:
        left: (right, down) the person leaves the cell by a key, so many cells on.
    """

    left = Signal(int, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self._composing = ""

    @property
    def draft(self) -> str:
        """The text so far, with what is still being composed at its place."""
        text, at = self.toPlainText(), self.textCursor().position()
        return text[:at] + self._composing + text[at:]

    def whole_text(self) -> str:
        """End a composition, and return the text with what was composed."""
        finish_composition(self._composing)
        return self.draft

    def begin(self, text: str, *, at_end: bool) -> None:
        """Start with a text: all of it chosen, or the caret behind it."""
        self.setPlainText(text)
        if at_end:
            self.moveCursor(self.textCursor().MoveOperation.End)
        else:
            self.selectAll()  # typing replaces, as in a cell of one line

    # Qt overrides

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = event.preeditString()
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in _ENTERS:
            super().keyPressEvent(event)
        elif event.modifiers() & _ALT:
            self.textCursor().insertText("\n")
            self.ensureCursorVisible()
        else:
            self.left.emit(0, _down(event))

    def focusNextPrevChild(self, is_next: bool) -> bool:
        self.left.emit(1 if is_next else -1, 0)
        return True


class ChoiceEditor(QComboBox):
    """One of several codes of a field, shown in words; letters that are typed choose one.

    Signals:
        left: (right, down) the person leaves the cell by a key, so many cells on.
        dismissed: the list was closed without a choice.
    """

    left = Signal(int, int)
    dismissed = Signal()

    def __init__(self, field: str, choices: Iterable[tuple[str, str]], parent: QWidget) -> None:
        super().__init__(parent)
        shown = _WordList(field, self)
        shown.closed.connect(self._after_closing)
        self.setView(shown)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        for code, words in choices:
            self.addItem(words, code)
        self._is_chosen = False
        self.activated.connect(self._note_choice)

    def _note_choice(self) -> None:
        self._is_chosen = True

    def _tell_dismissed(self) -> None:
        if not self._is_chosen:
            self.dismissed.emit()

    def _after_closing(self) -> None:
        QTimer.singleShot(0, self, self._tell_dismissed)  # a choice is told after this

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTERS:
            self.left.emit(0, _down(event))
        elif event.text().isprintable() and event.text():
            self.view().keyboardSearch(event.text())
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, is_next: bool) -> bool:
        self.left.emit(1 if is_next else -1, 0)
        return True


class _WordList(QListView):
    """The open list of a choice: typed letters find codes by their words and by other names.

    Signals:
        closed: it is no longer seen, with or without a choice.
    """

    closed = Signal()

    def __init__(self, field: str, box: QComboBox) -> None:
        super().__init__(box)
        self._field = field
        self._box = box
        self._typed = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_SEARCH_MS)
        self._pause.timeout.connect(self._forget)

    def _forget(self) -> None:
        self._typed = ""

    # Qt overrides

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.closed.emit()

    def keyboardSearch(self, search: str) -> None:
        found = codes_beginning(self._field, self._typed + search)
        self._typed = self._typed + search if found else search
        found = found or codes_beginning(self._field, search)
        self._pause.start()
        if found:
            place = self._box.findData(found[0])
            self.setCurrentIndex(self.model().index(place, 0))
            if not self.isVisible():
                self._box.setCurrentIndex(place)
