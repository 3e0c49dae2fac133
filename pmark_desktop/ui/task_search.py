"""The field that searches the tasks: it waits until the typing rests."""

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

translate = QCoreApplication.translate
_REST_MS = 120


class TaskSearch(QLineEdit):
    """Words to look for among the tasks.

    Signals:
        settled: the typing rests, or Enter was pressed; the tasks are to be looked through.
        entered: Enter was pressed; the person goes on to what was found.
    """

    settled = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search")
        self.setPlaceholderText(translate("TaskPage", "検索(Ctrl+F)"))
        self.setAccessibleName(translate("TaskPage", "タスクの検索"))
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(160)
        self.setMaximumWidth(320)
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(_REST_MS)
        self._resting.timeout.connect(self.settled)
        self.textChanged.connect(lambda _text: self._resting.start())
        self.returnPressed.connect(self._enter)

    def rest(self) -> None:
        """Wait no more: the tasks are looked through now, or not at all."""
        self._resting.stop()

    def begin(self) -> None:
        """Go to the field, ready to type over what is there."""
        self.setFocus()
        self.selectAll()

    def _enter(self) -> None:
        self.rest()
        self.settled.emit()
        self.entered.emit()
