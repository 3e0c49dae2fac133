"""Typing into cells: keys, input methods, dates, names, choices. Nothing is lost or doubled."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from pmark_desktop.domain.filters import Filter
from pmark_desktop.domain.task import State
from pmark_desktop.session.columns import PLACES
from pmark_desktop.ui.date_editor import DateEditor
from pmark_desktop.ui.editors import ChoiceEditor, LineEditor, MemoEditor, NameEditor

KEYS = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier
TASK = "CERT-13"


@pytest.fixture
def table(window):
    window.show()
    table = window.view.tasks.table
    table.setFocus()
    QApplication.processEvents()
    return table


def go(table, field, task=TASK):
    table.choose(task, PLACES[field])


def press(widget, key, modifiers=NONE):
    QTest.keyClick(widget, key, modifiers)
    QApplication.processEvents()


def compose(widget, preedit, commit=""):
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(widget, event)
    QApplication.processEvents()


def editor(table, kind=LineEditor):
    found = [one for one in table.viewport().findChildren(kind) if one.isVisible()]
    return found[0] if found else None


def value(window, field, task=TASK):
    return getattr(window.desk.content.tasks[task], field)


def note_of(table):
    found = table.findChild(QLabel, "cell_note")
    return found.text() if found is not None and found.isVisible() else ""


def where(table):
    index = table.currentIndex()
    return index.row(), index.column()


# keys


@pytest.mark.parametrize(
    ("key", "held", "right", "down"),
    [(KEYS.Key_Return, NONE, 0, 1), (KEYS.Key_Enter, Qt.KeyboardModifier.KeypadModifier, 0, 1),
     (KEYS.Key_Return, SHIFT, 0, -1), (KEYS.Key_Tab, NONE, 1, 0), (KEYS.Key_Backtab, SHIFT, -1, 0)],
)  # fmt: skip
@pytest.mark.parametrize("is_typing", [False, True])
@pytest.mark.parametrize("field", ["owner", "note"])
def test_keys_that_leave_a_cell_save_and_go_on(
    window, table, field, key, held, right, down, is_typing
):
    go(table, field)
    row, column = where(table)
    if is_typing:
        QTest.keyClick(table, KEYS.Key_X)
        press(table.focusWidget(), key, held)
        assert value(window, field) == "x"
    else:
        press(table, key, held)
    assert where(table) == (row + down, column + right)
    assert editor(table) is editor(table, MemoEditor) is None
    assert len(table.selected_tasks()) == 1


def test_typing_replaces_and_f2_goes_on_at_the_end(window, table):
    window.desk.edit(TASK, "owner", "abc")
    go(table, "owner")
    press(table, KEYS.Key_F2)
    line = editor(table)
    assert (line.selectedText(), line.cursorPosition()) == ("", 3)
    QTest.keyClick(line, KEYS.Key_D)
    press(line, KEYS.Key_Return)
    assert value(window, "owner") == "abcd"
    go(table, "owner")
    QTest.keyClick(table, KEYS.Key_Z)
    press(editor(table), KEYS.Key_Return)
    assert value(window, "owner") == "z"


def test_escape_gives_a_cell_back(window, table):
    window.desk.edit(TASK, "note", "元の文")
    go(table, "note")
    QTest.keyClick(table, KEYS.Key_X)
    press(editor(table, MemoEditor), KEYS.Key_Escape)
    assert value(window, "note") == "元の文"
    assert editor(table, MemoEditor) is None


def test_backspace_empties_a_cell_and_goes_on_typing(window, table):
    window.desk.edit(TASK, "owner", "abc")
    go(table, "owner")
    press(table, KEYS.Key_Backspace)
    press(editor(table), KEYS.Key_Return)
    assert value(window, "owner") == ""


def test_tab_at_the_end_of_a_row_goes_to_the_next(window, table):
    go(table, "reason")
    row, _ = where(table)
    press(table, KEYS.Key_Tab)
    assert where(table) == (row + 1, 0)
    press(table, KEYS.Key_Backtab, SHIFT)
    assert where(table) == (row, PLACES["reason"])


# input methods


@pytest.mark.parametrize("field", ["owner", "note"])
def test_a_composition_begun_on_a_cell_replaces_it_once(window, table, field):
    window.desk.edit(TASK, field, "前の内容")
    go(table, field)
    for preedit in ("n", "に", "にほ", "にほん"):
        compose(QApplication.focusObject(), preedit)
    compose(QApplication.focusObject(), "", "日本")
    compose(QApplication.focusObject(), "g")
    compose(QApplication.focusObject(), "", "語")
    press(QApplication.focusWidget(), KEYS.Key_Return)
    assert value(window, field) == "日本語"


def leave_by_cell(window, table):
    table.choose("CERT-14")


def leave_by_click(window, table):
    place = table.visualRect(table.model().index(0, 1)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, NONE, place)


def leave_by_page(window, table):
    window.view.navigation.page_wanted.emit("log")


def leave_by_search(window, table):
    window.view.tasks.search.setFocus()


def leave_by_closing(window, table):
    window.commit_editor()


LEAVINGS = [leave_by_cell, leave_by_click, leave_by_page, leave_by_search, leave_by_closing]


@pytest.mark.parametrize("leave", LEAVINGS)
@pytest.mark.parametrize("field", ["owner", "note"])
@pytest.mark.parametrize("is_begun_on_cell", [True, False])
def test_a_composition_that_is_interrupted_is_neither_lost_nor_doubled(
    window, table, field, leave, is_begun_on_cell
):
    window.desk.edit(TASK, field, "前の内容")
    go(table, field)
    if not is_begun_on_cell:
        table.edit_field(field)
        compose(editor(table, LineEditor) or editor(table, MemoEditor), "", "日本")
    compose(QApplication.focusObject(), "ご")
    leave(window, table)
    QApplication.processEvents()
    assert value(window, field) == ("ご" if is_begun_on_cell else "日本ご")


def test_an_undo_in_between_keeps_what_is_typed(window, table):
    window.desk.edit("CERT-14", "note", "取り消される")
    go(table, "owner")
    table.edit_field("owner")
    compose(editor(table), "", "見本")
    compose(editor(table), "はな")
    window.desk.stack.undo()
    QApplication.processEvents()
    assert value(window, "note", "CERT-14") == ""
    assert editor(table).whole_text() == "見本はな"
    leave_by_cell(window, table)
    assert value(window, "owner") == "見本はな"


@pytest.mark.parametrize("field", ["owner", "note"])
def test_a_table_that_is_filled_anew_keeps_what_is_typed(window, table, field):
    go(table, field)
    table.edit_field(field)
    kind = LineEditor if field == "owner" else MemoEditor
    compose(editor(table, kind), "", "見本")
    compose(editor(table, kind), "はな")
    window.view.tasks.model.reset(window.desk.content.tasks.values())
    QApplication.processEvents()
    assert editor(table, kind).whole_text() == "見本はな"
    press(editor(table, kind), KEYS.Key_Return)
    assert value(window, field) == "見本はな"


def test_what_is_typed_into_a_task_that_is_no_longer_shown_is_saved(window, table):
    go(table, "owner")
    table.edit_field("owner")
    compose(editor(table), "", "見本")
    window.view.tasks.model.show_only(wanted=Filter(picked=frozenset({"CERT-14"})))
    QApplication.processEvents()
    assert value(window, "owner") == "見本"


# what cannot be


def test_an_invalid_date_keeps_its_editor_open_with_the_reason(window, table):
    before = window.desk.workspace.log(1)
    go(table, "due", "CERT-12")
    place = where(table)
    for key in "2027-02-30":
        QTest.keyClick(QApplication.focusWidget(), key)
    line = editor(table, DateEditor)
    press(line, KEYS.Key_Return)
    assert note_of(table).startswith("「2027-02-30」は日付として読めません")
    assert (editor(table, DateEditor), where(table)) == (line, place)
    assert line.accessibleDescription() == note_of(table)
    press(line, KEYS.Key_Tab)
    assert editor(table, DateEditor) is line
    press(line, KEYS.Key_Escape)
    assert editor(table, DateEditor) is None
    assert note_of(table) == ""
    assert window.desk.workspace.log(1) == before


def test_the_reason_goes_when_typing_goes_on_and_the_mended_text_is_saved(window, table):
    go(table, "due", "CERT-12")
    table.edit_field("due")
    line = editor(table, DateEditor)
    line.setText("2027/2/3x")
    press(line, KEYS.Key_Return)
    press(line, KEYS.Key_Backspace)
    assert note_of(table) == "2027/02/03(水)"
    press(line, KEYS.Key_Return)
    assert value(window, "due", "CERT-12") == date(2027, 2, 3)


@pytest.mark.parametrize("leave", LEAVINGS[:4])
def test_an_invalid_text_left_behind_is_told_and_can_be_taken_up_again(window, table, leave):
    go(table, "due", "CERT-12")
    before = value(window, "due", "CERT-12")
    table.edit_field("due")
    editor(table, DateEditor).setText("2027/2/30")
    leave(window, table)
    assert value(window, "due", "CERT-12") == before
    assert window.strip.text.startswith("「2027/2/30」は日付として読めません")
    window.strip.findChild(QPushButton, "type_again").click()
    assert editor(table, DateEditor).text() == "2027/2/30"


def test_a_choice_that_a_rule_forbids_stays_open_with_the_reason(window, table):
    go(table, "state")
    table.edit_field("state")
    box = editor(table, ChoiceEditor)
    box.setCurrentIndex(box.findData("excluded"))
    box.activated.emit(box.currentIndex())
    assert note_of(table).startswith("理由が空です")
    press(box, KEYS.Key_Escape)
    assert editor(table, ChoiceEditor) is None
    assert value(window, "state") is State.TODO


def test_what_cannot_be_stored_stays_in_its_editor(window, table, monkeypatch):
    from pmark_desktop.domain.errors import StorageError, Why

    def full(*_args, **_facts):
        raise StorageError(Why.DISK_FULL)

    go(table, "owner")
    table.edit_field("owner")
    editor(table).setText("見本 花子")
    with monkeypatch.context() as patch:
        patch.setattr(type(window.desk.workspace), "run", full)
        press(editor(table), KEYS.Key_Return)
    assert "空き容量がない" in note_of(table)
    press(editor(table), KEYS.Key_Return)
    assert value(window, "owner") == "見本 花子"


# dates


def test_the_weekday_and_the_holiday_of_what_is_typed_are_shown(window, table):
    go(table, "due")
    table.edit_field("due")
    line = editor(table, DateEditor)
    line.selectAll()
    for text, words in (
        ("11/23", "2026/11/23(月) 勤労感謝の日"),
        ("+1", "2026/11/25(水)"),
        ("x", ""),
    ):
        line.setText("")
        QTest.keyClicks(line, text)
        assert note_of(table) == words


def test_today_is_typed_by_a_key(window, table):
    go(table, "done_on")
    press(table, KEYS.Key_F2)
    press(editor(table, DateEditor), KEYS.Key_Semicolon, CONTROL)
    press(editor(table, DateEditor), KEYS.Key_Return)
    assert value(window, "done_on") == date(2026, 11, 24)


def test_a_day_is_picked_from_the_month_by_keys_and_saved(window, table):
    window.desk.edit(TASK, "due", "2026/11/20")
    go(table, "due")
    press(table, KEYS.Key_Down, ALT)
    grid = editor(table, DateEditor).picker.grid
    assert grid.chosen == date(2026, 11, 20)
    for key in (KEYS.Key_PageDown, KEYS.Key_Right, KEYS.Key_Down):
        QTest.keyClick(grid, key)
    assert grid.accessibleName() == "2026/12/28(月)"
    press(grid, KEYS.Key_Return)
    assert value(window, "due") == date(2026, 12, 28)
    assert editor(table, DateEditor) is None


def test_the_month_shows_holidays_and_closed_days_and_a_click_picks(window, table):
    window.desk.edit(TASK, "due", "2026/11/20")
    go(table, "due")
    table.edit_field("due")
    line = editor(table, DateEditor)
    line.open_picker()
    grid, colors = line.picker.grid, grid_colors(window)
    inks = [grid.ink(date(2026, 11, day)) for day in (1, 2, 3, 7, 23)]
    assert inks == [colors.late, colors.text, colors.late, colors.accent, colors.late]
    assert grid.tip(date(2026, 11, 3)) == "2026/11/03(火) 文化の日"
    assert grid.tip(date(2026, 12, 30)) == "2026/12/30(水) 年末年始"
    place = grid.place_of(date(2026, 11, 26)).center()
    QTest.mouseClick(grid, Qt.MouseButton.LeftButton, NONE, QPoint(place))
    QApplication.processEvents()
    assert value(window, "due") == date(2026, 11, 26)


def grid_colors(window):
    return window._look.colors


def test_escape_closes_the_month_and_leaves_the_editor(window, table):
    go(table, "due")
    table.edit_field("due")
    line = editor(table, DateEditor)
    line.open_picker()
    QApplication.processEvents()
    press(line.picker.grid, KEYS.Key_Escape)
    assert editor(table, DateEditor) is line


# names and choices


def test_names_that_contain_what_is_typed_are_offered_in_any_width_or_kana(window, table):
    for number, name in enumerate(("ヤマダ 花子", "見本 やまだ", "佐藤")):
        window.desk.edit(f"CERT-{12 + number}", "owner", name)
    go(table, "checked_by")
    table.edit_field("checked_by")
    line = editor(table, NameEditor)
    compose(line, "", "ﾔﾏﾀﾞ")
    assert line.offered() == ["ヤマダ 花子", "見本 やまだ"]
    QTest.keyClick(line._list, KEYS.Key_Down)
    press(line._list, KEYS.Key_Return)
    assert value(window, "checked_by") == "ヤマダ 花子"


def test_enter_takes_what_is_typed_where_no_offered_name_was_chosen(window, table):
    window.desk.edit("CERT-12", "owner", "abcd")
    go(table, "owner")
    table.edit_field("owner")
    line = editor(table, NameEditor)
    QTest.keyClicks(line, "abc")
    assert "abcd" in line.offered()
    press(line._list, KEYS.Key_Return)
    assert value(window, "owner") == "abc"
    assert editor(table) is None


@pytest.mark.parametrize(("letters", "state"), [("doi", State.DOING), ("r", State.REVIEW)])
def test_letters_choose_a_state(window, table, letters, state):
    go(table, "state")
    QTest.keyClick(table, letters[0])
    box = editor(table, ChoiceEditor)
    for letter in letters[1:]:
        QTest.keyClick(box.view(), letter)
    press(box.view(), KEYS.Key_Return)
    assert value(window, "state") is state
    assert editor(table, ChoiceEditor) is None


def test_escape_in_the_list_of_a_choice_leaves_the_cell(window, table):
    go(table, "state")
    press(table, KEYS.Key_F2)
    box = editor(table, ChoiceEditor)
    press(box.view(), KEYS.Key_Escape)
    QApplication.processEvents()
    assert editor(table, ChoiceEditor) is None
    assert value(window, "state") is State.TODO


def test_the_input_method_is_off_where_nothing_is_written_in_japanese(window, table):
    enabled = Qt.WidgetAttribute.WA_InputMethodEnabled
    for field, is_on in (("state", False), ("owner", True), ("result", False), ("note", True)):
        go(table, field)
        assert table.testAttribute(enabled) is is_on
