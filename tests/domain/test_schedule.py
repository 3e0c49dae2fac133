"""The sentences of "Date rules", each with its cases.

Unless a test says otherwise the mark ends on 2028-03-31 and the PMS year starts on 04-01; the
window is then 2027-08-01 to 2027-11-30, the review period 2025-12-01 to 2027-11-30.
"""

from datetime import date

import pytest

from pmark_desktop.domain.checklist import Repeat
from pmark_desktop.domain.cycle import STAGED
from pmark_desktop.domain.days import ClosedSpan, OfficeDays
from pmark_desktop.domain.records import Event
from pmark_desktop.domain.rules import Anchor
from pmark_desktop.domain.schedule import Dates, Resolver


def day(text):
    return date.fromisoformat(text)


def event(anchor, on, number=1, list_key="AUD"):
    return Event(list_key, number, anchor, "サーバー移転", day(on))


@pytest.mark.parametrize(
    ("rule", "due"),
    [
        ("expiry", "2028-03-31"),
        ("expiry - 10 days", "2028-03-21"),
        ("expiry - 1 week", "2028-03-24"),
        ("expiry - 10 business days", "2028-03-16"),  # 03-20 is a holiday
        ("expiry - 1 month", "2028-02-29"),
        ("expiry - 10 months", "2027-05-31"),
        ("expiry - 1 year", "2027-03-31"),
        ("expiry - 2 years", "2026-03-31"),
        ("window_opens - 3 days", "2027-07-29"),
        ("window_opens + 2 business days", "2027-08-03"),
        ("window_opens + 1 month", "2027-09-01"),
        ("window_closes", "2027-11-30"),
        ("window_closes - 2 weeks", "2027-11-16"),
        ("on 2027-11-30", "2027-11-30"),
        ("year_start", "2027-04-01"),
        ("year_start + 3 months", "2027-07-01"),
        ("year_start + 8 months", "2026-12-01"),  # 2027-12-01 would lie after the window
        ("year_start - 1 month", "2027-03-01"),
    ],
)
def test_a_rule_gives_its_day(resolve, rule, due):
    assert resolve(rule) == Dates(due=day(due), unmoved=day(due))


@pytest.mark.parametrize(
    ("expires", "rule", "due"),
    [
        ("2028-03-31", "expiry - 13 months", "2027-02-26"),  # clips to Sunday the 28th
        ("2028-02-29", "expiry - 12 months", "2027-02-26"),
        ("2028-02-29", "expiry - 4 years", "2024-02-29"),
        ("2028-05-31", "expiry - 3 months", "2028-02-29"),
        ("2027-12-31", "expiry - 10 months", "2027-02-26"),
        ("2028-01-31", "expiry - 2 months", "2027-11-30"),
        ("2028-01-01", "expiry - 1 day", "2027-12-28"),
        ("2027-01-10", "expiry - 1 week", "2026-12-28"),  # the new year's days
    ],
)
def test_months_clip_and_years_end(resolve, make_cycle, expires, rule, due):
    assert resolve(rule, cycle=make_cycle(expires=expires)).due == day(due)


@pytest.mark.parametrize(
    ("visit", "due"),
    [
        ("2026-05-14", "2026-05-07"),
        ("2026-05-13", "2026-05-01"),  # golden week: 05-06 is the substitute for Sunday 05-03
        ("2026-05-10", "2026-05-01"),
        ("2026-09-30", "2026-09-18"),  # silver week: 09-19 to 09-23
        ("2026-09-29", "2026-09-18"),
        ("2027-01-10", "2026-12-28"),  # new year: 12-29 to 01-03
        ("2027-01-05", "2026-12-28"),
        ("2027-03-29", "2027-03-19"),  # the equinox on a Sunday, its substitute on Monday
    ],
)
def test_a_due_on_a_closed_day_goes_back_to_the_last_business_day(resolve, make_cycle, visit, due):
    assert resolve("site_visit - 7 days", cycle=make_cycle(site_visit=visit)).due == day(due)


