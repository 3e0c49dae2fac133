"""2年間の記録: the two-year map with what it means, and what of it is empty."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from pmark_desktop.domain.two_years import two_years
from pmark_desktop.session.desk import Desk
from pmark_desktop.session.map_model import MapModel
from pmark_desktop.ui.map_table import MapTable
from pmark_desktop.ui.parts import label, restyle
from pmark_desktop.ui.theme import Style
from pmark_desktop.words import day_words, list_title
from pmark_desktop.words_agenda import month_words

translate = QCoreApplication.translate


class MapCard(QFrame):
    """The map under its heading.

    Signals:
        tasks_wanted: (title, ids) the person asks for the tasks of a cell.
        list_wanted: (key) the person asks for a checklist.
    """

    tasks_wanted = Signal(str, object)
    list_wanted = Signal(str)

    def __init__(self, style: Style, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("map_card")
        self.setProperty("class", "card")
        self._style = style
        self._desk = desk
        self.model = MapModel(style.language, self)
        self.table = MapTable(self.model, style)
        self._span = label(look="faint", name="map_span")
        self._gaps = label(name="map_gaps")
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(label(translate("MapCard", "2年間の記録"), "heading"))
        head.addWidget(self._gaps)
        head.addStretch(1)
        head.addWidget(self._span)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.table)
        self.table.cell_opened.connect(self._open_cell)
        self.table.row_opened.connect(self._open_row)

    def refresh(self) -> None:
        """Show the map as it is now."""
        desk, language = self._desk, self._style.language
        content, today = desk.content, desk.today
        lists = [one.key for one in content.lists]
        found = two_years(content.tasks.values(), lists, content.cycle.review_period, today)
        titles = {one.key: list_title(one, language) for one in content.lists}
        month = today.replace(day=1)
        present = found.months.index(month) if month in found.months else -1
        self.model.show_map(found, titles, present)
        self.table.fit()
        self.table.show_present()
        first, last = found.period.first, found.period.last
        self._span.setText(
            translate("MapCard", "証跡あり/タスク   審査対象期間 {0} – {1}").format(
                day_words(first, language), day_words(last, language)
            )
        )
        gaps = found.empty_months
        words = translate("MapCard", "◥ 記録なし {0}か月").format(len(gaps))
        is_begun = bool(found.months) and found.months[0] < month
        none = translate("MapCard", "記録のない月はありません") if is_begun else ""
        self._gaps.setText(words if gaps else none)
        restyle(self._gaps, "late" if gaps else "good")
        self._gaps.setToolTip(", ".join(month_words(one, language) for one in gaps))

    def _open_cell(self, row: int, column: int) -> None:
        cell = self.model.cell(row, column)
        if cell.tasks:
            self.tasks_wanted.emit(self.model.picked(row, column), cell.tasks)

    def _open_row(self, row: int) -> None:
        if key := self.model.key(row):
            self.list_wanted.emit(key)
