"""What only one of the systems does."""

import shlex
from datetime import time

import pytest

from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.exchange.schedules.tools import Answer
from tests.workspace.schedulers.systems import Launchd, Systemd, Windows, wanted

NO_BUS = Answer(1, "Failed to connect to bus: No medium found\n")


def refusal(act):
    with pytest.raises(UserError) as refused:
        act()
    return refused.value


@pytest.fixture
def systemd(tmp_path):
    return Systemd(tmp_path / "units")


@pytest.fixture
def windows(tmp_path):
    return Windows(tmp_path / "windows")


# systemd


@pytest.mark.parametrize("broken", [NO_BUS, None])
def test_without_a_systemd_of_the_person_a_line_for_cron_is_given(systemd, data, file, broken):
    if broken:
        systemd.broken["systemctl"] = broken
    else:
        systemd.is_missing("systemctl")
    error = refusal(lambda: systemd.run(data).install(wanted(file, at="17:05")))
    assert error.why is Why.SCHEDULE_NO_SESSION
    words = shlex.split(error.facts["line"].replace("\\%", "%"))
    assert words[:5] == ["5", "17", "*", "*", "*"]
    assert words[-3:] == ["remind", str(file), "--notify"]
    assert not systemd.folder.exists()
    assert not data.exists() or not [*data.iterdir()]


def test_a_timer_is_shown_as_off_while_no_systemd_runs_and_can_be_removed(systemd, data, file):
    run = systemd.run(data)
    run.install(wanted(file))
    systemd.broken["systemctl"] = NO_BUS
    assert run.standing().registered.at == time(9)
    assert not run.standing().registered.is_active
    assert run.remove()
    assert not [one for one in systemd.folder.rglob("*") if not one.is_dir()]


def test_a_timer_that_somebody_stopped_is_shown_as_off(systemd, data, file):
    run = systemd.run(data)
    run.install(wanted(file))
    systemd.running = None
    assert not run.standing().registered.is_active
    run.install(wanted(file))
    assert run.standing().registered.is_active


def test_a_slow_systemd_is_not_taken_for_a_missing_one(systemd, data, file):
    systemd.broken["systemctl"] = UserError(Why.SCHEDULE_TOOL_SLOW, tool="systemctl", seconds=30)
    assert refusal(lambda: systemd.run(data).install(wanted(file))).why is Why.SCHEDULE_TOOL_SLOW


def test_a_half_removed_timer_can_be_removed_and_registered(systemd, data, file):
    run = systemd.run(data)
    run.install(wanted(file))
    (systemd.folder / "pmark-desktop-remind.timer").unlink()
    assert run.standing().registered is None
    run.install(wanted(file))
    assert run.standing().registered.is_active
    (systemd.folder / "pmark-desktop-remind.timer").unlink()
    assert run.remove()
    assert not run.remove()


def test_a_masked_timer_is_refused_and_stays_masked(systemd, data, file):
    systemd.folder.mkdir()
    mask = systemd.folder / "pmark-desktop-remind.timer"
    mask.symlink_to("/dev/null")
    assert (
        refusal(lambda: systemd.run(data).install(wanted(file))).why is Why.SCHEDULE_FOLDER_DENIED
    )
    assert mask.is_symlink()


# launchd


def test_an_agent_is_unloaded_before_it_is_loaded_anew(tmp_path, data, file):
    launchd = Launchd(tmp_path / "agents")
    run = launchd.run(data)
    run.install(wanted(file))
    assert ("launchctl", "bootout", "gui/501/pmark-desktop-remind") not in launchd.heard
    run.install(wanted(file, at="10:00"))
    assert b"<integer>10</integer>" in launchd.loaded


def test_an_agent_that_is_loaded_without_a_file_is_removed_too(tmp_path, data):
    launchd = Launchd(tmp_path / "agents")
    launchd.loaded = b"x"
    assert launchd.run(data).remove()
    assert launchd.loaded is None


# Windows


def test_where_a_start_at_logon_is_denied_it_is_registered_without(windows, data, file):
    run = windows.run(data)
    run.install(wanted(file))
    (task,) = windows.tasks.values()
    assert "LogonTrigger" in task
    windows.refuses_logon = True
    run.install(wanted(file, at="10:00"))
    (task,) = windows.tasks.values()
    assert "LogonTrigger" not in task
    assert "T10:00:00" in task


def test_a_policy_that_denies_it_has_its_own_sentence(windows, data, file):
    for denied in (Windows.DENIED, Answer(1, "ERROR: Access is denied.\r\n")):
        windows.broken["/Create"] = denied
        assert refusal(lambda: windows.run(data).install(wanted(file))).why is Why.SCHEDULE_DENIED
    assert not [*data.iterdir()]


@pytest.mark.parametrize(
    ("answer", "why"),
    [(Windows.DENIED, Why.SCHEDULE_DENIED), (Answer(5, "?"), Why.SCHEDULE_TOOL_FAILED)],
)
def test_a_task_that_cannot_be_looked_at_is_not_called_missing(windows, data, file, answer, why):
    run = windows.run(data)
    run.install(wanted(file))
    windows.broken["/XML"] = answer
    assert refusal(run.standing).why is why


def test_a_task_is_known_to_be_missing_in_any_language(windows, data):
    windows.NOT_THERE = Answer(1, "FEHLER: Das System kann die angegebene Datei nicht finden.\r\n")
    run = windows.run(data)
    assert run.standing().registered is None
    assert run.remove() is False


def test_each_person_has_a_task_of_their_own_without_their_name(windows, data, file):
    windows.run(data).install(wanted(file))
    windows.run(data, user="会社\\太郎").install(wanted(file))
    windows.run(data, user="会社\\花子".upper()).install(wanted(file))
    assert len(windows.tasks) == 2
    assert all(
        name.isascii() and name.startswith("pmark-desktop-remind-") for name in windows.tasks
    )
    assert windows.run(data, user="").plan(wanted(file)).name == "pmark-desktop-remind"


def test_the_file_for_windows_does_not_stay(windows, data, file):
    windows.run(data).install(wanted(file))
    assert [one.name for one in data.iterdir()] == ["schedule.json"]
