"""Own items edited, copied, moved; items retired and brought back; lists on and off."""

from datetime import date

import pytest

from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.domain.rules import Anchor
from pmark_desktop.domain.task import State
from pmark_desktop.workspace.cycles import add_checklists, set_cycle
from pmark_desktop.workspace.events import occur
from pmark_desktop.workspace.own_content import add_own_tasks
from pmark_desktop.workspace.own_items import (
    duplicate_items,
    edit_item,
    move_items,
    moved,
    preview_item,
)
from pmark_desktop.workspace.own_lists import (
    add_own_list,
    list_standings,
    parse_list_key,
    rename_own_list,
    switch_list,
)
from pmark_desktop.workspace.people import assign
from pmark_desktop.workspace.proofs import attach_paper
from pmark_desktop.workspace.retiring import bring_back, retire_items, retired_items
from tests.workspace.builders import EXTRA, TODAY, new_workspace, opened, put


@pytest.fixture
def workspace(tmp_path):
    with opened(new_workspace(tmp_path / "a.pmark")) as open_one:
        yield open_one


def ids_of(workspace, key):
    return [item.id for item in workspace.content.checklist(key).items]


def state_of(workspace):
    """Return everything that is seen, for comparison."""
    return workspace.content


# editing


def test_another_rule_moves_the_task_as_the_preview_said(workspace):
    add_own_tasks(workspace, "AUD", [{"title": "点検", "rule": "expiry - 8 months"}], TODAY)
    texts = {"title": "点検", "rule": "expiry - 9 months"}

    moves = preview_item(workspace, "AUD", "OWN-01", texts, TODAY)
    edit_item(workspace, "OWN-01", texts)

    (move,) = moves.moved
    assert workspace.content.tasks["OWN-01"].due == move.due == date(2027, 6, 30)


def test_a_rule_that_repeats_brings_tasks_and_takes_the_single_one_away(workspace):
    add_own_tasks(workspace, "AUD", [{"title": "点検"}], TODAY)

    moves = preview_item(workspace, "AUD", "OWN-01", {"repeat": "yearly"}, TODAY)
    done = edit_item(workspace, "OWN-01", {"repeat": "yearly"})

    assert [one.id for one in moves.come] == ["OWN-01@1", "OWN-01@2"]
    assert [task.id for task in moves.go] == ["OWN-01"]
    own = [id_ for id_ in workspace.content.tasks if id_.startswith("OWN")]
    assert own == ["OWN-01@1", "OWN-01@2"]
    workspace.undo(done.operation)
    assert [id_ for id_ in workspace.content.tasks if id_.startswith("OWN")] == ["OWN-01"]


def test_a_preview_of_a_new_item_names_the_tasks_that_would_come(workspace):
    moves = preview_item(workspace, "AUD", "", {"title": "x", "repeat": "quarterly"}, TODAY)

    assert len(moves.come) == 8
    assert not workspace.content.checklist("AUD").items[-1].id.startswith("OWN")


def test_another_role_hands_the_open_task_over(workspace):
    assign(workspace, "監査責任者", "佐藤", "")
    add_own_tasks(workspace, "AUD", [{"title": "点検", "role": "PMS事務局"}], TODAY)

    edit_item(workspace, "OWN-01", {"role": "監査責任者"})

    assert workspace.content.tasks["OWN-01"].owner == "佐藤"


def test_a_published_item_is_not_edited(workspace):
    with pytest.raises(UserError) as refused:
        edit_item(workspace, "AUD-16", {"title": "別の題"})

    assert refused.value.why is Why.ITEM_PUBLISHED


def test_nothing_typed_changes_nothing(workspace):
    add_own_tasks(workspace, "AUD", [{"title": "点検"}], TODAY)

    with pytest.raises(UserError) as refused:
        edit_item(workspace, "OWN-01", {"title": "点検"})

    assert refused.value.why is Why.NOTHING_CHANGED


# copying and moving


