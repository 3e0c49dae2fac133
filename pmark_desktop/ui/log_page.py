"""変更履歴: every change that was ever made, newest first; nothing here can be edited."""

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from pmark_desktop.session.cell_texts import plain_tip
from pmark_desktop.session.columns import Tone
from pmark_desktop.session.desk import Desk
from pmark_desktop.session.log_model import PLACES, LogModel, LogRole
from pmark_desktop.ui.list_table import ListTable
from pmark_desktop.ui.parts import label
from pmark_desktop.ui.theme import Look, Style
from pmark_desktop.words_log import LogTerm

translate = QCoreApplication.translate
_WIDTHS = {
    LogTerm.AT: 152, LogTerm.OPERATION: 62, LogTerm.WHO: 84, LogTerm.ACT: 170,
    LogTerm.TARGET: 130, LogTerm.FIELD: 90, LogTerm.OLD: 130, LogTerm.NEW: 226,
    LogTerm.WHY: 150, LogTerm.REVERSES: 100,
}  # fmt: skip
_OF_OPERATION = {PLACES[term] for term in (LogTerm.AT, LogTerm.OPERATION, LogTerm.WHO, LogTerm.ACT)}
_REPEATS = int(LogRole.REPEATS)
_HASH_SHOWN = 12
_SEARCH_WIDTH = 320


class LogPage(QWidget):
    """The log of the open workspace, with a search. It reads when `refresh` is called."""

    def __init__(self, style: Style, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("log_page")
        self._faint = style.tones[Tone.EXCLUDED]
        self.model = LogModel(desk.workspace.log_part, style.language, self)
        self.model.counted.connect(self._show_counts)
        self.model.refused.connect(desk.refused)
        self.table = self._make_table(style)
        self.search = self._make_search(style)
        self._count = label(look="faint", name="log_count")
        self._hash = label(look="faint", name="log_hash")
        self._hash.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._lay_out()

    def _make_table(self, style: Style) -> ListTable:
        table = ListTable(
            self.model, style,
            widths=list(_WIDTHS.values()), look_of=self._look, text_of=self.model.text_of,
        )  # fmt: skip
        table.setObjectName("log_table")
        table.setAccessibleName(translate("LogPage", "変更履歴"))
        return table

    def _make_search(self, style: Style) -> QLineEdit:
        box = QLineEdit()
        box.setObjectName("log_search")
        box.setPlaceholderText(translate("LogPage", "名前・対象・内容から探す"))
        box.setAccessibleName(translate("LogPage", "変更履歴を探す"))
        box.setClearButtonEnabled(True)
        box.addAction(style.icons.get("search"), QLineEdit.ActionPosition.LeadingPosition)
        box.setMaximumWidth(_SEARCH_WIDTH)
        box.textChanged.connect(self.model.search)
        return box

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(label(translate("LogPage", "変更履歴"), "title", name="log_title"))
        head.addSpacing(8)
        head.addWidget(self.search, 3)
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self._hash)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(14, 12, 14, 12)
        inside.setSpacing(10)
        inside.addLayout(head)
        inside.addWidget(self.table)

    def refresh(self) -> None:
        """Show what came to the log since."""
        self.model.refresh()

    def stop(self) -> None:
        """Read no more: the file is about to be closed."""
        self.model.stop()

    def _show_counts(self) -> None:
        shown, total = self.model.rowCount(), self.model.total
        if not self.search.text().strip():
            text = translate("LogPage", "{0}件").format(f"{total:,}")
        elif self.model.is_searching:
            text = translate("LogPage", "{0}件 (検索中…)").format(f"{shown:,}")
        else:
            text = translate("LogPage", "{1}件のうち {0}件").format(f"{shown:,}", f"{total:,}")
        self._count.setText(text)
        self._show_hash()

    def _show_hash(self) -> None:
        newest = self.model.newest_hash
        self._hash.setVisible(bool(newest))
        self._hash.setText(translate("LogPage", "最新ハッシュ {0}").format(newest[:_HASH_SHOWN]))
        about = translate(
            "LogPage",
            "履歴全体の指紋です。履歴を1か所でも書き換えたり末尾を消したりすると変わります。"
            "書き出した証跡台帳にも同じ値が載るので、後から見比べて確かめられます。",
        )
        self._hash.setToolTip(plain_tip(f"{about}\n\n{newest}"))

    def _look(self, index: QModelIndex | QPersistentModelIndex) -> Look | None:
        """Return a faint look for what only repeats the row above."""
        if index.column() in _OF_OPERATION and index.data(_REPEATS):
            return self._faint
        return None
