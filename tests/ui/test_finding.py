"""Finding tasks with keys and clicks: chips, groups, views, order, and that nobody gets lost."""

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton

from pmark_desktop.app import open_window
from pmark_desktop.domain.filters import EVERYTHING, Filter, Mark
from pmark_desktop.domain.task import State
from pmark_desktop.domain.views import BUILT_IN, BuiltIn, Group, SortBy
from pmark_desktop.session.columns import COLUMNS, PLACES
from pmark_desktop.storage.tables import Table
from pmark_desktop.ui import dialogs
from pmark_desktop.ui.navigation import ALL
from pmark_desktop.ui.task_page import SHORTCUTS
from pmark_desktop.workspace.own_lists import add_own_list
from pmark_desktop.workspace.saved_views import saved_views

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(window):
    page = window.view.tasks
    page.table.setFocus()
    QApplication.processEvents()
    return page


def ids(page):
    model = page.model
    rows = range(model.rowCount())
    return [model.task(row).id for row in rows if not model.is_heading(row)]


def chips(page):
    found = page.bar.findChildren(QPushButton)
    return [one.text() for one in found if one.objectName().startswith("chip_") and one.isVisible()]


def count(page):
    return page.findChild(QLabel, "shown_count").text()


def action(menu, name):
    menu.aboutToShow.emit()
    found = [one for one in menu.actions() if one.objectName() == name]
    return found[0] if found else next(
        one for inner in menu.findChildren(QMenu) for one in inner.actions()
        if one.objectName() == name
    )  # fmt: skip


def head_click(page, name, modifier=Qt.KeyboardModifier.NoModifier):
    heads = page.table.heads
    page.table.horizontalScrollBar().setValue(0)
    page.table.scrollTo(page.model.index(0, PLACES[name]))
    place = QPoint(heads.sectionViewportPosition(PLACES[name]) + 12, heads.height() // 2)
    QTest.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, modifier, place)


def test_conditions_are_ticked_by_keys_and_stand_above_the_table_in_words(page, window):
    window.activateWindow()
    page.bar.open_menu()
    menu = page.bar.menu
    assert menu.activeAction().menu().objectName() == "filter_states"
    QTest.keyClick(menu, Qt.Key.Key_Right)
    states = page.bar.menu.findChild(QMenu, "filter_states")
    states.setActiveAction(states.actions()[0])
    QTest.keyClick(states, Qt.Key.Key_Space)
    assert states.isVisible()  # the next one can be ticked
    states.setActiveAction(states.actions()[1])
    QTest.keyClick(states, Qt.Key.Key_Space)
    states.close()
    menu.close()
    assert chips(page) == ["状態: 未着手・対応中"]
    assert {page.model.task(row).state for row in range(page.model.rowCount())} == {
        State.TODO, State.DOING,
    }  # fmt: skip
    shown, total = page.model.found_count, page.model.scope_total
    assert count(page) == f"{shown} / {total}件"
    assert 0 < shown < total


def test_a_chip_is_taken_away_by_enter_and_all_by_one_button(page):
    page.want(Filter(states=frozenset({State.TODO}), owners=frozenset({"見本 花子"})))
    chip = page.bar.findChild(QPushButton, "chip_states")
    assert "外す" in chip.accessibleName()
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert chips(page) == ["担当: 見本 花子"]
    page.bar.findChild(QPushButton, "clear_filters").click()
    assert chips(page) == []
    assert page.model.found_count == page.model.scope_total


def test_an_owner_who_is_gone_is_named_so_and_nothing_breaks(page):
    page.want(Filter(owners=frozenset({"退職 太郎"})))
    assert chips(page) == ["担当: 退職 太郎(該当なし)"]
    assert count(page).startswith("0 / ")
    assert page._empty.isVisible()
    page.want(EVERYTHING)
    assert page.table.isVisible()


