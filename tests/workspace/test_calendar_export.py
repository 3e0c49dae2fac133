"""The calendar of a workspace: which days stand in it, how they move, end, and what they hide."""

import shutil
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import icalendar
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pmark_desktop.domain.errors import StorageError, UserError, Why
from pmark_desktop.domain.rules import Anchor
from pmark_desktop.exchange.ics import SUFFIX
from pmark_desktop.exchange.ics_reader import read_calendar
from pmark_desktop.storage.journal import Change
from pmark_desktop.storage.tables import Table
from pmark_desktop.words import Language
from pmark_desktop.workspace.calendar_export import (
    calendar_events,
    export_calendar,
    owner_calendar,
)
from pmark_desktop.workspace.cycles import add_checklists, set_cycle
from pmark_desktop.workspace.events import occur
from pmark_desktop.workspace.people import assign, set_organisation
from tests.storage.make_sample import SAMPLES
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

REPORT = checklist(
    "FIX",
    item("FIX-01", "findings_issued + 2 months", hard_due="findings_issued + 3 months"),
    item("FIX-02", "decided + 1 month", hard_due="decided + 3 months"),
)


def events(workspace, owner=None, today=TODAY, language=Language.JA):
    """Return the events by what stands before the id of the workspace."""
    end = f"@{workspace.uuid}.pmark"
    found = calendar_events(workspace, today, language, owner)
    assert all(event.uid.endswith(end) for event in found)
    by_name = {event.uid.removesuffix(end): event for event in found}
    assert len(by_name) == len(found)
    return by_name


def moved(workspace, **days):
    fields = {name: day and date.fromisoformat(day) for name, day in days.items()}
    return set_cycle(workspace, fields, TODAY)


def change(workspace, task, **values):
    """Change a row past all rules, as an older or a hostile program might."""
    key = (workspace.content.cycle.id, task)
    return workspace.run("set", lambda op: op.change(Table.TASK, key, values))


# which days


def test_a_task_stands_on_its_due_and_on_another_hard_due(workspace):
    found = events(workspace)
    assert found["CERT-12"].day == date(2027, 9, 1)
    assert found["CERT-12"].summary == "CERT-12 CERT-12の実施(社内期限)"
    assert found["CERT-12.hard"].day == date(2027, 11, 30)
    assert found["CERT-12.hard"].summary == "CERT-12 CERT-12の実施(絶対期限)"
    assert found["AUD-16@2"].summary == "AUD-16@2 AUD-16の実施(2年目)"
    assert "AUD-16@2.hard" not in found
    assert found["CERT-12"].categories == ("Pマーク更新", "CERTの一覧")


def test_one_day_that_is_both_dues_stands_once(workspace):
    put(workspace, "CERT-12", due="2027-11-30")
    found = events(workspace)
    assert found["CERT-12"].summary == "CERT-12 CERT-12の実施(絶対期限)"
    assert found["CERT-12.hard"].is_cancelled  # it had a day of its own before


def test_who_waits_has_no_event(workspace):
    assert workspace.content.task("CERT-14").waits_for == "site_visit"
    assert "CERT-14" not in events(workspace)


def test_past_years_and_what_was_never_shown_have_no_event(workspace):
    past = [task.id for task in workspace.content.tasks.values() if task.is_past]
    assert past
    put(workspace, "AUD-16@1", state="excluded", reason="x")
    assert not {*past} & events(workspace).keys()


def test_an_event_entered_late_and_a_pinned_past_day_have_an_event(workspace):
    occur(workspace, "ORG", Anchor.EVENT, "移転", date(2026, 11, 2))
    put(workspace, "AUD-16@1", due="2026-11-10")
    found = events(workspace)
    assert found["ORG-03@e1"].day == date(2026, 11, 9)
    assert found["AUD-16@1"].day == date(2026, 11, 10)
    put(workspace, "AUD-16@1", due="")  # of past years again
    assert events(workspace)["AUD-16@1"].is_cancelled


