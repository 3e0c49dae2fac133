"""発生を登録, 担当割当, 組織: each is one operation."""

from datetime import date

import pytest

from pmark_desktop.domain.errors import Notice, UserError, Why
from pmark_desktop.domain.rules import Anchor
from pmark_desktop.domain.standing import is_late
from pmark_desktop.storage.duties import load_duties
from pmark_desktop.workspace.checking import check
from pmark_desktop.workspace.events import event_lists, occur
from pmark_desktop.workspace.people import assign, set_organisation
from pmark_desktop.workspace.proofs import attach_link, attach_paper
from pmark_desktop.workspace.reminding import standing
from tests.workspace.builders import TODAY, put

MOVE = date(2026, 12, 1)


def test_only_lists_that_count_from_events_are_offered(workspace):
    assert event_lists(workspace) == [
        ("ORG", "ORGの一覧", Anchor.EVENT), ("ORG", "ORGの一覧", Anchor.KNOWN),
    ]  # fmt: skip


def test_an_event_makes_one_set_of_tasks_and_any_number_of_sets(workspace):
    occur(workspace, "ORG", Anchor.EVENT, " 本店移転 ", MOVE)
    occur(workspace, "ORG", Anchor.EVENT, "合併", date(2027, 1, 8))
    tasks = workspace.content.tasks
    assert [id_ for id_ in tasks if "@e" in id_] == [
        "ORG-03@e1", "ORG-03@e2", "ORG-04@e1", "ORG-04@e2",
    ]  # fmt: skip
    assert (tasks["ORG-03@e1"].due, tasks["ORG-03@e1"].hard_due) == (
        date(2026, 12, 8), date(2026, 12, 15),
    )  # fmt: skip
    assert tasks["ORG-03@e1"].event_name == "本店移転"
    assert tasks["ORG-04@e1"].waits_for == "ORG-03@e1"
    assert check(workspace) == []


def test_the_tenth_event_comes_after_the_second(workspace):
    for number in range(10):
        occur(workspace, "ORG", Anchor.KNOWN, str(number), MOVE)
    ids = [id_ for id_ in workspace.content.tasks if id_.startswith("ORG-05")]
    assert ids == [f"ORG-05@e{number}" for number in range(1, 11)]


def test_what_waits_within_an_event_follows_only_its_own(workspace):
    occur(workspace, "ORG", Anchor.EVENT, "一", MOVE)
    occur(workspace, "ORG", Anchor.EVENT, "二", MOVE)
    put(workspace, "ORG-03@e1", state="done", reason="x", done_on="2026-11-20")
    assert workspace.content.task("ORG-04@e1").due == date(2026, 11, 20)  # back from Monday 11-23
    assert workspace.content.task("ORG-04@e2").waits_for == "ORG-03@e2"


def test_a_number_is_not_given_twice(workspace):
    done = occur(workspace, "ORG", Anchor.EVENT, "一", MOVE)
    before = workspace.content
    workspace.undo(done.operation)
    assert workspace.content.events == []
    assert "ORG-03@e1" not in workspace.content.tasks
    occur(workspace, "ORG", Anchor.EVENT, "二", MOVE)
    assert [id_ for id_ in workspace.content.tasks if "ORG-03" in id_] == ["ORG-03@e2"]
    assert before.events[0].number == 1


@pytest.mark.parametrize(
    ("key", "anchor", "name", "why"),
    [("ORG", Anchor.EVENT, " ", Why.NAME_MISSING), ("ORG", Anchor.EVENT, "\x00", Why.NAME_MISSING),
     ("CERT", Anchor.EVENT, "x", Why.LIST_HAS_NO_EVENTS), ("XX", Anchor.EVENT, "x",
                                                           Why.LIST_UNKNOWN)],
)  # fmt: skip
def test_an_event_that_cannot_be_is_refused(workspace, key, anchor, name, why):
    before = workspace.content, len(workspace.log())
    with pytest.raises(UserError) as refused:
        occur(workspace, key, anchor, name, MOVE)
    assert refused.value.why is why
    assert (workspace.content, len(workspace.log())) == before


# roles


def owners(workspace, role):
    return {id_: task.owner for id_, task in workspace.content.tasks.items()
            if task.item.role == role}  # fmt: skip


