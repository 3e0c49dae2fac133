"""Where separately built parts of the table meet: open editors, groups, filters, undo, views."""

import json
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from pmark_desktop.domain.filters import Filter
from pmark_desktop.domain.task import Result, State
from pmark_desktop.domain.views import Group, SortBy, View
from pmark_desktop.session.columns import PLACES
from pmark_desktop.storage.tables import Table
from pmark_desktop.ui import dialogs, navigation
from pmark_desktop.ui.date_editor import DateEditor
from pmark_desktop.ui.editors import MemoEditor
from pmark_desktop.workspace.saved_views import saved_views
from tests.ui.test_typing import compose, editor, go, press, value

KEYS = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
FLAGS = QItemSelectionModel.SelectionFlag
TASK = "CERT-13"


@pytest.fixture
def page(window):
    window.show()
    page = window.view.tasks
    page.table.setFocus()
    QApplication.processEvents()
    return page


@pytest.fixture
def table(page):
    return page.table


def begin(table, text="書きかけ", field="note", preedit=""):
    """Open the editor of a cell and type into it, as with an input method."""
    go(table, field)
    table.edit_field(field)
    line = editor(table) or editor(table, MemoEditor)
    compose(line, "", text)
    if preedit:
        compose(line, preedit)
    return line


def typed_or_saved(window, table, field="note"):
    """Return what a cell holds once its editor, if it is still open, is left by Enter."""
    QApplication.processEvents()
    line = editor(table, MemoEditor) or editor(table)
    if line is not None:
        press(line, KEYS.Key_Return)
    return value(window, field)


def paste(table, text):
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(table, KEYS.Key_V, CONTROL)


# while an editor is open


def undo_of_another_page(window):
    window.view.show_page(navigation.SETTINGS)
    window.desk.set_organisation({"name": "株式会社ベツ"})
    window.view.show_page(navigation.ALL)
    window.view.tasks.table.setFocus()
    return window._undo.undo.trigger


def undo_of_a_duplicate(window):
    window.view.tasks._rows._own.duplicate(["CERT-12"])
    return window._undo.undo.trigger


def undo_in_the_same_row(window):
    window.desk.edit(TASK, "owner", "前の担当")
    return window._undo.undo.trigger


def undo_in_many_rows(window):
    from pmark_desktop.workspace.editing import plan_edits

    wanted = {id_: {"owner": "全員"} for id_ in window.desk.content.tasks}
    window.desk.edit_many(plan_edits(window.desk.workspace, wanted, window.desk.today))
    return window._undo.undo.trigger


def view_chosen(window):
    return lambda: window.view.tasks.show_view(View(name="x", order=(SortBy("due"),)))


def view_that_hides(window):
    return lambda: window.view.tasks.show_view(
        View(name="x", wanted=Filter(picked=frozenset({"CERT-14"})), group=Group.LIST)
    )


def search_timer(window):
    page = window.view.tasks

    def act():
        page.search.setText("監査")
        page.search.settled.emit()

    return act


def group_folded(window):
    window.view.tasks.arranging.set_group(Group.LIST)
    return lambda: window.view.tasks.table.fold_all(is_folded=True)


def midnight(window):
    def act():
        window._clock._day = date(2026, 11, 25)
        window._clock.day_changed.emit(window._clock.today)

    return act


def zoomed(window):
    return lambda: window.view.tasks.shape.set_zoom(150)


def column_hidden(window):
    return lambda: window.view.tasks.shape.set_hidden("note", is_hidden=True)


def column_moved(window):
    return lambda: window.view.tasks.shape.move("note", -2)


def heads_sorted(window):
    return lambda: window.view.tasks.table.heads.sort_wanted.emit(PLACES["due"], False)


def page_left(window):
    return lambda: window.view.show_page(navigation.OVERVIEW)


def theme_changed(window):
    from pmark_desktop.session.settings import Theme

    return lambda: window._prefer(replace(window._settings, theme=Theme.DARK))