def test_the_days_of_the_cycle(workspace):
    moved(workspace, site_visit_planned="2028-01-20", decided="2028-03-01")
    found = events(workspace)
    assert {name: (event.day.isoformat(), event.summary) for name, event in found.items()
            if "-" not in name or name[0].islower()} == {
        "window-opens": ("2027-08-01", "Pマーク 更新申請の受付開始日"),
        "window-closes": ("2027-11-30", "Pマーク 更新申請の受付最終日"),
        "expiry": ("2028-03-31", "Pマーク 満了日(有効期間の最終日)"),
        "site-visit": ("2028-01-20", "Pマーク 現地審査日(予定)"),
        "decided": ("2028-03-01", "Pマーク 付与適格決定日(確定)"),
        "decided-3-months": ("2028-06-01", "Pマーク 付与契約と登録料の期限(絶対期限)"),
    }  # fmt: skip


def test_an_extension_of_the_window_is_no_event(tmp_path):
    with opened(new_workspace(tmp_path / "a.pmark", expires=date(2028, 4, 30))) as workspace:
        closes = workspace.content.cycle.window.closes
        accepted = workspace.accepted_until()
        assert accepted != closes
        days = {event.day for name, event in events(workspace).items() if name[0].islower()}
        assert closes in days
        assert accepted not in days


def test_a_planned_day_of_application_that_is_the_due_of_its_task_stands_once(workspace):
    assert "applied" not in events(workspace)
    moved(workspace, applied_planned="2027-09-10")
    assert events(workspace)["applied"].day == date(2027, 9, 10)


@pytest.mark.parametrize(
    ("expires", "opens", "closes"),
    [("2028-02-29", "2027-07-01", "2027-10-29"), ("2027-10-31", "2027-03-01", "2027-06-30")],
)
def test_month_ends_are_those_of_the_window(tmp_path, expires, opens, closes):
    given_ = {"expires": date.fromisoformat(expires)}
    with opened(new_workspace(tmp_path / "a.pmark", **given_)) as workspace:
        found, window = events(workspace), workspace.content.cycle.window
        assert (found["window-opens"].day, found["window-closes"].day) == (
            window.opens, window.closes,
        )  # fmt: skip
        assert (window.opens.isoformat(), window.closes.isoformat()) == (opens, closes)
        assert found["expiry"].day == given_["expires"]


# the clocks


@pytest.mark.parametrize(("issued", "until"), [("2027-11-30", "2028-02-29"),
                                               ("2026-11-30", "2027-02-28")])  # fmt: skip
def test_a_clock_runs_three_months_from_an_actual_date(workspace, issued, until):
    moved(workspace, findings_issued_planned=issued)
    assert "findings-issued-3-months" not in events(workspace)
    moved(workspace, findings_issued=issued)
    assert events(workspace)["findings-issued-3-months"].day.isoformat() == until


def test_a_task_with_the_same_hard_due_stands_for_the_clock(tmp_path):
    path = new_workspace(tmp_path / "a.pmark", lists=(*LISTS, REPORT))
    with opened(path) as workspace:
        moved(workspace, findings_issued="2027-12-01", decided="2028-02-01")
        found = events(workspace)
        assert found["FIX-01.hard"].day == date(2028, 3, 1)
        assert found["FIX-02.hard"].day == date(2028, 5, 1)
        assert not [name for name in found if name.endswith("3-months")]


def test_a_clock_ends_when_a_task_comes_to_stand_for_it_and_begins_again(workspace):
    moved(workspace, findings_issued="2027-12-01")
    numbers = [events(workspace)["findings-issued-3-months"].sequence]
    added = add_checklists(workspace, [REPORT])
    ended = events(workspace)["findings-issued-3-months"]
    assert (ended.is_cancelled, ended.day) == (True, date(2028, 3, 1))
    numbers.append(ended.sequence)
    workspace.undo(added.operation)
    again = events(workspace)["findings-issued-3-months"]
    assert not again.is_cancelled
    numbers.append(again.sequence)
    assert numbers == sorted({*numbers})


