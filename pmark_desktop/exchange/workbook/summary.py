"""集計: how each checklist stands on the day of the record, and the steps of the renewal."""

from collections import Counter
from collections.abc import Sequence

from pmark_desktop.domain.cycle import STAGED
from pmark_desktop.domain.standing import Concern, Counts, count
from pmark_desktop.domain.task import Result, Task
from pmark_desktop.exchange.workbook.layout import Column, Look, Row, Sheet, Table, Value
from pmark_desktop.exchange.workbook.plan import Plan
from pmark_desktop.words import ANCHORS, CONCERNS, FIELDS, RESULTS, pick
from pmark_desktop.words_workbook import Term

_RESULTS = (Result.CONFORMS, Result.OBSERVATION, Result.NONCONFORMING, Result.UNRATED)
_COUNTS = (Look.COUNT, Look.COUNT, Look.COUNT, Look.PERCENT)
_KEY_WIDTH, _TITLE_WIDTH, _COUNT_WIDTH = 9, 30, 9.5


def summary_sheet(plan: Plan) -> Sheet:
    """Return the counts per checklist, then their sum, then the dates of the renewal.

    All are values: a formula would count again what was filtered or changed.
    """
    title = plan.name_of(Term.SUMMARY)
    table = _table(plan)
    rows = [table.heading]
    links: dict[str, str] = {}
    by_list: dict[str, list[Task]] = {checklist.key: [] for checklist in plan.snapshot.lists}
    for task in plan.snapshot.tasks:
        by_list.setdefault(task.list_key, []).append(task)
    for checklist in plan.snapshot.lists:
        name = pick((checklist.title, checklist.title_en), plan.language)
        values = [checklist.key, name, *_counts(plan, by_list[checklist.key])]
        rows.append(plan.row(title, len(rows) + 1, table, values))
        register = plan.name_of(checklist.key).replace("'", "''")
        links[f"A{len(rows)}"] = f"#'{register}'!A1"
    total = [plan.say(Term.SUM), None, *_counts(plan, plan.snapshot.tasks)]
    rows.append(plan.row(title, len(rows) + 1, table, total, _total_looks(table)))
    rows.append(Row((), (), 18.0))
    rows += _schedule(plan, title, len(rows) + 1)
    return Sheet(title=title, page_title=title, widths=table.widths, rows=rows, links=links)


def _table(plan: Plan) -> Table:
    names = [
        plan.say(Term.TOTAL), plan.say(Term.DONE), plan.say(Term.EXCLUDED), plan.say(Term.PROGRESS),
        *[pick(CONCERNS[concern], plan.language) for concern in _CONCERNS],
        plan.say(Term.PAST), plan.say(Term.PAST_OPEN),
        *[pick(RESULTS[result], plan.language) for result in _RESULTS],
    ]  # fmt: skip
    looks = [*_COUNTS, *[Look.COUNT] * (len(names) - len(_COUNTS))]
    return Table(
        Column(plan.say(Term.LIST_KEY), _KEY_WIDTH, Look.CENTRE_LINK),
        Column(pick(FIELDS["list"], plan.language), _TITLE_WIDTH),
        *[Column(name, _COUNT_WIDTH, look) for name, look in zip(names, looks, strict=True)],
    )


_CONCERNS = (Concern.LATE, Concern.DUE_SOON, Concern.WAITING, Concern.WITHOUT_EVIDENCE)


def _counts(plan: Plan, tasks: Sequence[Task]) -> list[Value]:
    here: Counts = count(tasks, plan.snapshot.today)
    results = Counter(task.result for task in tasks)
    return [
        here.total, here.done, here.excluded, here.progress, here.late, here.due_soon,
        here.waiting, here.without_evidence, here.past, here.past_open,
        *[results[result] for result in _RESULTS],
    ]  # fmt: skip


def _total_looks(table: Table) -> tuple[Look, ...]:
    sums = {Look.COUNT: Look.TOTAL_COUNT, Look.PERCENT: Look.TOTAL_PERCENT}
    return tuple(sums.get(look, Look.TOTAL) for look in table.looks)


def _schedule(plan: Plan, title: str, number: int) -> list[Row]:
    """Return the steps of the renewal with their planned and actual dates."""
    table = Table(
        Column("", _KEY_WIDTH, Look.BARE),
        Column(plan.say(Term.SCHEDULE), _TITLE_WIDTH),
        Column(plan.say(Term.PLANNED), _COUNT_WIDTH, Look.DATE),
        Column(plan.say(Term.DECIDED), _COUNT_WIDTH, Look.DATE),
    )
    heading = table.heading
    rows = [heading._replace(looks=(Look.BARE, *heading.looks[1:]))]
    cycle = plan.snapshot.cycle
    for anchor in STAGED:
        name = pick(ANCHORS[anchor], plan.language)
        values = (None, name, cycle.planned(anchor), cycle.actual(anchor))
        rows.append(plan.row(title, number + len(rows), table, values))
    return rows
