"""A desk on the sample, copied for every test from one that is made once."""

import shutil
from datetime import date

import pytest

from pmark_desktop.session.day_clock import DayClock
from pmark_desktop.session.desk import Desk
from pmark_desktop.words import Language
from pmark_desktop.workspace.sample import write_sample
from pmark_desktop.workspace.workspace import Workspace

TODAY = date(2026, 11, 24)


@pytest.fixture
def today():
    return TODAY


@pytest.fixture(autouse=True)
def data_folder(tmp_path, monkeypatch):
    """Keep the record of reminders out of the user's own folder, and return where it lies."""
    folder = tmp_path / "data"
    for name in ("XDG_DATA_HOME", "APPDATA"):
        monkeypatch.setenv(name, str(folder))
    return folder


@pytest.fixture(scope="session")
def sample_template(tmp_path_factory):
    path = tmp_path_factory.mktemp("sample") / "sample.pmark"
    write_sample(path, TODAY, by="見本 花子")
    return path


@pytest.fixture
def sample(sample_template, tmp_path):
    """Return the path of a sample that nobody has open."""
    return shutil.copy(sample_template, tmp_path / "sample.pmark")


@pytest.fixture
def workspace(sample):
    """Return an open sample; it is closed at the end."""
    with Workspace(sample, by="試験 良子") as workspace:
        yield workspace


@pytest.fixture
def desk(qapp, workspace, today):
    """Return a desk on the open sample."""
    return Desk(workspace, DayClock(today), Language.JA)