def test_a_date_of_the_cycle_that_is_taken_back_is_cancelled(workspace):
    moved(workspace, site_visit_planned="2028-01-20", findings_issued="2027-12-01")
    before = events(workspace)
    moved(workspace, site_visit_planned=None, findings_issued=None)
    after = events(workspace)
    for name in ("site-visit", "findings-issued", "findings-issued-3-months"):
        assert after[name].is_cancelled, name
        assert after[name].day == before[name].day
        assert after[name].sequence > before[name].sequence
        assert after[name].summary.startswith("【取消】")


# moving and ending


def sequence_after(workspace, name, *acts):
    """Return the numbers of an event before and after each act."""
    numbers = [events(workspace)[name].sequence]
    for act in acts:
        act()
        numbers.append(events(workspace)[name].sequence)
    return numbers


def test_the_number_rises_with_a_new_due_and_over_undo_and_redo(workspace):
    done = []
    numbers = sequence_after(
        workspace, "CERT-12",
        lambda: done.append(put(workspace, "CERT-12", due="2027-10-01")),
        lambda: done.append(workspace.undo(done[-1].operation)),
        lambda: done.append(workspace.undo(done[-1].operation, act="redo")),
        lambda: put(workspace, "CERT-12", state="doing"),
        lambda: put(workspace, "CERT-12", due=""),
        lambda: moved(workspace, expires="2028-06-30"),
    )  # fmt: skip
    assert numbers == sorted({*numbers})
    assert numbers[0] == 0


def test_what_changes_neither_day_nor_state_changes_no_number(workspace):
    before = events(workspace)
    put(workspace, "CERT-12", note="x", result="conforms", checked_by="y")
    set_organisation(workspace, {"name": "別会社"})
    assert events(workspace) == before


def test_the_days_of_the_cycle_have_numbers_that_rise(workspace):
    done = []
    for name in ("expiry", "window-opens", "window-closes"):
        numbers = sequence_after(
            workspace, name,
            lambda: done.append(moved(workspace, expires="2028-06-30")),
            lambda: done.append(workspace.undo(done[-1].operation)),
        )  # fmt: skip
        assert numbers == sorted({*numbers}), name


def test_a_task_out_of_use_is_cancelled_on_its_last_day_and_comes_back(workspace):
    added = add_checklists(workspace, [EXTRA])
    before = events(workspace)["OUT-01"]
    undone = workspace.undo(added.operation)
    assert "OUT-01" not in workspace.content.tasks
    gone = events(workspace)["OUT-01"]
    assert (gone.is_cancelled, gone.day) == (True, before.day)
    assert gone.sequence > before.sequence
    assert gone.summary == "【取消】OUT-01 OUT-01の実施"
    assert gone.alarms == ()
    workspace.undo(undone.operation, act="redo")
    back = events(workspace)["OUT-01"]
    assert not back.is_cancelled
    assert back.sequence > gone.sequence


def test_what_a_corrected_expiry_leaves_outside_is_cancelled(workspace):
    put(workspace, "AUD-21@2028-03", note="着手")
    before = events(workspace)
    moved(workspace, expires="2027-06-30")
    found = events(workspace)
    assert workspace.content.task("AUD-21@2028-03").is_outside
    for name in ("AUD-21@2028-03", "AUD-21@2027-12"):  # worked on, and untouched
        assert found[name].is_cancelled
        assert found[name].day == before[name].day


