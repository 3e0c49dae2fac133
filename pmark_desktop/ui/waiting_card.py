"""Tasks that have no date yet, by what they wait for, and the way to give it."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from pmark_desktop.domain.agenda import WaitingGroup
from pmark_desktop.domain.standing import Concern
from pmark_desktop.ui.parts import label, link
from pmark_desktop.ui.theme import Style
from pmark_desktop.words import CONCERNS, pick
from pmark_desktop.words_agenda import waiting_words

translate = QCoreApplication.translate
_MOST = 7


class WaitingCard(QFrame):
    """One line for each anchor or task that others wait for.

    Signals:
        group_wanted: (WaitingGroup) the person asks for the tasks that wait.
        cycle_wanted: the person wants to enter the day of an anchor.
        task_wanted: (task id) the person wants to go to the task that has to be done first.
        concern_wanted: (Concern) the person asks for all that wait.
    """

    group_wanted = Signal(object)
    cycle_wanted = Signal()
    task_wanted = Signal(str)
    concern_wanted = Signal(object)

    def __init__(self, style: Style) -> None:
        super().__init__()
        self.setObjectName("waiting_card")
        self.setProperty("class", "card")
        self._style = style
        self._head = label(look="heading", name="waiting_head")
        self._all = link("", "waiting_all", lambda: self.concern_wanted.emit(Concern.WAITING))
        self._nothing = label(
            translate("WaitingCard", "起点の日付を待つタスクはありません。"), "faint", wraps=True,
            name="waiting_nothing",
        )  # fmt: skip
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        head = QHBoxLayout()
        head.addWidget(self._head)
        head.addStretch(1)
        head.addWidget(self._all)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._nothing)
        column.addLayout(self._lines)
        column.addStretch(1)
        self._shown: Sequence[WaitingGroup] = ()
        self._known: frozenset[str] = frozenset()

    def show_groups(self, groups: Sequence[WaitingGroup], known: frozenset[str]) -> None:
        """Show these groups; `known` are the ids of all tasks that can be gone to."""
        total = sum(len(group.tasks) for group in groups)
        title = pick(CONCERNS[Concern.WAITING], self._style.language)
        self._head.setText(translate("WaitingCard", "{0} {1}件").format(title, total))
        self._all.setText(translate("WaitingCard", "一覧で見る({0}件)").format(total))
        self._all.setVisible(total > 0)
        self._nothing.setVisible(total == 0)
        if list(groups) == list(self._shown) and known == self._known:
            return
        self._shown, self._known = groups, known
        while (item := self._lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for group in groups[:_MOST]:
            self._lines.addWidget(self._line(group))

    def _line(self, group: WaitingGroup) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        words = waiting_words(group.waits_for, len(group.tasks), self._style.language)
        name = f"waiting_{group.waits_for}"
        row.addWidget(link(words, name, lambda: self.group_wanted.emit(group)))
        row.addStretch(1)
        if (way := self._way(group)) is not None:
            row.addWidget(way)
        return line

    def _way(self, group: WaitingGroup) -> QWidget | None:
        """Return the way to what is waited for; None where there is none (an unknown name)."""
        if group.anchor is not None and not group.anchor.is_occurrence:
            words = translate("WaitingCard", "日付を登録")
            return link(words, f"date_{group.waits_for}", self.cycle_wanted.emit)
        if group.waits_for in self._known:
            words = translate("WaitingCard", "{0}を開く").format(group.waits_for)
            name = f"open_{group.waits_for}"
            return link(words, name, lambda: self.task_wanted.emit(group.waits_for))
        return None