def test_a_copy_stands_behind_its_original_and_begins_anew(workspace):
    put(workspace, "AUD-30", owner="佐藤", due="2027/05/07", state="doing", note="済")
    before = state_of(workspace)

    done = duplicate_items(workspace, ["AUD-30", "AUD-16"], TODAY)

    assert ids_of(workspace, "AUD") == [
        "AUD-16", "OWN-02", "AUD-17", "AUD-20", "AUD-21", "AUD-30", "OWN-01",
    ]  # fmt: skip
    copy = workspace.content.tasks["OWN-01"]
    assert (copy.owner, copy.due, copy.state, copy.note) == (
        "佐藤", date(2027, 5, 7), State.TODO, "",
    )  # fmt: skip
    assert copy.item.title == "AUD-30の実施(写し)"
    assert {"OWN-02@1", "OWN-02@2"} <= workspace.content.tasks.keys()
    workspace.undo(done.operation)
    assert state_of(workspace) == before


@pytest.mark.parametrize(
    ("moving", "step", "expected"),
    [
        ("b", -1, "bacde"), ("a", -1, "abcde"), ("ab", -1, "abcde"), ("bc", -1, "bcade"),
        ("d", 1, "abced"), ("e", 1, "abcde"), ("ae", 1, "bacde"), ("ac", -1, "acbde"),
        ("abcde", 1, "abcde"),
    ],
)  # fmt: skip
def test_items_move_together_as_far_as_they_can(moving, step, expected):
    assert "".join(moved("abcde", set(moving), step)) == expected


def test_a_moved_item_stays_where_it_was_put(workspace):
    move_items(workspace, ["AUD-17"], -1)

    assert ids_of(workspace, "AUD")[:2] == ["AUD-17", "AUD-16"]
    assert next(id_ for id_ in workspace.content.tasks if id_.startswith("AUD")) == "AUD-17@1"
    with pytest.raises(UserError) as refused:
        move_items(workspace, ["AUD-17"], -1)
    assert refused.value.why is Why.NOTHING_CHANGED


# retiring


def test_what_is_retired_comes_back_with_all_it_held(workspace):
    attach_paper(workspace, "AUD-30", "書庫A", TODAY)
    put(workspace, "AUD-30", state="done", note="済んだ")
    before = state_of(workspace)

    retire_items(workspace, ["AUD-30"], "部署がなくなった")
    (retired,) = retired_items(workspace)

    assert "AUD-30" not in workspace.content.tasks
    assert (retired.item.id, retired.reason) == ("AUD-30", "部署がなくなった")
    assert workspace.history("AUD-30")[-1].why == "部署がなくなった"
    assert len(workspace.evidence()) == 1
    bring_back(workspace, ["AUD-30"])
    assert state_of(workspace) == before
    assert retired_items(workspace) == []


def test_open_tasks_come_back_with_the_dates_of_today(workspace):
    retire_items(workspace, ["ORG-01"], "不要")
    set_cycle(workspace, {"expires": date(2028, 4, 30)}, TODAY)

    bring_back(workspace, ["ORG-01"])

    assert workspace.content.tasks["ORG-01"].due == date(2027, 10, 29)


def test_what_was_redone_keeps_its_reason(workspace):
    done = retire_items(workspace, ["AUD-30"], "理由A")
    undone = workspace.undo(done.operation)
    assert retired_items(workspace) == []
    workspace.undo(undone.operation, act="redo")

    assert [one.reason for one in retired_items(workspace)] == ["理由A"]
    bring_back(workspace, ["AUD-30"])
    assert "AUD-30" in workspace.content.tasks


def test_own_items_whose_adding_was_undone_are_not_retired(workspace):
    done = add_own_tasks(workspace, "AUD", [{"title": "一"}], TODAY)
    workspace.undo(done.operation)

    assert retired_items(workspace) == []


@pytest.mark.parametrize(
    ("items", "reason", "why"),
    [
        (["AUD-16"], "不要", Why.ITEM_AWAITED),
        (["CERT-12"], "不要", Why.ITEM_NEEDED),
        (["AUD-30"], " \n", Why.RETIRE_REASON_MISSING),
        (["AUD-99"], "不要", Why.ITEM_UNKNOWN),
    ],
)
def test_what_cannot_be_retired(workspace, items, reason, why):
    with pytest.raises(UserError) as refused:
        retire_items(workspace, items, reason)

    assert refused.value.why is why


def test_a_chain_is_retired_whole_and_comes_back_in_order(workspace):
    retire_items(workspace, ["AUD-16", "AUD-17"], "不要")

    with pytest.raises(UserError) as refused:
        bring_back(workspace, ["AUD-17"])
    assert refused.value.why is Why.RULE_ITEM_UNKNOWN
    bring_back(workspace, ["AUD-16", "AUD-17"])
    assert "AUD-17@2" in workspace.content.tasks


