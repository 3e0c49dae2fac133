"""The same job without a screen: the sample, its workbook, its dates and what is due."""

from datetime import date
from pathlib import Path

from pmark_desktop.cli import output
from pmark_desktop.domain.standing import is_due_soon, is_late
from pmark_desktop.words import Language
from pmark_desktop.workspace.exporting import export_workbook
from pmark_desktop.workspace.sample import is_unedited_sample, sample_day, write_sample
from pmark_desktop.workspace.workspace import Workspace


def tour(folder: Path, today: date, by: str, language: Language) -> int:
    """Write `sample.pmark` and its evidence workbook into `folder`, and say how it stands.

    A sample that somebody edited, and any workbook that is there, stays as it is.
    """
    ja = language is Language.JA
    sample = folder / "sample.pmark"
    is_fresh = _write_if_needed(sample, today, by)
    if not is_fresh:
        kept = "は編集済み、または今日のものなので、そのまま使います。"
        print(f"sample.pmark {kept}" if ja else "sample.pmark is kept as it is.")
    workbook = folder / "sample.xlsx"
    with Workspace(sample, by=by, to_write=False) as workspace:
        if is_fresh or not workbook.exists():
            workbook = _free_name(workbook)
            export_workbook(sample, workbook, workspace.snapshot(today), language)
        print(output.status_text(workspace, today, language))
        due = [
            task
            for task in workspace.content.tasks.values()
            if is_late(task, today) or is_due_soon(task, today)
        ]
        due.sort(key=lambda task: (task.due or date.max, task.id))
        print("\n期限超過と30日以内:" if ja else "\nLate and within 30 days:")
        print(output.tasks_text(due, today, language))
    print(f"\n{'ワークスペース' if ja else 'Workspace'}: {sample}")
    print(f"{'証跡台帳(Excel)' if ja else 'Evidence workbook'}: {workbook}")
    print(
        "画面がないため、ウィンドウは開いていません。" if ja else "No screen: no window was opened."
    )
    return 0


def _write_if_needed(sample: Path, today: date, by: str) -> bool:
    if sample.exists() and not (is_unedited_sample(sample) and sample_day(sample) != today):
        return False
    write_sample(sample, today, by=by)
    return True


def _free_name(wanted: Path) -> Path:
    """Return `wanted`, or the first of `name-2`, `name-3`… that nothing has."""
    free, number = wanted, 1
    while free.exists():
        number += 1
        free = wanted.with_name(f"{wanted.stem}-{number}{wanted.suffix}")
    return free
