"""Files of every kind of mistake, and what is said about each."""

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmark_desktop.domain.checklist import Condition, Kind, ListFault, Repeat, Stage
from pmark_desktop.domain.errors import StorageError, UserError, Why
from pmark_desktop.domain.rules import RuleFault, parse_rule
from pmark_desktop.exchange import checklist_toml, places
from pmark_desktop.exchange.checklist_problems import ChecklistProblem, Problem
from pmark_desktop.exchange.checklist_toml import SHIPPED, read_checklist, read_shipped
from pmark_desktop.words import Language
from pmark_desktop.words_checklist import CHECKLIST_WORDS, problem_words, problems_words

HEAD = """format = 1
key = "AB"
title = "一覧"
title_en = "List"
kind = "main"
version = "1.0"
date = 2026-11-23
source = "手作り"
"""
ITEM = """
[[items]]
id = "AB-{n:02}"
title = "項目"
guidance = "手引き"
clause = "J.6.2"
evidence = "記録"
role = "PMS事務局"
stage = "plan"
{more}
"""


def item(n=1, more='due = "expiry"'):
    return ITEM.format(n=n, more=more)


def without(text, *fields):
    """Return `text` without the lines of these fields (all of them, where there are more)."""
    return "\n".join(line for line in text.split("\n") if line.split(" =")[0] not in fields)


def said(text):
    """Return (item or ordinal, field, code) of each problem of a file."""
    content = text if isinstance(text, bytes) else text.encode()
    checklist, problems = read_checklist(content, "ab.toml")
    assert (checklist is None) == bool(problems)
    assert {problem.file for problem in problems} <= {"ab.toml"}
    for problem in problems:
        assert problem_words(problem).startswith("ab.toml: ")
        assert problem_words(problem, Language.EN).startswith("ab.toml: ")
    return [(p.item or p.ordinal, p.field, p.code.value) for p in problems]


def test_a_sound_file_gives_its_list():
    more = """due = "expiry - 1 month"
hard_due = "expiry"
due_note = "目安"
repeat = "yearly"
lead_days = 0
applies_if = "paper"
"""
    checklist, problems = read_checklist((HEAD + item(1, more) + item(2)).encode(), "ab.toml")
    assert problems == []
    assert (checklist.key, checklist.kind, checklist.version) == ("AB", Kind.MAIN, "1.0")
    first, second = checklist.items
    assert (first.id, first.stage, first.repeat) == ("AB-01", Stage.PLAN, Repeat.YEARLY)
    assert (first.due, first.hard_due) == (parse_rule("expiry - 1 month"), parse_rule("expiry"))
    assert (first.lead_days, first.applies_if, first.due_note) == (0, Condition.PAPER, "目安")
    assert (second.lead_days, second.applies_if, second.repeat) == (14, None, Repeat.ONCE)


def test_a_byte_order_mark_and_windows_line_ends_are_accepted():
    assert said(b"\xef\xbb\xbf" + (HEAD + item()).replace("\n", "\r\n").encode()) == []


def test_text_keeps_its_lines_but_not_the_spaces_around_it():
    text = (HEAD + item()).replace('"手引き"', '"""\n一行目\n二行目\n"""')
    checklist, _ = read_checklist(text.encode(), "ab.toml")
    assert checklist.items[0].guidance == "一行目\n二行目"


