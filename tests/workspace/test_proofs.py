"""Evidence: taken in, shared, retired with a reason, handed out again."""

import os

import pytest

from pmark_desktop.domain.errors import Notice, UserError, Why
from pmark_desktop.domain.records import EvidenceKind
from pmark_desktop.workspace.checking import check
from pmark_desktop.workspace.proofs import (
    attach_file,
    attach_link,
    attach_paper,
    evidence_bytes,
    find_evidence,
    is_url,
    link_evidence,
    retire_evidence,
)  # fmt: skip
from tests.workspace.builders import TODAY, opened, put


@pytest.fixture
def proof(tmp_path):
    path = tmp_path / "監査報告書.pdf"
    path.write_bytes(b"%PDF" * 600_000)  # three pieces
    return path


def nothing_changed(workspace, why, act):
    before = workspace.content, workspace.evidence(), len(workspace.log())
    with pytest.raises(UserError) as refused:
        act()
    assert refused.value.why is why
    assert (workspace.content, workspace.evidence(), len(workspace.log())) == before


def contents(workspace):
    with workspace.database.reading() as link:
        return link.execute("SELECT count(*) FROM content").fetchone()[0]


def test_a_file_lies_inside_whole_with_its_name_size_and_hash(workspace, proof):
    attach_file(workspace, "CERT-12", proof, TODAY)
    (one,) = workspace.evidence()
    assert (one.label, one.kind, one.name, one.size) == (
        "E-0001", EvidenceKind.FILE, "監査報告書.pdf", 2_400_000,
    )  # fmt: skip
    assert (one.added_on, one.added_by, one.tasks) == (TODAY, "事務局", ("CERT-12",))
    proof.unlink()
    assert b"".join(evidence_bytes(workspace, one)) == b"%PDF" * 600_000
    assert workspace.content.task("CERT-12").evidence == (1,)
    assert check(workspace) == []


def test_the_same_content_is_kept_once_and_gets_the_same_number(workspace, proof):
    attach_file(workspace, "CERT-12", proof, TODAY)
    other = proof.rename(proof.with_name("別名.pdf"))
    done = attach_file(workspace, "CERT-13", other, TODAY)
    assert [(one.notice, one.facts) for one in done.notices] == [
        (Notice.EVIDENCE_KNOWN, {"label": "E-0001"})
    ]
    (one,) = workspace.evidence()
    assert (one.name, one.tasks) == ("監査報告書.pdf", ("CERT-12", "CERT-13"))
    nothing_changed(
        workspace,
        Why.EVIDENCE_TWICE,
        lambda: attach_file(workspace, "CERT-13", proof.with_name("別名.pdf"), TODAY),
    )


def test_evidence_of_one_task_is_attached_to_another(workspace, proof):
    attach_file(workspace, "CERT-12", proof, TODAY)
    (one,) = workspace.evidence()
    done = link_evidence(workspace, "CERT-14", one)
    assert workspace.content.task("CERT-14").evidence == (1,)
    workspace.undo(done.operation)
    assert workspace.content.task("CERT-14").evidence == ()
    link_evidence(workspace, "CERT-14", one)
    assert workspace.content.task("CERT-14").evidence == (1,)
    assert check(workspace) == []


def test_retired_evidence_stays_with_its_reason_and_counts_nowhere(workspace, proof):
    attach_file(workspace, "CERT-12", proof, TODAY)
    attach_file(workspace, "CERT-13", proof, TODAY)
    before = workspace.content, workspace.evidence()
    done = retire_evidence(workspace, 1, " 古い版 ")
    (one,) = workspace.evidence()
    assert (one.retired, one.retired_reason) == (True, "古い版")
    assert workspace.content.task("CERT-12").evidence == ()
    assert workspace.log(last=1)[0].why == "古い版"
    assert b"".join(evidence_bytes(workspace, one)) == proof.read_bytes()
    workspace.undo(done.operation)
    assert (workspace.content, workspace.evidence()) == before


def test_content_that_comes_again_after_retiring_gets_a_new_number_and_is_kept_once(
    workspace, proof
):
    attach_file(workspace, "CERT-12", proof, TODAY)
    retire_evidence(workspace, 1, "x")
    attach_file(workspace, "CERT-12", proof, TODAY)
    assert workspace.content.task("CERT-12").evidence == (2,)
    assert contents(workspace) == 1
    assert check(workspace) == []


def test_a_number_is_not_given_twice(workspace, proof):
    done = attach_file(workspace, "CERT-12", proof, TODAY)
    workspace.undo(done.operation)
    attach_paper(workspace, "CERT-12", "書庫A", TODAY)
    assert workspace.content.task("CERT-12").evidence == (2,)


@pytest.mark.parametrize(("number", "reason", "why"), [
    (1, " \x00", Why.REASON_MISSING), (2, "x", Why.EVIDENCE_UNKNOWN), (0, "x",
                                                                      Why.EVIDENCE_UNKNOWN),
])  # fmt: skip
def test_retiring_needs_a_reason_and_evidence(workspace, number, reason, why):
    attach_paper(workspace, "CERT-12", "書庫A", TODAY)
    nothing_changed(workspace, why, lambda: retire_evidence(workspace, number, reason))


