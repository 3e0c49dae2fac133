"""Small workspaces for tests: a few items of each kind, made and opened in one line."""

from datetime import UTC, date, datetime

from pmark_desktop.domain.checklist import Checklist, Item, Kind, Repeat, Stage
from pmark_desktop.domain.rules import parse_rule
from pmark_desktop.workspace.creating import NewWorkspace, create_workspace
from pmark_desktop.workspace.editing import parse_fields, set_fields
from pmark_desktop.workspace.workspace import Workspace

TODAY = date(2026, 11, 23)
EXPIRES = date(2028, 3, 31)


def clock():
    """Return the real time of the log: it stands still."""
    return datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def item(id_, due=None, **given):
    """Return an item whose rules are given as text."""
    hard_due = given.pop("hard_due", None)
    texts = dict.fromkeys(("guidance", "clause", "evidence"), "")
    return Item(
        **texts
        | {"id": id_, "title": f"{id_}の実施", "role": "PMS事務局", "stage": Stage.DO}
        | {"due": due and parse_rule(due), "hard_due": hard_due and parse_rule(hard_due)}
        | given
    )


def checklist(key, *items, **given):
    """Return a list of these items."""
    return Checklist(
        **{"key": key, "title": f"{key}の一覧", "title_en": key, "kind": Kind.MAIN, "version": "1",
           "date": date(2026, 4, 1), "source": "", "items": items} | given
    )  # fmt: skip


LISTS = (
    checklist(
        "CERT",
        item("CERT-12", "window_opens + 1 month", hard_due="window_closes", role="申請担当者"),
        item("CERT-13", "applied + 14 days", role="申請担当者"),
        item("CERT-14", "site_visit + 5 business days"),
    ),
    checklist(
        "AUD",
        item("AUD-16", "expiry - 10 months", repeat=Repeat.YEARLY, role="監査責任者"),
        item("AUD-17", "AUD-16 done + 60 days", repeat=Repeat.YEARLY, role="監査責任者"),
        item("AUD-20", repeat=Repeat.QUARTERLY),
        item("AUD-21", repeat=Repeat.MONTHLY),
        item("AUD-30", "on 2027-05-10"),
    ),
    checklist(
        "ORG",
        item("ORG-01", "expiry - 6 months"),
        item("ORG-03", "event + 7 days", hard_due="event + 14 days"),
        item("ORG-04", "ORG-03 done + 3 days"),
        item("ORG-05", "known + 3 days"),
    ),
)
EXTRA = checklist("OUT", item("OUT-01", "expiry - 3 months", role="新しい役割"), kind=Kind.SUPP)


def new_workspace(path, **given):
    """Make a workspace file and return its path."""
    form = NewWorkspace(**{"name": "株式会社サンプル", "expires": EXPIRES, "lists": LISTS} | given)
    create_workspace(path, form, TODAY, by="事務局", clock=clock)
    return path


def opened(path, **given):
    """Return the open workspace."""
    return Workspace(path, **{"by": "事務局", "clock": clock} | given)


def put(workspace, task, **texts):
    """Type texts into the fields of a task, as one operation."""
    changes, told = parse_fields(texts, TODAY)
    return set_fields(workspace, task, changes, TODAY, tuple(told))
