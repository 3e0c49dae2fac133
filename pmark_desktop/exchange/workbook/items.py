"""項目一覧 and 凡例: what the items ask for, and what the words of the workbook mean."""

from pmark_desktop.domain.checklist import Checklist, Item
from pmark_desktop.exchange.workbook.layout import Column, Look, Sheet, Table, Value
from pmark_desktop.exchange.workbook.plan import Plan
from pmark_desktop.words import FIELDS, REPEATS, STAGES, pick, rule_words
from pmark_desktop.words_workbook import LEGEND, Term


def items_sheet(plan: Plan) -> Sheet:
    """Return every item of the lists in use, once: guidance, rules and where it belongs.

    It stands here and not in the registers: there it would come again with every occurrence
    and make each row seven lines high.
    """
    title = plan.name_of(Term.ITEMS)
    table = _items_table(plan)
    rows = [table.heading]
    for checklist in plan.snapshot.lists:
        for item in checklist.items:
            rows.append(plan.row(title, len(rows) + 1, table, _item_values(plan, checklist, item)))
    return Sheet(title=title, page_title=title, widths=table.widths, rows=rows, head=1, frozen=2)


def _items_table(plan: Plan) -> Table:
    fields = {field: pick(words, plan.language) for field, words in FIELDS.items()}
    return Table(
        Column(fields["id"], 8.5),
        Column(fields["title"], 20),
        Column(fields["guidance"], 46),
        Column(fields["expected"], 17),
        Column(fields["clause"], 13),
        Column(fields["role"], 11),
        Column(fields["stage"], 7, Look.CENTRE),
        Column(plan.say(Term.REPEAT), 8, Look.CENTRE),
        Column(plan.say(Term.DUE_RULE), 14),
        Column(plan.say(Term.HARD_DUE_RULE), 12),
        Column(plan.say(Term.DUE_NOTE), 11),
        Column(plan.say(Term.LEAD_DAYS), 8, Look.COUNT),
    )


def _item_values(plan: Plan, checklist: Checklist, item: Item) -> tuple[Value, ...]:
    language = plan.language
    hard_due = rule_words(item.hard_due, item.repeat, language) if item.hard_due else ""
    return (
        item.id, item.title, item.guidance, item.evidence, item.clause, item.role,
        pick(STAGES[item.stage], language), pick(REPEATS[item.repeat], language),
        rule_words(item.due, item.repeat, language), hard_due, item.due_note, item.lead_days,
    )  # fmt: skip


def legend_sheet(plan: Plan) -> Sheet:
    """Return what the words mean, then version and source of each checklist."""
    title = plan.name_of(Term.LEGEND)
    table = Table(
        Column(plan.say(Term.SECTION), 16),
        Column(plan.say(Term.WORD), 32),
        Column(plan.say(Term.MEANING), 90),
    )
    rows = [table.heading]
    for line in LEGEND:
        values = [plan.say(words) for words in line]
        rows.append(plan.row(title, len(rows) + 1, table, values))
    for checklist in plan.snapshot.lists:
        rows.append(plan.row(title, len(rows) + 1, table, _list_values(plan, checklist)))
    return Sheet(title=title, page_title=title, widths=table.widths, rows=rows, head=1)


def _list_values(plan: Plan, checklist: Checklist) -> tuple[Value, ...]:
    name = pick((checklist.title, checklist.title_en), plan.language)
    day = f"{checklist.date:%Y/%m/%d}"
    source = plan.say(
        Term.LIST_VERSION, version=checklist.version, day=day, source=checklist.source
    )
    return pick(FIELDS["list"], plan.language), f"{checklist.key} {name}", source
