"""Own tasks: what was typed becomes items with tasks, all or nothing, in one operation."""

import pytest

from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.domain.own_items import is_own_item
from pmark_desktop.domain.task import State
from pmark_desktop.workspace.own_content import add_own_tasks
from tests.workspace.builders import TODAY, new_workspace, opened


@pytest.fixture
def workspace(tmp_path):
    with opened(new_workspace(tmp_path / "a.pmark")) as open_one:
        yield open_one


def test_own_tasks_come_at_the_end_of_their_list_in_one_operation(workspace):
    before = len(workspace.log())
    rows = [
        {
            "title": "入退室記録の棚卸し",
            "owner": "総務",
            "due": "2027/02/01",
            "note": "1行目\n2行目",
        },
        {"title": "在宅勤務の点検", "rule": "expiry - 8 months", "role": "PMS事務局"},
    ]

    done = add_own_tasks(workspace, "AUD", rows, TODAY)

    items = workspace.content.checklist("AUD").items
    assert [item.id for item in items[-2:]] == ["OWN-01", "OWN-02"]
    assert is_own_item("OWN-01", workspace.content.checklist("AUD"))
    first, second = (workspace.content.tasks[id_] for id_ in ("OWN-01", "OWN-02"))
    assert (first.owner, str(first.due), first.pinned) == ("総務", "2027-02-01", True)
    assert first.note == "1行目\n2行目"
    assert (second.owner, str(second.due), second.pinned) == ("PMS事務局", "2027-07-30", False)
    assert {entry.operation for entry in workspace.log()[before:]} == {done.operation}


def test_a_task_without_rule_and_date_waits_for_nothing(workspace):
    add_own_tasks(workspace, "AUD", [{"title": "いつか"}], TODAY)

    task = workspace.content.tasks["OWN-01"]
    assert (task.due, task.waits_for, task.pinned) == (None, None, False)


def test_one_bad_row_and_nothing_is_added(workspace):
    rows = [{"title": "よい"}, {"title": "悪い", "due": "いつか"}]

    with pytest.raises(UserError) as refused:
        add_own_tasks(workspace, "AUD", rows, TODAY)

    assert refused.value.why is Why.ROW_REFUSED
    assert refused.value.facts["row"] == 2
    assert "OWN-01" not in workspace.content.tasks


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ({"title": "  "}, Why.TITLE_MISSING),
        ({"title": "x", "rule": "満了日の前"}, Why.RULE_UNREADABLE),
        ({"title": "x", "rule": "AUD-99 done + 1 day"}, Why.RULE_ITEM_UNKNOWN),
        ({"title": "x", "rule": "OWN-01 done + 1 day"}, Why.RULE_CIRCLE),
        ({"title": "x", "rule": "AUD-16 done + 1 day"}, Why.RULE_REPEATS_DIFFER),
        ({"title": "x", "rule": "expiry - 1 day", "repeat": "monthly"}, Why.RULE_NOT_ALLOWED),
        ({"title": "x", "rule": "applied", "repeat": "yearly"}, Why.RULE_WITHOUT_YEAR),
        ({"title": "x", "rule": "event", "repeat": "yearly"}, Why.RULE_EVENT_REPEATS),
        ({"title": "x", "lead_days": "731"}, Why.LEAD_DAYS_WRONG),
        ({"title": "x", "lead_days": "二週間"}, Why.LEAD_DAYS_WRONG),
        ({"title": "x", "stage": "あ"}, Why.CHOICE_UNKNOWN),
        ({"title": "x", "color": "red"}, Why.FIELD_UNKNOWN),
        ({"title": "x", "state": "done"}, Why.EVIDENCE_MISSING),
    ],
)
def test_what_cannot_be_is_refused(workspace, row, why):
    with pytest.raises(UserError) as refused:
        add_own_tasks(workspace, "AUD", [row], TODAY)

    assert refused.value.why is why


@pytest.mark.parametrize(
    ("repeat", "count"), [("once", 1), ("yearly", 2), ("quarterly", 8), ("monthly", 24)]
)
def test_a_repeated_own_item_brings_a_task_for_each_time(workspace, repeat, count):
    add_own_tasks(workspace, "AUD", [{"title": "くり返し", "repeat": repeat}], TODAY)

    own = [task for task in workspace.content.tasks.values() if task.item.id == "OWN-01"]
    assert len(own) == count


def test_an_own_item_of_an_event_comes_for_the_events_there_are(workspace):
    from pmark_desktop.domain.rules import Anchor
    from pmark_desktop.workspace.events import occur

    occur(workspace, "ORG", Anchor.EVENT, "移転", TODAY)

    add_own_tasks(workspace, "ORG", [{"title": "表札", "rule": "event + 3 days"}], TODAY)

    assert "OWN-01@e1" in workspace.content.tasks


def test_undo_takes_own_tasks_away_and_their_ids_are_not_given_again(workspace):
    done = add_own_tasks(workspace, "AUD", [{"title": "一"}], TODAY)

    undone = workspace.undo(done.operation)
    assert "OWN-01" not in workspace.content.tasks
    add_own_tasks(workspace, "AUD", [{"title": "二"}], TODAY)
    assert workspace.content.tasks["OWN-02"].item.title == "二"
    workspace.undo(undone.operation)
    assert workspace.content.tasks["OWN-01"].item.title == "一"


def test_a_thousand_and_more_rows_find_ids(workspace):
    rows = [{"title": f"行{number}", "state": "doing"} for number in range(1, 1202)]

    add_own_tasks(workspace, "AUD", rows, TODAY)

    tasks = workspace.content.tasks
    assert tasks["OWN-999"].item.title == "行999"
    assert tasks["OWN2-202"].item.title == "行1201"
    assert tasks["OWN2-202"].state is State.DOING
