"""設定, 担当割当: who holds which role, edited in the table itself."""

from collections import Counter

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from pmark_desktop.session.desk import Desk
from pmark_desktop.session.role_model import Index, RoleColumn, RoleModel
from pmark_desktop.ui.editors import LineEditor
from pmark_desktop.ui.parts import label
from pmark_desktop.ui.save_bar import Asking
from pmark_desktop.ui.theme import Style
from pmark_desktop.words_refusals import explain

translate = QCoreApplication.translate
_EDIT = Qt.ItemDataRole.EditRole
_WIDEST = 1040


class RolesForm(QWidget):
    """The roles that the checklists name; each change is saved as it is made."""

    def __init__(self, style: Style, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("roles_form")
        self._style = style
        self._desk = desk
        self._asking = Asking(desk, self)
        can_edit = not desk.workspace.is_read_only
        self.model = RoleModel(style.language, can_edit=can_edit, parent=self)
        self.model.edited.connect(self._assign)
        self.table = self._table()
        self._fault = label("", "late", wraps=True, name="roles_fault")
        self._fault.hide()
        about = translate(
            "RolesForm",
            "氏名を変えると、その役割の未完了のタスクの担当が一度に変わります(担当を手入力したタスクはそのまま)。空欄なら役割名が担当になります。",
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        column.addWidget(label(about, "faint", wraps=True))
        column.addWidget(self._fault)
        column.addWidget(self.table, 1)
        self.refresh()

    def _table(self) -> QTableView:
        table = QTableView()
        table.setObjectName("roles_table")
        table.setAccessibleName(translate("RolesForm", "担当割当"))
        table.setMaximumWidth(_WIDEST)
        table.setModel(self.model)
        table.setItemDelegate(RoleDelegate(table))
        table.setAlternatingRowColors(True)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)  # Tab leaves it; in an editor it goes on to the next cell
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        table.setEditTriggers(
            triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.SelectedClicked
            | triggers.EditKeyPressed
        )  # fmt: skip
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 14)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(RoleColumn.OPEN, QHeaderView.ResizeMode.ResizeToContents)
        return table

    def refresh(self) -> None:
        """Show who holds what now."""
        content = self._desk.content
        counts = Counter(
            task.item.role for task in content.tasks.values() if not task.is_closed
        )  # fmt: skip
        self.model.show(content.roles, counts)

    def _assign(self, role: str, person: str, mail: str) -> None:
        error = self._asking.refusal_of(lambda: self._desk.assign(role, person, mail))
        self._fault.setText(explain(error, self._style.language) if error else "")
        self._fault.setVisible(error is not None)
        self.refresh()


class RoleDelegate(QStyledItemDelegate):
    """Edits a person or an address in one line."""

    # Qt overrides

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index
    ) -> QWidget:
        return LineEditor(parent)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, LineEditor):
            editor.setText(str(index.data(_EDIT) or ""))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, LineEditor):
            model.setData(index, editor.whole_text(), _EDIT)
