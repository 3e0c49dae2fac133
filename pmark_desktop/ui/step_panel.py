"""操作の一覧: the steps since the file was opened; any of them can be jumped to."""

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from pmark_desktop.session.desk import Desk
from pmark_desktop.session.step_model import StepModel
from pmark_desktop.ui.parts import label, restyle, tool_button
from pmark_desktop.ui.theme import Style

translate = QCoreApplication.translate
_WIDTH_LINES = 17  # heights of a line of text
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
SHORTCUTS = (
    ("Enter", "操作の一覧で、選んだ操作の時点まで戻す・やり直す", "In the list of steps: go to the chosen step"),
    ("Esc", "操作の一覧を閉じる", "Close the list of steps"),
)  # fmt: skip


class StepPanel(QFrame):
    """The list at the right edge.

    Signals:
        closed: the person wants it away.
    """

    closed = Signal()

    def __init__(self, style: Style, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("step_panel")
        self.setProperty("class", "card")
        self.setAutoFillBackground(True)
        self._desk = desk
        self.model = StepModel(desk.steps, style.language, QColor(style.colors.faint), self)
        self.list = QListView()
        self.list.setObjectName("step_list")
        self.list.setAccessibleName(translate("StepPanel", "操作の一覧"))
        self.list.setModel(self.model)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(self._go)
        self.note = label("", "faint", wraps=True, name="step_note")
        self._lay_out(style)
        self.setFixedWidth(self.fontMetrics().height() * _WIDTH_LINES)
        self.setFocusProxy(self.list)
        self.model.modelReset.connect(self._show_position)
        self._show_position()

    def _lay_out(self, style: Style) -> None:
        head = QHBoxLayout()
        head.addWidget(label(translate("StepPanel", "操作の一覧"), "heading"), 1)
        close = tool_button("", "steps_close", style.icons.get("close"), self.closed.emit)
        close.setAccessibleName(translate("StepPanel", "操作の一覧を閉じる"))
        close.setToolTip(translate("StepPanel", "閉じる(Esc)"))
        head.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.note)
        column.addWidget(self.list, 1)
        self.setTabOrder(self.list, close)  # a proxy for the focus skips what is before it

    def _show_position(self) -> None:
        index = self.model.index(self.model.position, 0)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)
        restyle(self.note, "faint")
        self.note.setText(
            translate(
                "StepPanel",
                "行を選んで Enter で、その時点に戻せます。1つずつ変更履歴に残ります。",
            )
            if self.model.rowCount() > 1
            else translate("StepPanel", "開いてからの操作は、まだありません。")
        )

    def _go(self, index: QModelIndex) -> None:
        row = index.row()
        if not index.isValid() or row == self._desk.steps.position:
            return
        if not self._desk.steps.go_to(row):
            restyle(self.note, "late")
            self.note.setText(
                translate(
                    "StepPanel",
                    "途中で元に戻せない操作がありました。そこで止めています。理由は下に出ています。",
                )
            )

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTERS:
            self._go(self.list.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
