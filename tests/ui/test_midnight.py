"""A day passes while the program is open, and a clock that cannot be right is said."""

from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication, QFrame, QLabel

from pmark_desktop.app import _build
from pmark_desktop.session.columns import PLACES
from pmark_desktop.session.day_clock import DayClock
from pmark_desktop.ui import navigation
from tests.session.test_day_clock import Hands

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.fixture
def hands():
    return Hands(NOON)


@pytest.fixture
def clock(qapp, hands):
    return DayClock(now=hands)


@pytest.fixture
def window(qtbot, sample, clock, store):
    made = _build(clock, store, "試験 良子")
    qtbot.addWidget(made)
    made.open_file(sample)
    made.show()
    yield made
    made.close()
    QApplication.processEvents()


def banner(window):
    return window.view.banner.findChild(QLabel, "days_to_expiry").text()


def left(window, task):
    model = window.view.tasks.model
    return model.index(model.row_of(task), PLACES["left"]).data()


def test_the_screens_follow_midnight(window, clock, hands):
    window.view.show_page(navigation.ALL)
    days = (window.desk.content.cycle.expires - clock.today).days
    task = window.desk.content.tasks["CERT-12"]
    assert banner(window) == f"満了まで {days}日"
    before = (task.due - clock.today).days
    assert left(window, "CERT-12") == f"あと{before}日"
    hands.at += timedelta(days=1)
    clock.look()
    assert banner(window) == f"満了まで {days - 1}日"
    assert left(window, "CERT-12") == f"あと{before - 1}日"


def test_what_is_typed_and_chosen_survives_midnight(window, clock, hands):
    view = window.view
    view.show_task("CERT-12")
    view.show_page(navigation.SETTINGS)
    field = view._pages[navigation.SETTINGS].cycle.fields["site_visit_planned"]
    field.edit.setText("2027/8/3")
    hands.at += timedelta(days=1)
    clock.look()
    assert field.text == "2027/8/3"
    assert view.tasks.table.current_task() == "CERT-12"
    field.reset()


def test_what_a_typed_day_means_is_said_anew_after_midnight(window, clock, hands):
    """What is shown beside the field is what saving writes."""
    window.view.show_page(navigation.SETTINGS)
    form = window.view._pages[navigation.SETTINGS].cycle
    field = form.fields["site_visit_planned"]
    field.edit.setText("+14")
    assert field.meaning.text() == "→ 2026/12/08(火)"
    hands.at += timedelta(days=1)
    clock.look()
    assert (field.text, field.meaning.text()) == ("+14", "→ 2026/12/09(水)")
    form.save()
    assert window.desk.content.cycle.site_visit_planned == date(2026, 12, 9)


def test_a_task_becomes_late_at_midnight(window, clock, hands):
    due = f"{clock.today:%Y/%m/%d}"
    assert window.desk.edit("CERT-12", "due", due)
    window.view.show_page(navigation.ALL)
    assert left(window, "CERT-12") == "今日まで"
    hands.at += timedelta(days=1)
    clock.look()
    assert left(window, "CERT-12") == "1日超過"


def test_what_is_done_after_midnight_carries_the_new_day(window, clock, hands):
    hands.at += timedelta(days=1)
    clock.look()
    window.desk.edit("CERT-12", "reason", "該当なし")
    window.desk.edit("CERT-12", "state", "done")
    assert window.desk.content.tasks["CERT-12"].done_on == clock.today


def wrong_clock(window):
    frame = window.view.findChild(QFrame, "wrong_clock_banner")
    reason = frame.findChild(QLabel, "wrong_clock_reason").text()
    return reason if frame.isVisible() else ""


@pytest.mark.parametrize("days", [-2, -1500])
def test_a_clock_before_the_last_entry_is_said_while_it_is_so(window, sample, monkeypatch, clock, hands, days):  # fmt: skip
    workspace = window.desk.workspace
    assert wrong_clock(window) == ""
    written = datetime.fromisoformat(workspace.log(last=1)[0].at)
    monkeypatch.setattr(workspace, "_clock", lambda: written + timedelta(days=days))
    hands.at += timedelta(days=1)
    clock.look()
    assert f"{written:%Y/%m/%d}" in wrong_clock(window)
    monkeypatch.setattr(workspace, "_clock", lambda: written + timedelta(hours=-20))
    hands.at += timedelta(days=1)
    clock.look()
    assert wrong_clock(window) == ""
