"""Finding in the table of tasks against a bare QTableView on a Python list, in the same run.

    python benchmarks/finding.py [--rounds 9] [--tasks 300 3000 30000]

The bare table has a model of the same texts in lists, the stock delegate and the same size. It
filters by `word in text` over one folded text a row and sorts by `sorted`, resets and repaints.
Ours does the same through the page: chips, count, current cell, selection and scroll kept.
Sorting by each column is also set against row 9 of the aims: `sorted` with ready keys and a
repaint of QStandardItemModel.
"""

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QSettings, Qt  # noqa: E402
from PySide6.QtWidgets import QApplication, QTableView  # noqa: E402

from benchmarks.rounds import compare  # noqa: E402
from benchmarks.table import repaint, scroll, stock_view  # noqa: E402
from benchmarks.workspaces import TODAY, big_workspace  # noqa: E402
from pmark_desktop.app import open_window  # noqa: E402
from pmark_desktop.domain.filters import EVERYTHING  # noqa: E402
from pmark_desktop.domain.texts import folded  # noqa: E402
from pmark_desktop.domain.views import Group, SortBy  # noqa: E402
from pmark_desktop.session.columns import COLUMNS, PLACES  # noqa: E402
from pmark_desktop.ui.navigation import ALL  # noqa: E402

DISPLAY = Qt.ItemDataRole.DisplayRole
KEYS = ("点", "検", "取", "扱")
AIM_SORT = 2.0


class BareModel(QAbstractTableModel):
    """Lists of texts, and nothing else."""

    def __init__(self, rows):
        super().__init__()
        self.rows = rows
        self.searched = [folded("\n".join(row)) for row in rows]
        self.shown = rows

    def search(self, word):
        self.beginResetModel()
        pairs = zip(self.rows, self.searched, strict=True)
        self.shown = [row for row, text in pairs if word in text]
        self.endResetModel()

    def order(self, column):
        self.beginResetModel()
        self.shown = sorted(self.shown, key=lambda row: row[column])
        self.endResetModel()

    def rowCount(self, parent=QModelIndex()):  # noqa: B008
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent=QModelIndex()):  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index, role=DISPLAY):
        return self.shown[index.row()][index.column()] if role == DISPLAY else None


def bare_view(page):
    """Return a bare table of the texts that our page shows."""
    model = page.model
    rows = [
        [model.cell(row, place)[0] for place in range(len(COLUMNS))]
        for row in range(model.rowCount())
    ]
    view = QTableView()
    view.setModel(BareModel(rows))
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(page.table.rowHeight(0))
    for place in range(len(COLUMNS)):
        view.setColumnHidden(place, page.table.isColumnHidden(place))
        view.setColumnWidth(place, page.table.columnWidth(place))
    view.resize(page.table.size())
    view.show()
    QApplication.processEvents()
    return view


def first_paint(file, store):
    """Open the window on all tasks and print how long until they are painted."""
    start = time.perf_counter()
    window = open_window(file, TODAY, store)
    window.resize(1600, 1100)
    opened = time.perf_counter()
    window.view.show_page(ALL)
    QApplication.processEvents()
    repaint(window.view.tasks.table)
    print(
        f"first paint: window {1000 * (opened - start):.0f} ms, "
        f"page of tasks {1000 * (time.perf_counter() - opened):.0f} ms"
    )
    return window


def frames(view):
    """Return the median and the 95th percentile of a frame in ms, scrolling row by row."""
    bar = view.verticalScrollBar()
    took = []
    for place in range(min(bar.maximum(), 200)):
        start = time.perf_counter()
        bar.setValue(place)
        QApplication.processEvents()
        took.append(1000 * (time.perf_counter() - start))
    bar.setValue(0)
    took.sort()
    return took[len(took) // 2], took[len(took) * 95 // 100]


def measure(file, store, rounds):
    """Print the figures of one workspace."""
    window = first_paint(file, store)
    page = window.view.tasks
    bare = bare_view(page)
    start = time.perf_counter()
    while page.model.warm(0.005):
        pass
    print(f"search ready after {1000 * (time.perf_counter() - start):.0f} ms in slices of 5 ms")
    fresh = time.perf_counter()
    made = BareModel(bare.model().rows)
    bare.setModel(made)
    repaint(bare)
    print(f"bare: model and first paint {1000 * (time.perf_counter() - fresh):.0f} ms")
    ours, theirs = iter(KEYS * rounds * 9), iter(KEYS * rounds * 9)

    def key():
        page.search.setText(next(ours))
        page.filter_again()
        repaint(page.table)

    def bare_key():
        made.search(next(theirs))
        repaint(bare)

    print(compare(bare_key, key, rounds).line("filter key through the page", 1.0))
    page.search.clear()
    page.want(EVERYTHING)
    made.search("")
    measure_orders(page, bare, made, rounds)
    print(compare(lambda: scroll(bare), lambda: scroll(page.table), rounds).line("scroll", 1.0))
    for name, view in (("bare", bare), ("ours", page.table)):
        usual, slow = frames(view)
        print(
            f"frame of a scroll by rows, {name}: median {usual:.1f} ms, 95 % within {slow:.1f} ms"
        )
    page.table.horizontalScrollBar().setValue(400)
    line = "scroll, frozen columns over others"
    print(compare(lambda: scroll(bare), lambda: scroll(page.table), rounds).line(line, 1.0))
    window.close()
    bare.close()


def measure_orders(page, bare, made, rounds):
    """Print what sorting and grouping take."""
    turns = iter([True, False] * rounds * 9)

    def order():
        page.arranging.set_order((SortBy("due", next(turns)),))
        repaint(page.table)

    def bare_order():
        made.order(PLACES["due"])
        repaint(bare)

    print(compare(bare_order, order, rounds).line("sort by due through the page", 1.0))
    groups = iter([Group.MONTH, Group.NONE] * rounds * 9)

    def group():
        page.arranging.set_group(next(groups))
        repaint(page.table)

    print(compare(bare_order, group, rounds).line("groups by month against a sort", 1.0))
    page.arranging.set_group(Group.NONE)
    measure_row_9(page, rounds)


def measure_row_9(page, rounds):
    """Print the slowest column of row 9: sorted and painted, by ready keys."""
    tasks = [page.model.task(row) for row in range(page.model.rowCount())]
    stock = stock_view(page.table, 500)
    QApplication.processEvents()  # it paints only once it is seen
    worst = None
    for column in COLUMNS:
        ready = [
            column.key(task) or "" if isinstance(column.key(task), str) else 0 for task in tasks
        ]
        turns = iter([True, False] * rounds * 9)

        def limit(ready=ready):
            sorted(range(len(ready)), key=ready.__getitem__)
            repaint(stock)

        def ours(column=column, turns=turns):
            page.model.set_order([SortBy(column.name, next(turns))])
            repaint(page.table)

        figure = compare(limit, ours, max(3, rounds // 3))
        if worst is None or figure.ratio > worst[0].ratio:
            worst = figure, column.name
    print(worst[0].line(f"row 9, slowest column ({worst[1]})", AIM_SORT))
    page.model.set_order([])
    stock.close()


def main():
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--tasks", type=int, nargs="+", default=[300, 3000, 30_000])
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = QSettings(str(Path(folder) / "s.ini"), QSettings.Format.IniFormat)
        for tasks in given.tasks:
            print(f"-- {tasks} tasks")
            file = big_workspace(Path(folder) / f"{tasks}.pmark", tasks)
            measure(file, store, given.rounds)


if __name__ == "__main__":
    main()
