"""Closed days are entered, changed and retired: dues move, and come back."""

from datetime import date

import pytest

from pmark_desktop.domain.closed_spans import MOST_SPANS, Whose
from pmark_desktop.domain.days import ClosedSpan
from pmark_desktop.domain.errors import Notice, UserError, Why
from pmark_desktop.domain.window import WindowState, accepted_until
from pmark_desktop.storage.tables import Table
from pmark_desktop.workspace.checking import check
from pmark_desktop.workspace.closed_days import (
    add_closed,
    change_closed,
    closed_days,
    office_after,
    parse_span,
    retire_closed,
)
from pmark_desktop.workspace.cycles import set_cycle
from pmark_desktop.workspace.moves import preview
from pmark_desktop.workspace.reporting import status, task_facts
from tests.workspace.builders import TODAY, checklist, item, new_workspace, opened, put

COMPANY, BODY = Whose.COMPANY, Whose.BODY


def span(first, last="", *, yearly=False, name="創立記念日"):
    return parse_span(name, first, last, every_year=yearly, today=TODAY)[0]


def spans(workspace, whose=COMPANY):
    return [entry.span for entry in closed_days(workspace, whose)]


def due(workspace, task):
    return workspace.content.task(task).due


# what is typed


def test_what_is_typed_becomes_a_span():
    found, told = parse_span(" 夏季\x07休業 \n", "R9.8.12", "8/14", every_year=False, today=TODAY)
    assert found == ClosedSpan(date(2027, 8, 12), date(2027, 8, 14), name="夏季休業")
    assert told[0].notice is Notice.TEXT_CLEANED


@pytest.mark.parametrize(
    ("first", "last", "why"),
    [
        ("", "", Why.DATE_UNREADABLE),
        ("2027-02-30", "", Why.DATE_UNREADABLE),
        ("2027-08-12", "x", Why.DATE_UNREADABLE),
        ("2027-08-12", "2027-08-11", Why.CLOSED_ENDS_FIRST),
    ],
)
def test_what_is_no_span_is_refused(first, last, why):
    with pytest.raises(UserError) as refused:
        parse_span("x", first, last, every_year=False)
    assert refused.value.why is why


# what moves


def test_a_due_goes_back_from_a_closed_day_and_comes_again_with_undo(workspace):
    before = workspace.content
    assert due(workspace, "CERT-12") == date(2027, 9, 1)
    done = add_closed(workspace, COMPANY, span("2027-08-30", "2027-09-01"))
    assert due(workspace, "CERT-12") == date(2027, 8, 27)
    assert workspace.office.why_closed(date(2027, 9, 1)).name == "創立記念日"
    undone = workspace.undo(done.operation)
    assert workspace.content == before
    assert spans(workspace) == []
    workspace.undo(undone.operation)
    assert due(workspace, "CERT-12") == date(2027, 8, 27)
    assert check(workspace) == []


def test_it_is_one_operation_and_what_it_is_is_logged(workspace):
    done = add_closed(workspace, COMPANY, span("2027-09-01"))
    entries = [entry for entry in workspace.log() if entry.operation == done.operation]
    assert {entry.act for entry in entries} == {"closed_day"}
    assert {entry.kind for entry in entries} == {"closed_day", "task"}


def test_what_is_pinned_done_or_excluded_stays(workspace):
    put(workspace, "CERT-12", due="2027-09-01")
    put(workspace, "ORG-01", state="excluded", reason="x")
    org = due(workspace, "ORG-01")
    add_closed(workspace, COMPANY, span("2027-08-30", "2027-10-01"))
    assert due(workspace, "CERT-12") == date(2027, 9, 1)
    assert due(workspace, "ORG-01") == org == date(2027, 9, 30)


def test_the_preview_is_what_then_happens(workspace):
    one = span("2027-08-30", "2027-09-01")
    moves = preview(workspace, office=office_after(workspace, COMPANY, one), today=TODAY)
    add_closed(workspace, COMPANY, one)
    assert {move.task.id: move.due for move in moves.moved}["CERT-12"] == date(2027, 8, 27)
    for move in moves.moved:
        assert due(workspace, move.task.id) == move.due


def test_closed_days_are_changed_and_retired(workspace):
    before = workspace.content
    add_closed(workspace, COMPANY, span("2027-09-01"))
    (entry,) = closed_days(workspace, COMPANY)
    changed = change_closed(workspace, COMPANY, entry.id, span("2027-09-02", name="別"))
    assert due(workspace, "CERT-12") == date(2027, 9, 1)
    workspace.undo(changed.operation)
    assert due(workspace, "CERT-12") == date(2027, 8, 31)
    retired = retire_closed(workspace, COMPANY, entry.id)
    assert workspace.content == before
    workspace.undo(retired.operation)
    assert (due(workspace, "CERT-12"), len(spans(workspace))) == (date(2027, 8, 31), 1)
    add_closed(workspace, COMPANY, span("2028-01-20"))
    assert len({one.id for one in closed_days(workspace, COMPANY)}) == 2
    assert check(workspace) == []


