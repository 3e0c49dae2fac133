"""年表 by mouse and keys: what is dragged there is in the file, and undo brings it back."""

import sqlite3
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from pmark_desktop.domain.errors import Why
from pmark_desktop.domain.task import State
from pmark_desktop.session.time_scale import Zoom
from pmark_desktop.session.timeline_sheet import Choice
from pmark_desktop.ui.timeline_view import TimelineView

LEFT = Qt.MouseButton.LeftButton
CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
TASK = "CERT-12"  # due 2027-03-19 (Fri), hard due 2027-06-21


@pytest.fixture
def view(qtbot, style, desk):
    made = TimelineView(style, desk)
    qtbot.addWidget(made)
    made.resize(1000, 560)
    made.show()
    made.set_zoom(Zoom.DAY)
    made.setFocus()
    return made


def due_in_file(desk, task=TASK):
    link = sqlite3.connect(f"{desk.workspace.path.as_uri()}?mode=ro", uri=True)
    found = link.execute("SELECT due, pinned FROM task WHERE id = ?", (task,)).fetchone()
    link.close()
    return found


def drag(view, days, task=TASK, *, drops=True):
    """Drag a task so many days along, as a hand does."""
    view.choose(task)
    start = view.place_of(task)
    end = start + QPoint(round(days * view.sheet.scale.pixels), 1)
    surface = view.viewport()
    QTest.mousePress(surface, LEFT, pos=start)
    for part in (0.3, 0.7, 1.0):
        QTest.mouseMove(surface, start + (end - start) * part)
    if drops:
        QTest.mouseRelease(surface, LEFT, pos=end)
    return end


def said(desk):
    """Collect what the desk refuses."""
    found = []
    desk.refused.connect(found.append)
    return found


@pytest.mark.parametrize("zoom", Zoom)
def test_a_task_dropped_on_another_day_is_in_the_file_and_undo_brings_it_back(view, desk, zoom):
    before = due_in_file(desk)
    view.set_zoom(zoom)
    drag(view, 10)
    moved = date.fromisoformat(due_in_file(desk)[0])
    assert moved == date(2027, 3, 29)
    assert due_in_file(desk)[1] == 1  # pinned: set by hand
    assert desk.content.tasks[TASK].due == moved
    assert desk.stack.count() == 1
    desk.stack.undo()
    assert due_in_file(desk) == before
    log = desk.workspace.history(TASK)
    assert [entry.act for entry in log if entry.field == "due"][-2:] == ["set due", "undo"]


def test_what_was_moved_is_shown_where_it_is_now(view, desk):
    drag(view, -4)
    found = view.sheet.timeline.task(TASK)
    assert view.sheet.scale.day_at(found.at) == date(2027, 3, 15) == desk.content.tasks[TASK].due


def test_a_drop_after_the_hard_due_is_refused_and_changes_nothing(view, desk):
    refused, before = said(desk), due_in_file(desk)
    view.set_zoom(Zoom.MONTH)
    end = drag(view, 100, drops=False)
    assert view.part().ghost.drop.is_wall
    assert "絶対期限 2027/06/21(月) より後には移せません" in view.part().ghost.drop.words
    view.grab()
    QTest.mouseRelease(view.viewport(), LEFT, pos=end)
    assert [error.why for error in refused] == [Why.DUE_AFTER_HARD_DUE]
    assert due_in_file(desk) == before
    assert desk.stack.count() == 0


def test_a_closed_day_under_the_hand_is_marked_as_one(view):
    drag(view, 1, drops=False)  # from Friday to Saturday
    ghost = view.part().ghost
    assert (ghost.drop.day, ghost.drop.is_closed) == (date(2027, 3, 20), True)
    assert ghost.drop.words == "2027/03/20(土)  休業日: 土日"


def test_escape_gives_the_task_back(view, desk):
    before = due_in_file(desk)
    end = drag(view, 5, drops=False)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    QTest.mouseRelease(view.viewport(), LEFT, pos=end)
    assert view.part().ghost is None
    assert due_in_file(desk) == before


@pytest.mark.parametrize("state", [State.DONE, State.EXCLUDED])
def test_a_closed_task_cannot_be_dragged_and_it_is_said_why(view, desk, state):
    desk.edit(TASK, "reason", "別の記録で確認済み")
    desk.edit(TASK, "state", state.value)
    view.refresh()
    hints, before = [], due_in_file(desk)
    view.hinted.connect(hints.append)
    drag(view, 5)
    assert due_in_file(desk) == before
    assert any("期限は移せません" in hint for hint in hints)


