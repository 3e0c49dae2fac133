"""要再確認: what a newer edition asks beside what was asked before, and a way to confirm."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from pmark_desktop.domain.task import Task
from pmark_desktop.session.desk import Desk
from pmark_desktop.ui.parts import button, label
from pmark_desktop.ui.theme import Style
from pmark_desktop.words import pick
from pmark_desktop.words_checklist_sheet import ITEM_LABELS
from pmark_desktop.words_editions import RECHECK_TERMS
from pmark_desktop.workspace.rewordings import Rewording, rewordings


class EditionDiff(QFrame):
    """The old and the new text of a task that is to be checked again, side by side.

    It is only there for such a task. What it shows comes from the log, so it is asked late.
    """

    def __init__(self, style: Style, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("edition_diff")
        self.setProperty("class", "card")
        self._style = style
        self._desk = desk
        self._task = ""
        self._why = label("", "faint", wraps=True, name="recheck_why")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self._confirm = button(
            self._say("confirm"), "confirm_recheck", self.confirm, icon=style.icons.get("check")
        )
        inside = QVBoxLayout(self)
        inside.setContentsMargins(12, 10, 12, 10)
        inside.setSpacing(8)
        inside.addWidget(label(self._say("heading"), "soon", name="recheck_heading"))
        inside.addWidget(self._why)
        inside.addLayout(self._grid)
        inside.addWidget(self._confirm, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def _say(self, term: str) -> str:
        return pick(RECHECK_TERMS[term], self._style.language)

    def show_task(self, task: Task | None) -> None:
        """Show what was reworded in a task; nothing for one that needs no second look."""
        is_marked = task is not None and task.recheck
        self._task = task.id if task is not None and is_marked else ""
        self.setVisible(is_marked)
        if not self._task:
            return
        found = rewordings(self._desk.workspace, self._task)
        self._why.setText(self._say("why" if found else "by_hand"))
        self._confirm.setEnabled(not self._desk.workspace.is_read_only)
        self._fill(found)

    @property
    def texts(self) -> list[tuple[str, str]]:
        """The old and the new text of every field that is shown."""
        return [
            (self._label(f"old_{field}").text(), self._label(f"new_{field}").text())
            for field in ITEM_LABELS
            if self.findChild(QLabel, f"old_{field}") is not None
        ]

    def _label(self, name: str) -> QLabel:
        found = self.findChild(QLabel, name)
        return found if isinstance(found, QLabel) else QLabel()

    def _fill(self, found: list[Rewording]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.setParent(None)
                old.deleteLater()
        if found:
            for column, term in enumerate(("old", "new")):
                self._grid.addWidget(label(self._say(term), "faint"), 0, column)
        for place, one in enumerate(found):
            self._add(1 + 2 * place, one)

    def _add(self, row: int, one: Rewording) -> None:
        name = pick(ITEM_LABELS[one.field], self._style.language)
        self._grid.addWidget(label(name, "strong", wraps=True), row, 0, 1, 2)
        for column, (which, text) in enumerate((("old", one.old), ("new", one.new))):
            made = label(text or self._say("empty"), wraps=True, name=f"{which}_{one.field}")
            made.setAccessibleName(f"{name} {self._say(which)}")
            self._grid.addWidget(made, row + 1, column, Qt.AlignmentFlag.AlignTop)

    def confirm(self) -> None:
        """Clear the mark, as one step: the person has looked."""
        if self._task:
            self._desk.edit(self._task, "recheck", "")
