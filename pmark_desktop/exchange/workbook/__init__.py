"""The evidence workbook: what is shown, and left, at the assessment."""

from collections.abc import Callable
from pathlib import Path

from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.domain.snapshot import Snapshot
from pmark_desktop.words import Language

SUFFIX = ".xlsx"


def write_workbook(
    path: Path,
    snapshot: Snapshot,
    language: Language = Language.JA,
    progress: Callable[[float], None] | None = None,
) -> None:
    """Write the evidence workbook of `snapshot`, whole or not at all.

    An older file at `path` is replaced, never opened. The new one is read back, cell by cell,
    before it takes its name. `progress` is called often with 0 to 1; what it raises (a
    `UserError` of `Why.CANCELLED`) ends the writing and leaves nothing behind.

    Raises:
        UserError: `path` does not end in .xlsx, or the file did not read back the same.
        StorageError: the file could not be written; an older one is as it was.
    """
    if path.suffix.lower() != SUFFIX:
        raise UserError(Why.TARGET_WRONG_TYPE, suffix=SUFFIX, file=path.name)
    from pmark_desktop.exchange.workbook.book import write  # noqa: PLC0415  (openpyxl: 1.4× start)

    write(path, snapshot, language, progress or _unwatched)


def _unwatched(_fraction: float) -> None:
    """Nobody watches."""
