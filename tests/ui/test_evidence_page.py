"""証跡 as it is seen."""

import pytest
from PySide6.QtWidgets import QPushButton

from pmark_desktop.ui import dialogs
from pmark_desktop.ui.evidence_page import EvidencePage


@pytest.fixture
def page(qtbot, style, desk):
    page = EvidencePage(style, desk)
    qtbot.addWidget(page)
    page.refresh()
    return page


def press(page, name):
    page.findChild(QPushButton, name).click()


def test_keeps_the_contract_of_qt_models(page, qtmodeltester):
    qtmodeltester.check(page.model)


def test_all_evidence_is_there_with_its_hash(page, desk):
    assert page.model.rowCount() == len(desk.workspace.evidence())
    assert desk.workspace.evidence()[0].sha256 in page._hash.text()


def test_a_search_looks_into_names_tasks_and_kinds(page):
    page.search.setText("書庫 紙")
    assert 0 < page.model.rowCount() < page.model.total
    page.search.setText("どこにもない言葉")
    assert page._empty.isVisibleTo(page)


def test_retired_evidence_is_shown_on_demand_with_its_reason(page, desk, monkeypatch):
    monkeypatch.setattr(dialogs, "ask_line", lambda *_: "差し替えのため")
    press(page, "page_retire_evidence")
    page.refresh()
    assert page.model.row_of(1) is None
    page.with_retired.setChecked(True)
    row = page.model.row_of(1)
    assert page.model.index(row, 6).data() == "取り下げ: 差し替えのため"


def test_the_task_and_the_proof_are_one_click_away(page, qtbot):
    with qtbot.waitSignal(page.task_wanted) as asked:
        press(page, "go_to_task")
    assert asked.args == [page.model.evidence(0).tasks[0]]
    with qtbot.waitSignal(page.open_wanted) as asked:
        press(page, "page_open_evidence")
    assert asked.args == [1]


def test_an_undone_attachment_is_told_as_such(page, desk):
    desk.attach_paper("CERT-13", "書庫B")
    desk.stack.undo()
    page.with_retired.setChecked(True)
    page.refresh()
    assert page.model.index(page.model.rowCount() - 1, 6).data() == "取り下げ: 追加の取り消し"
