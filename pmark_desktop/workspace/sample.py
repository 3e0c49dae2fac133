"""The sample: an invented company in the middle of its renewal, its dates counted from today."""

import hashlib
from collections.abc import Mapping
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from pmark_desktop.domain.checklist import Kind
from pmark_desktop.domain.cycle import Cycle
from pmark_desktop.domain.days import DAY, OfficeDays, add_months
from pmark_desktop.domain.errors import StorageError, Why
from pmark_desktop.domain.records import Event
from pmark_desktop.domain.rules import Anchor
from pmark_desktop.domain.schedule import event_items
from pmark_desktop.domain.task import Task, task_id
from pmark_desktop.domain.window import renewal_window
from pmark_desktop.exchange.checklist_toml import read_shipped
from pmark_desktop.storage import contents, rows
from pmark_desktop.storage.journal import Operation, Value
from pmark_desktop.storage.lock import FileLock
from pmark_desktop.storage.tables import Table
from pmark_desktop.workspace.creating import NewWorkspace, create_workspace
from pmark_desktop.workspace.reschedule import add_tasks, move_tasks, resolver
from pmark_desktop.workspace.workspace import Workspace

OPENS_IN_DAYS = 90
_BEGUN_MONTHS_AGO = 8
_PEOPLE = {
    "PMS事務局": ("見本 花子", "hanako@example.jp"),
    "個人情報保護管理者": ("例示 一郎", "ichiro@example.jp"),
    "個人情報保護監査責任者": ("試験 良子", "yoshiko@example.jp"),
    "情報システム管理者": ("仮名 次郎", "jiro@example.jp"),
}
_EXCLUDED = {
    "LAW-07": "顔認証などの生体情報を扱う業務がないため",
    "LAW-12": "外国にある第三者への提供・委託がないため",
}
_LATE = ("LAW-09", "PDCA-08", "ORG-13", "PDCA-15")
_DOING = ("LAW-17", "ORG-07", "CERT-03")
_REASON_ONLY = ("PDCA-12", "ORG-16")
_PLACE = "本社3階 書庫A-2 ファイルNo.12"
_OBSERVED = ("AUD-08", "PDCA-03")


def sample_expiry(today: date) -> date:
    """Return an expiry whose window opens in about 90 days, and is settled beyond doubt."""
    expires = add_months(today + timedelta(days=OPENS_IN_DAYS - 1), 8)
    while not renewal_window(expires).certain:
        expires -= DAY
    return expires


def write_sample(path: Path, today: date, *, by: str) -> None:
    """Make the sample. A sample that nobody edited is replaced by a fresh one.

    Raises:
        StorageError: there is another file of that name, an edited or an open one, or the
            folder cannot be written. It is left as it is.
    """
    if path.exists():
        if not is_unedited_sample(path):
            raise StorageError(Why.FILE_IS_THERE, file=path.name)
        fresh = path.with_name(f".{path.name}.fresh")
        fresh.unlink(missing_ok=True)
        write_sample(fresh, today, by=by)
        try:
            fresh.replace(path)
        except OSError as error:
            fresh.unlink(missing_ok=True)
            raise StorageError(Why.TARGET_NOT_WRITABLE, file=path.name) from error
        return
    given = NewWorkspace(
        name="株式会社サンプル",
        number="99000001(03)",
        body="サンプル審査機関",
        expires=sample_expiry(today),
        lists=[one for one in read_shipped() if one.kind is Kind.MAIN],
    )
    begun = add_months(today, -_BEGUN_MONTHS_AGO)
    create_workspace(path, given, begun, by=by, also=partial(_live, today=today))


def is_unedited_sample(path: Path) -> bool:
    """Tell whether a file is a sample as it was made, and nobody has it open."""
    if FileLock(path).path.exists():
        return False
    try:
        with Workspace(path, by="", to_write=False) as workspace:
            newest = workspace.log(last=1)
    except StorageError:
        return False
    return bool(newest) and newest[0].act == "sample"


def sample_day(path: Path) -> date:
    """Return the day from which the dates of a sample count."""
    with Workspace(path, by="", to_write=False) as workspace:
        return add_months(workspace.content.cycle.created_on, _BEGUN_MONTHS_AGO)


