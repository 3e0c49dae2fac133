"""The tables that the log covers, and what a row of each is known by."""

from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True)
class Shape:
    """A table whose rows an operation creates and changes: its key, in order, and its fields."""

    name: str
    key: tuple[str, ...]
    fields: tuple[str, ...]

    def target(self, key: tuple[object, ...]) -> str:
        """Return the name of a row in the log: its key, joined by `/`."""
        return "/".join(str(part) for part in key)

    def key_of(self, target: str) -> tuple[str, ...]:
        """Return the key that `target` names."""
        return tuple(target.split("/", len(self.key) - 1))


class Table(Enum):
    """Every table that the log covers."""

    ORGANISATION = Shape(
        "organisation",
        ("id",),
        ("name", "number", "body", "contact", "form_no", "form_version", "guideline_version"),
    )
    CYCLE = Shape(
        "cycle",
        ("id",),
        (
            "expires",
            "year_start",
            "created_on",
            "window_opens",
            "window_closes",
            "window_source",
            "window_answered_on",
            "closed_on",
            "applied_planned",
            "applied",
            "site_visit_planned",
            "site_visit",
            "findings_issued_planned",
            "findings_issued",
            "decided_planned",
            "decided",
        ),
    )
    CHECKLIST = Shape(
        "checklist",
        ("cycle", "key"),
        ("position", "title", "title_en", "kind", "version", "date", "source", "live"),
    )
    ITEM = Shape(
        "item",
        ("cycle", "id"),
        (
            "list",
            "position",
            "title",
            "guidance",
            "clause",
            "evidence",
            "role",
            "stage",
            "due",
            "hard_due",
            "due_note",
            "repeat",
            "lead_days",
            "applies_if",
            "live",
        ),
    )
    EVENT = Shape("event", ("cycle", "list", "number"), ("anchor", "name", "day", "live"))
    TASK = Shape(
        "task",
        ("cycle", "id"),
        (
            "item",
            "occurrence",
            "owner",
            "state",
            "result",
            "due",
            "hard_due",
            "waits_for",
            "pinned",
            "done_on",
            "checked_by",
            "checked_on",
            "note",
            "reason",
            "outside",
            "live",
            "tag",
            "recheck",
        ),
    )
    ROLE = Shape("role", ("role",), ("person", "mail"))
    EVIDENCE = Shape(
        "evidence",
        ("number",),
        (
            "kind",
            "name",
            "place",
            "sha256",
            "size",
            "added_on",
            "added_by",
            "live",
            "retired_reason",
        ),
    )
    PROOF = Shape("proof", ("evidence", "cycle", "task"), ("live",))
    CLOSED_DAY = Shape(
        "closed_day", ("id",), ("whose", "name", "first", "last", "every_year", "live")
    )
    HOLIDAY_YEAR = Shape("holiday_year", ("year",), ("days", "source", "live"))
    SETTING = Shape("setting", ("name",), ("value", "live"))


TABLES = {table.value.name: table for table in Table}
