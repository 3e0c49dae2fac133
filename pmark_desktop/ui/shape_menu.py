"""The menus of the table's shape: groups, order, columns, what is frozen, heights, size."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from pmark_desktop.domain.views import Group, SortBy
from pmark_desktop.session.layout import MOST_FROZEN, MOST_LINES
from pmark_desktop.ui.staying_menu import StayingMenu, emptied
from pmark_desktop.ui.table_shape import TableShape
from pmark_desktop.ui.theme import Style
from pmark_desktop.words import FIELDS, pick
from pmark_desktop.words_finding import GROUPS

translate = QCoreApplication.translate
_WIDER = 1.25
Act = Callable[[], object]


class ShapeMenus:
    """Makes the menu of a column and that of the whole table.

    `sort` sorts by a column, beside the present ones or instead; `unsort` sorts by none of it.
    """

    def __init__(
        self,
        style: Style,
        shape: TableShape,
        *,
        group: Callable[[Group], object],
        present_group: Callable[[], Group],
        sort: Callable[[SortBy, bool], object],
        unsort: Callable[[str], object],
        fold: Callable[[bool], object],
        reset: Act,
    ) -> None:
        self._style = style
        self._shape = shape
        self._group = group
        self._present_group = present_group
        self._sort = sort
        self._unsort = unsort
        self._fold = fold
        self._reset = reset

    def column_menu(self, name: str, parent: QWidget) -> QMenu:
        """Return the menu of one column."""
        menu = QMenu(self._head(name), parent)
        menu.setObjectName("column_menu")
        self._fill_order(menu, name)
        menu.addSeparator()
        shape, visible = self._shape, self._shape.visible()
        place = visible.index(name) if name in visible else 0
        hide = self._add(
            menu,
            translate("ShapeMenus", "この列を隠す(&H)"),
            "hide_column",
            lambda: shape.set_hidden(name, is_hidden=True),
        )
        hide.setEnabled(len(visible) > 1)
        left = self._add(
            menu,
            translate("ShapeMenus", "左へ動かす(&L)"),
            "move_left",
            lambda: shape.move(name, -1),
        )
        left.setEnabled(place > 0)
        right = self._add(
            menu,
            translate("ShapeMenus", "右へ動かす(&R)"),
            "move_right",
            lambda: shape.move(name, 1),
        )
        right.setEnabled(place + 1 < len(visible))
        self._add(
            menu,
            translate("ShapeMenus", "幅を広げる(&W)"),
            "widen",
            lambda: shape.widen(name, _WIDER),
        )
        self._add(
            menu,
            translate("ShapeMenus", "幅を狭める(&N)"),
            "narrow",
            lambda: shape.widen(name, 1 / _WIDER),
        )
        freeze = self._add(
            menu,
            translate("ShapeMenus", "ここまで固定(&F)"),
            "freeze_here",
            lambda: shape.set_frozen(place + 1),
        )
        freeze.setEnabled(place < MOST_FROZEN)
        menu.addSeparator()
        menu.addMenu(self._columns(menu))
        return menu  # fmt: skip

    def fill(self, menu: QMenu) -> None:
        """Fill the menu of the whole table anew."""
        emptied(menu)
        menu.addMenu(self._groups(menu))
        menu.addMenu(self._orders(menu))
        menu.addSeparator()
        menu.addMenu(self._columns(menu))
        menu.addMenu(self._frozen(menu))
        menu.addMenu(self._lines(menu))
        menu.addMenu(self._zoom(menu))
        menu.addSeparator()
        self._add(menu, translate("ShapeMenus", "列を元に戻す(&Z)"), "reset_columns", self._reset)

    def _groups(self, parent: QMenu) -> QMenu:
        menu = QMenu(translate("ShapeMenus", "まとめ(&G)"), parent)
        menu.setObjectName("group_menu")
        self._choices(
            menu,
            [
                (pick(GROUPS[group], self._style.language), group.value, group is self._present_group(),
                 partial(self._group, group))
                for group in Group
            ],
        )  # fmt: skip
        menu.addSeparator()
        has_groups = self._present_group() is not Group.NONE
        for words, name, is_folded in (
            (translate("ShapeMenus", "すべて閉じる"), "fold_all", True),
            (translate("ShapeMenus", "すべて開く"), "open_all", False),
        ):
            action = self._add(menu, words, name, partial(self._fold, is_folded))
            action.setEnabled(has_groups)
        return menu

    def _orders(self, parent: QMenu) -> QMenu:
        menu = QMenu(translate("ShapeMenus", "並べ替え(&S)"), parent)
        menu.setObjectName("order_menu")
        for name in self._shape.visible():
            column = QMenu(self._head(name), menu)
            self._fill_order(column, name)
            menu.addMenu(column)
        return menu

    def _fill_order(self, menu: QMenu, name: str) -> None:
        up, down = SortBy(name), SortBy(name, True)
        for words, code, one, adds in (
            (translate("ShapeMenus", "昇順(&A)"), "up", up, False),
            (translate("ShapeMenus", "降順(&D)"), "down", down, False),
            (translate("ShapeMenus", "昇順を並べ替えに追加"), "add_up", up, True),
            (translate("ShapeMenus", "降順を並べ替えに追加"), "add_down", down, True),
        ):
            self._add(menu, words, f"sort_{code}", partial(self._sort, one, adds))
        self._add(
            menu, translate("ShapeMenus", "この列の並べ替えをやめる"), "sort_off",
            lambda: self._unsort(name),
        )  # fmt: skip

    def _columns(self, parent: QMenu) -> QMenu:
        menu = StayingMenu(translate("ShapeMenus", "表示する列(&C)"), parent)
        menu.setObjectName("columns_menu")
        for name in self._shape.order():
            action = menu.addAction(self._head(name))
            action.setObjectName(f"show_{name}")
            action.setCheckable(True)
            action.setChecked(not self._shape.is_hidden(name))
            action.triggered.connect(
                lambda checked, name=name: self._shape.set_hidden(name, is_hidden=not checked)
            )
        return menu

    def _frozen(self, parent: QMenu) -> QMenu:
        menu = QMenu(translate("ShapeMenus", "固定する列(&F)"), parent)
        menu.setObjectName("frozen_menu")
        words = translate("ShapeMenus", "左から{0}列")
        nothing = translate("ShapeMenus", "固定しない")
        self._choices(
            menu,
            [
                (words.format(count) if count else nothing, str(count), count == self._shape.frozen,
                 partial(self._shape.set_frozen, count))
                for count in range(MOST_FROZEN + 1)
            ],
        )  # fmt: skip
        return menu

    def _lines(self, parent: QMenu) -> QMenu:
        menu = QMenu(translate("ShapeMenus", "行の高さ(&H)"), parent)
        menu.setObjectName("lines_menu")
        words = translate("ShapeMenus", "{0}行")
        self._choices(
            menu,
            [
                (words.format(count), str(count), count == self._shape.lines,
                 partial(self._shape.set_lines, count))
                for count in range(1, MOST_LINES + 1)
            ],
        )  # fmt: skip
        return menu

    def _zoom(self, parent: QMenu) -> QMenu:
        shape = self._shape
        title = translate("ShapeMenus", "文字の大きさ(&Z) {0}%").format(shape.zoom)
        menu = QMenu(title, parent)
        menu.setObjectName("zoom_menu")
        self._add(menu, translate("ShapeMenus", "大きく"), "larger", lambda: shape.zoom_by(1))
        self._add(menu, translate("ShapeMenus", "小さく"), "smaller", lambda: shape.zoom_by(-1))
        self._add(menu, translate("ShapeMenus", "標準(100%)"), "usual", lambda: shape.set_zoom(100))
        return menu

    def _choices(self, menu: QMenu, choices: list[tuple[str, str, bool, Act]]) -> None:
        """Add choices of which one is the present one: words, name, whether it is, act."""
        group = QActionGroup(menu)
        for words, name, is_present, act in choices:
            action = self._add(menu, words, name, act)
            action.setCheckable(True)
            action.setChecked(is_present)
            group.addAction(action)

    def _add(self, menu: QMenu, words: str, name: str, act: Act) -> QAction:
        action = menu.addAction(words)
        action.setObjectName(name)
        action.triggered.connect(lambda _checked=False: act())
        return action

    def _head(self, name: str) -> str:
        return pick(FIELDS[name], self._style.language).replace("&", "&&")