def test_an_excluded_task_is_cancelled_and_stands_again_when_it_is_taken_up(workspace):
    before = events(workspace)["CERT-12"]
    done = put(workspace, "CERT-12", state="excluded", reason="申請しない")
    found = events(workspace)
    assert found["CERT-12"].is_cancelled
    assert found["CERT-12.hard"].is_cancelled
    assert found["CERT-12"].sequence > before.sequence
    workspace.undo(done.operation)
    again = events(workspace)["CERT-12"]
    assert not again.is_cancelled
    assert again.sequence > found["CERT-12"].sequence


def test_a_task_that_waits_again_is_cancelled_on_its_last_day(workspace):
    moved(workspace, site_visit_planned="2028-01-20")
    first = events(workspace)["CERT-14"]
    moved(workspace, site_visit_planned="2028-02-10")
    second = events(workspace)["CERT-14"]
    moved(workspace, site_visit_planned=None)
    third = events(workspace)["CERT-14"]
    assert [first.sequence < second.sequence, second.sequence < third.sequence] == [True, True]
    assert (third.is_cancelled, third.day) == (True, second.day)


def test_a_done_task_stays_without_alarms(workspace):
    assert events(workspace)["AUD-30"].alarms
    put(workspace, "AUD-30", state="done", reason="x")
    done = events(workspace)["AUD-30"]
    assert (done.is_cancelled, done.day, done.alarms) == (False, date(2027, 5, 10), ())
    assert done.summary == "【完了】AUD-30 AUD-30の実施"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(
    st.lists(
        st.sampled_from(["due", "back", "excluded", "todo", "done", "visit", "no visit", "expiry",
                         "earlier", "undo"]),
        max_size=8,
    )
)  # fmt: skip
def test_no_number_ever_falls_and_every_change_of_a_day_or_state_raises_it(file, acts):
    path = shutil.copy(file, file.parent / "copy.pmark")
    acting = {
        "due": lambda: put(workspace, "CERT-12", due="2027-10-01"),
        "back": lambda: put(workspace, "CERT-12", due=""),
        "excluded": lambda: put(workspace, "CERT-12", state="excluded", reason="x"),
        "todo": lambda: put(workspace, "CERT-12", state="todo"),
        "done": lambda: put(workspace, "AUD-16@2", state="done", reason="x"),
        "visit": lambda: moved(workspace, site_visit="2028-01-20"),
        "no visit": lambda: moved(workspace, site_visit=None),
        "expiry": lambda: moved(workspace, expires="2028-06-30"),
        "earlier": lambda: moved(workspace, expires="2027-06-30"),
        "undo": lambda: workspace.undo(done[-1].operation),
    }
    with opened(path) as workspace:
        before, done = events(workspace), []
        for act in acts:
            try:
                done.append(acting[act]())
            except (UserError, IndexError):
                continue
            after = events(workspace)
            assert before.keys() <= after.keys()  # what was shown once never just vanishes
            for name, old in before.items():
                new = after[name]
                is_same = (old.day, old.is_cancelled) == (new.day, new.is_cancelled)
                assert new.sequence >= old.sequence
                assert is_same or new.sequence > old.sequence, (name, act)
            before = after


# what is known of an event


def test_uids_are_the_same_in_every_export_and_wherever_the_file_lies(workspace, tmp_path):
    one, two = tmp_path / "1.ics", tmp_path / "2.ics"
    export_calendar(workspace, one, TODAY, Language.JA)
    elsewhere = tmp_path / "移動先"
    elsewhere.mkdir()
    copy = shutil.copy(workspace.path, elsewhere / "別名.pmark")
    with opened(copy, to_write=False) as moved_file:
        export_calendar(moved_file, two, TODAY + timedelta(days=1), Language.EN)
    uids = [[event.uid for event in read_calendar(path.read_bytes())] for path in (one, two)]
    assert uids[0] == uids[1]
    assert len(set(uids[0])) == len(uids[0]) > 30


def test_two_workspaces_do_not_clash(workspace, tmp_path):
    with opened(new_workspace(tmp_path / "other.pmark")) as other:
        here, there = (
            {event.uid for event in calendar_events(one, TODAY, Language.JA)}
            for one in (workspace, other)
        )
    assert not here & there


