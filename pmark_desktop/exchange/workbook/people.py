"""担当割当 and 発生: who holds which role, and what happened that tasks count from."""

from collections import Counter, defaultdict

from pmark_desktop.exchange.workbook.layout import Column, Look, Sheet, Table
from pmark_desktop.exchange.workbook.plan import Plan
from pmark_desktop.words import ANCHORS, FIELDS, pick
from pmark_desktop.words_workbook import Term


def roles_sheet(plan: Plan) -> Sheet:
    """Return every role with its holder and how many of its tasks are still open."""
    title = plan.name_of(Term.ROLES)
    table = Table(
        Column(pick(FIELDS["role"], plan.language), 34),
        Column(pick(FIELDS["person"], plan.language), 26),
        Column(pick(FIELDS["mail"], plan.language), 38),
        Column(plan.say(Term.OPEN_TASKS), 12, Look.COUNT),
    )
    open_tasks = Counter(task.item.role for task in plan.snapshot.tasks if not task.is_closed)
    rows = [table.heading]
    for holder in plan.snapshot.roles:
        values = (holder.role, holder.person, holder.mail, open_tasks[holder.role])
        rows.append(plan.row(title, len(rows) + 1, table, values))
    return Sheet(title=title, page_title=title, widths=table.widths, rows=rows, head=1)


def events_sheet(plan: Plan) -> Sheet:
    """Return every event with its day and the tasks that count from it."""
    title = plan.name_of(Term.EVENTS)
    table = Table(
        Column(pick(FIELDS["list"], plan.language), 24),
        Column(plan.say(Term.EVENT_NO), 8, Look.CENTRE),
        Column(plan.say(Term.EVENT_NAME), 42),
        Column(plan.say(Term.COUNTED_FROM), 14, Look.CENTRE),
        Column(plan.say(Term.EVENT_DAY), 13, Look.WEEKDAY),
        Column(plan.say(Term.COVERS), 44),
    )
    titles = {
        one.key: pick((one.title, one.title_en or one.title), plan.language)
        for one in plan.snapshot.lists
    }
    tasks: dict[tuple[str, str], list[str]] = defaultdict(list)
    for task in plan.snapshot.tasks:
        tasks[task.list_key, task.occurrence].append(task.id)
    rows = [table.heading]
    for event in plan.snapshot.events:
        values = (
            titles.get(event.list_key, event.list_key),
            event.occurrence,
            event.name,
            pick(ANCHORS[event.anchor], plan.language),
            event.day,
            " ".join(tasks[event.list_key, event.occurrence]),
        )
        rows.append(plan.row(title, len(rows) + 1, table, values))
    return Sheet(title=title, page_title=title, widths=table.widths, rows=rows, head=1)
