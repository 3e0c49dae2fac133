"""Reminders of workspaces: what stands, what is given once, and what is not given."""

import json
import shutil
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from pmark_desktop.domain.errors import Notice, StorageError, UserError, Why
from pmark_desktop.domain.reminders import DEFAULT_POLICY, Channel, Policy
from pmark_desktop.domain.rules import Anchor
from pmark_desktop.storage.duties import load_duties
from pmark_desktop.storage.reminder_record import ReminderRecord
from pmark_desktop.workspace import reminding
from pmark_desktop.workspace.cycles import set_cycle
from pmark_desktop.workspace.events import occur
from pmark_desktop.workspace.reminder_policy import policy_of, policy_texts, set_policy
from pmark_desktop.workspace.reminder_round import Report, give, read_files, total
from tests.workspace.builders import TODAY, clock, new_workspace, opened, put

COMMAND, WINDOW = Channel.COMMAND, Channel.WINDOW
SETTING = "reminders"


@pytest.fixture
def record(tmp_path):
    with ReminderRecord(tmp_path / "data", clock()) as record:
        yield record


def round_of(record, files, today):
    """Give what is to be given and return id and step of each."""
    told = []
    reports = read_files(map(str, files), today)
    give(record, reports, today, lambda left: told.extend(keys_of(left)) is None)
    return told


def keys_of(reports):
    return [(one.id, one.due, one.step) for report in reports for one in report.reminders]


def shown(workspace, record, today):
    """Let the window show what it has not shown, and return its keys."""
    standing = reminding.standing(workspace, today)
    marks = record.marks(standing.uuid, [one.key for one in standing.reminders])
    found = reminding.pending(standing.reminders, marks, WINDOW, today)
    reminding.mark_given(record, standing.uuid, found, WINDOW, today)
    return [one.key for one in found]


# what stands


@pytest.mark.parametrize("days", [0, 60, 200, 420, 700])
def test_a_file_that_is_looked_into_says_the_same_as_an_open_workspace(file, days):
    today = TODAY + timedelta(days=days)
    with opened(file) as workspace:
        occur(workspace, "ORG", Anchor.EVENT, "本店の移転", TODAY)
        put(workspace, "AUD-20@2027-Q1", state="excluded", reason="対象なし")
        put(workspace, "CERT-12", due="2027-08-10", owner="見本 花子")
        set_policy(workspace, {"task_steps": "90, 3"})
        expected = reminding.standing(workspace, today)
        assert reminding.read_standing(file, today) == expected
    assert reminding.read_standing(file, today) == expected
    assert expected.reminders or days == 0


def test_a_list_out_of_use_and_a_retired_task_are_not_told_of(file):
    with opened(file) as workspace:
        with workspace.database.transaction() as link:
            link.execute("UPDATE checklist SET live = 0 WHERE key = 'AUD'")
            link.execute("UPDATE task SET live = 0 WHERE id = 'CERT-12'")
        with workspace.database.reading() as link:
            found = {duty.id for duty in load_duties(link, workspace.content.cycle)}
    assert "ORG-01" in found
    assert not any(id_.startswith("AUD") for id_ in found)
    assert "CERT-12" not in found


def test_past_occurrences_are_never_told_of(file, record):
    with opened(file) as workspace:
        past = {task.id for task in workspace.content.tasks.values() if task.is_past}
        assert past
        days = [TODAY + timedelta(days=one) for one in range(0, 800, 7)]
        told = {one.id for day in days for one in reminding.standing(workspace, day).reminders}
    assert told.isdisjoint(past)


# given once


def test_each_step_is_given_once_over_three_years_and_none_is_missing(file, record):
    """Day by day, as a scheduler does it."""
    given, standing = [], set()
    with opened(file) as workspace:
        for number in range(3 * 366):
            day = TODAY + timedelta(days=number)
            found = reminding.standing(workspace, day)
            standing |= {(one.id, one.due, one.step) for one in found.reminders}
            report = Report("a", uuid=found.uuid, reminders=found.reminders)
            give(record, [report], day, lambda left: given.extend(keys_of(left)) is None)
    assert len(given) == len(set(given))
    assert set(given) == standing
    cert = [step for id_, due, step in given if id_ == "CERT-12" and due == date(2027, 9, 1)]
    assert cert[:6] == [30, 14, 7, 1, 0, -7]
    assert [step for id_, _, step in given if id_ == "window_opens"] == [60, 30, 14, 7, 3, 1, 0]
    closing = [step for id_, _, step in given if id_ == "window_closes"]
    assert closing[:9] == [60, 30, 14, 7, 3, 1, 0, -7, -14]
    assert [step for id_, _, step in given if id_ == "expiry" and step > 0] == [
        366, 305, 244, 183, 122, 91, 60, 31,
    ]  # fmt: skip


