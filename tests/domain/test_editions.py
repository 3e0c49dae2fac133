"""Two editions of a list: what is the same, reworded, adjusted, renamed, new or gone."""

import dataclasses
from datetime import date

import pytest

from pmark_desktop.domain.checklist import Checklist, Kind, Stage
from pmark_desktop.domain.editions import Fate, check_newer, compare, judged
from pmark_desktop.domain.errors import UserError, Why


@pytest.fixture
def item(make_item):
    def make(id_="AUD-01", **given):
        texts = {
            "title": "監査計画の承認",
            "guidance": "計画を作り、代表者が承認する。",
            "evidence": "計画書",
        }
        return make_item(**(texts | {"id": id_, "due": "expiry"} | given))

    return make


def edition(*items, **given):
    head = {"key": "AUD", "title": "内部監査", "title_en": "Audit", "kind": Kind.MAIN,
            "version": "1.0", "date": date(2026, 4, 1), "source": ""}  # fmt: skip
    return Checklist(**(head | given), items=items)


def fates(old, new):
    return [
        (
            change.fate.value,
            change.old.id if change.old else "",
            change.new.id if change.new else "",
        )
        for change in compare(old, new).changes
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("計画を作り、代表者が承認する。", "計画を作り,代表者が承認する."),
        ("計画書 (写し)", "計画書(写し)"),
        ("計画書(写し)", "計画書（写し）"),
        ("計画を作り\n代表者が承認する", "計画を作り代表者が承認する"),
        ("ｶﾞｲﾄﾞ", "ガイド"),
        ("JIS Q 15001", "JIS　Q  15001"),
        ("「台帳」を見直す", "｢台帳｣を見直す"),
        ("部門・日程", "部門･日程"),
        ("承認する。", "承認する"),
        ("A〜B", "A～B"),
    ],
)
def test_form_alone_changes_nothing_that_is_judged(before, after):
    assert judged(before) == judged(after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("年1回", "年2回"), ("承認する", "承認しない"), ("PMS", "PM S"), ("データ", "デタ"),
        ("not able", "notable"), ("台帳", "台 帳A"), ("", "記録"), ("1.5", "15"),
    ],
)  # fmt: skip
def test_another_text_is_another_text(before, after):
    assert judged(before) != judged(after)


@pytest.mark.parametrize("field", ["title", "guidance", "evidence"])
def test_another_judged_text_is_a_rewording(item, field):
    change = compare(edition(item()), edition(item(**{field: "別の文"}))).changes[0]
    assert (change.fate, change.fields) == (Fate.REWORDED, (field,))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("clause", "J.9"), ("role", "別の役割"), ("stage", Stage.DO), ("due", "expiry - 1 day"),
        ("hard_due", "expiry"), ("due_note", "注"), ("lead_days", 3), ("title", "監査計画の 承認"),
    ],
)  # fmt: skip
def test_any_other_field_is_an_adjustment(item, field, value):
    change = compare(edition(item()), edition(item(**{field: value}))).changes[0]
    assert (change.fate, change.fields) == (Fate.ADJUSTED, (field,))


def test_the_newer_order_comes_first_and_what_is_gone_last(item):
    old = edition(item("AUD-01"), item("AUD-02"), item("AUD-03"))
    new = edition(item("AUD-03"), item("AUD-04"), item("AUD-01"))
    assert fates(old, new) == [
        ("same", "AUD-03", "AUD-03"),
        ("new", "", "AUD-04"),
        ("same", "AUD-01", "AUD-01"),
        ("gone", "AUD-02", ""),
    ]


@pytest.mark.parametrize(
    ("replaced", "expected"),
    [
        ({"AUD-09": ("AUD-01",)}, [("same", "AUD-01", "AUD-09"), ("gone", "AUD-02", "")]),
        ({"AUD-09": ("AUD-77", "AUD-02")}, [("same", "AUD-02", "AUD-09"), ("gone", "AUD-01", "")]),
        (
            {"AUD-09": ("AUD-01", "AUD-02")},
            [("same", "AUD-01", "AUD-09"), ("gone", "AUD-02", "")],
        ),
        ({"AUD-09": ()}, [("new", "", "AUD-09"), ("gone", "AUD-01", ""), ("gone", "AUD-02", "")]),
    ],
)
def test_answers_go_to_the_item_that_replaces(item, replaced, expected):
    old = edition(item("AUD-01"), item("AUD-02"))
    new = edition(*(item(id_, replaces=ids) for id_, ids in replaced.items()))
    assert fates(old, new) == expected


def test_an_item_that_keeps_its_id_is_not_renamed(item):
    found = compare(edition(item("AUD-01")), edition(item("AUD-01", replaces=("AUD-09",))))
    assert (found.renamed, found.is_same) == ({}, True)


@pytest.mark.parametrize(
    ("present", "version", "why"),
    [
        ("1.0", "0.9", Why.EDITION_OLDER), ("1.10", "1.9", Why.EDITION_OLDER),
        ("2", "1.9.9", Why.EDITION_OLDER), ("1.0", "1", Why.EDITION_SAME_VERSION),
        ("1.0", "1.0.0", Why.EDITION_SAME_VERSION), ("1.0", "1.0", Why.EDITION_SAME_VERSION),
        ("1.9", "1.10", None), ("1", "1.0.1", None), ("0", "1", None),
    ],
)  # fmt: skip
def test_versions_only_rise(item, present, version, why):
    found = compare(
        edition(item(), version=present), edition(item(title="別の項目"), version=version)
    )
    if why is None:
        check_newer(found)
        return
    with pytest.raises(UserError) as refused:
        check_newer(found)
    assert refused.value.why is why


def test_the_same_edition_again_changes_nothing(item):
    with pytest.raises(UserError) as refused:
        check_newer(compare(edition(item()), edition(item())))
    assert refused.value.why is Why.NOTHING_CHANGED


def test_what_a_list_is_called_is_part_of_it(item):
    old = edition(item())
    found = compare(old, dataclasses.replace(old, title="監査", version="1.1"))
    assert (found.head, found.is_same) == (("title", "version"), False)
    check_newer(found)