def test_a_click_without_a_move_changes_nothing(view, desk):
    before = due_in_file(desk)
    view.choose(TASK)
    QTest.mouseClick(view.viewport(), LEFT, pos=view.place_of(TASK))
    assert due_in_file(desk) == before
    assert view.current == TASK


@pytest.mark.parametrize(
    ("key", "modifiers", "expected"),
    [
        (Qt.Key.Key_Right, ALT, "2027-03-20"),
        (Qt.Key.Key_Left, ALT, "2027-03-18"),
        (Qt.Key.Key_Right, ALT | SHIFT, "2027-03-23"),  # over the weekend and 振替休日
    ],
)
def test_alt_and_arrows_move_the_current_task_by_a_day_or_business_day(
    view, desk, key, modifiers, expected
):
    view.choose(TASK)
    QTest.keyClick(view, key, modifiers)
    assert due_in_file(desk) == (expected, 1)
    assert view.current == TASK


def test_alt_and_arrows_do_nothing_while_no_task_is_current(view, desk):
    QTest.keyClick(view, Qt.Key.Key_Right, ALT)
    assert desk.stack.count() == 0


def test_enter_and_double_click_open_the_task(view, qtbot):
    view.choose(TASK)
    with qtbot.waitSignal(view.task_wanted) as caught:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert caught.args == [TASK]
    with qtbot.waitSignal(view.task_wanted) as caught:
        QTest.mouseDClick(view.viewport(), LEFT, pos=view.place_of(TASK))
    assert caught.args == [TASK]


def test_arrow_keys_walk_from_task_to_task_and_say_each(view, desk):
    QTest.keyClick(view, Qt.Key.Key_Right)
    first = view.current
    assert first in view.accessibleName()
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.current != first
    task = desk.content.tasks[view.current]
    assert task.item.title in view.accessibleDescription()
    assert f"{task.due:%Y/%m/%d}" in view.accessibleDescription()
    placed = view.sheet.timeline.task(view.current)
    left = view.horizontalScrollBar().value()
    assert left <= placed.at <= left + view.viewport().width()


def test_every_task_can_be_reached_by_arrow_keys(view):
    view.show_only(Choice("CERT"))
    seen = set()
    view.choose(next(iter(view.sheet.timeline.places)))
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
        for _ in range(len(view.sheet.timeline.places)):
            QTest.keyClick(view, key)
            seen.add(view.current)
    assert seen == set(view.sheet.timeline.places)


def test_zooming_keeps_the_day_under_the_pointer(view):
    view.show_today()
    x = 300
    day = view.sheet.scale.days_at(view.horizontalScrollBar().value() + x)
    for turn in (-120, -120, 120, 120):
        wheel(view, turn, CTRL, x)
        here = view.sheet.scale.days_at(view.horizontalScrollBar().value() + x)
        assert abs(here - day) < 0.5  # a pixel at month zoom is a third of a day
    assert view.zoom is Zoom.DAY


def wheel(view, turned, modifiers=Qt.KeyboardModifier.NoModifier, x=300):
    place = QPointF(x, 200)
    event = QWheelEvent(
        place, view.viewport().mapToGlobal(place), QPoint(), QPoint(0, turned),
        Qt.MouseButton.NoButton, modifiers, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)


def test_plus_and_minus_zoom(view):
    QTest.keyClick(view, Qt.Key.Key_Minus)
    assert view.zoom is Zoom.WEEK
    QTest.keyClick(view, Qt.Key.Key_Plus, SHIFT)
    assert view.zoom is Zoom.DAY


def test_shift_and_wheel_and_ctrl_arrows_pan(view):
    bar = view.horizontalScrollBar()
    view.show_today()
    before = bar.value()
    wheel(view, -120, SHIFT)
    assert bar.value() > before
    QTest.keyClick(view, Qt.Key.Key_Left, CTRL)
    assert bar.value() < before + 120


def test_empty_ground_is_panned_by_hand(view):
    view.show_today()
    across = view.horizontalScrollBar()
    before = across.value()
    place = QPoint(500, view._head() + 3)  # the heading of a lane holds no task
    QTest.mousePress(view.viewport(), LEFT, pos=place)
    QTest.mouseMove(view.viewport(), place - QPoint(70, 0))
    QTest.mouseRelease(view.viewport(), LEFT, pos=place - QPoint(70, 0))
    assert across.value() == before + 70


