"""Painted squares that are kept: what was painted once is only copied while it is panned."""

from collections.abc import Callable, Hashable

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPixmap

SIDE = 256
"""How wide and high a tile is at most, in pixels."""
_MOST = 96  # 256 KiB each at usual density: 24 MiB
PaintTile = Callable[[QPainter, QRect], None]


class Tiles:
    """Pictures of pieces of a plane; the ones painted first go first."""

    def __init__(self) -> None:
        self._made: dict[Hashable, QPixmap] = {}

    def clear(self) -> None:
        """Forget all: what they show has changed."""
        self._made.clear()

    def draw(
        self, painter: QPainter, layer: str, area: QRect, corner: tuple[int, int], paint: PaintTile
    ) -> None:
        """Draw the piece of the plane whose left top is `corner` into `area`.

        `paint` is called with a painter and the piece of the plane it has to paint, for what
        is not kept; its painter's coordinates are those of the plane.
        """
        ratio = painter.device().devicePixelRatioF()
        left, top = corner
        for row in range(top // SIDE, (top + area.height() - 1) // SIDE + 1):
            for column in range(left // SIDE, (left + area.width() - 1) // SIDE + 1):
                key = (layer, column, row, ratio)
                tile = self._made.get(key)
                if tile is None:
                    place = QRect(column * SIDE, row * SIDE, SIDE, SIDE)
                    tile = self._keep(key, place, ratio, paint)
                x, y = area.x() + column * SIDE - left, area.y() + row * SIDE - top
                painter.drawPixmap(x, y, tile)

    def _keep(self, key: Hashable, place: QRect, ratio: float, paint: PaintTile) -> QPixmap:
        side = round(SIDE * ratio)
        made = QPixmap(side, side)
        made.setDevicePixelRatio(ratio)
        inside = QPainter(made)
        try:
            inside.translate(-place.x(), -place.y())
            paint(inside, place)
        finally:
            inside.end()
        if len(self._made) >= _MOST:
            del self._made[next(iter(self._made))]
        self._made[key] = made
        return made
