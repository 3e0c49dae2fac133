"""Words that are painted: laid out once for the screen, drawn as searchable text on paper."""

from math import ceil

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics, QFontMetricsF, QPainter, QStaticText

from pmark_desktop.session.timeline import Ruler
from pmark_desktop.workspace.pictures import paper_fonts

_MOST_TEXTS = 20_000
_USUAL_HEIGHT = 16  # pixels of a line that the widths are meant for
_PAPER_PIXELS = 12
# Looked up once: a paint must not build enums.
_ELIDE = Qt.TextElideMode.ElideRight
_PLAIN = Qt.TextFormat.PlainText
_CACHED = QStaticText.PerformanceHint.AggressiveCaching


class Lettering:
    """Draws and measures words in one font, plain and bold.

    On paper words stay words (a print can be searched); on a screen their layout is kept.
    """

    def __init__(self, font: QFont, *, is_paper: bool = False) -> None:
        self.is_paper = is_paper
        self.plain = QFont(font)
        self.bold = QFont(font)
        self.bold.setBold(True)
        self._metrics = QFontMetrics(self.plain)
        self._bold_metrics = QFontMetrics(self.bold)
        self._ascent = self._metrics.ascent()
        self.height = self._metrics.height()
        self._widths = _LetterWidths(QFontMetricsF(self.plain))
        self._texts: dict[tuple[str, bool], QStaticText] = {}
        self._cut: dict[tuple[str, int, bool], str] = {}

    @property
    def stretch(self) -> float:
        """How much larger than usual the letters are, in quarters; 1 at least."""
        return max(round(4 * self.height / _USUAL_HEIGHT) / 4, 1.0)

    def ruler(self, most: int) -> Ruler:
        """Return the ruler of these letters, with labels of at most so many pixels."""
        return Ruler(self.width, self.elided, most)

    def width(self, text: str) -> int:
        """Return how wide a plain text is, by its letters: kerning only makes it narrower.

        Thousands of labels are measured before the first paint; Qt would take 14 µs for each.
        """
        return ceil(sum(map(self._widths.__getitem__, text))) + 1

    def bold_width(self, text: str) -> int:
        """Return how wide a bold text is."""
        return self._bold_metrics.horizontalAdvance(text) + 1

    def elided(self, text: str, width: int, *, is_bold: bool = False) -> str:
        """Return a text cut to a width, with dots where it was cut."""
        key = (text, width, is_bold)
        found = self._cut.get(key)
        if found is None:
            if len(self._cut) > _MOST_TEXTS:
                self._cut.clear()
            metrics = self._bold_metrics if is_bold else self._metrics
            found = self._cut[key] = metrics.elidedText(text.replace("\n", " "), _ELIDE, width)
        return found

    def draw(self, painter: QPainter, x: int, top: int, text: str) -> None:
        """Draw a plain text; the painter has the plain font."""
        if self.is_paper:
            painter.drawText(QPointF(x, top + self._ascent), text)
        else:
            painter.drawStaticText(QPointF(x, top), self._static(text, is_bold=False))

    def draw_bold(self, painter: QPainter, x: int, top: int, text: str) -> None:
        """Draw a bold text; the painter has the plain font before and after."""
        painter.setFont(self.bold)
        if self.is_paper:
            painter.drawText(QPointF(x, top + self._ascent), text)
        else:
            painter.drawStaticText(QPointF(x, top), self._static(text, is_bold=True))
        painter.setFont(self.plain)

    def _static(self, text: str, *, is_bold: bool) -> QStaticText:
        key = (text, is_bold)
        made = self._texts.get(key)
        if made is None:
            if len(self._texts) > _MOST_TEXTS:
                self._texts.clear()
            made = QStaticText(text)
            made.setTextFormat(_PLAIN)
            made.setPerformanceHint(_CACHED)
            self._texts[key] = made
        return made


class _LetterWidths(dict[str, float]):
    """The widths of single letters, each measured once."""

    def __init__(self, metrics: QFontMetricsF) -> None:
        super().__init__()
        self._metrics = metrics

    def __missing__(self, letter: str) -> float:
        width = self[letter] = self._metrics.horizontalAdvance(letter)
        return width


def paper_lettering() -> Lettering:
    """Return the letters of prints: BIZ UDPGothic, which Qt embeds so that it can be searched.

    Raises:
        StorageError: the installation is incomplete.
    """
    families: list[str] = []
    for path in paper_fonts():
        families += QFontDatabase.applicationFontFamilies(_font_id(str(path)))
    font = QFont(families[:1] or ["BIZ UDPGothic"])
    font.setPixelSize(_PAPER_PIXELS)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return Lettering(font, is_paper=True)


_LOADED: dict[str, int] = {}  # Qt loads a file again each time it is asked


def _font_id(file: str) -> int:
    if file not in _LOADED:
        _LOADED[file] = QFontDatabase.addApplicationFont(file)
    return _LOADED[file]
