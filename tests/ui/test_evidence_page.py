"""証跡 as it is seen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton

from pmark_desktop.session.day_clock import DayClock
from pmark_desktop.session.desk import Desk
from pmark_desktop.session.evidence_model import PLACES
from pmark_desktop.ui import dialogs
from pmark_desktop.ui.evidence_facts import ShortLabel
from pmark_desktop.ui.evidence_page import EvidencePage
from pmark_desktop.words import Language
from pmark_desktop.words_evidence import EvidenceTerm
from pmark_desktop.workspace.workspace import Workspace


@pytest.fixture
def page(qtbot, style, desk):
    page = EvidencePage(style, desk)
    qtbot.addWidget(page)
    desk.changed.connect(page.refresh)
    page.resize(1100, 600)
    page.show()
    page.refresh()
    return page


def press(page, name):
    page.findChild(QToolButton, f"{name}_button").click()


def is_offered(page, name):
    return page.findChild(QAction, name).isEnabled()


def choose(page, number):
    assert page.choose(number)


def standing(page, number):
    return page.model.index(page.model.row_of(number), PLACES[EvidenceTerm.STANDING]).data()


def test_all_evidence_is_there_with_its_hash(page, desk):
    evidence = desk.workspace.evidence()
    assert page.model.rowCount() == len(evidence)
    assert page.findChild(QLabel, "evidence_count").text() == f"{len(evidence)}件"
    choose(page, 2)
    assert page.findChild(QLineEdit, "evidence_sha256").text() == evidence[1].sha256
    press_copy(page)
    assert QGuiApplication.clipboard().text() == evidence[1].sha256


def press_copy(page):
    page.findChild(QToolButton, "evidence_copy_sha256").click()


def test_a_search_that_finds_nothing_says_what_to_do(page):
    page.search.setText("書庫 紙")
    assert 0 < page.model.rowCount() < page.model.total
    page.search.setText("どこにもない言葉")
    empty = page.findChild(QLabel, "evidence_empty")
    assert empty.isVisible()
    assert "検索欄を空に" in empty.text()
    assert not is_offered(page, "evidence_open")


def test_a_workspace_without_evidence_says_how_to_add_some(page):
    page.model.reset([])
    page.search.textChanged.emit("")
    assert "ドラッグ" in page.findChild(QLabel, "evidence_empty").text()


def test_evidence_is_retired_with_a_reason_and_shown_on_demand(page, monkeypatch):
    monkeypatch.setattr(dialogs, "ask_line", lambda *_: "差し替えのため")
    choose(page, 2)
    press(page, "evidence_retire")
    assert page.model.row_of(2) is None
    page.with_retired.setChecked(True)
    assert standing(page, 2) == "取り下げ: 差し替えのため"


def test_a_change_of_mind_retires_nothing(page, monkeypatch):
    monkeypatch.setattr(dialogs, "ask_line", lambda *_: None)
    choose(page, 2)
    press(page, "evidence_retire")
    assert standing(page, 2) == "使用中"


def test_an_undone_attachment_is_told_as_such(page, desk):
    desk.attach_paper("CERT-13", "書庫B")
    number = desk.workspace.evidence()[-1].number
    desk.stack.undo()
    choose(page, number)
    assert standing(page, number) == "取り下げ: 追加の取り消し"
    assert not is_offered(page, "evidence_retire")


def test_the_task_and_the_proof_are_one_click_away(page, qtbot):
    choose(page, 1)
    with qtbot.waitSignal(page.task_wanted) as asked:
        press(page, "evidence_go")
    assert asked.args == list(page.model.evidence(0).tasks)
    with qtbot.waitSignal(page.open_wanted) as asked:
        press(page, "evidence_open")
    assert asked.args == [1]


def test_enter_opens_the_current_row(page, qtbot):
    choose(page, 2)
    with qtbot.waitSignal(page.open_wanted) as asked:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert asked.args == [2]


def test_a_proof_of_several_tasks_asks_which(page, desk, monkeypatch, qtbot):
    desk.link_evidence("CERT-13", desk.workspace.evidence()[0])
    asked = []
    monkeypatch.setattr(dialogs, "ask_choice", lambda *given: asked.append(given[-1]) or 0)
    choose(page, 1)
    with qtbot.waitSignal(page.task_wanted) as told:
        press(page, "evidence_go")
    assert len(asked[0]) == 2
    assert told.args == ["CERT-13"]


def test_a_paper_cannot_be_opened(page):
    choose(page, 5)
    assert not is_offered(page, "evidence_open")
    assert page.findChild(ShortLabel, "evidence_facts_place").whole_text.startswith("保管場所: ")


def test_a_read_only_workspace_retires_nothing(qtbot, style, desk, sample, today):
    with Workspace(sample, by="別の人") as second:
        page = EvidencePage(style, Desk(second, DayClock(today), Language.JA))
        qtbot.addWidget(page)
        page.refresh()
        assert is_offered(page, "evidence_open")
        assert not is_offered(page, "evidence_retire")


def test_the_current_row_stays_the_same_evidence(page, desk):
    choose(page, 9)
    desk.attach_paper("CERT-13", "書庫B")
    page.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert page.findChild(ShortLabel, "evidence_facts_name").whole_text.startswith("E-0009")


def test_a_long_name_asks_for_no_room_and_is_plain(page, desk, tmp_path):
    before = page.minimumSizeHint().width()
    file = tmp_path / ("<b>" + "長い名前" * 15 + ".txt")
    file.write_bytes(b"x")
    desk.attach_file("CERT-13", file)
    choose(page, desk.workspace.evidence()[-1].number)
    assert page.minimumSizeHint().width() == before
    name = page.findChild(ShortLabel, "evidence_facts_name")
    assert name.whole_text.endswith(file.name)
    assert name.textFormat() == Qt.TextFormat.PlainText
