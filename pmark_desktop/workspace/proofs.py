"""Evidence of tasks: taken in, shared, retired with a reason, handed out again."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from pmark_desktop.domain.errors import Notice, UserError, Why
from pmark_desktop.domain.records import Evidence, EvidenceKind, evidence_label
from pmark_desktop.domain.texts import Cleaned, clean
from pmark_desktop.exchange.intake import take_in
from pmark_desktop.storage import contents, rows
from pmark_desktop.storage.journal import Operation, Value
from pmark_desktop.storage.tables import Table
from pmark_desktop.workspace.workspace import Done, Told, Workspace, cleaned_away

Progress = Callable[[float], None]


def attach_file(
    workspace: Workspace,
    task: str,
    path: Path,
    today: date,
    progress: Progress | None = None,
) -> Done:
    """Copy a file into the workspace as evidence of a task, as one operation.

    Content that is kept already is not kept twice: its live number is attached.

    Raises:
        UserError: the file is not fit to be evidence, or `progress` cancelled. Nothing changed.
    """
    workspace.refuse_if_read_only()
    workspace.content.task(task)
    if _is_the_workspace(path, workspace.path):
        raise UserError(Why.EVIDENCE_NOT_A_FILE)
    taken = take_in(path, progress)
    name, cleaned = clean(taken.name)
    name = name.strip() or "?"
    known = _same(workspace, EvidenceKind.FILE, sha256=taken.sha256)
    if known is not None:
        return link_evidence(workspace, task, known)
    row: dict[str, Value] = {"name": name, "sha256": taken.sha256, "size": taken.size}

    def keep(operation: Operation) -> None:
        link = operation.link
        if not contents.has_content(link, taken.sha256):
            contents.begin_content(link, taken.sha256, taken.size)
            for number, piece in enumerate(taken.pieces):
                contents.add_piece(link, taken.sha256, number, piece)
        _create(operation, workspace, task, row | {"kind": "file", "added_on": today.isoformat()})

    return workspace.run("attach", keep, notices=cleaned_away(cleaned))


def _is_the_workspace(path: Path, workspace: Path) -> bool:
    """Tell whether `path` is the open file itself, which nobody but SQLite may open."""
    try:
        return path.samefile(workspace)
    except (OSError, ValueError):
        return False


def attach_link(workspace: Workspace, task: str, url: str, today: date) -> Done:
    """Attach a URL as evidence of a task, as one operation.

    Raises:
        UserError: it is no http or https address. Nothing changed.
    """
    text = clean(url.strip())
    if not is_url(text.text):
        raise UserError(Why.URL_WRONG, text=text.text)
    return _attach_place(workspace, task, EvidenceKind.LINK, text, today)


def attach_paper(workspace: Workspace, task: str, place: str, today: date) -> Done:
    """Attach the place of a paper as evidence of a task, as one operation.

    Raises:
        UserError: the place is empty. Nothing changed.
    """
    text = clean(place.strip())
    if not text.text:
        raise UserError(Why.NAME_MISSING)
    return _attach_place(workspace, task, EvidenceKind.PAPER, text, today)


def is_url(text: str) -> bool:
    """Tell whether `text` is a web address that may be opened."""
    try:
        parts = urlsplit(text)
        has_space = any(map(str.isspace, text))
        return parts.scheme in ("http", "https") and bool(parts.hostname) and not has_space
    except ValueError:
        return False


def link_evidence(workspace: Workspace, task: str, evidence: Evidence) -> Done:
    """Attach evidence that is there already to one more task.

    Raises:
        UserError: it is attached to that task already. Nothing changed.
    """
    if evidence.number in workspace.content.task(task).evidence:
        raise UserError(Why.EVIDENCE_TWICE, label=evidence.label, task=task)
    told = [Told(Notice.EVIDENCE_KNOWN, {"label": evidence.label})]
    cycle = workspace.content.cycle.id
    return workspace.run(
        "link", lambda operation: _prove(operation, cycle, evidence.number, task), notices=told
    )


def retire_evidence(workspace: Workspace, number: int, reason: str) -> Done:
    """Take evidence out of use, for all its tasks, with a reason. It stays in the file.

    Raises:
        UserError: there is no such evidence in use, or the reason is empty. Nothing changed.
    """
    found = find_evidence(workspace, number)
    text, cleaned = clean(reason.strip())
    if not text:
        raise UserError(Why.REASON_MISSING)
    changes: dict[str, Value] = {"live": 0, "retired_reason": text}
    return workspace.run(
        "retire_evidence",
        lambda operation: _retire(operation, found.number, changes),
        why=text,
        notices=cleaned_away(cleaned),
    )


def _retire(operation: Operation, number: int, changes: dict[str, Value]) -> None:
    operation.change(Table.EVIDENCE, (number,), changes)


def find_evidence(workspace: Workspace, number: int) -> Evidence:
    """Return evidence in use by its number.

    Raises:
        UserError: there is none.
    """
    for one in workspace.evidence():
        if one.number == number and not one.retired:
            return one
    raise UserError(Why.EVIDENCE_UNKNOWN, label=evidence_label(number))


def evidence_bytes(workspace: Workspace, evidence: Evidence) -> list[bytes]:
    """Return the content of an evidence file in pieces, after checking it against its hash.

    Raises:
        UserError: it is not what was attached.
    """
    with workspace.database.reading() as link:
        parts = list(contents.pieces(link, evidence.sha256))
    if contents.hash_of(parts) != evidence.sha256:
        raise UserError(Why.EVIDENCE_DAMAGED, label=evidence.label)
    return parts


def _same(workspace: Workspace, kind: EvidenceKind, **same: str) -> Evidence | None:
    for one in workspace.evidence():
        fits = all(getattr(one, field) == value for field, value in same.items())
        if one.kind is kind and not one.retired and fits:
            return one
    return None


def _attach_place(
    workspace: Workspace, task: str, kind: EvidenceKind, given: Cleaned, today: date
) -> Done:
    workspace.content.task(task)
    place = given.text
    known = _same(workspace, kind, place=place)
    if known is not None:
        return link_evidence(workspace, task, known)
    row: dict[str, Value] = {
        "kind": kind.value, "name": place, "place": place, "added_on": today.isoformat(),
    }  # fmt: skip
    return workspace.run(
        "attach",
        lambda operation: _create(operation, workspace, task, row),
        notices=cleaned_away(given.removed),
    )


def _create(
    operation: Operation, workspace: Workspace, task: str, row: Mapping[str, Value]
) -> None:
    number = rows.next_evidence_number(operation.link)
    operation.create(Table.EVIDENCE, {"number": number, **row, "added_by": workspace.by})
    _prove(operation, workspace.content.cycle.id, number, task)


def _prove(operation: Operation, cycle: int, number: int, task: str) -> None:
    if rows.has_proof(operation.link, number, cycle, task):
        operation.change(Table.PROOF, (number, cycle, task), {"live": 1})
    else:
        operation.create(Table.PROOF, {"evidence": number, "cycle": cycle, "task": task})
