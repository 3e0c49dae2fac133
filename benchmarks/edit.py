"""One committed edit with its log entry, against the same two statements in bare sqlite3.

    python benchmarks/edit.py [--rounds 15] [--tasks 2400] [--edits 20]

Both write to files of the same content, in one folder, with the same journal and sync. What is
counted is from typed text to the new content, as the window sees it.
"""

import argparse
import sqlite3
import sys
import tempfile
from itertools import count
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.rounds import ROUNDS, compare  # noqa: E402
from benchmarks.workspaces import TODAY, big_workspace  # noqa: E402
from pmark_desktop.workspace.editing import parse_fields, set_fields  # noqa: E402
from pmark_desktop.workspace.workspace import Workspace  # noqa: E402

AIM = 1.5
UPDATE = "UPDATE task SET note = ? WHERE cycle = ? AND id = ?"
INSERT = """INSERT INTO log (seq, operation, act, reverses, at, who, kind, target, field, old, new,
                             why, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
AT, WHO, HASH = "2026-11-23T09:00:00+09:00", "見本 花子", "0" * 64


def bare_link(path: Path) -> sqlite3.Connection:
    """Return a connection with the settings of the program."""
    link = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode = TRUNCATE", "synchronous = FULL", "foreign_keys = ON"):
        link.execute(f"PRAGMA {pragma}")
    return link


def main():
    """Print the figure."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--tasks", type=int, default=2400)
    parser.add_argument("--edits", type=int, default=20)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        link = bare_link(big_workspace(Path(folder) / "bare.pmark", given.tasks))
        path = big_workspace(Path(folder) / "ours.pmark", given.tasks)
        with Workspace(path, by=WHO) as workspace:
            task = next(iter(workspace.content.tasks))
            seq = count(link.execute("SELECT max(seq) + 1 FROM log").fetchone()[0])
            numbers = count()

            def bare():
                for _ in range(given.edits):
                    number, text = next(seq), f"備考 {next(numbers)}"
                    link.execute("BEGIN IMMEDIATE")
                    link.execute(UPDATE, (text, 1, task))
                    row = (number, number, "set note", None, AT, WHO, "task", f"1/{task}", "note",
                           "", text, "", HASH)  # fmt: skip
                    link.execute(INSERT, row)
                    link.execute("COMMIT")

            def ours():
                for _ in range(given.edits):
                    changes, _ = parse_fields({"note": f"備考 {next(numbers)}"}, TODAY)
                    set_fields(workspace, task, changes, TODAY)

            figure = compare(bare, ours, given.rounds)
        link.close()
    print(figure.line(f"{given.edits} edits of {given.tasks} tasks", AIM))


if __name__ == "__main__":
    main()
