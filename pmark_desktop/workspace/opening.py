"""Evidence handed out again, to be looked at: a copy, checked against what was attached."""

from pathlib import Path

from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.domain.records import EvidenceKind, evidence_label
from pmark_desktop.exchange.opening import (
    OpeningFolder,
    ending_of,
    may_launch,
    remove_leftovers,
    write_copy,
)
from pmark_desktop.workspace.proofs import evidence_bytes
from pmark_desktop.workspace.workspace import Workspace

__all__ = ["OpeningFolder", "copy_for_opening", "may_launch", "remove_leftovers"]


def copy_for_opening(workspace: Workspace, number: int, folder: Path) -> Path:
    """Write an evidence file, read-only, into a private folder and return where it is.

    It is named by its number and the ending of the original: `E-0001.pdf`. The retired can
    be looked at too. Evidence that is a link or a paper has no file: that is a mistake here.

    Raises:
        UserError: there is no such evidence, or it is no longer what was attached.
        StorageError: the copy could not be written.
    """
    for one in workspace.evidence():
        if one.number == number:
            if one.kind is not EvidenceKind.FILE:
                raise ValueError(one.kind)
            parts = evidence_bytes(workspace, one)
            return write_copy(folder, f"{one.label}{ending_of(one.name)}", one.sha256, parts)
    raise UserError(Why.EVIDENCE_UNKNOWN, label=evidence_label(number))
