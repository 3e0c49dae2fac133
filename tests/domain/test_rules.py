from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmark_desktop.domain.rules import (
    Anchor,
    ItemDone,
    Offset,
    Rule,
    RuleError,
    RuleFault,
    Unit,
    parse_rule,
)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("on 2027-01-03", Rule(date(2027, 1, 3))),
        ("on 2028-02-29", Rule(date(2028, 2, 29))),
        ("expiry", Rule(Anchor.EXPIRY)),
        ("expiry - 1 day", Rule(Anchor.EXPIRY, Offset(-1, Unit.DAY))),
        ("expiry - 30 days", Rule(Anchor.EXPIRY, Offset(-30, Unit.DAY))),
        ("decided + 1 business day", Rule(Anchor.DECIDED, Offset(1, Unit.BUSINESS_DAY))),
        ("decided + 5 business days", Rule(Anchor.DECIDED, Offset(5, Unit.BUSINESS_DAY))),
        ("known + 1 week", Rule(Anchor.KNOWN, Offset(1, Unit.WEEK))),
        ("known + 2 weeks", Rule(Anchor.KNOWN, Offset(2, Unit.WEEK))),
        ("window_opens + 1 month", Rule(Anchor.WINDOW_OPENS, Offset(1, Unit.MONTH))),
        ("expiry - 10 months", Rule(Anchor.EXPIRY, Offset(-10, Unit.MONTH))),
        ("year_start + 1 year", Rule(Anchor.YEAR_START, Offset(1, Unit.YEAR))),
        ("year_start - 10 years", Rule(Anchor.YEAR_START, Offset(-10, Unit.YEAR))),
        ("AUD-16 done", Rule(ItemDone("AUD-16"))),
        ("PDCA-006  done", Rule(ItemDone("PDCA-006"))),
        ("AUD-16 done + 60 days", Rule(ItemDone("AUD-16"), Offset(60, Unit.DAY))),
        ("AUD-16 done - 2 weeks", Rule(ItemDone("AUD-16"), Offset(-2, Unit.WEEK))),
        ("X9-001 done + 1 day", Rule(ItemDone("X9-001"), Offset(1, Unit.DAY))),
        ("  expiry-10months\n", Rule(Anchor.EXPIRY, Offset(-10, Unit.MONTH))),
        ("expiry\u3000-  2  business   days", Rule(Anchor.EXPIRY, Offset(-2, Unit.BUSINESS_DAY))),
        ("AUD-16 done+60days", Rule(ItemDone("AUD-16"), Offset(60, Unit.DAY))),
        ("event + 0 days", Rule(Anchor.EVENT)),
    ],
)
def test_a_rule_is_read(text, rule):
    assert parse_rule(text) == rule


@pytest.mark.parametrize("anchor", list(Anchor))
def test_every_bare_anchor_is_legal(anchor):
    assert parse_rule(anchor.value) == Rule(anchor)


def test_only_event_and_known_belong_to_an_occurrence():
    assert [one.value for one in Anchor if one.is_occurrence] == ["event", "known"]


