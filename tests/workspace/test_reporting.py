"""The plain data of design and scripts: every field, by name, in its order, and nothing else."""

import json
from datetime import date

import pytest

from pmark_desktop.workspace.cycles import set_cycle
from pmark_desktop.workspace.people import set_organisation
from pmark_desktop.workspace.proofs import attach_paper, retire_evidence
from pmark_desktop.workspace.reporting import status, task_facts
from tests.workspace.builders import TODAY, put


def test_the_status_of_the_first_day_in_full(workspace):
    set_organisation(workspace, {"number": "12345678(02)"})
    found = json.loads(json.dumps(status(workspace, TODAY)))
    assert list(found) == ["name", "number", "today", "cycle", "counts", "lists"]
    assert found["name"] == "株式会社サンプル"
    assert found["number"] == "12345678(02)"
    assert found["today"] == "2026-11-23"
    assert found["cycle"] == {
        "expires": "2028-03-31",
        "days_left": 494,
        "review_period": {"from": "2025-12-01", "to": "2027-11-30"},
        "window": {
            "opens": "2027-08-01", "closes": "2027-11-30", "certain": True,
            "accepted_until": "2027-11-30", "state": "before",
        },
    }  # fmt: skip
    assert list(found["cycle"]) == ["expires", "days_left", "review_period", "window"]
    assert list(found["counts"]) == [
        "total", "done", "excluded", "late", "due_soon", "waiting", "without_evidence", "past",
    ]  # fmt: skip
    assert [list(one) for one in found["lists"]] == [
        ["key", "title", "total", "done", "excluded", "late"]
    ] * 3
    assert [(one["key"], one["title"]) for one in found["lists"]] == [
        ("CERT", "CERTの一覧"), ("AUD", "AUDの一覧"), ("ORG", "ORGの一覧"),
    ]  # fmt: skip
    assert sum(one["total"] for one in found["lists"]) == found["counts"]["total"]


def test_counts_tell_what_they_say(workspace):
    start = status(workspace, TODAY)["counts"]
    put(workspace, "CERT-12", state="done", reason="x")
    put(workspace, "ORG-01", state="excluded", reason="x")
    attach_paper(workspace, "CERT-13", "書庫", TODAY)
    put(workspace, "CERT-13", state="done")
    put(workspace, "AUD-30", due="2026-11-22")
    found = status(workspace, TODAY)["counts"]
    assert found["total"] == start["total"]
    assert (found["done"], found["excluded"]) == (2, 1)
    assert found["without_evidence"] == 1
    assert found["late"] == start["late"] + 1  # before the workspace began, but set by hand
    assert found["past"] == start["past"]
    later = date(2027, 5, 9)
    put(workspace, "AUD-30", due="2027-05-08")
    assert status(workspace, later)["counts"]["late"] >= 1
    retire_evidence(workspace, 1, "x")
    assert status(workspace, TODAY)["counts"]["without_evidence"] == 2


@pytest.mark.parametrize(
    ("today", "state"),
    [("2027-07-31", "before"), ("2027-08-01", "open"), ("2027-11-30", "open"),
     ("2027-12-01", "closed")],
)  # fmt: skip
def test_the_window_as_days_go_by(workspace, today, state):
    found = status(workspace, date.fromisoformat(today))["cycle"]["window"]
    assert found["state"] == state


def test_a_last_day_on_a_closed_day_is_extended_but_plans_nothing(workspace):
    set_cycle(workspace, {"window_closes": date(2027, 11, 28)}, TODAY)  # a Sunday
    window = status(workspace, date(2027, 11, 29))["cycle"]["window"]
    assert (window["state"], window["accepted_until"]) == ("extended", "2027-11-29")
    assert status(workspace, date(2027, 11, 30))["cycle"]["window"]["state"] == "closed"
    assert workspace.content.task("CERT-12").hard_due == date(2027, 11, 28)


def test_only_actual_days_make_it_applied_and_decided(workspace):
    today = date(2027, 12, 1)

    def state():
        return status(workspace, today)["cycle"]["window"]["state"]

    set_cycle(workspace, {"applied_planned": date(2027, 9, 1)}, today)
    assert state() == "closed"
    set_cycle(workspace, {"applied": date(2027, 9, 1)}, today)
    assert state() == "applied"
    set_cycle(workspace, {"decided": date(2027, 12, 2)}, today)
    assert state() == "applied"
    assert status(workspace, date(2027, 12, 2))["cycle"]["window"]["state"] == "decided"


def test_days_left_fall_below_zero(workspace):
    assert status(workspace, date(2028, 4, 1))["cycle"]["days_left"] == -1


def test_a_task_in_full(workspace):
    attach_paper(workspace, "CERT-12", "書庫", TODAY)
    put(workspace, "CERT-12", state="done", result="conforms", due="2027-10-01", note="備考",
        reason="理由", checked_by="鈴木", checked_on="2026-11-01", owner="山田",
        done_on="2026-10-30")  # fmt: skip
    found = json.loads(json.dumps(task_facts(workspace.content.task("CERT-12"))))
    assert list(found.items()) == [
        ("id", "CERT-12"), ("list", "CERT"), ("item", "CERT-12"), ("occurrence", ""),
        ("title", "CERT-12の実施"), ("guidance", ""), ("owner", "山田"), ("state", "done"),
        ("result", "conforms"), ("due", "2027-10-01"), ("hard_due", "2027-11-30"),
        ("rule", "window_opens + 1 month"), ("waits_for", None), ("pinned", True), ("past", False),
        ("done_on", "2026-10-30"), ("checked_by", "鈴木"), ("checked_on", "2026-11-01"),
        ("evidence", ["E-0001"]), ("note", "備考"), ("reason", "理由"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("task", "facts"),
    [("AUD-17@1", {"item": "AUD-17", "occurrence": "1", "due": None, "waits_for": "AUD-16@1"}),
     ("AUD-21@2026-05", {"rule": "monthly", "due": "2026-05-29", "past": True}),
     ("AUD-20@2026-Q1", {"rule": "quarterly", "due": "2026-06-30"}),
     ("AUD-30", {"rule": "on 2027-05-10", "hard_due": None, "evidence": []}),
     ("CERT-14", {"waits_for": "site_visit", "rule": "site_visit + 5 business days"})],
)  # fmt: skip
def test_occurrences_rules_and_waiting(workspace, task, facts):
    found = task_facts(workspace.content.task(task))
    assert {name: found[name] for name in facts} == facts
