"""Makes the sample of the newest schema: `python -m tests.storage.make_sample`.

Done once for each schema, when it is released; the samples of older ones are never made again.
"""

from datetime import date
from pathlib import Path

from pmark_desktop.domain.rules import Anchor
from pmark_desktop.storage.schemas import SCHEMA
from pmark_desktop.storage.tables import Table
from pmark_desktop.workspace.cycles import set_cycle
from pmark_desktop.workspace.events import occur
from pmark_desktop.workspace.people import assign, set_organisation
from pmark_desktop.workspace.proofs import attach_file, attach_link, attach_paper, retire_evidence
from tests.workspace.builders import TODAY, new_workspace, opened, put

SAMPLES = Path(__file__).parent / "samples"


def make(path):
    """Write a workspace with something in every table that has rows in this schema."""
    new_workspace(path, number="12345678(02)", body="審査機関")
    proof = path.with_name("proof.txt")
    proof.write_bytes("監査報告書\n".encode())
    with opened(path) as workspace:
        set_organisation(workspace, {"contact": "03-0000-0000", "form_no": "様式12"})
        assign(workspace, "監査責任者", "山田 花子", "yamada@example.jp")
        occur(workspace, "ORG", Anchor.EVENT, "本店移転", date(2026, 12, 1))
        attach_file(workspace, "AUD-16@1", proof, TODAY)
        attach_link(workspace, "CERT-12", "https://example.jp/", TODAY)
        attach_paper(workspace, "CERT-13", "書庫A", TODAY)
        retire_evidence(workspace, 3, "古い版")
        put(workspace, "AUD-16@1", state="done", result="conforms", done_on="2026-05-28",
            checked_by="鈴木", checked_on="2026-06-01")  # fmt: skip
        done = put(workspace, "CERT-12", due="2027-10-01", note="=備考")
        workspace.undo(workspace.undo(done.operation).operation, act="redo")
        put(workspace, "ORG-01", state="excluded", reason="該当なし")
        workspace.run("closed_day", lambda operation: operation.create(Table.CLOSED_DAY, {
            "id": 1, "whose": "company", "name": "夏季休業", "first": "2027-08-12",
            "last": "2027-08-16"}))  # fmt: skip
        workspace.run("holidays", lambda operation: operation.create(Table.HOLIDAY_YEAR, {
            "year": 2027, "days": '[["2027-01-01", "元日"]]', "source": "syukujitsu.csv"}))  # fmt: skip
        workspace.run("setting", lambda operation: operation.create(Table.SETTING, {
            "name": "reminders", "value": "{}"}))  # fmt: skip
        set_cycle(workspace, {"expires": date(2028, 4, 30), "site_visit_planned": date(2028, 1, 11)},
                  TODAY)  # fmt: skip
    proof.unlink()


if __name__ == "__main__":
    SAMPLES.mkdir(exist_ok=True)
    make(SAMPLES / f"v{SCHEMA}.pmark")
