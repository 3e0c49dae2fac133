"""設定, チェックリスト: which lists are used, own lists, and what applies to the company."""

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pmark_desktop.domain.errors import UserError
from pmark_desktop.session.desk import Desk
from pmark_desktop.session.own_desk import OwnDesk
from pmark_desktop.ui.columns import scrolled
from pmark_desktop.ui.list_rows import ListRows
from pmark_desktop.ui.own_list_row import OwnListRow
from pmark_desktop.ui.parts import button, card, label
from pmark_desktop.ui.save_bar import Asking
from pmark_desktop.ui.switches_card import SwitchesCard
from pmark_desktop.ui.theme import Style
from pmark_desktop.words_refusals import explain
from pmark_desktop.workspace.own_lists import ListStanding, list_standings

translate = QCoreApplication.translate
_WIDEST = 1040


class ListsForm(QWidget):
    """Lists on and off at once; what applies after a preview. Each is one step.

    Signals:
        import_wanted: the person wants to take a checklist in from a file.
    """

    import_wanted = Signal()

    def __init__(self, style: Style, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lists_form")
        self._style = style
        self._desk = desk
        self._own = OwnDesk(desk)
        self._asking = Asking(desk, self)
        self._fault = label("", "late", wraps=True, name="lists_fault")
        self._fault.hide()
        self.rows = ListRows(style)
        self.rows.switch_wanted.connect(self._switch)
        self.rows.rename_wanted.connect(self._rename)
        self.new = OwnListRow(style, desk)
        self.from_file = button(
            translate("ListsForm", "ファイルから取り込む(&T)…"), "lists_from_file",
            self.import_wanted.emit, icon=style.icons.get("open-file"),
        )  # fmt: skip
        self.switches = SwitchesCard(style, desk)
        self._lay_out()
        self._seen = False

    def _lay_out(self) -> None:
        frame, inside = card("lists_card")
        inside.addWidget(label(translate("ListsForm", "使うチェックリスト"), "heading"))
        about = translate(
            "ListsForm",
            "外したチェックリストのタスクは一覧から消えますが、状態・備考・証跡は残り、また使うと元どおり戻ります。",
        )
        inside.addWidget(label(about, "faint", wraps=True))
        inside.addWidget(self._fault)
        inside.addWidget(self.rows)
        inside.addWidget(self.new)
        inside.addWidget(self.from_file, 0, Qt.AlignmentFlag.AlignLeft)
        content = QWidget()
        content.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(12)
        column.addWidget(frame)
        column.addWidget(self.switches)
        column.addStretch(1)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(scrolled(content, "lists_scroll"))

    # showing

    def refresh(self) -> None:
        """Show what the file holds now; until it is first seen there is nothing to show."""
        if not self._seen:
            return
        can_edit = not self._desk.workspace.is_read_only
        self.rows.show_lists(list_standings(self._desk.workspace), can_edit=can_edit)
        self.new.setEnabled(can_edit)
        self.from_file.setEnabled(can_edit)
        self.switches.refresh()

    def stop(self) -> None:
        """Ask the workspace nothing more."""

    @property
    def has_unsaved(self) -> bool:
        """True while something is chosen or typed here and not saved."""
        return self._seen and (self.switches.has_unsaved or self.new.has_unsaved)

    # acting

    def _switch(self, standing: ListStanding, on: bool) -> None:
        checklist = standing.checklist
        error = self._asking.refusal_of(
            lambda: self._own.switch_list(checklist.key, checklist.title, on=on)
        )
        self._say(error)
        # the check box that was pressed is not to go while it still tells
        QTimer.singleShot(0, self, self.refresh)

    def _rename(self, standing: ListStanding) -> None:
        self.new.rename(standing.checklist.key, standing.checklist.title)

    def _say(self, error: UserError | None) -> None:
        self._fault.setText(explain(error, self._style.language) if error else "")
        self._fault.setVisible(error is not None)

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._seen:
            self._seen = True
            self.refresh()
