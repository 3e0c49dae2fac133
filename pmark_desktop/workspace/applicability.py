"""Applicability switches (適用条件): what cannot apply is 対象外, and comes back."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from pmark_desktop.domain.checklist import Checklist, Condition, Item
from pmark_desktop.domain.task import Result, State, Task, task_id
from pmark_desktop.storage import rows
from pmark_desktop.storage.journal import Operation
from pmark_desktop.storage.tables import Table
from pmark_desktop.words import Language
from pmark_desktop.words_applicability import is_switch_reason, switch_reason
from pmark_desktop.workspace.reschedule import affects_others, move_tasks, resolver
from pmark_desktop.workspace.workspace import Done, Workspace

PREFIX = "applies:"
_YES, _NO = "yes", "no"


def setting_name(condition: Condition) -> str:
    """Return the name of the setting that holds a switch."""
    return f"{PREFIX}{condition.value}"


def holds(settings: Mapping[str, str], condition: Condition) -> bool:
    """Tell whether a condition holds in the company; so it does until somebody says otherwise."""
    return settings.get(setting_name(condition)) != _NO


def item_counts(lists: Iterable[Checklist]) -> Counter[Condition]:
    """Return how many items hang on each condition."""
    conditions = (item.applies_if for one in lists for item in one.items)
    return Counter(condition for condition in conditions if condition is not None)


@dataclass(frozen=True, slots=True)
class SwitchPlan:
    """What other switches would do, each part in the order of lists and items.

    `excluded`: open tasks nobody has begun, which become 対象外. `returned`: tasks that a switch
    made 対象外 and that come back. `left`: tasks that cannot apply but are worked on or done;
    they stay as they are, for a person to decide.
    """

    switches: Mapping[Condition, bool]
    excluded: tuple[Task, ...] = ()
    returned: tuple[Task, ...] = ()
    left: tuple[Task, ...] = ()

    @property
    def is_empty(self) -> bool:
        """True when no switch would be another."""
        return not self.switches


def plan_switches(workspace: Workspace, wanted: Mapping[Condition, bool]) -> SwitchPlan:
    """Return what switches set so would do. Nothing changes."""
    changes = {
        condition: applies
        for condition, applies in wanted.items()
        if applies != holds(workspace.settings, condition)
    }
    excluded, returned, left = [], [], []
    for task in workspace.content.tasks.values():
        condition = task.item.applies_if
        if condition is None or condition not in changes:
            continue
        if changes[condition]:
            if is_excluded_by(task, condition):
                returned.append(task)
        elif is_unbegun(task):
            excluded.append(task)
        elif task.state is not State.EXCLUDED:
            left.append(task)
    return SwitchPlan(changes, tuple(excluded), tuple(returned), tuple(left))


def is_excluded_by(task: Task, condition: Condition) -> bool:
    """Tell whether a task is 対象外 because of a switch, and of nothing that a person wrote."""
    return task.state is State.EXCLUDED and is_switch_reason(task.reason, condition)


def is_unbegun(task: Task) -> bool:
    """Tell whether nothing was done yet: no work, result, evidence, check or reason."""
    return (
        task.state is State.TODO
        and task.result is Result.UNRATED
        and not (task.evidence or task.reason or task.done_on)
        and not (task.checked_by or task.checked_on)
    )


def set_switches(
    workspace: Workspace, wanted: Mapping[Condition, bool], language: Language = Language.JA
) -> Done:
    """Say which conditions hold, as one operation; the tasks of their items follow.

    Raises:
        UserError: nothing would change.
        StorageError: it could not be written. Nothing changed.
    """
    plan = plan_switches(workspace, wanted)
    content = workspace.content

    def write(operation: Operation) -> None:
        for condition, applies in plan.switches.items():
            value = _YES if applies else _NO
            operation.bring(Table.SETTING, {"name": setting_name(condition), "value": value})
        after = {task.id: _excluded(task, language) for task in plan.excluded}
        after |= {task.id: replace(task, state=State.TODO, reason="") for task in plan.returned}
        for task in after.values():
            changes = {"state": task.state.value, "reason": task.reason}
            operation.change(Table.TASK, (content.cycle.id, task.id), changes)
        tasks = dict(content.tasks) | after
        if any(affects_others(content.tasks[id_], task, content.lists)
               for id_, task in after.items()) or plan.returned:  # fmt: skip
            dates = resolver(content.cycle, content.lists, workspace.office, content.events, tasks)
            move_tasks(operation, content.cycle, tasks.values(), dates)

    return workspace.run("applicability", write)


def _excluded(task: Task, language: Language) -> Task:
    condition = task.item.applies_if
    reason = switch_reason(condition, language) if condition else ""
    return replace(task, state=State.EXCLUDED, reason=reason)


def exclude_new(
    operation: Operation, workspace: Workspace, added: Iterable[tuple[Checklist, Item, str]]
) -> None:
    """Make tasks 対象外 that came in this operation and hang on what does not hold."""
    for _, item, occurrence in added:
        condition = item.applies_if
        if condition is not None and not holds(workspace.settings, condition):
            key = (workspace.content.cycle.id, task_id(item.id, occurrence))
            changes = {"state": State.EXCLUDED.value, "reason": switch_reason(condition)}
            operation.change(Table.TASK, key, rows.stored(changes))
