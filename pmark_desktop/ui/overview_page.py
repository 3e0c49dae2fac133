"""概況: where the renewal stands, what to do now, and where there are gaps.

What is seen first is painted first; lists, map and business days follow after the first paint,
because the holidays behind them cost more than the whole page.
"""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pmark_desktop.domain.agenda import next_step
from pmark_desktop.domain.window import WindowState
from pmark_desktop.session.desk import Desk
from pmark_desktop.ui.columns import Sheet, scrolled
from pmark_desktop.ui.next_card import NextCard
from pmark_desktop.ui.theme import Style
from pmark_desktop.ui.window_card import WindowCards

if TYPE_CHECKING:
    from pmark_desktop.ui.overview_lists import OverviewLists

translate = QCoreApplication.translate


class OverviewPage(QWidget):
    """The first page of an open workspace. It reads when `refresh` is called.

    Signals:
        task_wanted: (task id) the person wants to go to a task.
        tasks_wanted: (title, ids: tuple[str, ...]) the person asks for exactly these tasks.
        list_wanted: (key) the person asks for a checklist.
        concern_wanted: (Concern) the person asks for all tasks of a concern.
        cycle_wanted: the person wants to see or change the days of the cycle.
        refreshed: it shows how it stands now.
    """

    task_wanted = Signal(str)
    tasks_wanted = Signal(str, object)
    list_wanted = Signal(str)
    concern_wanted = Signal(object)
    cycle_wanted = Signal()
    refreshed = Signal()

    def __init__(self, style: Style, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("overview_page")
        self._style = style
        self._desk = desk
        self._lists: OverviewLists | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.complete)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.refresh)
        self.window_cards = WindowCards(style, desk)
        self.next_card = NextCard(style, desk)
        self.window_cards.cycle_wanted.connect(self.cycle_wanted)
        self.next_card.cycle_wanted.connect(self.cycle_wanted)
        self.next_card.task_wanted.connect(self.task_wanted)
        self._sheet = _Sheet()
        self._sheet.painted.connect(self._later.start)
        self._column = QVBoxLayout(self._sheet)
        self._column.setContentsMargins(14, 10, 14, 12)
        self._column.setSpacing(10)
        self._column.addWidget(self.window_cards)
        self._column.addWidget(self.next_card)
        self._column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(self._sheet, "overview_scroll"))

    def add_digest(self, widget: QWidget) -> None:
        """Put a widget above everything else (the reminders that were missed)."""
        self._column.insertWidget(0, widget)

    def take_focus(self) -> None:
        """Let Enter open the next step."""
        self.next_card.take_focus()

    def follow(self) -> None:
        """Show what was saved after this turn: once for many edits, and none waits for it."""
        self._soon.start()

    def refresh(self) -> None:
        """Show how it stands now: what is seen first at once, the rest right after."""
        self._soon.stop()
        desk = self._desk
        state, last_day = self._window()
        self.window_cards.refresh(state, last_day)
        self.next_card.show_step(
            next_step(desk.content.tasks.values(), state, last_day, desk.today)
        )
        if self._lists is not None:
            self._later.start()
        self.refreshed.emit()

    def complete(self) -> None:
        """Show lists, map and business days now; this follows the first paint by itself."""
        from pmark_desktop.domain.agenda import countdown  # noqa: PLC0415
        from pmark_desktop.ui.overview_lists import OverviewLists  # noqa: PLC0415

        self._later.stop()
        if self._lists is None:
            self._lists = OverviewLists(self._style, self._desk)
            self._lists.task_wanted.connect(self.task_wanted)
            self._lists.tasks_wanted.connect(self.tasks_wanted)
            self._lists.list_wanted.connect(self.list_wanted)
            self._lists.concern_wanted.connect(self.concern_wanted)
            self._lists.cycle_wanted.connect(self.cycle_wanted)
            self._column.insertWidget(self._column.count() - 1, self._lists)
        self._lists.refresh()
        cycle, today, office = (
            self._desk.content.cycle,
            self._desk.today,
            self._desk.workspace.office,
        )
        self.window_cards.show_business_days(
            countdown(cycle.window.closes, today, office), countdown(cycle.expires, today, office)
        )

    def stop(self) -> None:
        """Ask the workspace nothing more."""
        self._soon.stop()
        self._later.stop()
        self._sheet.is_waiting = False

    def _window(self) -> tuple[WindowState, date]:
        """Return the state of the window and the last day on which the application is taken."""
        workspace, today = self._desk.workspace, self._desk.today
        state = workspace.window_state(today)
        is_extended = state is WindowState.EXTENDED  # only then are holidays needed
        closes = self._desk.content.cycle.window.closes
        return state, workspace.accepted_until() if is_extended else closes


class _Sheet(Sheet):
    """What scrolls.

    Signals:
        painted: it was painted for the first time.
    """

    painted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("overview_sheet")
        self.is_waiting = True

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.is_waiting:
            self.is_waiting = False
            self.painted.emit()
