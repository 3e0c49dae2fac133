"""設定, 周期: what a change would move is seen before it is saved, and then is one step."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from pmark_desktop.ui.cycle_form import CycleForm
from tests.ui.test_settings_page import operations, retype


@pytest.fixture
def form(qtbot, style, desk):
    made = CycleForm(style, desk)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.stop()


def moves(qtbot, form):
    """Return the preview as text, once it is shown."""
    qtbot.waitUntil(form.moves.isVisible)
    return form.moves.text


def test_a_typed_expiry_shows_what_would_move_and_writes_nothing(qtbot, form, desk):
    before, due = operations(desk), desk.content.tasks["CERT-12"].due
    later = desk.content.cycle.expires + timedelta(days=31)
    retype(qtbot, form.fields["expires"], f"{later:%Y/%m/%d}")
    text = moves(qtbot, form)
    assert text.startswith("期限が変わる")
    assert f"{due:%Y/%m/%d}" in next(line for line in text.splitlines() if "CERT-12" in line)
    assert (operations(desk), desk.content.tasks["CERT-12"].due) == (before, due)


def test_what_was_shown_is_what_saving_does_in_one_step(qtbot, form, desk):
    before, tasks = operations(desk), dict(desk.content.tasks)
    retype(qtbot, form.fields["site_visit_planned"], "2027/8/3")
    lines = moves(qtbot, form).splitlines()[1:]
    form.save()
    moved = {
        id_ for id_, task in desk.content.tasks.items() if task.due != tasks[id_].due
    }  # fmt: skip
    assert {line.split("\t")[1] for line in lines} == moved != set()
    assert len(operations(desk) - before) == 1
    qtbot.waitUntil(lambda: not form.moves.isVisible())
    desk.stack.undo()
    assert {id_: task.due for id_, task in desk.content.tasks.items()} == {
        id_: task.due for id_, task in tasks.items()
    }


def test_taking_the_change_back_takes_the_preview_away(qtbot, form):
    retype(qtbot, form.fields["site_visit_planned"], "2027/8/3")
    moves(qtbot, form)
    form.bar.reset.click()
    qtbot.waitUntil(lambda: not form.moves.isVisible())


@pytest.mark.parametrize(
    ("field", "text"),
    [("expires", "2050/01/01"), ("expires", "2027/2/29"), ("window_closes", "2025/01/01"),
     ("window_closes", "2029/01/01"), ("decided", "31/31")],
)  # fmt: skip
def test_what_cannot_be_saved_has_no_preview(qtbot, form, desk, field, text):
    before = desk.content.cycle
    retype(qtbot, form.fields["site_visit_planned"], "2027/8/3")
    moves(qtbot, form)
    retype(qtbot, form.fields[field], text)
    qtbot.waitUntil(lambda: not form.moves.isVisible())
    form.save()
    assert form.fields[field].fault.text()
    assert desk.content.cycle == before


def test_an_answer_from_tomorrow_is_refused_at_its_field(qtbot, form, desk):
    retype(qtbot, form.fields["window_answered_on"], "+1")
    form.save()
    assert "先の日付" in form.fields["window_answered_on"].fault.text()
    assert desk.content.cycle.window_answered_on is None


def test_the_clock_of_the_report_is_seen_running(qtbot, form, desk):
    retype(qtbot, form.fields["findings_issued"], "2026/11/02")
    assert "改善報告書の提出 2027/02/02(火)まで あと70日" in form.dates.text
    assert "指摘事項文書の発行日 2026/11/02(月) から3か月以内" in form.dates.text
    retype(qtbot, form.fields["findings_issued"], "2026/08/20")
    assert "2026/11/20(金)まで 4日超過" in form.dates.text


def test_a_planned_decision_says_that_its_clock_is_planned(qtbot, form):
    retype(qtbot, form.fields["decided_planned"], "2027/9/30")
    assert "契約と付与登録料 2027/12/30(木)まで(予定)" in form.dates.text


def test_a_last_day_on_a_weekend_says_until_when_it_is_taken(qtbot, form):
    retype(qtbot, form.fields["expires"], "2028/01/15")  # closes on Wednesday 2027-09-15
    assert "見込み" not in form.dates.text
    retype(qtbot, form.fields["expires"], "2028/01/18")  # closes on Saturday 2027-09-18
    assert "2027/09/21(火)まで受け付けられる見込み" in form.dates.text


def test_a_mark_that_ends_on_29_february_asks_the_body(qtbot, form):
    retype(qtbot, form.fields["expires"], "2028/02/29")
    assert "要照会" in form.dates.text
    qtbot.keyClick(form.fields["expires"].edit, Qt.Key.Key_Return)
    assert form.fields["expires"].fault.text() == ""


def test_an_expiry_in_the_past_is_saved_with_a_warning(qtbot, form, desk):
    told = []
    desk.told.connect(told.append)
    retype(qtbot, form.fields["expires"], "2026/10/01")
    assert "期限超過になる" in moves(qtbot, form)
    form.save()
    assert desk.content.cycle.expires == date(2026, 10, 1)
    assert [one.notice.value for one in told[0]][:1] == ["mark_expired"]
