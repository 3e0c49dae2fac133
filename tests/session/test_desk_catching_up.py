"""A second window that only reads shows what the first one writes, and says so."""

import pytest

from pmark_desktop.domain.errors import Notice, Why
from pmark_desktop.session.day_clock import DayClock
from pmark_desktop.session.desk import Desk
from pmark_desktop.words import Language
from pmark_desktop.workspace.workspace import Workspace


@pytest.fixture
def reader(qapp, desk, today):
    """Return a desk that reads the file `desk` writes."""
    made = Desk(Workspace(desk.workspace.path, by="読む人"), DayClock(today), Language.JA)
    assert made.workspace.is_read_only
    yield made
    made.close()


def test_at_the_next_look_a_reader_shows_the_new_dates(qtbot, desk, reader):
    desk.edit("CERT-12", "due", "2027/3/1")
    told = []
    reader.told.connect(told.append)
    with qtbot.waitSignal(reader.changed):
        reader.clock.look()
    assert reader.content.tasks["CERT-12"] == desk.content.tasks["CERT-12"]
    assert [one.notice for (one,) in told] == [Notice.CAUGHT_UP]
    with qtbot.assertNotEmitted(reader.changed):
        reader.clock.look()


def test_a_lost_file_is_said_once(qtbot, desk, reader):
    desk.workspace.path.unlink()
    with qtbot.waitSignal(reader.refused) as told:
        reader.clock.look()
    assert told.args[0].why is Why.FILE_NOT_THERE
    with qtbot.assertNotEmitted(reader.refused):
        reader.clock.look()


def test_who_writes_and_who_has_closed_does_not_look(qtbot, desk, reader):
    closed = Desk(Workspace(desk.workspace.path, by="読む人"), reader.clock, Language.JA)
    closed.close()
    desk.edit("CERT-12", "note", "x")
    with qtbot.assertNotEmitted(closed.changed):
        reader.clock.look()
    with qtbot.assertNotEmitted(desk.changed):
        desk.clock.look()
