"""Status and tasks as plain data, for scripts: stable names, ISO dates."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from pmark_desktop.domain.records import evidence_label
from pmark_desktop.domain.standing import count
from pmark_desktop.domain.task import Task
from pmark_desktop.workspace.workspace import Workspace


def status(workspace: Workspace, today: date) -> dict[str, Any]:
    """Return where the renewal stands on `today`."""
    content = workspace.content
    cycle, window = content.cycle, content.cycle.window
    tasks = list(content.tasks.values())
    counts = count(tasks, today)
    return {
        "name": content.organisation.name,
        "number": content.organisation.number,
        "today": today.isoformat(),
        "cycle": {
            "expires": cycle.expires.isoformat(),
            "days_left": (cycle.expires - today).days,
            "review_period": {
                "from": cycle.review_period.first.isoformat(),
                "to": cycle.review_period.last.isoformat(),
            },
            "window": {
                "opens": window.opens.isoformat(),
                "closes": window.closes.isoformat(),
                "certain": window.certain,
                "accepted_until": workspace.accepted_until().isoformat(),
                "state": workspace.window_state(today).value,
            },
        },
        "counts": {
            "total": counts.total,
            "done": counts.done,
            "excluded": counts.excluded,
            "late": counts.late,
            "due_soon": counts.due_soon,
            "waiting": counts.waiting,
            "without_evidence": counts.without_evidence,
            "past": counts.past,
        },
        "lists": [
            _list_status(checklist.key, checklist.title, tasks, today)
            for checklist in content.lists
        ],
    }


def _list_status(key: str, title: str, tasks: Iterable[Task], today: date) -> dict[str, Any]:
    counts = count((task for task in tasks if task.list_key == key), today)
    return {
        "key": key, "title": title, "total": counts.total, "done": counts.done,
        "excluded": counts.excluded, "late": counts.late,
    }  # fmt: skip


def task_facts(task: Task) -> dict[str, Any]:
    """Return one task."""
    return {
        "id": task.id,
        "list": task.list_key,
        "item": task.item.id,
        "occurrence": task.occurrence,
        "title": task.item.title,
        "guidance": task.item.guidance,
        "owner": task.owner,
        "state": task.state.value,
        "result": task.result.value,
        "due": _iso(task.due),
        "hard_due": _iso(task.hard_due),
        "rule": str(task.item.due) if task.item.due else task.item.repeat.value,
        "waits_for": task.waits_for,
        "pinned": task.pinned,
        "past": task.is_past,
        "done_on": _iso(task.done_on),
        "checked_by": task.checked_by,
        "checked_on": _iso(task.checked_on),
        "evidence": [evidence_label(number) for number in task.evidence],
        "note": task.note,
        "reason": task.reason,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
