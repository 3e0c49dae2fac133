"""The nine lists that come with the program: their form, and what they must not say."""

import re
from datetime import date

import pytest

from pmark_desktop.domain.checklist import Condition, Kind, Repeat, Stage
from pmark_desktop.domain.rules import Anchor, parse_rule
from pmark_desktop.exchange.checklist_toml import SHIPPED, read_checklist, read_shipped
from pmark_desktop.exchange.places import checklist_folder

LISTS = {checklist.key: checklist for checklist in read_shipped()}
ITEMS = {item.id: item for checklist in LISTS.values() for item in checklist.items}
MAIN = ("LAW", "ORG", "AUD", "CERT", "PDCA")
LENGTHS = {
    "LAW": 18, "ORG": 17, "AUD": 18, "CERT": 20, "PDCA": 18,
    "OUT": 10, "INC": 13, "SEC": 9, "MED": 9,
}  # fmt: skip
ROLES = {
    "PMS事務局", "代表者(トップマネジメント)", "個人情報保護管理者", "個人情報保護監査責任者",
    "各部門責任者", "情報システム管理者", "教育担当", "人事担当", "法務・総務担当", "申請担当者",
    "苦情・開示窓口",
}  # fmt: skip
CONDITIONS = {
    "LAW-06": Condition.UNDER16, "LAW-07": Condition.BIOMETRIC, "LAW-08": Condition.OUTSOURCING,
    "LAW-12": Condition.OVERSEAS, "AUD-11": Condition.OUTSOURCING,
    "PDCA-08": Condition.OUTSOURCING, "MED-02": Condition.SENSITIVE,
    **{f"MED-{n:02}": Condition.MEDICAL for n in range(3, 10)},
}  # fmt: skip


def texts_of(item):
    return (item.title, item.guidance, item.clause, item.evidence, item.due_note)


def words_of(item_id):
    return " ".join(texts_of(ITEMS[item_id]))


@pytest.mark.parametrize("key", SHIPPED)
def test_a_list_loads_without_problems_and_is_kept_in_plain_form(key):
    content = (checklist_folder() / f"{key}.toml").read_bytes()
    checklist, problems = read_checklist(content, key)
    assert (checklist.key, problems) == (key, [])
    assert content.startswith(b"format = 1\n")
    assert content.endswith(b'"\n') or content[-2:-1].isdigit()
    assert b"\r" not in content


def test_there_are_no_other_files_than_the_nine():
    assert sorted(path.name for path in checklist_folder().iterdir()) == sorted(
        f"{key}.toml" for key in SHIPPED
    )


@pytest.mark.parametrize(("key", "length"), LENGTHS.items())
def test_ids_are_stable(key, length):
    numbers = list(range(1, length + 1))
    if key == "INC":  # the report to the body stands beside the one to the commission
        numbers = [*range(1, 11), 13, 11, 12]
    assert [item.id for item in LISTS[key].items] == [f"{key}-{n:02}" for n in numbers]


def test_five_lists_belong_to_every_renewal():
    assert tuple(key for key, one in LISTS.items() if one.kind is Kind.MAIN) == MAIN


@pytest.mark.parametrize("key", MAIN)
def test_a_main_list_goes_through_the_whole_round(key):
    assert {item.stage for item in LISTS[key].items} == set(Stage)


def test_every_list_says_of_which_day_it_is():
    for checklist in LISTS.values():
        assert (checklist.version, checklist.date) == ("1.0", date(2026, 11, 23))
        assert "2026-11-23時点" in checklist.source


@pytest.mark.parametrize("item", ITEMS.values(), ids=ITEMS)
def test_texts_of_an_item_are_short_and_of_one_style(item):
    assert item.role in ROLES
    assert len(item.title) <= 24
    assert 20 <= len(item.guidance) <= 160
    assert item.guidance.endswith("。")
    assert not item.title.endswith("。")
    for text in texts_of(item):
        assert text == text.strip()
        assert "()" not in text
        assert not re.search("[\uff08\uff09\uff10-\uff19\uff21-\uff5a]", text)  # half-width
        assert not re.search("です|ます|ください", text)


