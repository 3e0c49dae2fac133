"""The one clock of the window: which day it is, that another has begun, and when to look."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from pmark_desktop.workspace.workspace import real_clock

_MINUTE_MS = 60_000


class DayClock(QObject):
    """Says which day deadlines are counted from.

    Args:
        fixed: the day that was asked for (`--today`); then it never changes.
        now: the real time.

    Signals:
        day_changed: (day: date) another day has begun; a machine that slept or whose clock was
            set tells it once it looks.
        looked: it is time to look at what may change outside: once a minute, and when the
            person comes back to the window.
    """

    day_changed = Signal(object)
    looked = Signal()

    def __init__(
        self,
        fixed: date | None = None,
        now: Callable[[], datetime] = real_clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.now = now
        self._fixed = fixed
        self._day = fixed or now().date()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.setInterval(_MINUTE_MS)
        self._timer.timeout.connect(self.look)

    @property
    def today(self) -> date:
        """The day that everything is counted from, until `day_changed` names another."""
        return self._day

    def start(self) -> None:
        """Look once a minute from now on."""
        self._timer.start()

    def look(self) -> None:
        """Tell if another day has begun since the last look, and let others look too."""
        if self._fixed is None and (day := self.now().date()) != self._day:
            self._day = day
            self.day_changed.emit(day)
        self.looked.emit()
