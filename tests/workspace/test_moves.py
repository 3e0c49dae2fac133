"""What the preview of a change says is what the change then does."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pmark_desktop.domain.days import ClosedSpan, OfficeDays
from pmark_desktop.domain.errors import UserError
from pmark_desktop.domain.rules import Anchor
from pmark_desktop.domain.standing import is_late
from pmark_desktop.workspace.cycles import set_cycle
from pmark_desktop.workspace.events import occur
from pmark_desktop.workspace.moves import Arrival, preview
from tests.workspace.builders import TODAY, put

DAYS = st.dates(date(2026, 12, 1), date(2029, 6, 30))
CHANGES = st.dictionaries(
    st.sampled_from(["expires", "site_visit_planned", "findings_issued", "decided", "applied",
                     "applied_planned"]), DAYS, min_size=1, max_size=3,
) | st.fixed_dictionaries({"year_start": st.sampled_from(["01-01", "04-01", "07-01", "10-15"])})  # fmt: skip


def seen(workspace, changes):
    cycle = replace(workspace.content.cycle, **changes)
    return preview(workspace, cycle=cycle, today=TODAY)


def compare(workspace, changes):
    """Check the preview of a change against the change."""
    before = dict(workspace.content.tasks)
    moves = seen(workspace, changes)
    done = set_cycle(workspace, changes, TODAY)
    after = workspace.content.tasks
    assert {task.id for task in moves.go} == before.keys() - after.keys()
    assert {one.id: (one.dates.due, one.dates.hard_due) for one in moves.come} == {
        id_: (after[id_].due, after[id_].hard_due) for id_ in after.keys() - before.keys()
    }
    assert {task.id for task in moves.outside} == {
        id_ for id_ in after.keys() & before.keys()
        if after[id_].is_outside and not before[id_].is_outside
    }  # fmt: skip
    late = {id_ for id_, task in after.items() if is_late(task, TODAY)}
    was_late = {id_ for id_, task in before.items() if is_late(task, TODAY)}
    assert late - was_late == {one.id if isinstance(one, Arrival) else one.task.id
                               for one in moves.late}  # fmt: skip
    assert {move.task.id for move in moves.past} == {
        id_ for id_ in after.keys() & before.keys()
        if not after[id_].is_closed and after[id_].is_past and not before[id_].is_past
    }  # fmt: skip
    told = {move.task.id: (move.due, move.hard_due) for move in (*moves.moved, *moves.pinned)}
    for id_ in after.keys() & before.keys():
        dates = (after[id_].due, after[id_].hard_due)
        changed = dates != (before[id_].due, before[id_].hard_due)
        assert told.get(id_, dates) == dates
        assert not changed or id_ in told
    return done


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=CHANGES)
def test_a_preview_says_what_the_change_does(workspace, changes):
    if "CERT-13" in workspace.content.tasks and not workspace.content.task("CERT-13").pinned:
        put(workspace, "CERT-13", due="2027-10-20")
        put(workspace, "ORG-01", state="doing")
    try:
        done = compare(workspace, changes)
    except UserError:  # refused: nothing to compare
        return
    workspace.undo(done.operation)


def test_a_later_expiry_moves_what_counts_from_it(workspace):
    moves = seen(workspace, {"expires": date(2028, 4, 30)})
    by_id = {move.task.id: move for move in moves.moved}
    assert by_id["ORG-01"].task.due == date(2027, 9, 30)
    assert by_id["ORG-01"].due == date(2027, 10, 29)  # the 30th is a Saturday
    assert workspace.content.cycle.expires == date(2028, 3, 31)


def test_what_is_done_or_excluded_is_not_in_it(workspace):
    put(workspace, "ORG-01", state="excluded", reason="該当なし")
    put(workspace, "CERT-12", state="done", reason="済", done_on="2026-11-20")
    moves = seen(workspace, {"expires": date(2028, 4, 30)})
    assert not {"ORG-01", "CERT-12"} & {move.task.id for move in moves.moved}


def test_a_pinned_date_stays_and_says_what_the_rule_gives(workspace):
    put(workspace, "ORG-01", due="2027-09-10")
    (move,) = seen(workspace, {"expires": date(2028, 4, 30)}).pinned
    assert (move.due, move.by_rule) == (date(2027, 9, 10), date(2027, 10, 29))


def test_a_pinned_date_that_the_hard_due_overtakes_is_named(workspace):
    put(workspace, "CERT-12", due="2027-11-30")
    moves = seen(workspace, {"expires": date(2028, 2, 10)})
    assert [move.task.id for move in moves.passing] == ["CERT-12"]
    assert moves.passing[0].hard_due == date(2027, 10, 10)


def test_what_would_be_late_at_once_is_named(workspace):
    cycle = replace(workspace.content.cycle, expires=date(2027, 12, 31))
    moves = preview(workspace, cycle=cycle, today=date(2027, 8, 1))
    late = {one.task.id: one.due for one in moves.late if not isinstance(one, Arrival)}
    assert late["ORG-01"] == date(2027, 6, 30)
    later = preview(workspace, cycle=cycle, today=date(2027, 10, 1))
    assert "ORG-01" not in {one.task.id for one in later.late}  # it is late already


def test_what_would_be_of_past_years_is_named_and_is_not_late(workspace):
    moves = seen(workspace, {"expires": date(2027, 3, 31)})
    past = {move.task.id for move in moves.past}
    assert "ORG-01" in past
    assert past.isdisjoint(move.task.id for move in moves.late if not isinstance(move, Arrival))


def test_what_would_be_late_and_no_longer_of_past_years_is_named(workspace):
    set_cycle(workspace, {"expires": date(2026, 8, 31)}, TODAY)
    cycle = replace(workspace.content.cycle, expires=date(2027, 12, 31))
    moves = preview(workspace, cycle=cycle, today=date(2027, 8, 1))
    task = workspace.content.task("ORG-01")
    assert task.is_past
    assert task in [one.task for one in moves.late if not isinstance(one, Arrival)]


def test_an_anchor_that_gets_its_day_ends_the_waiting(workspace):
    (move,) = seen(workspace, {"site_visit_planned": date(2028, 1, 11)}).moved
    assert (move.task.id, move.task.waits_for) == ("CERT-14", "site_visit")
    assert (move.due, move.waits_for) == (date(2028, 1, 18), None)


def test_closed_days_move_tasks_back(workspace):
    assert workspace.content.task("ORG-01").due == date(2027, 9, 30)
    closed = OfficeDays([ClosedSpan(date(2027, 9, 28), date(2027, 9, 30))])
    moved = {one.task.id: one.due for one in preview(workspace, office=closed, today=TODAY).moved}
    assert moved["ORG-01"] == date(2027, 9, 27)


def test_the_day_of_an_event_does_not_move_with_closed_days(workspace):
    occur(workspace, "ORG", Anchor.EVENT, "移転", date(2026, 12, 1))
    closed = OfficeDays([ClosedSpan(date(2026, 12, 7), date(2026, 12, 9))])
    assert preview(workspace, office=closed, today=TODAY).is_empty


@pytest.mark.parametrize("changes", [{}, {"window_source": "電話"}])
def test_a_change_without_an_effect_moves_nothing(workspace, changes):
    assert seen(workspace, changes).is_empty
