from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton, QScrollArea

from pmark_desktop.session.day_clock import DayClock
from pmark_desktop.session.desk import Desk
from pmark_desktop.session.role_model import RoleColumn
from pmark_desktop.session.settings import Settings, Theme
from pmark_desktop.ui.navigation import SETTINGS
from pmark_desktop.ui.settings_page import SettingsPage
from pmark_desktop.words import Language
from pmark_desktop.workspace.workspace import Workspace


@pytest.fixture
def page(qtbot, style, desk):
    made = SettingsPage(style, desk, Settings())
    desk.changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.show()
    return made


def press(qtbot, page, name):
    qtbot.mouseClick(page.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def retype(qtbot, field, text):
    field.edit.clear()
    qtbot.keyClicks(field.edit, text)


def operations(desk):
    return {entry.operation for entry in desk.workspace.log()}


# the organisation


def test_the_organisation_is_saved_as_one_step(qtbot, page, desk):
    fields, before = page.organisation.fields, operations(desk)
    fields["contact"].edit.setText("審査部")
    retype(qtbot, fields["form_version"], "1.2")
    qtbot.keyClick(fields["form_version"].edit, Qt.Key.Key_Return)
    assert desk.content.organisation.contact == "審査部"
    assert desk.content.organisation.form_version == "1.2"
    assert len(operations(desk) - before) == 1
    desk.stack.undo()
    assert desk.content.organisation.contact == ""
    assert fields["contact"].text == ""


def test_a_wrong_number_is_refused_beside_its_field(qtbot, page, desk):
    retype(qtbot, page.organisation.fields["number"], "12")
    press(qtbot, page, "organisation_save")
    assert "形が違います" in page.organisation.fields["number"].fault.text()
    assert desk.content.organisation.number == "99000001(03)"


def test_what_is_typed_survives_the_saving_of_something_else(qtbot, page, desk):
    page.organisation.fields["name"].edit.setText("書きかけ")
    desk.set_organisation({"contact": "電話"})
    assert page.organisation.fields["name"].text == "書きかけ"
    assert page.organisation.fields["contact"].text == "電話"
    assert page.has_unsaved
    press(qtbot, page, "organisation_reset")
    assert page.organisation.fields["name"].text == "株式会社サンプル"
    assert not page.has_unsaved


# the cycle


def test_several_anchors_are_saved_as_one_step(qtbot, page, desk):
    fields, before = page.cycle.fields, operations(desk)
    retype(qtbot, fields["site_visit_planned"], "2027/8/3")
    retype(qtbot, fields["year_start"], "10/1")
    press(qtbot, page, "cycle_save")
    cycle = desk.content.cycle
    assert (cycle.site_visit_planned, cycle.year_start) == (date(2027, 8, 3), "10-01")
    assert len(operations(desk) - before) == 1
    assert fields["site_visit_planned"].text == "2027/08/03"
    assert fields["site_visit_planned"].meaning.text() == "(火)"
    assert not page.has_unsaved


def test_the_window_follows_a_typed_expiry_before_it_is_saved(qtbot, page, desk):
    before = desk.content.cycle.expires
    retype(qtbot, page.cycle.fields["expires"], "2028/06/30")
    assert "要照会" in page.cycle.dates.text
    assert desk.content.cycle.expires == before
    press(qtbot, page, "cycle_reset")
    assert "要照会" not in page.cycle.dates.text


def test_an_answer_on_the_window_asks_for_its_source(qtbot, page, desk):
    fields = page.cycle.fields
    note = page.findChild(QLabel, "source_note")
    retype(qtbot, fields["window_opens"], "2027/02/25")
    assert "回答の出所" in note.text()
    fields["window_source"].edit.setText("担当者からメール")
    assert "回答日" in note.text()
    retype(qtbot, fields["window_answered_on"], "2026/11/20")
    assert note.text() == ""
    qtbot.keyClick(fields["window_source"].edit, Qt.Key.Key_Return)
    assert desk.content.cycle.window_opens == date(2027, 2, 25)
    assert desk.content.cycle.window_source == "担当者からメール"
    assert desk.content.cycle.window_answered_on == date(2026, 11, 20)


@pytest.mark.parametrize(
    ("field", "text", "fault"),
    [
        ("expires", "", "日付として読めません"),
        ("expires", "2050/01/01", "3年より先"),
        ("decided", "31/31", "日付として読めません"),
        ("window_closes", "2025/01/01", "成り立ちません"),
    ],
)
def test_a_wrong_anchor_is_refused_beside_its_field(qtbot, page, desk, field, text, fault):
    before = desk.content.cycle
    retype(qtbot, page.cycle.fields[field], text)
    press(qtbot, page, "cycle_save")
    assert fault in page.cycle.fields[field].fault.text()
    assert page.cycle.fields[field].text == text
    assert desk.content.cycle == before


def test_an_empty_planned_application_says_what_stands_in_for_it(page, desk):
    field = page.cycle.fields["applied_planned"]
    assert "CERT-12" in field.edit.placeholderText()
    due = desk.content.tasks["CERT-12"].due
    assert f"{due:%Y/%m/%d}" in field.meaning.text()


# closed days


def test_closed_days_that_are_typed_count_as_unsaved(qtbot, page):
    page.show_form(page.roles)
    press(qtbot, page, "closed_company_add")
    assert not page.has_unsaved
    page.closed_days.editor.first.edit.setText("2027/08/12")
    assert page.has_unsaved
    page.stop()


# roles


def test_a_person_typed_into_the_table_gets_the_open_tasks(qtbot, page, desk):
    table, model = page.roles.table, page.roles.model
    page.show_form(page.preferences)
    row = [one.role for one in desk.content.roles].index("教育担当")
    table.setCurrentIndex(model.index(row, RoleColumn.PERSON))
    table.edit(table.currentIndex())
    editor = table.findChild(QLineEdit)
    qtbot.keyClicks(editor, "Sato")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: model.index(row, RoleColumn.PERSON).data() == "Sato")
    owners = {
        task.owner
        for task in desk.content.tasks.values()
        if task.item.role == "教育担当" and not task.is_closed
    }
    assert owners == {"Sato"}


