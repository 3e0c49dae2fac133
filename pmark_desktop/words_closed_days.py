"""Closed days and holidays in words, in Japanese and English. No Qt here."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from pmark_desktop.domain.closed_spans import next_days
from pmark_desktop.domain.days import ClosedSpan, OfficeDays, Period
from pmark_desktop.domain.holiday_list import Difference
from pmark_desktop.words import Both, Language, day_words, pick


class ClosedTerm(StrEnum):
    """A phrase about closed days."""

    UNNAMED = "unnamed"
    SPAN = "span"
    YEARLY_DAY = "yearly_day"
    YEARLY_SPAN = "yearly_span"
    COMPUTED = "computed"
    PUBLISHED = "published"
    FORECAST = "forecast"
    ON_A_WEEKEND = "on_a_weekend"
    ONLY_PUBLISHED = "only_published"
    ONLY_COMPUTED = "only_computed"


CLOSED_TERMS: Mapping[ClosedTerm, Both] = {
    ClosedTerm.UNNAMED: ("(名称なし)", "(no name)"),
    ClosedTerm.SPAN: ("{first} 〜 {last}", "{first} to {last}"),
    ClosedTerm.YEARLY_DAY: ("{first}", "{first}"),
    ClosedTerm.YEARLY_SPAN: ("{first} 〜 {last}", "{first} to {last}"),
    ClosedTerm.COMPUTED: ("国民の祝日に関する法律から計算", "Computed from the law on holidays"),
    ClosedTerm.PUBLISHED: ("内閣府の祝日CSV({source})", "The Cabinet Office's list ({source})"),
    ClosedTerm.FORECAST: ("予測(春分・秋分は前年2月に確定)", "Forecast (settled in February before)"),
    ClosedTerm.ON_A_WEEKEND: ("土日と重なる", "On a weekend"),
    ClosedTerm.ONLY_PUBLISHED: (
        "{day} {name}: CSVにだけあります", "{day} {name}: only in the list",
    ),
    ClosedTerm.ONLY_COMPUTED: (
        "{day} {name}: CSVにはありません", "{day} {name}: not in the list",
    ),
}  # fmt: skip
_SATURDAY = 5


def say(term: ClosedTerm, language: Language = Language.JA, **facts: object) -> str:
    """Return a phrase about closed days."""
    words = pick(CLOSED_TERMS[term], language)
    return words.format(**facts) if facts else words


def period_words(period: Period, language: Language = Language.JA) -> str:
    """Return a day, or the first and the last of several, with their weekdays."""
    first, last = day_words(period.first, language), day_words(period.last, language)
    if period.first == period.last:
        return first
    return say(ClosedTerm.SPAN, language, first=first, last=last)


def span_row(span: ClosedSpan, today: date, language: Language = Language.JA) -> tuple[str, ...]:
    """Return name, days and repeat of closed days; those of every year as they come next."""
    return (
        span.name or say(ClosedTerm.UNNAMED, language),
        period_words(next_days(span, today), language),
        yearly_words(span, language),
    )


def yearly_words(span: ClosedSpan, language: Language = Language.JA) -> str:
    """Return month and day of a span of every year; '' of another. They have no weekday."""
    if not span.every_year:
        return ""
    first, last = _month_day(span.first, language), _month_day(span.last, language)
    if first == last:
        return say(ClosedTerm.YEARLY_DAY, language, first=first)
    return say(ClosedTerm.YEARLY_SPAN, language, first=first, last=last)


def _month_day(day: date, language: Language) -> str:
    return f"{day.month}月{day.day}日" if language is Language.JA else f"{day:%m-%d}"


def holiday_rows(
    office: OfficeDays, year: int, today: date, language: Language = Language.JA
) -> list[tuple[str, ...]]:
    """Return day, name and remark of every holiday of a year."""
    return [
        (day_words(day, language), name, _remark(office, day, today, language))
        for day, name in sorted(office.holidays(year).items())
    ]


def _remark(office: OfficeDays, day: date, today: date, language: Language) -> str:
    if office.is_forecast(day, today):
        return say(ClosedTerm.FORECAST, language)
    return say(ClosedTerm.ON_A_WEEKEND, language) if day.weekday() >= _SATURDAY else ""


def difference_words(one: Difference, language: Language = Language.JA) -> str:
    """Return on which day a list and the computed holidays differ, and how."""
    only = ClosedTerm.ONLY_COMPUTED if one.published is None else ClosedTerm.ONLY_PUBLISHED
    name = one.published or one.computed or ""
    return say(only, language, day=day_words(one.day, language), name=name)
