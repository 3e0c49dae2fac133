"""Calendar files (iCalendar) with all-day events, written by ourselves.

Source: RFC 5545, https://www.rfc-editor.org/rfc/rfc5545 (read 2026-11-28): lines end in CRLF and
are folded at 75 octets (3.1), texts are escaped (3.3.11), an event counts as the same by its UID
and as newer by its SEQUENCE (3.8.4.7, 3.8.7.4).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from pmark_desktop import __version__
from pmark_desktop.domain.days import DAY
from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.exchange.files import whole_file

SUFFIX = ".ics"
MOST_OCTETS = 75
"""Of one line, without its end; what is longer is folded."""

_MOST_SUMMARY = 200  # characters; a program may cut a subject at 255
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n|[\r\x85\u2028\u2029]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_ALARM_HOUR = 9
_TOP_TWO_BITS, _CONTINUES = 0b1100_0000, 0b1000_0000


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEvent:
    """One whole day in a calendar.

    `sequence` rises when the day or the state changed, `changed_at` says when that was. `alarms`
    are counts of days before `day`, from 1, each at 9:00 local time.
    """

    uid: str
    day: date
    summary: str
    description: str = ""
    categories: tuple[str, ...] = ()
    sequence: int = 0
    changed_at: datetime
    alarms: tuple[int, ...] = ()
    is_cancelled: bool = False


def fit(event: CalendarEvent) -> CalendarEvent:
    """Return `event` as a calendar file can carry it.

    Texts lose control characters and lone surrogates, the summary and the categories are one
    line, and the time is a whole second in UTC.
    """
    return replace(
        event,
        uid=one_line(event.uid),
        summary=_shortened(one_line(event.summary)),
        description=_plain(event.description).strip(),
        categories=tuple(filter(None, map(one_line, event.categories))),
        changed_at=event.changed_at.astimezone(UTC).replace(microsecond=0),
    )


def one_line(text: str) -> str:
    """Return `text` in one line, without characters that nobody can see."""
    return " ".join(_plain(text).split())


def _plain(text: str) -> str:
    return _SURROGATES.sub("\ufffd", _UNFIT.sub("", _LINE_ENDS.sub("\n", text)))


def _shortened(text: str) -> str:
    return text if len(text) <= _MOST_SUMMARY else f"{text[: _MOST_SUMMARY - 1]}…"


def calendar_bytes(
    name: str, events: Iterable[CalendarEvent], stamp: datetime, language: str
) -> bytes:
    """Return the calendar file of events that are `fit`; `stamp` is when it was made.

    METHOD:PUBLISH comes without an ORGANIZER (RFC 5546 asks for one): it would be a person.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//pmark-desktop//P-mark Renewal Desk {__version__}//{language.upper()}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escape(name)}",
    ]
    made = _moment(stamp)
    for event in events:
        lines += _event_lines(event, made)
    lines.append("END:VCALENDAR")
    return b"".join(map(fold, lines))


def write_calendar(
    path: Path, name: str, events: Iterable[CalendarEvent], stamp: datetime, language: str
) -> None:
    """Write a calendar file, whole or not at all; an older one at `path` is replaced.

    It is read back, event by event, before it takes its name.

    Raises:
        UserError: `path` does not end in .ics, or the file did not read back the same.
        StorageError: it could not be written; an older file is as it was.
    """
    from pmark_desktop.exchange.ics_reader import read_calendar  # noqa: PLC0415

    if path.suffix.lower() != SUFFIX:
        raise UserError(Why.TARGET_WRONG_TYPE, suffix=SUFFIX, file=path.name)
    planned = [fit(event) for event in events]
    content = calendar_bytes(name, planned, stamp, language)
    with whole_file(path) as draft:
        draft.write_bytes(content)
        try:
            found = read_calendar(draft.read_bytes())
        except ValueError:
            found = []
        if found != planned:
            raise UserError(Why.WRITTEN_WRONGLY, file=path.name)


def _event_lines(event: CalendarEvent, made: str) -> Iterator[str]:
    summary = escape(event.summary)
    yield "BEGIN:VEVENT"
    yield f"UID:{escape(event.uid)}"
    yield f"DTSTAMP:{made}"
    yield f"LAST-MODIFIED:{_moment(event.changed_at)}"
    yield f"SEQUENCE:{event.sequence}"
    yield f"DTSTART;VALUE=DATE:{_day(event.day)}"
    if event.day < date.max:
        yield f"DTEND;VALUE=DATE:{_day(event.day + DAY)}"  # the first day that is not part of it
    yield f"SUMMARY:{summary}"
    if event.description:
        yield f"DESCRIPTION:{escape(event.description)}"
    if event.categories:
        yield f"CATEGORIES:{','.join(map(escape, event.categories))}"
    yield f"STATUS:{'CANCELLED' if event.is_cancelled else 'CONFIRMED'}"
    yield "TRANSP:TRANSPARENT"
    yield "X-MICROSOFT-CDO-BUSYSTATUS:FREE"  # else Outlook shows a whole day as busy
    for days in event.alarms:
        yield from (
            "BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{summary}",
            f"TRIGGER:{trigger(days)}", "END:VALARM",
        )  # fmt: skip
    yield "END:VEVENT"


def trigger(days: int) -> str:
    """Return the distance from the start of a day back to 9:00 `days` days before it.

    Never a distance forward: Outlook takes the amount without its sign, and 9:00 of the day
    itself would ring at 15:00 of the day before.

    Source: [MS-OXCICAL] VALARM, PidLidReminderDelta (read 2026-11-28).
    """
    if days < 1:
        raise ValueError(days)
    whole = f"{days - 1}D" if days > 1 else ""
    return f"-P{whole}T{24 - _ALARM_HOUR}H"


def escape(text: str) -> str:
    """Return `text` as a property value of the type TEXT."""
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return text.replace("\n", "\\n")


def fold(line: str) -> bytes:
    """Return a line with its end, in pieces of at most 75 octets; no character is torn."""
    octets = line.encode()
    if len(octets) <= MOST_OCTETS:
        return octets + b"\r\n"
    pieces, at, room = [], 0, MOST_OCTETS
    while at < len(octets):
        end = min(at + room, len(octets))
        while end < len(octets) and _continues(octets[end]):
            end -= 1
        pieces.append(octets[at:end])
        at, room = end, MOST_OCTETS - 1  # the space before it counts
    return b"\r\n ".join(pieces) + b"\r\n"


def _continues(octet: int) -> bool:
    """Tell whether a UTF-8 character that began before goes on with this octet."""
    return octet & _TOP_TWO_BITS == _CONTINUES


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")


def _moment(moment: datetime) -> str:
    utc = moment.astimezone(UTC).replace(microsecond=0, tzinfo=None)
    return utc.isoformat().replace("-", "").replace(":", "") + "Z"
