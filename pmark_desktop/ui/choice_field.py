"""A field that is chosen from a few: its label above, its fault below."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from pmark_desktop.ui.parts import label


class ChoiceField(QWidget):
    """A combo box; its text is the code of what is chosen.

    Signals:
        changed: something else is chosen now.
    """

    changed = Signal()

    def __init__(self, name: str, words: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}_field")
        self.name = name
        self.words = words
        self.box = QComboBox()
        self.box.setObjectName(name)
        self.box.setAccessibleName(words.split("(&", maxsplit=1)[0])
        self.fault = label(look="late", wraps=True, name=f"{name}_fault")
        self.fault.hide()
        above = label(words)
        above.setBuddy(self.box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(above)
        column.addWidget(self.box, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.fault)
        self.setFocusProxy(self.box)
        self.box.currentIndexChanged.connect(lambda _place: self._chosen())

    @property
    def text(self) -> str:
        """The code of what is chosen."""
        return str(self.box.currentData() or "")

    def offer(self, choices: Mapping[str, str]) -> None:
        """Offer these: words by code."""
        self.box.blockSignals(True)
        self.box.clear()
        for code, words in choices.items():
            self.box.addItem(words, code)
        self.box.blockSignals(False)

    def reset_to(self, code: str) -> None:
        """Choose one; the first where there is none of this code."""
        self.box.setCurrentIndex(max(self.box.findData(code), 0))
        self.show_fault("")

    def show_fault(self, text: str) -> None:
        """Say below what is wrong; nothing takes that away."""
        self.fault.setText(text)
        self.fault.setVisible(bool(text))
        self.box.setAccessibleDescription(text)

    def _chosen(self) -> None:
        self.show_fault("")
        self.changed.emit()
