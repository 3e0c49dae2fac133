"""The log (変更履歴) in words: who did what to what, when; and the history of one task. No Qt."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import NamedTuple

from pmark_desktop.domain.records import LogEntry, evidence_label
from pmark_desktop.words import ACTS, FIELDS, LOG_KINDS, Language, pick, time_words
from pmark_desktop.words_applicability import setting_words
from pmark_desktop.words_log import LogTerm
from pmark_desktop.words_log_values import WHOLE_ROW, ValueWords, row_of

_SET = "set "
_ALONE = ("organisation", "cycle", "workspace")  # there is one: its key says nothing
_PARTS = {"checklist": 2, "item": 2, "event": 3, "task": 2, "proof": 3}
"""By kind: of how many parts its key is, the cycle among them."""


class LogLine(NamedTuple):
    """One entry in words; the fields are the columns of the log."""

    at: str
    operation: str
    who: str
    act: str
    target: str
    field: str
    old: str
    new: str
    why: str
    reverses: str


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One thing that became of a task: 「社内期限 2027/09/01(水) → 2027/10/01(金)」."""

    at: str
    who: str
    text: str
    why: str = ""

    def __str__(self) -> str:
        """Return it as two lines: when and who, then what and why."""
        why = f" ({self.why})" if self.why else ""
        return f"{self.at} {self.who}\n  {self.text}{why}"


