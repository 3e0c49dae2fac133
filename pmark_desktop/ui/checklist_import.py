"""「チェックリストを取り込む」: a file is read, shown, and taken in when the person says so."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from pmark_desktop.domain.checklist import Checklist
from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.session.desk import Desk
from pmark_desktop.session.file_work import FileWork
from pmark_desktop.ui.checklist_preview import ChecklistPreview
from pmark_desktop.ui.form_page import lay_form_page
from pmark_desktop.ui.parts import button, label
from pmark_desktop.ui.save_bar import Asking, read_only_reason
from pmark_desktop.ui.theme import Style
from pmark_desktop.words import pick
from pmark_desktop.words_editions import ADD_STEP, LIST_ADDED, NOTHING_NEW, STEP, TAKEN, list_facts
from pmark_desktop.words_refusals import explain
from pmark_desktop.workspace.editions import IntakePlan, plan_intake, take_in
from pmark_desktop.workspace.lists import ListReading, list_reading

translate = QCoreApplication.translate
_WAIT_SECONDS = 10.0


class ChecklistImport(QWidget):
    """Asks for a file, shows what it would do, and takes it in as one step.

    Signals:
        done: (list key, words) it is in the file.
        cancelled: the person changed their mind.
        template_wanted: the person wants the form to write in.
    """

    done = Signal(str, str)
    cancelled = Signal()
    template_wanted = Signal()

    def __init__(self, style: Style, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("checklist_import")
        self._style = style
        self._desk = desk
        self._asking = Asking(desk, self)
        self._running: FileWork | None = None
        self._path: Path | None = None
        self._reading: ListReading | None = None
        self._choose = button(
            translate("ChecklistImport", "ファイルを選ぶ(&O)…"), "choose_list_file", self.ask,
            icon=style.icons.get("open-file"),
        )  # fmt: skip
        self._template = button(
            translate("ChecklistImport", "ひな型(Excel)を書き出す(&T)…"), "list_template",
            self.template_wanted.emit, icon=style.icons.get("table"),
        )  # fmt: skip
        self._file = label("", "faint", wraps=True, name="list_file")
        self._progress = QProgressBar()
        self._progress.setObjectName("list_progress")
        self._stop = button(translate("ChecklistImport", "中止"), "stop_reading", self.stop_reading)
        self.preview = ChecklistPreview(style)
        self._take = button(
            translate("ChecklistImport", "取り込む(&I)"), "take_list", self.take, look="main"
        )
        self._cancel = button(
            translate("ChecklistImport", "やめる"), "leave_list", self.cancelled.emit
        )
        self._reason = label("", "faint", wraps=True, name="list_reason")
        self._lay_out()
        self.setFocusProxy(self._choose)
        self._show_progress(is_shown=False)
        self.refresh()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._choose)
        row.addWidget(self._template)
        row.addWidget(self._progress, 1)
        row.addWidget(self._stop)
        row.addStretch(1)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 14, 16, 10)
        column.setSpacing(10)
        title = translate("ChecklistImport", "チェックリストを取り込む")
        column.addWidget(label(title, "title", wraps=True))
        about = translate(
            "ChecklistImport",
            "ひな型に書いたExcelファイルか、TOMLファイルを選びます。すでにあるチェックリストの新しい版なら、変わるところを確かめてから取り込めます。取り込むまで何も変わりません。",
        )
        column.addWidget(label(about, "faint", wraps=True))
        column.addLayout(row)
        column.addWidget(self._file)
        column.addWidget(self.preview)
        column.addStretch(1)
        lay_form_page(
            self, content, "list_scroll",
            buttons=(self._take, self._cancel), reason=self._reason,
        )  # fmt: skip

    # reading

    def ask(self) -> None:
        """Ask for a file and read it."""
        from pmark_desktop.ui import dialogs  # noqa: PLC0415

        here = self._path or self._desk.workspace.path
        path = dialogs.ask_checklist(self, here.parent)
        if path is not None:
            self.read(path)

    def read(self, path: Path) -> None:
        """Read a file in a thread of its own, then show what it would do."""
        self.stop()
        self._path, self._reading = path, None
        self._file.setText(str(path))
        self.preview.hide()
        running = FileWork(lambda progress: list_reading(path, progress), self)
        running.progressed.connect(self._progress.setValue)
        running.done.connect(self._show_reading)
        running.refused.connect(self._refused)
        running.crashed.connect(self._crashed)
        self._running = running
        self._progress.setValue(0)
        self._show_progress(is_shown=True)
        running.start()
        self.refresh()

    def stop_reading(self) -> None:
        """Cancel the reading; nothing has changed."""
        if self._running is not None:
            self._running.cancel()

    def stop(self) -> None:
        """Cancel the reading and wait for its end."""
        if self._running is not None:
            self._running.cancel()
            self._running.wait(_WAIT_SECONDS)
            self._running.blockSignals(True)
            self._end()

    @property
    def is_reading(self) -> bool:
        """True while a file is being read."""
        return self._running is not None

    def _end(self) -> None:
        if self._running is not None:
            self._running.deleteLater()
        self._running = None
        self._show_progress(is_shown=False)

    def _show_progress(self, *, is_shown: bool) -> None:
        self._progress.setVisible(is_shown)
        self._stop.setVisible(is_shown)
        self._choose.setEnabled(not is_shown)

    def _show_reading(self, reading: object) -> None:
        self._end()
        if isinstance(reading, ListReading):
            self._reading = reading
            self.refresh()
            (self._take if self._take.isEnabled() else self._choose).setFocus()

    def _refused(self, error: UserError) -> None:
        self._end()
        self._path = None
        words = translate("ChecklistImport", "中止しました。何も取り込んでいません。")
        cancelled = error.why is Why.CANCELLED
        self._file.setText(words if cancelled else explain(error, self._style.language))
        self.refresh()

    def _crashed(self, error: Exception) -> None:
        self._end()
        raise error

    # what it would do

    def refresh(self) -> None:
        """Show what the file would do now: another change may have made it another."""
        plan = self._show_plan()
        self._take.setEnabled(plan is not None)
        self._reason.setText(self._why_not(plan))

    def _show_plan(self) -> IntakePlan | None:
        reading, path = self._reading, self._path
        if reading is None or path is None:
            return None
        if reading.checklist is None:
            self.preview.show_problems(path.name, reading.problems, reading.remarks)
            return None
        try:
            plan = plan_intake(self._desk.workspace, reading.checklist, self._desk.today)
        except UserError as error:
            language = self._style.language
            same = error.why is Why.NOTHING_CHANGED
            words = pick(NOTHING_NEW, language) if same else explain(error, language)
            self.preview.show_refusal(path.name, words)
            return None
        self.preview.show_plan(plan, reading.remarks)
        return plan

    def _why_not(self, plan: IntakePlan | None) -> str:
        if (error := read_only_reason(self._desk)) is not None:
            return explain(error, self._style.language)
        if self.is_reading:
            return translate("ChecklistImport", "読んでいます…")
        if self._reading is None:
            return translate("ChecklistImport", "ファイルを選ぶと、変わるところが出ます。")
        if plan is None:
            return translate("ChecklistImport", "直したファイルを、もう一度選んでください。")
        return translate("ChecklistImport", "取り込んだ後も、1回の「元に戻す」で戻せます。")

    def take(self) -> None:
        """Take the list in as one step, or show why not."""
        reading = self._reading
        if reading is None or reading.checklist is None or not self._take.isEnabled():
            return
        checklist, desk = reading.checklist, self._desk
        is_new = all(one.key != checklist.key for one in desk.content.lists)
        self._reading = None  # what is taken is not to be shown again
        error = self._asking.refusal_of(lambda: self._carry_out(checklist, is_new=is_new))
        if error is not None:
            self._reading = reading
            self.refresh()
            self._reason.setText(explain(error, self._style.language))
            return
        language = self._style.language
        words = pick(LIST_ADDED if is_new else TAKEN, language)
        self.done.emit(checklist.key, words.format(**list_facts(checklist, language)))

    def _carry_out(self, checklist: Checklist, *, is_new: bool) -> bool:
        desk = self._desk
        name = pick(ADD_STEP if is_new else STEP, self._style.language)
        return desk.carry_out(
            name.format(key=checklist.key, version=checklist.version),
            lambda: take_in(desk.workspace, checklist, desk.today),
        )

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)
