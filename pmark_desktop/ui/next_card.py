"""今やる1件: the one thing to do now, why, and the way to it."""

from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from pmark_desktop.domain.agenda import NextStep, Reason, next_anchor
from pmark_desktop.domain.task import Task
from pmark_desktop.session.desk import Desk
from pmark_desktop.ui.parts import bigger, button, by_enter, label, restyle
from pmark_desktop.ui.theme import Style
from pmark_desktop.words import FIELDS, day_words, left_words, pick, title_words
from pmark_desktop.words_agenda import next_anchor_words, no_task_title, reason_words

translate = QCoreApplication.translate
_SOON = (Reason.WINDOW_OPEN, Reason.START_PASSED, Reason.START_TODAY)


class NextCard(QFrame):
    """A card with one step.

    Signals:
        task_wanted: (task id) the person wants to go to the task.
        cycle_wanted: the person wants to enter a day of the cycle.
    """

    task_wanted = Signal(str)
    cycle_wanted = Signal()

    def __init__(self, style: Style, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("next_step")
        self.setProperty("class", "card")
        self._style = style
        self._desk = desk
        self._step: NextStep | None = None
        self._reason = label(look="strong", wraps=True, name="next_reason")
        self._title = bigger(label(look="strong", wraps=True, name="next_title"), 1.3)
        self._facts = label(look="faint", wraps=True, name="next_facts")
        self._open = by_enter(button("", "open_next", self._go, look="main"))
        words = QVBoxLayout()
        words.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(
            label(translate("NextCard", "今やる1件"), "heading"), 0, Qt.AlignmentFlag.AlignTop
        )
        head.addWidget(self._reason, 1)
        words.addLayout(head)
        words.addWidget(self._title)
        words.addWidget(self._facts)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 14, 10)
        row.setSpacing(16)
        row.addLayout(words, 1)
        row.addWidget(self._open)

    def show_step(self, step: NextStep) -> None:
        """Show this step."""
        today, language = self._desk.today, self._style.language
        self._step = step
        self._reason.setText(reason_words(step, today, language))
        restyle(self._reason, _look(step))
        if step.task is not None:
            self._title.setText(title_words(step.task, language))
            self._facts.setText(self._task_facts(step.task, today))
        else:
            self._title.setText(no_task_title(step, language))
            self._facts.setText("" if step.is_application else self._next_day(today))
        self._facts.setVisible(bool(self._facts.text()))
        self._open.setText(self._button_words(step))
        self._open.setVisible(bool(self._open.text()))

    def take_focus(self) -> None:
        """Let Enter open the step."""
        self._open.setFocus()

    def _task_facts(self, task: Task, today: date) -> str:
        language = self._style.language
        due = f"{pick(FIELDS['due'], language)} {day_words(task.due, language)}"
        parts = [task.id, f"{due} {left_words(task, today, language)}" if task.due else ""]
        if task.hard_due:
            hard_due = day_words(task.hard_due, language)
            parts.append(f"{pick(FIELDS['hard_due'], language)} {hard_due}")
        if task.owner:
            parts.append(f"{pick(FIELDS['owner'], language)} {task.owner}")
        return "   ".join(filter(None, parts))

    def _next_day(self, today: date) -> str:
        ahead = next_anchor(self._desk.content.cycle, today)
        return next_anchor_words(*ahead, self._style.language) if ahead else ""

    def _button_words(self, step: NextStep) -> str:
        if step.task is not None:
            return translate("NextCard", "開く")
        if step.is_application:
            return translate("NextCard", "申請日を登録")
        if step.reason is Reason.ONLY_WAITING:
            return translate("NextCard", "日付を登録")
        return ""

    def _go(self) -> None:
        if self._step is not None and self._step.task is not None:
            self.task_wanted.emit(self._step.task.id)
        else:
            self.cycle_wanted.emit()


def _look(step: NextStep) -> str:
    if step.reason in _SOON:
        return "soon"
    return "late" if step.is_pressing else "strong"
