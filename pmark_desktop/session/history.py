"""Undo and redo: each step is an operation that is in the file already."""

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from pmark_desktop.domain.errors import UserError
from pmark_desktop.workspace.workspace import Done

Reverse = Callable[[int, str], Done]


class Step(QUndoCommand):
    """One operation on the undo stack. Undoing it is a new operation that names it.

    Args:
        name: what the menu calls it.
        operation: its number in the log; it has been done.
        reverse: reverses an operation and returns what that did.
        refused: is told why something could not be reversed; the step then goes.
    """

    def __init__(
        self, name: str, operation: int, reverse: Reverse, refused: Callable[[UserError], None]
    ) -> None:
        super().__init__(name)
        self._operation = operation
        self._reverse = reverse
        self._refused = refused
        self._is_new = True

    def _turn(self, act: str) -> None:
        try:
            self._operation = self._reverse(self._operation, act).operation
        except UserError as error:  # to raise here would keep a step that never happened
            self.setObsolete(True)
            self._refused(error)

    # Qt overrides

    def redo(self) -> None:
        if self._is_new:  # the stack redoes what is pushed; this was done before
            self._is_new = False
            return
        self._turn("redo")

    def undo(self) -> None:
        self._turn("undo")
