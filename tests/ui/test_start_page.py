from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton

from pmark_desktop.session.recent import read_recent
from pmark_desktop.ui.start_page import StartPage


@pytest.fixture
def page(qtbot, style):
    made = StartPage(style)
    qtbot.addWidget(made)
    made.resize(980, 640)
    made.show()
    return made


@pytest.mark.parametrize("way", ["new", "open", "sample"])
def test_each_of_the_three_ways_is_a_button(qtbot, page, way):
    with qtbot.waitSignal(getattr(page, f"{way}_wanted")):
        qtbot.mouseClick(page.findChild(QPushButton, f"start_{way}"), Qt.MouseButton.LeftButton)


def test_a_recent_file_shows_its_countdown_and_opens_with_enter(qtbot, page, sample, today):
    page.set_recent(read_recent([Path(sample)], today))
    (row,) = page.rows
    assert "株式会社サンプル" in row.text
    assert "受付開始まで 90日" in row.text
    assert "満了まで あと" in row.text
    with qtbot.waitSignal(page.recent_wanted) as wanted:
        qtbot.keyClick(row.open, Qt.Key.Key_Return)
    assert wanted.args == [Path(sample)]


def test_a_missing_file_says_so_and_can_be_forgotten(qtbot, page, today, tmp_path):
    gone = tmp_path / "なくなった.pmark"
    page.set_recent(read_recent([gone], today))
    (row,) = page.rows
    assert "見つかりません" in row.text
    with qtbot.waitSignal(page.forget_wanted) as wanted:
        qtbot.mouseClick(row.findChild(QToolButton, "recent_forget"), Qt.MouseButton.LeftButton)
    assert wanted.args == [gone]


def test_an_empty_list_says_what_will_stand_there(page, sample, today):
    page.set_recent(read_recent([Path(sample)], today))
    page.set_recent([])
    assert page.rows == []
    assert page.findChild(object, "no_recent_files").text()


def test_a_narrow_page_puts_the_ways_below_each_other(qtbot, page):
    page.resize(330, 700)
    first, last = (page.findChild(QPushButton, f"start_{way}") for way in ("new", "sample"))
    qtbot.waitUntil(lambda: last.mapTo(page, last.pos()).y() > first.mapTo(page, first.pos()).y())
    assert page.minimumSizeHint().width() <= 330
