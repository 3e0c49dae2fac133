"""変更履歴 as it is seen."""

import pytest
from PySide6.QtGui import QGuiApplication

from pmark_desktop.session.log_model import PLACES
from pmark_desktop.ui.log_page import LogPage
from pmark_desktop.words_log import LogTerm


@pytest.fixture
def page(qtbot, style, desk):
    page = LogPage(style, desk)
    qtbot.addWidget(page)
    page.refresh()
    yield page
    page.stop()


def cell(page, row, term):
    return page.model.index(row, PLACES[term]).data()


def test_the_newest_change_stands_first_in_words(page, desk):
    desk.edit("CERT-12", "due", "2027/3/1")
    page.refresh()
    rows = [row for row in range(5) if cell(page, row, LogTerm.FIELD) == "社内期限"]
    assert cell(page, rows[-1], LogTerm.WHO) == "試験 良子"
    assert "2027/03/01(月)" in [cell(page, row, LogTerm.NEW) for row in rows]


def test_an_undo_names_what_it_reversed(page, desk):
    desk.edit("CERT-12", "note", "下書き")
    desk.stack.undo()
    page.refresh()
    assert cell(page, 0, LogTerm.ACT).startswith("元に戻す")


def test_a_search_finds_in_the_whole_log(page, desk, qtbot):
    desk.edit("CERT-12", "note", "めずらしい言葉")
    page.refresh()
    page.search.setText("めずらしい")
    qtbot.waitUntil(lambda: page.model.rowCount() == 1 and not page.model.is_searching)
    assert "1 / " in page._count.text()


def test_the_newest_hash_is_the_one_the_workbook_prints(page, desk):
    desk.edit("CERT-12", "note", "下書き")
    page.refresh()
    newest = desk.workspace.snapshot(desk.today).newest_hash
    assert newest in page._hash.toolTip()


def test_chosen_rows_are_copied_as_text(page, desk):
    desk.edit("CERT-12", "note", "下書き")
    page.refresh()
    page.table.selectRow(0)
    page.copy()
    copied = QGuiApplication.clipboard().text()
    assert "CERT-12" in copied
    assert "下書き" in copied
    assert copied.count("\t") == len(PLACES) - 1
