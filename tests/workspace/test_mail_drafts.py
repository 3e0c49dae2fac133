"""Mail drafts to owners: who has something to do, and what they are told."""

from datetime import date
from email import message_from_bytes, policy

import icalendar
import pytest

from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.domain.rules import Anchor
from pmark_desktop.words import Language
from pmark_desktop.workspace.calendar_export import calendar_events
from pmark_desktop.workspace.events import occur
from pmark_desktop.workspace.mail_drafts import mail_body, owner_shares, write_owner_draft
from pmark_desktop.workspace.people import assign
from tests.workspace.builders import TODAY, put


def shares(workspace, today=TODAY):
    return {share.owner: share for share in owner_shares(workspace, today)}


def drafted(workspace, tmp_path, owner, today=TODAY, language=Language.JA):
    """Return the draft as a mail program reads it, and its text in lines."""
    path = tmp_path / "下書き.eml"
    write_owner_draft(workspace, owner, path, today, language)
    mail = message_from_bytes(path.read_bytes(), policy=policy.default)
    return mail, mail.get_body(("plain",)).get_content().splitlines()


def test_who_has_open_tasks_and_how_many(workspace):
    found = shares(workspace)
    assert [*found] == ["PMS事務局", "監査責任者", "申請担当者"]
    assert [task.id for task in found["申請担当者"].tasks] == ["CERT-12", "CERT-13"]
    put(workspace, "CERT-12", state="done", reason="x")
    put(workspace, "CERT-13", state="excluded", reason="x")
    assert "申請担当者" not in shares(workspace)


def test_past_years_and_what_is_outside_are_nobodys_work(workspace):
    for share in owner_shares(workspace, TODAY):
        assert not any(task.is_past or task.is_outside or task.is_closed for task in share.tasks)
    assert any(task.is_past for task in workspace.content.tasks.values())


def test_who_is_late_comes_first(workspace):
    found = owner_shares(workspace, date(2027, 10, 1))
    assert found[0].owner == "PMS事務局"
    assert [share.late for share in found] == sorted((share.late for share in found), reverse=True)
    assert shares(workspace, date(2027, 10, 1))["申請担当者"].late == 2


def test_the_mails_of_every_role_a_person_holds_are_joined(workspace):
    assign(workspace, "PMS事務局", "見本 花子", "hanako@example.jp")
    assign(workspace, "申請担当者", "見本 花子", "pms@example.jp; hanako@example.jp")
    assign(workspace, "監査責任者", "例示 一郎", "ichiro@example.jp")
    found = shares(workspace)
    assert found["見本 花子"].addresses == ("pms@example.jp", "hanako@example.jp")  # by role
    assert {task.item.role for task in found["見本 花子"].tasks} == {"PMS事務局", "申請担当者"}
    assert found["例示 一郎"].addresses == ("ichiro@example.jp",)


def test_a_role_without_a_person_is_written_to_as_such(workspace, tmp_path):
    assign(workspace, "監査責任者", "", "audit@example.jp")
    mail, lines = drafted(workspace, tmp_path, "監査責任者")
    assert str(mail["To"]) == "監査責任者 <audit@example.jp>"
    assert lines[0] == "監査責任者の方へ"


def test_an_owner_without_a_usable_mail_leaves_the_recipient_open(workspace, tmp_path):
    assign(workspace, "監査責任者", "例示 一郎", "内線 12")
    put(workspace, "AUD-30", owner="手書き 三郎")
    for owner in ("例示 一郎", "手書き 三郎"):
        share = write_owner_draft(workspace, owner, tmp_path / "a.eml", TODAY, Language.JA)
        assert share.addresses == ()
        assert drafted(workspace, tmp_path, owner)[0]["To"] is None


