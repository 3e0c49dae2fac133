"""取り下げたタスク: what was retired, when, by whom and why; and the way back."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pmark_desktop.session.desk import Desk
from pmark_desktop.session.own_desk import OwnDesk
from pmark_desktop.session.text_model import TextModel
from pmark_desktop.ui.list_table import ListTable
from pmark_desktop.ui.parts import button, label
from pmark_desktop.ui.save_bar import Asking
from pmark_desktop.ui.theme import Style
from pmark_desktop.words import FIELDS, list_title, pick
from pmark_desktop.words_log import LOG_TERMS, LogTerm
from pmark_desktop.words_log_lines import moment_words
from pmark_desktop.words_refusals import explain
from pmark_desktop.workspace.retiring import Retired, retired_items

translate = QCoreApplication.translate
_WIDTHS = (92, 250, 130, 150, 110, 300)


class RetiredPage(QWidget):
    """A table of retired items.

    Signals:
        left: the person wants back to the tasks.
    """

    left = Signal()

    def __init__(self, style: Style, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("retired_page")
        self._style = style
        self._desk = desk
        self._own = OwnDesk(desk)
        self._asking = Asking(desk, self)
        self._retired: list[Retired] = []
        language = style.language
        heads = [pick(FIELDS[name], language) for name in ("id", "title", "list")]
        heads += [pick(LOG_TERMS[term], language) for term in (LogTerm.AT, LogTerm.WHO)]
        heads.append(pick(FIELDS["reason"], language))
        self._model = TextModel(heads, self)
        self.table = ListTable(
            self._model, style, widths=_WIDTHS, look_of=lambda _index: None,
            text_of=self._model.text_of,
        )  # fmt: skip
        self.table.setObjectName("retired_table")
        self.table.setAccessibleName(translate("RetiredPage", "取り下げたタスク"))
        self._fault = label("", "late", wraps=True, name="retired_fault")
        self._back = button(
            translate("RetiredPage", "選んだものを一覧に戻す(&B)"),
            "bring_back",
            self.bring_back,
            look="main",
        )
        self._leave = button(
            translate("RetiredPage", "タスクへ戻る"), "retired_leave", self.left.emit
        )
        self._empty = label(
            translate("RetiredPage", "取り下げたタスクはありません。"),
            "faint",
            name="retired_empty",
        )
        self._lay_out()
        self.table.selectionModel().selectionChanged.connect(lambda _new, _old: self._follow())
        self.refresh()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self._back)
        row.addWidget(self._leave)
        row.addWidget(self._fault, 1)
        about = translate(
            "RetiredPage",
            "取り下げた項目のタスクは、状態・備考・証跡を残して一覧から外してあります。戻すと、未完了のものの期限は今の決まりの日になります。",
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(8)
        column.addWidget(label(translate("RetiredPage", "取り下げたタスク"), "title"))
        column.addWidget(label(about, "faint", wraps=True))
        column.addWidget(self._empty)
        column.addWidget(self.table, 1)
        column.addLayout(row)

    def take_focus(self) -> None:
        """Give the keyboard to the table."""
        (self.table if self._retired else self._leave).setFocus()

    def refresh(self) -> None:
        """Show what is retired now."""
        self._retired = retired_items(self._desk.workspace)
        language = self._style.language
        titles = {one.key: list_title(one, language) for one in self._desk.content.lists}
        self._model.show(
            (
                one.item.id, one.item.title, titles[one.list_key],
                moment_words(one.at, language), one.who, one.reason,
            )
            for one in self._retired
        )  # fmt: skip
        self.table.setVisible(bool(self._retired))
        self._empty.setVisible(not self._retired)
        if self._retired and not self.table.chosen_rows():
            self.table.choose_row(0)
        self._follow()

    def bring_back(self) -> None:
        """Put the chosen ones into use again."""
        items = [self._retired[row].item.id for row in self.table.chosen_rows()]
        if not items:
            return
        error = self._asking.refusal_of(lambda: self._own.bring_back(items))
        self._fault.setText(explain(error, self._style.language) if error else "")

    def _follow(self) -> None:
        can = bool(self.table.chosen_rows()) and not self._desk.workspace.is_read_only
        self._back.setEnabled(can)

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