FILES = {
    "empty": (b"", "file_empty"),
    "only a byte order mark": (b"\xef\xbb\xbf", "file_empty"),
    "only white space": (b" \n\t\r\n", "file_empty"),
    "too big": (b"#" * (1024 * 1024 + 1), "file_too_big"),
    "Shift_JIS": ((HEAD + item()).encode("cp932"), "not_utf8"),
    "UTF-16": ((HEAD + item()).encode("utf-16"), "not_utf8"),
    "truncated in a character": ((HEAD + item()).encode()[:36], "not_utf8"),
    "no TOML": (b"# title\nThis is prose.\n", "not_toml"),
    "a control character as it is": (
        (HEAD + item()).replace("手引き", "\x01").encode(),
        "not_toml",
    ),
    "a lone surrogate": ((HEAD + item()).replace("手引き", "\\ud800").encode(), "not_toml"),
    "a field twice": ((HEAD + 'key = "AB"\n').encode(), "not_toml"),
    "an impossible date": (HEAD.replace("11-23", "02-30").encode(), "not_toml"),
    "nested without end": (b"a = " + b"[" * 100_000, "toml_overdone"),
    "a number without end": (b"a = " + b"1" * 10_000, "toml_overdone"),
    "a key without end": (b"a" + b".a" * 300_000 + b" = 1", "toml_overdone"),
    "a quoted key without end": (b"[ 'a' " + b'. "a"' * 30_000 + b"]", "toml_overdone"),
    "a key of quotes without end": (rb'"\"" ' + rb'. "\"" ' * 30_000 + b"= 1", "toml_overdone"),
    "a deep key in a table": (b"a = { b" + b".b" * 30_000 + b" = 1}", "toml_overdone"),
    "zeros": (bytes(100), "not_toml"),
}


@pytest.mark.parametrize(("content", "code"), FILES.values(), ids=FILES)
def test_a_file_that_cannot_be_read_says_why_and_only_that(content, code):
    assert said(content) == [(0, "", code)]


@pytest.mark.parametrize(
    ("content", "facts"),
    [
        (b"a = 1\nb = 2\n\xff", {"line": 3}),
        (b"\xef\xbb\xbfa = 1\n\xff\n", {"line": 2}),
        (b"a = 1\nb ! 2\n", {"line": 2, "column": 3}),
        (b"a = 1\r\nb ! 2\r\n", {"line": 2, "column": 3}),
        (b'a = 1\nb = "x', {"line": 2, "column": 7}),
        (b'a = 1\nb = """x\n\n\n', {"line": 2, "column": 9}),
        (b"a = 1\n\na" + b".a" * 50 + b"=1", {"line": 3}),
    ],
)
def test_the_line_of_a_mistake_is_named(content, facts):
    _, [problem] = read_checklist(content, "x.toml")
    assert facts.items() <= dict(problem.facts).items()


HEADS = {
    "newer format": ("format = 1", "format = 2", ("format", "format_unknown")),
    "huge format": ("format = 1", f"format = 0x{'f' * 9000}", ("format", "format_unknown")),
    "format as text": ("format = 1", 'format = "1"', ("format", "not_number")),
    "format as truth": ("format = 1", "format = true", ("format", "not_number")),
    "no format": ("format = 1", "", ("format", "field_missing")),
    "no key": ('key = "AB"', "", ("key", "field_missing")),
    "empty key": ('key = "AB"', 'key = ""', ("key", "field_empty")),
    "small key": ('key = "AB"', 'key = "ab"', ("key", "key_form")),
    "key too short": ('key = "AB"', 'key = "A"', ("key", "key_form")),
    "key too long": ('key = "AB"', 'key = "ABCDEFGHI"', ("key", "key_form")),
    "full-width key": ('key = "AB"', 'key = "\uff21\uff22"', ("key", "key_form")),
    "title of spaces": ('"一覧"', '"  \u3000"', ("title", "field_empty")),
    "title of two lines": ('"一覧"', '"一\\n覧"', ("title", "text_many_lines")),
    "title as number": ('"一覧"', "1", ("title", "not_text")),
    "no English title": ('title_en = "List"', "", ("title_en", "field_missing")),
    "kind unknown": ('"main"', '"extra"', ("kind", "choice_unknown")),
    "kind as list": ('"main"', '["main"]', ("kind", "not_text")),
    "version with letters": ('"1.0"', '"1.0b"', ("version", "version_form")),
    "version full-width": ('"1.0"', '"\uff11.0"', ("version", "version_form")),
    "version as number": ('"1.0"', "1.0", ("version", "not_text")),
    "date as text": ("2026-11-23", '"2026-11-23"', ("date", "not_date")),
    "date with time": ("2026-11-23", "2026-11-23T10:00:00", ("date", "not_date")),
    "no date": ("date = 2026-11-23", "", ("date", "field_missing")),
    "no source": ('source = "手作り"', "", ("source", "field_missing")),
    "unknown field": ('title = "', 'author = "x"\ntitle = "', ("author", "field_unknown")),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), HEADS.values(), ids=HEADS)
