"""A newer edition of a list in a running cycle: what answers, tasks and evidence become."""

from dataclasses import replace
from datetime import date

import pytest

from pmark_desktop.domain.checklist import Repeat
from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.domain.rules import parse_rule
from pmark_desktop.domain.task import State
from pmark_desktop.workspace import proofs
from pmark_desktop.workspace.checking import check
from pmark_desktop.workspace.closing import close_cycle
from pmark_desktop.workspace.editions import plan_intake, take_in
from pmark_desktop.workspace.own_content import add_own_tasks
from pmark_desktop.workspace.retiring import retire_items, retired_items
from tests.workspace.builders import EXTRA, TODAY, checklist, item, new_workspace, opened, put

BASE = checklist(
    "AUD",
    item("AUD-01", "expiry - 12 months", guidance="計画を作る。"),
    item("AUD-02", "expiry - 10 months", repeat=Repeat.YEARLY),
    item("AUD-03", "AUD-01 done + 10 days"),
    item("AUD-04", "expiry - 2 months"),
)
OTHER = checklist("CERT", item("CERT-12", "window_opens + 1 month", hard_due="window_closes"))


@pytest.fixture
def open_one(tmp_path):
    """An open workspace with answers in every item of AUD."""
    path = new_workspace(tmp_path / "a.pmark", lists=(OTHER, BASE))
    with opened(path) as workspace:
        put(workspace, "AUD-01", state="doing", note="下書き済み", owner="見本 花子")
        put(workspace, "AUD-02@1", state="done", reason="記録なし")
        proofs.attach_paper(workspace, "AUD-01", "書庫A", TODAY)
        proofs.attach_paper(workspace, "AUD-04", "書庫B", TODAY)
        yield workspace


def newer(*items, **given):
    return replace(BASE, items=items or BASE.items, **({"version": "1.1"} | given))


def changed(id_, **given):
    """Return the items with one of them changed."""
    for field in ("due", "hard_due"):
        if given.get(field):
            given[field] = parse_rule(given[field])
    return [replace(one, **given) if one.id == id_ else one for one in BASE.items]


def without(*ids):
    return [one for one in BASE.items if one.id not in ids]


def tasks(workspace):
    return workspace.content.tasks


def refused(workspace, checklist_):
    before = workspace.content
    with pytest.raises(UserError) as error:
        take_in(workspace, checklist_, TODAY)
    assert workspace.content == before
    return error.value


# what stays


def test_answers_stay_with_the_same_text(open_one):
    before = tasks(open_one)["AUD-01"]
    take_in(open_one, newer(*changed("AUD-01", guidance="計画を作る", clause="J.9")), TODAY)
    after = tasks(open_one)["AUD-01"]
    assert after == replace(before, item=after.item)
    assert (after.item.clause, after.recheck) == ("J.9", False)


def test_other_lists_are_not_touched(open_one):
    before = {id_: task for id_, task in tasks(open_one).items() if task.list_key == "CERT"}
    take_in(open_one, newer(*changed("AUD-01", guidance="別の文")), TODAY)
    assert {id_: tasks(open_one)[id_] for id_ in before} == before


def test_the_list_takes_its_new_head(open_one):
    take_in(open_one, newer(title="監査", date=date(2026, 10, 1)), TODAY)
    found = open_one.content.checklist("AUD")
    assert (found.title, found.version, found.date) == ("監査", "1.1", date(2026, 10, 1))


# reworded


def test_another_text_keeps_the_answers_and_marks_every_task(open_one):
    done = take_in(open_one, newer(*changed("AUD-02", title="監査の実施(2回)")), TODAY)
    one, two = tasks(open_one)["AUD-02@1"], tasks(open_one)["AUD-02@2"]
    assert (one.state, one.reason, one.recheck, two.recheck) == (
        State.DONE,
        "記録なし",
        True,
        True,
    )
    assert one.item.title == "監査の実施(2回)"
    open_one.undo(done.operation)
    assert not tasks(open_one)["AUD-02@1"].recheck


def test_confirming_clears_the_mark(open_one):
    take_in(open_one, newer(*changed("AUD-01", guidance="別の文")), TODAY)
    put(open_one, "AUD-01", recheck="")
    assert not tasks(open_one)["AUD-01"].recheck
    take_in(
        open_one, newer(*changed("AUD-01", guidance="別の文", clause="J.1"), version="1.2"), TODAY
    )
    assert not tasks(open_one)["AUD-01"].recheck


# dates


def test_another_rule_moves_open_tasks_and_leaves_pinned_and_done_ones(open_one):
    put(open_one, "AUD-02@2", due="2027-03-01")
    plan = plan_intake(open_one, newer(*changed("AUD-02", due="expiry - 8 months")), TODAY)
    done_on = tasks(open_one)["AUD-02@1"]
    assert [move.task.id for move in plan.moves.pinned] == ["AUD-02@2"]
    take_in(open_one, newer(*changed("AUD-02", due="expiry - 8 months")), TODAY)
    assert tasks(open_one)["AUD-02@2"].due == date(2027, 3, 1)
    assert tasks(open_one)["AUD-02@1"].due == done_on.due


