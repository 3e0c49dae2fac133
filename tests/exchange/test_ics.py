"""The calendar file: form, folding, escaping, and reading back. `icalendar` is the second opinion."""

from datetime import UTC, date, datetime, timedelta, timezone

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.exchange import ics
from pmark_desktop.exchange.ics import (
    CalendarEvent,
    calendar_bytes,
    escape,
    fit,
    fold,
    one_line,
    trigger,
    write_calendar,
)
from pmark_desktop.exchange.ics_reader import read_calendar

AT = datetime(2026, 11, 23, 18, 0, tzinfo=timezone(timedelta(hours=9)))
anything = st.text(st.characters(codec=None), max_size=200)  # lone surrogates and controls too


def event(**given):
    plain = {"uid": "a@b", "day": date(2027, 11, 30), "summary": "提出", "changed_at": AT}
    return CalendarEvent(**plain | given)


def written(*events):
    return calendar_bytes("Pマーク更新", map(fit, events), AT, "ja")


def second_opinion(*events):
    return icalendar.Calendar.from_ical(written(*events)).walk("VEVENT")


def test_the_frame_says_who_wrote_it_and_for_what():
    lines = written(event()).decode().split("\r\n")
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert {"METHOD:PUBLISH", "CALSCALE:GREGORIAN", "X-WR-CALNAME:Pマーク更新"} <= {*lines}
    assert lines[2].startswith("PRODID:-//pmark-desktop//")
    assert lines[2].endswith("//JA")
    assert lines[-2:] == ["END:VCALENDAR", ""]


@pytest.mark.parametrize(
    ("day", "after"),
    [("2027-11-30", "2027-12-01"), ("2028-02-28", "2028-02-29"), ("2028-02-29", "2028-03-01"),
     ("2027-02-28", "2027-03-01"), ("2027-12-31", "2028-01-01")],
)  # fmt: skip
def test_an_event_is_one_whole_day(day, after):
    (found,) = second_opinion(event(day=date.fromisoformat(day)))
    assert found.decoded("DTSTART") == date.fromisoformat(day)
    assert found.decoded("DTEND") == date.fromisoformat(after)
    assert not isinstance(found.decoded("DTSTART"), datetime)


def test_the_last_day_there_is_has_no_day_after():
    (found,) = second_opinion(event(day=date.max))
    assert found.decoded("DTSTART") == date.max
    assert "DTEND" not in found
    assert read_calendar(written(event(day=date.max))) == [fit(event(day=date.max))]


def test_times_are_told_in_utc():
    (found,) = second_opinion(event())
    assert found.decoded("DTSTAMP") == datetime(2026, 11, 23, 9, tzinfo=UTC)
    assert found.decoded("LAST-MODIFIED") == datetime(2026, 11, 23, 9, tzinfo=UTC)


def test_what_a_calendar_shows_of_an_event():
    given = event(
        uid="AUD-16@1@x.pmark", summary="監査, 計画; 承認\\", description="一行\n二行",
        categories=("内部監査", "a,b;c"), sequence=3, is_cancelled=True,
    )  # fmt: skip
    (found,) = second_opinion(given)
    assert str(found["UID"]) == "AUD-16@1@x.pmark"
    assert str(found["SUMMARY"]) == "監査, 計画; 承認\\"
    assert str(found["DESCRIPTION"]) == "一行\n二行"
    assert [str(one) for one in found["CATEGORIES"].cats] == ["内部監査", "a,b;c"]
    assert (found["SEQUENCE"], str(found["STATUS"])) == (3, "CANCELLED")
    assert str(found["TRANSP"]) == "TRANSPARENT"


@pytest.mark.parametrize(
    ("days", "text"), [(1, "-PT15H"), (2, "-P1DT15H"), (7, "-P6DT15H"), (366, "-P365DT15H")]
)
def test_an_alarm_rings_at_nine_of_a_day_before(days, text):
    assert trigger(days) == text
    (found,) = second_opinion(event(alarms=(days,)))
    (alarm,) = found.walk("VALARM")
    rings = datetime(2027, 11, 30) + alarm.decoded("TRIGGER")
    assert rings == datetime(2027, 11, 30, 9) - timedelta(days=days)
    assert (str(alarm["ACTION"]), str(alarm["DESCRIPTION"])) == ("DISPLAY", "提出")


@pytest.mark.parametrize("days", [0, -1])
def test_no_alarm_rings_after_the_day_has_begun(days):
    with pytest.raises(ValueError, match=str(days)):
        trigger(days)


# folding and escaping


@given(st.text(st.sampled_from("aあ漢🎉👩‍💻é,;\\ "), max_size=400))
def test_folding_tears_no_character_and_loses_none(text):
    folded = fold(f"SUMMARY:{text}")
    *lines, end = folded.split(b"\r\n")
    assert end == b""
    assert all(len(line) <= 75 for line in lines)
    assert all(line.decode() is not None for line in lines)  # a torn one is no UTF-8
    assert folded.replace(b"\r\n ", b"").removesuffix(b"\r\n").decode() == f"SUMMARY:{text}"


