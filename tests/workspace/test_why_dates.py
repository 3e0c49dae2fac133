"""Why a task is due on its day, step by step, as it is now."""

from datetime import date

import pytest

from pmark_desktop.domain.closed_spans import Whose
from pmark_desktop.domain.days import ClosedBy
from pmark_desktop.domain.due_story import DueSource, Stays
from pmark_desktop.domain.rules import Anchor
from pmark_desktop.words import Language
from pmark_desktop.workspace.closed_days import add_closed, parse_span
from pmark_desktop.workspace.cycles import set_cycle
from pmark_desktop.workspace.events import occur
from pmark_desktop.workspace.why_dates import WhyDates
from tests.workspace.builders import TODAY, checklist, item, new_workspace, opened, put


def close(workspace, first, last="", name="創立記念日"):
    add_closed(workspace, Whose.COMPANY, parse_span(name, first, last, every_year=False)[0])


def story(workspace, task):
    return WhyDates(workspace, Language.JA).story(workspace.content.task(task), TODAY)


def short(workspace, task, language=Language.JA):
    return WhyDates(workspace, language).short(workspace.content.task(task), TODAY)


def whole(workspace, task, language=Language.JA):
    return WhyDates(workspace, language).whole(workspace.content.task(task), TODAY).splitlines()


@pytest.fixture
def rules(tmp_path):
    """Return a workspace whose tasks have these rules, AB-01 first."""
    opens = []

    def make(*given):
        items = [
            item(f"AB-{n:02}", *one[:1], **(one[1] if len(one) > 1 else {}))
            for n, one in enumerate(given, 1)
        ]
        path = new_workspace(tmp_path / f"{len(opens)}.pmark", lists=[checklist("AB", *items)])
        opens.append(opened(path))
        return opens[-1]

    yield make
    for workspace in opens:
        workspace.close()


def test_the_worked_example_of_design(workspace):
    """AUD-16 is due on Friday 2026-05-29, for the 31st is a Sunday."""
    assert short(workspace, "AUD-16@1") == "2026/05/31(日)は休業日のため前の営業日"
    assert whole(workspace, "AUD-16@1") == [
        "社内期限 2026/05/29(金)",
        "決まり: 満了日の10か月前 (1年目は12か月早い日) → 2026/05/31(日)",
        "起点: 2027/03/31(水)",
        "休業日:",
        "  2026/05/31(日) 土日",
        "  2026/05/30(土) 土日",
        "→ 前の営業日 2026/05/29(金)",
    ]
    assert short(workspace, "AUD-16@2") == ""
    assert whole(workspace, "AUD-16@2") == [
        "社内期限 2027/05/31(月)", "決まり: 満了日の10か月前 → 2027/05/31(月)",
        "起点: 2028/03/31(金)",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "due", "first", "reason"),
    [
        ("on 2027-05-05", "2027-04-30", "2027-05-05", "(こどもの日)"),
        ("on 2026-09-23", "2026-09-18", "2026-09-23", "(秋分の日)"),
        ("on 2027-01-03", "2026-12-28", "2027-01-03", ""),  # a Sunday needs no more
        ("on 2026-12-31", "2026-12-28", "2026-12-31", "(年末年始)"),
        ("on 2027-08-13", "2027-08-10", "2027-08-13", "(夏季休業)"),
    ],
)
def test_each_kind_of_closed_day_is_named(rules, rule, due, first, reason):
    workspace = rules([rule])
    close(workspace, "2027-08-12", "2027-08-13", "夏季休業")
    assert workspace.content.task("AB-01").due == date.fromisoformat(due)
    day = first.replace("-", "/")
    said = short(workspace, "AB-01")
    assert said.startswith(day)
    assert said.endswith(f")は休業日{reason}のため前の営業日")


def test_a_row_of_closed_days_is_told_in_full(rules):
    workspace = rules(["on 2027-08-15"])
    close(workspace, "2027-08-12", "2027-08-13", "夏季休業")
    assert whole(workspace, "AB-01") == [
        "社内期限 2027/08/10(火)",
        "決まり: 2027/08/15(日) → 2027/08/15(日)",
        "休業日:",
        "  2027/08/15(日) 土日",
        "  2027/08/14(土) 土日",
        "  2027/08/13(金) 夏季休業",
        "  2027/08/12(木) 夏季休業",
        "  2027/08/11(水) 山の日",
        "→ 前の営業日 2027/08/10(火)",
    ]
    assert [one.closure.by for one in story(workspace, "AB-01").closed] == [
        ClosedBy.WEEKEND, ClosedBy.WEEKEND, ClosedBy.OWN, ClosedBy.OWN, ClosedBy.HOLIDAY,
    ]  # fmt: skip


def test_a_closure_without_a_name_and_a_long_one(rules):
    workspace = rules(["on 2027-08-31"])
    close(workspace, "2027-08-01", "2027-08-31", "")
    assert "(自社の休業日)" in short(workspace, "AB-01")
    assert whole(workspace, "AB-01")[-2] == "  ほか22日"
    assert whole(workspace, "AB-01")[-1] == "→ 前の営業日 2027/07/30(金)"


