"""Hand-made snapshots for the tests of what leaves the program."""

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from pmark_desktop.domain.checklist import Checklist, Item, Kind, Repeat, Stage
from pmark_desktop.domain.cycle import Cycle
from pmark_desktop.domain.records import (
    Event,
    Evidence,
    EvidenceKind,
    LogEntry,
    Organisation,
    RoleHolder,
)
from pmark_desktop.domain.rules import Anchor, parse_rule
from pmark_desktop.domain.snapshot import Snapshot
from pmark_desktop.domain.task import Result, State, Task
from pmark_desktop.domain.window import WindowState

TODAY = date(2026, 11, 23)
EXPIRES = date(2028, 3, 31)
WRITTEN = datetime(2026, 11, 23, 10, 11, 12, tzinfo=UTC)
HASH = hashlib.sha256(b"newest").hexdigest()


def item(
    item_id="AUD-01", title="内部監査の計画を作る", due="expiry - 12 months", hard_due="", **more
):  # fmt: skip
    known = {
        "guidance": "前回の指摘と今年度の重点を入れ、自分の部門を監査しない割り当てにする。",
        "clause": "J.5.2 / JIS 9.2",
        "evidence": "監査計画書(承認印あり)",
        "role": "監査責任者",
        "stage": Stage.CHECK,
        "due": parse_rule(due) if due else None,
        "hard_due": parse_rule(hard_due) if hard_due else None,
    }
    return Item(id=item_id, title=title, **(known | more))


def checklist(key="AUD", title="内部監査", items=(), title_en="Internal audit"):
    return Checklist(
        key=key, title=title, title_en=title_en, kind=Kind.MAIN, version="2026.1",
        date=date(2026, 11, 1), source="構築・運用指針 JIS Q 15001:2023 対応版", items=tuple(items),
    )  # fmt: skip


def task(item_=None, task_id="", list_key="AUD", **fields):
    item_ = item_ or item()
    return Task(id=task_id or item_.id, list_key=list_key, item=item_, **fields)


def proof(number=1, kind=EvidenceKind.FILE, name="監査計画書.pdf", **fields):
    known = {"added_on": date(2026, 11, 2), "added_by": "山田 花子", "tasks": ("AUD-01",)}
    if kind is EvidenceKind.FILE:
        known |= {"sha256": hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()}
        known |= {"size": 482_133}
    return Evidence(number=number, kind=kind, name=name, **(known | fields))


def entry(seq=1, **fields):
    known = {
        "operation": seq, "act": "set state", "reverses": None,
        "at": "2026-11-20T09:30:00+09:00", "who": "山田 花子", "kind": "task",
        "target": "1/AUD-01", "field": "state", "old": "todo", "new": "done", "why": "",
        "hash": hashlib.sha256(str(seq).encode()).hexdigest(),
    }  # fmt: skip
    return LogEntry(seq=seq, **(known | fields))


def snapshot(lists=None, tasks=(), evidence=(), log=(), **fields):
    cycle = Cycle(id=1, expires=EXPIRES, year_start="04-01", created_on=date(2026, 10, 1))
    if lists is None:
        lists = [checklist(items=[item()])]
    known = {
        "organisation": Organisation(
            name="株式会社あおば情報サービス", number="10820001(05)",
            body="一般財団法人日本情報経済社会推進協会(JIPDEC)", contact="03-0000-0000",
            form_no="PMS-様式-23", form_version="4", guideline_version="2023年12月版",
        ),
        "cycle": cycle, "newest_hash": HASH, "today": TODAY, "written_at": WRITTEN,
        "accepted_until": cycle.window.closes, "window_state": WindowState.BEFORE,
        "roles": (RoleHolder("監査責任者", "佐藤 次郎", "sato@example.jp"), RoleHolder("総務部")),
        "events": (),
    }  # fmt: skip
    return Snapshot(lists=lists, tasks=tasks, evidence=evidence, log=log, **(known | fields))


