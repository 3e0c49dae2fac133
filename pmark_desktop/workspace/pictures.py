"""Pictures and prints of a workspace, written whole or not at all; and the letters for them."""

from pathlib import Path

from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.exchange.files import whole_file
from pmark_desktop.exchange.places import resource_folder

_FONTS = ("BIZUDPGothic-Regular.ttf", "BIZUDPGothic-Bold.ttf")


def paper_fonts() -> list[Path]:
    """Return the font files that prints are set in: Japanese in them can be searched.

    Raises:
        StorageError: the installation is incomplete.
    """
    return [resource_folder() / "fonts" / name for name in _FONTS]


def write_picture(workspace: Path, target: Path, content: bytes, suffix: str) -> None:
    """Write a finished picture or print; an older one is replaced.

    Raises:
        UserError: the target is the workspace, or its name does not end in `suffix`.
        StorageError: it cannot be written just now. An older file is as it was.
    """
    if target.resolve() == workspace.resolve():
        raise UserError(Why.TARGET_IS_WORKSPACE, file=target.name)
    if target.suffix.lower() != suffix:
        raise UserError(Why.TARGET_WRONG_TYPE, file=target.name, suffix=suffix)
    with whole_file(target) as draft:
        draft.write_bytes(content)
