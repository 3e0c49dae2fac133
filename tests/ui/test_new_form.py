from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton

from pmark_desktop.session.day_clock import DayClock
from pmark_desktop.ui.new_form import NewForm
from pmark_desktop.workspace.creating import create_workspace
from pmark_desktop.workspace.lists import ALL, chosen_lists
from pmark_desktop.workspace.workspace import Workspace

MAIN = ["LAW", "ORG", "AUD", "CERT", "PDCA"]


@pytest.fixture(scope="module")
def lists():
    return chosen_lists(ALL)


@pytest.fixture
def form(qtbot, style, today, lists):
    made = NewForm(style, DayClock(today), lists)
    qtbot.addWidget(made)
    made.show()
    return made


def create_button(form):
    return form.findChild(QPushButton, "create")


def shown(form, name):
    return form.findChild(QLabel, name).text()


def dates(form):
    return form.findChild(object, "computed_dates").text


def test_what_was_typed_lands_in_the_workspace(qtbot, form, tmp_path, today):
    form.name.edit.setText("株式会社 見本")
    qtbot.keyClicks(form.expires.edit, "R10.3.31")
    qtbot.keyClicks(form.number.edit, "12345678(02)")
    with qtbot.waitSignal(form.create_wanted) as wanted:
        qtbot.keyClick(form.number.edit, Qt.Key.Key_Return)
    create_workspace(tmp_path / "new.pmark", wanted.args[0], today, by="x")
    with Workspace(tmp_path / "new.pmark", by="x") as workspace:
        content = workspace.content
    assert content.organisation.name == "株式会社 見本"
    assert content.organisation.number == "12345678(02)"
    assert content.organisation.body == ""
    assert content.cycle.expires == date(2028, 3, 31)
    assert content.cycle.year_start == "04-01"
    assert [one.key for one in content.lists] == MAIN


def test_the_dates_are_shown_before_anything_is_made(qtbot, form):
    qtbot.keyClicks(form.expires.edit, "2028/03/31")
    assert form.expires.meaning.text() == "(金)"
    for words in ("2027/08/01(日) – 2027/11/30(火)", "2025/12/01(月) – 2027/11/30(火)",
                  "申請の社内期限 2027/09/01(水)", "申請の絶対期限 2027/11/30(火)"):  # fmt: skip
        assert words in dates(form)
    assert "要照会" not in dates(form)


def test_a_month_end_that_the_rule_leaves_open_has_to_be_asked(qtbot, form):
    qtbot.keyClicks(form.expires.edit, "20280630")
    assert "要照会" in dates(form)


def test_nothing_can_be_created_while_the_name_or_the_day_is_missing(qtbot, form):
    assert not create_button(form).isEnabled()
    assert shown(form, "create_reason") == "名称、満了日を入力すると作成できます。"
    with qtbot.assertNotEmitted(form.create_wanted):
        qtbot.keyClick(form.name.edit, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("field", "text", "fault"),
    [
        ("expires", "2028/13/01", "日付として読めません"),
        ("expires", "2031/01/01", "3年より先"),
        ("number", "1234", "登録番号「1234」の形が違います"),
        ("year_start", "02-29", "PMS年度の開始日にできません"),
    ],
)
def test_a_refusal_stands_beside_its_field(qtbot, form, field, text, fault):
    form.name.edit.setText("A")
    form.expires.edit.setText("2028/03/31")
    edit = getattr(form, field).edit
    edit.clear()
    qtbot.keyClicks(edit, text)
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert fault in getattr(form, field).fault.text()
    assert not create_button(form).isEnabled()
    assert "確かめてください" in shown(form, "create_reason")


def test_a_past_day_is_taken_with_a_warning(form):
    form.name.edit.setText("A")
    form.expires.edit.setText("2026/10/30")
    assert create_button(form).isEnabled()
    assert "満了日 2026/10/30(金) を過ぎています" in dates(form)


def test_lists_are_chosen_and_at_least_one_is_needed(qtbot, form):
    form.name.edit.setText("A")
    form.expires.edit.setText("2028/03/31")
    boxes = {box.objectName().removeprefix("list_"): box for box in form.findChildren(QCheckBox)}
    assert [key for key, box in boxes.items() if box.isChecked()] == MAIN
    for key in MAIN:
        boxes[key].click()
    assert not create_button(form).isEnabled()
    boxes["OUT"].click()
    with qtbot.waitSignal(form.create_wanted) as wanted:
        create_button(form).click()
    assert [one.key for one in wanted.args[0].lists] == ["OUT"]


def test_enter_on_cancel_cancels(qtbot, form):
    form.name.edit.setText("A")
    form.expires.edit.setText("2028/03/31")
    cancel = form.findChild(QPushButton, "cancel")
    cancel.setFocus()
    with qtbot.assertNotEmitted(form.create_wanted), qtbot.waitSignal(form.cancelled):
        qtbot.keyClick(cancel, Qt.Key.Key_Return)


def test_tab_reaches_every_field(qtbot, form):
    form.activateWindow()
    form.name.setFocus()
    reached = set()
    for _ in range(30):
        focus = form.focusWidget()
        reached.add(focus.objectName())
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    fields = {"name", "expires", "number", "body", "year_start", "cancel"}
    assert fields | {f"list_{key}" for key in MAIN} <= reached