def test_a_due_on_a_day_the_company_closes_goes_back(resolve, make_cycle):
    office = OfficeDays([ClosedSpan(day("2020-08-10"), day("2020-08-16"), every_year=True)])
    found = resolve("site_visit - 7 days", cycle=make_cycle(site_visit="2027-08-22"), office=office)
    assert (found.due, found.unmoved) == (day("2027-08-09"), day("2027-08-15"))


def test_a_fixed_day_goes_back_from_a_closed_day(resolve):
    found = resolve("on 2027-01-03")
    assert (found.due, found.unmoved) == (day("2026-12-28"), day("2027-01-03"))


@pytest.mark.parametrize(
    ("visit", "rule", "due"),
    [
        ("2026-05-02", "site_visit", "2026-05-02"),  # a Saturday, before golden week
        ("2026-05-02", "site_visit + 0 days", "2026-05-02"),
        ("2026-05-02", "site_visit + 1 day", "2026-05-03"),
        ("2026-05-02", "site_visit + 4 days", "2026-05-06"),
        ("2026-05-02", "site_visit + 5 days", "2026-05-07"),
        ("2026-05-01", "site_visit + 5 days", "2026-05-01"),  # as far as the anchor itself
        ("2026-04-30", "site_visit + 6 days", "2026-05-01"),
        ("2026-05-02", "site_visit - 1 day", "2026-05-01"),
        ("2026-05-06", "site_visit - 1 day", "2026-05-01"),
    ],
)
def test_a_due_never_goes_back_before_an_anchor_it_counts_on_from(
    resolve, make_cycle, visit, rule, due
):
    assert resolve(rule, cycle=make_cycle(site_visit=visit)).due == day(due)


@pytest.mark.parametrize(
    ("rule", "occurrence", "due"),
    [
        ("window_opens", "2", "2027-08-01"),  # a Sunday
        ("window_opens", "1", "2026-08-01"),  # a Saturday
        ("window_opens + 7 days", "2", "2027-08-06"),
        ("window_opens + 7 days", "1", "2026-08-07"),
        ("year_start", "1", "2026-04-01"),
    ],
)
def test_the_anchor_of_year_one_lies_12_months_earlier(resolve, rule, occurrence, due):
    assert resolve(rule, occurrence, repeat=Repeat.YEARLY).due == day(due)


@pytest.mark.parametrize(
    ("rule", "due"),
    [
        ("event + 7 days", "2026-05-06"),
        ("event - 30 days", "2026-03-30"),
        ("event", "2026-04-29"),
        ("event + 3 days", "2026-05-02"),
        ("event - 3 days", "2026-04-26"),
        ("event + 2 business days", "2026-05-01"),
    ],
)
@pytest.mark.parametrize("anchor", [Anchor.EVENT, Anchor.KNOWN])
def test_a_due_from_an_event_is_never_moved(resolve, anchor, rule, due):
    happened = event(anchor, "2026-04-29")
    found = resolve(rule.replace("event", anchor.value), "e1", events=[happened])
    assert found == Dates(due=day(due), unmoved=day(due))


def test_each_event_gives_its_own_set_of_dates(resolve):
    events = [event(Anchor.EVENT, "2026-04-01"), event(Anchor.EVENT, "2027-04-01", 2)]
    found = [resolve("event + 1 day", f"e{n}", events=events) for n in (1, 2, 3)]
    assert [dates.due for dates in found] == [day("2026-04-02"), day("2027-04-02"), None]
    assert found[2].waits_for == "event"


def test_an_event_of_another_list_gives_no_date(resolve):
    happened = event(Anchor.EVENT, "2026-04-01", list_key="ORG")
    assert resolve("event", "e1", events=[happened]) == Dates(waits_for="event")


def test_the_law_moves_day_30_of_an_incident_and_the_mark_does_not(resolve):
    known = event(Anchor.KNOWN, "2026-12-05")  # the day of knowing is day 1
    found = resolve("known + 24 days", "e1", hard_due="known + 29 days", events=[known])
    assert (found.due, found.hard_due) == (day("2026-12-29"), day("2027-01-03"))
    assert OfficeDays().first_from(found.hard_due) == day("2027-01-04")


