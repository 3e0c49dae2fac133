"""A checklist of 999 items in Excel: reading, against openpyxl on the same file, and writing.

    python benchmarks/checklist_sheet.py [--rounds 15]

Reading means from bytes to the checked list. openpyxl only loads the cells. Beside it: what a
child process would cost before it reads anything, for that is the other way to be safe.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from io import BytesIO
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from openpyxl import load_workbook

from pmark_desktop.exchange.checklist_sheet_in import read_sheet
from pmark_desktop.exchange.checklist_sheet_out import write_template
from pmark_desktop.exchange.checklist_toml import read_shipped
from pmark_desktop.words import Language

ITEMS = 999  # ids end in three digits


def large_list():
    """Return a list of as many items as ids allow, worded as ours are."""
    first = read_shipped()[0]
    items = tuple(
        replace(first.items[n % len(first.items)], id=f"LAW-{n:03}", replaces=())
        for n in range(1, ITEMS + 1)
    )
    return replace(first, items=items)


def timed(act):
    started = time.perf_counter()
    act()
    return time.perf_counter() - started


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.xlsx"
        checklist = large_list()
        child = [sys.executable, "-c", "import openpyxl"]
        write_template(path, Language.JA, checklist)
        content = path.read_bytes()
        found = {"read": [], "openpyxl": [], "write": [], "child": []}
        for _ in range(rounds):
            found["read"].append(timed(lambda: read_sheet(content, "a")))
            found["openpyxl"].append(timed(lambda: load_workbook(BytesIO(content))))
            found["write"].append(timed(lambda: write_template(path, Language.JA, checklist)))
            found["child"].append(timed(lambda: subprocess.run(child, check=True)))
    middle = {name: statistics.median(times) for name, times in found.items()}
    ratio = statistics.median(
        ours / theirs for ours, theirs in zip(found["read"], found["openpyxl"], strict=True)
    )
    print(f"{ITEMS} items, {len(content) / 1024:.0f} KiB, {rounds} rounds")
    print(f"read and check      {middle['read'] * 1000:7.0f} ms   {ratio:.2f} of openpyxl")
    print(f"openpyxl loads      {middle['openpyxl'] * 1000:7.0f} ms")
    print(f"write and read back {middle['write'] * 1000:7.0f} ms")
    print(f"an idle child       {middle['child'] * 1000:7.0f} ms, before it reads anything")


if __name__ == "__main__":
    main()
