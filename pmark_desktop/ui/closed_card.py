"""The closed days of one office: a table, and what one can do with a row."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from pmark_desktop.domain.closed_spans import Whose
from pmark_desktop.session.columns import Tone
from pmark_desktop.session.text_model import TextModel
from pmark_desktop.ui.list_table import Index, ListTable
from pmark_desktop.ui.parts import button, label
from pmark_desktop.ui.theme import Look, Style
from pmark_desktop.words import FIELDS, pick
from pmark_desktop.words_closed_days import span_row
from pmark_desktop.workspace.closed_days import ClosedEntry

translate = QCoreApplication.translate
_WIDTHS = (132, 236, 120)
_LEAST_ROWS = 5
_MOST_ROWS = 7


class ClosedCard(QFrame):
    """The closed days of the company, or of the assessment body.

    Signals:
        add_wanted: the person wants to enter some.
        change_wanted: (ClosedEntry) the person wants to change these.
        retire_wanted: (ClosedEntry) the person wants to take these out of use.
    """

    add_wanted = Signal()
    change_wanted = Signal(object)
    retire_wanted = Signal(object)

    def __init__(
        self, style: Style, whose: Whose, *, can_edit: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"closed_{whose.value}")
        self.setProperty("class", "card")
        self._style = style
        self._can_edit = can_edit
        self._entries: list[ClosedEntry] = []
        self._past: list[bool] = []
        heads = (
            pick(FIELDS["name"], style.language),
            translate("ClosedCard", "日付(毎年のものは次の回)"),
            pick(FIELDS["every_year"], style.language),
        )
        self.model = TextModel(heads, self)
        self.table = ListTable(
            self.model, style, widths=_WIDTHS, look_of=self._look, text_of=self.model.text_of
        )
        self.table.setObjectName(f"closed_{whose.value}_table")
        self.table.setAccessibleName(_headings()[whose])
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        heads_row = self.table.horizontalHeader()
        heads_row.setStretchLastSection(False)
        heads_row.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heads_row.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)  # the name
        self.table.opened.connect(lambda _row: self._ask_change())
        self.table.row_changed.connect(lambda _row: self._follow())
        self._empty = label(
            translate("ClosedCard", "登録はありません。土日・祝日・年末年始(12/29〜1/3)は登録しなくても休業日です。"),
            "faint", wraps=True, name=f"closed_{whose.value}_empty",
        )  # fmt: skip
        self._make_buttons(whose)
        self._lay_out(whose)

    def _make_buttons(self, whose: Whose) -> None:
        name, icons = f"closed_{whose.value}", self._style.icons
        self.add = button(
            translate("ClosedCard", "追加…"), f"{name}_add", self.add_wanted.emit,
            icon=icons.get("add"),
        )  # fmt: skip
        self.change = button(translate("ClosedCard", "変更…"), f"{name}_change", self._ask_change)
        self.retire = button(
            translate("ClosedCard", "取り下げ…"), f"{name}_retire", self._ask_retire,
            icon=icons.get("retire"),
        )  # fmt: skip

    def _lay_out(self, whose: Whose) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for part in (self.add, self.change, self.retire):
            row.addWidget(part)
        row.addStretch(1)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(14, 12, 14, 12)
        inside.setSpacing(8)
        inside.addWidget(label(_headings()[whose], "heading"))
        inside.addWidget(label(_abouts()[whose], "faint", wraps=True))
        inside.addWidget(self.table)
        inside.addWidget(self._empty)
        inside.addStretch(1)
        inside.addLayout(row)

    def show_entries(self, entries: Sequence[ClosedEntry], today: date) -> None:
        """Show these; the same one stays chosen where it is still there."""
        chosen = self.chosen
        self._entries = list(entries)
        self._past = [not one.span.every_year and one.span.last < today for one in entries]
        self.model.show(span_row(one.span, today, self._style.language) for one in entries)
        ids = [one.id for one in entries]
        if chosen is not None and chosen.id in ids:
            self.table.choose_row(ids.index(chosen.id))
        self.table.setVisible(bool(entries))
        self._empty.setVisible(not entries)
        rows = min(max(len(entries), _LEAST_ROWS), _MOST_ROWS)
        height = self.table.verticalHeader().defaultSectionSize()
        head = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(head + rows * height + 2 * self.table.frameWidth())
        self._follow()

    @property
    def chosen(self) -> ClosedEntry | None:
        """The entry of the current row."""
        row = self.table.currentIndex().row()
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def _follow(self) -> None:
        self.add.setEnabled(self._can_edit)
        for part in (self.change, self.retire):
            part.setEnabled(self._can_edit and self.chosen is not None)

    def _ask_change(self) -> None:
        if self._can_edit and self.chosen is not None:
            self.change_wanted.emit(self.chosen)

    def _ask_retire(self) -> None:
        if self._can_edit and self.chosen is not None:
            self.retire_wanted.emit(self.chosen)

    def _look(self, index: Index) -> Look | None:
        is_past = index.row() < len(self._past) and self._past[index.row()]
        return self._style.tones[Tone.EXCLUDED] if is_past else None


def _headings() -> dict[Whose, str]:
    return {
        Whose.COMPANY: translate("ClosedCard", "自社の休業日"),
        Whose.BODY: translate("ClosedCard", "審査機関の休業日"),
    }


def _abouts() -> dict[Whose, str]:
    return {
        Whose.COMPANY: translate("ClosedCard", "社内期限は、この日を避けて前の営業日になります。"),
        Whose.BODY: translate(
            "ClosedCard", "受付最終日がこの日に当たると、次の営業日まで受け付けられます。"
        ),
    }
