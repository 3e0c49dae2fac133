"""The menu's way to the form for a checklist in Excel: which list, the name, progress, the strip."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from pmark_desktop.domain.checklist import Checklist
from pmark_desktop.domain.errors import UserError, Why
from pmark_desktop.session.desk import Desk
from pmark_desktop.session.file_work import FileWork
from pmark_desktop.ui.strip import Message, MessageStrip
from pmark_desktop.words import Language, list_title, pick
from pmark_desktop.words_editions import TEMPLATE_HINT, TEMPLATE_WRITTEN
from pmark_desktop.words_refusals import explain
from pmark_desktop.workspace.lists import ALL, chosen_lists, write_list_template

translate = QCoreApplication.translate
_WAIT_SECONDS = 10.0


class ChecklistActions(QObject):
    """Writes the form for a checklist, empty or filled in with a list that is chosen."""

    def __init__(self, parent: QWidget, strip: MessageStrip, language: Language) -> None:
        super().__init__(parent)
        self._window = parent
        self._strip = strip
        self._language = language
        self._running: FileWork | None = None

    @property
    def is_running(self) -> bool:
        """True while a form is being written."""
        return self._running is not None

    def ask_template(self, desk: Desk | None, folder: Path) -> None:
        """Ask for a list and a name, and write; does nothing while one is being written."""
        from pmark_desktop.ui import dialogs  # noqa: PLC0415

        if self.is_running:
            return
        lists = self._lists(desk)
        empty = translate("ChecklistActions", "空のひな型")
        names = [f"{one.key}  {list_title(one, self._language)}" for one in lists]
        title = translate("ChecklistActions", "チェックリストのひな型(Excel)")
        question = translate("ChecklistActions", "何を書き込んで出しますか。")
        chosen = dialogs.ask_choice(self._window, title, question, [empty, *names])
        if chosen is None:
            return
        checklist = lists[chosen - 1] if chosen else None
        stem = translate("ChecklistActions", "チェックリスト")
        name = f"{stem}_{checklist.key}_{checklist.version}" if checklist else f"{stem}_{empty}"
        target = dialogs.ask_template(self._window, folder / f"{name}.xlsx")
        if target is not None:
            self.write(target, checklist)

    def _lists(self, desk: Desk | None) -> list[Checklist]:
        """Return the lists in use, then those that come with the program and are not."""
        here = list(desk.content.lists) if desk is not None else []
        keys = {one.key for one in here}
        return [*here, *(one for one in chosen_lists(ALL) if one.key not in keys)]

    def write(self, target: Path, checklist: Checklist | None) -> None:
        """Write the form to `target` in a thread of its own."""
        language = self._language

        def work(progress: Callable[[float], None]) -> Path:
            write_list_template(target, language, checklist, progress)
            return target

        running = FileWork(work, self)
        running.progressed.connect(self._strip.show_progress)
        running.done.connect(self._written)
        running.refused.connect(self._refused)
        running.crashed.connect(self._crashed)
        self._running = running
        self._strip.say(translate("ChecklistActions", "ひな型を書き出しています…"))
        self._strip.start_progress(running.cancel).show()
        running.start()

    def stop(self) -> None:
        """Cancel what is being written and wait for its end."""
        if self._running is not None:
            self._running.cancel()
            self._running.wait(_WAIT_SECONDS)
            self._running.blockSignals(True)
            self._end()

    def _end(self) -> None:
        if self._running is not None:
            self._running.deleteLater()
        self._running = None
        self._strip.stop_progress()

    def _written(self, target: Path) -> None:
        from pmark_desktop.ui.workbook_export import open_path  # noqa: PLC0415

        self._end()
        written = pick(TEMPLATE_WRITTEN, self._language).format(file=target)
        self._strip.say(
            f"{written}\n{pick(TEMPLATE_HINT, self._language)}",
            actions=(
                (translate("ChecklistActions", "開く"), "open_template", lambda: open_path(target)),
                (translate("ChecklistActions", "フォルダを開く"), "open_folder", lambda: open_path(target.parent)),
            ),
        )  # fmt: skip

    def _refused(self, error: UserError) -> None:
        self._end()
        kind = Message.INFO if error.why is Why.CANCELLED else Message.REFUSAL
        self._strip.say(explain(error, self._language), kind)

    def _crashed(self, error: Exception) -> None:
        self._end()
        raise error
