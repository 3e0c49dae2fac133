"""設定, 表示: what a person prefers on this computer."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QLocale, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from pmark_desktop.session.settings import Settings, Theme
from pmark_desktop.ui.columns import scrolled
from pmark_desktop.ui.fields import Field
from pmark_desktop.ui.parts import card, label
from pmark_desktop.ui.theme import Style
from pmark_desktop.words import Language
from pmark_desktop.workspace.workspace import default_name

translate = QCoreApplication.translate
_WIDEST = 720


class PreferencesForm(QWidget):
    """Preferences; each is taken as it is chosen.

    Signals:
        changed: (Settings) the preferences are others now.
    """

    changed = Signal(object)

    def __init__(self, style: Style, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preferences_form")
        self._style = style
        self._settings = settings
        self.language = _choices("language", _languages())
        self.theme = _choices("theme", _themes())
        self.author = Field(
            "author", translate("PreferencesForm", "変更履歴に残る名前(&A)"), style.language
        )
        self.reopen_last = QCheckBox(
            translate("PreferencesForm", "起動したら、最後に使ったファイルを開く(&L)")
        )
        self.reopen_last.setObjectName("reopen_last")
        self.tray = QCheckBox(
            translate("PreferencesForm", "通知領域(トレイ)にお知らせの件数を表示する(&Y)")
        )
        self.tray.setObjectName("tray")
        self._next_start = label("", "soon", wraps=True, name="language_note")
        self._lay_out()
        self._show()
        self._listen()

    def _lay_out(self) -> None:
        frame, inside = card("preferences_fields")
        inside.setSpacing(12)
        frame.setMaximumWidth(_WIDEST)
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(2, 1)
        rows = (
            (translate("PreferencesForm", "言語 / Language(&G)"), self.language),
            (translate("PreferencesForm", "色(&T)"), self.theme),
        )
        for row, (words, box) in enumerate(rows):
            beside = QLabel(words)
            beside.setBuddy(box)
            grid.addWidget(beside, row, 0)
            grid.addWidget(box, row, 1)
        inside.addLayout(grid)
        inside.addWidget(self._next_start)
        inside.addWidget(self.author)
        inside.addWidget(self.reopen_last)
        inside.addWidget(self.tray)
        about = translate(
            "PreferencesForm", "この設定はこのパソコンに保存され、ファイル(.pmark)には入りません。"
        )
        inside.addWidget(label(about, "faint", wraps=True))
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 14, 16, 14)
        column.addWidget(frame)
        column.addStretch(1)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(scrolled(content, "preferences_scroll"))

    def _show(self) -> None:
        self.language.setCurrentIndex(self.language.findData(self._settings.language.value))
        self.theme.setCurrentIndex(self.theme.findData(self._settings.theme.value))
        self.author.show_saved(self._settings.author)
        self.author.show_hint(
            translate("PreferencesForm", "空欄ならパソコンの利用者名({0})").format(default_name())
        )
        self.reopen_last.setChecked(self._settings.reopen_last)
        self.tray.setChecked(self._settings.tray)
        self._note_language()

    def _listen(self) -> None:
        self.language.activated.connect(self._take)
        self.theme.activated.connect(self._take)
        self.author.left.connect(self._take)
        self.reopen_last.toggled.connect(self._take)
        self.tray.toggled.connect(self._take)

    def _take(self) -> None:
        """Tell what is chosen now, if it is something else."""
        wanted = replace(
            self._settings,
            language=Language(self.language.currentData()),
            theme=Theme(self.theme.currentData()),
            author=self.author.text,
            reopen_last=self.reopen_last.isChecked(),
            tray=self.tray.isChecked(),
        )
        if wanted == self._settings:
            return
        self._settings = wanted
        self.author.reset_to(wanted.author)
        self._note_language()
        self.changed.emit(wanted)

    def _note_language(self) -> None:
        waits = self._settings.language is not self._style.language
        words = translate(
            "PreferencesForm",
            "言語は次に起動したときから変わります。 / The language changes at the next start.",
        )
        self._next_start.setText(words if waits else "")
        self._next_start.setVisible(waits)


def _languages() -> list[tuple[str, str]]:
    """Return each language in its own words."""
    japanese = QLocale(QLocale.Language.Japanese).nativeLanguageName()
    return [(Language.JA.value, japanese), (Language.EN.value, "English")]


def _themes() -> list[tuple[str, str]]:
    return [
        (Theme.SYSTEM.value, translate("PreferencesForm", "パソコンの設定に合わせる")),
        (Theme.LIGHT.value, translate("PreferencesForm", "明るい")),
        (Theme.DARK.value, translate("PreferencesForm", "暗い")),
    ]


def _choices(name: str, choices: list[tuple[str, str]]) -> QComboBox:
    box = QComboBox()
    box.setObjectName(name)
    for code, words in choices:
        box.addItem(words, code)
    return box
