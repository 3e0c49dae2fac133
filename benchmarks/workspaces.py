"""Workspaces of any size for the benchmarks."""

from datetime import date
from pathlib import Path

from pmark_desktop.domain.checklist import Checklist, Item, Kind, Repeat, Stage
from pmark_desktop.domain.rules import parse_rule
from pmark_desktop.workspace.creating import NewWorkspace, create_workspace

TODAY = date(2026, 11, 23)
EXPIRES = date(2028, 3, 31)
RULES = (
    "expiry - 14 months", "expiry - 10 months", "window_opens + 1 month", "year_start + 3 months",
    "applied - 30 days", "window_opens - 14 days", "year_start + 8 months",
)  # fmt: skip
MOST_ITEMS = 900  # of one list


def items(key, count):
    """Return items of which every fourth comes twice a cycle and every tenth each month."""
    made = []
    for number in range(count):
        repeat = Repeat.MONTHLY if number % 10 == 9 else Repeat.ONCE
        rule = RULES[number % len(RULES)]
        made.append(
            Item(
                id=f"{key}-{number + 1:03}", title=f"個人情報の取扱いの点検 {number + 1}",
                guidance="台帳と現物を突き合わせ、確認した日と確認した人を残す。" * 2,
                clause="J.6.1 / JIS 9.1", evidence="点検記録、是正記録", role="PMS事務局",
                stage=Stage.CHECK, repeat=repeat,
                due=None if repeat is Repeat.MONTHLY else parse_rule(rule),
            )
        )  # fmt: skip
    return tuple(made)


def lists(tasks):
    """Return checklists that make about so many tasks: 33 of every ten items."""
    wanted = round(tasks / 3.3)
    made = []
    while wanted > 0:
        key = f"L{len(made):03}"
        count = min(wanted, MOST_ITEMS)
        made.append(
            Checklist(
                key=key, title=f"チェックリスト{len(made) + 1}", title_en=key, kind=Kind.MAIN,
                version="1", date=TODAY, source="", items=items(key, count),
            )
        )  # fmt: skip
        wanted -= count
    return made


def big_workspace(path: Path, tasks: int) -> Path:
    """Make a workspace of about so many tasks and return its path."""
    given = NewWorkspace(name="株式会社サンプル", expires=EXPIRES, lists=lists(tasks))
    create_workspace(path, given, TODAY, by="見本 花子")
    return path
