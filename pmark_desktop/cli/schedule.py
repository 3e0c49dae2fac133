"""`schedule install|show|remove`: the daily run that reminds while the program is closed."""

from argparse import Namespace
from pathlib import Path
from typing import NamedTuple

from pmark_desktop.domain.daily_run import parse_time, time_words
from pmark_desktop.words import Language, pick
from pmark_desktop.words_refusals import explain
from pmark_desktop.words_schedule import (
    CATCH_UPS,
    PLACES,
    count_words,
    missing_words,
    standing_words,
)
from pmark_desktop.workspace import scheduling
from pmark_desktop.workspace.scheduling import DailyRun, Plan, Standing, Wanted, command_line


class Said(NamedTuple):
    """What to print: facts as JSON, or else the text."""

    facts: object | None
    text: str


def schedule(call: Namespace) -> Said:
    """Do what `call.action` names; `call` is read by the parser of `schedule`.

    Raises:
        UserError: it was refused, and nothing is registered that was not before.
    """
    run, language = scheduling.daily_run_here(), call.language
    if call.action == "install":
        return Said(None, _install(run, call))
    if call.action == "remove":
        return Said(None, _removed(run, language))
    standing = run.standing()
    return (
        Said(standing_facts(standing), "") if call.json else Said(None, _shown(standing, language))
    )


def _install(run: DailyRun, call: Namespace) -> str:
    language: Language = call.language
    wanted = Wanted(tuple(map(Path, call.files)), parse_time(call.at), language)
    plan = run.plan(wanted)
    if call.dry_run:
        run.refuse_unreadable(plan.files)
        return _planned(plan, language)
    run.install(wanted)
    place, at, number = pick(PLACES[plan.kind], language), time_words(wanted.at), len(plan.files)
    done = (
        f"登録しました: {place}「{plan.name}」 毎日 {at}、{count_words(number, language)}"
        if language is Language.JA
        else f"Registered: {place}, “{plan.name}”, every day at {at}, {count_words(number, language)}"
    )
    return f"{done}\n{pick(CATCH_UPS[plan.kind], language)}"


def _planned(plan: Plan, language: Language) -> str:
    ja = language is Language.JA
    lines = [f"{'対象' if ja else 'File'}: {file}" for file in plan.files]
    lines.append(f"{'ファイルの一覧の保存先' if ja else 'Their list'}: {plan.list_file}")
    for path, text in plan.steps.files.items():
        lines += [f"--- {path}", text.replace("\r\n", "\n").rstrip()]
    lines.append("---")
    lines += [f"$ {command_line(command)}" for command in plan.steps.commands]
    lines.append("登録していません(--dry-run)。" if ja else "Nothing was registered (--dry-run).")
    return "\n".join(lines)


def _removed(run: DailyRun, language: Language) -> str:
    if run.remove():
        return (
            "登録を取り消しました。" if language is Language.JA else "It is no longer registered."
        )
    return "登録はありませんでした。" if language is Language.JA else "Nothing was registered."


def _shown(standing: Standing, language: Language) -> str:
    registered = standing.registered
    lines = [
        standing_words(
            standing.kind,
            at=registered.at if registered else None,
            is_registered=registered is not None,
            is_active=registered is not None and registered.is_active,
            language=language,
        )
    ]
    if registered is not None and registered.next_run:
        lines.append(f"{'次回' if language is Language.JA else 'Next'}: {registered.next_run}")
    for file in standing.files:
        gone = f"  {missing_words(language)}" if file in standing.missing else ""
        lines.append(f"{file}{gone}")
    if standing.trouble is not None:
        lines.append(explain(standing.trouble, language))
    return "\n".join(lines)


def standing_facts(standing: Standing) -> dict[str, object]:
    """Return what `schedule show --json` prints; `at` is `HH:MM`, and null where none is known."""
    registered = standing.registered
    at = registered.at if registered else None
    return {
        "scheduler": standing.kind.value,
        "name": standing.name,
        "registered": registered is not None,
        "active": registered is not None and registered.is_active,
        "at": f"{at:%H:%M}" if at else None,
        "next_run": (registered.next_run or None) if registered else None,
        "files": [
            {"file": str(file), "there": file not in standing.missing} for file in standing.files
        ],
        "error": explain(standing.trouble) if standing.trouble else None,
    }
