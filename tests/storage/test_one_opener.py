"""Nobody but SQLite opens a workspace file in our process: a round of everything, overheard.

A hook on `open` cannot be taken off again, so the round runs in a process of its own.
"""

import json
import subprocess
import sys

from tests.storage.processes import ROOT

ROUND = """
import json, os, sys
from datetime import date
from pathlib import Path

heard, linked = [], []

def listen(event, args):
    if event in ("open", "os.open") and args and isinstance(args[0], (str, bytes, os.PathLike)):
        name = os.path.basename(os.fsdecode(args[0]))
        if name.endswith((".pmark", ".pmark-journal", ".part")):
            heard.append(name)
    if event.startswith("sqlite3.connect") and args and "a.pmark" in str(args[0]):
        linked.append(str(args[0]))

sys.addaudithook(listen)

from pmark_desktop.domain.errors import UserError
from pmark_desktop.domain.rules import Anchor
from pmark_desktop.workspace.checking import check
from pmark_desktop.workspace.cycles import add_checklists, set_cycle
from pmark_desktop.workspace.events import occur
from pmark_desktop.workspace.people import assign, set_organisation
from pmark_desktop.workspace.proofs import (
    attach_file, attach_link, attach_paper, evidence_bytes, retire_evidence,
)
from pmark_desktop.workspace.reporting import status
from pmark_desktop.storage.migrations import upgrade
from tests.workspace.builders import EXTRA, TODAY, clock, new_workspace, opened, put

folder = Path(sys.argv[1])
path = new_workspace(folder / "a.pmark")
proof = folder / "proof.txt"
proof.write_text("proof")
link = folder / "link.pmark"
link.symlink_to(path)
for turn in range(2):
    with opened(path) as workspace:
        done = put(workspace, "CERT-12", note=str(turn))
        workspace.undo(done.operation)
        attach_link(workspace, "CERT-12", f"https://example.jp/{turn}", TODAY)
        attach_paper(workspace, "CERT-12", str(turn), TODAY)
        proof.write_text(f"proof {turn}")
        attach_file(workspace, "CERT-12", proof, TODAY)
        evidence = workspace.evidence()[-1]
        evidence_bytes(workspace, evidence)
        retire_evidence(workspace, evidence.number, "古い")
        set_cycle(workspace, {"expires": date(2028, 4, 1 + turn)}, TODAY)
        occur(workspace, "ORG", Anchor.EVENT, "移転", TODAY)
        assign(workspace, "監査責任者", f"山田{turn}", "")
        set_organisation(workspace, {"body": f"審査機関{turn}"})
        for trick in (path, link):
            try:
                attach_file(workspace, "CERT-12", trick, TODAY)
            except UserError:
                pass
        with opened(link) as second:
            second.snapshot(TODAY)
        status(workspace, TODAY)
        workspace.history("CERT-12")
        workspace.database.copy_to(folder / f"copy{turn}.pmark")
        assert check(workspace) == []
with opened(path) as workspace:
    add_checklists(workspace, [EXTRA])
upgrade(path, clock(), {1: ["CREATE TABLE extra (x)"]}, newest=2)
print(json.dumps({"heard": heard, "linked": len(linked)}))
"""


def test_only_sqlite_opens_the_file(tmp_path):
    told = subprocess.run(
        [sys.executable, "-c", ROUND, str(tmp_path)],
        cwd=ROOT, check=True, capture_output=True, text=True,
    )  # fmt: skip
    found = json.loads(told.stdout)
    assert found["heard"] == []
    assert found["linked"] >= 6, "the hook hears SQLite, so it would hear others"
