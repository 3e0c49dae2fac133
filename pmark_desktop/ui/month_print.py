"""Months on paper and as a picture. What finds no room in a day is listed on the next page."""

from collections.abc import Iterator, Sequence
from datetime import date

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter

from pmark_desktop.domain.days import add_months
from pmark_desktop.domain.task import Task
from pmark_desktop.session.columns import row_tone
from pmark_desktop.session.cycle_marks import cycle_marks
from pmark_desktop.session.desk import Desk
from pmark_desktop.session.month import by_day, first_of_month, month_cells, shown_period
from pmark_desktop.session.timeline_sheet import Choice
from pmark_desktop.ui import paper
from pmark_desktop.ui.lettering import Lettering, paper_lettering
from pmark_desktop.ui.markers import draw_marker
from pmark_desktop.ui.month_grid import MonthGrid
from pmark_desktop.ui.month_painter import MonthPainter, MonthPart
from pmark_desktop.ui.paper import Heading, PaintPage
from pmark_desktop.ui.theme import Style
from pmark_desktop.words import STATES, Language, day_words, left_words, pick, title_words
from pmark_desktop.words_deadlines import DeadlineTerm, month_words, say

_LINE_GAP = 5
Page = tuple[Heading, PaintPage]


def month_pdf(style: Style, desk: Desk, choice: Choice, month: date, months: int) -> bytes:
    """Return so many months, the first of which holds `month`, as a PDF.

    Raises:
        StorageError: the installation is incomplete.
    """
    light, letters = paper.light(style), paper_lettering()
    painter = MonthPainter(light, letters)
    pages: list[Page] = []
    for number in range(months):
        here = first_of_month(add_months(month.replace(day=1), number))
        pages += _pages(light, desk, choice, painter, here)
    return paper.pdf(light, letters, pages)


def month_png(style: Style, desk: Desk, grid: MonthGrid) -> bytes:
    """Return the month that is shown as a picture."""
    light, letters = paper.light(style), grid.letters
    painter, part = MonthPainter(light, letters), grid.part()
    heading = _heading(desk, grid.month, style.language)

    def paint(canvas: QPainter, place: QRect) -> None:
        painter.paint(canvas, MonthPart(place, part.cells, part.today))

    return paper.png(light, letters, heading, part.area.size(), paint)


def _heading(desk: Desk, month: date, language: Language) -> Heading:
    span = month_words(month, language, with_year=True)
    title = say(DeadlineTerm.CALENDAR, language)
    return Heading(desk.content.organisation.name, title, span, desk.today)


def _pages(
    style: Style, desk: Desk, choice: Choice, painter: MonthPainter, month: date
) -> Iterator[Page]:
    content, today = desk.content, desk.today
    tasks = by_day(choice.tasks(content.tasks.values()), today)
    marks = cycle_marks(content.cycle, shown_period(month), today)
    cells = month_cells(month, tasks, marks, desk.workspace.office, today)
    heading = _heading(desk, month, style.language)
    yield heading, lambda canvas, place: painter.paint(canvas, MonthPart(place, cells, today))
    letters = painter.letters
    size = paper.room(letters)
    part = MonthPart(QRect(0, 0, size.width(), size.height()), cells, today)
    rest = _rest(painter, part)
    most = size.height() // (letters.height + _LINE_GAP) - 1
    for first in range(0, len(rest), most):
        yield heading, _listing(style, letters, desk, month, rest[first : first + most])


def _rest(painter: MonthPainter, part: MonthPart) -> list[Task]:
    """Return the tasks of the month that are not in its picture."""
    found = []
    for number, cell in enumerate(part.cells):
        if cell.is_inside:
            shown = {line.task.id for line in painter.cell_lines(part, number) if line.task}
            found += [task for task in cell.tasks if task.id not in shown]
    return found


def _listing(
    style: Style, letters: Lettering, desk: Desk, month: date, tasks: Sequence[Task]
) -> PaintPage:
    """Return what paints a list of tasks, a line each."""
    language, today = style.language, desk.today
    step = letters.height + _LINE_GAP

    def paint(canvas: QPainter, place: QRect) -> None:
        canvas.setFont(letters.plain)
        canvas.setPen(QColor(style.colors.text))
        words = month_words(month, language, with_year=True)
        title = say(DeadlineTerm.REST, language, month=words)
        letters.draw_bold(canvas, place.x(), place.y(), title)
        columns = [place.x() + place.width() * part // 100 for part in (2, 14, 26, 72, 88)]
        for row, task in enumerate(tasks, 1):
            top = place.y() + row * step
            draw_marker(canvas, style, row_tone(task, today), place.x() + 8, top + step // 2 - 2)
            canvas.setPen(QColor(style.colors.text))
            state = left_words(task, today, language) or pick(STATES[task.state], language)
            texts = (
                day_words(task.due, language),
                task.id,
                title_words(task, language),
                task.owner,
            )
            ends = [*columns[1:], place.right()]
            for x, end, text in zip(columns, ends, (*texts, state), strict=True):
                letters.draw(canvas, x, top, letters.elided(text, end - x - 6))

    return paint
