"""The English words of the interface: all there, finished, and in the file that is loaded.

To add some: run the two commands of docs/architecture.md, "Words in English".
"""

import ast
import re
import string
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QTranslator

import pmark_desktop
from pmark_desktop.exchange.places import resource_folder

PACKAGE = Path(pmark_desktop.__file__).parent
FOLDER = resource_folder() / "translations"
TWO_LANGUAGES = ("app.py", "words_log_lines.py", "words_log_values.py")  # say both themselves
JAPANESE = re.compile("[ぁ-んァ-ヶ一-龠]")
FILES = [*sorted((PACKAGE / "ui").glob("*.py")), *sorted((PACKAGE / "session").glob("*.py")),
         PACKAGE / "app.py"]  # fmt: skip


def texts_in(path):
    """Yield context and text of every translate("Context", "text") of a file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "translate":
            context, text = node.args[:2]
            assert isinstance(context, ast.Constant), f"{path.name}:{node.lineno}"
            assert isinstance(text, ast.Constant), f"{path.name}:{node.lineno}"
            yield context.value, text.value


def in_source():
    return {pair for path in FILES for pair in texts_in(path)}


@pytest.fixture(scope="module")
def translated():
    """Return the English of each context and text of the .ts file."""
    found = {}
    for context in ET.parse(FOLDER / "pmark_en.ts").getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            finished = translation.get("type") is None
            words = translation.text or "" if finished else ""
            found[context.findtext("name"), message.findtext("source")] = words
    return found


def test_every_text_is_in_english(translated):
    missing = sorted(pair for pair in in_source() if not translated.get(pair, "").strip())
    assert missing == []


def test_nothing_is_translated_that_is_no_longer_said(translated):
    assert sorted(translated.keys() - in_source()) == []


def test_english_keeps_the_places_to_fill_in(translated):
    def fields(text):
        return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)

    differing = [
        source for (_, source), english in translated.items() if fields(source) != fields(english)
    ]
    assert differing == []


def test_no_japanese_is_left_in_the_english(translated):
    assert [english for english in translated.values() if JAPANESE.search(english)] == []


def test_the_file_that_is_loaded_is_the_newest(qapp, translated):
    translator = QTranslator()
    assert translator.load(str(FOLDER / "pmark_en.qm"))
    stale = [
        source
        for (context, source), english in translated.items()
        if translator.translate(context, source) != english
    ]
    assert stale == []


def is_table_of_keys(node):
    """Tell whether this is a table `SHORTCUTS`, which says each line in both languages itself."""
    if not isinstance(node, ast.Assign) or getattr(node.targets[0], "id", "") != "SHORTCUTS":
        return False
    for line in node.value.elts:
        _, japanese, english = (part.value for part in line.elts)
        assert JAPANESE.search(japanese)
        assert not JAPANESE.search(english)
    return True


def test_no_japanese_is_said_outside_of_translate_and_the_tables_of_words():
    """A literal in Japanese that is handed to a widget as it is would stay Japanese."""
    found = []
    for path in FILES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        allowed = {
            id(part)
            for node in ast.walk(tree)
            if (isinstance(node, ast.Call) and getattr(node.func, "id", "") == "translate")
            or is_table_of_keys(node)
            for part in ast.walk(node)
        }
        for node in ast.walk(tree):  # docstrings
            body = getattr(node, "body", None)
            if isinstance(body, list) and body and isinstance(body[0], ast.Expr):
                allowed.add(id(body[0].value))
            for one in body if isinstance(body, list) else ():
                if isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant):
                    allowed.add(id(one.value))
        found += [
            f"{path.name}:{node.lineno} {node.value}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and JAPANESE.search(node.value)
            and id(node) not in allowed
            and path.name not in TWO_LANGUAGES
        ]
    assert found == []