def test_the_preview_says_what_then_happens(open_one):
    edition = newer(
        *changed("AUD-04", due="expiry - 3 months")[1:], item("AUD-05", "expiry - 1 month")
    )
    edition = replace(edition, items=tuple(
        replace(one, due=parse_rule("expiry - 9 months")) if one.id == "AUD-03" else one
        for one in edition.items
    ))  # fmt: skip
    plan = plan_intake(open_one, edition, TODAY)
    take_in(open_one, edition, TODAY)
    for move in plan.moves.moved:
        after = tasks(open_one)[move.task.id]
        assert (after.due, after.hard_due, after.waits_for) == (
            move.due, move.hard_due, move.waits_for,
        )  # fmt: skip
    assert {move.task.id for move in plan.moves.moved} == {"AUD-03", "AUD-04"}
    assert [arrival.id for arrival in plan.moves.come] == ["AUD-05"]
    assert [task.id for task in plan.moves.dropped] == ["AUD-01"]


def test_a_role_that_changes_takes_the_owner_along_where_nobody_chose_one(open_one):
    take_in(open_one, newer(*(replace(one, role="監査責任者") for one in BASE.items)), TODAY)
    assert tasks(open_one)["AUD-04"].owner == "監査責任者"
    assert tasks(open_one)["AUD-01"].owner == "見本 花子"
    assert "監査責任者" in {holder.role for holder in open_one.content.roles}


# gone


def test_untouched_tasks_of_a_gone_item_go_and_worked_on_ones_stay_as_dropped(open_one):
    take_in(open_one, newer(*without("AUD-02", "AUD-03", "AUD-04")), TODAY)
    left = {id_ for id_ in tasks(open_one) if id_.startswith("AUD")}
    assert left == {"AUD-01", "AUD-02@1", "AUD-04"}
    dropped = tasks(open_one)["AUD-04"]
    assert (dropped.is_dropped, dropped.is_outside, dropped.evidence) == (True, True, (2,))
    assert not tasks(open_one)["AUD-01"].is_dropped
    assert open_one.content.items.keys() & {"AUD-02", "AUD-04"} == set()


def test_a_dropped_task_is_still_edited_and_survives_reopening(open_one):
    take_in(open_one, newer(*without("AUD-04")), TODAY)
    put(open_one, "AUD-04", state="excluded", reason="新しい版にない")
    assert tasks(open_one)["AUD-04"].is_dropped
    before = open_one.content
    path = open_one.path
    open_one.close()
    with opened(path) as again:
        assert again.content == before
        assert check(again) == []


def test_an_item_that_comes_back_has_its_answers_again(open_one):
    take_in(open_one, newer(*without("AUD-04")), TODAY)
    back = newer(*changed("AUD-04", guidance="戻った項目"), version="1.2")
    take_in(open_one, back, TODAY)
    task = tasks(open_one)["AUD-04"]
    assert (task.is_dropped, task.is_outside, task.evidence) == (False, False, (2,))
    assert task.recheck


def test_what_is_dropped_is_not_called_retired(open_one):
    take_in(open_one, newer(*without("AUD-04")), TODAY)
    assert retired_items(open_one) == []


# renamed


def renamed(**given):
    return newer(
        *without("AUD-04"),
        replace(BASE.items[3], **({"id": "AUD-14", "replaces": ("AUD-04",)} | given)),
    )


def test_answers_and_evidence_go_to_the_new_id(open_one):
    put(open_one, "AUD-04", state="done", note="済", done_on="2026-11-01", tag="重要")
    before = tasks(open_one)["AUD-04"]
    take_in(open_one, renamed(), TODAY)
    after = tasks(open_one)["AUD-14"]
    assert "AUD-04" not in tasks(open_one)
    assert after == replace(before, id="AUD-14", item=after.item)
    assert {number: one.tasks for number, one in enumerate(open_one.evidence(), start=1)} == {
        1: ("AUD-01",), 2: ("AUD-14",),
    }  # fmt: skip
    assert check(open_one) == []


def test_the_history_goes_on_under_the_new_id(open_one):
    put(open_one, "AUD-04", note="済")
    take_in(open_one, renamed(), TODAY)
    entries = open_one.history("AUD-14")
    assert "済" in {entry.new for entry in entries if entry.field == "note"}
    assert [entry.seq for entry in entries] == sorted(entry.seq for entry in entries)
    assert {entry.why for entry in entries} >= {"AUD-04 → AUD-14"}


def test_who_waits_for_a_renamed_item_waits_for_its_new_id(open_one):
    edition = newer(
        replace(BASE.items[0], id="AUD-11", replaces=("AUD-01",)),
        replace(BASE.items[2], due=parse_rule("AUD-11 done + 10 days")),
    )
    take_in(open_one, edition, TODAY)
    assert tasks(open_one)["AUD-03"].waits_for == "AUD-11"
    put(open_one, "AUD-11", state="done", done_on="2026-11-20")
    assert tasks(open_one)["AUD-03"].due == date(2026, 11, 30)