@pytest.mark.parametrize(
    ("text", "fault", "part"),
    [
        ("", RuleFault.EMPTY, ""),
        (" \u3000\n", RuleFault.EMPTY, ""),
        ("満了日の10か月前", RuleFault.FORM, "満了日の10か月前"),
        ("- 10 days", RuleFault.FORM, "- 10 days"),
        ("expiry 10 days", RuleFault.FORM, "expiry 10 days"),
        ("expiry - 10", RuleFault.FORM, "expiry - 10"),
        ("expiry - days", RuleFault.FORM, "expiry - days"),
        ("expiry - 1.5 days", RuleFault.FORM, "expiry - 1.5 days"),
        ("expiry + - 1 day", RuleFault.FORM, "expiry + - 1 day"),
        ("expiry - 1 day + 1 day", RuleFault.FORM, "expiry - 1 day + 1 day"),
        ("expiry - ten days", RuleFault.FORM, "expiry - ten days"),
        ("expiry - ١٠ days", RuleFault.FORM, "expiry - ١٠ days"),
        ("expired - 10 days", RuleFault.ANCHOR_UNKNOWN, "expired"),
        ("Expiry - 10 days", RuleFault.ANCHOR_UNKNOWN, "Expiry"),
        ("expiry done + 1 day", RuleFault.ANCHOR_UNKNOWN, "expiry done"),
        ("aud-16 done + 1 day", RuleFault.ANCHOR_UNKNOWN, "aud-16 done"),
        ("AUD-1 done + 1 day", RuleFault.ANCHOR_UNKNOWN, "AUD-1 done"),
        ("on", RuleFault.ANCHOR_UNKNOWN, "on"),
        ("on 2027-02-29", RuleFault.DATE_IMPOSSIBLE, "2027-02-29"),
        ("on 2027-13-01", RuleFault.DATE_IMPOSSIBLE, "2027-13-01"),
        ("on 2027-1-3", RuleFault.DATE_IMPOSSIBLE, "2027-1-3"),
        ("on 20270103", RuleFault.DATE_IMPOSSIBLE, "20270103"),
        ("on 0000-01-01", RuleFault.DATE_IMPOSSIBLE, "0000-01-01"),
        ("on tomorrow", RuleFault.DATE_IMPOSSIBLE, "tomorrow"),
        ("on 2027-01-03 + 1 day", RuleFault.ON_WITH_OFFSET, "+ 1 day"),
        ("on 2027-01-03+1 day", RuleFault.ON_WITH_OFFSET, "+1 day"),
        ("on 2027-01-03 2027-01-04", RuleFault.ON_WITH_OFFSET, "2027-01-04"),
        ("expiry - 10 moons", RuleFault.UNIT_UNKNOWN, "moons"),
        ("expiry - 10 Months", RuleFault.UNIT_UNKNOWN, "Months"),
        ("expiry - 10 monthss", RuleFault.UNIT_UNKNOWN, "monthss"),
        ("expiry - 10 days before", RuleFault.UNIT_UNKNOWN, "days before"),
        ("expiry - 2 working days", RuleFault.UNIT_UNKNOWN, "working days"),
    ],
)
def test_a_bad_rule_says_how_and_where(text, fault, part):
    with pytest.raises(RuleError) as refused:
        parse_rule(text)
    assert (refused.value.fault, refused.value.part) == (fault, part)


@pytest.mark.parametrize(
    ("most", "unit"),
    [(3660, "days"), (2500, "business days"), (520, "weeks"), (120, "months"), (10, "years")],
)
def test_an_offset_reaches_ten_years_and_no_further(most, unit):
    assert abs(parse_rule(f"expiry - {most} {unit}").offset.count) == most
    for digits in (str(most + 1), "9" * 5000):
        with pytest.raises(RuleError) as refused:
            parse_rule(f"expiry + {digits} {unit}")
        assert (refused.value.fault, refused.value.part) == (RuleFault.NUMBER_TOO_BIG, digits)


OFFSETS = st.builds(Offset, st.integers(-10, 10), st.sampled_from(Unit))
DISTANT = OFFSETS.filter(lambda offset: offset.count != 0)
ITEMS = st.from_regex(r"[A-Z][A-Z0-9]{1,7}-[0-9]{2,3}", fullmatch=True).map(ItemDone)
BASES = st.sampled_from(Anchor) | ITEMS
RULES = st.builds(Rule, st.dates()) | st.builds(Rule, BASES) | st.builds(Rule, BASES, DISTANT)


@given(RULES)
def test_a_written_rule_is_read_back_as_itself(rule):
    assert parse_rule(str(rule)) == rule


@given(st.text(alphabet="onexpiryAUD-16 done+0123456789 daysmth\n\u3000", max_size=30) | st.text())
def test_no_text_breaks_the_parser(text):
    with suppress(RuleError):
        assert isinstance(parse_rule(text), Rule)
