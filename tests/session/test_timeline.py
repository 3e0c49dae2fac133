"""Lanes and lines of the timeline, and the way from task to task."""

from datetime import date, timedelta
from itertools import chain, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmark_desktop.domain.task import State
from pmark_desktop.session.columns import Tone
from pmark_desktop.session.time_scale import TimeScale
from pmark_desktop.session.timeline import (
    Placed,
    Reading,
    Ruler,
    Step,
    first_near,
    make_timeline,
    neighbour,
    stack,
)
from pmark_desktop.words import Language
from tests.workspace.builders import checklist

TODAY = date(2026, 11, 24)
SCALE = TimeScale(date(2026, 4, 1), date(2028, 9, 30), 3.25)
RULER = Ruler(lambda text: 8 * len(text), lambda text, most: text[: most // 8], 160)
READING = Reading(RULER, TODAY, Language.JA)


@pytest.fixture
def make(make_item, make_task):
    """Return a timeline of tasks given as due days; AUD-01, AUD-02… in one list."""

    def timeline(*dues, titles=False, **given):
        items = [
            make_item(id=f"AUD-{number:02}", due="expiry") for number in range(1, 1 + len(dues))
        ]
        tasks = [
            make_task(item=item, due=due, **given) for item, due in zip(items, dues, strict=True)
        ]
        lists = [checklist("AUD", *items), checklist("ORG")]
        return make_timeline(tasks, lists, SCALE, READING, shows_titles=titles)

    return timeline


class Piece:
    def __init__(self, left, width):
        self.left, self.right = left, left + width


@given(st.lists(st.tuples(st.integers(0, 500), st.integers(0, 90)), max_size=120))
def test_what_stands_in_one_line_never_touches(pieces):
    pieces = [Piece(*one) for one in pieces]
    rows = stack(pieces)
    assert sorted(map(id, chain(*rows))) == sorted(map(id, pieces))
    for row in rows:
        assert all(one.right < other.left for one, other in pairwise(row))


@given(st.lists(st.tuples(st.integers(0, 300), st.integers(1, 60)), max_size=60))
def test_there_are_no_more_lines_than_are_needed(pieces):
    rows = stack([Piece(*one) for one in pieces])
    ends = [(left, left + width + 8) for left, width in pieces]
    deepest = max((sum(a <= x < b for a, b in ends) for x, _ in ends), default=0)
    assert len(rows) == deepest


@given(
    st.lists(st.tuples(st.integers(0, 900), st.integers(0, 100)), max_size=80),
    st.integers(-50, 950), st.integers(0, 300),
)  # fmt: skip
def test_bisection_finds_just_what_is_in_sight(pieces, left, width):
    from pmark_desktop.session.timeline import Line

    right = left + width
    for row in stack([Piece(*one) for one in pieces]):
        line = Line(0, False, row, [one.left for one in row], [one.right for one in row])
        seen = [one for one in row if one.right >= left and one.left <= right]
        assert list(line.visible(left, right)) == seen


def test_tasks_of_one_day_stand_below_each_other(make):
    made = make(*[date(2027, 1, 29)] * 3)
    assert [made.places[id_][0] for id_ in ("AUD-01", "AUD-02", "AUD-03")] == [1, 2, 3]
    lane = made.lanes[0]
    assert (lane.title, lane.first, lane.lines, lane.count) == ("AUDの一覧", 0, 4, 3)
    assert (made.lanes[1].count, made.lanes[1].lines) == (0, 1)


def test_a_marker_stands_on_the_middle_of_its_day(make):
    made = make(date(2027, 1, 29))
    assert SCALE.day_at(made.task("AUD-01").at) == date(2027, 1, 29)


def test_a_waiting_task_is_counted_and_not_placed(make):
    made = make(None, date(2027, 1, 29), waits_for="site_visit")
    assert made.task("AUD-01") is None
    assert (made.lanes[0].waiting, made.lanes[0].count) == (1, 1)


def test_a_date_far_outside_is_counted_and_not_placed(make):
    made = make(date(2099, 1, 1))
    assert (made.lanes[0].elsewhere, made.places) == (1, {})


@pytest.mark.parametrize(
    ("given", "tone", "text"),
    [
        ({"due": date(2026, 11, 20)}, Tone.LATE, "AUD-01 4日超過"),
        ({"due": date(2026, 12, 1)}, Tone.SOON, "AUD-01 あと7日"),
        ({"due": date(2027, 6, 1)}, Tone.CALM, "AUD-01"),
        ({"due": date(2026, 11, 20), "state": State.DONE}, Tone.DONE, "AUD-01"),
        ({"due": date(2026, 11, 20), "is_past": True}, Tone.PAST, "AUD-01"),
    ],
)
def test_what_is_urgent_is_said_in_words_too(make_item, make_task, given, tone, text):
    item = make_item(id="AUD-01", due="expiry")
    made = make_timeline(
        [make_task(item=item, **given)], [checklist("AUD", item)], SCALE, READING,
        shows_titles=False,
    )  # fmt: skip
    assert (made.task("AUD-01").tone, made.task("AUD-01").text) == (tone, text)


def test_a_title_is_cut_to_the_widest_label(make):
    found = make(date(2027, 6, 1), titles=True).task("AUD-01")
    assert found.text == "AUD-01 内部監査"
    narrow = READING._replace(ruler=RULER._replace(most=64))
    made = make_timeline(
        [found.task], [checklist("AUD", found.task.item)], SCALE, narrow, shows_titles=True
    )
    assert made.task("AUD-01").text == "AUD-01 内"


def test_at_the_end_of_the_line_the_words_stand_before_the_marker(make):
    found = make(SCALE.last).task("AUD-01")
    assert found.label < found.at
    assert found.right <= SCALE.width + 8


def test_the_hard_due_takes_its_place_in_the_line(make):
    found = make(date(2027, 1, 29), hard_due=date(2027, 6, 30)).task("AUD-01")
    assert SCALE.day_at(found.hard) == date(2027, 6, 30)
    assert found.right >= found.hard


def test_a_hard_due_beyond_the_line_ends_with_it(make):
    found = make(date(2027, 1, 29), hard_due=date(2099, 1, 1)).task("AUD-01")
    assert found.right <= SCALE.width + 2


def test_arrow_keys_go_by_day_and_to_the_nearest_line(make):
    days = [date(2027, 1, 1), date(2027, 1, 2), date(2027, 8, 1), date(2027, 1, 3)]
    made = make(*days)
    assert neighbour(made, "AUD-01", Step(tasks=1)) == "AUD-02"
    assert neighbour(made, "AUD-02", Step(tasks=1)) == "AUD-04"
    assert neighbour(made, "AUD-04", Step(tasks=1)) == "AUD-03"
    assert neighbour(made, "AUD-03", Step(tasks=1)) is None
    assert neighbour(made, "AUD-01", Step(tasks=-1)) is None
    assert neighbour(made, "AUD-01", Step(lines=1)) == "AUD-02"
    assert neighbour(made, "AUD-01", Step(lines=-1)) is None
    assert neighbour(made, "AUD-03", Step(lines=1)) == "AUD-02"
    assert neighbour(made, "none", Step(lines=1)) is None


def test_the_first_arrow_key_goes_to_the_task_nearest_today(make):
    made = make(date(2026, 5, 1), date(2026, 12, 1), date(2027, 5, 1))
    assert first_near(made, SCALE.middle_of(TODAY)) == "AUD-02"
    assert first_near(make(), 0) is None


def test_three_thousand_tasks_are_all_placed_apart(make):
    days = [date(2026, 4, 1) + timedelta(days=number * 7 % 900) for number in range(3000)]
    made = make(*days)
    assert len(made.places) == 3000
    for line in made.lines:
        assert line.lefts == sorted(line.lefts)
        assert all(a < b for a, b in zip(line.rights, line.lefts[1:], strict=False))


def test_what_is_found_at_a_place_is_what_stands_there(make):
    made = make(date(2027, 1, 29))
    found: Placed = made.task("AUD-01")
    assert made.found_at(1, found.at).task.id == "AUD-01"
    assert made.found_at(1, found.left - 1) is None
    assert made.found_at(0, found.at) is None
    assert made.found_at(99, found.at) is None


def test_a_closed_task_has_no_hard_due_to_watch(make):
    made = make(date(2027, 1, 29), hard_due=date(2027, 6, 30), state=State.DONE)
    assert made.task("AUD-01").hard is None
