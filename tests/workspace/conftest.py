"""A fresh workspace for every test, copied from one that is made once."""

import shutil

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