def test_a_hard_due_on_a_closed_day_is_never_moved(resolve, make_cycle):
    cycle = make_cycle(findings_issued="2027-11-05")
    found = resolve(
        "findings_issued + 2 months", hard_due="findings_issued + 3 months", cycle=cycle
    )
    assert (found.due, found.hard_due) == (day("2028-01-05"), day("2028-02-05"))  # a Saturday


@pytest.mark.parametrize(
    ("hard_due", "due", "unmoved"),
    [
        ("window_closes", "2027-11-30", "2027-11-30"),
        ("window_opens - 1 day", "2027-07-30", "2027-07-31"),  # a Saturday: the due goes back
        ("expiry - 1 month", "2028-02-29", "2028-02-29"),
        ("expiry", "2028-02-29", "2028-02-29"),
        ("decided", "2028-02-29", "2028-02-29"),  # no date yet
    ],
)
def test_a_due_after_the_hard_due_becomes_the_hard_due(resolve, hard_due, due, unmoved):
    found = resolve("expiry - 1 month", hard_due=hard_due)
    assert (found.due, found.unmoved) == (day(due), day(unmoved))


@pytest.mark.parametrize("anchor", STAGED)
def test_a_rule_takes_the_actual_date_else_the_planned_else_waits(resolve, make_cycle, anchor):
    planned = {f"{anchor.value}_planned": "2027-09-06"}
    actual = {anchor.value: "2027-09-07"}
    assert resolve(anchor.value, cycle=make_cycle(**planned)).due == day("2027-09-06")
    assert resolve(anchor.value, cycle=make_cycle(**planned, **actual)).due == day("2027-09-07")
    assert resolve(anchor.value, cycle=make_cycle(**actual)).due == day("2027-09-07")
    assert resolve(anchor.value) == Dates(waits_for=anchor.value)


def test_a_waiting_task_keeps_the_hard_due_that_is_known(resolve):
    found = resolve("decided + 1 month", hard_due="expiry")
    assert found == Dates(hard_due=day("2028-03-31"), waits_for="decided")


def test_the_answer_of_the_body_is_counted_from(resolve, make_cycle):
    cycle = make_cycle(window_opens="2027-08-02", window_closes="2027-11-29")
    found = resolve("window_opens + 1 week", hard_due="window_closes", cycle=cycle)
    assert (found.due, found.hard_due) == (day("2027-08-09"), day("2027-11-29"))


@pytest.fixture
def application(make_item):
    return make_item(id="CERT-12", due="window_opens + 1 month", hard_due="window_closes")


def test_application_is_planned_for_the_due_of_cert_12(resolve, application):
    assert resolve("applied - 30 days", items=[application]).due == day("2027-08-02")


def test_application_is_planned_for_the_moved_due_of_cert_12(resolve, make_cycle, application):
    cycle = make_cycle(expires="2028-04-18")  # window_opens + 1 month is Sunday 2027-09-19
    assert resolve("applied", cycle=cycle, items=[application]).due == day("2027-09-17")


@pytest.mark.parametrize(
    ("dates", "due"),
    [
        ({}, "2027-10-01"),
        ({"applied_planned": "2027-10-15"}, "2027-10-15"),
        ({"applied": "2027-11-01"}, "2027-11-01"),
        ({"applied": "2027-11-01", "applied_planned": "2027-10-15"}, "2027-11-01"),
    ],
)
def test_a_pinned_cert_12_plans_the_application_until_another_date(
    resolve, make_cycle, application, dates, due
):
    known = {"items": [application], "application_due": day("2027-10-01")}
    assert resolve("applied", cycle=make_cycle(**dates), **known).due == day(due)


def test_without_cert_12_in_the_lists_application_has_no_date(resolve):
    assert resolve("applied - 30 days") == Dates(waits_for="applied")


def test_a_cert_12_that_counts_from_application_waits_for_itself(resolve, make_item):
    circular = make_item(id="CERT-12", due="applied - 1 day")
    assert resolve("applied", items=[circular]) == Dates(waits_for="applied")


