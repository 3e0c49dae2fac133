"""The evidence workbook of 2,400 tasks against bare openpyxl writing the same cells.

    python benchmarks/workbook.py [--rounds 15] [--tasks 2400]

Bare means: the values lie ready, each cell gets one shared style, nothing is fitted, measured,
linked, set up for paper or read back. Ours plans, writes and reads back. Memory is the peak of a
process that makes the snapshot and one of the two, less one that only makes the snapshot.
"""

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from copy import copy
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "exchange")]

import snapshots  # noqa: E402  (the hand-made ones of the tests)

from pmark_desktop.exchange.workbook import write_workbook  # noqa: E402
from pmark_desktop.words import Language  # noqa: E402

AIM_TIME, AIM_MEMORY = 1.15, 1.25


def planned(snapshot):
    """Return the cells of the workbook, as the bare writing gets them."""
    from pmark_desktop.exchange.workbook.book import plan_sheets
    from pmark_desktop.exchange.workbook.plan import Plan, Steps

    return plan_sheets(Plan(snapshot, Language.JA, Steps(lambda _fraction: None, 1)))


def bare(path: Path, sheets) -> None:
    """Write the cells with openpyxl and shared styles, and nothing else."""
    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.styles import Alignment, Border, Font, Side

    book = Workbook()
    book.remove(book.worksheets[0])
    side = Side(style="thin")
    styles = {}
    for sheet in sheets:
        made = book.create_sheet(sheet.title)
        for number, row in enumerate(sheet.rows, start=1):
            for column, (value, look) in enumerate(
                zip(row.values, row.looks, strict=True), start=1
            ):
                if look not in styles:
                    model = Cell(made, row=1, column=1)
                    model.font, model.border = Font(size=9), Border(side, side, side, side)
                    model.alignment = Alignment(wrap_text=True)
                    styles[look] = model._style
                cell = made.cell(number, column, value)
                cell._style = copy(styles[look])
    book.save(path)


def seconds(work: Callable[[], None]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def times(tasks: int, rounds: int, folder: Path) -> None:
    snapshot = snapshots.many(tasks)
    sheets = planned(snapshot)
    cells = sum(len(row.values) for sheet in sheets for row in sheet.rows)
    ours, limits = [], []
    for _ in range(rounds):
        limits.append(seconds(lambda: bare(folder / "bare.xlsx", sheets)))
        ours.append(seconds(lambda: write_workbook(folder / "ours.xlsx", snapshot)))
    ratio = statistics.median(a / b for a, b in zip(ours, limits, strict=True))
    print(f"{tasks:,} tasks, {cells:,} cells, {rounds} rounds")
    print(f"  bare openpyxl      {statistics.median(limits):7.2f} s")
    print(f"  ours, read back    {statistics.median(ours):7.2f} s")
    print(f"  ratio              {ratio:7.2f}   aim <= {AIM_TIME}")


def memory(tasks: int) -> None:
    peaks = {}
    for part in ("nothing", "bare", "ours"):
        command = [sys.executable, __file__, "--tasks", str(tasks), "--only", part]
        peaks[part] = int(subprocess.check_output(command, text=True))
    limit, ours = (peaks[part] - peaks["nothing"] for part in ("bare", "ours"))
    whole = peaks["ours"] / peaks["bare"]
    print(f"  peak beside the snapshot: bare {limit / 1024:.0f} MB, ours {ours / 1024:.0f} MB")
    print(f"  ratio of whole processes  {whole:.2f}   aim <= {AIM_MEMORY}")


def only(part: str, tasks: int, folder: Path) -> None:
    """Do one part in this process and print its peak memory in KB."""
    snapshot = snapshots.many(tasks)
    if part == "ours":
        write_workbook(folder / "ours.xlsx", snapshot)
    elif part == "bare":
        bare(folder / "bare.xlsx", planned(snapshot))
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def long_log(entries: int, folder: Path) -> None:
    snapshot = snapshots.many(12, entries)
    took = seconds(lambda: write_workbook(folder / "log.xlsx", snapshot))
    size = (folder / "log.xlsx").stat().st_size / 1e6
    print(f"a log of {entries:,} entries: {took:.1f} s, {size:.1f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--tasks", type=int, default=2400)
    parser.add_argument("--only", choices=("nothing", "bare", "ours"))
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        if given.only:
            only(given.only, given.tasks, Path(name))
            return
        memory(given.tasks)  # first: a child begins with the size of its parent
        times(given.tasks, given.rounds, Path(name))
        long_log(100_000, Path(name))


if __name__ == "__main__":
    main()
