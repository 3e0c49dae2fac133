"""Conditions of a filter: what they let through, and that JSON keeps them."""

import json
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmark_desktop.domain import filters
from pmark_desktop.domain.checklist import Stage
from pmark_desktop.domain.cycle import Cycle
from pmark_desktop.domain.filters import (
    EVERYTHING,
    Filter,
    Mark,
    Span,
    Vantage,
    application_day,
    filter_json,
    matches,
    of_concern,
    read_filter,
    toggled,
    without,
)
from pmark_desktop.domain.standing import Concern, concerns
from pmark_desktop.domain.task import Result, State

TODAY = date(2026, 11, 25)  # a Wednesday
VANTAGE = Vantage(TODAY, date(2027, 3, 1), frozenset({"OWN"}))
MONDAY, SUNDAY = date(2026, 11, 23), date(2026, 11, 29)


def fits(task, **wanted):
    return matches(task, Filter(**wanted), VANTAGE, "")


def test_an_empty_filter_lets_everything_through(make_task):
    assert EVERYTHING.is_empty
    assert fits(make_task())


@pytest.mark.parametrize(
    ("span", "due", "is_in"),
    [
        (Span.THIS_WEEK, MONDAY, True), (Span.THIS_WEEK, SUNDAY, True),
        (Span.THIS_WEEK, MONDAY - timedelta(1), False),
        (Span.THIS_WEEK, SUNDAY + timedelta(1), False), (Span.THIS_WEEK, None, False),
        (Span.THIS_WEEK, date.min, False), (Span.THIS_WEEK, date.max, False),
        (Span.THIS_MONTH, date(2026, 11, 1), True), (Span.THIS_MONTH, date(2026, 11, 30), True),
        (Span.THIS_MONTH, date(2026, 12, 1), False), (Span.THIS_MONTH, date(2025, 11, 25), False),
        (Span.BEFORE_APPLICATION, date(2027, 3, 1), True),
        (Span.BEFORE_APPLICATION, date(2027, 3, 2), False),
        (Span.BEFORE_APPLICATION, None, False),
        (Span.LATE, date(2026, 11, 24), True), (Span.LATE, TODAY, False),
        (Span.DUE_SOON, TODAY, True), (Span.DUE_SOON, TODAY + timedelta(31), False),
        (Span.NO_DATE, None, True), (Span.NO_DATE, TODAY, False),
    ],
)  # fmt: skip
def test_where_a_due_lies(make_task, span, due, is_in):
    assert fits(make_task(due=due), spans=frozenset({span})) is is_in


def test_of_one_condition_any_value_fits_and_of_several_conditions_all(make_task):
    task = make_task(state=State.DOING, owner="見本 花子", due=TODAY)
    both = frozenset({State.TODO, State.DOING})
    assert fits(task, states=both)
    assert fits(task, states=both, owners=frozenset({"見本 花子", ""}))
    assert not fits(task, states=both, owners=frozenset({""}))
    assert fits(task, spans=frozenset({Span.LATE, Span.THIS_WEEK}))


def test_of_marks_every_one_has_to_hold(make_task):
    task = make_task(pinned=True, due=TODAY)
    assert fits(task, marks=frozenset({Mark.PINNED}))
    assert not fits(task, marks=frozenset({Mark.PINNED, Mark.RECHECK}))


@pytest.mark.parametrize(
    ("id_", "list_key", "is_own"),
    [("AUD-01", "AUD", False), ("OWN-01", "AUD", True), ("OWN-01", "OWN", True)],
)
def test_what_the_company_wrote_itself_is_its_own(make_task, make_item, id_, list_key, is_own):
    task = make_task(item=make_item(id=id_), list_key=list_key)
    assert fits(task, marks=frozenset({Mark.OWN})) is is_own


def test_other_conditions_look_at_their_field(make_task, make_item):
    task = make_task(
        item=make_item(stage=Stage.ACT), tag="重点", result=Result.OBSERVATION, recheck=True
    )
    assert fits(task, tags=frozenset({"重点"}), stages=frozenset({Stage.ACT}))
    assert fits(task, results=frozenset({Result.OBSERVATION}), marks=frozenset({Mark.RECHECK}))
    assert not fits(task, lists=frozenset({"CERT"}))
    assert fits(task, picked=frozenset({task.id}))
    assert not fits(task, picked=frozenset())


