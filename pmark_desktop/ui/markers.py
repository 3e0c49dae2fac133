"""The marks of tasks and their legend: each meaning has a colour, a shape and a word."""

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from pmark_desktop.domain.standing import Concern
from pmark_desktop.domain.task import State
from pmark_desktop.session.columns import Tone
from pmark_desktop.session.timeline import MARKER
from pmark_desktop.ui.flow import FlowLayout
from pmark_desktop.ui.lettering import Lettering
from pmark_desktop.ui.parts import label
from pmark_desktop.ui.theme import Style
from pmark_desktop.words import CONCERNS, FIELDS, STATES, pick

translate = QCoreApplication.translate
_HALF = MARKER / 2
_LEGEND_TONES = (Tone.LATE, Tone.SOON, Tone.CALM, Tone.DONE, Tone.EXCLUDED, Tone.PAST)
_LINE = 1.6


def marker_color(style: Style, tone: Tone) -> QColor:
    """Return the colour of a marker; what is calm is blue, to be told from words."""
    return QColor(style.colors.accent) if tone is Tone.CALM else style.tones[tone].color


def draw_marker(painter: QPainter, style: Style, tone: Tone, x: float, y: float) -> None:
    """Draw the mark of a meaning with its middle at a point."""
    color, ground = marker_color(style, tone), QColor(style.colors.base)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(x, y)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(color))
    match tone:
        case Tone.LATE:
            painter.drawPolygon(_polygon((0, -6.5), (6.8, 5.5), (-6.8, 5.5)))
            painter.setPen(QPen(ground, 1.8))
            painter.drawLine(QPointF(0, -2.2), QPointF(0, 1.6))
            painter.drawPoint(QPointF(0, 3.9))
        case Tone.SOON:
            painter.drawPolygon(_polygon((0, -6.5), (6.5, 0), (0, 6.5), (-6.5, 0)))
        case Tone.DONE:
            painter.drawEllipse(QRectF(-6, -6, 12, 12))
            painter.setPen(QPen(ground, 1.8))
            painter.drawPolyline(_polygon((-3, 0.2), (-0.8, 2.6), (3.2, -2.4)))
        case Tone.EXCLUDED:
            _hollow(painter, color, ground)
            painter.drawEllipse(QRectF(-5.2, -5.2, 10.4, 10.4))
            painter.drawLine(QPointF(-3.4, 3.4), QPointF(3.4, -3.4))
        case Tone.PAST:
            _hollow(painter, color, ground)
            painter.drawRect(QRectF(-4.8, -4.8, 9.6, 9.6))
        case _:
            painter.drawEllipse(QRectF(-5, -5, 10, 10))
    painter.restore()


def _hollow(painter: QPainter, color: QColor, ground: QColor) -> None:
    painter.setPen(QPen(color, _LINE))
    painter.setBrush(QBrush(ground))


def _polygon(*points: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])


class Markers:
    """The marks as pictures, each made once for each density of a screen."""

    def __init__(self, style: Style) -> None:
        self._style = style
        self._made: dict[tuple[Tone, float], QPixmap] = {}

    def get(self, tone: Tone, ratio: float) -> QPixmap:
        """Return the mark of a meaning; `ratio` is pixels of the screen for one of ours."""
        key = (tone, ratio)
        made = self._made.get(key)
        if made is None:
            side = round((MARKER + 2) * ratio)
            made = QPixmap(side, side)
            made.setDevicePixelRatio(ratio)
            made.fill(Qt.GlobalColor.transparent)
            painter = QPainter(made)
            draw_marker(painter, self._style, tone, _HALF + 1, _HALF + 1)
            painter.end()
            self._made[key] = made
        return made


class Legend(QWidget):
    """What the marks mean, in a row."""

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("deadline_legend")
        row = FlowLayout(self, spacing=12)
        row.setContentsMargins(0, 0, 0, 0)
        markers, ratio = Markers(style), self.devicePixelRatioF()
        for tone in _LEGEND_TONES:
            said = label(_word(style, tone), "faint", name=f"legend_{tone.value}")
            row.addWidget(_explained(markers.get(tone, ratio), said))
        said = label(pick(FIELDS["hard_due"], style.language), "faint", name="legend_hard")
        row.addWidget(_explained(_hard_tick(style, ratio), said))


def _explained(mark: QPixmap, said: QLabel) -> QWidget:
    """Return a mark with its words, which stay together where a line is broken."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    picture = QLabel()
    picture.setPixmap(mark)
    row.addWidget(picture)
    row.addWidget(said)
    return made


def paint_legend(painter: QPainter, style: Style, letters: Lettering, place: QPoint) -> None:
    """Paint what the marks mean in a row, for prints and pictures."""
    x, middle = place.x(), place.y() + letters.height // 2
    for tone in _LEGEND_TONES:
        draw_marker(painter, style, tone, x + _HALF, middle)
        painter.setPen(QColor(style.colors.faint))
        text = _word(style, tone)
        letters.draw(painter, x + MARKER + 4, place.y(), text)
        x += MARKER + letters.width(text) + 20
    draw_hard(painter, style, x, x + MARKER, middle)
    painter.setPen(QColor(style.colors.faint))
    letters.draw(painter, x + MARKER + 6, place.y(), pick(FIELDS["hard_due"], style.language))


def _word(style: Style, tone: Tone) -> str:
    words = {
        Tone.LATE: CONCERNS[Concern.LATE], Tone.SOON: CONCERNS[Concern.DUE_SOON],
        Tone.DONE: STATES[State.DONE], Tone.EXCLUDED: STATES[State.EXCLUDED],
    }  # fmt: skip
    if tone in words:
        return pick(words[tone], style.language)
    if tone is Tone.PAST:
        return translate("Legend", "過年度分")
    return translate("Legend", "31日以上先")


def _hard_tick(style: Style, ratio: float) -> QPixmap:
    side = round((MARKER + 2) * ratio)
    made = QPixmap(side, side)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    draw_hard(painter, style, 2, MARKER - 2, int(_HALF) + 1)
    painter.end()
    return made


def draw_hard(painter: QPainter, style: Style, at: int, hard: int, y: int) -> None:
    """Draw the hard due at x `hard`, joined to its task at x `at`."""
    half = MARKER // 2 - 1
    painter.setPen(QPen(QColor(style.colors.late), 1))
    painter.drawLine(at, y, hard, y)
    painter.setPen(QPen(QColor(style.colors.late), 3))
    painter.drawLine(hard, y - half, hard, y + half)
