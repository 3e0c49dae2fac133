"""The fields that forms are made of: what is asked, what was typed, what it means, what is wrong."""

import re
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontInfo, QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from pmark_desktop.domain.errors import UserError
from pmark_desktop.domain.typed_dates import parse_date
from pmark_desktop.session.day_clock import DayClock
from pmark_desktop.ui.parts import label, restyle
from pmark_desktop.words import Language, day_words
from pmark_desktop.words_refusals import explain

_DATE_LETTERS = 12
_MNEMONIC = re.compile(r"\(&.\)|&")
_MOST_LETTERS = 32_000  # beyond that the paste is a mistake; the stores refuse it anyway


def press_enter(form: QWidget, event: QKeyEvent, act: Callable[[], object]) -> bool:
    """Do `act` for Enter in a form, or press the button that has the focus; True if it was Enter."""
    if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return False
    focus = form.focusWidget()
    if isinstance(focus, QPushButton):
        focus.click()
    else:
        act()
    return True


def letter_width(widget: QWidget) -> int:
    """Return the width of a Japanese letter in pixels: as wide as the font is high."""
    return QFontInfo(widget.font()).pixelSize()


def date_text(day: date | None) -> str:
    """Return a day as it is typed; nothing for None."""
    return f"{day:%Y/%m/%d}" if day else ""


def meaning_words(text: str, day: date, language: Language) -> str:
    """Return the weekday beside a whole date, and the whole date beside any shorter form."""
    words = day_words(day, language)
    plain = text.strip()
    if plain not in (date_text(day), day.isoformat()):
        return f"→ {words}"
    return words.replace(plain, "").strip() if language is Language.JA else words.split(" ")[0]


class Field(QWidget):
    """One line of text: its label above, its meaning beside it, its fault below.

    What a person typed stays until it is saved or taken back, whatever is saved elsewhere.

    Args:
        name: what it is about; the object name of the edit.
        words: the label; it may carry a mnemonic.
        box: a combo box to type into, instead of a bare line.
        letters: how many full-width letters it has room for; 0 takes all the room there is.

    Signals:
        changed: what is typed is different now.
        left: the person is done with this field.
    """

    changed = Signal()
    left = Signal()

    def __init__(
        self,
        name: str,
        words: str,
        language: Language,
        *,
        box: QComboBox | None = None,
        letters: int = 0,
    ) -> None:
        super().__init__()
        self.setObjectName(f"{name}_field")
        self.name = name
        self._language = language
        self._saved = ""
        self._hint = ""
        self.edit: QLineEdit = (box.lineEdit() if box else None) or QLineEdit()
        self._box: QWidget = box or self.edit
        self._box.setObjectName(name)
        self.edit.setMaxLength(_MOST_LETTERS)
        self._label = label()
        self.rename(words)
        self._label.setBuddy(self._box)
        self.meaning = label(look="faint", name=f"{name}_meaning")
        self.fault = label(look="late", wraps=True, name=f"{name}_fault")
        self.fault.hide()
        self._lay_out(letters)
        self.edit.textChanged.connect(self._typed)
        self.edit.editingFinished.connect(self.left)

    def _lay_out(self, letters: int) -> None:
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(self._box, 0 if letters else 1)
        line.addWidget(self.meaning, 1 if letters else 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self._label)
        column.addLayout(line)
        column.addWidget(self.fault)
        if letters:
            self._box.setFixedWidth(letter_width(self) * letters)
        self.meaning.hide()
        self.setFocusProxy(self._box)

    @property
    def text(self) -> str:
        """What is typed, without space around it."""
        return self.edit.text().strip()

    @property
    def is_changed(self) -> bool:
        """True when what is typed is not what was saved."""
        return self.text != self._saved

    def show_saved(self, text: str) -> None:
        """Show what the file holds now, unless something else is typed here."""
        keeps = self.is_changed
        self._saved = text
        if not keeps:
            self.reset()

    def rename(self, words: str) -> None:
        """Ask for it in other words."""
        self.words = words
        self._label.setText(words)
        self._box.setAccessibleName(_MNEMONIC.sub("", words))

    def reset(self) -> None:
        """Take back what is typed."""
        if self.edit.text() != self._saved:
            self.edit.setText(self._saved)
            self.edit.setCursorPosition(0)
        self.show_fault("")

    def reset_to(self, text: str) -> None:
        """Show what was just saved, in its stored form."""
        self._saved = text
        self.reset()

    def show_hint(self, text: str) -> None:
        """Say in grey, inside the empty field, what it holds or what stays empty means."""
        self.edit.setPlaceholderText(text)

    def show_meaning(self, text: str, look: str = "faint") -> None:
        """Say beside the field what is typed in it."""
        restyle(self.meaning, look)
        self.meaning.setText(text)
        self.meaning.setVisible(bool(text))

    def show_fault(self, text: str) -> None:
        """Say below the field what is wrong with it; nothing takes that away."""
        self.fault.setText(text)
        self.fault.setVisible(bool(text))
        self._box.setAccessibleDescription(text)

    def check(self, parse: Callable[[str], object]) -> bool:
        """Tell whether `parse` takes what is typed; say below why not."""
        try:
            parse(self.text)
        except UserError as error:
            self.show_fault(explain(error, self._language))
            return False
        self.show_fault("")
        return True

    def _typed(self) -> None:
        self.show_fault("")
        self.changed.emit()


class DateField(Field):
    """A day, in any form a person types; its weekday stands beside it."""

    def __init__(self, name: str, words: str, language: Language, clock: DayClock) -> None:
        self._clock = clock
        super().__init__(name, words, language, letters=_DATE_LETTERS)
        self.meaning.setMinimumWidth(letter_width(self) * _DATE_LETTERS)
        self.meaning.show()

    @property
    def day(self) -> date | None:
        """The day that is typed; None while it is none."""
        try:
            return parse_date(self.text, self._clock.today) if self.text else None
        except UserError:
            return None

    @property
    def is_changed(self) -> bool:
        """True when another day is typed than was saved; its form does not matter."""
        return super().is_changed and (self.day is None or date_text(self.day) != self._saved)

    def check_day(self, also: Callable[[date], object] | None = None) -> bool:
        """Tell whether it is empty or a day that `also` takes; say below why not."""

        def parse(text: str) -> None:
            day = parse_date(text, self._clock.today) if text else None
            if day and also:
                also(day)

        return self.check(parse)

    def show_saved(self, text: str) -> None:
        """Show what the file holds now; what is typed stays, and is said as of today."""
        super().show_saved(text)
        if self.text:
            self._say_day()

    def show_meaning(self, text: str, look: str = "faint") -> None:
        """Say beside the field what is typed in it; the place for it stays."""
        super().show_meaning(text, look)
        self.meaning.show()

    def _typed(self) -> None:
        self._say_day()
        super()._typed()

    def _say_day(self) -> None:
        day = self.day
        self.show_meaning(meaning_words(self.text, day, self._language) if day else "")
