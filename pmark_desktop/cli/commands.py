"""What each command does. Every one takes the call and returns an exit code."""

import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from pathlib import Path

from pmark_desktop.cli import output
from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.domain.rules import Anchor
from pmark_desktop.domain.standing import is_late
from pmark_desktop.domain.task import Task
from pmark_desktop.words import Language
from pmark_desktop.workspace.workspace import Done, Told, Workspace, default_name, real_clock


class Call(Namespace):
    """The arguments of one call. `day` is what deadlines are counted from.

    `is_today` is False where another day than the real one was asked for.
    """

    file: str
    by: str
    today: str | None
    day: date
    is_today: bool = True
    language: Language = Language.JA

    def settle_day(self) -> None:
        """Read `today`, once and before anything is done; without it, ask the clock.

        Raises:
            UserError: it is no date.
        """
        today = real_clock().date()
        self.day = _date(self.today) if self.today else today
        self.is_today = self.day == today

    @property
    def path(self) -> Path:
        """The workspace file."""
        return Path(self.file)

    @property
    def who(self) -> str:
        """The name for the log."""
        return self.by or default_name()


def _date(text: str) -> date:
    from pmark_desktop.domain.typed_dates import parse_date  # noqa: PLC0415

    return parse_date(text)


def _reading(call: Call) -> Workspace:
    workspace = Workspace(call.path, by=call.by, to_write=False)
    tell_wrong_clock(workspace, call.language)
    return workspace


def writing(call: Call) -> Workspace:
    """Return the workspace of a call, open to be changed; the caller closes it.

    Raises:
        UserError: it cannot be opened, or not be changed.
    """
    workspace = Workspace(call.path, by=call.who)
    try:
        workspace.refuse_if_read_only()
        tell_wrong_clock(workspace, call.language)
    except UserError:
        workspace.close()
        raise
    return workspace


def tell(told: Iterable[Told], language: Language) -> None:
    """Say what should be known about what was done."""
    from pmark_desktop.words_refusals import notice_words  # noqa: PLC0415

    for one in told:
        print(notice_words(one.notice, one.facts, language), file=sys.stderr)


def tell_wrong_clock(workspace: Workspace, language: Language) -> None:
    """Say so where this computer's clock cannot be right."""
    from pmark_desktop.workspace.wrong_clock import clock_notice  # noqa: PLC0415

    if (told := clock_notice(workspace)) is not None:
        tell([told], language)


def _new(call: Call) -> int:
    from pmark_desktop.workspace.creating import NewWorkspace, create_workspace  # noqa: PLC0415
    from pmark_desktop.workspace.lists import chosen_lists  # noqa: PLC0415

    given = NewWorkspace(
        name=call.name,
        expires=_date(call.expires),
        lists=chosen_lists(call.lists, call.language),
        number=call.number,
        body=call.body,
        year_start=call.year_start,
    )
    tell(create_workspace(call.path, given, call.day, by=call.who), call.language)
    return _show_status(call)


def _sample(call: Call) -> int:
    from pmark_desktop.workspace.sample import write_sample  # noqa: PLC0415

    write_sample(call.path, call.day, by=call.who)
    return _show_status(call)


def _show_status(call: Call) -> int:
    with _reading(call) as workspace:
        print(output.status_text(workspace, call.day, call.language))
    return 0


def _status(call: Call) -> int:
    if not call.json:
        return _show_status(call)
    from pmark_desktop.workspace.reporting import status  # noqa: PLC0415

    with _reading(call) as workspace:
        print_json(status(workspace, call.day))
    return 0


def _tasks(call: Call) -> int:
    with _reading(call) as workspace:
        if call.list:
            workspace.content.checklist(call.list)
        chosen = [task for task in workspace.content.tasks.values() if _is_chosen(task, call)]
    chosen.sort(key=_place)
    if call.json:
        from pmark_desktop.workspace.reporting import task_facts  # noqa: PLC0415

        print_json([task_facts(task) for task in chosen])
    else:
        print(output.tasks_text(chosen, call.day, call.language))
    return 0


def _place(task: Task) -> tuple[str, int, str, int, str]:
    """Return where a task stands: by list, item and occurrence; 99 before 100, e2 before e10."""
    item, occurrence = task.item.id, task.occurrence
    return task.list_key, len(item), item, len(occurrence), occurrence


def _is_chosen(task: Task, call: Call) -> bool:
    if call.list and task.list_key != call.list:
        return False
    if not call.late and call.within is None:
        return True
    late = call.late and is_late(task, call.day)
    return late or (call.within is not None and _is_within(task, call.day, call.within))


def _is_within(task: Task, today: date, days: int) -> bool:
    if task.is_closed or task.is_past or task.due is None:
        return False
    return today <= task.due <= today + timedelta(days=days)


def print_json(facts: object) -> None:
    """Print plain data; where the output cannot take every letter, escaped."""
    from json import dumps  # noqa: PLC0415

    encoding = (getattr(sys.stdout, "encoding", "") or "").lower().replace("-", "")
    print(dumps(facts, ensure_ascii=encoding != "utf8", indent=1))  # a `?` would be false data


