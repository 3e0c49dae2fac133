"""What is said before a due is moved, and where it may be moved to."""

from datetime import date

import pytest

from pmark_desktop.domain.days import ClosedBy, Closure, OfficeDays
from pmark_desktop.domain.task import State
from pmark_desktop.session.due_moves import drop_on, moved, spoken, task_tip, typed, why_fixed
from pmark_desktop.words import Language

TODAY = date(2026, 11, 24)
JA, EN = Language.JA, Language.EN


@pytest.mark.parametrize(
    ("day", "count", "business", "expected"),
    [
        (date(2026, 11, 20), 1, False, date(2026, 11, 21)),
        (date(2026, 11, 20), 1, True, date(2026, 11, 24)),  # over the weekend and 勤労感謝の日
        (date(2026, 12, 28), 1, True, date(2027, 1, 4)),  # over 12/29 to 1/3
        (date(2028, 2, 28), 1, False, date(2028, 2, 29)),
        (date(2027, 1, 4), -1, True, date(2026, 12, 28)),
    ],
)
def test_a_step_is_a_day_or_a_business_day(day, count, business, expected):
    assert moved(day, count, OfficeDays(), in_business_days=business) == expected


@pytest.mark.parametrize(
    ("day", "closure", "part", "wall"),
    [
        (date(2027, 6, 21), None, "2027/06/21(月)", False),
        (date(2027, 6, 22), None, "絶対期限 2027/06/21(月) より後", True),
        (
            date(2026, 11, 23),
            Closure(ClosedBy.HOLIDAY, "勤労感謝の日"),
            "休業日: 勤労感謝の日",
            False,
        ),
        (date(2026, 11, 23), None, "今日より前", False),
        (date(2027, 3, 19), None, "元の日", False),
    ],
)
def test_it_is_said_what_a_day_would_mean(make_task, day, closure, part, wall):
    task = make_task(due=date(2027, 3, 19), hard_due=date(2027, 6, 21))
    drop = drop_on(task, day, closure, TODAY, JA)
    assert part in drop.words
    assert (drop.is_wall, drop.is_closed) == (wall, closure is not None)


@pytest.mark.parametrize("state", [State.DONE, State.EXCLUDED])
def test_a_closed_task_stays_where_it_is(make_task, state):
    assert why_fixed(make_task(state=state), JA, is_read_only=False)
    assert why_fixed(make_task(), JA, is_read_only=False) == ""


def test_in_a_file_that_is_read_only_all_stay_where_they_are(make_task):
    assert "読み取り専用" in why_fixed(make_task(), JA, is_read_only=True)


def test_a_tip_names_all_that_a_glance_needs(make_item, make_task):
    task = make_task(
        item=make_item(id="AUD-01", title="監査計画"), due=date(2026, 12, 1), pinned=True,
        hard_due=date(2027, 1, 5), owner="試験 良子",
    )  # fmt: skip
    assert task_tip(task, TODAY, JA).splitlines() == [
        "AUD-01", "監査計画", "社内期限 2026/12/01(火)  あと7日", "手入力の期限",
        "絶対期限 2027/01/05(火)", "担当 試験 良子",
    ]  # fmt: skip
    assert spoken(task, TODAY, EN).startswith("AUD-01, 監査計画, Due Tue 2026-12-01  7 days left")


def test_a_day_is_typed_as_the_table_reads_it():
    assert typed(date(2027, 1, 5)) == "2027/01/05"
