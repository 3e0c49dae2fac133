"""The page 期限 with many tasks: a frame while panning, and its first paint.

    python benchmarks/timeline.py [--frames 400] [--rounds 15] [--tasks 3000]

Limits of a frame, of the same size and in the same run: a widget that paints nothing (what Qt
itself takes), and a scroll area with bars whose ground is filled once (what any scrolled picture
takes at least). Every frame pans on by 7 pixels, to the end and back, as a hand does; each zoom
begins with nothing painted. Limit of the first paint: a bare window with a table of 100 rows
and 14 columns, as in start.py. Time is the processor's: nothing here waits.
"""

import argparse
import gc
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QSettings, Qt  # noqa: E402
from PySide6.QtGui import QColor, QPainter  # noqa: E402
from PySide6.QtWidgets import (  # noqa: E402
    QAbstractScrollArea,
    QApplication,
    QMainWindow,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from benchmarks.rounds import compare  # noqa: E402
from benchmarks.workspaces import TODAY, big_workspace  # noqa: E402
from pmark_desktop.app import open_window  # noqa: E402
from pmark_desktop.session.time_scale import Zoom  # noqa: E402
from pmark_desktop.ui import navigation  # noqa: E402
from pmark_desktop.ui.deadlines_page import DeadlinesPage  # noqa: E402
from pmark_desktop.ui.icons import Icons  # noqa: E402
from pmark_desktop.ui.theme import LIGHT, Style, looks  # noqa: E402
from pmark_desktop.words import Language  # noqa: E402

STEP = 7
AIM_FRAME_MS = 16.7 / 2  # half of a frame at 60 Hz: the rest is the screen's
AIM_FIRST = 4.0


class Empty(QWidget):
    """Paints nothing."""

    def paintEvent(self, _event):
        pass


class Filled(QAbstractScrollArea):
    """Fills its ground once for each frame."""

    def paintEvent(self, _event):
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor("white"))
        painter.end()

    def scrollContentsBy(self, _dx, _dy):
        self.viewport().update()


def shown(widget, size):
    """Return a widget of this size, on the screen."""
    widget.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
    widget.resize(size)
    widget.show()
    QApplication.processEvents()
    return widget


def frames(count, act):
    """Return median and 95 % of the milliseconds of an act."""
    gc.collect()
    spent = []
    for number in range(count):
        start = time.process_time()
        act(number)
        spent.append(1000 * (time.process_time() - start))
    return statistics.median(spent), sorted(spent)[int(count * 0.95)]


def pan(view):
    """Return an act that pans by a step, to the end and back, and paints at once."""
    bar = view.horizontalScrollBar()

    def act(number):
        way = STEP * number % max(2 * bar.maximum(), 1)
        bar.setValue(way if way <= bar.maximum() else 2 * bar.maximum() - way)
        view.viewport().repaint()

    return act


def line(what, found, limit=None):
    """Print a figure, and what it is to the limit."""
    ratio = f", {found[0] / limit[0]:.1f} x the filled one" if limit else ""
    print(f"{what}: median {found[0]:.3f} ms, 95 % {found[1]:.3f} ms{ratio}")


def measure_frames(page, count):
    """Print the frames of limits and of each zoom."""
    view = page.timeline
    empty, filled = shown(Empty(), view.viewport().size()), shown(Filled(), view.size())
    filled.horizontalScrollBar().setRange(0, 2000)
    filled.verticalScrollBar().setRange(0, 2000)
    line("empty widget", frames(count, lambda _number: empty.repaint()))
    limit = frames(count, pan(filled))
    line("filled scroll area", limit)
    worst = 0.0
    for zoom in Zoom:
        view.set_zoom(zoom)
        view.refresh()
        found = frames(count, pan(view))
        worst = max(worst, found[1])
        line(f"timeline, {zoom.value}", found, limit)
    word = "reached" if worst <= AIM_FRAME_MS else "MISSED"
    print(f"worst 95 %: {worst:.2f} ms (aim {AIM_FRAME_MS:.1f} ms: {word})")


def light():
    """Return the light style in Japanese."""
    icons = Icons(ROOT / "resources" / "icons", LIGHT.text)
    return Style(LIGHT, icons, looks(LIGHT), Language.JA)


def measure_first(style, desk, size, rounds):
    """Print the first paint of a page made anew, against a bare window with a table."""

    def bare():
        table = QTableWidget(100, 14)
        for row in range(100):
            for column in range(14):
                table.setItem(row, column, QTableWidgetItem(f"内部監査 {row} {column}"))
        window = QMainWindow()
        window.setCentralWidget(table)
        window.resize(size)
        window.show()
        window.grab()
        window.deleteLater()

    def ours():
        made = DeadlinesPage(style, desk)
        made.resize(size)
        made.show()
        made.grab()
        made.deleteLater()

    found = compare(bare, ours, rounds, time.process_time)
    print(found.line("first paint of the page", AIM_FIRST))


def main():
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--frames", type=int, default=400)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--tasks", type=int, default=3000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = big_workspace(Path(folder) / "big.pmark", given.tasks)
        store = QSettings(str(Path(folder) / "s.ini"), QSettings.Format.IniFormat)
        window = open_window(file, TODAY, store)
        window.resize(1280, 720)
        window.view.show_page(navigation.DEADLINES)
        QApplication.processEvents()
        page = window.view.findChild(DeadlinesPage)
        page.open_only.setChecked(False)
        placed = len(page.timeline.sheet.timeline.places)
        print(f"{placed} tasks in {len(page.timeline.sheet.timeline.lines)} lines")
        measure_frames(page, given.frames)
        measure_first(light(), window.desk, page.size(), given.rounds)
        start = time.process_time()
        task = next(id_ for id_ in page.timeline.sheet.timeline.places)
        window.desk.edit(task, "note", "x")
        page.timeline.viewport().repaint()
        print(f"an edit, saved and shown: {1000 * (time.process_time() - start):.1f} ms")
        window.close()


if __name__ == "__main__":
    main()