# preferences


def test_preferences_are_told_as_they_are_chosen(qtbot, page):
    theme = page.preferences.theme
    theme.setCurrentIndex(theme.findData("dark"))
    with qtbot.waitSignal(page.preferences_changed) as told:
        theme.activated.emit(theme.currentIndex())
    assert told.args == [Settings(theme=Theme.DARK)]
    with qtbot.waitSignal(page.preferences_changed) as told:
        qtbot.keyClicks(page.preferences.author.edit, "Hanako")
        qtbot.keyClick(page.preferences.author.edit, Qt.Key.Key_Return)
    assert told.args == [Settings(theme=Theme.DARK, author="Hanako")]


def test_another_language_says_that_it_waits_for_the_next_start(qtbot, page):
    page.show_form(page.preferences)
    language = page.preferences.language
    language.setCurrentIndex(language.findData("en"))
    language.activated.emit(language.currentIndex())
    assert "次に起動したとき" in page.findChild(QLabel, "language_note").text()


# read-only


def test_a_read_only_workspace_shows_everything_and_lets_nothing_be_changed(
    qtbot, style, sample, today
):
    with Workspace(Path(sample), by="x", to_write=False) as workspace:
        desk = Desk(workspace, DayClock(today), Language.JA)
        page = SettingsPage(style, desk, Settings())
        qtbot.addWidget(page)
        fields = [*page.organisation.fields.values(), *page.cycle.fields.values()]
        assert page.organisation.fields["name"].text == "株式会社サンプル"
        assert not any(field.isEnabled() for field in fields)
        assert "読み取り専用" in page.findChild(QLabel, "settings_reason").text()
        page.refresh()
        assert not page.findChild(QPushButton, "cycle_save").isEnabled()


def test_ctrl_z_in_a_field_without_unsaved_typing_undoes_what_was_saved(qtbot, window):
    window.view.show_page(SETTINGS)
    qtbot.waitExposed(window)
    window.activateWindow()
    desk, form = window.desk, window.view._settings().cycle
    window.view._settings().show_form(form)
    before = desk.content.cycle
    expires = form.fields["expires"]
    retype(qtbot, expires, "2028/03/31")
    expires.setFocus()
    qtbot.keyClick(expires.edit, Qt.Key.Key_Return)
    assert desk.content.cycle.expires == date(2028, 3, 31)
    retype(qtbot, form.fields["year_start"], "05-01")
    qtbot.keyClick(expires.edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.content.cycle.expires == date(2028, 3, 31)  # something is typed and not saved
    form.bar.reset.click()
    qtbot.keyClick(expires.edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.content.cycle == before
    assert expires.text == f"{before.expires:%Y/%m/%d}"
    qtbot.keyClick(expires.edit, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert desk.content.cycle.expires == date(2028, 3, 31)


def test_the_reminders_end_with_their_last_card(qtbot, window):
    window.resize(1280, 690)
    window.view.show_page(SETTINGS)
    settings = window.view._settings()
    settings.show_form(settings.reminders)
    area = settings.reminders.findChild(QScrollArea, "reminder_scroll")
    content, last = area.widget(), settings.schedule
    qtbot.waitUntil(lambda: 0 < content.height() - last.geometry().bottom() < 20)
    for name in ("reminder_fields", "schedule_card"):
        card = settings.reminders.findChild(QFrame, name)
        qtbot.waitUntil(lambda card=card: card.height() >= card.heightForWidth(card.width()))
