"""カレンダー by mouse and keys."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from pmark_desktop.domain.errors import Why
from pmark_desktop.ui.month_view import MonthView

LEFT = Qt.MouseButton.LeftButton
ALT = Qt.KeyboardModifier.AltModifier
TASK = "CERT-12"  # due 2027-03-19 (Fri), hard due 2027-06-21


@pytest.fixture
def view(qtbot, style, desk):
    made = MonthView(style, desk)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    made.refresh()
    made.grid.setFocus()
    return made


def drag(view, task, day):
    start, end = view.grid.place_of(task), view.grid.place_of_day(day)
    QTest.mousePress(view.grid, LEFT, pos=start)
    QTest.mouseMove(view.grid, start + QPoint(15, 5))
    QTest.mouseMove(view.grid, end)
    part = view.grid.part()
    view.grab()
    QTest.mouseRelease(view.grid, LEFT, pos=end)
    return part


def text_of(view, name):
    return view.findChild(QLabel, name).text()


def test_keys_go_by_day_week_and_month(view):
    grid = view.grid
    for key, expected in (
        (Qt.Key.Key_Right, date(2026, 11, 25)),
        (Qt.Key.Key_Down, date(2026, 12, 2)),
        (Qt.Key.Key_PageDown, date(2027, 1, 2)),
        (Qt.Key.Key_PageUp, date(2026, 12, 2)),
        (Qt.Key.Key_Left, date(2026, 12, 1)),
        (Qt.Key.Key_Home, date(2026, 11, 24)),
    ):
        QTest.keyClick(grid, key)
        assert grid.chosen == expected
    assert "2026/11/24(火)" in grid.accessibleName()


def test_the_chosen_day_and_its_tasks_stand_beside(view):
    view.grid.choose(date(2026, 11, 27))
    assert text_of(view, "month_day") == "2026/11/27(金)"
    assert view.list.count() == len(view.grid.cell.tasks) > 1
    view.grid.choose(date(2026, 11, 23))
    assert text_of(view, "month_day_about").splitlines()[0] == "勤労感謝の日"
    assert "期限のタスクはありません" in text_of(view, "month_day_about")


def test_anchors_stand_on_their_days(view):
    view.grid.choose(date(2027, 2, 22))
    assert "受付開始日" in text_of(view, "month_day_about")
    view.grab()


def test_enter_opens_the_one_task_of_a_day(view, qtbot):
    view.grid.choose(date(2026, 11, 13))
    assert view.list.count() == 1
    with qtbot.waitSignal(view.task_wanted) as caught:
        QTest.keyClick(view.grid, Qt.Key.Key_Return)
    assert caught.args == ["ORG-05@e1"]


def test_enter_goes_to_the_list_of_several_and_opens_from_there(view, qtbot):
    view.grid.choose(date(2026, 11, 27))
    QTest.keyClick(view.grid, Qt.Key.Key_Return)
    with qtbot.waitSignal(view.task_wanted) as caught:
        QTest.keyClick(view.list, Qt.Key.Key_Return)
    assert caught.args == [view.grid.cell.tasks[0].id]


def test_a_task_dragged_to_another_day_is_moved_and_undo_brings_it_back(view, desk):
    view.grid.choose(date(2027, 3, 1))
    part = drag(view, TASK, date(2027, 3, 10))
    assert part.drop.day == date(2027, 3, 10)
    assert desk.content.tasks[TASK].due == date(2027, 3, 10)
    assert desk.content.tasks[TASK].pinned
    desk.stack.undo()
    assert desk.content.tasks[TASK].due == date(2027, 3, 19)


def test_a_drop_after_the_hard_due_is_refused(view, desk):
    refused = []
    desk.refused.connect(refused.append)
    desk.edit(TASK, "due", "2027/06/15")
    view.grid.choose(date(2027, 6, 1))
    part = drag(view, TASK, date(2027, 6, 25))
    assert part.drop.is_wall
    assert [error.why for error in refused] == [Why.DUE_AFTER_HARD_DUE]
    assert desk.content.tasks[TASK].due == date(2027, 6, 15)


def test_alt_and_arrows_in_the_list_move_a_task(view, desk):
    view.grid.choose(date(2027, 3, 19))
    view.list.choose(TASK)
    QTest.keyClick(view.list, Qt.Key.Key_Right, ALT)
    assert desk.content.tasks[TASK].due == date(2027, 3, 20)
    assert (view.grid.chosen, view.list.current()) == (date(2027, 3, 20), TASK)


def test_what_finds_no_room_is_counted(view, desk):
    view.grid.choose(date(2026, 11, 20))
    number = [cell.day for cell in view.grid._cells].index(date(2026, 11, 20))
    lines = list(view.grid._painter.cell_lines(view.grid.part(), number))
    assert lines[-1].more == len(view.grid.cell.tasks) - len(lines) + 1 > 0


def test_a_day_beside_the_month_turns_to_its_month(view):
    QTest.mouseClick(view.grid, LEFT, pos=view.grid.place_of_day(date(2026, 12, 4)))
    assert (view.grid.chosen, view.grid.month) == (date(2026, 12, 4), date(2026, 12, 1))


def test_the_ends_of_what_can_be_shown_stay_the_ends(view):
    view.grid.choose(date(9999, 12, 31))
    QTest.keyClick(view.grid, Qt.Key.Key_PageDown)
    assert view.grid.chosen == date(2199, 12, 31)
    view.grid.choose(date(1, 1, 1))
    assert view.grid.month == date(1902, 1, 1)
