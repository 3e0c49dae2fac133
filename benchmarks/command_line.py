"""`status` on the command line against a Python that only loads sqlite3.

    python benchmarks/command_line.py [--rounds 15]

Both are processes of their own from start to end. Ours opens the sample, reads it whole and
prints where the renewal stands. What is loaded on the way is printed as well: by how many
classes are made at the start, which is most of the time, and which heavy modules are there.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.rounds import ROUNDS, compare  # noqa: E402
from benchmarks.workspaces import TODAY  # noqa: E402
from pmark_desktop.workspace.sample import write_sample  # noqa: E402

AIM = 3.0
HEAVY = ("PySide6", "openpyxl", "jpholiday", "tomllib", "hashlib", "json", "uuid", "getpass")
LIMIT = "import sqlite3"
OURS = "import sys; from pmark_desktop.cli import run; code = run(sys.argv[1:])"
LOADED = """
import dataclasses, enum
ours = [m for name, m in list(sys.modules.items()) if name.startswith("pmark_desktop")]
made = [v for m in ours for v in vars(m).values() if getattr(v, "__module__", "") == m.__name__]
frozen = sum(map(dataclasses.is_dataclass, made))
enums = sum(isinstance(one, enum.EnumType) for one in made)
print(frozen, enums, *sys.modules)
"""


def python(script: str, *arguments: str) -> str:
    """Run a script in a process of its own and return what it printed."""
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        env=env, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout


def main() -> None:
    """Print the figure, and what it is made of."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "sample.pmark"
        write_sample(file, TODAY, by="見本 花子")
        status = ("status", str(file), "--today", TODAY.isoformat())
        figure = compare(lambda: python(LIMIT), lambda: python(OURS, *status), given.rounds)
        print(figure.line("status", AIM))
        found = python(OURS + LOADED, *status).splitlines()[-1].split()
        print(f"made at the start: {found[0]} dataclasses, {found[1]} enums")
        print("heavy modules:", *([one for one in HEAVY if one in found] or ["none"]))
        made = compare(lambda: python(LIMIT), lambda: python(f"{LIMIT}, dataclasses"), given.rounds)
        print(f"of this, loading dataclasses alone: ratio {made.ratio:.2f}")


if __name__ == "__main__":
    main()
