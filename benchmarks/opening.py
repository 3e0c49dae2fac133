"""A workspace into memory against `fetchall()` of the same rows; a command against bare sqlite3.

python benchmarks/opening.py [--rounds 15] [--tasks 10000 100000]
"""

import argparse
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
import tracemalloc
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.rounds import ROUNDS, compare  # noqa: E402
from benchmarks.workspaces import TODAY, big_workspace  # noqa: E402
from pmark_desktop.storage.tables import Table  # noqa: E402
from pmark_desktop.workspace.workspace import Workspace  # noqa: E402

AIM_OPENING, AIM_STATUS = 2.5, 3.0
COMMAND = "from pmark_desktop.__main__ import main; main()"  # as the installed script does it
MODULES = "import argparse, dataclasses, datetime, enum, json, pathlib, re, sqlite3"
LOADED = (Table.ORGANISATION, Table.CYCLE, Table.CHECKLIST, Table.ITEM, Table.EVENT, Table.TASK,
          Table.ROLE, Table.CLOSED_DAY)  # fmt: skip


def fetch(path: Path) -> list:
    """Return the bare rows that the program shows."""
    link = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        return [
            link.execute(
                f"SELECT {', '.join((*table.value.key, *table.value.fields))} "
                f"FROM {table.value.name}"
            ).fetchall()
            for table in LOADED
        ]
    finally:
        link.close()


def load(path: Path) -> None:
    """Open as the program does, to read, and close."""
    Workspace(path, by="", to_write=False).close()


def memory(path: Path, act) -> float:
    """Return how many MiB an act needs at most."""
    tracemalloc.start()
    act(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 2**20


def process(*arguments) -> None:
    """Run Python to its end."""
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    subprocess.run([sys.executable, *arguments], env=env, check=True, capture_output=True)


def main():
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--tasks", type=int, nargs="*", default=[10_000, 100_000])
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for tasks in given.tasks:
            path = big_workspace(Path(folder) / f"{tasks}.pmark", tasks)
            figure = compare(lambda path=path: fetch(path), lambda path=path: load(path),
                             given.rounds, time.process_time)  # fmt: skip
            print(figure.line(f"opening {tasks} tasks", AIM_OPENING))
            print(f"  peak memory: bare {memory(path, fetch):.0f} MiB, "
                  f"ours {memory(path, load):.0f} MiB")  # fmt: skip
        small = big_workspace(Path(folder) / "small.pmark", 270)
        figure = compare(
            lambda: process("-c", "import sqlite3"),
            lambda: process("-c", COMMAND, "status", str(small), "--today", TODAY.isoformat()),
            given.rounds,
        )  # fmt: skip
        print(figure.line("command status, 270 tasks", AIM_STATUS))
        figure = compare(
            lambda: process("-c", "import sqlite3"), lambda: process("-c", MODULES), given.rounds
        )
        print(f"  of which the standard library alone: ratio {figure.ratio:.2f}")


if __name__ == "__main__":
    main()
