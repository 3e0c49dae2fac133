"""Reads back the calendar files that we write, and nothing more lenient than those."""

import re
from datetime import UTC, date, datetime

from pmark_desktop.domain.days import DAY
from pmark_desktop.exchange.ics import MOST_OCTETS, CalendarEvent

_TRIGGER = re.compile(r"-P(?:([0-9]+)D)?T15H")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_COMMA = re.compile(r"(?<!\\)((?:\\\\)*),")
_STATES = {"CONFIRMED": False, "CANCELLED": True}


def read_calendar(content: bytes) -> list[CalendarEvent]:
    """Return the events of a calendar file, in its order.

    Raises:
        ValueError: it is not whole, or not as we write it.
    """
    lines = _unfolded(content)
    if lines[:1] != ["BEGIN:VCALENDAR"] or lines[-1:] != ["END:VCALENDAR"]:
        raise ValueError("frame")
    events: list[CalendarEvent] = []
    within: list[str] | None = None
    for line in lines[1:-1]:
        if line == "BEGIN:VEVENT":
            within = []
        elif line == "END:VEVENT" and within is not None:
            events.append(_event(within))
            within = None
        elif within is not None:
            within.append(line)
    if within is not None:
        raise ValueError("event without end")
    return events


def _unfolded(content: bytes) -> list[str]:
    """Return whole lines, after a look at each line as it lies in the file."""
    if not content.count(b"\r") == content.count(b"\n") == content.count(b"\r\n"):
        raise ValueError("end of a line")
    *pieces, last = content.split(b"\r\n")
    if last or max(map(len, pieces), default=0) > MOST_OCTETS:
        raise ValueError("length of a line")
    for piece in pieces:
        piece.decode()  # a torn character is no UTF-8
    return content.replace(b"\r\n ", b"").decode().split("\r\n")[:-1]


def _event(lines: list[str]) -> CalendarEvent:
    texts: dict[str, str] = {}
    alarms: list[int] = []
    is_alarm = False
    for line in lines:
        name, colon, value = line.partition(":")
        if not colon:
            raise ValueError("property")
        if line in ("BEGIN:VALARM", "END:VALARM"):
            is_alarm = line.startswith("BEGIN")
        elif is_alarm:
            if name == "TRIGGER":
                alarms.append(_days_before(value))
        elif name in texts:
            raise ValueError("property twice")
        else:
            texts[name] = value
    try:
        return _made(texts, tuple(alarms))
    except KeyError as error:
        raise ValueError("property missing") from error


def _made(texts: dict[str, str], alarms: tuple[int, ...]) -> CalendarEvent:
    day = _day(texts["DTSTART;VALUE=DATE"])
    if day < date.max and _day(texts["DTEND;VALUE=DATE"]) - DAY != day:
        raise ValueError("more than a day")
    _moment(texts["DTSTAMP"])
    categories = texts.get("CATEGORIES", "")
    return CalendarEvent(
        uid=_text(texts["UID"]),
        day=day,
        summary=_text(texts["SUMMARY"]),
        description=_text(texts.get("DESCRIPTION", "")),
        categories=tuple(map(_text, _split(categories))) if categories else (),
        sequence=int(texts["SEQUENCE"]),
        changed_at=_moment(texts["LAST-MODIFIED"]),
        alarms=alarms,
        is_cancelled=_STATES[texts["STATUS"]],
    )


def _split(values: str) -> list[str]:
    return _COMMA.sub(r"\1\n", values).split("\n")  # a newline within a value is written `\n`


def _text(value: str) -> str:
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)


def _day(text: str) -> date:
    return date(int(text[:4]), int(text[4:6]), int(text[6:]))


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is not UTC:
        raise ValueError("not in UTC")
    return moment


def _days_before(text: str) -> int:
    found = _TRIGGER.fullmatch(text)
    if found is None:
        raise ValueError("trigger")
    return int(found[1] or 0) + 1
