"""What the commands print for a person to read."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from pmark_desktop.domain.checklist import Item
from pmark_desktop.domain.records import evidence_label
from pmark_desktop.domain.standing import Concern, concerns, count
from pmark_desktop.domain.task import Task
from pmark_desktop.domain.window import WindowState
from pmark_desktop.words import (
    CONCERNS,
    FIELDS,
    STATES,
    Language,
    day_words,
    occurrence_words,
    pick,
    rule_words,
    waits_words,
    window_words,
)
from pmark_desktop.workspace.workspace import Done, Workspace

_SHOWN_CONCERNS = (
    Concern.LATE, Concern.DUE_SOON, Concern.WAITING, Concern.WITHOUT_EVIDENCE, Concern.PAST,
)  # fmt: skip


def status_text(workspace: Workspace, today: date, language: Language) -> str:
    """Return where the renewal stands, a few lines."""
    content = workspace.content
    cycle, window = content.cycle, content.cycle.window
    counts = count(content.tasks.values(), today)
    ja = language is Language.JA
    numbers = {
        Concern.LATE: counts.late, Concern.DUE_SOON: counts.due_soon,
        Concern.WAITING: counts.waiting, Concern.WITHOUT_EVIDENCE: counts.without_evidence,
        Concern.PAST: counts.past_open,
    }  # fmt: skip
    number = f" ({content.organisation.number})" if content.organisation.number else ""
    left = (cycle.expires - today).days
    span = f"{day_words(window.opens, language)} - {day_words(window.closes, language)}"
    ask = "" if window.certain else ("  要照会" if ja else "  ask the body")
    standing = workspace.window_state(today)
    is_extended = standing is WindowState.EXTENDED  # only then are holidays worked out
    accepted = workspace.accepted_until() if is_extended else window.closes
    state = window_words(standing, window, accepted, today, language)
    review = cycle.review_period
    lines = [
        f"{content.organisation.name}{number}",
        _line("基準日" if ja else "Today", day_words(today, language)),
        _line(pick(FIELDS["expires"], language), _left(cycle.expires, left, language)),
        _line("受付期間" if ja else "Window", f"{span}  {state}{ask}"),
        _line("審査対象期間" if ja else "Review period",
              f"{day_words(review.first, language)} - {day_words(review.last, language)}"),
        _line("進み具合" if ja else "Progress",
              f"{counts.done}/{counts.total - counts.excluded} ({counts.progress:.0%})"),
        "  ".join(f"{pick(CONCERNS[one], language)} {numbers[one]}" for one in _SHOWN_CONCERNS),
    ]  # fmt: skip
    return "\n".join(lines)


def _left(expires: date, left: int, language: Language) -> str:
    words = f"あと{left}日" if language is Language.JA else f"{left} days left"
    return f"{day_words(expires, language)}  {words}"


def _line(name: str, value: str) -> str:
    return f"{name}: {value}"


def tasks_text(tasks: Sequence[Task], today: date, language: Language) -> str:
    """Return a line for each task: id, state, due, what is the matter, title."""
    lines = [_task_line(task, today, language) for task in tasks]
    total = f"{len(tasks)}件" if language is Language.JA else f"{len(tasks)} tasks"
    return "\n".join([*lines, total])


def _task_line(task: Task, today: date, language: Language) -> str:
    due = day_words(task.due, language) or _waiting(task, language)
    matter = " ".join(
        pick(CONCERNS[one], language)
        for one in _SHOWN_CONCERNS
        if one in concerns(task, today) and one is not Concern.WAITING
    )
    about = " ".join(filter(None, (occurrence_words(task.occurrence, language), task.event_name)))
    title = f"{task.item.title}({about})" if about else task.item.title
    state = pick(STATES[task.state], language)
    return "  ".join(filter(None, (task.id, state, due, matter, title)))


def _waiting(task: Task, language: Language) -> str:
    words = waits_words(task.waits_for, language)
    return f"{pick(CONCERNS[Concern.WAITING], language)}({words})" if words else ""


def set_text(workspace: Workspace, target: str, done: Done, language: Language) -> str:
    """Return what a change did, and how many other tasks followed."""
    saved = "保存しました" if language is Language.JA else "saved"
    if target == "cycle":
        return f"cycle: {saved}"
    task = workspace.content.task(target)
    others = len(done.tasks or ()) - 1
    parts = [
        f"{task.id}: {saved}",
        pick(STATES[task.state], language),
        day_words(task.due, language),
    ]
    if others > 0:
        follow = (
            "ほか{0}件の期限も変わりました" if language is Language.JA else "{0} other tasks moved"
        )
        parts.append(follow.format(others))
    return "  ".join(filter(None, parts))


def unchanged(language: Language) -> str:
    """Return that everything was so already."""
    return (
        "変更はありません(すでにその値です)。" if language is Language.JA else "Nothing to change."
    )


def attached_text(task: str, numbers: Iterable[int], language: Language) -> str:
    """Return which evidence is attached now."""
    labels = " ".join(evidence_label(number) for number in sorted(numbers))
    return f"{task}: {pick(FIELDS['evidence'], language)} {labels}"


def written_text(path: Path, language: Language) -> str:
    """Return where a file was written."""
    return f"書き出しました: {path}" if language is Language.JA else f"Written: {path}"


def sound_text(language: Language) -> str:
    """Return that a check found nothing."""
    return "異常はありません。" if language is Language.JA else "No problems found."


def list_sound(name: str, language: Language) -> str:
    """Return that a checklist file has no mistakes."""
    return f"{name}: 誤りはありません" if language is Language.JA else f"{name}: no mistakes"


def item_line(item: Item, language: Language) -> str:
    """Return an item of a list in one line: id, title, rule, role."""
    rule = rule_words(item.due, item.repeat, language)
    return "  ".join(filter(None, (item.id, item.title, rule, item.role)))


def pair_usage(pair: str, language: Language) -> str:
    """Return how a field is written."""
    if language is Language.JA:
        return f"「{pair}」は 欄=値 の形ではありません。例: state=done"
    return f"“{pair}” is not of the form field=value, such as state=done"


def attach_usage(language: Language) -> str:
    """Return how evidence is named."""
    if language is Language.JA:
        return "PATH か URL、または --paper 保管場所 の、どれか1つを指定してください。"
    return "Give either a PATH, a URL or --paper PLACE."
