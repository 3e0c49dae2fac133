"""A line for own checklists: a new one, or another title for one that is there."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from pmark_desktop.domain.errors import Why
from pmark_desktop.session.desk import Desk
from pmark_desktop.session.own_desk import OwnDesk
from pmark_desktop.ui.fields import Field, press_enter
from pmark_desktop.ui.parts import button
from pmark_desktop.ui.save_bar import Asking
from pmark_desktop.ui.theme import Style
from pmark_desktop.words_refusals import explain

translate = QCoreApplication.translate
_KEY_LETTERS = 9
_AT_KEY = (Why.LIST_KEY_WRONG, Why.LIST_ALREADY_THERE)


class OwnListRow(QWidget):
    """Title and key, and a button."""

    def __init__(self, style: Style, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("own_list_row")
        self._style = style
        self._own = OwnDesk(desk)
        self._asking = Asking(desk, self)
        self._key = ""
        language = style.language
        self.title = Field("own_list_title", translate("OwnListRow", "自社チェックリストの名前(&N)"), language)  # fmt: skip
        self.title.show_hint(translate("OwnListRow", "例: 支店の点検"))
        self.key = Field(
            "own_list_key", translate("OwnListRow", "記号(空なら自動)(&K)"), language,
            letters=_KEY_LETTERS,
        )  # fmt: skip
        self.yes = button("", "own_list_add", self.act, icon=style.icons.get("add"))
        self.no = button(translate("OwnListRow", "やめる"), "own_list_cancel", self.reset)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.title, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.key, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.yes, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self.no, 0, Qt.AlignmentFlag.AlignBottom)
        self.reset()

    @property
    def has_unsaved(self) -> bool:
        """True while a title is typed that is not saved."""
        return self.title.is_changed

    def reset(self) -> None:
        """Begin with a new list."""
        self._key = ""
        self.title.reset_to("")
        self.key.reset_to("")
        self.key.show()
        self.no.hide()
        self.yes.setText(translate("OwnListRow", "追加(&A)"))

    def rename(self, key: str, title: str) -> None:
        """Ask for another title of an own list."""
        self._key = key
        self.title.reset_to(title)
        self.key.hide()
        self.no.show()
        self.yes.setText(translate("OwnListRow", "名前を変える"))
        self.title.setFocus()

    def act(self) -> None:
        """Save it, or say at its field what is wrong."""
        title, key, chosen = self.title.text, self.key.text, self._key
        if chosen:
            error = self._asking.refusal_of(lambda: self._own.rename_list(chosen, title))
        else:
            error = self._asking.refusal_of(lambda: self._own.add_list(title, key))
        if error is None:
            self.reset()
            return
        field = self.key if error.why in _AT_KEY else self.title
        field.show_fault(explain(error, self._style.language))
        field.setFocus()

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._key:
            self.reset()
        elif not press_enter(self, event, self.act):
            super().keyPressEvent(event)