def test_what_an_owner_is_told(workspace, tmp_path):
    assign(workspace, "申請担当者", "見本 花子", "hanako@example.jp")
    mail, lines = drafted(workspace, tmp_path, "見本 花子", date(2027, 9, 4))
    assert mail["Subject"] == "【Pマーク更新】ご担当タスクの確認のお願い(2件)"
    assert lines[:5] == [
        "見本 花子 様", "", "お疲れさまです。事務局です。", "",
        "プライバシーマークの更新について、ご担当のタスク2件をお知らせします(2027/09/04(土) 現在)。",
    ]  # fmt: skip
    assert lines[6:14] == [
        "■ 期限を過ぎているもの(1件)", "1. CERT-12 CERT-12の実施",
        "    期限: 2027/09/01(水) 3日超過", "    絶対期限: 2027/11/30(火)", "",
        "■ 30日以内に期限が来るもの(1件)", "2. CERT-13 CERT-13の実施",
        "    期限: 2027/09/15(水) あと11日",
    ]  # fmt: skip
    assert lines[-1] == "事務局"


def test_what_waits_says_for_what(workspace, tmp_path):
    _, lines = drafted(workspace, tmp_path, "PMS事務局")
    at = lines.index("■ 期限がまだ決まっていないもの(1件)")
    assert lines[at + 1].endswith("CERT-14 CERT-14の実施")
    assert lines[at + 2] == "    起点待ち: 現地審査日"


def test_english(workspace, tmp_path):
    mail, lines = drafted(workspace, tmp_path, "申請担当者", language=Language.EN)
    assert mail["Subject"] == "[P-mark renewal] Your open tasks (2)"
    assert "    Hard due: Tue 2027-11-30" in lines


@pytest.mark.parametrize("by", ["?", "", " \n "])
def test_a_sender_who_is_not_known_is_left_to_be_filled_in(workspace, by):
    share = shares(workspace)["申請担当者"]
    assert "お疲れさまです。(差出人のお名前)です。" in mail_body(share, by, TODAY, Language.JA)


def test_a_typed_name_stays_in_its_line(workspace, tmp_path):
    name = "花子\nBcc: x@evil.example"
    put(workspace, "AUD-30", owner=name)
    mail, lines = drafted(workspace, tmp_path, name)
    assert lines[0] == "花子 Bcc: x@evil.example 様"
    assert mail["Bcc"] is None


def test_notes_and_reasons_are_not_told_but_the_name_of_an_event_is(workspace, tmp_path):
    occur(workspace, "ORG", Anchor.EVENT, "本店移転", date(2026, 12, 1))
    put(workspace, "ORG-03@e1", owner="見本 花子", note="秘密の備考")
    mail, lines = drafted(workspace, tmp_path, "見本 花子")
    assert "1. ORG-03@e1 ORG-03の実施(本店移転)" in lines
    (calendar,) = (part.get_content() for part in mail.iter_attachments())
    assert "備考" not in "\n".join(lines)
    assert "本店移転" not in calendar.replace("\r\n ", "")


def test_the_calendar_of_the_owner_is_attached(workspace, tmp_path):
    mail, _ = drafted(workspace, tmp_path, "申請担当者")
    (part,) = mail.iter_attachments()
    found = icalendar.Calendar.from_ical(part.get_payload(decode=True)).walk("VEVENT")
    wanted = calendar_events(workspace, TODAY, Language.JA, "申請担当者")
    assert [str(event["UID"]) for event in found] == [event.uid for event in wanted]
    assert len(found) == 3  # CERT-12 and its hard due, CERT-13


def test_who_has_nothing_to_do_gets_no_draft(workspace, tmp_path):
    with pytest.raises(UserError) as refused:
        write_owner_draft(workspace, "誰か", tmp_path / "a.eml", TODAY, Language.JA)
    assert refused.value.why is Why.CHOICE_UNKNOWN
    assert not (tmp_path / "a.eml").exists()


def test_the_workspace_is_not_overwritten(workspace):
    with pytest.raises(UserError) as refused:
        write_owner_draft(workspace, "申請担当者", workspace.path, TODAY, Language.JA)
    assert refused.value.why is Why.TARGET_IS_WORKSPACE
