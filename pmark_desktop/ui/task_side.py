"""What stands beside the table: all about the chosen task, or one change for several."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from pmark_desktop.session.desk import Desk
from pmark_desktop.ui.bulk_panel import BulkPanel
from pmark_desktop.ui.detail import DetailPanel
from pmark_desktop.ui.task_table import TaskTable
from pmark_desktop.ui.theme import Style

_SETTLE_MS = 60  # a selection that is drawn with the mouse changes with every row


class TaskSide(QStackedWidget):
    """Shows the detail of one task; of more than one selected row, the panel for all of them."""

    def __init__(
        self,
        style: Style,
        desk: Desk,
        table: TaskTable,
        detail: DetailPanel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("task_side")
        self._style = style
        self._desk = desk
        self._table = table
        self._detail = detail
        self.bulk: BulkPanel | None = None
        self._bulk_of: list[str] = []
        self.setMinimumWidth(detail.minimumWidth())
        self.addWidget(detail)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_SETTLE_MS)
        self._later.timeout.connect(self.settle)
        table.selection_changed.connect(self._later.start)

    def settle(self) -> None:
        """Show what belongs to the rows that are selected now."""
        self._later.stop()
        ids = self._table.selected_tasks()
        if len(ids) < 2:  # noqa: PLR2004  (several)
            self._bulk_of = []
            self.setCurrentWidget(self._detail)
            return
        if self.bulk is None:
            self.bulk = BulkPanel(self._style, self._desk)
            self.addWidget(self.bulk)
        if ids != self._bulk_of:
            self._bulk_of = ids
            self.bulk.show_tasks(ids)
        self.setCurrentWidget(self.bulk)

    def refresh(self) -> None:
        """Show the tasks as they are now."""
        self._detail.refresh()
        if self.bulk is not None and self.currentWidget() is self.bulk:
            self.bulk.refresh()
            self._later.start()

    def stop(self) -> None:
        """Ask the workspace nothing more."""
        self._later.stop()
        self._detail.stop()
        if self.bulk is not None:
            self.bulk.stop()
