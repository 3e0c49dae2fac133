"""`attach`: proof of every kind, and what is none."""

import os
import socket

import pytest

from pmark_desktop.workspace.workspace import Workspace
from tests.cli.answers import misused, refused

MIB = 1024 * 1024


def evidence_of(file):
    with Workspace(file, by="", to_write=False) as workspace:
        return workspace.evidence()


@pytest.fixture
def proof(tmp_path):
    path = tmp_path / "受付通知.pdf"
    path.write_bytes(b"%PDF-1.7")
    return path


def test_a_file_is_copied_in_with_its_hash(call, file, proof):
    answer = call("attach", file, "CERT-12", proof, "--by", "例示 一郎")
    assert (answer.code, answer.out, answer.err) == (0, "CERT-12: 証跡 E-0001\n", "")
    (kept,) = evidence_of(file)
    assert (kept.name, kept.size, kept.added_by) == ("受付通知.pdf", 8, "例示 一郎")
    assert kept.sha256.startswith("86edbaa24831badf")
    proof.unlink()
    assert call("check", file).code == 0


def test_the_same_content_keeps_its_number(call, file, proof):
    call("attach", file, "CERT-12", proof)
    answer = call("attach", file, "CERT-13", proof)
    assert answer.code == 0
    assert "E-0001" in answer.err
    assert "CERT-13: 証跡 E-0001" in answer.out
    assert "E-0001" in refused(call("attach", file, "CERT-12", proof))
    assert len(evidence_of(file)) == 1


@pytest.mark.parametrize("url", ["https://example.jp/x?y=1#z", "HTTP://例え.jp/", "http://a:80/"])
def test_an_address_is_kept_as_typed(call, file, url):
    assert call("attach", file, "CERT-12", url).code == 0
    assert evidence_of(file)[0].place == url


@pytest.mark.parametrize(
    "url", ["ftp://example.jp/", "file:///etc/passwd", "https://", "https://a b/", "javascript://x"]
)
def test_another_address_is_refused(call, file, url):
    refused(call("attach", file, "CERT-12", url))
    assert evidence_of(file) == []


@pytest.mark.parametrize("place", ["本社3階 書庫A-2", "=A1", "@棚"])
def test_a_paper_names_its_place(call, file, place):
    assert call("attach", file, "CERT-12", "--paper", place).code == 0
    assert evidence_of(file)[0].place == place


def test_a_place_is_cleaned_with_a_notice_and_not_empty(call, file):
    answer = call("attach", file, "CERT-12", "--paper", "書\x07庫")
    assert answer.code == 0
    assert "1字" in answer.err
    refused(call("attach", file, "CERT-12", "--paper", " "))
    refused(call("attach", file, "CERT-12", "--paper", "長" * 32_768))


def test_done_needs_the_proof(call, file, proof, tasks):
    refused(call("set", file, "CERT-12", "state=done"))
    call("attach", file, "CERT-12", proof)
    assert call("set", file, "CERT-12", "state=done").code == 0
    assert tasks()["CERT-12"]["evidence"] == ["E-0001"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes that have a name")
def test_what_is_no_proof_is_refused_and_the_bytes_stay(call, file, tmp_path):
    (tmp_path / "空").touch()
    with (tmp_path / "大").open("wb") as big:
        big.truncate(100 * MIB + 1)
    (tmp_path / "切れ").symlink_to(tmp_path / "無い")
    (tmp_path / "輪").symlink_to(tmp_path / "輪")
    os.mkfifo(tmp_path / "管")
    (tmp_path / "夾").mkdir()
    before = file.read_bytes()
    said = {
        name: refused(call("attach", file, "CERT-12", tmp_path / name))
        for name in ("空", "大", "切れ", "輪", "管", "夾", "無い", "空/中", "x" * 300, "a\0b")
    }
    assert "0バイト" in said["空"]
    assert "100 MB" in said["大"]
    assert said["管"] == said["夾"]
    refused(call("attach", file, "CERT-12", file))
    refused(call("attach", file, "CERT-99", tmp_path / "空"))
    assert file.read_bytes() == before


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="no sockets that have a name")
def test_a_socket_is_no_proof(call, file, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("sock")
        refused(call("attach", file, "CERT-12", "sock"))


def test_exactly_one_proof_is_named(call, file, proof):
    misused(call("attach", file, "CERT-12"))
    misused(call("attach", file, "CERT-12", proof, "--paper", "棚"))
    assert evidence_of(file) == []
