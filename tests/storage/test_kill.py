"""kill -9, for real: what was acknowledged is there, and nothing is half done."""

import os
import random
import shutil
import signal
import sys
import time
from contextlib import ExitStack

import pytest

from pmark_desktop.domain.errors import StorageError
from pmark_desktop.workspace.checking import check
from tests.storage.processes import die, go, process
from tests.workspace.builders import opened, put

ROUNDS = 32
AHEAD = 3


def killed(act, paths, seconds):
    """Yield each path and the last number acknowledged on it; processes start ahead of time."""
    chance = random.Random(act)
    with ExitStack() as stack:
        started = []
        for place, path in enumerate(paths):
            started += [
                stack.enter_context(process(act, ahead))
                for ahead in paths[len(started) : place + AHEAD]
            ]
            go(started[place])
            time.sleep(chance.uniform(0, seconds))
            yield path, die(started[place])


def copies(template, folder, count):
    """Return workspaces, each in a folder of its own."""
    paths = [folder / str(number) / "a.pmark" for number in range(count)]
    for path in paths:
        path.parent.mkdir()
        shutil.copy(template, path)
    return paths


def test_a_kill_during_edits_loses_nothing_acknowledged(template, tmp_path):
    reached = 0
    for path, last in killed("edit", copies(template, tmp_path, ROUNDS), 0.08):
        with opened(path) as workspace:
            assert not workspace.is_read_only, "the lock of a dead process is taken over"
            operations = workspace.log(last=1)[0].operation - 1  # the first one created it
            assert operations in (last, last + 1)
            number = operations and operations - (operations % 5 == 0)
            assert workspace.content.task("CERT-12").note == (str(number) if number else "")
            assert check(workspace) == []
            put(workspace, "CERT-12", note="it goes on")
        assert os.listdir(path.parent) == [path.name]
        reached += last
    assert reached > ROUNDS  # it was killed at work, not before


def test_one_file_survives_a_kill_after_the_other(template, tmp_path):
    (path,) = copies(template, tmp_path, 1)
    before = 1
    for _ in range(4):
        with process("edit", path) as child:
            go(child)
            time.sleep(0.03)
            last = die(child)
        with opened(path) as workspace:
            after = workspace.log(last=1)[0].operation
            assert after - before in (last, last + 1)
            assert check(workspace) == []
        before = after


def test_a_kill_during_attaching_leaves_whole_evidence_or_none(template, tmp_path):
    paths = copies(template, tmp_path, 10)
    proofs = tmp_path / "proofs"
    proofs.mkdir()
    for number in range(1, 200):
        (proofs / str(number)).write_bytes(random.Random(number).randbytes(3000 * number))
    for path in paths:
        (path.parent / "proofs").symlink_to(proofs)
    for path, last in killed("attach", paths, 0.1):
        with opened(path) as workspace:
            numbers = [one.number for one in workspace.evidence()]
            assert numbers in ([*range(1, last + 1)], [*range(1, last + 2)])
            assert workspace.content.task("CERT-12").evidence == tuple(numbers)
            assert check(workspace) == []
            with workspace.database.reading() as link:
                kept = link.execute("SELECT count(*) FROM content").fetchone()[0]
            assert kept == len(numbers)


def test_a_kill_during_creation_leaves_a_whole_file_or_none(tmp_path):
    paths = [tmp_path / str(number) / "x" for number in range(10)]
    for path in paths:
        path.parent.mkdir()
    for path, last in killed("create", paths, 0.1):
        found = sorted(path.parent.glob("[0-9]*.pmark"), key=lambda one: int(one.stem))
        assert len(found) in (last, last + 1)
        for one in found:
            with opened(one) as workspace:
                assert check(workspace) == []


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on the size of files")
@pytest.mark.parametrize("pages", [0, 1, 2, 4, 8, 12])
def test_a_death_in_the_midst_of_a_commit_takes_all_of_it_back(file, pages):
    """SQLite writes pages in their order: those before the limit were new, the rest not."""
    with opened(file, to_write=False) as workspace:
        before = workspace.content, workspace.log()
    page = int.from_bytes(file.read_bytes()[16:18], "big")
    with process("limited", file) as child:
        go(child, file.stat().st_size + pages * page)
        assert child.stdout.readline() == "", "it died before it had anything to acknowledge"
        assert child.wait() == -signal.SIGXFSZ
    assert os.path.getsize(f"{file}-journal"), "and it died with the journal in use"
    with opened(file) as workspace:
        assert (workspace.content, workspace.log()) == before
        assert check(workspace) == []
        put(workspace, "CERT-12", note="it goes on")
    assert os.listdir(file.parent) == [file.name]


def test_a_kill_between_two_names_leaves_a_file_that_opens(tmp_path):
    path = tmp_path / "a.pmark"
    with process("half", path) as child:
        go(child)
        child.wait()
    with opened(path) as workspace:
        assert not workspace.is_read_only
        put(workspace, "CERT-12", note="x")
    assert os.listdir(tmp_path) == [path.name]


def test_a_second_name_that_somebody_gave_is_still_refused(file, tmp_path):
    os.link(file, tmp_path / ".mine.part.pmark")
    with pytest.raises(StorageError):
        opened(file)
