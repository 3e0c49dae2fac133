"""The fields of an own item: what has to be done, by whom, and by when."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from pmark_desktop.domain.checklist import DEFAULT_LEAD_DAYS, Item, Repeat, Stage
from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.session.desk import Desk
from pmark_desktop.ui.area_field import AreaField
from pmark_desktop.ui.choice_field import ChoiceField
from pmark_desktop.ui.fields import DateField, Field
from pmark_desktop.ui.rule_field import RuleField
from pmark_desktop.ui.theme import Style
from pmark_desktop.words import REPEATS, STAGES, list_title, pick

translate = QCoreApplication.translate
_LEAD_LETTERS = 5
_LONG = 3  # lines
_PLACES = {  # which field a refusal without a field of its own is shown at
    Why.DATE_UNREADABLE: "due", Why.DATE_NEEDS_YEAR: "due", Why.DUE_AFTER_HARD_DUE: "due",
    Why.LIST_UNKNOWN: "list",
}  # fmt: skip


class OwnItemFields(QWidget):
    """Makes the fields, gives what is typed; it is laid out by the form.

    Signals:
        changed: something else is typed now.
    """

    changed = Signal()

    def __init__(self, style: Style, desk: Desk) -> None:
        super().__init__()
        self._style = style
        self._desk = desk
        self._is_new = True
        self._is_shown = False
        self._item_id = self._offered = ""
        language = style.language
        roles = QComboBox()
        roles.setEditable(True)
        roles.addItems(["", *(holder.role for holder in desk.content.roles)])
        self.parts: dict[str, Field | AreaField | RuleField | ChoiceField] = {
            "list": ChoiceField("own_list", translate("OwnItemForm", "チェックリスト(&L)")),
            "title": Field("own_title", translate("OwnItemForm", "実施項目(&T)"), language),
            "guidance": AreaField("own_guidance", translate("OwnItemForm", "進め方(&G)"), _LONG),
            "evidence": AreaField(
                "own_evidence", translate("OwnItemForm", "確認方法・証跡(&V)"), 2
            ),
            "clause": Field("own_clause", translate("OwnItemForm", "指針項番(&C)"), language),
            "role": Field("own_role", translate("OwnItemForm", "役割(&O)"), language, box=roles),
            "owner": Field("own_owner", translate("OwnItemForm", "担当(&W)"), language),
            "stage": ChoiceField("own_stage", translate("OwnItemForm", "PDCA(&P)")),
            "repeat": ChoiceField("own_repeat", translate("OwnItemForm", "頻度(&R)")),
            "rule": RuleField(
                "own_rule", translate("OwnItemForm", "期限の決まり(&D)"), language, desk.clock
            ),
            "due": DateField("own_due", translate("OwnItemForm", "社内期限(&U)"), language, desk.clock),
            "lead_days": Field(
                "own_lead_days", translate("OwnItemForm", "着手の目安(期限の何日前)(&B)"), language,
                letters=_LEAD_LETTERS,
            ),
        }  # fmt: skip
        self._fill()
        for part in self.parts.values():
            part.changed.connect(self._follow)

    def _fill(self) -> None:
        language = self._style.language
        lists = {one.key: list_title(one, language) for one in self._desk.content.lists}
        self._choice("list").offer(lists)
        self._choice("stage").offer({code.value: pick(STAGES[code], language) for code in Stage})
        self._choice("repeat").offer({code.value: pick(REPEATS[code], language) for code in Repeat})
        self._field("title").show_hint(translate("OwnItemForm", "例: 支店の入退室記録の棚卸し"))
        self._field("owner").show_hint(translate("OwnItemForm", "空なら役割の担当者"))
        self._field("lead_days").show_meaning(translate("OwnItemForm", "日前から"))
        self._field("due").show_hint(translate("OwnItemForm", "あとでもよい"))

    def _choice(self, name: str) -> ChoiceField:
        part = self.parts[name]
        assert isinstance(part, ChoiceField)  # noqa: S101  (made above)
        return part

    def _field(self, name: str) -> Field:
        part = self.parts[name]
        assert isinstance(part, Field)  # noqa: S101  (made above)
        return part

    @property
    def _rule(self) -> RuleField:
        part = self.parts["rule"]
        assert isinstance(part, RuleField)  # noqa: S101  (made above)
        return part

    def columns(self) -> Mapping[str, list[QWidget]]:
        """Return what stands in each card."""
        names = {
            "own_what": ("list", "title", "guidance", "evidence", "clause"),
            "own_when": ("repeat", "rule", "due", "lead_days", "stage", "role", "owner"),
        }
        return {card: [self.parts[name] for name in found] for card, found in names.items()}

    # showing and reading

    @property
    def list_key(self) -> str:
        """The key of the list it belongs to."""
        return self.parts["list"].text

    @property
    def has_rule(self) -> bool:
        """True when its dates come from a rule or from the calendar."""
        return bool(self._rule.text) or Repeat(self.parts["repeat"].text).fills_term

    def show_new(self, list_key: str) -> None:
        """Begin with empty fields, in a list."""
        blank = dict.fromkeys(("title", "guidance", "evidence", "clause", "role", "rule"), "")
        self._is_new = True
        own = {"stage": Stage.DO.value, "repeat": Repeat.ONCE.value}
        self._show(list_key, blank | own | {"lead_days": str(DEFAULT_LEAD_DAYS)}, "")

    def show_item(self, list_key: str, texts: Mapping[str, str], item_id: str) -> None:
        """Show an item that is there."""
        self._is_new = False
        self._show(list_key, texts, item_id)

    def _show(self, list_key: str, texts: Mapping[str, str], item_id: str) -> None:
        self._item_id = item_id
        self._is_shown = True
        choice = self._choice("list")
        choice.reset_to(list_key or self.list_key)
        choice.setEnabled(self._is_new)
        self._offer_items()
        for name, text in texts.items():
            self.parts[name].reset_to(text)
        for name in ("owner", "due"):
            self.parts[name].setVisible(self._is_new)
            self.parts[name].reset_to("")
        self._follow()

    def _offer_items(self) -> None:
        items: list[Item] = []
        for checklist in self._desk.content.lists:
            if checklist.key == self.list_key:
                items = [item for item in checklist.items if item.id != self._item_id]
        self._offered = self.list_key  # first: to offer tells that something changed
        self._rule.offer(items)

    def texts(self) -> dict[str, str]:
        """Return what is typed, by field; of a new item also what its task begins with."""
        names = [name for name in self.parts if name not in ("list", "owner", "due")]
        found = {name: self.parts[name].text for name in names}
        if self._is_new:
            found["owner"] = self.parts["owner"].text
            found["due"] = "" if self.has_rule else self.parts["due"].text
        return found

    def place_of(self, error: UserError) -> str:
        """Return the field that a refusal is about; "" where it is about none."""
        return str(error.facts.get("field", "")) or _PLACES.get(error.why, "")

    def _follow(self) -> None:
        if not self._is_shown:
            return
        if self._offered != self.list_key:
            self._offer_items()
        fills = Repeat(self.parts["repeat"].text).fills_term
        self._rule.setVisible(not fills or bool(self._rule.text))
        self.parts["due"].setVisible(self._is_new and not self.has_rule)
        self.changed.emit()
