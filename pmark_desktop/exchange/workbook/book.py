"""From a snapshot to a file on the disk: plan the sheets, write them, read them back."""

from collections.abc import Callable
from pathlib import Path

from pmark_desktop.domain.snapshot import Snapshot
from pmark_desktop.exchange.files import whole_file
from pmark_desktop.exchange.workbook.cover import cover_sheet
from pmark_desktop.exchange.workbook.evidence_list import evidence_sheet
from pmark_desktop.exchange.workbook.frame import Frame
from pmark_desktop.exchange.workbook.items import items_sheet, legend_sheet
from pmark_desktop.exchange.workbook.layout import Sheet
from pmark_desktop.exchange.workbook.log import log_sheets
from pmark_desktop.exchange.workbook.people import events_sheet, roles_sheet
from pmark_desktop.exchange.workbook.plan import Plan, Steps
from pmark_desktop.exchange.workbook.read_back import check_draft
from pmark_desktop.exchange.workbook.register import register_sheets
from pmark_desktop.exchange.workbook.summary import summary_sheet
from pmark_desktop.exchange.workbook.write_out import write_draft
from pmark_desktop.words import Language

_PASSES = 3  # a row is planned, written and read


def write(
    path: Path, snapshot: Snapshot, language: Language, progress: Callable[[float], None]
) -> None:
    """Write the workbook; see `write_workbook`."""
    steps = Steps(progress, _PASSES * _rows_about(snapshot))
    with whole_file(path) as draft:
        sheets = plan_sheets(Plan(snapshot, language, steps))
        frame = Frame(snapshot, language, sheets)
        write_draft(draft, frame, sheets, steps)
        check_draft(draft, frame, sheets, steps)
        progress(1.0)  # the last moment to cancel: after it the file has its name


def plan_sheets(plan: Plan) -> list[Sheet]:
    """Return all sheets in their order. The long texts come last, once all have been seen."""
    sheets = [
        cover_sheet(plan),
        summary_sheet(plan),
        *register_sheets(plan),
        items_sheet(plan),
        evidence_sheet(plan),
        roles_sheet(plan),
        events_sheet(plan),
        *log_sheets(plan),
        legend_sheet(plan),
    ]
    return [*sheets, *plan.long_texts.sheets()]


def _rows_about(snapshot: Snapshot) -> int:
    items = sum(len(checklist.items) for checklist in snapshot.lists)
    return len(snapshot.tasks) + len(snapshot.evidence) + len(snapshot.log) + items + 100
