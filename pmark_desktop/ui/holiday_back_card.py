"""What would move if the holidays of a year were computed again, before it is done."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from pmark_desktop.session.desk import Desk
from pmark_desktop.ui.moves_card import MovesCard
from pmark_desktop.ui.parts import button, label
from pmark_desktop.ui.theme import Style
from pmark_desktop.words_closed_days import difference_words
from pmark_desktop.workspace.holidays import differences_in, holiday_sources, office_without
from pmark_desktop.workspace.moves import preview

translate = QCoreApplication.translate
_MOST_LINES = 7


class HolidayBackCard(QFrame):
    """Shows a year that was taken in, and takes it back when the person says so.

    Signals:
        ended: it was taken back, or given up.
    """

    ended = Signal()

    def __init__(self, style: Style, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("holiday_back")
        self.setProperty("class", "card")
        self._style = style
        self._desk = desk
        self._year: int | None = None
        self._heading = label("", "heading", wraps=True, name="back_heading")
        self._summary = label("", "strong", wraps=True, name="back_summary")
        self.lines = QPlainTextEdit()
        self.lines.setObjectName("back_lines")
        self.lines.setReadOnly(True)
        self.lines.setTabChangesFocus(True)
        self.moves = MovesCard(style, "back_moves")
        words = translate("HolidayBackCard", "計算に戻す(&B)")
        self._take = button(words, "back_take", self.take, look="main")
        self._cancel = button(translate("HolidayBackCard", "やめる"), "back_cancel", self.give_up)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._take)
        row.addWidget(self._cancel)
        row.addStretch(1)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(14, 12, 14, 12)
        inside.setSpacing(8)
        for part in (self._heading, self._summary, self.lines, self.moves):
            inside.addWidget(part)
        inside.addLayout(row)

    def show_year(self, year: int) -> None:
        """Show what computing a year again would do."""
        self._year = year
        self.show()
        self.refresh()
        self._take.setFocus()

    def refresh(self) -> None:
        """Show it as it stands now; a year that is computed by now is left."""
        if self._year is None:
            return
        workspace, year = self._desk.workspace, self._year
        source = holiday_sources(workspace).get(year)
        if source is None or workspace.is_read_only:
            self.give_up()
            return
        heading = translate("HolidayBackCard", "{0}年の祝日を計算に戻す")
        self._heading.setText(heading.format(year))
        found = differences_in(workspace, year)
        self._summary.setText(self._summary_words(source, len(found)))
        self._show_lines([difference_words(one, self._style.language) for one in found])
        office = office_without(workspace, year)
        self.moves.show_moves(preview(workspace, office=office, today=self._desk.today))

    def _summary_words(self, source: str, differing: int) -> str:
        words = translate(
            "HolidayBackCard", "「{0}」から取り込んだ祝日の代わりに、プログラムの計算を使います。"
        )
        differs = translate("HolidayBackCard", "計算した祝日と違う日: {0}日").format(differing)
        same = translate("HolidayBackCard", "計算した祝日との違いはありません。")
        return f"{words.format(source)}\n{differs if differing else same}"

    def _show_lines(self, lines: list[str]) -> None:
        self.lines.setPlainText("\n".join(lines))
        self.lines.setVisible(bool(lines))
        rows = min(len(lines), _MOST_LINES)
        self.lines.setFixedHeight(rows * self.fontMetrics().lineSpacing() + 18)

    def take(self) -> None:
        """Compute the year again as one step."""
        if self._year is None:
            return
        year, self._year = self._year, None  # what is saved is not to be shown again
        if self._desk.retire_holidays(year):
            self.give_up()
        else:
            self._year = year
            self.refresh()

    def give_up(self) -> None:
        """Show no year any more."""
        self._year = None
        self.hide()
        self.ended.emit()