def _pairs(call: Call) -> dict[str, str]:
    found: dict[str, str] = {}
    for pair in call.fields:
        name, equals, value = pair.partition("=")
        if not (equals and name.strip()):
            print(output.pair_usage(pair, call.language), file=sys.stderr)
            raise SystemExit(2)
        found[name.strip()] = value
    return found


def _set(call: Call) -> int:
    texts = _pairs(call)
    with writing(call) as workspace:
        try:
            done = _set_cycle(workspace, texts, call) if call.task == "cycle" else _set_task(
                workspace, texts, call
            )  # fmt: skip
        except UserError as error:
            if error.why is not Why.NOTHING_CHANGED:
                raise
            print(output.unchanged(call.language))
            return 0
        tell(done.notices, call.language)
        print(output.set_text(workspace, call.task, done, call.language))
    return 0


def _set_task(workspace: Workspace, texts: Mapping[str, str], call: Call) -> Done:
    from pmark_desktop.workspace.editing import parse_fields, set_fields  # noqa: PLC0415

    changes, told = parse_fields(texts)
    return set_fields(workspace, call.task, changes, call.day, tuple(told))


def _set_cycle(workspace: Workspace, texts: Mapping[str, str], call: Call) -> Done:
    from pmark_desktop.workspace.cycles import parse_cycle_fields, set_cycle  # noqa: PLC0415

    return set_cycle(workspace, parse_cycle_fields(texts), call.day)


def _occur(call: Call) -> int:
    from pmark_desktop.workspace.events import occur  # noqa: PLC0415

    anchor = Anchor.KNOWN if call.known else Anchor.EVENT
    day = _date(call.on)
    with writing(call) as workspace:
        before = set(workspace.content.tasks)
        done = occur(workspace, call.list, anchor, call.name, day)
        tell(done.notices, call.language)
        new = [task for id_, task in workspace.content.tasks.items() if id_ not in before]
        print(output.tasks_text(new, call.day, call.language))
    return 0


def _attach(call: Call) -> int:
    from pmark_desktop.workspace import proofs  # noqa: PLC0415

    if (call.source is None) == (call.paper is None):
        print(output.attach_usage(call.language), file=sys.stderr)
        return 2
    with writing(call) as workspace:
        before = set(workspace.content.task(call.task).evidence)
        if call.paper is not None:
            done = proofs.attach_paper(workspace, call.task, call.paper, call.day)
        elif "://" in call.source:
            done = proofs.attach_link(workspace, call.task, call.source, call.day)
        else:
            done = proofs.attach_file(workspace, call.task, Path(call.source), call.day)
        tell(done.notices, call.language)
        numbers = set(workspace.content.task(call.task).evidence) - before
        print(output.attached_text(call.task, numbers, call.language))
    return 0


def _export(call: Call) -> int:
    from pmark_desktop.workspace.exporting import export_workbook  # noqa: PLC0415

    target = Path(call.out)
    with _reading(call) as workspace:
        export_workbook(workspace.path, target, workspace.snapshot(call.day), call.language)
    print(output.written_text(target, call.language))
    return 0


def _calendar(call: Call) -> int:
    from pmark_desktop.cli.calendar_file import write_calendar_file  # noqa: PLC0415

    with _reading(call) as workspace:
        print(write_calendar_file(workspace, Path(call.out), call.day, call.language))
    return 0


def _check(call: Call) -> int:
    from pmark_desktop.workspace.checking import check, problem_words  # noqa: PLC0415

    with _reading(call) as workspace:
        problems = check(workspace)
    if not problems:
        print(output.sound_text(call.language))
        return 0
    for problem in problems:
        print(problem_words(problem, call.language))
    return 1


def _remind(call: Call) -> int:
    from pmark_desktop.cli.remind import remind  # noqa: PLC0415

    return remind(call)


def _checklist(call: Call) -> int:
    from pmark_desktop.cli.checklists import checklist  # noqa: PLC0415

    return checklist(call)


def _schedule(call: Call) -> int:
    from pmark_desktop.cli.schedule import schedule  # noqa: PLC0415

    facts, text = schedule(call)
    if facts is None:
        print(text)
    else:
        print_json(facts)
    return 0


def _window(call: Call) -> int:
    from pmark_desktop.app import main  # noqa: PLC0415

    return main(call.path if call.file else None, call.today, by=call.by, sample=call.sample)


def _tour(call: Call) -> int:
    from pmark_desktop.cli.tour import tour  # noqa: PLC0415

    return _show_status(call) if call.file else tour(Path.cwd(), call.day, call.who, call.language)


COMMANDS: Mapping[str, Callable[[Call], int]] = {
    "new": _new, "sample": _sample, "status": _status, "tasks": _tasks, "set": _set,
    "calendar": _calendar,
    "occur": _occur, "attach": _attach, "export": _export, "check": _check,
    "checklist": _checklist, "remind": _remind, "schedule": _schedule,
    "window": _window, "tour": _tour,
}  # fmt: skip
"""By name; `window` and `tour` are what happens without one."""
