"""Views that the officer keeps in the workspace: each is a setting, changed as one operation."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.domain.texts import clean, folded
from pmark_desktop.domain.views import View, read_view, renamed_json, view_json
from pmark_desktop.storage import rows
from pmark_desktop.storage.journal import Operation
from pmark_desktop.storage.tables import Table
from pmark_desktop.words_finding import VIEW_SETTING
from pmark_desktop.workspace.workspace import Done, Workspace

MOST_NAME = 60


@dataclass(frozen=True, slots=True)
class SavedView:
    """A kept view. `view` is None where it cannot be read, `ignored` what of it could not."""

    key: str
    view: View | None
    ignored: tuple[str, ...] = ()


def saved_views(settings: Mapping[str, str]) -> list[SavedView]:
    """Return the views that the settings of a workspace hold, by name, the unreadable last."""
    found = [
        SavedView(name, *read_view(value))
        for name, value in settings.items()
        if name.startswith(VIEW_SETTING)
    ]
    return sorted(found, key=lambda one: (one.view is None, one.view.name if one.view else one.key))


def save_view(workspace: Workspace, view: View) -> Done:
    """Keep a new view.

    Raises:
        UserError: the name is empty, too long or taken. Nothing changed.
        StorageError: it could not be written. Nothing changed.
    """
    kept = view_json(replace(view, name=_free_name(workspace, view.name)))

    def write(operation: Operation) -> None:
        key = f"{VIEW_SETTING}{rows.next_setting(operation.link, VIEW_SETTING)}"
        operation.create(Table.SETTING, {"name": key, "value": kept})

    return workspace.run("view", write)


def change_view(workspace: Workspace, key: str, view: View) -> Done:
    """Keep something else, or another name, in the place of a view.

    Raises:
        UserError: the name is empty, too long or taken, or nothing would change.
        StorageError: it could not be written. Nothing changed.
    """
    kept = view_json(replace(view, name=_free_name(workspace, view.name, but=key)))
    return workspace.run(
        "view", lambda operation: operation.bring(Table.SETTING, {"name": key, "value": kept})
    )


def rename_view(workspace: Workspace, key: str, name: str) -> Done:
    """Give a view that can be read another name; what a newer version put into it stays.

    Raises:
        UserError: the name is empty, too long or taken, or nothing would change.
        StorageError: it could not be written. Nothing changed.
    """
    kept = renamed_json(workspace.settings[key], _free_name(workspace, name, but=key))
    return workspace.run(
        "view", lambda operation: operation.bring(Table.SETTING, {"name": key, "value": kept})
    )


def retire_view(workspace: Workspace, key: str) -> Done:
    """Take a view out of use; undo brings it back.

    Raises:
        UserError: it is gone already.
        StorageError: it could not be written. Nothing changed.
    """

    def write(operation: Operation) -> None:
        operation.change(Table.SETTING, (key,), {"live": 0})

    return workspace.run("view", write)


def _free_name(workspace: Workspace, name: str, but: str = "") -> str:
    plain = " ".join(clean(name).text.split())
    if not plain or len(plain) > MOST_NAME:
        raise UserError(Why.VIEW_NAME_WRONG, most=MOST_NAME)
    taken = {
        folded(one.view.name)
        for one in saved_views(workspace.settings)
        if one.view is not None and one.key != but
    }
    if folded(plain) in taken:
        raise UserError(Why.VIEW_NAME_TAKEN, text=plain)
    return plain
