from pathlib import PurePosixPath as Posix
from pathlib import PureWindowsPath as Windows

import pytest

from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.exchange.schedules.entry import Program, refuse_unusable
from pmark_desktop.exchange.schedules.program import find_program, program_here

VENV = r"C:\案件 A\.venv\Scripts"
SITE = r"C:\Python\Lib\site-packages\pmark_desktop"


@pytest.mark.parametrize(
    ("python", "package", "files", "words", "folder"),
    [
        # installed: the script beside Python, or below it
        (Windows(r"C:\v\Scripts\python.exe"), Windows(SITE),
         [r"C:\v\Scripts\pmark-desktopw.exe", r"C:\v\Scripts\pythonw.exe"],
         [r"C:\v\Scripts\pmark-desktopw.exe"], ""),
        (Windows(r"C:\Python\python.exe"), Windows(SITE),
         [r"C:\Python\Scripts\pmark-desktopw.exe"], [r"C:\Python\Scripts\pmark-desktopw.exe"], ""),
        (Posix("/v/bin/python"), Posix("/v/lib/site-packages/pmark_desktop"),
         ["/v/bin/pmark-desktop"], ["/v/bin/pmark-desktop"], ""),
        # the script is elsewhere: by module
        (Windows(r"C:\Python\python.exe"), Windows(SITE), [r"C:\Python\pythonw.exe"],
         [r"C:\Python\pythonw.exe", "-m", "pmark_desktop"], ""),
        (Posix("/usr/bin/python3"), Posix("/home/a/.local/lib/pmark_desktop"), [],
         ["/usr/bin/python3", "-m", "pmark_desktop"], ""),
        # a checkout: in its folder, whatever script lies about
        (Windows(VENV + r"\python.exe"), Windows(r"C:\案件 A\pmark_desktop"),
         [r"C:\案件 A\start.py", VENV + r"\pythonw.exe", VENV + r"\pmark-desktopw.exe"],
         [VENV + r"\pythonw.exe", "-m", "pmark_desktop"], r"C:\案件 A"),
        (Windows(VENV + r"\python.exe"), Windows(r"C:\案件 A\pmark_desktop"),
         [r"C:\案件 A\start.py"], [VENV + r"\python.exe", "-m", "pmark_desktop"], r"C:\案件 A"),
        (Posix("/w/.venv/bin/python"), Posix("/w/pmark_desktop"),
         ["/w/start.py", "/w/.venv/bin/pmark-desktop"],
         ["/w/.venv/bin/python", "-m", "pmark_desktop"], "/w"),
    ],
)  # fmt: skip
def test_the_program_is_found(python, package, files, words, folder):
    there = {type(python)(file) for file in files}
    windows = isinstance(python, Windows)
    found = find_program(python, package, windows=windows, exists=there.__contains__)
    assert found == Program(tuple(words), folder)


def test_what_runs_now_can_be_started_again():
    found = program_here()
    assert found.words[0].startswith("/") or found.words[0][1] == ":"
    refuse_unusable(found)


@pytest.mark.parametrize(
    "program",
    [
        Program(()), Program(("",)), Program(("/a\nExecStartPre=/bin/rm",)), Program(("/a", "\0")),
        Program(("/a",), "/b\r"), Program(("/\udc8e",)), Program(("/a\uffff",)), Program(("/a\x85",)),
    ],
)  # fmt: skip
def test_a_program_that_no_scheduler_can_hold_is_refused(program):
    with pytest.raises(UserError) as refused:
        refuse_unusable(program)
    assert refused.value.why is Why.SCHEDULE_PROGRAM_UNUSABLE
    str(refused.value.facts["program"]).encode("utf-8")
