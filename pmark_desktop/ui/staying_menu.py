"""A menu whose choices can be made one after the other: it stays open until Esc or a click away."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu


def emptied(menu: QMenu) -> QMenu:
    """Return a menu without its entries and the menus below it, which `clear` would keep."""
    for action in menu.actions():
        below = action.menu()
        if isinstance(below, QMenu):
            below.setParent(None)
            below.deleteLater()
    menu.clear()
    return menu


class StayingMenu(QMenu):
    """A menu of ticks. Space and a click tick and stay, Enter ticks and closes."""

    def _tick(self) -> bool:
        """Trigger the active action where it is a tick; True if it is one."""
        action = self.activeAction()
        if action is None or not action.isCheckable() or not action.isEnabled():
            return False
        action.trigger()
        return True

    # Qt overrides

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.actionAt(event.position().toPoint()) is self.activeAction() and self._tick():
            event.accept()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self._tick():
            event.accept()
            return
        super().keyPressEvent(event)