def test_home_brings_today_into_sight(view, desk):
    view.horizontalScrollBar().setValue(0)
    QTest.keyClick(view, Qt.Key.Key_Home)
    x = view.sheet.scale.middle_of(desk.today) - view.horizontalScrollBar().value()
    assert 0 < x < view.viewport().width()


def tip_at(view, place):
    QApplication.sendEvent(
        view.viewport(),
        QHelpEvent(QEvent.Type.ToolTip, place, view.viewport().mapToGlobal(place)),
    )
    return QToolTip.text()


def test_a_tip_tells_the_task_and_why_a_day_is_closed(view):
    view.choose(TASK)
    place = view.place_of(TASK)
    tip = tip_at(view, place)
    assert all(part in tip for part in (TASK, "2027/03/19(金)", "あと115日", "絶対期限"))
    view._show_days_at((date(2027, 5, 3) - view.sheet.scale.first).days, 100)
    assert "憲法記念日" in tip_at(view, QPoint(110, view._head() - 40))


def test_another_day_moves_today(view, desk, qtbot):
    desk.clock._day = desk.today + timedelta(days=30)
    view.refresh()
    flag = next(flag for row in view.sheet.flags for flag in row if flag.is_today)
    assert flag.text == "今日 12/24(木)"


def test_the_place_in_sight_stays_when_something_changes(view, desk):
    view.choose(TASK)
    across, down = view.horizontalScrollBar(), view.verticalScrollBar()
    before = across.value(), down.value()
    desk.edit("ORG-17", "note", "x")
    view.refresh()
    assert (across.value(), down.value()) == before


def test_only_what_is_in_sight_is_painted(view, monkeypatch):
    painted = []
    paint = view._painter._paint_task
    monkeypatch.setattr(
        view._painter, "_paint_task", lambda *a: (painted.append(a[1].task.id), paint(*a))
    )
    view.set_zoom(Zoom.WEEK)
    view.grab()
    assert 0 < len(set(painted)) < len(view.sheet.timeline.places) / 2


def test_a_refresh_without_a_change_makes_nothing_anew(view, desk):
    before = view.sheet
    view.refresh()
    assert view.sheet is before
    desk.edit(TASK, "note", "x")
    view.refresh()
    assert view.sheet is not before


def test_panning_back_paints_nothing_anew(view, monkeypatch):
    view.show_today()
    view.grab()
    bar = view.horizontalScrollBar()
    bar.setValue(bar.value() + 40)
    view.grab()
    bar.setValue(bar.value() - 40)
    monkeypatch.setattr(view._painter, "_paint_body", None)  # a call would fail
    assert not view.grab().isNull()


def test_with_all_tasks_waiting_it_is_said_what_to_do(view, desk, monkeypatch):
    waiting = {id_: task for id_, task in desk.content.tasks.items() if task.due is None}
    assert waiting
    from dataclasses import replace

    desk.workspace.content = replace(desk.content, tasks=waiting)
    view.refresh()
    view.grab()
    assert "起点の日" in view._empty_words()
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.current is None


def test_an_empty_workspace_is_shown_all_the_same(view, desk):
    from dataclasses import replace

    desk.workspace.content = replace(desk.content, tasks={}, lists=())
    view.refresh()
    assert not view.grab().isNull()
    assert "タスクがありません" in view._empty_words()


def test_in_a_read_only_file_nothing_is_dragged(qtbot, style, sample, today):
    from pmark_desktop.session.day_clock import DayClock
    from pmark_desktop.session.desk import Desk
    from pmark_desktop.workspace.workspace import Workspace

    with Workspace(sample, by="x", to_write=False) as workspace:
        desk = Desk(workspace, DayClock(today), style.language)
        view = TimelineView(style, desk)
        qtbot.addWidget(view)
        view.resize(1000, 560)
        view.show()
        hints, before = [], due_in_file(desk)
        view.hinted.connect(hints.append)
        drag(view, 20)
        QTest.keyClick(view, Qt.Key.Key_Right, ALT)
        assert due_in_file(desk) == before
        assert [hint for hint in hints if hint] == ["読み取り専用のため、期限は移せません。"] * 2
