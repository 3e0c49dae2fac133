from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from pmark_desktop.domain.rules import Anchor
from pmark_desktop.session.day_clock import DayClock
from pmark_desktop.session.desk import Desk
from pmark_desktop.ui.event_form import EventForm
from pmark_desktop.words import Language
from pmark_desktop.workspace.creating import NewWorkspace, create_workspace
from pmark_desktop.workspace.lists import chosen_lists
from pmark_desktop.workspace.workspace import Workspace


def made_desk(tmp_path, today, lists):
    given = NewWorkspace(name="A", expires=date(2028, 3, 31), lists=chosen_lists(lists))
    create_workspace(tmp_path / "a.pmark", given, today, by="x")
    return Desk(Workspace(tmp_path / "a.pmark", by="x"), DayClock(today), Language.JA)


@pytest.fixture
def desk(qapp, tmp_path, today):
    made = made_desk(tmp_path, today, "LAW,ORG,INC")
    yield made
    made.close()


@pytest.fixture
def form(qtbot, style, desk):
    made = EventForm(style, desk)
    qtbot.addWidget(made)
    made.show()
    return made


def preview(form):
    table = form.preview.table
    return {
        table.item(row, 0).text(): (table.item(row, 2).text(), table.item(row, 3).text())
        for row in range(table.rowCount())
    }


def reason(form):
    return form.findChild(QLabel, "event_reason").text()


def test_the_tasks_are_shown_before_and_are_the_ones_that_come(qtbot, form, desk):
    form.choose("INC")
    assert form.anchor is Anchor.KNOWN
    form.name.edit.setText("誤送信")
    form.day.edit.clear()
    qtbot.keyClicks(form.day.edit, "2026/11/20")
    promised = preview(form)
    assert promised["INC-01@e1"][0] == "2026/11/20(金)"
    with qtbot.waitSignal(form.done) as done:
        qtbot.keyClick(form.day.edit, Qt.Key.Key_Return)
    assert done.args == ["INC"]
    tasks = {id_: task for id_, task in desk.content.tasks.items() if id_.startswith("INC")}
    assert set(tasks) == set(promised)
    assert {task.event_name for task in tasks.values()} == {"誤送信"}
    for id_, task in tasks.items():
        if task.due is not None:
            assert promised[id_][0].startswith(f"{task.due:%Y/%m/%d}")
        if task.hard_due is not None:
            assert promised[id_][1].startswith(f"{task.hard_due:%Y/%m/%d}")


def test_the_day_is_today_until_another_is_typed(form, today):
    assert form.day.day == today


def test_a_kind_that_a_list_does_not_have_cannot_be_chosen(form):
    form.choose("ORG")
    assert form.kinds[Anchor.EVENT].isChecked()
    assert not form.kinds[Anchor.KNOWN].isEnabled()
    form.choose("INC")
    assert form.kinds[Anchor.KNOWN].isChecked()
    assert "知った日" in form.day.words


def test_an_event_without_a_name_or_day_is_not_entered(qtbot, form, desk):
    before = len(desk.content.tasks)
    qtbot.keyClick(form.day.edit, Qt.Key.Key_Return)
    assert "名称が空です" in form.name.fault.text()
    qtbot.keyClicks(form.name.edit, "x")
    form.day.edit.clear()
    qtbot.keyClicks(form.day.edit, "99/99")
    assert not form.findChild(QPushButton, "event_register").isEnabled()
    assert preview(form) == {}
    assert len(desk.content.tasks) == before


def test_a_second_event_gets_the_next_number(qtbot, form, desk):
    form.choose("ORG")
    for number in (1, 2):
        form.name.edit.setText("移転")
        assert f"ORG-03@e{number}" in preview(form)
        form.register()
    assert "ORG-03@e2" in desk.content.tasks


def test_what_is_typed_survives_a_refresh(form):
    form.choose("INC")
    form.name.edit.setText("書きかけ")
    form.refresh()
    assert form.list.currentData() == "INC"
    assert form.name.text == "書きかけ"


def test_without_such_lists_the_form_says_so(qtbot, style, tmp_path, today):
    desk = made_desk(tmp_path, today, "LAW")
    form = EventForm(style, desk)
    qtbot.addWidget(form)
    assert "チェックリストがありません" in reason(form)
    assert not form.findChild(QPushButton, "event_register").isEnabled()
    desk.close()


def test_a_read_only_workspace_says_why_nothing_can_be_entered(qtbot, style, sample, today):
    with Workspace(Path(sample), by="x", to_write=False) as workspace:
        form = EventForm(style, Desk(workspace, DayClock(today), Language.JA))
        qtbot.addWidget(form)
        form.name.edit.setText("x")
        assert "読み取り専用" in reason(form)
        assert not form.findChild(QPushButton, "event_register").isEnabled()