def test_weeks_without_the_program_are_told_as_one(file, record):
    assert round_of(record, [file], date(2027, 8, 1))
    after = round_of(record, [file], date(2027, 9, 20))
    assert [step for id_, _, step in after if id_ == "CERT-12"] == [-14]


def test_a_clock_set_forward_and_back_neither_loses_nor_repeats(file, record):
    given = []
    for day in ("2027-08-02", "2031-01-01", "2027-08-02", "2027-08-03", "2027-08-18", "2027-08-25",
                "2027-08-18", "2027-08-31", "2027-09-01"):  # fmt: skip
        given += round_of(record, [file], date.fromisoformat(day))
    assert len(given) == len(set(given))
    assert [step for id_, due, step in given if (id_, due) == ("CERT-12", date(2027, 9, 1))] == [
        30, -1218, 14, 7, 1, 0,
    ]  # fmt: skip


def test_the_command_gives_what_neither_gave_and_the_window_what_it_did_not_show(file, record):
    today = date(2027, 8, 18)
    with opened(file) as workspace:
        first = shown(workspace, record, today)
        assert first
        assert round_of(record, [file], today) == []
        assert shown(workspace, record, today) == []
        later = today + timedelta(days=7)
        assert round_of(record, [file], later)
        assert shown(workspace, record, later), "the window has not shown what the command gave"


def test_a_moved_due_is_a_new_one(file, record):
    today = date(2027, 8, 18)
    round_of(record, [file], today)
    with opened(file) as workspace:
        put(workspace, "CERT-12", due="2027-08-20")
    assert ("CERT-12", date(2027, 8, 20), 7) in round_of(record, [file], today)


def test_a_task_that_is_done_is_not_told_of_any_more(file, record):
    with opened(file) as workspace:
        put(workspace, "CERT-12", state="done", reason="提出済み", done_on="2026-11-23")
    told = round_of(record, [file], date(2027, 9, 8))
    assert "CERT-12" not in {id_ for id_, _, _ in told}


# putting off, silencing


def one_of(workspace, today, id_="CERT-12"):
    standing = reminding.standing(workspace, today)
    return standing.uuid, next(one for one in standing.reminders if one.id == id_)


def ids(told):
    return {id_ for id_, _, _ in told}


def test_what_is_put_off_comes_again_on_its_day_even_within_the_same_step(file, record):
    today = date(2027, 8, 18)
    with opened(file) as workspace:
        uuid, reminder = one_of(workspace, today)
        round_of(record, [file], today)
        until = reminding.snooze(record, uuid, reminder, today, 3)
    assert until == date(2027, 8, 21)
    for day, comes in (("2027-08-18", False), ("2027-08-20", False), ("2027-08-21", True),
                       ("2027-08-22", False)):  # fmt: skip
        assert ("CERT-12" in ids(round_of(record, [file], date.fromisoformat(day)))) is comes


@pytest.mark.parametrize(
    ("today", "days", "until"),
    [
        ("2027-08-30", 7, "2027-09-01"),
        ("2027-08-31", 3, "2027-09-01"),
        ("2027-08-24", 7, "2027-08-31"),
        ("2027-09-01", 1, "2027-09-02"),
        ("2027-09-08", 7, "2027-09-15"),
    ],
)
def test_nothing_is_put_off_beyond_its_own_date(file, record, today, days, until):
    with opened(file) as workspace:
        uuid, reminder = one_of(workspace, date.fromisoformat(today))
        found = reminding.snooze(record, uuid, reminder, date.fromisoformat(today), days)
    assert found == date.fromisoformat(until)


def test_what_is_silenced_stays_silent_until_it_is_woken_or_its_date_moves(file, record):
    today = date(2027, 8, 18)
    with opened(file) as workspace:
        uuid, reminder = one_of(workspace, today)
        reminding.silence(record, uuid, reminder, " 代理人が申請 ", today)
        for day in ("2027-08-18", "2027-08-25", "2027-10-01"):
            assert "CERT-12" not in ids(round_of(record, [file], date.fromisoformat(day)))
        hard = round_of(record, [file], date(2027, 11, 23))
        assert [due for id_, due, _ in hard if id_ == "CERT-12"] == [date(2027, 11, 30)]
        put(workspace, "CERT-12", due="2027-08-20")
        assert "CERT-12" in ids(round_of(record, [file], today))
        reminding.wake(record, uuid, reminder.subject)
        put(workspace, "CERT-12", due="")
        assert "CERT-12" in ids(round_of(record, [file], today))


