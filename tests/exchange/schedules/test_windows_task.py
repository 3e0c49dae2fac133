"""The Windows task, by what MS-TSCH 2.5 says of order and values; no XSD is copied here."""

import xml.etree.ElementTree as ET
from datetime import date, time

import pytest

from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.exchange.schedules.entry import Entry, Program, Registered
from pmark_desktop.exchange.schedules.windows_task import (
    NAMESPACE,
    is_listed,
    read_next_run,
    read_task,
    task_file,
)

START = date(2026, 11, 24)
USER = "会社\\花子 & Co"
COMMAND = r"C:\案件 A&B\O'Brien <1> 100%\pmark-desktopw.exe"

# Elements that stand in a fixed order (xs:sequence); elsewhere (xs:all) each may come once.
SEQUENCES = {
    "CalendarTrigger": ["Repetition", "StartBoundary", "EndBoundary", "ExecutionTimeLimit",
                        "Enabled", "RandomDelay", "ScheduleByDay"],
    "LogonTrigger": ["Repetition", "StartBoundary", "EndBoundary", "ExecutionTimeLimit",
                     "Enabled", "UserId", "Delay"],
    "ScheduleByDay": ["DaysInterval"],
}  # fmt: skip
ONCE_EACH = {
    "Task": {"RegistrationInfo", "Triggers", "Settings", "Data", "Principals", "Actions"},
    "RegistrationInfo": {"URI", "SecurityDescriptor", "Source", "Date", "Author", "Version",
                         "Description", "Documentation"},
    "Principals": {"Principal"},
    "Principal": {"UserId", "LogonType", "GroupId", "DisplayName", "RunLevel"},
    "Settings": {"AllowStartOnDemand", "RestartOnFailure", "MultipleInstancesPolicy",
                 "DisallowStartIfOnBatteries", "StopIfGoingOnBatteries", "AllowHardTerminate",
                 "StartWhenAvailable", "NetworkProfileName", "RunOnlyIfNetworkAvailable",
                 "WakeToRun", "Enabled", "Hidden", "DeleteExpiredTaskAfter", "IdleSettings",
                 "NetworkSettings", "ExecutionTimeLimit", "Priority", "RunOnlyIfIdle"},
    "Triggers": {"CalendarTrigger", "LogonTrigger"},
    "Actions": {"Exec"},
    "Exec": {"Command", "Arguments", "WorkingDirectory"},
}  # fmt: skip
SETTINGS = {
    "StartWhenAvailable": "true", "DisallowStartIfOnBatteries": "false",
    "StopIfGoingOnBatteries": "false", "MultipleInstancesPolicy": "IgnoreNew",
    "ExecutionTimeLimit": "PT10M", "Hidden": "false", "Enabled": "true", "WakeToRun": "false",
    "RunOnlyIfNetworkAvailable": "false",
}  # fmt: skip


def made(**given):
    entry = Entry(Program((COMMAND,), given.pop("folder", "")), time(9, 5))
    return task_file(entry, START, **given)


def tree(content):
    return ET.fromstring(content)


def inside(root, path):
    return root.findtext("/".join(f"{{{NAMESPACE}}}{part}" for part in path.split("/")))


def name_of(element):
    space, _, name = element.tag.removeprefix("{").partition("}")
    assert space == NAMESPACE
    return name


def check_order(element):
    parent, names = name_of(element), [name_of(child) for child in element]
    if parent in SEQUENCES:
        order = SEQUENCES[parent]
        assert names == sorted(names, key=order.index), parent
    elif names:
        assert set(names) <= ONCE_EACH[parent], parent
    assert len(names) == len(set(names)), parent
    for child in element:
        check_order(child)


@pytest.mark.parametrize("at_logon", [False, True])
@pytest.mark.parametrize("user", ["", USER])
@pytest.mark.parametrize("folder", ["", r"D:\仕事 & 書類"])
def test_every_element_stands_where_the_schema_wants_it(at_logon, user, folder):
    content = made(user=user, at_logon=at_logon, folder=folder)
    check_order(tree(content))
    assert ("LogonTrigger" in content.decode("utf-16")) == (at_logon and bool(user))


