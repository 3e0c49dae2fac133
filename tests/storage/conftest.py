"""A fresh workspace file for every test, and raw SQL to harm it with."""

import shutil
import sqlite3

import pytest

from tests.workspace.builders import new_workspace, opened


@pytest.fixture(scope="session")
def template(tmp_path_factory):
    return new_workspace(tmp_path_factory.mktemp("template") / "template.pmark")


@pytest.fixture
def file(template, tmp_path):
    """Return the path of a workspace that nobody has open."""
    return shutil.copy(template, tmp_path / "会社.pmark")


@pytest.fixture
def workspace(file):
    """Return an open workspace; it is closed at the end."""
    with opened(file) as workspace:
        yield workspace


@pytest.fixture
def raw():
    """Return a function that runs SQL on a file behind the program's back."""

    def run(path, *statements):
        link = sqlite3.connect(path, isolation_level=None)
        try:
            link.execute("PRAGMA foreign_keys = OFF")
            return [link.execute(statement).fetchall() for statement in statements]
        finally:
            link.close()

    return run
