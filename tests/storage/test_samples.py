"""A file of every schema that was ever released still opens, and still says the same."""

import shutil
import sqlite3
from datetime import date
from pathlib import Path

import pytest

from pmark_desktop.domain.task import Result, State
from pmark_desktop.storage.schemas import SCHEMA
from pmark_desktop.storage.tables import TABLES
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


def test_the_newest_sample_has_something_in_every_table(tmp_path):
    path = shutil.copy(SAMPLES / f"v{SCHEMA}.pmark", tmp_path / "new.pmark")
    link = sqlite3.connect(path)
    empty = [name for name in TABLES if not link.execute(f"SELECT 1 FROM {name}").fetchone()]
    link.close()
    assert empty == []


def test_a_sample_of_this_schema_can_be_made(tmp_path):
    make(tmp_path / "new.pmark")
    with opened(tmp_path / "new.pmark") as workspace:
        assert check(workspace) == []


def test_an_old_file_is_read_without_a_change(sample):
    before = Path(sample).read_bytes()
    with opened(sample, to_write=False) as workspace:
        assert workspace.content.cycle.window_answered_on is None
        assert workspace.content.task("CERT-12").pinned
        assert check(workspace) == []
    assert Path(sample).read_bytes() == before


def test_an_upgraded_file_is_like_a_fresh_one(tmp_path):
    old = shutil.copy(SAMPLES / "v1.pmark", tmp_path / "old.pmark")
    with opened(old):
        pass
    make(tmp_path / "new.pmark")
    found = []
    for name in ("old.pmark", "new.pmark"):
        link = sqlite3.connect(tmp_path / name)
        found.append({
            (kind, name, " ".join((sql or "").split()))
            for kind, name, sql in link.execute("SELECT type, name, sql FROM sqlite_schema")
        })  # fmt: skip
        link.close()
    assert found[0] == found[1]
