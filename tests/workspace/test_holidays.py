"""Holidays are taken in from a list: replaced, left alone, and taken back."""

from datetime import date

import pytest

from pmark_desktop.domain.closed_spans import Whose
from pmark_desktop.domain.days import national_holidays
from pmark_desktop.domain.errors import Notice, UserError, Why
from pmark_desktop.domain.holiday_list import HolidayFault
from pmark_desktop.workspace.checking import check
from pmark_desktop.workspace.closed_days import add_closed, parse_span
from pmark_desktop.workspace.holidays import (
    differences_in,
    first_year,
    holiday_sources,
    import_holidays,
    office_with,
    office_without,
    read_holidays,
    retire_holidays,
)
from pmark_desktop.workspace.moves import preview
from tests.workspace.builders import TODAY, opened, put

HEADER = "国民の祝日・休日月日,国民の祝日・休日名称"
NEW_DAY = date(2027, 9, 1)  # on which CERT-12 is due
YEARS = range(2022, 2028)


def published(**more):
    """Return the holidays of `YEARS` with more of them in 2027."""
    found = {year: dict(national_holidays(year)) for year in YEARS}
    found[2027] |= {
        date.fromisoformat(day[1:].replace("_", "-")): name for day, name in more.items()
    }
    return found


def write(path, holidays):
    lines = [
        f"{day:%Y/%m/%d},{name}" for days in holidays.values() for day, name in sorted(days.items())
    ]
    path.write_bytes("\r\n".join([HEADER, *lines]).encode("cp932"))
    return path


CHANGED = published(d2027_09_01="臨時の祝日")


def test_a_list_says_what_it_would_change_before_it_is_taken_in(workspace, tmp_path):
    found = read_holidays(workspace, write(tmp_path / "syukujitsu.csv", CHANGED))
    assert first_year(workspace) == 2023
    assert (found.source, found.problems) == ("syukujitsu.csv", ())
    assert list(found.years) == [2023, 2024, 2025, 2026, 2027]
    assert found.changed == (2023, 2024, 2025, 2026, 2027)
    assert found.total == sum(map(len, CHANGED.values()))
    assert found.differences == ((NEW_DAY, "臨時の祝日", None),)
    moves = preview(workspace, office=office_with(workspace, found.years), today=TODAY)
    assert {move.task.id: move.due for move in moves.moved} == {
        "CERT-12": date(2027, 8, 31), "CERT-13": date(2027, 9, 14),  # 14 days after CERT-12
    }  # fmt: skip
    assert workspace.content.task("CERT-12").due == NEW_DAY


def test_holidays_are_taken_in_as_one_step_and_taken_back(workspace):
    before = workspace.content
    done = import_holidays(workspace, CHANGED, "syukujitsu.csv")
    assert [one.notice for one in done.notices] == [Notice.HOLIDAYS_TAKEN]
    assert workspace.content.task("CERT-12").due == date(2027, 8, 31)
    assert holiday_sources(workspace) == dict.fromkeys(range(2023, 2028), "syukujitsu.csv")
    assert workspace.office.holidays(2027)[NEW_DAY] == "臨時の祝日"
    assert not workspace.body_office.is_open(NEW_DAY)
    assert workspace.office.is_published(2027)
    undone = workspace.undo(done.operation)
    assert workspace.content == before
    assert holiday_sources(workspace) == {}
    assert NEW_DAY not in workspace.office.holidays(2027)
    workspace.undo(undone.operation)
    assert workspace.content.task("CERT-12").due == date(2027, 8, 31)
    assert check(workspace) == []


def test_a_year_is_replaced_whole_and_a_year_of_the_same_days_stays(workspace):
    import_holidays(workspace, published(), "old.csv")
    done = import_holidays(workspace, CHANGED, "new.csv")
    changed = [one for one in workspace.log()
               if one.operation == done.operation and one.kind == "holiday_year"]  # fmt: skip
    assert {one.target for one in changed} == {"2027"}
    assert holiday_sources(workspace)[2026] == "old.csv"
    assert holiday_sources(workspace)[2027] == "new.csv"
    workspace.undo(done.operation)
    assert holiday_sources(workspace)[2027] == "old.csv"
    assert workspace.content.task("CERT-12").due == NEW_DAY


