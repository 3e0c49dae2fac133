"""The timeline on paper and as a picture."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from pmark_desktop.domain.days import DAY, Period, add_months
from pmark_desktop.session.desk import Desk
from pmark_desktop.session.time_scale import Zoom, time_range
from pmark_desktop.session.timeline import Reading
from pmark_desktop.session.timeline_sheet import Choice, Sheet, make_sheet
from pmark_desktop.ui import paper
from pmark_desktop.ui.lettering import Lettering, paper_lettering
from pmark_desktop.ui.paper import Heading, PaintPage
from pmark_desktop.ui.theme import Style
from pmark_desktop.ui.timeline_painter import Part, TimelinePainter
from pmark_desktop.ui.timeline_surface import LABELS, TimelineSurface
from pmark_desktop.words import Language, day_words
from pmark_desktop.words_deadlines import DeadlineTerm, say

_MONTHS = {Zoom.DAY: 1, Zoom.WEEK: 3, Zoom.MONTH: 12, Zoom.QUARTER: 36}  # of a page
Page = tuple[Heading, PaintPage]


def timeline_pdf(style: Style, desk: Desk, choice: Choice, zoom: Zoom) -> bytes:
    """Return the whole timeline at a zoom as a PDF; months without anything are left out.

    Raises:
        StorageError: the installation is incomplete.
    """
    light, letters = paper.light(style), paper_lettering()
    painter = TimelinePainter(light, letters)
    pages: list[Page] = []
    for period in periods(_range(desk), _MONTHS[zoom]):
        sheet = _sheet(desk, choice, zoom, letters, period)
        if sheet.timeline.places or any(flag.mark for row in sheet.flags for flag in row):
            pages += _pages(desk, painter, letters, sheet)
    return paper.pdf(light, letters, pages)


def timeline_png(style: Style, desk: Desk, view: TimelineSurface) -> bytes:
    """Return what is in sight of the timeline as a picture."""
    light, letters = paper.light(style), view.letters
    painter, sheet, part = TimelinePainter(light, letters), view.sheet, view.part()
    first = sheet.scale.day_at(part.x)
    last = sheet.scale.day_at(part.x + part.area.width())
    heading = _heading(desk, Period(first, last), style.language)

    def paint(canvas: QPainter, place: QRect) -> None:
        painter.paint(canvas, sheet, Part(place, part.x, part.y))

    return paper.png(light, letters, heading, part.area.size(), paint)


def periods(whole: Period, months: int) -> Iterator[Period]:
    """Yield pieces of so many whole months; the last may pass the end."""
    first: date = whole.first
    while first <= whole.last:
        after = add_months(first, months)
        yield Period(first, after - DAY)
        first = after


def _range(desk: Desk) -> Period:
    dues = (task.due for task in desk.content.tasks.values() if task.due is not None)
    return time_range(desk.content.cycle, desk.today, dues)


def _sheet(desk: Desk, choice: Choice, zoom: Zoom, letters: Lettering, period: Period) -> Sheet:
    days = (period.last - period.first).days + 1
    stretch = paper.room(letters).width() / (days * zoom.pixels)
    reading = Reading(letters.ruler(LABELS[zoom]), desk.today, desk.language)
    return make_sheet(
        desk.content, desk.workspace.office, choice, zoom, reading, stretch=stretch, period=period
    )


def _heading(desk: Desk, period: Period, language: Language) -> Heading:
    span = " – ".join(day_words(day, language) for day in (period.first, period.last))
    title = say(DeadlineTerm.TIMELINE, language)
    return Heading(desk.content.organisation.name, title, span, desk.today)


def _pages(
    desk: Desk, painter: TimelinePainter, letters: Lettering, sheet: Sheet
) -> Iterator[Page]:
    """Yield as many pages as the lines of a sheet need."""
    period = Period(sheet.scale.first, sheet.scale.last)
    heading = _heading(desk, period, sheet.language)
    height = painter.line_height
    space = paper.room(letters).height() - painter.head_height(sheet)
    lines = sheet.timeline.lines
    first, most = 0, max(space // height, 2)
    while True:
        # the title of a lane that goes on stands again at the top, over the line before
        begin = first if first == 0 or lines[first].is_heading else first - 1
        end = min(begin + most, len(lines))
        yield heading, _painting(painter, sheet, begin * height, (end - begin) * height)
        first = end
        if first >= len(lines):
            return


def _painting(painter: TimelinePainter, sheet: Sheet, top: int, height: int) -> PaintPage:
    def paint(canvas: QPainter, place: QRect) -> None:
        used = QRect(place)
        used.setHeight(painter.head_height(sheet) + height)
        painter.paint(canvas, sheet, Part(used, 0, top))

    return paint
