"""The log and the history of a task in words."""

import pytest

from pmark_desktop.domain.records import LogEntry
from pmark_desktop.domain.rules import Anchor
from pmark_desktop.words import Language
from pmark_desktop.words_log_lines import LogWords, moment_words, task_history


def entry(**given):
    """Return a log entry; a test names only what it is about."""
    plain = {
        "seq": 1, "operation": 1, "act": "set_many", "reverses": None,
        "at": "2026-11-24T09:12:00+09:00", "who": "見本 花子", "kind": "task",
        "target": "1/CERT-12", "field": "note", "old": None, "new": None, "why": "", "hash": "",
    }  # fmt: skip
    return LogEntry(**(plain | given))


@pytest.fixture
def words():
    return LogWords(Language.JA)


def history(desk, task):
    return task_history(desk.workspace.history(task), Language.JA)


def test_a_change_is_one_sentence(words):
    moved = entry(field="due", old="2027-09-01", new="2027-10-01")
    assert words.sentence(moved) == (
        "2026/11/24(火) 09:12 見本 花子 CERT-12 社内期限 2027/09/01(水) → 2027/10/01(金)"
    )


def test_a_moment_has_its_weekday_in_both_languages():
    assert moment_words("2026-11-24T09:12:00+09:00") == "2026/11/24(火) 09:12"
    assert moment_words("2026-11-24T09:12:00+09:00", Language.EN) == "Tue 2026-11-24 09:12"
    assert moment_words("昨日") == "昨日"


@pytest.mark.parametrize(
    ("kind", "field", "stored", "shown"),
    [
        ("task", "state", "done", "完了"),
        ("task", "result", "nonconforming", "不適合"),
        ("task", "pinned", "1", "手入力"),
        ("task", "pinned", "0", "決まりから計算"),
        ("task", "outside", "1", "はい"),
        ("task", "live", "0", "使用しない"),
        ("task", "waits_for", "site_visit", "現地審査日"),
        ("task", "waits_for", "AUD-16@1", "AUD-16@1の実施"),
        ("task", "done_on", "2027-05-31", "2027/05/31(月)"),
        ("task", "note", "=1+1", "=1+1"),
        ("evidence", "live", "0", "取り下げ"),
        ("proof", "live", "0", "外した"),
        ("cycle", "expires", "2028-03-31", "2028/03/31(金)"),
        ("cycle", "year_start", "04-01", "4月1日"),
        ("closed_day", "last", "2027-08-12", "2027/08/12(木)"),
        ("closed_day", "whose", "body", "審査機関"),
        ("holiday_year", "days", '[["2027-01-01", "元日"]]', "1日 2027/01/01(金) 元日"),
        ("holiday_year", "days", "[1]", "[1]"),
        ("holiday_year", "days", '[[1, "x"]]', '[[1, "x"]]'),
        ("holiday_year", "days", "3", "3"),
        ("holiday_year", "days", "[" * 9_000, "[" * 9_000),
    ],
)
def test_stored_values_become_words(words, kind, field, stored, shown):
    assert words.line(entry(kind=kind, field=field, new=stored)).new == shown


@pytest.mark.parametrize(
    ("kind", "target", "shown"),
    [
        ("task", "1/AUD-16@1", "AUD-16@1"),
        ("item", "1/AUD-16", "項目 AUD-16"),
        ("checklist", "1/AUD", "チェックリスト AUD"),
        ("evidence", "3", "証跡 E-0003"),
        ("proof", "3/1/LAW-01@1", "証跡 E-0003 (LAW-01@1)"),
        ("event", "1/ORG/2", "発生 ORG e2"),
        ("role", "監査/責任者", "担当割当 監査/責任者"),
        ("cycle", "1", "周期"),
        ("organisation", "1", "組織"),
    ],
)
def test_targets_are_named_as_a_person_knows_them(words, kind, target, shown):
    assert words.target(kind, target) == shown


