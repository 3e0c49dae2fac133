"""A line that asks for a reason where it is needed, instead of a dialog."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from pmark_desktop.domain.errors import UserError
from pmark_desktop.session.desk import Desk
from pmark_desktop.ui.fields import Field, press_enter
from pmark_desktop.ui.parts import button, label
from pmark_desktop.ui.save_bar import Asking
from pmark_desktop.ui.theme import Style
from pmark_desktop.words_refusals import explain

translate = QCoreApplication.translate


class ReasonBar(QFrame):
    """Says what is about to be done, and asks why.

    Signals:
        ended: it was done, or the person changed their mind.
    """

    ended = Signal()

    def __init__(self, name: str, style: Style, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_bar")
        self.setProperty("class", "warning")
        self._style = style
        self._asking = Asking(desk, self)
        self._wish: Callable[[str], bool] = lambda _reason: False
        self._words = label("", wraps=True, name=f"{name}_words")
        self.reason = Field(f"{name}_reason", translate("ReasonBar", "理由(&W)"), style.language)
        self.yes = button("", f"{name}_yes", self.act, look="main")
        self.no = button(translate("ReasonBar", "やめる"), f"{name}_no", self.end)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.reason, 1)
        row.addWidget(self.yes, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self.no, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 10)
        column.addWidget(self._words)
        column.addLayout(row)
        self.hide()

    def ask(self, words: str, yes: str, wish: Callable[[str], bool]) -> None:
        """Ask for the reason of `wish`, which is called with it."""
        self._wish = wish
        self._words.setText(words)
        self.yes.setText(yes)
        self.reason.reset_to("")
        self.show()
        self.reason.setFocus()

    def act(self) -> None:
        """Do it, or say below the reason why not."""
        reason = self.reason.text
        error: UserError | None = self._asking.refusal_of(lambda: self._wish(reason))
        if error is not None:
            self.reason.show_fault(explain(error, self._style.language))
            self.reason.setFocus()
            return
        self.end()

    def end(self) -> None:
        """Take the line away."""
        self.hide()
        self.ended.emit()

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        elif not press_enter(self, event, self.act):
            super().keyPressEvent(event)
