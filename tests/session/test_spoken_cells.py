"""What a screen reader says of cells, in both languages."""

from datetime import date

import pytest

from pmark_desktop.domain.task import State
from pmark_desktop.session.columns import COLUMNS, PLACES
from pmark_desktop.session.spoken_cells import spoken_cell
from pmark_desktop.words import Language

TODAY = date(2026, 11, 23)


def spoken(task, name, language=Language.JA):
    column = COLUMNS[PLACES[name]]
    return spoken_cell(column, task, column.text(task, TODAY, language), TODAY, language)


@pytest.mark.parametrize(
    ("given", "name", "japanese", "english"),
    [
        ({"due": date(2026, 11, 30)}, "due", "社内期限 2026年11月30日 月曜日 残り7日 注意",
         "Due Monday 30 November 2026 7 days left attention"),
        ({"due": date(2026, 11, 20)}, "due", "社内期限 2026年11月20日 金曜日 3日超過",
         "Due Friday 20 November 2026 3 days late"),
        ({"due": date(2027, 11, 20)}, "due", "社内期限 2027年11月20日 土曜日 残り362日",
         "Due Saturday 20 November 2027 362 days left"),
        ({"due": date(2026, 11, 23)}, "left", "残り 今日まで 注意", "Left today attention"),
        ({"waits_for": "site_visit"}, "due", "社内期限 起点待ち: 現地審査日",
         "Due Waiting: Site visit"),
        ({"due": date(2026, 1, 1), "state": State.DONE}, "due",
         "社内期限 2026年1月1日 木曜日 完了", "Due Thursday 1 January 2026 done"),
        ({"due": date(2026, 1, 1), "is_past": True}, "left", "残り 過年度分", "Left past year"),
        ({"hard_due": date(2026, 11, 1)}, "hard_due", "絶対期限 2026年11月1日 日曜日 超過",
         "Hard due Sunday 1 November 2026 late"),
        ({}, "done_on", "実施日 なし", "Done on none"),
        ({}, "owner", "担当 なし", "Owner none"),
        ({"state": State.DOING}, "state", "状態 対応中", "State In progress"),
        ({"evidence": (3, 12)}, "evidence", "証跡 2件 E-0003 E-0012",
         "Evidence 2 items: E-0003 E-0012"),
        ({"note": "一行目\n二行目"}, "note", "備考 一行目 二行目", "Note 一行目 二行目"),
        ({"recheck": True}, "recheck", "要再確認 要再確認", "To check again To check again"),
    ],
)  # fmt: skip
def test_a_cell_says_its_head_its_value_and_what_its_colour_means(
    make_task, given, name, japanese, english
):
    task = make_task(**given)
    assert spoken(task, name) == japanese
    assert spoken(task, name, Language.EN) == english


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", list(PLACES))
def test_every_column_says_something(make_task, name, language):
    said = spoken(make_task(), name, language)
    assert len(said.split()) >= 2
