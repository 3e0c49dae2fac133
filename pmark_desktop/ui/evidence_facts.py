"""The facts of one proof below the list of evidence: whole name, tasks, SHA-256."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from pmark_desktop.domain.records import Evidence, EvidenceKind
from pmark_desktop.session.cell_texts import plain_tip
from pmark_desktop.session.desk import Desk
from pmark_desktop.session.evidence_model import standing_words
from pmark_desktop.ui.parts import card, label, tool_button
from pmark_desktop.ui.theme import Style
from pmark_desktop.words import title_words

translate = QCoreApplication.translate
_MOST_TASKS = 6


class EvidenceFacts(QWidget):
    """What the columns have no room for."""

    def __init__(self, style: Style, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("evidence_facts")
        self._style = style
        self._desk = desk
        self._name = ShortLabel("strong", "evidence_facts_name")
        self._about = ShortLabel("faint", "evidence_facts_place")
        self._tasks = ShortLabel("faint", "evidence_facts_tasks")
        self._hash = QLineEdit()
        self._hash.setObjectName("evidence_sha256")
        self._hash.setAccessibleName("SHA-256")
        self._hash.setReadOnly(True)
        self._hash.setFrame(False)
        self._hash.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._copy = tool_button(
            translate("EvidenceFacts", "コピー"), "evidence_copy_sha256",
            style.icons.get("copy"), self._copy_hash,
        )  # fmt: skip
        self._lay_out()
        self.show_evidence(None)

    def _lay_out(self) -> None:
        frame, inside = card("evidence_facts_card")
        inside.setSpacing(5)
        self._hash_row = QWidget()
        row = QHBoxLayout(self._hash_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label("SHA-256", "faint"))
        row.addWidget(self._hash, 1)
        row.addWidget(self._copy)
        for part in (self._name, self._about, self._tasks, self._hash_row):
            inside.addWidget(part)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(frame)

    def show_evidence(self, one: Evidence | None) -> None:
        """Show one proof; nothing for None."""
        self.setVisible(one is not None)
        if one is None:
            return
        self._name.show_text(f"{one.label}  {one.name}")
        self._about.show_text(self._about_text(one))
        self._tasks.show_text(self._tasks_text(one))
        self._hash.setText(one.sha256)
        self._hash.setCursorPosition(0)
        self._hash.setToolTip(
            translate(
                "EvidenceFacts",
                "ファイルの指紋です。追加した時の中身から計算し、差し替えれば一致しません。",
            )
        )
        self._hash_row.setVisible(bool(one.sha256))

    def _about_text(self, one: Evidence) -> str:
        if one.retired:
            return standing_words(one, self._style.language)
        match one.kind:
            case EvidenceKind.LINK:
                return translate("EvidenceFacts", "リンク: {0}").format(one.place)
            case EvidenceKind.PAPER:
                return translate("EvidenceFacts", "保管場所: {0}").format(one.place)
            case _:
                return translate("EvidenceFacts", "大きさ: {0}バイト").format(f"{one.size:,}")

    def _tasks_text(self, one: Evidence) -> str:
        here = self._desk.content.tasks
        names = [
            f"{task} {title_words(here[task], self._style.language)}" if task in here else task
            for task in one.tasks[:_MOST_TASKS]
        ]
        more = len(one.tasks) - len(names)
        if more > 0:
            names.append(translate("EvidenceFacts", "ほか{0}件").format(more))
        if not names:
            return translate("EvidenceFacts", "付いているタスクはありません")
        return translate("EvidenceFacts", "タスク: {0}").format(" / ".join(names))

    def _copy_hash(self) -> None:
        QGuiApplication.clipboard().setText(self._hash.text())


class ShortLabel(QLabel):
    """A line of plain text that never asks for more room: its middle goes, its tool tip has all."""

    def __init__(self, look: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("class", look)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._whole = ""

    @property
    def whole_text(self) -> str:
        """All of the text, also what there is no room for."""
        return self._whole

    def show_text(self, text: str) -> None:
        """Show a text on one line."""
        self._whole = " ".join(text.split("\n"))
        self.setToolTip(plain_tip(text))
        self._fit()

    def _fit(self) -> None:
        middle = Qt.TextElideMode.ElideMiddle
        self.setText(self.fontMetrics().elidedText(self._whole, middle, self.width()))

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
