"""Prints on A4 landscape and pictures: bytes of a PDF or a PNG, always in light colours."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPoint, QRect, QSize
from PySide6.QtGui import QColor, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from pmark_desktop.ui.lettering import Lettering
from pmark_desktop.ui.markers import paint_legend
from pmark_desktop.ui.theme import LIGHT, Style, looks
from pmark_desktop.words import day_words
from pmark_desktop.words_deadlines import DeadlineTerm, say

_MARGIN_MM = 10
_DENSITY = 3  # dots of the print for one of our pixels, of which an inch has 96
_PICTURE_DENSITY = 2
_GAP = 6
PaintPage = Callable[[QPainter, QRect], None]


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above every page: whose it is, what it shows, and on which day."""

    organisation: str
    title: str
    span: str
    today: date


def light(style: Style) -> Style:
    """Return a style in the light colours, which paper is."""
    return replace(style, colors=LIGHT, tones=looks(LIGHT))


def room(letters: Lettering) -> QSize:
    """Return how much of an A4 page is left for what is printed, in our pixels."""
    layout = _layout()
    points = layout.paintRect(QPageLayout.Unit.Point)
    width, height = int(points.width() * 96 / 72), int(points.height() * 96 / 72)
    return QSize(width, height - _frame_height(letters))


def pdf(style: Style, letters: Lettering, pages: Sequence[tuple[Heading, PaintPage]]) -> bytes:
    """Return a PDF of these pages, each with its heading, its number and the legend."""
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageLayout(_layout())
    writer.setResolution(96 * _DENSITY)
    if pages:
        writer.setTitle(f"{pages[0][0].organisation} {pages[0][0].title}")
    painter = QPainter(writer)
    painter.scale(_DENSITY, _DENSITY)
    whole = QRect(0, 0, writer.width() // _DENSITY, writer.height() // _DENSITY)
    try:
        for number, (heading, paint) in enumerate(pages, 1):
            if number > 1:
                writer.newPage()
            page = say(DeadlineTerm.PAGE, style.language, page=number, pages=len(pages))
            _frame(painter, style, letters, (heading, page), whole)
            painter.save()
            paint(painter, _inside(whole, letters))
            painter.restore()
    finally:  # a painter that outlives its paper would end the program
        painter.end()
    return bytes(store.data())


def png(style: Style, letters: Lettering, heading: Heading, size: QSize, paint: PaintPage) -> bytes:
    """Return a PNG of what `paint` paints in `size` pixels, at double density."""
    whole = QRect(0, 0, size.width() + 2 * _GAP, size.height() + _frame_height(letters) + 2 * _GAP)
    image = QImage(whole.size() * _PICTURE_DENSITY, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_PICTURE_DENSITY)
    image.fill(QColor(style.colors.base))
    painter = QPainter(image)
    inner = whole.adjusted(_GAP, _GAP, -_GAP, -_GAP)
    try:
        _frame(painter, style, letters, (heading, ""), inner)
        paint(painter, _inside(inner, letters))
    finally:
        painter.end()
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # PySide's stub knows bytes only
    return bytes(store.data())


def _layout() -> QPageLayout:
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Landscape,
        QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM), QPageLayout.Unit.Millimeter,
    )  # fmt: skip


def _frame_height(letters: Lettering) -> int:
    return 2 * (letters.height + _GAP)


def _inside(whole: QRect, letters: Lettering) -> QRect:
    edge = letters.height + _GAP
    return whole.adjusted(0, edge, 0, -edge)


def _frame(
    painter: QPainter, style: Style, letters: Lettering, words: tuple[Heading, str], whole: QRect
) -> None:
    """Paint the heading above and the legend below; the page's number is at the right."""
    heading, page = words
    painter.setFont(letters.plain)
    painter.setPen(QColor(style.colors.text))
    as_of = say(DeadlineTerm.AS_OF, style.language, day=day_words(heading.today, style.language))
    right = "    ".join(filter(None, (heading.span, as_of, page)))
    width = letters.width(right)
    letters.draw(painter, whole.right() - width, whole.y(), right)
    title = f"{heading.organisation}  {heading.title}"
    left = letters.elided(title, max(whole.width() - width - 30, 60), is_bold=True)
    letters.draw_bold(painter, whole.x(), whole.y(), left)
    place = QPoint(whole.x() + 1, whole.bottom() - letters.height)
    paint_legend(painter, style, letters, place)
