"""The rules of the house, checked. Change a rule here first, then in the code."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

import pmark_desktop

ROOT = Path(pmark_desktop.__file__).resolve().parent
MODULES = sorted(ROOT.rglob("*.py"))
WORDS = {path.stem for path in ROOT.glob("words*.py")}
QT = {"PySide6.QtCore", "PySide6.QtGui"}
MAY_USE = {  # besides the standard library and its own part; what is further down may be used
    "domain": {"dateutil", "jpholiday"},
    "words": {"domain", "exchange.checklist_problems"},
    "storage": {"domain", "sqlite3"},
    "exchange": {"domain", "words", "openpyxl"},
    "workspace": {"domain", "words", "storage", "exchange"},
    "cli": {"domain", "words", "workspace", "app"},
    "session": {"domain", "words", "workspace", *QT},
    "ui": {"domain", "words", "workspace", "session", "PySide6.QtWidgets", *QT},
    "app": {"domain", "words", "workspace", "exchange", "session", "ui", "PySide6.QtWidgets", *QT},
    "__main__": {"cli"},
    "__init__": set(),
}
WITHOUT_QT = {"domain", "words", "storage", "exchange", "workspace", "cli", "__main__"}


def name_of(path):
    """Return a module's name within the package: `storage.rows`."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


def part_of(module):
    """Return the part of the house that a module belongs to."""
    part = module.split(".")[0]
    return "words" if part in WORDS else part


def imported(path):
    """Yield the name of every module that a file imports, also late and for types."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports name the whole way"
            if node.module == "pmark_desktop":
                yield from (f"pmark_desktop.{alias.name}" for alias in node.names)
            elif node.module == "PySide6":
                yield from (f"PySide6.{alias.name}" for alias in node.names)
            else:
                yield node.module


def needs(name):
    """Return what a rule calls an imported module, or None where it is free for all."""
    if name.startswith("pmark_desktop."):
        module = name.removeprefix("pmark_desktop.")
        return None if module == "__version__" else module
    top = name.split(".")[0]
    if top == "PySide6":
        return ".".join(name.split(".")[:2])
    return top if top == "sqlite3" or top not in sys.stdlib_module_names else None


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_point_downwards(path):
    part = part_of(name_of(path))
    allowed = {part, *MAY_USE[part]}
    for name in filter(None, map(needs, imported(path))):
        assert {name, part_of(name)} & allowed, f"{part} may not use {name}"


def test_every_part_of_the_house_has_a_rule():
    assert {part_of(name_of(path)) for path in MODULES} <= MAY_USE.keys()


def test_no_rule_leads_upwards():
    order = ["domain", "words", "storage", "exchange", "workspace", "cli", "session", "ui", "app"]
    parts = {part for part in MAY_USE if part in order}
    upwards = {
        (part, other)
        for part in parts
        for other in MAY_USE[part] & parts
        if order.index(other) >= order.index(part)
    }
    assert upwards == {("cli", "app")}  # the window is opened from the command line, late


@pytest.mark.parametrize("part", sorted(WITHOUT_QT))
def test_the_lower_parts_may_not_even_name_qt(part):
    assert not any(name.startswith("PySide6") for name in MAY_USE[part])


def modules_after(code, *arguments):
    """Return the modules that a fresh process has loaded after some code."""
    told = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys; print(' '.join(sys.modules))", *arguments],
        cwd=ROOT.parent, check=True, capture_output=True, text=True,
        env={**os.environ, "PYTHONUTF8": "1"},
    )  # fmt: skip
    return {name.split(".")[0] for name in told.stdout.splitlines()[-1].split()}


def test_a_command_loads_neither_qt_nor_excel(tmp_path):
    code = """
import sys
from pmark_desktop.cli.main import run
file = sys.argv[1]
assert run(["new", file, "--name", "会社", "--expires", "2028-03-31", "--today", "2026-11-23",
            "--lists", "CERT"]) == 0
assert run(["status", file, "--today", "2026-11-23"]) == 0
assert run(["set", file, "CERT-12", "note=x", "--today", "2026-11-23"]) == 0
"""
    loaded = modules_after(code, str(tmp_path / "a.pmark"))
    assert not loaded & {"PySide6", "shiboken6", "openpyxl"}
    assert "sqlite3" in loaded


def test_the_truth_needs_neither_file_nor_clock():
    for path in ROOT.glob("domain/*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
        names = {call.attr for call in calls if isinstance(call, ast.Attribute)}
        names |= {call.id for call in calls if isinstance(call, ast.Name)}
        assert not names & {"today", "now", "utcnow", "time", "open", "read_text", "getenv"}, path


def test_sql_is_written_in_one_folder():
    verbs = ("SELECT ", "INSERT INTO ", "UPDATE ", "DELETE FROM ", "PRAGMA ", "CREATE TABLE ")
    for path in MODULES:
        if path.parent.name == "storage":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                assert not node.value.lstrip().startswith(verbs), f"{name_of(path)}: {node.value}"


def public(text):
    """Yield what a module shows: classes, functions, methods; below `# Qt overrides` all is Qt's."""
    lines = text.splitlines()
    for node in ast.parse(text).body:
        if not isinstance(node, ast.FunctionDef | ast.ClassDef) or node.name.startswith("_"):
            continue
        yield node
        if isinstance(node, ast.FunctionDef):
            continue
        body = range(node.lineno, node.end_lineno)
        theirs = next((at for at in body if lines[at].strip() == "# Qt overrides"), len(lines))
        for part in node.body:
            ours = isinstance(part, ast.FunctionDef) and part.lineno <= theirs
            if ours and not part.name.startswith("_"):
                yield part


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_what_is_public_says_what_it_is(path):
    text = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text)), "a module says what it is for"
    assert [node.name for node in public(text) if not ast.get_docstring(node)] == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_has_a_name_of_its_own(path):
    assert path.stem.startswith("__") or path.stem not in sys.stdlib_module_names


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_nothing_is_caught_blindly(path):
    """`except Exception` stands only at the border, where a bug becomes one line for a person."""
    border = {"cli.main", "ui.errors", "app", "session.exporting", "session.background"}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ExceptHandler) and name_of(path) not in border:
            assert node.type is not None
            caught = ast.unparse(node.type)
            reraised = any(isinstance(part, ast.Raise) and not part.exc for part in node.body)
            assert caught not in ("Exception", "BaseException") or reraised
