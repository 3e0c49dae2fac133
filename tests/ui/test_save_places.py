"""Where to save: a name that gets its ending does not replace a file unasked."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from pmark_desktop.ui import dialogs

ASKS = {
    "calendar.ics": dialogs.ask_calendar, "book.xlsx": dialogs.ask_workbook,
    "form.xlsx": dialogs.ask_template, "mail.eml": dialogs.ask_mail_draft,
    "print.pdf": dialogs.ask_picture, "shot.png": dialogs.ask_picture,
}  # fmt: skip


@pytest.fixture
def typed(monkeypatch):
    """Return the names that are typed, one after the other; each question takes the next."""
    names = []
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_: (str(names.pop(0)) if names else "", "")
    )
    return names


@pytest.fixture
def answers(monkeypatch):
    """Return the answers to 「置き換えますか」, one after the other."""
    answers = []
    monkeypatch.setattr(dialogs, "ask_again", lambda *_: answers.pop(0))
    return answers


@pytest.mark.parametrize("name", ASKS)
def test_a_name_without_ending_asks_before_it_replaces_a_file(tmp_path, typed, answers, name):
    whole = tmp_path / name
    whole.write_bytes(b"x")
    typed += [whole.with_suffix(""), tmp_path / "other"]
    answers.append(False)
    assert ASKS[name](None, Path(name)) == tmp_path / f"other{whole.suffix}"
    typed.append(whole.with_suffix(""))
    answers.append(True)
    assert ASKS[name](None, Path(name)) == whole
    assert not answers


def test_a_new_workspace_asks_nothing_for_it_never_replaces_a_file(tmp_path, typed, answers):
    (tmp_path / "new.pmark").touch()
    typed.append(tmp_path / "new")
    assert dialogs.ask_new(None, Path("new.pmark")) == tmp_path / "new.pmark"


def test_who_gives_up_after_the_question_replaces_nothing(tmp_path, typed, answers):
    (tmp_path / "a.ics").touch()
    typed.append(tmp_path / "a")
    answers.append(False)
    assert dialogs.ask_calendar(None, Path("a.ics")) is None


def test_a_name_with_its_ending_was_asked_by_the_system_already(tmp_path, typed, answers):
    (tmp_path / "a.ICS").touch()
    typed.append(tmp_path / "a.ICS")
    assert dialogs.ask_calendar(None, Path("a.ics")) == tmp_path / "a.ICS"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_a_key_pressed_without_reading_loses_nothing(qtbot, monkeypatch, key):
    parent = QWidget()
    qtbot.addWidget(parent)

    def shown(box):
        box.show()
        QTest.keyClick(box, key)

    monkeypatch.setattr(QMessageBox, "exec", shown)
    assert not dialogs.ask_again(parent, "もうあります。", "置き換える", "戻る")
