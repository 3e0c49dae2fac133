"""Evidence files handed out again, to be opened with the system's programs."""

from pathlib import Path

from pmark_desktop.domain.errors import StorageError, Why
from pmark_desktop.exchange.opening import OpeningFolder, copy_name, may_launch, write_copy
from pmark_desktop.workspace.proofs import evidence_bytes, find_evidence
from pmark_desktop.workspace.workspace import Workspace

__all__ = ["OpeningFolder", "copy_for_opening", "may_launch"]


def copy_for_opening(workspace: Workspace, number: int, folder: Path) -> Path:
    """Write a read-only copy of an evidence file into a private folder and return its path.

    Raises:
        UserError: there is no such evidence in use, or it is not what was attached.
        StorageError: the copy could not be written.
    """
    evidence = find_evidence(workspace, number)
    parts = evidence_bytes(workspace, evidence)
    try:
        return write_copy(folder, copy_name(evidence.label, evidence.name), parts)
    except OSError as error:
        raise StorageError(Why.TARGET_NOT_WRITABLE, file=evidence.label) from error
