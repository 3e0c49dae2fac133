"""The page that takes a checklist in, the form it comes from, and the second look after it."""

from dataclasses import replace

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from pmark_desktop.exchange.checklist_file import read_list_file
from pmark_desktop.exchange.checklist_sheet_out import write_template
from pmark_desktop.exchange.checklist_toml import read_shipped
from pmark_desktop.ui import dialogs
from pmark_desktop.words import Language

LISTS = {one.key: one for one in read_shipped()}
LAW = LISTS["LAW"]
NEWER = replace(LAW, version="1.1", items=(
    replace(LAW.items[0], guidance="半期ごとに洗い直す。"),
    replace(LAW.items[2], id="LAW-31", replaces=("LAW-03",)),
    *LAW.items[3:],
))  # fmt: skip


@pytest.fixture
def sheet(tmp_path):
    def write(checklist, name="リスト.xlsx"):
        path = tmp_path / name
        write_template(path, Language.JA, checklist)
        return path

    return write


@pytest.fixture
def page(window):
    return window.view.show_list_import()


def read(qtbot, page, path):
    page.read(path)
    qtbot.waitUntil(lambda: not page.is_reading)


def test_a_newer_edition_is_shown_before_anything_is_taken(qtbot, window, page, sheet):
    before = window.desk.content
    read(qtbot, page, sheet(NEWER))
    shown = page.preview.text
    assert "版 1.0 → 版 1.1" in shown
    assert "変更(要再確認) 1件" in shown
    assert "LAW-03 → LAW-31" in shown
    assert "廃止\tLAW-02" in shown
    assert page._take.isEnabled()
    assert window.desk.content == before


def test_taking_is_one_named_step_and_undo_brings_all_back(qtbot, window, page, sheet):
    before = window.desk.content
    read(qtbot, page, sheet(NEWER))
    page.take()
    assert window.desk.content.checklist("LAW").version == "1.1"
    assert window.desk.stack.undoText() == "LAW を版 1.1 に更新"
    assert "版 1.1 を取り込みました" in window.strip.text
    window.desk.stack.undo()
    assert window.desk.content == before


def test_a_new_list_comes_in_and_is_shown(qtbot, window, page, sheet):
    read(qtbot, page, sheet(LISTS["MED"]))
    assert "新しいチェックリスト" in page.preview.text
    page.take()
    assert "MED" in {one.key for one in window.desk.content.lists}
    assert window.view._stack.currentWidget() is window.view.tasks


def test_mistakes_are_listed_by_their_cells_and_nothing_can_be_taken(qtbot, page, sheet):
    path = sheet(LISTS["MED"])
    book = load_workbook(path)
    book["項目"]["H4"] = "満了の10か月前"
    book.save(path)
    read(qtbot, page, path)
    assert "項目!H4\t社内期限の決まり\t「満了の10か月前」" in page.preview.text
    assert not page._take.isEnabled()
    page.take()
    assert page._reason.text() == "直したファイルを、もう一度選んでください。"


def test_an_older_edition_is_refused_with_its_reason(qtbot, page, sheet):
    read(qtbot, page, sheet(replace(LAW, version="0.9")))
    assert "より古い版です" in page.preview.text
    assert not page._take.isEnabled()


def test_the_preview_follows_what_is_changed_meanwhile(qtbot, window, page, sheet):
    read(qtbot, page, sheet(NEWER))
    window.desk.edit("LAW-02", "note", "済")
    window.desk.carry_out("x", lambda: take(window, NEWER))
    page.refresh()
    assert "いまの版と同じです" in page.preview.text
    assert not page._take.isEnabled()


def take(window, checklist):
    from pmark_desktop.workspace.editions import take_in

    return take_in(window.desk.workspace, checklist, window.desk.today)


def test_reading_is_cancelled_and_changes_nothing(qtbot, page, sheet, monkeypatch):
    import threading

    from pmark_desktop.ui import checklist_import

    begun, go = threading.Event(), threading.Event()

    def slow(_path, progress):
        begun.set()
        go.wait(5)
        progress(0.5)

    monkeypatch.setattr(checklist_import, "list_reading", slow)
    page.read(sheet(NEWER))
    assert begun.wait(5)
    page.stop_reading()
    go.set()
    qtbot.waitUntil(lambda: not page.is_reading)
    assert "中止しました" in page._file.text()
    assert not page.preview.isVisible()


def test_closing_the_window_ends_the_reading(qtbot, window, page, sheet):
    page.read(sheet(NEWER))
    window.close()
    assert not page.is_reading


def test_escape_leaves_the_page(qtbot, window, page):
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert window.view._stack.currentWidget() is not page


def test_the_menu_asks_for_a_file(qtbot, window, sheet, monkeypatch):
    path = sheet(NEWER)
    monkeypatch.setattr(dialogs, "ask_checklist", lambda *_: path)
    window.take_list()
    page = window.view.show_list_import()
    qtbot.waitUntil(lambda: not page.is_reading)
    assert "版 1.0 → 版 1.1" in page.preview.text


@pytest.mark.parametrize("place", [0, 1])
def test_the_menu_writes_a_form(qtbot, window, tmp_path, monkeypatch, place):
    out = tmp_path / "ひな型.xlsx"
    monkeypatch.setattr(dialogs, "ask_choice", lambda *_: place)
    monkeypatch.setattr(dialogs, "ask_template", lambda *_: out)
    window.write_list_template()
    qtbot.waitUntil(lambda: not window._lists.is_running)
    assert str(out) in window.strip.text
    assert read_list_file(out).checklist == (LAW if place else None)


# the second look


@pytest.fixture
def detail(qtbot, window):
    window.desk.carry_out("x", lambda: take(window, NEWER))
    window.view.show_task("LAW-01@1")
    detail = window.view.tasks.detail
    qtbot.waitUntil(detail.diff.isVisible)
    return detail


def test_old_and_new_text_stand_side_by_side(detail):
    assert detail.diff.texts == [(LAW.items[0].guidance, "半期ごとに洗い直す。")]
    old = detail.diff.findChild(QLabel, "old_guidance")
    new = detail.diff.findChild(QLabel, "new_guidance")
    assert old.geometry().right() < new.geometry().left()
    assert old.textFormat() == Qt.TextFormat.PlainText


def test_confirming_clears_the_mark_as_one_step(qtbot, window, detail):
    detail.diff._confirm.click()
    assert not window.desk.content.tasks["LAW-01@1"].recheck
    qtbot.waitUntil(lambda: not detail.diff.isVisible())
    window.desk.stack.undo()
    assert window.desk.content.tasks["LAW-01@1"].recheck
    qtbot.waitUntil(detail.diff.isVisible)


def test_a_task_without_the_mark_shows_no_difference(qtbot, window, detail):
    window.view.show_task("LAW-04@1")
    qtbot.waitUntil(lambda: not detail.diff.isVisible())
