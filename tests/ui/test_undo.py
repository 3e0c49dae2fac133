"""Undo in the window: the page and task it touched are shown; the list of steps; keys on F1."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QTextBrowser

from pmark_desktop.ui import navigation
from pmark_desktop.ui.shortcut_list import groups_of, part_tables, plain, table_of
from pmark_desktop.words import Language

FORBIDDEN = {"F6", "F7", "F8", "F9", "F10"}  # what a Japanese input method takes


def test_undo_shows_the_task_on_the_page_where_it_was_done(window):
    view = window.view
    view.show_page(navigation.list_page("AUD"))
    view.tasks.show_task("AUD-16@2")
    window.desk.edit("AUD-16@2", "note", "覚え書き")
    view.show_page(navigation.EVIDENCE)

    window.desk.steps.undo()

    assert view.tasks.isVisible()
    assert view.tasks.table.current_task() == "AUD-16@2"
    assert view.tasks.detail.task_id == "AUD-16@2"


def test_undo_of_a_setting_shows_its_tab(window):
    view = window.view
    view.show_page(navigation.SETTINGS)
    page = view._pages[navigation.SETTINGS]
    page.show_form(page.roles)
    role = window.desk.content.roles[0].role
    window.desk.assign(role, "別の人", "")
    page.show_form(page.organisation)
    view.show_page(navigation.ALL)

    window.desk.steps.undo()

    assert page.isVisible()
    assert page.roles.isVisible()


def test_undo_of_an_own_list_leaves_a_page_that_is_there(window):
    from pmark_desktop.session.own_desk import OwnDesk

    own = OwnDesk(window.desk)
    own.add_list("自社", "")
    window.view.show_page(navigation.list_page("OWN"))
    own.add_tasks("OWN", [{"title": "点検"}])

    window.desk.steps.go_to(0)

    assert window.view.tasks.model.rowCount() > 0
    assert window.view.tasks.isVisible()


def test_the_list_of_steps_is_walked_by_keys(qtbot, window):
    for number in (1, 2, 3):
        window.desk.edit("CERT-13", "note", f"第{number}稿")
    window.show_steps()
    panel = window.view._steps
    assert panel.isVisible()

    QTest.keyClick(panel.list, Qt.Key.Key_Home)
    QTest.keyClick(panel.list, Qt.Key.Key_Down)
    QTest.keyClick(panel.list, Qt.Key.Key_Return)

    assert window.desk.content.tasks["CERT-13"].note == "第1稿"
    assert panel.list.currentIndex().row() == 1
    QTest.keyClick(panel.list, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert window.width() <= 1300


def test_a_jump_that_stops_says_so(window):
    window.desk.edit("CERT-13", "note", "一")
    window.desk.edit("CERT-13", "note", "二")
    window.desk.workspace.undo(window.desk.steps.steps()[1].first_operation)
    window.show_steps()
    panel = window.view._steps

    panel._go(panel.model.index(0, 0))

    assert "止めています" in panel.note.text()


def test_the_menu_names_the_step(window):
    window.desk.edit("CERT-13", "owner", "R&D部")
    undo = window._undo.undo
    assert undo.isEnabled()
    assert undo.text() == "元に戻す: CERT-13 の担当を変更"
    undo.trigger()
    assert not undo.isEnabled()
    assert window._undo.redo.text() == "やり直す: CERT-13 の担当を変更"


# keys


def all_shortcuts(window):
    for action in window.findChildren(type(window._undo.undo)):
        for keys in action.shortcuts():
            yield action.objectName(), keys


def test_no_key_is_a_letter_alone_or_one_of_the_input_method(window):
    window.view.show_page(navigation.SETTINGS)
    window.view.show_page(navigation.ALL)
    for name, keys in all_shortcuts(window):
        words = keys.toString(QKeySequence.SequenceFormat.PortableText)
        last = words.rpartition("+")[2] if not words.endswith("+") else "+"
        assert last not in FORBIDDEN, name
        assert len(words) > 1, name
    for keys, japanese, english in part_tables():
        assert not FORBIDDEN & set(keys.replace(" ", "").split("+")), keys
        assert len(keys) > 1, keys
        assert japanese, keys
        assert english, keys


def test_no_two_actions_of_the_window_have_the_same_key(window):
    found = [keys.toString() for name, keys in all_shortcuts(window) if name.startswith("action_")]

    assert len(found) == len(set(found))


def test_f1_lists_all_keys_as_text_that_can_be_copied(qtbot, window):
    window.show_shortcuts()
    dialog = next(
        one
        for one in QApplication.topLevelWidgets()
        if isinstance(one, QDialog) and one.objectName() == "text_dialog"
    )

    text = dialog.findChild(QTextBrowser)
    for words in ("Ctrl+Z", "元に戻す", "F1", "Ctrl+Shift+D", "選んだ行を複製"):
        assert words in text.toPlainText()
    assert text.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard
    dialog.close()


@pytest.mark.parametrize(
    ("words", "expected"),
    [("元に戻す(&U)", "元に戻す"), ("&Edit", "Edit"), ("R&&D", "R&D"), ("A (&B) C", "A  C")],
)
def test_words_of_menus_lose_their_mnemonic(words, expected):
    assert plain(words) == expected


def test_keys_are_shown_in_english_too(window):
    groups = groups_of(window, Language.EN)
    html = table_of(groups, window._look.colors)

    assert "Duplicate the selected rows" in html
