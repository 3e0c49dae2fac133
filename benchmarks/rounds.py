"""Two things measured in turn, and how much longer the second takes."""

import gc
import statistics
import time
from collections.abc import Callable
from typing import NamedTuple

ROUNDS = 15


class Figure(NamedTuple):
    """Medians in seconds, and the median of the ratios of each round."""

    bare: float
    ours: float
    ratio: float

    def line(self, what: str, aim: float) -> str:
        """Return the figure as it is printed."""
        word = "reached" if self.ratio <= aim else "MISSED"
        return (
            f"{what}: bare {self.bare * 1000:.2f} ms, ours {self.ours * 1000:.2f} ms, "
            f"ratio {self.ratio:.2f} (aim {aim}: {word})"
        )


def seconds(act: Callable[[], object], clock: Callable[[], float]) -> float:
    """Return how long one call takes; the garbage of others is not counted."""
    gc.collect()
    start = clock()
    act()
    return clock() - start


def compare(
    bare: Callable[[], object],
    ours: Callable[[], object],
    rounds: int = ROUNDS,
    clock: Callable[[], float] = time.perf_counter,
) -> Figure:
    """Measure both in turn, A B A B, after one round that does not count.

    Where nothing waits for a disk, `time.process_time` is the quieter clock.
    """
    bare(), ours()
    pairs = [(seconds(bare, clock), seconds(ours, clock)) for _ in range(rounds)]
    columns = [statistics.median(column) for column in zip(*pairs, strict=True)]
    return Figure(columns[0], columns[1], statistics.median(ours / bare for bare, ours in pairs))
