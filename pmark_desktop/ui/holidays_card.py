"""The national holidays of a year: which, why, and whether they are settled yet."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from pmark_desktop.session.columns import Tone
from pmark_desktop.session.desk import Desk
from pmark_desktop.session.text_model import TextModel
from pmark_desktop.ui.list_table import Index, ListTable
from pmark_desktop.ui.parts import button, label
from pmark_desktop.ui.theme import Look, Style
from pmark_desktop.words import FIELDS, pick
from pmark_desktop.words_closed_days import ClosedTerm, holiday_rows, say
from pmark_desktop.workspace.holidays import first_year, holiday_sources

translate = QCoreApplication.translate
_WIDTHS = (150, 190, 260)
_ROWS = 9
_YEARS_AHEAD = 3  # beyond expiry: the next term


class HolidaysCard(QFrame):
    """The holidays that the program counts with, year by year.

    Signals:
        import_wanted: the person wants to read a published list.
        back_wanted: (year) the person wants the holidays of a year to be computed again.
    """

    import_wanted = Signal()
    back_wanted = Signal(int)

    def __init__(self, style: Style, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("holidays_card")
        self.setProperty("class", "card")
        self._style = style
        self._desk = desk
        self._forecasts: list[bool] = []
        language = style.language
        heads = (
            translate("HolidaysCard", "日付"),
            pick(FIELDS["name"], language),
            pick(FIELDS["note"], language),
        )
        self.model = TextModel(heads, self)
        self.table = ListTable(
            self.model, style, widths=_WIDTHS, look_of=self._look, text_of=self.model.text_of
        )
        self.table.setObjectName("holidays_table")
        self.table.setAccessibleName(pick(FIELDS["days"], language))
        height = self.table.verticalHeader().defaultSectionSize()
        self.table.setFixedHeight(
            self.table.horizontalHeader().sizeHint().height() + _ROWS * height
        )
        self.year = QComboBox()
        self.year.setObjectName("holidays_year")
        self.year.setAccessibleName(pick(FIELDS["year"], language))
        self._source = label("", "faint", wraps=True, name="holidays_source")
        self.take = button(
            translate("HolidaysCard", "内閣府の祝日CSVを取り込む…"), "holidays_import",
            self.import_wanted.emit, icon=style.icons.get("open-file"),
        )  # fmt: skip
        self.take.setEnabled(not desk.workspace.is_read_only)
        self.back = button(
            translate("HolidaysCard", "この年を計算に戻す…"), "holidays_back_to_rule",
            lambda: self.back_wanted.emit(self.year.currentData()),
        )  # fmt: skip
        self._lay_out()
        self._offer_years()
        self.year.currentIndexChanged.connect(self._show_year)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(translate("HolidaysCard", "国民の祝日"), "heading"))
        head.addSpacing(12)
        head.addWidget(self._step(-1))
        head.addWidget(self.year)
        head.addWidget(self._step(1))
        head.addStretch(1)
        head.addWidget(self.take)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(14, 12, 14, 12)
        inside.setSpacing(8)
        inside.addLayout(head)
        inside.addWidget(self.table)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._source, 1)
        foot.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(foot)

    def _step(self, step: int) -> QToolButton:
        """Return a button that shows the year before or after."""
        made = QToolButton()
        back = step < 0
        made.setObjectName("holidays_back" if back else "holidays_on")
        arrows = Qt.ArrowType
        made.setArrowType(arrows.LeftArrow if back else arrows.RightArrow)
        made.setAutoRaise(True)
        words = translate("HolidaysCard", "前の年") if back else translate("HolidaysCard", "次の年")
        made.setAccessibleName(words)
        made.setToolTip(words)
        made.clicked.connect(partial(self._go, step))
        return made

    def _offer_years(self) -> None:
        """Offer the years that matter to the cycle; the chosen one stays."""
        last = max(self._desk.content.cycle.expires.year, self._desk.today.year) + _YEARS_AHEAD
        years = list(range(first_year(self._desk.workspace), last + 1))
        if years == [self.year.itemData(place) for place in range(self.year.count())]:
            return
        chosen = self.year.currentData() or self._desk.today.year
        self.year.blockSignals(True)
        self.year.clear()
        for year in years:
            self.year.addItem(translate("HolidaysCard", "{0}年").format(year), year)
        self.year.setCurrentIndex(max(self.year.findData(chosen), 0))
        self.year.blockSignals(False)

    def refresh(self) -> None:
        """Show the holidays as they are counted with now."""
        self._offer_years()
        self._show_year()

    def _show_year(self) -> None:
        desk, language = self._desk, self._style.language
        year = self.year.currentData()
        office = desk.workspace.office
        self._forecasts = [
            office.is_forecast(day, desk.today) for day in sorted(office.holidays(year))
        ]
        self.model.show(holiday_rows(office, year, desk.today, language))
        source = holiday_sources(desk.workspace).get(year)
        self.back.setVisible(source is not None)
        self.back.setEnabled(not desk.workspace.is_read_only)
        words = (
            say(ClosedTerm.COMPUTED, language)
            if source is None
            else say(ClosedTerm.PUBLISHED, language, source=source)
        )
        self._source.setText(
            translate("HolidaysCard", "{0}日  出典: {1}").format(len(self._forecasts), words)
        )

    def _go(self, step: int, _checked: bool = False) -> None:
        place = self.year.currentIndex() + step
        if 0 <= place < self.year.count():
            self.year.setCurrentIndex(place)

    def _look(self, index: Index) -> Look | None:
        is_forecast = index.row() < len(self._forecasts) and self._forecasts[index.row()]
        return self._style.tones[Tone.SOON] if is_forecast else None
