"""What a cell of the task table is elsewhere: on the clipboard, and in the cells beside it."""

from datetime import date

from pmark_desktop.domain.task import Task
from pmark_desktop.session.clipboard_text import Cell
from pmark_desktop.session.columns import COLUMNS, Editor
from pmark_desktop.words import Language

_AS_KEPT = (Editor.LINE, Editor.MEMO)


def copied(task: Task, place: int, today: date, language: Language) -> Cell:
    """Return a cell as it leaves the program: a day as a day, everything else as it is shown."""
    column = COLUMNS[place]
    value = getattr(task, column.name, None)
    if isinstance(value, date):
        return value
    if column.editor in _AS_KEPT:
        return str(value)
    return column.text(task, today, language)


def as_text(cell: Cell) -> str:
    """Return a copied cell as a text that can be typed."""
    return f"{cell:%Y/%m/%d}" if isinstance(cell, date) else cell
