"""The log as a Qt model."""

import pytest
from PySide6.QtCore import QModelIndex, Qt

from pmark_desktop.domain.errors import StorageError, Why
from pmark_desktop.domain.records import LogEntry
from pmark_desktop.session.log_model import COLUMNS, PLACES, LogModel, LogRole
from pmark_desktop.words import Language
from pmark_desktop.words_log import LogTerm
from pmark_desktop.workspace.workspace import LogPart

NOTHING = QModelIndex()


def entry(seq, new):
    """Return an entry; three follow each other in an operation."""
    return LogEntry(
        seq=seq, operation=seq // 3, act="set note", reverses=None,
        at="2026-11-24T09:12:00+09:00", who="見本 花子", kind="task", target=f"1/CERT-{seq}",
        field="note", old=None, new=new, why="", hash=f"{seq:064x}",
    )  # fmt: skip


class Log:
    """A log without a file, that counts how often it is read."""

    def __init__(self, count):
        self.entries = []
        self.reads = 0
        self.is_broken = False
        self.grow(count)

    def grow(self, count, text="下書き"):
        first = len(self.entries) + 1
        self.entries += [entry(seq, f"{text} {seq}") for seq in range(first, first + count)]

    def part(self, after, before, most):
        self.reads += 1
        if self.is_broken:
            raise StorageError(Why.FILE_BUSY)
        end = len(self.entries) + 1 if before is None else before
        found = [one for one in self.entries if after < one.seq < end]
        return LogPart(found[::-1][:most], {}, len(self.entries))


@pytest.fixture
def log():
    return Log(1200)


@pytest.fixture
def model(qapp, log):
    model = LogModel(log.part, Language.JA)
    model.refresh()
    yield model
    model.stop()


def cell(model, row, term, role=Qt.ItemDataRole.DisplayRole):
    return model.index(row, PLACES[term]).data(role)


def searched(qtbot, model, text):
    model.search(text)
    qtbot.waitUntil(lambda: not model.is_searching)


def test_keeps_the_contract_of_qt_models(model, qtmodeltester):
    qtmodeltester.check(model)


def test_nothing_is_read_before_it_is_asked_for(qapp, log):
    assert LogModel(log.part, Language.JA).rowCount() == 0
    assert log.reads == 0


def test_the_newest_entry_comes_first(model):
    assert cell(model, 0, LogTerm.TARGET) == "CERT-1200"
    assert cell(model, 1, LogTerm.TARGET) == "CERT-1199"


def test_pages_follow_until_the_log_ends(model):
    assert (model.rowCount(), model.total) == (500, 1200)
    while model.canFetchMore(NOTHING):
        model.fetchMore(NOTHING)
    assert model.rowCount() == 1200
    assert cell(model, 1199, LogTerm.TARGET) == "CERT-1"


def test_new_entries_come_on_top_and_the_rest_keeps_its_place(model, log, qtbot):
    log.grow(700)
    with qtbot.waitSignal(model.rowsInserted) as inserted:
        model.refresh()
    assert inserted.args[1:] == [0, 699]
    assert cell(model, 700, LogTerm.TARGET) == "CERT-1200"
    assert model.newest_hash == log.entries[-1].hash


def test_a_search_goes_through_the_whole_log(model, qtbot):
    searched(qtbot, model, "下書き 7 cert-7")
    found = [cell(model, row, LogTerm.TARGET) for row in range(model.rowCount())]
    assert len(found) == 111  # 7, 70 to 79, 700 to 799
    assert found[-1] == "CERT-7"


def test_a_search_looks_at_what_comes_later(model, log, qtbot):
    searched(qtbot, model, "新しい")
    log.grow(2, "新しい記録")
    model.refresh()
    assert model.rowCount() == 2


def test_an_empty_search_shows_all_that_is_read(model, qtbot):
    searched(qtbot, model, "どこにもない")
    assert model.rowCount() == 0
    model.search("")
    assert model.rowCount() == model.total


def test_what_repeats_the_row_above_is_known(model):
    repeats = [model.index(row, 0).data(LogRole.REPEATS) for row in range(5)]
    assert repeats == [False, False, True, True, False]


def test_a_log_that_cannot_be_read_is_told_once(model, log, qtbot):
    log.is_broken = True
    with qtbot.waitSignal(model.refused) as told:
        model.fetchMore(NOTHING)
    assert told.args[0].why is Why.FILE_BUSY
    assert not model.canFetchMore(NOTHING)
    log.is_broken = False
    model.refresh()
    assert model.canFetchMore(NOTHING)


def test_a_stopped_model_reads_no_more(model, log):
    model.search("下書き 1")
    model.stop()
    before = log.reads
    assert not model.is_searching
    model.fetchMore(NOTHING)
    assert log.reads == before


def test_a_tip_is_plain_text_and_a_cell_one_line(qapp):
    log = Log(0)
    log.grow(1, "<b>太字</b>\n二行目")
    model = LogModel(log.part, Language.JA)
    model.refresh()
    assert cell(model, 0, LogTerm.NEW) == "<b>太字</b> 二行目 1"
    tip = cell(model, 0, LogTerm.NEW, Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;太字&lt;/b&gt;\n二行目" in tip


def test_rows_are_copied_as_spreadsheets_take_them(qapp):
    log = Log(0)
    log.grow(1, '"二"\n行')
    model = LogModel(log.part, Language.JA)
    model.refresh()
    cells = model.text_of([0]).split("\t")
    assert cells[PLACES[LogTerm.NEW]] == '"""二""\n行 1"'
    assert len(cells) == len(COLUMNS)


def test_headings_are_words(model):
    heads = [model.headerData(place, Qt.Orientation.Horizontal) for place in range(len(COLUMNS))]
    assert heads[:4] == ["日時", "操作番号", "名前", "操作"]


def test_an_undo_in_the_file_names_what_it_reversed(desk):
    desk.edit("CERT-12", "note", "下書き")
    desk.stack.undo()
    desk.stack.redo()
    model = LogModel(desk.workspace.log_part, Language.JA)
    model.refresh()
    acts = [cell(model, row, LogTerm.ACT) for row in range(3)]
    assert acts == [
        "やり直す: 操作 3 (備考の変更)",
        "元に戻す: 操作 2 (備考の変更)",
        "備考の変更",
    ]
    assert cell(model, 0, LogTerm.REVERSES) == "3"
