"""証跡: all evidence, where it is used, and what can be done with it."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from pmark_desktop.domain.records import Evidence, EvidenceKind
from pmark_desktop.session.desk import Desk
from pmark_desktop.session.evidence_model import COLUMNS, EvidenceModel, EvidenceRole
from pmark_desktop.ui.evidence_facts import EvidenceFacts
from pmark_desktop.ui.list_table import ListTable
from pmark_desktop.ui.parts import label
from pmark_desktop.ui.theme import Look, Style
from pmark_desktop.words import title_words

translate = QCoreApplication.translate
_TONE = int(EvidenceRole.TONE)
_SEARCH_WIDTH = 320
_EMPTY_MARGIN = 60


class EvidencePage(QWidget):
    """All evidence of the open workspace. It reads when `refresh` is called.

    Signals:
        open_wanted: (number) the person wants to see a file or a link.
        task_wanted: (task id) the person wants to go to a task.
    """

    open_wanted = Signal(int)
    task_wanted = Signal(str)

    def __init__(self, style: Style, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("evidence_page")
        self._style = style
        self._desk = desk
        self.model = EvidenceModel(style.language, self)
        self.table = self._make_table()
        self.search = self._make_search()
        self.with_retired = QCheckBox(translate("EvidencePage", "取り下げも表示(&R)"))
        self.with_retired.setObjectName("evidence_with_retired")
        self.with_retired.toggled.connect(self._filter)
        self._count = label(look="faint", name="evidence_count")
        self._empty = label(look="faint", wraps=True, name="evidence_empty")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setMargin(_EMPTY_MARGIN)
        self._facts = EvidenceFacts(style, desk)
        self._middle = QStackedWidget()
        self._make_actions()
        self._lay_out()
        self._show_chosen()

    # building

    def _make_table(self) -> ListTable:
        table = ListTable(
            self.model, self._style,
            widths=[column.width for column in COLUMNS],
            look_of=self._look, text_of=self.model.text_of,
        )  # fmt: skip
        table.setObjectName("evidence_table")
        table.setAccessibleName(translate("EvidencePage", "証跡"))
        heads = table.horizontalHeader()
        heads.setSortIndicatorClearable(True)
        heads.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        table.setSortingEnabled(True)
        table.row_changed.connect(lambda _row: self._show_chosen())
        table.opened.connect(lambda _row: self._open.trigger())
        return table

    def _make_search(self) -> QLineEdit:
        box = QLineEdit()
        box.setObjectName("evidence_search")
        box.setPlaceholderText(translate("EvidencePage", "番号・名称・場所・タスクから探す"))
        box.setAccessibleName(translate("EvidencePage", "証跡を探す"))
        box.setClearButtonEnabled(True)
        icon = self._style.icons.get("search")
        box.addAction(icon, QLineEdit.ActionPosition.LeadingPosition)
        box.setMaximumWidth(_SEARCH_WIDTH)
        box.textChanged.connect(self._filter)
        return box

    def _make_actions(self) -> None:
        self._open = self._action(
            translate("EvidencePage", "開く(&O)"), "evidence_open", "open", self._ask_open
        )
        self._go = self._action(
            translate("EvidencePage", "タスクへ移動(&T)"), "evidence_go", "checklist", self._ask_go
        )
        self._retire = self._action(
            translate("EvidencePage", "取り下げ(&D)…"),
            "evidence_retire",
            "retire",
            self._ask_retire,
        )

    def _action(self, text: str, name: str, icon: str, triggered: object) -> QAction:
        action = QAction(self._style.icons.get(icon), text, self)
        action.setIconText(text)  # with its dots: Qt would take them off
        action.setObjectName(name)
        action.triggered.connect(triggered)
        self.table.addAction(action)
        return action

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(label(translate("EvidencePage", "証跡"), "title", name="evidence_title"))
        head.addSpacing(8)
        head.addWidget(self.search, 3)
        head.addWidget(self.with_retired)
        head.addWidget(self._count)
        head.addStretch(1)
        for action in (self._open, self._go, self._retire):
            made = QToolButton()
            made.setDefaultAction(action)
            made.setObjectName(f"{action.objectName()}_button")
            made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            made.setAutoRaise(True)
            head.addWidget(made)
        self._middle.addWidget(self.table)
        self._middle.addWidget(self._empty)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(14, 12, 14, 12)
        inside.setSpacing(10)
        inside.addLayout(head)
        inside.addWidget(self._middle, 1)
        inside.addWidget(self._facts)

    # showing

    def refresh(self) -> None:
        """Show the evidence as it is now; the same one stays the current one."""
        self.model.reset(self._desk.workspace.evidence())
        self._show_found()

    def choose(self, number: int) -> bool:
        """Make evidence the current one and show it; False if there is none of this number."""
        self.search.clear()
        row = self.model.row_of(number)
        if row is None:
            self.with_retired.setChecked(True)
            row = self.model.row_of(number)
        if row is not None:
            self.table.choose_row(row)
        return row is not None

    def _filter(self) -> None:
        self.model.show_only(search=self.search.text(), with_retired=self.with_retired.isChecked())
        self._show_found()

    def _show_found(self) -> None:
        shown, total = self.model.rowCount(), self.model.total
        if self.search.text().strip():
            text = translate("EvidencePage", "{1}件のうち {0}件").format(shown, total)
        else:
            text = translate("EvidencePage", "{0}件").format(total)
        self._count.setText(text)
        self._empty.setText(self._why_empty())
        self._middle.setCurrentWidget(self.table if shown else self._empty)
        if shown and not self.table.currentIndex().isValid():
            self.table.choose_row(0)
        self._show_chosen()

    def _why_empty(self) -> str:
        if self.model.total:
            return translate(
                "EvidencePage",
                "探した言葉を含む証跡はありません。別の言葉で探すか、検索欄を空にしてください。",
            )
        if self.model.retired_count:
            return translate(
                "EvidencePage",
                "使用中の証跡はありません。取り下げた証跡は「取り下げも表示」で見られます。",
            )
        return translate(
            "EvidencePage",
            "証跡はまだありません。チェックリストでタスクを選び、その行へファイルをドラッグするか、"
            "右の「証跡」からファイル・リンク・紙の保管場所を追加してください。",
        )

    def _show_chosen(self) -> None:
        one = self._chosen()
        can_change = not self._desk.workspace.is_read_only
        in_use = one is not None and not one.retired
        is_paper = one is not None and one.kind is EvidenceKind.PAPER
        self._open.setEnabled(in_use and not is_paper)
        self._go.setEnabled(bool(one and self._reachable(one)))
        self._retire.setEnabled(in_use and can_change)
        self._facts.show_evidence(one)

    def _chosen(self) -> Evidence | None:
        row = self.table.currentIndex().row()
        return self.model.evidence(row) if 0 <= row < self.model.rowCount() else None

    def _reachable(self, one: Evidence) -> list[str]:
        return [task for task in one.tasks if task in self._desk.content.tasks]

    def _look(self, index: QModelIndex | QPersistentModelIndex) -> Look | None:
        return self._style.tones[index.data(_TONE)]

    # wishes

    def _ask_open(self) -> None:
        if one := self._chosen():
            self.open_wanted.emit(one.number)

    def _ask_go(self) -> None:
        one = self._chosen()
        tasks = self._reachable(one) if one else []
        if task := self._ask_which(tasks) if len(tasks) > 1 else "".join(tasks):
            self.task_wanted.emit(task)

    def _ask_which(self, tasks: Sequence[str]) -> str:
        from pmark_desktop.ui import dialogs  # noqa: PLC0415

        names = [
            f"{task}  {title_words(self._desk.content.tasks[task], self._style.language)}"
            for task in tasks
        ]
        place = dialogs.ask_choice(
            self,
            translate("EvidencePage", "タスクへ移動"),
            translate("EvidencePage", "この証跡が付いているタスク"),
            names,
        )
        return "" if place is None else tasks[place]

    def _ask_retire(self) -> None:
        from pmark_desktop.ui import dialogs  # noqa: PLC0415

        one = self._chosen()
        if one is None:
            return
        reason = dialogs.ask_line(
            self,
            translate("EvidencePage", "証跡の取り下げ"),
            translate(
                "EvidencePage", "{0} を取り下げる理由(この証跡を使うすべてのタスクから外れます)"
            ).format(one.label),
        )
        if reason is not None:
            self._desk.retire_evidence(one.number, reason)
