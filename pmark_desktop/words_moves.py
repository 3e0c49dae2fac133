"""What would become of tasks when an anchor or a closed day changes, in two languages."""

from collections.abc import Mapping
from enum import StrEnum

from pmark_desktop.words import Both, Language, pick


class Fate(StrEnum):
    """What would become of one task."""

    MOVES = "moves"
    BEGINS = "begins"
    WAITS = "waits"
    PINNED = "pinned"
    COMES = "comes"
    GOES = "goes"
    OUTSIDE = "outside"
    DROPPED = "dropped"


class MoveTerm(StrEnum):
    """The columns of the preview."""

    FATE = "fate"
    ID = "id"
    TITLE = "title"
    BEFORE = "before"
    AFTER = "after"
    HARD_DUE = "hard_due"
    WARNING = "warning"


FATES: Mapping[Fate, Both] = {
    Fate.MOVES: ("変わる", "moves"),
    Fate.BEGINS: ("起点が決まる", "gets a date"),
    Fate.WAITS: ("起点待ちになる", "waits again"),
    Fate.PINNED: ("手入力のまま", "stays pinned"),
    Fate.COMES: ("加わる", "comes"),
    Fate.GOES: ("外れる", "goes"),
    Fate.OUTSIDE: ("期間外になる", "outside the period"),
    Fate.DROPPED: ("廃止として残る", "stays, dropped"),
}
MOVE_TERMS: Mapping[MoveTerm, Both] = {
    MoveTerm.FATE: ("動き", "What"),
    MoveTerm.ID: ("No.", "No."),
    MoveTerm.TITLE: ("実施項目", "Item"),
    MoveTerm.BEFORE: ("いまの期限", "Due now"),
    MoveTerm.AFTER: ("変更後の期限", "Due then"),
    MoveTerm.HARD_DUE: ("変更後の絶対期限", "Hard due then"),
    MoveTerm.WARNING: ("注意", "Mind"),
}
PASSES_HARD_DUE: Both = ("絶対期限を過ぎます", "after its hard due")
BECOMES_LATE: Both = ("期限超過になります", "late at once")
BECOMES_PAST: Both = ("過年度分になり、知らせません", "of past years: no reminders")
RULE_GIVES: Both = ("決まりでは {day}", "{day} by the rule")
NO_MOVES: Both = (
    "この変更で動くタスクはありません。", "No task is touched by this change.",
)  # fmt: skip
SUMMARY: Mapping[str, Both] = {
    "moved": ("期限が変わる {0}件", "{0} move"),
    "pinned": ("手入力のまま {0}件", "{0} stay pinned"),
    "come": ("加わる {0}件", "{0} come"),
    "go": ("外れる {0}件", "{0} go"),
    "outside": ("期間外になる {0}件", "{0} outside the period"),
    "dropped": ("廃止として残る {0}件", "{0} stay, dropped"),
    "passing": ("絶対期限を過ぎる {0}件", "{0} after their hard due"),
    "late": ("期限超過になる {0}件", "{0} late at once"),
    "past": ("過年度分になる {0}件", "{0} become past years"),
}


def counts_words(counts: Mapping[str, int], language: Language) -> str:
    """Return how many tasks do what, in one line; what is to be minded last."""
    return "   ".join(
        pick(SUMMARY[name], language).format(counts[name]) for name in SUMMARY if counts.get(name)
    )
