"""Where the renewal stands: the state of the window in words, its gauge, and two countdowns."""

from datetime import date

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QWidget

from pmark_desktop.domain.agenda import Countdown
from pmark_desktop.domain.window import WindowState
from pmark_desktop.session.desk import Desk
from pmark_desktop.ui.countdown_card import URGENT_DAYS, CountdownCard
from pmark_desktop.ui.parts import card, label, link, restyle
from pmark_desktop.ui.theme import Style
from pmark_desktop.ui.window_gauge import LabelledGauge
from pmark_desktop.words import window_words

translate = QCoreApplication.translate
_LOOKS = {
    WindowState.BEFORE: "strong", WindowState.OPEN: "soon", WindowState.EXTENDED: "late",
    WindowState.CLOSED: "late", WindowState.APPLIED: "good", WindowState.DECIDED: "good",
}  # fmt: skip
_ONE_ROW_LINES = 46  # heights of a line of text that gauge and countdowns need side by side
_SPACING = 12


class WindowCards(QWidget):
    """The gauge and the countdowns, side by side where there is room.

    Signals:
        cycle_wanted: the person wants to see or change the days of the cycle.
    """

    cycle_wanted = Signal()

    def __init__(self, style: Style, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("window_cards")
        self._style = style
        self._desk = desk
        self.state = label(name="overview_state", look="strong")
        self._ask = label(look="soon", name="overview_ask")
        self._remark = label(look="faint", wraps=True, name="overview_window_remark")
        self._gauge = LabelledGauge(style, desk)
        self._main = self._gauge_card()
        self.closing = CountdownCard(style, "countdown_closing")
        self.expiry = CountdownCard(style, "countdown_expiry")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_SPACING)
        self._is_one_row: bool | None = None
        self._arrange(is_one_row=True)

    def _gauge_card(self) -> QFrame:
        frame, inside = card("gauge_card")
        inside.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(self.state)
        head.addWidget(self._ask)
        head.addStretch(1)
        words = translate("WindowCard", "周期の日付")
        head.addWidget(link(words, "open_cycle", self.cycle_wanted.emit))
        inside.addLayout(head)
        inside.addWidget(self._gauge)
        inside.addWidget(self._remark)
        inside.addStretch(1)
        return frame

    def _arrange(self, *, is_one_row: bool) -> None:
        if is_one_row == self._is_one_row:
            return
        self._is_one_row = is_one_row
        row, column = (0, 1) if is_one_row else (1, 0)
        self._grid.addWidget(self._main, 0, 0, 1, 1 if is_one_row else 2)
        self._grid.addWidget(self.closing, row, column)
        self._grid.addWidget(self.expiry, row, column + 1)
        for place, stretch in enumerate((1, 0, 0) if is_one_row else (1, 1, 0)):
            self._grid.setColumnStretch(place, stretch)

    def refresh(self, state: WindowState, last_day: date) -> None:
        """Show how it stands now; `last_day` as in `agenda.next_step`."""
        desk, language = self._desk, self._style.language
        cycle, today = desk.content.cycle, desk.today
        window = cycle.window
        self.state.setText(window_words(state, window, last_day, today, language))
        is_urgent = state is WindowState.OPEN and (window.closes - today).days <= URGENT_DAYS
        restyle(self.state, "late" if is_urgent else _LOOKS[state])
        self._ask.setText("" if window.certain else translate("WindowCard", "要照会"))
        self._ask.setVisible(not window.certain)
        self._show_remark(state)
        self._gauge.refresh()
        if state in (WindowState.APPLIED, WindowState.DECIDED):
            self.closing.show_settled(
                translate("WindowCard", "更新の申請"),
                translate("WindowCard", "申請済"),
                cycle.applied,
            )
        else:
            head = translate("WindowCard", "申請の最終日")
            self.closing.show_left(head, window.closes, today)
        self.expiry.show_left(translate("WindowCard", "満了日"), cycle.expires, today)

    def _show_remark(self, state: WindowState) -> None:
        lines = []
        if state is WindowState.CLOSED:
            lines.append(
                translate(
                    "WindowCard",
                    "受付最終日を過ぎています。申請できるかどうかを、すぐに審査機関へ問い合わせてください。",
                )
            )
        is_expired = self._desk.today > self._desk.content.cycle.expires
        if is_expired and state is not WindowState.DECIDED:
            lines.append(
                translate(
                    "WindowCard",
                    "満了日を過ぎています。マークの使用を続けてよいかを審査機関に確かめてください。",
                )
            )
        if not self._desk.content.cycle.window.certain:
            lines.append(
                translate(
                    "WindowCard",
                    "月末の数え方が決まっていないため、安全側の日を示しています。審査機関に照会してください。",
                )
            )
        self._remark.setText("\n".join(lines))
        self._remark.setVisible(bool(lines))

    def show_business_days(self, closing: Countdown, expiry: Countdown) -> None:
        """Show the business days too, once they are worked out."""
        self.closing.show_business_days(closing)
        self.expiry.show_business_days(expiry)

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        room = self.fontMetrics().height() * _ONE_ROW_LINES
        self._arrange(is_one_row=event.size().width() >= room)
        super().resizeEvent(event)
