"""Views are kept as JSON, whole or with what could not be read said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmark_desktop.domain.filters import Filter, Mark
from pmark_desktop.domain.views import BUILT_IN, BuiltIn, Group, SortBy, View, read_view, view_json
from tests.domain.test_filters import FILTERS, JSON

TEXT = st.text(max_size=12)
ORDERS = st.lists(
    st.builds(SortBy, TEXT, st.booleans()), max_size=5, unique_by=lambda one: one.column
)
VIEWS = st.builds(
    View, name=TEXT, wanted=FILTERS, order=ORDERS.map(tuple), group=st.sampled_from(Group),
    columns=st.lists(TEXT, max_size=5, unique=True).map(tuple),
)  # fmt: skip


@given(VIEWS)
def test_json_keeps_a_whole_view(view):
    assert read_view(view_json(view)) == (view, ())


def test_there_are_six_built_in_views():
    assert list(BUILT_IN) == list(BuiltIn)
    assert len(BUILT_IN) == 6


@pytest.mark.parametrize(
    "text", ["", "{", "null", "[]", '{"name": 5}', "[" * 100_000, '{"filter": {}}', "\x00"]
)
def test_what_is_no_view_is_none(text):
    assert read_view(text).view is None


def test_a_damaged_part_is_left_out_and_said():
    text = (
        '{"name": "x", "filter": {"marks": ["own", "y"]}, "order": [["due", false], ["due"], 5],'
        ' "group": "colour", "columns": ["due", 3], "more": 1}'
    )
    view, ignored = read_view(text)
    assert view == View(
        name="x", wanted=Filter(marks=frozenset({Mark.OWN})), order=(SortBy("due"),),
        columns=("due",),
    )  # fmt: skip
    assert len(ignored) == 6


@given(st.dictionaries(st.sampled_from(["filter", "order", "group", "columns"]), JSON))
def test_hostile_parts_never_break_the_reading(parts):
    import json

    view = read_view(json.dumps({"name": "x", **parts})).view
    assert view is not None
    assert read_view(view_json(view)).view == view
