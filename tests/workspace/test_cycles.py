"""Anchors move: what follows, what stays, what goes and comes back."""

from datetime import date

import pytest

from pmark_desktop.domain.checklist import Repeat
from pmark_desktop.domain.errors import Notice, UserError, Why
from pmark_desktop.words import Language
from pmark_desktop.words_refusals import notice_words
from pmark_desktop.workspace.checking import check
from pmark_desktop.workspace.cycles import add_checklists, parse_cycle_fields, set_cycle
from pmark_desktop.workspace.people import assign
from tests.workspace.builders import (
    EXTRA,
    LISTS,
    TODAY,
    checklist,
    item,
    new_workspace,
    opened,
    put,
)  # fmt: skip


def moved(workspace, **days):
    return set_cycle(
        workspace, {name: date.fromisoformat(day) for name, day in days.items()}, TODAY
    )


# what can be said


def test_the_words_of_the_command_line_are_read():
    texts = {"expiry": "2028/4/30", "applied.planned": "令和9年9月10日", "site_visit": "",
             "year_start": "10/1", "window_source": " JIPDEC\x00 "}  # fmt: skip
    assert parse_cycle_fields(texts) == {
        "expires": date(2028, 4, 30), "applied_planned": date(2027, 9, 10), "site_visit": None,
        "year_start": "10-01", "window_source": "JIPDEC",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("texts", "why"),
    [({"id": "2"}, Why.FIELD_UNKNOWN), ({"created_on": "2026-01-01"}, Why.FIELD_UNKNOWN),
     ({"expires": ""}, Why.DATE_UNREADABLE), ({"applied": "2027-02-30"}, Why.DATE_UNREADABLE),
     ({"applied": "9999-12-31"}, Why.DATE_UNREADABLE),
     ({"window_closes": "0001-01-01"}, Why.DATE_UNREADABLE),
     ({"applied": "11/23"}, Why.DATE_NEEDS_YEAR), ({"year_start": "2/29"}, Why.YEAR_START_WRONG)],
)  # fmt: skip
def test_what_cannot_be_is_refused(texts, why):
    with pytest.raises(UserError) as refused:
        parse_cycle_fields(texts)
    assert refused.value.why is why


@pytest.mark.parametrize(
    ("days", "why"),
    [({"expires": "2030-01-01"}, Why.EXPIRY_TOO_FAR), ({"expires": "2026-01-01"},
                                                       Why.EXPIRY_TOO_OLD),
     ({"window_opens": "2027-12-01"}, Why.WINDOW_WRONG),
     ({"window_closes": "2028-04-01"}, Why.WINDOW_WRONG),
     ({"expires": "2028-03-31"}, Why.NOTHING_CHANGED)],
)  # fmt: skip
def test_what_is_refused_changes_nothing(workspace, days, why):
    before = workspace.content, len(workspace.log())
    with pytest.raises(UserError) as refused:
        moved(workspace, **days)
    assert refused.value.why is why
    assert (workspace.content, len(workspace.log())) == before


# what moves


def test_a_corrected_expiry_moves_what_is_open_and_not_pinned(workspace):
    put(workspace, "ORG-01", due="2027-09-15")
    put(workspace, "AUD-16@2", state="done", reason="x")
    put(workspace, "AUD-30", state="excluded", reason="x")
    before = workspace.content.tasks
    moved(workspace, expires="2028-06-30")
    after = workspace.content.tasks
    assert after["CERT-12"].due == date(2027, 12, 1)
    assert after["CERT-12"].hard_due == date(2028, 2, 29)
    for id_ in ("ORG-01", "AUD-16@2", "AUD-30"):
        assert after[id_].due == before[id_].due
    assert check(workspace) == []


