"""The icon in the tray: how many reminders stand, and the way back to the window."""

from PySide6.QtCore import QCoreApplication, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QColor, QFont, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget

from pmark_desktop.domain.reminders import Standing, count_standing
from pmark_desktop.session.reminder_feed import ReminderFeed
from pmark_desktop.ui.theme import Style
from pmark_desktop.words_reminders import ReminderTerm, standing_words, term

translate = QCoreApplication.translate
_PIXELS = 64
_BADGE = 40  # pixels across
_MOST_SHOWN = 99
_LATE_COLOR, _SOON_COLOR = "#b3261e", "#7d4a00"  # white reads well on both, on every tray
_BALLOON_MS = 10_000


class Tray(QObject):
    """An icon with the count of what is late or near, where the desktop has a place for it.

    Without such a place it does nothing.

    Signals:
        open_wanted: the person wants to see the window.
        quit_wanted: the person wants to end the program.
    """

    open_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self._style = style
        self._feed: ReminderFeed | None = None
        self._shown: Standing | None = None
        self._icon: QSystemTrayIcon | None = None
        if QSystemTrayIcon.isSystemTrayAvailable():
            self._icon = self._made(parent)

    def _made(self, parent: QWidget) -> QSystemTrayIcon:
        icon = QSystemTrayIcon(self._style.icons.program(), self)
        icon.setObjectName("tray")
        icon.activated.connect(self._activated)
        icon.messageClicked.connect(self.open_wanted)
        menu = QMenu(parent)
        menu.setObjectName("tray_menu")
        for words, name, wish in (
            (translate("Tray", "開く"), "tray_open", self.open_wanted),
            (translate("Tray", "終了"), "tray_quit", self.quit_wanted),
        ):
            action = QAction(words, menu)
            action.setObjectName(name)
            action.triggered.connect(lambda _checked=False, wish=wish: wish.emit())
            menu.addAction(action)
        icon.setContextMenu(menu)
        icon.setToolTip(term(ReminderTerm.PROGRAM, self._style.language))
        icon.show()
        return icon

    @property
    def icon(self) -> QSystemTrayIcon | None:
        """The icon, where there is one."""
        return self._icon

    def follow(self, feed: ReminderFeed | None) -> None:
        """Show how the reminders of another workspace stand; None: no workspace is open."""
        if self._icon is None or feed is self._feed:
            return
        self._let_go()
        self._feed = feed
        if feed is not None:
            feed.changed.connect(self._refresh)
            feed.appeared.connect(self._tell)
        self._refresh()

    def remove(self) -> None:
        """Take the icon away."""
        self._let_go()
        if self._icon is not None:
            self._icon.hide()
            self._icon.deleteLater()
            self._icon = None

    def _let_go(self) -> None:
        if self._feed is not None:
            self._feed.changed.disconnect(self._refresh)
            self._feed.appeared.disconnect(self._tell)
            self._feed = None

    def _refresh(self) -> None:
        counts = self._feed.counts if self._feed is not None else Standing(0, 0, 0)
        if self._icon is None or counts == self._shown:
            return
        self._shown = counts
        self._icon.setIcon(badged(self._style.icons.program(), counts))
        program = term(ReminderTerm.PROGRAM, self._style.language)
        if self._feed is not None:
            program += f"\n{standing_words(counts, self._style.language)}"
        self._icon.setToolTip(program)

    def _tell(self, fresh: object) -> None:
        """Show one balloon for all that came up: counts only, on a screen others may see."""
        if self._icon is None or not isinstance(fresh, list):
            return
        counts = count_standing(fresh)
        title = translate("Tray", "新しいお知らせ {0}件").format(counts.total)
        text = standing_words(counts, self._style.language)
        self._icon.showMessage(title, text, QSystemTrayIcon.MessageIcon.Information, _BALLOON_MS)

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason != QSystemTrayIcon.ActivationReason.Context:
            self.open_wanted.emit()


def badged(icon: QIcon, counts: Standing) -> QIcon:
    """Return an icon with a number on it: what is late, in red, else what is near."""
    number = counts.late or counts.soon
    if not number:
        return icon
    pixmap = QPixmap(_PIXELS, _PIXELS)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    icon.paint(painter, 0, 0, _PIXELS, _PIXELS)
    place = QRectF(_PIXELS - _BADGE, _PIXELS - _BADGE, _BADGE, _BADGE)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(_LATE_COLOR if counts.late else _SOON_COLOR))
    painter.drawEllipse(place)
    text = str(number) if number <= _MOST_SHOWN else f"{_MOST_SHOWN}+"
    font = QFont()
    font.setBold(True)
    font.setPixelSize(round(_BADGE * {1: 0.75, 2: 0.62}.get(len(text), 0.42)))
    painter.setFont(font)
    painter.setPen(QColor("white"))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
    return QIcon(pixmap)
