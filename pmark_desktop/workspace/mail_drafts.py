"""Mail drafts to the owners of open tasks: who has some, and the draft with their calendar."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.domain.records import RoleHolder
from pmark_desktop.domain.standing import is_due_soon, is_late
from pmark_desktop.domain.task import Task
from pmark_desktop.exchange.ics import one_line
from pmark_desktop.exchange.mail_draft import ATTACHMENT, MailDraft, addresses_in, write_draft
from pmark_desktop.words import Language, day_words, left_words, pick, title_words
from pmark_desktop.words_mail import MAIL_TERMS, MailTerm
from pmark_desktop.workspace.calendar_export import owner_calendar, refuse_workspace
from pmark_desktop.workspace.workspace import Workspace

_NOBODY = "?"  # the name of a workspace that was opened without one


@dataclass(frozen=True, slots=True)
class OwnerShare:
    """What one owner has to do.

    `tasks` are the open ones by urgency, without 過年度分 and 期間外; `late` is how many of them
    are late. `addresses` are those of every role the owner holds, each once; empty where none is
    usable. `is_role` where nobody is named for the role yet.
    """

    owner: str
    tasks: tuple[Task, ...]
    late: int
    addresses: tuple[str, ...]
    is_role: bool


def owner_shares(workspace: Workspace, today: date) -> list[OwnerShare]:
    """Return who has open tasks: most late ones first, then most tasks, then by name."""
    tasks: dict[str, list[Task]] = {}
    content = workspace.content_now()
    for task in content.tasks.values():
        if owner := _owner_of(task):
            tasks.setdefault(owner, []).append(task)
    shares = [_share(owner, theirs, content.roles, today) for owner, theirs in tasks.items()]
    return sorted(shares, key=lambda share: (-share.late, -len(share.tasks), share.owner))


def _owner_of(task: Task) -> str:
    return "" if task.is_closed or task.is_past or task.is_outside else task.owner.strip()


def _share(
    owner: str, tasks: Iterable[Task], roles: Sequence[RoleHolder], today: date
) -> OwnerShare:
    held = [role for role in roles if role.shown.strip() == owner]
    ordered = sorted(tasks, key=lambda task: (task.due is None, task.due or date.max, task.id))
    return OwnerShare(
        owner,
        tuple(ordered),
        sum(is_late(task, today) for task in ordered),
        tuple(dict.fromkeys(address for role in held for address in addresses_in(role.mail))),
        is_role=bool(held) and not any(role.person.strip() for role in held),
    )


def write_owner_draft(
    workspace: Workspace, owner: str, target: Path, today: date, language: Language
) -> OwnerShare:
    """Write a mail draft to one owner, with their open tasks and their calendar attached.

    The workspace is only read.

    Raises:
        UserError: they have no open task, the target is the workspace or no .eml.
        StorageError: the target cannot be written, or the workspace not read, just now.
    """
    refuse_workspace(workspace, target)
    shares = owner_shares(workspace, today)
    share = next((one for one in shares if one.owner == owner), None)
    if share is None:
        choices = ", ".join(one.owner for one in shares)
        raise UserError(Why.CHOICE_UNKNOWN, text=owner, field="owner", choices=choices)
    draft = MailDraft(
        name=owner,
        addresses=share.addresses,
        subject=pick(MAIL_TERMS[MailTerm.SUBJECT], language).format(count=len(share.tasks)),
        body=mail_body(share, workspace.by, today, language),
        calendar=owner_calendar(workspace, owner, today, language),
    )
    write_draft(target, draft)
    return share


def mail_body(share: OwnerShare, sender: str, today: date, language: Language) -> str:
    """Return the text of the mail; a sender who is not known gets a placeholder."""

    def word(term: MailTerm, **facts: object) -> str:
        return pick(MAIL_TERMS[term], language).format_map(facts)

    known = one_line(sender)
    name = word(MailTerm.SENDER_UNKNOWN) if known in ("", _NOBODY) else known
    greets = MailTerm.TO_ROLE if share.is_role else MailTerm.TO_PERSON
    parts = [
        word(greets, name=one_line(share.owner)),
        word(MailTerm.GREETING, sender=name),
        word(MailTerm.ABOUT, count=len(share.tasks), today=day_words(today, language)),
        *_sections(share.tasks, today, language),
        word(MailTerm.REQUEST),
        word(MailTerm.ATTACHED, file=ATTACHMENT),
        word(MailTerm.CLOSING, sender=name),
    ]
    return "\n\n".join(parts) + "\n"


def _sections(tasks: Iterable[Task], today: date, language: Language) -> Iterator[str]:
    """Yield the tasks under their urgency, numbered through."""
    by_urgency: dict[MailTerm, list[Task]] = {
        term: [] for term in (MailTerm.LATE, MailTerm.SOON, MailTerm.LATER, MailTerm.WAITING)
    }
    for task in tasks:
        by_urgency[_urgency(task, today)].append(task)
    number = 0
    for term, found in by_urgency.items():
        lines = [pick(MAIL_TERMS[term], language).format(count=len(found))]
        for task in found:
            number += 1
            lines += _task_lines(number, task, today, language)
        if found:
            yield "\n".join(lines)


def _urgency(task: Task, today: date) -> MailTerm:
    if is_late(task, today):
        return MailTerm.LATE
    if is_due_soon(task, today):
        return MailTerm.SOON
    return MailTerm.WAITING if task.due is None else MailTerm.LATER


def _task_lines(number: int, task: Task, today: date, language: Language) -> Iterator[str]:
    def word(term: MailTerm, **facts: object) -> str:
        return pick(MAIL_TERMS[term], language).format_map(facts)

    title = one_line(title_words(task, language))
    yield word(MailTerm.TASK, number=number, id=task.id, title=title)
    left = left_words(task, today, language)
    if task.due:
        due = word(MailTerm.DUE_LEFT, day=day_words(task.due, language), left=left)
        yield word(MailTerm.DATES, dates=due)
    elif left:
        yield word(MailTerm.DATES, dates=left)
    if task.hard_due:
        hard_due = word(MailTerm.HARD_DUE, day=day_words(task.hard_due, language))
        yield word(MailTerm.DATES, dates=hard_due)
