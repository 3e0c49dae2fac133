"""Evidence handed out again."""

import pytest

from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.workspace import proofs
from pmark_desktop.workspace.opening import copy_for_opening
from tests.workspace.builders import TODAY


@pytest.fixture
def attached(workspace, tmp_path):
    """Return the number of a file with a telling name."""
    file = tmp_path / "山田太郎_退職届.PDF"
    file.write_bytes(b"%PDF-1.7")
    proofs.attach_file(workspace, "CERT-12", file, TODAY)
    return workspace.evidence()[-1].number


def test_a_copy_has_the_content_and_tells_no_name(workspace, attached, tmp_path):
    path = copy_for_opening(workspace, attached, tmp_path)
    assert path == tmp_path / f"E-{attached:04d}.pdf"
    assert path.read_bytes() == b"%PDF-1.7"


def test_the_retired_can_still_be_looked_at(workspace, attached, tmp_path):
    proofs.retire_evidence(workspace, attached, "差し替え")
    assert copy_for_opening(workspace, attached, tmp_path).exists()


def test_an_unknown_number_is_refused(workspace, tmp_path):
    with pytest.raises(UserError) as told:
        copy_for_opening(workspace, 99, tmp_path)
    assert told.value.why is Why.EVIDENCE_UNKNOWN


def test_what_is_no_longer_what_was_attached_is_refused(workspace, attached, tmp_path):
    with workspace.database.transaction() as link:
        link.execute("UPDATE chunk SET bytes = x'00'")
    with pytest.raises(UserError) as told:
        copy_for_opening(workspace, attached, tmp_path)
    assert told.value.why is Why.EVIDENCE_DAMAGED
    assert not list(tmp_path.glob("E-*"))


def test_a_link_has_no_file(workspace, tmp_path):
    proofs.attach_link(workspace, "CERT-12", "https://example.jp/a", TODAY)
    with pytest.raises(ValueError, match="link"):
        copy_for_opening(workspace, workspace.evidence()[-1].number, tmp_path)
