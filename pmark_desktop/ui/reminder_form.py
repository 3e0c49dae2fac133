"""設定, お知らせ: when this workspace wants reminders."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pmark_desktop.domain.reminders import DEFAULT_POLICY
from pmark_desktop.session.desk import Desk
from pmark_desktop.ui.check_field import CheckField
from pmark_desktop.ui.columns import Sheet, scrolled
from pmark_desktop.ui.fields import Field, press_enter
from pmark_desktop.ui.parts import button, card, label
from pmark_desktop.ui.save_bar import Asking, SaveBar, disable
from pmark_desktop.ui.theme import Style
from pmark_desktop.words_refusals import explain
from pmark_desktop.workspace.reminder_policy import parse_field, policy_of, policy_texts

translate = QCoreApplication.translate
_WIDEST = 720
_LIST_LETTERS = 22


class ReminderForm(QWidget):
    """The policy of this file; what is changed is saved in one step."""

    def __init__(self, style: Style, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reminder_form")
        self._style = style
        self._desk = desk
        self._asking = Asking(desk, self)
        self.fields = self._made_fields()
        for field in self.fields.values():
            field.left.connect(lambda field=field: self._judge(field))
        self._note = label("", "soon", wraps=True, name="policy_note")
        self.defaults = button(
            translate("ReminderForm", "既定に戻す(&D)"), "reminder_defaults", self._use_defaults
        )
        self.bar = SaveBar("reminder", style, list(self.fields.values()), self.save)
        self._lay_out()
        self.refresh()

    # building

    def _made_fields(self) -> dict[str, Field]:
        language = self._style.language
        days = translate("ReminderForm", "日前")
        asked = {
            "task_steps": (translate("ReminderForm", "タスクの期限"), days),
            "window_steps": (translate("ReminderForm", "受付開始日と受付最終日"), days),
            "expiry_months": (translate("ReminderForm", "満了日"), translate("ReminderForm", "か月前")),
        }  # fmt: skip
        made: dict[str, Field] = {}
        for name, (words, unit) in asked.items():
            made[name] = Field(name, words, language, letters=_LIST_LETTERS)
            made[name].show_meaning(unit)
            made[name].show_hint(translate("ReminderForm", "空欄なら、前もっては知らせません"))
        made["start_by"] = CheckField(
            "start_by",
            translate("ReminderForm", "着手の時期にも知らせる(項目ごとの着手から期限までの日数)"),
            language,
        )
        late = translate("ReminderForm", "期限を過ぎたら")
        made["late_every"] = Field("late_every", late, language, letters=4)
        made["late_every"].show_meaning(translate("ReminderForm", "日ごとに、終わるまで"))
        order = ("task_steps", "start_by", "late_every", "window_steps", "expiry_months")
        return {name: made[name] for name in order}

    def _lay_out(self) -> None:
        frame, inside = card("reminder_fields")
        inside.setSpacing(12)
        frame.setMaximumWidth(_WIDEST)
        inside.addWidget(label(translate("ReminderForm", "お知らせの時期"), "heading"))
        about = translate(
            "ReminderForm",
            "数字を「, 」で区切って並べます(0 は当日)。プログラムを閉じていた間の分は、次に開いたときにまとめて知らせます。過年度分は知らせません。",
        )
        inside.addWidget(label(about, "faint", wraps=True))
        inside.addWidget(self._note)
        for field in self.fields.values():
            inside.addWidget(field)
        inside.addWidget(self.defaults, 0, Qt.AlignmentFlag.AlignLeft)
        kept = translate(
            "ReminderForm",
            "この設定はファイル(.pmark)に入り、みんなに共通です。知らせ済み・あとで・止めた理由の記録は、このパソコンのあなたのフォルダだけに残ります。",
        )
        inside.addWidget(label(kept, "faint", wraps=True))
        content = Sheet()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(16, 14, 16, 6)
        self._column.setSpacing(12)
        beside = QHBoxLayout()  # in a column of its own, Qt counts lines as wide as the page
        beside.addWidget(frame, 1000)
        beside.addStretch(1)
        self._column.addLayout(beside)
        self._column.addStretch(1)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.setSpacing(0)
        outside.addWidget(scrolled(content, "reminder_scroll"), 1)
        outside.addWidget(self.bar)

    def add_below(self, widget: QWidget) -> None:
        """Put another card below this one, above the foot of the form."""
        self._column.insertWidget(self._column.count() - 1, widget)

    # showing

    def refresh(self) -> None:
        """Show what the file holds now; what is typed and not saved stays."""
        policy, is_readable = policy_of(self._desk.workspace.settings)
        for name, text in policy_texts(policy).items():
            self.fields[name].show_saved(text)
        unreadable = translate(
            "ReminderForm",
            "このファイルのお知らせの設定を読めないため、既定の時期を使っています。保存すると直ります。",
        )
        self._note.setText("" if is_readable else unreadable)
        self._note.setVisible(not is_readable)
        self.bar.follow()
        if self._desk.workspace.is_read_only:
            disable([*self.fields.values(), self.defaults])

    def _use_defaults(self) -> None:
        """Type the default times into the fields; they are saved like any typing."""
        for name, text in policy_texts(DEFAULT_POLICY).items():
            self.fields[name].edit.setText(text)
        self.bar.save.setFocus()

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
        error = self._asking.refusal_of(lambda: self._desk.set_reminder_policy(texts))
        if error is not None:
            self.bar.say(explain(error, self._style.language), "late")
            return
        stored = policy_texts(policy_of(self._desk.workspace.settings)[0])
        for field in changed:
            field.reset_to(stored[field.name])
        self.bar.tell_saved()

    def _judge(self, field: Field) -> bool:
        return field.check(lambda text: parse_field(field.name, text))

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_enter(self, event, self.save):
            super().keyPressEvent(event)
