"""表紙: whose record this is, what it covers, and the boxes to sign."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from pmark_desktop.exchange.workbook.layout import Look, Row, Sheet, Value, capacity, line_count
from pmark_desktop.exchange.workbook.plan import Plan
from pmark_desktop.exchange.workbook.safe_texts import fit
from pmark_desktop.words import WINDOW_STATES, Language, day_words, pick
from pmark_desktop.words_workbook import Term

_WIDTHS = (2, 26, 17, 5, 17, 30, 18, 18, 18)  # A to I
_LAST = "I"
_MERGED_ROOM = capacity(sum(_WIDTHS[2:])) * 0.8  # set larger than the lists are
_LINE = 24.0
_MOST_POINTS = 126.0


class _Field(NamedTuple):
    """A labelled line: a text over the whole width, or dates with a remark."""

    label: str
    values: tuple[Value, ...]
    looks: tuple[Look, ...]


class _Grid:
    """Collects rows and merged areas from the top down."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.merged: list[str] = []

    def add(self, values: dict[int, Value], looks: dict[int, Look], height: float) -> None:
        """Add a row of cells by column; the first is 0."""
        columns = range(len(_WIDTHS))
        self.rows.append(
            Row(
                tuple(values.get(column) for column in columns),
                tuple(looks.get(column, Look.BARE) for column in columns),
                height,
            )
        )

    def merge(self, first: str, last: str, rows: int = 1) -> None:
        """Merge cells of the last row, or of the last rows."""
        end = len(self.rows)
        self.merged.append(f"{first}{end - rows + 1}:{last}{end}")


def cover_sheet(plan: Plan) -> Sheet:
    """Return the cover."""
    grid = _Grid()
    _headline(grid, plan)
    for field in _fields(plan):
        _add_field(grid, field)
    _hash_line(grid, plan)
    grid.add({}, {}, 18)
    _boxes(grid, plan)
    return Sheet(title=plan.name_of(Term.COVER), widths=_WIDTHS, rows=grid.rows, merged=grid.merged)


def _headline(grid: _Grid, plan: Plan) -> None:
    """Form number at the upper right, title, and what the title means."""
    organisation = plan.snapshot.organisation
    form = ""
    if organisation.form_no or organisation.form_version:
        no, version = organisation.form_no or "-", organisation.form_version or "-"
        form = fit(plan.say(Term.FORM, no=no, version=version))
    last = len(_WIDTHS) - 1
    grid.add({1: form}, dict.fromkeys(range(1, last + 1), Look.FORM), 20)
    grid.merge("B", _LAST)
    grid.add({1: plan.say(Term.TITLE)}, {1: Look.TITLE}, 44)
    grid.merge("B", _LAST)
    grid.add({1: plan.say(Term.SUBTITLE)}, {1: Look.SUBTITLE}, 26)
    grid.merge("B", _LAST)
    grid.add({}, {}, 8)


def _fields(plan: Plan) -> list[_Field]:
    snapshot = plan.snapshot
    organisation, cycle = snapshot.organisation, snapshot.cycle
    window, term, review = cycle.window, cycle.term, cycle.review_period
    return [
        _text(plan.say(Term.ORGANISATION), organisation.name),
        _text(plan.say(Term.NUMBER), organisation.number),
        _text(plan.say(Term.BODY), organisation.body),
        _text(plan.say(Term.CONTACT), organisation.contact),
        _period(plan, Term.TERM, term.first, term.last),
        _period(plan, Term.WINDOW, window.opens, window.closes, _window_remark(plan)),
        _period(plan, Term.REVIEW_PERIOD, review.first, review.last),
        _text(plan.say(Term.YEAR_START), _month_day(cycle.year_start, plan.language)),
        _text(plan.say(Term.GUIDELINE), organisation.guideline_version),
        _text(plan.say(Term.STANDING), _standing(plan)),
        _day(plan.say(Term.TODAY), snapshot.today),
        _day(plan.say(Term.WRITTEN), snapshot.written_at.date()),
    ]


def _text(label: str, text: str) -> _Field:
    return _Field(label, (fit(text),), (Look.VALUE,))


