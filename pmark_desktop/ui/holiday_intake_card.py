"""What a list of holidays would change, or what is wrong with it, before it is taken in."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from pmark_desktop.domain.errors import UserError
from pmark_desktop.session.desk import Desk
from pmark_desktop.ui.holiday_preview import HolidayPreview
from pmark_desktop.ui.parts import button, restyle
from pmark_desktop.ui.theme import Style
from pmark_desktop.words_closed_days import difference_words
from pmark_desktop.words_holidays import holiday_problems_words
from pmark_desktop.words_refusals import explain
from pmark_desktop.workspace.holidays import HolidayIntake, office_with, read_holidays
from pmark_desktop.workspace.moves import preview

translate = QCoreApplication.translate


class HolidayIntakeCard(HolidayPreview):
    """Shows a file that was read, and takes it in when the person says so."""

    def __init__(self, style: Style, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("intake", style, desk, parent)
        self._path: Path | None = None
        self._intake: HolidayIntake | None = None
        self._take = button(
            translate("HolidayIntakeCard", "取り込む(&I)"), "intake_take", self.take, look="main"
        )
        self._cancel = button(
            translate("HolidayIntakeCard", "やめる"), "intake_cancel", self.give_up
        )
        self._lay_out(self._take, self._cancel)

    def show_file(self, path: Path) -> None:
        """Read a file and show what it would do."""
        self._path = path
        self.show()
        self.refresh()
        (self._take if self._take.isEnabled() else self._cancel).setFocus()

    def refresh(self) -> None:
        """Read the file again, for what it would change is another now."""
        if self._path is None:
            return
        try:
            self._intake = read_holidays(self._desk.workspace, self._path)
        except UserError as error:
            self._intake = None
            self._show_trouble(self._path.name, "", explain(error, self._style.language))
            return
        if self._intake.problems:
            words = translate("HolidayIntakeCard", "問題が {0}件あります。何も取り込んでいません。")
            problems = holiday_problems_words(self._intake.problems, self._style.language)
            found = words.format(len(self._intake.problems))
            self._show_trouble(self._intake.source, problems, found)
        else:
            self._show_found(self._intake)

    def _show_trouble(self, source: str, problems: str, words: str) -> None:
        heading = translate("HolidayIntakeCard", "「{0}」は取り込めません")
        self._heading.setText(heading.format(source))
        restyle(self._summary, "late")
        self._summary.setText(words)
        self._show_lines(problems)
        self.moves.show_moves(None)
        self._take.setEnabled(False)

    def _show_found(self, intake: HolidayIntake) -> None:
        heading = translate("HolidayIntakeCard", "「{0}」の取り込み")
        self._heading.setText(heading.format(intake.source))
        restyle(self._summary, "strong")
        self._summary.setText(self._summary_words(intake))
        language = self._style.language
        self._show_lines("\n".join(difference_words(one, language) for one in intake.differences))
        self._take.setEnabled(bool(intake.changed))
        workspace = self._desk.workspace
        moves = None
        if intake.changed:
            office = office_with(workspace, intake.years)
            moves = preview(workspace, office=office, today=self._desk.today)
        self.moves.show_moves(moves)

    def _summary_words(self, intake: HolidayIntake) -> str:
        years, days = list(intake.years), sum(map(len, intake.years.values()))
        words = translate(
            "HolidayIntakeCard", "全{0}日のうち、この周期に関わる {1}〜{2}年の{3}日を使います。"
        )
        lines = [words.format(f"{intake.total:,}", years[0], years[-1], days)]
        if not intake.changed:
            words = translate(
                "HolidayIntakeCard", "すでに取り込んだ内容と同じです。取り込む必要はありません。"
            )
            lines.append(words)
        if intake.differences:
            words = translate("HolidayIntakeCard", "計算した祝日と違う日: {0}日")
            lines.append(words.format(len(intake.differences)))
        else:
            lines.append(translate("HolidayIntakeCard", "計算した祝日との違いはありません。"))
        return "\n".join(lines)

    def take(self) -> None:
        """Take the holidays in as one step."""
        if self._intake is None or not self._intake.changed:
            return
        intake, self._path = self._intake, None  # what is saved is not to be read again
        if self._desk.import_holidays(intake.years, intake.source):
            self.give_up()

    def give_up(self) -> None:
        """Show no file any more."""
        self._path = self._intake = None
        self.hide()
        self.ended.emit()
