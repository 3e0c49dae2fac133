"""The tables of words: whole, in both languages, and with the same facts in both."""

import ast
import importlib
import re
import string
from collections.abc import Mapping
from datetime import date
from enum import Enum
from pathlib import Path

import pytest

import pmark_desktop
from pmark_desktop import words, words_refusals
from pmark_desktop.domain.errors import Notice, UserError, Why
from pmark_desktop.storage.tables import TABLES
from pmark_desktop.words import Language
from pmark_desktop.words_refusals import explain, notice_words
from pmark_desktop.workspace import checking

ROOT = Path(pmark_desktop.__file__).resolve().parent
TABLE_MODULES = [
    *(importlib.import_module(f"pmark_desktop.{path.stem}") for path in ROOT.glob("words*.py")),
    checking,
]
ENDS = ("。", "{choices}", "{problems}", "{file}", "{line}")
"""How a Japanese refusal may end: as a sentence, or with what it lists."""


def is_pair(found):
    return isinstance(found, tuple) and len(found) == 2 and all(isinstance(s, str) for s in found)


def tables():
    """Yield the name and content of each table of words by code."""
    for module in TABLE_MODULES:
        for name, table in vars(module).items():
            if isinstance(table, Mapping) and table and all(map(is_pair, table.values())):
                yield pytest.param(table, id=f"{module.__name__.split('.')[-1]}.{name.lower()}")


def facts_of(text):
    """Return the names between braces; raises for braces that are none."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("table", [*tables()])
def test_every_code_has_words(table):
    kinds = {type(key) for key in table}
    if kinds and all(issubclass(kind, Enum) for kind in kinds):
        (kind,) = kinds
        assert set(table) == set(kind)


@pytest.mark.parametrize("table", [*tables()])
def test_both_languages_say_something_about_the_same_facts(table):
    for key, (japanese, english) in table.items():
        assert japanese.strip(), key
        assert english.strip(), key
        assert facts_of(japanese) == facts_of(english), key
        assert "" not in facts_of(japanese), "facts have names"


@pytest.mark.parametrize("table", [*tables()])
def test_english_is_written_in_latin_letters(table):
    for key, (_, english) in table.items():
        assert not re.search("[\u3040-\u30ff\u4e00-\u9fff]", english), key


@pytest.mark.parametrize("why", Why)
def test_a_refusal_says_what_happened_and_what_to_do(why):
    japanese, english = words_refusals.REFUSALS[why]
    assert japanese.endswith(ENDS)
    assert japanese.count("。") + japanese.endswith(ENDS[1:]) >= 2 or why is Why.NOTHING_CHANGED
    assert english.endswith((".", "}", ")", *ENDS[1:]))


@pytest.mark.parametrize("notice", Notice)
def test_a_notice_is_a_sentence(notice):
    japanese, english = words_refusals.NOTICES[notice]
    assert japanese.endswith("。")
    assert english.endswith(".")


def given(kind):
    """Yield module, code and names of facts for every place that raises or tells something."""
    for path in sorted(ROOT.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            code = node.args[0]
            if (
                isinstance(code, ast.Attribute)
                and isinstance(code.value, ast.Name)
                and code.value.id == kind
            ):
                yield path.relative_to(ROOT), code.attr, node


@pytest.mark.parametrize("kind", ["Why", "Notice"])
def test_whoever_refuses_or_tells_gives_the_facts_that_the_words_need(kind):
    texts = words_refusals.REFUSALS if kind == "Why" else words_refusals.NOTICES
    codes = Why if kind == "Why" else Notice
    missing = []
    for place, name, node in given(kind):
        names = {keyword.arg for keyword in node.keywords}
        for extra in node.args[1:]:
            if isinstance(extra, ast.Dict):
                names |= {key.value for key in extra.keys if isinstance(key, ast.Constant)}
        open_ended = None in names or any(
            isinstance(extra, ast.Name | ast.Call) for extra in node.args[1:]
        )
        wanted = facts_of(texts[codes[name]][0])
        if not open_ended and not wanted <= names:
            missing.append(f"{place}: {name} lacks {sorted(wanted - names)}")
    assert missing == []


def test_every_table_of_the_log_and_every_field_of_it_has_words():
    assert TABLES.keys() <= words.LOG_KINDS.keys()


@pytest.mark.parametrize("language", Language)
def test_facts_are_put_in_as_a_person_writes_them(language):
    error = UserError(Why.EXPIRY_TOO_FAR, day=date(2030, 1, 1))
    said = explain(error, language)
    assert ("2030/01/01(火)" if language is Language.JA else "Tue 2030-01-01") in said
    told = notice_words(Notice.TEXT_CLEANED, {"count": 3}, language)
    assert "3" in told


@pytest.mark.parametrize("typed", ["{text}", "{0}", "{", "%s", "{text.__class__}"])
def test_braces_that_were_typed_are_shown_as_typed(typed):
    for language in Language:
        assert typed in explain(UserError(Why.DATE_UNREADABLE, text=typed), language)
