"""The first columns stay: where cells are, what is at a point, and editing in them."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from pmark_desktop.session.columns import PLACES
from pmark_desktop.session.task_model import TaskModel
from pmark_desktop.ui.task_table import TaskTable
from pmark_desktop.words import Language

ID, TITLE, DUE, NOTE = (PLACES[name] for name in ("id", "title", "due", "note"))


@pytest.fixture
def table(qtbot, style, make_task, make_item):
    model = TaskModel(date(2026, 11, 24), Language.JA, can_edit=True)
    model.reset(
        [make_task(item=make_item(id=f"AUD-{n:02}", title="長い名前の監査" * 9)) for n in range(60)]
    )
    table = TaskTable(model, style)
    table.resize(720, 400)
    table.set_frozen(2)
    qtbot.addWidget(table)
    table.show()
    QApplication.processEvents()
    return table


def scroll(table, pixels):
    table.horizontalScrollBar().setValue(pixels)
    QApplication.processEvents()


def test_a_frozen_cell_stays_where_it_is_and_is_found_there(table):
    before = table.visualRect(table.model().index(3, TITLE))
    scroll(table, 500)
    assert table.visualRect(table.model().index(3, TITLE)) == before
    found = table.indexAt(before.center())
    assert (found.row(), found.column()) == (3, TITLE)
    right = table.indexAt(QPoint(before.right() + 20, before.center().y()))
    assert right.column() > DUE


def test_a_click_on_a_frozen_cell_chooses_it_and_does_not_scroll(table):
    scroll(table, 500)
    place = table.visualRect(table.model().index(2, ID)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert (table.currentIndex().row(), table.currentIndex().column()) == (2, ID)
    assert table.horizontalScrollBar().value() == 500


def test_a_cell_reached_by_keys_is_never_under_the_frozen_ones(table):
    table.setCurrentIndex(table.model().index(0, NOTE))
    scroll(table, table.horizontalScrollBar().maximum())
    for place in range(NOTE - 1, TITLE, -1):
        table.setCurrentIndex(table.model().index(0, place))
        rect = table.visualRect(table.currentIndex())
        assert rect.left() >= table._frozen_width - 1


def test_an_editor_in_a_frozen_column_stands_over_its_cell(table):
    table.set_frozen(3)
    table.resize(1000, 400)
    scroll(table, 600)
    assert DUE in table._frozen
    table.setCurrentIndex(table.model().index(1, DUE))
    table.edit(table.currentIndex())
    editor = next(one for one in table.findChildren(QLineEdit) if one.isVisible())
    assert table.visualRect(table.currentIndex()).intersects(editor.geometry())
    assert editor.geometry().left() < table._frozen_width


def test_frozen_columns_are_painted_where_they_are_said_to_be(table):
    still = table.viewport().grab(table.visualRect(table.model().index(3, TITLE))).toImage()
    scroll(table, 500)
    again = table.viewport().grab(table.visualRect(table.model().index(3, TITLE))).toImage()
    assert again == still


def test_frozen_columns_leave_room_for_the_others(table):
    table.resize(300, 400)
    QApplication.processEvents()
    assert table._frozen == (ID,)
    assert table.frozen_count == 2
    table.resize(720, 400)
    QApplication.processEvents()
    assert table._frozen == (ID, TITLE)


def test_the_first_visible_columns_are_frozen_wherever_they_were_moved(table):
    heads = table.heads
    heads.moveSection(heads.visualIndex(DUE), 0)
    heads.setSectionHidden(ID, True)
    assert table._frozen == (DUE, TITLE)
    scroll(table, 500)
    assert table.visualRect(table.model().index(0, DUE)).left() == 0


def test_a_click_on_a_frozen_head_means_its_column(table, qtbot):
    scroll(table, 500)
    place = QPoint(ID + 40, table.heads.height() // 2)
    with qtbot.waitSignal(table.heads.sort_wanted) as told:
        QTest.mouseClick(
            table.heads.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.ShiftModifier,
            place,
        )
    assert told.args == [ID, True]
    assert table.heads.column_at(place) == ID


@pytest.mark.parametrize("count", [-1, 0, 3, 99])
def test_only_so_many_columns_can_be_frozen(table, count):
    table.resize(2000, 400)
    table.set_frozen(count)
    assert 0 <= table.frozen_count <= 3
