"""Builds the window and joins its parts. The only place that knows them all."""

import sys
from datetime import date
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QSettings, QStandardPaths, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from pmark_desktop.domain.typed_dates import parse_date
from pmark_desktop.exchange.places import resource_folder
from pmark_desktop.session.day_clock import DayClock
from pmark_desktop.session.settings import Settings, load_settings, recent_files
from pmark_desktop.ui.errors import ErrorBoundary
from pmark_desktop.ui.icons import Icons
from pmark_desktop.ui.main_window import MainWindow
from pmark_desktop.ui.theme import Style, install_font, install_theme, looks
from pmark_desktop.words import Language

_NAME = "pmark-desktop"
_TITLE = {Language.JA: "Pマーク更新デスク", Language.EN: "P-mark Renewal Desk"}
_FALLBACK_FONT = "BIZUDPGothic-Regular.ttf"


def open_window(
    path: Path | str | None, today: date | None, store: QSettings | None = None, *, by: str = ""
) -> MainWindow:
    """Return the main window, shown, with a workspace open (None: the start page).

    `today` None follows the real day. For tests and screenshots; `main` does the same and then
    runs the program.
    """
    window = _build(DayClock(today), store, by)
    if path is None:
        window.show_start()
    else:
        window.open_file(Path(path))
    window.show()
    return window


def main(path: Path | None, today: str | None, *, by: str = "", sample: bool = False) -> int:
    """Run the program until its window is closed and return the exit code.

    Raises:
        UserError: `today` is no date.
    """
    clock = DayClock(parse_date(today) if today else None)
    window = _build(clock, None, by)
    clock.start()
    _guard(window)
    store = _default_store()
    last = next(iter(recent_files(store)), None)
    if sample:
        window.open_sample()
    elif path is not None:
        window.open_file(path.absolute())
    elif last is not None and load_settings(store).reopen_last and last.exists():
        window.open_file(last)
    else:
        window.show_start()
    window.show()
    return QApplication.exec()


def _build(clock: DayClock, store: QSettings | None, by: str) -> MainWindow:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
        app.setStyle("Fusion")
    store = store or _default_store()
    settings = load_settings(store)
    app.setApplicationName(_NAME)
    app.setApplicationDisplayName(_TITLE[settings.language])
    folder = resource_folder()
    _translate(app, settings.language, folder)
    install_font(app, str(folder / "fonts" / _FALLBACK_FONT))

    def make_style(wanted: Settings) -> Style:
        colors = install_theme(app, wanted.theme)
        icons = Icons(folder / "icons", colors.text)
        return Style(colors, icons, looks(colors), settings.language)

    window = MainWindow(make_style, store, settings, clock, by=by)
    app.applicationStateChanged.connect(window.look_outside)
    return window


def _default_store() -> QSettings:
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, _NAME, _NAME)


def _translate(app: QApplication, language: Language, folder: Path) -> None:
    """Load Qt's own words, and ours where they are not the Japanese of the source."""
    own = QTranslator(app)  # by file name: QLocale costs a tenth of the whole start
    if own.load(f"qtbase_{language.value}", _qt_translations()):
        app.installTranslator(own)
    if language is not Language.JA:
        ours = QTranslator(app)
        if ours.load(str(folder / "translations" / f"pmark_{language.value}.qm")):
            app.installTranslator(ours)


def _qt_translations() -> str:
    return QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)


def _guard(window: MainWindow) -> None:
    """Report bugs once each, and save what is typed when the session ends."""
    places = QStandardPaths.StandardLocation.AppDataLocation
    folder = Path(QStandardPaths.writableLocation(places)) / "reports"
    folder.mkdir(parents=True, exist_ok=True)
    boundary = ErrorBoundary(folder, window)
    boundary.refused.connect(window.refuse, Qt.ConnectionType.QueuedConnection)
    boundary.crashed.connect(window.report_crash, Qt.ConnectionType.QueuedConnection)
    boundary.install()
    app = QApplication.instance()
    if isinstance(app, QApplication):
        app.commitDataRequest.connect(lambda _manager: window.commit_editor())
