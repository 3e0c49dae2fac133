"""The evidence workbook of a workspace, written beside it or anywhere else."""

from collections.abc import Callable
from pathlib import Path

from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.domain.snapshot import Snapshot
from pmark_desktop.exchange.workbook import write_workbook
from pmark_desktop.words import Language


def export_workbook(
    workspace: Path,
    target: Path,
    snapshot: Snapshot,
    language: Language,
    progress: Callable[[float], None] | None = None,
) -> None:
    """Write the evidence workbook whole, or not at all; an older one is replaced.

    Needs no open workspace, so that it can run in a thread of its own.

    Raises:
        UserError: the target is the workspace, of a wrong type, or `progress` cancelled.
        StorageError: the target cannot be written just now.
    """
    if target.resolve() == workspace.resolve():
        raise UserError(Why.TARGET_IS_WORKSPACE, file=target.name)
    write_workbook(target, snapshot, language, progress)
