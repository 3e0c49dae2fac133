"""What the log says row by row."""

from pmark_desktop.storage.journal import changes_by_row
from pmark_desktop.storage.tables import Table
from tests.workspace.builders import new_workspace, opened, put


def test_changes_come_row_by_row_the_oldest_first_and_only_of_the_fields_asked_for(tmp_path):
    with opened(new_workspace(tmp_path / "a.pmark")) as workspace:
        put(workspace, "CERT-12", due="2027-10-01", note="x")
        put(workspace, "AUD-30", due="2027-05-07")
        put(workspace, "CERT-12", due="2027-10-04")
        with workspace.database.reading() as link:
            found = list(changes_by_row(link, Table.TASK, ("due",)))
    assert {one.field for one in found} == {"*", "due"}
    assert [(one.target, one.seq) for one in found] == sorted((o.target, o.seq) for o in found)
    due = [one for one in found if one.field == "due"]
    moved = [(one.target, one.new) for one in due if one.target != "1/CERT-13"]  # it follows
    assert moved == [
        ("1/AUD-30", "2027-05-07"), ("1/CERT-12", "2027-10-01"), ("1/CERT-12", "2027-10-04"),
    ]  # fmt: skip
    assert len([one for one in found if one.field == "*"]) == len(workspace.content.tasks)
