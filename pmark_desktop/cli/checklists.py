"""The command `checklist`: check, template, read and add."""

import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from pmark_desktop.cli import output
from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.words import Language, pick

if TYPE_CHECKING:
    from pmark_desktop.cli.commands import Call
    from pmark_desktop.workspace.editions import IntakePlan
    from pmark_desktop.workspace.lists import FileProblem


def checklist(call: "Call") -> int:
    """Do what `checklist ACTION` asks for, and return the exit code."""
    return _ACTIONS[call.action](call)


def _check(call: "Call") -> int:
    from pmark_desktop.workspace.lists import list_file_problems  # noqa: PLC0415

    failed = False
    for name in call.files:
        problems = list_file_problems(Path(name), call.language)
        failed |= bool(problems)
        for line in problems:
            print(line, file=sys.stderr)
        if not problems:
            print(output.list_sound(name, call.language))
    return 1 if failed else 0


def _template(call: "Call") -> int:
    from pmark_desktop.words_editions import TEMPLATE_WRITTEN  # noqa: PLC0415
    from pmark_desktop.workspace.lists import named_list, write_list_template  # noqa: PLC0415

    source = named_list(call.source, call.language) if call.source else None
    write_list_template(Path(call.out), call.language, source)
    print(pick(TEMPLATE_WRITTEN, call.language).format(file=call.out))
    return 0


def _read(call: "Call") -> int:
    from pmark_desktop.words_editions import LIST_SOUND, list_facts  # noqa: PLC0415
    from pmark_desktop.workspace.lists import list_reading  # noqa: PLC0415

    reading = list_reading(Path(call.source))
    if call.json:
        from pmark_desktop.cli.commands import print_json  # noqa: PLC0415
        from pmark_desktop.workspace.list_facts import reading_facts  # noqa: PLC0415

        print_json(reading_facts(reading, call.source, call.language))
        return 1 if reading.checklist is None else 0
    _say_problems((*reading.problems, *reading.remarks), call.language)
    if reading.checklist is None:
        return 1
    print(pick(LIST_SOUND, call.language).format(**list_facts(reading.checklist, call.language)))
    for item in reading.checklist.items:
        print(output.item_line(item, call.language))
    return 0


def _add(call: "Call") -> int:
    from pmark_desktop.cli.commands import tell, writing  # noqa: PLC0415
    from pmark_desktop.words_editions import (  # noqa: PLC0415
        LIST_ADDED,
        NOTHING_NEW,
        TAKEN,
        list_facts,
    )
    from pmark_desktop.workspace.editions import plan_intake, take_in  # noqa: PLC0415
    from pmark_desktop.workspace.lists import list_reading  # noqa: PLC0415

    reading = list_reading(Path(call.source))
    if reading.checklist is None:
        from pmark_desktop.words_checklist import problems_words  # noqa: PLC0415

        lines = problems_words(reading.problems, call.language)
        raise UserError(Why.CHECKLIST_BAD, problems=lines)
    _say_problems(reading.remarks, call.language)
    with writing(call) as workspace:
        try:
            plan = plan_intake(workspace, reading.checklist, call.day)
        except UserError as error:
            if error.why is not Why.NOTHING_CHANGED:
                raise
            print(pick(NOTHING_NEW, call.language))
            return 0
        _print_plan(plan, call.language)
        done = take_in(workspace, reading.checklist, call.day)
        tell(done.notices, call.language)
        words = LIST_ADDED if plan.is_new_list else TAKEN
        print(pick(words, call.language).format(**list_facts(reading.checklist, call.language)))
    return 0


def _print_plan(plan: "IntakePlan", language: Language) -> None:
    from pmark_desktop.words_editions import (  # noqa: PLC0415
        TASKS_RECHECKED,
        edition_rows,
        edition_summary,
        intake_heading,
        rows_text,
    )
    from pmark_desktop.words_moves import SUMMARY, counts_words  # noqa: PLC0415

    print(intake_heading(plan.edition, is_new_list=plan.is_new_list, language=language))
    for line in rows_text(edition_rows(plan.edition, plan.retired, language)):
        print(f"  {line}")
    print(edition_summary(plan.edition, plan.retired, language))
    if plan.rechecks:
        print(pick(TASKS_RECHECKED, language).format(len(plan.rechecks)))
    if not plan.moves.is_empty:
        counts = {name: len(getattr(plan.moves, name)) for name in SUMMARY}
        print(counts_words(counts, language))


def _say_problems(problems: "Iterable[FileProblem]", language: Language) -> None:
    from pmark_desktop.words_checklist import problem_words  # noqa: PLC0415

    for problem in problems:
        print(problem_words(problem, language), file=sys.stderr)


_ACTIONS: Mapping[str, Callable[["Call"], int]] = {
    "check": _check, "template": _template, "read": _read, "add": _add,
}  # fmt: skip
