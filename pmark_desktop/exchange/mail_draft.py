"""A mail as a file (.eml) that a mail program opens as a draft, ready to be looked at and sent.

It has no sender and no date: the mail program fills them in. `X-Unsent: 1` makes Outlook open it
for writing; other programs open it to be read, and offer to edit it as new.

Source: RFC 5322 and [MS-OXCMAIL] X-Unsent (read 2026-11-28).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.headerregistry import Address
from email.message import EmailMessage
from pathlib import Path

from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.exchange.files import whole_file
from pmark_desktop.exchange.ics import one_line

SUFFIX = ".eml"
ATTACHMENT = "pmark.ics"
"""In ASCII: not every mail program reads the names of others."""

_BETWEEN = re.compile(r"[,;、，；\s]+")
_ADDRESS = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
    r"@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?"
)
_MOST_ADDRESS = 254
_SPECIALS = re.compile(r'[()<>\[\]:;@\\,."]')
_MOST_NAME = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class MailDraft:
    """To whom, about what, and the calendar that goes with it. `addresses` are usable ones."""

    name: str
    addresses: tuple[str, ...]
    subject: str
    body: str
    calendar: bytes


def addresses_in(text: str) -> Iterator[str]:
    """Yield the mail addresses that a text names, and nothing that is none.

    A text of more than one line, or with controls, names none: it could end a header.
    """
    if not text.replace("\u3000", " ").isprintable():
        return
    for part in _BETWEEN.split(text):
        found = part.rpartition("<")[2].removesuffix(">")
        if len(found) <= _MOST_ADDRESS and _ADDRESS.fullmatch(found):
            yield found


def draft_bytes(draft: MailDraft) -> bytes:
    """Return the mail as it lies in a file."""
    mail = EmailMessage(policy=policy.SMTP)
    mail["X-Unsent"] = "1"
    if draft.addresses:
        shown = shown_name(draft.name)
        mail["To"] = [Address(shown, addr_spec=address) for address in draft.addresses]
    mail["Subject"] = one_line(draft.subject)
    mail.set_content(draft.body, charset="utf-8", cte="base64")
    # Without the parameter `method`: with it, Exchange takes the whole mail for an invitation.
    mail.add_attachment(
        draft.calendar, maintype="text", subtype="calendar", cte="base64",
        filename=ATTACHMENT, params={"charset": "utf-8"},
    )  # fmt: skip
    return mail.as_bytes()


def shown_name(name: str) -> str:
    """Return a name as it may stand before an address: one line, without special characters."""
    return " ".join(_SPECIALS.sub(" ", one_line(name)).split())[:_MOST_NAME]


def write_draft(path: Path, draft: MailDraft) -> None:
    """Write a draft, whole or not at all; it is read back before it takes its name.

    Raises:
        UserError: `path` does not end in .eml, or the file did not read back the same.
        StorageError: it could not be written; an older file is as it was.
    """
    if path.suffix.lower() != SUFFIX:
        raise UserError(Why.TARGET_WRONG_TYPE, suffix=SUFFIX, file=path.name)
    with whole_file(path) as file:
        file.write_bytes(draft_bytes(draft))
        if not _is_same(file.read_bytes(), draft):
            raise UserError(Why.WRITTEN_WRONGLY, file=path.name)


def _is_same(content: bytes, draft: MailDraft) -> bool:
    mail = message_from_bytes(content, policy=policy.default)
    if not isinstance(mail, EmailMessage) or mail.defects:
        return False
    to = mail["To"]
    addresses = tuple(one.addr_spec for one in to.addresses) if to else ()
    body = mail.get_body(("plain",))
    attached = [part.get_content() for part in mail.iter_attachments()]
    return (
        addresses == draft.addresses
        and _words(mail["Subject"]) == _words(draft.subject)
        and body is not None
        and body.get_content().splitlines() == draft.body.splitlines()
        and attached == [draft.calendar.decode()]
    )


def _words(text: str) -> str:
    """Return a text without its spaces: Python reads one too many between encoded words."""
    return "".join(one_line(text).split())
