"""A closed cycle is read-only until it is opened again, with a reason each time."""

import pytest

from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.workspace.closing import close_cycle, reopen_cycle
from tests.workspace.builders import TODAY, new_workspace, opened, put


@pytest.fixture
def workspace(tmp_path):
    with opened(new_workspace(tmp_path / "a.pmark")) as open_one:
        yield open_one


def refusal_of(act):
    with pytest.raises(UserError) as refused:
        act()
    return refused.value.why


def test_nothing_of_a_closed_cycle_changes(workspace):
    close_cycle(workspace, "付与適格決定", TODAY)

    assert workspace.is_read_only
    assert workspace.content.cycle.closed_on == TODAY
    assert refusal_of(lambda: put(workspace, "AUD-30", note="あとから")) is Why.CYCLE_CLOSED


def test_it_is_opened_again_with_a_reason(workspace):
    close_cycle(workspace, "決定", TODAY)

    assert refusal_of(lambda: reopen_cycle(workspace, " ")) is Why.CLOSE_REASON_MISSING
    reopen_cycle(workspace, "記録の訂正")

    put(workspace, "AUD-30", note="直した")
    assert [entry.why for entry in workspace.log() if entry.act == "reopen_cycle"] == ["記録の訂正"]


def test_closing_can_be_undone_and_done_again_but_nothing_else(workspace):
    earlier = put(workspace, "AUD-30", note="前")
    closed = close_cycle(workspace, "決定", TODAY)

    assert refusal_of(lambda: workspace.undo(earlier.operation)) is Why.CYCLE_CLOSED
    undone = workspace.undo(closed.operation)
    assert not workspace.is_read_only
    workspace.undo(undone.operation, act="redo")
    assert workspace.is_read_only


def test_twice_the_same_is_refused(workspace):
    assert refusal_of(lambda: reopen_cycle(workspace, "x")) is Why.CYCLE_STANDS_SO
    close_cycle(workspace, "決定", TODAY)
    assert refusal_of(lambda: close_cycle(workspace, "x", TODAY)) is Why.CYCLE_STANDS_SO


def test_it_stays_closed_when_opened_the_next_day(tmp_path, workspace):
    close_cycle(workspace, "決定", TODAY)
    workspace.close()

    with opened(tmp_path / "a.pmark") as again:
        assert again.is_read_only
        reopen_cycle(again, "訂正")
        assert not again.is_read_only