class LogWords:
    """Turns entries into words; what comes again and again is made once."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._values = ValueWords(language)
        self._kinds = {kind: pick(words, language) for kind, words in LOG_KINDS.items()}
        self._origins: dict[int, str] = {}
        self._acts: dict[tuple[str, int | None], str] = {}
        self._moment = ("", "")

    def learn(self, origins: Mapping[int, str]) -> None:
        """Take note what the operations that were reversed are about."""
        self._origins |= origins

    def line(self, entry: LogEntry) -> LogLine:
        """Return an entry as the columns of the log show it."""
        values, kind, field = self._values, entry.kind, entry.field
        return LogLine(
            self._at(entry.at), str(entry.operation), entry.who,
            self.act(entry.act, entry.reverses), self.target(kind, entry.target),
            values.field(kind, field), values.value(kind, field, entry.old),
            values.value(kind, field, entry.new), entry.why,
            "" if entry.reverses is None else str(entry.reverses),
        )  # fmt: skip

    def sentence(self, entry: LogEntry) -> str:
        """Return an entry as one line: 「2026/11/24(火) 09:12 見本 花子 CERT-12 社内期限 … → …」."""
        line = self.line(entry)
        return " ".join(filter(None, (line.at, line.who, line.target, self.change(entry))))

    def change(self, entry: LogEntry) -> str:
        """Return what became of a field: 「状態 未着手 → 完了」."""
        line = self.line(entry)
        if entry.field == WHOLE_ROW:
            return f"{line.field} {line.new}".rstrip()
        nothing = self._values.say(LogTerm.NOTHING)
        return self._values.say(
            LogTerm.CHANGE, field=line.field, old=line.old or nothing, new=line.new or nothing
        )

    def act(self, act: str, reverses: int | None = None) -> str:
        """Return what was done: 「状態の変更」, 「元に戻す: 操作 12 (状態の変更)」."""
        key = (act, reverses)
        if key not in self._acts:
            origin = self._origins.get(reverses, "") if reverses is not None else ""
            words = self._act_words(act)
            if origin:
                words = self._values.say(
                    LogTerm.REVERSAL, act=words, number=reverses, origin=self._act_words(origin)
                )
            elif reverses is not None:
                return words  # not kept: what it was about may still be learnt
            self._acts[key] = words
        return self._acts[key]

    def _act_words(self, act: str) -> str:
        if act.startswith(_SET):
            field = act.removeprefix(_SET)
            name = pick(FIELDS[field], self._language) if field in FIELDS else field
            return pick(ACTS["set"], self._language).format(field=name)
        return pick(ACTS[act], self._language) if act in ACTS and act != "set" else act

    def target(self, kind: str, target: str) -> str:
        """Return what was changed, as a person knows it: CERT-12, 証跡 E-0003, 組織."""
        name = self._kinds.get(kind, kind)
        if kind in _ALONE:
            return name
        parts = target.split("/", _PARTS.get(kind, 1) - 1)
        if len(parts) != _PARTS.get(kind, 1):
            return f"{name} {target}"
        match kind:
            case "task":
                return parts[1]
            case "proof":
                return f"{self._kinds['evidence']} {_evidence(parts[0])} ({parts[2]})"
            case "evidence":
                return f"{name} {_evidence(target)}"
            case "event":
                return f"{name} {parts[1]} e{parts[2]}"
            case "setting":
                return setting_words(target, self._language)
        return f"{name} {parts[-1]}"

    def _at(self, at: str) -> str:
        if at != self._moment[0]:
            self._moment = (at, moment_words(at, self._language))
        return self._moment[1]


def moment_words(at: str, language: Language = Language.JA) -> str:
    """Return a time of the log as it was on the clock of who wrote it: 2026/11/24(火) 09:12."""
    try:
        return time_words(datetime.fromisoformat(at), language)
    except ValueError:
        return at


def _evidence(number: str) -> str:
    return evidence_label(int(number)) if number.isdecimal() else number


# one task


def task_history(entries: Iterable[LogEntry], language: Language) -> list[HistoryLine]:
    """Return what became of a task, from the entries of `Workspace.history`.

    The newest operation comes first, what it changed in the order of its entries. One line for
    each thing that matters to a person; bookkeeping is left out.
    """
    teller = _TaskTeller(language)
    operations = [
        list(teller.lines(list(operation)))
        for _, operation in groupby(entries, key=lambda entry: entry.operation)
    ]
    return [line for lines in reversed(operations) for line in lines]


class _TaskTeller:
    """Tells the operations of one task, oldest first."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._words = LogWords(language)
        self._values = ValueWords(language)
        self._names: dict[str, str] = {}

    def lines(self, operation: Sequence[LogEntry]) -> Iterator[HistoryLine]:
        """Yield what one operation did to the task and its evidence."""
        self._learn_names(operation)
        for entry in operation:
            text = self._text(entry, operation)
            if text:
                yield HistoryLine(
                    moment_words(entry.at, self._language),
                    entry.who,
                    self._reversed(entry, text),
                    entry.why,
                )

    def _learn_names(self, operation: Sequence[LogEntry]) -> None:
        for entry in operation:
            if entry.kind == "evidence" and entry.field == WHOLE_ROW and entry.new:
                name = (row_of(entry.new) or {}).get("name")
                self._names[entry.target] = str(name or "")

    def _text(self, entry: LogEntry, operation: Sequence[LogEntry]) -> str:
        match entry.kind:
            case "task":
                return self._task(entry, operation)
            case "proof":
                number = entry.target.split("/", 1)[0]
                return self._became(entry, number, LogTerm.PROOF_GONE, LogTerm.PROOF_BACK)
            case "evidence" if entry.field == "live" and not _is_with_proof(entry, operation):
                return self._became(
                    entry, entry.target, LogTerm.EVIDENCE_RETIRED, LogTerm.EVIDENCE_BACK
                )
        return ""

    def _became(self, entry: LogEntry, number: str, gone: LogTerm, back: LogTerm) -> str:
        shown = f"{_evidence(number)} {self._names.get(number, '')}".rstrip()
        if entry.field == WHOLE_ROW:
            return self._values.say(LogTerm.PROOF_ADDED, evidence=shown)
        return self._values.say(back if entry.new == "1" else gone, evidence=shown)

    def _task(self, entry: LogEntry, operation: Sequence[LogEntry]) -> str:
        others = {one.field: one.new for one in operation if one.kind == "task"}
        match entry.field, entry.new:
            case "*", _:
                about = self._values.row("task", entry.new or "")
                return " ".join(filter(None, (self._values.say(LogTerm.TASK_ADDED), about)))
            case "live", new:
                return self._values.say(LogTerm.TASK_BACK if new == "1" else LogTerm.TASK_GONE)
            case "outside", new:
                term = LogTerm.TASK_OUTSIDE if new == "1" else LogTerm.TASK_INSIDE
                return self._values.say(term)
            case "pinned" | "waits_for", _ if "due" in others:
                return ""
            case "due", _ if "pinned" in others:
                term = LogTerm.DUE_BY_HAND if others["pinned"] == "1" else LogTerm.TO_RULE
                return self._values.say(term, change=self._words.change(entry))
        return self._words.change(entry)

    def _reversed(self, entry: LogEntry, text: str) -> str:
        terms = {"undo": LogTerm.UNDONE, "redo": LogTerm.REDONE}
        return self._values.say(terms[entry.act], what=text) if entry.act in terms else text


def _is_with_proof(entry: LogEntry, operation: Sequence[LogEntry]) -> bool:
    """Tell whether the same operation speaks of the evidence's link to the task anyway."""
    start = f"{entry.target}/"
    return any(one.kind == "proof" and one.target.startswith(start) for one in operation)
