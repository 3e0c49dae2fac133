"""Units of systemd: against a model of its quoting, and against systemd itself where it is."""

import os
import re
import shutil
import subprocess
from datetime import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pmark_desktop.exchange.schedules.entry import Entry, Program
from pmark_desktop.exchange.schedules.systemd import (
    SERVICE,
    TIMER,
    quoted,
    read_properties,
    read_time,
    unit_files,
)
from pmark_desktop.words import Language

ANALYZE = shutil.which("systemd-analyze")
needs_systemd = pytest.mark.skipif(ANALYZE is None, reason="systemd-analyze is not here")
NASTY = [
    "/a b", "/100%", "/%h/%n", "/%%", "/$HOME/${HOME}", "/日本語 のフォルダ", "/o'brien", '/"q"',
    "/back\\slash", "/a;b", "/ ; ", "/a\\;b", "/#x", "/x y\\", "/~", "/\\x41", "/é\u3000x", "/&'\"%",
]  # fmt: skip
WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


def command_line(text):
    """Return the words of a command line, as systemd.service(5) and systemd.unit(5) say."""
    words, escapes = [], {"n": "\n", "t": "\t", "s": " ", "\\": "\\", '"': '"'}
    for found in re.finditer(r'"((?:[^"\\]|\\.)*)"(?: |$)', text):
        plain = re.sub(
            r"(?:\\x([0-9a-f]{2}))+|\\(.)",
            lambda one: (
                bytes.fromhex(one[0].replace("\\x", "")).decode("utf-8", "surrogateescape")
                if one[1]
                else escapes[one[2]]
            ),
            found[1],
        )
        assert not re.search(r"(?<!%)(%%)*%(?!%)", plain), "a specifier"
        words.append(plain.replace("%%", "%"))
    return words


@given(WORDS)
@example("\udc8e\udc9f")
def test_quoting_is_undone_by_systemd_as_its_manual_says(word):
    line = quoted(word)
    assert command_line(f"{line} {line}") == [word, word]
    assert "\n" not in line


def entry(*words, folder="", **given):
    return Entry(Program(words or ("/bin/true",), folder), time(9, 5), **given)


def line_of(unit, name):
    (found,) = [line for line in unit.splitlines() if line.startswith(f"{name}=")]
    return found.partition("=")[2]


def test_the_timer_is_daily_and_makes_up_for_what_was_missed():
    timer = unit_files(entry(), {})[TIMER]
    assert line_of(timer, "OnCalendar") == "*-*-* 09:05:00"
    assert line_of(timer, "Persistent") == "true"
    assert read_time(timer) == time(9, 5)


def test_the_service_runs_remind_and_knows_its_exit_codes():
    service = unit_files(entry(language=Language.EN), {"XDG_DATA_HOME": "/d %"})[SERVICE]
    assert command_line(line_of(service, "ExecStart").removeprefix(":")) == [
        "/bin/true", "remind", "--scheduled", "--notify", "--lang", "en",
    ]  # fmt: skip
    assert line_of(service, "Environment") == '"XDG_DATA_HOME=/d %%"'
    assert line_of(service, "SuccessExitStatus").split() == ["10", "11", "20", "21"]


@pytest.mark.parametrize("text", ["", "OnCalendar=weekly", "OnCalendar=*-*-* 99:99:00", "\ufffd"])
def test_a_timer_of_somebody_else_has_no_time(text):
    assert read_time(text) is None


def test_properties_may_hold_an_equals_sign():
    assert read_properties("A=1\n\nB=x=y\nnoise") == {"A": "1", "B": "x=y"}


# the real tool


@pytest.fixture
def verified(tmp_path):
    """Return what `systemd-analyze verify` says of units."""

    def verify(units):
        for name, text in units.items():
            (tmp_path / name).write_text(text, encoding="utf-8")
        done = subprocess.run(
            [ANALYZE, "--user", "verify", *(str(tmp_path / name) for name in units)],
            env={**os.environ, "XDG_RUNTIME_DIR": str(tmp_path), "LC_ALL": "C.UTF-8"},
            capture_output=True, encoding="utf-8", check=False, timeout=60,
        )  # fmt: skip
        return done.returncode, done.stderr

    return verify


@needs_systemd
@pytest.mark.parametrize("path", NASTY)
def test_systemd_itself_accepts_the_units_wherever_the_program_lies(verified, tmp_path, path):
    program = tmp_path / f"{path[1:].replace('/', '_')} x"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    here = entry(str(program), "-m", path, folder=f"{tmp_path}")
    assert verified(unit_files(here, {"XDG_DATA_HOME": path})) == (0, "")


@needs_systemd
@pytest.mark.parametrize("path", ["/a b ", "/100% $HOME", '/o\'brien "q"', "/back\\"])
def test_systemd_itself_accepts_any_folder_to_start_in(verified, tmp_path, path):
    assert verified(unit_files(entry(folder=f"{tmp_path}{path}"), {})) == (0, "")


@needs_systemd
def test_systemd_itself_reads_every_word_as_it_was(verified):
    """It names an executable that it refuses, or does not find, as it has understood it."""
    units = {
        f"{number}.service": f"[Service]\nType=oneshot\nExecStart=:{quoted(f'/none{word}')}\n"
        for number, word in enumerate(NASTY)
    }
    _, said = verified(units)
    for word in NASTY:
        assert re.search(
            rf"(?:special characters: |Command ){re.escape(f'/none{word}')}(?:\n| is not)", said
        ), (word, said)


@needs_systemd
def test_systemd_itself_finds_fault_with_a_unit_that_is_wrong(verified):
    units = unit_files(entry(), {})
    broken = units[TIMER].replace("*-*-*", "everyday")
    assert "everyday" in verified({**units, TIMER: broken})[1]
