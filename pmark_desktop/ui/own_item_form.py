"""独自タスク: the form of an own item, with the dates that its rule would give."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from pmark_desktop.domain.errors import UserError
from pmark_desktop.session.desk import Desk
from pmark_desktop.session.own_desk import OwnDesk
from pmark_desktop.ui.columns import Columns
from pmark_desktop.ui.fields import press_enter
from pmark_desktop.ui.form_page import lay_form_page
from pmark_desktop.ui.moves_card import MovesCard
from pmark_desktop.ui.own_item_fields import OwnItemFields
from pmark_desktop.ui.parts import button, card, label
from pmark_desktop.ui.save_bar import Asking, read_only_reason
from pmark_desktop.ui.theme import Style
from pmark_desktop.words_refusals import explain
from pmark_desktop.workspace.own_items import place_of, preview_item
from pmark_desktop.workspace.own_texts import ITEM_FIELDS, item_texts

translate = QCoreApplication.translate
_COLUMN_WIDTH = 420
_PREVIEW_MS = 150
_WIDEST = 1120


class OwnItemForm(QWidget):
    """Asks for an own item, new or there already, and shows what comes of it.

    Signals:
        done: (list key, item id) it is in the file.
        cancelled: the person changed their mind.
    """

    done = Signal(str, str)
    cancelled = Signal()

    def __init__(self, style: Style, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("own_item_form")
        self._style = style
        self._desk = desk
        self._own = OwnDesk(desk)
        self._asking = Asking(desk, self)
        self._item = ""
        self._before: Mapping[str, str] = {}
        self._title = label("", "title", wraps=True, name="own_form_title")
        self.fields = OwnItemFields(style, desk, self)
        self.moves = MovesCard(style, "own_moves")
        self._save = button(
            translate("OwnItemForm", "保存(&S)"), "own_save", self.save, look="main"
        )
        self._cancel = button(
            translate("OwnItemForm", "キャンセル"), "own_cancel", self.cancelled.emit
        )
        self.reason = label("", "faint", wraps=True, name="own_reason")
        self._shown: dict[str, str] = {}  # what the fields held when it began
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PREVIEW_MS)
        self._later.timeout.connect(self._show_moves)
        self._lay_out()
        self.fields.changed.connect(self._later.start)

    def _lay_out(self) -> None:
        both = Columns(_COLUMN_WIDTH, 2, spacing=6)
        for name, parts in self.fields.columns().items():
            frame, inside = card(name)
            inside.setSpacing(10)
            for part in parts:
                inside.addWidget(part)
            inside.addStretch(1)
            both.add(frame)
        content = QWidget()
        content.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 14, 16, 10)
        column.addWidget(self._title)
        column.addWidget(both)
        column.addStretch(1)
        beside = QVBoxLayout()
        beside.setContentsMargins(16, 6, 16, 6)
        beside.addWidget(self.moves)
        lay_form_page(
            self, content, "own_scroll",
            buttons=(self._save, self._cancel), reason=self.reason, above_foot=beside,
        )  # fmt: skip

    # showing

    def begin(self, list_key: str, item: str) -> None:
        """Ask for a new item of a list, or show an own one that is there."""
        self._item = item
        if item:
            checklist, found = place_of(self._desk.workspace, item)
            self._before = item_texts(found)
            self.fields.show_item(checklist.key, self._before, item)
            words = translate("OwnItemForm", "独自項目 {0} を編集").format(item)
        else:
            self._before = {}
            self.fields.show_new(list_key)
            words = translate("OwnItemForm", "独自タスクを追加")
        self._title.setText(words)
        error = read_only_reason(self._desk)
        self.reason.setText(explain(error, self._style.language) if error else "")
        self._save.setEnabled(error is None)
        self._shown = self.fields.texts()
        self._show_moves()

    @property
    def has_unsaved(self) -> bool:
        """True while something is typed here and not saved."""
        return bool(self._shown) and self.fields.texts() != self._shown

    def take_focus(self) -> None:
        """Give the keyboard to the first field."""
        self.fields.parts["title"].setFocus()

    def refresh(self) -> None:
        """Show what the file holds now; what is typed stays."""
        if self.fields.list_key:
            self._show_moves()

    def stop(self) -> None:
        """Ask the workspace nothing more."""
        self._later.stop()

    def _show_moves(self) -> None:
        """Show what saving would do to the tasks, while it could be saved."""
        self._later.stop()
        texts = {name: text for name, text in self.fields.texts().items() if name in ITEM_FIELDS}
        texts["title"] = texts["title"] or "?"  # the dates can be seen before it has a name
        if not self._item and not self.fields.has_rule:
            self.moves.show_moves(None)
            return
        try:
            found = preview_item(
                self._desk.workspace, self.fields.list_key, self._item, texts, self._desk.today
            )
        except UserError as error:
            self.moves.show_moves(None)
            self._show_fault(error, focus=False)
            return
        self.moves.show_moves(None if found.is_empty and self._item else found)

    # saving

    def save(self) -> None:
        """Save it as one step, or show at its field what is wrong."""
        if not self._save.isEnabled():
            return
        texts = self.fields.texts()
        if self._item:
            changed = {name: text for name, text in texts.items() if text != self._before[name]}
            error = self._asking.refusal_of(lambda: self._own.edit_item(self._item, changed))
        else:
            typed = {name: text for name, text in texts.items() if text}
            typed.setdefault("title", "")
            key = self.fields.list_key
            error = self._asking.refusal_of(lambda: self._own.add_tasks(key, [typed]))
        if error is not None:
            self._show_fault(error, focus=True)
            return
        key = self.fields.list_key
        items = self._desk.content.checklist(key).items
        self.done.emit(key, self._item or items[-1].id)

    def _show_fault(self, error: UserError, *, focus: bool) -> None:
        words = explain(error, self._style.language)
        part = self.fields.parts.get(self.fields.place_of(error))
        if part is None:
            self.reason.setText(words)
            return
        part.show_fault(words)
        if focus:
            part.setFocus()

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif isinstance(self.focusWidget(), QPlainTextEdit) or not press_enter(
            self, event, self.save
        ):
            super().keyPressEvent(event)