# lists


def test_a_list_that_is_off_keeps_its_answers(workspace):
    add_checklists(workspace, [EXTRA])
    put(workspace, "OUT-01", state="doing", note="途中")
    before = state_of(workspace)

    switch_list(workspace, "OUT", on=False)
    assert "OUT-01" not in workspace.content.tasks
    standing = {one.checklist.key: one for one in list_standings(workspace)}
    assert (standing["OUT"].is_on, standing["OUT"].is_here) == (False, True)
    switch_list(workspace, "OUT", on=True)

    assert state_of(workspace) == before


def test_a_list_comes_back_with_the_dates_of_today(workspace):
    add_checklists(workspace, [EXTRA])
    switch_list(workspace, "OUT", on=False)
    set_cycle(workspace, {"expires": date(2028, 4, 30)}, TODAY)

    switch_list(workspace, "OUT", on=True)

    assert workspace.content.tasks["OUT-01"].due == date(2028, 1, 28)


def test_adding_a_list_that_is_off_brings_it_back(workspace):
    add_checklists(workspace, [EXTRA])
    put(workspace, "OUT-01", note="途中")
    switch_list(workspace, "OUT", on=False)

    add_checklists(workspace, [EXTRA])

    assert workspace.content.tasks["OUT-01"].note == "途中"


def test_a_shipped_list_is_switched_on_for_the_first_time(workspace):
    done = switch_list(workspace, "MED", on=True)

    assert workspace.content.checklist("MED").items
    workspace.undo(done.operation)
    assert not any(one.key == "MED" for one in workspace.content.lists)


def test_a_main_list_stays(workspace):
    with pytest.raises(UserError) as refused:
        switch_list(workspace, "AUD", on=False)

    assert refused.value.why is Why.LIST_IS_MAIN


def test_an_own_list_takes_own_items_that_are_named_after_it(workspace):
    add_own_list(workspace, "支店の点検", "branch", TODAY)
    add_own_tasks(workspace, "BRANCH", [{"title": "金庫"}], TODAY)

    assert ids_of(workspace, "BRANCH") == ["BRANCH-01"]
    rename_own_list(workspace, "BRANCH", "全支店の点検")
    assert workspace.content.checklist("BRANCH").title == "全支店の点検"
    switch_list(workspace, "BRANCH", on=False)
    switch_list(workspace, "BRANCH", on=True)
    assert ids_of(workspace, "BRANCH") == ["BRANCH-01"]


def test_a_key_is_made_where_none_is_typed(workspace):
    assert parse_list_key(workspace, "") == "OWN"
    add_own_list(workspace, "自社", "", TODAY)
    assert parse_list_key(workspace, "") == "OWN2"


@pytest.mark.parametrize(
    ("key", "why"),
    [("A", Why.LIST_KEY_WRONG), ("自社", Why.LIST_KEY_WRONG), ("AUD", Why.LIST_ALREADY_THERE),
     ("med", Why.LIST_ALREADY_THERE), ("1AB", Why.LIST_KEY_WRONG)],
)  # fmt: skip
def test_keys_that_cannot_be(workspace, key, why):
    with pytest.raises(UserError) as refused:
        parse_list_key(workspace, key)

    assert refused.value.why is why


def test_events_of_a_list_that_is_off_come_back_with_it(workspace):
    add_own_list(workspace, "自社", "", TODAY)
    add_own_tasks(workspace, "OWN", [{"title": "届出", "rule": "event + 2 days"}], TODAY)
    occur(workspace, "OWN", Anchor.EVENT, "移転", TODAY)
    before = state_of(workspace)

    switch_list(workspace, "OWN", on=False)
    switch_list(workspace, "OWN", on=True)

    assert state_of(workspace) == before


def test_what_was_brought_back_by_mistake_is_retired_again_by_an_undo(workspace):
    retire_items(workspace, ["AUD-30"], "使わない")
    before = retired_items(workspace)
    done = bring_back(workspace, ["AUD-30"])
    for turn in ("undo", "redo", "undo"):
        done = workspace.undo(done.operation, act=turn)
    assert retired_items(workspace) == before
    bring_back(workspace, ["AUD-30"])
    assert "AUD-30" in workspace.content.items
