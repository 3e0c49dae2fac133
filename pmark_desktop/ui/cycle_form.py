"""設定, 周期: the days that everything counts from, and what the window makes of them."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from pmark_desktop.domain.cycle import STAGED, Cycle, check_expiry, parse_year_start
from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.domain.schedule import APPLICATION_ITEM
from pmark_desktop.domain.texts import clean
from pmark_desktop.session.desk import Desk
from pmark_desktop.ui.columns import Columns, scrolled
from pmark_desktop.ui.facts_card import FactsCard
from pmark_desktop.ui.fields import DateField, Field, date_text, press_enter
from pmark_desktop.ui.parts import card, label
from pmark_desktop.ui.prospect_facts import cycle_facts
from pmark_desktop.ui.save_bar import Asking, SaveBar, disable
from pmark_desktop.ui.theme import Style
from pmark_desktop.words import FIELDS, day_words, pick
from pmark_desktop.words_refusals import explain
from pmark_desktop.workspace.cycles import parse_cycle_fields

translate = QCoreApplication.translate
_WINDOW = ("window_opens", "window_closes")
_COLUMN_WIDTH = 290
_WIDEST = 1040
# Which field a refusal of the whole is shown at.
_PLACES = {
    Why.WINDOW_WRONG: "window_closes", Why.EXPIRY_TOO_FAR: "expires",
    Why.EXPIRY_TOO_OLD: "expires", Why.YEAR_START_WRONG: "year_start",
}  # fmt: skip


class CycleForm(QWidget):
    """All anchors of the cycle; what is changed is saved in one step."""

    def __init__(self, style: Style, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cycle_form")
        self._style = style
        self._desk = desk
        self._asking = Asking(desk, self)
        self.fields: dict[str, Field] = {}
        self._build_fields()
        self.dates = FactsCard(translate("CycleForm", "この周期の日付"), "cycle_dates")
        self._note = label("", "soon", wraps=True, name="source_note")
        self.bar = SaveBar("cycle", style, list(self.fields.values()), self.save)
        self._lay_out()
        self.refresh()

    # building

    def _build_fields(self) -> None:
        language, clock = self._style.language, self._desk.clock
        staged = [f"{anchor.value}{stage}" for anchor in STAGED for stage in ("_planned", "")]
        for name in ("expires", *_WINDOW, *staged):
            self.fields[name] = DateField(name, pick(FIELDS[name], language), language, clock)
        for name, letters in (("year_start", 6), ("window_source", 0)):
            words = pick(FIELDS[name], language)
            self.fields[name] = Field(name, words, language, letters=letters)
        self.fields["year_start"].show_meaning(translate("CycleForm", "月-日"))
        self.fields["window_source"].show_hint(
            translate("CycleForm", "例: 2027/02/01 審査機関の担当者からメールで回答")
        )
        for field in self.fields.values():
            field.changed.connect(self._follow)
            field.left.connect(lambda field=field: self._judge(field))

    def _lay_out(self) -> None:
        content = QWidget()
        content.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 14, 16, 6)
        column.setSpacing(12)
        top = Columns(_COLUMN_WIDTH + 110, 2, spacing=6)
        top.add(self._base_card())
        top.add(self.dates)
        for part in (top, self._answer_card(), self._stages_card()):
            column.addWidget(part)
        column.addStretch(1)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.setSpacing(0)
        outside.addWidget(scrolled(content, "cycle_scroll"), 1)
        outside.addWidget(self.bar)

    def _base_card(self) -> QFrame:
        frame, inside = card("cycle_base")
        inside.setSpacing(12)
        inside.addWidget(label(translate("CycleForm", "起点"), "heading"))
        inside.addWidget(self.fields["expires"])
        inside.addWidget(self.fields["year_start"])
        words = translate(
            "CycleForm",
            "変更すると、完了・対象外・手入力の期限を除くタスクの期限が計算し直されます。",
        )
        inside.addWidget(label(words, "faint", wraps=True))
        inside.addStretch(1)
        return frame

    def _answer_card(self) -> QFrame:
        frame, inside = card("cycle_answer")
        inside.addWidget(label(translate("CycleForm", "審査機関の回答による受付期間"), "heading"))
        words = translate(
            "CycleForm",
            "審査機関に照会して回答を得たときだけ入力します。空欄の日は公表の規則で計算します。",
        )
        inside.addWidget(label(words, "faint", wraps=True))
        days = Columns(_COLUMN_WIDTH, 2)
        for name in _WINDOW:
            days.add(self.fields[name])
        inside.addWidget(days)
        inside.addWidget(self.fields["window_source"])
        inside.addWidget(self._note)
        return frame

    def _stages_card(self) -> QFrame:
        frame, inside = card("cycle_stages")
        inside.addWidget(label(translate("CycleForm", "申請から決定まで"), "heading"))
        words = translate(
            "CycleForm", "確定の日があればその日から、なければ予定の日からタスクの期限を数えます。"
        )
        inside.addWidget(label(words, "faint", wraps=True))
        pairs = Columns(_COLUMN_WIDTH, 2)
        for anchor in STAGED:
            pairs.add(self.fields[f"{anchor.value}_planned"])
            pairs.add(self.fields[anchor.value])
        inside.addWidget(pairs)
        return frame

    # showing

    def refresh(self) -> None:
        """Show what the file holds now; what is typed and not saved stays."""
        for name, field in self.fields.items():
            field.show_saved(self._stored(name))
        self._show_hints()
        self._follow()
        self.bar.follow()
        if self._desk.workspace.is_read_only:
            disable(self.fields.values())

    def _stored(self, name: str) -> str:
        value = getattr(self._desk.content.cycle, name)
        return value if isinstance(value, str) else date_text(value)

    def _show_hints(self) -> None:
        """Say inside the empty fields what their emptiness means."""
        for name in _WINDOW:
            self.fields[name].show_hint(translate("CycleForm", "公表の規則どおり"))
        unknown = translate("CycleForm", "未定")
        for anchor in STAGED:
            self.fields[f"{anchor.value}_planned"].show_hint(unknown)
            self.fields[anchor.value].show_hint(unknown)
        task = self._desk.content.tasks.get(APPLICATION_ITEM)
        if task is not None and task.due is not None:
            words = translate("CycleForm", "{0}の期限に従う")
            self.fields["applied_planned"].show_hint(words.format(APPLICATION_ITEM))

    def _follow(self) -> None:
        """Show what comes of the days that are typed."""
        cycle = self._typed_cycle()
        if cycle is not None:
            facts = cycle_facts(cycle, self._desk.today, self._style.language)
            self.dates.show_facts(facts)
            ruled = replace(cycle, window_opens=None, window_closes=None).window
            self._stand_in("window_opens", ruled.opens)
            self._stand_in("window_closes", ruled.closes)
        task = self._desk.content.tasks.get(APPLICATION_ITEM)
        moves = cycle is None or cycle.window != self._desk.content.cycle.window
        self._stand_in("applied_planned", None if moves or task is None else task.due)
        answered = any(self.fields[name].text for name in _WINDOW)
        lacks = answered and not self.fields["window_source"].text
        words = translate("CycleForm", "回答の出所(日付・相手・手段)も書いておいてください。")
        self._note.setText(words if lacks else "")
        self._note.setVisible(lacks)

    def _stand_in(self, name: str, day: date | None) -> None:
        """Say beside an empty field which day stands in for it."""
        field = self.fields[name]
        if not field.text:
            field.show_meaning(day_words(day, self._style.language))

    def _typed_cycle(self) -> Cycle | None:
        """Return the cycle as it is typed; None while a field is wrong."""
        texts = {field.name: field.text for field in self.fields.values() if field.is_changed}
        try:
            changes = parse_cycle_fields(texts, self._desk.today)
        except UserError:
            return None
        return replace(self._desk.content.cycle, **changes)  # type: ignore[arg-type]

    # saving

    def save(self) -> None:
        """Save what was changed as one step, or show what is wrong with it."""
        changed = self.bar.changed_fields()
        wrong = [field for field in changed if not self._judge(field)]
        if not changed or wrong:
            for field in wrong[:1]:
                field.setFocus()
            return
        texts = {field.name: field.text for field in changed}
        error = self._asking.refusal_of(lambda: self._desk.set_cycle(texts))
        if error is not None:
            self._show_refusal(error)
            return
        for field in changed:
            field.reset_to(self._stored(field.name))
        self.refresh()
        self.bar.tell_saved()

    def _show_refusal(self, error: UserError) -> None:
        words = explain(error, self._style.language)
        if (name := _PLACES.get(error.why)) is not None:
            self.fields[name].show_fault(words)
            self.fields[name].setFocus()
        else:
            self.bar.say(words, "late")

    def _judge(self, field: Field) -> bool:
        if field.name == "expires":
            return field.check(self._parse_expiry)
        if isinstance(field, DateField):
            return field.check_day()
        return field.check(parse_year_start if field.name == "year_start" else clean)

    def _parse_expiry(self, text: str) -> None:
        expires = parse_cycle_fields({"expires": text}, self._desk.today)["expires"]
        if expires != self._desk.content.cycle.expires:
            check_expiry(expires, self._desk.today)  # type: ignore[arg-type]  # never None here

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_enter(self, event, self.save):
            super().keyPressEvent(event)
