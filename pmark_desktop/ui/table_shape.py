"""The shape of the table of tasks: which columns where, how wide, frozen, how high, how large."""

from collections.abc import Collection, Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFont, QWheelEvent

from pmark_desktop.domain.views import Group, SortBy
from pmark_desktop.session.columns import COLUMNS, PLACES
from pmark_desktop.session.layout import (
    LEAST_ZOOM,
    MOST_LINES,
    MOST_ZOOM,
    ZOOM_STEP,
    Layout,
    whole_order,
)
from pmark_desktop.ui.task_table import USUAL_HEIGHT, TaskTable

_CONTROL = Qt.KeyboardModifier.ControlModifier


class TableShape(QObject):
    """Gives a table its layout, and reads it off again.

    Signals:
        changed: something about the shape is another now.
    """

    changed = Signal()

    def __init__(self, table: TaskTable) -> None:
        super().__init__(table)
        self._table = table
        self._heads = table.heads
        self._font = QFont(table.font())
        self._usual_scale = table.fontMetrics().height() / USUAL_HEIGHT
        self._zoom = 100
        self._lines = 1
        self.apply(Layout())
        self._heads.sectionMoved.connect(lambda *_: self.changed.emit())
        table.viewport().installEventFilter(self)

    # reading

    def layout_with(self, sort: Sequence[SortBy], group: Group) -> Layout:
        """Return the layout as it is now, with an order and a group."""
        return Layout(
            widths={name: round(self._width(name) / self._scale) for name in PLACES},
            order=self.order(), hidden=frozenset(self._hidden()), frozen=self.frozen,
            lines=self._lines, zoom=self._zoom, sort=tuple(sort), group=group,
        )  # fmt: skip

    def order(self) -> tuple[str, ...]:
        """Return the names of all columns, from left to right."""
        places = (self._heads.logicalIndex(place) for place in range(len(COLUMNS)))
        return tuple(COLUMNS[place].name for place in places)

    def visible(self) -> tuple[str, ...]:
        """Return the names of the columns that are shown, from left to right."""
        return tuple(name for name in self.order() if not self.is_hidden(name))

    def is_hidden(self, name: str) -> bool:
        """Tell whether a column is not shown."""
        return self._heads.isSectionHidden(PLACES[name])

    @property
    def frozen(self) -> int:
        """How many columns stay when one scrolls sideways."""
        return self._table.frozen_count

    @property
    def lines(self) -> int:
        """How many lines of text a row has."""
        return self._lines

    @property
    def zoom(self) -> int:
        """How large everything is, in percent."""
        return self._zoom

    # changing

    def apply(self, layout: Layout) -> None:
        """Give the table this layout, but not its order and group of rows."""
        self._zoom = layout.zoom
        self._set_fonts()
        for column in COLUMNS:
            width = layout.widths.get(column.name, column.width)
            # a hidden section has no width: it is shown first, and hidden below
            self._heads.setSectionHidden(PLACES[column.name], False)
            self._heads.resizeSection(PLACES[column.name], round(width * self._scale))
        self._arrange(whole_order(layout.order))
        for name in PLACES:
            self._heads.setSectionHidden(PLACES[name], name in layout.hidden)
        self._table.set_frozen(layout.frozen)
        self.set_lines(layout.lines)

    def show_columns(self, names: Collection[str]) -> None:
        """Show these columns, in this order, and no others; none known: all as they are."""
        known = [name for name in names if name in PLACES]
        if known:
            self._arrange(whole_order(tuple(known)))
            for name in PLACES:
                self._heads.setSectionHidden(PLACES[name], name not in known)
            self.changed.emit()

    def set_hidden(self, name: str, *, is_hidden: bool) -> None:
        """Hide or show a column; the last one stays."""
        if is_hidden and self.visible() == (name,):
            return
        self._heads.setSectionHidden(PLACES[name], is_hidden)
        self.changed.emit()

    def move(self, name: str, by: int) -> None:
        """Move a column over so many visible ones, to the right or, negative, to the left."""
        visible = self.visible()
        target = visible.index(name) + by
        if 0 <= target < len(visible):
            heads = self._heads
            there = heads.visualIndex(PLACES[visible[target]])
            heads.moveSection(heads.visualIndex(PLACES[name]), there)

    def widen(self, name: str, factor: float) -> None:
        """Make a column so many times as wide."""
        self._heads.resizeSection(PLACES[name], max(24, round(self._width(name) * factor)))

    def set_frozen(self, count: int) -> None:
        """Let so many columns stay when one scrolls sideways."""
        self._table.set_frozen(count)
        self.changed.emit()

    def set_lines(self, lines: int) -> None:
        """Give the rows so many lines of text, 1 to `MOST_LINES`."""
        self._lines = max(1, min(lines, MOST_LINES))
        self._table.set_lines(self._lines)
        self.changed.emit()

    def set_zoom(self, percent: int) -> None:
        """Make everything as large as that, within the limits."""
        zoom = max(LEAST_ZOOM, min(percent, MOST_ZOOM))
        if zoom == self._zoom:
            return
        factor = zoom / self._zoom
        widths = {place: self._heads.sectionSize(place) for place in range(len(COLUMNS))}
        self._zoom = zoom
        self._set_fonts()
        for place, width in widths.items():
            if width:
                self._heads.resizeSection(place, round(width * factor))
        self._table.set_lines(self._lines)
        self.changed.emit()

    def zoom_by(self, steps: int) -> None:
        """Make everything larger, or smaller where negative, by steps of `ZOOM_STEP` percent."""
        self.set_zoom(self._zoom + steps * ZOOM_STEP)

    @property
    def _scale(self) -> float:
        return self._usual_scale * self._zoom / 100

    def _width(self, name: str) -> int:
        """Return the width of a column, also of a hidden one."""
        place = PLACES[name]
        size = self._heads.sectionSize(place)
        if size or not self._heads.isSectionHidden(place):
            return size
        self._heads.blockSignals(True)
        self._heads.setSectionHidden(place, False)
        size = self._heads.sectionSize(place)
        self._heads.setSectionHidden(place, True)
        self._heads.blockSignals(False)
        return size

    def _hidden(self) -> Iterable[str]:
        return (name for name in PLACES if self.is_hidden(name))

    def _arrange(self, order: Sequence[str]) -> None:
        for target, name in enumerate(order):
            self._heads.moveSection(self._heads.visualIndex(PLACES[name]), target)

    def _set_fonts(self) -> None:
        font = QFont(self._font)
        font.setPointSizeF(self._font.pointSizeF() * self._zoom / 100)
        self._table.setFont(font)
        self._heads.setFont(font)
        self._heads.viewport().setFont(font)  # a style sheet keeps it from being inherited

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QWheelEvent) and event.modifiers() & _CONTROL:
            steps = event.angleDelta().y()
            self.zoom_by((steps > 0) - (steps < 0))
            return True
        return super().eventFilter(watched, event)
