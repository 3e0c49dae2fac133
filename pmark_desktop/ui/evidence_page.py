"""証跡: all evidence of the workspace, and what it proves."""

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from pmark_desktop.domain.records import Evidence
from pmark_desktop.session.desk import Desk
from pmark_desktop.session.evidence_model import EvidenceModel
from pmark_desktop.ui.parts import button, label
from pmark_desktop.ui.theme import Style

translate = QCoreApplication.translate
_USUAL_HEIGHT = 19  # of a line of text, in which the widths of columns are given
_WIDTHS = (80, 70, 300, 190, 190, 200, 180)


class EvidencePage(QWidget):
    """All evidence.

    Signals:
        open_wanted: (number) the person wants to see a proof.
        task_wanted: (task id) the person wants to see the task it is attached to.
    """

    open_wanted = Signal(int)
    task_wanted = Signal(str)

    def __init__(self, style: Style, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("evidence_page")
        self._style = style
        self._desk = desk
        self.model = EvidenceModel(style.language, self)
        self._count = label(look="faint", name="evidence_count")
        self._empty = label(look="faint", wraps=True, name="evidence_empty")
        self._hash = label(look="faint", name="evidence_hash", wraps=True)
        self.search = QLineEdit()
        self.search.setObjectName("evidence_search")
        self.search.setPlaceholderText(translate("EvidencePage", "証跡の検索"))
        self.search.setAccessibleName(translate("EvidencePage", "証跡の検索"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(220)
        self.search.textChanged.connect(lambda _text: self._filter())
        self.with_retired = QCheckBox(translate("EvidencePage", "取り下げた証跡も表示(&R)"))
        self.with_retired.setObjectName("with_retired")
        self.with_retired.toggled.connect(lambda _on: self._filter())
        self.table = self._made_table()
        self._open = button(
            translate("EvidencePage", "開く(&O)"), "page_open_evidence", self._tell_open,
            icon=style.icons.get("open"),
        )  # fmt: skip
        self._task = button(
            translate("EvidencePage", "タスクへ移動(&T)"), "go_to_task", self._tell_task,
            icon=style.icons.get("checklist"),
        )  # fmt: skip
        self._retire = button(
            translate("EvidencePage", "取り下げ(&D)…"), "page_retire_evidence", self._ask_retire,
            icon=style.icons.get("retire"),
        )  # fmt: skip
        self._lay_out()

    def _made_table(self) -> QTableView:
        table = QTableView()
        table.setObjectName("evidence_table")
        table.setAccessibleName(translate("EvidencePage", "証跡"))
        table.setModel(self.model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setWordWrap(False)
        table.setAlternatingRowColors(True)
        table.setTabKeyNavigation(False)
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 12)
        scale = table.fontMetrics().height() / _USUAL_HEIGHT
        for place, width in enumerate(_WIDTHS):
            table.setColumnWidth(place, round(width * scale))
        table.selectionModel().currentRowChanged.connect(self._describe_chosen)
        table.activated.connect(lambda _index: self._tell_open())
        return table

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(14, 10, 14, 8)
        head.setSpacing(12)
        head.addWidget(label(translate("EvidencePage", "証跡"), "title"))
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self.with_retired)
        head.addWidget(self.search)
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 8, 14, 8)
        for made in (self._open, self._task, self._retire):
            foot.addWidget(made)
        foot.addSpacing(12)
        foot.addWidget(self._hash, 1)
        self._empty.setContentsMargins(14, 20, 14, 20)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(self._empty)
        whole.addWidget(self.table, 1)
        whole.addLayout(foot)

    def refresh(self) -> None:
        """Show the evidence as it is now; the same one stays chosen."""
        chosen = self._chosen()
        self.model.reset(self._desk.workspace.evidence())
        self._after_change(chosen)

    def _filter(self) -> None:
        chosen = self._chosen()
        self.model.show_only(search=self.search.text(), with_retired=self.with_retired.isChecked())
        self._after_change(chosen)

    def _after_change(self, chosen: Evidence | None) -> None:
        shown, total = self.model.rowCount(), self.model.total
        self._count.setText(translate("EvidencePage", "{0} / {1}件").format(shown, total))
        self._empty.setVisible(shown == 0)
        self._empty.setText(
            translate("EvidencePage", "該当する証跡はありません。検索の言葉を変えてください。")
            if self.search.text().strip()
            else translate(
                "EvidencePage", "まだ証跡がありません。タスクを選び、右側の「証跡」から追加します。"
            )
        )
        row = self.model.row_of(chosen.number) if chosen else None
        if shown:
            self.table.selectRow(row or 0)
        self._describe_chosen()

    def _chosen(self) -> Evidence | None:
        row = self.table.currentIndex().row()
        return self.model.evidence(row) if 0 <= row < self.model.rowCount() else None

    def _describe_chosen(self, *_: QModelIndex) -> None:
        one = self._chosen()
        in_use = one is not None and not one.retired
        self._open.setEnabled(in_use)
        self._task.setEnabled(one is not None and bool(one.tasks))
        self._retire.setEnabled(in_use and not self._desk.workspace.is_read_only)
        self._hash.setText(f"SHA-256  {one.sha256}" if one and one.sha256 else "")

    def _tell_open(self) -> None:
        one = self._chosen()
        if one is not None and not one.retired:
            self.open_wanted.emit(one.number)

    def _tell_task(self) -> None:
        if (one := self._chosen()) is not None and one.tasks:
            self.task_wanted.emit(one.tasks[0])

    def _ask_retire(self) -> None:
        from pmark_desktop.ui import dialogs  # noqa: PLC0415

        one = self._chosen()
        if one is None:
            return
        reason = dialogs.ask_line(
            self,
            translate("EvidencePage", "証跡の取り下げ"),
            translate("EvidencePage", "取り下げる理由(この証跡を使うすべてのタスクから外れます)"),
        )
        if reason is not None:
            self._desk.retire_evidence(one.number, reason)
