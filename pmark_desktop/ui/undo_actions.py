"""元に戻す and やり直す in the menu, named after the step they would turn."""

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence

from pmark_desktop.session.history import UndoList
from pmark_desktop.ui.theme import Style

translate = QCoreApplication.translate


class UndoActions(QObject):
    """The two actions; they follow the steps of a desk."""

    def __init__(self, steps: UndoList, style: Style, parent: QObject) -> None:
        super().__init__(parent)
        self._steps = steps
        self.undo = self._action("undo", steps.undo, style)
        self.undo.setShortcut(QKeySequence.StandardKey.Undo)
        self.redo = self._action("redo", steps.redo, style)
        self.redo.setShortcut("Ctrl+Y")
        steps.changed.connect(self._follow)
        steps.stack.undoTextChanged.connect(self._follow)
        steps.stack.redoTextChanged.connect(self._follow)
        self._follow()

    def _action(self, name: str, act: object, style: Style) -> QAction:
        made = QAction(self)
        made.setObjectName(f"action_{name}")
        made.setIcon(style.icons.get(name))
        made.triggered.connect(lambda _checked=False: act())  # type: ignore[operator]
        return made

    def _follow(self) -> None:
        stack = self._steps.stack
        for action, words, name, can in (
            (self.undo, translate("MainWindow", "元に戻す:"), stack.undoText(), stack.canUndo()),
            (self.redo, translate("MainWindow", "やり直す:"), stack.redoText(), stack.canRedo()),
        ):
            action.setText(f"{words} {name}".replace("&", "&&").rstrip())
            action.setEnabled(can)
