"""Stored values of the log as a person reads them: codes, days, rules, whole rows. No Qt here."""

import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from pmark_desktop.domain.checklist import Repeat
from pmark_desktop.domain.records import evidence_label
from pmark_desktop.domain.rules import parse_rule
from pmark_desktop.words import (
    ANCHORS,
    FIELDS,
    KINDS,
    REPEATS,
    RESULTS,
    STAGES,
    STATES,
    Both,
    Language,
    day_words,
    occurrence_words,
    pick,
    rule_words,
    waits_words,
)
from pmark_desktop.words_finding import stored_view_words
from pmark_desktop.words_log import (
    CONDITIONS,
    LIST_KINDS,
    LIVE,
    LOG_FIELDS,
    LOG_TERMS,
    OTHER_LIVE,
    SWITCH,
    WHOSE,
    LogTerm,
)
from pmark_desktop.words_reminders import policy_words

WHOLE_ROW = "*"
_DAYS = {
    "cycle": (
        "expires", "created_on", "window_opens", "window_closes", "applied_planned", "applied",
        "site_visit_planned", "site_visit", "findings_issued_planned", "findings_issued",
        "decided_planned", "decided",
    ),
    "checklist": ("date",), "event": ("day",), "evidence": ("added_on",),
    "task": ("due", "hard_due", "done_on", "checked_on"), "closed_day": ("first", "last"),
}  # fmt: skip
_FIRST = (
    "name", "title", "kind", "place", "size", "number", "expires", "year_start", "anchor", "day",
    "occurrence", "due", "hard_due", "waits_for", "stage", "repeat", "role", "owner",
)  # fmt: skip
"""What a new row says first; the rest follows as it was stored."""
_BOOKKEEPING = {
    "organisation": ("id",), "cycle": ("id",), "checklist": ("cycle", "key", "position"),
    "item": ("cycle", "id", "list", "position"), "event": ("cycle", "list", "number"),
    "task": ("cycle", "id", "item"), "role": ("role",), "evidence": ("number",),
    "proof": (), "closed_day": ("id",), "holiday_year": ("year",), "setting": ("name",),
}  # fmt: skip
"""By kind: what a new row holds that its target says already, or nobody needs."""
_SHORT_HASH = 12