def lively():
    """A small renewal with something of everything that may stand in a workbook."""
    plan = item()
    audit = item(
        "AUD-02", "全部門の内部監査を行う", "expiry - 10 months", "window_closes",
        repeat=Repeat.YEARLY, due_note="繁忙期を避ける",
    )  # fmt: skip
    visit = item(
        "CERT-15", "指摘事項への改善報告を出す", "findings_issued + 3 months", role="PMS事務局"
    )
    move = item("ORG-03", "組織図とPMS体制図を直す", "event + 30 days", role="総務部")
    month = item("PDCA-09", "運用の確認をする", "", repeat=Repeat.MONTHLY, stage=Stage.DO)
    lists = [
        checklist(items=[plan, audit]),
        checklist("CERT", "審査機関対応", [visit], "Assessment body"),
        checklist("ORG", "組織変更", [move], "Changes"),
        checklist("PDCA", "継続的改善PDCA", [month], "Improvement"),
        checklist("SEC", "営業秘密管理", [], "Trade secrets"),
    ]
    tasks = [
        task(
            plan, owner="佐藤 次郎", state=State.DONE, result=Result.CONFORMS,
            due=date(2026, 10, 30), done_on=date(2026, 10, 28), evidence=(1,),
            checked_by="鈴木 一郎", checked_on=date(2026, 10, 29), note="重点は委託先管理。",
        ),
        task(
            audit, "AUD-02@1", occurrence="1", owner="佐藤 次郎", state=State.DOING,
            due=date(2026, 11, 2), hard_due=date(2026, 11, 30), evidence=(1, 2, 3),
            result=Result.OBSERVATION,
        ),
        task(
            audit, "AUD-02@2", occurrence="2", owner="監査責任者", due=date(2026, 12, 10),
            hard_due=date(2027, 11, 30), pinned=True,
        ),
        task(visit, list_key="CERT", waits_for="findings_issued", owner="高橋 三郎"),
        task(
            move, "ORG-03@e1", list_key="ORG", occurrence="e1", event_name="経理部の新設",
            owner="総務部", state=State.EXCLUDED, reason="体制図に部門名を書いていないため。",
            due=date(2026, 11, 30),
        ),
        task(
            month, "PDCA-09@2026-08", list_key="PDCA", occurrence="2026-08", is_past=True,
            due=date(2026, 8, 31), owner="各部門責任者",
        ),
        task(
            month, "PDCA-09@2026-11", list_key="PDCA", occurrence="2026-11", evidence=(2,),
            due=date(2026, 11, 30), owner="各部門責任者", state=State.REVIEW,
        ),
        task(
            month, "PDCA-09@2028-05", list_key="PDCA", occurrence="2028-05", is_outside=True,
            due=date(2028, 5, 31), owner="各部門責任者", state=State.DONE, evidence=(3,),
            done_on=date(2026, 11, 1), result=Result.NONCONFORMING,
        ),
    ]  # fmt: skip
    evidence = [
        proof(1, tasks=("AUD-01", "AUD-02@1")),
        proof(
            2, EvidenceKind.LINK, "監査の共有フォルダ",
            place="https://example.jp/監査 2026/index?id=1&x=2", tasks=("AUD-02@1",),
        ),
        proof(3, EvidenceKind.PAPER, "署名済み監査報告書", place="本社3階 書庫B-2"),
        proof(4, name="旧版.xlsx", retired=True, retired_reason="新しい版に差し替え", tasks=()),
    ]  # fmt: skip
    log = [
        entry(1, act="create", kind="workspace", target="", field="*", old=None, new='{"a": 1}'),
        entry(2),
        entry(3, act="undo", reverses=2, old="done", new="todo", why="取り違え"),
        entry(
            4, field="note", old="", new="重点は委託先管理。", at="2026-11-20T09:31:07.250+09:00"
        ),
    ]
    events = [
        Event("ORG", 1, Anchor.EVENT, "経理部の新設", date(2026, 10, 31)),
        Event("ORG", 2, Anchor.KNOWN, "=子会社の統合", date(2026, 11, 20)),
    ]
    return snapshot(lists, tasks, evidence, log, events=events)


def many(count, log=None):
    """As many tasks, with notes and proofs as an office has them."""
    items = [item(f"AUD-{n:02}", f"内部監査の項目 その{n}") for n in range(1, 21)]
    lists = [replace(checklist(items=items), key=f"L{n}", title=f"一覧{n}") for n in range(1, 13)]
    tasks, evidence, entries = [], [], []
    states = list(State)
    for n in range(count):
        owner = lists[n % len(lists)]
        state = states[n % len(states)]
        tasks.append(
            task(
                items[n % len(items)], f"{items[n % len(items)].id}@{n}", list_key=owner.key,
                owner=f"担当{n % 9}", state=state, due=TODAY + timedelta(days=n % 400 - 100),
                hard_due=TODAY + timedelta(days=n % 400), note=f"会議で確認した内容を記録 {n}",
                reason="代替の手続きで確認" if state is State.EXCLUDED else "",
                done_on=TODAY if state is State.DONE else None, occurrence=str(n % 2 + 1),
                evidence=(n // 2 + 1,) if n % 2 else (), checked_by="鈴木 一郎",
            )
        )  # fmt: skip
        if n % 2:
            evidence.append(proof(n // 2 + 1, name=f"記録_{n}.pdf", tasks=(tasks[-1].id,)))
    entries += [
        entry(n, target=f"AUD-{n % 20 + 1:02}", field="note", new=f"記録 {n}")
        for n in range(1, (2 * count if log is None else log) + 1)
    ]
    order = {found.key: n for n, found in enumerate(lists)}
    tasks.sort(key=lambda one: order[one.list_key])
    roles = [RoleHolder(f"役割{n}", f"担当{n}", f"tanto{n}@example.jp") for n in range(9)]
    events = [
        Event(lists[n % 12].key, n // 12 + 1, Anchor.EVENT, f"組織変更 その{n}", TODAY)
        for n in range(count // 100)
    ]
    return snapshot(lists, tasks, evidence, entries, roles=roles, events=events)
