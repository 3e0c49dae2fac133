"""Moving a due date by hand: who may be moved, where to, and what is said before it is done."""

from dataclasses import dataclass
from datetime import date, timedelta

from pmark_desktop.domain.days import Closure, OfficeDays
from pmark_desktop.domain.task import Task
from pmark_desktop.words import FIELDS, STATES, Language, day_words, left_words, pick, title_words
from pmark_desktop.words_deadlines import DeadlineTerm, closure_words, say


def why_fixed(task: Task, language: Language, *, is_read_only: bool) -> str:
    """Return why the due of a task cannot be moved here; nothing where it can."""
    if is_read_only:
        return say(DeadlineTerm.READ_ONLY, language)
    if task.is_closed:
        state = pick(STATES[task.state], language)
        return say(DeadlineTerm.CLOSED_TASK, language, task=task.id, state=state)
    return ""


def moved(day: date, count: int, office: OfficeDays, *, in_business_days: bool) -> date:
    """Return the day `count` days, or business days, after `day` (before if < 0)."""
    return office.shift(day, count) if in_business_days else day + timedelta(days=count)


def typed(day: date) -> str:
    """Return a day as it is typed into a cell."""
    return f"{day:%Y/%m/%d}"


@dataclass(frozen=True, slots=True)
class Drop:
    """What a day would mean for a task that is dragged there.

    `is_wall`: it lies after the hard due and will be refused. `is_closed`: nobody works then.
    """

    day: date
    words: str
    is_wall: bool = False
    is_closed: bool = False


def drop_on(
    task: Task, day: date, closure: Closure | None, today: date, language: Language
) -> Drop:
    """Return what is said while a task is held over `day`, on which `closure` may apply."""
    shown = [day_words(day, language)]
    wall = task.hard_due is not None and day > task.hard_due
    if wall:
        shown.append(say(DeadlineTerm.WALL, language, day=day_words(task.hard_due, language)))
    if day == task.due:
        shown.append(say(DeadlineTerm.SAME_DAY, language))
    elif day < today:
        shown.append(say(DeadlineTerm.BEFORE_TODAY, language))
    if closure is not None:
        name = closure_words(closure, language)
        shown.append(say(DeadlineTerm.CLOSED_DAY, language, name=name))
    return Drop(day, "  ".join(shown), is_wall=wall, is_closed=closure is not None)


def task_tip(task: Task, today: date, language: Language) -> str:
    """Return all that a glance at a task should tell, a fact a line."""
    lines = [task.id, title_words(task, language)]
    due = f"{pick(FIELDS['due'], language)} {day_words(task.due, language)}"
    left = left_words(task, today, language) or pick(STATES[task.state], language)
    lines.append(f"{due}  {left}" if task.due else left)
    if task.pinned:
        lines.append(pick(FIELDS["pinned"], language))
    if task.hard_due is not None:
        lines.append(f"{pick(FIELDS['hard_due'], language)} {day_words(task.hard_due, language)}")
    if task.owner:
        lines.append(f"{pick(FIELDS['owner'], language)} {task.owner}")
    return "\n".join(lines)


def spoken(task: Task, today: date, language: Language) -> str:
    """Return a task in one line, as a screen reader says it."""
    between = "、" if language is Language.JA else ", "
    return between.join(task_tip(task, today, language).splitlines())
