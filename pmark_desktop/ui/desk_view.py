"""An open workspace: navigation, banner and pages. Pages are made when they are first seen."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QSettings, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from pmark_desktop.domain.standing import Concern
from pmark_desktop.session.desk import Desk
from pmark_desktop.session.settings import Settings, recent_files
from pmark_desktop.ui import navigation
from pmark_desktop.ui.banner import Banner
from pmark_desktop.ui.navigation import Navigation
from pmark_desktop.ui.parts import label
from pmark_desktop.ui.theme import Style
from pmark_desktop.words import day_words
from pmark_desktop.workspace.workspace import Done

if TYPE_CHECKING:
    from pmark_desktop.ui.checklist_import import ChecklistImport
    from pmark_desktop.ui.delegates import Typed
    from pmark_desktop.ui.overview_page import OverviewPage
    from pmark_desktop.ui.settings_page import SettingsPage
    from pmark_desktop.ui.task_page import Picked, TaskPage

translate = QCoreApplication.translate
_EVENT, _OWN_ITEM, _RETIRED = "event", "own_item", "retired"
_FORMS = (_EVENT, _OWN_ITEM)  # pages that are gone once they are left
_LIST_IMPORT = "list_import"


class DeskView(QWidget):
    """Everything that is seen of an open workspace.

    Signals:
        evidence_wanted: (number) the person wants to see a proof.
        preferences_changed: (Settings) the person's preferences are others now.
        file_written: (path: Path) a print or picture was written.
        said: (words) something was done that should be told.
        template_wanted: the person wants the form for a checklist in Excel.
        cells_reported: (report: CellReport) cells were copied, pasted, emptied or filled.
        text_unsaved: (typed: Typed, reason) a cell was left with a text that cannot be.
    """

    evidence_wanted = Signal(int)
    preferences_changed = Signal(object)
    file_written = Signal(object)
    said = Signal(str)
    template_wanted = Signal()
    cells_reported = Signal(object)
    text_unsaved = Signal(object, str)

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
        self._page = ""
        self._came_from = navigation.ALL
        self._steps: QWidget | None = None
        self._was_closed = desk.content.cycle.closed_on
        self._lay_out()
        self.navigation.page_wanted.connect(self.show_page)
        self.banner.concern_wanted.connect(self.show_concern)
        self._stack.currentChanged.connect(self._leave_room)
        desk.changed.connect(self._follow)
        desk.clock.day_changed.connect(self._follow_day)
        desk.steps.turned.connect(self._follow_step)
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
        if (day := self._desk.content.cycle.closed_on) is not None:
            return translate(
                "DeskView",
                "読み取り専用: この周期は {0} に閉じられています。直すときは、設定の「周期」で開き直してください。",
            ).format(day_words(day, self._style.language))
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
            self._tasks.item_wanted.connect(self.show_own_item)
            self._tasks.retired_wanted.connect(self.show_retired)
            self._tasks.detail.evidence.open_wanted.connect(self.evidence_wanted)
            self._tasks.commands.reported.connect(self.cells_reported)
            self._tasks.table.unsaved.connect(self.text_unsaved)
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
        self._page = page
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
        if page not in (*_FORMS, _RETIRED, _LIST_IMPORT):
            self.navigation.choose(page)

    def show_concern(self, concern: Concern | None) -> None:
        """Show all tasks that have a concern."""
        self._show_tasks(concern)

    def show_tasks(self, title: str, ids: tuple[str, ...]) -> None:
        """Show exactly these tasks, under a chip that names them."""
        from pmark_desktop.ui.task_page import Picked  # noqa: PLC0415

        self._show_tasks(None, Picked(title, ids))

    def _show_tasks(self, concern: Concern | None, picked: "Picked | None" = None) -> None:
        self._page = navigation.ALL
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

    def type_again(self, typed: "Typed") -> None:
        """Open the editor of a cell with a text that was not saved."""
        self.show_task(typed.task)
        self.tasks.table.type_again(typed)

    def _show_list(self, key: str) -> None:
        self.show_page(navigation.list_page(key))
        self.take_focus()

    def show_own_item(self, list_key: str, item: str) -> None:
        """Show the form of an own item; "" is a new one."""
        from pmark_desktop.ui.own_item_form import OwnItemForm  # noqa: PLC0415

        self._came_from = self._page
        self.show_page(_OWN_ITEM)
        form = self._pages[_OWN_ITEM]
        if isinstance(form, OwnItemForm):
            form.begin(list_key, item)
            form.take_focus()

    def show_retired(self) -> None:
        """Show what was retired."""
        self.show_page(_RETIRED)
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
        """True while something typed in the settings, or in the form that is shown, is not saved."""
        pages = (self._pages.get(navigation.SETTINGS), self._stack.currentWidget())
        return any(getattr(page, "has_unsaved", False) for page in pages)

    @property
    def is_in_form(self) -> bool:
        """True while something may be typed that would be lost with this view."""
        return self.has_unsaved or self._page in (*_FORMS, _LIST_IMPORT)

    @property
    def here(self) -> tuple[str, int, str]:
        """The page that is shown, the tab in it, and the chosen task."""
        chosen = self._tasks.table.current_task() if self._tasks is not None else ""
        return (*self._here(), chosen)

    def go_back_to(self, page: str, tab: int, task: str) -> None:
        """Show what was `here` in another view of the same desk."""
        self.show_page(page)
        if (show_tab := getattr(self._pages.get(page), "show_tab", None)) is not None:
            show_tab(tab)
        if task and self._tasks is not None:
            self._tasks.table.choose(task)
        self.take_focus()

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
            _OWN_ITEM: self._own_item_form,
            _RETIRED: self._retired_page,
            _LIST_IMPORT: self._list_import,
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
        page.refreshed.connect(digest.catch_up)
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
        page.lists.import_wanted.connect(lambda: self.show_list_import().ask())
        return page

    def _event_form(self) -> QWidget:
        from pmark_desktop.ui.event_form import EventForm  # noqa: PLC0415

        form = EventForm(self._style, self._desk)
        form.done.connect(lambda key: self._leave_form(_EVENT, navigation.list_page(key)))
        form.cancelled.connect(lambda: self._leave_form(_EVENT, navigation.ALL))
        return form

    def show_list_import(self) -> "ChecklistImport":
        """Show the page that takes a checklist in from a file, and return it."""
        self.show_page(_LIST_IMPORT)
        return cast("ChecklistImport", self._pages[_LIST_IMPORT])

    def _list_import(self) -> QWidget:
        from pmark_desktop.ui.checklist_import import ChecklistImport  # noqa: PLC0415

        page = ChecklistImport(self._style, self._desk)
        page.done.connect(self._leave_list_import)
        page.cancelled.connect(lambda: self._leave_list_import("", ""))
        page.template_wanted.connect(self.template_wanted)
        return page

    def _leave_list_import(self, key: str, words: str) -> None:
        page = self._pages.pop(_LIST_IMPORT)
        cast("ChecklistImport", page).stop()
        self.show_page(navigation.list_page(key) if key else navigation.OVERVIEW)
        self._stack.removeWidget(page)
        page.deleteLater()
        self.take_focus()
        if words:
            self.said.emit(words)

    def _own_item_form(self) -> QWidget:
        from pmark_desktop.ui.own_item_form import OwnItemForm  # noqa: PLC0415

        form = OwnItemForm(self._style, self._desk)
        form.done.connect(self._leave_own_item)
        form.cancelled.connect(lambda: self._leave_form(_OWN_ITEM, self._came_from))
        return form

    def _leave_own_item(self, list_key: str, item: str) -> None:
        """Go back to where the form was wanted, and show the tasks of its item."""
        page = self._came_from
        self._leave_form(
            _OWN_ITEM, page if page == navigation.ALL else navigation.list_page(list_key)
        )
        for task in self._desk.content.tasks.values():
            if task.item.id == item:
                self.tasks.show_task(task.id)
                return

    def _retired_page(self) -> QWidget:
        from pmark_desktop.ui.retired_page import RetiredPage  # noqa: PLC0415

        page = RetiredPage(self._style, self._desk)
        page.left.connect(lambda: self._show_tasks_again(navigation.ALL))
        return page

    def _show_tasks_again(self, page: str) -> None:
        self.show_page(page)
        self.take_focus()

    def _leave_form(self, form_page: str, page: str) -> None:
        self._stack.setCurrentWidget(self.tasks)
        form = self._pages.pop(form_page)
        if (stop := getattr(form, "stop", None)) is not None:
            stop()
        self._stack.removeWidget(form)
        form.deleteLater()
        self._show_tasks_again(page)

    def _follow(self, done: Done) -> None:
        """Show what was saved, everywhere it is seen."""
        newest = self._desk.steps.newest
        if newest is not None and newest.place is None:
            newest.place = self._here()
        key = navigation.list_key(self._page)
        if key is not None and key not in {one.key for one in self._desk.content.lists}:
            self._page = navigation.ALL  # its list is out of use now
            self.tasks.show_only()
        if self._tasks is not None:
            self._tasks.refresh(done)
        self.banner.refresh()
        self.navigation.refresh()
        if key is not None:
            self.navigation.choose(self._page)
        shown = self._stack.currentWidget()
        if shown is not None and shown is not self._tasks:
            getattr(shown, "follow", partial(_refresh, shown))()

    @property
    def is_outdated(self) -> bool:
        """True once the cycle was closed or opened again: then the view is to be made anew."""
        return self._desk.content.cycle.closed_on != self._was_closed

    # the list of steps

    def toggle_steps(self) -> None:
        """Show the list of steps at the right, or take it away."""
        from pmark_desktop.ui.step_panel import StepPanel  # noqa: PLC0415

        if self._steps is None:
            panel = StepPanel(self._style, self._desk, self)
            panel.closed.connect(self.toggle_steps)
            self._steps = panel
            self._place_steps()
            panel.show()
            panel.setFocus()
            return
        shown = self._steps.isHidden()
        self._steps.setVisible(shown)
        if shown:
            self._steps.setFocus()
        else:
            self.take_focus()

    def _place_steps(self) -> None:
        """Lay the list of steps over the right edge: beside the pages there is no room for it."""
        if self._steps is not None:
            left = self.width() - self._steps.width()
            self._steps.setGeometry(left, 0, self._steps.width(), self.height())
            self._steps.raise_()

    def _here(self) -> tuple[str, int]:
        """Return the page that is shown, and the tab in it."""
        tab = getattr(self._pages.get(self._page), "tab", 0)
        return self._page, tab

    def _follow_step(self, step: object) -> None:
        """Show what was undone or redone, where it was done."""
        from pmark_desktop.session.history import Step  # noqa: PLC0415

        if not isinstance(step, Step) or not isinstance(step.place, tuple):
            return
        page, tab = step.place
        key = navigation.list_key(page)
        is_gone = key is not None and key not in {one.key for one in self._desk.content.lists}
        if page in (*_FORMS, _RETIRED) or is_gone:
            page, key = navigation.ALL, None
        if page != navigation.ALL and key is None:
            if page != self._page:
                self.show_page(page)
            show_tab = getattr(self._pages.get(page), "show_tab", None)
            if show_tab is not None:
                show_tab(tab)
            return
        task = self._touched_task(step.first_operation)
        is_here = self._tasks is not None and self._stack.currentWidget() is self._tasks
        if not (is_here and (not task or self.tasks.model.row_of(task) is not None)):
            self.show_page(page)
        if task:
            self.tasks.show_task(task)

    def _touched_task(self, operation: int) -> str:
        """Return the first task that an operation touched and that is there; "" for none."""
        tasks = self._desk.content.tasks
        for kind, target in self._desk.workspace.touched_by(operation):
            if kind in ("task", "proof") and target.rpartition("/")[2] in tasks:
                return target.rpartition("/")[2]
        return ""

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

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_steps()


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
