"""What tests of widgets share. A modal dialog fails a test instead of hanging it."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtWidgets import QApplication, QDialog

from pmark_desktop.app import open_window
from pmark_desktop.exchange.places import resource_folder
from pmark_desktop.ui import dialogs
from pmark_desktop.ui.icons import Icons
from pmark_desktop.ui.navigation import ALL
from pmark_desktop.ui.theme import LIGHT, Style, looks
from pmark_desktop.words import Language
from tests.session.conftest import (  # noqa: F401  (fixtures)
    data_folder,
    desk,
    sample,
    sample_template,
    today,
    workspace,
)


@pytest.fixture(autouse=True)
def no_modal_dialogs(monkeypatch):
    """Fail, rather than hang, when a modal dialog opens."""

    def refuse(dialog):
        pytest.fail(f"modal dialog: {type(dialog).__name__}")

    monkeypatch.setattr(QDialog, "exec", refuse)


@pytest.fixture
def style(qapp):
    """Return the light style in Japanese."""
    return Style(LIGHT, Icons(resource_folder() / "icons", LIGHT.text), looks(LIGHT), Language.JA)


@pytest.fixture
def store(tmp_path):
    """Return settings of nobody."""
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def window(qtbot, sample, today, store, monkeypatch):  # noqa: F811
    """Return the main window on all tasks of the sample; it is closed at the end.

    Those of earlier tests go first: with every window that is left, a new style takes longer.
    """
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    made = open_window(sample, today, store, by="試験 良子")

    def let_go(_widget):
        monkeypatch.setattr(dialogs, "ask_again", lambda *_given: True)  # of what is not saved

    qtbot.addWidget(made, before_close_func=let_go)
    made.view.show_page(ALL)
    yield made
    made.close()
    QApplication.processEvents()
