"""A walk through all that can be seen of an open workspace, for tests of what holds everywhere."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QScrollArea,
    QTabBar,
    QTabWidget,
    QWidget,
)

from pmark_desktop.domain.views import Group
from pmark_desktop.ui import navigation


def places(window) -> Iterator[str]:
    """Show each page and panel, one after the other, and yield what it is."""
    view = window.view
    for page in (navigation.OVERVIEW, navigation.EVIDENCE, navigation.LOG, navigation.DEADLINES):
        view.show_page(page)
        yield _shown(page)
    view._pages[navigation.DEADLINES].show_mode(is_timeline=False)
    yield _shown("calendar")
    view.show_page(navigation.SETTINGS)
    tabs = window.findChild(QTabWidget, "settings_tabs")
    for place in range(tabs.count()):
        tabs.setCurrentIndex(place)
        yield _shown(f"settings {place + 1}")
    view.show_own_item(window.desk.content.lists[0].key, "")
    yield _shown("own item")
    view.show_page("event")
    yield _shown("event")
    view.show_retired()
    yield _shown("retired")
    view.show_list_import()
    yield _shown("list import")
    view.show_page(navigation.ALL)
    yield _shown("tasks")
    view.toggle_steps()
    yield _shown("steps")
    view.toggle_steps()
    view.tasks.arranging.set_group(Group.OWNER)
    view.tasks.table.selectAll()
    view.tasks._side.settle()
    yield _shown("groups and bulk")


def _shown(name: str) -> str:
    QApplication.processEvents()
    return name


def focusable(root: QWidget) -> list[QWidget]:
    """Return what takes the keys by Tab below a widget, as far as it can be seen."""
    return [
        one
        for one in (root, *root.findChildren(QWidget))
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.isVisibleTo(root)
        and one.isEnabledTo(root)
        and one.focusProxy() is None
        and not _is_part(one)
    ]


def _is_part(one: QWidget) -> bool:
    """Tell whether the widget around has the name: of a viewport, or of the line of a box."""
    above = one.parentWidget()
    is_viewport = isinstance(above, QAbstractScrollArea) and one is above.viewport()
    is_line = isinstance(above, QComboBox | QAbstractSpinBox)
    return is_viewport or isinstance(one, QTabBar) or type(one) is QScrollArea or is_line


def name_of(one: QWidget) -> str:
    """Return the name that a screen reader is given."""
    found = QAccessible.queryAccessibleInterface(one)
    return found.text(QAccessible.Text.Name) if found is not None else ""


def described(one: QWidget) -> str:
    """Return which widget it is, for the message of a test that failed."""
    above, names = one, []
    while above is not None and len(names) < 3:
        names.append(above.objectName() or type(above).__name__)
        above = above.parentWidget()
    return " < ".join(names)
