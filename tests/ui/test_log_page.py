"""変更履歴 as it is seen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from pmark_desktop.session.log_model import PLACES
from pmark_desktop.ui.log_page import LogPage
from pmark_desktop.words_log import LogTerm


@pytest.fixture
def page(qtbot, style, desk):
    desk.edit("CERT-12", "note", "めずらしい言葉")
    page = LogPage(style, desk)
    qtbot.addWidget(page)
    page.resize(1100, 600)
    page.show()
    page.refresh()
    yield page
    page.stop()


def cell(page, row, term):
    return page.model.index(row, PLACES[term]).data()


def text_of(page, name):
    return page.findChild(QLabel, name).text()


def test_the_newest_change_stands_first_in_words(page, desk):
    desk.edit("CERT-12", "note", "その次")
    page.refresh()
    shown = [cell(page, 0, term) for term in (LogTerm.WHO, LogTerm.ACT, LogTerm.OLD, LogTerm.NEW)]
    assert shown == ["試験 良子", "備考の変更", "めずらしい言葉", "その次"]


def test_a_search_finds_in_the_whole_log_and_counts(page, qtbot):
    total = page.model.total
    page.search.setText("めずらしい")
    qtbot.waitUntil(lambda: not page.model.is_searching)
    assert text_of(page, "log_count") == f"{total:,}件のうち 1件"
    page.search.clear()
    assert text_of(page, "log_count") == f"{total:,}件"


def test_the_newest_hash_is_the_one_the_workbook_prints(page, desk):
    newest = desk.workspace.snapshot(desk.today).newest_hash
    assert newest[:12] in text_of(page, "log_hash")
    assert newest in page.findChild(QLabel, "log_hash").toolTip()


def test_chosen_rows_are_copied_as_text(page, qtbot):
    page.table.choose_row(0)
    qtbot.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text()
    assert "CERT-12" in copied
    assert "めずらしい言葉" in copied
    assert copied.count("\t") == len(PLACES) - 1


def test_only_some_rows_are_worded_to_be_shown(page):
    page.grab()
    assert 0 < len(page.model._lines) < page.model.rowCount()


def test_nothing_is_asked_of_a_file_that_is_about_to_close(page, desk):
    page.search.setText("どこにもない")
    page.stop()
    desk.close()
    page.grab()
    assert not page.model.canFetchMore(page.table.rootIndex())
