"""All due dates of 2,400 tasks against one `date + timedelta` for each task.

python benchmarks/dates.py [--rounds 15] [--tasks 2400]
"""

import argparse
import statistics
import sys
import time
from datetime import timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.workspaces import EXPIRES, TODAY, lists  # noqa: E402
from pmark_desktop.domain.cycle import Cycle  # noqa: E402
from pmark_desktop.domain.days import OfficeDays, add_months  # noqa: E402
from pmark_desktop.domain.schedule import Resolver, occurrences  # noqa: E402

AIM = 10.0


def main():
    """Print the figure."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--tasks", type=int, default=2400)
    given = parser.parse_args()
    cycle = Cycle(id=1, expires=EXPIRES, year_start="04-01", created_on=TODAY)
    made = lists(given.tasks)
    known = {item.id: item for one in made for item in one.items}
    slots = [(one.key, item, at) for one in made for item, at in occurrences(one, cycle)]
    office = OfficeDays()
    office.shift(TODAY, 600)  # holidays are worked out once a process
    ratios = []
    for _ in range(given.rounds):
        add_months.cache_clear()
        start = time.perf_counter()
        for number in range(len(slots)):
            EXPIRES + timedelta(days=number % 700)
        middle = time.perf_counter()
        resolver = Resolver(cycle, known, office)
        for key, item, at in slots:
            resolver.dates(key, item, at)
        ratios.append((time.perf_counter() - middle) / (middle - start))
    print(f"{len(slots)} tasks: ratio {statistics.median(ratios):.1f} (aim {AIM})")


if __name__ == "__main__":
    main()
