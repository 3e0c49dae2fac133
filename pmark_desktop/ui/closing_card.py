"""周期を閉じる: the end of a cycle, and the way back, each with a reason."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from pmark_desktop.domain.errors import Why
from pmark_desktop.session.desk import Desk
from pmark_desktop.session.own_desk import OwnDesk
from pmark_desktop.ui.parts import button, label
from pmark_desktop.ui.reason_bar import ReasonBar
from pmark_desktop.ui.save_bar import read_only_reason
from pmark_desktop.ui.theme import Style
from pmark_desktop.words import day_words

translate = QCoreApplication.translate


class ClosingCard(QFrame):
    """Says whether the cycle is closed, and closes it or opens it again."""

    def __init__(self, style: Style, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("closing_card")
        self.setProperty("class", "card")
        self._style = style
        self._desk = desk
        self._own = OwnDesk(desk)
        self._state = label("", wraps=True, name="closing_state")
        self.act = button("", "closing_act", self._ask)
        self.bar = ReasonBar("closing", style, desk)
        self.bar.ended.connect(self.act.setFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        column.addWidget(label(translate("ClosingCard", "周期の終わり"), "heading"))
        column.addWidget(self._state)
        column.addWidget(self.act, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.bar)

    def refresh(self) -> None:
        """Show how the cycle stands now."""
        day = self._desk.content.cycle.closed_on
        if day is None:
            words = translate(
                "ClosingCard",
                "付与適格決定などで更新が終わったら閉じます。閉じた周期は読むだけになります。",
            )
            self.act.setText(translate("ClosingCard", "周期を閉じる(&C)…"))
        else:
            words = translate("ClosingCard", "{0} に閉じられています。").format(
                day_words(day, self._style.language)
            )
            self.act.setText(translate("ClosingCard", "開き直す(&C)…"))
        self._state.setText(words)
        error = read_only_reason(self._desk)
        self.act.setEnabled(error is None or error.why is Why.CYCLE_CLOSED)

    def _ask(self) -> None:
        if self._desk.content.cycle.closed_on is None:
            self.bar.ask(
                translate("ClosingCard", "周期を閉じると、開き直すまで何も変更できません。"),
                translate("ClosingCard", "閉じる(&Y)"),
                self._own.close_cycle,
            )
        else:
            self.bar.ask(
                translate(
                    "ClosingCard", "開き直すと、また変更できます。理由が変更履歴に残ります。"
                ),
                translate("ClosingCard", "開き直す(&Y)"),
                self._own.reopen_cycle,
            )
