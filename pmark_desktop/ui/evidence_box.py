"""The evidence of the chosen task: attach, open again, share, retire."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QGridLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.domain.records import Evidence, EvidenceKind
from pmark_desktop.session.desk import Desk
from pmark_desktop.ui.parts import button, label
from pmark_desktop.ui.task_table import local_files
from pmark_desktop.ui.theme import Style

translate = QCoreApplication.translate
_NUMBER = Qt.ItemDataRole.UserRole
_ICONS = {EvidenceKind.FILE: "evidence", EvidenceKind.LINK: "link", EvidenceKind.PAPER: "paper"}
_SLOW_BYTES = 5 * 1024 * 1024


class EvidenceBox(QWidget):
    """The evidence of one task.

    Signals:
        open_wanted: (number) the person wants to see a proof.
    """

    open_wanted = Signal(int)

    def __init__(self, style: Style, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("evidence_box")
        self.setAcceptDrops(True)
        self._style = style
        self._desk = desk
        self._task = ""
        self._hint = label(
            translate("EvidenceBox", "まだ証跡がありません。ファイルをここへドラッグしても追加できます。"),
            "faint", wraps=True,
        )  # fmt: skip
        self._list = QListWidget()
        self._list.setObjectName("evidence_list")
        self._list.setAccessibleName(translate("EvidenceBox", "証跡"))
        self._list.setMaximumHeight(110)
        self._list.itemActivated.connect(lambda item: self.open_wanted.emit(item.data(_NUMBER)))
        self._list.currentItemChanged.connect(lambda *_: self._enable())
        self._lay_out()

    def _lay_out(self) -> None:
        icons = self._style.icons
        self._buttons = {
            "file": button(translate("EvidenceBox", "ファイル…"), "attach_file", self._ask_files, icon=icons.get("add-file")),
            "link": button(translate("EvidenceBox", "リンク…"), "attach_link", self._ask_link, icon=icons.get("link")),
            "paper": button(translate("EvidenceBox", "紙の保管場所…"), "attach_paper", self._ask_paper, icon=icons.get("paper")),
            "known": button(translate("EvidenceBox", "登録済みから…"), "attach_known", self._ask_known, icon=icons.get("copy")),
        }  # fmt: skip
        self._open = button(
            translate("EvidenceBox", "開く"),
            "open_evidence",
            self._open_chosen,
            icon=icons.get("open"),
        )
        self._retire = button(translate("EvidenceBox", "取り下げ…"), "retire_evidence", self._ask_retire, icon=icons.get("retire"))  # fmt: skip
        grid = QGridLayout()
        grid.setSpacing(6)
        for place, made in enumerate([*self._buttons.values(), self._open, self._retire]):
            grid.addWidget(made, place // 2, place % 2)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        inside.addWidget(self._hint)
        inside.addWidget(self._list)
        inside.addLayout(grid)

    def show_task(self, task: str, evidence: Sequence[Evidence]) -> None:
        """Show the evidence of a task."""
        self._task = task
        chosen = self._chosen()
        self._list.clear()
        for one in evidence:
            item = QListWidgetItem(
                self._style.icons.get(_ICONS[one.kind]), f"{one.label}  {one.name}"
            )
            item.setData(_NUMBER, one.number)
            item.setToolTip(f"{one.label}  {one.name}")
            self._list.addItem(item)
            if one.number == chosen:
                self._list.setCurrentItem(item)
        if evidence and self._list.currentRow() < 0:
            self._list.setCurrentRow(0)
        self._list.setVisible(bool(evidence))
        self._hint.setVisible(not evidence)
        self._enable()

    def attach_files(self, task: str, files: Sequence[Path]) -> None:
        """Attach files to a task, each one a step to undo; big ones show how far they are."""
        for path in files:
            self._attach_file(task, path)

    def _attach_file(self, task: str, path: Path) -> None:
        from pmark_desktop.ui import dialogs  # noqa: PLC0415

        if not _is_slow(path):
            self._desk.attach_file(task, path)
            return
        box = dialogs.progress(
            self, translate("EvidenceBox", "証跡を取り込んでいます: {0}").format(path.name)
        )

        def tell(fraction: float) -> None:
            box.setValue(int(fraction * 100))
            if box.wasCanceled():
                raise UserError(Why.ATTACH_CANCELLED)

        try:
            self._desk.attach_file(task, path, tell)
        finally:
            box.close()
            box.deleteLater()

    def _chosen(self) -> int | None:
        item = self._list.currentItem()
        return item.data(_NUMBER) if item else None

    def _enable(self) -> None:
        can_change = bool(self._task) and not self._desk.workspace.is_read_only
        for made in self._buttons.values():
            made.setEnabled(can_change)
        self._open.setEnabled(self._chosen() is not None)
        self._retire.setEnabled(can_change and self._chosen() is not None)

    def _open_chosen(self) -> None:
        if (number := self._chosen()) is not None:
            self.open_wanted.emit(number)

    def _ask_files(self) -> None:
        from pmark_desktop.ui import dialogs  # noqa: PLC0415

        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = Path(QStandardPaths.writableLocation(documents))
        self.attach_files(self._task, dialogs.ask_evidence_files(self, folder))

    def _ask_link(self) -> None:
        from pmark_desktop.ui import dialogs  # noqa: PLC0415

        url = dialogs.ask_line(
            self,
            translate("EvidenceBox", "リンクの追加"),
            translate("EvidenceBox", "証跡のアドレス(https://…)"),
        )
        if url is not None:
            self._desk.attach_link(self._task, url)

    def _ask_paper(self) -> None:
        from pmark_desktop.ui import dialogs  # noqa: PLC0415

        place = dialogs.ask_line(
            self,
            translate("EvidenceBox", "紙の保管場所の追加"),
            translate("EvidenceBox", "保管場所(例: 本社3階 書庫A-2 ファイルNo.12)"),
        )
        if place is not None:
            self._desk.attach_paper(self._task, place)

    def _ask_known(self) -> None:
        from pmark_desktop.ui import dialogs  # noqa: PLC0415

        here = self._desk.content.task(self._task).evidence
        known = [
            one
            for one in self._desk.workspace.evidence()
            if not one.retired and one.number not in here
        ]
        if not known:
            return
        place = dialogs.ask_choice(
            self,
            translate("EvidenceBox", "登録済みの証跡から選ぶ"),
            translate("EvidenceBox", "このタスクにも付ける証跡"),
            [f"{one.label}  {one.name}" for one in known],
        )
        if place is not None:
            self._desk.link_evidence(self._task, known[place])

    def _ask_retire(self) -> None:
        from pmark_desktop.ui import dialogs  # noqa: PLC0415

        number = self._chosen()
        if number is None:
            return
        reason = dialogs.ask_line(
            self,
            translate("EvidenceBox", "証跡の取り下げ"),
            translate("EvidenceBox", "取り下げる理由(この証跡を使うすべてのタスクから外れます)"),
        )
        if reason is not None:
            self._desk.retire_evidence(number, reason)

    # Qt overrides

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_files(event) and self._buttons["file"].isEnabled():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.attach_files(self._task, local_files(event))


def _is_slow(path: Path) -> bool:
    try:
        return path.stat().st_size > _SLOW_BYTES
    except (OSError, ValueError):
        return False