def test_a_hard_due_in_business_days_may_pass_a_pinned_date(tmp_path):
    lists = [checklist("AB", item("AB-01", "expiry - 20 business days",
                                  hard_due="expiry - 10 business days"))]  # fmt: skip
    with opened(new_workspace(tmp_path / "a.pmark", lists=lists)) as workspace:
        hard = workspace.content.task("AB-01").hard_due
        put(workspace, "AB-01", due=hard.isoformat())
        done = add_closed(workspace, COMPANY, span("2028-03-27", "2028-03-31"))
        assert workspace.content.task("AB-01").hard_due < hard
        assert [one.notice for one in done.notices] == [Notice.PAST_HARD_DUE]


def test_the_status_and_the_tasks_respect_closed_days(workspace):
    late = status(workspace, date(2027, 9, 1))["counts"]["late"]
    add_closed(workspace, COMPANY, span("2027-09-01"))
    assert task_facts(workspace.content.task("CERT-12"))["due"] == "2027-08-31"
    assert status(workspace, date(2027, 9, 1))["counts"]["late"] == late + 1
    with opened(workspace.path, to_write=False) as fresh:
        assert fresh.content == workspace.content
        assert not fresh.office.is_open(date(2027, 9, 1))


# the assessment body


def test_the_days_of_the_body_move_only_what_it_still_accepts(workspace):
    """JIPDEC's example: last day Sat 2024-09-14, the 16th a holiday: accepted until the 17th."""
    set_cycle(workspace, {"expires": date(2027, 1, 14)}, TODAY)  # closes Mon 2026-09-14
    before = workspace.content
    assert workspace.accepted_until() == date(2026, 9, 14)
    done = add_closed(workspace, BODY, span("2026-09-14", "2026-09-16"))
    assert workspace.content == before
    assert workspace.accepted_until() == date(2026, 9, 17)
    facts = status(workspace, date(2026, 9, 17))["cycle"]["window"]
    assert (facts["accepted_until"], facts["state"]) == ("2026-09-17", WindowState.EXTENDED)
    workspace.undo(done.operation)
    assert workspace.accepted_until() == date(2026, 9, 14)
    assert spans(workspace) == spans(workspace, BODY) == []


def test_the_example_of_jipdec_and_a_body_that_closes_a_day_more(workspace):
    saturday = date(2024, 9, 14)
    assert accepted_until(saturday, workspace.body_office) == date(2024, 9, 17)
    add_closed(workspace, BODY, span("2024-09-17", name="設立記念日"))
    assert accepted_until(saturday, workspace.body_office) == date(2024, 9, 18)


# what is refused


def test_what_is_refused_changes_nothing(workspace):
    add_closed(workspace, COMPANY, span("2027-09-01"))
    before = workspace.content, len(workspace.log()), spans(workspace)
    (entry,) = closed_days(workspace, COMPANY)
    refusals = [
        (lambda: add_closed(workspace, COMPANY, span("2027-09-01")), Why.CLOSED_TWICE),
        (lambda: add_closed(workspace, COMPANY, span("2027-01-01", "2027-12-31")),
         Why.CLOSED_LEAVES_TOO_FEW),
        (lambda: add_closed(workspace, BODY, span("2027-01-04", "2027-12-28", yearly=True)),
         Why.CLOSED_LEAVES_TOO_FEW),
        (lambda: change_closed(workspace, COMPANY, entry.id, span("2027-09-01")),
         Why.NOTHING_CHANGED),
        (lambda: change_closed(workspace, COMPANY, 99, span("2027-09-02")), Why.CLOSED_UNKNOWN),
        (lambda: change_closed(workspace, BODY, entry.id, span("2027-09-02")), Why.CLOSED_UNKNOWN),
        (lambda: retire_closed(workspace, COMPANY, 99), Why.CLOSED_UNKNOWN),
    ]  # fmt: skip
    for wish, why in refusals:
        with pytest.raises(UserError) as refused:
            wish()
        assert refused.value.why is why
    assert (workspace.content, len(workspace.log()), spans(workspace)) == before


def test_what_was_retired_cannot_be_retired_again_but_entered_anew(workspace):
    add_closed(workspace, COMPANY, span("2027-09-01"))
    (entry,) = closed_days(workspace, COMPANY)
    retire_closed(workspace, COMPANY, entry.id)
    with pytest.raises(UserError):
        retire_closed(workspace, COMPANY, entry.id)
    add_closed(workspace, COMPANY, span("2027-09-01"))
    assert [one.id for one in closed_days(workspace, COMPANY)] == [entry.id + 1]


def test_four_hundred_are_the_most(workspace):
    def fill(operation):
        for number in range(1, MOST_SPANS + 1):
            operation.create(
                Table.CLOSED_DAY,
                {"id": number, "whose": "company", "name": f"{number}", "first": "2027-09-01",
                 "last": "2027-09-01", "every_year": 0},
            )  # fmt: skip

    workspace.run("closed_day", fill)
    with pytest.raises(UserError) as refused:
        add_closed(workspace, COMPANY, span("2027-09-02"))
    assert refused.value.why is Why.CLOSED_TOO_MANY
    add_closed(workspace, BODY, span("2027-09-02"))  # it has entries of its own


def test_nothing_is_entered_where_the_file_cannot_be_written(file):
    with opened(file, to_write=False) as workspace:
        with pytest.raises(UserError) as refused:
            add_closed(workspace, COMPANY, span("2027-09-01"))
        assert refused.value.why is Why.FILE_READ_ONLY
