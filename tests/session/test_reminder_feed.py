"""What the window reminds of: new, standing, put aside; over restarts, days and edits."""

from contextlib import suppress
from datetime import datetime, timedelta

import pytest

from pmark_desktop.domain.errors import Notice, StorageError, Why
from pmark_desktop.domain.reminders import Channel
from pmark_desktop.session.day_clock import DayClock
from pmark_desktop.session.desk import Desk
from pmark_desktop.words import Language
from pmark_desktop.workspace.reminding import ReminderRecord, open_record


class Hands:
    """A clock whose hands a test sets."""

    def __init__(self, day):
        self.day = day

    def __call__(self):
        return datetime(self.day.year, self.day.month, self.day.day, 9, 0)


@pytest.fixture
def hands(today):
    return Hands(today)


@pytest.fixture
def start(qapp, workspace, hands):
    """Return a function that begins another session with the same file."""
    begun = []

    def begin():
        if begun:
            begun[-1].reminders.close()
        begun.append(Desk(workspace, DayClock(now=hands), Language.JA))
        return begun[-1].reminders, begun[-1]

    yield begin
    with suppress(RuntimeError):
        begun[-1].reminders.close()


def pass_days(desk, hands, days):
    hands.day += timedelta(days=days)
    desk.clock.look()


def ids(found):
    return [one.id for one in found]


def test_all_that_was_missed_is_in_the_first_digest(start):
    feed, _ = start()
    assert feed.digest == feed.standing
    assert feed.standing
    assert feed.counts.late > 0


def test_what_was_noted_is_not_new_again_and_all_else_is(start):
    feed, _ = start()
    noted, rest = feed.digest[:5], feed.digest[5:]
    feed.take_note(noted)
    for _ in range(2):
        assert (feed.digest, feed.noted) == (rest, 5)
        assert feed.standing == noted + rest
        feed, _ = start()


def test_a_new_day_brings_new_steps_and_tells_of_them(qtbot, start, hands):
    feed, desk = start()
    read = {one.key for one in feed.digest}
    feed.take_note(feed.digest)
    assert feed.digest == []
    with qtbot.waitSignal(feed.appeared) as heard:
        pass_days(desk, hands, 7)
    assert feed.digest == heard.args[0]
    assert read.isdisjoint(one.key for one in feed.digest)
    pass_days(desk, hands, -7)
    assert feed.digest == [], "a clock set back repeats nothing"


def test_nothing_new_is_not_told(qtbot, start, desk):
    feed, own = start()
    with qtbot.assertNotEmitted(feed.appeared):
        own.edit("CERT-12", "note", "下書き")


def test_many_edits_of_one_turn_are_told_once_and_read_at_once(qtbot, start):
    feed, desk = start()
    feed.take_note(feed.digest)
    told, fresh = [], []
    feed.changed.connect(lambda: told.append(len(feed.standing)))
    feed.appeared.connect(fresh.extend)
    one, other, gone = feed.standing[:3]
    for late in (one, other, gone):
        desk.edit(late.id, "due", "2026/11/30")
        assert late.id in ids(feed.digest)  # who asks is told the truth at once
    desk.edit(gone.id, "due", "2027/3/31")
    qtbot.waitUntil(lambda: bool(told))
    assert len(told) == 1
    assert sorted(ids(fresh)) == sorted([one.id, other.id])  # not what came and went


def test_an_edit_is_followed_and_a_moved_due_is_new(qtbot, start):
    feed, desk = start()
    feed.take_note(feed.digest)
    before = len(feed.standing)
    late = feed.standing[0]
    desk.edit(late.id, "reason", "対象の業務なし")
    with qtbot.waitSignal(feed.changed):
        desk.edit(late.id, "state", "excluded")
    assert late.id not in ids(feed.standing)
    assert len(feed.standing) == before - 1
    other = feed.standing[0]
    with qtbot.waitSignal(feed.appeared):
        desk.edit(other.id, "due", "2026/11/30")
    assert ids(feed.digest) == [other.id]


def test_what_is_put_off_is_out_of_sight_and_comes_again(start, hands):
    feed, desk = start()
    one = feed.digest[0]
    feed.take_note([one])
    assert feed.snooze(one, 3)
    assert one.id not in ids(feed.standing)
    assert [(aside.reminder, aside.until) for aside in feed.put_aside] == [
        (one, hands.day + timedelta(days=3))
    ]
    pass_days(desk, hands, 2)
    assert one.subject not in [found.subject for found in feed.digest]
    pass_days(desk, hands, 1)
    assert one.subject in [found.subject for found in feed.digest]
    assert feed.put_aside == []


def test_what_is_put_off_stays_so_after_a_restart(start, hands):
    feed, _ = start()
    one = feed.digest[0]
    feed.take_note([one])
    feed.snooze(one, 3)
    feed, desk = start()
    assert one.id not in ids(feed.digest)
    pass_days(desk, hands, 3)
    assert one.subject in [found.subject for found in feed.digest]


def test_silence_needs_a_reason_and_is_taken_back(qtbot, start):
    feed, desk = start()
    one = feed.digest[0]
    with qtbot.waitSignal(desk.refused) as refusal:
        assert not feed.silence(one, " ")
    assert refusal.args[0].why is Why.REASON_MISSING
    assert feed.silence(one, "代理人が手続き済み")
    assert one not in feed.standing
    assert [(aside.reminder, aside.reason) for aside in feed.put_aside] == [
        (one, "代理人が手続き済み")
    ]
    feed, _ = start()
    assert one not in feed.standing
    assert feed.wake(one)
    assert one in feed.digest


def test_the_command_does_not_take_anything_out_of_the_digest(start, workspace, today):
    with open_record() as record:
        feed, _ = start()
        record.mark(workspace.uuid, [one.key for one in feed.standing], Channel.COMMAND, today)
    feed, _ = start()
    assert feed.digest == feed.standing


def test_a_record_that_fails_is_said_once_and_nothing_is_hidden(qtbot, start, monkeypatch):
    feed, desk = start()
    told = []
    desk.told.connect(told.extend)

    def full(*_):
        raise StorageError(Why.DISK_FULL)

    with monkeypatch.context() as disk:
        disk.setattr(ReminderRecord, "mark", full)
        feed.take_note(feed.digest[:2])
        feed.take_note(feed.digest)
    assert [one.notice for one in told] == [Notice.RECORD_UNUSED]
    feed, _ = start()
    assert feed.digest == feed.standing
    feed.take_note(feed.digest)
    feed, _ = start()
    assert feed.digest == []


def test_a_damaged_policy_is_said(start, workspace):
    with workspace.database.transaction() as link:
        link.execute("INSERT INTO setting (name, value) VALUES ('reminders', '[')")
    workspace.content = workspace._load()
    feed, _ = start()
    assert [one.notice for one in feed.troubles] == [Notice.POLICY_UNREADABLE]
    assert feed.standing


def test_another_policy_is_followed_at_once_and_undone(start):
    feed, desk = start()
    before = feed.standing
    texts = dict.fromkeys(("task_steps", "window_steps", "expiry_months", "start_by"), "")
    assert desk.set_reminder_policy(texts | {"late_every": "365"})
    assert feed.standing == []
    desk.stack.undo()
    assert feed.standing == before


def test_a_desk_that_is_closed_follows_the_clock_no_more(start, hands):
    feed, desk = start()
    standing = feed.standing
    desk.close()
    pass_days(desk, hands, 400)
    assert feed.standing == standing
