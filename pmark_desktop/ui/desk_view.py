"""An open workspace: navigation, banner and pages. Pages are made when they are first seen."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QSettings, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from pmark_desktop.domain.standing import Concern
from pmark_desktop.session.desk import Desk
from pmark_desktop.session.settings import Settings
from pmark_desktop.ui import navigation
from pmark_desktop.ui.banner import Banner
from pmark_desktop.ui.navigation import Navigation
from pmark_desktop.ui.parts import label
from pmark_desktop.ui.task_page import TaskPage
from pmark_desktop.ui.theme import Style
from pmark_desktop.workspace.workspace import Done

translate = QCoreApplication.translate
_EVENT = "event"
_PREFERENCES_TAB = 3


class DeskView(QWidget):
    """Everything that is seen of an open workspace.

    Signals:
        evidence_wanted: (number) the person wants to see a proof.
        preferences_changed: (Settings) the person's preferences are others now.
        file_written: (path: Path) a print or picture was written.
    """

    evidence_wanted = Signal(int)
    preferences_changed = Signal(object)
    file_written = Signal(object)

    def __init__(
        self,
        style: Style,
        desk: Desk,
        store: QSettings,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("desk_view")
        self._style = style
        self._desk = desk
        self._settings = settings
        self.navigation = Navigation(style, desk)
        self.banner = Banner(style, desk)
        self.tasks = TaskPage(style, desk, store)
        self._stack = QStackedWidget()
        self._stack.setObjectName("pages_stack")
        self._stack.addWidget(self.tasks)
        self._pages: dict[str, QWidget] = {}
        self._lay_out()
        self.navigation.page_wanted.connect(self.show_page)
        self.banner.concern_wanted.connect(self.show_concern)
        self.tasks.event_wanted.connect(lambda: self.show_page(_EVENT))
        self.tasks.detail.evidence.open_wanted.connect(self.evidence_wanted)
        desk.changed.connect(self._follow)
        self.show_page(navigation.ALL)

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        if reason := self._read_only_reason():
            right.addWidget(_warning(reason))
        right.addWidget(self.banner)
        right.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        row.addLayout(right, 1)

    def _read_only_reason(self) -> str:
        workspace = self._desk.workspace
        if workspace.holder is not None:
            return translate(
                "DeskView",
                "読み取り専用: {host} の {user} さんが {since} から開いています。閉じてもらうと編集できます。",
            ).format(
                host=workspace.holder.host,
                user=workspace.holder.user,
                since=workspace.holder.since_words,
            )
        if workspace.is_read_only:
            return translate(
                "DeskView",
                "読み取り専用: ファイルかフォルダに書き込めません。編集するには、書き込める場所に複製して開いてください。",
            )
        return ""

    # pages

    def show_page(self, page: str) -> None:
        """Show a page by its name."""
        if page == navigation.ALL or navigation.list_key(page) is not None:
            self.tasks.show_only(navigation.list_key(page))
            self._stack.setCurrentWidget(self.tasks)
            self.navigation.choose(page)
            return
        if page not in self._pages:
            self._pages[page] = self._makers()[page]()
            self._stack.addWidget(self._pages[page])
        shown = self._pages[page]
        _refresh(shown)
        self._stack.setCurrentWidget(shown)
        if page != _EVENT:
            self.navigation.choose(page)

    def show_concern(self, concern: Concern | None) -> None:
        """Show all tasks that have a concern."""
        self.navigation.choose(navigation.ALL)
        self.tasks.search.clear()
        self.tasks.show_only(None, concern)
        self._stack.setCurrentWidget(self.tasks)
        self.tasks.table.setFocus()

    def show_task(self, task: str) -> None:
        """Show a task in its table."""
        self.show_page(navigation.ALL)
        self.tasks.show_task(task)

    def commit_editor(self) -> None:
        """Save what is being typed."""
        self.setFocus()
        self.tasks.table.commit_editor()

    def stop(self) -> None:
        """Save what is being typed, and ask the workspace nothing more."""
        self.commit_editor()
        for page in (self.tasks, *self._pages.values()):
            stop = getattr(page, "stop", None)
            if stop is not None:
                stop()

    @property
    def has_unsaved(self) -> bool:
        """True while something typed in the settings is not saved."""
        return bool(getattr(self._pages.get(navigation.SETTINGS), "has_unsaved", False))

    def show_preferences(self) -> None:
        """Show what a person prefers on this computer."""
        from pmark_desktop.ui.settings_page import SettingsPage  # noqa: PLC0415

        self.show_page(navigation.SETTINGS)
        page = self._pages[navigation.SETTINGS]
        if isinstance(page, SettingsPage):
            page.show_tab(_PREFERENCES_TAB)

    def _makers(self) -> dict[str, Callable[[], QWidget]]:
        return {
            navigation.DEADLINES: self._deadlines_page,
            navigation.EVIDENCE: self._evidence_page,
            navigation.LOG: self._log_page,
            navigation.SETTINGS: self._settings_page,
            _EVENT: self._event_form,
        }

    def _deadlines_page(self) -> QWidget:
        from pmark_desktop.ui.deadlines_page import DeadlinesPage  # noqa: PLC0415

        page = DeadlinesPage(self._style, self._desk)
        page.task_wanted.connect(self.show_task)
        page.file_written.connect(self.file_written)
        return page

    def _evidence_page(self) -> QWidget:
        from pmark_desktop.ui.evidence_page import EvidencePage  # noqa: PLC0415

        page = EvidencePage(self._style, self._desk)
        page.open_wanted.connect(self.evidence_wanted)
        page.task_wanted.connect(self.show_task)
        return page

    def _log_page(self) -> QWidget:
        from pmark_desktop.ui.log_page import LogPage  # noqa: PLC0415

        return LogPage(self._style, self._desk)

    def _settings_page(self) -> QWidget:
        from pmark_desktop.ui.settings_page import SettingsPage  # noqa: PLC0415

        page = SettingsPage(self._style, self._desk, self._settings)
        page.preferences_changed.connect(self.preferences_changed)
        return page

    def _event_form(self) -> QWidget:
        from pmark_desktop.ui.event_form import EventForm  # noqa: PLC0415

        form = EventForm(self._style, self._desk)
        form.done.connect(lambda key: self._leave_event(navigation.list_page(key)))
        form.cancelled.connect(lambda: self._leave_event(navigation.ALL))
        return form

    def _leave_event(self, page: str) -> None:
        self._stack.setCurrentWidget(self.tasks)
        form = self._pages.pop(_EVENT)
        self._stack.removeWidget(form)
        form.deleteLater()
        self.show_page(page)

    def _follow(self, done: Done) -> None:
        """Show what was saved, everywhere it is seen."""
        self.tasks.refresh(done)
        self.banner.refresh()
        self.navigation.refresh()
        shown = self._stack.currentWidget()
        if shown is not None and shown is not self.tasks:
            _refresh(shown)


def _refresh(page: QWidget) -> None:
    refresh = getattr(page, "refresh", None)
    if refresh is not None:
        refresh()


def _warning(text: str) -> QFrame:
    frame = QFrame()
    frame.setObjectName("read_only_banner")
    frame.setProperty("class", "warning")
    row = QHBoxLayout(frame)
    row.setContentsMargins(14, 6, 14, 6)
    row.addWidget(label(text, "soon", wraps=True, name="read_only_reason"))
    return frame
