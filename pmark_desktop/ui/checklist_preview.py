"""What a checklist of a file would do here, or what is wrong with it, as tables."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from pmark_desktop.domain.editions import Fate
from pmark_desktop.session.columns import Tone
from pmark_desktop.session.text_model import TextModel
from pmark_desktop.ui.list_table import Index, ListTable
from pmark_desktop.ui.moves_card import MovesCard
from pmark_desktop.ui.parts import label, restyle
from pmark_desktop.ui.theme import Look, Style
from pmark_desktop.words import pick
from pmark_desktop.words_checklist import problem_parts, problem_words
from pmark_desktop.words_editions import (
    EDITION_TERMS,
    MISTAKES,
    PROBLEM_TERMS,
    TASKS_RECHECKED,
    EditionRow,
    edition_rows,
    edition_summary,
    intake_heading,
)
from pmark_desktop.workspace.editions import IntakePlan
from pmark_desktop.workspace.lists import FileProblem

translate = QCoreApplication.translate
_WIDTHS = (160, 130, 250, 400)
_PROBLEM_WIDTHS = (150, 170, 560)
_LEAST_ROWS, _MOST_ROWS = 5, 12
_TONES = {Fate.REWORDED: Tone.SOON, Fate.GONE: Tone.PAST, Fate.NEW: Tone.GOOD}


class ChecklistPreview(QFrame):
    """Counts, one row for each item (or each mistake), and what becomes of the tasks."""

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("checklist_preview")
        self.setProperty("class", "card")
        self._style = style
        self._rows: list[EditionRow] = []
        language = style.language
        self._heading = label("", "heading", wraps=True, name="list_heading")
        self._summary = label("", "strong", wraps=True, name="list_summary")
        self._remarks = label("", "soon", wraps=True, name="list_remarks")
        self._items = TextModel([pick(words, language) for words in EDITION_TERMS.values()], self)
        self.table = self._table(self._items, _WIDTHS, "edition_table")
        self.table.setAccessibleName(translate("ChecklistPreview", "項目ごとの変わり方"))
        self._faults = TextModel([pick(words, language) for words in PROBLEM_TERMS], self)
        self.problems = self._table(self._faults, _PROBLEM_WIDTHS, "problem_table")
        self.problems.setAccessibleName(translate("ChecklistPreview", "直すところ"))
        self.moves = MovesCard(style, "edition_moves")
        inside = QVBoxLayout(self)
        inside.setContentsMargins(14, 12, 14, 12)
        inside.setSpacing(8)
        for part in (self._heading, self._summary, self._remarks, self.table, self.problems):
            inside.addWidget(part)
        inside.addWidget(self.moves)
        self.hide()

    def _table(self, model: TextModel, widths: Sequence[int], name: str) -> ListTable:
        look_of = self._look if model is self._items else _no_look
        table = ListTable(model, self._style, widths=widths, look_of=look_of, text_of=model.text_of)
        table.setObjectName(name)
        return table

    @property
    def text(self) -> str:
        """All that is shown, as text."""
        model = self._faults if self.problems.isVisibleTo(self) else self._items
        rows = model.text_of(range(model.rowCount()))
        parts = (self._heading.text(), self._summary.text(), self._remarks.text(), rows)
        return "\n".join(filter(None, parts))

    def show_plan(self, plan: IntakePlan, remarks: Sequence[FileProblem]) -> None:
        """Show what taking a list in would do."""
        language = self._style.language
        self._heading.setText(
            intake_heading(plan.edition, is_new_list=plan.is_new_list, language=language)
        )
        lines = [edition_summary(plan.edition, plan.retired, language)]
        if plan.rechecks:
            lines.append(pick(TASKS_RECHECKED, language).format(len(plan.rechecks)))
        restyle(self._summary, "strong")
        self._summary.setText("\n".join(lines))
        self._show_remarks(remarks)
        self._rows = edition_rows(plan.edition, plan.retired, language)
        self._items.show([*row.texts[:-1], "\n".join(row.details)] for row in self._rows)
        self._fit(self.table, self._items)
        self.problems.hide()
        self.moves.show_moves(None if plan.moves.is_empty else plan.moves)
        self.show()

    def show_problems(
        self, name: str, problems: Sequence[FileProblem], remarks: Sequence[FileProblem]
    ) -> None:
        """Show all that is wrong with a file."""
        language = self._style.language
        heading = translate("ChecklistPreview", "「{0}」は取り込めません")
        self._show_trouble(heading.format(name), pick(MISTAKES, language).format(len(problems)))
        self._show_remarks(remarks)
        self._faults.show(problem_parts(problem, language) for problem in problems)
        self._fit(self.problems, self._faults)

    def show_refusal(self, name: str, words: str) -> None:
        """Show why a list of a file is not taken in."""
        heading = translate("ChecklistPreview", "「{0}」は取り込めません")
        self._show_trouble(heading.format(name), words)
        self._show_remarks(())
        self.problems.hide()

    def _show_trouble(self, heading: str, words: str) -> None:
        self._heading.setText(heading)
        restyle(self._summary, "late")
        self._summary.setText(words)
        self.table.hide()
        self.moves.show_moves(None)
        self.show()

    def _show_remarks(self, remarks: Sequence[FileProblem]) -> None:
        lines = [problem_words(remark, self._style.language) for remark in remarks]
        self._remarks.setText("\n".join(lines))
        self._remarks.setVisible(bool(lines))

    def _fit(self, table: ListTable, model: TextModel) -> None:
        rows = min(max(model.rowCount(), _LEAST_ROWS), _MOST_ROWS)
        row_height = table.verticalHeader().defaultSectionSize()
        head = table.horizontalHeader().sizeHint().height()
        table.setFixedHeight(head + row_height * rows + 2 * table.frameWidth() + 14)
        table.scrollToTop()
        table.show()

    def _look(self, index: Index) -> Look | None:
        fate = self._rows[index.row()].fate
        is_first = index.column() == 0
        return self._style.tones[_TONES[fate]] if is_first and fate in _TONES else None


def _no_look(_index: Index) -> Look | None:
    return None
