"""A checklist of a file as plain data, for `checklist read --json`."""

from typing import Any

from pmark_desktop.domain.checklist import Checklist, Item
from pmark_desktop.exchange.checklist_problems import Problem
from pmark_desktop.exchange.checklist_sheet_in import SheetReading
from pmark_desktop.words import Language
from pmark_desktop.words_checklist import problem_words


def reading_facts(reading: SheetReading, file: str, language: Language) -> dict[str, Any]:
    """Return the list (null if it has mistakes), its problems, and what should be known of it."""
    return {
        "file": file,
        "checklist": list_facts(reading.checklist) if reading.checklist else None,
        "problems": [_problem(problem, language) for problem in reading.problems],
        "remarks": [_problem(problem, language) for problem in reading.remarks],
    }


def list_facts(checklist: Checklist) -> dict[str, Any]:
    """Return a list under the names of its TOML file."""
    return {
        "key": checklist.key, "title": checklist.title, "title_en": checklist.title_en,
        "kind": checklist.kind.value, "version": checklist.version,
        "date": checklist.date.isoformat(), "source": checklist.source,
        "items": [_item(item) for item in checklist.items],
    }  # fmt: skip


def _item(item: Item) -> dict[str, Any]:
    return {
        "id": item.id, "title": item.title, "guidance": item.guidance, "clause": item.clause,
        "evidence": item.evidence, "role": item.role, "stage": item.stage.value,
        "due": str(item.due) if item.due else None,
        "hard_due": str(item.hard_due) if item.hard_due else None,
        "due_note": item.due_note, "repeat": item.repeat.value, "lead_days": item.lead_days,
        "applies_if": item.applies_if.value if item.applies_if else None,
        "replaces": list(item.replaces),
    }  # fmt: skip


def _problem(problem: Problem, language: Language) -> dict[str, Any]:
    return {
        "place": problem.place or None, "item": problem.item or None,
        "field": problem.field or None, "code": problem.code.value,
        "message": problem_words(problem, language),
    }  # fmt: skip
