"""A file of every schema that was ever released still opens, and still says the same."""

import shutil
from datetime import date

import pytest

from pmark_desktop.domain.task import Result, State
from pmark_desktop.storage.tables import SCHEMA
from pmark_desktop.workspace.checking import check
from pmark_desktop.workspace.proofs import evidence_bytes
from tests.storage.make_sample import SAMPLES, make
from tests.workspace.builders import opened, put


@pytest.fixture(params=range(1, SCHEMA + 1), ids="v{}".format)
def sample(request, tmp_path):
    """Return a copy of the sample of a schema."""
    return shutil.copy(SAMPLES / f"v{request.param}.pmark", tmp_path / "old.pmark")


def test_an_old_file_opens_and_is_sound(sample):
    with opened(sample) as workspace:
        assert not workspace.is_read_only
        assert check(workspace) == []
        put(workspace, "CERT-14", note="x")
    with opened(sample) as workspace:
        assert check(workspace) == []


def test_an_old_file_says_what_it_said(sample):
    with opened(sample) as workspace:
        content = workspace.content
        assert content.organisation.name == "株式会社サンプル"
        assert content.organisation.number == "12345678(02)"
        assert content.cycle.expires == date(2028, 4, 30)
        assert content.cycle.created_on == date(2026, 11, 23)
        audit = content.task("AUD-16@1")
        assert (audit.state, audit.result, audit.done_on, audit.evidence) == (
            State.DONE, Result.CONFORMS, date(2026, 5, 28), (1,),
        )  # fmt: skip
        assert content.task("CERT-12").pinned
        assert content.task("CERT-12").note == "=備考"
        assert content.task("ORG-01").reason == "該当なし"
        assert content.task("ORG-03@e1").event_name == "本店移転"
        report, address, paper = workspace.evidence()
        assert b"".join(evidence_bytes(workspace, report)) == "監査報告書\n".encode()
        assert address.place == "https://example.jp/"
        assert (paper.retired, paper.retired_reason) == (True, "古い版")
        assert {entry.act for entry in workspace.log()} >= {"create", "undo", "redo", "cycle"}


def test_the_newest_sample_is_of_the_newest_schema(tmp_path):
    """Where this fails, the tables changed: give them a new number and a step that leads there."""
    make(tmp_path / "new.pmark")
    with (
        opened(tmp_path / "new.pmark", to_write=False) as new,
        opened(SAMPLES / f"v{SCHEMA}.pmark", to_write=False) as kept,
    ):
        assert kept.content == new.content
        assert [entry.hash for entry in kept.log()] == [entry.hash for entry in new.log()]