def test_a_forecast_is_called_one(rules):
    workspace = rules(["expiry + 35 months"])
    set_cycle(workspace, {"expires": date(2028, 4, 20)}, TODAY)  # 2031-03-20 has no holiday
    set_cycle(workspace, {"expires": date(2027, 4, 20)}, TODAY)  # 2030-03-20 is the equinox
    assert "(春分の日・予測)" in short(workspace, "AB-01")
    assert "forecast" in short(workspace, "AB-01", Language.EN)


def test_a_due_cut_by_its_hard_due_says_so(rules):
    workspace = rules(
        ["expiry + 10 days", {"hard_due": "expiry"}],
        ["expiry - 1 day", {"hard_due": "on 2028-03-26"}],
    )
    assert short(workspace, "AB-01") == "絶対期限に合わせて 2028/03/31(金) に繰り上げ"
    assert short(workspace, "AB-02").splitlines() == [
        "絶対期限に合わせて 2028/03/26(日) に繰り上げ",
        "2028/03/26(日)は休業日のため前の営業日",
    ]
    assert whole(workspace, "AB-02")[-1] == "絶対期限 2028/03/26(日) は休業日でも動かしません"
    assert whole(workspace, "AB-01")[1:3] == ["決まり: 満了日の10日後 → 2028/04/10(月)",
                                              "起点: 2028/03/31(金)"]  # fmt: skip


def test_a_date_set_by_hand_keeps_its_rule_beside_it(workspace):
    put(workspace, "CERT-12", due="2027-09-20")
    assert short(workspace, "CERT-12").splitlines() == [
        "手入力(決まりでは 2027/09/01(水))",
        "手入力の 2027/09/20(月) は休業日(敬老の日)です",
    ]
    assert story(workspace, "CERT-12").source is DueSource.BY_HAND
    put(workspace, "CERT-12", due="2027-09-01")
    assert short(workspace, "CERT-12") == "手入力(決まりの日と同じ)"


def test_what_waits_names_its_anchor(workspace):
    assert short(workspace, "CERT-14") == "現地審査日が決まると計算します"
    assert short(workspace, "AUD-17@1") == "AUD-16@1の実施が決まると計算します"
    assert whole(workspace, "CERT-14") == ["起点待ち: 現地審査日が決まると計算します"]


def test_what_counts_from_an_event_is_not_moved_and_says_so(workspace):
    occur(workspace, "ORG", Anchor.EVENT, "移転", date(2027, 4, 28))
    assert workspace.content.task("ORG-03@e1").due == date(2027, 5, 5)
    assert short(workspace, "ORG-03@e1") == (
        "2027/05/05(水)は休業日(こどもの日)ですが、発生日・知った日から数える期限は動かしません"
    )
    assert story(workspace, "ORG-03@e1").stays is Stays.EVENT


def test_what_would_go_back_before_its_start_stays(rules):
    workspace = rules(["applied + 1 day"])
    set_cycle(workspace, {"applied_planned": date(2027, 8, 7)}, TODAY)  # a Saturday
    assert story(workspace, "AB-01").stays is Stays.START
    assert short(workspace, "AB-01") == "2027/08/08(日)は休業日ですが、起点より前には戻しません"


def test_what_is_done_keeps_its_date_and_says_what_it_would_be(workspace):
    put(workspace, "CERT-12", state="done", reason="x")
    assert short(workspace, "CERT-12") == ""
    close(workspace, "2027-09-01")
    assert workspace.content.task("CERT-12").due == date(2027, 9, 1)
    assert short(workspace, "CERT-12") == (
        "完了・対象外にした時の期限のまま(いま計算すると 2027/08/31(火))"
    )


def test_the_end_of_a_month_is_a_rule_too(workspace):
    assert whole(workspace, "AUD-21@2027-01") == [
        "社内期限 2027/01/29(金)",
        "決まり: 毎月の最終営業日 → 2027/01/31(日)",
        "休業日:",
        "  2027/01/31(日) 土日",
        "  2027/01/30(土) 土日",
        "→ 前の営業日 2027/01/29(金)",
    ]


def test_it_follows_what_is_saved(workspace):
    why = WhyDates(workspace, Language.JA)
    assert why.short(workspace.content.task("CERT-12"), TODAY) == ""
    close(workspace, "2027-09-01")
    assert "(創立記念日)" in why.short(workspace.content.task("CERT-12"), TODAY)
    workspace.undo(max(entry.operation for entry in workspace.log()))
    assert why.short(workspace.content.task("CERT-12"), TODAY) == ""


def test_every_task_of_the_sample_can_be_told_in_both_languages(workspace):
    occur(workspace, "ORG", Anchor.KNOWN, "漏えい", date(2026, 12, 30))
    for language in Language:
        why = WhyDates(workspace, language)
        for task in workspace.content.tasks.values():
            assert "{" not in why.short(task, TODAY)
            said = why.whole(task, TODAY)
            assert (f"{task.due:%d}" in said) if task.due else said
