import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.domain.typed_steps import MOST_STEPS, parse_steps, steps_text


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("30, 14, 7, 1, 0", (30, 14, 7, 1, 0)),
        ("30、14、7、1、0", (30, 14, 7, 1, 0)),
        ("３０，１４ ７", (30, 14, 7)),
        (" 7 7 007 ", (7,)),
        ("1\t30\n2", (30, 2, 1)),
        ("", ()),
        (" 、 ", ()),
        ("3650", (3650,)),
    ],
)
def test_lists_are_read_as_people_type_them(text, steps):
    assert parse_steps(text, 3650) == steps


@pytest.mark.parametrize(
    "text",
    ["-1", "3651", "1.5", "七", "30日", "1e3", "0x10", "٣", "1;DROP", "9" * 4000,
     ",".join(map(str, range(MOST_STEPS + 1)))],
)  # fmt: skip
def test_anything_else_is_refused(text):
    with pytest.raises(UserError) as refusal:
        parse_steps(text, 3650)
    assert refusal.value.why is Why.STEPS_WRONG


@given(st.sets(st.integers(0, 3650), max_size=MOST_STEPS))
def test_what_is_written_is_read_again(steps):
    ordered = tuple(sorted(steps, reverse=True))
    assert parse_steps(steps_text(ordered), 3650) == ordered


@given(st.text())
def test_any_text_is_read_or_refused(text):
    try:
        found = parse_steps(text, 3650)
    except UserError:
        return
    assert all(0 <= one <= 3650 for one in found)
