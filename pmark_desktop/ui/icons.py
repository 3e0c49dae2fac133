"""Icons by name, in the colour of the text they stand beside."""

from pathlib import Path

from PySide6.QtGui import QIcon, QPixmap

_PIXELS = (20, 40)  # as drawn, and for screens of double density


class Icons:
    """The icons of a folder, drawn in one colour (#rrggbb); each is made once."""

    def __init__(self, folder: Path, color: str) -> None:
        self._folder = folder
        self._color = color
        self._made: dict[tuple[str, str], QIcon] = {}

    def get(self, name: str, color: str = "") -> QIcon:
        """Return an icon, in its own colour where one is given."""
        key = (name, color or self._color)
        if key not in self._made:
            self._made[key] = self._draw(*key)
        return self._made[key]

    def program(self) -> QIcon:
        """Return the program's own icon."""
        return QIcon(str(self._folder / "app.svg"))

    def _draw(self, name: str, color: str) -> QIcon:
        source = (self._folder / f"{name}.svg").read_text(encoding="utf-8")
        made = QIcon()
        for pixels in _PIXELS:
            sized = source.replace('width="20" height="20"', f'width="{pixels}" height="{pixels}"')
            pixmap = QPixmap()
            pixmap.loadFromData(sized.replace("<svg ", f'<svg fill="{color}" ', 1).encode(), "SVG")
            made.addPixmap(pixmap)
        return made
