"""Long series of anything a person may do, with undo and redo: nothing ever drifts apart.

After each step, what is in memory is what is in the file, every date is what its rule gives, and
the check finds nothing; an undo brings back exactly what was.
"""

import random
from datetime import date, timedelta

import pytest

from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.domain.rules import Anchor
from pmark_desktop.workspace.checking import check
from pmark_desktop.workspace.cycles import add_checklists, set_cycle
from pmark_desktop.workspace.events import occur
from pmark_desktop.workspace.people import assign, set_organisation
from pmark_desktop.workspace.proofs import (
    attach_file,
    attach_link,
    attach_paper,
    find_evidence,
    link_evidence,
    retire_evidence,
)  # fmt: skip
from pmark_desktop.workspace.reschedule import resolver
from tests.workspace.builders import EXPIRES, EXTRA, TODAY, new_workspace, opened, put

STEPS = 45


class Walk:
    """One workspace and one chance; `undos` and `redos` are what a person could still take back."""

    def __init__(self, path, seed):
        self.chance = random.Random(seed)
        self.workspace = opened(new_workspace(path))
        self.proofs = path.parent
        self.undos, self.redos = [], []

    def state(self):
        """Return all that a person sees."""
        return self.workspace.content, self.workspace.evidence()

    def task(self):
        """Return the id of any task; some are chosen more often, that they meet."""
        often = ["CERT-12", "CERT-13", "AUD-16@1", "AUD-17@1", "ORG-03@e1"]
        return self.chance.choice([*often, *self.chance.sample([*self.workspace.content.tasks], 3)])

    def day(self, around, spread=500):
        """Return a day near another."""
        return around + timedelta(days=self.chance.randint(-spread, spread))

    # what a person may do

    def types(self):
        """Type into one to three fields."""
        day = self.day(TODAY).isoformat()
        values = {
            "state": ["todo", "doing", "review", "done", "excluded"],
            "result": ["conforms", "unrated"], "owner": ["山田", ""], "due": ["", day, day],
            "done_on": ["", "2026-11-20", "2026-10-01"], "note": ["", "x", "=1\n"],
            "reason": ["", "理由", "理由"], "checked_by": ["", "鈴木"], "checked_on": ["", "2026-11-22"],
        }  # fmt: skip
        fields = self.chance.sample(list(values), self.chance.randint(1, 3))
        return put(
            self.workspace, self.task(), **{f: self.chance.choice(values[f]) for f in fields}
        )

    def finishes(self):
        """Set a task to done, with a reason."""
        return put(self.workspace, self.task(), state="done", reason="済", done_on="2026-11-20")

    def moves_the_cycle(self):
        """Change one or two anchors."""
        days = {
            "expires": [EXPIRES, date(2028, 6, 30), date(2027, 2, 28), date(2029, 10, 31)],
            "applied": [None, date(2026, 11, 2), date(2027, 8, 2)],
            "applied_planned": [None, date(2027, 9, 6)],
            "site_visit_planned": [None, self.day(EXPIRES, 90)],
            "site_visit": [None, date(2026, 11, 9)],
            "window_closes": [None, None, self.day(date(2027, 11, 30), 20)],
            "decided": [None, date(2026, 11, 9)],
        }
        names = self.chance.sample(list(days), self.chance.randint(1, 2))
        changes = {name: self.chance.choice(days[name]) for name in names}
        if self.chance.random() < 0.2:
            changes["year_start"] = self.chance.choice(["04-01", "10-01", "01-01"])
        return set_cycle(self.workspace, changes, TODAY)

    def enters_an_event(self):
        """Enter an event of either kind."""
        anchor = self.chance.choice([Anchor.EVENT, Anchor.KNOWN])
        return occur(self.workspace, "ORG", anchor, "移転", self.day(TODAY, 100))

    def names_a_person(self):
        """Say who holds a role."""
        role = self.chance.choice([one.role for one in self.workspace.content.roles])
        return assign(self.workspace, role, self.chance.choice(["", "山田", "鈴木"]), "")

    def attaches(self):
        """Attach something old or new."""
        number = self.chance.randint(1, 4)
        path = self.proofs / f"proof {number}.txt"
        path.write_text(str(number))
        match self.chance.randint(1, 3):
            case 1:
                return attach_file(self.workspace, self.task(), path, TODAY)
            case 2:
                return attach_paper(self.workspace, self.task(), f"書庫{number}", TODAY)
        return attach_link(self.workspace, self.task(), f"https://example.jp/{number}", TODAY)

    def links(self):
        """Attach to one task what is attached to another."""
        number = self.chance.randint(1, 6)
        return link_evidence(self.workspace, self.task(), find_evidence(self.workspace, number))

    def retires(self):
        """Take evidence out of use."""
        return retire_evidence(self.workspace, self.chance.randint(1, 8), "古い")

    def adds_a_list(self):
        """Put one more list into use."""
        return add_checklists(self.workspace, [EXTRA])

    def renames(self):
        """Change a fact of the organisation."""
        return set_organisation(self.workspace, {"body": self.chance.choice(["", "A", "B"])})

    ACTS = (
        *[types] * 6, *[finishes] * 2, *[moves_the_cycle] * 4, enters_an_event, names_a_person,
        *[attaches] * 3, links, retires, adds_a_list, renames,
    )  # fmt: skip

    # steps

    def step(self):
        """Do anything, or undo, or redo."""
        turn = self.chance.random()
        if turn < 0.2 and self.undos:
            self.takes_back(self.undos, self.redos, "undo")
        elif turn < 0.3 and self.redos:
            self.takes_back(self.redos, self.undos, "redo")
        else:
            self.acts()

    def acts(self):
        before, logged = self.state(), len(self.workspace.log())
        try:
            done = self.chance.choice(self.ACTS)(self)
        except UserError as refused:
            assert refused.why is not Why.FILE_DAMAGED
            assert (self.state(), len(self.workspace.log())) == (before, logged)
        else:
            self.undos.append((done.operation, before))
            self.redos.clear()

    def takes_back(self, stack, other, act):
        operation, wanted = stack.pop()
        before = self.state()
        done = self.workspace.undo(operation, act=act)
        assert self.seen(self.state()) == self.seen(wanted)
        assert self.workspace.log(last=1)[0].reverses == operation
        other.append((done.operation, before))

    @staticmethod
    def seen(state):
        """Return what an undo has to bring back: retired evidence may stay, with its number."""
        content, evidence = state
        return content, [one for one in evidence if not one.retired]

    # what always holds

    def verify(self):
        content = self.workspace.content
        with opened(self.workspace.path, to_write=False) as fresh:
            assert (fresh.content, fresh.evidence()) == self.state()
        assert list(fresh.content.tasks) == list(content.tasks), "in the same order"
        dates = resolver(
            content.cycle, content.lists, self.workspace.office, content.events, content.tasks
        )
        for task in content.tasks.values():
            if task.is_closed:
                continue
            given = dates.dates(task.list_key, task.item, task.occurrence)
            assert task.hard_due == given.hard_due, task.id
            if not task.pinned:
                assert (task.due, task.waits_for) == (given.due, given.waits_for), task.id
        assert check(self.workspace) == []


@pytest.mark.parametrize("seed", range(4))
def test_whatever_a_person_does_nothing_drifts_apart(tmp_path, seed):
    walk = Walk(tmp_path / "a.pmark", seed)
    for _ in range(STEPS):
        walk.step()
        walk.verify()
    walk.workspace.close()


def test_everything_can_be_undone_to_the_first_day_and_redone(tmp_path):
    walk = Walk(tmp_path / "a.pmark", 99)
    first = walk.seen(walk.state())
    for _ in range(STEPS):
        walk.acts()
    last = walk.seen(walk.state())
    while walk.undos:
        walk.takes_back(walk.undos, walk.redos, "undo")
    assert walk.seen(walk.state()) == first
    while walk.redos:
        walk.takes_back(walk.redos, walk.undos, "redo")
    assert walk.seen(walk.state()) == last
    walk.verify()
    walk.workspace.close()
