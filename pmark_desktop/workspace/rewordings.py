"""What a task that is to be checked again (要再確認) asked before, and what it asks now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from json import loads

from pmark_desktop.domain.editions import JUDGED, judged
from pmark_desktop.domain.records import LogEntry
from pmark_desktop.storage.journal import WHOLE_ROW, entries_about
from pmark_desktop.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Rewording:
    """A judged field in its old and its new text; `differs` where that asks for a second look."""

    field: str
    old: str
    new: str

    @property
    def differs(self) -> bool:
        """True where more than the form changed."""
        return judged(self.old) != judged(self.new)


def rewordings(workspace: Workspace, id_: str) -> list[Rewording]:
    """Return the judged fields of a task whose text is another than when it was answered.

    The old text is that before the edition which set the mark: an edition that comes while the
    mark stands does not hide what the first one changed. Nothing for a task without the mark, and
    for one that a person marked.
    """
    task = workspace.content.task(id_)
    if not task.recheck:
        return []
    cycle = workspace.content.cycle.id
    with workspace.database.reading() as link:
        marked = _marked_by(entries_about(link, "task", f"{cycle}/{id_}"))
        entries = entries_about(link, "item", f"{cycle}/{task.item.id}")
    before = _texts_before(entries, marked) if marked is not None else {}
    found = (
        Rewording(field, before[field], getattr(task.item, field))
        for field in JUDGED
        if field in before
    )
    return [one for one in found if one.old != one.new]


def _marked_by(entries: Iterable[LogEntry]) -> int | None:
    """Return the operation that set the mark; undoing and redoing set no new one."""
    found = None
    for entry in entries:
        if entry.field == "recheck" and entry.new == "1" and entry.reverses is None:
            found = entry.operation
    return found


def _texts_before(entries: Iterable[LogEntry], operation: int) -> Mapping[str, str]:
    """Return the judged texts of an item as they were before an operation changed them."""
    texts: dict[str, str] = {}
    for entry in entries:
        if entry.operation > operation:
            break
        if entry.field == WHOLE_ROW:
            row = loads(entry.new or "{}")
            texts |= {field: str(row.get(field, "")) for field in JUDGED}
        elif entry.field in JUDGED:
            texts[entry.field] = (entry.old if entry.operation == operation else entry.new) or ""
    return texts
