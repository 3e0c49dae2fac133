import plistlib
import shlex
from datetime import time
from pathlib import Path

import pytest

from pmark_desktop.exchange.schedules.cron import cron_line
from pmark_desktop.exchange.schedules.entry import Entry, Program
from pmark_desktop.exchange.schedules.launchd import agent_file, read_time

NASTY = '/Users/花子 O\'Brien/A&B <"100%"> $x'


def test_an_agent_is_daily_and_holds_every_path():
    agent = agent_file(Entry(Program((f"{NASTY}/python", "-m", "x"), NASTY), time(17, 5)))
    found = plistlib.loads(agent)
    assert found["StartCalendarInterval"] == {"Hour": 17, "Minute": 5}
    assert found["ProgramArguments"] == [
        f"{NASTY}/python", "-m", "x", "remind", "--scheduled", "--notify",
    ]  # fmt: skip
    assert found["WorkingDirectory"] == NASTY
    assert found["Label"] == "pmark-desktop-remind"
    assert found["RunAtLoad"] is True  # the machine may have been off at the time
    assert read_time(agent) == time(17, 5)


def test_an_installed_program_needs_no_folder():
    found = plistlib.loads(agent_file(Entry(Program(("/x",)), time(9))))
    assert "WorkingDirectory" not in found


@pytest.mark.parametrize(
    "content",
    [
        b"", b"<plist>", b"\xff\xfe", plistlib.dumps({}), plistlib.dumps([]),
        plistlib.dumps({"StartCalendarInterval": {"Hour": 99, "Minute": 0}}),
        plistlib.dumps({"StartCalendarInterval": [{"Hour": 9}]}),
        plistlib.dumps({"StartCalendarInterval": {"Hour": "9", "Minute": 0}}),
    ],
)  # fmt: skip
def test_an_agent_that_is_not_ours_has_no_time(content):
    assert read_time(content) is None


def test_a_line_for_cron_names_the_files_itself():
    files = [Path("/a b/100%.pmark"), Path("/o'b.pmark")]
    line = cron_line(Entry(Program(("/x y/p",), "/w w"), time(9, 5)), files)
    minute, hour, *days, command = line.split(" ", 5)
    assert (minute, hour, days) == ("5", "9", ["*", "*", "*"])
    assert shlex.split(command.replace("\\%", "%")) == [
        "cd", "/w w", "&&", "/x y/p", "remind", "/a b/100%.pmark", "/o'b.pmark", "--notify",
    ]  # fmt: skip
    assert command.count("%") == command.count("\\%") == 1
