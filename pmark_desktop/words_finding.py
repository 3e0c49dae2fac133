"""The words of filters, groups and views, in Japanese and English. No Qt here."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import NamedTuple

from pmark_desktop.domain.checklist import Stage
from pmark_desktop.domain.filters import CHOICES, CODES, Filter, Mark, Span
from pmark_desktop.domain.task import Result, State
from pmark_desktop.domain.views import BuiltIn, Group, SortBy, View, read_view
from pmark_desktop.words import (
    FIELDS,
    RESULTS,
    STAGES,
    STATES,
    Both,
    Language,
    pick,
)

CONDITIONS: Mapping[str, Both] = {
    "states": ("状態", "State"),
    "results": ("評価", "Result"),
    "lists": ("チェックリスト", "Checklist"),
    "owners": ("担当", "Owner"),
    "spans": ("期限", "Due"),
    "stages": ("PDCA", "PDCA"),
    "marks": ("その他", "Other"),
    "tags": ("タグ", "Tag"),
    "picked": ("選んだタスク", "Picked"),
    "search": ("検索", "Search"),
}
SPANS: Mapping[Span, Both] = {
    Span.LATE: ("期限超過", "Late"),
    Span.THIS_WEEK: ("今週", "This week"),
    Span.THIS_MONTH: ("今月", "This month"),
    Span.DUE_SOON: ("30日以内", "Within 30 days"),
    Span.BEFORE_APPLICATION: ("申請まで", "Before the application"),
    Span.NO_DATE: ("期限なし", "Without a date"),
}
MARKS: Mapping[Mark, Both] = {
    Mark.WITHOUT_EVIDENCE: ("証跡なし", "Without evidence"),
    Mark.WAITING: ("起点待ち", "Waiting"),
    Mark.PAST: ("過年度の記録を確認", "Records of past years"),
    Mark.PINNED: ("手入力の期限", "Due by hand"),
    Mark.OWN: ("独自", "Our own"),
    Mark.RECHECK: ("要再確認", "To check again"),
}
GROUPS: Mapping[Group, Both] = {
    Group.NONE: ("まとめない", "No groups"),
    Group.LIST: ("チェックリスト別", "By checklist"),
    Group.OWNER: ("担当別", "By owner"),
    Group.MONTH: ("期限の月別", "By month of due"),
    Group.STAGE: ("PDCA別", "By PDCA stage"),
}
BUILT_INS: Mapping[BuiltIn, Both] = {
    BuiltIn.THIS_WEEK: ("今週の期限", "Due this week"),
    BuiltIn.LATE: ("期限超過", "Late"),
    BuiltIn.BEFORE_APPLICATION: ("申請までに必要", "Needed before the application"),
    BuiltIn.WITHOUT_EVIDENCE: ("証跡なし", "Without evidence"),
    BuiltIn.WAITING: ("起点待ち", "Waiting"),
    BuiltIn.PAST: ("過年度の記録", "Records of past years"),
}
VIEW: Both = ("ビュー", "View")
VIEW_SETTING = "view:"
"""What the name of a setting begins with that holds a view; a number follows."""
_EMPTY: Mapping[str, Both] = {
    "owners": ("担当なし", "Nobody"),
    "tags": ("タグなし", "No tag"),
}
_MOST_NAMED = 3  # values that a chip names; of more it gives the number
_MOST_CHIP = 40


class Chip(NamedTuple):
    """One condition of a filter, in words: 「状態: 未着手・対応中」."""

    condition: str
    words: str


def value_words(
    condition: str, value: str, language: Language, titles: Mapping[str, str] | None = None
) -> str:
    """Return a value of a condition in words; `titles` are those of the checklists."""
    match condition:
        case "states":
            return pick(STATES[State(value)], language)
        case "results":
            return pick(RESULTS[Result(value)], language)
        case "stages":
            return pick(STAGES[Stage(value)], language)
        case "spans":
            return pick(SPANS[Span(value)], language)
        case "marks":
            return pick(MARKS[Mark(value)], language)
        case "lists":
            return (titles or {}).get(value, value)
    return value or pick(_EMPTY.get(condition, ("(空)", "(empty)")), language)


def chips(
    wanted: Filter,
    language: Language,
    titles: Mapping[str, str] | None = None,
    there: Mapping[str, Collection[str]] | None = None,
) -> list[Chip]:
    """Return the conditions of a filter in words, without the search.

    `there` are the lists, owners and tags that tasks have: a value that none has is said to be
    gone.
    """
    found = [
        Chip(name, _chip_words(name, getattr(wanted, name), language, titles, there))
        for name in CHOICES
        if getattr(wanted, name)
    ]
    if wanted.picked is not None:
        title = wanted.picked_title or pick(CONDITIONS["picked"], language)
        found.insert(0, Chip("picked", title))
    return found


def _chip_words(
    name: str,
    values: Collection[str],
    language: Language,
    titles: Mapping[str, str] | None,
    there: Mapping[str, Collection[str]] | None,
) -> str:
    sorted_ = [one for one in CODES[name] if one in values] if name in CODES else sorted(values)
    named = sorted_ if name == "marks" else sorted_[:_MOST_NAMED]
    shown = [_shortened(value_words(name, one, language, titles)) for one in named]
    ja = language is Language.JA
    if there is not None and name in there:
        gone = "(該当なし)" if ja else " (none)"
        for place, one in enumerate(named):
            shown[place] += "" if one in there[name] else gone
    more = len(sorted_) - len(shown)
    if more > 0:
        shown.append(f"ほか{more}" if ja else f"{more} more")
    if name == "marks":  # every one has to hold, and each says by itself what it is
        return (" かつ " if ja else " and ").join(shown)
    joined = ("・" if ja else ", ").join(shown)
    return f"{pick(CONDITIONS[name], language)}: {joined}"


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _MOST_CHIP else f"{line[: _MOST_CHIP - 1]}…"


def filter_words(
    wanted: Filter, language: Language, titles: Mapping[str, str] | None = None
) -> str:
    """Return a whole filter in words; what shows everything says so."""
    parts = [chip.words for chip in chips(wanted, language, titles)]
    if wanted.search:
        parts.append(f"{pick(CONDITIONS['search'], language)}: {_shortened(wanted.search)}")
    everything = "すべて" if language is Language.JA else "everything"
    return " / ".join(parts) or everything


def order_words(order: Collection[SortBy], language: Language) -> str:
    """Return an order in words: 「社内期限(昇順)→ 担当(降順)」; nothing for none."""
    ja = language is Language.JA
    up, down = ("昇順", "降順") if ja else ("ascending", "descending")
    return " → ".join(
        f"{pick(FIELDS.get(one.column, (one.column,) * 2), language)}"
        f"{'(' if ja else ' ('}{down if one.descends else up})"
        for one in order
    )


def month_words(day: date, language: Language) -> str:
    """Return the month of a day: 2026年11月, 2026-11."""
    return f"{day.year}年{day.month}月" if language is Language.JA else f"{day:%Y-%m}"


def view_words(view: View, language: Language) -> str:
    """Return a view as the log tells it: name, conditions, order and groups."""
    parts = [f"「{view.name}」" if language is Language.JA else f"“{view.name}”"]
    parts.append(filter_words(view.wanted, language))
    if view.order:
        parts.append(order_words(view.order, language))
    if view.group is not Group.NONE:
        parts.append(pick(GROUPS[view.group], language))
    if view.columns:
        names = [pick(FIELDS.get(name, (name, name)), language) for name in view.columns]
        parts.append(f"{'列' if language is Language.JA else 'columns'}: {', '.join(names)}")
    return " / ".join(parts)


def stored_view_words(stored: str, language: Language) -> str | None:
    """Return a stored view as the log tells it; None for what is no view."""
    view = read_view(stored).view
    return None if view is None else view_words(view, language)


def heading_words(title: str, count: int, done: int, language: Language) -> str:
    """Return the line above a group: 「内部監査  12件(完了 3件)」."""
    if language is Language.JA:
        return f"{title}  {count}件(完了 {done}件)"
    return f"{title}  {count} ({done} done)"
