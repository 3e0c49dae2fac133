"""A checklist from a file of either kind: TOML, or the form in Excel."""

from collections.abc import Callable
from pathlib import Path

from pmark_desktop.exchange.checklist_problems import ChecklistProblem as Code
from pmark_desktop.exchange.checklist_problems import Problem, quoted
from pmark_desktop.exchange.checklist_sheet_in import SheetReading, read_sheet
from pmark_desktop.exchange.checklist_toml import file_content, read_checklist
from pmark_desktop.exchange.xlsx_gate import MOST_BYTES

TOML_SUFFIX = ".toml"


def read_list_file(path: Path, progress: Callable[[float], None] | None = None) -> SheetReading:
    """Return the list of a file, or None and all its problems in the order of the file.

    What ends in `.toml` is TOML; everything else has to be the form in Excel. Nothing in a
    file makes this raise; only `progress` may, to cancel.
    """
    if path.suffix.casefold() == TOML_SUFFIX:
        checklist, problems = read_checklist(path)
        return SheetReading(checklist, tuple(problems))
    name = quoted(path.name)
    content = file_content(path, MOST_BYTES)
    if isinstance(content, Code):
        return SheetReading(None, (Problem(name, content),))
    return read_sheet(content, name, progress)