def test_a_renamed_item_with_another_text_is_to_be_checked_again(open_one):
    take_in(open_one, renamed(guidance="別の文"), TODAY)
    assert tasks(open_one)["AUD-14"].recheck


def test_both_occurrences_of_a_yearly_item_move(open_one):
    edition = newer(*without("AUD-02"), replace(BASE.items[1], id="AUD-12", replaces=("AUD-02",)))
    take_in(open_one, edition, TODAY)
    assert tasks(open_one)["AUD-12@1"].reason == "記録なし"
    assert tasks(open_one)["AUD-12@2"].due == date(2027, 5, 31)


def test_a_rename_that_repeats_otherwise_leaves_the_answers_where_they_were(open_one):
    take_in(open_one, renamed(repeat=Repeat.YEARLY), TODAY)
    assert tasks(open_one)["AUD-04"].is_dropped
    assert {"AUD-14@1", "AUD-14@2"} <= tasks(open_one).keys()


# own content and what was retired


def test_own_items_stay_behind_what_they_stood_behind(open_one):
    add_own_tasks(open_one, "AUD", [{"title": "自社の確認", "rule": "AUD-04 done + 3 days"}], TODAY)
    own = next(id_ for id_ in tasks(open_one) if tasks(open_one)[id_].item.title == "自社の確認")
    take_in(open_one, renamed(), TODAY)
    ids = [one.id for one in open_one.content.checklist("AUD").items]
    assert ids == ["AUD-01", "AUD-02", "AUD-03", "AUD-14", own]
    assert tasks(open_one)[own].waits_for == "AUD-14"


def test_an_edition_may_not_take_away_what_own_items_count_from(open_one):
    add_own_tasks(open_one, "AUD", [{"title": "自社の確認", "rule": "AUD-04 done + 3 days"}], TODAY)
    assert refused(open_one, newer(*without("AUD-04"))).why is Why.EDITION_AWAITED


def test_what_the_company_retired_stays_retired_but_learns_its_new_text(open_one):
    retire_items(open_one, ["AUD-04"], "当社では行わない")
    edition = newer(*changed("AUD-04", guidance="別の文"))
    plan = plan_intake(open_one, edition, TODAY)
    assert [one.id for one in plan.retired] == ["AUD-04"]
    take_in(open_one, edition, TODAY)
    assert "AUD-04" not in tasks(open_one)
    (kept,) = retired_items(open_one)
    assert (kept.item.guidance, kept.reason) == ("別の文", "当社では行わない")


# refused


@pytest.mark.parametrize(
    ("edition", "why"),
    [
        (newer(version="0.9"), Why.EDITION_OLDER),
        (newer(*changed("AUD-01", title="別"), version="1"), Why.EDITION_SAME_VERSION),
        (newer(version="1"), Why.NOTHING_CHANGED),
    ],
)
def test_editions_that_are_not_newer_are_refused(open_one, edition, why):
    assert refused(open_one, edition).why is why


def test_a_closed_cycle_keeps_its_edition(open_one):
    close_cycle(open_one, "終了", TODAY)
    assert refused(open_one, newer(*changed("AUD-01", title="別"))).why is Why.CYCLE_CLOSED


def test_a_list_that_is_not_here_comes_as_a_new_one(open_one):
    plan = plan_intake(open_one, EXTRA, TODAY)
    assert (plan.is_new_list, [one.id for one in plan.moves.come]) == (True, ["OUT-01"])
    take_in(open_one, EXTRA, TODAY)
    assert "OUT-01" in tasks(open_one)


# undo


@pytest.mark.parametrize(
    "edition",
    [
        newer(*changed("AUD-01", guidance="別の文", role="新しい役割")),
        newer(*changed("AUD-02", due="expiry - 8 months")),
        newer(*without("AUD-02", "AUD-04")),
        renamed(guidance="別の文"),
        newer(*reversed(BASE.items), item("AUD-05", "expiry")),
        EXTRA,
    ],
    ids=["reworded", "moved", "gone", "renamed", "reordered", "new list"],
)
def test_undo_brings_everything_back_exactly_and_redo_again(open_one, edition):
    before, evidence = open_one.content, open_one.evidence()
    done = take_in(open_one, edition, TODAY)
    after = open_one.content
    undone = open_one.undo(done.operation)
    assert open_one.content == before
    assert open_one.evidence() == evidence
    open_one.undo(undone.operation, act="redo")
    assert open_one.content == after
    assert check(open_one) == []


def test_an_edition_after_its_undo_comes_in_as_the_first_time(open_one):
    done = take_in(open_one, renamed(guidance="別の文"), TODAY)
    after = open_one.content
    open_one.undo(done.operation)
    take_in(open_one, renamed(guidance="別の文"), TODAY)
    assert open_one.content == after