def test_an_anchor_is_asked_for_by_name(make_cycle):
    resolver = Resolver(make_cycle(decided_planned="2028-01-11"), {}, OfficeDays())
    known = [Anchor.EXPIRY, Anchor.WINDOW_OPENS, Anchor.WINDOW_CLOSES, Anchor.DECIDED]
    days = ["2028-03-31", "2027-08-01", "2027-11-30", "2028-01-11"]
    assert [resolver.anchor(anchor) for anchor in known] == [day(text) for text in days]
    assert resolver.anchor(Anchor.SITE_VISIT) is resolver.anchor(Anchor.EVENT) is None


@pytest.mark.parametrize(
    ("expires", "rule", "dues"),
    [
        ("2028-03-31", "expiry - 10 months", "2026-05-29 2027-05-31"),  # AUD-16
        ("2028-03-31", "window_closes", "2026-11-30 2027-11-30"),
        ("2028-03-31", "window_opens + 1 month", "2026-09-01 2027-09-01"),
        ("2028-02-29", "expiry", "2027-02-28 2028-02-29"),  # a Sunday, but the anchor itself
        ("2028-02-29", "expiry - 1 day", "2027-02-26 2028-02-28"),
        ("2029-02-28", "expiry - 12 months", "2027-02-26 2028-02-28"),
        ("2028-03-31", "expiry - 20 business days", "2027-03-02 2028-03-02"),
        ("2028-03-31", "year_start + 3 months", "2026-07-01 2027-07-01"),
        ("2028-03-31", "year_start + 8 months", "2025-12-01 2026-12-01"),
        ("2028-03-31", "year_start + 9 months", "2025-12-26 2026-12-28"),
        ("2028-03-31", "year_start - 5 months", "2026-10-30 2027-11-01"),
        ("2028-03-31", "year_start - 1 month", "2026-02-27 2027-03-01"),
        ("2028-03-31", "year_start + 5 years", "2026-04-01 2027-04-01"),
        ("2028-03-31", "year_start - 10 years", "2026-04-01 2027-04-01"),
        ("2028-03-31", "year_start + 2 weeks", "2026-04-15 2027-04-15"),
        ("2028-03-31", "year_start + 3660 days", "2026-04-09 2027-04-09"),
    ],
)
def test_a_yearly_item_is_due_in_year_one_and_year_two(resolve, make_cycle, expires, rule, dues):
    cycle = make_cycle(expires=expires)
    found = [resolve(rule, n, cycle=cycle, repeat=Repeat.YEARLY).due for n in ("1", "2")]
    assert found == [day(text) for text in dues.split()]


@pytest.mark.parametrize(
    ("year_start", "rule", "year_two"),
    [
        ("11-30", "year_start", "2027-11-30"),  # the last day of the window counts
        ("12-01", "year_start", "2026-12-01"),
        ("11-29", "year_start + 1 day", "2027-11-30"),
        ("11-30", "year_start + 1 day", "2026-12-01"),
        ("12-31", "year_start - 1 month", "2027-11-30"),
        ("01-31", "year_start + 1 month", "2027-02-26"),  # clips to Sunday the 28th
        ("02-28", "year_start + 1 year", "2027-02-26"),  # Sunday the 28th; counted from 2026
        ("10-21", "year_start + 6 months", "2027-04-21"),
    ],
)
def test_year_two_is_the_latest_intended_date_within_the_window(
    resolve, make_cycle, year_start, rule, year_two
):
    cycle = make_cycle(year_start=year_start)
    assert resolve(rule, "2", cycle=cycle, repeat=Repeat.YEARLY).due == day(year_two)


def test_the_intended_date_counts_and_not_the_moved_one(resolve, make_cycle):
    cycle = make_cycle(expires="2028-03-26", year_start="12-27")  # closes Friday 2027-11-26
    found = resolve("year_start - 1 month", "2", cycle=cycle, repeat=Repeat.YEARLY)
    assert found.due == day("2026-11-27")  # Saturday 2027-11-27 would have moved into the window


