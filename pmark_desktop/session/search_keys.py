"""What a search looks into: one folded text for each task, made once. No Qt here."""

import time
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from pmark_desktop.domain.checklist import Item
from pmark_desktop.domain.task import Task
from pmark_desktop.domain.texts import folded

Texts = Callable[[Task], Sequence[str]]
EvidenceNames = Callable[[], Mapping[int, str]]
_SLICE = 50  # tasks between two looks at the clock
_MOST_CACHED = 64  # characters; longer texts seldom come twice
_short_folded = lru_cache(maxsize=65_536)(folded)


class SearchKeys:
    """The folded texts of tasks, by their place. What is not made yet is made when needed.

    `texts` gives what the cells of a task show, `evidence_names` the names of all evidence by
    number; they are asked for once.
    """

    def __init__(self, texts: Texts, evidence_names: EvidenceNames) -> None:
        self._texts = texts
        self._evidence_names = evidence_names
        self._names: dict[int, str] | None = None
        self._items: dict[int, str] = {}
        self._tasks: list[Task] = []
        self._keys: list[str | None] = []
        self._next = 0  # every key before this place is made

    def reset(self, tasks: list[Task]) -> None:
        """Look into these tasks; the caller changes the list in place and says so."""
        self._tasks = tasks
        self._keys = [None] * len(tasks)
        self._items.clear()
        self._names = None
        self._next = 0

    def forget(self, place: int) -> None:
        """Make the text of a task anew: it changed."""
        self._keys[place] = None
        self._next = min(self._next, place)

    def warm(self, seconds: float) -> bool:
        """Make keys for about so long; False when all are made."""
        until = time.perf_counter() + seconds
        while self._next < len(self._keys):
            self._make(_SLICE)
            if time.perf_counter() > until:
                break
        return self._next < len(self._keys)

    def holding(self, words: Sequence[str], places: Sequence[int]) -> list[int]:
        """Return those of `places` whose task holds every word, in the same order."""
        self._make(len(self._keys))
        keys: Sequence[str] = self._keys  # type: ignore[assignment]  # all are made
        found = list(places)
        for word in words:
            found = [place for place in found if word in keys[place]]
        return found

    def _make(self, count: int) -> None:
        last = min(self._next + count, len(self._keys))
        for place in range(self._next, last):
            if self._keys[place] is None:
                self._keys[place] = self._key(self._tasks[place])
        self._next = last

    def _key(self, task: Task) -> str:
        parts = [_folded(text) for text in self._texts(task) if text]
        parts.append(self._item_key(task.item))
        if task.evidence:
            names = self._evidence()
            parts += [names.get(number, "") for number in task.evidence]
        return "\n".join(parts)

    def _item_key(self, item: Item) -> str:
        """Return the folded text of an item, which all its tasks share."""
        key = self._items.get(id(item))
        if key is None:
            texts = (item.guidance, item.clause, item.evidence, item.role, item.due_note)
            key = self._items[id(item)] = folded("\n".join(filter(None, texts)))
        return key

    def _evidence(self) -> Mapping[int, str]:
        if self._names is None:
            named = self._evidence_names()
            self._names = {number: folded(name) for number, name in named.items()}
        return self._names


def _folded(text: str) -> str:
    return _short_folded(text) if len(text) <= _MOST_CACHED else folded(text)
