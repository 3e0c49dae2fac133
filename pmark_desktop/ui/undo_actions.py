"""元に戻す and やり直す in the menu, named after the step they would turn."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence

from pmark_desktop.session.history import UndoList
from pmark_desktop.ui.theme import Style

translate = QCoreApplication.translate


class UndoActions(QObject):
    """The two actions; they follow the steps of a desk."""

    def __init__(self, steps: UndoList, style: Style, parent: QObject) -> None:
        super().__init__(parent)
        stack = steps.stack
        self.undo = self._action("undo", steps.undo, style)
        self.undo.setShortcut(QKeySequence.StandardKey.Undo)
        self.redo = self._action("redo", steps.redo, style)
        self.redo.setShortcut("Ctrl+Y")
        # by what the signals carry: a stack that goes tells of it, and cannot be asked any more
        stack.undoTextChanged.connect(self._name_undo)
        stack.redoTextChanged.connect(self._name_redo)
        stack.canUndoChanged.connect(self.undo.setEnabled)
        stack.canRedoChanged.connect(self.redo.setEnabled)
        self._name_undo(stack.undoText())
        self._name_redo(stack.redoText())
        self.undo.setEnabled(stack.canUndo())
        self.redo.setEnabled(stack.canRedo())

    def _action(self, name: str, act: Callable[[], object], style: Style) -> QAction:
        made = QAction(self)
        made.setObjectName(f"action_{name}")
        made.setIcon(style.icons.get(name))
        made.triggered.connect(lambda _checked=False: act())
        return made

    def _name_undo(self, name: str) -> None:
        self.undo.setText(_named(translate("MainWindow", "元に戻す:"), name))

    def _name_redo(self, name: str) -> None:
        self.redo.setText(_named(translate("MainWindow", "やり直す:"), name))


def _named(words: str, name: str) -> str:
    return f"{words} {name}".replace("&", "&&").rstrip(" :")