@pytest.mark.parametrize(
    ("due", "hard_due", "year_one", "year_two"),
    [
        ("window_opens + 1 month", "window_closes", "2026-11-30", "2027-11-30"),
        ("expiry - 10 months", "expiry - 9 months", "2026-06-30", "2027-06-30"),
        ("year_start + 3 months", "expiry - 8 months", "2026-07-31", "2027-07-31"),
        ("year_start + 3 months", "year_start + 6 months", "2026-10-01", "2027-10-01"),
        ("year_start + 3 months", "year_start + 9 months", "2027-01-01", "2028-01-01"),
    ],
)
def test_the_hard_due_of_year_one_lies_a_year_earlier_too(
    resolve, due, hard_due, year_one, year_two
):
    found = [resolve(due, n, hard_due=hard_due, repeat=Repeat.YEARLY) for n in ("1", "2")]
    assert [dates.hard_due for dates in found] == [day(year_one), day(year_two)]


def test_a_yearly_item_waits_for_the_same_year_of_the_other(resolve):
    done = {"AUD-16@1": day("2026-06-01")}
    rule = "AUD-16 done + 60 days"
    first = resolve(rule, "1", repeat=Repeat.YEARLY, done=done)
    assert first == Dates(due=day("2026-07-31"), unmoved=day("2026-07-31"))
    second = resolve(rule, "2", repeat=Repeat.YEARLY, done=done)
    assert second == Dates(waits_for="AUD-16@2")


def test_an_item_done_once_is_waited_for_by_its_bare_id(resolve):
    assert resolve("AUD-16 done + 1 day") == Dates(waits_for="AUD-16")
    found = resolve("AUD-16 done + 1 day", done={"AUD-16": day("2026-05-02")})
    assert found.due == day("2026-05-03")  # a closed day, but never before the day it was done


def test_an_item_of_an_event_waits_within_that_event(resolve):
    found = resolve("ORG-03 done + 1 day", "e2", done={"ORG-03@e1": day("2026-05-12")})
    assert found == Dates(waits_for="ORG-03@e2")


def test_the_worked_example_of_the_design(resolve, make_cycle):
    window = make_cycle().window
    audit = [resolve("expiry - 10 months", n, repeat=Repeat.YEARLY).due for n in ("1", "2")]
    filing = resolve("window_opens + 1 month", hard_due="window_closes")
    assert (window.opens, window.closes) == (day("2027-08-01"), day("2027-11-30"))
    assert audit == [day("2026-05-29"), day("2027-05-31")]
    assert (filing.due, filing.hard_due) == (day("2027-09-01"), day("2027-11-30"))


@pytest.mark.parametrize("repeat", [Repeat.MONTHLY, Repeat.QUARTERLY])
def test_a_cert_12_that_follows_the_calendar_plans_no_application(resolve, make_item, repeat):
    several = make_item(id="CERT-12", repeat=repeat)
    assert resolve("applied", items=[several]) == Dates(waits_for="applied")


@pytest.fixture
def no_holidays(monkeypatch):
    """A calendar without holidays: those of a hundred years take seconds to compute."""
    monkeypatch.setattr("pmark_desktop.domain.days.national_holidays", lambda _year: {})


@pytest.mark.usefixtures("no_holidays")
def test_year_starts_are_found_however_far_business_days_reach(resolve):
    summer = ClosedSpan(day("2026-06-01"), day("2026-09-30"), every_year=True)
    given = {"repeat": Repeat.YEARLY, "office": OfficeDays([summer])}
    found = [resolve("year_start + 2500 business days", n, **given).due for n in ("1", "2")]
    assert found[0] < found[1] <= day("2027-11-30")


@pytest.mark.usefixtures("no_holidays")
@pytest.mark.parametrize("planned", ["1900-01-01", "2199-12-31"])
@pytest.mark.parametrize("sign", ["+", "-"])
@pytest.mark.parametrize("offset", ["10 years", "120 months", "3660 days", "2500 business days"])
def test_the_longest_rule_from_the_ends_of_typed_dates_has_a_day(
    resolve, make_cycle, planned, sign, offset
):
    cycle = make_cycle(applied_planned=planned)
    assert abs((resolve(f"applied {sign} {offset}", cycle=cycle).due - day(planned)).days) > 3400
