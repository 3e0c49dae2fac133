"""The one clock of the window: which day it is, and the signal that another has begun."""

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
    """

    day_changed = Signal(object)

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
        """Look at the time once a minute from now on; a fixed day needs no look."""
        if self._fixed is None:
            self._timer.start()

    def look(self) -> None:
        """Tell if another day has begun since the last look."""
        if self._fixed is None and (day := self.now().date()) != self._day:
            self._day = day
            self.day_changed.emit(day)
