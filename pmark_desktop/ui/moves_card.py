"""A card that says which tasks a change would move, before it is saved."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from pmark_desktop.session.columns import Tone
from pmark_desktop.session.moves_model import MovesModel, summary_words
from pmark_desktop.ui.list_table import Index, ListTable
from pmark_desktop.ui.parts import label, restyle
from pmark_desktop.ui.theme import Look, Style
from pmark_desktop.workspace.moves import Moves

translate = QCoreApplication.translate
_WIDTHS = (104, 92, 240, 126, 126, 126, 150)
_MOST_ROWS = 5  # seen at once; the rest is scrolled to


class MovesCard(QFrame):
    """The preview of a change: a line of counts, and a row for each task it touches."""

    def __init__(self, style: Style, name: str = "moves", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self._model = MovesModel(style.language, self)
        self.setObjectName(f"{name}_card")
        self.setProperty("class", "card")
        self._summary = label("", "strong", wraps=True, name=f"{name}_summary")
        self.table = ListTable(
            self._model, style, widths=_WIDTHS, look_of=self._look, text_of=self._model.text_of
        )
        self.table.setObjectName(f"{name}_table")
        self.table.setAccessibleName(translate("MovesCard", "変更で動くタスク"))
        inside = QVBoxLayout(self)
        inside.setContentsMargins(14, 12, 14, 12)
        inside.addWidget(label(translate("MovesCard", "保存するとこう変わります"), "heading"))
        inside.addWidget(self._summary)
        inside.addWidget(self.table)
        self.hide()

    def show_moves(self, moves: Moves | None) -> None:
        """Show what a change would do; None takes the card away, for there is no change."""
        self.setVisible(moves is not None)
        if moves is None:
            return
        self._model.show(moves)
        self._summary.setText(summary_words(moves, self._style.language))
        restyle(self._summary, "late" if moves.passing or moves.late or moves.past else "strong")
        rows = min(self._model.rowCount(), _MOST_ROWS)
        self.table.setVisible(rows > 0)
        row_height = self.table.verticalHeader().defaultSectionSize()
        head = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(head + row_height * rows + 2 * self.table.frameWidth() + 14)

    @property
    def text(self) -> str:
        """The line of counts, and the rows, as text."""
        rows = self._model.text_of(range(self._model.rowCount()))
        return f"{self._summary.text()}\n{rows}"

    def _look(self, index: Index) -> Look | None:
        return self._style.tones[Tone.LATE] if self._model.is_warned(index.row()) else None