@pytest.mark.parametrize("reason", ["", "  ", "\n"])
def test_silence_needs_a_reason(file, record, reason):
    with opened(file) as workspace:
        uuid, reminder = one_of(workspace, date(2027, 8, 18))
        with pytest.raises(UserError) as refusal:
            reminding.silence(record, uuid, reminder, reason, date(2027, 8, 18))
    assert refusal.value.why is Why.REASON_MISSING
    assert record.marks(uuid, []).silenced == {}


# several files


def test_a_damaged_file_among_good_ones_hides_nothing(file, record, tmp_path):
    bad, empty, gone = tmp_path / "bad.pmark", tmp_path / "empty.pmark", tmp_path / "gone.pmark"
    bad.write_bytes(Path(file).read_bytes()[:20_000])
    empty.touch()
    other = new_workspace(tmp_path / "other.pmark", name="別の会社")
    files = [bad, file, empty, gone, tmp_path, other]
    reports = read_files(map(str, files), date(2027, 9, 8))
    assert [report.error and report.error.why for report in reports] == [
        Why.FILE_DAMAGED, None, Why.FILE_EMPTY, Why.FILE_NOT_THERE, Why.FILE_IS_A_FOLDER, None,
    ]  # fmt: skip
    assert reports[1].reminders
    assert reports[5].reminders


def test_values_this_program_never_writes_are_damage_and_no_crash(file, record):
    with opened(file) as workspace, workspace.database.transaction() as link:
        link.execute("UPDATE cycle SET expires = '9999-12-31'")
    (report,) = read_files([str(file)], TODAY)
    assert report.error.why is Why.FILE_DAMAGED


def test_the_same_file_twice_is_told_once_and_a_pattern_is_resolved(file, tmp_path):
    link = tmp_path / "link.pmark"
    link.symlink_to(file)
    again = str(tmp_path / "." / "会社.pmark")
    assert len(read_files([str(file), again, str(link)], TODAY)) == 1
    assert len(read_files([str(tmp_path / "*.pmark")], TODAY)) == 1
    (nothing,) = read_files([str(tmp_path / "*.nothing")], TODAY)
    assert nothing.error.why is Why.FILE_NOT_THERE


def test_a_copy_of_a_workspace_is_told_in_the_same_round(file, record, tmp_path):
    copy = shutil.copy(file, tmp_path / "copy.pmark")
    told = round_of(record, [file, copy], date(2027, 9, 8))
    assert len(told) == 2 * len(set(told))


def test_an_open_a_read_only_and_an_older_file_are_read_and_not_changed(file, tmp_path):
    old = Path(__file__).parents[1] / "storage" / "samples" / "v1.pmark"
    old = Path(shutil.copy(old, tmp_path / "v1.pmark"))
    shelf = tmp_path / "share"
    shelf.mkdir()
    shared = Path(shutil.copy(file, shelf / "共有.pmark"))
    shared.chmod(0o400)
    shelf.chmod(0o500)
    before = old.read_bytes(), shared.read_bytes()
    try:
        with opened(file) as workspace:
            put(workspace, "CERT-12", note="書き込み中")
            reports = read_files([str(file), str(shared), str(old)], date(2027, 9, 8))
        assert [report.error for report in reports] == [None, None, None]
        assert all(report.reminders for report in reports)
        assert list(shelf.iterdir()) == [shared]
    finally:
        shelf.chmod(0o700)
    assert (old.read_bytes(), shared.read_bytes()) == before


def test_a_locked_file_is_said_and_the_others_go_on(file, tmp_path, monkeypatch):
    monkeypatch.setattr("pmark_desktop.storage.database._BUSY_MS", 10)
    other = new_workspace(tmp_path / "other.pmark")
    with opened(file) as workspace, workspace.database.transaction() as link:
        link.execute("PRAGMA cache_size = 1")
        link.execute("UPDATE organisation SET contact = hex(randomblob(300000))")  # spills: locks
        reports = read_files([str(file), str(other)], date(2027, 9, 8))
        link.execute("UPDATE organisation SET contact = ''")
    assert [report.error and report.error.why for report in reports] == [Why.FILE_BUSY, None]


# the record in trouble


def test_who_could_not_be_reached_is_told_again(file, record):
    today = date(2027, 9, 8)
    reports = read_files([str(file)], today)
    seen = []
    give(record, reports, today, lambda found: seen.append(total(found)) is not None)
    give(record, reports, today, lambda found: seen.append(total(found)) is None)
    give(record, reports, today, lambda found: seen.append(total(found)) is None)
    assert seen[0] == seen[1]
    assert seen[2].total == 0


@pytest.fixture
def stubborn(record, monkeypatch):
    """Return a record that cannot be written, as on a full disk."""

    def full(self):
        raise StorageError(Why.DISK_FULL)

    monkeypatch.setattr(ReminderRecord, "transaction", full)
    return record


