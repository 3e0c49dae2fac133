"""How a person likes the table of one workspace: kept in their settings, never in the file."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QSettings

from pmark_desktop.domain.views import Group, SortBy, read_group, read_names, read_order
from pmark_desktop.session.columns import COLUMNS, PLACES

LEAST_ZOOM, MOST_ZOOM, ZOOM_STEP = 80, 200, 10
MOST_LINES = 3
MOST_FROZEN = 3
_LEAST_WIDTH, _MOST_WIDTH = 24, 2_000
_USUAL_FROZEN = 2  # No. and 実施項目
_LAYOUT = "layout"
_HIDDEN = frozenset(column.name for column in COLUMNS if column.is_extra)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The shape of the table. `widths` are pixels at a zoom of 100 %; `order` names columns.

    A column that `order` does not name comes last, one without a width has its usual one.
    """

    widths: Mapping[str, int] = field(default_factory=dict)
    order: tuple[str, ...] = ()
    hidden: frozenset[str] = _HIDDEN
    frozen: int = _USUAL_FROZEN
    lines: int = 1
    zoom: int = 100
    sort: tuple[SortBy, ...] = ()
    group: Group = Group.NONE

    @property
    def visible(self) -> tuple[str, ...]:
        """The names of the columns that are shown, from left to right."""
        return tuple(name for name in whole_order(self.order) if name not in self.hidden)


def whole_order(order: tuple[str, ...]) -> tuple[str, ...]:
    """Return all columns: those named first, each once, then the rest in their own order."""
    known = [name for name in order if name in PLACES]
    return tuple(dict.fromkeys((*known, *PLACES)))


def layout_json(layout: Layout) -> str:
    """Return a layout as it is kept."""
    return json.dumps({
        "widths": dict(layout.widths), "order": list(layout.order),
        "hidden": sorted(layout.hidden), "frozen": layout.frozen, "lines": layout.lines,
        "zoom": layout.zoom, "sort": [list(one) for one in layout.sort],
        "group": layout.group.value,
    })  # fmt: skip


def read_layout(text: str) -> Layout:
    """Return the layout that `layout_json` made; a damaged part is as if it were not there."""
    try:
        held = json.loads(text)
    except (ValueError, RecursionError):
        return Layout()
    if not isinstance(held, dict):
        return Layout()
    lost: list[str] = []  # of no matter here: it is only a shape
    usual = Layout()
    hidden = held.get("hidden")
    names = frozenset(map(str, hidden)) & PLACES.keys() if isinstance(hidden, list) else _HIDDEN
    return Layout(
        widths=_widths(held.get("widths")),
        order=read_names(held.get("order", []), lost),
        hidden=names if len(names) < len(PLACES) else _HIDDEN,  # one has to be seen
        frozen=_number(held.get("frozen"), 0, MOST_FROZEN, usual.frozen),
        lines=_number(held.get("lines"), 1, MOST_LINES, usual.lines),
        zoom=_number(held.get("zoom"), LEAST_ZOOM, MOST_ZOOM, usual.zoom),
        sort=tuple(one for one in read_order(held.get("sort", []), lost) if one.column in PLACES),
        group=read_group(held.get("group"), lost),
    )


def _widths(held: object) -> dict[str, int]:
    if not isinstance(held, dict):
        return {}
    return {
        name: width
        for name, width in held.items()
        if name in PLACES and type(width) is int and _LEAST_WIDTH <= width <= _MOST_WIDTH
    }


def _number(held: object, least: int, most: int, usual: int) -> int:
    return held if type(held) is int and least <= held <= most else usual


def load_layout(store: QSettings, workspace: str) -> Layout:
    """Return the layout for the workspace of a uuid; the usual one where there is none."""
    return read_layout(str(store.value(f"{_LAYOUT}/{workspace}", "")))


def save_layout(store: QSettings, workspace: str, layout: Layout) -> None:
    """Keep the layout for the workspace of a uuid."""
    store.setValue(f"{_LAYOUT}/{workspace}", layout_json(layout))