def test_the_same_task_of_a_later_cycle_is_another_event(workspace):
    first = calendar_events(workspace, TODAY, Language.JA)
    cycle = replace(workspace.content.cycle, id=2)
    workspace.content = replace(workspace.content, cycle=cycle)
    second = calendar_events(workspace, TODAY, Language.JA)
    assert not {event.uid for event in first} & {event.uid for event in second}


def test_alarms_ring_before_the_day_and_never_in_the_past(workspace):
    lead = workspace.content.task("AUD-30").item.lead_days
    assert events(workspace)["AUD-30"].alarms == tuple(sorted({14, 7, 1, lead}, reverse=True))
    assert events(workspace, today=date(2027, 5, 5))["AUD-30"].alarms == (1,)
    assert events(workspace, today=date(2027, 5, 10))["AUD-30"].alarms == ()
    assert events(workspace, today=date(2028, 1, 1))["AUD-30"].alarms == ()
    assert events(workspace)["window-closes"].alarms == (60, 30, 14, 7, 3, 1)
    assert events(workspace)["expiry"].alarms[0] == (date(2028, 3, 31) - date(2027, 3, 31)).days


def test_the_day_to_start_is_an_alarm_and_a_line(tmp_path):
    lists = (checklist("CERT", item("CERT-12", "window_opens + 1 month", lead_days=30,
                                    hard_due="window_closes")),)  # fmt: skip
    with opened(new_workspace(tmp_path / "a.pmark", lists=lists)) as workspace:
        found = events(workspace)
        assert found["CERT-12"].alarms == (30, 14, 7, 1)
        assert found["CERT-12.hard"].alarms == (14, 7, 1)
        assert "着手の目安: 2027/08/02(月)" in found["CERT-12"].description


def test_who_has_applied_hears_no_more_of_the_window_nor_who_is_decided_of_expiry(workspace):
    moved(workspace, applied="2027-08-20", decided="2028-02-01")
    found = events(workspace)
    assert (found["window-closes"].alarms, found["expiry"].alarms) == ((), ())
    assert found["applied"].summary == "Pマーク 申請日(確定)"


def test_a_description_says_the_dates_with_weekdays_and_the_rule(workspace):
    assert events(workspace)["CERT-12"].description.split("\n")[:3] == [
        "社内期限: 2027/09/01(水)", "絶対期限: 2027/11/30(火)", "期限の決まり: 受付開始日の1か月後",
    ]  # fmt: skip
    put(workspace, "CERT-12", due="2027-10-01")
    assert "受付開始日の1か月後(期限は手入力)" in events(workspace)["CERT-12"].description


def test_english(workspace):
    put(workspace, "AUD-30", state="done", reason="x")
    found = events(workspace, language=Language.EN)
    assert found["CERT-12.hard"].summary == "CERT-12 CERT-12の実施 (hard due)"
    assert found["AUD-30"].summary.startswith("[Done] AUD-30")
    assert found["expiry"].summary == "P-mark: last day of validity"
    assert "Due: Wed 2027-09-01" in found["CERT-12"].description


