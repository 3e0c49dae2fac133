"""One register per checklist: what was planned, what was done, and the proof of it."""

from collections.abc import Mapping

from pmark_desktop.domain.checklist import Checklist
from pmark_desktop.domain.records import Evidence, EvidenceKind, evidence_label
from pmark_desktop.domain.standing import is_due_soon, is_late
from pmark_desktop.domain.task import State, Task
from pmark_desktop.exchange.workbook.evidence_list import row_of
from pmark_desktop.exchange.workbook.layout import (
    Colour,
    Column,
    Look,
    Row,
    Sheet,
    Table,
    Tone,
    Value,
    line_count,
)
from pmark_desktop.exchange.workbook.plan import Plan
from pmark_desktop.exchange.workbook.safe_texts import address
from pmark_desktop.words import FIELDS, RESULTS, STATES, occurrence_words, pick, rule_words
from pmark_desktop.words import waits_words as waited_for
from pmark_desktop.words_workbook import Term

_HEAD = 2
_PLANNED = (
    ("id", 13.5, Look.TEXT), ("clause", 10, Look.TEXT), ("title", 20, Look.TEXT),
    ("expected", 15, Look.TEXT), ("owner", 11.5, Look.TEXT), ("due", 9, Look.DATE),
    ("hard_due", 9, Look.DATE),
)  # fmt: skip
_ACTUAL = (
    ("done_on", 9, Look.DATE), ("state", 8.5, Look.CENTRE), ("result", 8.5, Look.CENTRE),
    ("evidence_no", 7.5, Look.TEXT), ("evidence", 18, Look.TEXT), ("checked_by", 8, Look.TEXT),
    ("checked_on", 9, Look.DATE), ("note", 22, Look.TEXT),
)  # fmt: skip
_DUE, _HARD_DUE, _STATE, _NOTE = "F", "G", "I", "O"
_NUMBERS, _NAMES = "K", "L"  # of the proofs
_NUMBERS_AT, _NAMES_AT = 10, 11  # the same, counted from 0
_FROZEN = 3  # number, clause and title stay in view
_STATE_TONES = {
    State.DOING: Tone.DOING,
    State.REVIEW: Tone.REVIEW,
    State.DONE: Tone.DONE,
    State.EXCLUDED: Tone.EXCLUDED,
}


def register_sheets(plan: Plan) -> list[Sheet]:
    """Return a register for each checklist in use, also for one without tasks."""
    proofs = {proof.number: proof for proof in plan.snapshot.evidence}
    rows_of_proofs = {
        proof.number: row_of(index) for index, proof in enumerate(plan.snapshot.evidence)
    }
    table = Table(
        *[
            Column(pick(FIELDS[field], plan.language), width, look)
            for field, width, look in (*_PLANNED, *_ACTUAL)
        ]
    )
    by_list: dict[str, list[Task]] = {checklist.key: [] for checklist in plan.snapshot.lists}
    for task in plan.snapshot.tasks:
        by_list[task.list_key].append(task)
    return [
        _Register(plan, checklist, table, proofs, rows_of_proofs).sheet(by_list[checklist.key])
        for checklist in plan.snapshot.lists
    ]


