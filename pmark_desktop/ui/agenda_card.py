"""A short list of tasks under a heading with their number; each leads to its task."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from pmark_desktop.domain.standing import Concern
from pmark_desktop.domain.task import Task
from pmark_desktop.session.agenda_model import AgendaModel, Words
from pmark_desktop.ui.list_table import ListTable
from pmark_desktop.ui.parts import label, link
from pmark_desktop.ui.theme import Style
from pmark_desktop.words import CONCERNS, pick

translate = QCoreApplication.translate
MOST = 8
_WIDTHS = (108, 112, 180)
_NO_SCROLL = Qt.ScrollBarPolicy.ScrollBarAlwaysOff


class AgendaCard(QFrame):
    """The first tasks of a concern, and the way to all of them.

    Signals:
        task_wanted: (task id) the person clicked a row, or pressed Enter on it.
        concern_wanted: (Concern) the person asks for all tasks of the concern.
    """

    task_wanted = Signal(str)
    concern_wanted = Signal(object)

    def __init__(self, style: Style, concern: Concern, left: Words, nothing: str) -> None:
        super().__init__()
        name = f"agenda_{concern.value}"
        self.setObjectName(name)
        self.setProperty("class", "card")
        self._title = pick(CONCERNS[concern], style.language)
        self.model = AgendaModel(style.language, left, self)
        self.table = self._made_table(style, name)
        self._head = label(look="heading", name=f"{name}_head")
        self._nothing = label(nothing, "faint", wraps=True, name=f"{name}_nothing")
        self._all = link("", f"{name}_all", lambda: self.concern_wanted.emit(concern))
        head = QHBoxLayout()
        head.addWidget(self._head)
        head.addStretch(1)
        head.addWidget(self._all)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._nothing)
        column.addWidget(self.table)
        column.addStretch(1)

    def _made_table(self, style: Style, name: str) -> ListTable:
        table = ListTable(
            self.model,
            style,
            widths=_WIDTHS,
            look_of=lambda index: style.tones[self.model.tone(index)],
            text_of=self.model.text_of,
        )
        table.setObjectName(f"{name}_table")
        table.setAccessibleName(self._title)
        table.horizontalHeader().hide()
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setVerticalScrollBarPolicy(_NO_SCROLL)
        table.setHorizontalScrollBarPolicy(_NO_SCROLL)
        table.setMinimumWidth(sum(table.columnWidth(place) for place in range(len(_WIDTHS))))
        table.setCursor(Qt.CursorShape.PointingHandCursor)
        table.opened.connect(self._open)
        table.clicked.connect(lambda index: self._open(index.row()))
        return table

    def show_tasks(self, tasks: Sequence[Task], today: date) -> None:
        """Show the first of these tasks and how many there are."""
        self.model.show_tasks(tasks[:MOST], today)
        self._head.setText(translate("AgendaCard", "{0} {1}件").format(self._title, len(tasks)))
        self._all.setText(translate("AgendaCard", "一覧で見る({0}件)").format(len(tasks)))
        self._all.setVisible(bool(tasks))
        self._nothing.setVisible(not tasks)
        self.table.setVisible(bool(tasks))
        self._fit()

    def _fit(self) -> None:
        height = self.table.verticalHeader().defaultSectionSize()
        self.table.setFixedHeight(height * max(self.model.rowCount(), 1))

    def _open(self, row: int) -> None:
        if row < self.model.rowCount():
            self.task_wanted.emit(self.model.task(row).id)

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._fit()
        super().changeEvent(event)
