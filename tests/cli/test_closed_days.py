"""The commands count with the closed days that the window entered."""

import json

from pmark_desktop.domain.closed_spans import Whose
from pmark_desktop.workspace.closed_days import add_closed, parse_span
from pmark_desktop.workspace.workspace import Workspace


def close(file, whose, first, last=""):
    with Workspace(file, by="事務局") as workspace:
        add_closed(workspace, whose, parse_span("休業", first, last, every_year=False)[0])


def window(call, file, today):
    return json.loads(call("status", file, "--json", "--today", today).out)["cycle"]["window"]


def test_dues_and_what_is_late_follow_the_closed_days_of_the_company(call, file, tasks):
    assert tasks()["CERT-12"]["due"] == "2027-09-01"
    close(file, Whose.COMPANY, "2027-08-30", "2027-09-01")
    assert tasks()["CERT-12"]["due"] == "2027-08-27"
    assert "2027/08/27(金)" in call("tasks", file, "--list", "CERT").out
    late = [task["id"] for task in json.loads(
        call("tasks", file, "--json", "--late", "--today", "2027-08-28").out)]  # fmt: skip
    assert "CERT-12" in late


def test_a_date_taken_back_to_its_rule_counts_with_closed_days(call, file, tasks):
    close(file, Whose.COMPANY, "2027-09-01")
    call("set", file, "CERT-12", "due=2027-10-01")
    call("set", file, "CERT-12", "due=")
    assert tasks()["CERT-12"]["due"] == "2027-08-31"


def test_the_days_of_the_body_extend_the_window(call, file):
    close(file, Whose.BODY, "2027-11-30")
    for today, state in (("2027-11-30", "open"), ("2027-12-01", "extended"),
                         ("2027-12-02", "closed")):  # fmt: skip
        found = window(call, file, today)
        assert (found["accepted_until"], found["state"]) == ("2027-12-01", state)
    assert "2027/12/01(水)" in call("status", file, "--today", "2027-12-01").out