def test_a_pinned_date_stays_but_its_hard_due_follows_and_a_conflict_is_told(workspace):
    put(workspace, "CERT-12", due="2027-11-30")
    done = moved(workspace, expires="2027-12-31")
    task = workspace.content.task("CERT-12")
    assert (task.due, task.hard_due) == (date(2027, 11, 30), date(2027, 8, 31))
    assert [(one.notice, one.facts["task"]) for one in done.notices] == [
        (Notice.PAST_HARD_DUE, "CERT-12")
    ]


def test_the_answer_of_the_body_replaces_the_window_of_the_rule(workspace):
    moved(workspace, window_opens="2027-08-10", window_closes="2027-11-10")
    task = workspace.content.task("CERT-12")
    assert (task.due, task.hard_due) == (date(2027, 9, 10), date(2027, 11, 10))
    set_cycle(workspace, {"window_opens": None, "window_closes": None}, TODAY)
    assert workspace.content.task("CERT-12").hard_due == date(2027, 11, 30)


def test_an_answer_that_stays_although_the_expiry_changed_is_told(workspace):
    """A last day that is too late for the new expiry would cost the mark."""
    answer = {"window_opens": date(2027, 8, 2), "window_closes": date(2027, 12, 1)}
    assert not set_cycle(workspace, answer, TODAY).notices
    (told,) = set_cycle(workspace, {"expires": date(2027, 12, 31)}, TODAY).notices
    assert told.notice is Notice.ANSWER_KEPT
    words = notice_words(told.notice, told.facts, Language.JA)
    assert "2027/08/02(月) 〜 2027/12/01(水)" in words
    assert "2027/05/01(土) 〜 2027/08/31(火)" in words
    emptied = {"window_opens": None, "window_closes": None, "expires": date(2027, 11, 30)}
    assert not set_cycle(workspace, emptied, TODAY).notices


def test_a_planned_day_holds_until_there_is_an_actual_one(workspace):
    moved(workspace, site_visit_planned="2028-01-11")
    assert workspace.content.task("CERT-14").due == date(2028, 1, 18)
    moved(workspace, site_visit="2028-01-12")
    assert workspace.content.task("CERT-14").due == date(2028, 1, 19)
    set_cycle(workspace, {"site_visit": None}, TODAY)
    assert workspace.content.task("CERT-14").due == date(2028, 1, 18)
    set_cycle(workspace, {"site_visit_planned": None}, TODAY)
    assert workspace.content.task("CERT-14").waits_for == "site_visit"


def test_a_planned_application_counts_before_the_due_of_its_item(workspace):
    moved(workspace, applied_planned="2027-09-06")
    assert workspace.content.task("CERT-13").due == date(2027, 9, 17)  # 9/20 is a holiday
    put(workspace, "CERT-12", due="2027-10-01")
    assert workspace.content.task("CERT-13").due == date(2027, 9, 17)


def test_an_actual_day_ahead_is_told_but_a_visit_may_be_fixed(workspace):
    assert [one.notice for one in moved(workspace, applied="2027-09-06").notices] == [
        Notice.ACTUAL_AHEAD
    ]
    assert moved(workspace, site_visit="2027-12-06").notices == ()


# what goes and comes back


def test_a_corrected_expiry_retires_the_untouched_and_marks_the_worked_on(workspace):
    put(workspace, "AUD-21@2026-05", note="済")
    moved(workspace, expires="2028-06-30")
    tasks = workspace.content.tasks
    assert "AUD-21@2026-04" not in tasks
    assert "AUD-21@2028-06" in tasks
    assert tasks["AUD-21@2026-05"].is_outside
    assert not tasks["AUD-21@2026-07"].is_outside


def test_what_was_retired_comes_back_as_it_was(workspace):
    put(workspace, "AUD-21@2026-05", note="済")
    before = workspace.content
    moved(workspace, expires="2028-06-30")
    moved(workspace, expires="2028-03-31")
    assert workspace.content == before
    assert check(workspace) == []


