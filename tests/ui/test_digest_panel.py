"""The panel お知らせ: what is really seen is recorded, and everything leads somewhere."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QScrollArea

from pmark_desktop.domain.reminders import Reminder, ReminderKind
from pmark_desktop.session.desk import Desk
from pmark_desktop.ui.digest_panel import ROWS_AT_ONCE, DigestPanel
from pmark_desktop.ui.navigation import ALL, OVERVIEW
from pmark_desktop.words import Language
from pmark_desktop.workspace import reminding
from pmark_desktop.workspace.cycles import set_cycle

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def feed(desk):
    return desk.reminders


@pytest.fixture
def panel(qtbot, style, desk, feed):
    made = DigestPanel(style, desk, feed)
    qtbot.addWidget(made)
    made.resize(1000, 300)
    return made


def shown(qtbot, panel):
    panel.show()
    qtbot.waitExposed(panel)
    qtbot.wait(1)
    return panel


def to_the_end(panel):
    """Scroll down until there is no more."""
    bar = panel.findChild(QScrollArea, "digest_rows").verticalScrollBar()
    for _ in range(ROWS_AT_ONCE):
        bar.setValue(bar.maximum())
        for _ in range(3):  # rows are shown, laid out, and then counted by the bar
            QApplication.processEvents()


def press(qtbot, panel, name):
    qtbot.mouseClick(panel.findChild(QPushButton, name), LEFT)


def words(panel, name):
    return panel.findChild(QLabel, name).text()


def given(feed):
    """Return the ids that the record says the window has shown."""
    keys = [one.key for one in feed._found]
    return {key.id for key in feed._record.marks(feed._uuid, keys).given}


def many(count, days_left=-3):
    today = date(2026, 11, 24)
    return [
        Reminder(kind=ReminderKind.TASK, id=f"AUD-{number:03}", title="点検" * 30, owner="見本 花子",
                 due=today + timedelta(days=days_left), days_left=days_left, step=0)
        for number in range(count)
    ]  # fmt: skip


@pytest.fixture
def crowd(feed, monkeypatch):
    """Return a function that makes so many reminders stand."""

    def make(count):
        standing = reminding.Standing(feed._uuid, "x", many(count))
        monkeypatch.setattr(reminding, "standing", lambda *_: standing)
        feed.refresh()

    return make


def test_a_row_says_how_urgent_when_what_and_who(qtbot, panel, feed):
    shown(qtbot, panel)
    first, row = feed.digest[0], panel.rows[0]
    assert row.urgency.text() == f"{-first.days_left}日超過"
    assert row.due.text().startswith("期限 2026/")
    assert row.title.full.startswith(first.id)
    assert row.owner.toolTip() == first.owner
    assert "超過 9件" in words(panel, "digest_count")


def test_one_click_opens_the_task(qtbot, panel, feed):
    shown(qtbot, panel)
    with qtbot.waitSignal(panel.task_wanted) as wish:
        qtbot.mouseClick(panel.rows[0].title, LEFT)
    assert wish.args == [feed.digest[0].id]


def test_the_expiry_leads_to_the_page_of_its_date(qtbot, panel):
    shown(qtbot, panel)
    to_the_end(panel)
    row = next(row for row in panel.rows if row.reminder.kind is ReminderKind.EXPIRY)
    with qtbot.waitSignal(panel.cycle_wanted):
        row.title.click()


def test_what_is_merely_on_the_screen_is_not_used_up(qtbot, panel, feed):
    shown(qtbot, panel)
    area = panel.findChild(QScrollArea, "digest_rows")
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    qtbot.wait(1)
    assert given(feed) == set()


def test_the_count_is_that_of_the_banner_until_something_is_noted_and_then_says_so(panel, feed):
    late = feed.counts.late
    assert words(panel, "digest_count").startswith(f"超過 {late}件・")
    assert words(panel, "digest_count").endswith(f"(全{len(feed.standing)}件)")
    feed.take_note(feed.digest[:2])
    left = len(feed.standing) - 2
    found = words(panel, "digest_count")
    assert found.startswith(f"超過 {late - 2}件・")
    assert found.endswith(f"(新しいもの {left}件。ほかに確認済み 2件)")


@pytest.mark.parametrize("act", ["rest", "stop"])
def test_the_keyboard_stays_in_its_row_when_a_reminder_goes(qtbot, panel, feed, act):
    shown(qtbot, panel)
    panel.activateWindow()
    second, third = panel.rows[1], panel.rows[2].reminder
    if act == "rest":
        second.rest.setFocus()
        feed.snooze(second.reminder, 1)
    else:
        second.stop.click()
        panel._reason.edit.setText("代理人が手続き済み")
        qtbot.keyClick(panel._reason.edit, Qt.Key.Key_Return)
    assert panel.rows[1].reminder == third
    assert panel.rows[1].title.hasFocus()


def test_a_page_that_is_not_seen_waits_with_new_rows(qtbot, window):
    window.view.show_page(OVERVIEW)
    qtbot.waitUntil(lambda: window.view.findChild(DigestPanel) is not None)
    panel = window.view.findChild(DigestPanel)
    window.view.show_page(ALL)
    before, late = list(panel.rows), panel.rows[0].reminder
    window.desk.edit(late.id, "due", "2026/12/24")
    assert panel.rows == before
    window.view.show_page(OVERVIEW)
    qtbot.waitUntil(
        lambda: late.id not in {row.reminder.id for row in panel.rows if row.reminder.is_late}
    )


def test_what_was_noted_is_gone_and_the_panel_with_it(qtbot, panel, feed):
    shown(qtbot, panel)
    press(qtbot, panel, "digest_noted")
    assert feed.digest == []
    assert not panel.isVisible()
    assert len(given(feed)) == len(feed.standing)


def test_an_empty_digest_is_hidden_and_comes_up_with_the_first_reminder(qtbot, style, desk, feed):
    feed.take_note(feed.digest)
    panel = DigestPanel(style, desk, feed)
    qtbot.addWidget(panel)
    assert panel.isHidden()
    desk.edit(feed.standing[0].id, "due", "2026/11/30")
    qtbot.waitUntil(lambda: not panel.isHidden())
    assert len(panel.rows) == 1


def test_a_reminder_is_put_off_to_days_that_are_named(panel, feed):
    late = feed.digest[0]
    menu = panel.rest_menu(late)
    assert [action.text() for action in menu.actions()] == [
        "明日  2026/11/25(水)", "3日後  2026/11/27(金)", "1週間後  2026/12/01(火)",
    ]  # fmt: skip
    menu.actions()[1].trigger()
    assert late not in feed.digest
    assert late not in [row.reminder for row in panel.rows]


def test_nothing_can_be_put_off_beyond_its_own_date(panel, feed):
    near = next(one for one in feed.digest if one.days_left == 3)
    assert [action.text() for action in panel.rest_menu(near).actions()] == [
        "明日  2026/11/25(水)", "期限の日  2026/11/27(金)",
    ]  # fmt: skip


def test_stopping_asks_for_a_reason_in_the_panel(qtbot, panel, feed):
    shown(qtbot, panel)
    first = feed.digest[0]
    qtbot.mouseClick(panel.rows[0].stop, LEFT)
    edit = panel.findChild(QLineEdit, "silence_reason")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert "理由が空です" in words(panel, "silence_fault")
    assert first in feed.digest
    edit.setText("代理人が手続き済み")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert first not in feed.standing
    assert panel.findChild(QPushButton, "aside_toggle").text() == "▸ 止めているお知らせ 1件"


def test_escape_takes_the_question_back(qtbot, panel, feed):
    shown(qtbot, panel)
    panel.rows[1].stop.click()
    qtbot.keyClick(panel._reason.edit, Qt.Key.Key_Escape)
    assert panel._reason is None
    assert len(feed.put_aside) == 0


def test_what_was_stopped_is_seen_with_its_reason_and_brought_back(qtbot, panel, feed):
    shown(qtbot, panel)
    first = feed.digest[0]
    feed.silence(first, "代理人が手続き済み")
    press(qtbot, panel, "aside_toggle")
    line = panel.findChild(QPushButton, f"aside_{first.id}")
    assert line.isVisible()
    assert "理由: 代理人が手続き済み" in line.full
    press(qtbot, panel, f"wake_{first.id}")
    assert first in feed.digest
    assert panel.aside.isHidden()


def test_a_reason_that_is_being_typed_survives_an_edit_elsewhere(qtbot, panel, desk):
    shown(qtbot, panel)
    panel.rows[0].stop.click()
    panel._reason.edit.setText("書きかけ")
    desk.edit("CERT-12", "note", "下書き")
    assert panel._reason.edit.text() == "書きかけ"


def test_a_thousand_at_once_are_summarised(qtbot, panel, crowd):
    shown(qtbot, panel)
    crowd(1000)
    assert len(panel.rows) < ROWS_AT_ONCE  # the rest comes into being when it is scrolled to
    to_the_end(panel)
    assert len(panel.rows) == ROWS_AT_ONCE
    more = panel.findChild(QPushButton, "digest_more")
    assert more.text() == "ほか 950件(うち超過 950件)を続けて表示"
    more.click()
    to_the_end(panel)
    assert len(panel.rows) == 2 * ROWS_AT_ONCE
    assert panel.height() <= 400


def test_long_titles_are_cut_short_and_ampersands_are_letters(qtbot, panel, feed, monkeypatch):
    from dataclasses import replace

    one = replace(many(1)[0], title="A&B " + "とても長い題名" * 40)
    monkeypatch.setattr(
        reminding, "standing", lambda *_: reminding.Standing(feed._uuid, "x", [one])
    )
    shown(qtbot, panel)
    feed.refresh()
    qtbot.wait(1)
    title = panel.rows[0].title
    assert "A&&B" in title.text()
    assert title.text().endswith("…")
    assert title.toolTip() == title.full
    assert panel.minimumSizeHint().width() < 900


def test_another_day_is_followed(qtbot, panel, desk, feed):
    shown(qtbot, panel)
    before = panel.rows[0].urgency.text()
    desk.clock._day = date(2026, 11, 25)
    desk.clock.day_changed.emit(desk.today)
    assert panel.rows[0].urgency.text() != before


def test_a_window_that_closed_says_whom_to_call(qtbot, style, workspace, desk):
    set_cycle(workspace, {"expires": date(2027, 3, 10)}, desk.today)
    panel = DigestPanel(style, desk, desk.reminders)
    qtbot.addWidget(panel)
    shown(qtbot, panel)
    to_the_end(panel)
    assert len(panel.rows) == len(desk.reminders.digest)
    (line,) = [row.title.full for row in panel.rows if row.reminder.id == "window_closes"]
    assert "更新申請の受付最終日" in line
    assert "審査機関へ至急連絡" in line


def test_english(qtbot, style, workspace, desk):
    from dataclasses import replace

    english = replace(style, language=Language.EN)
    panel = DigestPanel(english, Desk(workspace, desk.clock, Language.EN), desk.reminders)
    qtbot.addWidget(panel)
    assert panel.rows[0].urgency.text().endswith("days late")
    assert panel.rows[0].due.text().startswith("due ")
