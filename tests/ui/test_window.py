"""From a cell to the file and back, with real keys and clicks."""

import sqlite3
from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from pmark_desktop.app import open_window
from pmark_desktop.domain.standing import Concern
from pmark_desktop.domain.task import State
from pmark_desktop.ui import dialogs
from pmark_desktop.ui.editors import ChoiceEditor, LineEditor, MemoEditor
from pmark_desktop.workspace.workspace import Workspace


@pytest.fixture
def table(window):
    table = window.view.tasks.table
    table.setFocus()
    return table


def editor(table, kind):
    return next(one for one in table.findChildren(kind) if one.isVisible())


def press(widget, key, modifiers=Qt.KeyboardModifier.NoModifier):
    """Press a key; a table takes an Enter in its editor when it comes back to its events."""
    QTest.keyClick(widget, key, modifiers)
    QApplication.processEvents()


def compose(widget, preedit, commit=""):
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(widget, event)


def test_a_date_typed_into_a_cell_is_in_the_file_before_the_window_is_closed(window, table):
    table.choose("CERT-12")
    table.edit_field("due")
    line = editor(table, LineEditor)
    line.selectAll()
    QTest.keyClicks(line, "2027/3/1")
    press(line, Qt.Key.Key_Return)
    link = sqlite3.connect(f"{window.desk.workspace.path.as_uri()}?mode=ro", uri=True)
    assert link.execute("SELECT due, pinned FROM task WHERE id = 'CERT-12'").fetchone() == (
        "2027-03-01",
        1,
    )
    link.close()
    assert (
        window.strip.findChild(type(window.strip._saved), "saved_at").text().startswith("保存済み")
    )


def test_typing_on_a_cell_replaces_it_and_escape_gives_it_back(window, table):
    table.choose("CERT-12")
    owner = window.desk.content.tasks["CERT-12"].owner
    table.setCurrentIndex(table.currentIndex().siblingAtColumn(5 + 1))
    QTest.keyClick(table, Qt.Key.Key_X)
    QTest.keyClick(table.focusWidget(), Qt.Key.Key_Escape)
    assert window.desk.content.tasks["CERT-12"].owner == owner


def test_a_refused_date_stays_in_its_editor_with_the_reason_and_changes_nothing(window, table):
    before = window.desk.content.tasks["CERT-12"].due
    table.choose("CERT-12")
    table.edit_field("due")
    line = editor(table, LineEditor)
    line.setText("2027/2/30")
    press(line, Qt.Key.Key_Return)
    note = table.findChild(QLabel, "cell_note")
    assert note.text().startswith("「2027/2/30」は日付として読めません")
    assert (note.isVisible(), line.isVisible(), line.text()) == (True, True, "2027/2/30")
    assert window.desk.content.tasks["CERT-12"].due == before


def test_a_state_is_chosen_from_a_list(window, table):
    table.choose("CERT-13")
    table.edit_field("state")
    box = editor(table, ChoiceEditor)
    box.setCurrentIndex(box.findData("doing"))
    box.activated.emit(box.currentIndex())
    assert window.desk.content.tasks["CERT-13"].state is State.DOING


@pytest.mark.parametrize(("field", "kind"), [("note", MemoEditor), ("owner", LineEditor)])
def test_a_japanese_composition_cut_short_is_neither_lost_nor_doubled(window, table, field, kind):
    table.choose("CERT-13")
    table.edit_field(field)
    line = editor(table, kind)
    compose(line, "にほん")
    compose(line, "", commit="日本")
    compose(line, "ご")
    table.choose("CERT-14")
    assert getattr(window.desk.content.tasks["CERT-13"], field) == "日本ご"


