"""取り下げる: what goes out of use with the selected rows, and why."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from pmark_desktop.session.desk import Desk
from pmark_desktop.session.own_desk import OwnDesk
from pmark_desktop.ui.reason_bar import ReasonBar
from pmark_desktop.ui.row_actions import RowActions
from pmark_desktop.ui.task_table import TaskTable
from pmark_desktop.ui.theme import Style
from pmark_desktop.words_bulk import names_words

translate = QCoreApplication.translate


class RetireBar(ReasonBar):
    """Asks why the items of the selected rows are retired."""

    def __init__(
        self,
        style: Style,
        desk: Desk,
        rows: RowActions,
        table: TaskTable,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("retire", style, desk, parent)
        self._desk = desk
        self._own = OwnDesk(desk)
        rows.retire_wanted.connect(self.ask_for)
        self.ended.connect(table.setFocus)

    def ask_for(self, items: list[str]) -> None:
        """Ask why these items are retired; all their tasks go with them."""
        from pmark_desktop.workspace.retiring import tasks_of  # noqa: PLC0415

        if self._desk.workspace.is_read_only:
            return
        tasks = tasks_of(self._desk.workspace, items)
        evidence = sum(len(task.evidence) for task in tasks)
        words = translate(
            "RetireBar",
            "{0} を取り下げます。タスク{1}件がすべて一覧から外れます。証跡{2}件は残り、あとで戻せます。",
        ).format(names_words(items, self._style.language), len(tasks), evidence)
        self.ask(
            words,
            translate("RetireBar", "取り下げる(&R)"),
            lambda reason: self._own.retire(items, reason),
        )
