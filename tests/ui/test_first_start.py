"""From the first start to a workspace, a sample, a recent file; and what closing asks."""

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QMessageBox, QPushButton

from pmark_desktop.app import open_window
from pmark_desktop.session.settings import recent_files
from pmark_desktop.ui import dialogs
from pmark_desktop.ui.new_form import NewForm
from pmark_desktop.ui.start_page import StartPage
from pmark_desktop.workspace.workspace import Workspace


@pytest.fixture
def start(qtbot, today, store):
    """Return the main window on its start page; it is closed at the end."""
    window = open_window(None, today, store, by="見本 花子")
    qtbot.addWidget(window)
    yield window
    window.close()


def test_a_new_workspace_in_two_fields_and_one_name(start, tmp_path, monkeypatch, qtbot):
    path = tmp_path / "株式会社見本.pmark"
    monkeypatch.setattr(dialogs, "ask_new", lambda _parent, suggestion: tmp_path / suggestion.name)
    start.findChild(StartPage).new_wanted.emit()
    form = start.findChild(NewForm)
    form.name.edit.setText("株式会社見本")
    qtbot.keyClicks(form.expires.edit, "2028/03/31")
    form.findChild(QPushButton, "create").click()
    assert start.desk.workspace.path == path
    assert start.windowTitle().startswith("株式会社見本")
    assert len(start.desk.content.tasks) == start.view.tasks.model.rowCount() > 150
    assert recent_files(start._store) == [path]


def test_an_existing_file_is_not_written_over_by_a_new_one(start, sample, monkeypatch, qtbot):
    before = sample.read_bytes()
    monkeypatch.setattr(dialogs, "ask_new", lambda *_: sample)
    start.start_new()
    form = start.findChild(NewForm)
    form.name.edit.setText("株式会社見本")
    qtbot.keyClicks(form.expires.edit, "2028/03/31")
    form.findChild(QPushButton, "create").click()
    assert "同じ名前のファイルがあります" in start.strip.text
    assert sample.read_bytes() == before
    assert form.name.edit.text() == "株式会社見本"


@pytest.fixture
def own_data(monkeypatch, tmp_path):
    """Keep what the program writes for itself in a folder of the test."""
    folder = tmp_path / "data"
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda *_: str(folder))
    return folder


def test_the_sample_is_one_click_and_keeps_what_was_tried(start, own_data):
    start.open_sample()
    assert start.desk.content.organisation.name == "株式会社サンプル"
    start.desk.edit("CERT-12", "note", "試し書き")
    start.show_start()
    start.open_sample()
    assert start.desk.content.tasks["CERT-12"].note == "試し書き"


def test_a_closed_file_is_free_for_others_and_stands_among_the_recent(start, sample):
    start.open_file(sample)
    start.show_start()
    page = start.findChildren(StartPage)[-1]
    assert [row._file.path for row in page.rows] == [sample]
    with Workspace(sample, by="x") as other:
        assert not other.is_read_only


def test_typing_in_the_settings_is_not_thrown_away_without_asking(start, sample, monkeypatch):
    asked = []
    monkeypatch.setattr(dialogs, "ask_again", lambda *words: asked.append(words) or False)
    start.open_file(sample)
    start.view.show_page("settings")
    form = start.view._pages["settings"].organisation
    form.fields["name"].edit.setText("株式会社べつの名")
    assert not start.close()
    assert asked
    monkeypatch.setattr(dialogs, "ask_again", lambda *_: True)


def test_no_dialog_is_opened_by_refusals(start, tmp_path, monkeypatch):
    monkeypatch.setattr(QMessageBox, "exec", lambda _box: pytest.fail("a dialog"))
    (tmp_path / "x.pmark").write_bytes(b"x" * 100)
    start.open_file(tmp_path / "x.pmark")
    assert "のファイルではありません" in start.strip.text
