"""Mail drafts as files: what a mail program reads, and what cannot break out of a header."""

from email import message_from_bytes, policy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.exchange import mail_draft
from pmark_desktop.exchange.mail_draft import (
    MailDraft,
    addresses_in,
    draft_bytes,
    shown_name,
    write_draft,
)

CALENDAR = "BEGIN:VCALENDAR\r\nX:予定\r\nEND:VCALENDAR\r\n".encode()


def draft(**given):
    plain = {"name": "見本 花子", "addresses": ("hanako@example.jp",), "subject": "確認のお願い",
             "body": "見本 花子 様\n\nお疲れさまです。\n", "calendar": CALENDAR}  # fmt: skip
    return MailDraft(**plain | given)


def read(made):
    return message_from_bytes(draft_bytes(made), policy=policy.default)


def test_a_mail_program_opens_it_as_a_draft():
    mail = read(draft())
    assert mail["X-Unsent"] == "1"
    assert str(mail["To"]) == "見本 花子 <hanako@example.jp>"
    assert mail["Subject"] == "確認のお願い"
    assert mail.get_body(("plain",)).get_content().splitlines() == [
        "見本 花子 様", "", "お疲れさまです。",
    ]  # fmt: skip
    assert not {"From", "Date", "Message-ID"} & {*mail.keys()}
    assert mail.defects == []


def test_the_calendar_is_attached_as_a_calendar():
    (part,) = read(draft()).iter_attachments()
    assert part.get_content_type() == "text/calendar"
    assert part.get_filename() == "pmark.ics"
    assert part.get_content_disposition() == "attachment"
    assert part.get_param("method") is None  # else Exchange takes the mail for an invitation
    assert part.get_payload(decode=True) == CALENDAR


def test_every_octet_is_ascii_and_every_line_ends_as_mail_does():
    content = draft_bytes(draft(name="長" * 300, subject="件名" * 100, body="本文\n" * 500))
    assert content.isascii()
    assert content.replace(b"\r\n", b"").count(b"\n") == 0
    assert max(map(len, content.split(b"\r\n"))) <= 998


def test_without_an_address_there_is_no_recipient():
    assert read(draft(addresses=()))["To"] is None


def test_several_addresses_are_all_told():
    mail = read(draft(addresses=("a@example.jp", "b@example.jp")))
    assert [one.addr_spec for one in mail["To"].addresses] == ["a@example.jp", "b@example.jp"]


@pytest.mark.parametrize(
    ("text", "found"),
    [("hanako@example.jp", ["hanako@example.jp"]),
     (" 花子 <hanako@example.jp> ", ["hanako@example.jp"]),
     ("a@example.jp; b@example.jp、c@example.jp", ["a@example.jp", "b@example.jp", "c@example.jp"]),
     ("花子\u3000<hanako@example.jp>", ["hanako@example.jp"]), ("", []), ("なし", []), ("内線 1234", []), ("a@", []), ("@example.jp", []), ("a b@", []),
     ("花子@example.jp", []), ("a@例え.jp", []), ("a@b@c", []), ("a..b@example.jp", []),
     ("a@example.jp\r\nBcc: x@evil.example", []), ("a@example.jp\nb@example.jp", []),
     ("a@example.jp\x00", []), ("a@example.jp\u2028", []), (f"{'a' * 250}@example.jp", []), ("a@-x.jp", [])],
)  # fmt: skip
def test_which_addresses_are_usable(text, found):
    assert [*addresses_in(text)] == found


@given(st.text(max_size=80), st.text(max_size=80), st.text(max_size=80))
def test_nothing_that_is_typed_becomes_a_header(name, subject, mail):
    addresses = tuple(dict.fromkeys(addresses_in(mail)))
    made = read(draft(name=name, subject=f"件名 {subject}", addresses=addresses))
    wanted = {"X-Unsent", "To", "Subject", "MIME-Version", "Content-Type"}
    assert {*made.keys()} == (wanted if addresses else wanted - {"To"})


@pytest.mark.parametrize(
    "name",
    ["花子\r\nBcc: x@evil.example", "花子\nSubject: x", '"花子" <x@evil.example>', "花子, 一郎",
     "a\r\n\r\n本文", "<x@evil.example>", ":;()[]\\", "👩‍💻 花子", "長" * 500],
)  # fmt: skip
def test_a_name_names_and_does_nothing_else(name):
    mail = read(draft(name=name))
    assert [one.addr_spec for one in mail["To"].addresses] == ["hanako@example.jp"]
    shown = mail["To"].addresses[0].display_name  # Python reads a space between encoded words
    assert shown.replace(" ", "") == shown_name(name).replace(" ", "")
    assert mail["Bcc"] is None
    assert mail["Subject"] == "確認のお願い"


def test_a_draft_is_written_whole(tmp_path):
    path = tmp_path / "下書き.eml"
    write_draft(path, draft())
    assert message_from_bytes(path.read_bytes(), policy=policy.default)["X-Unsent"] == "1"
    assert [one.name for one in tmp_path.iterdir()] == ["下書き.eml"]


@pytest.mark.parametrize(
    "other", [{"subject": "別"}, {"body": "別"}, {"addresses": ()}, {"calendar": b"x"}]
)
def test_what_does_not_read_back_is_not_kept(tmp_path, monkeypatch, other):
    wrong = draft_bytes(draft(**other))
    monkeypatch.setattr(mail_draft, "draft_bytes", lambda _: wrong)
    with pytest.raises(UserError) as refused:
        write_draft(tmp_path / "下書き.eml", draft())
    assert refused.value.why is Why.WRITTEN_WRONGLY
    assert [*tmp_path.iterdir()] == []


def test_only_a_mail_file_is_written(tmp_path):
    with pytest.raises(UserError) as refused:
        write_draft(tmp_path / "下書き.txt", draft())
    assert refused.value.why is Why.TARGET_WRONG_TYPE
