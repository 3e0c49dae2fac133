"""The first page: three ways in, and the files opened last with their countdown."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from pmark_desktop.session.recent import RecentFile
from pmark_desktop.ui.columns import Columns, scrolled
from pmark_desktop.ui.parts import button, card, label
from pmark_desktop.ui.recent_row import RecentRow
from pmark_desktop.ui.theme import Style

translate = QCoreApplication.translate
_WIDEST = 980
_CARD_WIDTH = 235
_ICON = 28
_AROUND = 16  # pixels above and below the words of a button


class StartPage(QWidget):
    """What to begin with.

    Signals:
        new_wanted: the person asks for a new workspace.
        open_wanted: the person asks to open a file.
        sample_wanted: the person asks for the sample.
        recent_wanted: (Path) the person asks for this file.
        forget_wanted: (Path) the person wants this file off the list.
    """

    new_wanted = Signal()
    open_wanted = Signal()
    sample_wanted = Signal()
    recent_wanted = Signal(object)
    forget_wanted = Signal(object)

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("start_page")
        self._style = style
        self._first = self._way_new()
        self._ways = Columns(_CARD_WIDTH, 3, spacing=8)
        for way in (self._first, self._way_open(), self._way_sample()):
            self._ways.add(way)
        self.rows: list[RecentRow] = []
        frame, self._recent = card("recent_files")
        self._recent.setSpacing(0)
        self._recent.setContentsMargins(6, 6, 6, 6)
        self._lay_out(frame)
        self.set_recent([])

    def _lay_out(self, recent: QFrame) -> None:
        content = QWidget()
        content.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 28, 24, 24)
        column.setSpacing(8)
        column.addWidget(label(translate("StartPage", "Pマーク更新デスク"), "title", wraps=True))
        about = translate(
            "StartPage", "プライバシーマークの更新を、登録証の満了日から逆算して進めます。"
        )
        column.addWidget(label(about, "faint", wraps=True))
        column.addSpacing(10)
        column.addWidget(self._ways)
        column.addSpacing(14)
        column.addWidget(label(translate("StartPage", "最近使ったファイル"), "heading"))
        column.addWidget(recent)
        column.addStretch(1)
        whole = QWidget()
        middle = QHBoxLayout(whole)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addStretch(1)
        middle.addWidget(content, 100)
        middle.addStretch(1)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(scrolled(whole, "start_scroll"))

    # the three ways

    def _way_new(self) -> QFrame:
        return self._way(
            "new",
            translate("StartPage", "新しく作る"),
            translate(
                "StartPage",
                "会社名と満了日を入れると、受付期間と5つのチェックリストの期限がそろいます。",
            ),
            button(
                translate("StartPage", "新しく作る(&N)"), "start_new", self.new_wanted.emit,
                look="main",
            ),
        )  # fmt: skip

    def _way_open(self) -> QFrame:
        return self._way(
            "open-file",
            translate("StartPage", "開く"),
            translate("StartPage", "これまでのファイル(.pmark)を選んで、続きから始めます。"),
            button(translate("StartPage", "開く(&O)…"), "start_open", self.open_wanted.emit),
        )

    def _way_sample(self) -> QFrame:
        return self._way(
            "sample",
            translate("StartPage", "サンプルで試す"),
            translate(
                "StartPage", "架空の会社の更新作業です。自由に触って、使い方を確かめられます。"
            ),
            button(
                translate("StartPage", "サンプルで試す(&S)"), "start_sample",
                self.sample_wanted.emit,
            ),
        )  # fmt: skip

    def _way(self, icon: str, heading: str, about: str, act: QPushButton) -> QFrame:
        frame, inside = card(f"way_{icon}")
        picture = label()
        picture.setPixmap(
            self._style.icons.get(icon, self._style.colors.accent).pixmap(_ICON, _ICON)
        )
        inside.addWidget(picture)
        inside.addWidget(label(heading, "strong", wraps=True))
        inside.addWidget(label(about, "faint", wraps=True), 1, Qt.AlignmentFlag.AlignTop)
        act.setMinimumHeight(self.fontMetrics().height() + _AROUND)
        inside.addSpacing(4)
        inside.addWidget(act)
        return frame

    # recent files

    def set_recent(self, files: Sequence[RecentFile]) -> None:
        """Show these files, in this order."""
        while (place := self._recent.takeAt(0)) is not None:
            if (old := place.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.rows = [self._row(file) for file in files]
        for row in self.rows:
            self._recent.addWidget(row)
        if not files:
            words = translate(
                "StartPage", "まだありません。開いたファイルが、満了日までの日数とともに並びます。"
            )
            empty = label(words, "faint", wraps=True, name="no_recent_files")
            empty.setContentsMargins(8, 8, 8, 8)
            self._recent.addWidget(empty)

    def _row(self, file: RecentFile) -> RecentRow:
        row = RecentRow(self._style, file)
        row.open_wanted.connect(self._want)
        row.forget_wanted.connect(self._forget)
        return row

    def _want(self, path: Path) -> None:
        self.recent_wanted.emit(path)

    def _forget(self, path: Path) -> None:
        self.forget_wanted.emit(path)
