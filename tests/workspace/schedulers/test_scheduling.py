"""Install, show and remove on all three systems: what a person sees is the same on each."""

import os
from datetime import time
from pathlib import Path

import pytest

from pmark_desktop.domain.errors import StorageError, UserError, Why
from pmark_desktop.exchange.schedules.entry import Program
from pmark_desktop.exchange.schedules.tools import Answer
from pmark_desktop.words import Language
from pmark_desktop.workspace import scheduling
from pmark_desktop.workspace.scheduling import DailyRun, scheduled_files
from tests.workspace.schedulers.systems import PROGRAM, clock, wanted

CHANGES = {"systemd": "restart", "launchd": "bootstrap", "windows": "/Create"}


def kind_of(system):
    return type(system).__name__.lower()


def files_below(*folders):
    """Return every file and link with its content."""
    return {
        path: os.readlink(path) if path.is_symlink() else path.read_bytes()
        for folder in folders
        for path in folder.rglob("*")
        if path.is_symlink() or path.is_file()
    }


def refusal(act):
    with pytest.raises(UserError) as refused:
        act()
    return refused.value


# what works


def test_what_was_registered_is_shown(system, data, file):
    run = system.run(data)
    run.install(wanted(file, at="17:30"))
    standing = run.standing()
    assert standing.registered.at == time(17, 30)
    assert standing.registered.is_active
    assert standing.files == (file,)
    assert standing.missing == frozenset()
    assert scheduled_files(data) == (file,)


def test_the_next_run_is_told_where_the_system_tells_it(system, data, file):
    run = system.run(data)
    run.install(wanted(file))
    told = {
        "systemd": "Wed 2026-11-25 09:00:00 JST",
        "launchd": "",
        "windows": "2026/11/25 9:00:00",
    }
    assert run.standing().registered.next_run == told[kind_of(system)]


def test_a_second_registration_replaces_the_first(system, data, file, tmp_path):
    run, other = system.run(data), tmp_path / "other.pmark"
    other.write_bytes(file.read_bytes())
    run.install(wanted(file))
    run.install(wanted(other, at="12:00", language=Language.EN))
    standing = run.standing()
    assert (standing.registered.at, standing.files) == (time(12), (other,))
    assert standing.registered.is_active


def test_nothing_is_left_of_what_was_removed(system, data, file):
    run = system.run(data)
    run.install(wanted(file))
    assert run.remove()
    assert files_below(system.folder.parent, data) == {}
    assert run.standing().registered is None
    assert refusal(lambda: scheduled_files(data)).why is Why.SCHEDULE_LIST_MISSING


def test_removing_nothing_is_fine(system, data):
    assert system.run(data).remove() is False


def test_files_are_kept_by_their_whole_paths_and_once_each(system, data, file, monkeypatch):
    monkeypatch.chdir(file.parent)
    system.run(data).install(wanted(Path(file.name), file, file.parent / "." / file.name))
    assert scheduled_files(data) == (file,)


def test_a_file_that_went_away_later_is_said(system, data, file, tmp_path):
    gone = tmp_path / "後で消す.pmark"
    gone.write_bytes(file.read_bytes())
    run = system.run(data)
    run.install(wanted(file, gone))
    gone.unlink()
    assert run.standing().missing == {gone}


def test_a_list_that_was_spoilt_is_said_beside_the_entry(system, data, file):
    run = system.run(data)
    run.install(wanted(file))
    (data / "schedule.json").write_text("{")
    standing = run.standing()
    assert standing.registered.is_active
    assert standing.trouble.why is Why.SCHEDULE_LIST_BAD


def test_the_plan_names_what_is_written_and_run_and_does_none_of_it(system, data, file):
    run = system.run(data)
    plan = run.plan(wanted(file))
    assert system.heard == []
    assert files_below(system.folder.parent, data) == {}
    run.install(wanted(file))
    assert set(plan.steps.commands) & set(system.heard)
    assert plan.list_file == data / "schedule.json"
    assert plan.command == (*PROGRAM.words, "remind", "--scheduled", "--notify")


def test_no_file_of_the_entry_names_a_workspace_or_a_person(system, data, file):
    plan = system.run(data).plan(wanted(file))
    for text in plan.steps.files.values():
        assert "会社 A" not in text
    assert "花子" not in plan.name


# what is refused before anything is done


def test_wrong_files_are_refused_before_anything_is_registered(system, data, file, tmp_path):
    (tmp_path / "text.pmark").write_text("no workspace")
    run = system.run(data)
    for wrong in (tmp_path / "none.pmark", tmp_path / "text.pmark", tmp_path, Path("/a\0b")):
        error = refusal(lambda wrong=wrong: run.install(wanted(file, wrong)))
        assert error.why is Why.SCHEDULE_FILE_REFUSED
    assert system.heard == []
    assert files_below(system.folder.parent, data) == {}


def test_a_program_where_nothing_can_start_it_is_refused(system, data, file):
    scheduler = system.run(data)._scheduler
    run = DailyRun(scheduler, data, Program(("/a\nb",)), clock)
    assert refusal(lambda: run.install(wanted(file))).why is Why.SCHEDULE_PROGRAM_UNUSABLE
    assert system.heard == []


def test_no_files_and_too_many_are_refused(system, data):
    run = system.run(data)
    assert refusal(lambda: run.plan(wanted())).why is Why.SCHEDULE_NO_FILES
    many = [Path(f"/{number}.pmark") for number in range(201)]
    assert refusal(lambda: run.plan(wanted(*many))).why is Why.SCHEDULE_TOO_MANY_FILES
    assert len(run.plan(wanted(*many[1:])).files) == 200


