"""A card of facts: a word and its value, line by line."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from pmark_desktop.ui.parts import label


class Fact(NamedTuple):
    """One line: its word, its value, and the look of the value. No word: a remark."""

    words: str
    value: str
    look: str = "strong"


class FactsCard(QFrame):
    """Facts under a heading."""

    def __init__(self, heading: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("class", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(10)
        column.addWidget(label(heading, "heading"))
        self._lines = QWidget()
        self._grid = QGridLayout(self._lines)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(7)
        self._grid.setColumnStretch(1, 1)
        column.addWidget(self._lines)
        column.addStretch(1)
        self._shown: list[Fact] = []

    def show_facts(self, facts: Iterable[Fact]) -> None:
        """Show these facts instead of the present ones."""
        wanted = list(facts)
        if wanted == self._shown:
            return
        self._shown = wanted
        while (place := self._grid.takeAt(0)) is not None:
            if (old := place.widget()) is not None:
                old.hide()
                old.deleteLater()
        for row, fact in enumerate(wanted):
            self._add(row, fact)

    def _add(self, row: int, fact: Fact) -> None:
        value = label(fact.value, fact.look, wraps=True)
        if not fact.words:
            self._grid.addWidget(value, row, 0, 1, 2)
            return
        self._grid.addWidget(label(fact.words, "faint"), row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(value, row, 1)

    @property
    def text(self) -> str:
        """All that it says, for those who cannot see it, and for tests."""
        return "\n".join(f"{fact.words} {fact.value}".strip() for fact in self._shown)