@pytest.mark.parametrize(
    "happens",
    [undo_of_another_page, undo_of_a_duplicate, undo_in_the_same_row, undo_in_many_rows,
     view_chosen, view_that_hides, search_timer, group_folded, midnight, zoomed, column_hidden,
     column_moved, heads_sorted, page_left, theme_changed],
    ids=lambda one: one.__name__,
)  # fmt: skip
@pytest.mark.parametrize("preedit", ["", "かな"])
def test_what_is_typed_survives(window, page, happens, preedit):
    act = happens(window)
    page.show_only()
    begin(page.table, preedit=preedit)
    act()
    QApplication.processEvents()
    shown = window.view.tasks
    assert typed_or_saved(window, shown.table) == f"書きかけ{preedit}"


def test_an_invalid_text_whose_row_went_away_can_be_taken_up_again(window, page):
    page.arranging.set_group(Group.LIST)
    before = value(window, "due")
    go(page.table, "due")
    page.table.edit_field("due")
    editor(page.table, DateEditor).setText("2027/2/30")
    page.table.fold_all(is_folded=True)
    QApplication.processEvents()
    assert value(window, "due") == before
    assert window.strip.text.startswith("「2027/2/30」は日付として読めません")
    window.strip.findChild(QPushButton, "type_again").click()
    assert editor(page.table, DateEditor).text() == "2027/2/30"


def test_an_undo_gives_an_untouched_editor_the_new_text(window, table):
    window.desk.edit(TASK, "note", "取り消される")
    go(table, "note")
    table.edit_field("note")
    window.desk.stack.undo()
    QApplication.processEvents()
    assert editor(table, MemoEditor).toPlainText() == ""


@pytest.mark.parametrize("goes_on", [True, False])
@pytest.mark.parametrize("how", ["close", "show_start", "start_new", "open_sample"])
def test_an_invalid_text_is_asked_about_before_the_file_closes(
    window, page, monkeypatch, how, goes_on
):
    asked = []
    monkeypatch.setattr(dialogs, "ask_again", lambda *given: asked.append(given) or goes_on)
    go(page.table, "due")
    page.table.edit_field("due")
    editor(page.table, DateEditor).setText("2027/2/30")
    getattr(window, how)()
    assert len(asked) == 1
    assert "2027/2/30" in asked[0][1]
    if goes_on:
        return
    assert window.view is not None
    assert editor(page.table, DateEditor).text() == "2027/2/30"
    press(editor(page.table, DateEditor), KEYS.Key_Escape)


def test_a_text_that_can_be_is_saved_without_a_question_when_the_window_closes(
    window, page, monkeypatch
):
    from pmark_desktop.workspace.workspace import Workspace

    monkeypatch.setattr(dialogs, "ask_again", lambda *given: pytest.fail("asked"))
    path = window.desk.workspace.path
    begin(page.table, preedit="かな")
    window.close()
    with Workspace(path, by="x") as workspace:
        assert workspace.content.tasks[TASK].note == "書きかけかな"


def test_the_month_of_a_date_may_be_open_while_the_table_is_filled_anew(window, table):
    go(table, "due")
    press(table, KEYS.Key_Down, ALT)
    window.view.tasks._rows._own.duplicate(["CERT-12"])
    QApplication.processEvents()
    assert window.desk.stack.undoText()


def test_a_memo_with_letters_that_the_editor_shows_otherwise_stays_as_it_is(window, table):
    window.desk.edit(TASK, "note", "改行\u2028しない\xa0空白")
    before, steps = value(window, "note"), window.desk.stack.count()
    go(table, "note")
    table.edit_field("note")
    press(editor(table, MemoEditor), KEYS.Key_Tab)
    assert value(window, "note") == before
    assert window.desk.stack.count() == steps


def test_a_text_of_a_hidden_column_is_taken_up_where_it_is_seen(window, page):
    go(page.table, "due")
    page.table.edit_field("due")
    editor(page.table, DateEditor).setText("2027/2/30")
    page.search.setFocus()
    page.shape.set_hidden("due", is_hidden=True)
    window.strip.findChild(QPushButton, "type_again").click()
    QApplication.processEvents()
    line = editor(page.table, DateEditor)
    assert line.text() == "2027/2/30"
    assert line.width() > 24