def test_a_record_that_fails_hides_no_deadline(file, stubborn):
    seen = []
    told = give(stubborn, read_files([str(file)], date(2027, 9, 8)), TODAY,
                lambda found: seen.append(total(found).total) is None)  # fmt: skip
    assert seen[0] > 0
    assert [one.notice for one in told] == [Notice.RECORD_UNUSED]


def test_a_record_that_fails_after_telling_does_not_tell_twice(file, record, monkeypatch):
    def full(*_):
        raise StorageError(Why.DISK_FULL)

    monkeypatch.setattr(ReminderRecord, "mark", full)
    seen = []
    told = give(record, read_files([str(file)], date(2027, 9, 8)), TODAY,
                lambda found: seen.append(total(found).total) is None)  # fmt: skip
    assert len(seen) == 1
    assert [one.notice for one in told] == [Notice.RECORD_UNUSED]


# the policy


def test_a_policy_is_changed_as_one_operation_and_undone(workspace):
    before = len(workspace.log())
    done = set_policy(workspace, {"task_steps": "45、３", "start_by": "", "late_every": "1"})
    policy, is_readable = policy_of(workspace.settings)
    assert is_readable
    assert policy == replace(DEFAULT_POLICY, task_steps=(45, 3), start_by=False, late_every=1)
    assert len(workspace.log()) == before + 1
    set_policy(workspace, {"window_steps": ""})
    assert policy_of(workspace.settings)[0].window_steps == ()
    assert policy_of(workspace.settings)[0].task_steps == (45, 3)
    workspace.undo(done.operation + 1)
    workspace.undo(done.operation)
    assert policy_of(workspace.settings) == (DEFAULT_POLICY, True)
    set_policy(workspace, {"late_every": "30"})
    assert policy_of(workspace.settings)[0].late_every == 30


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("task_steps", "-1"), ("task_steps", "3651"), ("task_steps", "毎日"),
        ("window_steps", ",".join(map(str, range(31)))), ("expiry_months", "121"),
        ("late_every", "0"), ("late_every", ""), ("late_every", "7, 14"),
    ],
)  # fmt: skip
def test_a_policy_that_cannot_be_is_refused(workspace, field, text):
    with pytest.raises(UserError) as refusal:
        set_policy(workspace, {field: text})
    assert refusal.value.why is Why.STEPS_WRONG
    assert SETTING not in workspace.settings


def test_the_same_policy_again_changes_nothing(workspace):
    set_policy(workspace, policy_texts(Policy(late_every=3)))
    with pytest.raises(UserError) as refusal:
        set_policy(workspace, {"late_every": "3"})
    assert refusal.value.why is Why.NOTHING_CHANGED


@pytest.mark.parametrize(
    "held",
    [
        "", "{", "[]", "null", "7", '"text"', "[" * 20_000,
        '{"task_steps": 7}', '{"task_steps": ["7"]}', '{"task_steps": [true]}',
        '{"task_steps": [-1]}', '{"task_steps": [99999]}', '{"task_steps": [1.5]}',
        '{"late_every": 0}', '{"late_every": true}', '{"late_every": 1e400}', '{"start_by": 1}',
        '{"window_steps": null}', json.dumps({"expiry_months": list(range(50))}),
    ],
)  # fmt: skip
def test_a_damaged_policy_becomes_the_default_and_is_said(file, held):
    with opened(file) as workspace, workspace.database.transaction() as link:
        link.execute("INSERT INTO setting (name, value) VALUES (?, ?)", (SETTING, held))
    standing = reminding.read_standing(file, date(2027, 9, 8))
    assert [one.notice for one in standing.told] == [Notice.POLICY_UNREADABLE]
    assert "CERT-12" in {one.id for one in standing.reminders}
    with opened(file) as workspace:
        set_policy(workspace, {"late_every": "3"})
        assert policy_of(workspace.settings) == (replace(DEFAULT_POLICY, late_every=3), True)


def test_what_a_newer_program_added_to_a_policy_is_passed_over():
    policy, is_readable = policy_of({SETTING: '{"late_every": 3, "by_mail": [1]}'})
    assert (policy, is_readable) == (replace(DEFAULT_POLICY, late_every=3), True)


def test_an_answered_window_moves_its_reminders(file, record):
    today = date(2027, 8, 18)
    round_of(record, [file], today)
    with opened(file) as workspace:
        answer = {"window_opens": date(2027, 8, 10), "window_closes": date(2027, 8, 25)}
        set_cycle(workspace, answer, TODAY)
    told = round_of(record, [file], today)
    assert ("window_closes", date(2027, 8, 25), 7) in told
