"""Enters, changes or retires closed days, and shows first what that does to the tasks."""

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from pmark_desktop.domain.closed_spans import Whose
from pmark_desktop.domain.days import ClosedSpan
from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.domain.typed_dates import parse_date
from pmark_desktop.domain.window import accepted_until
from pmark_desktop.session.desk import Desk
from pmark_desktop.ui.columns import Columns
from pmark_desktop.ui.fields import DateField, Field, date_text, meaning_words, press_enter
from pmark_desktop.ui.moves_card import MovesCard
from pmark_desktop.ui.parts import button, label, restyle
from pmark_desktop.ui.save_bar import Asking
from pmark_desktop.ui.theme import Style
from pmark_desktop.words import FIELDS, day_words, pick
from pmark_desktop.words_closed_days import span_row
from pmark_desktop.words_refusals import explain
from pmark_desktop.workspace.closed_days import (
    ClosedEntry,
    closed_days,
    office_after,
    parse_span,
)
from pmark_desktop.workspace.moves import preview

translate = QCoreApplication.translate
_PREVIEW_MS = 150
_FIELD_WIDTH = 300
_LAST_FIELDS = (Why.CLOSED_ENDS_FIRST, Why.CLOSED_OVER_A_YEAR)


class ClosedEditor(QFrame):
    """One entry of closed days, as it is typed.

    Signals:
        ended: it was saved, or given up.
    """

    ended = Signal()

    def __init__(self, style: Style, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("closed_editor")
        self.setProperty("class", "card")
        self._style = style
        self._desk = desk
        self._asking = Asking(desk, self)
        self.whose = Whose.COMPANY
        """Whose closed days it is about."""
        self._entry: ClosedEntry | None = None
        self._retires = False
        self._heading = label("", "heading", name="closed_heading")
        self._about = label("", "strong", wraps=True, name="closed_about")
        self._message = label("", "faint", wraps=True, name="closed_message")
        self._build_fields()
        self.moves = MovesCard(style, "closed_moves")
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PREVIEW_MS)
        self._later.timeout.connect(self._show_moves)
        self._save = button("", "closed_save", self.save, look="main")
        self._cancel = button(translate("ClosedEditor", "やめる"), "closed_cancel", self.give_up)
        self._lay_out()
        self.hide()

    # building

    def _build_fields(self) -> None:
        language, clock = self._style.language, self._desk.clock
        self.name = Field("closed_name", pick(FIELDS["name"], language), language)
        self.name.show_hint(translate("ClosedEditor", "例: 夏季休業、創立記念日"))
        self.first = DateField("closed_first", pick(FIELDS["first"], language), language, clock)
        self.last = DateField("closed_last", pick(FIELDS["last"], language), language, clock)
        self.last.show_hint(translate("ClosedEditor", "空欄は1日だけ"))
        self.yearly = QCheckBox(translate("ClosedEditor", "毎年この月日に休む(&Y)"))
        self.yearly.setObjectName("closed_yearly")
        self.yearly.toggled.connect(self._follow)
        for field in (self.name, self.first, self.last):
            field.changed.connect(self._follow)
        self.first.left.connect(lambda: self._judge_first(asks=False))

    def _lay_out(self) -> None:
        self._fields = Columns(_FIELD_WIDTH, 3)
        for field in (self.name, self.first, self.last):
            self._fields.add(field)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._save)
        row.addWidget(self._cancel)
        row.addWidget(self._message, 1, Qt.AlignmentFlag.AlignVCenter)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(14, 12, 14, 12)
        inside.setSpacing(10)
        for part in (self._heading, self._about, self._fields, self.yearly, self.moves):
            inside.addWidget(part)
        inside.addLayout(row)

    # beginning and ending

    def add(self, whose: Whose) -> None:
        """Ask for closed days to enter."""
        words = {
            Whose.COMPANY: translate("ClosedEditor", "自社の休業日を追加"),
            Whose.BODY: translate("ClosedEditor", "審査機関の休業日を追加"),
        }
        self._begin(whose, None, words[whose], translate("ClosedEditor", "追加(&S)"))

    def change(self, whose: Whose, entry: ClosedEntry) -> None:
        """Ask how to change an entry."""
        words = translate("ClosedEditor", "休業日の変更")
        self._begin(whose, entry, words, translate("ClosedEditor", "保存(&S)"))

    def retire(self, whose: Whose, entry: ClosedEntry) -> None:
        """Show what taking an entry out of use would do, and ask."""
        words = translate("ClosedEditor", "休業日の取り下げ")
        self._begin(whose, entry, words, translate("ClosedEditor", "取り下げる(&S)"), retires=True)

    def _begin(
        self, whose: Whose, entry: ClosedEntry | None, heading: str, act: str, *,
        retires: bool = False,
    ) -> None:  # fmt: skip
        self.whose, self._entry, self._retires = whose, entry, retires
        self._heading.setText(heading)
        self._save.setText(act)
        self._fill(entry.span if entry else None)
        self._about.setVisible(retires)
        for part in (self._fields, self.yearly):
            part.setVisible(not retires)
        self.show()
        self._follow()
        self._show_moves()
        (self._save if retires else self.name).setFocus()

    def _fill(self, span: ClosedSpan | None) -> None:
        is_one_day = span is None or span.first == span.last
        self.name.reset_to(span.name if span else "")
        self.first.reset_to(date_text(span.first) if span else "")
        self.last.reset_to("" if span is None or is_one_day else date_text(span.last))
        self.yearly.setChecked(span is not None and span.every_year)
        row = span_row(span, self._desk.today, self._style.language) if span else ()
        self._about.setText("  ".join(filter(None, row)))

    def give_up(self) -> None:
        """End without saving."""
        self._later.stop()
        self._entry = None
        self.hide()
        self.ended.emit()

    def stop(self) -> None:
        """Ask the workspace nothing more."""
        self._later.stop()

    @property
    def is_open(self) -> bool:
        """True while something is being entered, changed or retired."""
        return not self.isHidden()

    @property
    def has_unsaved(self) -> bool:
        """True while something is typed here and not saved."""
        if not self.is_open or self._retires:
            return False
        was_yearly = self._entry is not None and self._entry.span.every_year
        changed = any(field.is_changed for field in (self.name, self.first, self.last))
        return changed or self.yearly.isChecked() != was_yearly

    def refresh(self) -> None:
        """Follow what was saved elsewhere; an entry that is gone ends it."""
        if not self.is_open:
            return
        if self._entry is not None:
            entries = closed_days(self._desk.workspace, self.whose)
            if self._entry.id not in [one.id for one in entries]:
                self.give_up()
                return
        self._later.start()

    # what is typed

    def _follow(self) -> None:
        self._say("", "faint")
        self._later.start()

    def _span(self) -> ClosedSpan | None:
        """Return what is typed; None for an entry that goes."""
        if self._retires:
            return None
        span, _ = parse_span(
            self.name.text, self.first.text, self.last.text,
            every_year=self.yearly.isChecked(), today=self._desk.today,
        )  # fmt: skip
        return span

    def _show_moves(self) -> None:
        """Show what saving would do, while what is typed can be saved."""
        self._later.stop()
        workspace, here = self._desk.workspace, self._entry
        self.moves.show_moves(None)
        if not self.is_open or not (self._retires or self.first.text):
            return
        try:
            span = self._span()
            if span is not None and self.last.text:
                words = meaning_words(self.last.text, span.last, self._style.language)
                self.last.show_meaning(words)
            office = office_after(workspace, self.whose, span, here.id if here else None)
        except UserError as error:
            if self.first.day is not None:
                self._say(explain(error, self._style.language), "late")
            return
        if here is not None and span == here.span:
            return
        if self.whose is Whose.COMPANY:
            self.moves.show_moves(preview(workspace, office=office, today=self._desk.today))
            return
        closes = self._desk.content.cycle.window.closes
        words = translate("ClosedEditor", "受付最終日 {0} の申請は {1} まで受け付けられます。")
        accepted = accepted_until(closes, office)
        language = self._style.language
        self._say(words.format(day_words(closes, language), day_words(accepted, language)), "faint")

    def _say(self, text: str, look: str) -> None:
        restyle(self._message, look)
        self._message.setText(text)

    # saving

    def save(self) -> None:
        """Save it as one step, or show what is wrong."""
        if not self._retires and not self._judge_first(asks=True):
            self.first.setFocus()
            return
        if not self.last.check_day():
            self.last.setFocus()
            return
        error = self._asking.refusal_of(self._wish)
        if error is None:
            self.give_up()
        elif error.why in _LAST_FIELDS:
            self.last.show_fault(explain(error, self._style.language))
            self.last.setFocus()
        else:
            self._say(explain(error, self._style.language), "late")

    def _wish(self) -> bool:
        desk, here = self._desk, self._entry
        if self._retires and here is not None:
            return desk.retire_closed_day(self.whose, here.id, here.span.name)
        texts = (self.name.text, self.first.text, self.last.text)
        yearly = self.yearly.isChecked()
        if here is None:
            return desk.add_closed_day(self.whose, *texts, every_year=yearly)
        return desk.change_closed_day(self.whose, here.id, *texts, every_year=yearly)

    def _judge_first(self, *, asks: bool) -> bool:
        """Tell whether the first day can be read; an empty one is wrong only where it `asks`."""
        if not self.first.text and not asks:
            return True
        return self.first.check(lambda text: parse_date(text, self._desk.today))

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.give_up()
        elif not press_enter(self, event, self.save):
            super().keyPressEvent(event)