def test_an_undo_brings_everything_back(workspace):
    put(workspace, "AUD-21@2026-05", note="済")
    before = workspace.content
    done = moved(workspace, expires="2028-06-30", applied_planned="2027-10-10")
    after = workspace.content
    undone = workspace.undo(done.operation)
    assert workspace.content == before
    workspace.undo(undone.operation)
    assert workspace.content == after


def test_a_fixed_day_leaves_and_enters_the_review_period(workspace):
    moved(workspace, expires="2026-12-31")
    assert "AUD-30" not in workspace.content.tasks
    moved(workspace, expires="2028-03-31")
    assert workspace.content.task("AUD-30").due == date(2027, 5, 10)


@pytest.mark.parametrize(("first", "then"), [("2027-01-31", "2029-11-20"),
                                             ("2029-01-31", "2027-01-20")])  # fmt: skip
def test_an_expiry_years_away_is_only_a_correction(tmp_path, first, then):
    path = new_workspace(tmp_path / "a.pmark", expires=date.fromisoformat(first))
    with opened(path) as workspace:
        quarter = next(id_ for id_ in workspace.content.tasks if id_.startswith("AUD-20"))
        put(workspace, quarter, note="済")
        before = workspace.content
        moved(workspace, expires=then)
        assert workspace.content.task(quarter).is_outside
        moved(workspace, expires=first)
        assert workspace.content == before
        assert check(workspace) == []


def test_another_start_of_the_year_moves_its_quarters(workspace):
    set_cycle(workspace, {"year_start": "10-01"}, TODAY)
    quarters = [id_ for id_ in workspace.content.tasks if id_.startswith("AUD-20")]
    assert quarters[0] == "AUD-20@2025-Q3"
    assert len(quarters) == 8


# more lists


def test_a_list_that_is_added_brings_its_tasks_and_roles(workspace):
    add_checklists(workspace, [EXTRA])
    assert workspace.content.tasks["OUT-01"].owner == "新しい役割"
    assert workspace.content.checklist("OUT").title == "OUTの一覧"
    assert [one.role for one in workspace.content.roles][-1] == "新しい役割"
    assert check(workspace) == []


def test_a_list_that_is_added_is_owned_by_who_holds_the_role(workspace):
    assign(workspace, "監査責任者", "鈴木", "")
    add_checklists(workspace, [checklist("XX", item("XX-01", "expiry", role="監査責任者"))])
    assert workspace.content.task("XX-01").owner == "鈴木"


@pytest.mark.parametrize(
    "lists",
    [[LISTS[0]], [EXTRA, EXTRA], [checklist("XX", item("CERT-12", "expiry"))]],
    ids=["in use", "twice", "an id in use"],
)
def test_a_list_that_is_there_already_is_refused(workspace, lists):
    before = workspace.content, len(workspace.log())
    with pytest.raises(UserError) as refused:
        add_checklists(workspace, lists)
    assert refused.value.why is Why.LIST_ALREADY_THERE
    assert (workspace.content, len(workspace.log())) == before


def test_a_list_whose_adding_was_undone_can_be_added_again_in_a_newer_version(workspace):
    before = workspace.content
    added = add_checklists(workspace, [EXTRA])
    put(workspace, "OUT-01", note="x")
    workspace.undo(added.operation)
    assert workspace.content == before
    newer = checklist("OUT", item("OUT-01", "expiry - 2 months", title="新", role="別の役割"),
                      item("OUT-02", "expiry", repeat=Repeat.YEARLY), version="2")  # fmt: skip
    add_checklists(workspace, [newer])
    assert workspace.content.checklist("OUT").version == "2"
    assert workspace.content.task("OUT-01").item.title == "新"
    assert workspace.content.task("OUT-01").due == date(2028, 1, 31)
    assert workspace.content.task("OUT-01").note == "x"
    assert "OUT-02@1" in workspace.content.tasks
    assert check(workspace) == []
    with opened(workspace.path, to_write=False) as fresh:
        assert fresh.content == workspace.content
