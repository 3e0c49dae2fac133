"""A disk without room: what was acknowledged stays, and work goes on when there is room again."""

import os
import random
import shutil
import subprocess
import sys

import pytest

from pmark_desktop.domain.errors import StorageError, Why
from pmark_desktop.workspace.checking import check
from pmark_desktop.workspace.proofs import attach_file
from tests.workspace.builders import TODAY, new_workspace, opened, put


@pytest.fixture
def small(tmp_path):
    """Return a folder of 2 MB."""
    folder = tmp_path / "small"
    folder.mkdir()
    if sys.platform != "linux" or os.geteuid() != 0 or not shutil.which("mount"):
        pytest.skip("only root on Linux may mount a small disk")
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)],
        capture_output=True,
        check=False,
    )
    if made.returncode:
        pytest.skip("mounting is not allowed here")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(folder, leave=0):
    """Take all room of a disk but `leave` bytes, and return the file that holds it."""
    ballast = folder / "ballast"
    with ballast.open("wb", buffering=0) as file:
        while True:
            try:
                file.write(bytes(4096))
            except OSError:
                break
        file.truncate(max(0, file.tell() - leave))
    return ballast


def test_edits_go_on_until_the_disk_is_full_and_after_it_has_room(template, small):
    file = shutil.copy(template, small / "a.pmark")
    chance = random.Random(1)
    with opened(file) as workspace:
        ballast = fill(small, leave=200_000)
        said, kept = 0, ""
        while True:
            text = chance.randbytes(5_000).hex()
            try:
                put(workspace, "CERT-12", note=text)
            except StorageError as refused:
                assert refused.why is Why.DISK_FULL
                break
            said, kept = said + 1, text
        assert said > 1
        assert workspace.content.task("CERT-12").note == kept
        assert workspace.log(last=1)[0].new == kept
        assert check(workspace) == []
        ballast.unlink()
        put(workspace, "CERT-12", note="it goes on")
    with opened(file) as workspace:
        assert workspace.log(last=1)[0].operation == said + 2
        assert check(workspace) == []
    assert os.listdir(small) == [file.name]


def test_evidence_that_does_not_fit_leaves_nothing_of_itself(template, small, tmp_path):
    file = shutil.copy(template, small / "a.pmark")
    proof = tmp_path / "big.bin"
    proof.write_bytes(random.Random(1).randbytes(3_000_000))
    with opened(file) as workspace:
        with pytest.raises(StorageError) as refused:
            attach_file(workspace, "CERT-12", proof, TODAY)
        assert refused.value.why is Why.DISK_FULL
        assert workspace.evidence() == []
        assert check(workspace) == []
        put(workspace, "CERT-12", note="x")


def test_a_workspace_that_does_not_fit_is_not_created(small):
    ballast = fill(small, leave=20_000)
    with pytest.raises(StorageError) as refused:
        new_workspace(small / "a.pmark")
    assert refused.value.why is Why.DISK_FULL
    assert os.listdir(small) == [ballast.name]


def test_a_full_disk_is_named_when_there_is_no_room_for_the_lock(template, small):
    file = shutil.copy(template, small / "a.pmark")
    ballast = fill(small)
    with pytest.raises(StorageError) as refused:
        opened(file)
    assert refused.value.why is Why.DISK_FULL
    with opened(file, to_write=False) as workspace:
        assert workspace.content.tasks
    ballast.unlink()
    assert os.listdir(small) == [file.name]


def test_a_copy_that_does_not_fit_is_explained(template, small, tmp_path):
    file = shutil.copy(template, tmp_path / "a.pmark")
    fill(small, leave=8_000)
    with opened(file) as workspace, pytest.raises(StorageError) as refused:
        workspace.database.copy_to(small / "copy.pmark")
    assert refused.value.why is Why.DISK_FULL
