from datetime import time

import pytest

from pmark_desktop.domain.daily_run import parse_time, time_words
from pmark_desktop.domain.errors import UserError, Why


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("9:00", time(9)), ("09:00", time(9)), ("９：００", time(9)), (" 17:30 ", time(17, 30)),
        ("0:00", time(0)), ("23:59", time(23, 59)), ("9時", time(9)), ("９時３０分", time(9, 30)),
        ("9時半", time(9, 30)), ("午後1時", time(13)), ("午前9時5分", time(9, 5)),
        ("午前12時", time(0)), ("午後12時半", time(12, 30)), ("9 : 05", time(9, 5)),
    ],
)  # fmt: skip
def test_a_time_is_read_as_people_type_it(text, at):
    assert parse_time(text) == at


@pytest.mark.parametrize(
    "text",
    ["", "9", "24:00", "9:60", "9:5", "-9:00", "9:00:00", "25時", "午後13時", "9時60分", "朝", "9:00\n10:00"],
)  # fmt: skip
def test_what_is_no_time_is_refused(text):
    with pytest.raises(UserError) as refused:
        parse_time(text)
    assert refused.value.why is Why.TIME_UNREADABLE


def test_a_time_is_said_without_a_leading_zero():
    assert time_words(time(9, 5)) == "9:05"
