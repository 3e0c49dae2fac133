"""The menu's way to the evidence workbook: the name, progress and cancel in the strip."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.session.desk import Desk
from pmark_desktop.ui.strip import Message, MessageStrip
from pmark_desktop.words import Language
from pmark_desktop.words_refusals import explain

if TYPE_CHECKING:
    from pmark_desktop.session.exporting import WorkbookExport

translate = QCoreApplication.translate
_WAIT_SECONDS = 10.0


class WorkbookAction(QObject):
    """Writes one workbook at a time."""

    def __init__(self, parent: QWidget, strip: MessageStrip, language: Language) -> None:
        super().__init__(parent)
        self._window = parent
        self._strip = strip
        self._language = language
        self._running: WorkbookExport | None = None
        self._desk: Desk | None = None

    @property
    def is_running(self) -> bool:
        """True while a workbook is being written."""
        return self._running is not None

    def ask(self, desk: Desk, suggestion: Path | None = None) -> None:
        """Ask for a name and write; does nothing while one is being written."""
        from pmark_desktop.ui import dialogs  # noqa: PLC0415

        if self.is_running:
            return
        path = desk.workspace.path
        title = translate("WorkbookAction", "証跡台帳")
        wanted = suggestion or path.with_name(f"{path.stem}_{title}_{desk.today:%Y%m%d}.xlsx")
        target = dialogs.ask_workbook(self._window, wanted)
        if target is not None:
            self.write(desk, target)

    def write(self, desk: Desk, target: Path) -> None:
        """Write the workbook of a desk to `target`."""
        from pmark_desktop.session.exporting import WorkbookExport  # noqa: PLC0415

        self._desk = desk
        snapshot = desk.workspace.snapshot(desk.today)
        running = WorkbookExport(desk.workspace.path, target, snapshot, self._language, self)
        running.progressed.connect(self._strip.show_progress)
        running.written.connect(self._written)
        running.refused.connect(self._refused)
        running.crashed.connect(self._crashed)
        self._running, self._target = running, target
        self._strip.say(translate("WorkbookAction", "証跡台帳を書き出しています…"))
        self._strip.start_progress(running.cancel).show()
        running.start()

    def stop(self) -> None:
        """Cancel what is being written and wait for its end."""
        if self._running is not None:
            self._running.cancel()
            self._running.wait(_WAIT_SECONDS)
            self._end()

    def _end(self) -> None:
        if self._running is not None:
            self._running.deleteLater()
        self._running = None
        self._strip.stop_progress()

    def _written(self, path: Path) -> None:
        self._end()
        self._strip.say(
            translate("WorkbookAction", "証跡台帳を書き出しました: {0}").format(path),
            actions=(
                (translate("WorkbookAction", "開く"), "open_workbook", lambda: open_path(path)),
                (translate("WorkbookAction", "フォルダを開く"), "open_folder", lambda: open_path(path.parent)),
            ),
        )  # fmt: skip

    def _refused(self, error: UserError) -> None:
        self._end()
        desk, target = self._desk, self._target
        again = ()
        if desk is not None and error.why is not Why.CANCELLED:
            other = target.with_name(f"{target.stem}-2{target.suffix}")
            again = (
                (
                    translate("WorkbookAction", "別の名前で書き出す…"),
                    "export_elsewhere",
                    lambda: self.ask(desk, other),
                ),
            )  # type: ignore[assignment]
        kind = Message.INFO if error.why is Why.CANCELLED else Message.REFUSAL
        self._strip.say(explain(error, self._language), kind, again)

    def _crashed(self, error: Exception) -> None:
        self._end()
        raise error


def open_path(path: Path) -> None:
    """Open a file or folder with the system's program."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