def test_a_mistake_in_the_head_is_named(old, new, expected):
    assert said(HEAD.replace(old, new, 1) + item()) == [(0, *expected)]


def test_a_newer_format_is_not_judged_any_further():
    assert said("format = 2\nsomething = 1") == [(0, "format", "format_unknown")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (HEAD, [(0, "items", "no_items")]),
        (HEAD + "items = []", [(0, "items", "no_items")]),
        (HEAD + "items = 3", [(0, "items", "not_items")]),
        (HEAD + "items = [1]", [(0, "items", "not_items")]),
        (HEAD + "[items]\nid = 'AB-01'", [(0, "items", "not_items")]),
        (
            HEAD + item().replace("[[items]]", "[[item]]"),
            [(0, "item", "field_misspelt"), (0, "items", "no_items")],
        ),
        (HEAD + "[[items]]\n" * 2001, [(0, "items", "too_many_items")]),
    ],
)
def test_items_that_are_none_are_named(text, expected):
    assert said(text) == expected


def test_a_long_chain_is_followed_to_its_end():
    chain = [item(n, f'due = "AB-{n - 1} done + 1 day"') for n in range(101, 1000)]
    assert said(HEAD + item(100) + "".join(chain)) == []
    assert said(HEAD + "".join(chain)) == [("AB-101", "due", "item_unknown")]


