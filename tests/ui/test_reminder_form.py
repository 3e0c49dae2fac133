"""設定, お知らせ: the policy of a file, typed, refused, saved as one step, taken back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QWidget

from pmark_desktop.domain.reminders import DEFAULT_POLICY
from pmark_desktop.session.day_clock import DayClock
from pmark_desktop.session.desk import Desk
from pmark_desktop.ui.reminder_form import ReminderForm
from pmark_desktop.words import Language
from pmark_desktop.workspace.reminder_policy import policy_of
from pmark_desktop.workspace.workspace import Workspace

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def form(qtbot, style, desk):
    made = ReminderForm(style, desk)
    desk.changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.show()
    return made


def press(qtbot, form, name):
    qtbot.mouseClick(form.findChild(QPushButton, name), LEFT)


def policy(desk):
    return policy_of(desk.workspace.settings)[0]


def test_the_policy_is_saved_as_one_step_and_undone(qtbot, form, desk):
    before = len(desk.workspace.log())
    form.fields["task_steps"].edit.setText("４５、7、7")
    form.findChild(QCheckBox, "start_by").setChecked(False)
    press(qtbot, form, "reminder_save")
    assert (policy(desk).task_steps, policy(desk).start_by) == ((45, 7), False)
    assert len(desk.workspace.log()) == before + 1
    assert form.fields["task_steps"].text == "45, 7"
    assert not form.bar.changed_fields()
    desk.stack.undo()
    assert policy(desk) == DEFAULT_POLICY
    assert form.fields["task_steps"].text == "30, 14, 7, 1, 0"
    assert form.findChild(QCheckBox, "start_by").isChecked()


@pytest.mark.parametrize(
    ("field", "text"),
    [("task_steps", "毎日"), ("window_steps", "-3"), ("expiry_months", "200"), ("late_every", "0"),
     ("late_every", "")],
)  # fmt: skip
def test_what_cannot_be_is_refused_beside_its_field(qtbot, form, desk, field, text):
    form.fields[field].edit.setText(text)
    press(qtbot, form, "reminder_save")
    assert "変更していません" in form.fields[field].fault.text()
    assert policy(desk) == DEFAULT_POLICY


def test_the_defaults_are_typed_and_then_saved(qtbot, form, desk):
    desk.set_reminder_policy({"late_every": "3", "start_by": ""})
    assert form.fields["late_every"].text == "3"
    press(qtbot, form, "reminder_defaults")
    assert policy(desk).late_every == 3
    press(qtbot, form, "reminder_save")
    assert policy(desk) == DEFAULT_POLICY


def test_typing_is_taken_back(qtbot, form):
    form.fields["late_every"].edit.setText("9")
    form.findChild(QCheckBox, "start_by").setChecked(False)
    assert len(form.bar.changed_fields()) == 2
    press(qtbot, form, "reminder_reset")
    assert form.fields["late_every"].text == "7"
    assert form.findChild(QCheckBox, "start_by").isChecked()


def test_a_policy_that_cannot_be_read_is_said_and_mended_by_saving(qtbot, form, desk):
    with desk.workspace.database.transaction() as link:
        link.execute("INSERT INTO setting (name, value) VALUES ('reminders', '{')")
    desk.workspace.content = desk.workspace._load()
    form.refresh()
    note = form.findChild(QLabel, "policy_note")
    assert "読めない" in note.text()
    form.fields["late_every"].edit.setText("5")
    press(qtbot, form, "reminder_save")
    assert note.isHidden()
    assert policy(desk).late_every == 5


def test_another_card_finds_its_place_below(qtbot, form):
    card = QLabel("閉じている間のお知らせ")
    form.add_below(card)
    frame = form.findChild(QWidget, "reminder_fields")
    qtbot.waitUntil(lambda: card.y() >= frame.geometry().bottom())
    assert form.bar.isVisible()


def test_a_read_only_file_lets_nothing_be_changed(qtbot, style, sample, today):
    with Workspace(Path(sample), by="x", to_write=False) as workspace:
        form = ReminderForm(style, Desk(workspace, DayClock(today), Language.JA))
        qtbot.addWidget(form)
        assert not any(field.isEnabled() for field in form.fields.values())
        assert not form.defaults.isEnabled()
