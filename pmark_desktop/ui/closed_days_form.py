"""設定, 休業日: the closed days of the company and of the assessment body, and the holidays."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from pmark_desktop.domain.closed_spans import Whose
from pmark_desktop.session.desk import Desk
from pmark_desktop.ui import dialogs
from pmark_desktop.ui.closed_card import ClosedCard
from pmark_desktop.ui.closed_editor import ClosedEditor
from pmark_desktop.ui.columns import Columns, scrolled
from pmark_desktop.ui.holiday_back_card import HolidayBackCard
from pmark_desktop.ui.holiday_intake_card import HolidayIntakeCard
from pmark_desktop.ui.holidays_card import HolidaysCard
from pmark_desktop.ui.theme import Style
from pmark_desktop.workspace.closed_days import ClosedEntry, closed_days

translate = QCoreApplication.translate
_COLUMN_WIDTH = 400
_WIDEST = 1120


class ClosedDaysForm(QWidget):
    """All days on which nobody works; each change is one step, shown before it is done."""

    def __init__(self, style: Style, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("closed_days_form")
        self._desk = desk
        can_edit = not desk.workspace.is_read_only
        self.cards = {whose: ClosedCard(style, whose, can_edit=can_edit) for whose in Whose}
        self.editor = ClosedEditor(style, desk)
        self.holidays = HolidaysCard(style, desk)
        self.intake = HolidayIntakeCard(style, desk)
        self.back = HolidayBackCard(style, desk)
        self._scroll = self._lay_out()
        for whose, card in self.cards.items():
            card.add_wanted.connect(partial(self._edit, partial(self.editor.add, whose)))
            card.change_wanted.connect(partial(self._edit_entry, self.editor.change, whose))
            card.retire_wanted.connect(partial(self._edit_entry, self.editor.retire, whose))
        self.editor.ended.connect(self._return)
        self.holidays.import_wanted.connect(self.ask_import)
        self.intake.ended.connect(self.holidays.take.setFocus)
        self.holidays.back_wanted.connect(self._ask_back)
        self.back.ended.connect(self.holidays.year.setFocus)
        self._seen = False

    def _lay_out(self) -> QScrollArea:
        content = QWidget()
        content.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(12)
        both = Columns(_COLUMN_WIDTH, 2, spacing=6)
        for card in self.cards.values():
            both.add(card)
        for part in (both, self.editor, self.holidays, self.back, self.intake):
            column.addWidget(part)
        column.addStretch(1)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        area = scrolled(content, "closed_days_scroll")
        outside.addWidget(area)
        return area

    # showing

    def refresh(self) -> None:
        """Show what the file holds now; what is typed and not saved stays.

        Until it is first seen there is nothing to show: a year of holidays takes a moment.
        """
        if not self._seen:
            return
        for whose, card in self.cards.items():
            card.show_entries(closed_days(self._desk.workspace, whose), self._desk.today)
        self.editor.refresh()
        self.holidays.refresh()
        self.back.refresh()
        self.intake.refresh()

    def stop(self) -> None:
        """Ask the workspace nothing more."""
        self.editor.stop()

    @property
    def has_unsaved(self) -> bool:
        """True while something is typed here and not saved."""
        return self.editor.has_unsaved

    # acting

    def _edit_entry(
        self, begin: Callable[[Whose, ClosedEntry], None], whose: Whose, entry: ClosedEntry
    ) -> None:
        self._edit(partial(begin, whose, entry))

    def _edit(self, begin: Callable[[], None]) -> None:
        begin()
        # the layout has the editor's place only after this turn
        QTimer.singleShot(0, self, self._show_editor)

    def _show_editor(self) -> None:
        if self.editor.is_open:
            self._scroll.ensureWidgetVisible(self.editor, 0, 8)

    def _return(self) -> None:
        card = self.cards[self.editor.whose]
        (card.add if card.table.isHidden() else card.table).setFocus()
        QTimer.singleShot(0, self, self._show_card)

    def _show_card(self) -> None:
        if not self.editor.is_open:
            self._scroll.ensureWidgetVisible(self.cards[self.editor.whose], 0, 8)

    def ask_import(self) -> None:
        """Ask for a published list of holidays and show what it would change."""
        place = QStandardPaths.StandardLocation.DownloadLocation
        path = dialogs.ask_holidays(self, Path(QStandardPaths.writableLocation(place)))
        if path is not None:
            self.show_list(path)

    def show_list(self, path: Path) -> None:
        """Show what taking in a list of holidays would change."""
        self.intake.show_file(path)
        QTimer.singleShot(0, self, self._show_intake)

    def _ask_back(self, year: int) -> None:
        self.back.show_year(year)
        QTimer.singleShot(0, self, self._show_back)

    def _show_back(self) -> None:
        self._scroll.ensureWidgetVisible(self.back, 0, 8)

    def _show_intake(self) -> None:
        self._scroll.ensureWidgetVisible(self.intake, 0, 8)

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._seen:
            self._seen = True
            self.refresh()
