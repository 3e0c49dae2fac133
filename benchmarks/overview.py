"""First paint of 概況 with 3,000 tasks against a bare window, and what follows it.

    python benchmarks/overview.py [--rounds 15] [--tasks 3000]

Bare is a PySide6 window with a table of 100 rows and 14 columns, made and painted. Against it:
the page made, filled and painted for the first time, with the workspace open; then the lists, the
map and the business days that follow the first paint; then all of it shown anew, as after an
edit. The start of the whole program is the figure of `benchmarks/start.py`.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QSettings  # noqa: E402
from PySide6.QtWidgets import QMainWindow, QTableWidget, QTableWidgetItem  # noqa: E402

from benchmarks.rounds import ROUNDS, compare, seconds  # noqa: E402
from benchmarks.workspaces import TODAY, big_workspace  # noqa: E402
from pmark_desktop.app import open_window  # noqa: E402
from pmark_desktop.domain.agenda import next_step  # noqa: E402
from pmark_desktop.domain.two_years import two_years  # noqa: E402
from pmark_desktop.exchange.places import resource_folder  # noqa: E402
from pmark_desktop.ui.icons import Icons  # noqa: E402
from pmark_desktop.ui.overview_page import OverviewPage  # noqa: E402
from pmark_desktop.ui.theme import LIGHT, Style, looks  # noqa: E402
from pmark_desktop.words import Language  # noqa: E402

AIM_PAINT, AIM_REST = 1.25, 2.0
SIZE = 1040, 600


def make_style():
    """Return the light style in Japanese."""
    return Style(LIGHT, Icons(resource_folder() / "icons", LIGHT.text), looks(LIGHT), Language.JA)


def paint_bare():
    """Make and paint the bare window."""
    table = QTableWidget(100, 14)
    for row in range(100):
        for column in range(14):
            table.setItem(row, column, QTableWidgetItem(f"内部監査 {row} {column}"))
    window = QMainWindow()
    window.setCentralWidget(table)
    window.resize(*SIZE)
    window.show()
    window.grab()
    window.close()


def painted(style, desk):
    """Return the page as it is after its first paint."""
    page = OverviewPage(style, desk)
    page.resize(*SIZE)
    page.refresh()
    page.show()
    page.grab()
    page.stop()
    return page


def complete(page):
    """Show everything and paint it."""
    page.complete()
    page.grab()


def measure(window, rounds):
    """Print the figures of an open window."""
    desk, style = window.desk, make_style()
    tasks, today = list(desk.content.tasks.values()), desk.today
    cycle, lists = desk.content.cycle, [one.key for one in desk.content.lists]
    state, clock = desk.workspace.window_state(today), time.process_time
    figure = compare(paint_bare, lambda: painted(style, desk).close(), rounds, clock)
    print(figure.line(f"first paint of the page, {len(tasks)} tasks", AIM_PAINT))
    fresh = iter([painted(style, desk) for _ in range(rounds + 1)])
    figure = compare(paint_bare, lambda: complete(next(fresh)), rounds, clock)
    print(figure.line("lists, map and business days after it", AIM_REST))
    page = painted(style, desk)
    page.complete()

    def again():
        page.refresh()
        complete(page)

    figure = compare(paint_bare, again, rounds, clock)
    print(figure.line("all of it again after an edit", AIM_REST))

    for name, act in (
        ("the next step", lambda: next_step(tasks, state, today, today)),
        ("the two-year map", lambda: two_years(tasks, lists, cycle.review_period, today)),
    ):
        spent = statistics.median(seconds(act, clock) for _ in range(rounds))
        print(f"  of which {name}: {spent * 1000:.1f} ms")


def main():
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--tasks", type=int, default=3000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = big_workspace(Path(folder) / "big.pmark", given.tasks)
        store = QSettings(str(Path(folder) / "s.ini"), QSettings.Format.IniFormat)
        window = open_window(file, TODAY, store)
        measure(window, given.rounds)
        window.close()


if __name__ == "__main__":
    main()
