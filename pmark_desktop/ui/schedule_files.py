"""The files that a person ticks for the daily run."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from pmark_desktop.ui.fields import letter_width
from pmark_desktop.words import Language
from pmark_desktop.words_schedule import missing_words

_LETTERS = 42  # full-width letters of a path; the rest is in the tip
_MOST_LINES = 5


class ScheduleFiles(QScrollArea):
    """A tick box for each file; many files scroll.

    Signals:
        changed: other files are ticked now.
    """

    changed = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("schedule_files")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self._language = language
        self._boxes: dict[Path, QCheckBox] = {}
        self._missing: frozenset[Path] = frozenset()

    @property
    def ticked(self) -> tuple[Path, ...]:
        """The files that are ticked, in the order they stand."""
        return tuple(path for path, box in self._boxes.items() if box.isChecked())

    def show_files(
        self, files: Sequence[Path], ticked: Iterable[Path], missing: frozenset[Path]
    ) -> None:
        """Show these files; those in `missing` are not there any more and start unticked."""
        wanted, self._missing = frozenset(ticked) - missing, missing
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._boxes = {path: self._box(path, path in wanted) for path in files}
        for box in self._boxes.values():
            column.addWidget(box)
        column.addStretch(1)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)  # after setWidget, which asks for one
        lines = min(len(self._boxes), _MOST_LINES)
        height = sum(box.sizeHint().height() + 4 for box in [*self._boxes.values()][:lines])
        self.setFixedHeight(height + 2)

    def _box(self, path: Path, is_ticked: bool) -> QCheckBox:
        box = QCheckBox()
        width = letter_width(self) * _LETTERS
        short = self.fontMetrics().elidedText(str(path), Qt.TextElideMode.ElideMiddle, width)
        gone = f"  {missing_words(self._language)}" if path in self._missing else ""
        box.setText(f"{short}{gone}".replace("&", "&&"))
        box.setToolTip(str(path))
        box.setAccessibleName(f"{path}{gone}")
        box.setChecked(is_ticked)
        box.toggled.connect(self.changed)
        return box
