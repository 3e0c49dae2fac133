"""What the first paint of a workspace must not load: it costs more than all that is seen."""

import os
import subprocess
import sys

import pytest

from tests.test_architecture import ROOT

UI = "pmark_desktop.ui."
LATE = {"jpholiday", "openpyxl", "tomllib"} | {
    UI + name for name in ("task_page", "task_table", "detail", "overview_lists", "map_table")
}
CODE = """
import sys
from datetime import date
from pathlib import Path
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pmark_desktop.app import open_window
store = QSettings(sys.argv[2], QSettings.Format.IniFormat)
window = open_window(Path(sys.argv[1]), date(2026, 11, 24), store)
window.grab()
first = set(sys.modules)
QApplication.processEvents()
print(" ".join(first), " ".join(sys.modules), sep="\\n")
window.close()
"""


@pytest.fixture
def loaded(sample, tmp_path):
    """Return the modules at the first paint, and those right after it."""
    told = subprocess.run(
        [sys.executable, "-c", CODE, str(sample), str(tmp_path / "s.ini")],
        cwd=ROOT.parent, check=True, capture_output=True, text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"},
    )  # fmt: skip
    return [set(line.split()) for line in told.stdout.splitlines()[-2:]]


def test_the_first_paint_loads_neither_holidays_nor_the_table(loaded):
    first, after = loaded
    assert f"{UI}overview_page" in first
    assert not first & LATE
    assert {"jpholiday", f"{UI}overview_lists", f"{UI}map_table"} <= after