ONE_FIELD = {
    "no id": ("id", "", [(1, "id", "field_missing")]),
    "empty id": ("id", 'id = ""', [(1, "id", "field_empty")]),
    "id as number": ("id", "id = 1", [(1, "id", "not_text")]),
    "id of one digit": ("id", 'id = "AB-1"', [(1, "id", "id_form")]),
    "id of four digits": ("id", 'id = "AB-0001"', [(1, "id", "id_form")]),
    "id with a line end": ("id", 'id = "AB\\n-01"', [(1, "id", "text_many_lines")]),
    "id of another list": ("id", 'id = "CD-01"', [("CD-01", "id", "id_of_another_list")]),
    "no title": ("title", "", [("AB-01", "title", "field_missing")]),
    "titel": (
        "title", 'titel = "x"',
        [("AB-01", "titel", "field_misspelt"), ("AB-01", "title", "field_missing")],
    ),
    "no guidance": ("guidance", "", [("AB-01", "guidance", "field_missing")]),
    "no clause": ("clause", "", [("AB-01", "clause", "field_missing")]),
    "no evidence": ("evidence", "", [("AB-01", "evidence", "field_missing")]),
    "no role": ("role", "", [("AB-01", "role", "field_missing")]),
    "empty role": ("role", 'role = " "', [("AB-01", "role", "field_empty")]),
    "no stage": ("stage", "", [("AB-01", "stage", "field_missing")]),
    "stage unknown": ("stage", 'stage = "PLAN"', [("AB-01", "stage", "choice_unknown")]),
    "a control character": (
        "title", 'title = "a\\u0007b"', [("AB-01", "title", "text_controls")]),
    "an escape for a screen": (
        "evidence", 'evidence = "\\u001b[31m"', [("AB-01", "evidence", "text_controls")]),
    "not a character": ("title", 'title = "\\ufffe"', [("AB-01", "title", "text_controls")]),
    "the longest text": ("guidance", f'guidance = "{"あ" * 32_767}"', []),
    "a text too long": (
        "guidance", f'guidance = "{"あ" * 32_768}"', [("AB-01", "guidance", "text_too_long")]),
    "too long in UTF-16 units": (
        "guidance", f'guidance = "{"𠮷" * 16_384}"', [("AB-01", "guidance", "text_too_long")]),
    "no due": ("due", "", [("AB-01", "due", "due_missing")]),
    "empty due": ("due", 'due = ""', [("AB-01", "due", "rule_empty")]),
    "due as date": ("due", "due = 2027-01-03", [("AB-01", "due", "not_text")]),
    "due in prose": ("due", 'due = "next week!"', [("AB-01", "due", "rule_form")]),
    "due of two lines": ("due", 'due = "expiry\\n- 1 day"', [("AB-01", "due", "text_many_lines")]),
    "unknown anchor": ("due", 'due = "expire - 1 day"', [("AB-01", "due", "rule_anchor_unknown")]),
    "unknown anchor, yearly": (
        "due", 'due = "expire"\nrepeat = "yearly"', [("AB-01", "due", "rule_anchor_unknown")]),
    "unknown anchor, monthly": (
        "due", 'due = "expire"\nrepeat = "monthly"', [("AB-01", "due", "rule_anchor_unknown")]),
    "unknown unit": ("due", 'due = "expiry - 1 moon"', [("AB-01", "due", "rule_unit_unknown")]),
    "impossible day": ("due", 'due = "on 2027-02-29"', [("AB-01", "due", "rule_date_impossible")]),
    "day with offset": (
        "due", 'due = "on 2027-02-28 + 1 day"', [("AB-01", "due", "rule_on_with_offset")]),
    "too far": ("due", 'due = "expiry - 999 months"', [("AB-01", "due", "rule_number_too_big")]),
    "bad hard due": (
        "due", 'due = "expiry"\nhard_due = "expiry 3"', [("AB-01", "hard_due", "rule_form")]),
    "hard due alone": (
        "due", 'hard_due = "expiry"',
        [("AB-01", "hard_due", "hard_due_without_due"), ("AB-01", "due", "due_missing")],
    ),
    "unknown repeat": (
        "due", 'due = "expiry"\nrepeat = "weekly"', [("AB-01", "repeat", "choice_unknown")]),
    "unknown repeat without due": (
        "due", 'repeat = "montly"', [("AB-01", "repeat", "choice_unknown")]),
    "monthly": ("due", 'repeat = "monthly"', []),
    "monthly with due": (
        "due", 'due = "expiry"\nrepeat = "monthly"', [("AB-01", "due", "due_not_allowed")]),
    "quarterly with hard due": (
        "due", 'hard_due = "expiry"\nrepeat = "quarterly"',
        [("AB-01", "hard_due", "due_not_allowed")],
    ),
    "yearly on an event": (
        "due", 'due = "event + 1 day"\nrepeat = "yearly"', [("AB-01", "due", "event_with_repeat")]),
    "yearly on a known": (
        "due", 'due = "known"\nrepeat = "yearly"', [("AB-01", "due", "event_with_repeat")]),
    "yearly on a visit": (
        "due", 'due = "site_visit"\nrepeat = "yearly"', [("AB-01", "due", "yearly_without_year")]),
    "yearly on a day": (
        "due", 'due = "on 2027-01-03"\nrepeat = "yearly"',
        [("AB-01", "due", "yearly_without_year")],
    ),
    "event and expiry mixed": (
        "due", 'due = "expiry"\nhard_due = "known + 4 days"',
        [("AB-01", "hard_due", "event_mixed")],
    ),
    "mixed, but the due is unreadable": (
        "due", 'due = "knwon"\nhard_due = "known + 4 days"',
        [("AB-01", "due", "rule_anchor_unknown")],
    ),
    "unknown item": ("due", 'due = "AB-09 done + 1 day"', [("AB-01", "due", "item_unknown")]),
    "unknown item, event": (
        "due", 'due = "AB-09 done + 1 day"\nhard_due = "event"',
        [("AB-01", "due", "item_unknown")],
    ),
    "itself": ("due", 'due = "AB-01 done + 1 day"', [("AB-01", "due", "self_reference")]),
    "negative lead": (
        "due", 'due = "expiry"\nlead_days = -1', [("AB-01", "lead_days", "number_outside")]),
    "huge lead": (
        "due", f'due = "expiry"\nlead_days = 0x{"f" * 9000}',
        [("AB-01", "lead_days", "number_outside")],
    ),
    "lead as text": (
        "due", 'due = "expiry"\nlead_days = "14"', [("AB-01", "lead_days", "not_number")]),
    "lead as fraction": (
        "due", 'due = "expiry"\nlead_days = 1.5', [("AB-01", "lead_days", "not_number")]),
    "lead as truth": (
        "due", 'due = "expiry"\nlead_days = true', [("AB-01", "lead_days", "not_number")]),
    "unknown condition": (
        "due", 'due = "expiry"\napplies_if = "rain"',
        [("AB-01", "applies_if", "choice_unknown")],
    ),
    "empty condition": (
        "due", 'due = "expiry"\napplies_if = ""', [("AB-01", "applies_if", "choice_unknown")]),
    "empty note": ("due", 'due = "expiry"\ndue_note = ""', []),
}  # fmt: skip


