"""Something slow in a thread of its own."""

import threading

import pytest

from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.session.background import BackgroundCall


def fail(error):
    raise error


def test_the_result_comes_from_another_thread(qtbot):
    call = BackgroundCall(threading.get_ident)
    with qtbot.waitSignal(call.done, timeout=5000) as told:
        call.start()
    assert told.args[0] != threading.get_ident()
    assert call.wait(5)


@pytest.mark.parametrize(
    ("error", "signal"), [(UserError(Why.DISK_FULL), "refused"), (ValueError("x"), "crashed")]
)
def test_a_refusal_and_a_mistake_are_told_apart(qtbot, error, signal):
    call = BackgroundCall(lambda: fail(error))
    with qtbot.waitSignal(getattr(call, signal), timeout=5000) as told:
        call.start()
    assert told.args[0] is error
    assert call.wait(5)
