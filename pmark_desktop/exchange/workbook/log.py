"""変更履歴: every change that was ever made, oldest first, each with its hash."""

from collections.abc import Sequence
from datetime import datetime

from pmark_desktop.domain.records import LogEntry
from pmark_desktop.exchange.workbook.layout import Column, Look, Sheet, Table, Value
from pmark_desktop.exchange.workbook.plan import Plan
from pmark_desktop.words import LOG_KINDS, pick
from pmark_desktop.words_log_lines import LogWords
from pmark_desktop.words_workbook import Term

MOST_ROWS = 1_000_000
"""Entries on one sheet; Excel ends at 1,048,576 rows. More go on to the next sheet."""
_HASH_SHOWN = 12


def log_sheets(plan: Plan) -> list[Sheet]:
    """Return the log, on as many sheets as it needs; one even where it is empty."""
    log = plan.snapshot.log
    starts = range(0, max(len(log), 1), MOST_ROWS)
    return [
        _sheet(plan, plan.further_name(Term.LOG, number), log[start : start + MOST_ROWS])
        for number, start in enumerate(starts, start=1)
    ]


def _sheet(plan: Plan, title: str, log: Sequence[LogEntry]) -> Sheet:
    table = _table(plan)
    lines = _Lines(plan)
    rows = [table.heading]
    for number, entry in enumerate(log, start=2):
        rows.append(plan.row(title, number, table, lines.values(entry)))
    return Sheet(title=title, page_title=title, widths=table.widths, rows=rows, head=1, frozen=1)


def _table(plan: Plan) -> Table:
    return Table(
        Column(plan.say(Term.SEQ), 7.5, Look.COUNT),
        Column(plan.say(Term.AT), 15, Look.MOMENT),
        Column(plan.say(Term.OFFSET), 6, Look.CENTRE),
        Column(plan.say(Term.WHO), 11),
        Column(plan.say(Term.OPERATION), 7.5, Look.COUNT),
        Column(plan.say(Term.ACT), 14),
        Column(plan.say(Term.TARGET_KIND), 9),
        Column(plan.say(Term.TARGET), 13),
        Column(plan.say(Term.FIELD), 10),
        Column(plan.say(Term.OLD), 22),
        Column(plan.say(Term.NEW), 28),
        Column(plan.say(Term.WHY), 14),
        Column(plan.say(Term.HASH), 12, Look.SMALL),
    )


class _Lines:
    """Turns entries into the cells of a line, in the words that the window uses."""

    def __init__(self, plan: Plan) -> None:
        self._words = LogWords(plan.language)
        self._kinds = {kind: pick(words, plan.language) for kind, words in LOG_KINDS.items()}
        acts: dict[int, str] = {}
        for entry in plan.snapshot.log:
            acts.setdefault(entry.operation, entry.act)
        reversed_ = {entry.reverses for entry in plan.snapshot.log if entry.reverses is not None}
        self._words.learn({number: acts[number] for number in reversed_ if number in acts})

    def values(self, entry: LogEntry) -> tuple[Value, ...]:
        """Return the cells of one entry."""
        moment, offset = _moment(entry.at)
        line = self._words.line(entry)
        return (
            entry.seq, moment, offset, line.who, entry.operation, line.act,
            self._kinds.get(entry.kind, entry.kind), line.target, line.field,
            line.old or None, line.new or None, line.why, entry.hash[:_HASH_SHOWN],
        )  # fmt: skip


def _moment(at: str) -> tuple[Value, str]:
    """Return the local time as a date that Excel can sort, and its distance from UTC.

    What is no time, in a log that somebody changed, stays the text it is.
    """
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        return at, ""
    offset = moment.strftime("%z")
    return moment.replace(tzinfo=None), f"{offset[:3]}:{offset[3:5]}" if offset else ""