# what goes wrong on the way


def break_down(system, answer):
    system.broken[CHANGES[kind_of(system)]] = answer


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (Answer(7, "? 失敗"), Why.SCHEDULE_TOOL_FAILED),
        (UserError(Why.SCHEDULE_TOOL_SLOW, tool="x", seconds=30), Why.SCHEDULE_TOOL_SLOW),
        (KeyboardInterrupt(), None),
    ],
)
def test_a_first_registration_that_fails_leaves_nothing(system, data, file, answer, why):
    break_down(system, answer)
    run = system.run(data)
    with pytest.raises(type(answer) if why is None else UserError) as refused:
        run.install(wanted(file))
    assert why is None or refused.value.why is why
    assert files_below(system.folder.parent, data) == {}


def test_a_replacement_that_fails_keeps_the_old_one_running(system, data, file, tmp_path):
    run, other = system.run(data), tmp_path / "other.pmark"
    other.write_bytes(file.read_bytes())
    run.install(wanted(file))
    before = files_below(system.folder.parent, data)
    calls = []

    def fails_once(command, answer=system.answer):
        if CHANGES[kind_of(system)] in command and len(calls) < 2 - (kind_of(system) != "windows"):
            calls.append(command)
            return Answer(1, "?")
        return answer(command)

    system.answer = fails_once
    error = refusal(lambda: run.install(wanted(other, at="12:00")))
    assert error.why is Why.SCHEDULE_TOOL_FAILED
    assert error.facts["code"] == 1
    assert files_below(system.folder.parent, data) == before
    standing = run.standing()
    assert standing.registered.is_active
    assert (standing.registered.at, standing.files) == (time(9), (file,))


@pytest.mark.parametrize("tool", ["systemctl", "launchctl", "schtasks"])
def test_a_missing_tool_has_its_own_sentence(system, data, file, tool):
    system.is_missing(tool)
    run = system.run(data)
    if {"systemctl": "systemd", "launchctl": "launchd", "schtasks": "windows"}[tool] != kind_of(
        system
    ):
        run.install(wanted(file))
        return
    error = refusal(lambda: run.install(wanted(file)))
    assert error.why in (Why.SCHEDULE_TOOL_MISSING, Why.SCHEDULE_NO_SESSION)
    assert files_below(system.folder.parent, data) == {}


closed_to_root = pytest.mark.skipif(
    os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere"
)


def block(folder):
    """Let nobody, root neither, make this folder: a file stands in its way."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("")


def test_a_data_folder_that_cannot_be_made_is_said(system, data, file):
    block(data)
    error = refusal(lambda: system.run(data).install(wanted(file)))
    assert error.why is Why.SCHEDULE_FOLDER_DENIED
    assert error.facts["folder"] == data
    assert not [heard for heard in system.heard if CHANGES[kind_of(system)] in heard]


@pytest.mark.parametrize("system", ["systemd", "launchd"], indirect=True)
def test_a_folder_of_the_scheduler_that_cannot_be_made_is_said(system, data, file):
    block(system.folder)
    error = refusal(lambda: system.run(data).install(wanted(file)))
    assert error.why is Why.SCHEDULE_FOLDER_DENIED
    assert error.facts["folder"] == system.folder
    assert files_below(data) == {}


@closed_to_root
@pytest.mark.parametrize("system", ["systemd", "launchd"], indirect=True)
def test_a_folder_without_permission_is_said(system, data, file):
    system.folder.mkdir(parents=True)
    system.folder.chmod(0o500)
    error = refusal(lambda: system.run(data).install(wanted(file)))
    system.folder.chmod(0o700)
    assert error.why is Why.SCHEDULE_FOLDER_DENIED


def test_a_removal_that_is_refused_keeps_the_list(system, data, file):
    run = system.run(data)
    run.install(wanted(file))
    for word in ("disable", "bootout", "/Delete"):
        system.broken[word] = Answer(1, "?")
    assert refusal(run.remove).why is Why.SCHEDULE_TOOL_FAILED
    system.broken.clear()
    assert run.standing().registered.is_active
    assert scheduled_files(data) == (file,)


# on this computer


def test_each_platform_gets_its_own_scheduler(monkeypatch, tmp_path):
    monkeypatch.setenv("USERDOMAIN", "会社")
    monkeypatch.setenv("USERNAME", "花子")
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "APPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    kinds = {}
    for platform in ("linux", "freebsd14", "darwin", "win32"):
        monkeypatch.setattr("sys.platform", platform)
        run = scheduling.daily_run_here(run=None)
        kinds[platform] = run.kind.value
        if platform == "linux":
            texts = run.plan(wanted(tmp_path / "a.pmark")).steps.files
    assert kinds == {
        "linux": "systemd", "freebsd14": "systemd", "darwin": "launchd", "win32": "task_scheduler",
    }  # fmt: skip
    assert {path.parent for path in texts} == {tmp_path / "XDG_CONFIG_HOME" / "systemd" / "user"}
    assert any(f'Environment="XDG_DATA_HOME={tmp_path}' in text for text in texts.values())


def test_the_list_is_read_from_the_data_folder_by_itself(monkeypatch, tmp_path, system, file):
    monkeypatch.setattr(scheduling, "data_folder", lambda: tmp_path / "own")
    with pytest.raises(StorageError):
        scheduled_files()
    system.run(tmp_path / "own").install(wanted(file))
    assert scheduled_files() == (file,)