@pytest.mark.parametrize(("field", "line", "expected"), ONE_FIELD.values(), ids=ONE_FIELD)
def test_a_mistake_in_an_item_is_named(field, line, expected):
    kept = without(item(), field)
    assert said(f"{HEAD}{kept}{line}\n") == expected


SEVERAL = {
    "an id twice": (
        item(1) + item(2) + item(1),
        [("AB-01", "id", "id_twice")],
    ),
    "a circle": (
        item(1, 'due = "AB-02 done + 1 day"') + item(2, 'due = "AB-01 done + 1 day"'),
        [("AB-01", "due", "circle"), ("AB-02", "due", "circle")],
    ),
    "different repeats": (
        item(1, 'due = "expiry"\nrepeat = "yearly"') + item(2, 'due = "AB-01 done + 1 day"'),
        [("AB-02", "due", "repeats_differ")],
    ),
    "a pair where one repeat is unreadable": (
        item(1, 'due = "expiry"\nrepeat = "yaerly"') + item(2, 'due = "AB-01 done + 1 day"'),
        [("AB-01", "repeat", "choice_unknown")],
    ),
    "a pair where one id is taken": (
        item(1) + item(1) + item(2, 'due = "AB-01 done + 1 day"'),
        [("AB-01", "id", "id_twice")],
    ),
    "a chain to an event": (
        item(1, 'due = "known"')
        + item(2, 'due = "AB-01 done + 1 day"\nhard_due = "known + 9 days"'),
        [],
    ),
    "a chain to a fixed day, mixed": (
        item(1, 'due = "on 2027-01-03"')
        + item(2, 'due = "AB-01 done + 1 day"\nhard_due = "event"'),
        [("AB-02", "hard_due", "event_mixed")],
    ),
}


@pytest.mark.parametrize(("items", "expected"), SEVERAL.values(), ids=SEVERAL)
def test_what_is_wrong_between_items_is_named(items, expected):
    assert said(HEAD + items) == expected


def test_all_mistakes_are_listed_in_the_order_of_the_file():
    text = (
        HEAD.replace('"main"', '"x"').replace('"1.0"', '"?"')
        + without(item(1, 'repeat = "x"\ndue = "y"'), "title")
        + without(item(2), "id")
        + item(3, 'due = "AB-04 done + 1 day"').replace('"plan"', "7")
    )
    assert said(text) == [
        (0, "kind", "choice_unknown"),
        (0, "version", "version_form"),
        ("AB-01", "repeat", "choice_unknown"),
        ("AB-01", "due", "rule_anchor_unknown"),
        ("AB-01", "title", "field_missing"),
        (2, "id", "field_missing"),
        ("AB-03", "stage", "not_text"),
        ("AB-03", "due", "item_unknown"),
    ]


