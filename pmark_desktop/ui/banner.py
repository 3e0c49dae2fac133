"""The top of the window: days to expiry, the gauge of the window, progress, and the counts."""

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from pmark_desktop.domain.standing import Concern, Counts, count
from pmark_desktop.domain.window import WindowState
from pmark_desktop.session.desk import Desk
from pmark_desktop.ui.flow import FlowLayout
from pmark_desktop.ui.parts import button, label, restyle
from pmark_desktop.ui.theme import Style
from pmark_desktop.words import CONCERNS, day_words, pick, window_words

translate = QCoreApplication.translate
_LOOKS = {
    WindowState.BEFORE: "strong", WindowState.OPEN: "soon", WindowState.EXTENDED: "late",
    WindowState.CLOSED: "late", WindowState.APPLIED: "good", WindowState.DECIDED: "good",
}  # fmt: skip
_URGENT_DAYS = 30
_EDGE = 4  # pixels of the gauge left and right of its line


class Banner(QFrame):
    """Where the renewal stands.

    Signals:
        concern_wanted: (Concern or None) the person asks for the tasks behind a count.
    """

    concern_wanted = Signal(object)

    def __init__(self, style: Style, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setProperty("class", "bar")
        self._style = style
        self._desk = desk
        self._expiry = label(name="days_to_expiry", look="strong")
        self._expires_on = label(look="faint")
        self._state = label(name="window_state", look="strong")
        self._span = label(look="faint", name="window_span")
        self._gauge = Gauge(style, desk)
        policy = self._gauge.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._gauge.setSizePolicy(policy)
        self._progress = QProgressBar()
        self._progress.setObjectName("progress_bar")
        self._progress.setTextVisible(False)
        self._progress.setFixedSize(QSize(96, 10))
        self._done = label(look="strong", name="progress_text")
        self._counts = {concern: self._count(concern) for concern in Concern}
        self._lay_out()
        self.refresh()

    def _count(self, concern: Concern) -> QPushButton:
        made = button("", f"count_{concern.value}", lambda: self.concern_wanted.emit(concern))
        made.setFlat(True)
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        return made

    def _lay_out(self) -> None:
        row = FlowLayout(self, spacing=16)  # the counts go below where there is no room
        row.setContentsMargins(14, 8, 14, 8)
        row.addWidget(_column(self._expiry, self._expires_on))
        row.addWidget(_column(self._state, self._span))
        row.addWidget(self._gauge)
        row.addWidget(_column(self._done, self._progress))
        together = QWidget()
        counts = QHBoxLayout(together)
        counts.setContentsMargins(0, 0, 0, 0)
        counts.setSpacing(0)
        for concern in Concern:
            counts.addWidget(self._counts[concern])
        row.addWidget(together)

    def show_gauge(self, *, is_shown: bool) -> None:
        """Show the gauge, or leave its place empty where a page has a larger one."""
        self._gauge.setVisible(is_shown)

    def refresh(self) -> None:
        """Show how it stands now."""
        desk, language = self._desk, self._style.language
        cycle, window = desk.content.cycle, desk.content.cycle.window
        left = (cycle.expires - desk.today).days
        self._expiry.setText(
            translate("Banner", "満了まで {0}日").format(left)
            if left >= 0
            else translate("Banner", "満了から {0}日").format(-left)
        )
        restyle(self._expiry, "late" if left < 0 else "strong")
        self._expires_on.setText(day_words(cycle.expires, language))
        state = desk.workspace.window_state(desk.today)
        is_extended = state is WindowState.EXTENDED
        accepted = desk.workspace.accepted_until() if is_extended else window.closes
        self._state.setText(window_words(state, window, accepted, desk.today, language))
        closing = (window.closes - desk.today).days <= _URGENT_DAYS
        look = "late" if state is WindowState.OPEN and closing else _LOOKS[state]
        restyle(self._state, look)
        span = f"{day_words(window.opens, language)} – {day_words(window.closes, language)}"
        ask = "" if window.certain else translate("Banner", "  要照会")
        self._span.setText(span + ask)
        QTimer.singleShot(
            0, self, self._explain_span
        )  # holidays are worked out after the first paint
        counts = count(desk.content.tasks.values(), desk.today)
        self._show_counts(counts)
        self._gauge.update()

    def _explain_span(self) -> None:
        """Say on demand why the window is as it is."""
        window, accepted = self._desk.content.cycle.window, self._desk.workspace.accepted_until()
        lines = []
        if not window.certain:
            lines.append(
                translate(
                    "Banner",
                    "月末の数え方が決まっていないため、安全側(遅い開始日・早い最終日)を示しています。審査機関に照会してください。",
                )
            )
        if accepted != window.closes:
            lines.append(
                translate(
                    "Banner",
                    "最終日が休業日のため、{0}まで受け付けられる見込みです。当てにしないでください。",
                ).format(day_words(accepted, self._style.language))
            )
        self._span.setToolTip("\n".join(lines))

    def _show_counts(self, counts: Counts) -> None:
        wanted = counts.total - counts.excluded
        self._progress.setMaximum(max(wanted, 1))
        self._progress.setValue(counts.done if wanted else 1)
        self._done.setText(translate("Banner", "完了 {0} / {1}").format(counts.done, wanted))
        numbers = {
            Concern.LATE: counts.late, Concern.DUE_SOON: counts.due_soon,
            Concern.WAITING: counts.waiting, Concern.WITHOUT_EVIDENCE: counts.without_evidence,
            Concern.PAST: counts.past_open,
        }  # fmt: skip
        for concern, number in numbers.items():
            words = pick(CONCERNS[concern], self._style.language)
            short = translate("Banner", "過年度分") if concern is Concern.PAST else words
            made = self._counts[concern]
            made.setText(f"{short}\n{number}")
            made.setToolTip(
                translate("Banner", "{0}: {1}件を一覧に表示します").format(words, number)
            )
            made.setEnabled(number > 0)
            restyle(made, _count_look(concern, number))


def _column(*parts: QWidget) -> QWidget:
    """Return widgets that stand one above the other."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(3)
    for part in parts:
        column.addWidget(part)
    return made


def _count_look(concern: Concern, number: int) -> str:
    if not number:
        return ""
    return {Concern.LATE: "late", Concern.DUE_SOON: "soon", Concern.WITHOUT_EVIDENCE: "soon"}.get(
        concern, ""
    )


class Gauge(QWidget):
    """A line of time: the window as a band, today as a mark, expiry at the end."""

    def __init__(self, style: Style, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("window_gauge")
        self._style = style
        self._desk = desk
        self.setMinimumSize(QSize(90, 34))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def place(self, ordinal: int) -> float:
        """Return how far right a day begins, in pixels."""
        cycle, today = self._desk.content.cycle, self._desk.today.toordinal()
        first = min(cycle.term.last.toordinal() - 365, today)
        last = max(cycle.expires.toordinal(), today) + 1
        return _EDGE + (self.width() - 2 * _EDGE) * (ordinal - first) / (last - first)

    def paint_line(self, painter: QPainter, middle: float) -> None:
        """Paint the line, the window, expiry and today, `middle` pixels from the top."""
        cycle, today = self._desk.content.cycle, self._desk.today
        window, colors, at = cycle.window, self._style.colors, self.place
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.line))
        painter.drawRoundedRect(QRectF(_EDGE, middle - 3, self.width() - 2 * _EDGE, 6), 3, 3)
        opens, closes = at(window.opens.toordinal()), at(window.closes.toordinal() + 1)
        painter.setBrush(QColor(colors.accent))
        painter.drawRoundedRect(QRectF(opens, middle - 5, closes - opens, 10), 4, 4)
        painter.setPen(QPen(QColor(colors.text), 2))
        expiry = at(cycle.expires.toordinal())
        painter.drawLine(round(expiry), round(middle - 7), round(expiry), round(middle + 7))
        painter.setPen(QPen(QColor(colors.late), 2))
        now = at(today.toordinal())
        painter.drawLine(round(now), round(middle - 13), round(now), round(middle + 13))

    # Qt overrides

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint_line(painter, self.height() / 2)