def _live(operation: Operation, cycle: Cycle, *, today: date) -> None:
    """Bring the fresh workspace to life: people, an event, work done, late and left out."""
    for role, (person, mail) in _PEOPLE.items():
        operation.change(Table.ROLE, (role,), {"person": person, "mail": mail})
    lists = rows.load_lists(operation.link, cycle.id)
    tasks = rows.load_tasks(operation.link, cycle, lists, ())
    for task in tasks.values():
        if task.item.role in _PEOPLE:
            owner = _PEOPLE[task.item.role][0]
            operation.change(Table.TASK, (cycle.id, task.id), {"owner": owner})
    number = 0
    for task in sorted(tasks.values(), key=lambda one: (one.due or date.max, one.id)):
        changes, proof = _story(task, today)
        if not changes:
            continue
        if proof:
            number += 1
            _prove(operation, cycle, task, number, today)
        operation.change(Table.TASK, (cycle.id, task.id), changes)
    _event(operation, cycle, today)
    events = rows.load_events(operation.link, cycle.id)
    tasks = rows.load_tasks(operation.link, cycle, lists, events)
    dates = resolver(cycle, lists, OfficeDays(), events, tasks)
    move_tasks(operation, cycle, tasks.values(), dates)


def _story(task: Task, today: date) -> tuple[Mapping[str, Value], bool]:
    """Return what became of a task, and whether there is proof of it."""
    item = task.item.id
    if item in _EXCLUDED:
        return {"state": "excluded", "reason": _EXCLUDED[item]}, False
    if task.due is None or task.hard_due:
        return {}, False
    if task.due >= today:
        return ({"state": "doing", "note": "下書きまで作成済み"} if item in _DOING else {}), False
    if task.is_past and not item.startswith(("AUD", "PDCA-06")):
        return {}, False
    if not task.is_past and item in _LATE:
        return ({"state": "doing"} if item == _LATE[0] else {}), False
    by_reason = {"reason": "該当する事案が0件のため"} if item in _REASON_ONLY else {}
    return _done(task, today) | by_reason, not by_reason


def _done(task: Task, today: date) -> dict[str, Value]:
    office = OfficeDays()
    due = task.due or today
    done_on = office.shift(due, -(len(task.item.title) % 5) - 1)
    checked_on = min(office.shift(done_on, 3), today)
    checker = "試験 良子" if task.owner != "試験 良子" else "例示 一郎"
    result = "observation" if task.item.id in _OBSERVED else "conforms"
    return {
        "state": "done", "result": result, "done_on": done_on.isoformat(),
        "checked_by": checker, "checked_on": checked_on.isoformat(),
    }  # fmt: skip


def _prove(operation: Operation, cycle: Cycle, task: Task, number: int, today: date) -> None:
    added = min(task.due or today, today).isoformat()
    row: dict[str, Value] = {"number": number, "added_on": added, "added_by": "見本 花子"}
    if number % 5 == 0:
        row |= {
            "kind": "paper",
            "name": "本社3階 書庫A-2 ファイルNo.12",
            "place": "本社3階 書庫A-2 ファイルNo.12",
        }
    elif number % 7 == 0:
        url = f"https://portal.example.jp/pms/{task.item.id}"
        row |= {"kind": "link", "name": url, "place": url}
    else:
        first = task.item.evidence.replace("、", "(").split("(")[0]
        text = f"{first}\n{task.id} {task.item.title}\nこれはサンプルの証跡です。\n".encode()
        sha256 = hashlib.sha256(text).hexdigest()
        contents.begin_content(operation.link, sha256, len(text))
        contents.add_piece(operation.link, sha256, 0, text)
        row |= {"kind": "file", "name": f"{first}.txt", "sha256": sha256, "size": len(text)}
    operation.create(Table.EVIDENCE, row)
    operation.create(Table.PROOF, {"evidence": number, "cycle": cycle.id, "task": task.id})


def _event(operation: Operation, cycle: Cycle, today: date) -> None:
    event = Event("ORG", 1, Anchor.EVENT, "本店の移転", OfficeDays().shift(today, -6))
    operation.create(
        Table.EVENT,
        {
            "cycle": cycle.id, "list": event.list_key, "number": event.number,
            "anchor": event.anchor.value, "name": event.name, "day": event.day.isoformat(),
        },
    )  # fmt: skip
    lists = rows.load_lists(operation.link, cycle.id)
    organisation = next(one for one in lists if one.key == event.list_key)
    wanted = {
        task_id(item.id, event.occurrence): (organisation, item, event.occurrence)
        for item in event_items(organisation, event.anchor)
    }
    dates = resolver(cycle, lists, OfficeDays(), [event])
    add_tasks(operation, cycle, wanted, dates, rows.load_roles(operation.link))