def test_titles_differ():
    assert len({item.title for item in ITEMS.values()}) == len(ITEMS)


FORBIDDEN = {
    "amounts of money change with every price list and law": r"[0-9]\s*[万億]?円",
    "document and form numbers change": r"PMK\s*[0-9]|様式\s*第?[0-9]",
    "wording before 2025-06-01": r"懲役|禁錮",
    "the older penalty for trade secrets": r"1,?000万",
    "the window begins the day after": r"8か月前から|8か月前の日から",
    "nobody may promise an extension": r"延長され(る|ます)|延長できる",
    "an upper limit for the exchange is not confirmed": r"6か月以内",
    "the answer to a repeated finding is not confirmed": r"再指摘.{0,6}1か月",
    "improvement counts from issue": r"受領(日)?から(3|三)か月",
    "what began in spring 2027 is not confirmed": r"2027年春",
    "promises": r"必ず(合格|承認)|保証",
    "other words for the same": r"\uff30マーク|プライバシー・マーク",
}


@pytest.mark.parametrize("pattern", FORBIDDEN.values(), ids=FORBIDDEN)
def test_nothing_doubtful_or_outdated_is_said(pattern):
    said = {
        item.id for item in ITEMS.values() for text in texts_of(item) if re.search(pattern, text)
    }
    assert said == set()
    assert not [one.key for one in LISTS.values() if re.search(pattern, one.source)]


def test_what_is_not_in_force_is_preparation():
    about = [item for item in ITEMS.values() if "令和8年" in item.guidance + item.clause]
    assert {item.id for item in about} == {"LAW-04", "LAW-06", "LAW-07", "MED-09"}
    assert all("準備" in item.guidance for item in [*about, ITEMS["LAW-05"]])


def test_the_law_moves_the_last_day_of_a_report_but_the_mark_does_not():
    assert "次の開庁日" in words_of("INC-10")
    assert "次の開庁日" not in words_of("INC-13")
    for item_id in ("INC-07", "INC-13"):
        assert "期限は延びないもの" in words_of(item_id)
    for item_id in ("INC-10", "INC-13"):
        assert ITEMS[item_id].hard_due == parse_rule("known + 29 days")


def test_the_dates_of_the_scheme_are_hard():
    hard = {item.id: str(item.hard_due) for item in ITEMS.values() if item.hard_due}
    assert hard == {
        "CERT-12": "window_closes",
        "CERT-18": "findings_issued + 3 months",
        "CERT-19": "decided + 3 months",
        "INC-06": "known + 4 days",
        "INC-07": "known + 4 days",
        "INC-10": "known + 29 days",
        "INC-13": "known + 29 days",
    }
    assert "発行日(受領日ではない)から3か月以内" in words_of("CERT-18")


def test_nobody_audits_the_own_department():
    audits = [item for item in LISTS["AUD"].items if "監査" in item.title or item.id == "AUD-06"]
    others = {item.id for item in audits if item.role != "個人情報保護監査責任者"}
    assert others == {"AUD-18"}  # putting the records of two years together is no audit


def test_items_apply_where_their_subject_is():
    assert {i.id: i.applies_if for i in ITEMS.values() if i.applies_if} == CONDITIONS


def test_work_begins_in_time():
    assert {item.lead_days for item in LISTS["INC"].items} == {0}
    events = [
        item
        for key in ("OUT", "MED")
        for item in LISTS[key].items
        if item.due and item.due.base is Anchor.EVENT and item.due.offset.count > -30
    ]
    assert all(item.lead_days <= 3 for item in events)
    assert ITEMS["AUD-04"].lead_days == 30


def test_what_is_due_each_month_has_no_other_due():
    monthly = {i.id for i in ITEMS.values() if i.repeat is Repeat.MONTHLY}
    assert monthly == {"PDCA-09", "PDCA-13", "OUT-08", "MED-06"}
    quarterly = {i.id for i in ITEMS.values() if i.repeat is Repeat.QUARTERLY}
    assert quarterly == {"PDCA-15", "OUT-07"}
