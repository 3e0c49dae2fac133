"""The window fits on small screens and with large letters, in both languages."""

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from pmark_desktop.app import open_window
from pmark_desktop.ui import navigation, theme

SMALL, HD = 1000, 1280  # pixels across
PAGES = (
    navigation.OVERVIEW, navigation.ALL, navigation.DEADLINES, navigation.EVIDENCE,
    navigation.LOG, navigation.SETTINGS,
)  # fmt: skip


@pytest.fixture
def least_width(qtbot, sample, today, store, monkeypatch):
    """Return a function that gives the least width of the window after all its pages were seen."""
    app = QApplication.instance()
    before, words = QFont(app.font()), set(app.findChildren(QTranslator))

    def measure(language, points):
        monkeypatch.setattr(theme, "_POINTS", points)
        store.setValue("language", language)
        window = open_window(sample, today, store, by="試験 良子")
        qtbot.addWidget(window)
        for page in PAGES:
            window.view.show_page(page)
            app.processEvents()
        window.view._pages[navigation.DEADLINES].show_mode(is_timeline=False)
        width = window.minimumSizeHint().width()
        window.close()
        return width

    yield measure
    app.setFont(before)
    for added in set(app.findChildren(QTranslator)) - words:
        app.removeTranslator(added)


@pytest.mark.parametrize(
    ("language", "points", "room"),
    [("ja", 10, SMALL), ("en", 10, SMALL), ("ja", 15, HD), ("en", 15, HD)],
)
def test_the_window_fits_on_small_screens_and_with_large_letters(
    least_width, language, points, room
):
    assert least_width(language, points) <= room
