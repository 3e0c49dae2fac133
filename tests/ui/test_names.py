"""Everything that takes the keys has a name that a screen reader can say."""

from dataclasses import replace

from PySide6.QtWidgets import QDialog, QLineEdit

from pmark_desktop.domain.views import Group
from pmark_desktop.exchange.checklist_sheet_out import write_template
from pmark_desktop.exchange.checklist_toml import read_shipped
from pmark_desktop.session.columns import PLACES
from pmark_desktop.ui.day_picker import DayPicker
from pmark_desktop.words import Language
from tests.ui.tour import described, focusable, name_of, places


def nameless(root):
    return {described(one) for one in focusable(root) if not name_of(one)}


def test_each_page_and_panel_of_a_workspace_names_what_takes_the_keys(window):
    found = {name: nameless(window) for name in places(window)}
    assert {name: ones for name, ones in found.items() if ones} == {}


def test_the_ways_in_name_what_takes_the_keys(window):
    window.show_start()
    assert nameless(window) == set()
    window.start_new()
    assert nameless(window) == set()


def test_the_list_of_keys_has_a_name(window):
    window.show_shortcuts()
    box = window.findChild(QDialog, "text_dialog")
    assert nameless(box) == set()
    box.close()


def test_the_editors_of_cells_and_the_month_have_a_name(window):
    table = window.view.tasks.table
    for field in ("due", "state", "result", "owner", "note"):
        table.choose("CERT-12")
        table.edit_field(field)
        editor = table._painter._open
        assert name_of(editor), field
        if field == "due":
            editor.open_picker()
            picker = editor.findChild(DayPicker)
            assert nameless(picker) == set()
            picker.close()
        table.commit_editor()


def test_a_newer_edition_and_its_second_look_name_what_takes_the_keys(qtbot, window, tmp_path):
    law = next(one for one in read_shipped() if one.key == "LAW")
    first = replace(law.items[0], guidance="半期ごとに洗い直す。")
    path = tmp_path / "リスト.xlsx"
    newer = replace(law, version="1.1", items=(first, *law.items[1:]))
    write_template(path, Language.JA, newer)
    page = window.view.show_list_import()
    page.read(path)
    qtbot.waitUntil(lambda: not page.is_reading)
    assert nameless(window) == set()
    page.take()
    window.view.tasks.show_task("LAW-01@1")
    window.view.tasks.detail._show_slow_parts()
    assert nameless(window) == set()


def test_a_heading_says_what_is_grouped_and_how_much(window):
    page = window.view.tasks
    page.arranging.set_group(Group.OWNER)
    model = page.model
    row = next(row for row in range(model.rowCount()) if model.is_heading(row))
    said = name_of_cell(page.table, row, 0)
    assert str(model.heading(row).count) in said


def test_a_selected_cell_is_said_with_its_head_day_and_urgency(window):
    page = window.view.tasks
    page.table.choose("CERT-12")
    page.table.edit_field("due")
    editor = page.table._painter._open
    assert isinstance(editor, QLineEdit)
    editor.setText("2026/11/30")
    page.table.commit_editor()
    row = page.model.row_of("CERT-12")
    assert name_of_cell(page.table, row, PLACES["due"]).startswith(
        "社内期限 2026年11月30日 月曜日 残り6日 注意"
    )


def name_of_cell(table, row, column):
    index = table.model().index(row, column)
    return table.model().data(index, 11)  # AccessibleTextRole
