"""The table of tasks: what it shows, and that it changes nothing by itself."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from pmark_desktop.domain.standing import Concern
from pmark_desktop.domain.task import State
from pmark_desktop.session.columns import COLUMNS, PLACES, Tone
from pmark_desktop.session.task_model import Role, TaskModel
from pmark_desktop.words import Language

TODAY = date(2026, 4, 1)


@pytest.fixture
def model(qapp, make_task, make_item):
    """Return a model of three tasks: late, soon, and waiting."""
    rows = [
        make_task(item=make_item(id="AUD-01", title="ｱｸｾｽ権の監査"), due=date(2026, 3, 31)),
        make_task(item=make_item(id="AUD-02", title="監査計画"), due=date(2026, 4, 20)),
        make_task(item=make_item(id="ORG-03"), list_key="ORG", waits_for="site_visit"),
    ]
    model = TaskModel(TODAY, Language.JA, can_edit=True)
    model.reset(rows)
    return model


def ids(model):
    return [model.task(row).id for row in range(model.rowCount())]


def cell(model, row, name):
    return model.index(row, PLACES[name])


def test_keeps_the_contract_of_qt_models(model, qtmodeltester):
    qtmodeltester.check(model)


def test_urgency_is_told_by_words_and_by_tone(model):
    assert cell(model, 0, "left").data() == "1日超過"
    assert cell(model, 1, "left").data() == "あと19日"
    assert cell(model, 2, "left").data() == "起点待ち: 現地審査日"
    tones = [cell(model, row, "left").data(Role.TONE) for row in range(3)]
    assert tones == [Tone.LATE, Tone.SOON, Tone.WAITING]


def test_what_is_painted_is_what_is_told_to_a_screen_reader(model):
    for row in range(3):
        for place, column in enumerate(COLUMNS):
            index = model.index(row, place)
            text, tone = model.cell(row, place)
            assert (index.data(), index.data(Role.TONE)) == (text, tone)
            assert index.data(Qt.ItemDataRole.AccessibleTextRole).endswith(text)
            assert column.head(Language.JA)


def test_an_edit_is_asked_for_and_shown_only_once_saved(model, make_task, qtbot):
    with qtbot.waitSignal(model.edited) as asked:
        assert model.setData(cell(model, 0, "state"), "doing")
    assert asked.args == ["AUD-01", "state", "doing"]
    assert cell(model, 0, "state").data() == "未着手"
    with qtbot.waitSignal(model.dataChanged):
        model.replace([make_task(item=model.task(0).item, state=State.DOING)])
    assert cell(model, 0, "state").data() == "対応中"


def test_a_value_that_is_there_already_is_not_asked_for(model, qtbot):
    with qtbot.assertNotEmitted(model.edited):
        model.setData(cell(model, 0, "due"), "2026/03/31")


def test_nothing_can_be_edited_in_a_read_only_workspace(make_task, qtbot):
    model = TaskModel(TODAY, Language.JA, can_edit=False)
    model.reset([make_task()])
    assert not cell(model, 0, "note").flags() & Qt.ItemFlag.ItemIsEditable
    assert not model.setData(cell(model, 0, "note"), "x")


def test_scope_concern_and_search_are_combined(model):
    model.show_only(scope="AUD")
    assert (ids(model), model.scope_total) == (["AUD-01", "AUD-02"], 2)
    model.show_only(concern=Concern.WAITING)
    assert ids(model) == ["ORG-03"]
    model.show_only(scope="AUD", search="アクセス")
    assert ids(model) == ["AUD-01"]
    model.show_only(search="監査 計画")
    assert ids(model) == ["AUD-02"]


def test_a_row_that_no_longer_fits_the_filter_stays_until_it_is_set_anew(model, make_task):
    model.show_only(concern=Concern.LATE)
    done = make_task(item=model.task(0).item, state=State.DONE, reason="済")
    model.replace([done])
    assert ids(model) == ["AUD-01"]
    model.show_only(concern=Concern.LATE)
    assert ids(model) == []


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        (Qt.SortOrder.AscendingOrder, ["AUD-01", "AUD-02", "ORG-03"]),
        (Qt.SortOrder.DescendingOrder, ["AUD-02", "AUD-01", "ORG-03"]),
    ],
)
def test_dates_sort_as_dates_and_empty_cells_come_last(model, order, wanted):
    model.sort(PLACES["due"], order)
    assert ids(model) == wanted


def test_sorting_off_gives_the_order_of_the_list_again(model):
    model.sort(PLACES["title"], Qt.SortOrder.DescendingOrder)
    model.sort(-1)
    assert ids(model) == ["AUD-01", "AUD-02", "ORG-03"]


def test_picked_tasks_are_shown_exactly(model):
    wanted = ("ORG-03", "AUD-02", "gone since")
    model.show_only(picked=wanted)
    assert ids(model) == ["AUD-02", "ORG-03"]
    model.show_only(picked=wanted, search="監査計画")
    assert ids(model) == ["AUD-02"]
    model.show_only(picked=())
    assert ids(model) == []
    model.show_only()
    assert len(ids(model)) == 3
