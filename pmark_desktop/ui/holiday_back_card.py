"""What would move if the holidays of a year were computed again, before it is done."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from pmark_desktop.session.desk import Desk
from pmark_desktop.ui.holiday_preview import HolidayPreview
from pmark_desktop.ui.parts import button
from pmark_desktop.ui.theme import Style
from pmark_desktop.words_closed_days import difference_words
from pmark_desktop.workspace.holidays import differences_in, holiday_sources, office_without
from pmark_desktop.workspace.moves import preview

translate = QCoreApplication.translate


class HolidayBackCard(HolidayPreview):
    """Shows a year that was taken in, and takes it back when the person says so."""

    def __init__(self, style: Style, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("back", style, desk, parent)
        self._year: int | None = None
        words = translate("HolidayBackCard", "計算に戻す(&B)")
        self._take = button(words, "back_take", self.take, look="main")
        self._cancel = button(translate("HolidayBackCard", "やめる"), "back_cancel", self.give_up)
        self._lay_out(self._take, self._cancel)

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
        language = self._style.language
        self._show_lines("\n".join(difference_words(one, language) for one in found))
        office = office_without(workspace, year)
        self.moves.show_moves(preview(workspace, office=office, today=self._desk.today))

    def _summary_words(self, source: str, differing: int) -> str:
        words = translate(
            "HolidayBackCard", "「{0}」から取り込んだ祝日の代わりに、プログラムの計算を使います。"
        )
        differs = translate("HolidayBackCard", "計算した祝日と違う日: {0}日").format(differing)
        same = translate("HolidayBackCard", "計算した祝日との違いはありません。")
        return f"{words.format(source)}\n{differs if differing else same}"

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
