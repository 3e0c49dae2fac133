"""The menu's calendar file and mail draft: what is asked, written, and said in the strip."""

from email import message_from_bytes, policy

import pytest
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QPushButton

from pmark_desktop.exchange.ics_reader import read_calendar
from pmark_desktop.ui import calendar_actions, dialogs


@pytest.fixture
def opened(monkeypatch):
    """Return the addresses that were handed to the system; it opens none of them."""
    found = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: found.append(url) or True)
    return found


def act(window, name):
    window.findChild(QAction, f"action_{name}").trigger()


def click(window, name):
    window.strip.findChild(QPushButton, name).click()


def test_the_calendar_is_written_and_the_strip_says_how_to_use_it(
    window, tmp_path, monkeypatch, opened
):
    asked = []
    target = tmp_path / "予定.ics"
    monkeypatch.setattr(dialogs, "ask_calendar", lambda _, wanted: asked.append(wanted) or target)
    act(window, "calendar")
    assert asked[0].name == "sample_予定表.ics"
    count = len(read_calendar(target.read_bytes()))
    assert f"予定表を書き出しました: {target}(予定{count}件、取消0件)" in window.strip.text
    assert "予定が更新されます" in window.strip.text
    click(window, "open_written")
    click(window, "open_folder")
    assert [url.toLocalFile() for url in opened] == [str(target), str(tmp_path)]


def test_what_is_being_typed_is_in_the_calendar(window, tmp_path, monkeypatch):
    committed = []
    monkeypatch.setattr(window.view, "commit_editor", lambda: committed.append(True))
    monkeypatch.setattr(dialogs, "ask_calendar", lambda *_: None)
    act(window, "calendar")
    assert committed == [True]
    assert [*tmp_path.glob("*.ics")] == []


def test_a_refused_calendar_is_explained_with_another_name_to_offer(window, tmp_path, monkeypatch):
    asked = []
    missing = tmp_path / "なし" / "予定.ics"
    monkeypatch.setattr(
        dialogs, "ask_calendar", lambda _, wanted: asked.append(wanted) or (missing if len(asked) == 1 else None),
    )  # fmt: skip
    act(window, "calendar")
    assert "書き出していません。" in window.strip.text
    click(window, "write_elsewhere")
    assert asked[1].name == "予定-2.ics"


def test_a_draft_is_made_for_the_owner_that_was_chosen(window, tmp_path, monkeypatch, opened):
    offered, asked = [], []
    target = tmp_path / "下書き.eml"

    def choose(_window, _title, _question, choices):
        offered.extend(choices)
        return next(at for at, one in enumerate(choices) if one.startswith("見本 花子"))

    monkeypatch.setattr(dialogs, "ask_choice", choose)
    monkeypatch.setattr(dialogs, "ask_mail_draft", lambda _, wanted: asked.append(wanted) or target)
    act(window, "mail")
    assert len(offered) == len(set(offered)) > 3
    assert "(期限超過 " in offered[0]
    assert asked[0].name == "メール下書き_見本 花子_20261124.eml"
    mail = message_from_bytes(target.read_bytes(), policy=policy.default)
    assert str(mail["To"]) == "見本 花子 <hanako@example.jp>"
    assert "お疲れさまです。試験 良子です。" in mail.get_body(("plain",)).get_content()
    assert "まだ送っていません" in window.strip.text
    click(window, "open_written")
    assert [url.toLocalFile() for url in opened] == [str(target)]


def test_an_owner_without_a_mail_is_told_in_the_strip(window, tmp_path):
    window._calendars.write_mail(window.desk, "教育担当", tmp_path / "下書き.eml")
    assert "宛先は空です" in window.strip.text
    assert (tmp_path / "下書き.eml").exists()


@pytest.mark.parametrize("choice", [None, 0])
def test_nothing_is_written_when_the_person_changes_their_mind(
    window, tmp_path, monkeypatch, choice
):
    monkeypatch.setattr(dialogs, "ask_choice", lambda *_: choice)
    monkeypatch.setattr(dialogs, "ask_mail_draft", lambda *_: None)
    before = window.strip.text
    act(window, "mail")
    assert window.strip.text == before
    assert [*tmp_path.glob("*.eml")] == []


def test_without_open_tasks_nobody_is_asked(window, monkeypatch):
    monkeypatch.setattr(
        "pmark_desktop.workspace.mail_drafts.owner_shares", lambda *_: []
    )  # a modal dialog would fail the test
    act(window, "mail")
    assert "下書きは作っていません。" in window.strip.text


def test_what_no_program_opens_is_said_and_stays(window, tmp_path, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)
    target = tmp_path / "予定.ics"
    window._calendars.write_calendar(window.desk, target)
    click(window, "open_written")
    assert "開けるプログラムが見つかりません" in window.strip.text
    assert target.exists()


def test_without_a_workspace_the_menu_offers_neither(window):
    window.show_start()
    for name in ("calendar", "mail"):
        assert not window.findChild(QAction, f"action_{name}").isEnabled()


def test_a_file_name_is_made_of_any_owner(window):
    name = calendar_actions._draft_name('a/b:c\n"長"' * 30, window.desk.today)
    assert not set('/:"\n') & set(name)
    assert len(name) < 80