def _period(plan: Plan, label: Term, first: date, last: date, remark: str = "") -> _Field:
    looks = (Look.VALUE_DATE, Look.VALUE_MIDDLE, Look.VALUE_DATE, Look.VALUE)
    return _Field(plan.say(label), (first, plan.say(Term.TO), last, fit(remark)), looks)


def _day(label: str, day: date) -> _Field:
    """The same day twice: in the western and in the Japanese calendar."""
    looks = (Look.VALUE_DATE, Look.VALUE_MIDDLE, Look.VALUE_ERA, Look.VALUE)
    return _Field(label, (day, None, day, None), looks)


def _window_remark(plan: Plan) -> str:
    cycle, accepted = plan.snapshot.cycle, plan.snapshot.accepted_until
    remarks = []
    if not cycle.window.certain:
        remarks.append(plan.say(Term.WINDOW_ASK))
    if cycle.window_source or cycle.window_answered_on:
        source = f"{day_words(cycle.window_answered_on, plan.language)} {cycle.window_source}"
        remarks.append(plan.say(Term.WINDOW_ANSWER, source=source.strip()))
    if accepted != cycle.window.closes:
        remarks.append(plan.say(Term.ACCEPTED_UNTIL, day=day_words(accepted, plan.language)))
    return "\n".join(remarks)


def _standing(plan: Plan) -> str:
    snapshot = plan.snapshot
    window = snapshot.cycle.window
    standing = pick(WINDOW_STATES[snapshot.window_state], plan.language).format(
        opens_in=(window.opens - snapshot.today).days,
        closes_in=(window.closes - snapshot.today).days,
        accepted=day_words(snapshot.accepted_until, plan.language),
    )
    days = (snapshot.cycle.expires - snapshot.today).days
    return plan.say(Term.DAYS_LEFT, standing=standing, days=days)


def _month_day(year_start: str, language: Language) -> str:
    month, day = map(int, year_start.split("-"))
    return f"{month}月{day}日" if language is Language.JA else year_start


def _add_field(grid: _Grid, field: _Field) -> None:
    """Add a labelled line; its last value takes the width that is left."""
    first = 2
    at: dict[int, Value] = {first + index: value for index, value in enumerate(field.values)}
    looks = {first + index: look for index, look in enumerate(field.looks)}
    end = first + len(field.values) - 1
    looks |= dict.fromkeys(range(end + 1, len(_WIDTHS)), field.looks[-1])
    room = capacity(sum(_WIDTHS[end:])) * 0.8
    lines = _lines(field.values[-1:], room)
    height = min(max(1.0, lines * 0.85) * _LINE, _MOST_POINTS)
    grid.add(at | {1: field.label}, {1: Look.LABEL} | looks, height)
    grid.merge("ABCDEFGHI"[end], _LAST)


def _lines(values: Sequence[Value], room: float) -> int:
    return max([line_count(value, room) for value in values if isinstance(value, str)] or [1])


def _hash_line(grid: _Grid, plan: Plan) -> None:
    newest = plan.snapshot.newest_hash or plan.say(Term.NO_HASH)
    looks = {1: Look.LABEL} | dict.fromkeys(range(2, len(_WIDTHS)), Look.HASH)
    grid.add({1: plan.say(Term.NEWEST_HASH), 2: fit(newest)}, looks, _LINE)
    grid.merge("C", _LAST)


def _boxes(grid: _Grid, plan: Plan) -> None:
    """Three boxes for a name or a stamp each, at the lower right."""
    boxes = (6, 7, 8)
    names = (Term.APPROVED, Term.CHECKED, Term.MADE)
    heads = {column: plan.say(name) for column, name in zip(boxes, names, strict=True)}
    grid.add(dict(heads), dict.fromkeys(boxes, Look.BOX_HEAD), 22)
    grid.add({}, dict.fromkeys(boxes, Look.BOX), 78)
    foot = plan.say(Term.BOX_DATE)
    grid.add(dict.fromkeys(boxes, foot), dict.fromkeys(boxes, Look.BOX_FOOT), 22)
