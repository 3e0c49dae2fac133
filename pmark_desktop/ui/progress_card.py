"""How far each checklist is, as bars that lead to it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QVBoxLayout

from pmark_desktop.domain.agenda import ListProgress
from pmark_desktop.domain.checklist import Checklist
from pmark_desktop.ui.parts import label
from pmark_desktop.ui.theme import Style
from pmark_desktop.words import list_title

translate = QCoreApplication.translate
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_PAD, _GAP, _BAR = 4, 10, 8
_TITLE_PART = 0.42  # of the width, at most


class ProgressCard(QFrame):
    """The checklists in use, each with its bar.

    Signals:
        list_wanted: (key) the person asks for the tasks of a checklist.
    """

    list_wanted = Signal(str)

    def __init__(self, style: Style) -> None:
        super().__init__()
        self.setObjectName("progress_card")
        self.setProperty("class", "card")
        self._style = style
        self._bars: dict[str, ProgressBar] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(6)
        column.addWidget(label(translate("ProgressCard", "チェックリストの進み具合"), "heading"))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        column.addLayout(self._lines)
        column.addStretch(1)

    def show_progress(
        self, lists: Sequence[Checklist], progress: Mapping[str, ListProgress]
    ) -> None:
        """Show how far these lists are; one that is not in `progress` has nothing to do."""
        if [one.key for one in lists] != list(self._bars):
            self._rebuild(lists)
        for one in lists:
            title = list_title(one, self._style.language)
            self._bars[one.key].show_progress(title, progress.get(one.key, ListProgress()))

    def _rebuild(self, lists: Sequence[Checklist]) -> None:
        for old in self._bars.values():
            self._lines.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._bars = {one.key: self._bar(one.key) for one in lists}

    def _bar(self, key: str) -> "ProgressBar":
        made = ProgressBar(self._style, f"progress_{key}")
        made.clicked.connect(lambda _checked=False: self.list_wanted.emit(key))
        self._lines.addWidget(made)
        return made


class ProgressBar(QPushButton):
    """Title, bar and numbers of one checklist; pressing it is a wish."""

    def __init__(self, style: Style, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(True)  # Enter presses it too
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._style = style
        self._title = ""
        self._progress = ListProgress()

    def show_progress(self, title: str, progress: ListProgress) -> None:
        """Show how far a checklist is."""
        self._title, self._progress = title, progress
        self.setAccessibleName(f"{title} {self.numbers} {self.late}".strip())
        self.setToolTip(self.accessibleName())
        self.updateGeometry()
        self.update()

    @property
    def numbers(self) -> str:
        """Done of wanted: 「12/30」."""
        return f"{self._progress.done}/{self._progress.wanted}"

    @property
    def late(self) -> str:
        """How many are late, in words; nothing where none is."""
        late = self._progress.late
        return translate("ProgressCard", "超過 {0}").format(late) if late else ""

    def _columns(self) -> tuple[int, int, int]:
        """Return the widths of title, numbers and what is late."""
        advance = self.fontMetrics().horizontalAdvance
        late = translate("ProgressCard", "超過 {0}").format(99)
        title = min(advance("M" * 12), int(self.width() * _TITLE_PART))
        return title, advance("000/000"), advance(late)

    # Qt overrides

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        return QSize(line * 20, line + 8)

    def minimumSizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        return QSize(line * 14, line + 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colors = QPainter(self), self._style.colors
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        self._paint_ground(painter, whole)
        title, numbers, late = self._columns()
        width, height = whole.width(), whole.height()
        painter.setPen(QColor(colors.text))
        elided = self.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, title)
        painter.drawText(QRectF(_PAD, 1, title, height), _LEFT, elided)
        painter.drawText(
            QRectF(width - late - _GAP - numbers, 1, numbers, height), _RIGHT, self.numbers
        )
        painter.setPen(QColor(colors.late))
        painter.drawText(QRectF(width - late, 1, late, height), _RIGHT, self.late)
        left = _PAD + title + _GAP
        bar = QRectF(left, 1 + (height - _BAR) / 2, width - late - numbers - 2 * _GAP - left, _BAR)
        self._paint_bar(painter, bar)

    def _paint_ground(self, painter: QPainter, whole: QRectF) -> None:
        colors = self._style.colors
        painter.setPen(QPen(QColor(colors.accent)) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.row) if self.underMouse() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(whole, 4, 4)

    def _paint_bar(self, painter: QPainter, bar: QRectF) -> None:
        colors, progress = self._style.colors, self._progress
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.line))
        painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
        done = progress.done / progress.wanted if progress.wanted else 0.0
        if done:
            bar.setWidth(max(bar.width() * done, _BAR))
            painter.setBrush(QColor(colors.good if done == 1 else colors.accent))
            painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
