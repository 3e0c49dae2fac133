"""Views (ビュー): what is shown, in what order, grouped and in which columns, under a name."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from pmark_desktop.domain.filters import (
    EVERYTHING,
    OPEN_STATES,
    Filter,
    Mark,
    Span,
    filter_json,
    read_filter,
)

MOST_SORTED = 20
"""Columns that one order may name; the rest of a damaged or hostile view is ignored."""
MOST_COLUMNS = 100
_SURROGATES = re.compile("[\ud800-\udfff]")


class Group(StrEnum):
    """What the rows are put together by."""

    NONE = "none"
    LIST = "list"
    OWNER = "owner"
    MONTH = "month"
    STAGE = "stage"


class SortBy(NamedTuple):
    """A column to sort by; empty cells come last either way."""

    column: str
    descends: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A way to look at the tasks. `columns` are those shown, in order; empty: as they are."""

    name: str = ""
    wanted: Filter = EVERYTHING
    order: tuple[SortBy, ...] = ()
    group: Group = Group.NONE
    columns: tuple[str, ...] = ()


class BuiltIn(StrEnum):
    """The views that are always there."""

    THIS_WEEK = "this_week"
    LATE = "late"
    BEFORE_APPLICATION = "before_application"
    WITHOUT_EVIDENCE = "without_evidence"
    WAITING = "waiting"
    PAST = "past"


_BY_DUE = (SortBy("due"),)
BUILT_IN: Mapping[BuiltIn, View] = {
    BuiltIn.THIS_WEEK: View(
        wanted=Filter(states=OPEN_STATES, spans=frozenset({Span.THIS_WEEK})), order=_BY_DUE
    ),
    BuiltIn.LATE: View(wanted=Filter(spans=frozenset({Span.LATE})), order=_BY_DUE),
    BuiltIn.BEFORE_APPLICATION: View(
        wanted=Filter(states=OPEN_STATES, spans=frozenset({Span.BEFORE_APPLICATION})),
        order=_BY_DUE, group=Group.MONTH,
    ),
    BuiltIn.WITHOUT_EVIDENCE: View(
        wanted=Filter(marks=frozenset({Mark.WITHOUT_EVIDENCE})), group=Group.LIST
    ),
    BuiltIn.WAITING: View(wanted=Filter(marks=frozenset({Mark.WAITING})), group=Group.LIST),
    BuiltIn.PAST: View(wanted=Filter(marks=frozenset({Mark.PAST})), order=_BY_DUE),
}  # fmt: skip


def view_json(view: View) -> str:
    """Return a view as it is kept."""
    held: dict[str, object] = {"name": view.name, "filter": filter_json(view.wanted)}
    if view.order:
        held["order"] = [list(one) for one in view.order]
    if view.group is not Group.NONE:
        held["group"] = view.group.value
    if view.columns:
        held["columns"] = list(view.columns)
    return _kept(held)


def renamed_json(text: str, name: str) -> str:
    """Return a kept view that can be read under another name, with all that is unknown here."""
    return _kept(json.loads(text) | {"name": name})


def _kept(held: Mapping[str, object]) -> str:
    """Return JSON that every file can hold: half a letter, as damaged texts have it, is none."""
    return _SURROGATES.sub("\ufffd", json.dumps(held, ensure_ascii=False))


class ViewRead(NamedTuple):
    """A view that was read, None where nothing of it could be, and what was left out."""

    view: View | None
    ignored: tuple[str, ...] = ()


def read_view(text: str) -> ViewRead:
    """Return the view that `view_json` kept; what is damaged or unknown is left out."""
    try:
        held = json.loads(text)
    except (ValueError, RecursionError):
        return ViewRead(None)
    if not isinstance(held, dict) or not isinstance(held.get("name"), str):
        return ViewRead(None)
    wanted, ignored = read_filter(held.get("filter", {}))
    lost = [*ignored, *(held.keys() - {"name", "filter", "order", "group", "columns"})]
    view = View(
        name=held["name"], wanted=wanted, order=read_order(held.get("order", []), lost),
        group=read_group(held.get("group", Group.NONE.value), lost),
        columns=read_names(held.get("columns", []), lost),
    )  # fmt: skip
    return ViewRead(view, tuple(map(str, lost)))


def read_order(held: object, lost: list[str]) -> tuple[SortBy, ...]:
    """Return an order kept as [[column, descends], …]; what cannot be read goes to `lost`."""
    found: dict[str, SortBy] = {}
    for one in held if isinstance(held, list) else [held]:
        match one:
            case [str(column), bool(descends)] if len(found) < MOST_SORTED:
                found.setdefault(column, SortBy(column, descends))
            case _:
                lost.append(f"order: {one!r:.40}")
    return tuple(found.values())


def read_group(held: object, lost: list[str]) -> Group:
    """Return a group by its code; NONE for another one, which goes to `lost`."""
    if isinstance(held, str) and held in list(Group):
        return Group(held)
    lost.append(f"group: {held!r:.40}")
    return Group.NONE


def read_names(held: object, lost: list[str]) -> tuple[str, ...]:
    """Return names of columns, each once; what is none goes to `lost`."""
    if not isinstance(held, list) or len(held) > MOST_COLUMNS:
        lost.append("columns")
        return ()
    lost.extend(f"columns: {one!r:.40}" for one in held if not isinstance(one, str))
    return tuple(dict.fromkeys(one for one in held if isinstance(one, str)))
