"""まとめて変更: one change for all selected tasks, shown before it is made."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from pmark_desktop.domain.errors import UserError
from pmark_desktop.session.desk import Desk
from pmark_desktop.ui.bulk_fields import BulkFields
from pmark_desktop.ui.columns import scrolled
from pmark_desktop.ui.fields import press_enter
from pmark_desktop.ui.parts import button, label, restyle
from pmark_desktop.ui.theme import Style
from pmark_desktop.words import Language
from pmark_desktop.words_bulk import bulk_summary, names_words, reason_words
from pmark_desktop.words_refusals import explain
from pmark_desktop.workspace.bulk import grouped, plan_bulk
from pmark_desktop.workspace.editing import EditPlan

translate = QCoreApplication.translate
_PREVIEW_MS = 120
_MOST_GROUPS = 8
_REFUSAL_LINES = 6
SHORTCUTS = (
    ("Enter", "まとめて変更の欄で、変更を実行", "In the panel for many tasks: make the change"),
)


class BulkPanel(QWidget):
    """What stands beside the table while several tasks are selected."""

    def __init__(self, style: Style, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bulk_panel")
        self.setAccessibleName(translate("BulkPanel", "まとめて変更"))
        self.setMinimumWidth(280)
        self._style = style
        self._desk = desk
        self._ids: tuple[str, ...] = ()
        self._plan: EditPlan | None = None
        self._count = label("", "title", wraps=True, name="bulk_count")
        self.fields = BulkFields(style, desk)
        self.summary = label("", "strong", wraps=True, name="bulk_summary")
        self.refusals = label("", wraps=True, name="bulk_refusals")
        self.act = button("", "bulk_apply", self.apply, look="main")
        self._clear = button(
            translate("BulkPanel", "入力を消す"), "bulk_clear", self.fields.clear,
            icon=style.icons.get("reset"),
        )  # fmt: skip
        self._later = QTimer(self)  # a preview of a thousand tasks must not slow the typing
        self._later.setSingleShot(True)
        self._later.setInterval(_PREVIEW_MS)
        self._later.timeout.connect(self._show_preview)
        self._lay_out()
        self.fields.changed.connect(self._wait)

    def _lay_out(self) -> None:
        about = translate(
            "BulkPanel", "変える欄にだけ印を付けます。印を付けて空にすると、消します。"
        )
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(14, 12, 14, 10)
        column.setSpacing(8)
        column.addWidget(self._count)
        column.addWidget(label(about, "faint", wraps=True))
        column.addWidget(self.fields)
        column.addStretch(1)
        inner = QWidget()
        told = QVBoxLayout(inner)
        told.setContentsMargins(0, 0, 0, 0)
        told.addWidget(self.refusals)
        told.addStretch(1)
        self._refused = scrolled(inner, "bulk_refused")
        self._refused.setFixedHeight(self.fontMetrics().height() * _REFUSAL_LINES)
        self._refused.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        foot = QFrame()
        foot.setProperty("class", "bar")
        below = QVBoxLayout(foot)
        below.setContentsMargins(14, 8, 14, 10)
        below.setSpacing(6)
        for part in (self.summary, self._refused, self.act, self._clear):
            below.addWidget(part)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        area = scrolled(content, "bulk_scroll")
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole.addWidget(area, 1)
        whole.addWidget(foot)

    # showing

    def show_tasks(self, ids: Sequence[str]) -> None:
        """Offer to change these tasks; what is typed stays."""
        self._ids = tuple(ids)
        words = translate("BulkPanel", "{0}件を選択中").format(f"{len(ids):,}")
        self._count.setText(words)
        self.refresh()
        if self.fields.wish.is_empty:
            self._show_preview()  # there is nothing to work out

    def refresh(self) -> None:
        """Show what would be done to the tasks as they are now."""
        self.fields.refresh()
        self._wait()

    def stop(self) -> None:
        """Ask the workspace nothing more."""
        self._later.stop()

    def _wait(self) -> None:
        self._plan = None
        self._later.start()

    def _show_preview(self) -> None:
        self._later.stop()
        self._plan = None
        wish = self.fields.wish
        self.refusals.setText("")
        if wish.is_empty:
            restyle(self.summary, "faint")
            self.summary.setText(translate("BulkPanel", "まだ何も変わりません。"))
            self._offer(0)
            return
        try:
            plan = plan_bulk(self._desk.workspace, self._ids, wish, self._desk.today)
        except UserError as error:
            restyle(self.summary, "late")
            self.summary.setText(explain(error, self._style.language))
            self._offer(0)
            return
        self._plan = plan
        self._tell(plan)

    def _tell(self, plan: EditPlan) -> None:
        language = self._style.language
        changed, refused = len(plan.edits), len(plan.refused)
        same = len(self._ids) - changed - refused
        restyle(self.summary, "soon" if refused else "strong")
        self.summary.setText(bulk_summary(changed, refused, same, language))
        groups = grouped(plan.refused)
        colon = ": " if language is Language.EN else "："
        lines = [
            f"✕ {reason_words(group.error, language)}({len(group.tasks)}){colon}"
            f"{names_words(group.tasks, language)}"
            for group in groups[:_MOST_GROUPS]
        ]
        self.refusals.setText("\n".join(lines))
        self._offer(changed)

    def _offer(self, changed: int) -> None:
        words = translate("BulkPanel", "{0}件のうち{1}件を変更(&A)")
        self.act.setText(words.format(f"{len(self._ids):,}", f"{changed:,}"))
        can = changed > 0 and not self._desk.workspace.is_read_only
        self.act.setEnabled(can)
        self._refused.setVisible(bool(self.refusals.text()))

    # acting

    def apply(self) -> None:
        """Make the change as one step."""
        self._show_preview()
        plan = self._plan
        if plan is None or not plan.edits or self._desk.workspace.is_read_only:
            return
        if self._desk.edit_many(plan):
            count = len(plan.edits)
            self.fields.clear()
            self._later.stop()
            self._show_preview()
            restyle(self.summary, "good")
            self.summary.setText(
                translate("BulkPanel", "{0}件を変更しました。").format(f"{count:,}")
            )

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_enter(self, event, self.apply):
            super().keyPressEvent(event)
