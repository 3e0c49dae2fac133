"""A yes or no in a form that is saved as a whole: a field whose text is `1` or nothing."""

from PySide6.QtWidgets import QCheckBox, QVBoxLayout

from pmark_desktop.ui.fields import Field
from pmark_desktop.words import Language

YES = "1"


class CheckField(Field):
    """A check box that the foot of a form treats like any other field."""

    def __init__(self, name: str, words: str, language: Language) -> None:
        self.box = QCheckBox()
        super().__init__(name, words, language)
        self.edit.setObjectName(f"{name}_text")
        self.box.setObjectName(name)
        self.box.setText(words)
        self.box.toggled.connect(lambda yes: self.edit.setText(YES if yes else ""))
        self.edit.textChanged.connect(lambda text: self.box.setChecked(text == YES))

    def _lay_out(self, _letters: int) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.box)
        for hidden in (self.edit, self._label, self.meaning):
            hidden.setParent(self)
            hidden.hide()
        column.addWidget(self.fault)
        self.setFocusProxy(self.box)
