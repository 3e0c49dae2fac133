"""The person's record of reminders: exact, shared by processes, and never in the way."""

import os
import sqlite3
import stat
import sys
from datetime import UTC, date, datetime, timedelta

import pytest

from pmark_desktop.domain.errors import Notice, StorageError, Why
from pmark_desktop.domain.reminders import Channel, Key, Subject
from pmark_desktop.storage import reminder_record
from pmark_desktop.storage.reminder_record import NAME, ReminderRecord
from tests.storage.processes import die, go, process

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
DAY = date(2026, 11, 24)
KEY = Key("task", "CERT-12", date(2027, 9, 1), 30)
SUBJECT = Subject("task", "CERT-12", date(2027, 9, 1))
MINE, OTHER = "11111111-aaaa", "22222222-bbbb"


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def record(folder):
    with ReminderRecord(folder, NOW) as record:
        yield record


def keys(record, workspace=MINE):
    steps = [*range(-50, 2000)]
    return dict(record.marks(workspace, [KEY._replace(step=step) for step in steps]).given)


def notices(record):
    return [one.notice for one in record.troubles]


def test_what_was_given_is_known_after_a_restart_and_to_its_workspace_only(folder, record):
    record.mark(MINE, [KEY], Channel.WINDOW, DAY)
    record.mark(MINE, [KEY], Channel.COMMAND, DAY)
    record.close()
    with ReminderRecord(folder, NOW) as again:
        assert keys(again) == {KEY: {Channel.WINDOW, Channel.COMMAND}}
        assert keys(again, OTHER) == {}
        assert again.troubles == []


def test_the_first_day_on_which_it_was_given_is_kept(folder, record):
    record.mark(MINE, [KEY], Channel.WINDOW, DAY)
    record.mark(MINE, [KEY], Channel.WINDOW, DAY + timedelta(days=9))
    record.mark(MINE, [KEY], Channel.COMMAND, DAY + timedelta(days=2))
    record.close()
    link = sqlite3.connect(folder / NAME)
    found = dict(link.execute("SELECT channel, day FROM given"))
    link.close()
    assert found == {"window": "2026-11-24", "command": "2026-11-26"}


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX modes")
def test_the_record_is_for_this_person_only(folder, record):
    record.mark(MINE, [KEY], Channel.WINDOW, DAY)
    assert stat.S_IMODE((folder / NAME).stat().st_mode) == 0o600
    assert os.listdir(folder) == [NAME]


def test_it_holds_ids_dates_steps_and_reasons_and_nothing_else(folder, record):
    columns = {
        row[1]
        for table in ("given", "snoozed", "silenced")
        for row in sqlite3.connect(folder / NAME).execute(f"PRAGMA table_info({table})")
    }
    assert columns == {
        "workspace",
        "kind",
        "id",
        "due",
        "step",
        "channel",
        "day",
        "until",
        "reason",
    }


def test_a_subject_is_put_off_silenced_and_woken(record):
    record.snooze(MINE, KEY, DAY + timedelta(days=3))
    record.silence(MINE, SUBJECT, "委託先の対応待ち", DAY)
    marks = record.marks(MINE, [KEY])
    assert marks.snoozed == {SUBJECT: DAY + timedelta(days=3)}
    assert marks.silenced[SUBJECT] == ("委託先の対応待ち", DAY)
    record.wake(MINE, SUBJECT)
    assert record.marks(MINE, [KEY])[1:] == ({}, {})


def test_what_is_put_off_will_be_given_once_more(record):
    later = KEY._replace(step=14)
    record.mark(MINE, [KEY, later], Channel.COMMAND, DAY)
    record.snooze(MINE, later, DAY + timedelta(days=1))
    assert keys(record) == {KEY: {Channel.COMMAND}}


# old rows