class _Register:
    def __init__(
        self, plan: Plan, checklist: Checklist, table: Table, proofs: Mapping[int, Evidence],
        rows_of_proofs: Mapping[int, int],
    ) -> None:  # fmt: skip
        self._plan = plan
        self._table = table
        self._proofs = proofs
        self._rows_of_proofs = rows_of_proofs
        self._title = plan.name_of(checklist.key)
        self._links: dict[str, str] = {}
        numbers, names = Look.LINK, table.looks[_NAMES_AT]
        self._looks_linked = {
            False: (*table.looks[:_NUMBERS_AT], numbers, names, *table.looks[_NAMES_AT + 1 :]),
            True: (*table.looks[:_NUMBERS_AT], numbers, Look.LINK, *table.looks[_NAMES_AT + 1 :]),
        }

    def sheet(self, tasks: list[Task]) -> Sheet:
        """Return the register of these tasks."""
        rows = [self._groups(), self._table.heading]
        for task in tasks:
            number = len(rows) + 1
            values = self._values(task)
            looks = self._linked(task, number, values)
            rows.append(self._plan.row(self._title, number, self._table, values, looks))
        planned = chr(64 + len(_PLANNED))
        return Sheet(
            title=self._title, page_title=self._title, widths=self._table.widths, rows=rows,
            head=_HEAD, frozen=_FROZEN, links=self._links, colours=self._colours(len(rows)),
            merged=[f"A1:{planned}1", f"{chr(ord(planned) + 1)}1:{_NOTE}1"],
        )  # fmt: skip

    def _groups(self) -> Row:
        planned, actual = len(_PLANNED), len(_ACTUAL)
        texts: list[Value] = [None] * (planned + actual)
        texts[0], texts[planned] = self._plan.say(Term.PLAN), self._plan.say(Term.ACTUAL)
        return Row(tuple(texts), (Look.PLAN,) * planned + (Look.ACTUAL,) * actual, 18.0)

    def _values(self, task: Task) -> tuple[Value, ...]:
        language = self._plan.language
        return (
            task.id, task.item.clause, self._item(task), task.item.evidence, self._owner(task),
            task.due, task.hard_due, task.done_on, pick(STATES[task.state], language),
            pick(RESULTS[task.result], language),
            "\n".join(evidence_label(number) for number in task.evidence),
            self._proof(task), task.checked_by, task.checked_on, self._note(task),
        )  # fmt: skip

    def _item(self, task: Task) -> str:
        words = occurrence_words(task.occurrence, self._plan.language)
        which = " ".join(part for part in (words, task.event_name) if part)
        if not which:
            return task.item.title
        return f"{task.item.title}\n{self._plan.say(Term.OCCURRENCE, which=which)}"

    def _owner(self, task: Task) -> str:
        """The person, and the role that the item asks for where they differ."""
        role = task.item.role
        if task.owner in ("", role):
            return role
        return f"{task.owner}\n{self._plan.say(Term.ROLE, role=role)}"

    def _proof(self, task: Task) -> str:
        """The names of the proofs; with their numbers where there are several."""
        several = len(task.evidence) > 1
        lines = []
        for number in task.evidence:
            name = self._proof_name(number)
            lines.append(f"{evidence_label(number)} {name}" if several else name)
        return "\n".join(lines)

    def _proof_name(self, number: int) -> str:
        proof = self._proofs.get(number)
        if proof is None:
            return evidence_label(number)
        if proof.kind is EvidenceKind.PAPER and proof.place and proof.place != proof.name:
            return self._plan.say(Term.PAPER_AT, name=proof.name, place=proof.place)
        return proof.name or proof.place

    def _note(self, task: Task) -> str:
        """What is the matter with the task, then what a person wrote."""
        plan, today = self._plan, self._plan.snapshot.today
        language = plan.language
        lines = [
            plan.say(Term.LATE) if is_late(task, today) else "",
            plan.say(Term.SOON) if is_due_soon(task, today) and not is_late(task, today) else "",
            plan.say(Term.PAST) if task.is_past else "",
            plan.say(Term.OUTSIDE) if task.is_outside and not task.is_dropped else "",
            plan.say(Term.DROPPED) if task.is_dropped else "",
            plan.say(Term.RECHECK) if task.recheck else "",
        ]
        if task.waits_for is not None:
            lines.append(plan.say(Term.WAITING, anchor=waited_for(task.waits_for, language)))
        if task.pinned:
            rule = rule_words(task.item.due, task.item.repeat, language)
            lines.append(plan.say(Term.PINNED, rule=rule or "-"))
        if task.item.due_note:
            lines.append(plan.say(Term.DUE_NOTE_IS, text=task.item.due_note))
        lines.append(task.note)
        if task.reason:
            lines.append(plan.say(Term.REASON_IS, text=task.reason))
        return "\n".join(line for line in lines if line)

    def _linked(self, task: Task, row: int, values: tuple[Value, ...]) -> tuple[Look, ...]:
        """Link a lone proof, and return the looks of the row.

        A file and a paper lead to their row among the proofs, an address to itself; the name
        does where it stands on one line, the number always. LibreOffice shows a linked cell on
        one line and cuts the rest (7.4): so a longer name, and several proofs, carry no link.
        """
        proof = self._proofs.get(task.evidence[0]) if len(task.evidence) == 1 else None
        if proof is None:
            return self._table.looks
        listed = self._plan.name_of(Term.EVIDENCE).replace("'", "''")
        there = f"#'{listed}'!A{self._rows_of_proofs[proof.number]}"
        target = (proof.kind is EvidenceKind.LINK and address(proof.place)) or there
        name = values[_NAMES_AT]
        fits = isinstance(name, str) and line_count(name, self._table.rooms[_NAMES_AT]) == 1
        self._links[f"{_NUMBERS}{row}"] = there if fits else target
        if fits:
            self._links[f"{_NAMES}{row}"] = target
        return self._looks_linked[fits]

    def _colours(self, last: int) -> list[Colour]:
        """Colours for due dates and states; the words they go by stand beside them."""
        first = _HEAD + 1
        if last < first:
            return []
        day = self._plan.snapshot.today
        colours = []
        for column in (_DUE, _HARD_DUE):
            area = f"{column}{first}:{column}{last}"
            before = f'{column}{first}<>"",{column}{first}<DATE({day.year},{day.month},{day.day})'
            late = f"AND({self._note_begins(Term.LATE, first)},{before})"
            colours.append(Colour(area, late, Tone.LATE))
        soon = self._note_begins(Term.SOON, first)
        colours.append(Colour(f"{_DUE}{first}:{_DUE}{last}", soon, Tone.SOON))
        states = f"{_STATE}{first}:{_STATE}{last}"
        for state, tone in _STATE_TONES.items():
            words = pick(STATES[state], self._plan.language)
            colours.append(Colour(states, f'${_STATE}{first}="{words}"', tone))
        return colours

    def _note_begins(self, term: Term, row: int) -> str:
        words = self._plan.say(term)
        return f'LEFT(${_NOTE}{row},{len(words)})="{words}"'
