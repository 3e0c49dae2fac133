"""A full repaint and a page scrolled in the task table against a C++ model and delegate.

    python benchmarks/table.py [--rounds 15] [--tasks 2400]

Limit: QStandardItemModel with the stock delegate in a QTableView of the same size, columns and
row heights. Also a filter key with repaint at 10,000 tasks against relayout and repaint of 500
rows of the C++ model.
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
from PySide6.QtGui import QStandardItem, QStandardItemModel  # noqa: E402
from PySide6.QtWidgets import QApplication, QTableView  # noqa: E402

from benchmarks.workspaces import TODAY, big_workspace  # noqa: E402
from pmark_desktop.app import open_window  # noqa: E402
from pmark_desktop.ui.navigation import ALL  # noqa: E402

AIM_PAINT, AIM_FILTER = 0.8, 1.0
FILTER_ROWS = 500


def timed(act):
    """Return how many seconds `act` takes."""
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def repaint(view):
    """Paint all that is visible at once."""
    view.viewport().repaint()


def scroll(view):
    """Go to the end and to the start page by page, painting each."""
    bar = view.verticalScrollBar()
    for place in list(range(0, bar.maximum(), max(bar.pageStep(), 1)))[:20]:
        bar.setValue(place)
        view.viewport().repaint()
    bar.setValue(0)


def stock_view(ours, rows):
    """Return a QTableView on a QStandardItemModel that shows the same texts."""
    model = ours.model()
    texts = QStandardItemModel(rows, model.columnCount())
    for row in range(rows):
        for column in range(model.columnCount()):
            shown = model.index(row % model.rowCount(), column).data()
            texts.setItem(row, column, QStandardItem(shown))
    view = QTableView()
    view.setModel(texts)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(ours.verticalHeader().defaultSectionSize())
    for column in range(model.columnCount()):
        view.setColumnWidth(column, ours.columnWidth(column))
    view.resize(ours.size())
    view.show()
    return view


def compare(name, ours, limit, rounds, aim):
    """Print the median of the ratios of two acts done in turns."""
    ours(), limit()
    pairs = [(timed(limit), timed(ours)) for _ in range(rounds)]
    ratio = statistics.median(own / bare for bare, own in pairs)
    bare, own = (1000 * statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"{name}: limit {bare:.1f} ms, ours {own:.1f} ms, ratio {ratio:.2f} (aim {aim})")


def main():
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--tasks", type=int, default=2400)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = big_workspace(Path(folder) / "big.pmark", given.tasks)
        store = QSettings(str(Path(folder) / "s.ini"), QSettings.Format.IniFormat)
        window = open_window(file, TODAY, store)
        window.view.show_page(ALL)
        window.resize(1600, 1100)
        QApplication.processEvents()
        table = window.view.tasks.table
        stock = stock_view(table, given.tasks)
        QApplication.processEvents()
        compare("repaint", lambda: repaint(table), lambda: repaint(stock), given.rounds, AIM_PAINT)
        compare("scroll", lambda: scroll(table), lambda: scroll(stock), given.rounds, AIM_PAINT)
        window.close()
        file = big_workspace(Path(folder) / "huge.pmark", 10_000)
        window = open_window(file, TODAY, store)
        window.view.show_page(ALL)
        window.resize(1600, 1100)
        QApplication.processEvents()
        page, small = window.view.tasks, stock_view(window.view.tasks.table, FILTER_ROWS)
        QApplication.processEvents()
        keys = iter("点検取扱" * (given.rounds + 1))

        def filter_key():
            page.model.show_only(search=next(keys))
            repaint(page.table)

        def relayout():
            small.model().layoutChanged.emit()
            repaint(small)

        page.model.show_only(search="x")  # folds every row once
        compare("filter key, 10,000 tasks", filter_key, relayout, given.rounds, AIM_FILTER)
        window.close()


if __name__ == "__main__":
    main()
