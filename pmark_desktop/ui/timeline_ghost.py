"""A task under the hand: where it would go, and what that day would mean."""

from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from pmark_desktop.session.due_moves import Drop
from pmark_desktop.session.timeline import Placed
from pmark_desktop.session.timeline_sheet import Sheet
from pmark_desktop.ui.lettering import Lettering
from pmark_desktop.ui.markers import draw_marker
from pmark_desktop.ui.theme import Style
from pmark_desktop.ui.timeline_inks import Inks


@dataclass(frozen=True, slots=True)
class Ghost:
    """A task under the hand: which one, and what the day below it would mean."""

    placed: Placed
    line: int
    drop: Drop


class Brush(NamedTuple):
    """What painting needs. `corner` is the place of the plane at the left top of the lines."""

    style: Style
    inks: Inks
    letters: Lettering
    line_height: int
    corner: QPoint


def paint_ghost(painter: QPainter, brush: Brush, sheet: Sheet, body: QRect, ghost: Ghost) -> None:
    """Paint a task under the hand over the lines, which lie in `body`."""
    ink, letters, corner = brush.inks, brush.letters, brush.corner
    shift, drop = body.x() - corner.x(), ghost.drop
    color = ink.late if drop.is_wall else ink.soon if drop.is_closed else ink.accent
    x = sheet.scale.middle_of(drop.day) + shift
    left = round(sheet.scale.x_of(drop.day)) + shift
    width = max(round(sheet.scale.pixels), 2)
    tint = QColor(color)
    tint.setAlpha(50)
    painter.fillRect(left, body.y(), width, body.height(), tint)
    painter.setPen(QPen(color, 1, Qt.PenStyle.DashLine))
    painter.drawLine(x, body.y(), x, body.bottom())
    if drop.is_wall and ghost.placed.hard is not None:
        painter.setPen(QPen(ink.late, 3))
        hard = ghost.placed.hard + shift
        painter.drawLine(hard, body.y(), hard, body.bottom())
    top = body.y() + ghost.line * brush.line_height - corner.y()
    draw_marker(painter, brush.style, ghost.placed.tone, x, top + brush.line_height // 2)
    words = ghost_words(ghost)
    size = letters.width(words) + 16, letters.height + 8
    at = QPoint(min(x + 14, body.right() - size[0]), top - size[1] - 2)
    if at.y() < body.y():
        at.setY(top + brush.line_height + 2)
    place = QRect(max(at.x(), body.x()), at.y(), *size)
    painter.setPen(QPen(color, 2))
    painter.setBrush(ink.base)
    painter.drawRect(place)
    painter.setPen(color if drop.is_wall or drop.is_closed else ink.text)
    letters.draw(painter, place.x() + 8, place.y() + 4, words)


def ghost_words(ghost: Ghost) -> str:
    """Return what stands beside a task under the hand."""
    sign = "✕ " if ghost.drop.is_wall else ""
    return f"{sign}{ghost.placed.task.id}  {ghost.drop.words}"