def test_the_file_is_in_the_encoding_that_it_declares():
    content = made()
    assert content.startswith(b"\xff\xfe")
    text = content.decode("utf-16")
    assert text.startswith('<?xml version="1.0" encoding="UTF-16"?>\r\n')
    assert "\n" not in text.replace("\r\n", "")


def test_it_runs_daily_also_on_battery_and_after_a_missed_time():
    root = tree(made())
    assert root.get("version") == "1.2"
    assert inside(root, "Triggers/CalendarTrigger/StartBoundary") == "2026-11-24T09:05:00"
    assert inside(root, "Triggers/CalendarTrigger/ScheduleByDay/DaysInterval") == "1"
    assert {name_of(one): one.text for one in root.find(f"{{{NAMESPACE}}}Settings")} == SETTINGS


def test_it_runs_as_the_person_without_more_rights():
    root = tree(made(user=USER, at_logon=True))
    assert inside(root, "Principals/Principal/LogonType") == "InteractiveToken"
    assert inside(root, "Principals/Principal/RunLevel") == "LeastPrivilege"
    assert inside(root, "Principals/Principal/UserId") == USER
    assert inside(root, "Triggers/LogonTrigger/UserId") == USER


def test_the_program_is_named_as_it_is():
    root = tree(made(folder=r"\\server\共有 1"))
    assert inside(root, "Actions/Exec/Command") == COMMAND
    assert inside(root, "Actions/Exec/Arguments") == "remind --scheduled --notify"
    assert inside(root, "Actions/Exec/WorkingDirectory") == r"\\server\共有 1"


@pytest.mark.parametrize("path", [r"C:\%TEMP%\x.exe", r"C:\100%a%\x.exe", r"C:\$(Arg0)\x.exe"])
def test_a_path_that_windows_would_change_is_refused(path):
    for program in (Program((path,)), Program(("C:\\x.exe",), path)):
        with pytest.raises(UserError) as refused:
            task_file(Entry(program, time(9)), START)
        assert refused.value.why is Why.SCHEDULE_PROGRAM_UNUSABLE


# read back


def test_a_task_is_read_back():
    printed = "\r\n" + made(user=USER, at_logon=True).decode("utf-16")
    assert read_task(printed) == Registered(time(9, 5), is_active=True)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("    <Enabled>true</Enabled>\r\n    <Hidden>", "    <Enabled>false</Enabled><Hidden>"),
        ("</StartBoundary>\r\n      <Enabled>true", "</StartBoundary>\r\n      <Enabled>false"),
    ],
)
def test_a_task_that_was_switched_off_is_not_active(old, new):
    text = made().decode("utf-16")
    assert old in text
    assert read_task(text.replace(old, new)) == Registered(time(9, 5), is_active=False)


@pytest.mark.parametrize(
    "text",
    ["", "<Task ", "<x/>", '<!DOCTYPE a [<!ENTITY b "c">]><Task xmlns="x">&b;</Task>',
     f'<Task xmlns="{NAMESPACE}"/>', f'<Task xmlns="{NAMESPACE}"><Triggers/></Task>', "\0" * 9],
)  # fmt: skip
def test_what_is_no_task_of_ours_is_there_but_not_active(text):
    assert read_task(text) == Registered(None, is_active=False)


@pytest.mark.parametrize(
    ("listing", "when"),
    [
        ('"\\x","2026/11/25 9:05:00","準備完了"\r\n', "2026/11/25 9:05:00"),
        ('"\\x","N/A","Ready"\r\n"\\x","11/25/2026 9:05:00 AM","Ready"\r\n', "11/25/2026 9:05:00 AM"),
        ('"\\x","なし","無効"\r\n', ""), ("", ""), ('"\\x"', ""),
    ],
)  # fmt: skip
def test_the_next_run_is_read_in_the_words_of_windows(listing, when):
    assert read_next_run(listing) == when


def test_a_task_is_looked_for_by_its_whole_name():
    listing = '"\\pmark-desktop-remind-1","N/A","Ready"\r\n"\\OTHER","N/A","Ready"\r\n'
    assert is_listed("other", listing)
    assert not is_listed("pmark-desktop-remind", listing)