@pytest.mark.parametrize(
    ("act", "shown"),
    [
        ("set state", "状態の変更"),
        ("set_many", "タスクの変更"),
        ("occur", "発生の登録"),
        ("something newer", "something newer"),
    ],
)
def test_acts_become_words(words, act, shown):
    assert words.act(act) == shown


def test_an_undo_says_what_it_reversed(words):
    words.learn({12: "set state"})
    assert words.act("undo", 12) == "元に戻す: 操作 12 (状態の変更)"
    assert words.act("undo", 13) == "元に戻す"


def test_a_new_row_is_told_without_bookkeeping(words):
    new = '{"cycle": 1, "due": "2027-05-31", "hard_due": null, "id": "X-1", "item": "X-1"}'
    assert words.line(entry(field="*", new=new)).new == "社内期限: 2027/05/31(月)"


@pytest.mark.parametrize(
    ("kind", "field", "bad"),
    [
        ("task", "due", "someday"),
        ("task", "*", "{broken"),
        ("task", "*", "[1]"),
        ("item", "due", "no rule at all"),
        ("evidence", "size", "big"),
        ("cycle", "year_start", "April"),
        ("newer_table", "newer_field", "x"),
    ],
)
def test_what_nobody_understands_is_shown_as_it_is(words, kind, field, bad):
    assert words.line(entry(kind=kind, field=field, new=bad)).new == bad


def test_a_strange_target_or_time_is_shown_as_it_is(words):
    line = words.line(entry(target="CERT-12", at="yesterday"))
    assert (line.target, line.at) == ("タスク CERT-12", "yesterday")


def test_every_entry_of_a_life_is_told_in_words(desk, words):
    desk.edit("CERT-12", "due", "2027/3/1")
    desk.stack.undo()
    desk.attach_paper("CERT-12", "書庫B")
    desk.set_cycle({"site_visit_planned": "2027/7/15", "window_source": "電話で回答"})
    desk.assign("PMS事務局", "新任 太郎", "taro@example.jp")
    part = desk.workspace.log_part(0, None, 10_000)
    words.learn(part.origins)
    raw = {"todo", "done", "conforms", "expiry", "once", "yearly", "plan", "file", "main", "null"}
    for one in part.entries:
        line = words.line(one)
        assert not raw & {line.old, line.new, line.field}, one
        assert "{" not in line.new, one


def test_history_names_a_date_set_by_hand_once(desk):
    desk.edit("CERT-12", "due", "2027/3/1")
    newest = history(desk, "CERT-12")[0]
    assert newest.text.startswith("社内期限 ")
    assert newest.text.endswith("→ 2027/03/01(月)(手入力)")
    assert newest.who == "試験 良子"


def test_history_tells_what_became_of_evidence(desk):
    desk.attach_paper("CERT-13", "書庫B")
    number = desk.content.tasks["CERT-13"].evidence[0]
    desk.stack.undo()
    desk.stack.redo()
    desk.retire_evidence(number, "差し替え")
    label = f"証跡 E-{number:04d} 書庫B"
    assert [(line.text, line.why) for line in history(desk, "CERT-13")[:4]] == [
        (f"{label} を取り下げ", "差し替え"),
        (f"やり直す: {label} を付け直した", ""),
        (f"元に戻す: {label} を外した", ""),
        (f"{label} を追加", ""),
    ]


def test_history_ends_with_the_beginning(desk):
    assert history(desk, "CERT-12")[-1].text.startswith("タスクを追加 社内期限: ")


def test_history_tells_that_a_task_left_the_list(desk):
    desk.occur("ORG", Anchor.EVENT, "支店の開設", "2026/11/20")
    task = next(id_ for id_ in desk.content.tasks if id_.endswith("@e2"))
    desk.stack.undo()
    assert history(desk, task)[0].text == "元に戻す: タスクを一覧から外した"


def test_english_words_are_there():
    words = LogWords(Language.EN)
    assert words.change(entry(field="state", old="todo", new="done")) == "State: To do → Done"
