"""What was put off or stopped, in one line that opens: nothing is out of sight for good."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from pmark_desktop.session.reminder_feed import PutAside, ReminderFeed
from pmark_desktop.ui.columns import scrolled
from pmark_desktop.ui.parts import label, link
from pmark_desktop.ui.reminder_row import TitleButton, show_in, shown_title
from pmark_desktop.ui.theme import Style
from pmark_desktop.words import day_words
from pmark_desktop.words_reminders import due_words, reminder_title

translate = QCoreApplication.translate
_MOST = 50
_HIGHEST = 150


class AsideList(QWidget):
    """A line that says how many reminders are put off or stopped, and the list below it."""

    def __init__(self, style: Style, feed: ReminderFeed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("aside_list")
        self._style = style
        self._feed = feed
        self._shown: list[PutAside] | None = None
        self._words = ""
        self._line = link("", "aside_toggle", self._toggle)
        self._line.setCheckable(True)
        self._area = scrolled(QWidget(), "aside_rows")
        self._area.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._line, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._area)

    @property
    def count(self) -> int:
        """How many are put off or stopped."""
        return len(self._shown or ())

    def refresh(self) -> None:
        """Show what is put aside now."""
        found = self._feed.put_aside
        if found == self._shown:
            return
        self._shown = found
        stopped = sum(bool(one.reason) for one in found)
        parts = []
        if stopped:
            parts.append(translate("DigestPanel", "止めているお知らせ {0}件").format(stopped))
        if len(found) > stopped:
            words = translate("DigestPanel", "あとで知らせるもの {0}件")
            parts.append(words.format(len(found) - stopped))
        self._words = "・".join(parts)
        self._say()
        self.setVisible(bool(found))
        self._fill(found)

    def _toggle(self) -> None:
        self._area.setVisible(self._line.isChecked())
        self._say()

    def _say(self) -> None:
        self._line.setText(f"{'▾' if self._line.isChecked() else '▸'} {self._words}")

    def _fill(self, found: list[PutAside]) -> None:
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(12, 0, 6, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(1)
        grid.setColumnStretch(1, 1)
        for place, one in enumerate(found[:_MOST]):
            self._add(grid, place, one)
        if len(found) > _MOST:
            more = translate("DigestPanel", "ほか {0}件").format(len(found) - _MOST)
            grid.addWidget(label(more, "faint"), _MOST, 0, 1, 3)
        show_in(self._area, content)
        self._area.setFixedHeight(min(content.sizeHint().height() + 2, _HIGHEST))

    def _add(self, grid: QGridLayout, place: int, one: PutAside) -> None:
        language, reminder = self._style.language, one.reminder
        if one.reason:
            why = translate("DigestPanel", "理由: {0}").format(" ".join(one.reason.split()))
        else:
            why = translate("DigestPanel", "{0} に再開").format(day_words(one.until, language))
        text = f"{shown_title(reminder, self._style)}  ― {why}"
        words = translate("DigestPanel", "再開する")
        back = link(words, f"wake_{reminder.id}", lambda: self._feed.wake(reminder))
        back.setAccessibleDescription(reminder_title(reminder, language))
        line = TitleButton(text, f"aside_{reminder.id}", lambda: None)
        line.setEnabled(False)
        grid.addWidget(label(due_words(reminder, language), "faint"), place, 0)
        grid.addWidget(line, place, 1)
        grid.addWidget(back, place, 2)
