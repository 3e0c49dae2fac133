"""設定, 組織: whose mark it is, and what is printed on the cover of the workbook."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.domain.texts import clean, parse_registration
from pmark_desktop.session.desk import Desk
from pmark_desktop.ui.body_field import body_field
from pmark_desktop.ui.columns import Columns, scrolled
from pmark_desktop.ui.fields import Field, press_enter
from pmark_desktop.ui.parts import card, label
from pmark_desktop.ui.save_bar import Asking, SaveBar, disable
from pmark_desktop.ui.theme import Style
from pmark_desktop.words import FIELDS, pick
from pmark_desktop.words_refusals import explain

translate = QCoreApplication.translate
_NAMES = ("name", "number", "body", "contact", "form_no", "form_version", "guideline_version")
_COLUMN_WIDTH = 330
_WIDEST = 900


class OrganisationForm(QWidget):
    """The facts of the organisation; what is changed is saved in one step."""

    def __init__(self, style: Style, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("organisation_form")
        self._style = style
        self._desk = desk
        self._asking = Asking(desk, self)
        self.fields = {name: self._field(name) for name in _NAMES}
        self._show_hints()
        self.bar = SaveBar("organisation", style, list(self.fields.values()), self.save)
        self._lay_out()
        self.refresh()

    def _field(self, name: str) -> Field:
        language = self._style.language
        made = (
            body_field(language)
            if name == "body"
            else Field(name, pick(FIELDS[name], language), language)
        )
        made.left.connect(lambda: self._judge(made))
        return made

    def _show_hints(self) -> None:
        hints = {
            "number": translate("OrganisationForm", "例: 12345678(01)"),
            "contact": translate("OrganisationForm", "例: 担当部署、電話、メール"),
            "form_no": translate("OrganisationForm", "例: 様式8(証跡台帳の表紙に載ります)"),
            "form_version": translate("OrganisationForm", "例: 1.0"),
            "guideline_version": translate("OrganisationForm", "例: ver1.0"),
        }
        for name, hint in hints.items():
            self.fields[name].show_hint(hint)

    def _lay_out(self) -> None:
        frame, inside = card("organisation_fields")
        inside.setSpacing(12)
        inside.addWidget(self.fields["name"])
        pairs = Columns(_COLUMN_WIDTH, 2)
        for name in _NAMES[1:]:
            pairs.add(self.fields[name])
        inside.addWidget(pairs)
        words = translate(
            "OrganisationForm", "ここの内容は、証跡台帳(Excel)の表紙にそのまま印刷されます。"
        )
        inside.addWidget(label(words, "faint", wraps=True))
        frame.setMaximumWidth(_WIDEST)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 14, 16, 6)
        column.addWidget(frame)
        column.addStretch(1)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.setSpacing(0)
        outside.addWidget(scrolled(content, "organisation_scroll"), 1)
        outside.addWidget(self.bar)

    def refresh(self) -> None:
        """Show what the file holds now; what is typed and not saved stays."""
        organisation = self._desk.content.organisation
        for name, field in self.fields.items():
            field.show_saved(str(getattr(organisation, name)))
        self.bar.follow()
        if self._desk.workspace.is_read_only:
            disable(self.fields.values())

    def save(self) -> None:
        """Save what was changed as one step, or show what is wrong with it."""
        changed = self.bar.changed_fields()
        wrong = [field for field in changed if not self._judge(field)]
        if not changed or wrong:
            for field in wrong[:1]:
                field.setFocus()
            return
        texts = {field.name: field.text for field in changed}
        error = self._asking.refusal_of(lambda: self._desk.set_organisation(texts))
        if error is not None:
            self.bar.say(explain(error, self._style.language), "late")
            return
        self._take_over(changed)

    def _take_over(self, saved: list[Field]) -> None:
        for field in saved:
            field.reset_to(str(getattr(self._desk.content.organisation, field.name)))
        self.bar.tell_saved()

    def _judge(self, field: Field) -> bool:
        parses = {"name": _name, "number": parse_registration}
        return field.check(parses.get(field.name, clean))

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_enter(self, event, self.save):
            super().keyPressEvent(event)


def _name(text: str) -> None:
    if not clean(text).text:
        raise UserError(Why.NAME_MISSING)
