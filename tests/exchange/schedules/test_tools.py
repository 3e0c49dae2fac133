"""Tools as they are: a real process, its output, and what can be wrong with it."""

import os
import sys

import pytest

from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.exchange.schedules import tools
from pmark_desktop.exchange.schedules.tools import Answer, decoded, run_tool

posix_only = pytest.mark.skipif(os.name == "nt", reason="tools are found by SYSTEMROOT there")


@pytest.fixture
def tool(tmp_path, monkeypatch):
    """Put a tool of any content into the way that tools are looked for."""

    def make(text, mode=0o755):
        place = tmp_path / "tool"
        place.write_text(text)
        place.chmod(mode)
        return "tool"

    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    return make


@posix_only
def test_both_outputs_and_the_exit_code_are_heard(tool):
    name = tool('#!/bin/sh\nprintf "%s|" "$@"\necho 誤り >&2\nexit 3\n')
    assert run_tool([name, "a b", "$HOME;`id`", "*"]) == Answer(3, "a b|$HOME;`id`|*|誤り\n")


@posix_only
def test_a_tool_that_does_not_end_is_given_up(tool, monkeypatch):
    monkeypatch.setattr(tools, "SECONDS", 0.05)
    with pytest.raises(UserError) as refused:
        run_tool([tool("#!/bin/sh\nexec sleep 60\n")])
    assert refused.value.why is Why.SCHEDULE_TOOL_SLOW


@pytest.mark.parametrize("name", ["no-such-tool-anywhere", "", "/no/such"])
def test_a_tool_that_is_not_there_is_said(name):
    with pytest.raises(UserError) as refused:
        run_tool([name])
    assert refused.value.why is Why.SCHEDULE_TOOL_MISSING


@posix_only
def test_a_tool_that_cannot_be_run_is_said(tool):
    with pytest.raises(UserError) as refused:
        run_tool([tool("#!/no/such/interpreter\n")])
    assert refused.value.why is Why.SCHEDULE_TOOL_MISSING


def test_a_tool_of_windows_is_never_taken_from_the_present_folder(monkeypatch, tmp_path):
    (tmp_path / "System32").mkdir()
    (tmp_path / "schtasks.exe").touch()
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("SYSTEMROOT", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert tools._place("schtasks") is None
    (tmp_path / "System32" / "schtasks.exe").touch()
    assert tools._place("schtasks") == str(tmp_path / "System32" / "schtasks.exe")


@pytest.mark.parametrize(
    ("output", "text"),
    [
        (b"", ""), ("時刻".encode(), "時刻"), ("時刻".encode("cp932"), "時刻"),
        ("時刻".encode("utf-16"), "時刻"), ("<Task時刻".encode("utf-16-le"), "<Task時刻"),
        ("時刻".encode("utf-8-sig"), "時刻"),
    ],
)  # fmt: skip
def test_what_a_tool_says_is_read_in_its_encoding(output, text):
    assert decoded(output) == text


@pytest.mark.parametrize("output", [b"\xff", b"\x80\xfd\xff", b"\xff\xfe\x00", b"a\0b", b"\0"])
def test_what_is_in_no_encoding_is_read_all_the_same(output):
    assert isinstance(decoded(output), str)
