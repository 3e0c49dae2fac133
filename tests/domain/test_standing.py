from datetime import date

import pytest

from pmark_desktop.domain.standing import Concern, Counts, concerns, count, is_late
from pmark_desktop.domain.task import State

TODAY = date(2026, 11, 23)
BEFORE, SOON, LATER = date(2026, 11, 22), date(2026, 12, 23), date(2026, 12, 24)


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"due": BEFORE}, {Concern.LATE}),
        ({"due": TODAY}, {Concern.DUE_SOON}),
        ({"due": SOON}, {Concern.DUE_SOON}),  # 30 days ahead
        ({"due": LATER}, set()),
        ({"due": BEFORE, "state": State.REVIEW}, {Concern.LATE}),
        ({"due": LATER, "hard_due": BEFORE}, {Concern.LATE}),
        ({"due": SOON, "hard_due": BEFORE}, {Concern.LATE, Concern.DUE_SOON}),
        ({"waits_for": "decided", "hard_due": BEFORE}, {Concern.LATE, Concern.WAITING}),
        ({"due": LATER, "hard_due": TODAY}, set()),
        ({"waits_for": "site_visit"}, {Concern.WAITING}),
        ({"waits_for": "site_visit", "state": State.EXCLUDED}, set()),
        ({"due": BEFORE, "state": State.EXCLUDED, "reason": "なし"}, set()),
        ({"due": BEFORE, "state": State.DONE, "evidence": (1,)}, set()),
        ({"due": BEFORE, "state": State.DONE, "reason": "なし"}, {Concern.WITHOUT_EVIDENCE}),
        ({"due": BEFORE, "is_past": True}, {Concern.PAST}),
        ({"due": BEFORE, "hard_due": BEFORE, "is_past": True}, {Concern.PAST}),
        ({"due": SOON, "is_past": True}, {Concern.PAST}),
        ({"due": BEFORE, "is_past": True, "state": State.DONE, "evidence": (1,)}, set()),
        ({"due": BEFORE, "is_outside": True}, {Concern.LATE}),
    ],
)
def test_what_is_the_matter_with_a_task(make_task, given, found):
    assert concerns(make_task(**given), TODAY) == found


def test_a_task_is_late_on_the_day_after_its_due_and_not_on_it(make_task):
    task = make_task(due=TODAY)
    assert [is_late(task, day) for day in (BEFORE, TODAY, SOON)] == [False, False, True]


def test_the_counts_of_tasks(make_task):
    tasks = [
        make_task(due=BEFORE),
        make_task(due=BEFORE, is_past=True),
        make_task(due=BEFORE, is_past=True, state=State.DONE, evidence=(1,)),
        make_task(due=SOON),
        make_task(waits_for="applied"),
        make_task(due=LATER, state=State.DONE, reason="口頭で確認"),
        make_task(due=BEFORE, state=State.EXCLUDED, reason="なし"),
        make_task(due=LATER),
    ]
    assert count(tasks, TODAY) == Counts(
        total=8, done=2, excluded=1, late=1, due_soon=1, waiting=1,
        without_evidence=1, past=2, past_open=1,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("total", "done", "excluded", "progress"),
    [(8, 2, 1, 2 / 7), (4, 4, 0, 1), (4, 0, 0, 0), (3, 0, 3, 1), (0, 0, 0, 1)],
)
def test_progress_is_what_is_done_of_what_is_not_excluded(total, done, excluded, progress):
    assert Counts(total=total, done=done, excluded=excluded).progress == pytest.approx(progress)


def test_no_tasks_count_nothing():
    assert count([], TODAY) == Counts()
