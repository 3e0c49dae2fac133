"""The form of the daily run: state, consent, refusals, on systems made by hand."""

import shutil
import threading
from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QProgressBar

from pmark_desktop.exchange.schedules.tools import Answer
from pmark_desktop.ui.schedule_form import ScheduleForm
from pmark_desktop.workspace.scheduling import scheduled_files
from tests.workspace.schedulers.systems import Systemd, Windows, wanted


@pytest.fixture
def system(tmp_path):
    return Windows(tmp_path)


@pytest.fixture
def data(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def other(sample, tmp_path):
    """Return a second workspace, with a name that a mnemonic would spoil."""
    return shutil.copy(sample, tmp_path / "別の会社 A&B.pmark")


@pytest.fixture
def make(qtbot, style, desk, system, data, other):
    """Return the form, once it has heard what is registered."""

    def made(*, run=None):
        form = ScheduleForm(style, desk, [desk.workspace.path, other], run or system.run(data))
        qtbot.addWidget(form)
        form.show()
        settle(qtbot, form)
        return form

    return made


def settle(qtbot, form):
    qtbot.waitUntil(lambda: form._call is None, timeout=5000)


def press(qtbot, form, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(qtbot, form)


def tick(form, path, *, on):
    (box,) = [one for one in form.findChildren(QCheckBox) if one.toolTip() == str(path)]
    box.setChecked(on)


def test_what_will_be_registered_is_said_before_and_nothing_is_done(make, system):
    form = make()
    assert "登録されていません" in form.state.text()
    assert "Windowsのタスク スケジューラに、毎日9:00に" in form.plan.text()
    assert "1件のファイル" in form.plan.text()
    assert "remind --scheduled --notify" in form.command.text()
    assert not form.remove.isEnabled()
    assert system.tasks == {}


def test_a_consent_registers_the_open_file_and_shows_it(qtbot, make, data, desk):
    form = make()
    press(qtbot, form, form.install)
    assert "登録しました" in form.message.text()
    assert "登録済み: 毎日 9:00" in form.state.text()
    assert "次回: 2026/11/25 9:00:00" in form.state.text()
    assert scheduled_files(data) == (desk.workspace.path,)


def test_time_and_files_can_be_chosen_and_the_entry_removed(qtbot, make, system, data, desk, other):
    form = make()
    form.time.edit.setText("午後１時半")
    tick(form, other, on=True)
    assert "13:30" in form.time.meaning.text()
    assert "毎日13:30に" in form.plan.text()
    assert "2件のファイル" in form.plan.text()
    press(qtbot, form, form.install)
    assert form.time.text == "13:30"
    assert scheduled_files(data) == (desk.workspace.path, other)
    press(qtbot, form, form.remove)
    assert system.tasks == {}
    assert "登録をやめました" in form.message.text()
    assert not form.remove.isEnabled()


def test_what_was_registered_before_is_shown_with_what_went_away(qtbot, make, system, data, other):
    system.run(data).install(wanted(other, at="17:30"))
    other.rename(other.with_name("moved.pmark"))
    form = make()
    assert form.time.text == "17:30"
    (gone,) = [one for one in form.findChildren(QCheckBox) if one.toolTip() == str(other)]
    assert gone.text().endswith("A&&B.pmark  (見つかりません)")
    assert not gone.isChecked()
    assert form.remove.isEnabled()


def test_a_time_that_is_none_and_no_file_cannot_be_registered(make, desk):
    form = make()
    form.time.edit.setText("25:00")
    form.time.left.emit()
    assert "時刻として読めません" in form.time.fault.text()
    assert not form.install.isEnabled()
    form.time.edit.setText("8:00")
    assert form.install.isEnabled()
    tick(form, desk.workspace.path, on=False)
    assert "選ばれていません" in form.plan.text()
    assert not form.install.isEnabled()


def test_a_refusal_is_shown_and_the_form_lives_on(qtbot, make, system, data):
    form = make()
    system.broken["/Create"] = Windows.DENIED
    press(qtbot, form, form.install)
    assert "権限がないと断られました" in form.message.text()
    assert form.install.isEnabled()
    system.broken.clear()
    press(qtbot, form, form.install)
    assert "登録しました" in form.message.text()
    assert scheduled_files(data)


def test_a_state_that_cannot_be_told_is_a_refusal_and_asked_again(qtbot, make, system):
    system.broken["/XML"] = Answer(1, "access is denied")
    form = make()
    assert "断られました" in form.message.text()
    system.broken.clear()
    form.refresh()
    settle(qtbot, form)
    assert "登録されていません" in form.state.text()


def test_an_entry_that_was_switched_off_is_said(make, tmp_path, data, other):
    systemd = Systemd(tmp_path / "units")
    systemd.run(data).install(wanted(other))
    systemd.running = None
    form = make(run=systemd.run(data))
    assert "動いていません" in form.state.text()
    assert form.remove.isEnabled()


def test_while_the_system_is_asked_nothing_else_can_be_wished(qtbot, make, system):
    form, go_on, answer = make(), threading.Event(), system.answer
    system.answer = lambda command: (go_on.wait(5), answer(command))[1]
    qtbot.mouseClick(form.install, Qt.MouseButton.LeftButton)
    assert form.message.text() == "登録しています…"
    assert form.findChild(QProgressBar, "schedule_busy").isVisible()
    assert not form.install.isEnabled()
    assert not form.time.isEnabled()
    form._remove()  # not heard
    go_on.set()
    settle(qtbot, form)
    assert len(system.tasks) == 1
    assert not form.findChild(QProgressBar, "schedule_busy").isVisible()


def test_no_tool_is_asked_before_the_form_is_seen(qtbot, style, desk, system, data):
    form = ScheduleForm(style, desk, (), system.run(data))
    qtbot.addWidget(form)
    assert system.heard == []
    assert form.time.at == time(9)


def test_a_form_that_is_closed_while_it_asks_does_no_harm(qtbot, style, desk, system, data):
    go_on, answer = threading.Event(), system.answer
    system.answer = lambda command: (go_on.wait(5), answer(command))[1]
    form = ScheduleForm(style, desk, (), system.run(data))
    form.show()
    call = form._call
    form.deleteLater()
    del form
    qtbot.wait(1)
    go_on.set()
    assert call.wait(5)
    qtbot.wait(1)
