"""Closed days and holidays through the desk: one undo step each, with a name."""

from datetime import date

from pmark_desktop.domain.closed_spans import Whose
from pmark_desktop.domain.days import national_holidays
from pmark_desktop.domain.errors import Notice, Why
from pmark_desktop.words import Language
from pmark_desktop.words_log_lines import LogWords
from pmark_desktop.workspace.closed_days import closed_days


def due(desk, task="CERT-12"):
    return desk.content.tasks[task].due


def close(desk, day, name="創立記念日"):
    return desk.add_closed_day(Whose.COMPANY, name, f"{day:%Y/%m/%d}", "", every_year=False)


def test_closed_days_are_a_step_with_a_name_and_come_back_with_undo(desk):
    desk.back_to_rule("CERT-12")
    before = due(desk)
    assert close(desk, before)
    assert due(desk) < before
    assert desk.stack.undoText() == "休業日の変更 創立記念日"
    desk.stack.undo()
    assert due(desk) == before
    desk.stack.redo()
    assert due(desk) < before


def test_each_wish_is_one_step(desk):
    count = desk.stack.count()
    close(desk, date(2027, 6, 1))
    (entry,) = closed_days(desk.workspace, Whose.COMPANY)
    assert desk.change_closed_day(Whose.COMPANY, entry.id, "別", "2027/6/2", "", every_year=True)
    assert desk.retire_closed_day(Whose.COMPANY, entry.id, "別")
    assert desk.import_holidays({2027: national_holidays(2027)}, "a.csv")
    assert desk.stack.count() == count + 4
    assert desk.stack.undoText() == "祝日の取り込み"
    for _ in range(4):
        desk.stack.undo()
    assert closed_days(desk.workspace, Whose.COMPANY) == []
    assert not desk.workspace.office.is_published(2027)


def test_what_cannot_be_is_refused_and_what_changes_nothing_is_no_step(qtbot, desk):
    close(desk, date(2027, 6, 1))
    count = desk.stack.count()
    with qtbot.waitSignal(desk.refused) as refused:
        assert not close(desk, date(2027, 6, 1))
    assert refused.args[0].why is Why.CLOSED_TWICE
    (entry,) = closed_days(desk.workspace, Whose.COMPANY)
    with qtbot.assertNotEmitted(desk.refused):
        assert not desk.change_closed_day(
            Whose.COMPANY, entry.id, "創立記念日", "2027/6/1", "", every_year=False
        )
    assert desk.stack.count() == count


def test_a_cleaned_name_and_an_import_are_told(qtbot, desk):
    with qtbot.waitSignal(desk.told) as told:
        close(desk, date(2027, 6, 1), "創立\x07記念日")
    assert told.args[0][0].notice is Notice.TEXT_CLEANED
    with qtbot.waitSignal(desk.told) as told:
        desk.import_holidays({2027: national_holidays(2027)}, "a.csv")
    assert told.args[0][0].notice is Notice.HOLIDAYS_TAKEN


def test_the_log_says_it_in_words_with_weekdays(desk):
    close(desk, date(2027, 6, 1))
    desk.import_holidays({2027: national_holidays(2027)}, "a.csv")
    words = LogWords(Language.JA)
    lines = {entry.kind: words.line(entry) for entry in desk.workspace.log(last=40)}
    closed, holidays = lines["closed_day"], lines["holiday_year"]
    assert (closed.act, closed.target) == ("休業日の変更", "休業日 1")
    assert "初日: 2027/06/01(火)" in closed.new
    assert (holidays.act, holidays.target) == ("祝日の取り込み", "祝日 2027")
    assert "17日 2027/01/01(金) 元日、2027/01/11(月) 成人の日" in holidays.new
    assert "出典: a.csv" in holidays.new
