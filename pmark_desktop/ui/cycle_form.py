"""設定, 周期: the days that everything counts from, and what the window makes of them."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pmark_desktop.domain.cycle import STAGED, Cycle, check_expiry, parse_year_start
from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.domain.running import running_terms
from pmark_desktop.domain.schedule import APPLICATION_ITEM
from pmark_desktop.domain.texts import clean
from pmark_desktop.domain.window import accepted_until
from pmark_desktop.session.desk import Desk
from pmark_desktop.ui.closing_card import ClosingCard
from pmark_desktop.ui.columns import Columns, scrolled
from pmark_desktop.ui.cycle_fields import (
    WINDOW,
    answer_card,
    base_card,
    cycle_fields,
    stages_card,
)
from pmark_desktop.ui.facts_card import Fact, FactsCard
from pmark_desktop.ui.fields import DateField, Field, date_text, press_enter
from pmark_desktop.ui.moves_card import MovesCard
from pmark_desktop.ui.parts import label
from pmark_desktop.ui.prospect_facts import cycle_facts
from pmark_desktop.ui.save_bar import Asking, SaveBar, disable
from pmark_desktop.ui.theme import Style
from pmark_desktop.words import day_words, pick
from pmark_desktop.words_refusals import explain
from pmark_desktop.words_running import RUNNING, running_reason, running_words
from pmark_desktop.workspace.cycles import changed_cycle, parse_cycle_fields
from pmark_desktop.workspace.moves import preview

translate = QCoreApplication.translate
_PROVENANCE = ("window_answered_on", "window_source")
_COLUMN_WIDTH = 400
_PREVIEW_MS = 150
_WIDEST = 1040
# Which field a refusal of the whole is shown at.
_PLACES = {
    Why.WINDOW_WRONG: "window_closes", Why.EXPIRY_TOO_FAR: "expires",
    Why.EXPIRY_TOO_OLD: "expires", Why.YEAR_START_WRONG: "year_start",
    Why.ANSWERED_ON_IN_FUTURE: "window_answered_on",
}  # fmt: skip


class CycleForm(QWidget):
    """All anchors of the cycle; what is changed is saved in one step."""

    def __init__(self, style: Style, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cycle_form")
        self._style = style
        self._desk = desk
        self._asking = Asking(desk, self)
        self.fields = cycle_fields(style.language, desk.clock)
        self.dates = FactsCard(translate("CycleForm", "この周期の日付"), "cycle_dates")
        self.moves = MovesCard(style, "cycle_moves")
        self._later = QTimer(self)  # a preview of thousands of tasks must not slow the typing
        self._later.setSingleShot(True)
        self._later.setInterval(_PREVIEW_MS)
        self._later.timeout.connect(self._show_moves)
        self._note = label("", "soon", wraps=True, name="source_note")
        self.bar = SaveBar("cycle", style, list(self.fields.values()), self.save)
        self._lay_out()
        for field in self.fields.values():
            field.changed.connect(self._follow)
            field.left.connect(lambda field=field: self._judge(field))
        self.refresh()

    # building

    def _lay_out(self) -> None:
        content = QWidget()
        content.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 14, 16, 6)
        column.setSpacing(12)
        top = Columns(_COLUMN_WIDTH, 2, spacing=6)
        top.add(base_card(self.fields))
        top.add(self.dates)
        answer = answer_card(self.fields)
        if (inside := answer.layout()) is not None:
            inside.addWidget(self._note)
        self.closing = ClosingCard(self._style, self._desk)
        for part in (top, answer, stages_card(self.fields), self.closing):
            column.addWidget(part)
        column.addStretch(1)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.setSpacing(0)
        outside.addWidget(scrolled(content, "cycle_scroll"), 1)
        beside = QVBoxLayout()
        beside.setContentsMargins(16, 6, 16, 0)
        beside.addWidget(self.moves)
        outside.addLayout(beside)
        outside.addWidget(self.bar)

    # showing

    def refresh(self) -> None:
        """Show what the file holds now; what is typed and not saved stays."""
        for name, field in self.fields.items():
            field.show_saved(self._stored(name))
        self._show_hints()
        self._follow()
        self.bar.follow()
        self.closing.refresh()
        if self._desk.workspace.is_read_only:
            disable(self.fields.values())

    def _stored(self, name: str) -> str:
        value = getattr(self._desk.content.cycle, name)
        return value if isinstance(value, str) else date_text(value)

    def _show_hints(self) -> None:
        """Say inside the empty fields what their emptiness means."""
        for name in WINDOW:
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
            self.dates.show_facts(self._facts(cycle))
            ruled = replace(cycle, window_opens=None, window_closes=None).window
            self._stand_in("window_opens", ruled.opens)
            self._stand_in("window_closes", ruled.closes)
        task = self._desk.content.tasks.get(APPLICATION_ITEM)
        moves = cycle is None or cycle.window != self._desk.content.cycle.window
        self._stand_in("applied_planned", None if moves or task is None else task.due)
        answered = any(self.fields[name].text for name in WINDOW)
        lacks = answered and not all(self.fields[name].text for name in _PROVENANCE)
        words = translate("CycleForm", "回答日と、回答の出所(相手・手段)も書いておいてください。")
        self._note.setText(words if lacks else "")
        self._note.setVisible(lacks)
        self._later.start()

    def _facts(self, cycle: Cycle) -> list[Fact]:
        """Return the dates of a cycle in words, and the clocks that run from its anchors."""
        desk, language = self._desk, self._style.language
        accepted = accepted_until(cycle.window.closes, desk.workspace.body_office)
        facts = cycle_facts(cycle, desk.today, language, accepted)
        for term in running_terms(cycle, desk.content.tasks.values(), desk.today):
            is_late = term.is_running(desk.today) and term.until < desk.today
            words = running_words(term, desk.today, language)
            facts.append(
                Fact(pick(RUNNING[term.kind], language), words, "late" if is_late else "strong")
            )
            facts.append(Fact("", running_reason(term, language), "faint"))
        return facts

    def _show_moves(self) -> None:
        """Show what saving would do to the tasks, while something is typed that can be saved."""
        self._later.stop()
        try:
            changes = parse_cycle_fields(self._typed(), self._desk.today)
            cycle, _ = changed_cycle(self._desk.content.cycle, changes, self._desk.today)
        except UserError:
            self.moves.show_moves(None)  # the field says what is wrong once it is left
            return
        if not changes:
            self.moves.show_moves(None)
            return
        found = preview(self._desk.workspace, cycle=cycle, today=self._desk.today)
        self.moves.show_moves(found)

    def _stand_in(self, name: str, day: date | None) -> None:
        """Say beside an empty field which day stands in for it."""
        field = self.fields[name]
        if not field.text:
            field.show_meaning(day_words(day, self._style.language))

    def _typed_cycle(self) -> Cycle | None:
        """Return the cycle as it is typed; None while a field is wrong."""
        try:
            changes = parse_cycle_fields(self._typed(), self._desk.today)
        except UserError:
            return None
        return replace(self._desk.content.cycle, **changes)  # type: ignore[arg-type]

    def _typed(self) -> dict[str, str]:
        """Return the texts that are not saved."""
        return {field.name: field.text for field in self.fields.values() if field.is_changed}

    def stop(self) -> None:
        """Ask the workspace nothing more."""
        self._later.stop()

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
