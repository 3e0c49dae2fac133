"""The painted window against a bare one: time, memory, and what is loaded by then.

    python benchmarks/start.py [--rounds 15] [--tasks 2400]

Bare is a PySide6 window with a table of 100 rows and 14 columns. Both are processes of their
own, offscreen, that paint the window once into a picture; time is the processor's. Memory is
what the process holds two seconds after that.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
AIM_TIME, AIM_MEMORY = 1.25, 1.30
HEAVY = ("openpyxl", "cryptography", "numpy", "jpholiday", "tomllib",
         "pmark_desktop.ui.task_page", "pmark_desktop.ui.map_card")  # fmt: skip
BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow, QTableWidget, QTableWidgetItem
app = QApplication([])
table = QTableWidget(100, 14)
for row in range(100):
    for column in range(14):
        table.setItem(row, column, QTableWidgetItem(f"内部監査 {row} {column}"))
window = QMainWindow()
window.setCentralWidget(table)
window.resize(1280, 760)
window.show()
window.grab()
"""
OURS = """
import sys
from datetime import date
from PySide6.QtCore import QSettings
from pmark_desktop.app import open_window
store = QSettings(sys.argv[2], QSettings.Format.IniFormat)
window = open_window(sys.argv[1], date.fromisoformat(sys.argv[3]), store)
window.grab()
"""
END = """
import sys, time
if "--modules" in sys.argv:
    print(" ".join(sys.modules))
if "--memory" in sys.argv:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication
    QTimer.singleShot(2000, QApplication.quit)
    QApplication.exec()
    print(open("/proc/self/statm").read().split()[1])
"""


def run(script, *arguments):
    """Return processor seconds of a process, and what it printed."""
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    before = os.times()
    done = subprocess.run(
        [sys.executable, "-c", script + END, *arguments],
        env=env, capture_output=True, text=True, check=True,
    )  # fmt: skip
    after = os.times()
    spent = after.children_user + after.children_system
    return spent - before.children_user - before.children_system, done.stdout


def main():
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--tasks", type=int, default=2400)
    given = parser.parse_args()
    from benchmarks.workspaces import TODAY, big_workspace

    with tempfile.TemporaryDirectory() as folder:
        file = big_workspace(Path(folder) / "big.pmark", given.tasks)
        arguments = (str(file), str(Path(folder) / "s.ini"), TODAY.isoformat())
        run(BARE), run(OURS, *arguments)
        pairs = [(run(BARE)[0], run(OURS, *arguments)[0]) for _ in range(given.rounds)]
        ratio = statistics.median(ours / bare for bare, ours in pairs)
        bare, ours = (statistics.median(column) for column in zip(*pairs, strict=True))
        print(f"time: bare {bare:.3f} s, ours {ours:.3f} s, ratio {ratio:.2f} (aim {AIM_TIME})")
        pages = [
            (int(run(BARE, "--memory")[1]), int(run(OURS, *arguments, "--memory")[1]))
            for _ in range(3)
        ]
        ratio = statistics.median(ours / bare for bare, ours in pages)
        print(f"memory after 2 s: ratio {ratio:.2f} (aim {AIM_MEMORY})")
        loaded = run(OURS, *arguments, "--modules")[1].split()
        print(
            "heavy modules at the first paint:", [one for one in HEAVY if one in loaded] or "none"
        )


if __name__ == "__main__":
    main()