class ValueWords:
    """Turns fields and stored values into words. What it does not know stays as it is."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._flags = {"0": self.say(LogTerm.NO), "1": self.say(LogTerm.YES)}
        self._readers = self._codes() | self._live() | self._texts()

    def say(self, term: LogTerm, **facts: object) -> str:
        """Return a phrase of the log."""
        words = pick(LOG_TERMS[term], self._language)
        return words.format(**facts) if facts else words

    def field(self, kind: str, field: str) -> str:
        """Return the words above a field."""
        words = LOG_FIELDS.get((kind, field)) or FIELDS.get(field)
        return pick(words, self._language) if words else field

    def value(self, kind: str, field: str, stored: str | None) -> str:
        """Return a stored value in words; '' where there is or was nothing."""
        if not stored:
            return ""
        if field == WHOLE_ROW:
            return self.row(kind, stored)
        reader = self._readers.get((kind, field))
        if reader is None:
            return stored
        try:
            return reader(stored)
        except ValueError:  # a log that somebody changed still has to be shown
            return stored

    def row(self, kind: str, stored: str) -> str:
        """Return a new row: 「名称: 議事録.pdf / 種類: ファイル」, without bookkeeping."""
        if kind == "proof":  # its target says all
            return self.value(kind, "live", "1")
        held = row_of(stored)
        if held is None:
            return stored
        hidden = _BOOKKEEPING.get(kind, ())
        order = [name for name in _FIRST if name in held]
        order += [name for name in held if name not in _FIRST]
        parts = [
            f"{self.field(kind, name)}: {self.value(kind, name, str(held[name]))}"
            for name in order
            if name not in hidden and held[name] not in (None, "")
        ]
        return " / ".join(parts)

    def _codes(self) -> dict[tuple[str, str], Callable[[str], str]]:
        tables: dict[tuple[str, str], Mapping[str, Both]] = {
            ("task", "state"): _plain(STATES),
            ("task", "result"): _plain(RESULTS),
            ("item", "stage"): _plain(STAGES),
            ("item", "repeat"): _plain(REPEATS),
            ("item", "applies_if"): _plain(CONDITIONS),
            ("evidence", "kind"): _plain(KINDS),
            ("event", "anchor"): _plain(ANCHORS),
            ("checklist", "kind"): _plain(LIST_KINDS),
            ("closed_day", "whose"): WHOSE,
        }
        return {place: self._chooser(table) for place, table in tables.items()}

    def _live(self) -> dict[tuple[str, str], Callable[[str], str]]:
        by_rule = (LOG_TERMS[LogTerm.BY_RULE], LOG_TERMS[LogTerm.BY_HAND])
        pairs = {(kind, "live"): LIVE.get(kind, OTHER_LIVE) for kind in _BOOKKEEPING}
        pairs[("task", "pinned")] = by_rule
        return {place: self._chooser({"0": pair[0], "1": pair[1]}) for place, pair in pairs.items()}

    def _chooser(self, table: Mapping[str, Both]) -> Callable[[str], str]:
        words = {code: pick(both, self._language) for code, both in table.items()}
        return lambda stored: words.get(stored, stored)

    def _texts(self) -> dict[tuple[str, str], Callable[[str], str]]:
        read_day: Callable[[str], str] = self._day
        days = [(kind, field) for kind, fields in _DAYS.items() for field in fields]
        return dict.fromkeys(days, read_day) | {
            ("task", "waits_for"): lambda stored: waits_words(stored, self._language),
            ("task", "occurrence"): lambda stored: occurrence_words(stored, self._language),
            ("task", "outside"): lambda stored: self._flags.get(stored, stored),
            ("holiday_year", "days"): self._holidays,
            ("closed_day", "every_year"): lambda stored: self._flags.get(stored, stored),
            ("item", "due"): self._rule,
            ("item", "hard_due"): self._rule,
            ("cycle", "year_start"): self._year_start,
            ("setting", "value"): self._setting,
            ("evidence", "number"): lambda stored: evidence_label(int(stored)),
            ("evidence", "size"): lambda stored: self.say(LogTerm.BYTES, count=f"{int(stored):,}"),
            ("evidence", "sha256"): lambda stored: f"{stored[:_SHORT_HASH]}…",
        }

    def _day(self, stored: str) -> str:
        return day_words(date.fromisoformat(stored), self._language)

    def _holidays(self, stored: str) -> str:
        """Return the holidays of a year: 「17日 2027/01/01(金) 元日、…」."""
        try:
            days = [f"{self._day(day)} {name}" for day, name in json.loads(stored)]
        except (TypeError, RecursionError) as error:  # a log that somebody changed
            raise ValueError from error
        joined = ("、" if self._language is Language.JA else ", ").join(days)
        return f"{self.say(LogTerm.DAYS, count=len(days))} {joined}"

    def _setting(self, stored: str) -> str:
        if stored in SWITCH:
            return pick(SWITCH[stored], self._language)
        view = stored_view_words(stored, self._language)
        return policy_words(stored, self._language) if view is None else view

    def _rule(self, stored: str) -> str:
        return rule_words(parse_rule(stored), Repeat.ONCE, self._language)

    def _year_start(self, stored: str) -> str:
        month, day = (int(part) for part in stored.split("-"))
        return f"{month}月{day}日" if self._language is Language.JA else stored


def row_of(stored: str) -> dict[str, str | int | None] | None:
    """Return what a new row held, None where that cannot be read."""
    try:
        held = json.loads(stored)
    except (ValueError, RecursionError):
        return None
    return held if isinstance(held, dict) else None


def _plain(table: Mapping[Any, Both]) -> dict[str, Both]:
    return {str(code): words for code, words in table.items()}