@pytest.mark.parametrize("concern", Concern)
def test_a_count_of_the_banner_and_its_filter_mean_the_same(make_task, concern):
    tasks = [
        make_task(due=date(2026, 11, 1)), make_task(due=TODAY), make_task(waits_for="applied"),
        make_task(state=State.DONE, reason="済"), make_task(due=date(2026, 1, 1), is_past=True),
        make_task(due=date(2026, 1, 1), is_past=True, state=State.EXCLUDED),
    ]  # fmt: skip
    for task in tasks:
        is_in = matches(task, of_concern(concern), VANTAGE, "")
        assert is_in == (concern in concerns(task, TODAY))


def test_a_search_looks_for_every_word_as_it_is_and_no_pattern(make_task):
    assert matches(make_task(), Filter(search="ｱｸｾｽ 監査"), VANTAGE, "あくせす権の監査")
    assert not matches(make_task(), Filter(search="アクセス.*"), VANTAGE, "あくせす権の監査")
    assert matches(make_task(), Filter(search="(.*["), VANTAGE, "a (.*[ b")


def test_a_search_of_ten_thousand_characters_is_one_like_any_other(make_task):
    assert not matches(make_task(), Filter(search="監査 " * 3333 + "x"), VANTAGE, "監査")
    assert len(filters.search_words("監査 " * 5000)) == 1


def test_the_application_is_actual_planned_or_the_end_of_the_window():
    cycle = Cycle(id=1, expires=date(2028, 3, 31), year_start="04-01", created_on=TODAY)
    assert application_day(cycle) == date(2027, 11, 30)
    planned = Cycle(
        id=1, expires=date(2028, 3, 31), year_start="04-01", created_on=TODAY,
        applied_planned=date(2027, 9, 1),
    )  # fmt: skip
    assert application_day(planned) == date(2027, 9, 1)


def test_values_are_put_in_and_taken_out_again():
    wanted = toggled(EVERYTHING, "states", "todo")
    assert wanted == Filter(states=frozenset({State.TODO}))
    assert toggled(wanted, "states", "todo") == EVERYTHING
    assert without(toggled(wanted, "owners", "花子"), "states").owners == {"花子"}
    assert without(Filter(picked=frozenset({"x"}), picked_title="y"), "picked") == EVERYTHING


# JSON

TEXT = st.text(max_size=20)
FILTERS = st.builds(
    Filter,
    states=st.frozensets(st.sampled_from(State)), results=st.frozensets(st.sampled_from(Result)),
    stages=st.frozensets(st.sampled_from(Stage)), spans=st.frozensets(st.sampled_from(Span)),
    marks=st.frozensets(st.sampled_from(Mark)), lists=st.frozensets(TEXT),
    owners=st.frozensets(TEXT), tags=st.frozensets(TEXT), search=TEXT,
    picked=st.frozensets(TEXT),
)  # fmt: skip
JSON = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
)
NAMES = st.sampled_from([*filters.CHOICES, "picked", "picked_title", "search", "nonsense"])


@given(FILTERS)
def test_json_keeps_a_whole_filter(wanted):
    text = json.dumps(filter_json(wanted), ensure_ascii=False)
    assert read_filter(json.loads(text)) == (wanted, ())


@given(st.dictionaries(NAMES, JSON) | JSON)
def test_whatever_json_holds_is_read_as_a_filter_that_can_be_kept(held):
    wanted, _ = read_filter(held)
    assert read_filter(filter_json(wanted)).wanted == wanted


def test_what_cannot_be_read_is_left_out_and_said():
    held = {"states": ["todo", "gone", 7], "spans": "late", "owners": ["退職 太郎"], "x": 1}
    wanted, ignored = read_filter(held)
    assert wanted == Filter(states=frozenset({State.TODO}), owners=frozenset({"退職 太郎"}))
    assert ignored == ("states: gone", "states: 7", "spans", "x")


def test_damaged_picked_tasks_do_not_hide_everything():
    assert read_filter({"picked": "CERT-12"}) == (EVERYTHING, ("picked",))
