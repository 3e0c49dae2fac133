"""Light or dark as the computer is, while the program runs."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from pmark_desktop.session.settings import Theme
from pmark_desktop.ui import main_window, navigation, theme
from pmark_desktop.ui.start_page import StartPage
from pmark_desktop.ui.theme import DARK, LIGHT


@pytest.fixture
def turn_dark(monkeypatch, qapp):
    """Return a function that does what happens when the computer turns dark; light at the end."""

    def colors_of(wanted):
        return LIGHT if wanted is Theme.LIGHT else DARK

    def turn():
        for module in (theme, main_window):
            monkeypatch.setattr(module, "colors_of", colors_of)
        QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
        QApplication.processEvents()

    yield turn
    monkeypatch.undo()
    theme.install_theme(qapp, Theme.LIGHT)


def test_the_window_turns_dark_with_the_computer_where_the_person_is(window, turn_dark):
    window.view.tasks.show_task("CERT-12")
    turn_dark()
    assert window._look.colors == DARK
    assert window.palette().window().color().name() == DARK.window
    assert window.view._page == navigation.ALL
    assert window.view.tasks.table.current_task() == "CERT-12"


def test_keys_mean_one_thing_still(window, turn_dark):
    turn_dark()
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_F1)
    QApplication.processEvents()
    boxes = [one for one in window.findChildren(QDialog) if one.objectName() == "text_dialog"]
    assert len(boxes) == 1
    boxes[0].close()


def test_the_start_page_turns_too(window, turn_dark):
    window.show_start()
    turn_dark()
    assert isinstance(window._content, StartPage)
    assert window._look.colors == DARK


def test_a_form_that_may_hold_typing_is_left_alone(window, turn_dark):
    window.view.show_page("event")
    before = window.view
    turn_dark()
    assert window.view is before
    assert window._look.colors == LIGHT
    assert "次に開いたとき" in window.strip.text


def test_a_chosen_theme_does_not_follow_the_computer(window, turn_dark, store):
    window._settings = window._settings.__class__(theme=Theme.LIGHT)
    turn_dark()
    assert window._look.colors == LIGHT
