from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from pmark_desktop.session.settings import (
    Settings,
    Theme,
    forget_file,
    load_settings,
    recent_files,
    remember_file,
    save_settings,
)
from pmark_desktop.words import Language


@pytest.fixture
def store(tmp_path):
    return QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)


def test_what_was_saved_is_loaded_again(store, tmp_path):
    wanted = Settings(Language.EN, Theme.DARK, author="見本 花子", reopen_last=False)
    save_settings(store, wanted)
    store.sync()
    again = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
    assert load_settings(again) == wanted


def test_damaged_values_become_defaults(tmp_path):
    path = tmp_path / "s.ini"
    path.write_text("[General]\ntheme=pink\nreopen_last=perhaps\nauthor=x\n")
    store = QSettings(str(path), QSettings.Format.IniFormat)
    assert load_settings(store) == Settings(author="x")


def test_recent_files_are_newest_first_once_each_and_eight_at_most(store):
    for number in range(10):
        remember_file(store, Path(f"/{number}.pmark"))
    remember_file(store, Path("/5.pmark"))
    found = recent_files(store)
    assert found[:2] == [Path("/5.pmark"), Path("/9.pmark")]
    assert len(found) == len(set(found)) == 8
    forget_file(store, Path("/5.pmark"))
    assert Path("/5.pmark") not in recent_files(store)
