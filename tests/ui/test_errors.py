import sys
import threading

from pmark_desktop.domain.errors import StorageError, Why
from pmark_desktop.ui.errors import ErrorBoundary


def raised(error):
    try:
        raise error
    except type(error):
        return sys.exc_info()


def test_expected_error_is_told_without_a_report(qtbot, tmp_path):
    boundary = ErrorBoundary(tmp_path)
    with qtbot.waitSignal(boundary.refused) as told:
        boundary.handle(*raised(StorageError(Why.DISK_FULL)))
    assert isinstance(told.args[0], StorageError)
    assert not list(tmp_path.iterdir())


def test_bug_is_reported_once_per_place_and_without_its_message(qtbot, tmp_path):
    boundary = ErrorBoundary(tmp_path)
    told = []
    boundary.crashed.connect(told.append)
    for _ in range(3):
        boundary.handle(*raised(KeyError("山田太郎")))
    assert len(told) == 1
    text = told[0].read_text(encoding="utf-8")
    assert "KeyError" in text
    assert "山田" not in text


def test_thread_errors_arrive(qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    boundary = ErrorBoundary(tmp_path)
    boundary.install()
    with qtbot.waitSignal(boundary.crashed):
        threading.Thread(target=lambda: 1 / 0).start()


def test_ctrl_c_is_not_a_crash(qapp, tmp_path, capsys):
    boundary = ErrorBoundary(tmp_path)
    boundary.handle(*raised(KeyboardInterrupt()))
    assert not list(tmp_path.iterdir())
    assert "KeyboardInterrupt" in capsys.readouterr().err
