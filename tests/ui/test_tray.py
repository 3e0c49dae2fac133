"""The icon in the tray, on a desktop that has a place for it and on one that has none."""

import pytest
from PySide6.QtGui import QAction, QColor, QIcon
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from pmark_desktop.app import open_window
from pmark_desktop.domain.reminders import Standing
from pmark_desktop.session.settings import Settings, save_settings
from pmark_desktop.ui.tray import Tray, badged

pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged", "This plugin does not support")
"""The offscreen platform has no tray: the icon is made all the same."""


@pytest.fixture
def has_tray(monkeypatch):
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: True))


@pytest.fixture
def balloons(monkeypatch):
    said = []
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda _, *words: said.append(words[:2]))
    return said


@pytest.fixture
def tray(qtbot, style, desk, has_tray):
    parent = QWidget()
    qtbot.addWidget(parent)
    made = Tray(style, parent)
    made.follow(desk.reminders)
    yield made
    made.remove()


def test_the_tool_tip_says_what_is_late_and_what_is_near(tray):
    assert tray.icon.toolTip().splitlines() == ["Pマーク更新デスク", "超過 9件・7日以内 6件"]


def test_the_count_follows_an_edit_and_the_closing_of_the_file(qtbot, tray, desk):
    with qtbot.waitSignal(desk.reminders.changed):
        desk.edit(desk.reminders.standing[0].id, "due", "2026/11/25")
    assert "超過 8件・7日以内 7件" in tray.icon.toolTip()
    tray.follow(None)
    assert tray.icon.toolTip() == "Pマーク更新デスク"


def test_one_balloon_with_counts_only_tells_of_what_came_up(qtbot, tray, desk, balloons):
    one = desk.reminders.standing[0]
    with qtbot.waitSignal(desk.reminders.changed):
        desk.edit(one.id, "due", "2026/11/25")
    assert balloons == [("新しいお知らせ 1件", "超過 0件・7日以内 1件")]
    with qtbot.waitSignal(desk.reminders.changed):
        desk.edit(one.id, "note", "メモ")
    assert len(balloons) == 1


def test_a_click_and_the_menu_lead_back_or_out(qtbot, tray):
    with qtbot.waitSignal(tray.open_wanted):
        tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    with qtbot.waitSignal(tray.open_wanted):
        tray.icon.contextMenu().findChild(QAction, "tray_open").trigger()
    with qtbot.waitSignal(tray.quit_wanted):
        tray.icon.contextMenu().findChild(QAction, "tray_quit").trigger()
    with qtbot.assertNotEmitted(tray.open_wanted):
        tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Context)


def test_without_a_place_for_it_there_is_no_icon_and_nothing_is_worked_out(qtbot, style, desk):
    parent = QWidget()
    qtbot.addWidget(parent)
    tray = Tray(style, parent)
    assert tray.icon is None
    tray.follow(desk.reminders)
    tray.remove()


def pixel(icon, x, y):
    return icon.pixmap(64, 64).toImage().pixelColor(x, y)


@pytest.mark.parametrize(
    ("counts", "color"),
    [(Standing(3, 1, 9), "#b3261e"), (Standing(0, 2, 9), "#7d4a00"), (Standing(120, 0, 120), "#b3261e")],
)  # fmt: skip
def test_the_number_stands_on_red_where_something_is_late(qapp, style, counts, color):
    made = badged(style.icons.program(), counts)
    assert pixel(made, 44, 28) == QColor(color)


def test_a_calm_icon_carries_no_number(qapp):
    plain = QIcon()
    assert badged(plain, Standing(0, 0, 9)) is plain


def test_the_window_has_its_tray_and_gives_it_up(qtbot, sample, today, store, has_tray):
    window = open_window(sample, today, store)
    qtbot.addWidget(window)
    qtbot.waitUntil(lambda: window.findChild(QSystemTrayIcon, "tray") is not None)
    icon = window.findChild(QSystemTrayIcon, "tray")
    assert "超過" in icon.toolTip()
    window.showMinimized()
    icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    assert not window.isMinimized()
    window.show_start()
    assert "超過" not in icon.toolTip()
    window.close()
    QApplication.processEvents()
    assert window._tray is None


def test_who_does_not_want_it_has_none(qtbot, sample, today, store, has_tray):
    save_settings(store, Settings(tray=False))
    window = open_window(sample, today, store)
    qtbot.addWidget(window)
    qtbot.wait(5)
    assert window._tray is None
    window.view.show_preferences()
    box = window.findChild(QWidget, "tray")
    box.setChecked(True)
    assert window._tray is not None
    window.close()