def test_what_is_over_three_years_old_goes_once_later_days_vouch_for_the_clock(record):
    record.mark(MINE, [KEY], Channel.WINDOW, DAY)
    record.silence(MINE, SUBJECT, "理由", DAY)
    for number in range(29):
        day = DAY + timedelta(days=1200 + number)
        record.mark(MINE, [KEY._replace(step=-number)], Channel.WINDOW, day)
    assert KEY in keys(record)
    record.mark(MINE, [KEY._replace(step=-40)], Channel.WINDOW, DAY + timedelta(days=1240))
    assert KEY not in keys(record)
    assert record.marks(MINE, [KEY]).silenced == {}
    assert len(keys(record)) == 30


def test_a_clock_set_forward_by_years_makes_nothing_forgotten(record):
    record.mark(MINE, [KEY], Channel.WINDOW, DAY)
    for number in range(5):
        record.mark(OTHER, [KEY._replace(step=-number)], Channel.WINDOW, date(2040, 1, 1 + number))
    assert KEY in keys(record)


# several processes


def test_of_two_at_once_one_gives_and_the_other_sees_it(folder, record):
    with ReminderRecord(folder, NOW, patience_ms=0) as other:
        with record.transaction():
            assert keys(record) == {}
            record.mark(MINE, [KEY], Channel.COMMAND, DAY)
            assert keys(other) == {}, "reading does not wait"
            with pytest.raises(StorageError) as refusal, other.transaction():
                pytest.fail("two hold the record")
            assert refusal.value.why is Why.FILE_BUSY
        with other.transaction():
            assert keys(other) == {KEY: {Channel.COMMAND}}


def test_two_processes_lose_nothing_of_each_other(folder, record):
    with process("record", folder / "a") as first, process("record", folder / "b") as second:
        go(first)
        go(second)
        assert first.wait(60) == second.wait(60) == 0
    steps = sorted(key.step for key in keys(record))
    assert steps == sorted([*range(50), *range(1000, 1050)])


def test_who_is_killed_while_giving_has_given_nothing_and_blocks_nobody(folder, record):
    with process("give", folder / "a") as child:
        go(child)
        assert child.stdout.readline() == "1\n"
        with (
            pytest.raises(StorageError),
            ReminderRecord(folder, NOW, 0) as other,
            other.transaction(),
        ):
            pytest.fail("the other still holds it")
        die(child)
    with record.transaction():
        assert keys(record) == {}
    assert record.troubles == []


def test_many_begin_at_once(folder):
    records = [ReminderRecord(folder, NOW) for _ in range(8)]
    for number, one in enumerate(records):
        one.mark(MINE, [KEY._replace(step=number)], Channel.COMMAND, DAY)
    assert len(keys(records[0])) == 8
    for one in records:
        one.close()


# trouble


def content(folder, name):
    return (folder / name).read_bytes()


@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.write_bytes(b"not a database at all" * 300),
        lambda path: path.write_bytes(path.read_bytes()[:5000]),
        lambda path: path.write_bytes(path.read_bytes()[:4096] + b"\xff" * 4096 + path.read_bytes()[8192:]),
    ],
    ids=["text", "cut", "scribbled"],
)  # fmt: skip
def test_a_damaged_record_is_moved_aside_and_begun_anew(folder, damage):
    with ReminderRecord(folder, NOW) as record:
        record.mark(MINE, [KEY._replace(step=one) for one in range(2000)], Channel.WINDOW, DAY)
    damage(folder / NAME)
    before = content(folder, NAME)
    with ReminderRecord(folder, NOW) as record:
        assert notices(record) == [Notice.RECORD_RENEWED]
        assert keys(record) == {}
        record.mark(MINE, [KEY], Channel.WINDOW, DAY)
    assert content(folder, "reminders-20261124-090000.damaged") == before
    with ReminderRecord(folder, NOW) as record:
        assert (keys(record), record.troubles) == ({KEY: {Channel.WINDOW}}, [])


