"""Undo and redo: each step is an operation that is in the file already."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.workspace.workspace import Done

Reverse = Callable[[int, str], Done]
_FOR_GOOD = (Why.CHANGED_SINCE, Why.NOTHING_CHANGED)  # to try again would be refused again


class Step(QUndoCommand):
    """One operation on the undo stack. Undoing it is a new operation that names it.

    A step knows whether it is done: to undo it twice, or to undo one that could not be undone
    just now, does nothing. One that can never be reversed again leaves the stack.

    Args:
        name: what the menu calls it.
        operation: its number in the log; it has been done.
        reverse: reverses an operation and returns what that did.
        refused: is told why something could not be reversed.
        at: when it was done (real clock); for showing.
    """

    def __init__(
        self,
        name: str,
        operation: int,
        reverse: Reverse,
        refused: Callable[[UserError], None],
        at: datetime | None = None,
    ) -> None:
        super().__init__(name)
        self.first_operation = operation
        self.at = at
        self.place: object = None
        """Where on screen it was done; whoever shows pages sets and reads it."""
        self.is_done = True
        self._operation = operation
        self._reverse = reverse
        self._refused = refused

    def _turn(self, act: str, *, done: bool) -> None:
        if self.is_done == done:  # the stack redoes what is pushed: that was done before
            return
        try:
            self._operation = self._reverse(self._operation, act).operation
        except UserError as error:  # to raise here would break the stack
            self.setObsolete(error.why in _FOR_GOOD)
            self._refused(error)
        else:
            self.is_done = done

    # Qt overrides

    def redo(self) -> None:
        self._turn("redo", done=True)

    def undo(self) -> None:
        self._turn("undo", done=False)


class UndoList(QObject):
    """The steps of an open workspace, and the way to any point among them.

    A step that cannot be reversed just now (a locked file, a full disk, a closed cycle) stays
    where it is, and so does everything behind it.

    Signals:
        changed: steps came or went, or the present position is another.
        turned: (Step) it was undone or redone, the last of several.
    """

    changed = Signal()
    turned = Signal(object)

    def __init__(self, stack: QUndoStack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stack = stack
        stack.indexChanged.connect(lambda _index: self.changed.emit())

    def close(self) -> None:
        """Tell nothing more: a stack that goes tells of every step it lets go."""
        self.stack.blockSignals(True)

    @property
    def position(self) -> int:
        """How many of the steps are done, counted from the first."""
        return self.stack.index()

    def steps(self) -> list[Step]:
        """Return all steps, the first first; those from `position` on are undone."""
        commands = (self.stack.command(place) for place in range(self.stack.count()))
        return [command for command in commands if isinstance(command, Step)]

    @property
    def newest(self) -> Step | None:
        """The newest step that is done."""
        place = self.position - 1
        step = self.stack.command(place) if place >= 0 else None
        return step if isinstance(step, Step) else None

    def undo(self) -> bool:
        """Undo the newest step that is done; True if that was possible."""
        return self._move(1, forward=False)

    def redo(self) -> bool:
        """Do the step again that was undone last; True if that was possible."""
        return self._move(1, forward=True)

    def go_to(self, position: int) -> bool:
        """Undo or redo up to a position, each step by itself; False where one was refused."""
        away = min(max(position, 0), self.stack.count()) - self.position
        return self._move(abs(away), forward=away > 0)

    def _move(self, count: int, *, forward: bool) -> bool:
        last: Step | None = None
        for _ in range(count):
            step = self._turn(forward=forward)
            if step is None:
                break
            last = step
        else:
            if last is not None:
                self.turned.emit(last)
            return last is not None or count == 0
        if last is not None:
            self.turned.emit(last)
        return False

    def _turn(self, *, forward: bool) -> Step | None:
        """Turn one step; None where there is none, or it was refused and stands as it did."""
        stack = self.stack
        place = stack.index() - (0 if forward else 1)
        step = stack.command(place) if 0 <= place < stack.count() else None
        if not isinstance(step, Step):
            return None
        count = stack.count()
        (stack.redo if forward else stack.undo)()
        if stack.count() != count:  # gone for good
            return None
        if step.is_done != forward:  # refused for now: back to where it stood
            (stack.undo if forward else stack.redo)()
            return None
        return step
