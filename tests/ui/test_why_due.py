"""Why a due is on its day: below it in the detail, and as the tool tip of its cell."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from pmark_desktop.domain.closed_spans import Whose
from pmark_desktop.session.columns import PLACES
from pmark_desktop.session.task_model import TaskModel
from pmark_desktop.ui.task_page import TaskPage
from pmark_desktop.words import Language

_TIP = Qt.ItemDataRole.ToolTipRole


@pytest.fixture
def page(qtbot, style, desk, store):
    made = TaskPage(style, desk, store)
    desk.changed.connect(made.refresh)
    qtbot.addWidget(made)
    yield made
    made.stop()


def why(page):
    return page.findChild(QLabel, "detail_why_due")


def tip(page, task, column="due"):
    index = page.model.index(page.model.row_of(task), PLACES[column])
    return index.data(_TIP)


def test_the_detail_says_what_moved_a_due(qtbot, page, desk):
    page.show_task("LAW-05")
    qtbot.waitUntil(lambda: why(page).text() != "")
    assert why(page).text() == "2027/01/03(日)は休業日のため前の営業日"
    assert "→ 前の営業日 2026/12/28(月)" in why(page).toolTip()
    page.show_task(next(id_ for id_ in desk.content.tasks if "休業日" not in tip(page, id_)))
    assert why(page).text() == ""
    assert why(page).isHidden()


def test_it_follows_closed_days_and_their_undo(qtbot, page, desk):
    page.show_task("LAW-05")
    desk.add_closed_day(Whose.COMPANY, "年末の休み", "2026/12/25", "2027/1/5", every_year=False)
    qtbot.waitUntil(lambda: "年末の休み" in why(page).toolTip())
    assert "2026/12/24(木)" in page.findChild(QLabel, "detail_due").text()
    desk.stack.undo()
    qtbot.waitUntil(lambda: "年末の休み" not in why(page).toolTip())


def test_the_tool_tip_of_a_due_tells_it_step_by_step(page):
    assert "決まり: 2027/01/03(日)" in tip(page, "LAW-05")
    assert "休業日:\n  2027/01/03(日) 土日" in tip(page, "LAW-05", "left")
    assert "休業日" not in tip(page, "LAW-05", "title")


def test_a_tool_tip_is_worked_out_only_when_it_is_asked_for(desk, today):
    asked = []

    def why_due(task, day):
        asked.append((task.id, day))
        return "<b>理由</b>"

    model = TaskModel(today, Language.JA, can_edit=False, why_due=why_due)
    model.reset(desk.content.tasks.values())
    for row in range(model.rowCount()):
        for column in PLACES.values():
            model.index(row, column).data()
            model.cell(row, column)
    assert asked == []
    index = model.index(0, PLACES["due"])
    assert "&lt;b&gt;理由" in index.data(_TIP)
    assert asked == [(model.task(0).id, today)]
