"""The tasks that an event would make, with their dates."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from pmark_desktop.domain.standing import Concern
from pmark_desktop.ui.parts import label
from pmark_desktop.ui.theme import Style
from pmark_desktop.words import CONCERNS, FIELDS, day_words, pick, waits_words
from pmark_desktop.workspace.events import PlannedTask

translate = QCoreApplication.translate
_COLUMNS = ("id", "title", "due", "hard_due")
_TITLE = _COLUMNS.index("title")
_LEAST_ROWS = 8
_AIR = 14


class EventPreview(QFrame):
    """A table to read only."""

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("event_preview")
        self.setProperty("class", "card")
        self._style = style
        self._count = label(look="heading", name="preview_count")
        self.table = self._table()
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.addWidget(self._count)
        column.addWidget(self.table, 1)

    def _table(self) -> QTableWidget:
        table = QTableWidget(0, len(_COLUMNS))
        table.setObjectName("preview_table")
        table.setAccessibleName(translate("EventPreview", "できるタスク"))
        names = [pick(FIELDS[name], self._style.language) for name in _COLUMNS]
        table.setHorizontalHeaderLabels(names)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setAlternatingRowColors(True)
        table.setShowGrid(False)
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        height = self.fontMetrics().height() + 10
        table.verticalHeader().setDefaultSectionSize(height)
        table.setMinimumHeight(height * _LEAST_ROWS)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(_TITLE, QHeaderView.ResizeMode.Stretch)
        return table

    def show_tasks(self, tasks: Sequence[PlannedTask]) -> None:
        """Show these tasks instead of the present ones."""
        words = translate("EventPreview", "できるタスク {0}件")
        self._count.setText(words.format(len(tasks)))
        self.table.setRowCount(len(tasks))
        for row, task in enumerate(tasks):
            for column, text in enumerate(self._texts(task)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(row, column, item)
        no_hard_due = all(task.dates.hard_due is None for task in tasks)
        self.table.setColumnHidden(_COLUMNS.index("hard_due"), no_hard_due)
        self._fit()

    def _fit(self) -> None:
        """Give every column its text and some air; the title takes the rest."""
        header = self.table.horizontalHeader()
        for column in range(len(_COLUMNS)):
            if column != _TITLE:
                widest = max(self.table.sizeHintForColumn(column), header.sectionSizeHint(column))
                header.resizeSection(column, widest + _AIR)

    def _texts(self, task: PlannedTask) -> tuple[str, ...]:
        language, dates = self._style.language, task.dates
        due = day_words(dates.due, language)
        if dates.waits_for is not None:
            waits = pick(CONCERNS[Concern.WAITING], language)
            due = f"{waits}: {waits_words(dates.waits_for, language)}"
        return task.id, task.item.title, due, day_words(dates.hard_due, language)