def test_the_same_list_again_changes_nothing(workspace):
    import_holidays(workspace, CHANGED, "a.csv")
    before = len(workspace.log())
    with pytest.raises(UserError) as refused:
        import_holidays(workspace, CHANGED, "b.csv")
    assert refused.value.why is Why.NOTHING_CHANGED
    assert len(workspace.log()) == before


def test_what_was_taken_back_can_be_taken_in_again(workspace):
    done = import_holidays(workspace, CHANGED, "a.csv")
    workspace.undo(done.operation)
    import_holidays(workspace, published(), "b.csv")
    assert set(holiday_sources(workspace).values()) == {"b.csv"}
    assert check(workspace) == []
    with opened(workspace.path, to_write=False) as fresh:
        assert fresh.content == workspace.content
        assert fresh.office.holidays(2027) == national_holidays(2027)


def test_a_year_is_computed_again_as_one_step_that_was_shown_before(workspace):
    import_holidays(workspace, CHANGED, "a.csv")
    taken = workspace.content
    moves = preview(workspace, office=office_without(workspace, 2027), today=TODAY)
    assert {move.task.id: move.due for move in moves.moved} == {
        "CERT-12": NEW_DAY, "CERT-13": date(2027, 9, 15),
    }  # fmt: skip
    assert differences_in(workspace, 2027) == [(NEW_DAY, "臨時の祝日", None)]
    done = retire_holidays(workspace, 2027)
    assert workspace.content.task("CERT-12").due == NEW_DAY
    assert holiday_sources(workspace) == dict.fromkeys(range(2023, 2027), "a.csv")
    assert check(workspace) == []
    with pytest.raises(UserError) as refused:
        retire_holidays(workspace, 2027)
    assert refused.value.why is Why.NOTHING_CHANGED
    workspace.undo(done.operation)
    assert workspace.content == taken
    assert holiday_sources(workspace)[2027] == "a.csv"


def test_a_published_equinox_is_no_forecast(workspace):
    equinox = date(2030, 3, 20)
    assert workspace.office.is_forecast(equinox, TODAY)
    import_holidays(workspace, {2030: national_holidays(2030)}, "a.csv")
    assert not workspace.office.is_forecast(equinox, TODAY)
    assert workspace.office.why_closed(equinox).name == "春分の日"


def test_pinned_dates_stay_and_own_closed_days_too(workspace):
    put(workspace, "CERT-12", due="2027-09-01")
    add_closed(workspace, Whose.COMPANY, parse_span("x", "2027-09-30", "", every_year=False)[0])
    import_holidays(workspace, CHANGED, "a.csv")
    assert workspace.content.task("CERT-12").due == NEW_DAY
    assert workspace.content.task("ORG-01").due == date(2027, 9, 29)


def test_an_old_list_is_refused(workspace, tmp_path):
    old = {2021: national_holidays(2021), 2022: national_holidays(2022)}
    path = write(tmp_path / "a.csv", old)
    for wish in (lambda: read_holidays(workspace, path),
                 lambda: import_holidays(workspace, old, "a.csv")):  # fmt: skip
        with pytest.raises(UserError) as refused:
            wish()
        assert refused.value.why is Why.HOLIDAYS_TOO_OLD
        assert refused.value.facts == {"last": 2022, "first": 2023}


def test_a_list_of_other_days_is_refused(workspace, tmp_path):
    weekends = {
        date(2027, 1, 2).replace(month=m, day=d): "休" for m in range(1, 13) for d in (3, 17)
    }
    found = read_holidays(workspace, write(tmp_path / "a.csv", {2027: weekends}))
    assert [(one.fault, one.text) for one in found.problems] == [(HolidayFault.YEAR_UNLIKE, "2027")]
    assert found.years == {}


def test_a_bad_list_comes_with_its_problems_only(workspace, tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(f"{HEADER}\n2027/2/30,x\n", encoding="cp932")
    found = read_holidays(workspace, path)
    assert [(one.fault, one.line) for one in found.problems] == [(HolidayFault.DATE_IMPOSSIBLE, 2)]
    assert (found.years, found.total) == ({}, 0)


def test_the_name_of_a_file_is_kept_short_and_clean(workspace):
    import_holidays(workspace, published(), "祝\x07日\n" + "長" * 300 + ".csv")
    (source,) = set(holiday_sources(workspace).values())
    assert source.startswith("祝日 長")
    assert len(source) <= 120
