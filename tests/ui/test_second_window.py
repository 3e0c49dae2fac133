"""A second window on the same file: it only reads, and follows the first one."""

import pytest
from PySide6.QtCore import Qt

from pmark_desktop.app import open_window


@pytest.fixture
def second(qtbot, window, sample, today, store):
    """Return a window that reads what `window` writes."""
    made = open_window(sample, today, store, by="読む人")
    qtbot.addWidget(made)
    yield made
    made.close()


def test_coming_back_to_the_second_window_shows_the_new_dates_and_says_so(window, second):
    second.view.show_task("CERT-12")
    window.desk.edit("CERT-12", "due", "2027/3/1")
    window.desk.edit("CERT-12", "note", "第一の窓から")
    second.look_outside(Qt.ApplicationState.ApplicationActive)
    model = second.view.tasks.model
    task = model.task(model.row_of("CERT-12"))
    assert (task.note, task.due) == ("第一の窓から", window.desk.content.tasks["CERT-12"].due)
    assert "読み直しました" in second.strip.text


def test_closing_the_cycle_in_the_first_shows_it_in_the_second(qtbot, window, second):
    from pmark_desktop.workspace.closing import close_cycle

    close_cycle(window.desk.workspace, "終了", window.desk.today)
    second.look_outside(Qt.ApplicationState.ApplicationActive)
    assert second.desk.content.cycle.closed_on == window.desk.today
