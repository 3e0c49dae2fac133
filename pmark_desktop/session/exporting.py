"""The evidence workbook, written in a thread of its own while the window lives on."""

import sys
import threading
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.domain.snapshot import Snapshot
from pmark_desktop.words import Language

_SWITCH_SECONDS = 0.001  # the window gets its turn: 30 ms at the longest instead of 61


class WorkbookExport(QObject):
    """One export. Start it once; it ends with one of `written`, `refused` or `crashed`.

    Signals:
        progressed: (percent: int) how far it is.
        written: (path: Path) the workbook is there, whole.
        refused: (error: UserError) nothing was written; also when cancelled.
        crashed: (error: Exception) our mistake; nothing was written.
    """

    progressed = Signal(int)
    written = Signal(object)
    refused = Signal(object)
    crashed = Signal(object)

    def __init__(
        self,
        workspace: Path,
        target: Path,
        snapshot: Snapshot,
        language: Language,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._target = target
        self._snapshot = snapshot
        self._language = language
        self._cancelled = threading.Event()
        self._thread = threading.Thread(target=self._work, name="export", daemon=True)
        self._percent = -1

    def start(self) -> None:
        """Begin to write."""
        self._thread.start()

    def cancel(self) -> None:
        """Ask the export to stop and leave nothing behind."""
        self._cancelled.set()

    def wait(self, seconds: float) -> bool:
        """Wait until the thread has ended; False if it has not."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _work(self) -> None:
        from pmark_desktop.workspace.exporting import export_workbook  # noqa: PLC0415

        before = sys.getswitchinterval()
        sys.setswitchinterval(_SWITCH_SECONDS)
        try:
            export_workbook(
                self._workspace, self._target, self._snapshot, self._language, self._progress
            )
            self.written.emit(self._target)
        except UserError as error:
            self.refused.emit(error)
        except Exception as error:
            self.crashed.emit(error)
        finally:
            sys.setswitchinterval(before)

    def _progress(self, fraction: float) -> None:
        if self._cancelled.is_set():
            raise UserError(Why.CANCELLED)
        percent = int(fraction * 100)
        if percent != self._percent:
            self._percent = percent
            self.progressed.emit(percent)
