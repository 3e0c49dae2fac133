"""The two-year map and the short lists as Qt models."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from pmark_desktop.domain.agenda import late_tasks
from pmark_desktop.domain.days import months_ending
from pmark_desktop.domain.task import State
from pmark_desktop.domain.two_years import two_years
from pmark_desktop.session.agenda_model import AgendaColumn, AgendaModel
from pmark_desktop.session.columns import Tone
from pmark_desktop.session.map_model import MapModel, MapRole
from pmark_desktop.words import Language
from pmark_desktop.words_agenda import lateness_words

PERIOD = months_ending(date(2027, 11, 30), 24)
TITLES = {"AUD": "内部監査"}
ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole
ACROSS, DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical


@pytest.fixture
def found(make_task, today):
    tasks = [
        make_task(due=date(2026, 5, 29)),
        make_task(due=date(2026, 10, 5), done_on=date(2026, 10, 5), state=State.DONE, evidence=(1,)),
        make_task(due=date(2026, 12, 1)),
    ]  # fmt: skip
    return two_years(tasks, ("AUD",), PERIOD, today)


@pytest.fixture
def model(qapp, found):
    made = MapModel(Language.JA)
    made.show_map(found, TITLES, 11)
    return made


def test_it_keeps_the_contract_of_models(model, qtmodeltester):
    qtmodeltester.check(model)
    assert (model.rowCount(), model.columnCount()) == (2, 24)


def test_cells_say_what_they_are_and_what_they_mean(model):
    cell = model.index(0, 5)
    assert (cell.data(), cell.data(MapRole.TONE)) == ("0/1", Tone.LATE)
    assert cell.data(ACCESSIBLE) == "内部監査 2026年5月 タスク1件 証跡あり0件 記録なし"
    assert model.index(0, 10).data(MapRole.TONE) == Tone.GOOD
    assert model.index(0, 12).data(MapRole.TONE) == Tone.EXCLUDED
    assert (model.index(1, 0).data(), model.index(0, 0).data()) == ("なし", "")


def test_heads_name_lists_total_and_the_year_where_it_begins(model):
    assert [model.headerData(row, DOWN) for row in range(2)] == ["内部監査", "合計"]
    heads = [model.headerData(column, ACROSS) for column in range(3)]
    assert heads == ["2025\n12月", "2026\n1月", "\n2月"]
    assert model.picked(0, 5) == "2026年5月・内部監査"
    assert (model.key(0), model.key(1)) == ("AUD", "")


def test_a_new_map_of_the_same_shape_keeps_what_is_chosen(qtbot, model, found):
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.show_map(found, TITLES, 11)
    with qtbot.waitSignal(model.modelReset):
        model.show_map(two_years((), ("ORG",), PERIOD, date(2026, 11, 24)), {"ORG": "組織"}, 11)


@pytest.fixture
def agenda(qapp, make_task, today):
    tasks = [
        make_task(due=date(2026, 11, 1), hard_due=date(2026, 11, 20), owner="見本 花子"),
        make_task(due=date(2026, 11, 22)),
    ]
    made = AgendaModel(Language.JA, lateness_words)
    made.show_tasks(late_tasks(tasks, today), today)
    return made


def test_a_short_list_keeps_the_contract_too(agenda, qtmodeltester):
    qtmodeltester.check(agenda)
    assert agenda.columnCount() == len(AgendaColumn)


def test_a_row_shows_the_day_that_its_urgency_is_about(agenda):
    texts = [[agenda.index(row, column).data() for column in AgendaColumn] for row in range(2)]
    assert texts[0][:2] == ["絶対期限 4日超過", "2026/11/20(金)"]
    assert texts[1][:2] == ["2日超過", "2026/11/22(日)"]
    assert agenda.tone(agenda.index(0, AgendaColumn.LEFT)) is Tone.LATE
    assert agenda.tone(agenda.index(0, AgendaColumn.TITLE)) is Tone.CALM


def test_who_cannot_see_a_row_hears_the_whole_of_it(agenda):
    task = agenda.task(0)
    heard = agenda.index(0, AgendaColumn.DAY).data(ACCESSIBLE)
    assert heard == f"{task.id} 絶対期限 4日超過 2026/11/20(金) 内部監査"
    assert "見本 花子" in agenda.index(0, AgendaColumn.TITLE).data(Qt.ItemDataRole.ToolTipRole)
    assert agenda.text_of([1]).split("\t")[1:] == ["2日超過", "2026/11/22(日)", "内部監査"]
