"""Other processes that tests start, and end."""

import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@contextmanager
def process(act, path):
    """Yield a process of doomed.py that is starting; it is dead and buried afterwards."""
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.storage.doomed", act, str(path)],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        yield child
    finally:
        child.kill()
        child.communicate()


def go(child, word=""):
    """Wait until a process is ready, and let it begin."""
    assert child.stdout.readline() == "ready\n"
    child.stdin.write(f"{word}\n")
    child.stdin.flush()


def die(child):
    """Kill a process without warning and return the last number it had printed, or 0."""
    child.kill()
    numbers = [line for line in child.communicate()[0].split("\n")[:-1] if line.isdigit()]
    return int(numbers[-1]) if numbers else 0
