"""Copy, cut, paste, clear and fill in the task table, with real keys and a real clipboard."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QItemSelection, QItemSelectionModel, QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from pmark_desktop.domain.task import State
from pmark_desktop.session.columns import COLUMNS, PLACES
from pmark_desktop.ui import dialogs

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
CHOOSE = QItemSelectionModel.SelectionFlag.ClearAndSelect
SELECT = QItemSelectionModel.SelectionFlag.Select
CAPTURED = Path(__file__).parents[1] / "session" / "clipboard"


@pytest.fixture
def table(window, qtbot):
    window.show()
    table = window.view.tasks.table
    table.setFocus()
    QApplication.processEvents()
    return table


def clipboard():
    return QGuiApplication.clipboard()


def at(table, row, field):
    return table.model().index(row, PLACES[field])


def choose(table, row, field, last_row=None, last_field=None):
    """Select a rectangle; its first cell is the current one."""
    first = at(table, row, field)
    table.selectionModel().setCurrentIndex(first, CHOOSE)
    last = at(table, row if last_row is None else last_row, last_field or field)
    table.selectionModel().select(QItemSelection(first, last), SELECT)


def task(window, row):
    return window.desk.content.tasks[window.view.tasks.model.task(row).id]


def paste(table, text):
    clipboard().setText(text)
    QTest.keyClick(table, Qt.Key.Key_V, CONTROL)


def log_length(window):
    return window.desk.workspace.log_part(most=1).total


def test_a_block_is_pasted_at_the_cell_as_one_step_with_a_name(window, table):
    choose(table, 3, "owner")
    steps = window.desk.stack.count()
    paste(table, "見本 一郎\t適合\n見本 二郎\t観察\n")
    assert [(task(window, row).owner, task(window, row).result.value) for row in (3, 4)] == [
        ("見本 一郎", "conforms"), ("見本 二郎", "observation"),
    ]  # fmt: skip
    assert window.desk.stack.count() == steps + 1
    assert window.desk.stack.undoText() == "貼り付け: 2件変更"
    assert window.strip.text == "2件のタスクを変更しました。"
    window.desk.stack.undo()
    assert "見本 一郎" not in (task(window, 3).owner, task(window, 4).owner)


def test_one_value_is_pasted_into_the_whole_selection_even_in_parts(window, table):
    choose(table, 0, "owner", 1, "owner")
    table.selectionModel().select(at(table, 5, "checked_by"), SELECT)
    paste(table, "  山田\u3000")
    assert [task(window, row).owner for row in (0, 1)] == ["山田", "山田"]
    assert task(window, 5).checked_by == "山田"


def test_read_only_and_invalid_cells_are_listed_and_the_rest_is_pasted(window, table, monkeypatch):
    choose(table, 3, "title")
    paste(table, "別の題\t2027/2/30\t\tほぼ完了\t見本 三郎")
    assert task(window, 3).owner == "見本 三郎"
    assert window.strip.text == "1件のタスクを変更しました。3個のセルは変更していません。"
    shown = []
    monkeypatch.setattr(dialogs, "show_rows", lambda *given: shown.append(given))
    window.strip.findChild(QPushButton, "show_skipped").click()
    rows = shown[0][-1]
    assert [row[1:3] for row in rows] == [
        ("実施項目", "別の題"), ("社内期限", "2027/2/30"), ("状態", "ほぼ完了"),
    ]  # fmt: skip
    assert rows[2][3].startswith("「ほぼ完了」は状態に使えません")


def test_what_is_copied_and_pasted_again_changes_nothing(window, table):
    before = log_length(window)
    QTest.keyClick(table, Qt.Key.Key_A, CONTROL)
    QTest.keyClick(table, Qt.Key.Key_C, CONTROL)
    QTest.keyClick(table, Qt.Key.Key_V, CONTROL)
    assert log_length(window) == before
    assert window.strip.text == "変わるところがありませんでした。"


def test_copied_cells_are_text_and_a_table_with_real_days(window, table):
    window.desk.edit(task(window, 0).id, "note", '一行目\n"二行目"\tx')
    window.desk.edit(task(window, 0).id, "due", "2026/12/1")
    choose(table, 0, "due")
    table.selectionModel().select(at(table, 0, "note"), SELECT)
    QTest.keyClick(table, Qt.Key.Key_C, CONTROL)
    mime = clipboard().mimeData()
    assert mime.text() == '2026/12/01\t"一行目\n""二行目""\tx"'
    assert 'sdnum="1041;0;YYYY/MM/DD">2026/12/01</td>' in mime.html()
    assert '一行目<br>"二行目"&#9;x' in mime.html()


def test_a_memo_copied_to_another_task_stays_as_it_is(window, table):
    text = '"引用"\n\tタブ ""x""\n'
    window.desk.edit(task(window, 0).id, "note", text)
    choose(table, 0, "note")
    QTest.keyClick(table, Qt.Key.Key_C, CONTROL)
    choose(table, 1, "note", 2, "note")
    QTest.keyClick(table, Qt.Key.Key_V, CONTROL)
    assert [task(window, row).note for row in (1, 2)] == [text, text]


def test_cells_of_libreoffice_keep_their_line_ends(window, table):
    own = (CAPTURED / "libreoffice.tsv").read_text(encoding="utf-8").splitlines(keepends=True)
    heads = table.horizontalHeader()
    for field in ("state", "owner", "due", "note"):  # the order of the captured table
        heads.moveSection(heads.visualIndex(PLACES[field]), len(COLUMNS) - 1)
    choose(table, 2, "state")
    own = "".join(line.partition("\t")[2] or line for line in own[1:3])  # without the numbers
    mime = QMimeData()
    mime.setData("application/x-libreoffice-tsvc", QByteArray(own.encode()))
    mime.setText("ここは読まれない")
    clipboard().setMimeData(mime)
    QTest.keyClick(table, Qt.Key.Key_V, CONTROL)
    assert (task(window, 2).owner, task(window, 2).note) == ("見本 花子", "一行目\n二行目")


def test_hidden_moved_and_filtered_cells_are_not_touched(window, table):
    heads = table.horizontalHeader()
    heads.setSectionHidden(PLACES["left"], True)
    heads.moveSection(heads.visualIndex(PLACES["owner"]), heads.visualIndex(PLACES["state"]))
    window.view.tasks.search.setText("監査")
    QTest.keyClick(window.view.tasks.search, Qt.Key.Key_Return)
    table.setFocus()
    shown = {table.task_at(row).id for row in table.shown_rows()}
    before = {id_: one for id_, one in window.desk.content.tasks.items() if id_ not in shown}
    choose(table, 0, "owner", len(shown) - 1, "owner")
    paste(table, "監査 太郎\t着手")
    after = window.desk.content.tasks
    assert {after[id_].owner for id_ in shown} == {"監査 太郎"}
    assert all(after[id_].owner == one.owner for id_, one in before.items())
    assert all(after[id_].state is one.state for id_, one in before.items())


@pytest.mark.parametrize(
    ("answer", "added", "changed"), [(0, 2, True), (1, 0, True), (None, 0, False)]
)
def test_rows_that_find_no_room_are_asked_about(window, table, monkeypatch, answer, added, changed):
    asked = []
    monkeypatch.setattr(dialogs, "ask_which", lambda *given: asked.append(given) or answer)
    last = table.shown_rows()[-1]
    id_, count = table.task_at(last).id, len(window.desk.content.tasks)
    steps = window.desk.stack.count()
    choose(table, last, "title")
    paste(table, "\t\t\t\t最後 花子\n追加の点検\t2027/5/10\t\t着手\t山田\n追加の教育")
    assert "2行多く" in asked[0][1]
    assert len(asked[0][2]) == 2
    assert len(window.desk.content.tasks) == count + added
    assert (window.desk.content.tasks[id_].owner == "最後 花子") is changed
    assert window.desk.stack.count() == steps + changed
    window.desk.stack.undo() if changed else None
    assert len(window.desk.content.tasks) == count


def test_a_cell_that_cannot_be_read_does_not_keep_its_row_out(window, table, monkeypatch):
    monkeypatch.setattr(dialogs, "ask_which", lambda *_: 0)
    reports = []
    window.view.tasks.commands.reported.connect(reports.append)
    before = set(window.desk.content.tasks)
    choose(table, table.shown_rows()[-1], "title")
    paste(table, "\n追加の点検\t来年のいつか\t\tたぶん\t山田")
    (added,) = set(window.desk.content.tasks) - before
    task = window.desk.content.tasks[added]
    assert (task.item.title, task.due, task.state, task.owner) == (
        "追加の点検", None, State.TODO, "山田"
    )  # fmt: skip
    told = [(line[0], line[2]) for line in reports[-1].skipped]
    assert told == [("追加の点検", "来年のいつか"), ("追加の点検", "たぶん")]


def test_rows_without_a_title_cannot_become_tasks(window, table, monkeypatch):
    asked = []
    monkeypatch.setattr(dialogs, "ask_which", lambda *given: asked.append(given))
    choose(table, table.shown_rows()[-1], "owner")
    paste(table, "a\nb\nc")
    assert asked[0][2] == ["入る分だけ貼り付ける"]


def test_delete_empties_what_can_be_edited_and_a_due_goes_back_to_its_rule(window, table):
    one = task(window, 0)
    window.desk.edit(one.id, "due", "2026/12/1")
    window.desk.edit(one.id, "note", "下書き")
    table.choose(one.id, 0)
    QTest.keyClick(table, Qt.Key.Key_Space, SHIFT)
    QTest.keyClick(table, Qt.Key.Key_Delete)
    now = window.desk.content.tasks[one.id]
    assert (now.note, now.owner, now.state, now.pinned) == ("", "", State.TODO, False)
    assert window.desk.stack.undoText() == "クリア: 1件変更"


def test_cutting_copies_and_empties(window, table):
    window.desk.edit(task(window, 0).id, "note", "移す")
    choose(table, 0, "note")
    QTest.keyClick(table, Qt.Key.Key_X, CONTROL)
    assert (clipboard().text(), task(window, 0).note) == ("移す", "")
    choose(table, 1, "note")
    QTest.keyClick(table, Qt.Key.Key_V, CONTROL)
    assert task(window, 1).note == "移す"


def test_filling_down_and_right(window, table):
    window.desk.edit(task(window, 0).id, "owner", "山田 花子")
    choose(table, 0, "owner", 3, "owner")
    QTest.keyClick(table, Qt.Key.Key_D, CONTROL)
    assert {task(window, row).owner for row in range(4)} == {"山田 花子"}
    assert window.desk.stack.undoText() == "下へコピー: 3件変更"
    window.desk.edit(task(window, 0).id, "done_on", "2026/11/1")
    choose(table, 0, "done_on", 0, "checked_on")
    QTest.keyClick(table, Qt.Key.Key_R, CONTROL)
    assert task(window, 0).checked_on == date(2026, 11, 1)


def test_today_goes_into_cells_of_dates_only(window, table):
    choose(table, 0, "result", 1, "checked_by")
    results = [task(window, row).result for row in (0, 1)]
    QTest.keyClick(table, Qt.Key.Key_Semicolon, CONTROL)
    assert [task(window, row).done_on for row in (0, 1)] == [date(2026, 11, 24)] * 2
    assert [task(window, row).result for row in (0, 1)] == results


@pytest.mark.parametrize(
    ("given", "words"),
    [("a\0b", "文字ではありません"), ("", "貼り付けられる文字や表がありません"),
     ("x\n" * 100_001, "大きすぎます"), ("x" * 10_000_001, "超えています")],
    ids=["binary", "nothing", "rows", "size"],
)  # fmt: skip
def test_a_clipboard_that_cannot_be_pasted_is_refused(window, table, given, words):
    before = log_length(window)
    mime = QMimeData()
    if given:
        mime.setData("text/plain", QByteArray(given.encode()))
    clipboard().setMimeData(mime)
    choose(table, 0, "note")
    QTest.keyClick(table, Qt.Key.Key_V, CONTROL)
    assert words in window.strip.text
    assert "変更していません" in window.strip.text
    assert log_length(window) == before


def test_cells_that_lie_apart_are_neither_copied_nor_pasted_into(window, table):
    clipboard().setText("元のまま")
    choose(table, 0, "owner")
    table.selectionModel().select(at(table, 2, "note"), SELECT)
    QTest.keyClick(table, Qt.Key.Key_C, CONTROL)
    assert "離れた範囲" in window.strip.text
    assert clipboard().text() == "元のまま"
    before = log_length(window)
    paste(table, "a\tb")
    assert "離れた範囲" in window.strip.text
    assert log_length(window) == before


def test_a_read_only_file_takes_no_paste(window, table, monkeypatch):
    monkeypatch.setattr(window.desk.workspace.database, "writes", False)
    choose(table, 0, "note")
    before = log_length(window)
    paste(table, "x")
    assert "読み取り専用" in window.strip.text
    assert log_length(window) == before


def test_the_selection_tells_its_tasks(window, table, qtbot):
    with qtbot.waitSignal(table.selection_changed):
        choose(table, 1, "owner", 2, "result")
    table.selectionModel().select(at(table, 5, "note"), SELECT)
    assert table.selected_tasks() == [table.task_at(row).id for row in (1, 2, 5)]


def test_rows_columns_and_all_are_selected_by_keys(window, table):
    count = table.model().rowCount()
    choose(table, 1, "owner")
    QTest.keyClick(table, Qt.Key.Key_Down, SHIFT)
    assert table.selected_cells() == {1: [PLACES["owner"]], 2: [PLACES["owner"]]}
    QTest.keyClick(table, Qt.Key.Key_Space, SHIFT)
    assert table.selected_cells() == {row: table.shown_places() for row in (1, 2)}
    choose(table, 1, "owner")
    QTest.keyClick(table, Qt.Key.Key_Space, CONTROL)
    assert len(table.selected_cells()) == count
    QTest.keyClick(table, Qt.Key.Key_A, CONTROL)
    assert len(table.selected_tasks()) == count
    choose(table, 1, "owner")
    QTest.keyClick(table, Qt.Key.Key_Down, CONTROL | SHIFT)
    assert table.selected_cells() == {row: [PLACES["owner"]] for row in range(1, count)}
    QTest.keyClick(table, Qt.Key.Key_Home, CONTROL)
    QTest.keyClick(table, Qt.Key.Key_Right, CONTROL)
    assert table.currentIndex().column() == table.shown_places()[-1]
