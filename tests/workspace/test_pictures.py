"""Prints and pictures leave whole or not at all."""

import pytest

from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.workspace.pictures import paper_fonts, write_picture


def why(act):
    with pytest.raises(UserError) as caught:
        act()
    return caught.value.why


def test_a_print_replaces_an_older_one(tmp_path):
    target = tmp_path / "期限.pdf"
    target.write_bytes(b"older and longer")
    write_picture(tmp_path / "a.pmark", target, b"%PDF", ".pdf")
    assert target.read_bytes() == b"%PDF"
    assert len(list(tmp_path.iterdir())) == 1


def test_the_workspace_itself_is_never_written_over(tmp_path):
    file = tmp_path / "a.pmark"
    file.write_bytes(b"precious")
    refused = why(lambda: write_picture(file, file, b"x", ".pdf"))
    assert refused is Why.TARGET_IS_WORKSPACE
    assert file.read_bytes() == b"precious"


@pytest.mark.parametrize("name", ["期限.xlsx", "期限"])
def test_a_name_of_another_kind_is_refused(tmp_path, name):
    refused = why(lambda: write_picture(tmp_path / "a.pmark", tmp_path / name, b"x", ".pdf"))
    assert refused is Why.TARGET_WRONG_TYPE
    assert not list(tmp_path.iterdir())


def test_a_missing_folder_is_told(tmp_path):
    target = tmp_path / "none" / "期限.pdf"
    refused = why(lambda: write_picture(tmp_path / "a.pmark", target, b"x", ".pdf"))
    assert refused is Why.TARGET_FOLDER_MISSING


def test_a_file_that_was_marked_read_only_is_kept(tmp_path):
    target = tmp_path / "期限.png"
    target.write_bytes(b"kept")
    target.chmod(0o400)
    refused = why(lambda: write_picture(tmp_path / "a.pmark", target, b"x", ".png"))
    assert refused is Why.TARGET_NOT_WRITABLE
    assert target.read_bytes() == b"kept"


def test_the_fonts_of_prints_come_with_the_program():
    assert all(path.is_file() for path in paper_fonts())
