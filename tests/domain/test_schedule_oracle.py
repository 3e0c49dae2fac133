"""The schedule computed a second time by walking day after day, for many cycles.

Months are whole numbers here and a month's end is looked for, not computed; nothing is shared
with the program's own arithmetic but the holidays, which `test_days.py` checks by hand.
"""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from pmark_desktop.domain.checklist import Checklist, Item, Kind, Repeat, Stage
from pmark_desktop.domain.cycle import Cycle
from pmark_desktop.domain.days import OfficeDays, national_holidays
from pmark_desktop.domain.rules import Anchor, Offset, Rule, Unit
from pmark_desktop.domain.schedule import Resolver, occurrences

DAY = timedelta(days=1)
OFFICE = OfficeDays()
EXPIRIES = st.dates(date(2026, 1, 1), date(2032, 12, 31)) | st.sampled_from(
    [date(2028, 2, 28), date(2028, 2, 29), date(2028, 3, 1), date(2029, 2, 28), date(2028, 6, 29)]
)
YEAR_STARTS = st.dates(date(2027, 1, 1), date(2027, 12, 31)).map(
    "{:%m-%d}".format
) | st.sampled_from(
    ["01-31", "02-28", "03-31", "05-31", "08-30", "10-21", "11-29", "11-30", "12-31"]
)
MONTHS = st.integers(-24, 24)


def _is_open(day):
    is_break = (day.month, day.day) in {(12, 29), (12, 30), (12, 31), (1, 1), (1, 2), (1, 3)}
    return day.weekday() < 5 and not is_break and day not in national_holidays(day.year)


def _back(day):
    while not _is_open(day):
        day -= DAY
    return day


def _moved(day, start, months):
    """Go back from a closed day; but not before the start one counts on from."""
    return day if months >= 0 and _back(day) < start else _back(day)


def _clipped(year, month, day):
    """Return the day of that month, or its last one."""
    while True:
        try:
            return date(year, month, day)
        except ValueError:
            day -= 1


def _months_from(day, months):
    year, month = day.year, day.month
    for _ in range(abs(months)):
        month += 1 if months > 0 else -1
        if month in (0, 13):
            year, month = (year - 1, 12) if month == 0 else (year + 1, 1)
    return _clipped(year, month, day.day)


def _term(expires):
    """Yield each day of the two years that end with `expires`."""
    after = expires + DAY
    day = _clipped(after.year - 2, after.month, after.day)
    while day <= expires:
        yield day
        day += DAY


def _monthly(expires):
    ends = (day for day in _term(expires) if (day + DAY).day == 1)
    return [(f"{day.year}-{day.month:02}", _back(day)) for day in ends]


def _quarter_ending(day, month, first):
    """Return the name of the quarter that ends on `day`, None if none does."""
    after = day + DAY
    passed = (after.month - month) % 12
    if passed % 3 or after != _clipped(after.year, after.month, first):
        return None
    year = after.year if after.month > month else after.year - 1
    return f"{year}-Q{passed // 3 or 4}"


def _quarterly(expires, year_start):
    month, first = map(int, year_start.split("-"))
    named = ((_quarter_ending(day, month, first), day) for day in _term(expires))
    return [(name, _back(day)) for name, day in named if name]


def _yearly_from_year_start(closes, year_start, months):
    """Walk back from far ahead; the first two starts whose date fits are years two and one."""
    month, first = map(int, year_start.split("-"))
    found, day = [], closes + 800 * DAY
    while len(found) < 2:
        day -= DAY
        if (day.month, day.day) == (month, first) and _months_from(day, months) <= closes:
            found.append(_moved(_months_from(day, months), day, months))
    return found[::-1]


def _yearly_from_expiry(expires, months):
    two = _months_from(expires, months)
    one, start = _months_from(two, -12), _months_from(expires, -12)
    return [_moved(one, start, months), _moved(two, expires, months)]


def _computed(cycle, repeat, due=None):
    texts = dict.fromkeys(("title", "guidance", "clause", "evidence", "role"), "")
    item = Item(id="AUD-01", stage=Stage.DO, due=due, repeat=repeat, **texts)
    names = {"key": "AUD", "title": "", "title_en": "", "version": "", "source": ""}
    one = Checklist(kind=Kind.MAIN, date=date(2026, 1, 1), items=(item,), **names)
    resolver = Resolver(cycle, {}, OFFICE)
    return [(name, resolver.dates("AUD", item, name).due) for _, name in occurrences(one, cycle)]


def _cycle(expires, year_start="04-01"):
    return Cycle(id=1, expires=expires, year_start=year_start, created_on=date(2026, 4, 1))


@given(EXPIRIES)
def test_monthly_tasks_are_those_found_by_walking(expires):
    found = _computed(_cycle(expires), Repeat.MONTHLY)
    assert found == _monthly(expires)
    assert len(found) == 24


@given(EXPIRIES, YEAR_STARTS)
def test_quarterly_tasks_are_those_found_by_walking(expires, year_start):
    found = _computed(_cycle(expires, year_start), Repeat.QUARTERLY)
    assert found == _quarterly(expires, year_start)
    assert len(found) == 8


@given(EXPIRIES, YEAR_STARTS, MONTHS)
def test_yearly_tasks_of_the_pms_year_are_those_found_by_walking(expires, year_start, months):
    cycle = _cycle(expires, year_start)
    rule = Rule(Anchor.YEAR_START, Offset(months, Unit.MONTH))
    found = [due for _, due in _computed(cycle, Repeat.YEARLY, rule)]
    assert found == _yearly_from_year_start(cycle.window.closes, year_start, months)


@given(EXPIRIES, MONTHS)
def test_yearly_tasks_of_the_expiry_are_those_found_by_walking(expires, months):
    rule = Rule(Anchor.EXPIRY, Offset(months, Unit.MONTH))
    found = [due for _, due in _computed(_cycle(expires), Repeat.YEARLY, rule)]
    assert found == _yearly_from_expiry(expires, months)


@given(EXPIRIES, st.integers(-400, 400), st.sampled_from([Unit.DAY, Unit.WEEK]))
def test_a_due_lies_before_the_day_its_rule_names_by_closed_days_only(expires, count, unit):
    found = _computed(_cycle(expires), Repeat.ONCE, Rule(Anchor.EXPIRY, Offset(count, unit)))[0][1]
    named = expires + count * (7 if unit is Unit.WEEK else 1) * DAY
    between = [found + n * DAY for n in range(1, (named - found).days + 1)]
    assert found <= named
    assert not [day for day in between if _is_open(day)]
    assert _is_open(found) or (count >= 0 and found == named)
