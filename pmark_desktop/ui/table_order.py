"""How the rows of the table are ordered and put together, by clicks on heads and by menus."""

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu

from pmark_desktop.domain.views import Group, SortBy
from pmark_desktop.session.columns import COLUMNS, PLACES
from pmark_desktop.session.layout import Layout
from pmark_desktop.session.sorting import clicked
from pmark_desktop.session.task_model import TaskModel
from pmark_desktop.ui.kept_place import kept_place
from pmark_desktop.ui.shape_menu import ShapeMenus
from pmark_desktop.ui.table_shape import TableShape
from pmark_desktop.ui.task_table import TaskTable
from pmark_desktop.ui.theme import Style


class TableOrder(QObject):
    """Sorts and groups a table, and opens the menus that do.

    Signals:
        changed: order or groups are other ones now.
    """

    changed = Signal()

    def __init__(self, style: Style, table: TaskTable, model: TaskModel, shape: TableShape) -> None:
        super().__init__(table)
        self._table = table
        self._model = model
        self._shape = shape
        self.menus = ShapeMenus(
            style, shape, group=self.set_group, present_group=lambda: model.group,
            sort=self._sort, unsort=self._unsort,
            fold=lambda is_folded: table.fold_all(is_folded=is_folded),
            reset=lambda: shape.apply(Layout()),
        )  # fmt: skip
        self.menu = QMenu(table)
        self.menu.setObjectName("shape_menu")
        self.menu.aboutToShow.connect(lambda: self.menus.fill(self.menu))
        table.heads.sort_wanted.connect(self._sort_by_click)
        table.heads.menu_wanted.connect(self._open_column_menu)

    def set_order(self, order: tuple[SortBy, ...]) -> None:
        """Sort by these columns, the first counting most; by none: the order of the lists."""
        with kept_place(self._table, self._model):
            self._model.set_order(order)
        self.changed.emit()

    def set_group(self, group: Group) -> None:
        """Put the rows together by something."""
        with kept_place(self._table, self._model):
            self._model.set_group(group)
        self.changed.emit()

    def mark_heads(self) -> None:
        """Show on the heads of the columns what the rows are sorted by."""
        order = self._model.order
        self._table.heads.set_order([(PLACES[one.column], one.descends) for one in order])

    def open_current_column(self) -> None:
        """Open the menu of the column that the keys are in, below its head."""
        place = max(self._table.currentIndex().column(), 0)
        rect = self._table.visualRect(self._model.index(self._table.rowAt(0), place))
        self._open_column_menu(place, self._table.viewport().mapToGlobal(rect.topLeft()))

    def _sort_by_click(self, place: int, adds: bool) -> None:
        self.set_order(clicked(self._model.order, COLUMNS[place].name, adds=adds))

    def _sort(self, one: SortBy, adds: bool) -> None:
        others = [held for held in self._model.order if held.column != one.column]
        self.set_order((*others, one) if adds else (one,))

    def _unsort(self, column: str) -> None:
        self.set_order(tuple(one for one in self._model.order if one.column != column))

    def _open_column_menu(self, place: int, at: QPoint) -> None:
        if place >= 0:
            menu = self.menus.column_menu(COLUMNS[place].name, self._table)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(at)