def test_a_table_of_foreign_fields_is_named_up_to_a_limit():
    foreign = "".join(f"zz{n} = 1\n" for n in range(30_000))
    assert len(said(HEAD + foreign + item())) == 20


def test_the_field_that_was_meant_is_suggested():
    _, [problem, _] = read_checklist((HEAD.replace("version", "Versoin") + item()).encode(), "x")
    assert (problem.code, problem.facts) == ("field_misspelt", {"suggestion": "version"})


def test_what_is_quoted_is_short_and_printable():
    title = 'kind = "\\u001b[31m' + "x" * 500 + '"'
    text = HEAD.replace('kind = "main"', "kind = 'm\ta'\n\"\\u001b[31mkey\\n" + "k" * 99 + '" = 1')
    _, problems = read_checklist((text + item()).encode(), "\x1b[31mname\n.toml")
    lines = problems_words(problems).split("\n")
    assert len(lines) == len(problems) == 2
    assert all(line.isprintable() and len(line) < 400 for line in lines)
    assert said(HEAD.replace('kind = "main"', title) + item()) == [(0, "kind", "text_controls")]


# --- where the file lies


def test_a_path_is_read_and_named(tmp_path):
    path = tmp_path / "MYLIST.toml"
    path.write_text(HEAD + item(1, 'due = "x"'), encoding="utf-8")
    checklist, [problem] = read_checklist(path)
    assert checklist is None
    assert str(problem) == "MYLIST.toml: AB-01 due rule_anchor_unknown"


def test_places_where_no_file_is_are_problems(tmp_path):
    loop = tmp_path / "loop.toml"
    missing = [tmp_path / "none.toml", tmp_path / "a\0b.toml", tmp_path / ("x" * 300)]
    codes = {read_checklist(path)[1][0].code.value for path in missing}
    assert codes <= {"file_not_there", "file_unreadable"}
    assert [p.code.value for p in read_checklist(tmp_path)[1]] == ["file_not_plain"]
    if sys.platform != "win32":
        loop.symlink_to(loop)
        assert read_checklist(loop)[1]


@pytest.mark.skipif(sys.platform == "win32", reason="named pipes of POSIX")
def test_a_pipe_is_not_waited_for(tmp_path):
    import os

    os.mkfifo(tmp_path / "pipe.toml")
    [problem] = read_checklist(tmp_path / "pipe.toml")[1]
    assert problem.code == ChecklistProblem.FILE_NOT_PLAIN


def test_a_workspace_is_not_even_opened(tmp_path, monkeypatch):
    path = tmp_path / "our.PMARK"
    path.write_bytes(b"SQLite")
    monkeypatch.setattr(type(path), "open", None)
    [problem] = read_checklist(path)[1]
    assert problem.code == ChecklistProblem.FILE_IS_WORKSPACE


def test_the_shipped_lists_are_found_in_a_checkout_and_in_a_wheel(tmp_path, monkeypatch):
    assert [checklist.key for checklist in read_shipped()] == list(SHIPPED)
    package = tmp_path / "pmark_desktop"
    (tmp_path / "checklists").mkdir()
    monkeypatch.setattr(places, "_PACKAGE", package)
    assert places.checklist_folder() == tmp_path / "checklists"
    (package / "checklists").mkdir(parents=True)
    assert places.checklist_folder() == package / "checklists"
    with pytest.raises(StorageError):
        places.resource_folder()


