"""`remind` over 200 workspaces against opening each with bare sqlite3 and a `fetchall()`.

    python benchmarks/remind.py [--rounds 5] [--files 200] [--tasks 270]

The first figure is the reading alone, in one process; the second the command from start to end,
against a Python that only loads sqlite3 and does the same bare reading.
"""

import argparse
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
import tracemalloc
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.rounds import compare  # noqa: E402
from benchmarks.workspaces import big_workspace  # noqa: E402
from pmark_desktop.domain.typed_dates import parse_date  # noqa: E402
from pmark_desktop.workspace.reminder_round import read_files, total  # noqa: E402

AIM_READING, AIM_COMMAND = 3.0, 3.0
DAY = "2027-09-08"
BARE = """
import sqlite3, sys
for path in sys.argv[1:]:
    link = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    link.execute("SELECT * FROM organisation").fetchall()
    link.execute("SELECT * FROM cycle").fetchall()
    link.execute(
        "SELECT * FROM task JOIN item ON item.cycle = task.cycle AND item.id = item"
    ).fetchall()
    link.close()
"""
COMMAND = "from pmark_desktop.__main__ import main; main()"


def fetch(paths):
    """Return the bare rows that reminders are made of."""
    rows = 0
    for path in paths:
        link = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        for query in (
            "SELECT * FROM organisation",
            "SELECT * FROM cycle",
            "SELECT * FROM task JOIN item ON item.cycle = task.cycle AND item.id = item",
        ):
            rows += len(link.execute(query).fetchall())
        link.close()
    return rows


def memory(act):
    """Return how many MiB an act needs at most."""
    tracemalloc.start()
    act()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 2**20


def process(folder, *arguments, codes=(0,)):
    """Run Python to its end; return the most memory it took, in MiB."""
    env = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_DATA_HOME": str(folder / "data")}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    script = ["/usr/bin/time", "-f", "%M"] if Path("/usr/bin/time").exists() else []
    done = subprocess.run(
        [*script, sys.executable, *arguments], env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode in codes, done.stderr
    return int(done.stderr.split()[-1]) / 1024 if script else 0.0


def first_time(folder, *arguments):
    """Run the command as on the first day: with no record of what was given."""
    shutil.rmtree(folder / "data", ignore_errors=True)
    return process(folder, *arguments, codes=(20,))


def main():
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--files", type=int, default=200)
    parser.add_argument("--tasks", type=int, default=270)
    given = parser.parse_args()
    today = parse_date(DAY)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        first = big_workspace(folder / "000.pmark", given.tasks)
        paths = [str(first)]
        for number in range(1, given.files):
            path = folder / f"{number:03}.pmark"
            shutil.copy(first, path)
            link = sqlite3.connect(path)
            link.execute("UPDATE workspace SET uuid = ?", (f"workspace-{number}",))
            link.commit()
            link.close()
            paths.append(str(path))
        print(f"{given.files} files, {total(read_files(paths, today)).total} reminders stand")
        figure = compare(lambda: fetch(paths), lambda: read_files(paths, today), given.rounds,
                         time.process_time)  # fmt: skip
        print(figure.line("reading", AIM_READING))
        print(f"  peak memory: bare {memory(lambda: fetch(paths)):.1f} MiB, "
              f"ours {memory(lambda: read_files(paths, today)):.1f} MiB")  # fmt: skip
        command = ("-c", COMMAND, "remind", *paths, "--today", DAY)
        bare = ("-c", BARE, *paths)
        figure = compare(lambda: process(folder, *bare), lambda: first_time(folder, *command),
                         given.rounds)  # fmt: skip
        print(figure.line("the command, first time", AIM_COMMAND))
        figure = compare(lambda: process(folder, *bare), lambda: process(folder, *command),
                         given.rounds)  # fmt: skip
        print(figure.line("the command, nothing new", AIM_COMMAND))
        print(f"  peak memory: bare {process(folder, *bare):.0f} MiB, "
              f"ours {first_time(folder, *command):.0f} MiB")  # fmt: skip


if __name__ == "__main__":
    main()
