"""The rule of a due, chosen instead of written: a base, a number, a unit, before or after."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from pmark_desktop.domain.checklist import Item
from pmark_desktop.domain.errors import UserError
from pmark_desktop.domain.rules import Anchor, ItemDone, Rule, parse_rule
from pmark_desktop.domain.typed_dates import parse_date
from pmark_desktop.session.day_clock import DayClock
from pmark_desktop.ui.parts import label
from pmark_desktop.words import ANCHORS, UNIT_CHOICES, Language, day_words, pick

translate = QCoreApplication.translate
_NONE, _ITEM, _DAY = "", "item", "day"
_BEFORE, _AFTER = "-", "+"
_MOST_TITLE = 24


class RuleField(QWidget):
    """Gives the text of a rule in the language of `domain.rules`; "" is no rule.

    Signals:
        changed: another rule is chosen or typed.
        left: the person is done with a part of it.
    """

    changed = Signal()
    left = Signal()

    def __init__(self, name: str, words: str, language: Language, clock: DayClock) -> None:
        super().__init__()
        self.setObjectName(f"{name}_field")
        self.name = name
        self.words = words
        self._language = language
        self._clock = clock
        self._is_made = False
        self.base = self._box(f"{name}_base", words.split("(&", maxsplit=1)[0])
        self.item = self._box(f"{name}_item", translate("RuleField", "起点の項目"))
        self.count = self._line(f"{name}_count", translate("RuleField", "数"))
        self.unit = self._box(f"{name}_unit", translate("RuleField", "単位"))
        self.side = self._box(f"{name}_side", translate("RuleField", "前か後か"))
        self.day = self._line(f"{name}_day", translate("RuleField", "指定した日"))
        self.meaning = label("", "faint", name=f"{name}_meaning")
        self.fault = label(look="late", wraps=True, name=f"{name}_fault")
        self.fault.hide()
        self._fill()
        self._lay_out(words)
        self.setFocusProxy(self.base)
        self._is_made = True
        self._follow()

    def _box(self, name: str, words: str) -> QComboBox:
        made = QComboBox()
        made.setObjectName(name)
        made.setAccessibleName(words)
        made.currentIndexChanged.connect(lambda _place: self._follow())
        return made

    def _line(self, name: str, words: str) -> QLineEdit:
        made = QLineEdit()
        made.setObjectName(name)
        made.setAccessibleName(words)
        made.setMaxLength(40)
        made.textChanged.connect(lambda _text: self._follow())
        made.editingFinished.connect(self.left)
        return made

    def _fill(self) -> None:
        self.base.addItem(translate("RuleField", "なし(日付を直接入力する)"), _NONE)
        for anchor in Anchor:
            self.base.addItem(pick(ANCHORS[anchor], self._language), anchor.value)
        self.base.addItem(translate("RuleField", "ほかの項目の実施日"), _ITEM)
        self.base.addItem(translate("RuleField", "指定した日"), _DAY)
        for unit, both in UNIT_CHOICES.items():
            self.unit.addItem(pick(both, self._language), unit.value)
        self.side.addItem(translate("RuleField", "前"), _BEFORE)
        self.side.addItem(translate("RuleField", "後"), _AFTER)
        self.item.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.item.setMinimumContentsLength(_MOST_TITLE)

    def _lay_out(self, words: str) -> None:
        above = label(words)
        above.setBuddy(self.base)
        line = QHBoxLayout()
        line.setSpacing(8)
        self.count.setFixedWidth(self.fontMetrics().height() * 3)
        self.day.setFixedWidth(self.fontMetrics().height() * 8)
        for part in (self.count, self.unit, self.side, self.day, self.meaning):
            line.addWidget(part)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(above)
        column.addWidget(self.base, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.item)
        column.addLayout(line)
        column.addWidget(self.fault)

    # what is chosen

    @property
    def text(self) -> str:
        """The rule as it is written; what was typed wrongly is in it as typed."""
        base = self.base.currentData()
        if base == _NONE:
            return ""
        if base == _DAY:
            return f"on {self._day_text()}"
        name = f"{self.item.currentData()} done" if base == _ITEM else str(base)
        count = self.count.text().strip()
        if not count or count == "0":
            return name
        return f"{name} {self.side.currentData()} {count} {self.unit.currentData()}s"

    def _day_text(self) -> str:
        try:
            return parse_date(self.day.text(), self._clock.today).isoformat()
        except UserError:
            return self.day.text().strip()

    def reset_to(self, text: str) -> None:
        """Show a rule."""
        rule = parse_rule(text) if text else None
        self.blockSignals(True)
        self._show(rule)
        self.blockSignals(False)
        self._follow()

    def _show(self, rule: Rule | None) -> None:
        base: object = _NONE
        self.count.clear()
        self.day.clear()
        if rule is not None:
            match rule.base:
                case ItemDone(item):
                    base = _ITEM
                    self.item.setCurrentIndex(max(self.item.findData(item), 0))
                case Anchor():
                    base = rule.base.value
                case day:
                    base = _DAY
                    self.day.setText(f"{day:%Y/%m/%d}")
            if rule.offset.count:
                self.count.setText(str(abs(rule.offset.count)))
            side = _BEFORE if rule.offset.count < 0 else _AFTER
            self.unit.setCurrentIndex(self.unit.findData(rule.offset.unit.value))
            self.side.setCurrentIndex(self.side.findData(side))
        self.base.setCurrentIndex(self.base.findData(base))

    def offer(self, items: Sequence[Item]) -> None:
        """Offer these items of the same list to count from."""
        chosen = self.item.currentData()
        self.item.blockSignals(True)
        self.item.clear()
        for item in items:
            self.item.addItem(f"{item.id}  {item.title}", item.id)
        self.item.setCurrentIndex(max(self.item.findData(chosen), 0) if items else -1)
        self.item.blockSignals(False)
        self._follow()

    def show_fault(self, text: str) -> None:
        """Say below the rule what is wrong with it; nothing takes that away."""
        self.fault.setText(text)
        self.fault.setVisible(bool(text))
        self.base.setAccessibleDescription(text)

    def _follow(self) -> None:
        """Show the parts that the base needs."""
        if not self._is_made:
            return
        base = self.base.currentData()
        self.item.setVisible(base == _ITEM)
        self.day.setVisible(base == _DAY)
        for part in (self.count, self.unit, self.side):
            part.setVisible(base not in (_NONE, _DAY))
        self.meaning.setText(self._meaning(str(base)))
        self.meaning.setVisible(bool(self.meaning.text()))
        self.show_fault("")
        self.changed.emit()

    def _meaning(self, base: str) -> str:
        if base != _DAY:
            return ""
        try:
            day = parse_date(self.day.text(), self._clock.today)
        except UserError:
            return ""
        return f"→ {day_words(day, self._language)}"
