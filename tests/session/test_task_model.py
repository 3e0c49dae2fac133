"""The table of tasks: what it shows, and that it changes nothing by itself."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from pmark_desktop.domain.filters import EVERYTHING, Filter, Mark, Span, Vantage
from pmark_desktop.domain.task import State
from pmark_desktop.domain.views import Group, SortBy
from pmark_desktop.session.columns import COLUMNS, PLACES, Tone
from pmark_desktop.session.task_model import Role, TaskModel
from pmark_desktop.words import Language

TODAY = date(2026, 4, 1)
LATE = Filter(spans=frozenset({Span.LATE}))


@pytest.fixture
def model(qapp, make_task, make_item):
    """Return a model of three tasks: late, soon, and waiting."""
    rows = [
        make_task(item=make_item(id="AUD-01", title="ｱｸｾｽ権の監査"), due=date(2026, 3, 31)),
        make_task(item=make_item(id="AUD-02", title="監査計画"), due=date(2026, 4, 20)),
        make_task(item=make_item(id="ORG-03"), list_key="ORG", waits_for="site_visit"),
    ]
    model = TaskModel(TODAY, Language.JA, can_edit=True)
    model.reset(rows, {"AUD": "内部監査", "ORG": "組織変更"})
    return model


def ids(model):
    rows = range(model.rowCount())
    return [model.task(row).id for row in rows if not model.is_heading(row)]


def shown(model):
    """Return ids, and the words of headings."""
    return [
        model.index(row, 0).data() if model.is_heading(row) else model.task(row).id
        for row in range(model.rowCount())
    ]


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
            spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
            assert spoken.startswith(column.head(Language.JA))
            assert "/" in text or text in spoken.replace("残り7日", "あと7日")
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
    model.show_only(wanted=Filter(marks=frozenset({Mark.WAITING})))
    assert ids(model) == ["ORG-03"]
    model.show_only(scope="AUD", search="アクセス")
    assert ids(model) == ["AUD-01"]
    model.show_only(search="監査 計画")
    assert ids(model) == ["AUD-02"]


def test_a_row_that_no_longer_fits_the_filter_stays_until_it_is_set_anew(model, make_task):
    model.show_only(wanted=LATE)
    done = make_task(item=model.task(0).item, state=State.DONE, reason="済")
    model.replace([done])
    assert ids(model) == ["AUD-01"]
    model.show_only(wanted=LATE)
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
    model.show_only(wanted=Filter(picked=frozenset(wanted)))
    assert ids(model) == ["AUD-02", "ORG-03"]
    model.show_only(wanted=Filter(picked=frozenset(wanted)), search="監査計画")
    assert ids(model) == ["AUD-02"]
    model.show_only(wanted=Filter(picked=frozenset()))
    assert ids(model) == []
    model.show_only()
    assert len(ids(model)) == 3


# groups


def test_groups_keep_the_contract_of_qt_models(model, qtmodeltester):
    model.set_group(Group.LIST)
    qtmodeltester.check(model)


def test_tasks_stand_under_headings_with_their_number(model):
    model.set_group(Group.LIST)
    assert shown(model) == [
        "内部監査  2件(完了 0件)", "AUD-01", "AUD-02", "組織変更  1件(完了 0件)", "ORG-03",
    ]  # fmt: skip
    assert (model.found_count, model.scope_total) == (3, 3)


@pytest.mark.parametrize(
    ("group", "titles"),
    [
        (Group.OWNER, ["担当: 見本 花子", "担当: 担当なし"]),
        (Group.MONTH, ["2026年3月", "2026年4月", "期限なし"]),
        (Group.STAGE, ["点検(C)"]),
    ],
)
def test_groups_by_owner_month_and_stage_have_what_is_empty_last(model, make_task, group, titles):
    model.replace([make_task(item=model.task(0).item, due=date(2026, 3, 31), owner="見本 花子")])
    model.set_group(group)
    assert [heading.title for heading in model.headings] == titles


def test_a_folded_group_shows_its_heading_only_and_its_tasks_still_count(model):
    model.set_group(Group.LIST)
    model.fold({"AUD"}, is_folded=True)
    assert shown(model) == ["内部監査  2件(完了 0件)", "組織変更  1件(完了 0件)", "ORG-03"]
    assert model.found_count == 3
    assert model.row_of("AUD-02") is None
    model.unfold_to("AUD-02")
    assert model.row_of("AUD-02") == 2


def test_a_heading_cannot_be_edited_and_says_its_words(model, qtbot):
    model.set_group(Group.LIST)
    heading = cell(model, 0, "owner")
    assert not heading.flags() & Qt.ItemFlag.ItemIsEditable
    with qtbot.assertNotEmitted(model.edited):
        assert not model.setData(heading, "x")
    assert heading.data(Qt.ItemDataRole.AccessibleTextRole).startswith("内部監査")
    assert model.cell(0, 0) == ("", Tone.CALM)


def test_rows_are_sorted_within_their_groups(model):
    model.arrange([SortBy("due", True)], Group.LIST)
    assert ids(model) == ["AUD-02", "AUD-01", "ORG-03"]
    model.set_group(Group.NONE)
    assert shown(model) == ["AUD-02", "AUD-01", "ORG-03"]


# order and search


def test_several_columns_sort_together(model, make_task):
    late = make_task(item=model.task(0).item, due=date(2026, 3, 31), owner="い")
    soon = make_task(item=model.task(1).item, due=date(2026, 4, 20), owner="い")
    model.replace([late, soon])
    model.set_order([SortBy("owner"), SortBy("due", True)])
    assert ids(model) == ["AUD-02", "AUD-01", "ORG-03"]


def test_numbers_within_a_no_sort_as_numbers(model, make_task, make_item):
    rows = [make_task(item=make_item(id=f"AUD-{number}")) for number in (10, 9, 100)]
    model.reset(rows)
    model.set_order([SortBy("id")])
    assert ids(model) == ["AUD-9", "AUD-10", "AUD-100"]


def test_an_order_of_columns_that_are_gone_is_no_order(model):
    model.set_order([SortBy("gone since")])
    assert ids(model) == ["AUD-01", "AUD-02", "ORG-03"]


def test_a_search_looks_into_guidance_evidence_names_notes_and_titles_of_lists(
    qapp, make_task, make_item
):
    rows = [
        make_task(item=make_item(guidance="台帳と突き合わせる"), evidence=(1,)),
        make_task(note="髙﨑さんに確認"), make_task(list_key="ORG"),
    ]  # fmt: skip
    model = TaskModel(TODAY, Language.JA, can_edit=True, evidence_names=lambda: {1: "入館ｶｰﾄﾞ.pdf"})
    model.reset(rows, {"ORG": "組織変更"})
    for words, row in (("台帳", 0), ("入館カード", 0), ("E-0001", 0), ("高崎", 1), ("組織", 2)):
        model.show_only(search=words)
        assert ids(model) == [rows[row].id]


def test_a_search_finds_what_was_edited_before_and_after_it_got_ready(model, make_task):
    assert model.warm(5) is False
    model.replace([make_task(item=model.task(1).item, note="特別な備考")])
    model.show_only(search="特別な備考")
    assert ids(model) == ["AUD-02"]


def test_rows_that_no_longer_fit_stay_also_when_everything_is_taken_anew(model, make_task):
    model.show_only(wanted=LATE)
    done = make_task(item=model.task(0).item, state=State.DONE, reason="済")
    model.reset([done, make_task(list_key="NEW")])
    assert ids(model) == ["AUD-01"]
    model.show_only(wanted=LATE)
    assert ids(model) == []


def test_what_came_into_a_list_that_is_shown_is_seen_until_it_is_filtered_again(model, make_task):
    old = [model.task(row) for row in range(model.rowCount())]
    model.show_only(scope="AUD", wanted=LATE)
    before = ids(model)
    added = [make_task(list_key=key) for key in ("AUD", "ORG", "NEW")]
    model.reset([*old, *added])
    assert ids(model) == [*before, added[0].id]
    model.show_only(scope="AUD", wanted=LATE)
    assert ids(model) == before


def test_many_changes_are_told_at_once(model, make_task, make_item, qtbot):
    tasks = [make_task(item=make_item(id=f"AUD-{number:03}")) for number in range(50)]
    model.reset(tasks)
    told = []
    model.dataChanged.connect(lambda top, bottom: told.append((top.row(), bottom.row())))
    model.replace(tasks)
    assert told == [(0, 49)]


def test_another_day_changes_the_words_and_not_the_rows(model):
    model.show_only(wanted=LATE)
    model.set_vantage(Vantage(date(2026, 4, 2), date(2026, 4, 2)))
    assert cell(model, 0, "left").data() == "2日超過"
    model.show_only(wanted=EVERYTHING)
    assert len(ids(model)) == 3


def test_what_is_to_be_checked_again_says_so_in_its_title(model, make_task):
    model.replace([make_task(item=model.task(0).item, recheck=True)])
    assert cell(model, 0, "title").data().startswith("【要再確認】")
    assert cell(model, 0, "title").data(Role.TONE) == Tone.SOON
