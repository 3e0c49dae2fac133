"""Notifications: the commands as tables, and a real process where one can be put on PATH."""

import base64
import os
import re
import sys

import pytest

from pmark_desktop.exchange.notification import notification_command, notify

TITLE, TEXT = "Pマーク更新デスク", "超過 2件・7日以内 3件\nお知らせ 12件(ファイル 3件)"
HOSTILE = "'); Remove-Item x; ('\"$(id)`id`<&>\nend run"


def script_of(command):
    return base64.b64decode(command[command.index("-EncodedCommand") + 1]).decode("utf-16-le")


@pytest.mark.parametrize(
    ("platform", "program", "ends"),
    [
        ("linux", "notify-send", ["--", TITLE, TEXT]),
        ("freebsd14", "notify-send", ["--", TITLE, TEXT]),
        ("darwin", "osascript", [TITLE, TEXT]),
    ],
)
def test_title_and_text_are_arguments_of_their_own(platform, program, ends):
    command = notification_command(TITLE, TEXT, platform)
    assert command[0] == program
    assert command[-len(ends) :] == ends


def test_windows_gets_an_encoded_script_with_a_toast():
    command = notification_command(TITLE, TEXT, "win32")
    assert command[0] == "powershell.exe"
    assert {"-NoProfile", "-NonInteractive"} <= set(command)
    script = script_of(command)
    for words in (TITLE, *TEXT.splitlines()):
        assert f"<text>{words}</text>" in script
    assert "ToastNotificationManager" in script
    assert sum(map(len, command)) < 8191, "as long as a command line of Windows may be"


def test_what_quotes_and_markup_do_elsewhere_they_do_not_do_here():
    script = script_of(notification_command(HOSTILE, HOSTILE, "win32"))
    (inside,) = re.findall(r"LoadXml\('((?:[^']|'')*)'\)", script)
    assert "&lt;&amp;&gt;" in inside
    for platform in ("linux", "darwin"):
        command = notification_command(HOSTILE, HOSTILE, platform)
        assert command[-2:] == [HOSTILE, HOSTILE]
        assert HOSTILE not in "".join(command[:-2])


@pytest.fixture
def bin_folder(tmp_path, monkeypatch):
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


needs_linux = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="notify-send")


def fake(folder, script):
    program = folder / "notify-send"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)


@needs_linux
def test_the_program_gets_what_is_to_be_shown(bin_folder, tmp_path):
    fake(bin_folder, f'for one in "$@"; do echo "[$one]"; done > {tmp_path}/said')
    assert notify("-題", HOSTILE) is None
    said = (tmp_path / "said").read_text()
    assert said.endswith(f"[--]\n[-題]\n[{HOSTILE}]\n")


@needs_linux
@pytest.mark.parametrize("script", [None, "exit 3"])
def test_a_program_that_is_not_there_or_fails_is_named(bin_folder, script):
    if script:
        fake(bin_folder, script)
    assert notify(TITLE, TEXT) == "notify-send"


@needs_linux
def test_a_file_that_is_no_program_is_named(bin_folder):
    (bin_folder / "notify-send").write_bytes(os.urandom(64))
    (bin_folder / "notify-send").chmod(0o755)
    assert notify(TITLE, TEXT) == "notify-send"