def test_no_name_note_or_reason_leaves_the_workspace(workspace, tmp_path):
    planted = [f"秘{number}子" for number in range(12)]
    put(workspace, "CERT-12", owner=planted[0], checked_by=planted[1], note=planted[2])
    put(workspace, "AUD-30", state="done", reason=planted[3])
    put(workspace, "AUD-16@1", state="excluded", reason=planted[4])
    done = occur(workspace, "ORG", Anchor.EVENT, planted[5], date(2026, 12, 1))
    occur(workspace, "ORG", Anchor.KNOWN, planted[6], date(2026, 12, 1))
    workspace.undo(done.operation)
    set_organisation(workspace, {"name": planted[7], "contact": planted[8]})
    assign(workspace, "監査責任者", planted[9], "himitsu@example.jp")
    moved(workspace, window_opens="2027-08-02", window_closes="2027-11-29")
    set_cycle(workspace, {"window_source": planted[10]}, TODAY)
    workspace.by = planted[11]
    put(workspace, "CERT-12", state="doing")
    for name, owner in (("all.ics", None), ("own.ics", planted[0]), ("x.ics", planted[9])):
        export_calendar(workspace, tmp_path / name, TODAY, Language.JA, owner)
        content = (tmp_path / name).read_bytes().replace(b"\r\n ", b"").decode()
        assert "DTSTART" in content
        assert [word for word in (*planted, "himitsu") if word in content] == []
    found = events(workspace)
    assert found["ORG-03@e1"].is_cancelled
    assert found["ORG-05@e2"].summary == "ORG-05@e2 ORG-05の実施(e2)"


# of one owner


def test_the_calendar_of_an_owner_holds_their_tasks_only(workspace):
    put(workspace, "CERT-12", owner="見本 花子")
    put(workspace, "AUD-30", owner=" 見本 花子 ")
    assert events(workspace, "見本 花子").keys() == {"CERT-12", "CERT-12.hard", "AUD-30"}
    content = owner_calendar(workspace, "見本 花子", TODAY, Language.JA)
    assert [event.uid.partition("@")[0] for event in read_calendar(content)] == [
        "AUD-30", "CERT-12", "CERT-12.hard",
    ]  # fmt: skip


def test_a_task_given_to_another_ends_in_the_calendar_of_the_former_owner(workspace):
    put(workspace, "AUD-30", owner="見本 花子")
    before = events(workspace, "見本 花子")["AUD-30"]
    put(workspace, "AUD-30", owner="例示 一郎")
    after = events(workspace, "見本 花子")["AUD-30"]
    assert (after.is_cancelled, after.day) == (True, before.day)
    assert after.sequence > before.sequence
    assert not events(workspace, "例示 一郎")["AUD-30"].is_cancelled
    assert events(workspace)["AUD-30"].sequence == after.sequence  # one number for all


# the file


def test_another_program_reads_the_same(workspace, tmp_path):
    moved(workspace, site_visit="2028-01-20")
    put(workspace, "CERT-12", state="excluded", reason="x")
    path = tmp_path / "予定.ics"
    counts = export_calendar(workspace, path, TODAY, Language.JA)
    found = icalendar.Calendar.from_ical(path.read_bytes())
    ours = {event.uid: event for event in calendar_events(workspace, TODAY, Language.JA)}
    theirs = {str(event["UID"]): event for event in found.walk("VEVENT")}
    assert theirs.keys() == ours.keys()
    for uid, event in theirs.items():
        start = event.decoded("DTSTART")
        assert not isinstance(start, datetime)
        assert start == ours[uid].day
        assert event.decoded("DTEND") == start + timedelta(days=1)
        assert event["SEQUENCE"] == ours[uid].sequence
        assert (event["STATUS"] == "CANCELLED") == ours[uid].is_cancelled
        assert len(event.walk("VALARM")) == len(ours[uid].alarms)
    assert found.errors == []
    assert (counts.standing + counts.cancelled, counts.cancelled) == (len(theirs), 2)


@pytest.mark.parametrize("target", ["会社.pmark", "予定.xlsx", "予定"])
def test_a_wrong_target_is_refused(workspace, tmp_path, target):
    before = workspace.path.stat()
    with pytest.raises(UserError) as refused:
        export_calendar(workspace, tmp_path / target, TODAY, Language.JA)
    is_workspace = target.endswith("pmark")
    assert refused.value.why is (Why.TARGET_IS_WORKSPACE if is_workspace else Why.TARGET_WRONG_TYPE)
    assert workspace.path.stat().st_mtime_ns == before.st_mtime_ns
    assert not (tmp_path / "予定.xlsx").exists()


