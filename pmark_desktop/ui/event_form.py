"""「発生を登録」: what happened, when, and the tasks that come of it before anything is saved."""

from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.domain.rules import Anchor
from pmark_desktop.domain.texts import clean
from pmark_desktop.domain.typed_dates import parse_date
from pmark_desktop.session.desk import Desk
from pmark_desktop.ui.columns import Columns
from pmark_desktop.ui.event_preview import EventPreview
from pmark_desktop.ui.fields import DateField, Field, date_text, press_enter
from pmark_desktop.ui.form_page import lay_form_page
from pmark_desktop.ui.parts import button, card, label
from pmark_desktop.ui.save_bar import Asking, read_only_reason
from pmark_desktop.ui.theme import Style
from pmark_desktop.words import ANCHORS, Language, pick
from pmark_desktop.words_refusals import explain
from pmark_desktop.workspace.events import event_lists, preview

translate = QCoreApplication.translate
_KINDS = (Anchor.EVENT, Anchor.KNOWN)
_COLUMN_WIDTH = 430


class EventForm(QWidget):
    """Asks for an event of a list and shows what it calls for.

    Signals:
        done: (list key) the event is in the file.
        cancelled: the person changed their mind.
    """

    done = Signal(str)
    cancelled = Signal()

    def __init__(self, style: Style, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("event_form")
        self._style = style
        self._desk = desk
        self._asking = Asking(desk, self)
        self._build_fields()
        self.preview = EventPreview(style)
        self._register = button(
            translate("EventForm", "登録(&R)"), "event_register", self.register, look="main"
        )
        self._cancel = button(
            translate("EventForm", "キャンセル"), "event_cancel", self.cancelled.emit
        )
        self._reason = label("", "faint", wraps=True, name="event_reason")
        self._lay_out()
        self.setFocusProxy(self.list)
        self.list.currentIndexChanged.connect(self._choose_list)
        for field in (self.name, self.day):
            field.changed.connect(self._follow)
            field.left.connect(lambda field=field: self._judge(field))
        self.refresh()

    # building

    def _build_fields(self) -> None:
        language, clock = self._style.language, self._desk.clock
        self.list = QComboBox()
        self.list.setObjectName("event_list")
        self.kinds = {anchor: QRadioButton(words) for anchor, words in _kind_words().items()}
        for anchor, radio in self.kinds.items():
            radio.setObjectName(f"kind_{anchor.value}")
            radio.toggled.connect(self._follow)
        self.name = Field("event_name", translate("EventForm", "何が起きたか"), language)
        self.name.show_hint(translate("EventForm", "例: 本店の移転、○○データの持ち出し"))
        words = pick(ANCHORS[Anchor.EVENT], language)
        self.day = DateField("event_day", words, language, clock)
        self.day.reset_to(date_text(clock.today))

    def _lay_out(self) -> None:
        form, inside = card("event_fields")
        inside.setSpacing(12)
        beside = QLabel(translate("EventForm", "チェックリスト(&L)"))
        beside.setBuddy(self.list)
        inside.addWidget(beside)
        inside.addWidget(self.list)
        for radio in self.kinds.values():
            inside.addWidget(radio)
        inside.addWidget(self.name)
        inside.addWidget(self.day)
        inside.addStretch(1)
        both = Columns(_COLUMN_WIDTH, 2, spacing=8)
        both.add(form)
        both.add(self.preview)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 14, 16, 10)
        column.addWidget(label(translate("EventForm", "発生を登録"), "title", wraps=True))
        about = translate(
            "EventForm",
            "起きたことを登録すると、その日から期限を数えるタスクが一組できます。何度でも登録できます。",
        )
        column.addWidget(label(about, "faint", wraps=True))
        column.addWidget(both, 1)
        lay_form_page(
            self, content, "event_scroll",
            buttons=(self._register, self._cancel), reason=self._reason,
        )  # fmt: skip

    # what can be chosen

    def choose(self, list_key: str) -> None:
        """Choose a list, where it has items that count from events."""
        place = self.list.findData(list_key)
        if place >= 0:
            self.list.setCurrentIndex(place)

    def refresh(self) -> None:
        """Offer the lists in use now; what is typed stays."""
        self._lists = event_lists(self._desk.workspace)
        keys = list(dict.fromkeys(key for key, _, _ in self._lists))
        if keys != [self.list.itemData(place) for place in range(self.list.count())]:
            chosen = self.list.currentData()
            self.list.blockSignals(True)
            self.list.clear()
            for key in keys:
                self.list.addItem(self._title(key), key)
            self.list.setCurrentIndex(max(self.list.findData(chosen), 0) if keys else -1)
            self.list.blockSignals(False)
        self._choose_list()

    def _title(self, key: str) -> str:
        checklist = self._desk.content.checklist(key)
        is_ja = self._style.language is Language.JA
        return checklist.title if is_ja else checklist.title_en or checklist.title

    def _choose_list(self) -> None:
        """Let the kinds of the chosen list be chosen."""
        key = self.list.currentData()
        kinds = [anchor for list_key, _, anchor in self._lists if list_key == key]
        for anchor, radio in self.kinds.items():
            radio.setEnabled(anchor in kinds)
        if kinds and self.anchor not in kinds:
            self.kinds[kinds[0]].setChecked(True)
        self._follow()

    @property
    def has_unsaved(self) -> bool:
        """True while something is typed here and not saved."""
        return self.name.is_changed or self.day.is_changed

    @property
    def anchor(self) -> Anchor | None:
        """The chosen kind."""
        return next((anchor for anchor in _KINDS if self.kinds[anchor].isChecked()), None)

    # what is typed

    def _follow(self) -> None:
        """Show what the event calls for, and whether it can be entered."""
        key, anchor, day = self.list.currentData(), self.anchor, self.day.day
        if anchor is not None:
            self.day.rename(pick(ANCHORS[anchor], self._style.language))
        if key is not None and anchor is not None and day is not None:
            self.preview.show_tasks(preview(self._desk.workspace, key, anchor, day))
        else:
            self.preview.show_tasks([])
        reason = self._why_not()
        self._reason.setText(reason or self._advice(day))
        self._register.setEnabled(not reason)

    def _why_not(self) -> str:
        if (error := read_only_reason(self._desk)) is not None:
            return explain(error, self._style.language)
        if not self._lists:
            return translate("EventForm", "発生から数える項目のあるチェックリストがありません。")
        if not self.name.text:
            return translate("EventForm", "何が起きたかを入力すると登録できます。")
        if self.day.day is None:
            return translate("EventForm", "日付を確かめてください。")
        return ""

    def _advice(self, day: date | None) -> str:
        if day is not None and day > self._desk.today:
            return translate(
                "EventForm", "先の日付です。予定として登録する場合はこのままで構いません。"
            )
        return ""

    def _judge(self, field: Field) -> bool:
        if field is self.day:
            return field.check(lambda text: parse_date(text, self._desk.today))
        return field.check(_named)

    def register(self) -> None:
        """Enter the event, or show what is wrong."""
        anchor = self.anchor
        wrong = [field for field in (self.name, self.day) if not self._judge(field)]
        for field in wrong:
            field.setFocus()
            return
        if anchor is None or not self._register.isEnabled():
            return
        key, name, day = self.list.currentData(), self.name.text, self.day.text
        error = self._asking.refusal_of(lambda: self._desk.occur(key, anchor, name, day))
        if error is not None:
            self._reason.setText(explain(error, self._style.language))
            return
        self.name.reset_to("")
        self.day.reset_to(date_text(self._desk.today))
        self.done.emit(key)

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif not press_enter(self, event, self.register):
            super().keyPressEvent(event)


def _kind_words() -> dict[Anchor, str]:
    return {
        Anchor.EVENT: translate("EventForm", "発生日から数える(&Y)"),
        Anchor.KNOWN: translate("EventForm", "知った日から数える(&K)"),
    }


def _named(text: str) -> None:
    if not clean(text).text:
        raise UserError(Why.NAME_MISSING)
