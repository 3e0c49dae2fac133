"""Sorting is stable and leaves empty cells last, whatever is sorted."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmark_desktop.domain.checklist import Item, Stage
from pmark_desktop.domain.task import State, Task
from pmark_desktop.domain.views import SortBy
from pmark_desktop.session.arrangement import SortKeys
from pmark_desktop.session.columns import COLUMNS, PLACES
from pmark_desktop.session.sorting import clicked

ITEM = Item(
    id="AUD-01", title="監査", guidance="", clause="", evidence="", role="", stage=Stage.CHECK
)
DAYS = st.none() | st.integers(0, 3).map(lambda days: date(2026, 11, 1) + timedelta(days))
TASKS = st.lists(
    st.builds(
        Task, id=st.just("AUD-01"), list_key=st.just("AUD"), item=st.just(ITEM), due=DAYS,
        owner=st.sampled_from(["", "花子", "一郎"]), state=st.sampled_from(State),
    ),
    max_size=25,
)  # fmt: skip
ORDERS = st.lists(
    st.builds(SortBy, st.sampled_from(["due", "owner", "state"]), st.booleans()),
    max_size=3, unique_by=lambda one: one.column,
)  # fmt: skip


def naive(tasks, order):
    """Return places sorted one column after the other with plain tuples."""
    places = list(range(len(tasks)))
    for column, descends in reversed(order):
        key = COLUMNS[PLACES[column]].key
        empty = [place for place in places if key(tasks[place]) is None]
        filled = [place for place in places if key(tasks[place]) is not None]
        filled = sorted(filled, key=lambda place: key(tasks[place]), reverse=descends)
        places = filled + empty
    return places


@given(TASKS, ORDERS)
def test_rows_sort_stably_by_several_columns(tasks, order):
    keys = SortKeys()
    keys.reset(tasks)
    assert keys.sort(range(len(tasks)), order) == naive(tasks, order)


@given(TASKS, st.sampled_from(["due", "owner"]), st.booleans())
def test_empty_cells_come_last_in_both_directions(tasks, column, descends):
    keys = SortKeys()
    keys.reset(tasks)
    places = keys.sort(range(len(tasks)), [SortBy(column, descends)])
    empty = [not getattr(tasks[place], column) for place in places]
    assert empty == sorted(empty)


@pytest.mark.parametrize("column", [column.name for column in COLUMNS])
def test_every_column_sorts(make_task, column):
    tasks = [make_task(), make_task(due=date(2026, 1, 1), owner="x", recheck=True, evidence=(1,))]
    keys = SortKeys()
    keys.reset(tasks)
    assert sorted(keys.sort([0, 1], [SortBy(column)])) == [0, 1]


def test_a_click_sorts_up_down_and_off_by_this_column_only():
    first = clicked((), "due", adds=False)
    second = clicked(first, "due", adds=False)
    assert (first, second) == ((SortBy("due"),), (SortBy("due", True),))
    assert clicked(second, "due", adds=False) == ()
    assert clicked((SortBy("due"), SortBy("owner")), "owner", adds=False) == (SortBy("owner"),)


def test_a_click_with_shift_adds_turns_and_takes_off_in_its_place():
    both = clicked((SortBy("due"),), "owner", adds=True)
    assert both == (SortBy("due"), SortBy("owner"))
    turned = clicked(both, "due", adds=True)
    assert turned == (SortBy("due", True), SortBy("owner"))
    assert clicked(turned, "due", adds=True) == (SortBy("owner"),)
