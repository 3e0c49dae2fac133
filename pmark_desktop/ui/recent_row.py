"""One of the files opened last: whose it is, where it lies, and how long there is."""

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from pmark_desktop.domain.window import WindowState
from pmark_desktop.session.recent import RecentFile
from pmark_desktop.ui.elided import ElidedLabel
from pmark_desktop.ui.parts import label, tool_button
from pmark_desktop.ui.theme import Style
from pmark_desktop.words import day_words, window_words
from pmark_desktop.words_refusals import explain

translate = QCoreApplication.translate
_LOOKS = {
    WindowState.BEFORE: "strong", WindowState.OPEN: "soon", WindowState.EXTENDED: "late",
    WindowState.CLOSED: "late", WindowState.APPLIED: "good", WindowState.DECIDED: "good",
}  # fmt: skip
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RecentRow(QWidget):
    """A file to open, and a way to take it off the list.

    Signals:
        open_wanted: (Path) open it.
        forget_wanted: (Path) take it off the list.
    """

    open_wanted = Signal(object)
    forget_wanted = Signal(object)

    def __init__(self, style: Style, file: RecentFile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recent_row")
        self._style = style
        self._file = file
        self.open = _Line(self._left(), self._right())
        self.open.setObjectName("recent_open")
        self.open.setToolTip(str(file.path))
        self.open.clicked.connect(lambda _checked=False: self.open_wanted.emit(file.path))
        words = translate("RecentRow", "一覧から外す")
        self.forget = tool_button(
            "", "recent_forget", style.icons.get("close"),
            lambda: self.forget_wanted.emit(file.path),
        )  # fmt: skip
        self.forget.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.forget.setToolTip(words)
        self.forget.setAccessibleName(f"{words} {file.path.name}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.open, 1)
        row.addWidget(self.forget)

    @property
    def text(self) -> str:
        """All that the row says."""
        return "\n".join(one.text() for one in self.open.findChildren(QLabel) if one.text())

    def _left(self) -> list[QLabel]:
        seen = self._file.seen
        name = seen.organisation.name if seen else self._file.path.name
        return [
            ElidedLabel(name, "strong"),
            ElidedLabel(str(self._file.path), "faint", middle=True),
        ]

    def _right(self) -> list[QLabel]:
        file, language = self._file, self._style.language
        if file.trouble is not None:
            words = (
                translate("RecentRow", "見つかりません")
                if file.is_missing
                else translate("RecentRow", "開けません")
            )
            reason = label(words, "late")
            reason.setToolTip(explain(file.trouble, language))
            return [reason]
        if file.seen is None or file.window is None:
            return []
        expires = file.seen.cycle.expires
        state = window_words(
            file.seen.state, file.window, file.seen.accepted_until, file.read_on, language
        )
        return [
            label(state, _LOOKS[file.seen.state]),
            label(f"{self._countdown()}  {day_words(expires, language)}", "faint"),
        ]

    def _countdown(self) -> str:
        left = self._file.days_left or 0
        if left < 0:
            return translate("RecentRow", "満了から {0}日").format(-left)
        return translate("RecentRow", "満了まで あと{0}日").format(left)


class _Line(QPushButton):
    """A flat button that holds labels: two lines at the left, two at the right."""

    def __init__(self, left: list[QLabel], right: list[QLabel]) -> None:
        super().__init__()
        self.setFlat(True)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 7, 10, 7)
        row.setSpacing(16)
        for labels, stretch in ((left, 1), (right, 0)):
            column = QVBoxLayout()
            column.setSpacing(2)
            for one in labels:
                one.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
                if labels is right:
                    one.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                column.addWidget(one)
            row.addLayout(column, stretch)
        self.setAccessibleName(" ".join(one.text() for one in (*left, *right)))

    # Qt overrides

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        inside = self.layout()
        return inside.minimumSize() if inside else super().minimumSizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTERS:
            self.click()
        else:
            super().keyPressEvent(event)
