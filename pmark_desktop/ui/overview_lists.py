"""The lower part of 概況: the two-year map, what is late, soon and waiting, and progress."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pmark_desktop.domain.agenda import (
    WaitingGroup,
    late_tasks,
    list_progress,
    soon_tasks,
    waiting_groups,
)
from pmark_desktop.domain.standing import Concern
from pmark_desktop.session.desk import Desk
from pmark_desktop.ui.agenda_card import AgendaCard
from pmark_desktop.ui.columns import Columns
from pmark_desktop.ui.map_card import MapCard
from pmark_desktop.ui.progress_card import ProgressCard
from pmark_desktop.ui.theme import Style
from pmark_desktop.ui.waiting_card import WaitingCard
from pmark_desktop.words import left_words, waits_words
from pmark_desktop.words_agenda import lateness_words

translate = QCoreApplication.translate
_COLUMN_LINES = 25  # heights of a line of text that a card needs


class OverviewLists(QWidget):
    """Map and cards.

    Signals:
        task_wanted, tasks_wanted, list_wanted, concern_wanted, cycle_wanted: as of the page.
    """

    task_wanted = Signal(str)
    tasks_wanted = Signal(str, object)
    list_wanted = Signal(str)
    concern_wanted = Signal(object)
    cycle_wanted = Signal()

    def __init__(self, style: Style, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("overview_lists")
        self._style = style
        self._desk = desk
        self.map = MapCard(style, desk)
        self.late = AgendaCard(
            style, Concern.LATE, lateness_words,
            translate("OverviewLists", "期限を過ぎたタスクはありません。"),
        )  # fmt: skip
        self.soon = AgendaCard(
            style, Concern.DUE_SOON, left_words,
            translate("OverviewLists", "30日以内に期限の来るタスクはありません。"),
        )  # fmt: skip
        self.waiting = WaitingCard(style)
        self.progress = ProgressCard(style)
        self._lay_out()
        self._join()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.map)
        cards = Columns(self.fontMetrics().height() * _COLUMN_LINES, 2, spacing=5)
        for part in (self.late, self.soon, self.waiting, self.progress):
            cards.add(part)
        column.addWidget(cards)

    def _join(self) -> None:
        self.map.tasks_wanted.connect(self.tasks_wanted)
        self.map.list_wanted.connect(self.list_wanted)
        self.progress.list_wanted.connect(self.list_wanted)
        self.waiting.cycle_wanted.connect(self.cycle_wanted)
        self.waiting.group_wanted.connect(self._show_group)
        for card in (self.late, self.soon, self.waiting):
            card.task_wanted.connect(self.task_wanted)
            card.concern_wanted.connect(self.concern_wanted)

    def refresh(self) -> None:
        """Show how it stands now."""
        content, today = self._desk.content, self._desk.today
        tasks = content.tasks.values()
        self.map.refresh()
        self.late.show_tasks(late_tasks(tasks, today), today)
        self.soon.show_tasks(soon_tasks(tasks, today), today)
        self.waiting.show_groups(waiting_groups(tasks), frozenset(content.tasks))
        self.progress.show_progress(content.lists, list_progress(tasks, today))

    def _show_group(self, group: WaitingGroup) -> None:
        title = translate("OverviewLists", "起点待ち: {0}").format(
            waits_words(group.waits_for, self._style.language)
        )
        self.tasks_wanted.emit(title, group.tasks)