def test_owners_are_offered_with_their_number(page):
    menu = page.bar.menu.findChild(QMenu, "filter_owners")
    menu.aboutToShow.emit()
    one = next(each for each in menu.actions() if each.text().startswith("見本 花子"))
    one.trigger()
    assert f"({page.model.found_count})" in one.text()


def test_what_no_longer_fits_goes_when_it_is_asked_for(page, window):
    page.want(Filter(states=frozenset({State.TODO})))
    first = ids(page)[0]
    window.desk.edit(first, "state", "doing")
    assert first in ids(page)
    action(page.bar.menu, "reapply_filter").trigger()
    assert first not in ids(page)


@pytest.mark.parametrize("text", ["(.*[", "\\", "監査" * 5000, "%_", "\x00", "'; DROP TABLE"])
def test_any_text_can_be_searched_for(page, text):
    page.search.setText(text)
    page.search.returnPressed.emit()
    assert page.model.found_count == 0
    assert page.search.text()


# nobody gets lost


def test_current_cell_selection_and_scroll_survive_filter_order_groups_and_edits(page, window):
    table, model = page.table, page.model
    row = model.row_of("PDCA-08@1") or model.row_of("PDCA-10@1")
    task = model.task(row).id
    table.choose(task, PLACES["owner"])
    table.selectionModel().select(
        QItemSelection(model.index(row, 4), model.index(row, 6)),
        QItemSelectionModel.SelectionFlag.ClearAndSelect,
    )
    offset = table.rowViewportPosition(row)

    def is_kept():
        index = table.currentIndex()
        chosen = {(model.task(one.row()).id, one.column()) for one in table.selectedIndexes()}
        return (model.task(index.row()).id, index.column(), chosen) == (
            task, PLACES["owner"], {(task, 4), (task, 5), (task, 6)},
        )  # fmt: skip

    page.want(Filter(lists=frozenset({"PDCA"})))
    assert is_kept()
    page.want(EVERYTHING)
    assert is_kept()
    moved = table.rowViewportPosition(model.row_of(task)) - offset
    assert abs(moved) <= 2 * table.rowHeight(0)  # the chips take a line of the page
    for act in (
        lambda: page.arranging.set_group(Group.MONTH), lambda: page.arranging.set_order((SortBy("title"),)),
        lambda: page.arranging.set_group(Group.NONE), lambda: page.arranging.set_order(()),
        lambda: window.desk.edit(task, "note", "x"), window.desk.stack.undo,
        lambda: window.desk.attach_paper(task, "書庫A"), window.desk.stack.undo,
    ):  # fmt: skip
        act()
        assert is_kept()


def test_a_new_view_of_a_hidden_task_starts_at_the_first_row(page):
    page.table.choose("CERT-12")
    page.want(Filter(lists=frozenset({"AUD"})))
    assert page.table.current_task() == ids(page)[0]


# groups


def test_groups_are_folded_by_enter_and_opened_by_a_click(page):
    page.arranging.set_group(Group.LIST)
    table, model = page.table, page.model
    table.setCurrentIndex(model.index(0, 1))
    assert model.is_heading(0)
    before = model.rowCount()
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert model.rowCount() < before
    assert model.is_heading(1)
    assert table.currentIndex().row() == 0
    assert count(page).split(" / ")[0] == str(model.scope_total)
    rect = table.visualRect(model.index(0, 1))
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert model.rowCount() == before


def test_a_task_in_a_folded_group_is_shown_when_it_is_asked_for(page, window):
    page.arranging.set_group(Group.LIST)
    page.table.fold_all(is_folded=True)
    assert ids(page) == []
    window.view.show_task("CERT-12")
    assert page.table.current_task() == "CERT-12"