def newer(path):
    link = sqlite3.connect(path)
    link.execute("PRAGMA user_version = 2")
    link.commit()


def foreign(path):
    path.unlink()
    link = sqlite3.connect(path)
    link.execute("CREATE TABLE x (y)")
    link.commit()


@pytest.mark.parametrize("change", [newer, foreign])
def test_a_newer_or_foreign_record_is_left_alone_and_memory_used(folder, change):
    ReminderRecord(folder, NOW).close()
    change(folder / NAME)
    before = content(folder, NAME)
    with ReminderRecord(folder, NOW) as record:
        assert notices(record) == [Notice.RECORD_UNUSED]
        record.mark(MINE, [KEY], Channel.WINDOW, DAY)
        assert keys(record) == {KEY: {Channel.WINDOW}}, "as long as the program runs"
    assert content(folder, NAME) == before


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX modes")
@pytest.mark.parametrize("place", ["file", "folder"])
def test_a_record_that_cannot_be_written_is_still_read(folder, place):
    with ReminderRecord(folder, NOW) as record:
        record.mark(MINE, [KEY], Channel.WINDOW, DAY)
    locked = folder / NAME if place == "file" else folder
    locked.chmod(0o500)
    try:
        with ReminderRecord(folder, NOW) as record:
            assert notices(record) == [Notice.RECORD_UNUSED]
            assert keys(record) == {KEY: {Channel.WINDOW}}
            record.mark(MINE, [KEY._replace(step=7)], Channel.WINDOW, DAY)
            assert len(keys(record)) == 2
    finally:
        locked.chmod(0o700)
    with ReminderRecord(folder, NOW) as record:
        assert len(keys(record)) == 1


def test_a_folder_in_its_place_or_no_folder_at_all_stops_nothing(folder, tmp_path):
    (folder / NAME).mkdir(parents=True)
    with ReminderRecord(folder, NOW) as record:
        assert notices(record) == [Notice.RECORD_UNUSED]
        assert keys(record) == {}
    (tmp_path / "plain").write_text("a file where the folder should be")
    with ReminderRecord(tmp_path / "plain" / "data", NOW) as record:
        assert notices(record) == [Notice.RECORD_UNUSED]


def test_an_empty_file_is_filled(folder):
    folder.mkdir()
    (folder / NAME).touch()
    with ReminderRecord(folder, NOW) as record:
        record.mark(MINE, [KEY], Channel.WINDOW, DAY)
        assert record.troubles == []


def test_strange_values_in_a_sound_record_are_damage_and_no_crash(folder, record):
    record.mark(MINE, [KEY], Channel.WINDOW, DAY)
    link = sqlite3.connect(folder / NAME)
    link.execute("UPDATE given SET channel = 'pigeon'")
    link.commit()
    with pytest.raises(StorageError) as refusal:
        record.marks(MINE, [KEY])
    assert refusal.value.why is Why.FILE_DAMAGED


def test_a_record_that_another_renewed_is_not_moved_again(folder, monkeypatch):
    ReminderRecord(folder, NOW).close()
    (folder / NAME).write_bytes(b"damage" * 1000)
    opened = ReminderRecord._opened
    other = []

    def late(self):
        try:
            return opened(self)
        finally:
            if not other:
                other.append(None)
                other.append(ReminderRecord(folder, NOW))
                other[1].mark(MINE, [KEY], Channel.COMMAND, DAY)

    monkeypatch.setattr(ReminderRecord, "_opened", late)
    with ReminderRecord(folder, NOW + timedelta(minutes=1)) as record:
        assert keys(record) == {KEY: {Channel.COMMAND}}
    other[1].close()
    assert len(list(folder.glob("*.damaged"))) == 1


def test_its_application_id_is_not_that_of_a_workspace():
    from pmark_desktop.storage.schemas import APPLICATION_ID

    assert reminder_record.APPLICATION_ID != APPLICATION_ID
