"""Why a date is what it is, in Japanese and English: rule, closed days, hard due. No Qt here."""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum

from pmark_desktop.domain.checklist import Repeat
from pmark_desktop.domain.days import ClosedBy
from pmark_desktop.domain.due_story import ClosedDay, DueSource, DueStory, Stays
from pmark_desktop.domain.rules import Anchor
from pmark_desktop.domain.schedule import YEAR_ONE
from pmark_desktop.domain.task import Task
from pmark_desktop.words import (
    Both,
    Language,
    day_words,
    pick,
    rule_words,
    waits_words,
)

_MOST_NAMED = 10


class WhyTerm(StrEnum):
    """A phrase about a date."""

    DUE = "due"
    START = "start"
    RULE = "rule"
    FIRST_YEAR = "first_year"
    LIMITED = "limited"
    CLOSED = "closed"
    CLOSED_ROW = "closed_row"
    MORE = "more"
    MOVED = "moved"
    MOVED_SHORT = "moved_short"
    BECAUSE = "because"
    STAYS_EVENT = "stays_event"
    STAYS_START = "stays_start"
    STAYS_BY_HAND = "stays_by_hand"
    BY_HAND = "by_hand"
    BY_HAND_SAME = "by_hand_same"
    KEPT = "kept"
    WAITING = "waiting"
    WAITING_SHORT = "waiting_short"
    HARD_CLOSED = "hard_closed"
    FORECAST = "forecast"


WHY_TERMS: Mapping[WhyTerm, Both] = {
    WhyTerm.DUE: ("社内期限 {day}", "Due {day}"),
    WhyTerm.START: ("起点: {day}", "Counted from {day}"),
    WhyTerm.RULE: ("決まり: {rule} → {day}", "Rule: {rule} → {day}"),
    WhyTerm.FIRST_YEAR: ("1年目は12か月早い日", "12 months earlier in year one"),
    WhyTerm.LIMITED: (
        "絶対期限に合わせて {day} に繰り上げ", "Brought forward to the hard due, {day}",
    ),
    WhyTerm.CLOSED: ("休業日:\n{days}", "Closed:\n{days}"),
    WhyTerm.CLOSED_ROW: ("  {day} {reason}", "  {day} {reason}"),
    WhyTerm.MORE: ("  ほか{count}日", "  {count} more"),
    WhyTerm.MOVED: ("→ 前の営業日 {day}", "→ the business day before, {day}"),
    WhyTerm.MOVED_SHORT: (
        "{day}は休業日{because}のため前の営業日", "{day} is closed{because}: the business day before",
    ),
    WhyTerm.BECAUSE: ("({reason})", " ({reason})"),
    WhyTerm.STAYS_EVENT: (
        "{day}は休業日{because}ですが、発生日・知った日から数える期限は動かしません",
        "{day} is closed{because}, but what counts from an event is not moved",
    ),
    WhyTerm.STAYS_START: (
        "{day}は休業日{because}ですが、起点より前には戻しません",
        "{day} is closed{because}, but it does not go back before its start",
    ),
    WhyTerm.STAYS_BY_HAND: (
        "手入力の {day} は休業日{because}です", "{day}, set by hand, is closed{because}",
    ),
    WhyTerm.BY_HAND: ("手入力(決まりでは {day})", "Set by hand ({day} by the rule)"),
    WhyTerm.BY_HAND_SAME: ("手入力(決まりの日と同じ)", "Set by hand (the same as by the rule)"),
    WhyTerm.KEPT: (
        "完了・対象外にした時の期限のまま(いま計算すると {day})",
        "Kept since it was closed (now it would be {day})",
    ),
    WhyTerm.WAITING: (
        "起点待ち: {anchor}が決まると計算します", "Waiting: worked out once there is a date for: {anchor}",
    ),
    WhyTerm.WAITING_SHORT: (
        "{anchor}が決まると計算します", "Worked out once there is a date for: {anchor}",
    ),
    WhyTerm.HARD_CLOSED: (
        "絶対期限 {day} は休業日{because}でも動かしません",
        "The hard due {day} is closed{because}, but never moves",
    ),
    WhyTerm.FORECAST: ("{name}・予測", "{name}, forecast"),
}  # fmt: skip
CLOSED_BY: Mapping[ClosedBy, Both] = {
    ClosedBy.WEEKEND: ("土日", "weekend"),
    ClosedBy.HOLIDAY: ("祝日", "holiday"),
    ClosedBy.OWN: ("自社の休業日", "the company's own"),
    ClosedBy.NEW_YEAR: ("年末年始", "new year"),
}
_STAYS = {
    Stays.EVENT: WhyTerm.STAYS_EVENT,
    Stays.START: WhyTerm.STAYS_START,
    Stays.BY_HAND: WhyTerm.STAYS_BY_HAND,
}


