"""The calendar file of a big workspace against reading its log once and writing as many bytes.

    python benchmarks/calendar_file.py [--tasks 3000] [--entries 100000] [--rounds 5]

The limit runs the same query over the log without looking at what it finds, and writes the bytes
that came out as one plain file. Ours follows every task through the log, makes the events, folds
and writes them, and reads the file back.
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.rounds import compare, seconds  # noqa: E402
from benchmarks.workspaces import TODAY, big_workspace  # noqa: E402
from pmark_desktop.storage.journal import Heading, Operation, changes_by_row  # noqa: E402
from pmark_desktop.storage.tables import Table  # noqa: E402
from pmark_desktop.words import Language  # noqa: E402
from pmark_desktop.workspace.calendar_export import export_calendar  # noqa: E402
from pmark_desktop.workspace.calendar_past import TASK_FIELDS, task_pasts  # noqa: E402
from pmark_desktop.workspace.workspace import Workspace  # noqa: E402

AIM = 6.0
STATES = ("doing", "todo")
PER_OPERATION = 20


def lengthen_log(workspace: Workspace, entries: int) -> None:
    """Change the states of tasks until the log holds so many entries."""
    tasks = list(workspace.content.tasks)
    cycle, at = workspace.content.cycle.id, 0
    for _ in range(0, entries - len(workspace.log()), PER_OPERATION):
        state = STATES[at // len(tasks) % 2]
        heading = Heading("set_many", "x", workspace.now().isoformat())
        with workspace.database.transaction() as link:
            operation = Operation(link, heading)
            for step in range(PER_OPERATION):
                task = tasks[(at + step) % len(tasks)]
                operation.change(Table.TASK, (cycle, task), {"state": state})
        at += PER_OPERATION


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--tasks", type=int, default=3000)
    parser.add_argument("--entries", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        file, target = Path(name) / "big.pmark", Path(name) / "big.ics"
        big_workspace(file, given.tasks)
        with Workspace(file, by="x") as workspace:
            lengthen_log(workspace, given.entries)

        def ours():
            export_calendar(workspace, target, TODAY, Language.JA)

        def bare():
            with workspace.database.reading() as link:
                for _ in changes_by_row(link, Table.TASK, TASK_FIELDS):
                    pass
            (Path(name) / "bare.ics").write_bytes(content)

        with Workspace(file, by="x", to_write=False) as workspace:
            ours()
            content = target.read_bytes()
            events = content.count(b"BEGIN:VEVENT")
            size = len(content) / 1e6
            print(f"{len(workspace.content.tasks)} tasks, {len(workspace.log())} log entries,"
                  f" {events} events, {size:.1f} MB")  # fmt: skip
            print(compare(bare, ours, given.rounds).line("calendar", AIM))
            with workspace.database.reading() as link:
                cycle = workspace.content.cycle
                took = seconds(lambda: task_pasts(link, cycle), time.perf_counter)
            print(f"of this, the tasks through the log: {took * 1000:.0f} ms")


if __name__ == "__main__":
    main()
