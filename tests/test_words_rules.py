"""Rules in words lead back to the rule, in both languages."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmark_desktop.domain.checklist import Repeat
from pmark_desktop.domain.rules import Anchor, ItemDone, Offset, Rule, Unit, parse_rule
from pmark_desktop.exchange.checklist_toml import read_shipped
from pmark_desktop.words import Language, rule_words
from pmark_desktop.words_rules import rule_text

SHIPPED = {
    rule
    for checklist in read_shipped()
    for item in checklist.items
    for rule in (item.due, item.hard_due)
    if rule is not None
}
BASES = st.one_of(
    st.sampled_from(list(Anchor)),
    st.builds(ItemDone, st.from_regex(r"\A[A-Z][A-Z0-9]{1,7}-[0-9]{2,3}\Z")),
)
OFFSETS = st.builds(Offset, st.integers(-10, 10).filter(bool), st.sampled_from(list(Unit)))
RULES = st.one_of(
    st.builds(Rule, BASES),
    st.builds(Rule, BASES, OFFSETS),
    st.builds(Rule, st.dates(min_value=date(1900, 1, 1),
                             max_value=date(2199, 12, 31))),
)  # fmt: skip


@pytest.mark.parametrize("language", list(Language))
def test_every_shipped_rule_comes_back(language):
    for rule in SHIPPED:
        assert parse_rule(rule_text(rule_words(rule, Repeat.ONCE, language))) == rule


@given(RULES, st.sampled_from(list(Language)))
def test_every_rule_comes_back(rule, language):
    assert parse_rule(rule_text(rule_words(rule, Repeat.ONCE, language))) == rule


@given(RULES)
def test_what_is_a_rule_already_stays_one(rule):
    assert parse_rule(rule_text(str(rule))) == rule


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("満了日の１０ヶ月前", "expiry - 10 months"), ("満了日から 3 営業日前", "expiry - 3 business days"),
        ("満了日の当日", "expiry"), ("満了日", "expiry"), ("AUD-16の完了の60日後", "AUD-16 done + 60 days"),
        ("aud-16 の 実施日の2週後", "AUD-16 done + 2 weeks"), ("発生日の1年後", "event + 1 year"),
        ("10 Months before Last day of validity", "expiry - 10 months"), ("AUD-16 DONE", "AUD-16 done"),
        ("2027-01-03", "on 2027-01-03"), ("令和9年1月3日", "on 2027-01-03"), ("20270103", "on 2027-01-03"),
    ],
)  # fmt: skip
def test_other_ways_to_say_it(text, rule):
    assert parse_rule(rule_text(text)) == parse_rule(rule)


@pytest.mark.parametrize("text", ["満了の10か月前", "満了日の10か月", "そのうち", "", "10 before"])
def test_any_other_text_comes_back_as_it_was(text):
    assert rule_text(text) == text
