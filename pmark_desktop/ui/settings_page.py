"""The page 設定: what the file says of organisation, cycle and people, and preferences."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from pmark_desktop.domain.errors import Why
from pmark_desktop.session.desk import Desk
from pmark_desktop.session.settings import Settings
from pmark_desktop.ui.closed_days_form import ClosedDaysForm
from pmark_desktop.ui.cycle_form import CycleForm
from pmark_desktop.ui.lists_form import ListsForm
from pmark_desktop.ui.organisation_form import OrganisationForm
from pmark_desktop.ui.parts import label
from pmark_desktop.ui.preferences_form import PreferencesForm
from pmark_desktop.ui.reminder_form import ReminderForm
from pmark_desktop.ui.roles_form import RolesForm
from pmark_desktop.ui.save_bar import read_only_reason
from pmark_desktop.ui.theme import Style
from pmark_desktop.words_refusals import explain

translate = QCoreApplication.translate


class SettingsPage(QWidget):
    """A tab for each form. All but 表示 are about the file, that one about this computer.

    Signals:
        preferences_changed: (Settings) the preferences are others now.
    """

    preferences_changed = Signal(object)

    def __init__(
        self, style: Style, desk: Desk, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("settings_page")
        self._style = style
        self._desk = desk
        self.organisation = OrganisationForm(style, desk)
        self.cycle = CycleForm(style, desk)
        self.closed_days = ClosedDaysForm(style, desk)
        self.lists = ListsForm(style, desk)
        self.roles = RolesForm(style, desk)
        self.reminders = ReminderForm(style, desk)
        self.preferences = PreferencesForm(style, settings)
        self.preferences.changed.connect(self.preferences_changed)
        self._tabs = QTabWidget()
        self._tabs.setObjectName("settings_tabs")
        self._tabs.setDocumentMode(True)
        for form, words in self._titles().items():
            self._tabs.addTab(form, words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        error = read_only_reason(desk)
        if error is not None and error.why is not Why.CYCLE_CLOSED:  # the banner says that
            reason = label(
                explain(error, style.language), "soon", wraps=True, name="settings_reason"
            )
            reason.setContentsMargins(16, 10, 16, 6)
            column.addWidget(reason)
        column.addWidget(self._tabs, 1)

    def _titles(self) -> Mapping[QWidget, str]:
        return {
            self.organisation: translate("SettingsPage", "組織(&1)"),
            self.cycle: translate("SettingsPage", "周期(&2)"),
            self.closed_days: translate("SettingsPage", "休業日(&3)"),
            self.lists: translate("SettingsPage", "チェックリスト(&4)"),
            self.roles: translate("SettingsPage", "担当割当(&5)"),
            self.reminders: translate("SettingsPage", "お知らせ(&6)"),
            self.preferences: translate("SettingsPage", "表示(&7)"),
        }

    def add_schedule(self, recent: Sequence[Path]) -> None:
        """Offer below the reminders to be told of them while the program is closed."""
        from pmark_desktop.ui.schedule_form import ScheduleForm  # noqa: PLC0415

        self.schedule = ScheduleForm(self._style, self._desk, recent)
        self.reminders.add_below(self.schedule)

    def refresh(self) -> None:
        """Show what the file holds now; what is typed and not saved stays."""
        about_file = (
            self.organisation, self.cycle, self.closed_days, self.lists, self.roles, self.reminders,
        )  # fmt: skip
        for form in about_file:
            form.refresh()

    def show_form(self, form: QWidget) -> None:
        """Show the tab of a form."""
        self._tabs.setCurrentWidget(form)

    @property
    def tab(self) -> int:
        """The place of the tab that is shown."""
        return self._tabs.currentIndex()

    def show_tab(self, place: int) -> None:
        """Show the tab at a place."""
        self._tabs.setCurrentIndex(place)

    def stop(self) -> None:
        """Ask the workspace nothing more."""
        self.cycle.stop()
        self.closed_days.stop()

    @property
    def has_unsaved(self) -> bool:
        """True while something typed here is not saved."""
        bars = (self.organisation.bar, self.cycle.bar, self.reminders.bar)
        unsaved = self.closed_days.has_unsaved or self.lists.has_unsaved
        return unsaved or any(bar.changed_fields() for bar in bars)