def test_a_new_holder_gets_the_open_tasks_in_one_step(workspace):
    put(workspace, "AUD-16@1", state="done", reason="x")
    put(workspace, "AUD-17@1", owner="社外の人")
    before = workspace.content
    done = assign(workspace, "監査責任者", " 山田 ", "y@example.jp")
    assert owners(workspace, "監査責任者") == {
        "AUD-16@1": "監査責任者", "AUD-16@2": "山田", "AUD-17@1": "社外の人", "AUD-17@2": "山田",
    }  # fmt: skip
    assign(workspace, "監査責任者", "鈴木", "y@example.jp")
    assert owners(workspace, "監査責任者")["AUD-16@2"] == "鈴木"
    workspace.undo(done.operation + 1)
    workspace.undo(done.operation)
    assert workspace.content == before


def test_nobody_is_a_holder_too(workspace):
    assign(workspace, "監査責任者", "山田", "")
    assign(workspace, "監査責任者", "", "")
    assert owners(workspace, "監査責任者")["AUD-16@2"] == "監査責任者"


def test_a_new_address_changes_no_task(workspace):
    done = assign(workspace, "監査責任者", "", "x@example.jp")
    assert {entry.kind for entry in workspace.log() if entry.operation == done.operation} == {
        "role"
    }


def test_a_role_that_is_not_there_or_a_change_that_is_none_is_refused(workspace):
    with pytest.raises(UserError) as refused:
        assign(workspace, "社長", "x", "")
    assert refused.value.why is Why.CHOICE_UNKNOWN
    with pytest.raises(UserError) as refused:
        assign(workspace, "監査責任者", "", "")
    assert refused.value.why is Why.NOTHING_CHANGED


def test_new_tasks_belong_to_who_holds_the_role(workspace):
    assign(workspace, "PMS事務局", "山田", "")
    occur(workspace, "ORG", Anchor.EVENT, "移転", MOVE)
    assert workspace.content.task("ORG-03@e1").owner == "山田"


# organisation


def test_facts_of_the_organisation_are_kept_in_their_form(workspace):
    set_organisation(workspace, {"number": "１２３４５６７８", "contact": " 03-0000-0000 ",
                                 "form_no": "様式\x0012"})  # fmt: skip
    organisation = workspace.content.organisation
    assert (organisation.number, organisation.contact, organisation.form_no) == (
        "12345678", "03-0000-0000", "様式12",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "why"),
    [({"name": " "}, Why.NAME_MISSING), ({"number": "12"}, Why.REGISTRATION_WRONG),
     ({"number": "123456789"}, Why.REGISTRATION_WRONG), ({"body": "x" * 40_000}, Why.TEXT_TOO_LONG),
     ({"body": ""}, Why.NOTHING_CHANGED)],
)  # fmt: skip
def test_facts_that_cannot_be_are_refused(workspace, changes, why):
    before = workspace.content
    with pytest.raises(UserError) as refused:
        set_organisation(workspace, changes)
    assert refused.value.why is why
    assert workspace.content == before


# what is cleaned away is told


CLEANED = {
    "event": lambda one: occur(one, "ORG", Anchor.EVENT, "移\x00転", MOVE),
    "person": lambda one: assign(one, "監査責任者", "山\x00田", ""),
    "mail": lambda one: assign(one, "監査責任者", "", "a\x00@example.jp"),
    "organisation": lambda one: set_organisation(one, {"body": "審\x00査"}),
    "link": lambda one: attach_link(one, "CERT-12", "https://example.jp/\x00a", MOVE),
    "paper": lambda one: attach_paper(one, "CERT-12", "書\x00庫", MOVE),
}


@pytest.mark.parametrize("act", CLEANED)
def test_a_control_character_is_taken_out_with_a_notice(workspace, act):
    (told,) = CLEANED[act](workspace).notices
    assert (told.notice, told.facts) == (Notice.TEXT_CLEANED, {"count": 1})
    assert all("\\u0000" not in (entry.new or "") for entry in workspace.log())


def test_an_event_that_is_entered_late_is_late_and_reminded_of(workspace):
    assert not occur(workspace, "ORG", Anchor.EVENT, "移転", date(2026, 11, 2)).notices
    tasks = [task for task in workspace.content.tasks.values() if task.occurrence == "e1"]
    late = {task.id for task in tasks if is_late(task, TODAY)}
    assert late == {task.id for task in tasks if task.due and task.due < TODAY} != set()
    with workspace.database.reading() as link:
        duties = {duty.id for duty in load_duties(link, workspace.content.cycle)}
    told = {one.id for one in standing(workspace, TODAY).reminders}
    assert late <= duties
    assert late <= told
