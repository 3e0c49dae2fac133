"""What every sheet is made from: the snapshot, the words, the names of sheets, long texts."""

from collections.abc import Callable, Sequence
from datetime import date

from pmark_desktop.domain.snapshot import Snapshot
from pmark_desktop.exchange.workbook.layout import (
    MOST_LINES,
    MOST_UNITS,
    Column,
    Look,
    Row,
    Sheet,
    Table,
    Value,
    letter,
    line_count,
    row_height,
)
from pmark_desktop.exchange.workbook.safe_texts import fit, pieces, sheet_name, units
from pmark_desktop.words import Both, Language, pick
from pmark_desktop.words_workbook import TERMS, Term

_FIRST_SURE_YEAR = 1901  # before, spreadsheets do not agree on the day, or show ####
_OFTEN = 32  # rows between two reports of progress


class Steps:
    """Counts rows and reports what part of all is done; the report may raise to cancel."""

    def __init__(self, progress: Callable[[float], None], total: int) -> None:
        self._progress = progress
        self._total = max(total, 1)
        self._done = 0

    def step(self) -> None:
        """Count one row."""
        self._done += 1
        if self._done % _OFTEN == 1:
            self._progress(min(self._done / self._total, 0.99))


_LATER_SHEETS = (
    Term.ITEMS, Term.EVIDENCE, Term.ROLES, Term.EVENTS, Term.LOG, Term.LEGEND, Term.LONG_TEXTS,
)  # fmt: skip


class Plan:
    """The making of one workbook. Rows go through `row`, which makes their texts fit."""

    def __init__(self, snapshot: Snapshot, language: Language, steps: Steps) -> None:
        self.snapshot = snapshot
        self.language = language
        self.steps = steps
        self._names: dict[str, str] = {}
        for term in (Term.COVER, Term.SUMMARY):
            self._name(term, self.say(term))
        for checklist in snapshot.lists:
            title = pick((checklist.title, checklist.title_en), language)
            self._name(checklist.key, f"{checklist.key} {title}")
        for term in _LATER_SHEETS:
            self._name(term, self.say(term))
        self.long_texts = LongTexts(self)

    def say(self, words: Term | Both, **facts: object) -> str:
        """Return words in the workbook's language."""
        text = pick(TERMS[words] if isinstance(words, Term) else words, self.language)
        return text.format_map(facts) if facts else text

    def name_of(self, key: str) -> str:
        """Return the name of a sheet: of a `Term`, or of the register of a list."""
        return self._names[key]

    def further_name(self, key: str, number: int) -> str:
        """Return the name of a sheet, or of its continuation; the first is 1."""
        if number == 1:
            return self._names[key]
        return self._name(f"{key}/{number}", f"{self._names[key]}({number})")

    def _name(self, key: str, wanted: str) -> str:
        if key not in self._names:
            self._names[key] = sheet_name(fit(wanted), self._names.values())
        return self._names[key]

    def row(
        self, sheet: str, number: int, table: Table, values: Sequence[Value],
        looks: tuple[Look, ...] | None = None,
    ) -> Row:  # fmt: skip
        """Return row `number` (the first is 1) of a sheet: texts fit, height as they need."""
        self.steps.step()
        rooms = table.rooms
        fitted, lines = list(values), 1
        for index, value in enumerate(values):
            if type(value) is str and value:
                text = fit(value)
                needed = line_count(text, rooms[index])
                if needed > MOST_LINES or len(text) * 2 > MOST_UNITS:
                    cell = f"{letter(index)}{number}"
                    text = self.long_texts.shown(text, f"{sheet} {cell}", needed)
                fitted[index] = text
                lines = max(lines, needed)
            elif isinstance(value, date) and value.year < _FIRST_SURE_YEAR:
                fitted[index] = str(value).replace("-", "/")
        return Row(tuple(fitted), looks or table.looks, row_height(lines))


class LongTexts:
    """The texts that no cell or no row can show: whole on a sheet of their own.

    A cell ends at 32,767 units, a row at 409 points; beyond, Excel would cut without a word.
    """

    _PIECE = 1_500  # units; fills no more than a row, however wide they are

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._texts: list[tuple[str, str]] = []

    def shown(self, text: str, place: str, lines: int) -> str:
        """Return what stands in a cell: `text` itself where it fits, marked, else its begin."""
        length = units(text)
        if length <= MOST_UNITS and lines <= MOST_LINES:
            return text
        self._texts.append((place, text))
        mark = self._plan.say(Term.SEE_LONG_TEXTS, numbers=len(self._texts)) + "\n"
        if length + len(mark) <= MOST_UNITS:
            return mark + text
        if length <= MOST_UNITS:  # whole, rather than marked
            return text
        return mark + next(pieces(text, MOST_UNITS - len(mark)))

    def sheets(self) -> list[Sheet]:
        """Return the sheet of long texts; none where all texts fit."""
        if not self._texts:
            return []
        plan = self._plan
        title = plan.name_of(Term.LONG_TEXTS)
        table = Table(
            Column(plan.say(Term.SEQ), 7, Look.CENTRE),
            Column(plan.say(Term.SOURCE_PLACE), 26),
            Column(plan.say(Term.PART), 8, Look.CENTRE),
            Column(plan.say(Term.TEXT), 105),
        )
        rows = [table.heading]
        for index, (place, text) in enumerate(self._texts, start=1):
            parts = _short_pieces(text, table.rooms[-1], self._PIECE)
            for part, piece in enumerate(parts, start=1):
                values = (index, place, f"{part}/{len(parts)}", piece)
                rows.append(plan.row(title, len(rows) + 1, table, values))
        return [
            Sheet(title=title, page_title=title, widths=table.widths, rows=rows, head=1),
        ]


def _short_pieces(text: str, room: float, most: int) -> list[str]:
    """Return `text` in pieces that a row shows; joined with nothing between they are `text`."""
    found: list[str] = []
    here = ""
    for line in text.splitlines(keepends=True):
        for part in pieces(line, most):
            if here and line_count(here + part, room) > MOST_LINES - 1:
                found.append(here)
                here = ""
            here += part
    return [*found, here]
