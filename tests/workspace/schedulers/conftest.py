"""Every system in turn, and a workspace to register."""

import pytest

from tests.workspace.builders import new_workspace
from tests.workspace.schedulers.systems import SYSTEMS


@pytest.fixture
def data(tmp_path):
    """Return the person's data folder, which does not exist yet."""
    return tmp_path / "データ 1" / "pmark-desktop"


@pytest.fixture(params=SYSTEMS)
def system(request, tmp_path):
    """Return a system of each kind on which nothing is registered."""
    return SYSTEMS[request.param](tmp_path / "system" / "folder")


@pytest.fixture(scope="session")
def template(tmp_path_factory):
    return new_workspace(tmp_path_factory.mktemp("made") / "会社 A&B'%x.pmark")


@pytest.fixture
def file(template):
    """Return a workspace that can be read; nobody changes it here."""
    return template