# pasting


def test_an_empty_state_does_not_reopen_a_done_task(window, table):
    window.desk.edit(TASK, "reason", "理由")
    window.desk.edit(TASK, "state", "done")
    window.desk.edit(TASK, "result", "conforms")
    go(table, "state")
    paste(table, "\t\t見本 花子")
    task = window.desk.content.tasks[TASK]
    assert (task.state, task.result) == (State.DONE, Result.CONFORMS)
    assert "2個のセルは変更していません" in window.strip.text


def test_what_no_longer_fits_the_filter_stays_with_its_selection(window, page):
    table = page.table
    page.want(Filter(states=frozenset({State.TODO})))
    shown = [table.task_at(row).id for row in table.shown_rows()]
    go(table, "state", shown[3])
    press(table, KEYS.Key_Down, SHIFT)
    before = table.selected_cells()
    paste(table, "着手")
    assert [table.task_at(row).id for row in table.shown_rows()] == shown
    assert table.selected_cells() == before
    assert page.model.found_count == len(shown)
    page.filter_again()
    assert len(table.shown_rows()) == len(shown) - 2


def test_a_group_is_pasted_into_without_its_headings(window, page):
    table = page.table
    page.arranging.set_group(Group.LIST)
    press(table, KEYS.Key_A, CONTROL)
    rows = table.shown_rows()
    heading = next(row for row in range(1, page.model.rowCount()) if page.model.is_heading(row))
    model = table.model()
    first = model.index(heading - 2, PLACES["owner"])
    last = model.index(heading + 2, PLACES["owner"])
    table.selectionModel().setCurrentIndex(first, FLAGS.ClearAndSelect)
    table.selectionModel().select(QItemSelection(first, last), FLAGS.Select)
    paste(table, "甲\n乙\n丙\n丁")
    at = rows.index(heading - 2)
    assert [page.model.task(row).owner for row in rows[at : at + 4]] == ["甲", "乙", "丙", "丁"]
    press(table, KEYS.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "甲\n乙\n丙\n丁"
    press(table, KEYS.Key_D, CONTROL)
    assert {page.model.task(row).owner for row in rows[at : at + 4]} == {"甲"}


def test_rows_added_by_a_paste_are_shown_although_they_do_not_fit(window, page, monkeypatch):
    monkeypatch.setattr(dialogs, "ask_which", lambda *given: 0)
    page.arranging.set_group(Group.OWNER)
    page.want(Filter(picked=frozenset({"CERT-13", "CERT-14"})))
    last = page.table.shown_rows()[-1]
    page.table.choose(page.table.task_at(last).id, PLACES["title"])
    paste(page.table, "\n追加の点検")
    titles = [page.table.task_at(row).item.title for row in page.table.shown_rows()]
    assert "追加の点検" in titles


def test_a_copy_is_shown_although_the_filter_does_not_let_it_through(window, page):
    window.desk.edit(TASK, "reason", "理由")
    window.desk.edit(TASK, "state", "done")
    page.want(Filter(states=frozenset({State.DONE})))
    go(page.table, "title")
    QTest.keyClick(page.table, KEYS.Key_D, CONTROL | SHIFT)
    titles = [page.table.task_at(row).item.title for row in page.table.shown_rows()]
    assert any(title.endswith("(写し)") for title in titles)


@pytest.mark.parametrize("shape", ["sorted", "grouped"])
def test_rows_do_not_move_unseen(window, page, shape):
    if shape == "sorted":
        page.arranging.set_order((SortBy("due"),))
    else:
        page.arranging.set_group(Group.MONTH)
    steps = window.desk.stack.count()
    go(page.table, "title")
    QTest.keyClick(page.table, KEYS.Key_Down, ALT | SHIFT)
    assert window.desk.stack.count() == steps
    assert "並べ替え" in window.strip.text


def test_rows_move_within_groups_of_lists(window, page):
    page.arranging.set_group(Group.LIST)
    go(page.table, "title")
    QTest.keyClick(page.table, KEYS.Key_Down, ALT | SHIFT)
    assert window.desk.stack.undoText()


# views of another hand


def keep(window, text, count=1):
    def write(operation):
        for number in range(count):
            row = {"name": f"view:{900 + number}", "value": text.replace("#", str(number))}
            operation.create(Table.SETTING, row)

    window.desk.workspace.run("view", write)


@pytest.mark.parametrize(
    "text",
    ['{"name":"a","order":[["nowhere",true],["due",false]]}',
     '{"name":"a\\ud800b","filter":{"search":"\\ud800","owners":["\\udfff"]}}',
     '{"name":"a","columns":["nowhere"],"group":"planet","future":{"x":[1]}}',
     '{"name":"a","filter":{"states":["todo","later"],"picked":[1,null],"moon":true}}',
     '{"name":"' + "あ" * 1_000_000 + '"}',
     '{"name":"a","filter":{"search":"' + "x " * 300_000 + '"}}',
     '{"name":"","filter":[]}', "[" * 100_000, "null"],
    ids=range(9),
)  # fmt: skip
def test_a_view_of_another_hand_breaks_nothing(window, page, text):
    keep(window, text)
    page.views.aboutToShow.emit()
    action = next(one for one in page.views.actions() if one.objectName().startswith("view:"))
    action.trigger()
    QApplication.processEvents()
    assert len(action.text()) <= 200
    assert window.view.tasks.findChild(type(page.bar)).isVisible()
    window.view.show_page(navigation.LOG)


def test_half_a_letter_in_a_view_of_another_hand_can_be_kept_on(window, page, monkeypatch):
    keep(window, '{"name":"a\\ud800b","filter":{"search":"\\ud800","owners":["\\udfff"]}}')
    page.views.aboutToShow.emit()
    next(one for one in page.views.actions() if one.objectName().startswith("view:")).trigger()
    monkeypatch.setattr(dialogs, "ask_line", lambda *given: "別の名前")
    page.views.save_wanted.emit()
    kept = saved_views(window.desk.workspace.settings)
    assert kept[1].view.name == "別の名前"
    assert kept[1].view.wanted.owners == {"\ufffd"}


def test_a_new_name_leaves_the_rest_of_a_newer_view_as_it_is(window, page, monkeypatch):
    newer = {"name": "a", "filter": {"states": ["todo", "later"], "moon": True}, "future": [1]}
    keep(window, json.dumps(newer))
    monkeypatch.setattr(dialogs, "ask_line", lambda *given: "新しい名前")
    page.views.rename_wanted.emit(saved_views(window.desk.workspace.settings)[0])
    (value_,) = (text for name, text in window.desk.workspace.settings.items() if "view:" in name)
    assert json.loads(value_) == newer | {"name": "新しい名前"}


def test_a_thousand_views_open_at_once(window, page):
    keep(window, '{"name":"ビュー #"}', 1_000)
    page.views.aboutToShow.emit()
    assert sum(one.objectName().startswith("view:") for one in page.views.actions()) == 1_000


# half-filled forms


@pytest.mark.parametrize(("form", "field"), [("event", "event_name"), ("own", "own_title")])
def test_a_form_that_is_half_filled_is_asked_about_before_the_file_closes(
    window, page, monkeypatch, form, field
):
    asked = []
    monkeypatch.setattr(dialogs, "ask_again", lambda *given: asked.append(given))
    if form == "event":
        page.event_wanted.emit()
    else:
        QTest.keyClick(page.table, KEYS.Key_N, CONTROL | SHIFT)
    assert not window.view.has_unsaved
    part = window.view.findChild(QWidget, field)
    line = part if isinstance(part, QLineEdit) else part.findChild(QLineEdit)
    QTest.keyClicks(line, "branch")
    assert not window.close()
    assert len(asked) == 1
    window.view.show_page(navigation.ALL)
    assert not window.view.has_unsaved
