"""適用条件: what holds in the company, and what would become of the tasks."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from pmark_desktop.domain.checklist import Condition
from pmark_desktop.session.desk import Desk
from pmark_desktop.session.own_desk import OwnDesk
from pmark_desktop.session.text_model import TextModel
from pmark_desktop.ui.list_table import ListTable
from pmark_desktop.ui.parts import button, label
from pmark_desktop.ui.save_bar import Asking
from pmark_desktop.ui.theme import Style
from pmark_desktop.words import FIELDS, STATES, day_words, pick, title_words
from pmark_desktop.words_applicability import CONDITION_NAMES
from pmark_desktop.words_log import CONDITIONS
from pmark_desktop.words_refusals import explain
from pmark_desktop.workspace.applicability import SwitchPlan, holds, item_counts, plan_switches

translate = QCoreApplication.translate
_WIDTHS = (190, 96, 300, 126, 90)
_MOST_ROWS = 6  # seen at once; the rest is scrolled to


class SwitchesCard(QFrame):
    """A check box for each condition; nothing changes before the button is pressed."""

    def __init__(self, style: Style, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("switches_card")
        self.setProperty("class", "card")
        self._style = style
        self._desk = desk
        self._own = OwnDesk(desk)
        self._asking = Asking(desk, self)
        self._saved: dict[Condition, bool] = {}
        self.boxes = {condition: self._box(condition) for condition in Condition}
        self._counts = {condition: label("", "faint") for condition in Condition}
        self.summary = label("", "strong", wraps=True, name="switches_summary")
        heads = [translate("SwitchesCard", "変わり方")]
        heads += [pick(FIELDS[name], style.language) for name in ("id", "title", "due", "state")]
        self._model = TextModel(heads, self)
        self.table = ListTable(
            self._model, style, widths=_WIDTHS, look_of=lambda _index: None,
            text_of=self._model.text_of,
        )  # fmt: skip
        self.table.setObjectName("switches_table")
        self.table.setAccessibleName(translate("SwitchesCard", "適用条件で変わるタスク"))
        self.act = button(
            translate("SwitchesCard", "適用条件を変える(&P)"), "switches_apply", self.apply,
            look="main",
        )  # fmt: skip
        self.back = button(
            translate("SwitchesCard", "元の値に戻す"), "switches_reset", self.reset,
            icon=style.icons.get("reset"),
        )  # fmt: skip
        self._lay_out()

    def _box(self, condition: Condition) -> QCheckBox:
        name = pick(CONDITION_NAMES[condition], self._style.language)
        box = QCheckBox(f"{name}: {pick(CONDITIONS[condition], self._style.language)}")
        box.setObjectName(f"switch_{condition.value}")
        box.toggled.connect(lambda _on: self._follow())
        return box

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(2, 1)
        for place, (condition, box) in enumerate(self.boxes.items()):
            grid.addWidget(box, place, 0)
            grid.addWidget(self._counts[condition], place, 1)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.act)
        row.addWidget(self.back)
        row.addStretch(1)
        about = translate(
            "SwitchesCard",
            "当てはまらないものの印を外すと、手を付けていないタスクが対象外になります。印を戻すと、その分だけ未着手に戻ります。",
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        column.addWidget(label(translate("SwitchesCard", "適用条件"), "heading"))
        column.addWidget(label(about, "faint", wraps=True))
        column.addLayout(grid)
        column.addWidget(self.summary)
        column.addWidget(self.table)
        column.addLayout(row)

    # showing

    def refresh(self) -> None:
        """Show what holds now; what is chosen and not saved stays."""
        content = self._desk.content
        counts = item_counts(content.lists)
        for condition, box in self.boxes.items():
            now = holds(self._desk.workspace.settings, condition)
            is_changed = condition in self._saved and box.isChecked() != self._saved[condition]
            self._saved[condition] = now
            if not is_changed:
                box.blockSignals(True)
                box.setChecked(now)
                box.blockSignals(False)
            number = counts[condition]
            words = translate("SwitchesCard", "{0}項目").format(number)
            self._counts[condition].setText(words)
            box.setAccessibleDescription(words)
            box.setEnabled(not self._desk.workspace.is_read_only)
        self._follow()

    @property
    def wanted(self) -> dict[Condition, bool]:
        """What is chosen."""
        return {condition: box.isChecked() for condition, box in self.boxes.items()}

    @property
    def has_unsaved(self) -> bool:
        """True while another choice is not saved."""
        return bool(self._saved) and self.wanted != self._saved

    def reset(self) -> None:
        """Choose again what holds now."""
        for condition, box in self.boxes.items():
            box.setChecked(self._saved[condition])
        self._follow()

    def _follow(self) -> None:
        plan = plan_switches(self._desk.workspace, self.wanted)
        self._model.show(self._rows(plan))
        rows = self._model.rowCount()
        self.table.setVisible(rows > 0)
        height = self.table.verticalHeader().defaultSectionSize()
        head = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(head + height * min(rows, _MOST_ROWS) + 16)
        words = translate(
            "SwitchesCard", "対象外になる {0}件・未着手に戻る {1}件・そのまま残る {2}件"
        )
        self.summary.setText(words.format(len(plan.excluded), len(plan.returned), len(plan.left)))
        self.summary.setVisible(not plan.is_empty)
        for part in (self.act, self.back):
            part.setEnabled(not plan.is_empty and not self._desk.workspace.is_read_only)

    def _rows(self, plan: SwitchPlan) -> list[tuple[str, ...]]:
        language = self._style.language
        kinds = (
            (translate("SwitchesCard", "そのまま(作業あり)"), plan.left),
            (translate("SwitchesCard", "対象外になる"), plan.excluded),
            (translate("SwitchesCard", "未着手に戻る"), plan.returned),
        )
        return [
            (
                words, task.id, title_words(task, language), day_words(task.due, language),
                pick(STATES[task.state], language),
            )
            for words, tasks in kinds
            for task in tasks
        ]  # fmt: skip

    # acting

    def apply(self) -> None:
        """Change what holds, as one step."""
        wanted = self.wanted
        error = self._asking.refusal_of(lambda: self._own.set_switches(wanted))
        if error is not None:
            self.summary.setText(explain(error, self._style.language))
            self.summary.show()
            return
        self.refresh()
        next(iter(self.boxes.values())).setFocus(Qt.FocusReason.OtherFocusReason)
