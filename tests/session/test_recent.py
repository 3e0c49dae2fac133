from pathlib import Path

from pmark_desktop.domain.errors import Why
from pmark_desktop.domain.window import WindowState
from pmark_desktop.session.recent import MOST_RECENT, read_recent


def test_a_file_shows_whose_it_is_and_how_long_there_is(sample, today):
    (file,) = read_recent([Path(sample)], today)
    assert file.seen.organisation.name == "株式会社サンプル"
    assert file.days_left == (file.seen.cycle.expires - today).days > 0
    assert file.state is WindowState.BEFORE
    assert file.trouble is None


def test_files_in_trouble_say_so_and_do_not_hide_the_others(sample, today, tmp_path):
    damaged, empty = tmp_path / "damaged.pmark", tmp_path / "empty.pmark"
    damaged.write_bytes(b"no workspace at all" * 100)
    empty.touch()
    files = read_recent([tmp_path / "gone.pmark", damaged, empty, tmp_path, Path(sample)], today)
    assert [file.trouble and file.trouble.why for file in files] == [
        Why.FILE_NOT_THERE, Why.FILE_NOT_A_WORKSPACE, Why.FILE_EMPTY, Why.FILE_IS_A_FOLDER, None,
    ]  # fmt: skip
    assert [file.is_missing for file in files] == [True, False, False, False, False]


def test_reading_leaves_an_open_workspace_alone(workspace, today):
    before = {path.name for path in workspace.path.parent.iterdir()}
    (file,) = read_recent([workspace.path], today)
    assert file.seen is not None
    assert {path.name for path in workspace.path.parent.iterdir()} == before
    assert not workspace.is_read_only


def test_no_more_than_eight_files_are_read(tmp_path, today):
    paths = [tmp_path / f"{number}.pmark" for number in range(MOST_RECENT + 3)]
    assert len(read_recent(paths, today)) == MOST_RECENT
