"""A paste of 1,000 × 10 cells until it is durable, and its undo, against bare sqlite3.

    python benchmarks/paste.py [--rounds 7] [--tasks 2400] [--rows 1000]

Ours is all of it: text of the clipboard, cells, values, rules, rows, log, what the window knows
then. Bare are the same two statements for each cell in one transaction, with the same journal and
sync; hashes, reading and rules are not in it. Also how long a large clipboard takes to be read.
"""

import argparse
import sys
import tempfile
import time
from itertools import count
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.edit import AT, HASH, INSERT, WHO, bare_link  # noqa: E402
from benchmarks.rounds import compare  # noqa: E402
from benchmarks.workspaces import TODAY, big_workspace  # noqa: E402
from pmark_desktop.domain.errors import UserError  # noqa: E402
from pmark_desktop.session.clipboard_text import plain_text, read_plain  # noqa: E402
from pmark_desktop.workspace.editing import write_edits  # noqa: E402
from pmark_desktop.workspace.pasting import Cell, plan_cells  # noqa: E402
from pmark_desktop.workspace.workspace import Workspace  # noqa: E402

AIM = 3.0
DAYS = ("due", "done_on", "checked_on")
CHOICES = ("state", "result")  # the bare side writes a note instead: they have a check
FIELDS = ("state", "result", "owner", *DAYS, "checked_by", "note", "reason", "tag")
WORDS = (
    ("着手", "適合", "見本 {}", "2026/12/01", "2026/11/01", "2026/11/02", "確認 {}", "備考\n{}",
     "理由 {}", "札 {}"),
    ("未着手", "観察", "例示 {}", "2026/12/02", "2026/11/03", "2026/11/04", "確認 {}", "メモ\n{}",
     "わけ {}", "印 {}"),
)  # fmt: skip


def clipboard(rows, number):
    """Return the text of a clipboard that differs from the one before in every cell."""
    words = WORDS[number % 2]
    return plain_text([[text.format(f"{row}-{number}") for text in words] for row in range(rows)])


def bare_paste(link, tasks, seq, number):
    """Write a value into each cell, with a log entry each."""
    link.execute("BEGIN IMMEDIATE")
    for task in tasks:
        for field in FIELDS:
            text = f"2026-11-{number % 28 + 1:02}" if field in DAYS else f"x{number}"
            name = "note" if field in CHOICES else field
            link.execute(f"UPDATE task SET {name} = ? WHERE cycle = ? AND id = ?", (text, 1, task))
            entry = next(seq)
            row = (entry, entry, "set_many", None, AT, WHO, "task", f"1/{task}", field, "", text,
                   "", HASH)  # fmt: skip
            link.execute(INSERT, row)
    link.execute("COMMIT")


def cells_of(text, ids):
    """Return the cells of a clipboard for these tasks."""
    return [
        Cell(task, field, cell)
        for task, row in zip(ids, read_plain(text).rows, strict=True)
        for field, cell in zip(FIELDS, row, strict=True)
    ]


def compare_pastes(folder, given):
    """Print the figures of a paste and of its undo."""
    link = bare_link(big_workspace(folder / "bare.pmark", given.tasks))
    with Workspace(big_workspace(folder / "ours.pmark", given.tasks), by=WHO) as workspace:
        ids = [task.id for task in workspace.content.tasks.values() if not task.is_closed]
        ids = ids[: given.rows]
        seq = count(link.execute("SELECT max(seq) + 1 FROM log").fetchone()[0])
        numbers, bare_numbers = count(), count()
        done = []

        def bare():
            bare_paste(link, ids, seq, next(bare_numbers))

        def ours():
            plan = plan_cells(workspace, cells_of(clipboard(len(ids), next(numbers)), ids), TODAY)
            done.append(write_edits(workspace, plan.edits))

        def undo():
            done.append(workspace.undo(done[-1].operation))

        what = f"{len(ids)} x {len(FIELDS)} cells of {given.tasks} tasks"
        print(compare(bare, ours, given.rounds).line(f"paste of {what}", AIM))
        print(compare(bare, undo, given.rounds).line(f"undo of {what}", AIM))
    link.close()


def measure_reading():
    """Print how long large clipboards take until they are cells, or refused."""
    for name, text in (
        ("10 MB of cells", ("見本\t2026/12/01\tx\n" * 100_000)[:10_000_000]),
        ("10 MB in quotes", '"' + "日本\n" * 3_300_000 + '"'),
        ("100,001 rows", "x\n" * 100_001),
        ("10 MB of quotes", '"' * 10_000_000),
        ("10 MB with NUL", "x" * 9_999_999 + "\0"),
    ):
        start = time.perf_counter()
        try:
            words = f"{len(read_plain(text).rows)} rows"
        except UserError as error:
            words = error.why.value
        print(f"read {name}: {1000 * (time.perf_counter() - start):.0f} ms ({words})")


def main():
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--tasks", type=int, default=2400)
    parser.add_argument("--rows", type=int, default=1000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        compare_pastes(Path(folder), given)
    measure_reading()


if __name__ == "__main__":
    main()
