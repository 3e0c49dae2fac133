"""The form of a new workspace; it shows the computed dates before anything is made."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QVBoxLayout,
    QWidget,
)

from pmark_desktop.domain.checklist import Checklist, Kind
from pmark_desktop.domain.cycle import DEFAULT_YEAR_START, check_expiry, parse_year_start
from pmark_desktop.domain.errors import Notice, UserError
from pmark_desktop.domain.texts import clean, parse_registration
from pmark_desktop.domain.typed_dates import parse_date
from pmark_desktop.session.day_clock import DayClock
from pmark_desktop.ui.body_field import body_field
from pmark_desktop.ui.columns import Columns
from pmark_desktop.ui.facts_card import Fact, FactsCard
from pmark_desktop.ui.fields import DateField, Field, letter_width, press_enter
from pmark_desktop.ui.form_page import lay_form_page
from pmark_desktop.ui.parts import button, card, label
from pmark_desktop.ui.prospect_facts import prospect_facts
from pmark_desktop.ui.theme import Style
from pmark_desktop.words import FIELDS, Language, day_words, pick
from pmark_desktop.words_refusals import notice_words
from pmark_desktop.workspace.creating import NewWorkspace, checked
from pmark_desktop.workspace.prospect import prospect

translate = QCoreApplication.translate
_COLUMN_WIDTH = 400
_LIST_LETTERS = 19


class NewForm(QWidget):
    """Asks for what a workspace begins with.

    Signals:
        create_wanted: (NewWorkspace) make it; all of it is allowed.
        cancelled: the person changed their mind.
    """

    create_wanted = Signal(object)
    cancelled = Signal()

    def __init__(
        self,
        style: Style,
        clock: DayClock,
        lists: Sequence[Checklist],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("new_form")
        self._style = style
        self._clock = clock
        clock.day_changed.connect(self._follow)
        self._build_fields()
        self._boxes = {one.key: self._box(one) for one in lists}
        self._lists = lists
        self._dates = FactsCard(translate("NewForm", "計算された日付"), "computed_dates")
        self._create = button(translate("NewForm", "作成(&C)…"), "create", self.create, look="main")
        self._cancel = button(translate("NewForm", "キャンセル"), "cancel", self.cancelled.emit)
        self._reason = label(wraps=True, name="create_reason", look="faint")
        self._lay_out()
        self.setFocusProxy(self.name)
        self._follow()

    # building

    def _build_fields(self) -> None:
        language = self._style.language
        must = translate("NewForm", "{0}(必須)")
        self.name = Field("name", must.format(pick(FIELDS["name"], language)), language)
        self.name.show_hint(translate("NewForm", "登録証のとおりの事業者名"))
        self.expires = DateField(
            "expires", must.format(pick(FIELDS["expires"], language)), language, self._clock
        )
        self.expires.show_hint(translate("NewForm", "例: 2028/03/31、R10.3.31"))
        self.number = Field("number", pick(FIELDS["number"], language), language)
        self.number.show_hint(translate("NewForm", "例: 12345678(01)"))
        self.body = body_field(language)
        self.year_start = Field(
            "year_start", pick(FIELDS["year_start"], language), language, letters=6
        )
        self.year_start.show_saved(DEFAULT_YEAR_START)
        self.year_start.show_meaning(translate("NewForm", "月-日。教育や監査の年度の初日"))
        self._fields = (self.name, self.expires, self.number, self.body, self.year_start)
        for field in self._fields:
            field.changed.connect(self._follow)
            field.left.connect(lambda field=field: self._judge(field))

    def _box(self, checklist: Checklist) -> QCheckBox:
        is_ja = self._style.language is Language.JA
        title = checklist.title if is_ja else checklist.title_en or checklist.title
        count = translate("NewForm", "{0}項目").format(len(checklist.items))
        made = QCheckBox(f"{title}  {count}".replace("&", "&&"))
        made.setObjectName(f"list_{checklist.key}")
        made.setChecked(checklist.kind is Kind.MAIN)
        published = day_words(checklist.date, self._style.language)
        made.setToolTip(f"{checklist.key} {checklist.version} ({published})")
        made.toggled.connect(self._follow)
        return made

    def _lay_out(self) -> None:
        form, inside = card("new_fields")
        inside.setSpacing(12)
        about = translate(
            "NewForm", "満了日は、登録証に印字された有効期間の最終日です(付与日ではありません)。"
        )
        for part in (
            self.name, self.expires, label(about, "faint", wraps=True), self.number, self.body,
            self.year_start,
        ):  # fmt: skip
            inside.addWidget(part)
        inside.addStretch(1)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._dates)
        column.addWidget(self._lists_card())
        column.addStretch(1)
        both = Columns(_COLUMN_WIDTH, 2, spacing=8)
        both.add(form)
        both.add(right)
        content = QWidget()
        whole = QVBoxLayout(content)
        whole.setContentsMargins(20, 16, 20, 12)
        whole.addWidget(label(translate("NewForm", "新しいワークスペース"), "title", wraps=True))
        whole.addWidget(both)
        whole.addStretch(1)
        lay_form_page(
            self, content, "new_scroll",
            buttons=(self._create, self._cancel), reason=self._reason, margin=20,
        )  # fmt: skip

    def _lists_card(self) -> QFrame:
        frame, inside = card("new_lists")
        inside.addWidget(label(translate("NewForm", "使うチェックリスト"), "heading"))
        groups = (
            (Kind.MAIN, translate("NewForm", "更新の5つの要点")),
            (Kind.SUPP, translate("NewForm", "業務に当てはまるときに使うもの")),
        )
        for kind, words in groups:
            boxes = Columns(letter_width(self) * _LIST_LETTERS, 2, spacing=5)
            found = [self._boxes[one.key] for one in self._lists if one.kind is kind]
            for box in found:
                boxes.add(box)
            if found:
                inside.addWidget(label(words, "faint", wraps=True))
                inside.addWidget(boxes)
        return frame

    # what is typed

    def create(self) -> None:
        """Ask for the workspace, or show what is still wrong."""
        wrong = [field for field in self._fields if not self._judge(field)]
        missing = [field for field in (self.name, self.expires) if not field.text]
        for field in missing or wrong:
            field.setFocus()
            return
        if self._chosen():
            self.create_wanted.emit(checked(self._given(), self._clock.today)[0])

    def _given(self) -> NewWorkspace:
        """Return what is typed.

        Raises:
            UserError: the last day of validity is no date.
        """
        return NewWorkspace(
            name=self.name.text,
            expires=parse_date(self.expires.text, self._clock.today),
            lists=self._chosen(),
            number=self.number.text,
            body=self.body.text,
            year_start=self.year_start.text,
        )

    def _chosen(self) -> list[Checklist]:
        return [one for one in self._lists if self._boxes[one.key].isChecked()]

    def _judge(self, field: Field) -> bool:
        """Tell whether a field holds what it may; say below it why not."""
        return field.check(self._parse_of(field))

    def _parse_of(self, field: Field) -> Callable[[str], object]:
        """Return what reads a field; an empty one is only asked for at the foot."""
        parses: dict[Field, Callable[[str], object]] = {
            self.expires: self._parse_expiry,
            self.number: parse_registration,
            self.year_start: parse_year_start,
        }
        return parses.get(field, clean)

    def _parse_expiry(self, text: str) -> None:
        if text:
            check_expiry(parse_date(text, self._clock.today), self._clock.today)

    # what is shown

    def _follow(self) -> None:
        """Show the dates that come of what is typed, and whether it can be created."""
        self._show_dates()
        reason = self._why_not()
        self._reason.setText(reason)
        self._create.setEnabled(not reason)

    def _why_not(self) -> str:
        comma = translate("NewForm", "、")
        missing = [one for one in (self.name, self.expires) if not one.text]
        if missing:
            words = comma.join(pick(FIELDS[one.name], self._style.language) for one in missing)
            return translate("NewForm", "{0}を入力すると作成できます。").format(words)
        if not self._chosen():
            return translate("NewForm", "チェックリストを1つ以上選んでください。")
        wrong = [one.words for one in self._fields if not _takes(self._parse_of(one), one.text)]
        if wrong:
            return translate("NewForm", "{0}を確かめてください。").format(comma.join(wrong))
        return ""

    def _show_dates(self) -> None:
        day = self.expires.day
        if day is None:
            words = translate(
                "NewForm", "満了日を入力すると、受付期間や申請の期限がここに表示されます。"
            )
            self._dates.show_facts([Fact("", words, "faint")])
            return
        try:
            found = prospect(day, self.year_start.text, self._chosen(), self._clock.today)
        except UserError:
            words = translate("NewForm", "入力を確かめると、日付がここに表示されます。")
            self._dates.show_facts([Fact("", words, "faint")])
            return
        facts = prospect_facts(found, self._clock.today, self._style.language)
        if day < self._clock.today:
            words = notice_words(Notice.MARK_EXPIRED, {"day": day}, self._style.language)
            facts.append(Fact("", words, "soon"))
        self._dates.show_facts(facts)

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif not press_enter(self, event, self.create):
            super().keyPressEvent(event)


def _takes(parse: Callable[[str], object], text: str) -> bool:
    try:
        parse(text)
    except UserError:
        return False
    return True