def test_a_shipped_list_with_mistakes_is_refused_with_all_of_them(tmp_path, monkeypatch):
    (tmp_path / "LAW.toml").write_text(HEAD, encoding="utf-8")
    monkeypatch.setattr(checklist_toml, "checklist_folder", lambda: tmp_path)
    with pytest.raises(UserError) as refused:
        read_shipped()
    assert refused.value.why is Why.CHECKLIST_BAD
    lines = str(refused.value.facts["problems"]).split("\n")
    assert lines[0] == "LAW.toml: items no_items"
    assert lines[1:] == [f"{key}.toml: file_not_there" for key in SHIPPED[1:]]


# --- replaces


def test_an_item_may_replace_others():
    content = (HEAD + item(1, 'due = "expiry"\nreplaces = ["AB-91", "AB-92"]')).encode()
    checklist, problems = read_checklist(content, "ab.toml")
    assert problems == []
    assert checklist.items[0].replaces == ("AB-91", "AB-92")


@pytest.mark.parametrize(
    ("replaces", "code"),
    [
        ('"AB-91"', "not_ids"), ("[1]", "not_ids"), ('["alt"]', "id_form"),
        ('["CD-01"]', "id_of_another_list"), ('["AB-02"]', "replaces_alive"),
        ('["AB-91", "AB-91"]', "replaced_twice"), ('["AB-93"]', "replaced_twice"),
    ],
)  # fmt: skip
def test_what_cannot_be_replaced_is_said(replaces, code):
    two = item(2, 'due = "expiry"\nreplaces = ["AB-93"]')
    last = item(3, f'due = "expiry"\nreplaces = {replaces}')
    assert said(HEAD + two + last) == [("AB-03", "replaces", code)]


# --- words and hostile bytes


def test_every_code_has_words_and_every_fault_a_code():
    assert set(CHECKLIST_WORDS) == set(ChecklistProblem)
    codes = {code.value for code in ChecklistProblem}
    assert {fault.value for fault in (*RuleFault, *ListFault)} <= codes
    for japanese, english in CHECKLIST_WORDS.values():
        assert not japanese.isascii()
        assert english.replace("…", "").isascii()


def test_words_name_the_item_by_its_number_where_it_has_no_id():
    problem = Problem("x.toml", ChecklistProblem.FIELD_MISSING, 3, "", "id")
    assert problem_words(problem) == "x.toml: 3番目の項目 id: 書かれていません。"
    assert problem_words(problem, Language.EN) == "x.toml: item number 3 id: It is missing."


LINES = st.sampled_from(
    [*HEAD.splitlines(), *item().splitlines(), "[[items]]", "[items]", "items = 1"]
)
VALUES = st.sampled_from(
    ['""', "1", "-5", "nan", "true", "[]", "{}", "[{}]", "2026-01-01", '"known"',
     '"AB-01 done + 1 day"', '"yearly"', '"\\u0000"', "07:00:00", '"expiry - 9 years"', "{a.b = 1}"]
)  # fmt: skip
NAMES = st.sampled_from(
    ["id", "due", "hard_due", "repeat", "lead_days", "stage", "items", "key", "format", "x", '""']
)
MADE = st.lists(LINES | st.builds("{} = {}".format, NAMES, VALUES), max_size=40).map("\n".join)


@settings(deadline=None)
@given(st.binary() | st.text().map(str.encode) | MADE.map(str.encode))
def test_no_bytes_make_the_loader_raise(content):
    checklist, problems = read_checklist(content, "x.toml")
    assert (checklist is None) == bool(problems)
    assert all(problem_words(problem).isprintable() for problem in problems)


@settings(deadline=None)
@given(st.lists(st.tuples(NAMES, VALUES), min_size=1, max_size=4))
def test_no_fields_make_the_loader_raise(fields):
    more = "\n".join(f"{name} = {value}" for name, value in dict(fields).items())
    text = without(item(), *dict(fields)) + more
    checklist, problems = read_checklist((HEAD + text + item(2)).encode(), "x.toml")
    assert (checklist is None) == bool(problems)
    assert all(problem_words(problem) for problem in problems)