def test_arrows_and_typing_on_a_heading_harm_nothing(page, window):
    page.arranging.set_group(Group.LIST)
    page.table.setCurrentIndex(page.model.index(0, PLACES["owner"]))
    steps = window.desk.stack.count()
    for key in (Qt.Key.Key_X, Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(page.table, key)
    assert window.desk.stack.count() == steps


# order


def test_a_click_sorts_and_shift_click_adds_a_column(page):
    head_click(page, "due")
    head_click(page, "title", SHIFT)
    assert page.model.order == (SortBy("due"), SortBy("title"))
    assert chips(page) == ["社内期限(昇順) → 実施項目(昇順)"]
    head_click(page, "due", CONTROL)
    assert page.model.order == (SortBy("due", True), SortBy("title"))
    head_click(page, "title")
    assert page.model.order == (SortBy("title"),)
    page.bar.findChild(QPushButton, "chip_order").click()
    assert page.model.order == ()


def test_the_menu_of_the_current_column_sorts_hides_and_moves_it_by_keys(page, qtbot):
    page.table.choose("CERT-12", PLACES["owner"])
    next(one for one in page.actions() if one.objectName() == "task_column_menu").trigger()
    menu = QApplication.activePopupWidget()
    names = [one.objectName() for one in menu.actions() if one.objectName()]
    assert {"sort_up", "sort_add_down", "hide_column", "move_left", "freeze_here"} <= set(names)
    next(one for one in menu.actions() if one.objectName() == "sort_down").trigger()
    assert page.model.order == (SortBy("owner", True),)
    menu.close()
    menu = page.arranging.menus.column_menu("owner", page)
    action(menu, "move_left").trigger()
    visible = page.shape.visible()
    assert visible.index("owner") + 1 == visible.index("state")
    action(page.arranging.menus.column_menu("owner", page), "hide_column").trigger()
    assert "owner" not in page.shape.visible()


# views


@pytest.mark.parametrize("which", BuiltIn)
def test_built_in_views_show_all_lists_with_their_filter(page, window, which):
    window.view.show_page("list:AUD")
    action(page.views, f"view_{which.value}").trigger()
    assert page.model.scope_total == len(window.desk.content.tasks)
    assert page._wanted == BUILT_IN[which].wanted
    assert page.model.group is BUILT_IN[which].group
    assert window.view.navigation._pages.currentItem() is window.view.navigation._items[ALL]
    assert chips(page)


def test_a_view_is_kept_chosen_renamed_and_deleted_each_in_one_step(page, window, monkeypatch):
    desk = window.desk
    page.want(Filter(marks=frozenset({Mark.PAST})))
    page.arranging.set_order((SortBy("owner"),))
    page.search.setText("監査")
    page.shape.set_hidden("note", is_hidden=True)
    monkeypatch.setattr(dialogs, "ask_line", lambda *_: "私の確認")
    action(page.views, "save_view").trigger()
    assert desk.stack.undoText() == "ビューの変更 私の確認"
    page.search.clear()
    page.want(EVERYTHING)
    page.arranging.set_order(())
    page.shape.set_hidden("note", is_hidden=False)
    action(page.views, "view:1").trigger()
    assert (page.search.text(), page.model.order) == ("監査", (SortBy("owner"),))
    assert "note" not in page.shape.visible()
    assert chips(page) == ["過年度の記録を確認", "担当(昇順)"]
    monkeypatch.setattr(dialogs, "ask_line", lambda *_: "別の名前")
    action(page.views, "rename_view_view:1").trigger()
    action(page.views, "retire_view_view:1").trigger()
    assert "別の名前" in window.strip.text
    assert saved_views(desk.workspace.settings) == []
    desk.stack.undo()
    assert [one.view.name for one in saved_views(desk.workspace.settings)] == ["別の名前"]


def test_a_damaged_view_is_said_and_what_is_left_of_it_is_shown(page, window):
    kept = '{"name": "古い", "filter": {"states": ["todo", "?"]}, "columns": ["id", "gone"]}'
    for name, value in (("view:1", kept), ("view:2", "{")):
        window.desk.workspace.run(
            "view",
            lambda doing, row=(name, value): doing.bring(
                Table.SETTING, {"name": row[0], "value": row[1]}
            ),
        )
    action(page.views, "view:1").trigger()
    assert "古い" in window.strip.text
    assert chips(page) == ["状態: 未着手"]
    assert page.shape.visible() == ("id",)
    action(page.views, "view:2").trigger()
    assert "壊れていて読めません" in window.strip.text
    assert chips(page) == ["状態: 未着手"]


def test_a_reader_can_choose_views_but_not_keep_any(window, page, today, store, qtbot):
    other = open_window(window.desk.workspace.path, today, store)
    qtbot.addWidget(other)
    views = other.view.tasks.views
    views.fill()
    names = [one.objectName() for one in views.actions()]
    assert "view_late" in names
    assert "save_view" not in names
    other.close()


# shape


def test_the_shape_of_the_table_is_there_again_in_the_next_session(sample, today, store, qtbot):
    window = open_window(sample, today, store)
    qtbot.addWidget(window)
    page = window.view.tasks
    window.view.show_page(ALL)
    store.setValue("columns", b"of an older version")
    page.shape.set_hidden("tag", is_hidden=False)
    page.shape.move("owner", -2)
    page.shape.set_frozen(1)
    page.shape.set_lines(3)
    page.shape.set_zoom(120)
    page.shape.widen("title", 1.5)
    page.arranging.set_order((SortBy("owner"), SortBy("due", True)))
    page.arranging.set_group(Group.STAGE)
    kept = page.shape.layout_with(page.model.order, page.model.group)
    window.close()
    again = open_window(sample, today, store)
    qtbot.addWidget(again)
    page = again.view.tasks
    found = page.shape.layout_with(page.model.order, page.model.group)
    for name in PLACES:
        assert abs(found.widths[name] - kept.widths[name]) <= 1
    assert found.visible == kept.visible
    assert (found.frozen, found.lines, found.zoom) == (1, 3, 120)
    assert (found.sort, found.group) == (kept.sort, Group.STAGE)
    action(page.arranging.menu, "reset_columns").trigger()
    reset = page.shape.layout_with((), Group.NONE)
    assert (reset.visible[:2], reset.zoom, reset.lines) == (("id", "title"), 100, 1)
    assert "tag" not in reset.visible
    again.close()


def test_zoom_and_lines_by_keys_and_wheel_stay_within_their_limits(page):
    base = page.table.font().pointSizeF()
    height = page.table.rowHeight(0)
    for _ in range(30):
        next(one for one in page.actions() if one.objectName() == "task_zoom_in").trigger()
    assert page.shape.zoom == 200
    assert page.table.font().pointSizeF() == pytest.approx(2 * base)
    assert page.table.rowHeight(0) > height
    for _ in range(30):
        page.shape.zoom_by(-1)
    assert page.shape.zoom == 80
    next(one for one in page.actions() if one.objectName() == "task_zoom_usual").trigger()
    assert page.table.rowHeight(0) == height
    page.shape.set_lines(9)
    assert page.shape.lines == 3
    assert page.table.rowHeight(0) > 2 * height


def test_the_last_column_cannot_be_hidden(page):
    for column in COLUMNS:
        page.shape.set_hidden(column.name, is_hidden=True)
    assert len(page.shape.visible()) == 1


def test_every_key_of_the_page_is_in_the_table_of_keys_and_none_is_a_single_letter(page):
    told = {one.shortcut().toString(): one.text() for one in page.actions()}
    table = {keys: words for keys, words, _ in SHORTCUTS}
    for keys, text in told.items():
        assert "+" in keys
        assert table[keys] == text


def test_a_long_title_of_a_checklist_does_not_widen_the_window(window, page):
    before = page.minimumSizeHint().width()
    title = "グループ会社・関連会社を含む個人情報保護教育と委託先監査の年間計画" * 3
    desk = window.desk
    desk.carry_out("step", lambda: add_own_list(desk.workspace, title[:90], "OWN9", desk.today))
    page.show_only("OWN9")
    assert page.minimumSizeHint().width() == before
    assert page.findChild(QLabel, "page_title").toolTip()