@pytest.mark.parametrize("octets", [74, 75, 76, 149, 150])
def test_lines_are_folded_at_75_octets_and_not_before(octets):
    lines = fold("x" * octets).removesuffix(b"\r\n").split(b"\r\n")
    assert len(lines[0]) == min(octets, 75)
    assert sum(map(len, lines)) == octets + len(lines) - 1


@given(anything)
def test_any_text_comes_back_as_it_was_fit(text):
    given_ = fit(event(summary=text, description=text, categories=(text, "x"), uid=f"u{text}"))
    content = written(given_)
    assert read_calendar(content) == [given_]
    (found,) = icalendar.Calendar.from_ical(content).walk("VEVENT")
    assert str(found["SUMMARY"]) == given_.summary
    assert str(found.get("DESCRIPTION", "")) == given_.description


@given(anything)
def test_no_text_begins_a_line_of_its_own(text):
    lines = written(event(summary=text, description=text)).split(b"\r\n")
    names = [line.split(b":")[0] for line in lines if not line.startswith(b" ")]
    wanted = [line.split(b":")[0] for line in written(event(description="x")).split(b"\r\n")]
    assert [name for name in names if name != b"DESCRIPTION"] == [
        name for name in wanted if name != b"DESCRIPTION"
    ]
    assert not set(b"\x00\x07\x0b\x1b\x7f") & set(b"".join(lines))


@pytest.mark.parametrize(
    ("text", "escaped"),
    [("a,b;c\\d", "a\\,b\\;c\\\\d"), ("一\n二", "一\\n二"), ("\\n", "\\\\n"), (":\"'", ":\"'")],
)
def test_what_is_escaped(text, escaped):
    assert escape(text) == escaped


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("一\r\n二\r三\u2028四", "一 二 三 四"), (" a\t\x00b\x85c ", "a b c"), ("\ud800", "\ufffd")],
)
def test_a_title_is_one_line(typed, shown):
    assert one_line(typed) == shown


def test_a_very_long_title_is_shortened_and_a_long_description_is_not():
    found = fit(event(summary="長" * 10_000, description="長" * 10_000))
    assert len(found.summary) == 200
    assert found.summary.endswith("…")
    assert read_calendar(written(found)) == [found]
    assert len(found.description) == 10_000


# reading back


@pytest.mark.parametrize(
    "damage",
    [lambda c: c[:-3], lambda c: c[:200], lambda c: b"", lambda c: c.replace(b"\r\n", b"\n"),
     lambda c: c.replace(b"END:VEVENT\r\n", b""), lambda c: c.replace(b"UID:", b"XID:"),
     lambda c: c.replace(b"STATUS:CONFIRMED", b"STATUS:MAYBE"),
     lambda c: c.replace(b"20271201", b"20271202"), lambda c: c.replace(b"-PT15H", b"-PT14H"),
     lambda c: c.replace("提".encode(), "提".encode()[:2]),
     lambda c: c.replace(b"SEQUENCE:0", b"SEQUENCE:0\r\nSEQUENCE:0"),
     lambda c: c.replace(b"CALSCALE", b"X" * 80 + b":")],
)  # fmt: skip
def test_a_damaged_file_is_not_taken_for_whole(damage):
    content = written(event(alarms=(1,)))
    assert damage(content) != content
    with pytest.raises(ValueError, match=r".*"):
        read_calendar(damage(content))


def test_a_file_is_written_whole(tmp_path):
    path = tmp_path / "予定.ics"
    path.write_bytes(b"older")
    write_calendar(path, "x", [event(), event(uid="b")], AT, "ja")
    assert [one.uid for one in read_calendar(path.read_bytes())] == ["a@b", "b"]
    assert [one.name for one in tmp_path.iterdir()] == ["予定.ics"]


def test_what_does_not_read_back_leaves_the_older_file(tmp_path, monkeypatch):
    path = tmp_path / "予定.ics"
    path.write_bytes(b"older")
    monkeypatch.setattr(ics, "calendar_bytes", lambda *_: written(event(summary="別の内容")))
    with pytest.raises(UserError) as refused:
        write_calendar(path, "x", [event()], AT, "ja")
    assert refused.value.why is Why.WRITTEN_WRONGLY
    assert path.read_bytes() == b"older"
    assert [one.name for one in tmp_path.iterdir()] == ["予定.ics"]


@pytest.mark.parametrize("name", ["予定", "予定.txt", "予定.ics.pmark", ".ics"])
def test_only_a_calendar_file_is_written(tmp_path, name):
    with pytest.raises(UserError) as refused:
        write_calendar(tmp_path / name, "x", [event()], AT, "ja")
    assert refused.value.why is Why.TARGET_WRONG_TYPE
    assert [*tmp_path.iterdir()] == []