def test_enter_ends_a_memo_and_alt_enter_is_a_new_line(window, table):
    table.choose("CERT-13")
    table.edit_field("note")
    memo = editor(table, MemoEditor)
    QTest.keyClicks(memo, "a")
    QTest.keyClick(memo, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    QTest.keyClicks(memo, "b")
    press(memo, Qt.Key.Key_Return)
    assert window.desk.content.tasks["CERT-13"].note == "a\nb"


def test_what_is_being_typed_is_saved_when_the_window_is_closed(qtbot, sample, today, store):
    window = open_window(sample, today, store)
    qtbot.addWidget(window)
    window.view.show_task("CERT-13")
    window.view.tasks.table.edit_field("owner")
    editor(window.view.tasks.table, LineEditor).setText("見本 花子")
    window.close()
    with Workspace(sample, by="", to_write=False) as workspace:
        assert workspace.content.tasks["CERT-13"].owner == "見本 花子"
    assert not list(sample.parent.glob("*.lock"))


def test_undo_and_redo_by_keys(window, table):
    window.desk.edit("CERT-13", "note", "下書き")
    undo = next(
        one
        for one in window.actions() + window._edit.actions()
        if one.objectName() == "action_undo"
    )
    assert undo.text() == "元に戻す: CERT-13 の備考を変更"
    undo.trigger()
    assert window.desk.content.tasks["CERT-13"].note == ""


def test_a_count_of_the_banner_is_a_filter(window):
    late = window.view.banner.findChild(QPushButton, "count_late")
    number = int(late.text().split()[-1])
    late.click()
    model = window.view.tasks.model
    assert model.rowCount() == number > 0
    window.view.tasks.findChild(QPushButton, "chip_spans").click()
    assert model.rowCount() == model.scope_total


def test_the_counts_follow_an_edit(window):
    button = window.view.banner.findChild(QPushButton, f"count_{Concern.LATE.value}")
    before = int(button.text().split()[-1])
    window.desk.edit("ORG-05@e1", "reason", "合併ではないため")
    window.desk.edit("ORG-05@e1", "state", "excluded")
    assert int(button.text().split()[-1]) == before - 1


def test_search_finds_in_half_width_and_says_how_many(window, qtbot):
    window.view.tasks.search.setText("ｱｸｾｽ")
    QTest.keyClick(window.view.tasks.search, Qt.Key.Key_Return)
    model = window.view.tasks.model
    assert 0 < model.rowCount() < model.scope_total
    window.view.tasks.search.setText("どこにもない言葉")
    QTest.keyClick(window.view.tasks.search, Qt.Key.Key_Return)
    assert window.view.tasks._empty.isVisible()


def test_the_detail_panel_shows_guidance_rule_and_history(window, qtbot):
    window.view.show_task("CERT-12")
    panel = window.view.tasks.detail
    assert "社内目標" in panel._guidance.text()
    assert panel._facts["rule"].text() == "受付開始日の1か月後"
    window.desk.edit("CERT-12", "note", "下書き")
    qtbot.waitUntil(lambda: "備考" in panel._history.text())


def test_files_dropped_on_a_task_become_its_evidence(window, table, tmp_path, qtbot):
    proof = tmp_path / "監査報告書.pdf"
    proof.write_bytes(b"%PDF-1.7")
    table.choose("CERT-13")
    QApplication.processEvents()
    place = table.visualRect(table.currentIndex()).center()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(proof))])
    drop = QDropEvent(
        QPointF(QPoint(place)), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    table.dropEvent(drop)
    number = window.desk.content.tasks["CERT-13"].evidence[0]
    qtbot.waitUntil(lambda: window.view.tasks.detail.evidence._list.count() == 1)
    found = next(one for one in window.desk.workspace.evidence() if one.number == number)
    assert (found.name, found.size) == ("監査報告書.pdf", 8)


def test_an_empty_file_is_refused_as_evidence(window, tmp_path):
    (tmp_path / "空.pdf").touch()
    window.view.tasks.detail.evidence.attach_files("CERT-13", [tmp_path / "空.pdf"])
    assert "空(0バイト)" in window.strip.text
    assert window.desk.content.tasks["CERT-13"].evidence == ()


def test_evidence_is_retired_with_a_reason(window, qtbot, monkeypatch):
    window.desk.attach_paper("CERT-13", "書庫A")
    window.view.show_task("CERT-13")
    qtbot.waitUntil(lambda: window.view.tasks.detail.evidence._list.count() == 1)
    monkeypatch.setattr(dialogs, "ask_line", lambda *_: "差し替えのため")
    window.view.tasks.detail.evidence.findChild(QPushButton, "retire_evidence").click()
    assert window.desk.content.tasks["CERT-13"].evidence == ()
    retired = window.desk.workspace.evidence()[-1]
    assert (retired.retired, retired.retired_reason) == (True, "差し替えのため")


def test_back_to_the_rule_is_offered_only_for_a_date_set_by_hand(window, qtbot):
    window.view.show_task("CERT-12")
    button = window.view.tasks.detail.findChild(QPushButton, "back_to_rule")
    assert not button.isVisible()
    window.desk.edit("CERT-12", "due", "2027/3/1")
    assert button.isVisible()
    button.click()
    assert not window.desk.content.tasks["CERT-12"].pinned


def test_the_workbook_is_written_and_can_be_opened_from_the_strip(window, tmp_path, qtbot):
    window._export.write(window.desk, tmp_path / "台帳.xlsx")
    qtbot.waitUntil(lambda: not window._export.is_running, timeout=20_000)
    assert (tmp_path / "台帳.xlsx").exists()
    assert window.strip.findChild(QPushButton, "open_workbook") is not None


def test_a_held_workbook_is_told_with_another_name_to_offer(window, tmp_path, qtbot, monkeypatch):
    def held(*_):
        raise PermissionError

    monkeypatch.setattr("pmark_desktop.exchange.files.time.sleep", lambda _: None)
    monkeypatch.setattr("os.replace", held)
    monkeypatch.setattr("pathlib.Path.replace", held)
    window._export.write(window.desk, tmp_path / "台帳.xlsx")
    qtbot.waitUntil(lambda: not window._export.is_running, timeout=20_000)
    assert "Excelなど" in window.strip.text
    assert window.strip.findChild(QPushButton, "export_elsewhere") is not None


def test_a_second_window_on_the_file_is_read_only_and_says_who_has_it(window, qtbot, today, store):
    other = open_window(window.desk.workspace.path, today, store)
    qtbot.addWidget(other)
    reason = other.findChild(type(other.strip._text), "read_only_reason")
    assert "さんが" in reason.text()
    other.desk.edit("CERT-13", "note", "x")
    assert "開いています。変更していません" in other.strip.text
    other.close()


@pytest.mark.parametrize(
    ("content", "words"), [(b"", "空(0バイト)"), (b"x" * 5000, "のファイルではありません")]
)
def test_a_file_that_is_no_workspace_is_refused_on_the_start_page(
    qtbot, tmp_path, today, store, content, words
):
    path = tmp_path / "x.pmark"
    path.write_bytes(content)
    window = open_window(path, today, store)
    qtbot.addWidget(window)
    assert words in window.strip.text
    assert window.desk is None
    assert path.read_bytes() == content
    window.close()


def test_expiry_of_the_sample_counts_from_today(window):
    assert window.view.banner._state.text() == "受付開始まで 90日"
    assert window.desk.content.cycle.window.opens == date(2027, 2, 22)
