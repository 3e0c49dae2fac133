"""The right side: all about the chosen task."""

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from pmark_desktop.domain.task import Task
from pmark_desktop.session.cell_texts import wide_tip
from pmark_desktop.session.desk import Desk
from pmark_desktop.ui.edition_diff import EditionDiff
from pmark_desktop.ui.evidence_box import EvidenceBox
from pmark_desktop.ui.parts import button, label
from pmark_desktop.ui.theme import Style
from pmark_desktop.words import (
    FIELDS,
    REPEATS,
    STAGES,
    day_words,
    left_words,
    pick,
    rule_words,
    title_words,
    waits_words,
)
from pmark_desktop.workspace.why_dates import WhyDates

translate = QCoreApplication.translate
_MOST_HISTORY = 30
_LEAST_WIDTH, _SIDE = 280, 14  # pixels
_FACTS = ("clause", "stage", "role", "due", "rule", "hard_due", "expected", "note", "reason")


class DetailPanel(QScrollArea):
    """Guidance, clause, dates and their rule, evidence and history of one task."""

    def __init__(
        self, style: Style, desk: Desk, why: WhyDates, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("detail_panel")
        self.setAccessibleName(translate("DetailPanel", "選んだタスク"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._style = style
        self._desk = desk
        self._why = why
        self._why_of = ""
        self.task_id = ""
        self._title = label(look="strong", wraps=True, name="detail_title")
        self._left = label(look="faint", name="detail_left")
        self._guidance = label(wraps=True, name="detail_guidance")
        self._facts = {name: label(wraps=True, name=f"detail_{name}") for name in _FACTS}
        self._moved = label(look="faint", wraps=True, name="detail_why_due")
        self._heads: dict[str, QLabel] = {}
        self._to_rule = button(
            translate("DetailPanel", "決まりの日に戻す"), "back_to_rule", self._back_to_rule,
            icon=style.icons.get("reset"),
        )  # fmt: skip
        self.evidence = EvidenceBox(style, desk)
        self.diff = EditionDiff(style, desk)
        self._history = label(look="faint", wraps=True, name="detail_history")
        self._later = QTimer(self)  # moving through the rows must not wait for the history
        self._later.setSingleShot(True)
        self._later.setInterval(60)
        self._later.timeout.connect(self._show_slow_parts)
        self._inside = QWidget()
        self._lay_out()
        self.show_task("")

    def _lay_out(self) -> None:
        inside = self._inside
        column = QVBoxLayout(inside)
        column.setContentsMargins(_SIDE, 12, _SIDE, 14)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._left)
        column.addWidget(self.diff)
        self.how = self._heading(translate("DetailPanel", "進め方"))
        column.addWidget(self.how)
        column.addWidget(self._guidance)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        form.setFormAlignment(Qt.AlignmentFlag.AlignTop)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(5)
        for name, value in self._facts.items():
            self._heads[name] = label(pick(FIELDS[name], self._style.language), "faint")
            form.addRow(self._heads[name], value)
            if name == "due":
                form.addRow(self._moved)
        column.addLayout(form)
        column.addWidget(self._to_rule, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._heading(translate("DetailPanel", "証跡")))
        column.addWidget(self.evidence)
        column.addWidget(self._heading(translate("DetailPanel", "このタスクの履歴")))
        column.addWidget(self._history)
        column.addStretch(1)
        self.setWidget(inside)
        beside = self.verticalScrollBar().sizeHint().width()
        needed = self.evidence.minimumSizeHint().width() + 2 * _SIDE + beside
        self.setMinimumWidth(max(_LEAST_WIDTH, needed))  # with large letters it takes more

    def _heading(self, text: str) -> QLabel:
        return label(text, "heading")

    def show_task(self, task: str) -> None:
        """Show a task; "" shows that none is chosen."""
        self.task_id = task if task in self._desk.content.tasks else ""
        self.refresh()

    def stop(self) -> None:
        """Ask the workspace nothing more."""
        self._later.stop()

    def refresh(self) -> None:
        """Show the task as it is now."""
        task = self._desk.content.tasks.get(self.task_id)
        self._inside.setEnabled(task is not None)
        if task is None:
            self._title.setText(
                translate("DetailPanel", "タスクを選ぶと、ここに進め方と証跡が出ます。")
            )
            for made in (self._left, self._guidance, *self._facts.values(), self._history):
                made.setText("")
            self._show_why(None)
            self._to_rule.setVisible(False)
            self.evidence.show_task("", ())
            self.diff.show_task(None)
            return
        language = self._style.language
        self._title.setText(f"{task.id}  {title_words(task, language)}")
        self._left.setText(left_words(task, self._desk.today, language))
        self._left.setVisible(bool(self._left.text()))
        self._guidance.setText(task.item.guidance)
        for one in (self.how, self._guidance):  # own items often have none
            one.setVisible(bool(task.item.guidance))
        for name, text in self._texts(task).items():
            self._facts[name].setText(text)
            self._facts[name].setVisible(bool(text))
            self._heads[name].setVisible(bool(text))
        if not task.recheck:
            self.diff.show_task(None)
        self._to_rule.setVisible(task.pinned and not self._desk.workspace.is_read_only)
        if self._why.is_ready:
            self._show_why(task)
        elif self._why_of != task.id:
            self._show_why(None)
        self._why_of = task.id
        self._later.start()

    def _show_why(self, task: Task | None) -> None:
        """Say what moved the due, and in the tool tip all that became of it."""
        short = whole = ""
        if task is not None:
            short = self._why.short(task, self._desk.today)
            whole = wide_tip(self._why.whole(task, self._desk.today))
        self._moved.setText(short)
        self._moved.setVisible(bool(short))
        for part in (self._moved, self._facts["due"], self._facts["hard_due"]):
            part.setToolTip(whole)

    def _texts(self, task: Task) -> dict[str, str]:
        language, item = self._style.language, task.item
        due = day_words(task.due, language)
        if task.pinned:
            due += translate("DetailPanel", "(手入力)")
        if task.waits_for is not None:
            due = translate("DetailPanel", "起点待ち: {0}").format(
                waits_words(task.waits_for, language)
            )
        rule = rule_words(item.due, item.repeat, language)
        marks = [
            translate("DetailPanel", "過年度分") if task.is_past else "",
            translate("DetailPanel", "期間外") if task.is_outside and not task.is_dropped else "",
            translate("DetailPanel", "廃止") if task.is_dropped else "",
            pick(FIELDS["recheck"], self._style.language) if task.recheck else "",
        ]
        repeat = pick(REPEATS[item.repeat], language)
        return {
            "clause": item.clause,
            "stage": f"{pick(STAGES[item.stage], language)}  {repeat}",
            "role": item.role,
            "due": "  ".join(filter(None, [due, *marks])),
            "rule": "\n".join(filter(None, [rule, item.due_note])),
            "hard_due": day_words(task.hard_due, language),
            "expected": item.evidence,
            "note": task.note,
            "reason": task.reason,
        }

    def _show_slow_parts(self) -> None:
        task = self._desk.content.tasks.get(self.task_id)
        if task is None:
            return
        self._show_why(task)
        self.diff.show_task(task)
        wanted = set(task.evidence)
        found = self._desk.workspace.evidence() if wanted else []
        self.evidence.show_task(task.id, [one for one in found if one.number in wanted])
        from pmark_desktop.words_log_lines import task_history  # noqa: PLC0415

        entries = self._desk.workspace.history(task.id)
        lines = task_history(entries, self._style.language)[:_MOST_HISTORY]
        self._history.setText("\n".join(str(line) for line in lines))

    def _back_to_rule(self) -> None:
        self._desk.back_to_rule(self.task_id)
