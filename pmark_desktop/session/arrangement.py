"""Which rows a table shows in what order: sorted by several columns, in groups. No Qt here."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from pmark_desktop.domain.checklist import Stage
from pmark_desktop.domain.task import State, Task
from pmark_desktop.domain.views import Group, SortBy
from pmark_desktop.session.columns import COLUMNS, PLACES, SortKey
from pmark_desktop.words import FIELDS, STAGES, Language, pick
from pmark_desktop.words_finding import heading_words, month_words, value_words

_LAST = 10**9


@dataclass(frozen=True, slots=True)
class Heading:
    """The row above a group: its words, how many tasks are in it, and how many are done."""

    key: str
    title: str
    count: int
    done: int
    is_folded: bool = False

    def words(self, language: Language) -> str:
        """The whole line: 「内部監査 12件(完了 3件)」."""
        return heading_words(self.title, self.count, self.done, language)


class SortKeys:
    """The keys of columns by the place of a task: made when a column is first sorted by."""

    def __init__(self) -> None:
        self._tasks: Sequence[Task] = ()
        self._keys: dict[str, list[SortKey]] = {}

    def reset(self, tasks: Sequence[Task]) -> None:
        """Sort these tasks; the caller changes the list in place and says so."""
        self._tasks = tasks
        self._keys.clear()

    def renew(self, place: int) -> None:
        """Take the keys of a task anew: it changed."""
        for name, keys in self._keys.items():
            keys[place] = COLUMNS[PLACES[name]].key(self._tasks[place])

    def sort(self, places: Sequence[int], order: Sequence[SortBy]) -> list[int]:
        """Return places by these columns, the first counting most; what is empty comes last."""
        found = list(places)
        for column, descends in reversed(order):  # sorting is stable
            if column in PLACES:
                found = self._sorted(found, self._of(column), descends=descends)
        return found

    def _sorted(self, places: list[int], keys: list[SortKey], *, descends: bool) -> list[int]:
        filled = [place for place in places if keys[place] is not None]
        filled.sort(key=keys.__getitem__, reverse=descends)  # type: ignore[arg-type]  # of one kind
        if len(filled) < len(places):
            filled += [place for place in places if keys[place] is None]
        return filled

    def _of(self, column: str) -> list[SortKey]:
        if column not in self._keys:
            key = COLUMNS[PLACES[column]].key
            self._keys[column] = [key(task) for task in self._tasks]
        return self._keys[column]


_VALUES: Mapping[Group, Callable[[Task], int | str]] = {
    Group.NONE: lambda _task: "",
    Group.LIST: lambda task: task.list_key,
    Group.OWNER: lambda task: task.owner,
    Group.MONTH: lambda task: task.due.year * 12 + task.due.month if task.due else _LAST,
    Group.STAGE: lambda task: task.item.stage.value,
}


class Groups:
    """How tasks are put together, and what the groups are called.

    `titles` are those of the checklists by key, in their order.
    """

    def __init__(self, group: Group, titles: Mapping[str, str], language: Language) -> None:
        self._group = group
        self._titles = titles
        self._language = language
        self._value = _VALUES[group]

    def key(self, task: Task) -> str:
        """Return what the group of a task is known by."""
        return str(self._value(task))

    def arranged(
        self, tasks: Sequence[Task], places: Sequence[int], folded: Collection[str]
    ) -> tuple[list[int], list[Heading]]:
        """Return rows and headings: a row is a place in `tasks`, or ~n for heading n.

        The tasks of the groups in `folded` are left out.
        """
        found: defaultdict[int | str, list[int]] = defaultdict(list)
        value = self._value
        for place in places:
            found[value(tasks[place])].append(place)
        rows: list[int] = []
        headings: list[Heading] = []
        for value_ in sorted(found, key=self._rank()):
            members, key = found[value_], str(value_)
            heading = self._heading(key, tasks, members, is_folded=key in folded)
            rows.append(~len(headings))
            headings.append(heading)
            if not heading.is_folded:
                rows += members
        return rows, headings

    def _rank(self) -> Callable[[int | str], tuple[int, int | str]]:
        """Return how the values of groups sort: what is empty, or not known any more, last."""
        known = {
            Group.LIST: list(self._titles), Group.STAGE: [stage.value for stage in Stage],
        }.get(self._group)  # fmt: skip
        if known is None:
            return lambda value: (value in ("", _LAST), value)
        return lambda value: (known.index(value) if value in known else _LAST, value)

    def _heading(
        self, key: str, tasks: Sequence[Task], members: Sequence[int], *, is_folded: bool
    ) -> Heading:
        first = tasks[members[0]]
        done = sum(tasks[place].state is State.DONE for place in members)
        return Heading(key, self._title(key, first), len(members), done, is_folded)

    def _title(self, key: str, first: Task) -> str:
        match self._group:
            case Group.LIST:
                return self._titles.get(key, key)
            case Group.STAGE:
                return pick(STAGES[first.item.stage], self._language)
            case Group.MONTH if first.due is not None:
                return month_words(first.due, self._language)
            case Group.MONTH:
                return value_words("spans", "no_date", self._language)
        owner = pick(FIELDS["owner"], self._language)
        return f"{owner}: {value_words('owners', key, self._language)}"
