"""The bottom of the window: what happened last, the file, and when it was saved."""

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from pmark_desktop.ui.parts import button, label, restyle
from pmark_desktop.ui.theme import Style

translate = QCoreApplication.translate
_MOST_PATH = 60


class Message(StrEnum):
    """What a message is about; also its class in the style sheet."""

    INFO = "faint"
    NOTICE = "soon"
    REFUSAL = "late"


_ICONS = {Message.INFO: "info", Message.NOTICE: "warning", Message.REFUSAL: "error"}


class MessageStrip(QFrame):
    """One message at a time, with at most two things to do about it."""

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self.setProperty("class", "bar")
        self._style = style
        self._icon = QLabel()
        self._text = label(wraps=True, name="message")
        self._progress = QProgressBar()
        self._progress.setObjectName("export_progress")
        self._progress.setFixedWidth(160)
        self._cancel = button(translate("MessageStrip", "中止"), "cancel_export", lambda: None)
        self._actions = QHBoxLayout()
        self._path = label(look="faint", name="file_path")
        self._saved = label(look="faint", name="saved_at")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 12, 5)
        row.setSpacing(10)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        row.addLayout(self._actions)
        row.addWidget(self._progress)
        row.addWidget(self._cancel)
        row.addWidget(self._path)
        row.addWidget(self._saved)
        self.stop_progress()
        self.say("")

    def say(
        self,
        text: str,
        kind: Message = Message.INFO,
        actions: tuple[tuple[str, str, Callable[[], object]], ...] = (),
    ) -> None:
        """Show a message; `actions` are words, object name and what is done."""
        self._text.setText(text)
        restyle(self._text, kind.value)
        colors = {
            Message.INFO: self._style.colors.faint,
            Message.NOTICE: self._style.colors.soon,
            Message.REFUSAL: self._style.colors.late,
        }
        self._icon.setPixmap(self._style.icons.get(_ICONS[kind], colors[kind]).pixmap(18, 18))
        self._icon.setVisible(bool(text))
        while (item := self._actions.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for words, name, act in actions:
            self._actions.addWidget(button(words, name, act))

    @property
    def text(self) -> str:
        """What is shown."""
        return self._text.text()

    def show_file(self, path: Path | None, *, is_read_only: bool = False) -> None:
        """Show which file is open."""
        full = str(path) if path else ""
        short = full if len(full) <= _MOST_PATH else f"…{full[-_MOST_PATH:]}"
        self._path.setText(short)
        self._path.setToolTip(full)
        self._saved.setText(translate("MessageStrip", "読み取り専用") if is_read_only else "")

    def show_saved(self, at: datetime | None) -> None:
        """Show when the last change was saved."""
        if at is not None:
            self._saved.setText(translate("MessageStrip", "保存済み {0}").format(f"{at:%H:%M}"))

    def start_progress(self, cancel: Callable[[], object]) -> QPushButton:
        """Show a progress bar and a way to cancel."""
        self._cancel.deleteLater()
        self._cancel = button(translate("MessageStrip", "中止"), "cancel_export", cancel)
        layout = self.layout()
        if isinstance(layout, QHBoxLayout):
            layout.insertWidget(layout.indexOf(self._progress) + 1, self._cancel)
        self._progress.setValue(0)
        self._progress.show()
        return self._cancel

    def show_progress(self, percent: int) -> None:
        """Show how far it is."""
        self._progress.setValue(percent)

    def stop_progress(self) -> None:
        """Take the progress bar away."""
        self._progress.hide()
        self._cancel.hide()
