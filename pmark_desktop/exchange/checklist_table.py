"""Makes a checklist of the table a TOML file holds, or lists all that is wrong with it."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from pmark_desktop.domain.checklist import (
    DEFAULT_LEAD_DAYS,
    Checklist,
    Condition,
    Item,
    Kind,
    ListFault,
    ListProblem,
    Repeat,
    Stage,
    list_problems,
    root_anchor,
)  # fmt: skip
from pmark_desktop.domain.rules import ITEM_ID
from pmark_desktop.exchange.checklist_fields import UNREADABLE, Fields
from pmark_desktop.exchange.checklist_problems import ChecklistProblem as Code
from pmark_desktop.exchange.checklist_problems import Problem, quoted

FORMAT = 1
MOST_ITEMS = 2000
MOST_LEAD_DAYS = 730  # the whole term

HEAD_FIELDS = ("format", "key", "title", "title_en", "kind", "version", "date", "source", "items")
ITEM_FIELDS = (
    "id", "title", "guidance", "clause", "evidence", "role", "stage",
    "due", "hard_due", "due_note", "repeat", "lead_days", "applies_if", "replaces",
)  # fmt: skip
_WRITTEN_REPEATS = (Repeat.YEARLY, Repeat.MONTHLY, Repeat.QUARTERLY)  # once: no field at all
_KEY = re.compile(r"[A-Z][A-Z0-9]{1,7}")
_VERSION = re.compile(r"[0-9]{1,9}(\.[0-9]{1,9}){0,3}")

_NEEDS_REPEAT = {
    ListFault.DUE_MISSING, ListFault.DUE_NOT_ALLOWED, ListFault.HARD_DUE_WITHOUT_DUE,
    ListFault.REPEATS_DIFFER, ListFault.YEARLY_WITHOUT_YEAR, ListFault.EVENT_WITH_REPEAT,
}  # fmt: skip
_BREAKS_CHAINS = {ListFault.ITEM_UNKNOWN, ListFault.CIRCLE}


def checklist_of(table: Mapping[str, Any], file: str) -> tuple[Checklist | None, list[Problem]]:
    """Return the list that `table` holds, or None and all its problems in the table's order."""
    head = Fields(table, HEAD_FIELDS, file, 0)
    if not _has_our_format(head, table):
        return None, head.problems()
    key = _formed(head, "key", _KEY, Code.KEY_FORM)
    entries = _entries(head, table)
    rows = [Fields(entry, ITEM_FIELDS, file, at) for at, entry in enumerate(entries, start=1)]
    ids = _read_ids(rows, key)
    items = tuple(_item(fields, item_id, key) for fields, item_id in zip(rows, ids, strict=True))
    checklist = Checklist(
        key=key,
        title=head.text("title", many_lines=False),
        title_en=head.text("title_en", many_lines=False),
        kind=head.choice("kind", list(Kind)) or Kind.SUPP,
        version=_formed(head, "version", _VERSION, Code.VERSION_FORM),
        date=head.day("date"),
        source=head.text("source"),
        items=items,
    )
    head.note_unknown()
    _note_between(dict(zip(ids, rows, strict=True)), items)
    problems = [problem for fields in (head, *rows) for problem in fields.problems()]
    return (None if problems else checklist), problems


def _has_our_format(head: Fields, table: Mapping[str, Any]) -> bool:
    """Tell whether the rest can be judged; a newer format may have other fields."""
    number = table.get("format")
    if "format" not in table:
        head.note(Code.FIELD_MISSING, "format")
    elif isinstance(number, bool) or not isinstance(number, int):
        head.note(Code.NOT_NUMBER, "format")
    elif number != FORMAT:
        head.note(Code.FORMAT_UNKNOWN, "format", known=FORMAT)
        return False
    return True


def _formed(fields: Fields, field: str, form: re.Pattern[str], code: Code) -> str:
    text = fields.text(field, many_lines=False)
    if field not in fields.broken and not form.fullmatch(text):
        fields.note(code, field, text=quoted(text))
    return "" if field in fields.broken else text


