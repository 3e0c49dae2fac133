"""The foot of a form: save, take back, and what is not saved yet."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from pmark_desktop.domain.errors import UserError
from pmark_desktop.session.desk import Desk
from pmark_desktop.ui.fields import Field
from pmark_desktop.ui.parts import button, label, restyle
from pmark_desktop.ui.theme import Style

translate = QCoreApplication.translate


class SaveBar(QFrame):
    """Two buttons and a sentence; it follows the fields of its form."""

    def __init__(
        self,
        name: str,
        style: Style,
        fields: Sequence[Field],
        save: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_bar")
        self._fields = fields
        self._message = label(wraps=True, name=f"{name}_message")
        self.save = button(translate("SaveBar", "保存(&S)"), f"{name}_save", save, look="main")
        self.reset = button(
            translate("SaveBar", "元の値に戻す(&R)"), f"{name}_reset", self._reset,
            icon=style.icons.get("reset"),
        )  # fmt: skip
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 10)
        row.setSpacing(10)
        row.addWidget(self.save)
        row.addWidget(self.reset)
        row.addWidget(self._message, 1, Qt.AlignmentFlag.AlignVCenter)
        for field in fields:
            field.changed.connect(self.follow)
            field.edit.installEventFilter(self)
        self.follow()

    def changed_fields(self) -> list[Field]:
        """Return the fields that hold something unsaved."""
        return [field for field in self._fields if field.is_changed]

    def follow(self) -> None:
        """Show what is not saved now."""
        unsaved = self.changed_fields()
        for part in (self.save, self.reset):
            part.setEnabled(bool(unsaved))
        words = translate("SaveBar", "、").join(field.words for field in unsaved)
        restyle(self._message, "soon")
        self._message.setText(translate("SaveBar", "未保存: {0}").format(words) if unsaved else "")

    def say(self, text: str, look: str) -> None:
        """Say something else; it stays until a field changes."""
        restyle(self._message, look)
        self._message.setText(text)

    def tell_saved(self) -> None:
        """Say that all of it is saved."""
        self.follow()
        self.say(translate("SaveBar", "保存しました。"), "good")

    def _reset(self) -> None:
        for field in self._fields:
            field.reset()
        self.follow()
        if self._fields:
            self._fields[0].setFocus()

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave undo and redo to the window while nothing typed in this form is unsaved.

        A line of text takes these keys even where it has nothing to undo: who just saved would
        press them in vain.
        """
        is_asked = event.type() is QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and _is_undo_or_redo(event):
            event.ignore()
            return not self.changed_fields()
        return super().eventFilter(watched, event)


def _is_undo_or_redo(event: QKeyEvent) -> bool:
    keys = QKeySequence.StandardKey
    is_ctrl_y = event.keyCombination() == QKeyCombination(
        Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Y
    )
    return is_ctrl_y or event.matches(keys.Undo) or event.matches(keys.Redo)


def disable(widgets: Iterable[QWidget]) -> None:
    """Show widgets without letting them be changed."""
    for widget in widgets:
        widget.setEnabled(False)


class Asking(QObject):
    """Asks the desk for something and returns why it was refused."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._refusal: UserError | None = None
        desk.refused.connect(self._hear)

    def refusal_of(self, wish: Callable[[], bool]) -> UserError | None:
        """Do a wish of the desk; None where it was saved or had nothing to change."""
        self._refusal = None
        wish()
        return self._refusal

    def _hear(self, error: UserError) -> None:
        self._refusal = error


def read_only_reason(desk: Desk) -> UserError | None:
    """Return why nothing can be changed; None where it can."""
    try:
        desk.workspace.refuse_if_read_only()
    except UserError as error:
        return error
    return None
