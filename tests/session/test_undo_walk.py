"""Two hundred mixed steps of all pages, all undone and all done again: nothing is left over."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest

from pmark_desktop.domain.checklist import Condition
from pmark_desktop.domain.closed_spans import Whose
from pmark_desktop.domain.filters import Filter
from pmark_desktop.domain.views import View
from pmark_desktop.session.own_desk import OwnDesk
from pmark_desktop.workspace.bulk import BulkWish, plan_bulk
from pmark_desktop.workspace.checking import check
from pmark_desktop.workspace.editions import take_in
from pmark_desktop.workspace.events import event_lists
from pmark_desktop.workspace.pasting import Cell, plan_cells
from pmark_desktop.workspace.retiring import retired_items
from pmark_desktop.workspace.saved_views import saved_views

STEPS = 200
DAY = date(2026, 12, 1)
TEXTS = {
    "state": ("todo", "doing", "review", "done", "excluded"),
    "result": ("unrated", "conforms", "observation"),
    "owner": ("見本 花子", "", "試験 良子"),
    "due": ("2027/1/15", "2026-12-01", "", "+3"),
    "done_on": ("2026/11/1", ""),
    "checked_by": ("見本 太郎", ""),
    "note": ("一行目\n二行目", "", '"引用"\t'),
    "reason": ("記録なし", "", "該当しない"),
    "tag": ("重要", ""),
}


class Walk:
    """Does one random wish after the other; most are allowed, some are refused."""

    def __init__(self, desk, seed):
        self.desk, self.own, self.random = desk, OwnDesk(desk), Random(seed)
        self.wishes = [
            self.edit, self.edit, self.edit, self.bulk, self.paste, self.paste, self.duplicate,
            self.move, self.retire, self.bring_back, self.add, self.switch_list, self.switches,
            self.cycle, self.organisation, self.assign, self.occur, self.paper, self.drop_paper,
            self.closed_day, self.view, self.drop_view, self.edition,
        ]  # fmt: skip

    def step(self):
        self.random.choice(self.wishes)()

    def tasks(self, most=6):
        ids = list(self.desk.content.tasks)
        return self.random.sample(ids, self.random.randint(1, most))

    def items(self):
        return list({self.desk.content.tasks[id_].item.id for id_ in self.tasks(3)})

    def texts(self):
        field = self.random.choice(list(TEXTS))
        return field, self.random.choice(TEXTS[field])

    def list(self):
        return self.random.choice([one.key for one in self.desk.content.lists])

    def edit(self):
        self.desk.edit(self.tasks(1)[0], *self.texts())

    def bulk(self):
        field, text = self.texts()
        if field == "due":
            return
        plan = plan_bulk(
            self.desk.workspace, self.tasks(20), BulkWish({field: text}), self.desk.today
        )
        self.desk.edit_many(plan)

    def paste(self):
        cells = [Cell(id_, *self.texts()) for id_ in self.tasks(20)]
        plan = plan_cells(self.desk.workspace, cells, self.desk.today)
        rows = self.random.choice(([], [{"title": "貼った行", "owner": "見本"}, {"title": "次"}]))
        self.desk.paste("貼り付け", plan.edits, self.list(), rows)

    def duplicate(self):
        self.own.duplicate(self.items())

    def move(self):
        self.own.move(self.items(), self.random.choice((-1, 1)))

    def retire(self):
        self.own.retire(self.items(), "使わない")

    def bring_back(self):
        gone = [one.item.id for one in retired_items(self.desk.workspace)]
        if gone:
            self.own.bring_back(self.random.sample(gone, self.random.randint(1, len(gone))))

    def add(self):
        self.own.add_tasks(self.list(), [{"title": f"独自{self.random.random()}"}])

    def switch_list(self):
        keys = ["ORG", "CARRY", "TRADE", "MED", "CRISIS", *(self.list() for _ in range(2))]
        self.own.switch_list(self.random.choice(keys), "一覧", on=self.random.random() < 0.8)

    def switches(self):
        wanted = {self.random.choice(list(Condition)): self.random.random() < 0.5}
        self.own.set_switches(wanted)

    def cycle(self):
        day = f"2027-0{self.random.randint(3, 9)}-15"
        name = self.random.choice(("audit_start", "review_planned", "applied_planned"))
        self.desk.set_cycle({name: day})

    def organisation(self):
        self.desk.set_organisation({"name": f"株式会社{self.random.randint(1, 9)}"})

    def assign(self):
        role = self.random.choice(self.desk.content.roles).role
        self.desk.assign(role, f"見本 {self.random.randint(1, 9)}郎", "")

    def occur(self):
        found = event_lists(self.desk.workspace)
        for key, _, anchor in self.random.sample(found, min(1, len(found))):
            name = f"事象{self.random.random()}"
            self.desk.occur(key, anchor, name, "2026/11/20")

    def paper(self):
        self.desk.attach_paper(self.tasks(1)[0], f"書庫{self.random.random()}")

    def drop_paper(self):
        held = self.desk.workspace.evidence()
        if held:
            self.desk.retire_evidence(self.random.choice(held).number, "誤り")

    def closed_day(self):
        day = f"2027/1/{self.random.randint(5, 28)}"
        whose = self.random.choice(list(Whose))
        self.desk.add_closed_day(whose, "休業", day, day, every_year=False)

    def view(self):
        name = f"ビュー{self.random.randint(1, 20)}"
        self.desk.save_view(View(name=name, wanted=Filter(owners=frozenset({"見本"}))))

    def drop_view(self):
        kept = saved_views(self.desk.workspace.settings)
        if kept:
            self.desk.retire_view(self.random.choice(kept).key, "x")

    def edition(self):
        present = self.desk.content.checklist(self.list())
        own = {one.id for one in present.items if not one.id.startswith(f"{present.key}-")}
        items = [one for one in present.items if one.id not in own and self.random.random() < 0.95]
        items = [
            replace(one, guidance=one.guidance + "改") if self.random.random() < 0.1 else one
            for one in items
        ]
        version = f"{self.random.randint(2, 99)}.{self.random.randint(0, 9)}"
        newer = replace(present, items=tuple(items), version=version)
        self.desk.carry_out("版", lambda: take_in(self.desk.workspace, newer, self.desk.today))


def state_of(desk):
    """Return all that is in use; evidence that an undo took out stays in the file, retired."""
    workspace = desk.workspace
    held = [one for one in workspace.evidence() if not one.retired]
    return (
        workspace.content, held, dict(workspace.settings),
        [workspace.office.why_closed(DAY + timedelta(days)) for days in range(400)],
        retired_items(workspace),
    )  # fmt: skip


@pytest.mark.parametrize("seed", [2])
def test_all_undone_is_the_beginning_and_all_redone_the_end(desk, seed):
    refused = []
    walk = Walk(desk, seed)
    desk.refused.connect(lambda error: refused.append(error.why))
    before = state_of(desk)
    while desk.stack.count() < STEPS:
        walk.step()
        if desk.stack.count() % 17 == 0 and desk.stack.count():
            desk.steps.go_to(desk.steps.position - walk.random.randint(0, 3))
    desk.steps.go_to(desk.stack.count())
    after = state_of(desk)
    wishes_refused = len(refused)

    assert desk.steps.go_to(0), refused[wishes_refused:]
    assert state_of(desk) == before
    assert desk.steps.go_to(desk.stack.count())
    assert state_of(desk) == after
    assert check(desk.workspace) == []
