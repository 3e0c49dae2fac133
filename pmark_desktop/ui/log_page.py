"""変更履歴: everything that was ever changed, newest first."""

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from pmark_desktop.session.desk import Desk
from pmark_desktop.session.log_model import COLUMNS, LogModel
from pmark_desktop.ui.parts import label
from pmark_desktop.ui.theme import Style
from pmark_desktop.words_log import LogTerm

translate = QCoreApplication.translate
_SEARCH_MS = 150
_SHORT_HASH = 12
_USUAL_HEIGHT = 19  # of a line of text, in which the widths of columns are given
_WIDTHS = {
    LogTerm.AT: 128, LogTerm.OPERATION: 52, LogTerm.WHO: 100, LogTerm.ACT: 140,
    LogTerm.TARGET: 150, LogTerm.FIELD: 110, LogTerm.OLD: 170, LogTerm.NEW: 230,
    LogTerm.WHY: 150, LogTerm.REVERSES: 150,
}  # fmt: skip


class LogPage(QWidget):
    """The log of the open workspace."""

    def __init__(self, style: Style, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("log_page")
        self.model = LogModel(desk.workspace.log_part, style.language, self)
        self.model.counted.connect(self._describe)
        self.model.refused.connect(desk.refused)
        self._count = label(look="faint", name="log_count")
        self._hash = label(look="faint", name="newest_hash")
        self.search = QLineEdit()
        self.search.setObjectName("log_search")
        self.search.setPlaceholderText(translate("LogPage", "変更履歴の検索"))
        self.search.setAccessibleName(translate("LogPage", "変更履歴の検索"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(220)
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(_SEARCH_MS)
        self._waiting.timeout.connect(lambda: self.model.search(self.search.text()))
        self.search.textChanged.connect(lambda _text: self._waiting.start())
        self.table = self._made_table()
        self._lay_out()

    def _made_table(self) -> QTableView:
        table = QTableView()
        table.setObjectName("log_table")
        table.setAccessibleName(translate("LogPage", "変更履歴"))
        table.setModel(self.model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setWordWrap(False)
        table.setAlternatingRowColors(True)
        table.setTabKeyNavigation(False)
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 10)
        scale = table.fontMetrics().height() / _USUAL_HEIGHT
        for place, term in enumerate(COLUMNS):
            table.setColumnWidth(place, round(_WIDTHS[term] * scale))
        copy = QShortcut(QKeySequence.StandardKey.Copy, table)
        copy.activated.connect(self.copy)
        return table

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(14, 10, 14, 8)
        head.setSpacing(12)
        head.addWidget(label(translate("LogPage", "変更履歴"), "title"))
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self._hash)
        head.addWidget(self.search)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(self.table, 1)

    def refresh(self) -> None:
        """Show what came to the log since."""
        self.model.refresh()

    def stop(self) -> None:
        """Ask the workspace nothing more."""
        self._waiting.stop()
        self.model.stop()

    def copy(self) -> None:
        """Put the chosen rows on the clipboard as text."""
        rows = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        QGuiApplication.clipboard().setText(self.model.text_of(rows))

    def _describe(self) -> None:
        if self.search.text().strip():
            shown = self.model.rowCount()
            words = translate("LogPage", "{0} / {1}件").format(shown, self.model.total)
            if self.model.is_searching:
                words += translate("LogPage", "(検索中)")
        else:
            words = translate("LogPage", "{0}件").format(self.model.total)
        self._count.setText(words)
        tip = self.model.newest_hash
        self._hash.setText(
            translate("LogPage", "最新のハッシュ {0}…").format(tip[:_SHORT_HASH]) if tip else ""
        )
        self._hash.setToolTip(
            translate(
                "LogPage",
                "{0}\n証跡台帳にも同じ値を印刷します。紙の控えと比べると、変更履歴の末尾が消されていないことを確かめられます。",
            ).format(tip)
        )
