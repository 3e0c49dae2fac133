"""The fields of まとめて変更: each with a mark that says whether it changes."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QGridLayout,
    QLabel,
    QLineEdit,
    QWidget,
)

from pmark_desktop.domain.due_ways import DueWay
from pmark_desktop.domain.errors import UserError
from pmark_desktop.domain.task import Result, State
from pmark_desktop.domain.typed_dates import parse_date
from pmark_desktop.session.desk import Desk
from pmark_desktop.ui.parts import label
from pmark_desktop.ui.theme import Style
from pmark_desktop.words import FIELDS, RESULTS, STATES, day_words, pick
from pmark_desktop.words_bulk import DUE_WAYS
from pmark_desktop.workspace.bulk import BulkWish

translate = QCoreApplication.translate
_ORDER = (
    "state", "result", "owner", "due", "done_on", "checked_by", "checked_on", "reason", "tag",
)  # fmt: skip
_CHOICES: Mapping[str, Mapping[State | Result, tuple[str, str]]] = {
    "state": STATES, "result": RESULTS,  # type: ignore[dict-item]  # both are codes with words
}  # fmt: skip
_DAYS = ("done_on", "checked_on")
_PEOPLE = ("owner", "checked_by")
_COUNTED = (DueWay.DAYS, DueWay.BUSINESS_DAYS)
_MOST_LETTERS = 2_000


class BulkFields(QWidget):
    """A row for each field.

    Signals:
        changed: something else is wanted now.
    """

    changed = Signal()

    def __init__(self, style: Style, desk: Desk) -> None:
        super().__init__()
        self._style = style
        self._desk = desk
        self._meanings: dict[str, QLabel] = {}
        self.marks = {name: self._mark(name) for name in _ORDER}
        self.choices = {name: self._choice(name) for name in _CHOICES}
        self.lines = {name: self._line(name) for name in _ORDER if name not in _CHOICES}
        self.due_way = QComboBox()
        self.due_way.setObjectName("bulk_due_way")
        self.due_way.setAccessibleName(translate("BulkFields", "社内期限の変え方"))
        for way, words in DUE_WAYS.items():
            self.due_way.addItem(pick(words, style.language), way.value)
        self.due_way.currentIndexChanged.connect(self._choose_way)
        for name in (*_DAYS, "due"):
            self._meanings[name] = label("", "faint", name=f"bulk_{name}_meaning")
        self._lay_out()
        self._choose_way()
        self.clear()

    def _mark(self, name: str) -> QCheckBox:
        mark = QCheckBox(pick(FIELDS[name], self._style.language))
        mark.setObjectName(f"bulk_{name}_mark")
        mark.toggled.connect(lambda _on: self._follow())
        return mark

    def _choice(self, name: str) -> QComboBox:
        box = QComboBox()
        box.setObjectName(f"bulk_{name}")
        box.setAccessibleName(pick(FIELDS[name], self._style.language))
        for code, words in _CHOICES[name].items():
            box.addItem(pick(words, self._style.language), code.value)
        box.activated.connect(lambda _place: self.marks[name].setChecked(True))
        box.currentIndexChanged.connect(lambda _place: self._follow())
        return box

    def _line(self, name: str) -> QLineEdit:
        line = QLineEdit()
        line.setObjectName(f"bulk_{name}")
        line.setAccessibleName(pick(FIELDS[name], self._style.language))
        line.setMaxLength(_MOST_LETTERS)
        line.textEdited.connect(lambda _text: self.marks[name].setChecked(True))
        line.textChanged.connect(lambda _text: self._follow())
        if name in _DAYS:
            line.setPlaceholderText(translate("BulkFields", "例: 2027/4/1、今日"))
        return line

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        place = 0
        for name in _ORDER:
            grid.addWidget(self.marks[name], place, 0)
            if name == "due":
                grid.addWidget(self.due_way, place, 1)
                place += 1
            grid.addWidget(self.choices.get(name) or self.lines[name], place, 1)
            if name in self._meanings:
                place += 1
                grid.addWidget(self._meanings[name], place, 1)
            place += 1

    # what is wanted

    @property
    def wish(self) -> BulkWish:
        """What is marked, as it is typed."""
        texts = {
            name: self._text(name)
            for name in _ORDER
            if name != "due" and self.marks[name].isChecked()
        }
        if not self.marks["due"].isChecked():
            return BulkWish(texts)
        return BulkWish(texts, DueWay(self.due_way.currentData()), self.lines["due"].text())

    def _text(self, name: str) -> str:
        box = self.choices.get(name)
        return str(box.currentData()) if box else self.lines[name].text()

    def clear(self) -> None:
        """Take back all that is typed and marked."""
        self.blockSignals(True)
        for line in self.lines.values():
            line.clear()
        for box in (*self.choices.values(), self.due_way):
            box.setCurrentIndex(0)
        for mark in self.marks.values():
            mark.setChecked(False)
        self.blockSignals(False)
        self._follow()

    def refresh(self) -> None:
        """Offer the people of the workspace to complete names with."""
        tasks = self._desk.content.tasks.values()
        people = {task.owner for task in tasks} | {task.checked_by for task in tasks}
        people |= {holder.shown for holder in self._desk.content.roles}
        names = sorted(people - {""})
        for name in _PEOPLE:
            before = self.lines[name].completer()
            if before is not None and before.property("names") == names:
                continue
            completer = QCompleter(names, self.lines[name])
            completer.setProperty("names", names)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.activated.connect(lambda _text, name=name: self.marks[name].setChecked(True))
            self.lines[name].setCompleter(completer)
        self.setEnabled(not self._desk.workspace.is_read_only)

    def _choose_way(self) -> None:
        way = DueWay(self.due_way.currentData())
        line = self.lines["due"]
        line.setVisible(way is not DueWay.TO_RULE)
        counted = translate("BulkFields", "日数。例: 5、前へ動かすなら -5")
        hint = counted if way in _COUNTED else translate("BulkFields", "例: 2027/4/1、今日")
        line.setPlaceholderText(hint)
        if self.due_way.hasFocus():
            self.marks["due"].setChecked(True)
        self._follow()

    def _follow(self) -> None:
        """Say beside a day which day it is, and tell that something else is wanted."""
        for name, meaning in self._meanings.items():
            words = self._meaning(name)
            meaning.setText(words)
            meaning.setVisible(bool(words))
        self.changed.emit()

    def _meaning(self, name: str) -> str:
        text = self.lines[name].text().strip()
        is_day = name != "due" or DueWay(self.due_way.currentData()) is DueWay.TO_DAY
        if not text or not is_day:
            return ""
        try:
            day = parse_date(text, self._desk.today)
        except UserError:
            return ""
        return f"→ {day_words(day, self._style.language)}"
