"""A file read or written in a thread of its own, with its progress and a way to cancel."""

import sys
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.session.background import BackgroundCall

_SWITCH_SECONDS = 0.001  # the window gets its turn

Work = Callable[[Callable[[float], None]], object]


class FileWork(QObject):
    """One piece of work. Start it once; it ends with one of `done`, `refused` or `crashed`.

    `work` gets what tells the progress (0 to 1); it may touch neither widgets nor an open
    workspace. Once cancelled, nothing but `refused` comes.

    Signals:
        progressed: (percent: int) how far it is.
        done: (result: object) what `work` returned.
        refused: (error: UserError) it was refused; also when cancelled.
        crashed: (error: Exception) our mistake.
    """

    progressed = Signal(int)
    done = Signal(object)
    refused = Signal(object)
    crashed = Signal(object)

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._cancelled = threading.Event()
        self._percent = -1
        self._call = BackgroundCall(self._run)
        self._call.done.connect(self._finish)
        self._call.refused.connect(self.refused)
        self._call.crashed.connect(self.crashed)

    def start(self) -> None:
        """Begin."""
        self._call.start()

    def cancel(self) -> None:
        """Ask the work to stop."""
        self._cancelled.set()

    def wait(self, seconds: float) -> bool:
        """Wait until the thread has ended; False if it has not."""
        return self._call.wait(seconds)

    def _run(self) -> object:
        before = sys.getswitchinterval()
        sys.setswitchinterval(_SWITCH_SECONDS)
        try:
            return self._work(self._progress)
        finally:
            sys.setswitchinterval(before)

    def _progress(self, fraction: float) -> None:
        if self._cancelled.is_set():
            raise UserError(Why.CANCELLED)
        percent = int(fraction * 100)
        if percent != self._percent:
            self._percent = percent
            self.progressed.emit(percent)

    def _finish(self, result: object) -> None:
        """Pass the result on; one that came after the cancelling is not wanted any more."""
        if self._cancelled.is_set():
            self.refused.emit(UserError(Why.CANCELLED))
        else:
            self.done.emit(result)