def _entries(head: Fields, table: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return the tables `[[items]]`; none if they cannot be judged one by one."""
    entries = table.get("items", [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        head.note(Code.NOT_ITEMS, "items")
    elif not entries:
        head.note(Code.NO_ITEMS, "items")
    elif len(entries) > MOST_ITEMS:
        head.note(Code.TOO_MANY_ITEMS, "items", count=len(entries), most=MOST_ITEMS)
    else:
        return entries
    return []


def _read_ids(rows: Sequence[Fields], key: str) -> list[str]:
    """Return an id for each item: its own, or `#n` where that is missing, wrong or taken."""
    taken: dict[str, int] = {}
    for fields in rows:
        item_id = _formed(fields, "id", ITEM_ID, Code.ID_FORM)
        fields.item = item_id
        if not item_id or item_id in taken:
            if item_id:
                fields.note(Code.ID_TWICE, "id", first=taken[item_id])
            item_id = f"#{fields.ordinal}"
        elif key and not item_id.startswith(f"{key}-"):
            fields.note(Code.ID_OF_ANOTHER_LIST, "id", text=item_id, key=key)
        taken[item_id] = fields.ordinal
    return list(taken)


def _item(fields: Fields, item_id: str, key: str) -> Item:
    item = Item(
        id=item_id,
        title=fields.text("title", many_lines=False),
        guidance=fields.text("guidance"),
        clause=fields.text("clause", many_lines=False),
        evidence=fields.text("evidence"),
        role=fields.text("role", many_lines=False),
        stage=fields.choice("stage", list(Stage)) or Stage.PLAN,
        due=fields.rule("due"),
        hard_due=fields.rule("hard_due"),
        due_note=fields.text("due_note", needed=False),
        repeat=fields.choice("repeat", _WRITTEN_REPEATS, needed=False) or Repeat.ONCE,
        lead_days=fields.number("lead_days", (0, MOST_LEAD_DAYS), DEFAULT_LEAD_DAYS),
        applies_if=fields.choice("applies_if", list(Condition), needed=False),
        replaces=_replaced(fields, key),
    )
    fields.note_unknown()
    return item


def _replaced(fields: Fields, key: str) -> tuple[str, ...]:
    """Return the ids of former editions that an item stands for: ids of the same list."""
    ids = fields.ids("replaces", ITEM_ID)
    for one in ids:
        if key and not one.startswith(f"{key}-"):
            fields.note(Code.ID_OF_ANOTHER_LIST, "replaces", text=one, key=key)
            return ()
    return ids


def _note_between(rows: Mapping[str, Fields], items: Sequence[Item]) -> None:
    """Note what is wrong between the items, but nothing that only follows from another mistake."""
    known = {item.id: item for item in items}
    broken = {(item_id, field) for item_id, fields in rows.items() for field in fields.broken}
    found = list_problems(items)
    has_broken_chain = any(item.due == UNREADABLE for item in items) or any(
        problem.fault in _BREAKS_CHAINS for problem in found
    )
    for problem in found:
        is_mixed = has_broken_chain and problem.fault is ListFault.EVENT_MIXED
        is_unsure = is_mixed and root_anchor(known[problem.item], known) is None
        if not is_unsure and not _follows(problem, broken):
            _note_fault(rows[problem.item], problem)


def _follows(problem: ListProblem, broken: set[tuple[str, str]]) -> bool:
    """Tell whether a field that could not be read is the reason."""
    if (problem.item, problem.field) in broken:
        return True
    repeats = {(problem.item, "repeat"), (problem.part, "repeat")}
    return problem.fault in _NEEDS_REPEAT and not broken.isdisjoint(repeats)


def _note_fault(fields: Fields, problem: ListProblem) -> None:
    is_self = problem.fault is ListFault.CIRCLE and problem.part == problem.item
    code = Code.SELF_REFERENCE if is_self else Code(problem.fault.value)
    fields.note(code, problem.field, part=problem.part)
