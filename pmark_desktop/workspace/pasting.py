"""Many cells changed at once: what can be is one operation, the rest is listed cell by cell."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.domain.task import FIELDS, Task, edited
from pmark_desktop.words import FIELDS as FIELD_WORDS
from pmark_desktop.words import RESULTS, STATES
from pmark_desktop.words_choices import code_of
from pmark_desktop.workspace.editing import EditPlan, parse_field, plan_edits, write_edits
from pmark_desktop.workspace.own_content import own_writer, planned_own_tasks
from pmark_desktop.workspace.workspace import Done, Told, Workspace

_NAMES = ("owner", "checked_by", "tag")  # trimmed: a space around a name is never meant
_CHOSEN = ("state", "result")
_ORDER = tuple(dict.fromkeys((
    "reason", "note", "owner", "due", "done_on", "checked_by", "checked_on", "result", "state",
    *FIELDS,
)))  # fmt: skip
"""Where not all of a task's fields can be: what others need comes before those that need it."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A text that is meant for a field of a task."""

    task: str
    field: str
    text: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """A cell that stays as it is, and why."""

    cell: Cell
    error: UserError


@dataclass(frozen=True, slots=True)
class CellPlan:
    """What texts in many cells would do. `cleaned` is how many characters had to go."""

    edits: EditPlan
    skipped: tuple[Skipped, ...]
    cleaned: int = 0


def read_cell(field: str, text: str, today: date) -> tuple[object, int]:
    """Return the value that a pasted text means in a field, and how many characters were cleaned.

    States and results may stand in their words, and names have no spaces around them. A state
    is never nothing: an empty cell would begin done work anew.

    Raises:
        UserError: the field cannot hold this, or cannot be changed.
    """
    if field not in FIELDS:
        raise UserError(Why.CELL_READ_ONLY, field=FIELD_WORDS[field])
    if field in _CHOSEN and not text.strip():
        raise UserError(Why.CHOICE_EMPTY, field=FIELD_WORDS[field])
    plain = text.strip() if field in _NAMES else code_of(field, text)
    try:
        return parse_field(field, plain, today)
    except UserError as error:
        if error.why is not Why.CHOICE_UNKNOWN:
            raise
        raise _unknown_word(field, text) from error


def _unknown_word(field: str, text: str) -> UserError:
    """Return why a word is refused, in words where others see codes."""
    words = [*(STATES if field == "state" else RESULTS).values()]
    choices = "、".join(pair[0] for pair in words), ", ".join(pair[1] for pair in words)
    return UserError(Why.CHOICE_UNKNOWN, text=text, field=FIELD_WORDS[field], choices=choices)


def plan_cells(workspace: Workspace, cells: Iterable[Cell], today: date) -> CellPlan:
    """Return what these texts would do. Nothing changes.

    A cell that holds the same already is left out. One that cannot hold its text stays as it
    is; so does one whose change a rule forbids,
    while the other cells of its task change.
    """
    tasks = workspace.content.tasks
    values: dict[str, dict[str, object]] = {}
    origins: dict[tuple[str, str], Cell] = {}
    skipped: list[Skipped] = []
    cleaned = 0
    read: dict[tuple[str, str], tuple[object, int] | UserError] = {}
    for cell in cells:
        key = (cell.field, cell.text)
        if key not in read:
            read[key] = _read(cell, today)
        found = read[key]
        task = tasks.get(cell.task)
        if isinstance(found, UserError):
            if found.why is not Why.CHOICE_EMPTY or not _is_first(cell, task):
                skipped.append(Skipped(cell, found))
            continue
        if task is not None and getattr(task, cell.field) == found[0]:
            continue  # above all a due: the same day is no wish to pin it
        values.setdefault(cell.task, {})[cell.field] = found[0]
        cleaned += found[1]
        origins[cell.task, cell.field] = cell
    kept: dict[str, Mapping[str, object]] = {}
    for id_, changes in values.items():
        kept[id_], refused = _allowed(workspace, id_, changes, today)
        skipped += [Skipped(origins[id_, field], error) for field, error in refused]
    plan = plan_edits(workspace, {id_: changes for id_, changes in kept.items() if changes}, today)
    return CellPlan(plan, tuple(skipped), cleaned)


def _is_first(cell: Cell, task: Task | None) -> bool:
    """Tell whether a state or result is still the first one, which an empty cell stands for."""
    return task is not None and getattr(task, cell.field) == code_of(cell.field, "")


def _read(cell: Cell, today: date) -> tuple[object, int] | UserError:
    try:
        return read_cell(cell.field, cell.text, today)
    except UserError as error:
        return error


def _allowed(
    workspace: Workspace,
    id_: str,
    changes: Mapping[str, object],
    today: date,
) -> tuple[Mapping[str, object], list[tuple[str, UserError]]]:
    """Return the changes to a task that its rules allow, and why the other fields' are not."""
    try:
        task = workspace.content.task(id_)
        edited(task, dict(changes), today)
    except UserError as error:
        if len(changes) == 1 or error.why is Why.TASK_UNKNOWN:
            return {}, [(field, error) for field in changes]
    else:
        return changes, []
    kept: dict[str, object] = {}
    refused: list[tuple[str, UserError]] = []
    for field, value in _in_order(changes):
        refusal = _refusal(task, kept | {field: value}, today)
        if refusal is None:
            kept[field] = value
        else:
            refused.append((field, refusal))
    return kept, refused


def _in_order(changes: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    return ((field, changes[field]) for field in _ORDER if field in changes)


def _refusal(task: Task, changes: Mapping[str, object], today: date) -> UserError | None:
    try:
        edited(task, dict(changes), today)
    except UserError as error:
        return error
    return None


def own_rows(fields: Sequence[str], rows: Iterable[Sequence[str]]) -> list[dict[str, str]]:
    """Return pasted rows as own tasks take them: the title, and the fields that can be typed."""
    takes = ("title", *FIELDS)
    return [
        {
            field: _own_text(field, text)
            for field, text in zip(fields, row, strict=False)
            if field in takes and text.strip()
        }
        for row in rows
    ]


def _own_text(field: str, text: str) -> str:
    return text.strip() if field in (*_NAMES, "title") else code_of(field, text)


def readable_rows(
    rows: Iterable[Mapping[str, str]], today: date
) -> tuple[list[dict[str, str]], tuple[Skipped, ...]]:
    """Return rows for own tasks without the cells that cannot be read, and those with the reason.

    The skipped ones are named by the title of their row: it has no id yet.
    """
    kept: list[dict[str, str]] = []
    skipped: list[Skipped] = []
    for row in rows:
        kept.append({})
        for field, text in row.items():
            cell = Cell(row.get("title", ""), field, text)
            found = _read(cell, today) if field in FIELDS else None
            if isinstance(found, UserError):
                skipped.append(Skipped(cell, found))
            else:
                kept[-1][field] = text
    return kept, tuple(skipped)


def write_paste(
    workspace: Workspace,
    plan: EditPlan,
    list_key: str,
    rows: Sequence[Mapping[str, str]],
    today: date,
    *,
    notices: Iterable[Told] = (),
) -> Done:
    """Change tasks as planned, and add rows that found none as own tasks: one operation.

    Raises:
        UserError: a row cannot be a task. Nothing changed.
        StorageError: it could not be written. Nothing changed.
    """
    own = planned_own_tasks(workspace, list_key, rows, today)
    also = own_writer(workspace, list_key, own)
    return write_edits(workspace, plan, notices=(*notices, *own.told), also=also)