def test_a_link_to_the_workspace_is_refused(workspace, tmp_path):
    link = tmp_path / f"予定{SUFFIX}"
    try:
        link.symlink_to(workspace.path)
    except OSError:
        pytest.skip("no links here")
    with pytest.raises(UserError) as refused:
        export_calendar(workspace, link, TODAY, Language.JA)
    assert refused.value.why is Why.TARGET_IS_WORKSPACE


def test_a_held_target_keeps_the_older_file(workspace, tmp_path, monkeypatch):
    path = tmp_path / "予定.ics"
    path.write_bytes(b"older")

    def held(*_):
        raise PermissionError(13, "held")

    monkeypatch.setattr("pmark_desktop.exchange.files.time.sleep", lambda _: None)
    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(StorageError) as refused:
        export_calendar(workspace, path, TODAY, Language.JA)
    assert refused.value.why is Why.TARGET_HELD
    assert path.read_bytes() == b"older"


@pytest.mark.parametrize("schema", [1, 2])
def test_an_old_file_that_is_only_read_gives_a_calendar_and_stays_as_it_is(tmp_path, schema):
    path = shutil.copy(SAMPLES / f"v{schema}.pmark", tmp_path / "old.pmark")
    before = path.read_bytes()
    with opened(path, to_write=False) as workspace:
        found = events(workspace)
        export_calendar(workspace, tmp_path / "予定.ics", TODAY, Language.JA)
    assert found["CERT-12"].sequence > 0
    assert found["expiry"].day == date(2028, 4, 30)
    assert found["ORG-01"].is_cancelled  # excluded
    assert path.read_bytes() == before
    assert {one.name for one in tmp_path.iterdir()} == {"old.pmark", "予定.ics"}


def test_who_only_reads_sees_the_day_that_belongs_to_the_number(workspace):
    with opened(workspace.path, to_write=False) as reader:
        put(workspace, "CERT-12", due="2027-10-01")
        assert events(reader)["CERT-12"] == events(workspace)["CERT-12"]
        assert events(reader)["CERT-12"].day == date(2027, 10, 1)
        assert reader.content.task("CERT-12").due == date(2027, 9, 1)  # what is on a screen stays


def test_hostile_titles_and_days(tmp_path):
    lists = [checklist("CERT", item("CERT-12", "expiry - 10 months", title="一\r\nUID:x\n\x00\x1b二",
                                    guidance="長" * 10_000 + "\r\nEND:VEVENT"))]  # fmt: skip
    lists[0] = checklist("CERT", *lists[0].items, item("CERT-13", "expiry", title="題" * 10_000))
    with opened(new_workspace(tmp_path / "a.pmark", lists=lists)) as workspace:
        change(workspace, "CERT-13", due="9999-12-31")
        path = tmp_path / "予定.ics"
        export_calendar(workspace, path, TODAY, Language.JA)
        first, second = read_calendar(path.read_bytes())[-2:]
        found = {event.uid.partition("@")[0]: event for event in read_calendar(path.read_bytes())}
    assert found["CERT-12"].summary == "CERT-12 一 UID:x 二"
    assert "END:VEVENT" in found["CERT-12"].description
    assert found["CERT-13"].day == date.max
    assert (first.uid, second.uid) != ("x", "x")
    assert len(icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")) == len(found)


def test_a_log_that_this_program_never_wrote_is_damage_and_no_bug(workspace, monkeypatch):
    monkeypatch.setattr(
        "pmark_desktop.workspace.calendar_past.changes_by_row",
        lambda *_: iter([_strange("not json")]),
    )
    with pytest.raises(StorageError) as refused:
        calendar_events(workspace, TODAY, Language.JA)
    assert refused.value.why is Why.FILE_DAMAGED


def _strange(content):
    return Change(1, 1, "1/CERT-12", "*", content, "2026-11-23T09:00:00+09:00")
