"""A workspace that is made once and copied for each test, and a way to call the program."""

import json
import shutil

import pytest

from pmark_desktop.cli import run
from tests.cli.answers import TODAY, Answer


@pytest.fixture(scope="session")
def template(tmp_path_factory):
    path = tmp_path_factory.mktemp("template") / "template.pmark"
    made = run(
        ["new", str(path), "--name", "株式会社サンプル", "--expires", "2028-03-31",
         "--lists", "main,INC", "--today", TODAY]
    )  # fmt: skip
    assert made == 0
    return path


@pytest.fixture
def file(template, tmp_path):
    """Return a workspace of 2026-11-23 that nobody has open."""
    return shutil.copy(template, tmp_path / "会社.pmark")


@pytest.fixture
def call(capsys):
    """Run a command on 2026-11-23 and return its exit code, stdout and stderr."""

    def act(command, *arguments):
        day = () if "--today" in arguments else ("--today", TODAY)
        capsys.readouterr()
        try:
            code = run([command, *map(str, arguments), *day])
        except SystemExit as ended:  # wrong usage
            code = ended.code
        return Answer(code, *capsys.readouterr())

    return act


@pytest.fixture
def tasks(call, file):
    """Return the tasks of the file by id."""

    def read(*arguments):
        code, out, _ = call("tasks", file, "--json", *arguments)
        assert code == 0
        return {task["id"]: task for task in json.loads(out)}

    return read
