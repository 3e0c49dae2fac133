"""Evidence on its way to the system's programs."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices

from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.domain.records import Evidence, EvidenceKind
from pmark_desktop.session.desk import Desk
from pmark_desktop.ui.strip import Message, MessageStrip
from pmark_desktop.words import Language
from pmark_desktop.words_refusals import explain

if TYPE_CHECKING:
    from pmark_desktop.workspace.opening import OpeningFolder

translate = QCoreApplication.translate


class Launcher:
    """Opens proofs: a private copy of a file, a link, or the place of a paper."""

    def __init__(self, strip: MessageStrip, language: Language) -> None:
        self._strip = strip
        self._language = language
        self._folder: OpeningFolder | None = None

    def open_evidence(self, desk: Desk, number: int) -> None:
        """Open evidence with the system's program, or say where it is."""
        from pmark_desktop.workspace import proofs  # noqa: PLC0415

        try:
            evidence = proofs.find_evidence(desk.workspace, number)
            match evidence.kind:
                case EvidenceKind.PAPER:
                    self._strip.say(
                        translate("Launcher", "{0} は紙です。保管場所: {1}").format(
                            evidence.label, evidence.place
                        )
                    )
                case EvidenceKind.LINK:
                    self._launch(QUrl(evidence.place), evidence)
                case EvidenceKind.FILE:
                    self._open_file(desk, evidence)
        except UserError as error:
            self._strip.say(explain(error, self._language), Message.REFUSAL)

    def clean_up(self) -> None:
        """Remove the private copies."""
        if self._folder is not None:
            self._folder.close()
            self._folder = None

    def _open_file(self, desk: Desk, evidence: Evidence) -> None:
        from pmark_desktop.workspace import opening  # noqa: PLC0415

        if self._folder is None:
            opening.remove_leftovers()
            self._folder = opening.OpeningFolder()
        path = opening.copy_for_opening(desk.workspace, evidence.number, self._folder.path)
        if opening.may_launch(path):
            self._launch(QUrl.fromLocalFile(str(path)), evidence)
            return
        self._strip.say(
            translate(
                "Launcher",
                "{0} はプログラムやマクロを含むおそれがあるため、開かずにフォルダを表示します。",
            ).format(evidence.label),
            Message.NOTICE,
        )
        self._reveal(path)

    def _launch(self, url: QUrl, evidence: Evidence) -> None:
        if not QDesktopServices.openUrl(url):
            raise UserError(Why.EVIDENCE_NOT_OPENED, label=evidence.label)

    def _reveal(self, path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
