"""Where exceptions become something a person can read. Opens no dialog itself."""

import platform
import sys
import threading
import traceback
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal, qVersion

from pmark_desktop import __version__
from pmark_desktop.domain.errors import UserError


class ErrorBoundary(QObject):
    """Receives what no slot caught.

    Signals:
        refused: (error: UserError) expected; show its explanation beside the work.
        crashed: (report: Path) a bug; its report lies there.
    """

    refused = Signal(object)
    crashed = Signal(object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._told: set[str] = set()

    def install(self) -> None:
        """Receive from the event loop and from plain threads."""
        sys.excepthook = self.handle
        threading.excepthook = self._from_thread

    def handle(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Tell one error to whoever listens."""
        match error:
            case UserError():
                self.refused.emit(error)
            case Exception():
                self._tell_once(kind, traceback.extract_tb(trace))
            case _:  # Ctrl-C and its like
                sys.__excepthook__(kind, error, trace)

    def _from_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value:
            self.handle(args.exc_type, args.exc_value, args.exc_traceback)

    def _tell_once(self, kind: type[BaseException], frames: traceback.StackSummary) -> None:
        """Report a bug once per place: one in `data()` comes back at every repaint."""
        place = f"{kind.__name__} {frames[-1:]}"
        if place not in self._told:
            self._told.add(place)
            self.crashed.emit(self._write(kind, frames))

    def _write(self, kind: type[BaseException], frames: traceback.StackSummary) -> Path:
        """Write a report. The error's own message stays out: it may quote personal data."""
        now = datetime.now().astimezone()
        path = self._folder / f"crash-{now:%Y%m%d-%H%M%S-%f}.txt"
        system = f"pmark-desktop {__version__}, Qt {qVersion()}, {platform.platform()}"
        lines = [now.isoformat(), system, kind.__name__, *frames.format()]
        path.write_text("\n".join(lines), encoding="utf-8")
        return path
