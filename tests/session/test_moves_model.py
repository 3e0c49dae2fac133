"""A preview in words: one row for each task, what is to be minded first."""

from dataclasses import replace
from datetime import date, timedelta

from pmark_desktop.session.moves_model import MovesModel, move_rows, summary_words
from pmark_desktop.words import Language
from pmark_desktop.workspace.moves import Moves, preview


def moves_of(desk, **changes):
    cycle = replace(desk.content.cycle, **changes)
    return preview(desk.workspace, cycle=cycle, today=desk.today)


def test_a_row_says_from_when_to_when_with_the_weekdays(desk):
    desk.edit("CERT-12", "due", "")
    expires = desk.content.cycle.expires
    moves = moves_of(desk, expires=expires + timedelta(days=31))
    rows = {row.texts[1]: row.texts for row in move_rows(moves, Language.JA)}
    task = desk.content.tasks["CERT-12"]
    assert rows["CERT-12"][0] == "変わる"
    assert rows["CERT-12"][3].startswith(f"{task.due:%Y/%m/%d}(")
    assert rows["CERT-12"][3] != rows["CERT-12"][4]


def test_what_is_to_be_minded_comes_first_and_says_why(desk):
    task = desk.content.tasks["CERT-12"]
    desk.edit("CERT-12", "due", f"{task.hard_due:%Y/%m/%d}")
    moves = moves_of(desk, expires=desk.content.cycle.expires - timedelta(days=40))
    rows = move_rows(moves, Language.JA)
    assert rows[0].is_warned
    warned = {row.texts[1]: row.texts[-1] for row in rows if row.is_warned}
    assert "絶対期限を過ぎます" in warned["CERT-12"]
    assert "決まりでは" in warned["CERT-12"]


def test_a_summary_counts_each_kind(desk):
    moves = moves_of(desk, site_visit_planned=date(2027, 9, 1))
    assert summary_words(moves, Language.JA) == f"期限が変わる {len(moves.moved)}件"
    assert summary_words(moves, Language.EN) == f"{len(moves.moved)} move"
    assert summary_words(Moves(), Language.JA) == "この変更で動くタスクはありません。"


def test_the_model_shows_the_rows(desk, qtmodeltester):
    model = MovesModel(Language.JA)
    model.show(moves_of(desk, site_visit_planned=date(2027, 9, 1)))
    qtmodeltester.check(model)
    assert model.rowCount() > 0
    assert model.index(0, 0).data() == "起点が決まる"
    assert model.text_of([0]).split("\t")[0] == "起点が決まる"
