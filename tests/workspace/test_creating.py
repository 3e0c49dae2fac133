"""A new workspace: what is asked, what is refused, what is in it on the first day."""

from datetime import date

import pytest

from pmark_desktop.domain.errors import Notice, UserError, Why
from pmark_desktop.workspace.checking import check
from pmark_desktop.workspace.creating import NewWorkspace, checked, create_workspace, planned_cycle
from tests.workspace.builders import EXPIRES, LISTS, TODAY, checklist, item, new_workspace, opened


def form(**given):
    return NewWorkspace(**{"name": "会社", "expires": EXPIRES, "lists": LISTS} | given)


@pytest.mark.parametrize(
    ("given", "why"),
    [({"name": ""}, Why.NAME_MISSING), ({"name": " 　\t"}, Why.NAME_MISSING),
     ({"name": "\x00\x01"}, Why.NAME_MISSING), ({"name": "長" * 32_768}, Why.TEXT_TOO_LONG),
     ({"number": "1234567"}, Why.REGISTRATION_WRONG), ({"number": "x"}, Why.REGISTRATION_WRONG),
     ({"year_start": "02-29"}, Why.YEAR_START_WRONG), ({"year_start": ""}, Why.YEAR_START_WRONG),
     ({"expires": date(2029, 11, 24)}, Why.EXPIRY_TOO_FAR),
     ({"expires": date(2026, 3, 22)}, Why.EXPIRY_TOO_OLD),
     ({"lists": [LISTS[0], LISTS[0]]}, Why.LIST_ALREADY_THERE),
     ({"lists": [LISTS[0], checklist("XX", item("CERT-12", "expiry"))]}, Why.LIST_ALREADY_THERE)],
)  # fmt: skip
def test_what_is_not_allowed_is_refused_before_anything_is_made(tmp_path, given, why):
    with pytest.raises(UserError) as refused:
        create_workspace(tmp_path / "a.pmark", form(**given), TODAY, by="x")
    assert refused.value.why is why
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("expires", "notices"),
    [(date(2029, 11, 23), []), (TODAY, []), (date(2026, 11, 22), [Notice.MARK_EXPIRED]),
     (date(2026, 3, 23), [Notice.MARK_EXPIRED])],
)  # fmt: skip
def test_the_limits_of_the_expiry_are_both_included(expires, notices):
    _, told = checked(form(expires=expires), TODAY)
    assert [one.notice for one in told] == notices


def test_what_was_typed_is_kept_in_its_stored_form(tmp_path):
    path = tmp_path / "a.pmark"
    given = form(
        name="  =株式会社\x07Ａ ", number="１２３４５６７８（０２）", body="審査\x00機関",
        year_start="１０月１日",
    )  # fmt: skip
    told = create_workspace(path, given, TODAY, by="事務局")
    assert Notice.TEXT_CLEANED in [one.notice for one in told]
    with opened(path) as workspace:
        organisation = workspace.content.organisation
        assert organisation.name == "=株式会社Ａ"
        assert organisation.number == "12345678(02)"
        assert organisation.body == "審査機関"
        assert workspace.content.cycle.year_start == "10-01"


def test_the_first_day_holds_every_task_with_its_dates(workspace):
    tasks = workspace.content.tasks
    assert [id_ for id_ in tasks if not id_.startswith("AUD-2")] == [
        "CERT-12", "CERT-13", "CERT-14", "AUD-16@1", "AUD-16@2", "AUD-17@1", "AUD-17@2", "AUD-30",
        "ORG-01",
    ]  # fmt: skip
    assert tasks["CERT-12"].due == date(2027, 9, 1)
    assert tasks["CERT-12"].hard_due == date(2027, 11, 30)
    assert tasks["AUD-16@1"].due == date(2026, 5, 29)
    assert tasks["AUD-16@2"].due == date(2027, 5, 31)
    assert tasks["AUD-17@1"].waits_for == "AUD-16@1"
    assert tasks["CERT-14"].waits_for == "site_visit"
    assert tasks["AUD-16@1"].is_past
    assert not tasks["AUD-16@2"].is_past
    assert tasks["CERT-12"].owner == "申請担当者"


def test_the_default_for_the_day_of_application_is_the_due_of_its_item(workspace):
    assert workspace.content.cycle.applied_planned is None
    assert workspace.content.tasks["CERT-13"].due == date(2027, 9, 15)


def test_creation_is_one_logged_operation(workspace):
    assert {(entry.operation, entry.act, entry.field) for entry in workspace.log()} == {
        (1, "create", "*")
    }
    assert check(workspace) == []


def test_every_role_is_there_once_and_held_by_nobody(workspace):
    assert [(one.role, one.person, one.mail) for one in workspace.content.roles] == [
        ("申請担当者", "", ""), ("PMS事務局", "", ""), ("監査責任者", "", ""),
    ]  # fmt: skip


def test_a_workspace_without_lists_opens(tmp_path):
    with opened(new_workspace(tmp_path / "a.pmark", lists=())) as workspace:
        assert workspace.content.tasks == {}
        assert check(workspace) == []


def test_the_dates_can_be_seen_beforehand():
    cycle = planned_cycle(form(), TODAY)
    assert (cycle.window.opens, cycle.window.closes) == (date(2027, 8, 1), date(2027, 11, 30))


def test_an_author_whose_name_is_no_text_does_not_stop_it(tmp_path):
    create_workspace(tmp_path / "a.pmark", form(), TODAY, by="\udcff\x00")
    with opened(tmp_path / "a.pmark") as workspace:
        assert check(workspace) == []
