"""The shape of the table is kept whole, and a damaged one is as none."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSettings

from pmark_desktop.domain.views import Group, SortBy
from pmark_desktop.session.columns import COLUMNS, PLACES
from pmark_desktop.session.layout import (
    Layout,
    layout_json,
    load_layout,
    read_layout,
    save_layout,
    whole_order,
)

NAMES = st.sampled_from(list(PLACES))
LAYOUTS = st.builds(
    Layout, widths=st.dictionaries(NAMES, st.integers(24, 2000)),
    order=st.lists(NAMES, unique=True).map(tuple),
    hidden=st.frozensets(NAMES, max_size=len(PLACES) - 1), frozen=st.integers(0, 3),
    lines=st.integers(1, 3), zoom=st.integers(80, 200),
    sort=st.lists(
        st.builds(SortBy, NAMES, st.booleans()), max_size=4, unique_by=lambda one: one.column
    ).map(tuple),
    group=st.sampled_from(Group),
)  # fmt: skip


@given(LAYOUTS)
def test_a_layout_is_kept_whole(layout):
    assert read_layout(layout_json(layout)) == layout


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "[" * 100_000, '{"widths": 5, "hidden": "x", "zoom": 1000, "lines": true}',
     '{"widths": {"due": -5, "gone": 5, "id": "wide"}, "frozen": 9, "order": 7}'],
)  # fmt: skip
def test_a_damaged_layout_is_the_usual_one(text):
    assert read_layout(text) == Layout()


def test_not_every_column_can_be_hidden():
    everything = '{"hidden": [' + ", ".join(f'"{name}"' for name in PLACES) + "]}"
    assert read_layout(everything).visible


def test_a_column_that_an_old_layout_does_not_know_comes_last():
    order = whole_order(("due", "gone", "id", "due"))
    assert order[:3] == ("due", "id", "title")
    assert sorted(order) == sorted(PLACES)


def test_extra_columns_are_hidden_until_they_are_asked_for():
    extra = {column.name for column in COLUMNS if column.is_extra}
    assert extra == {"list", "stage", "tag", "recheck"}
    assert not extra & set(Layout().visible)


def test_each_workspace_has_its_own_layout(tmp_path):
    store = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
    wide = replace(Layout(), zoom=150)
    save_layout(store, "one", wide)
    assert (load_layout(store, "one"), load_layout(store, "other")) == (wide, Layout())
