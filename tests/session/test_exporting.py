"""The workbook in a thread of its own."""

import pytest
from openpyxl import load_workbook

from pmark_desktop.domain.errors import Why
from pmark_desktop.session.exporting import WorkbookExport
from pmark_desktop.words import Language


@pytest.fixture
def export(desk, tmp_path, today):
    made = WorkbookExport(
        desk.workspace.path, tmp_path / "out.xlsx", desk.workspace.snapshot(today), Language.JA
    )
    yield made
    made.cancel()
    assert made.wait(20)


def test_a_workbook_is_written_and_its_progress_told(export, qtbot, tmp_path):
    percents = []
    export.progressed.connect(percents.append)
    with qtbot.waitSignal(export.written, timeout=20_000):
        export.start()
    assert percents == sorted(percents)
    assert load_workbook(tmp_path / "out.xlsx").sheetnames[0] == "表紙"


def test_a_cancelled_export_leaves_nothing(export, qtbot, tmp_path):
    export.cancel()
    with qtbot.waitSignal(export.refused, timeout=20_000) as told:
        export.start()
    assert told.args[0].why is Why.CANCELLED
    assert not list(tmp_path.glob("*.xlsx*"))
