"""設定, チェックリスト: lists on and off, own lists, what applies; and the end of the cycle."""

import pytest

from pmark_desktop.domain.checklist import Condition
from pmark_desktop.domain.task import State
from pmark_desktop.ui import dialogs, navigation
from pmark_desktop.ui.checklist_import import ChecklistImport


@pytest.fixture
def page(window):
    window.view.show_page(navigation.SETTINGS)
    page = window.view._pages[navigation.SETTINGS]
    page.show_form(page.lists)
    return page


@pytest.fixture
def form(page):
    return page.lists


def test_a_supplementary_list_is_switched_on_and_off(qtbot, window, form):
    form.rows.boxes["OUT"].setChecked(True)
    assert any(one.key == "OUT" for one in window.desk.content.lists)
    qtbot.wait(1)  # the rows are made anew after this turn
    assert form.rows.boxes["OUT"].isChecked()
    form.rows.boxes["OUT"].setChecked(False)
    assert not any(one.key == "OUT" for one in window.desk.content.lists)


def test_a_main_list_cannot_be_switched_off(form):
    assert form.rows.boxes["AUD"].isChecked()
    assert not form.rows.boxes["AUD"].isEnabled()


def test_the_page_of_a_list_that_goes_shows_all_tasks(window, form):
    form.rows.boxes["OUT"].setChecked(True)
    window.view.show_page(navigation.list_page("OUT"))
    window.desk.steps.undo()

    window.view.show_page(navigation.ALL)
    assert window.view.tasks.model.rowCount() == len(window.desk.content.tasks)


def test_an_own_list_is_added_and_renamed(window, form):
    form.new.title.edit.setText("支店の点検")
    form.new.act()
    assert window.desk.content.checklist("OWN").title == "支店の点検"
    form.refresh()
    form.new.rename("OWN", "支店の点検")
    form.new.title.edit.setText("全支店")
    form.new.act()
    assert window.desk.content.checklist("OWN").title == "全支店"


def test_a_key_that_is_taken_is_said_at_the_key(form):
    form.new.title.edit.setText("監査")
    form.new.key.edit.setText("AUD")

    form.new.act()

    assert "すでにあります" in form.new.key.fault.text()
    form.new.reset()  # what is typed and not saved would be asked about
    assert not form.has_unsaved


def test_a_list_from_a_file_leads_to_the_page_that_takes_it_in(window, form, monkeypatch):
    monkeypatch.setattr(dialogs, "ask_checklist", lambda *_args: None)
    form.from_file.click()
    assert isinstance(window.view._stack.currentWidget(), ChecklistImport)


def test_what_does_not_hold_is_shown_before_and_changed_in_one_step(window, form):
    card = form.switches
    card.boxes[Condition.OUTSOURCING].setChecked(False)
    before = window.desk.stack.count()

    assert "対象外になる" in card.summary.text()
    assert form.has_unsaved
    card.apply()

    assert window.desk.stack.count() == before + 1
    excluded = [
        task
        for task in window.desk.content.tasks.values()
        if task.item.applies_if is Condition.OUTSOURCING and task.state is State.EXCLUDED
    ]
    assert excluded
    assert not form.has_unsaved
    window.desk.steps.undo()
    card.refresh()
    assert card.boxes[Condition.OUTSOURCING].isChecked()


def test_closing_the_cycle_makes_all_of_it_read_only_and_opening_gives_it_back(qtbot, window, page):
    page.show_form(page.cycle)
    closing = page.cycle.closing
    closing._ask()
    closing.bar.act()
    assert "理由が必要です" in closing.bar.reason.fault.text()
    closing.bar.reason.edit.setText("付与適格決定")
    old = window.view
    closing.bar.act()
    qtbot.waitUntil(lambda: window.view is not old)

    assert window.desk.workspace.is_read_only
    banner = window.view.findChild(object, "read_only_reason")
    assert "閉じられています" in banner.text()
    cycle = window.view._pages[navigation.SETTINGS].cycle
    assert not cycle.fields["expires"].isEnabled()
    assert cycle.closing.act.isEnabled()
    assert not window.desk.edit("CERT-13", "note", "x")
    cycle.closing._ask()
    cycle.closing.bar.reason.edit.setText("訂正")
    old = window.view
    cycle.closing.bar.act()
    qtbot.waitUntil(lambda: window.view is not old)
    assert window.desk.edit("CERT-13", "note", "x")
