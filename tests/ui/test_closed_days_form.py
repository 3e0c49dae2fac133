"""The tab 休業日: shown before it is saved, saved as one step, and read only where it has to be."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from pmark_desktop.domain.closed_spans import Whose
from pmark_desktop.domain.days import national_holidays
from pmark_desktop.session.day_clock import DayClock
from pmark_desktop.session.desk import Desk
from pmark_desktop.ui import dialogs
from pmark_desktop.ui.closed_days_form import ClosedDaysForm
from pmark_desktop.words import Language
from pmark_desktop.workspace.closed_days import closed_days
from pmark_desktop.workspace.workspace import Workspace

COMPANY, BODY = Whose.COMPANY, Whose.BODY
HEADER = "国民の祝日・休日月日,国民の祝日・休日名称"


@pytest.fixture
def form(qtbot, style, desk):
    made = ClosedDaysForm(style, desk)
    desk.changed.connect(made.refresh)
    qtbot.addWidget(made)
    made.resize(1040, 560)
    made.show()
    yield made
    made.stop()


def press(qtbot, form, name):
    qtbot.mouseClick(form.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def say(form, name):
    return form.findChild(QLabel, name).text()


def begin(qtbot, form, name="休業", first="2027/03/19", last="", whose=COMPANY):
    press(qtbot, form, f"closed_{whose.value}_add")
    form.editor.name.edit.setText(name)
    form.editor.first.edit.setText(first)
    form.editor.last.edit.setText(last)


def rows(form, whose=COMPANY):
    model = form.cards[whose].model
    return [
        tuple(model.index(row, column).data() for column in range(3))
        for row in range(model.rowCount())
    ]


def write(tmp_path, *more, year=2027):
    lines = [f"{day:%Y/%m/%d},{name}" for day, name in sorted(national_holidays(year).items())]
    path = tmp_path / "syukujitsu.csv"
    path.write_bytes("\r\n".join([HEADER, *lines, *more]).encode("cp932"))
    return path


# closed days


def test_what_moves_is_shown_before_it_is_saved(qtbot, form, desk):
    day = desk.content.tasks["CERT-12"].due
    desk.back_to_rule("CERT-12")
    day = desk.content.tasks["CERT-12"].due
    begin(qtbot, form, first=f"{day:%Y/%m/%d}")
    qtbot.waitUntil(lambda: "CERT-12" in form.editor.moves.text)
    assert desk.content.tasks["CERT-12"].due == day
    assert closed_days(desk.workspace, COMPANY) == []
    qtbot.keyClick(form.editor.first.edit, Qt.Key.Key_Return)
    assert desk.content.tasks["CERT-12"].due < day
    assert not form.editor.is_open
    assert [row[0] for row in rows(form)] == ["休業"]
    desk.stack.undo()
    assert rows(form) == []
    assert desk.content.tasks["CERT-12"].due == day


def test_every_row_has_weekdays_also_those_of_every_year(qtbot, form, desk):
    desk.add_closed_day(COMPANY, "年末年始休業", "2020/12/28", "2021/1/5", every_year=True)
    desk.add_closed_day(COMPANY, "夏季休業", "2027/8/12", "2027/8/13", every_year=False)
    desk.add_closed_day(BODY, "", "2027/8/12", "", every_year=False)
    assert rows(form) == [
        ("年末年始休業", "2026/12/28(月) 〜 2027/01/05(火)", "12月28日 〜 1月5日"),
        ("夏季休業", "2027/08/12(木) 〜 2027/08/13(金)", ""),
    ]
    assert rows(form, BODY) == [("(名称なし)", "2027/08/12(木)", "")]


def test_an_entry_is_changed_where_it_stands(qtbot, form, desk):
    desk.add_closed_day(COMPANY, "夏季休業", "2027/8/12", "2027/8/13", every_year=False)
    form.cards[COMPANY].table.choose_row(0)
    form.cards[COMPANY].table.opened.emit(0)
    editor = form.editor
    assert (editor.name.text, editor.first.text, editor.last.text) == (
        "夏季休業", "2027/08/12", "2027/08/13",
    )  # fmt: skip
    assert not form.has_unsaved
    editor.last.edit.setText("8/16")
    assert form.has_unsaved
    qtbot.waitUntil(lambda: "2027/08/16(月)" in editor.last.meaning.text())  # near the first
    press(qtbot, form, "closed_save")
    assert rows(form)[0][1] == "2027/08/12(木) 〜 2027/08/16(月)"
    assert len(closed_days(desk.workspace, COMPANY)) == 1


def test_retiring_is_shown_first_and_done_by_a_second_press(qtbot, form, desk):
    desk.back_to_rule("CERT-12")
    day = desk.content.tasks["CERT-12"].due
    desk.add_closed_day(COMPANY, "休業", f"{day:%Y/%m/%d}", "", every_year=False)
    form.cards[COMPANY].table.choose_row(0)
    press(qtbot, form, "closed_company_retire")
    assert "CERT-12" in form.editor.moves.text
    assert len(closed_days(desk.workspace, COMPANY)) == 1
    assert "休業" in say(form, "closed_about")
    press(qtbot, form, "closed_save")
    assert closed_days(desk.workspace, COMPANY) == []
    assert desk.content.tasks["CERT-12"].due == day


def test_the_days_of_the_body_say_until_when_it_accepts(qtbot, form, desk):
    closes = desk.content.cycle.window.closes
    begin(qtbot, form, first=f"{closes:%Y/%m/%d}", whose=BODY)
    qtbot.waitUntil(lambda: "受け付けられます" in say(form, "closed_message"))
    assert f"{closes:%Y/%m/%d}" in say(form, "closed_message")
    assert form.editor.moves.isHidden()


@pytest.mark.parametrize(
    ("first", "last", "where", "fault"),
    [
        ("", "", "closed_first_fault", "日付として読めません"),
        ("2027/2/30", "", "closed_first_fault", "日付として読めません"),
        ("2027/8/12", "x", "closed_last_fault", "日付として読めません"),
        ("2027/8/12", "2027/8/11", "closed_last_fault", "より前です"),
        ("2027/1/1", "2027/12/31", "closed_message", "しか残りません"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(qtbot, form, desk, first, last, where, fault):
    begin(qtbot, form, first=first, last=last)
    press(qtbot, form, "closed_save")
    assert fault in say(form, where)
    assert form.editor.is_open
    assert closed_days(desk.workspace, COMPANY) == []


def test_escape_gives_up(qtbot, form, desk):
    begin(qtbot, form)
    assert form.has_unsaved
    qtbot.keyClick(form.editor.name.edit, Qt.Key.Key_Escape)
    assert not form.editor.is_open
    assert not form.has_unsaved


def test_an_entry_that_is_gone_ends_its_editing(qtbot, form, desk):
    desk.add_closed_day(COMPANY, "休業", "2027/8/12", "", every_year=False)
    form.cards[COMPANY].table.choose_row(0)
    press(qtbot, form, "closed_company_change")
    desk.stack.undo()
    assert not form.editor.is_open


# holidays


def test_the_holidays_of_a_year_have_weekday_source_and_forecasts(qtbot, form):
    card = form.holidays
    assert card.year.currentData() == 2026
    card.year.setCurrentIndex(card.year.findData(2029))
    table = {card.model.index(row, 0).data(): card.model.index(row, 2).data()
             for row in range(card.model.rowCount())}  # fmt: skip
    assert table["2029/03/20(火)"] == "予測(春分・秋分は前年2月に確定)"
    assert table["2029/04/29(日)"] == "土日と重なる"
    assert "法律から計算" in say(form, "holidays_source")


def test_a_list_is_shown_before_it_is_taken_in(qtbot, form, desk, tmp_path, monkeypatch):
    desk.back_to_rule("CERT-12")
    day = desk.content.tasks["CERT-12"].due
    path = write(tmp_path, f"{day:%Y/%m/%d},臨時の祝日")
    monkeypatch.setattr(dialogs, "ask_holidays", lambda _parent, _folder: path)
    press(qtbot, form, "holidays_import")
    assert "全18日のうち" in say(form, "intake_summary")
    assert "臨時の祝日: CSVにだけあります" in form.intake.lines.toPlainText()
    assert "CERT-12" in form.intake.moves.text
    assert desk.content.tasks["CERT-12"].due == day
    press(qtbot, form, "intake_take")
    assert desk.content.tasks["CERT-12"].due < day
    assert form.intake.isHidden()
    card = form.holidays
    card.year.setCurrentIndex(card.year.findData(2027))
    assert "syukujitsu.csv" in say(form, "holidays_source")
    form.show_list(path)
    assert "同じです" in say(form, "intake_summary")
    assert not form.findChild(QPushButton, "intake_take").isEnabled()
    desk.stack.undo()  # what the file would change is another now
    assert form.findChild(QPushButton, "intake_take").isEnabled()


@pytest.mark.parametrize(
    ("more", "year", "said"),
    [
        (["2027/2/30,x", "1900/1/1,y"], 2027, "19行目: 「2027/2/30」という日はありません。"),
        ([], 2019, ""),
    ],
)
def test_a_list_that_cannot_be_used_shows_why(qtbot, form, desk, tmp_path, more, year, said):
    form.show_list(write(tmp_path, *more, year=year))
    assert "取り込めません" in say(form, "intake_heading")
    assert said in form.intake.lines.toPlainText()
    assert "ません" in say(form, "intake_summary")
    assert not form.findChild(QPushButton, "intake_take").isEnabled()
    press(qtbot, form, "intake_cancel")
    assert form.intake.isHidden()
    assert not desk.workspace.office.is_published(year)


def test_a_year_that_was_taken_in_is_computed_again_after_a_look_at_what_moves(
    qtbot, form, desk, tmp_path
):
    desk.back_to_rule("CERT-12")
    day = desk.content.tasks["CERT-12"].due
    card = form.holidays
    card.year.setCurrentIndex(card.year.findData(2027))
    assert card.back.isHidden()  # it is computed
    form.show_list(write(tmp_path, f"{day:%Y/%m/%d},臨時の祝日"))
    press(qtbot, form, "intake_take")
    press(qtbot, form, "holidays_back_to_rule")
    assert "syukujitsu.csv" in say(form, "back_summary")
    assert "臨時の祝日" in form.back.lines.toPlainText()
    assert not form.back.lines.isHidden()
    assert "CERT-12" in form.back.moves.text
    assert desk.content.tasks["CERT-12"].due < day
    press(qtbot, form, "back_cancel")
    assert form.back.isHidden()
    press(qtbot, form, "holidays_back_to_rule")
    press(qtbot, form, "back_take")
    assert desk.content.tasks["CERT-12"].due == day
    assert (form.back.isHidden(), card.back.isHidden()) == (True, True)
    assert desk.stack.undoText() == "祝日を計算に戻す 2027"
    desk.stack.undo()
    assert desk.content.tasks["CERT-12"].due < day
    assert not card.back.isHidden()


def test_a_preview_ends_when_its_year_is_computed_again_otherwise(qtbot, form, desk, tmp_path):
    form.show_list(write(tmp_path))
    press(qtbot, form, "intake_take")
    form.holidays.year.setCurrentIndex(form.holidays.year.findData(2027))
    press(qtbot, form, "holidays_back_to_rule")
    assert "違いはありません" in say(form, "back_summary")
    assert form.back.lines.isHidden()
    desk.stack.undo()
    assert form.back.isHidden()


def test_no_file_chosen_changes_nothing(qtbot, form, monkeypatch):
    monkeypatch.setattr(dialogs, "ask_holidays", lambda _parent, _folder: None)
    press(qtbot, form, "holidays_import")
    assert form.intake.isHidden()


# read-only, and another day


def test_a_read_only_workspace_shows_all_and_lets_nothing_be_changed(
    qtbot, style, desk, sample, today
):
    desk.add_closed_day(COMPANY, "休業", "2027/8/12", "", every_year=False)
    with Workspace(Path(sample), by="x", to_write=False) as workspace:
        form = ClosedDaysForm(style, Desk(workspace, DayClock(today), Language.JA))
        qtbot.addWidget(form)
        form.show()
        form.cards[COMPANY].table.choose_row(0)
        assert rows(form) == [("休業", "2027/08/12(木)", "")]
        assert form.holidays.model.rowCount() == 18
        names = [f"closed_{whose.value}_{act}" for whose in Whose
                 for act in ("add", "change", "retire")]  # fmt: skip
        for name in (*names, "holidays_import"):
            assert not form.findChild(QPushButton, name).isEnabled()
        form.cards[COMPANY].table.opened.emit(0)
        assert not form.editor.is_open


def test_on_another_day_the_next_ones_are_shown(qtbot, form, desk, monkeypatch):
    desk.add_closed_day(COMPANY, "創立記念日", "2020/12/1", "", every_year=True)
    assert rows(form)[0][1] == "2026/12/01(火)"
    monkeypatch.setattr(type(desk), "today", property(lambda _desk: date(2026, 12, 2)))
    form.refresh()
    assert rows(form)[0][1] == "2027/12/01(水)"


def test_nothing_is_worked_out_before_the_tab_is_seen(qtbot, style, desk):
    form = ClosedDaysForm(style, desk)
    qtbot.addWidget(form)
    form.refresh()
    assert form.holidays.model.rowCount() == 0
    form.show()
    assert form.holidays.model.rowCount() == 18
