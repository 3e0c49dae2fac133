"""The page 設定: the organisation, the cycle, closed days, who holds which role, and preferences."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from pmark_desktop.session.desk import Desk
from pmark_desktop.session.settings import Settings
from pmark_desktop.ui.closed_days_form import ClosedDaysForm
from pmark_desktop.ui.cycle_form import CycleForm
from pmark_desktop.ui.organisation_form import OrganisationForm
from pmark_desktop.ui.parts import label
from pmark_desktop.ui.preferences_form import PreferencesForm
from pmark_desktop.ui.roles_form import RolesForm
from pmark_desktop.ui.save_bar import read_only_reason
from pmark_desktop.ui.theme import Style
from pmark_desktop.words_refusals import explain

translate = QCoreApplication.translate


class SettingsPage(QWidget):
    """Five tabs. The first four are about the file, the last about this computer.

    Signals:
        preferences_changed: (Settings) the preferences are others now.
    """

    preferences_changed = Signal(object)

    def __init__(
        self, style: Style, desk: Desk, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("settings_page")
        self.organisation = OrganisationForm(style, desk)
        self.cycle = CycleForm(style, desk)
        self.closed_days = ClosedDaysForm(style, desk)
        self.roles = RolesForm(style, desk)
        self.preferences = PreferencesForm(style, settings)
        self.preferences.changed.connect(self.preferences_changed)
        self._tabs = QTabWidget()
        self._tabs.setObjectName("settings_tabs")
        self._tabs.setDocumentMode(True)
        self._tabs.addTab(self.organisation, translate("SettingsPage", "組織(&1)"))
        self._tabs.addTab(self.cycle, translate("SettingsPage", "周期(&2)"))
        self._tabs.addTab(self.closed_days, translate("SettingsPage", "休業日(&3)"))
        self._tabs.addTab(self.roles, translate("SettingsPage", "担当割当(&4)"))
        self._tabs.addTab(self.preferences, translate("SettingsPage", "表示(&5)"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if (error := read_only_reason(desk)) is not None:
            reason = label(
                explain(error, style.language), "soon", wraps=True, name="settings_reason"
            )
            reason.setContentsMargins(16, 10, 16, 6)
            column.addWidget(reason)
        column.addWidget(self._tabs, 1)

    def refresh(self) -> None:
        """Show what the file holds now; what is typed and not saved stays."""
        for form in (self.organisation, self.cycle, self.closed_days, self.roles):
            form.refresh()

    def show_tab(self, place: int) -> None:
        """Show a tab, counted from 0."""
        self._tabs.setCurrentIndex(place)

    def stop(self) -> None:
        """Ask the workspace nothing more."""
        self.closed_days.stop()

    @property
    def has_unsaved(self) -> bool:
        """True while something is typed here and not saved."""
        bars = (self.organisation.bar, self.cycle.bar)
        return self.closed_days.has_unsaved or any(bar.changed_fields() for bar in bars)
