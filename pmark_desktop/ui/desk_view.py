"""An open workspace: navigation, banner and pages. Pages are made when they are first seen."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QSettings, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from pmark_desktop.domain.standing import Concern
from pmark_desktop.session.desk import Desk
from pmark_desktop.session.settings import Settings, recent_files
from pmark_desktop.ui import navigation
from pmark_desktop.ui.banner import Banner
from pmark_desktop.ui.navigation import Navigation
from pmark_desktop.ui.parts import label
from pmark_desktop.ui.theme import Style
from pmark_desktop.workspace.workspace import Done

if TYPE_CHECKING:
    from pmark_desktop.ui.overview_page import OverviewPage
    from pmark_desktop.ui.settings_page import SettingsPage
    from pmark_desktop.ui.task_page import Picked, TaskPage

translate = QCoreApplication.translate
_EVENT = "event"


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
        self._preferences = settings
        self._is_stopped = False
        self._store = store
        self.navigation = Navigation(style, desk)
        self.banner = Banner(style, desk)
        self._stack = QStackedWidget()
        self._stack.setObjectName("pages_stack")
        self._tasks: TaskPage | None = None
        self._pages: dict[str, QWidget] = {}
        self._lay_out()
        self.navigation.page_wanted.connect(self.show_page)
        self.banner.concern_wanted.connect(self.show_concern)
        self._stack.currentChanged.connect(self._leave_room)
        desk.changed.connect(self._follow)
        desk.clock.day_changed.connect(self._follow_day)
        self.show_page(navigation.OVERVIEW)

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        if reason := self._read_only_reason():
            right.addWidget(_warning(reason, "read_only"))
        self._wrong_clock = _warning("", "wrong_clock")
        right.addWidget(self._wrong_clock)
        self._show_wrong_clock()
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
            from pmark_desktop.words_log_lines import moment_words  # noqa: PLC0415

            return translate(
                "DeskView",
                "読み取り専用: {host} の {user} さんが {since} から開いています。閉じてもらうと編集できます。",
            ).format(
                host=workspace.holder.host,
                user=workspace.holder.user,
                since=moment_words(workspace.holder.since, self._style.language),
            )
        if workspace.is_read_only:
            return translate(
                "DeskView",
                "読み取り専用: ファイルかフォルダに書き込めません。編集するには、書き込める場所に複製して開いてください。",
            )
        return ""

    # pages

    @property
    def tasks(self) -> "TaskPage":
        """The page of tasks; made when it is first asked for, as it is not seen first."""
        from pmark_desktop.ui.task_page import TaskPage  # noqa: PLC0415

        if self._tasks is None:
            self._tasks = TaskPage(self._style, self._desk, self._store)
            self._stack.addWidget(self._tasks)
            self._tasks.all_shown.connect(lambda: self.navigation.choose(navigation.ALL))
            self._tasks.event_wanted.connect(lambda: self.show_page(_EVENT))
            self._tasks.detail.evidence.open_wanted.connect(self.evidence_wanted)
        return self._tasks

    def take_focus(self) -> None:
        """Give the keyboard to what a person works with on the page that is shown."""
        page = self._stack.currentWidget()
        if page is not None and page is self._tasks:
            self._tasks.table.setFocus()
        elif (take_focus := getattr(page, "take_focus", None)) is not None:
            take_focus()

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
        self._show_tasks(concern)

    def show_tasks(self, title: str, ids: tuple[str, ...]) -> None:
        """Show exactly these tasks, under a chip that names them."""
        from pmark_desktop.ui.task_page import Picked  # noqa: PLC0415

        self._show_tasks(None, Picked(title, ids))

    def _show_tasks(self, concern: Concern | None, picked: "Picked | None" = None) -> None:
        self.navigation.choose(navigation.ALL)
        self.tasks.search.clear()
        self.tasks.show_only(None, concern, picked)
        self._stack.setCurrentWidget(self.tasks)
        self.tasks.table.setFocus()

    def show_task(self, task: str) -> None:
        """Show a task in its table."""
        self.show_page(navigation.ALL)
        self.tasks.show_task(task)
        self.tasks.table.setFocus()

    def _show_list(self, key: str) -> None:
        self.show_page(navigation.list_page(key))
        self.take_focus()

    def show_cycle(self) -> None:
        """Show the days of the cycle."""
        page = self._settings()
        page.show_form(page.cycle)

    def commit_editor(self) -> None:
        """Save what is being typed."""
        self.setFocus()
        if self._tasks is not None:
            self._tasks.table.commit_editor()

    def stop(self) -> None:
        """Save what is being typed, and ask the workspace nothing more."""
        self._is_stopped = True
        self.commit_editor()
        for page in (self._tasks, *self._pages.values()):
            stop = getattr(page, "stop", None)
            if stop is not None:
                stop()

    @property
    def has_unsaved(self) -> bool:
        """True while something typed in the settings is not saved."""
        return bool(getattr(self._pages.get(navigation.SETTINGS), "has_unsaved", False))

    def show_preferences(self) -> None:
        """Show what a person prefers on this computer."""
        page = self._settings()
        page.show_form(page.preferences)

    def _settings(self) -> "SettingsPage":
        """Show the settings and return their page."""
        self.show_page(navigation.SETTINGS)
        return cast("SettingsPage", self._pages[navigation.SETTINGS])

    def _makers(self) -> dict[str, Callable[[], QWidget]]:
        return {
            navigation.OVERVIEW: self._overview_page,
            navigation.DEADLINES: self._deadlines_page,
            navigation.EVIDENCE: self._evidence_page,
            navigation.LOG: self._log_page,
            navigation.SETTINGS: self._settings_page,
            _EVENT: self._event_form,
        }

    def _leave_room(self, _place: int) -> None:
        """Leave the gauge to 概況, which has a larger one."""
        is_overview = self._stack.currentWidget() is self._pages.get(navigation.OVERVIEW)
        self.banner.show_gauge(is_shown=not is_overview)

    def _overview_page(self) -> QWidget:
        from pmark_desktop.ui.overview_page import OverviewPage  # noqa: PLC0415

        page = OverviewPage(self._style, self._desk)
        page.task_wanted.connect(self.show_task)
        page.tasks_wanted.connect(self.show_tasks)
        page.list_wanted.connect(self._show_list)
        page.concern_wanted.connect(self.show_concern)
        page.cycle_wanted.connect(self.show_cycle)
        QTimer.singleShot(0, lambda: self._add_digest(page))  # after the first paint
        return page

    def _add_digest(self, page: "OverviewPage") -> None:
        """Put the reminders that were missed above all else."""
        from pmark_desktop.ui.digest_panel import DigestPanel  # noqa: PLC0415

        if self._is_stopped:
            return
        digest = DigestPanel(self._style, self._desk, self._desk.reminders)
        digest.task_wanted.connect(self.show_task)
        digest.cycle_wanted.connect(self.show_cycle)
        page.add_digest(digest)

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

        page = SettingsPage(self._style, self._desk, self._preferences)
        page.add_schedule(recent_files(self._store))
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
        if self._tasks is not None:
            self._tasks.refresh(done)
        self.banner.refresh()
        self.navigation.refresh()
        shown = self._stack.currentWidget()
        if shown is not None and shown is not self._tasks:
            _refresh(shown)

    def _follow_day(self, today: date) -> None:
        """Show everything as it stands on another day."""
        self._show_wrong_clock()
        if self._tasks is not None:
            self._tasks.set_today(today)
        self.banner.refresh()
        shown = self._stack.currentWidget()
        if shown is not None and shown is not self._tasks:
            _refresh(shown)

    def _show_wrong_clock(self) -> None:
        """Say that this computer's clock cannot be right, for as long as it is so."""
        from pmark_desktop.words_refusals import notice_words  # noqa: PLC0415
        from pmark_desktop.workspace.wrong_clock import clock_notice  # noqa: PLC0415

        told = clock_notice(self._desk.workspace)
        words = notice_words(told.notice, told.facts, self._style.language) if told else ""
        reason = self._wrong_clock.findChild(QLabel, "wrong_clock_reason")
        if reason is not None:
            reason.setText(words)
        self._wrong_clock.setVisible(told is not None)


def _refresh(page: QWidget) -> None:
    refresh = getattr(page, "refresh", None)
    if refresh is not None:
        refresh()


def _warning(text: str, name: str) -> QFrame:
    frame = QFrame()
    frame.setObjectName(f"{name}_banner")
    frame.setProperty("class", "warning")
    row = QHBoxLayout(frame)
    row.setContentsMargins(14, 6, 14, 6)
    row.addWidget(label(text, "soon", wraps=True, name=f"{name}_reason"))
    return frame
