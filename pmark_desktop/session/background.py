"""Something slow, done in a thread of its own while the window lives on."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from pmark_desktop.domain.errors import UserError


class BackgroundCall(QObject):
    """One call. Start it once; it ends with one of `done`, `refused` or `crashed`.

    `work` runs in another thread: it may touch neither widgets nor an open workspace.

    Signals:
        done: (result: object) what `work` returned.
        refused: (error: UserError) it was refused.
        crashed: (error: Exception) our mistake.
    """

    done = Signal(object)
    refused = Signal(object)
    crashed = Signal(object)

    def __init__(self, work: Callable[[], object]) -> None:
        super().__init__()  # no parent: the thread keeps it alive when its widget is closed
        self._work = work
        self._thread = threading.Thread(target=self._run, name="background", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def wait(self, seconds: float) -> bool:
        """Wait until the thread has ended; False if it has not."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _run(self) -> None:
        try:
            result = self._work()
        except UserError as error:
            self.refused.emit(error)
        except Exception as error:
            self.crashed.emit(error)
        else:
            self.done.emit(result)