def test_what_is_retired_is_not_retired_again(workspace):
    attach_paper(workspace, "CERT-12", "書庫A", TODAY)
    retire_evidence(workspace, 1, "x")
    nothing_changed(workspace, Why.EVIDENCE_UNKNOWN, lambda: retire_evidence(workspace, 1, "y"))
    with pytest.raises(UserError):
        find_evidence(workspace, 1)


def test_links_and_papers_are_shared_like_files(workspace):
    attach_link(workspace, "CERT-12", " https://example.jp/a?b=c#d ", TODAY)
    attach_paper(workspace, "CERT-12", "=本社 書庫A", TODAY)
    done = attach_link(workspace, "CERT-13", "https://example.jp/a?b=c#d", TODAY)
    assert [one.notice for one in done.notices] == [Notice.EVIDENCE_KNOWN]
    assert [(one.kind.value, one.place, one.tasks) for one in workspace.evidence()] == [
        ("link", "https://example.jp/a?b=c#d", ("CERT-12", "CERT-13")),
        ("paper", "=本社 書庫A", ("CERT-12",)),
    ]


@pytest.mark.parametrize("url", [
    "http://example.jp", "https://example.jp:8443/a", "HTTPS://EXAMPLE.JP/",
    "https://xn--r8jz45g.jp", "https://例え.jp/パス", "http://[::1]/",
])  # fmt: skip
def test_a_web_address_is_a_link(url):
    assert is_url(url)


@pytest.mark.parametrize("url", [
    "", "example.jp", "ftp://example.jp", "file:///etc/passwd", "javascript:alert(1)",
    "https://", "https:///a", "http://[::1", "https://a b.jp", "https://a.jp/\nb",
    "https://a\t.jp/", "https://a.jp/\u3000b", "\\\\server\\share", "mailto:a@example.jp",
])  # fmt: skip
def test_anything_else_is_not(workspace, url):
    assert not is_url(url)
    nothing_changed(workspace, Why.URL_WRONG, lambda: attach_link(workspace, "CERT-12", url, TODAY))


def test_what_belongs_to_no_task_or_says_nothing_is_refused(workspace, proof):
    for act in (lambda: attach_file(workspace, "X-01", proof, TODAY),
                lambda: attach_link(workspace, "X-01", "https://example.jp", TODAY),
                lambda: attach_paper(workspace, "X-01", "書庫", TODAY)):  # fmt: skip
        nothing_changed(workspace, Why.TASK_UNKNOWN, act)
    nothing_changed(
        workspace, Why.NAME_MISSING, lambda: attach_paper(workspace, "CERT-12", " 　", TODAY)
    )


def test_the_workspace_cannot_be_its_own_evidence(workspace, tmp_path):
    link = tmp_path / "link.pdf"
    link.symlink_to(workspace.path)
    for path in (workspace.path, link):
        with pytest.raises(UserError):
            attach_file(workspace, "CERT-12", path, TODAY)
    assert workspace.evidence() == []


@pytest.mark.parametrize("name", ["=1+1.txt", "か\u3099.pdf", "😀.png", "a b#?%.pdf", "株" * 80])
def test_odd_names_are_shown_as_they_were(workspace, tmp_path, name):
    path = tmp_path / name
    path.write_bytes(b"x")
    attach_file(workspace, "CERT-12", path, TODAY)
    assert workspace.evidence()[0].name == name


@pytest.mark.skipif(os.name == "nt", reason="names that Windows does not have")
def test_names_that_are_no_text_are_cleaned_with_a_notice(workspace, tmp_path):
    odd = [os.fsdecode("資料.pdf".encode("shift_jis")), "\x01\x02"]
    for number, name in enumerate(odd):
        path = tmp_path / name
        path.write_bytes(bytes([number]))
        done = attach_file(workspace, "CERT-12", path, TODAY)
        assert [one.notice for one in done.notices] == [Notice.TEXT_CLEANED]
    assert all(one.name for one in workspace.evidence())
    assert check(workspace) == []


def test_a_cancelled_file_leaves_nothing(workspace, proof):
    def cancel(_):
        raise UserError(Why.CANCELLED)

    nothing_changed(
        workspace, Why.CANCELLED, lambda: attach_file(workspace, "CERT-12", proof, TODAY, cancel)
    )
    assert contents(workspace) == 0


def test_a_reader_attaches_nothing_and_does_not_even_read(file, tmp_path):
    with opened(file, to_write=False) as workspace, pytest.raises(UserError) as refused:
        attach_file(workspace, "CERT-12", tmp_path / "not there", TODAY)
    assert refused.value.why is Why.FILE_READ_ONLY


def test_undo_takes_the_evidence_away_and_redo_gives_the_same_back(workspace, proof):
    before = workspace.content
    done = attach_file(workspace, "CERT-12", proof, TODAY)
    after = workspace.content, workspace.evidence()
    undone = workspace.undo(done.operation)
    assert workspace.content == before
    workspace.undo(undone.operation, act="redo")
    assert (workspace.content, workspace.evidence()) == after
    put(workspace, "CERT-12", state="done")