def closed_words(closed: ClosedDay, language: Language = Language.JA) -> str:
    """Return why a day is closed: 土日, the holiday's or closed days' own name, 年末年始."""
    name = closed.closure.name or pick(CLOSED_BY[closed.closure.by], language)
    return _say(WhyTerm.FORECAST, language, name=name) if closed.is_forecast else name


def short_story(task: Task, story: DueStory, language: Language = Language.JA) -> str:
    """Return in one or two lines what moved a due; nothing where its rule gave it as it is."""
    if story.source is DueSource.WAITING:
        return _waiting(WhyTerm.WAITING_SHORT, task, language)
    lines = [_own(story, task.due, language), _limited(story, language)]
    lines.append(_stays(story, language))
    if story.source is DueSource.RULE and story.closed and story.stays is None:
        lines.append(_about(WhyTerm.MOVED_SHORT, story.closed[0], language))
    return "\n".join(filter(None, lines))


def whole_story(task: Task, story: DueStory, language: Language = Language.JA) -> str:
    """Return step by step how a task came by its due: rule, closed days, where it went."""
    return "\n".join(filter(None, _lines(task, story, language)))


def _lines(task: Task, story: DueStory, language: Language) -> Iterator[str]:
    if task.due is not None:
        yield _say(WhyTerm.DUE, language, day=day_words(task.due, language))
    if story.source is DueSource.WAITING:
        yield _waiting(WhyTerm.WAITING, task, language)
        return
    if story.counted is not None:
        yield _rule(task, story.counted, language)
    if story.start is not None and story.start != story.counted:
        yield _say(WhyTerm.START, language, day=day_words(story.start, language))
    yield _limited(story, language)
    yield _own(story, task.due, language)
    yield _stays(story, language)
    if story.source is DueSource.RULE and story.closed and story.stays is None:
        yield _say(WhyTerm.CLOSED, language, days=_row(story.closed, language))
        yield _say(WhyTerm.MOVED, language, day=day_words(story.moved, language))
    if story.hard_closed is not None:
        yield _about(WhyTerm.HARD_CLOSED, story.hard_closed, language)


def _waiting(term: WhyTerm, task: Task, language: Language) -> str:
    return _say(term, language, anchor=waits_words(task.waits_for, language))


def _rule(task: Task, counted: date, language: Language) -> str:
    item = task.item
    rule = rule_words(item.due, item.repeat, language)
    base = item.due.base if item.due else None
    shifts = isinstance(base, Anchor) and base is not Anchor.YEAR_START
    if item.repeat is Repeat.YEARLY and task.occurrence == YEAR_ONE and shifts:
        rule = f"{rule} ({_say(WhyTerm.FIRST_YEAR, language)})"
    return _say(WhyTerm.RULE, language, rule=rule, day=day_words(counted, language))


def _limited(story: DueStory, language: Language) -> str:
    if story.limited is None:
        return ""
    return _say(WhyTerm.LIMITED, language, day=day_words(story.limited, language))


def _own(story: DueStory, due: date | None, language: Language) -> str:
    """Return that a due is not that of the rule, and what the rule gives."""
    by_rule = day_words(story.moved, language)
    if story.source is DueSource.BY_HAND and by_rule:
        same = story.moved == due
        return _say(WhyTerm.BY_HAND_SAME if same else WhyTerm.BY_HAND, language, day=by_rule)
    return (
        _say(WhyTerm.KEPT, language, day=by_rule)
        if story.source is DueSource.KEPT and by_rule
        else ""
    )


def _stays(story: DueStory, language: Language) -> str:
    if story.stays is None:
        return ""
    return _about(_STAYS[story.stays], story.closed[0], language)


def _about(term: WhyTerm, closed: ClosedDay, language: Language) -> str:
    """Return a phrase about a closed day; a weekend needs no reason beside its weekday."""
    because = ""
    if closed.closure.by is not ClosedBy.WEEKEND:
        because = _say(WhyTerm.BECAUSE, language, reason=closed_words(closed, language))
    return _say(term, language, day=day_words(closed.day, language), because=because)


def _row(closed: tuple[ClosedDay, ...], language: Language) -> str:
    named = [
        _say(
            WhyTerm.CLOSED_ROW, language,
            day=day_words(one.day, language), reason=closed_words(one, language),
        )
        for one in closed[:_MOST_NAMED]
    ]  # fmt: skip
    if (more := len(closed) - len(named)) > 0:
        named.append(_say(WhyTerm.MORE, language, count=more))
    return "\n".join(named)


def _say(term: WhyTerm, language: Language, **facts: object) -> str:
    return pick(WHY_TERMS[term], language).format(**facts)
