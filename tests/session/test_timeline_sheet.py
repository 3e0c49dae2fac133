"""What one picture of the timeline shows: anchors, the window, what was chosen."""

from datetime import date
from itertools import pairwise

import pytest

from pmark_desktop.domain.days import Period
from pmark_desktop.domain.rules import Anchor
from pmark_desktop.domain.task import State
from pmark_desktop.session.cycle_marks import cycle_marks
from pmark_desktop.session.time_scale import Zoom
from pmark_desktop.session.timeline import Reading, Ruler
from pmark_desktop.session.timeline_sheet import Choice, make_sheet
from pmark_desktop.words import Language

RULER = Ruler(lambda text: 8 * len(text), lambda text, most: text[: most // 8], 160)
ALL = Choice()


@pytest.fixture
def sheet(workspace, today):
    def make(zoom=Zoom.MONTH, choice=ALL, **given):
        reading = Reading(RULER, today, Language.JA)
        return make_sheet(workspace.content, workspace.office, choice, zoom, reading, **given)

    return make


def flags(sheet):
    return {flag.text for row in sheet.flags for flag in row}


def test_anchors_and_today_have_flags_with_weekday(sheet):
    assert flags(sheet()) >= {
        "今日 11/24(火)", "受付開始 2/22(月)", "受付最終日 6/21(月)", "満了日 10/21(木)",
        "PMS年度 4/1(木)",
    }  # fmt: skip


@pytest.mark.parametrize("zoom", Zoom)
def test_flags_do_not_overlap(sheet, zoom):
    for row in sheet(zoom).flags:
        assert all(one.right < other.left for one, other in pairwise(row))


def test_the_window_is_the_band(sheet):
    assert sheet().window == Period(date(2027, 2, 22), date(2027, 6, 21))


def test_every_task_with_a_date_is_placed_and_no_other(sheet, workspace):
    dated = {task.id for task in workspace.content.tasks.values() if task.due}
    assert set(sheet().timeline.places) == dated
    assert len(dated) < len(workspace.content.tasks)


def test_one_list_and_only_open_tasks(sheet, workspace):
    made = sheet(choice=Choice("AUD", open_only=True))
    tasks = [workspace.content.tasks[id_] for id_ in made.timeline.places]
    assert tasks
    assert {task.list_key for task in tasks} == {"AUD"}
    assert not any(task.is_closed for task in tasks)
    assert [lane.key for lane in made.timeline.lanes] == ["AUD"]


def test_a_piece_holds_only_its_own_days_and_lists(sheet):
    period = Period(date(2026, 11, 1), date(2026, 11, 30))
    made = sheet(period=period)
    dues = {line.task.due for row in made.timeline.lines for line in row.placed}
    assert dues
    assert all(day in period for day in dues)
    assert all(lane.count for lane in made.timeline.lanes)


def test_a_closed_day_is_asked_for_once(sheet):
    made, asked = sheet(), []
    object.__setattr__(made, "why_closed", asked.append)
    made.closure(date(2027, 1, 1))
    made.closure(date(2027, 1, 1))
    assert asked == [date(2027, 1, 1)]


TERM = Period(date(2026, 1, 1), date(2028, 12, 31))


@pytest.mark.parametrize(
    ("texts", "planned"),
    [
        ({"applied.planned": "2027-03-01"}, True),
        ({"applied": "2026-11-20"}, False),
        ({"applied": "2027-03-01"}, True),  # settled, but ahead: until then as planned
    ],
)
def test_an_anchor_is_planned_until_its_day_has_come(desk, texts, planned):
    assert desk.set_cycle(texts)
    marks = cycle_marks(desk.content.cycle, TERM, desk.today)
    applied = next(mark for mark in marks if mark.anchor is Anchor.APPLIED)
    assert applied.is_planned is planned
    assert ("(予定)" in applied.name(Language.JA)) is planned


def test_marks_are_in_order_and_within_the_period(desk):
    marks = cycle_marks(desk.content.cycle, Period(date(2027, 3, 1), date(2028, 4, 1)), desk.today)
    assert [mark.anchor for mark in marks] == [
        Anchor.YEAR_START, Anchor.WINDOW_CLOSES, Anchor.EXPIRY, Anchor.YEAR_START,
    ]  # fmt: skip
    assert marks[1].tip(Language.JA) == "受付最終日 2027/06/21(月)"
    assert marks[1].tip(Language.EN) == "Window closes Mon 2027-06-21"


def test_open_only_keeps_what_is_in_work(make_task):
    tasks = [make_task(state=state) for state in State]
    shown = Choice(open_only=True).tasks(tasks)
    assert [task.state for task in shown] == [State.TODO, State.DOING, State.REVIEW]
