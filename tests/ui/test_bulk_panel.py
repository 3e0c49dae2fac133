"""まとめて変更 in the window: what is shown before, what is saved, what is said."""

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtTest import QTest


@pytest.fixture
def page(window):
    return window.view.tasks


def select(page, *ids):
    """Select a cell of each of these rows, which lie one below the other."""
    table = page.table
    rows = [page.model.row_of(id_) for id_ in ids]
    table.setCurrentIndex(page.model.index(rows[0], 2))
    span = QItemSelection(page.model.index(min(rows), 2), page.model.index(max(rows), 2))
    flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
    table.selectionModel().select(span, flag)
    page._side.settle()
    return page._side.bulk


def previewed(panel):
    panel._show_preview()
    return panel


def test_one_row_shows_the_task_and_several_the_panel(page):
    select(page, "CERT-13")
    assert page._side.currentWidget() is page.detail
    panel = select(page, "CERT-13", "CERT-15")
    assert page._side.currentWidget() is panel
    assert panel._count.text() == "3件を選択中"
    select(page, "CERT-13")
    assert page._side.currentWidget() is page.detail


def test_nothing_changes_before_something_is_marked(page):
    panel = previewed(select(page, "CERT-13", "CERT-15"))

    assert not panel.act.isEnabled()
    assert panel.summary.text() == "まだ何も変わりません。"


def test_a_change_is_shown_saved_as_one_named_step_and_undone(window, page):
    panel = select(page, "CERT-13", "CERT-15")
    line = panel.fields.lines["tag"]
    QTest.keyClicks(line, "x")
    line.setText("本社")
    previewed(panel)

    assert panel.fields.marks["tag"].isChecked()
    assert panel.act.text() == "3件のうち3件を変更(&A)"
    QTest.keyClick(line, Qt.Key.Key_Return)
    tasks = window.desk.content.tasks
    assert {tasks[id_].tag for id_ in ("CERT-13", "CERT-14", "CERT-15")} == {"本社"}
    assert window.desk.stack.undoText() == "タグを3件変更"
    assert panel.summary.text() == "3件を変更しました。"
    window.desk.steps.undo()
    assert not window.desk.content.tasks["CERT-14"].tag


def test_what_is_refused_is_said_with_its_reason_and_its_tasks(window, page):
    panel = select(page, "CERT-13", "CERT-15")
    panel.fields.marks["state"].setChecked(True)
    panel.fields.choices["state"].setCurrentIndex(3)
    previewed(panel)

    assert "変更できません" in panel.summary.text()
    assert "完了には証跡か理由が要る" in panel.refusals.text()
    assert "CERT-13" in panel.refusals.text()


def test_what_cannot_be_read_is_said_and_nothing_is_offered(page):
    panel = select(page, "CERT-13", "CERT-15")
    panel.fields.marks["due"].setChecked(True)
    panel.fields.lines["due"].setText("来週")
    previewed(panel)

    assert "動かす日数にできません" in panel.summary.text()
    assert not panel.act.isEnabled()
    panel.apply()
    assert panel._desk.stack.count() == 0


def test_clearing_takes_back_marks_and_words(page):
    panel = select(page, "CERT-13", "CERT-15")
    panel.fields.lines["owner"].setText("佐藤")
    panel.fields.marks["owner"].setChecked(True)

    panel.fields.clear()

    assert panel.fields.wish.is_empty


def test_marked_and_empty_clears_the_field(window, page):
    panel = select(page, "CERT-13", "CERT-15")
    panel.fields.marks["owner"].setChecked(True)

    panel.apply()

    tasks = window.desk.content.tasks
    assert {tasks[id_].owner for id_ in ("CERT-13", "CERT-14", "CERT-15")} == {""}
